//! PDF: opened and drawn by hayro, laid out by [`crate::layout`].

mod draw;

use crate::{Asked, layout};
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use juesuan_paper::{Kind, Note, NoteCode, Paper, Unreadable};

/// Reads a PDF file.
///
/// # Errors
/// For one that wants a password, is encrypted in an unknown way, or damaged beyond repair.
pub(crate) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let pdf = open(bytes, asked.password)?;
    let total = pdf.pages().len();
    if total == 0 {
        return Err(Unreadable::Damaged(Kind::Pdf));
    }
    let pages = draw::pages(&pdf, asked.progress);
    let read = pages.len();
    let mut paper = layout::paper(Kind::Pdf, pages);
    if read < total {
        paper.notes.push(Note {
            count: Some(read),
            ..Note::new(NoteCode::Shortened)
        });
    }
    Ok(paper)
}

/// The empty password opens what is only protected against changes, whatever password was given for it.
pub(crate) fn open(bytes: &[u8], password: Option<&str>) -> Result<Pdf, Unreadable> {
    let with = |password: &str| Pdf::new_with_password(bytes.to_vec(), password);
    let is_closed = |error: &LoadPdfError| {
        matches!(
            error,
            LoadPdfError::Decryption(DecryptionError::PasswordProtected)
        )
    };
    let opened = match (with(""), password) {
        (Err(error), Some(password)) if is_closed(&error) => with(password),
        (opened, _) => opened,
    };
    opened.map_err(|error| match error {
        error if is_closed(&error) => Unreadable::Password {
            wrong: password.is_some(),
        },
        LoadPdfError::Decryption(_) => Unreadable::Encrypted(Kind::Pdf),
        LoadPdfError::Invalid => Unreadable::Damaged(Kind::Pdf),
    })
}
