//! Numbers as people in public units write and read them.
//!
//! [`parse`](number) what was typed (full-width digits, separators, units, percent signs), keep it
//! exact ([`Number`], [`Quotient`]) and display it ([`grouped`], [`display_amount`],
//! [`display_percent`]). A leaf: knows nothing of forms or tables.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

mod chinese;
mod compound;
mod display;
mod error;
mod exact;
mod fold;
mod formula;
pub mod interval;
mod lookalike;
pub mod measure;
mod narrow;
mod number;
mod parse;
mod quotient;
mod scan;
mod scientific;
mod significant;
mod tally;
pub mod typed;
pub mod working;

pub use chinese::chinese_numeral;
pub use compound::compound;
pub use display::{
    Digits, amount as display_amount, grouped, in_table as display_in_table,
    percent as display_percent, signed,
};
pub use display::{fixed, push_grouped, push_grouped_fixed};
pub use error::excerpt;
pub use error::{Fault, FigureError, Problem};
pub use exact::Exact;
pub use fold::fold;
pub use formula::{Formula, formula};
pub use narrow::without_zeros;
pub use number::{Number, TooLarge};
pub use parse::{ODD, OR_SO, bracketed};
pub use parse::{amount, number, percent, score};
pub use quotient::{Quotient, Truncated, sum_of_products};
pub use scan::leading;
pub use scan::plain;
pub use scientific::no_digit;
pub use significant::Significant;
pub use tally::Tally;
pub use typed::Typed;
