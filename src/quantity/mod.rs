//! Targets and actuals as written (`≥85%`, `每月1000份`, `约600人次`): the number, its unit and period, and
//! what binds it.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `model` | what a target or an actual says |
//! | `read` | from the text to that |
//! | `binding` | words and signs that bind a number, before and behind it |
//! | `behind` | all that stands behind a number |
//! | `plain` | the quick way for nothing but a number and its unit |
//! | `range` | from one number to another |
//! | `period` | what a quantity is counted over |
//! | `dates` | numbers of dates, which are no quantities |
//! | `vocabulary` | units, multiples and other words around numbers |

mod behind;
mod binding;
mod dates;
mod model;
mod period;
mod plain;
mod range;
mod read;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use model::{Comparison, Direction, Quantity, Reading};
pub use period::{Months, Period};
pub use read::read;
pub(crate) use vocabulary::{known, multiple_of, strip_any, without_odd};
