//! XLS: BIFF8 (Excel 97 to 2003) and BIFF5 (Excel 5 and 95), in an OLE file or bare.

use super::biff::{Record, Records};
use super::biff_text;
use super::built_in::built_in;
use super::digits::general;
use super::format::Format;
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Room, Sheet};
use crate::ole::{Ole, u16_at, u32_at};
use juesuan_paper::{Kind, Unreadable};
use std::collections::HashMap;

/// Sheets of a workbook.
const MOST_SHEETS: usize = 1000;

/// What holds for the whole workbook.
#[derive(Default)]
struct Book {
    /// BIFF5: texts are bytes of a code page.
    old: bool,
    page: u16,
    from_1904: bool,
    codes: HashMap<u16, String>,
    /// For each style, the number of its format.
    styles: Vec<u16>,
    formats: Vec<Format>,
    strings: Vec<String>,
    sheets: Vec<Listed>,
}

struct Listed {
    name: String,
    at: usize,
    hidden: bool,
    /// 0: cells; others are charts and macros.
    kind: u8,
}

/// Reads all sheets.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let damaged = || Unreadable::Damaged(Kind::Xls);
    let (stream, whole) = match Ole::open(bytes) {
        Some(ole) => {
            let stream = ole.stream("Workbook").or_else(|| ole.stream("Book"));
            let stream = stream.ok_or_else(damaged)?;
            (stream.bytes, stream.whole)
        }
        None => (bytes.to_vec(), true),
    };
    let book = Book::of(&stream)?;
    if book.sheets.is_empty() {
        return Err(damaged());
    }
    let mut sheets = Vec::new();
    let mut room = Room::default();
    // Sheets that lie upon each other would have the file read over and over.
    let mut bytes_left = stream.len().saturating_mul(4);
    for listed in book.sheets.iter().filter(|it| it.kind == 0) {
        let mut sheet = Sheet {
            name: listed.name.clone(),
            hidden: listed.hidden,
            room,
            ..Sheet::default()
        };
        let mut records = Records {
            bytes: &stream,
            at: listed.at,
        };
        let ended = bytes_left > 0 && book.sheet(&mut records, &mut sheet);
        bytes_left = bytes_left.saturating_sub(records.at.saturating_sub(listed.at));
        sheet.damaged = (!ended && !sheet.left_out) || (sheet.cells.is_empty() && !whole);
        room = sheet.room;
        sheets.push(sheet);
    }
    Ok(sheets)
}

impl Book {
    fn of(stream: &[u8]) -> Result<Self, Unreadable> {
        let mut book = Book {
            page: 1252,
            ..Book::default()
        };
        for (number, record) in (Records {
            bytes: stream,
            at: 0,
        })
        .enumerate()
        {
            let data = record.data;
            match record.id {
                0x809 if number == 0 => book.old = u16_at(data, 0) != Some(0x0600),
                _ if number == 0 => return Err(Unreadable::Damaged(Kind::Xls)),
                // The key to what follows.
                0x2F => return Err(Unreadable::Password { wrong: false }),
                0x42 => book.page = u16_at(data, 0).unwrap_or(1252),
                0x22 => book.from_1904 = u16_at(data, 0) == Some(1),
                0x41E => {
                    if let Some((id, code)) = book.format(&record) {
                        book.codes.insert(id, code);
                    }
                }
                0xE0 => book.styles.push(u16_at(data, 2).unwrap_or(0)),
                0x85 => book.list(&record),
                0xFC => book.strings = strings(&record),
                0x0A => break,
                _ => {}
            }
        }
        let code = |id: &u16| {
            book.codes
                .get(id)
                .map_or_else(|| built_in(u32::from(*id)), String::as_str)
        };
        book.formats = book
            .styles
            .iter()
            .map(|id| Format::parse(code(id)))
            .collect();
        Ok(book)
    }

    fn format(&self, record: &Record<'_>) -> Option<(u16, String)> {
        let mut parts = record.parts();
        let id = parts.word()?;
        if self.old {
            let count = usize::from(parts.byte()?);
            let text = record.data.get(3..3 + count)?;
            return Some((id, biff_text::decode(text, self.page)));
        }
        let count = usize::from(parts.word()?);
        Some((id, parts.text(count)?))
    }

    fn list(&mut self, record: &Record<'_>) {
        let mut parts = record.parts();
        let head = (parts.long(), parts.byte(), parts.byte(), parts.byte());
        let (Some(at), Some(shown), Some(kind), Some(count)) = head else {
            return;
        };
        let count = usize::from(count);
        let name = match self.old {
            true => record
                .data
                .get(7..7 + count)
                .map(|it| biff_text::decode(it, self.page)),
            false => parts.text(count),
        };
        if self.sheets.len() < MOST_SHEETS {
            self.sheets.push(Listed {
                name: name.unwrap_or_default(),
                at: at as usize,
                hidden: shown & 3 != 0,
                kind,
            });
        }
    }

