//! The tables by their nature.

use std::fmt;

/// Number of a table: 公开01 to 公开09. Displays as `01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableNo(u8);

impl TableNo {
    pub const INCOME_AND_SPENDING: TableNo = TableNo(1);
    pub const INCOME: TableNo = TableNo(2);
    pub const SPENDING: TableNo = TableNo(3);
    pub const FISCAL: TableNo = TableNo(4);
    pub const GENERAL: TableNo = TableNo(5);
    pub const BASIC: TableNo = TableNo(6);
    pub const THREE_PUBLIC: TableNo = TableNo(7);
    pub const FUNDS: TableNo = TableNo(8);
    pub const CAPITAL: TableNo = TableNo(9);

    pub fn new(number: u8) -> Option<Self> {
        (1..=9).contains(&number).then_some(TableNo(number))
    }

    /// Its place among the tables, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    pub fn all() -> impl Iterator<Item = TableNo> {
        (1..=9).map(TableNo)
    }
}

impl fmt::Display for TableNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}
