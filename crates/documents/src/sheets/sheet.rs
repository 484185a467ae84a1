//! A sheet as its file holds it, and how much is read of one.

use crate::made::{MOST_CELLS, MOST_CELLS_IN_ALL, MOST_CHARACTERS};

/// Rows of the largest sheet.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// Columns of the largest sheet.
pub(super) const MOST_COLUMNS: u32 = 16_384;

/// What may still be read of a workbook: a text that many cells share can be larger than the file by far.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub cells: usize,
    pub characters: usize,
}

impl Default for Room {
    fn default() -> Self {
        Room {
            cells: MOST_CELLS_IN_ALL,
            characters: MOST_CHARACTERS,
        }
    }
}

/// A sheet as its file holds it.
#[derive(Default)]
pub(super) struct Sheet {
    pub room: Room,
    pub name: String,
    /// It is not shown.
    pub hidden: bool,
    /// Cells that say something, in no order.
    pub cells: Vec<Text>,
    pub merges: Vec<Merge>,
    /// Rows that are not shown, from … to.
    pub hidden_rows: Vec<(u32, u32)>,
    /// Columns that are not shown, from … to.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Formulas without a value.
    pub no_value: usize,
    /// There are more cells than are read.
    pub left_out: bool,
    /// A part of it could not be read.
    pub damaged: bool,
}

/// What a cell says.
pub(super) struct Text {
    pub row: u32,
    pub column: u32,
    pub text: String,
}

/// Cells that are one, both ends included.
#[derive(Clone, Copy)]
pub(super) struct Merge {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Sheet {
    /// Takes in a cell; whether more are wanted.
    pub fn add(&mut self, row: u32, column: u32, text: String) -> bool {
        if text.trim().is_empty() || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return true;
        }
        let room = self.room.cells > 0 && self.room.characters >= text.len();
        if self.cells.len() >= MOST_CELLS || !room {
            self.left_out = true;
            return false;
        }
        self.room.cells -= 1;
        self.room.characters -= text.len();
        self.cells.push(Text { row, column, text });
        true
    }

    pub fn merge(&mut self, top: u32, left: u32, bottom: u32, right: u32) {
        let whole = top <= bottom && left <= right && (top, left) != (bottom, right);
        if whole && self.merges.len() < MOST_CELLS {
            self.merges.push(Merge {
                top,
                left,
                bottom,
                right,
            });
        }
    }
}
