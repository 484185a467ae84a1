//! What a written text says of figures: placeholders left in it, and sums and rates that its own figures
//! do not give.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `check` | the findings of a text |
//! | `slips` | finds slips of arithmetic |
//! | `flat` | the text without its blanks |
//! | `tokens` | the text as amounts and marks, with words between them |
//! | `total` | a whole and its parts, which 其中 introduces |
//! | `rate` | 完成…的 R% |
//! | `words` | the words that make the difference |
//! | `wording` | the sentences |

mod check;
mod flat;
mod rate;
mod slip;
mod slips;
mod tokens;
mod total;
mod wording;
mod words;

pub(crate) use check::check_text;
pub use slip::{Slip, SlipKind};
pub use slips::{MOST_SLIPS, slips};
