//! The tables of a disclosure: their titles, and each amount with its row and its column.

mod check;
mod columns;
mod find;
mod found;
mod grid;
mod lookup;
mod name;
mod reading;
mod rows;
mod title;
mod topic;
mod torn;

pub(crate) use check::check;
pub(crate) use find::{find, is_form};
pub use found::{AmountCell, FoundTable, Mark, RowName, Side, Unit};
pub use topic::of_section;
