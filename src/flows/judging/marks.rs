//! The figures of a paper that are marked, and what each of them leads to.

use crate::paper::Paper;
use crate::understand::{Matter, Review, Severity, Spot, Verdict};
use std::ops::Range;

/// How a figure is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// The other place of a finding: nothing is said of it.
    Other,
    /// There is nothing to hold it against.
    Unknown,
    /// It is what the others give.
    Agrees,
    /// The digits that are printed allow it.
    Rounding,
    /// A person should look.
    Doubtful,
    /// Certainly wrong.
    Wrong,
}

impl From<Verdict> for Look {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Agrees => Look::Agrees,
            Verdict::Rounding => Look::Rounding,
            Verdict::Wrong => Look::Wrong,
            Verdict::Doubtful => Look::Doubtful,
            Verdict::Unknown => Look::Unknown,
        }
    }
}

impl From<Severity> for Look {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Look::Wrong,
            Severity::Warning => Look::Doubtful,
            Severity::Notice => Look::Rounding,
        }
    }
}

/// A place that is marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where.
    pub spot: Spot,
    /// How.
    pub look: Look,
    /// The statement of the review that it is.
    pub statement: Option<usize>,
    /// The finding that it belongs to.
    pub finding: Option<usize>,
}

/// Whether the other places of a finding have the same fault, and are no figures that show it.
fn is_everywhere(matter: &Matter) -> bool {
    matches!(
        matter,
        Matter::Residue { .. }
            | Matter::Words { .. }
            | Matter::Punctuation { .. }
            | Matter::Lacking { .. }
            | Matter::Rounded { .. }
            | Matter::RoundedSums { .. }
            | Matter::ZeroBase { .. }
    )
}

/// All of them, in the order of the paper. None overlaps another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Marks(Vec<Mark>);

impl Marks {
    /// Every statement, every finding, and the other places of findings. What stands at a place already is
    /// given what else is said of it.
    pub fn of(paper: &Paper, review: &Review) -> Self {
        let mut marks = Marks(Vec::with_capacity(review.statements.len()));
        for (at, statement) in review.statements.iter().enumerate() {
            marks.add(
                paper,
                &statement.spot,
                statement.verdict.into(),
                |mark, more| {
                    // An amount that is a sum too is what is known of it.
                    if more || mark.statement.is_none() {
                        mark.statement = Some(at);
                    }
                },
            );
        }
        for (at, finding) in review.findings.iter().enumerate() {
            marks.add(
                paper,
                &finding.spot,
                finding.severity.into(),
                |mark, more| {
                    if more || mark.finding.is_none() {
                        mark.finding = Some(at);
                    }
                },
            );
        }
        for (at, finding) in review.findings.iter().enumerate() {
            let look = if is_everywhere(&finding.matter) {
                finding.severity.into()
            } else {
                Look::Other
            };
            for spot in &finding.also {
                // A figure that has a finding of its own leads to that.
                marks.add(paper, spot, look, |mark, _| {
                    mark.finding.get_or_insert(at);
                });
            }
        }
        marks
    }

    fn add(&mut self, paper: &Paper, spot: &Spot, look: Look, tell: impl Fn(&mut Mark, bool)) {
        if let Some(there) = self.at(spot).and_then(|at| self.0.get_mut(at)) {
            let more = look > there.look;
            there.look = there.look.max(look);
            tell(there, more);
            return;
        }
        let text = spot.whole(paper);
        if spot.start >= spot.end || text.get(spot.start..spot.end).is_none() {
            return;
        }
        let mut mark = Mark {
            spot: spot.clone(),
            look,
            statement: None,
            finding: None,
        };
        tell(&mut mark, false);
        let at = self.0.partition_point(|before| before.spot < *spot);
        self.0.insert(at, mark);
    }

    /// Which mark covers a place, or some of it; the first of several.
    pub fn at(&self, spot: &Spot) -> Option<usize> {
        let end = self.0.partition_point(|mark| {
            let begins = &mark.spot;
            (begins.block, begins.cell, begins.start) < (spot.block, spot.cell, spot.end)
        });
        let same = |mark: &Mark| (mark.spot.block, mark.spot.cell) == (spot.block, spot.cell);
        let marks = self.0.get(..end)?.iter().enumerate().rev();
        let over = marks.take_while(|(_, mark)| same(mark) && mark.spot.end > spot.start);
        over.last().map(|(at, _)| at)
    }

    /// All of them.
    pub fn all(&self) -> &[Mark] {
        &self.0
    }

    /// By its number.
    pub fn get(&self, at: usize) -> Option<&Mark> {
        self.0.get(at)
    }

    /// The numbers of those in a block, or in a cell of it.
    pub fn within(&self, block: usize, cell: Option<(usize, usize)>) -> Range<usize> {
        let place = |mark: &Mark| (mark.spot.block, mark.spot.cell);
        let from = self.0.partition_point(|mark| place(mark) < (block, cell));
        let to = self.0.partition_point(|mark| place(mark) <= (block, cell));
        from..to
    }

    /// The mark of a finding: where it must be mended, or the nearest to it that is marked.
    pub fn of_finding(&self, review: &Review, finding: usize) -> Option<usize> {
        let spot = &review.findings.get(finding)?.spot;
        self.at(spot)
    }
}
