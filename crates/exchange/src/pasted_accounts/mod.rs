//! A whole table of the accounts, as it is copied from Excel, WPS, Word, a web page or a PDF: its rows
//! are found by codes and labels, its columns by their heads, and what cannot be placed is said, cell by
//! cell.

mod columns;
mod heads;
mod labels;
mod lines;
mod placed;
mod read;
mod reading;
mod rows;
mod subjects;
mod text;
mod three_public;
mod unit;

pub use placed::{Unread, Why};
pub use read::{read_table, read_table_beside};
pub use reading::TableRead;
pub use unit::{AmountUnit, Beside, Unit, UnitFound};
