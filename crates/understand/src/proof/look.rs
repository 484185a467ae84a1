//! What the checks look at, and what they found.

use crate::about::{About, DisclosureKind};
use crate::finding::{Finding, Matter, Severity};
use crate::passage::Passage;
use crate::place::Spot;
use crate::table::FoundTable;

/// What the checks look at, and what they found.
pub(crate) struct Proof<'a> {
    pub(super) passages: &'a [Passage],
    pub(super) about: &'a About,
    pub(super) tables: &'a [FoundTable],
    pub(super) found: Vec<Finding>,
}

impl Proof<'_> {
    /// Adds a finding; where there is one of the same matter, its place is added to that.
    pub(super) fn add(&mut self, severity: Severity, matter: Matter, spot: Spot) {
        let same =
            |finding: &&mut Finding| finding.severity == severity && finding.matter == matter;
        match self.found.iter_mut().find(same) {
            // Two wordings of one fault find it at one place, shortly one after the other.
            Some(finding)
                if finding.spot == spot
                    || finding.also.iter().rev().take(9).any(|s| *s == spot) => {}
            Some(finding) => finding.also.push(spot),
            None => self.found.push(Finding::new(severity, matter, spot)),
        }
    }

    /// The same where nothing is said of the place yet.
    pub(super) fn add_unless_told(&mut self, severity: Severity, matter: Matter, spot: Spot) {
        let told = |other: &Spot| {
            other.block == spot.block
                && other.cell == spot.cell
                && other.start < spot.end
                && spot.start < other.end
        };
        if !self.found.iter().any(|finding| told(&finding.spot)) {
            self.add(severity, matter, spot);
        }
    }

    /// The same for matters of which one is said for all of a kind.
    pub(super) fn add_to_kind(
        &mut self,
        severity: Severity,
        matter: Matter,
        spot: Spot,
        same: fn(&Matter) -> bool,
    ) {
        match self.found.iter_mut().find(|finding| same(&finding.matter)) {
            Some(finding) => finding.also.push(spot),
            None => self.add(severity, matter, spot),
        }
    }

    /// Certain in final accounts. Layouts and customs of budgets are less known: there it is to be looked at.
    pub(super) fn certain(&self) -> Severity {
        match self.about.kind {
            DisclosureKind::Budget => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// 比上年增加5万元；比2019年（疫情前）减少3万元: whether a year that something is compared with is a second one on purpose, by the
/// bracket behind it or by the year before it in the sentence.
pub(super) fn is_second(chars: &[char], year: &std::ops::Range<usize>) -> bool {
    let behind: String = chars.iter().skip(year.end).take(3).collect();
    let noted = behind.starts_with("年（") || behind.starts_with("年度（");
    let before = chars.get(..year.start).unwrap_or(&[]);
    let sentence: String = before
        .rsplit(|c| *c == '。')
        .next()
        .unwrap_or(&[])
        .iter()
        .collect();
    let last = ["比上年", "较上年", "与上年", "比去年", "较去年"];
    noted || last.iter().any(|word| sentence.contains(word))
}
