//! The squares of a table: which cell covers which.

use juesuan_paper::bounds::{MOST_SQUARES, TooMuch};
use juesuan_paper::{Cell, Unwritable};

/// A cell that has its place.
pub(super) struct Placed<'a> {
    pub cell: &'a Cell,
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

/// A table as squares.
pub(super) struct Grid<'a> {
    pub height: usize,
    pub width: usize,
    pub cells: Vec<Placed<'a>>,
    /// For each square the number of its cell, from 1; 0 where there is none.
    squares: Vec<u32>,
}

/// How many rows and columns a table has.
pub(super) fn size(rows: &[Vec<Cell>]) -> (usize, usize) {
    let cells = || rows.iter().flatten();
    let height = cells().map(|cell| cell.row.saturating_add(cell.rows.max(1)));
    let width = cells().map(|cell| cell.column.saturating_add(cell.columns.max(1)));
    (height.max().unwrap_or(0), width.max().unwrap_or(0))
}

impl<'a> Grid<'a> {
    /// Lays out a table. Of cells that lie one upon the other, the first keeps its place; the other shrinks to its
    /// first square, or makes way.
    ///
    /// # Errors
    /// Where it has more squares than a paper may have.
    pub fn of(rows: &'a [Vec<Cell>]) -> Result<Self, Unwritable> {
        let (height, width) = size(rows);
        if height.saturating_mul(width) > MOST_SQUARES {
            return Err(Unwritable::TooMuch(TooMuch::Squares));
        }
        let mut grid = Grid {
            height,
            width,
            cells: Vec::new(),
            squares: vec![0; height * width],
        };
        let mut looked = 0_usize;
        for cell in rows.iter().flatten() {
            let (mut rows, mut columns) = (cell.rows.max(1), cell.columns.max(1));
            looked = looked.saturating_add(rows.saturating_mul(columns));
            if looked > 2 * MOST_SQUARES || !grid.is_free(cell, rows, columns) {
                (rows, columns) = (1, 1);
                if !grid.is_free(cell, 1, 1) {
                    continue;
                }
            }
            let number = u32::try_from(grid.cells.len() + 1).unwrap_or(0);
            for row in cell.row..cell.row + rows {
                let from = row * width + cell.column;
                if let Some(squares) = grid.squares.get_mut(from..from + columns) {
                    squares.fill(number);
                }
            }
            grid.cells.push(Placed {
                cell,
                row: cell.row,
                column: cell.column,
                rows,
                columns,
            });
        }
        Ok(grid)
    }

    fn is_free(&self, cell: &Cell, rows: usize, columns: usize) -> bool {
        (cell.row..cell.row + rows).all(|row| {
            let from = row * self.width + cell.column;
            let squares = self.squares.get(from..from + columns);
            squares.is_some_and(|squares| squares.iter().all(|number| *number == 0))
        })
    }

    /// The cell that covers a square.
    pub fn at(&self, row: usize, column: usize) -> Option<&Placed<'a>> {
        if column >= self.width {
            return None;
        }
        let number = *self.squares.get(row * self.width + column)?;
        self.cells.get((number as usize).checked_sub(1)?)
    }
}
