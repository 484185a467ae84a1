//! XLSX: workbook, strings and sheets of the package, read piece by piece.

use super::pull::{self, Piece, Tag};
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Room, Sheet};
use super::xlsx_styles::Styles;
use crate::asked::Asked;
use crate::made::MOST_CHARACTERS;
use crate::package::{Fault, Package};
use juesuan_paper::{Kind, Unreadable};

/// Sheets of a workbook.
const MOST_SHEETS: usize = 1000;
/// Texts that cells share.
const MOST_STRINGS: usize = 2_000_000;

/// Reads all sheets.
pub(super) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Vec<Sheet>, Unreadable> {
    let whole = |fault: Fault| fault.unreadable(Kind::Xlsx);
    let mut package = Package::open(bytes).map_err(whole)?;
    let main = package
        .main()
        .unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let workbook = package.xml(&main).map_err(whole)?;
    let relationships = package.relationships(&main).map_err(whole)?;
    let from_1904 = workbook
        .child("workbookPr")
        .and_then(|it| it.attribute("date1904"))
        .is_some_and(|it| matches!(it, "1" | "true"));
    let part_of = |kind: &str| {
        relationships
            .iter()
            .find(|it| it.kind == kind)
            .map(|it| it.target.clone())
    };
    let (strings, strings_whole) = match part_of("sharedStrings") {
        Some(part) => strings(&package.part(&part).or_else(missing).map_err(whole)?),
        None => (Vec::new(), true),
    };
    let styles = part_of("styles").and_then(|part| package.xml(&part).ok());
    let styles = Styles::of(styles.as_ref(), from_1904);
    let listed = workbook.child("sheets");
    let listed: Vec<_> = listed
        .iter()
        .flat_map(|it| it.all("sheet"))
        .take(MOST_SHEETS)
        .collect();
    let mut sheets = Vec::new();
    let mut room = Room::default();
    for (number, entry) in listed.iter().enumerate() {
        let mut sheet = Sheet {
            name: entry.attribute("name").unwrap_or_default().to_owned(),
            hidden: matches!(entry.attribute("state"), Some("hidden" | "veryHidden")),
            room,
            ..Sheet::default()
        };
        let relationship = relationships
            .iter()
            .find(|it| Some(it.id.as_str()) == entry.attribute("id"));
        if relationship.is_some_and(|it| it.kind != "worksheet") {
            // A chart: nothing is read of it.
            continue;
        }
        match relationship.map_or(Err(Fault::Missing), |it| package.part(&it.target)) {
            Ok(bytes) => {
                let reading = Reading::new(&mut sheet, &strings, &styles);
                let text = pull::decode(&bytes);
                reading.read(&text);
                sheet.damaged |= !strings_whole;
            }
            Err(fault @ Fault::TooLarge(_)) => return Err(whole(fault)),
            Err(_) => sheet.damaged = true,
        }
        room = sheet.room;
        sheets.push(sheet);
        (asked.progress)(number + 1, Some(listed.len()));
    }
    Ok(sheets)
}

/// Strings that are missing are as good as none, but ones that are too large are not.
fn missing(fault: Fault) -> Result<Vec<u8>, Fault> {
    match fault {
        Fault::TooLarge(_) => Err(fault),
        _ => Ok(b"<".to_vec()),
    }
}

/// The texts that cells share, and whether all of them could be read. What tells how Japanese is pronounced is left out.
fn strings(bytes: &[u8]) -> (Vec<String>, bool) {
    let text = pull::decode(bytes);
    let mut strings: Vec<String> = Vec::new();
    let (mut shown, mut spoken, mut length) = (false, false, 0_usize);
    let whole = pull::each(&text, |piece| {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "si" => strings.push(String::new()),
                "t" => shown = true,
                "rPh" => spoken = true,
                _ => {}
            },
            Piece::Close(name) => match name.as_str() {
                "t" => shown = false,
                "rPh" => spoken = false,
                _ => {}
            },
            Piece::Text(piece) if shown && !spoken => {
                length += piece.len();
                if let Some(last) = strings.last_mut() {
                    last.push_str(&piece);
                }
            }
            Piece::Text(_) => {}
        }
        strings.len() < MOST_STRINGS && length < MOST_CHARACTERS * 3
    });
    (strings, whole)
}

/// A sheet while it is read.
struct Reading<'a> {
    sheet: &'a mut Sheet,
    strings: &'a [String],
    styles: &'a Styles,
    row: u32,
    column: u32,
    cell: Option<Open>,
    /// Characters that count now: of a value, or of a text in the cell itself.
    into: Into,
    rows_hidden: bool,
    /// Rows that say themselves whether they are hidden; wanted only where the others are.
    told: Vec<u32>,
}

#[derive(Default)]
struct Open {
    kind: String,
    style: usize,
    formula: bool,
    has_value: bool,
    value: String,
}

#[derive(PartialEq)]
enum Into {
    Nothing,
    Value,
    Inline,
    Spoken,
}

impl<'a> Reading<'a> {
    fn new(sheet: &'a mut Sheet, strings: &'a [String], styles: &'a Styles) -> Self {
        Reading {
            sheet,
            strings,
            styles,
            row: 0,
            column: 0,
            cell: None,
            into: Into::Nothing,
            rows_hidden: false,
            told: Vec::new(),
        }
    }

