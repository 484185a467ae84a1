//! Blocks, cells and notes as readers of files without pages make them: nothing is known of where they stand.

use crate::{Block, Cell, Note, NoteCode, Place};

/// A title.
pub fn heading(level: u8, text: String) -> Block {
    Block::Heading {
        level,
        text,
        place: Place::default(),
        runs: Vec::new(),
    }
}

/// Running text.
pub fn paragraph(text: String) -> Block {
    Block::Paragraph {
        text,
        place: Place::default(),
        runs: Vec::new(),
    }
}

/// A cell that takes up one row and one column.
pub fn cell(row: usize, column: usize, text: String) -> Cell {
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
pub fn table(rows: Vec<Vec<Cell>>) -> Block {
    Block::Table {
        rows,
        place: Place::default(),
    }
}

/// A note with a count.
pub fn counted(code: NoteCode, count: usize) -> Note {
    Note {
        count: Some(count),
        ..Note::new(code)
    }
}

/// A note about something that has a name.
pub fn about(code: NoteCode, text: &str) -> Note {
    Note {
        text: Some(text.chars().take(100).collect()),
        ..Note::new(code)
    }
}
