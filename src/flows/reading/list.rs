//! The list of documents that were dropped together: what came of each, in which order they are listed, and
//! which of them.

use crate::flows::Why;
use crate::understand::{DisclosureKind, Summary};
use juesuan_ask::Made;
use std::cmp::Ordering;
use std::rc::Rc;

/// What came of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It waits.
    Waiting,
    /// It is being read.
    Reading,
    /// It was read and reviewed.
    Read(Summary),
    /// It could not be read.
    NotRead(Why),
    /// It opens with a password only.
    Locked,
    /// It was cancelled before its turn came.
    Left,
}

impl Outcome {
    /// What was found, where it was read.
    pub fn summary(&self) -> Option<&Summary> {
        match self {
            Outcome::Read(summary) => Some(summary),
            _ => None,
        }
    }
}

/// A file of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<F> {
    /// To read it again.
    pub file: F,
    /// Its name.
    pub name: String,
    /// Its size in bytes: with the name it tells the file.
    pub bytes: f64,
    /// What came of it.
    pub outcome: Outcome,
    /// The workbook that it became, once one is made of it.
    pub made: Option<Rc<Made>>,
}

impl<F> Row<F> {
    /// Whether it could be read as far as anybody knows, and no workbook is made of it yet.
    pub fn can_be_made(&self) -> bool {
        let unread = matches!(self.outcome, Outcome::NotRead(_) | Outcome::Locked);
        !unread && self.made.is_none()
    }
}

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "named for the columns")]
pub enum By {
    #[default]
    Dropped,
    Name,
    Unit,
    Year,
    Kind,
    Figures,
    Wrong,
    Doubtful,
    Notices,
}

/// Which files are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Those with something that is certainly wrong.
    Wrong,
    /// Those with something to look at, and nothing that is certainly wrong.
    Doubtful,
    /// Those in which neither was found.
    Clean,
    /// Those that could not be read.
    NotRead,
}

impl Which {
    /// Each of them, in the order in which they are offered.
    pub const ALL: [Which; 5] = [
        Which::All,
        Which::Wrong,
        Which::Doubtful,
        Which::Clean,
        Which::NotRead,
    ];

    /// Whether a file is one of them.
    pub fn has(self, outcome: &Outcome) -> bool {
        let found = outcome
            .summary()
            .map(|summary| (summary.errors, summary.warnings));
        match self {
            Which::All => true,
            Which::Wrong => found.is_some_and(|(errors, _)| errors > 0),
            Which::Doubtful => found.is_some_and(|(errors, warnings)| errors == 0 && warnings > 0),
            Which::Clean => found == Some((0, 0)),
            Which::NotRead => matches!(
                outcome,
                Outcome::NotRead(_) | Outcome::Locked | Outcome::Left
            ),
        }
    }
}

/// How the list is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    /// Ordered by this.
    pub by: By,
    /// From the greatest down.
    pub down: bool,
    /// Only these.
    pub which: Which,
    /// Only those that have this text in their name or unit.
    pub wanted: String,
}

impl Arranged {
    /// By another column; by the same one the other way round. Counts begin with the most.
    pub fn order(&mut self, by: By) {
        let counts = matches!(by, By::Figures | By::Wrong | By::Doubtful | By::Notices);
        self.down = if self.by == by { !self.down } else { counts };
        self.by = by;
    }

    /// The rows that are listed, by their numbers.
    pub fn shown<F>(&self, rows: &[Rc<Row<F>>]) -> Vec<usize> {
        let wanted = self.wanted.trim().to_lowercase();
        let has = |row: &Row<F>| {
            let unit = row
                .outcome
                .summary()
                .and_then(|read| read.about.unit.as_deref());
            let texts = [Some(row.name.as_str()), unit];
            let mut texts = texts.into_iter().flatten();
            self.which.has(&row.outcome)
                && (wanted.is_empty() || texts.any(|text| text.to_lowercase().contains(&wanted)))
        };
        let all = rows.iter().enumerate();
        let mut shown: Vec<usize> = all.filter(|(_, row)| has(row)).map(|(at, _)| at).collect();
        if self.by != By::Dropped {
            shown.sort_by(|a, b| match (rows.get(*a), rows.get(*b)) {
                (Some(a), Some(b)) => self.compared(a, b),
                _ => Ordering::Equal,
            });
        }
        shown
    }

    /// What has nothing in this column comes last either way.
    fn compared<F>(&self, a: &Row<F>, b: &Row<F>) -> Ordering {
        fn last_none<T: Ord>(a: Option<T>, b: Option<T>, down: bool) -> Ordering {
            match (a, b) {
                (Some(a), Some(b)) if down => b.cmp(&a),
                (Some(a), Some(b)) => a.cmp(&b),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            }
        }
        let (one, other, down) = (a.outcome.summary(), b.outcome.summary(), self.down);
        let count = |of: fn(&Summary) -> usize| last_none(one.map(of), other.map(of), down);
        match self.by {
            By::Dropped => Ordering::Equal,
            By::Name => last_none(Some(&a.name), Some(&b.name), down),
            By::Unit => last_none(
                one.and_then(|read| read.about.unit.as_ref()),
                other.and_then(|read| read.about.unit.as_ref()),
                down,
            ),
            By::Year => last_none(
                one.and_then(|read| read.about.year),
                other.and_then(|read| read.about.year),
                down,
            ),
            By::Kind => count(|read| match read.about.kind {
                DisclosureKind::FinalAccounts => 0,
                DisclosureKind::Budget => 1,
                DisclosureKind::SelfEvaluation => 2,
                DisclosureKind::Unknown => 3,
            }),
            By::Figures => count(|read| read.figures),
            By::Wrong => count(|read| read.errors),
            By::Doubtful => count(|read| read.warnings),
            By::Notices => count(|read| read.notices),
        }
    }
}