    fn read(mut self, text: &str) {
        let mut next_row = 0;
        let whole = pull::each(text, |piece| match piece {
            Piece::Open(tag) => self.open(&tag, &mut next_row),
            Piece::Close(name) => self.close(&name),
            Piece::Text(text) => {
                if let Some(cell) = &mut self.cell
                    && matches!(self.into, Into::Value | Into::Inline)
                    && cell.value.len() < 1_000_000
                {
                    cell.value.push_str(&text);
                }
                true
            }
        });
        self.sheet.damaged |= !whole;
        if self.rows_hidden {
            let mut from = 0;
            for row in &self.told {
                if *row > from {
                    self.sheet.hidden_rows.push((from, row - 1));
                }
                from = row + 1;
            }
            self.sheet.hidden_rows.push((from, MOST_ROWS));
        }
    }

    fn open(&mut self, tag: &Tag<'_>, next_row: &mut u32) -> bool {
        match tag.name() {
            "sheetFormatPr" => self.rows_hidden = tag.says("zeroHeight"),
            "col" if tag.says("hidden") || tag.attribute("width").as_deref() == Some("0") => {
                if let (Some(from @ 1..), Some(to @ 1..)) = (tag.number("min"), tag.number("max")) {
                    self.sheet
                        .hidden_columns
                        .push((from - 1, to.min(MOST_COLUMNS) - 1));
                }
            }
            "row" => {
                // A row or cell that does not say where it is follows the one before.
                self.row = tag
                    .number("r")
                    .and_then(|it| it.checked_sub(1))
                    .unwrap_or(*next_row);
                *next_row = self.row.saturating_add(1);
                self.column = 0;
                if tag.says("hidden") || tag.attribute("ht").as_deref() == Some("0") {
                    self.sheet.hidden_rows.push((self.row, self.row));
                } else if self.rows_hidden && self.told.len() < MOST_ROWS as usize {
                    self.told.push(self.row);
                }
            }
            "c" => {
                if let Some((row, column)) = tag.attribute("r").as_deref().and_then(position) {
                    (self.row, self.column) = (row, column);
                }
                self.cell = Some(Open {
                    kind: tag.attribute("t").unwrap_or_default(),
                    style: tag.number("s").unwrap_or(0) as usize,
                    ..Open::default()
                });
            }
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.formula = true;
                }
            }
            "v" => {
                self.into = Into::Value;
                if let Some(cell) = &mut self.cell {
                    cell.has_value = true;
                }
            }
            "t" if self.cell.is_some() && self.into != Into::Spoken => self.into = Into::Inline,
            "rPh" => self.into = Into::Spoken,
            "mergeCell" => {
                if let Some(((top, left), (bottom, right))) =
                    tag.attribute("ref").as_deref().and_then(range)
                {
                    self.sheet.merge(top, left, bottom, right);
                }
            }
            _ => {}
        }
        true
    }

    fn close(&mut self, name: &str) -> bool {
        match name {
            "v" | "t" if self.into != Into::Spoken => self.into = Into::Nothing,
            "rPh" => self.into = Into::Nothing,
            "c" => {
                let Some(cell) = self.cell.take() else {
                    return true;
                };
                self.into = Into::Nothing;
                if cell.formula && !cell.has_value && cell.value.is_empty() {
                    self.sheet.no_value += 1;
                }
                let text = self.text(&cell);
                let more = self.sheet.add(self.row, self.column, text);
                self.column = self.column.saturating_add(1);
                return more;
            }
            _ => {}
        }
        true
    }

    fn text(&self, cell: &Open) -> String {
        let value = cell.value.as_str();
        match cell.kind.as_str() {
            "s" => {
                let index: Option<usize> = value.trim().parse().ok();
                plain(
                    index
                        .and_then(|it| self.strings.get(it))
                        .map_or("", String::as_str),
                )
            }
            "str" | "inlineStr" => plain(value),
            "b" => if value.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "e" => value.trim().to_owned(),
            "d" => value.trim().trim_end_matches("T00:00:00").to_owned(),
            _ => match value.trim().parse::<f64>() {
                Ok(number) => self.styles.show(cell.style, number),
                Err(_) => value.trim().to_owned(),
            },
        }
    }
}

/// Characters that XML cannot hold are written `_x000D_`.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        match code
            .and_then(|it| u32::from_str_radix(it, 16).ok())
            .and_then(char::from_u32)
        {
            Some(c) => {
                plain.push(c);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("\r\n", "\n").replace('\r', "\n")
}

/// Row and column of a cell's name.
fn position(name: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut letters = 0;
    let name = name.replace('$', "");
    for letter in name.chars().take_while(char::is_ascii_alphabetic) {
        column = column
            .checked_mul(26)?
            .checked_add(letter.to_ascii_uppercase() as u32 - 'A' as u32 + 1)?;
        letters += 1;
    }
    let row: u32 = name.get(letters..)?.parse().ok()?;
    let fits = (1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column);
    fits.then(|| (row - 1, column - 1))
}

/// First and last cell of a range.
fn range(name: &str) -> Option<((u32, u32), (u32, u32))> {
    let (first, last) = name.split_once(':')?;
    Some((position(first)?, position(last)?))
}
