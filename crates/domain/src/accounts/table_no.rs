//! The tables by their nature.

use std::fmt;

/// A table by its nature: the number it has in files and paths, that of the layout of 2020. What it is
/// printed under is data of the layout. Displays as `01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableNo(u8);

impl TableNo {
    /// 收入支出决算总表.
    pub const INCOME_AND_SPENDING: TableNo = TableNo(1);
    /// 收入决算表.
    pub const INCOME: TableNo = TableNo(2);
    /// 支出决算表.
    pub const SPENDING: TableNo = TableNo(3);
    /// 财政拨款收入支出决算总表.
    pub const FISCAL: TableNo = TableNo(4);
    /// 一般公共预算财政拨款支出决算表.
    pub const GENERAL: TableNo = TableNo(5);
    /// 一般公共预算财政拨款基本支出决算表.
    pub const BASIC: TableNo = TableNo(6);
    /// “三公”经费支出决算表.
    pub const THREE_PUBLIC: TableNo = TableNo(7);
    /// 政府性基金预算财政拨款收入支出决算表.
    pub const FUNDS: TableNo = TableNo(8);
    /// 国有资本经营预算财政拨款支出决算表, or 收入支出决算表.
    pub const CAPITAL: TableNo = TableNo(9);

    /// The table of a number from 1 to 9.
    pub fn new(number: u8) -> Option<Self> {
        (1..=9).contains(&number).then_some(TableNo(number))
    }

    /// Its place among the tables, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    /// 01 to 09.
    pub fn all() -> impl Iterator<Item = TableNo> {
        (1..=9).map(TableNo)
    }
}

impl fmt::Display for TableNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}
