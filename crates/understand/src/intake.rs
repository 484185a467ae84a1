//! What of a disclosure went into a workbook, and what did not: data for who brings one in.

use crate::place::Spot;
use serde::{Deserialize, Serialize};

/// Something of a disclosure that stands in the workbook now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// The place in the workbook, as the program's addresses print: `accounts.01.left-total.amount`.
    pub to: String,
    /// Where it stands in the disclosure.
    pub from: Spot,
    /// As printed, blanks at its ends left away.
    pub text: String,
    /// Whether it is printed there, or follows from what is.
    pub how: How,
}

/// How a value of a workbook came out of a disclosure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// It is printed.
    Printed,
    /// It follows, exactly, from what is printed.
    Followed,
}

impl How {
    /// What scripts know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            How::Printed => "printed",
            How::Followed => "followed",
        }
    }
}

/// Something of a disclosure that has no place in the workbook, or none that is certain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Where it stands in the disclosure.
    pub from: Spot,
    /// As printed, shortened.
    pub text: String,
    /// Why it was left.
    pub why: WhyLeft,
}

/// Why something was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WhyLeft {
    /// A budget: its tables are no final accounts.
    Budget,
    /// Which of the nine tables it is cannot be told.
    UnknownTable,
    /// A table of the same number was taken before.
    SecondTable,
    /// Nothing says which unit the amounts are in, or two units are named.
    UnknownUnit,
    /// The layout has no such row.
    UnknownRow,
    /// A row by subject with neither a code nor a name that one subject alone has.
    NoCode,
    /// The layout has no such column.
    UnknownColumn,
    /// The numbers of the row may belong to one column or another.
    Unsure,
    /// No head says which column is which.
    NoHeads,
    /// Several rows of numbers, and nothing says which is meant.
    SeveralRows,
    /// It is no amount.
    Unreadable,
    /// More rows than a table may have.
    TooMany,
    /// The cell has another amount already.
    Contradicts,
    /// The workbook computes it from what it has.
    Derived,
    /// The workbook has no place for it.
    NoPlace,
    /// What it speaks of cannot be told for certain.
    Untied,
}

impl WhyLeft {
    /// All of them.
    pub const ALL: [WhyLeft; 16] = [
        WhyLeft::Budget,
        WhyLeft::UnknownTable,
        WhyLeft::SecondTable,
        WhyLeft::UnknownUnit,
        WhyLeft::UnknownRow,
        WhyLeft::NoCode,
        WhyLeft::UnknownColumn,
        WhyLeft::Unsure,
        WhyLeft::NoHeads,
        WhyLeft::SeveralRows,
        WhyLeft::Unreadable,
        WhyLeft::TooMany,
        WhyLeft::Contradicts,
        WhyLeft::Derived,
        WhyLeft::NoPlace,
        WhyLeft::Untied,
    ];

    /// What scripts know it by.
    pub fn code(self) -> &'static str {
        match self {
            WhyLeft::Budget => "budget",
            WhyLeft::UnknownTable => "unknownTable",
            WhyLeft::SecondTable => "secondTable",
            WhyLeft::UnknownUnit => "unknownUnit",
            WhyLeft::UnknownRow => "unknownRow",
            WhyLeft::NoCode => "noCode",
            WhyLeft::UnknownColumn => "unknownColumn",
            WhyLeft::Unsure => "unsure",
            WhyLeft::NoHeads => "noHeads",
            WhyLeft::SeveralRows => "severalRows",
            WhyLeft::Unreadable => "unreadable",
            WhyLeft::TooMany => "tooMany",
            WhyLeft::Contradicts => "contradicts",
            WhyLeft::Derived => "derived",
            WhyLeft::NoPlace => "noPlace",
            WhyLeft::Untied => "untied",
        }
    }
}
