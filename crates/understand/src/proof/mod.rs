//! What can be wrong beside figures: years, names, words of the template left in, signs, numbering.
//!
//! Each kind has a module of its own: its vocabulary as data, a small function that looks for it, and the
//! texts it must and must not find. An error is certain; what may have a reason that the document does not
//! give is a warning; what is only untidy is a notice.

mod brackets;
#[cfg(test)]
mod cases;
mod chain;
mod code;
mod contents;
mod ends;
mod items;
mod lacking;
mod nothing;
mod numbering;
mod reasons;
mod subject;
mod template;
mod unit_name;
mod words;
mod years;

use crate::passage::{Passage, passages};
use crate::{About, DisclosureKind, Document, Finding, FoundTable, Matter, Severity, Spot};

/// What the checks look at, and what they found.
pub(crate) struct Proof<'a> {
    passages: &'a [Passage],
    about: &'a About,
    tables: &'a [FoundTable],
    found: Vec<Finding>,
}

pub(crate) fn check(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let passages = passages(document.paper);
    let mut proof = Proof {
        passages: &passages,
        about: &document.about,
        tables: &document.tables,
        found: Vec::new(),
    };
    for look in [
        template::check,
        lacking::check,
        brackets::check,
        ends::check,
        words::check,
        years::check,
        unit_name::check,
        contents::check,
        numbering::check,
        subject::check,
        code::check,
        items::check,
        nothing::check,
        reasons::check,
    ] {
        look(&mut proof);
    }
    findings.append(&mut proof.found);
}

impl Proof<'_> {
    /// Adds a finding; where there is one of the same matter, its place is added to that.
    fn add(&mut self, severity: Severity, matter: Matter, spot: Spot) {
        let same =
            |finding: &&mut Finding| finding.severity == severity && finding.matter == matter;
        match self.found.iter_mut().find(same) {
            Some(finding) if finding.spot == spot || finding.also.contains(&spot) => {}
            Some(finding) => finding.also.push(spot),
            None => self.found.push(Finding {
                severity,
                matter,
                spot,
                also: Vec::new(),
                working: None,
                cause: None,
            }),
        }
    }

    /// The same for matters of which one is said for all of a kind.
    fn add_to_kind(
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
    fn certain(&self) -> Severity {
        match self.about.kind {
            DisclosureKind::Budget => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
