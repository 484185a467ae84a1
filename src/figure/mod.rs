//! Numbers as people in public units write and read them.
//!
//! [`parse`](number) what was typed (full-width digits, separators, units, percent signs), keep it
//! exact ([`Number`], [`Quotient`]) and display it ([`grouped`], [`display_amount`],
//! [`display_percent`]). A leaf: knows nothing of forms or tables.

mod chinese;
mod display;
mod error;
mod exact;
mod number;
mod parse;
mod quotient;

pub use chinese::chinese_numeral;
pub use display::{amount as display_amount, grouped, percent as display_percent, signed};
pub(crate) use display::{fixed, grouped_fixed, push_grouped, push_grouped_fixed};
pub use error::{FigureError, Problem};
pub use exact::Exact;
pub use number::{Number, TooLarge};
pub use parse::{amount, fold, leading, number, percent, score};
pub use quotient::{Quotient, Truncated, sum_of_products};
