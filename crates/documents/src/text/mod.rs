//! Plain text, and tables in it.

mod csv;
mod lines;

use crate::asked::Asked;
use crate::charset;
use crate::made::{self, MOST_CHARACTERS};
use juesuan_paper::{Kind, NoteCode, Paper, Unreadable};

/// Reads plain text: a table where all of it is one (CSV), else lines.
///
/// # Errors
/// For what is no text.
pub(crate) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let decoded = charset::decode(bytes).ok_or(Unreadable::Unknown(None))?;
    let mut paper = Paper {
        kind: Kind::Text,
        ..Paper::default()
    };
    if let Some(encoding) = decoded.guessed {
        paper
            .notes
            .push(made::about(NoteCode::GuessedEncoding, encoding));
    }
    let text = shortened(&decoded.text, &mut paper);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match csv::table(&text) {
        Some(table) => {
            if table.left_out {
                paper
                    .notes
                    .push(made::counted(NoteCode::Shortened, table.rows.len()));
            }
            paper.blocks.push(made::table(table.rows));
        }
        None => lines::read(&text, &mut paper),
    }
    (asked.progress)(1, Some(1));
    Ok(paper)
}

/// As much of a text as is read.
pub(crate) fn shortened<'a>(text: &'a str, paper: &mut Paper) -> &'a str {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => {
            paper
                .notes
                .push(made::counted(NoteCode::Shortened, MOST_CHARACTERS));
            text.get(..end).unwrap_or_default()
        }
        None => text,
    }
}

#[cfg(test)]
mod tests;
