//! ODS: what each cell shows is in the file as text.

use super::digits::{Decimal, general};
use super::pull::{self, Piece, Tag};
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Sheet};
use crate::made::MOST_CELLS;
use crate::package::Package;
use juesuan_paper::{Kind, Unreadable};
use std::collections::HashSet;

/// Sheets of a workbook.
const MOST_SHEETS: usize = 1000;

/// Reads all sheets.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let mut package = Package::open(bytes).map_err(|fault| fault.unreadable(Kind::Ods))?;
    let content = package
        .part("content.xml")
        .map_err(|fault| fault.unreadable(Kind::Ods))?;
    let text = pull::decode(&content);
    let mut reading = Reading::default();
    let whole = pull::each(&text, |piece| {
        match piece {
            Piece::Open(tag) => reading.open(&tag),
            Piece::Close(name) => reading.close(&name),
            Piece::Text(text) => reading.text(&text),
        }
        reading.sheets.len() <= MOST_SHEETS
    });
    reading.end_sheet();
    let mut sheets = reading.sheets;
    if let Some(last) = sheets.last_mut() {
        last.damaged |= !whole;
    }
    if sheets.is_empty() {
        return Err(Unreadable::Damaged(Kind::Ods));
    }
    Ok(sheets)
}

#[derive(Default)]
struct Reading {
    sheets: Vec<Sheet>,
    sheet: Option<Sheet>,
    /// Styles of tables that are not shown.
    unseen: HashSet<String>,
    /// The style of a table that is declared now.
    style: Option<String>,
    row: u32,
    column: u32,
    next_column: u32,
    /// How often the row stands there.
    rows: u32,
    cell: Option<Open>,
    /// Elements within one that is no text of the cell: a note, a drawing.
    aside: usize,
    /// Cells of the row, for where it stands there several times.
    row_cells: Vec<(u32, String)>,
    /// Characters that may still be in the row.
    row_room: usize,
}

#[derive(Default)]
struct Open {
    repeated: u32,
    columns: u32,
    rows: u32,
    formula: bool,
    kind: String,
    value: Option<String>,
    text: String,
    lines: usize,
    in_line: usize,
}

