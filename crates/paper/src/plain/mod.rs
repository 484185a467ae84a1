//! Plain text as a paper: lines joined to paragraphs, titles by their numbers, tables in it.
//!
//! It needs no reader of files: scripts hand in texts as they are.

mod bounds;
mod csv;
mod line;
mod lines;
mod pages;

use crate::make::{counted, table};
use crate::{Kind, NoteCode, Paper};

pub use bounds::{MOST_CELLS, MOST_CHARACTERS};

/// Reads plain text: a table where all of it is one (CSV), else lines.
///
/// ```
/// use juesuan_paper::plain;
/// let paper = plain::read("一、收入情况\n本年收入合计9746.50\n万元。");
/// assert_eq!(paper.to_string(), "H2 一、收入情况\nP 本年收入合计9746.50万元。\n");
/// ```
pub fn read(text: &str) -> Paper {
    let mut paper = Paper {
        kind: Kind::Text,
        ..Paper::default()
    };
    let text = shortened(text, &mut paper);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    match csv::table(&text) {
        Some(found) => {
            if found.left_out {
                paper
                    .notes
                    .push(counted(NoteCode::Shortened, found.rows.len()));
            }
            paper.blocks.push(table(found.rows));
        }
        None => lines::read(&text, &mut paper),
    }
    paper.numbered()
}

/// As much of a text as is read; where that is not all of it, a note says so.
pub fn shortened<'a>(text: &'a str, paper: &mut Paper) -> &'a str {
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => {
            paper
                .notes
                .push(counted(NoteCode::Shortened, MOST_CHARACTERS));
            text.get(..end).unwrap_or_default()
        }
        None => text,
    }
}

#[cfg(test)]
mod tests;
