//! From a [`Paper`] to a [`Review`]: what a published disclosure says, and whether its figures agree.
//!
//! Two steps, both pure: [`Document::of`] finds the unit, the year, the sections, the tables and the sentences;
//! [`review`] holds each figure against the others. Nothing is guessed: a figure that cannot be tied to
//! anything is [`Verdict::Unknown`], and shown so.
//!
//! Words that are *read* live here, with their readers. Words that are *shown* live in `juesuan-say`: a
//! [`Finding`] is data.

#![forbid(unsafe_code)]

mod about;
mod document;
mod finding;
mod place;
mod proof;
mod statement;
mod table;

pub use about::{About, DisclosureKind};
pub use document::{Document, Line, Section};
pub use finding::{Cause, Finding, Matter, Severity};
pub use place::Spot;
pub use statement::{Statement, StatementKind, Verdict};
pub use table::{
    AmountCell, FoundTable, Mark, RowName, Side, Unit, of_section as tables_of_section,
};

use juesuan_paper::Paper;

/// What was found in a disclosure, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Review {
    /// Whose it is, of what year, and of what kind.
    pub about: About,
    /// Its tables, in their order.
    pub tables: Vec<FoundTable>,
    /// Each figure of the text, in its order.
    pub statements: Vec<Statement>,
    /// What is wrong, or should be looked at, in the order of the document.
    pub findings: Vec<Finding>,
    /// How much of it was held against something.
    pub coverage: Coverage,
}

/// How many figures there are, and how many of them were held against another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Figures of text and tables.
    pub figures: usize,
    /// Those that were held against something.
    pub checked: usize,
}

/// Holds the figures of a disclosure against each other.
pub fn review(paper: &Paper) -> Review {
    let document = Document::of(paper);
    let mut findings = Vec::new();
    let tables = table::check(&document, &mut findings);
    let statements = statement::check(&document, &mut findings);
    proof::check(&document, &mut findings);
    findings.sort_by_key(|finding| (finding.spot.clone(), finding.severity));
    let coverage = Coverage {
        figures: tables.figures + statements.len(),
        checked: tables.checked
            + statements
                .iter()
                .filter(|statement| statement.verdict != Verdict::Unknown)
                .count(),
    };
    Review {
        about: document.about,
        tables: document.tables,
        statements,
        findings,
        coverage,
    }
}
