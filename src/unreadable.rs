//! Why a file is not taken, as data. Nothing that was open is touched then. Lines and columns are counted
//! from 1, as editors count them.

use crate::finding::RuleSetError;
use crate::limits::Limit;

/// Why a file is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It has no bytes, or blanks alone.
    Empty,
    /// It has so many megabytes.
    TooLarge(usize),
    /// Its bytes are no text in UTF-8.
    NotText,
    /// It is no JSON from there on.
    Broken {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// It is JSON, and nothing in it is of a workbook.
    NotWorkbook,
    /// Of a newer version, by the number of its format.
    Newer(u64),
    /// What stands there does not belong there.
    Misshapen {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// One form has so many.
    TooManyIndicators(usize),
    /// It has more of something than a workbook may hold.
    TooMany {
        /// What there is too much of, and how many there may be.
        limit: Limit,
        /// How many there are.
        count: usize,
    },
    /// From a portal.
    NotValue,
}

/// Why a file is no rule set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleFileError {
    /// It has no bytes, or blanks alone.
    Empty,
    /// It is larger than a rule set may be (256 KB).
    TooLarge,
    /// Its bytes are no text in UTF-8.
    NotText,
    /// It is no JSON from there on.
    Broken {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// It is a workbook.
    Workbook,
    /// The field of this name is missing.
    Missing(String),
    /// What stands there does not belong there.
    Misshapen {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
    },
    /// Other rules under the id of a built-in set.
    BuiltIn(String),
    /// It was read, and its rules cannot be used.
    Faulty(RuleSetError),
}

impl From<RuleSetError> for RuleFileError {
    fn from(error: RuleSetError) -> Self {
        RuleFileError::Faulty(error)
    }
}