    /// Reads the cells of a sheet; whether its end was seen.
    fn sheet(&self, records: &mut Records<'_>, sheet: &mut Sheet) -> bool {
        // One sheet after another begins with this.
        if records.next().is_none_or(|first| first.id != 0x809) {
            return false;
        }
        let mut depth = 0_usize;
        // The cell of the formula whose text follows.
        let mut waiting: Option<(u32, u32)> = None;
        for record in records {
            let data = record.data;
            match record.id {
                // A chart within the sheet.
                0x809 => depth += 1,
                0x0A if depth == 0 => return true,
                0x0A => depth -= 1,
                _ if depth > 0 => {}
                0x208 => {
                    if u16_at(data, 12).is_some_and(|it| it & 0x20 != 0)
                        && let Some(row) = u16_at(data, 0)
                    {
                        sheet.hidden_rows.push((row.into(), row.into()));
                    }
                }
                0x7D => {
                    if u16_at(data, 8).is_some_and(|it| it & 1 != 0)
                        && let (Some(from), Some(to)) = (u16_at(data, 0), u16_at(data, 2))
                    {
                        sheet
                            .hidden_columns
                            .push((from.into(), u32::from(to).min(MOST_COLUMNS)));
                    }
                }
                0xE5 => merges(data, sheet),
                0x207 => {
                    if let (Some((row, column)), Some(text)) =
                        (waiting.take(), self.text(&record, 0))
                    {
                        sheet.add(row, column, text);
                    }
                }
                0xBD => self.numbers(data, sheet),
                _ => {
                    let at = (u16_at(data, 0), u16_at(data, 2), u16_at(data, 4));
                    if let (Some(row), Some(column), Some(style)) = at {
                        let (row, column) = (u32::from(row), u32::from(column));
                        match self.cell(&record, style) {
                            Value::Text(text) => {
                                sheet.add(row, column, text);
                            }
                            Value::Follows => waiting = Some((row, column)),
                            Value::Nothing => {}
                        }
                    }
                }
            }
            if sheet.left_out || sheet.hidden_rows.len() > MOST_ROWS as usize {
                return false;
            }
        }
        false
    }

    /// What a cell says. Its row, column and style are read.
    fn cell(&self, record: &Record<'_>, style: u16) -> Value {
        let data = record.data;
        let text = match record.id {
            0x203 => double(data, 6).map(|it| self.shown(style, it)),
            0x27E => u32_at(data, 6).map(|it| self.shown(style, packed(it))),
            0xFD => u32_at(data, 6)
                .and_then(|it| self.strings.get(it as usize))
                .cloned(),
            0x204 | 0xD6 => self.text(record, 6),
            0x205 => match (data.get(6), data.get(7)) {
                (Some(code), Some(0)) => Some(truth(*code)),
                (Some(code), Some(_)) => Some(error(*code)),
                _ => None,
            },
            0x06 | 0x206 | 0x406 => match (data.get(6), data.get(8), data.get(12..14)) {
                (Some(0), _, Some([0xFF, 0xFF])) => return Value::Follows,
                (Some(1), Some(code), Some([0xFF, 0xFF])) => Some(truth(*code)),
                (Some(2), Some(code), Some([0xFF, 0xFF])) => Some(error(*code)),
                (_, _, Some([0xFF, 0xFF])) => None,
                _ => double(data, 6).map(|it| self.shown(style, it)),
            },
            _ => None,
        };
        text.map_or(Value::Nothing, Value::Text)
    }

    fn shown(&self, style: u16, number: f64) -> String {
        match self.formats.get(usize::from(style)) {
            Some(format) => format.show(number, self.from_1904),
            None => general(number),
        }
    }

    /// A text with its length of two bytes before it, behind so many bytes.
    fn text(&self, record: &Record<'_>, from: usize) -> Option<String> {
        let mut parts = record.parts();
        parts.skip(from);
        let count = usize::from(parts.word()?);
        if self.old {
            let text = record.data.get(from + 2..)?;
            return Some(biff_text::decode(
                text.get(..count).unwrap_or(text),
                self.page,
            ));
        }
        parts.text(count)
    }

    /// Several numbers side by side.
    fn numbers(&self, data: &[u8], sheet: &mut Sheet) {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else {
            return;
        };
        let all = data
            .get(4..data.len().saturating_sub(2))
            .unwrap_or_default();
        for (column, pair) in (u32::from(first)..).zip(all.chunks_exact(6)) {
            if let (Some(style), Some(number)) = (u16_at(pair, 0), u32_at(pair, 2)) {
                sheet.add(row.into(), column, self.shown(style, packed(number)));
            }
        }
    }
}

enum Value {
    Text(String),
    /// The text of a formula is a record of its own.
    Follows,
    Nothing,
}

/// The texts that cells share, as many as can be read.
fn strings(record: &Record<'_>) -> Vec<String> {
    let mut parts = record.parts();
    parts.skip(8);
    let mut strings = Vec::new();
    while let Some(count) = parts.word() {
        match parts.text(usize::from(count)) {
            Some(text) => strings.push(text),
            None => break,
        }
    }
    strings
}

fn merges(data: &[u8], sheet: &mut Sheet) {
    for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
        let number = |at| u16_at(range, at).map(u32::from);
        if let (Some(top), Some(bottom), Some(left), Some(right)) =
            (number(0), number(2), number(4), number(6))
        {
            sheet.merge(top, left, bottom, right);
        }
    }
}

fn double(data: &[u8], at: usize) -> Option<f64> {
    let eight = data.get(at..at + 8)?;
    Some(f64::from_le_bytes(eight.try_into().ok()?))
}

/// A number in 30 bits: whole or the upper half of a double, as it is or in hundredths.
fn packed(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits.cast_signed() >> 2),
    };
    if bits & 1 == 0 {
        number
    } else {
        number / 100.0
    }
}

fn truth(code: u8) -> String {
    if code == 0 { "FALSE" } else { "TRUE" }.to_owned()
}

fn error(code: u8) -> String {
    match code {
        0 => "#NULL!",
        7 => "#DIV/0!",
        15 => "#VALUE!",
        23 => "#REF!",
        29 => "#NAME?",
        36 => "#NUM!",
        _ => "#N/A",
    }
    .to_owned()
}
