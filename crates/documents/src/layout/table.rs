//! Tables and their cells, before they are parts of a paper.

use super::page::Area;
use super::text::Text;

/// A cell; row and column count from 0.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its first row.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// How many rows it takes up.
    pub rows: usize,
    /// How many columns it takes up.
    pub columns: usize,
    /// Between its walls.
    pub area: Area,
    /// The page, counted from 1; of one that goes on over a page, the first.
    pub page: usize,
    /// What it says.
    pub text: Text,
    /// No wall above, because a page break cut the cell.
    pub open_above: bool,
    /// No wall below, for the same reason.
    pub open_below: bool,
}

/// A table as it stands on one page, or several joined.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its first page, counted from 1.
    pub page: usize,
    /// Around it, on that page.
    pub area: Area,
    /// Edges of the rows on that page.
    pub ys: Vec<f32>,
    /// Edges of the columns.
    pub xs: Vec<f32>,
    /// Row by row.
    pub cells: Vec<Cell>,
    /// By lines, not only by how its text stands.
    pub ruled: bool,
}

impl Table {
    /// How many rows it has.
    pub fn row_count(&self) -> usize {
        self.cells
            .iter()
            .map(|cell| cell.row + cell.rows)
            .max()
            .unwrap_or(0)
    }
}
