//! Spreadsheets: each sheet that is shown is a title, its name, and one table with all its rows.

mod biff;
mod biff_text;
mod built_in;
mod date;
mod digits;
mod format;
mod format_code;
mod lay;
mod ods;
mod pull;
mod sheet;
mod xls;
mod xlsx;
mod xlsx_styles;

use crate::asked::Asked;
use crate::made::{MOST_CELLS_IN_ALL, about, heading, table};
use juesuan_paper::{Kind, Note, NoteCode, Paper, Unreadable};
use sheet::Sheet;

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