impl Reading {
    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        if self.aside > 0
            || matches!(
                name,
                "annotation" | "shapes" | "tracked-changes" | "frame" | "custom-shape" | "forms"
            )
        {
            self.aside += 1;
            return;
        }
        let repeated = |name: &str| tag.number(name).unwrap_or(1).max(1);
        match name {
            "style" => self.style = tag.attribute("name"),
            "table-properties" if tag.attribute("display").as_deref() == Some("false") => {
                self.unseen.extend(self.style.take());
            }
            "table" => {
                self.end_sheet();
                let style = tag.attribute("style-name").unwrap_or_default();
                self.sheet = Some(Sheet {
                    name: tag.attribute("name").unwrap_or_default(),
                    hidden: self.unseen.contains(&style),
                    room: self.sheets.last().map(|it| it.room).unwrap_or_default(),
                    ..Sheet::default()
                });
                (self.row, self.column, self.next_column) = (0, 0, 0);
            }
            "table-column" => {
                let count = repeated("number-columns-repeated").min(MOST_COLUMNS);
                let from = self.next_column;
                self.next_column = from.saturating_add(count);
                if hidden(tag)
                    && let Some(sheet) = &mut self.sheet
                {
                    sheet
                        .hidden_columns
                        .push((from, from.saturating_add(count - 1)));
                }
            }
            "table-row" => {
                self.rows = repeated("number-rows-repeated").min(MOST_ROWS);
                self.column = 0;
                self.row_cells.clear();
                self.row_room = self.sheet.as_ref().map_or(0, |it| it.room.characters);
                if hidden(tag)
                    && let Some(sheet) = &mut self.sheet
                {
                    sheet
                        .hidden_rows
                        .push((self.row, self.row.saturating_add(self.rows - 1)));
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Open {
                    repeated: repeated("number-columns-repeated").min(MOST_COLUMNS),
                    columns: repeated("number-columns-spanned"),
                    rows: repeated("number-rows-spanned"),
                    formula: tag.attribute("formula").is_some(),
                    kind: tag.attribute("value-type").unwrap_or_default(),
                    value: [
                        "value",
                        "date-value",
                        "time-value",
                        "boolean-value",
                        "string-value",
                    ]
                    .iter()
                    .find_map(|it| tag.attribute(it)),
                    ..Open::default()
                });
            }
            _ => self.open_text(tag),
        }
    }

    fn open_text(&mut self, tag: &Tag<'_>) {
        let Some(cell) = &mut self.cell else { return };
        match tag.name() {
            "p" | "h" => {
                if cell.lines > 0 {
                    cell.text.push('\n');
                }
                cell.lines += 1;
                cell.in_line += 1;
            }
            "s" => {
                let count = tag.number("c").unwrap_or(1).min(1000);
                cell.text.extend(std::iter::repeat_n(' ', count as usize));
            }
            "tab" => cell.text.push('\t'),
            "line-break" => cell.text.push('\n'),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.aside == 0
            && let Some(cell) = &mut self.cell
            && cell.in_line > 0
            && cell.text.len() < 1_000_000
        {
            cell.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) {
        if self.aside > 0 {
            self.aside -= 1;
            return;
        }
        match name {
            "p" | "h" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_line = cell.in_line.saturating_sub(1);
                }
            }
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row(),
            "table" => self.end_sheet(),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let (Some(cell), Some(sheet)) = (self.cell.take(), &mut self.sheet) else {
            return;
        };
        let from = self.column;
        self.column = from.saturating_add(cell.repeated);
        if cell.columns > 1 || cell.rows > 1 {
            let right = from.saturating_add(cell.columns.min(MOST_COLUMNS) - 1);
            let bottom = self.row.saturating_add(cell.rows.min(MOST_ROWS) - 1);
            sheet.merge(self.row, from, bottom, right);
        }
        if cell.formula && cell.kind.is_empty() && cell.text.is_empty() {
            sheet.no_value += 1;
        }
        let text = shown(&cell);
        if text.trim().is_empty() {
            return;
        }
        let room = MOST_CELLS.saturating_sub(self.row_cells.len());
        let room = room.min(self.row_room / text.len());
        for column in (from..self.column).take(room) {
            self.row_cells.push((column, text.clone()));
            self.row_room = self.row_room.saturating_sub(text.len());
        }
    }

    fn end_row(&mut self) {
        let Some(sheet) = &mut self.sheet else { return };
        if !self.row_cells.is_empty() {
            'rows: for row in (self.row..).take(self.rows as usize) {
                for (column, text) in &self.row_cells {
                    if !sheet.add(row, *column, text.clone()) {
                        break 'rows;
                    }
                }
            }
        }
        self.row = self.row.saturating_add(self.rows);
    }

    fn end_sheet(&mut self) {
        self.sheets.extend(self.sheet.take());
    }
}

fn hidden(tag: &Tag<'_>) -> bool {
    matches!(
        tag.attribute("visibility").as_deref(),
        Some("collapse" | "filter")
    )
}

/// What a cell shows: its text; where a program wrote none, its value.
fn shown(cell: &Open) -> String {
    if cell.lines > 0 {
        // Formats align numbers with blanks.
        return match cell.kind.as_str() {
            "" | "string" => cell.text.clone(),
            _ => cell.text.trim().to_owned(),
        };
    }
    let Some(value) = &cell.value else {
        return String::new();
    };
    let number: Option<f64> = value.parse().ok();
    match (cell.kind.as_str(), number) {
        ("percentage", Some(number)) => Decimal::of(number).map_or_else(String::new, |mut it| {
            it.shift(2);
            let (whole, rest) = it.parts();
            let whole = if whole.is_empty() { "0" } else { &whole };
            let point = if rest.is_empty() { "" } else { "." };
            format!(
                "{}{whole}{point}{rest}%",
                if it.negative { "-" } else { "" }
            )
        }),
        ("float" | "currency", Some(number)) => general(number),
        ("boolean", _) => value.to_ascii_uppercase(),
        _ => value.clone(),
    }
}
