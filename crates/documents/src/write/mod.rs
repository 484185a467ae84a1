//! Writes papers as files: what [`crate::read`] gives, or what the program publishes.
//!
//! ```text
//! Paper ──plan──▶ pages, texts, tables, pictures ──docx, xlsx──▶ parts ──zipped──▶ bytes
//! ```
//! Equal papers give equal bytes: no clock, no chance. What is written is read again as it was.

mod docx;
mod emf;
mod figure;
mod grid;
mod measure;
mod plan;
mod xlsx;
mod xml;
pub(crate) mod zipped;

use juesuan_paper::bounds::{MOST_BLOCKS, MOST_SQUARES, MOST_TEXT};
use juesuan_paper::{Look, Paper, Unwritable, Written};

/// Bytes of all drawings.
const DRAWINGS: usize = 32 << 20;

/// Writes a paper as a file of that kind.
///
/// # Errors
/// [`Unwritable`] for what such a file cannot hold.
pub fn write(paper: &Paper, kind: Written) -> Result<Vec<u8>, Unwritable> {
    paper.within_bounds().map_err(Unwritable::TooMuch)?;
    if !looks_within_bounds(&paper.looks) {
        return Err(Unwritable::Looks);
    }
    let steps = plan::of(paper);
    if !steps
        .iter()
        .any(|step| !matches!(step, plan::Step::Page { .. }))
    {
        return Err(Unwritable::Empty);
    }
    match kind {
        Written::Docx => docx::write(&steps),
        Written::Xlsx => xlsx::write(&steps),
    }
}

/// Whether a paper says no more of how it looks than a document can need.
fn looks_within_bounds(looks: &[Look]) -> bool {
    let (mut cells, mut words, mut drawings) = (0_usize, 0_usize, 0_usize);
    let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    for look in looks {
        cells = cells.saturating_add(look.cells.len() + look.widths.len());
        let formulas = look.cells.iter().map(|cell| length(&cell.formula));
        words = words.saturating_add(length(&look.sheet) + length(&look.alt));
        words = words.saturating_add(formulas.sum());
        drawings = drawings.saturating_add(length(&look.svg));
    }
    looks.len() <= MOST_BLOCKS
        && cells <= MOST_SQUARES
        && words <= 4 * MOST_TEXT
        && drawings <= DRAWINGS
}
