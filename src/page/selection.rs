//! A block of cells that is selected in the grid of indicators.

use super::document::Place;
use juesuan::Edit;
use juesuan::evaluation::{Cell, Form, IndicatorField};
use std::ops::RangeInclusive;

/// A rectangle of cells in one goal: from the cell somebody is in to the one it was drawn to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub form: usize,
    pub goal: usize,
    /// Row and column.
    anchor: (usize, usize),
    head: (usize, usize),
}

/// A direction on the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    Up,
    Down,
    Left,
    Right,
}

/// The column of a cell people type into; `None` for headings and cells outside the grid.
fn column(field: IndicatorField) -> Option<usize> {
    IndicatorField::COLUMNS
        .iter()
        .position(|column| *column == field)
}

impl Selection {
    /// One cell of the grid.
    pub fn at(place: Place) -> Option<Self> {
        let Place::Form(form, Cell::Indicator(goal, row, field)) = place else {
            return None;
        };
        let at = (row, column(field)?);
        Some(Selection {
            form,
            goal,
            anchor: at,
            head: at,
        })
    }

    /// Drawn to another cell; of another goal it stays as it is.
    pub fn to(self, place: Place) -> Self {
        match place {
            Place::Form(form, Cell::Indicator(goal, row, field))
                if (form, goal) == (self.form, self.goal) =>
            {
                let head = column(field).map_or(self.head, |column| (row, column));
                Selection { head, ..self }
            }
            _ => self,
        }
    }

    /// Drawn one cell further, within a goal of so many rows.
    pub fn further(self, towards: Towards, rows: usize) -> Self {
        let (row, column) = self.head;
        let head = match towards {
            Towards::Up => (row.saturating_sub(1), column),
            Towards::Down => ((row + 1).min(rows.saturating_sub(1)), column),
            Towards::Left => (row, column.saturating_sub(1)),
            Towards::Right => (row, (column + 1).min(IndicatorField::COLUMNS.len() - 1)),
        };
        Selection { head, ..self }
    }

    /// The cell at the top left.
    pub fn corner(&self) -> (usize, Cell) {
        let field = IndicatorField::COLUMNS[*self.columns().start()];
        (
            self.form,
            Cell::Indicator(self.goal, *self.rows().start(), field),
        )
    }

    /// More than one cell.
    pub fn is_block(&self) -> bool {
        self.anchor != self.head
    }

    pub fn rows(&self) -> RangeInclusive<usize> {
        let (a, b) = (self.anchor.0, self.head.0);
        a.min(b)..=a.max(b)
    }

    pub fn columns(&self) -> RangeInclusive<usize> {
        let (a, b) = (self.anchor.1, self.head.1);
        a.min(b)..=a.max(b)
    }

    /// The columns of a row that are selected; none where the row is outside, or one cell is all.
    pub fn columns_of_row(&self, form: usize, goal: usize, row: usize) -> Option<(usize, usize)> {
        let inside = (form, goal) == (self.form, self.goal) && self.rows().contains(&row);
        let columns = self.columns();
        (inside && self.is_block()).then(|| (*columns.start(), *columns.end()))
    }

    /// The texts of the block, as typed.
    pub fn texts(&self, form: &Form) -> Vec<Vec<String>> {
        let fields = &IndicatorField::COLUMNS[self.columns()];
        let indicators = form.goals.get(self.goal).map(|goal| &goal.indicators);
        let rows = self.rows().filter_map(|row| indicators?.get(row));
        rows.map(|row| {
            fields
                .iter()
                .map(|field| row.text(*field).to_string())
                .collect()
        })
        .collect()
    }

    /// Empties the block.
    pub fn cleared(&self, form: &Form) -> Edit {
        let texts = self.texts(form).into_iter();
        self.filled_with(texts.map(|row| vec![String::new(); row.len()]).collect())
    }

    /// Fills the block with its first row; one row alone takes the row above it.
    pub fn filled_down(&self, form: &Form) -> Option<Edit> {
        let (first, last) = (*self.rows().start(), *self.rows().end());
        let source = if first == last {
            first.checked_sub(1)?
        } else {
            first
        };
        let source = Selection {
            anchor: (source, *self.columns().start()),
            head: (source, *self.columns().end()),
            ..*self
        };
        let texts = source.texts(form).pop()?;
        Some(self.filled_with(vec![texts; last - first + 1]))
    }

    fn filled_with(&self, cells: Vec<Vec<String>>) -> Edit {
        Edit::Paste {
            form: self.form,
            goal: self.goal,
            row: *self.rows().start(),
            field: IndicatorField::COLUMNS[*self.columns().start()],
            cells,
        }
    }
}
