//! Blocks as readers of files without pages make them.

use crate::headings::level_of;
use juesuan_paper::{Block, Cell, Note, NoteCode, Place};

/// Characters of one document that are read.
pub(crate) const MOST_CHARACTERS: usize = 20_000_000;
/// Cells of one table that are read.
pub(crate) const MOST_CELLS: usize = 200_000;
/// Cells of all tables of a document that are read.
pub(crate) const MOST_CELLS_IN_ALL: usize = 1_000_000;

/// A title.
pub(crate) fn heading(level: u8, text: String) -> Block {
    Block::Heading {
        level,
        text,
        place: Place::default(),
        runs: Vec::new(),
    }
}

/// Running text.
pub(crate) fn paragraph(text: String) -> Block {
    Block::Paragraph {
        text,
        place: Place::default(),
        runs: Vec::new(),
    }
}

/// A cell that takes up one row and one column.
pub(crate) fn cell(row: usize, column: usize, text: String) -> Cell {
    Cell {
        text,
        row,
        column,
        rows: 1,
        columns: 1,
        place: Place::default(),
        runs: Vec::new(),
    }
}

/// A table.
pub(crate) fn table(rows: Vec<Vec<Cell>>) -> Block {
    Block::Table {
        rows,
        place: Place::default(),
    }
}

/// A note with a count.
pub(crate) fn counted(code: NoteCode, count: usize) -> Note {
    Note {
        count: Some(count),
        ..Note::new(code)
    }
}

/// A note about something that has a name.
pub(crate) fn about(code: NoteCode, text: &str) -> Note {
    Note {
        text: Some(text.chars().take(100).collect()),
        ..Note::new(code)
    }
}

/// The level of a line that is a title by its printed number: short, and no sentence. Items of lists are numbered
/// like titles: those by 1. and （1） are titles only where no mark at all is in them.
pub(crate) fn titled(text: &str) -> Option<u8> {
    let level = level_of(text)?;
    let length = text.chars().count();
    let body = text.trim_end().trim_end_matches('。');
    // The mark after 一、 and 1. belongs to the number.
    let after = body
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '、' | '.' | '．' | '）' | ')'));
    let after = after.map_or(body, |(at, mark)| {
        body.get(at + mark.len_utf8()..).unwrap_or_default()
    });
    let sentence = |marks: &[char]| after.contains(marks);
    let blank = after.trim().is_empty();
    // A line of the contents leads to its page.
    if text.contains("……") || text.contains("....") || text.contains('\t') {
        return None;
    }
    let fits = match level {
        1 => length <= 60 && !sentence(&['。', '；', '，']),
        2 | 3 => !blank && length <= 60 && !sentence(&['。', '；', '，', '：', ':', ';']),
        _ => {
            !blank
                && length <= 30
                && body.len() == text.trim_end().len()
                && !sentence(&[
                    '。', '；', '，', '：', ':', ';', '、', ',', '.', '%', '□', '☑',
                ])
        }
    };
    fits.then_some(level)
}
