//! A table as it is drawn: cells with their spans, and how each of them looks.

use juesuan_paper::{Align, Block, Cell, CellLook, Look, make};
use std::collections::BTreeMap;

/// A table in the making. Rows and columns are counted from 0.
#[derive(Default)]
pub(crate) struct Drawing {
    rows: Vec<Vec<Cell>>,
    cells: BTreeMap<(usize, usize), CellLook>,
    pub(crate) look: Look,
}

/// Where a cell stands, and how many rows and columns it takes up.
#[derive(Clone, Copy)]
pub(crate) struct At {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

impl At {
    pub(crate) fn one(row: usize, column: usize) -> Self {
        At {
            row,
            column,
            rows: 1,
            columns: 1,
        }
    }

    pub(crate) fn over(row: usize, column: usize, rows: usize, columns: usize) -> Self {
        At {
            row,
            column,
            rows,
            columns,
        }
    }
}

impl Drawing {
    /// Of a table whose columns are so wide, in parts of the whole.
    pub(crate) fn new(widths: Vec<u32>) -> Self {
        Drawing {
            look: Look {
                widths,
                ..Look::default()
            },
            ..Drawing::default()
        }
    }

    /// How many rows there are.
    pub(crate) fn height(&self) -> usize {
        self.rows.len()
    }

    /// Puts a cell; cells of a row may come in any order.
    pub(crate) fn put(&mut self, at: At, text: impl Into<String>) {
        if self.rows.len() < at.row + at.rows {
            self.rows.resize_with(at.row + at.rows, Vec::new);
        }
        let mut cell = make::cell(at.row, at.column, text.into());
        (cell.rows, cell.columns) = (at.rows, at.columns);
        self.rows[at.row].push(cell);
    }

    /// A head, or what names a row of a form: in the middle.
    pub(crate) fn head(&mut self, at: At, text: impl Into<String>) {
        self.put(at, text);
        self.look_of(at).align = Some(Align::Center);
    }

    /// How the cell there looks.
    pub(crate) fn look_of(&mut self, at: At) -> &mut CellLook {
        let look = self.cells.entry((at.row, at.column)).or_default();
        (look.row, look.column) = (at.row, at.column);
        look
    }

    /// As a block, and how it looks.
    pub(crate) fn done(mut self) -> (Block, Look) {
        for row in &mut self.rows {
            row.sort_by_key(|cell| cell.column);
        }
        self.look.cells = self.cells.into_values().collect();
        (make::table(self.rows), self.look)
    }
}
