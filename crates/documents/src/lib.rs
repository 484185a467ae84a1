//! Reads files into papers: what a document says, in order, with tables, and where each character stands.
//!
//! ```text
//! bytes ──recognise──▶ kind ──pdf, docx, sheets, ofd, html, text──▶ Paper
//! ```
//! The kind is told by content, never by the name. Nothing from a file panics; what is read, unpacked and nested
//! is bounded. What still runs too long is for the caller to end: the page reads in a worker of its own.

#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]

mod asked;
mod charset;
mod docx;
#[cfg(target_arch = "wasm32")]
mod here;
mod html;
mod layout;
mod made;
mod mark;
mod ofd;
mod ole;
mod package;
#[cfg(target_arch = "wasm32")]
mod patience;
mod pdf;
mod radicals;
mod recognise;
mod roman;
#[cfg(target_arch = "wasm32")]
mod script;
#[cfg(target_arch = "wasm32")]
mod serve;
mod sheets;
mod text;
#[cfg(target_arch = "wasm32")]
mod work;
mod write;
mod xml;

use juesuan_paper::Kind;

pub use asked::Asked;
pub use juesuan_paper::{Paper, Unreadable, Unwritable, Written};
pub use mark::{Marked, mark};
pub use write::write;

/// Reads a file.
///
/// # Errors
/// [`Unreadable`] where nothing can be read of it. What is wrong with parts of it are notes of the paper.
pub fn read(bytes: &[u8], name: Option<&str>, asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let kind = recognise::kind(bytes)?;
    let mut paper = match kind {
        Kind::Pdf => pdf::read(bytes, asked)?,
        Kind::Docx => docx::read(bytes, asked)?,
        Kind::Html => html::read(bytes, asked)?,
        Kind::Text => text::read(bytes, asked)?,
        Kind::Xlsx | Kind::Xls | Kind::Ods => sheets::read(kind, bytes, asked)?,
        Kind::Ofd => ofd::read(bytes, asked)?,
    };
    paper.name = name.map(str::to_owned);
    paper.kind = kind;
    Ok(paper.numbered())
}
