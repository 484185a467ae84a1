//! A table as a grid of cells: what stands beside what, for keys, blocks and paste.

use super::cell::{Cell, Column};
use super::layout::{Layout, TableNo};

/// A row of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowAt {
    /// A row that the layout prints, by its key.
    Fixed(&'static str),
    /// A row that the unit adds, by its place, counted from 0.
    Line(usize),
}

/// The cells of one side of a table, or of all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The table.
    pub table: TableNo,
    /// Its rows from the top.
    pub rows: Vec<RowAt>,
    /// Its columns from the left.
    pub columns: Vec<Column>,
}

impl Grid {
    /// The grids of a table that has so many rows by subject: one for each side.
    pub fn of(layout: &'static Layout, table: TableNo, lines: usize) -> Vec<Grid> {
        let laid_out = layout.table(table);
        laid_out
            .sides
            .iter()
            .map(|side| {
                let fixed = side.rows.iter().map(|row| RowAt::Fixed(&row.key));
                let mut columns = side.columns.clone();
                let mut rows: Vec<RowAt> = fixed.collect();
                if laid_out.lines.is_some() {
                    columns.splice(0..0, [Column::Code, Column::Name]);
                    let at = if laid_out.total_last { 0 } else { rows.len() };
                    rows.splice(at..at, (0..lines).map(RowAt::Line));
                }
                Grid {
                    table,
                    rows,
                    columns,
                }
            })
            .collect()
    }

    /// The cell at a place; none where a row that the layout prints has its name.
    pub fn cell(&self, row: usize, column: usize) -> Option<Cell> {
        let column = *self.columns.get(column)?;
        match *self.rows.get(row)? {
            RowAt::Fixed(key) => column
                .is_amount()
                .then_some(Cell::Fixed(self.table, key, column)),
            RowAt::Line(line) => Some(Cell::Line(self.table, line, column)),
        }
    }

    /// The place of a cell, row and column.
    pub fn place(&self, cell: Cell) -> Option<(usize, usize)> {
        let row = match cell {
            Cell::Fixed(table, key, _) if table == self.table => {
                self.rows.iter().position(|row| *row == RowAt::Fixed(key))?
            }
            Cell::Line(table, line, _) if table == self.table => {
                self.rows.iter().position(|row| *row == RowAt::Line(line))?
            }
            _ => return None,
        };
        let column = cell.column()?;
        Some((row, self.columns.iter().position(|c| *c == column)?))
    }
}
