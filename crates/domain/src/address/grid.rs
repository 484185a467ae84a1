//! Cells in rows and columns: what stands beside what, for keys, blocks and paste.

/// What a grid is of: a table, a goal. It knows which cell stands where a row and a column meet.
pub trait Sheet: Copy + PartialEq {
    /// What tells one row of the sheet from the others.
    type Row: Copy + PartialEq;
    /// What tells one column of the sheet from the others.
    type Column: Copy + PartialEq;
    /// The address of a cell that can be typed into.
    type Cell: Copy;

    /// The cell of a row and a column; none where something is printed that nobody types.
    fn cell(self, row: Self::Row, column: Self::Column) -> Option<Self::Cell>;

    /// The row and the column of a cell; none of a cell that is elsewhere.
    fn lines_of(self, cell: Self::Cell) -> Option<(Self::Row, Self::Column)>;
}

/// A row of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowAt {
    /// One that is always printed, by its key.
    Fixed(&'static str),
    /// One of those that can be added, by its place among them.
    Line(usize),
}

/// Rows × columns of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid<S: Sheet> {
    /// What its cells are of.
    pub sheet: S,
    /// From the top down.
    pub rows: Vec<S::Row>,
    /// From left to right, with those that hold no cell in some rows.
    pub columns: Vec<S::Column>,
}

/// A direction on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
}

/// Where somebody goes from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// To the next cell there.
    Towards(Towards),
    /// To the first cell of the row that can be typed into.
    RowStart,
    /// To the last cell of the row that can be typed into.
    RowEnd,
    /// To the first row of all grids that has a cell in this column.
    First,
    /// To the last row of all grids that has a cell in this column.
    Last,
}

impl<S: Sheet> Grid<S> {
    /// The cell at a place, row and column.
    pub fn cell(&self, row: usize, column: usize) -> Option<S::Cell> {
        self.sheet
            .cell(*self.rows.get(row)?, *self.columns.get(column)?)
    }

    /// The place of a cell, row and column.
    pub fn place(&self, cell: S::Cell) -> Option<(usize, usize)> {
        let (row, column) = self.sheet.lines_of(cell)?;
        let row = self.rows.iter().position(|other| *other == row)?;
        let column = self.columns.iter().position(|other| *other == column)?;
        Some((row, column))
    }

    /// The nearest place in a direction, a cell or not; at the edge the same.
    pub fn further(&self, (row, column): (usize, usize), towards: Towards) -> (usize, usize) {
        let last = |of: usize| of.saturating_sub(1);
        match towards {
            Towards::Up => (row.saturating_sub(1), column),
            Towards::Down => ((row + 1).min(last(self.rows.len())), column),
            Towards::Left => (row, column.saturating_sub(1)),
            Towards::Right => (row, (column + 1).min(last(self.columns.len()))),
        }
    }

    /// The cell somebody comes to from another, in grids that stand one below the other; none where the
    /// way ends.
    pub fn going(grids: &[Self], from: S::Cell, going: Going) -> Option<S::Cell> {
        let mut all = grids.iter().enumerate();
        let (at, (row, column)) = all.find_map(|(at, grid)| Some((at, grid.place(from)?)))?;
        let grid = &grids[at];
        let in_row =
            |mut columns: Box<dyn Iterator<Item = usize>>| columns.find_map(|c| grid.cell(row, c));
        let width = grid.columns.len();
        let places = || {
            let grids = grids.iter().enumerate();
            grids.flat_map(|(at, grid)| (0..grid.rows.len()).map(move |row| (at, row)))
        };
        let in_column = |(at, row): (usize, usize)| grids[at].cell(row, column);
        match going {
            Going::Towards(Towards::Left) => in_row(Box::new((0..column).rev())),
            Going::Towards(Towards::Right) => in_row(Box::new(column + 1..width)),
            Going::RowStart => in_row(Box::new(0..width)),
            Going::RowEnd => in_row(Box::new((0..width).rev())),
            Going::Towards(Towards::Down) => places()
                .skip_while(|place| *place <= (at, row))
                .find_map(in_column),
            Going::Towards(Towards::Up) => {
                let above: Vec<_> = places().take_while(|place| *place < (at, row)).collect();
                above.into_iter().rev().find_map(in_column)
            }
            Going::First => places().find_map(in_column),
            Going::Last => {
                let all: Vec<_> = places().collect();
                all.into_iter().rev().find_map(in_column)
            }
        }
    }
}
