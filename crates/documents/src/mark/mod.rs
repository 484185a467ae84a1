//! Writes the findings of a review into the file itself: notes on highlighted text in a PDF, comments in a Word
//! file. Everything else in the file stays byte for byte what it was.
//!
//! ```text
//! bytes, remarks ──where──▶ places in the paper ──pdf, docx──▶ bytes
//! ```
//! A remark is only written where its quote still stands: a review of another file marks nothing.

mod docx;
mod marks;
mod pdf;
mod place;

use crate::recognise;
use juesuan_paper::{Kind, Remark, Unmarkable};

pub use marks::Marked;

/// Writes remarks into a file, as somebody of that name. Those that were set aside are passed over; without any,
/// the file is what it was.
///
/// # Errors
/// [`Unmarkable`] where none can be written.
pub fn mark(bytes: &[u8], remarks: &[Remark], author: &str) -> Result<Marked, Unmarkable> {
    let kind = recognise::kind(bytes).map_err(Unmarkable::Unreadable)?;
    if !matches!(kind, Kind::Pdf | Kind::Docx) {
        return Err(Unmarkable::Kind(kind));
    }
    let wanted: Vec<&Remark> = remarks
        .iter()
        .filter(|remark| remark.set_aside.is_none())
        .collect();
    match kind {
        Kind::Docx => docx::mark(bytes, &wanted, author),
        _ => pdf::mark(bytes, &wanted, author),
    }
}
