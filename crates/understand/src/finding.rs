//! What is wrong with a disclosure, or should be looked at, as data.

use crate::{Spot, StatementKind};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Certainly wrong.
    Error,
    /// A person should look at it.
    Warning,
    /// Rounding and custom: said once for all of a kind.
    Notice,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// How sure it is.
    pub severity: Severity,
    /// What is wrong.
    pub matter: Matter,
    /// Where it must be mended.
    pub spot: Spot,
    /// The other places it speaks of: the amount of a table that the text should have.
    pub also: Vec<Spot>,
    /// How the right figure is worked out, in signs: `9,746.50 ÷ 9,759.38 = 99.8680…%`.
    pub working: Option<String>,
    /// How it probably came about.
    pub cause: Option<Cause>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Matter {
    /// A figure of the text that nothing gives.
    Claim {
        /// What kind of figure it is.
        kind: StatementKind,
        /// What it is said of.
        name: String,
        /// As printed, with its unit.
        printed: String,
        /// What it should be, with its unit.
        right: String,
    },
    /// 增加 for what went down, or 减少 for what went up.
    Direction {
        /// What it is said of.
        name: String,
        /// The figure with its words: 增长27.78%.
        printed: String,
        /// It went up; `None` where the words do not agree among themselves.
        up: Option<bool>,
    },
    /// 决算数小于预算数 where it is not so.
    Order {
        /// What it is said of.
        name: String,
        /// The words.
        printed: String,
        /// How actual and budget stand.
        is: Order,
    },
    /// Parts that do not come to their whole.
    Sum {
        /// The whole.
        name: String,
        /// Its amount as printed.
        printed: String,
        /// What its parts come to.
        sum: String,
    },
    /// Two amounts for one item.
    Twice {
        /// The item.
        name: String,
        /// Its amount here.
        printed: String,
        /// Its amount before.
        before: String,
    },
    /// Rates and amounts that only the rounding of printed digits explains: all of them at once, with what an
    /// exact calculation gives.
    Rounded {
        /// As printed, and exact: `(93.4%, 93.3%)`.
        figures: Vec<(String, String)>,
    },
    /// A rate of a budget or a year that is zero.
    ZeroBase {
        /// As printed.
        figures: Vec<String>,
    },
    /// An amount of a table that sums or other tables show to be wrong.
    TableAmount {
        /// The title of the table.
        table: String,
        /// Its line and its column: `行政运行·基本支出`.
        what: String,
        /// As printed, with its unit.
        printed: String,
        /// What it should be, with its unit.
        right: String,
    },
    /// A sum of a table that does not come out; any of its amounts may be wrong.
    SumOfParts {
        /// The title of the table.
        table: String,
        /// Line and column of the sum.
        what: String,
        /// The sum as printed, with its unit.
        printed: String,
        /// What its parts come to, with its unit.
        right: String,
    },
    /// Two tables that should have the same amount.
    TwoTables {
        /// The title of the one.
        table: String,
        /// Line and column in it.
        what: String,
        /// The amount in it, as printed, with its unit.
        printed: String,
        /// The title of the other.
        other_table: String,
        /// Line and column in it.
        other_what: String,
        /// The amount in it, as printed, with its unit.
        other: String,
    },
    /// A line that stands in a table twice, so that its sums do not come out.
    RepeatedRow {
        /// The title of the table.
        table: String,
        /// Its code and its name.
        what: String,
    },
    /// Tables that the document lists and does not have.
    MissingTables {
        /// Their numbers in final accounts, 1 to 9.
        numbers: Vec<u8>,
    },
    /// Sums of tables that differ by no more than rounding.
    RoundedSums {
        /// How many.
        count: usize,
    },
}

/// How two amounts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Order {
    /// The first is less.
    Less,
    /// They are the same.
    Equal,
    /// The first is greater.
    Greater,
}

impl From<Ordering> for Order {
    fn from(order: Ordering) -> Self {
        match order {
            Ordering::Less => Order::Less,
            Ordering::Equal => Order::Equal,
            Ordering::Greater => Order::Greater,
        }
    }
}

/// How a wrong figure came about, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// Cut off after its last digit instead of rounded.
    Truncated,
    /// Divided by this year instead of last.
    ByThisYear,
    /// What is left of 100.
    Complement,
    /// Swapped with a neighbour.
    Swapped,
    /// Copied from a neighbour.
    Copied,
    /// Ten times as much, or a tenth.
    Ten,
    /// A hundred times as much, or a hundredth.
    Hundred,
    /// Ten thousand times as much, or a ten-thousandth: 元 for 万元.
    TenThousand,
    /// On another base than the words say.
    OtherBase,
}
