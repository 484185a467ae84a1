//! The figures of the text, each in its sentence.

mod again;
mod averages;
mod beside;
mod bind;
mod borne;
mod changes;
mod compared;
mod complete;
mod growth;
mod hold;
mod implied;
mod item;
mod judged;
mod last_year;
mod lists;
mod members;
mod names;
mod parted;
mod passed;
mod past;
mod rate;
mod read;
mod roles;
mod shares;
pub(crate) mod signs;
mod subject;
mod sums;
mod tell;
mod told_of;
mod totals;
mod twice;
mod unit;
mod value;
mod words;

#[cfg(test)]
mod excerpts;
#[cfg(test)]
mod held;
#[cfg(test)]
mod more_excerpts;
#[cfg(test)]
mod provinces;
#[cfg(test)]
mod quiet;
#[cfg(test)]
mod tests;

use crate::claimed::Statement;
use crate::document::Document;
use crate::finding::Finding;

pub use told_of::{FigureRole, TextFigure, figures_of_text};

pub(crate) use last_year::check as beside_last_year;

/// Reads the statements of a document and holds them against each other and the tables.
pub(crate) fn check(document: &Document<'_>, findings: &mut Vec<Finding>) -> Vec<Statement> {
    let said = read::said(document);
    hold::hold(document, &said, findings)
}
