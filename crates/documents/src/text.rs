//! Plain text, in whatever it is encoded.

use crate::asked::Asked;
use crate::charset;
use crate::made;
use juesuan_paper::{NoteCode, Paper, Unreadable, plain};

/// Reads plain text: a table where all of it is one (CSV), else lines.
///
/// # Errors
/// For what is no text.
pub(crate) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let decoded = charset::decode(bytes).ok_or(Unreadable::Unknown(None))?;
    let mut paper = plain::read(&decoded.text);
    if let Some(encoding) = decoded.guessed {
        let guessed = made::about(NoteCode::GuessedEncoding, encoding);
        paper.notes.insert(0, guessed);
    }
    (asked.progress)(1, Some(1));
    Ok(paper)
}
