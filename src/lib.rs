//! juesuan (决算): final accounts and performance self-evaluation of Chinese public units.
//!
//! One flow: what is typed → [`Workbook`] → [`assess()`] (pure) → [`Assessment`] → a view.
//! Nothing here knows a browser, but for the page, which is built for wasm32 only.
//!
//! Each room below is a crate of its own, so that the compiler holds the walls between them; this
//! library hands them on under one name.
//!
//! | crate | what it is for | uses |
//! | --- | --- | --- |
//! | [`juesuan_figure`] | numbers as people write and read them, and what is measured with them | – |
//! | [`juesuan_domain`] | forms, accounts, their text; workbook, edits, history, assessment | `figure` |
//! | [`juesuan_paper`] | what a document says, in order, with tables | – |
//! | [`juesuan_understand`] | what a published disclosure says, and whether its figures agree | `domain`, `paper` |
//! | [`juesuan_say`] | everything that is said, a language a file | `domain`, `understand` |
//! | [`juesuan_exchange`] | files, and the shapes scripts know | `say` |
//! | [`juesuan_quick`] | quick figures from a few boxes or a list | `exchange` |
//! | `juesuan_script` | the JavaScript interface (wasm32 only) | `exchange` |
//! | [`flows`] | opening, keeping, pasting, combining, reading, new versions: what the page does in several steps | `session`, `exchange` |
//! | [`session`] | the open workbook: saves, last words, several windows, the selected block | `edit` |
//! | `page` | the Yew front end (in the program, not the library) | all the above |

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

pub mod flows;
pub mod session;

pub use juesuan_domain::{
    Assessment, Axis, Beyond, Counted, Counts, Drafting, Edit, FORMAT, GridOf, History, Limit,
    PROVINCES, Place, Refused, Region, Spot, Workbook, YEARS, YearRead, accounts, address, assess,
    changes, chart, disclosure, evaluation, finding, prose, read_year, review, shown_year,
};
pub use juesuan_exchange as exchange;
pub use juesuan_figure as figure;
pub use juesuan_figure::{Typed, measure, working};
pub use juesuan_paper as paper;
pub use juesuan_quick as quick;
pub use juesuan_say as say;
pub use juesuan_understand as understand;
