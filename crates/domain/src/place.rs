//! Any cell of a workbook: printed and read in one place, and the grids it can stand in.

use crate::accounts::{self, Accounts, Column, Layout, TableNo};
use crate::address::{BadCell, Going, Grid, Numbered, RowAt, Sheet, Steps, shortened};
use crate::evaluation::{self, Form, IndicatorField};
use std::fmt;
use std::str::FromStr;

/// A cell of a workbook; displays as its path there: `forms[0].goals[1].indicators[0].claimed`,
/// `accounts.05[3].basic`, `year`.
///
/// ```
/// use juesuan_domain::Place;
/// let place: Place = "forms[0].execution.budget".parse().unwrap();
/// assert_eq!(place.to_string(), "forms[0].execution.budget");
/// assert!("forms[0].execution.nothing".parse::<Place>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Of a form, by its place among the forms.
    Form(usize, evaluation::Cell),
    /// Of the accounts and what is typed beside them: tables, facts, key work, sentences, settings, the
    /// year.
    Accounts(accounts::Cell),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Form(form, cell) => write!(f, "{}.{cell}", form_named(*form)),
            Place::Accounts(cell) => cell.fmt(f),
        }
    }
}

/// How a form is named in addresses: `forms[0]`.
pub(crate) fn form_named(form: usize) -> Numbered {
    Numbered("forms", form)
}

impl FromStr for Place {
    type Err = BadCell;

    fn from_str(path: &str) -> Result<Self, BadCell> {
        let read = match Steps::of(path).into_row("forms") {
            Some((form, path)) => path.rest().parse().map(|cell| Place::Form(form, cell)),
            None => path.parse().map(Place::Accounts),
        };
        // What is told is the whole, not the part that could not be read.
        read.map_err(|_| shortened(path))
    }
}

/// What a grid of a workbook is of: a goal of a form, a side of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GridOf {
    /// The indicators of a goal.
    Goal {
        /// Which form, counted from 0.
        form: usize,
        /// Which goal of the form, counted from 0.
        goal: usize,
    },
    /// One side of a table: of an account form, income or spending; of others, the whole table.
    Side {
        /// Which table.
        table: TableNo,
        /// Which of its sides from left to right, counted from 0.
        side: usize,
    },
}

/// A column of a grid of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Of a goal: what of an indicator stands there.
    Form(IndicatorField),
    /// Of a table.
    Accounts(Column),
}

impl Sheet for GridOf {
    type Row = RowAt;
    type Column = Axis;
    type Cell = Place;

    fn cell(self, row: RowAt, column: Axis) -> Option<Place> {
        match (self, row, column) {
            (GridOf::Goal { form, goal }, RowAt::Line(row), Axis::Form(field)) => Some(
                Place::Form(form, evaluation::Cell::Indicator(goal, row, field)),
            ),
            (GridOf::Side { table, .. }, row, Axis::Accounts(column)) => {
                table.cell(row, column).map(Place::Accounts)
            }
            _ => None,
        }
    }

    fn lines_of(self, cell: Place) -> Option<(RowAt, Axis)> {
        match (self, cell) {
            (
                GridOf::Goal { form, goal },
                Place::Form(at, evaluation::Cell::Indicator(of, row, field)),
            ) if (form, goal) == (at, of) => Some((RowAt::Line(row), Axis::Form(field))),
            (GridOf::Side { table, .. }, Place::Accounts(cell)) => {
                let (row, column) = table.lines_of(cell)?;
                Some((row, Axis::Accounts(column)))
            }
            _ => None,
        }
    }
}

impl Place {
    /// The cell of a form somebody comes to from here: from an indicator to others, from a heading up and
    /// down to headings, and along its row to the columns of the indicator.
    pub fn going_in(self, form: &Form, going: Going) -> Option<Place> {
        let Place::Form(at, evaluation::Cell::Indicator(goal, row, field)) = self else {
            return None;
        };
        let mut grids = Grid::of_form(at, form);
        let is_column = IndicatorField::COLUMNS.contains(&field);
        let from = match going {
            _ if is_column => self,
            Going::RowStart | Going::RowEnd => {
                let name = evaluation::Cell::Indicator(goal, row, IndicatorField::Name);
                Place::Form(at, name)
            }
            _ => {
                for grid in &mut grids {
                    grid.columns = vec![Axis::Form(field)];
                }
                self
            }
        };
        Grid::going(&grids, from, going)
    }
}

impl Grid<GridOf> {
    /// The grids of a form, a goal each.
    pub fn of_form(at: usize, form: &Form) -> Vec<Self> {
        let goals = form.goals.iter().enumerate();
        let grid = |(goal, typed): (usize, &evaluation::Goal)| Grid {
            sheet: GridOf::Goal { form: at, goal },
            rows: (0..typed.indicators.len()).map(RowAt::Line).collect(),
            columns: IndicatorField::COLUMNS.map(Axis::Form).to_vec(),
        };
        goals.map(grid).collect()
    }

    /// The grids of a table, a side each.
    pub fn of_table(accounts: &Accounts, layout: &'static Layout, table: TableNo) -> Vec<Self> {
        let lines = accounts.table(table).lines.len();
        let sides = accounts::Grid::of(layout, table, lines).into_iter();
        let grid = |(side, grid): (usize, accounts::Grid)| Grid {
            sheet: GridOf::Side { table, side },
            rows: grid.rows,
            columns: grid.columns.into_iter().map(Axis::Accounts).collect(),
        };
        sides.enumerate().map(grid).collect()
    }
}
