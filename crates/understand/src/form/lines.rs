//! The rows of a table, each with all cells that cover it.

use super::field::Field;
use crate::place::Spot;
use juesuan_paper::Cell;

/// Columns beyond this are left out, and rows of a table with more squares than this.
const MOST_COLUMNS: usize = 128;
const MOST_SQUARES: usize = 400_000;

/// A cell that covers a square of a row.
#[derive(Debug, Clone)]
pub(super) struct Covering {
    pub field: Field,
    pub column: usize,
    /// The first column behind it.
    pub end: usize,
    /// It begins in this row; another only reaches into it.
    pub begins: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub cells: Vec<Covering>,
}

impl Line {
    /// The cell that covers a column.
    pub fn at(&self, column: usize) -> Option<&Covering> {
        let mut all = self.cells.iter();
        all.find(|cell| cell.column <= column && column < cell.end)
    }

    /// The cells that begin in it and say something.
    pub fn said(&self) -> impl Iterator<Item = &Covering> {
        self.cells
            .iter()
            .filter(|cell| cell.begins && !cell.field.text.is_empty())
    }
}

/// Lays out the rows of a table.
pub(super) fn lines(block: usize, rows: &[Vec<Cell>]) -> Vec<Line> {
    let cells: Vec<&Cell> = rows
        .iter()
        .flatten()
        .filter(|cell| cell.column < MOST_COLUMNS)
        .collect();
    let end = |cell: &Cell| {
        cell.column
            .saturating_add(cell.columns.max(1))
            .min(MOST_COLUMNS)
    };
    let width = cells.iter().map(|cell| end(cell)).max().unwrap_or(0);
    let height = cells.iter().map(|cell| cell.row.saturating_add(1)).max();
    let height = height.unwrap_or(0).min(MOST_SQUARES / width.max(1));
    let mut lines = vec![Line::default(); height];
    for cell in cells {
        let field = field_of(block, cell);
        let below = cell.row.saturating_add(cell.rows.max(1)).min(height);
        for row in cell.row..below {
            if let Some(line) = lines.get_mut(row) {
                line.cells.push(Covering {
                    field: field.clone(),
                    column: cell.column,
                    end: end(cell),
                    begins: row == cell.row,
                });
            }
        }
    }
    for line in &mut lines {
        line.cells.sort_by_key(|cell| cell.column);
    }
    lines
}

fn field_of(block: usize, cell: &Cell) -> Field {
    let whole = &cell.text;
    let start = whole.len() - whole.trim_start().len();
    let end = whole.trim_end().len().max(start);
    Field {
        text: closed(whole),
        spot: Spot::cell(block, cell.row, cell.column, start..end),
    }
}

/// A text without its blanks and line breaks. Two numbers stay two.
pub(super) fn closed(text: &str) -> String {
    let mut closed = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}') {
            gap = true;
            continue;
        }
        let digits = c.is_ascii_digit() && closed.ends_with(|c: char| c.is_ascii_digit());
        if gap && digits {
            closed.push(' ');
        }
        gap = false;
        closed.push(c);
    }
    closed
}
