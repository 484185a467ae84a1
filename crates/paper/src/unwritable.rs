//! Why a paper cannot be written as a file.

use crate::bounds::TooMuch;
use serde::{Deserialize, Serialize};

/// The kinds of files that a paper can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Written {
    /// For Word, WPS and others.
    Docx,
    /// For Excel, WPS and others.
    Xlsx,
}

impl Written {
    /// What the name of such a file ends with: `docx`.
    pub fn ending(self) -> &'static str {
        match self {
            Written::Docx => "docx",
            Written::Xlsx => "xlsx",
        }
    }
}

/// Why a paper cannot be written. `juesuan-say` has the sentences, each with the way on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwritable {
    /// There is nothing in it.
    Empty,
    /// It is larger than a document can be.
    TooMuch(TooMuch),
    /// What it says of how it is to look is more than a document can need.
    Looks,
    /// The file would be too large.
    TooLarge {
        /// In MB, unpacked.
        most: usize,
    },
    /// More than so many tables, for a sheet each.
    Tables {
        /// As many as there may be.
        most: usize,
    },
    /// A table has more rows or columns than the kind of file can hold.
    Table {
        /// Which table, counted from 1.
        table: usize,
        /// As many columns as there may be.
        columns: usize,
        /// As many rows as there may be.
        rows: usize,
    },
    /// A cell of a table says more than the kind of file can hold.
    Cell {
        /// Which table, counted from 1.
        table: usize,
        /// Its row, counted from 1.
        row: usize,
        /// Characters that there may be.
        most: usize,
    },
}
