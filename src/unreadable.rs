//! Why a file is not taken, as data. Nothing that was open is touched then. Lines and columns are counted
//! from 1, as editors count them.

use crate::finding::RuleSetError;
use crate::limits::Limit;

/// Why a file is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    Empty,
    /// It has so many megabytes.
    TooLarge(usize),
    NotText,
    /// It is no JSON from there on.
    Broken {
        line: usize,
        column: usize,
    },
    NotWorkbook,
    /// Of a newer version, by the number of its format.
    Newer(u64),
    /// What stands there does not belong there.
    Misshapen {
        line: usize,
        column: usize,
    },
    /// One form has so many.
    TooManyIndicators(usize),
    TooMany {
        limit: Limit,
        count: usize,
    },
    /// From a portal.
    NotValue,
}

/// Why a file is no rule set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleFileError {
    Empty,
    TooLarge,
    NotText,
    /// It is no JSON from there on.
    Broken {
        line: usize,
        column: usize,
    },
    /// It is a workbook.
    Workbook,
    /// The field of this name is missing.
    Missing(String),
    /// What stands there does not belong there.
    Misshapen {
        line: usize,
        column: usize,
    },
    /// Other rules under the id of a built-in set.
    BuiltIn(String),
    Faulty(RuleSetError),
}

impl From<RuleSetError> for RuleFileError {
    fn from(error: RuleSetError) -> Self {
        RuleFileError::Faulty(error)
    }
}
