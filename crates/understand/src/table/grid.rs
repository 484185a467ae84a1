//! The cells of a table as a grid: which cell covers which square.

use super::reading::{Reading, closed, read};
use juesuan_paper::Cell;

/// Columns beyond this are left out, and rows of a table with more squares than this.
const MOST_COLUMNS: usize = 256;
const MOST_SQUARES: usize = 2_000_000;

/// A cell with what it says.
pub(super) struct Seen<'a> {
    /// Its text as it is.
    pub raw: &'a str,
    /// Its text, blanks closed up.
    pub text: String,
    pub reading: Reading,
    pub row: usize,
    pub column: usize,
    pub columns: usize,
}

/// A table as a grid of squares.
pub(super) struct Grid<'a> {
    cells: Vec<Seen<'a>>,
    squares: Vec<Option<usize>>,
    numbering: Vec<bool>,
    /// How many columns.
    pub width: usize,
    /// How many rows.
    pub height: usize,
}

impl<'a> Grid<'a> {
    /// Lays out the cells of a table.
    pub fn of(rows: &'a [Vec<Cell>]) -> Self {
        let cells: Vec<&Cell> = rows.iter().flatten().collect();
        let end = |from: usize, span: usize| from.saturating_add(span.max(1));
        let width = cells
            .iter()
            .map(|cell| end(cell.column, cell.columns))
            .max()
            .unwrap_or(0)
            .min(MOST_COLUMNS);
        // What reaches below the last row that begins is of no use.
        let height = cells
            .iter()
            .map(|cell| cell.row.saturating_add(1))
            .max()
            .unwrap_or(0)
            .min(MOST_SQUARES / width.max(1));
        let mut squares = vec![None; width * height];
        for (number, cell) in cells.iter().enumerate() {
            for row in cell.row..end(cell.row, cell.rows).min(height) {
                for column in cell.column..end(cell.column, cell.columns).min(width) {
                    if let Some(square) = squares.get_mut(row * width + column)
                        && square.is_none()
                    {
                        *square = Some(number);
                    }
                }
            }
        }
        let seen = |cell: &&'a Cell| Seen {
            raw: &cell.text,
            text: closed(&cell.text),
            reading: read(&cell.text),
            row: cell.row,
            column: cell.column,
            columns: cell.columns,
        };
        let mut grid = Grid {
            cells: cells.iter().map(seen).collect(),
            squares,
            numbering: Vec::new(),
            width,
            height,
        };
        grid.numbering = (0..height).map(|row| numbers_columns(&grid, row)).collect();
        grid
    }

    /// Whether a row only numbers the columns.
    pub fn numbers(&self, row: usize) -> bool {
        self.numbering.get(row).copied().unwrap_or(false)
    }

    /// The cell that covers a square.
    pub fn at(&self, row: usize, column: usize) -> Option<&Seen<'a>> {
        if column >= self.width {
            return None;
        }
        let number = (*self.squares.get(row * self.width + column)?)?;
        self.cells.get(number)
    }

    /// The cell that begins at a square.
    pub fn begins(&self, row: usize, column: usize) -> Option<&Seen<'a>> {
        self.at(row, column)
            .filter(|cell| cell.row == row && cell.column == column)
    }

    /// The cells that begin in a row, from left to right.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Seen<'a>> + '_ {
        (0..self.width).filter_map(move |column| self.begins(row, column))
    }
}

/// Whether a row only numbers the columns: 栏次 1 2 3, or 1 2 3=1+2.
fn numbers_columns(grid: &Grid<'_>, row: usize) -> bool {
    let mut last = 0_u32;
    let mut count = 0;
    for cell in grid.row(row) {
        let text = cell.text.as_str();
        let text = text.trim_matches(['（', '）', '(', ')']);
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let behind = text.get(digits.len()..).unwrap_or("");
        if digits.is_empty() {
            let label = text.is_empty()
                || matches!(text, "栏次" | "类" | "款" | "项" | "-" | "—" | "*" | "合计");
            if label {
                continue;
            }
            return false;
        }
        let formula = behind.is_empty() || behind.starts_with(['=', '＝', '栏']);
        match digits.parse::<u32>() {
            Ok(number) if formula && number == last + 1 => {
                last = number;
                count += 1;
            }
            _ => return false,
        }
    }
    count >= 2
}
