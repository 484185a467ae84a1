//! The block of cells that is selected in the open workbook, and what can be done with it.

use juesuan_domain::accounts::{self, Change, TableNo};
use juesuan_domain::address::{Block, Grid, Towards};
use juesuan_domain::evaluation::Cell;
use juesuan_domain::{Assessment, Edit, Workbook};
use juesuan_domain::{GridOf, Place};
use juesuan_figure::Tally;

/// A block in one grid of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The goal of a form, or the side of a table.
    pub of: GridOf,
    /// Its cells, by rows and columns of that grid.
    pub block: Block,
}

impl Selection {
    /// One cell; none of a cell that stands in no grid, as the year, a fact, a heading.
    pub fn at(workbook: &Workbook, place: Place) -> Option<Self> {
        let grid = grid_with(workbook, place)?;
        let block = Block::at(&grid, place)?;
        Some(Selection {
            of: grid.sheet,
            block,
        })
    }

    /// Drawn to another cell; of another grid it stays as it is.
    #[must_use]
    pub fn to(self, workbook: &Workbook, place: Place) -> Self {
        self.with(workbook, |grid| self.block.to(grid, place))
    }

    /// Drawn one cell further; at the edge it stays as it is.
    #[must_use]
    pub fn further(self, workbook: &Workbook, towards: Towards) -> Self {
        self.with(workbook, |grid| self.block.further(grid, towards))
    }

    fn with(self, workbook: &Workbook, draw: impl FnOnce(&Grid<GridOf>) -> Block) -> Self {
        let block = grid_of(workbook, self.of).map_or(self.block, |grid| draw(&grid));
        Selection { block, ..self }
    }

    /// Whether it is in a form, counted from 0.
    pub fn is_in_form(&self, at: usize) -> bool {
        matches!(self.of, GridOf::Goal { form, .. } if form == at)
    }

    /// Whether it is in a table.
    pub fn is_in_table(&self, no: TableNo) -> bool {
        matches!(self.of, GridOf::Side { table, .. } if table == no)
    }

    /// The first and last column that are selected in a row of a grid; none where the row is outside, or
    /// one cell is all.
    pub fn columns_of_row(&self, of: GridOf, row: usize) -> Option<(usize, usize)> {
        (of == self.of)
            .then(|| self.block.columns_of_row(row))
            .flatten()
    }

    /// More than one cell.
    pub fn is_block(&self) -> bool {
        self.block.is_block()
    }

    /// The cell at the top left that can be typed into: a block is pasted there.
    pub fn corner(&self, workbook: &Workbook) -> Option<Place> {
        self.block.corner(&grid_of(workbook, self.of)?)
    }

    /// What the figures of the block come to, typed or worked out; none of one cell, and of a block without a
    /// figure.
    pub fn tally(&self, workbook: &Workbook, assessment: &Assessment) -> Option<Tally> {
        if !self.is_block() {
            return None;
        }
        let grid = grid_of(workbook, self.of)?;
        let rows = self.block.rows().take_while(|row| *row < grid.rows.len());
        let cells = rows.flat_map(|row| self.block.columns().map(move |column| (row, column)));
        let places = cells.filter_map(|(row, column)| grid.cell(row, column));
        Tally::of(places.filter_map(|place| place.figure(workbook, assessment)))
    }

    /// Empties the block.
    pub fn cleared(&self, workbook: &Workbook) -> Option<Edit> {
        let (corner, cells) = self.block.cleared(&grid_of(workbook, self.of)?)?;
        pasting(corner, cells)
    }

    /// Fills the block with its first row; one row alone takes the row above it.
    pub fn filled_down(&self, workbook: &Workbook) -> Option<Edit> {
        let grid = grid_of(workbook, self.of)?;
        let typed = |place: Place| place.text(workbook).unwrap_or_default();
        let (corner, cells) = self.block.filled_down(&grid, typed)?;
        pasting(corner, cells)
    }
}

/// The edit that puts a block of texts to the right and down from a cell; none of one that stands in no
/// grid.
pub fn pasting(place: Place, cells: Vec<Vec<String>>) -> Option<Edit> {
    match place {
        Place::Form(form, Cell::Indicator(goal, row, field)) => Some(Edit::Paste {
            form,
            goal,
            row,
            field,
            cells,
        }),
        Place::Form(..) => None,
        Place::Accounts(cell @ (accounts::Cell::Fixed(..) | accounts::Cell::Line(..))) => {
            Some(Edit::Accounts(Change::Paste { cell, cells }))
        }
        Place::Accounts(_) => None,
    }
}

/// The grid a cell stands in.
pub fn grid_with(workbook: &Workbook, place: Place) -> Option<Grid<GridOf>> {
    let grids = match place {
        Place::Form(form, _) => Grid::of_form(form, workbook.forms.get(form)?),
        Place::Accounts(cell) => {
            Grid::of_table(&workbook.accounts, workbook.layout(), cell.table()?)
        }
    };
    grids.into_iter().find(|grid| grid.place(place).is_some())
}

/// A grid of the workbook; none where its form, its goal or its side is gone.
pub fn grid_of(workbook: &Workbook, of: GridOf) -> Option<Grid<GridOf>> {
    let grids = match of {
        GridOf::Goal { form, .. } => Grid::of_form(form, workbook.forms.get(form)?),
        GridOf::Side { table, .. } => Grid::of_table(&workbook.accounts, workbook.layout(), table),
    };
    grids.into_iter().find(|grid| grid.sheet == of)
}
