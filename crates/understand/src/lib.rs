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
mod claimed;
mod code;
mod document;
mod figures;
mod finding;
mod flat;
mod form;
mod intake;
mod ledger;
mod passage;
mod pattern;
mod place;
mod plain;
mod proof;
mod revision;
mod statement;
mod summary;
mod table;
mod text;
mod wordings;

pub use about::{About, DisclosureKind};
pub use claimed::{Statement, StatementKind, Verdict};
pub use code::Arguments;
pub use document::{Document, Line, Section};
pub use finding::{Apart, Cause, Finding, Lacking, Matter, Order, Residue, Severity, YearFrame};
pub use form::{FoundForm, Placed, RulesFrom};
pub use intake::{How, Left, Taken, WhyLeft};
pub use ledger::{Ledger, LedgerChoices, LedgerGroup, LedgerRow};
pub use place::Spot;
pub use revision::{Change, Revision, revised};
pub use statement::{FigureRole, TextFigure, figures_of_text};
pub use summary::Summary;
pub use table::{
    AmountCell, FoundTable, Mark, RowName, Side, Unit, of_section as tables_of_section,
};

use juesuan_domain::evaluation::RuleSet;
use juesuan_paper::Paper;
use serde::{Deserialize, Serialize};

/// What was found in a disclosure, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Review {
    /// Whose it is, of what year, and of what kind.
    pub about: About,
    /// Its tables, in their order.
    pub tables: Vec<TableAbout>,
    /// Its self-evaluation forms, in their order.
    pub forms: Vec<FoundForm>,
    /// Each figure of the text, in its order.
    pub statements: Vec<Statement>,
    /// What is wrong, or should be looked at, in the order of the document.
    pub findings: Vec<Finding>,
    /// How much of it was held against something.
    pub coverage: Coverage,
}

/// A table that was found, in short.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableAbout {
    /// The block of the paper.
    pub block: usize,
    /// Its title, as printed; empty where none was found.
    pub title: String,
    /// 1 to 9 of final accounts; `None` for what is not known.
    pub no: Option<u8>,
    /// What its amounts are in.
    pub unit: Unit,
    /// How many amounts it has.
    pub amounts: usize,
    /// It has rows for amounts, but none, or only zeros.
    pub empty: bool,
}

impl TableAbout {
    fn of(table: &FoundTable) -> Self {
        TableAbout {
            block: table.block,
            title: table.title.clone(),
            no: table.no,
            unit: table.unit,
            amounts: table.amounts.len(),
            empty: table.empty,
        }
    }
}

/// How many figures there are, and how many of them were held against another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// Figures of text and tables.
    pub figures: usize,
    /// Those that were held against something.
    pub checked: usize,
}

/// Of what is said of one figure by two checks the first is kept.
fn once(findings: &mut Vec<Finding>) {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    let words = |finding: &&Finding| matches!(finding.matter, Matter::ChangedAndUnchanged { .. });
    let all_words: Vec<Finding> = findings.iter().filter(words).cloned().collect();
    for finding in findings.drain(..) {
        let lacks = |finding: &Finding| matches!(finding.matter, Matter::Lacking { .. });
        let overlaps = |one: &Spot, other: &Spot| {
            one.block == other.block
                && one.cell == other.cell
                && one.start < other.end
                && other.start < one.end
        };
        let told = |other: &Finding| {
            lacks(other)
                && lacks(&finding)
                && overlaps(&other.spot, &finding.spot)
                && finding.also.is_empty()
        };
        // A change beside 持平 is told by the words alone, where they are beside each other.
        let unchanged = |other: &Finding| {
            let words = matches!(other.matter, Matter::ChangedAndUnchanged { .. });
            let figures = matches!(finding.matter, Matter::NotUnchanged { .. });
            words && figures && other.spot.block == finding.spot.block
        };
        if !kept.iter().any(told) && !all_words.iter().any(unchanged) {
            kept.push(finding);
        }
    }
    *findings = kept;
}

/// Holds the figures of a disclosure against each other.
pub fn review(paper: &Paper) -> Review {
    review_beside(paper, None)
}

/// The same, and what it says of last year against last year's disclosure, where that is of the same unit and
/// of the year before.
pub fn review_beside(paper: &Paper, last_year: Option<&Paper>) -> Review {
    review_by(paper, last_year, None)
}

/// The same, its self-evaluation forms scored by these rules.
pub fn review_by(paper: &Paper, last_year: Option<&Paper>, rules: Option<&RuleSet>) -> Review {
    let last_year = last_year.map(Document::of);
    review_document(&Document::of(paper), last_year.as_ref(), rules)
}

/// The same, for who has found the parts of the paper already.
pub fn review_document(
    document: &Document<'_>,
    last_year: Option<&Document<'_>>,
    rules: Option<&RuleSet>,
) -> Review {
    let mut findings = Vec::new();
    let tables = table::check(document, &mut findings);
    let mut statements = statement::check(document, &mut findings);
    if let Some(last) = last_year {
        statement::beside_last_year(document, last, &mut statements, &mut findings);
    }
    let lines = document.sections.iter().flat_map(|section| &section.lines);
    let lines: Vec<(usize, &str)> = lines.map(|line| (line.block, line.text.as_str())).collect();
    let forms = form::check(
        &document.forms,
        &lines,
        rules,
        &mut findings,
        &mut statements,
    );
    proof::check(document, &mut findings);
    once(&mut findings);
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
        about: document.about.clone(),
        tables: document.tables.iter().map(TableAbout::of).collect(),
        forms,
        statements,
        findings,
        coverage,
    }
}
