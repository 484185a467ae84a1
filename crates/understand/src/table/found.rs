//! A table as it was understood.

use crate::place::Spot;
use juesuan_figure::interval::Printed;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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
    /// Each rate (执行率, 占比), row by row, in percent.
    pub rates: Vec<AmountCell>,
    /// Each row that has a name or a code, also where it has no amount.
    pub rows: Vec<RowName>,
    /// Whether it has rows for amounts, but no amount at all, or only zeros.
    pub empty: bool,
    /// Where it stands: of each block the rows that are its own, with its title and unit where they stand in them.
    pub extent: Vec<(usize, Range<usize>)>,
    /// Whether its unit is said near it or in it.
    pub said_unit: bool,
    /// Amounts stand alone in lines beside it: not all of its rows were read as such, so no sum of it is certain.
    pub(crate) torn: bool,
    /// All its heads, in reading order.
    pub(crate) all_heads: Vec<String>,
}

impl FoundTable {
    /// All its heads, in reading order.
    pub fn all_heads(&self) -> impl Iterator<Item = &str> {
        self.all_heads.iter().map(String::as_str)
    }
}

/// The unit of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 千元.
    Qian,
    /// 万元.
    #[default]
    Wan,
    /// 百万元.
    Million,
    /// 亿元.
    Yi,
}

/// Which part of a table with parts side by side (income at the left, spending at the right).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Side {
    /// The only part, or the left one.
    #[default]
    Left,
    /// The second from the left.
    Right,
    /// The third from the left, and any behind it.
    Third,
}

/// What is printed before the name of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// 一、 with its number.
    First(u16),
    /// （一） with its number.
    Second(u16),
    /// 1. or 1、 with its number.
    Third(u16),
    /// （1） or ① with its number.
    Fourth(u16),
    /// 其中：: one of several parts of the row above, not all of which need be listed.
    Within,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowName {
    /// Its code, digits only, where there is one.
    pub code: Option<String>,
    /// Its name as printed, blanks closed up, without its number and 其中：.
    pub name: String,
    /// The number before its name.
    pub mark: Mark,
    /// Which part of the table it belongs to.
    pub side: Side,
    /// Where its name stands.
    pub spot: Spot,
}

/// An amount of a table with what its row and its column are called.
#[derive(Debug, Clone, PartialEq)]
pub struct AmountCell {
    /// The code of its row, digits only, where there is one: `2080501`.
    pub code: Option<String>,
    /// The name of its row as printed, blanks closed up, without its number (一、, 1.) and 其中：.
    pub name: String,
    /// The number before the name of its row.
    pub mark: Mark,
    /// The names above its column, from the top down, blanks closed up: `["公务用车购置及运行维护费", "小计", "预算数"]`.
    pub heads: Vec<String>,
    /// Which part it stands in.
    pub side: Side,
    /// In which of the columns of names the name of its row stands, counted from 0: parts of it stand farther to
    /// the right.
    pub depth: usize,
    /// The amount in 万元, with what its digits allow.
    pub value: Printed,
    /// As printed, blanks closed up.
    pub printed: String,
    /// Where it stands.
    pub spot: Spot,
}

impl AmountCell {
    /// Row and column of its cell, counted from 0.
    pub fn at(&self) -> (usize, usize) {
        self.spot.cell.unwrap_or_default()
    }
}

/// How many amounts there are, and how many were held against something.
pub(crate) struct Checked {
    pub figures: usize,
    pub checked: usize,
}
