//! All amounts of all tables, and the tables as lines and columns.

use crate::table::found::{AmountCell, FoundTable, Mark, Side};
use rust_decimal::Decimal;

/// An amount of a document, counted over all tables.
pub(super) type Id = usize;

/// The tables of a document.
pub(super) struct Book<'a> {
    pub tables: &'a [FoundTable],
    cells: Vec<(usize, &'a AmountCell)>,
    pub shapes: Vec<Shape<'a>>,
}

/// A table as lines and columns.
pub(super) struct Shape<'a> {
    /// Which of the tables.
    pub table: usize,
    pub lines: Vec<Line<'a>>,
    pub columns: Vec<Column<'a>>,
}

/// A line of a part of a table, with its amounts.
pub(super) struct Line<'a> {
    pub side: Side,
    pub row: (usize, usize),
    pub code: Option<&'a str>,
    pub name: &'a str,
    pub mark: Mark,
    /// The column of the table and the amount.
    pub cells: Vec<(usize, Id)>,
}

/// A column of amounts of a part of a table.
pub(super) struct Column<'a> {
    pub side: Side,
    pub column: usize,
    pub heads: &'a [String],
}

impl<'a> Book<'a> {
    pub fn of(tables: &'a [FoundTable]) -> Self {
        let mut cells = Vec::new();
        let mut shapes = Vec::new();
        for (number, table) in tables.iter().enumerate() {
            let first = cells.len();
            cells.extend(table.amounts.iter().map(|amount| (number, amount)));
            shapes.push(Shape::of(number, table, first));
        }
        Book {
            tables,
            cells,
            shapes,
        }
    }

    /// How many amounts.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    pub fn cell(&self, id: Id) -> Option<&'a AmountCell> {
        self.cells.get(id).map(|(_, cell)| *cell)
    }

    pub fn value(&self, id: Id) -> Decimal {
        self.cell(id).map_or(Decimal::ZERO, |cell| cell.value.value)
    }

    pub fn half(&self, id: Id) -> Decimal {
        self.cell(id).map_or(Decimal::ZERO, |cell| cell.value.half)
    }

    /// The number of the table that an amount stands in.
    pub fn table_of(&self, id: Id) -> usize {
        self.cells.get(id).map_or(0, |(table, _)| *table)
    }

    /// The table of final accounts with this number.
    pub fn numbered(&self, no: u8) -> Option<&Shape<'a>> {
        let at = self.tables.iter().position(|table| table.no == Some(no))?;
        self.shapes.get(at)
    }
}

impl<'a> Shape<'a> {
    fn of(number: usize, table: &'a FoundTable, first: Id) -> Self {
        let mut lines: Vec<Line<'a>> = Vec::new();
        let mut columns: Vec<Column<'a>> = Vec::new();
        for (at, amount) in table.amounts.iter().enumerate() {
            let (row, column) = amount.at();
            let row = (amount.spot.block, row);
            let id = first + at;
            if !columns
                .iter()
                .any(|it| it.side == amount.side && it.column == column)
            {
                columns.push(Column {
                    side: amount.side,
                    column,
                    heads: &amount.heads,
                });
            }
            match lines
                .iter_mut()
                .rev()
                .take(4)
                .find(|line| line.row == row && line.side == amount.side)
            {
                Some(line) => line.cells.push((column, id)),
                None => lines.push(Line {
                    side: amount.side,
                    row,
                    code: amount.code.as_deref(),
                    name: &amount.name,
                    mark: amount.mark,
                    cells: vec![(column, id)],
                }),
            }
        }
        columns.sort_by_key(|it| (it.side, it.column));
        Shape {
            table: number,
            lines,
            columns,
        }
    }

    /// The parts side by side, from the left.
    pub fn sides(&self) -> Vec<Side> {
        let mut sides: Vec<Side> = self.columns.iter().map(|it| it.side).collect();
        sides.dedup();
        sides
    }

    /// The columns of a part, from the left.
    pub fn columns_of(&self, side: Side) -> Vec<&Column<'a>> {
        self.columns.iter().filter(|it| it.side == side).collect()
    }

    /// The amount of a line in the column of its part that is so many from the left.
    pub fn nth(&self, line: &Line<'_>, ordinal: usize) -> Option<Id> {
        let column = self
            .columns
            .iter()
            .filter(|it| it.side == line.side)
            .nth(ordinal)?
            .column;
        line.cell(column)
    }
}

impl Line<'_> {
    pub fn cell(&self, column: usize) -> Option<Id> {
        self.cells
            .iter()
            .find(|(at, _)| *at == column)
            .map(|(_, id)| *id)
    }
}
