//! The figures of the text, each in its sentence.

mod beside;
mod bind;
mod hold;
mod item;
mod last_year;
mod names;
mod rate;
mod read;
mod roles;
mod shares;
mod signs;
mod sums;
mod tell;
mod twice;
mod value;
mod words;

#[cfg(test)]
mod tests;

use crate::{Document, Finding, Spot};
use serde::{Deserialize, Serialize};

/// A figure that the text claims.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// What kind of figure it is.
    pub kind: StatementKind,
    /// Where it stands.
    pub spot: Spot,
    /// The part of the sentence around it, blanks closed up.
    pub quote: String,
    /// As printed, with its unit: `99.86%`.
    pub claimed: String,
    /// What it should be, in the same unit and with as many decimals.
    pub computed: Option<String>,
    /// How that is worked out.
    pub working: Option<String>,
    /// Whether they agree.
    pub verdict: Verdict,
}

/// The kinds of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "named for what they are")]
pub enum StatementKind {
    Amount,
    Change,
    Growth,
    Share,
    Completion,
    Comparison,
    Sum,
    Count,
    Score,
    Year,
    Name,
}

/// Whether a figure agrees with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// It is what the others give.
    Agrees,
    /// The digits that are printed allow it.
    Rounding,
    /// Nothing in the intervals of the others gives it.
    Wrong,
    /// A person should look: two bases fit, a zero base.
    Doubtful,
    /// There is nothing to hold it against.
    Unknown,
}

pub(crate) use last_year::check as beside_last_year;

/// Reads the statements of a document and holds them against each other and the tables.
pub(crate) fn check(document: &Document<'_>, findings: &mut Vec<Finding>) -> Vec<Statement> {
    let said = read::said(document);
    hold::hold(document, &said, findings)
}
