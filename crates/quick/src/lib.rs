//! Quick figures (速算): a measure or a score from two or three boxes, a table from a list or a few
//! cells, each with the ready sentence.
//!
//! Every result is made of texts that are ready to be shown; the page calculates nothing.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

mod calculation;
mod lines;
mod sheet;
mod structure;
mod three_public;
mod years;

pub use calculation::{Answer, Calculation, Outcome};
pub use lines::MOST_LINES;
pub use sheet::{Row, RowKind, Sheet, Table};
pub use structure::{Rounding, Structure, structure};
pub use three_public::{COLUMNS, Cells, ITEMS, ThreePublic, ThreeRow, three_head, three_public};
pub use years::{MOST_YEARS, years};
