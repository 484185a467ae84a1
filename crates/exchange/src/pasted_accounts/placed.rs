//! Which cell of a pasted table an amount is from, and which cells were not read, as data.

/// An amount as it goes into a cell, and the pasted cell that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    pub text: String,
    /// Row and column, counted from 0; none of the zero that an empty cell means.
    pub from: Option<(usize, usize)>,
}

/// What was not read of a pasted table: a cell, a row, a column, or the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unread {
    /// Counted from 0; none where it is a whole column, or all.
    pub row: Option<usize>,
    /// Counted from 0; none where it is a whole row, or all.
    pub column: Option<usize>,
    /// Why not.
    pub why: Why,
}

/// Why something of a pasted table was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The table has no column of that head.
    UnknownColumn,
    /// The table has no row of that name.
    UnknownRow,
    /// A row by subject has neither a code nor a name that one subject alone has.
    NoCode,
    /// It is no amount.
    Unreadable,
    /// The numbers of the row may belong to one column or another.
    Unsure,
    /// No head says which column is which, and their number is not that of the table.
    NoHeads,
    /// Several rows of numbers, and nothing says which is meant.
    SeveralRows,
    /// More rows than a table may have.
    TooMany,
}

impl Unread {
    pub(super) fn cell(row: usize, column: usize, why: Why) -> Self {
        Unread {
            row: Some(row),
            column: Some(column),
            why,
        }
    }

    pub(super) fn row(row: usize, why: Why) -> Self {
        Unread {
            row: Some(row),
            column: None,
            why,
        }
    }

    pub(super) fn column(column: usize, why: Why) -> Self {
        Unread {
            row: None,
            column: Some(column),
            why,
        }
    }

    pub(super) fn all(why: Why) -> Self {
        Unread {
            row: None,
            column: None,
            why,
        }
    }
}
