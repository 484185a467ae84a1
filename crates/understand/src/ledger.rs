//! A ledger's export (科目余额表, 明细账) on its way into tables of accounts: what was read of it, what somebody chose,
//! and what still waits for a choice. Data for who shows it.

use crate::place::Spot;
use serde::{Deserialize, Serialize};

/// What somebody chose of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LedgerChoices {
    /// Which of [`Ledger::amounts`].
    pub amounts: Option<usize>,
    /// The amounts are in 万元, not in 元.
    pub in_ten_thousands: bool,
    /// Where the rows of a group go, by its key: one of its offers; blank where they go nowhere.
    pub to: Vec<(String, String)>,
    /// The codes of rows that have none that is known, by [`LedgerRow::row`].
    pub codes: Vec<(usize, String)>,
}

/// What was read of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// What it was read with.
    pub choices: LedgerChoices,
    /// The columns that may hold the amounts, by their heads.
    pub amounts: Vec<String>,
    /// Which of them is taken; `None` while that is not certain and nobody has chosen.
    pub chosen: Option<usize>,
    /// The rows, by what is said of them.
    pub groups: Vec<LedgerGroup>,
    /// Rows with neither a code that is known nor a name that one subject alone has.
    pub waiting: Vec<LedgerRow>,
    /// How many sums were rounded to 0.01 万元.
    pub rounded: usize,
    /// How many rows stand over others and are left, since those are added.
    pub above: usize,
}

/// Rows that go to one place together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LedgerGroup {
    /// Tells it from others, also once more rows are known.
    pub key: String,
    /// By economic nature; otherwise by function.
    pub economic: bool,
    /// What their rows or the title say of the money, in the words of the ledger.
    pub said: Vec<String>,
    /// How many there are.
    pub rows: usize,
    /// What they come to in 万元; blank while that cannot be told.
    pub total: String,
    /// Where they may go: `03.basic`, table and column.
    pub offers: Vec<String>,
    /// Where they go; `None` while they wait.
    pub to: Option<String>,
}

/// A row that waits for a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    /// Which row of the ledger.
    pub row: usize,
    /// Where it stands.
    pub from: Spot,
    /// Its code, as printed.
    pub code: String,
    /// Its name, as printed.
    pub name: String,
    /// Its amount, as printed; blank while nobody knows which it is.
    pub amount: String,
}
