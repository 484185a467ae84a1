//! The tables of a disclosure: their titles, and each amount with its row and its column.

use crate::{Document, Finding, Spot};
use juesuan_figure::interval::Printed;
use juesuan_paper::Paper;

/// A table as it was understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FoundTable {
    /// The block of the paper; of a table that was found in several blocks, the first.
    pub block: usize,
    /// Its title, as printed; empty where none was found.
    pub title: String,
    /// 1 to 9 of final accounts (公开01 to 公开09), by title and heads; `None` for what is not known.
    pub no: Option<u8>,
    /// What its amounts are in.
    pub unit: Unit,
    /// Each amount, row by row. A blank cell is not listed.
    pub amounts: Vec<AmountCell>,
    /// Whether it has rows for amounts, but no amount at all, or says so (本表无数据).
    pub empty: bool,
}

/// The unit of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 万元.
    #[default]
    Wan,
    /// 亿元.
    Yi,
}

/// Which half of a table with two halves side by side (income at the left, spending at the right).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Side {
    /// The only half, or the left one.
    #[default]
    Left,
    /// The right one.
    Right,
}

/// An amount of a table with what its row and its column are called.
#[derive(Debug, Clone, PartialEq)]
pub struct AmountCell {
    /// The code of its row, digits only, where there is one: `2080501`.
    pub code: Option<String>,
    /// The name of its row as printed, blanks closed up, without its number (一、, 1.) and 其中：.
    pub name: String,
    /// The names above its column, from the top down, blanks closed up: `["公务用车购置及运行维护费", "小计", "预算数"]`.
    pub heads: Vec<String>,
    /// Which half it stands in.
    pub side: Side,
    /// The amount in 万元, with what its digits allow.
    pub value: Printed,
    /// Where it stands.
    pub spot: Spot,
}

/// How many amounts there are, and how many were held against something.
pub(crate) struct Checked {
    pub figures: usize,
    pub checked: usize,
}

/// Finds the tables of a paper.
pub(crate) fn find(_paper: &Paper) -> Vec<FoundTable> {
    Vec::new()
}

/// Holds the amounts of the tables against each other: sums within a table, the same amount in two tables.
pub(crate) fn check(document: &Document<'_>, _findings: &mut Vec<Finding>) -> Checked {
    let figures = document
        .tables
        .iter()
        .map(|table| table.amounts.len())
        .sum();
    Checked {
        figures,
        checked: 0,
    }
}
