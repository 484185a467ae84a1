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
mod zipped;

use juesuan_paper::{Paper, Unwritable, Written};

/// Writes a paper as a file of that kind.
///
/// # Errors
/// [`Unwritable`] for what such a file cannot hold.
pub fn write(paper: &Paper, kind: Written) -> Result<Vec<u8>, Unwritable> {
    paper.within_bounds().map_err(Unwritable::TooMuch)?;
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
