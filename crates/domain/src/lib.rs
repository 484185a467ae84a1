//! What a public unit hands in: self-evaluation forms and final accounts.
//!
//! One flow: what is typed → [`Workbook`] → [`assess()`] (pure, never fails) → [`Assessment`]. No
//! browser, no files, no clock: today's date is handed in.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

pub mod accounts;
pub mod address;
pub mod assess;
mod changes;
pub mod chart;
mod date;
pub mod disclosure;
mod edit;
pub mod evaluation;
mod fields;
mod figures;
pub mod find;
pub mod finding;
mod history;
pub mod limits;
mod place;
pub mod prose;
mod quantity;
mod region;
pub mod review;
pub mod settings;
mod sorted;
mod source;
pub mod unreadable;
mod workbook;
pub mod year;

pub use assess::{Assessment, Counts, assess};
pub use changes::changes;
pub use date::read_date;
pub use edit::{Drafting, Edit, Refused, Spot};
pub use history::History;
pub use limits::{Beyond, Counted, Limit};
pub use place::{Axis, GridOf, Place};
pub use region::{PROVINCES, Region};
pub use sorted::Sorted;
pub use workbook::{FORMAT, Workbook};
pub use year::{YEARS, YearRead, read_year, shown_year};
