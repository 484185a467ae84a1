use crate::exchange::{copied_cells, copied_html};

/// A result that is a table: what can be shown already, and what is in its way.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What is still to be typed before there is a result; `None` where nothing is.
    pub waiting: Option<String>,
    /// What cannot be read, each with its line and what mends it. While there is any, what can be read is
    /// shown and no rate is worked out.
    pub problems: Vec<String>,
    /// `None` while there is nothing to show.
    pub table: Option<Table>,
    /// What should be looked at again, though there is a result.
    pub warnings: Vec<String>,
    /// What should be known about the result.
    pub remarks: Vec<String>,
    /// The ready text; empty while there is no result.
    pub sentence: String,
}

/// A table, as displayed and as copied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What stands above the columns, one text for each.
    pub head: Vec<String>,
    /// The rows from the top, totals among them.
    pub rows: Vec<Row>,
}

/// A row of a table, as displayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub kind: RowKind,
    /// The first names the row. Empty where there is nothing to show yet.
    pub cells: Vec<String>,
    /// What is to be said of the last cell: how it was adjusted. Not copied.
    pub note: String,
}

/// What a row stands for, which decides how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// One of the rows that were typed.
    Part,
    /// One of those that the subtotal above it is the sum of.
    Within,
    /// The sum of some.
    Subtotal,
    /// The sum of all, or what holds for all.
    Total,
}

impl Table {
    /// As a spreadsheet takes it: tab-separated.
    pub fn text(&self) -> String {
        copied_cells(&self.all())
    }

    /// As a word processor takes it.
    pub fn html(&self) -> String {
        copied_html(&self.all())
    }

    fn all(&self) -> Vec<Vec<String>> {
        let rows = self.rows.iter().map(|row| row.cells.clone());
        std::iter::once(self.head.clone()).chain(rows).collect()
    }
}

impl Row {
    pub(super) fn new(kind: RowKind, cells: impl IntoIterator<Item = String>) -> Self {
        Row {
            kind,
            cells: cells.into_iter().collect(),
            note: String::new(),
        }
    }
}

pub(super) fn head(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
