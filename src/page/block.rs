//! A block of cells that is selected in a table of the accounts.

use super::selection::Towards;
use juesuan::accounts::{Accounts, Cell, Change, Grid, Layout, TableNo};
use std::ops::RangeInclusive;

/// A rectangle of cells on one side of a table: from the cell somebody is in to the one it was drawn
/// to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    pub table: TableNo,
    pub side: usize,
    /// Row and column in the grid.
    anchor: (usize, usize),
    head: (usize, usize),
}

/// The grid a cell is in, which side of its table that is, and where it is there.
pub fn grid_of(
    accounts: &Accounts,
    layout: &'static Layout,
    cell: Cell,
) -> Option<(Grid, usize, (usize, usize))> {
    let table = cell.table()?;
    let grids = Grid::of(layout, table, accounts.table(table).lines.len());
    grids
        .into_iter()
        .enumerate()
        .find_map(|(side, grid)| grid.place(cell).map(|at| (grid, side, at)))
}

impl Block {
    /// One cell.
    pub fn at(accounts: &Accounts, layout: &'static Layout, cell: Cell) -> Option<Self> {
        let (grid, side, at) = grid_of(accounts, layout, cell)?;
        Some(Block {
            table: grid.table,
            side,
            anchor: at,
            head: at,
        })
    }

    fn grid(&self, accounts: &Accounts, layout: &'static Layout) -> Option<Grid> {
        let lines = accounts.table(self.table).lines.len();
        Grid::of(layout, self.table, lines)
            .into_iter()
            .nth(self.side)
    }

    /// Drawn to another cell; of another table or side it stays as it is.
    pub fn to(self, accounts: &Accounts, layout: &'static Layout, cell: Cell) -> Self {
        let head = self
            .grid(accounts, layout)
            .and_then(|grid| grid.place(cell));
        Block {
            head: head.unwrap_or(self.head),
            ..self
        }
    }

    /// Drawn one cell further.
    pub fn further(self, accounts: &Accounts, layout: &'static Layout, towards: Towards) -> Self {
        let Some(grid) = self.grid(accounts, layout) else {
            return self;
        };
        let (row, column) = self.head;
        let (rows, columns) = (grid.rows.len(), grid.columns.len());
        let head = match towards {
            Towards::Up => (row.saturating_sub(1), column),
            Towards::Down => ((row + 1).min(rows.saturating_sub(1)), column),
            Towards::Left => (row, column.saturating_sub(1)),
            Towards::Right => (row, (column + 1).min(columns.saturating_sub(1))),
        };
        Block { head, ..self }
    }

    /// More than one cell.
    pub fn is_block(&self) -> bool {
        self.anchor != self.head
    }

    fn rows(&self) -> RangeInclusive<usize> {
        self.anchor.0.min(self.head.0)..=self.anchor.0.max(self.head.0)
    }

    fn columns(&self) -> RangeInclusive<usize> {
        self.anchor.1.min(self.head.1)..=self.anchor.1.max(self.head.1)
    }

    /// The columns of a row that are selected; none where the row is outside, or one cell is all.
    pub fn columns_of_row(&self, side: usize, row: usize) -> Option<(usize, usize)> {
        let inside = side == self.side && self.is_block() && self.rows().contains(&row);
        inside.then(|| (*self.columns().start(), *self.columns().end()))
    }

    /// The cell at the top left that can be typed into.
    pub fn corner(&self, accounts: &Accounts, layout: &'static Layout) -> Option<Cell> {
        let grid = self.grid(accounts, layout)?;
        let row = *self.rows().start();
        self.columns().find_map(|column| grid.cell(row, column))
    }

    /// What a cell shows is what a spreadsheet gets: `shown` is its text.
    pub fn texts(
        &self,
        accounts: &Accounts,
        layout: &'static Layout,
        shown: impl Fn(Cell) -> String,
    ) -> Vec<Vec<String>> {
        let Some(grid) = self.grid(accounts, layout) else {
            return Vec::new();
        };
        let row = |row: usize| {
            let cell = |column| grid.cell(row, column).map_or_else(String::new, &shown);
            self.columns().map(cell).collect()
        };
        self.rows().map(row).collect()
    }

    /// Empties the block.
    pub fn cleared(&self, accounts: &Accounts, layout: &'static Layout) -> Option<Change> {
        let blank = self.texts(accounts, layout, |_| String::new());
        self.filled_with(accounts, layout, blank)
    }

    /// Fills the block with its first row; one row alone takes the row above it.
    pub fn filled_down(&self, accounts: &Accounts, layout: &'static Layout) -> Option<Change> {
        let (first, last) = (*self.rows().start(), *self.rows().end());
        let source = if first == last {
            first.checked_sub(1)?
        } else {
            first
        };
        let source = Block {
            anchor: (source, *self.columns().start()),
            head: (source, *self.columns().end()),
            ..*self
        };
        let typed = |cell| {
            accounts
                .cell(cell)
                .map_or_else(String::new, ToString::to_string)
        };
        let texts = source.texts(accounts, layout, typed).pop()?;
        self.filled_with(accounts, layout, vec![texts; last - first + 1])
    }

    fn filled_with(
        &self,
        accounts: &Accounts,
        layout: &'static Layout,
        mut cells: Vec<Vec<String>>,
    ) -> Option<Change> {
        let grid = self.grid(accounts, layout)?;
        let cell = self.corner(accounts, layout)?;
        // Columns before the first that can be typed into are names that the layout prints.
        let skipped = grid.place(cell)?.1 - *self.columns().start();
        for row in &mut cells {
            row.drain(..skipped.min(row.len()));
        }
        Some(Change::Paste { cell, cells })
    }
}
