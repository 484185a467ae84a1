//! Reads files into papers: what a document says, in order, with tables, and where each character stands.
//!
//! ```text
//! bytes ──recognise──▶ kind ──pdf, docx, sheets, ofd, html, text──▶ Paper
//! ```
//! The kind is told by content, never by the name. Nothing from a file panics; what is read, unpacked and nested
//! is bounded. What still runs too long is for the caller to end: the page reads in a worker of its own.

#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

mod charset;
mod docx;
mod headings;
mod ole;
mod package;
mod recognise;
mod xml;

pub use juesuan_paper::{Paper, Unreadable};

use juesuan_paper::Kind;

/// What is asked of a reader beside the file.
pub struct Asked<'a> {
    /// For a file that wants one.
    pub password: Option<&'a str>,
    /// Hears how many pages, sheets or parts are read, of how many where that is known.
    pub progress: &'a mut dyn FnMut(usize, Option<usize>),
}

/// Reads a file.
///
/// # Errors
/// [`Unreadable`] where nothing can be read of it. What is wrong with parts of it are notes of the paper.
pub fn read(bytes: &[u8], name: Option<&str>, asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let kind = recognise::kind(bytes)?;
    let mut paper = match kind {
        Kind::Docx => docx::read(bytes, asked)?,
        _ => Paper {
            kind,
            ..Paper::default()
        },
    };
    paper.name = name.map(str::to_owned);
    Ok(paper.numbered())
}
