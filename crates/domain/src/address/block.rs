//! A block of cells that is selected in a grid.

use super::grid::{Grid, Sheet, Towards};
use std::ops::RangeInclusive;

/// A rectangle of cells: from the one somebody is in, the anchor, to the one it was drawn to, the head;
/// each by its row and column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    anchor: (usize, usize),
    head: (usize, usize),
}

/// A block of texts, and the cell at its top left.
pub type Filling<C> = (C, Vec<Vec<String>>);

impl Block {
    /// One cell; none where it is in another grid.
    pub fn at<S: Sheet>(grid: &Grid<S>, cell: S::Cell) -> Option<Self> {
        let at = grid.place(cell)?;
        Some(Block {
            anchor: at,
            head: at,
        })
    }

    /// Drawn to another cell; of another grid it stays as it is.
    #[must_use]
    pub fn to<S: Sheet>(self, grid: &Grid<S>, cell: S::Cell) -> Self {
        let head = grid.place(cell).unwrap_or(self.head);
        Block { head, ..self }
    }

    /// Drawn one cell further; at the edge it stays as it is.
    #[must_use]
    pub fn further<S: Sheet>(self, grid: &Grid<S>, towards: Towards) -> Self {
        let head = grid.further(self.head, towards);
        Block { head, ..self }
    }

    /// More than one cell.
    pub fn is_block(&self) -> bool {
        self.anchor != self.head
    }

    /// Its rows from the top down, counted in the grid from 0, whichever way it was drawn. After undoing, the
    /// grid may have fewer.
    pub fn rows(&self) -> RangeInclusive<usize> {
        self.anchor.0.min(self.head.0)..=self.anchor.0.max(self.head.0)
    }

    /// Its columns from left to right, counted in the grid from 0, whichever way it was drawn.
    pub fn columns(&self) -> RangeInclusive<usize> {
        self.anchor.1.min(self.head.1)..=self.anchor.1.max(self.head.1)
    }

    /// The first and last column that are selected in a row; none where the row is outside, or one cell
    /// is all.
    pub fn columns_of_row(&self, row: usize) -> Option<(usize, usize)> {
        let inside = self.is_block() && self.rows().contains(&row);
        inside.then(|| (*self.columns().start(), *self.columns().end()))
    }

    /// The cell at the top left that can be typed into. What the sheet prints before it is no cell.
    pub fn corner<S: Sheet>(&self, grid: &Grid<S>) -> Option<S::Cell> {
        let row = *self.rows().start();
        self.columns().find_map(|column| grid.cell(row, column))
    }

    /// The texts of the cells, row by row, a blank where there is none. Rows that are gone, as after
    /// undoing, are left out.
    pub fn texts<S: Sheet>(
        &self,
        grid: &Grid<S>,
        text: impl Fn(S::Cell) -> String,
    ) -> Vec<Vec<String>> {
        let row = |row: usize| {
            let cell = |column| grid.cell(row, column).map_or_else(String::new, &text);
            self.columns().map(cell).collect()
        };
        let rows = self.rows().take_while(|row| *row < grid.rows.len());
        rows.map(row).collect()
    }

    /// Blanks for all its cells.
    pub fn cleared<S: Sheet>(&self, grid: &Grid<S>) -> Option<Filling<S::Cell>> {
        self.filled_with(grid, self.texts(grid, |_| String::new()))
    }

    /// The texts of its first row for all its rows; one row alone takes the row above it.
    pub fn filled_down<S: Sheet>(
        &self,
        grid: &Grid<S>,
        text: impl Fn(S::Cell) -> String,
    ) -> Option<Filling<S::Cell>> {
        let (first, last) = (*self.rows().start(), *self.rows().end());
        let source = if first == last {
            first.checked_sub(1)?
        } else {
            first
        };
        let source = Block {
            anchor: (source, *self.columns().start()),
            head: (source, *self.columns().end()),
        };
        let texts = source.texts(grid, text).pop()?;
        let rows = last.min(grid.rows.len().saturating_sub(1)) + 1;
        self.filled_with(grid, vec![texts; rows.saturating_sub(first)])
    }

    fn filled_with<S: Sheet>(
        &self,
        grid: &Grid<S>,
        mut cells: Vec<Vec<String>>,
    ) -> Option<Filling<S::Cell>> {
        let corner = self.corner(grid)?;
        // Columns before the first that can be typed into are names that the sheet prints.
        let skipped = grid.place(corner)?.1 - *self.columns().start();
        for row in &mut cells {
            row.drain(..skipped.min(row.len()));
        }
        Some((corner, cells))
    }
}
