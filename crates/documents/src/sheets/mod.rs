//! Spreadsheets: each sheet that is shown is a title, its name, and one table with all its rows.

mod biff;
mod biff_text;
mod built_in;
mod date;
mod digits;
mod format;
mod lay;
mod ods;
mod pull;
mod xls;
mod xlsx;
mod xlsx_styles;

use crate::Asked;
use crate::made::{MOST_CELLS, MOST_CELLS_IN_ALL, MOST_CHARACTERS, about, heading, table};
use juesuan_paper::{Kind, Note, NoteCode, Paper, Unreadable};

/// Rows of the largest sheet.
const MOST_ROWS: u32 = 1_048_576;
/// Columns of the largest sheet.
const MOST_COLUMNS: u32 = 16_384;

/// What may still be read of a workbook: a text that many cells share can be larger than the file by far.
#[derive(Clone, Copy)]
struct Room {
    cells: usize,
    characters: usize,
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
struct Sheet {
    room: Room,
    name: String,
    /// It is not shown.
    hidden: bool,
    /// Cells that say something, in no order.
    cells: Vec<Text>,
    merges: Vec<Merge>,
    /// Rows that are not shown, from … to.
    hidden_rows: Vec<(u32, u32)>,
    /// Columns that are not shown, from … to.
    hidden_columns: Vec<(u32, u32)>,
    /// Formulas without a value.
    no_value: usize,
    /// There are more cells than are read.
    left_out: bool,
    /// A part of it could not be read.
    damaged: bool,
}

/// What a cell says.
struct Text {
    row: u32,
    column: u32,
    text: String,
}

/// Cells that are one, both ends included.
#[derive(Clone, Copy)]
struct Merge {
    top: u32,
    left: u32,
    bottom: u32,
    right: u32,
}

impl Sheet {
    /// Takes in a cell; whether more are wanted.
    fn add(&mut self, row: u32, column: u32, text: String) -> bool {
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

    fn merge(&mut self, top: u32, left: u32, bottom: u32, right: u32) {
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

/// Reads a workbook.
///
/// # Errors
/// Where none of its sheets can be read.
pub(crate) fn read(kind: Kind, bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let sheets = match kind {
        Kind::Xlsx => xlsx::read(bytes, asked)?,
        Kind::Ods => ods::read(bytes)?,
        _ => xls::read(bytes)?,
    };
    if sheets
        .iter()
        .all(|sheet| sheet.damaged && sheet.cells.is_empty())
    {
        return Err(Unreadable::Damaged(kind));
    }
    let mut paper = Paper {
        kind,
        ..Paper::default()
    };
    let mut cells = 0;
    let count = sheets.len();
    for (number, sheet) in sheets.into_iter().enumerate() {
        if cells >= MOST_CELLS_IN_ALL {
            paper.notes.push(Note {
                count: Some(number),
                ..about(NoteCode::Shortened, &sheet.name)
            });
            break;
        }
        cells += put(sheet, &mut paper);
        (asked.progress)(number + 1, Some(count));
    }
    Ok(paper)
}

/// Puts a sheet into the paper, with what is to be known of it. How many cells it has there.
fn put(sheet: Sheet, paper: &mut Paper) -> usize {
    let name = sheet.name.clone();
    if sheet.damaged {
        paper.notes.push(about(NoteCode::DamagedPart, &name));
    }
    if sheet.hidden {
        // One without anything in it is not missed.
        if !sheet.cells.is_empty() {
            paper.notes.push(about(NoteCode::HiddenSheet, &name));
        }
        return 0;
    }
    let (no_value, left_out, read) = (sheet.no_value, sheet.left_out, sheet.cells.len());
    let laid = lay::out(sheet);
    for (code, count) in [
        (NoteCode::HiddenRows, laid.hidden),
        (NoteCode::NoValue, no_value),
        (NoteCode::Shortened, if left_out { read } else { 0 }),
    ] {
        if count > 0 {
            paper.notes.push(Note {
                count: Some(count),
                ..about(code, &name)
            });
        }
    }
    if laid.rows.is_empty() {
        return 0;
    }
    let cells = laid.rows.iter().map(Vec::len).sum();
    let mut title = heading(1, name.clone());
    title.place_mut().sheet = Some(name.clone());
    let mut rows = table(laid.rows);
    rows.place_mut().sheet = Some(name);
    paper.blocks.extend([title, rows]);
    cells
}
