//! A table as a grid of cells.

use super::cell::{Cell, Column};
use super::layout::{Layout, TableNo};
use crate::address;

pub use crate::address::RowAt;

/// The cells of one side of a table, or of all of it.
pub type Grid = address::Grid<TableNo>;

impl address::Sheet for TableNo {
    type Row = RowAt;
    type Column = Column;
    type Cell = Cell;

    /// None where a row that the layout prints has its name.
    fn cell(self, row: RowAt, column: Column) -> Option<Cell> {
        match row {
            RowAt::Fixed(key) => column.is_amount().then_some(Cell::Fixed(self, key, column)),
            RowAt::Line(line) => Some(Cell::Line(self, line, column)),
        }
    }

    fn lines_of(self, cell: Cell) -> Option<(RowAt, Column)> {
        match cell {
            Cell::Fixed(table, key, column) if table == self => Some((RowAt::Fixed(key), column)),
            Cell::Line(table, line, column) if table == self => Some((RowAt::Line(line), column)),
            _ => None,
        }
    }
}

impl Grid {
    /// The grids of a table that has so many rows by subject: one for each side.
    pub fn of(layout: &'static Layout, table: TableNo, lines: usize) -> Vec<Grid> {
        let laid_out = layout.table(table);
        let side = |at| Grid::of_side(layout, table, at, lines);
        (0..laid_out.sides.len()).filter_map(side).collect()
    }

    /// The grid of one side of a table.
    pub fn of_side(
        layout: &'static Layout,
        table: TableNo,
        side: usize,
        lines: usize,
    ) -> Option<Grid> {
        let laid_out = layout.table(table);
        let side = laid_out.sides.get(side)?;
        let fixed = side.rows.iter().map(|row| RowAt::Fixed(&row.key));
        let mut columns = side.columns.clone();
        let mut rows: Vec<RowAt> = fixed.collect();
        if laid_out.lines.is_some() {
            columns.splice(0..0, [Column::Code, Column::Name]);
            let at = if laid_out.total_last { 0 } else { rows.len() };
            rows.splice(at..at, (0..lines).map(RowAt::Line));
        }
        Some(Grid {
            sheet: table,
            rows,
            columns,
        })
    }
}
