//! juesuan (决算): final accounts and performance self-evaluation of Chinese public units.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
//!
//! One flow: what is typed → [`Workbook`] → [`assess`] (pure) → [`Assessment`] → a view.
//! Nothing here knows a browser, but for `api` and the page, which are built for wasm32 only.
//!
//! | module | what it is for | uses |
//! | --- | --- | --- |
//! | `typed` | the text of a cell, as typed | – |
//! | `fields` | cells of a fixed set, each with its names | – |
//! | [`address`] | how cells are addressed, grids and blocks of them | – |
//! | [`figure`] | numbers as people write and read them | `typed` |
//! | `year`, `date` | years and dates, as people write them | `figure` |
//! | [`working`] | how a figure was worked out, as data | `figure` |
//! | [`measure`] | completion, execution, growth, shares, weighted mean | `working` |
//! | [`finding`] | what a check finds, as data | `figure` |
//! | [`say`] | findings in words, a language a file | `finding` |
//! | `review` | findings set aside, remarks | `finding` |
//! | `settings`, `source` | what a unit sets beside its rules; where data comes from | `typed` |
//! | `quantity` | targets and actuals, as written | `figure` |
//! | [`prose`] | what a written text says of figures | `quantity`, `finding` |
//! | [`evaluation`] | self-evaluation forms: rules, scores, checks | the above |
//! | [`accounts`] | the tables, the identities between their cells, their checks | the above but `evaluation` |
//! | [`Place`] | any cell of a workbook, and the grids they stand in | `evaluation`, `accounts` |
//! | [`chart`] | drawings as values | `figure` |
//! | [`disclosure`] | the explanatory text and its figures | `accounts`, `evaluation`, `chart` |
//! | [`workbook`](Workbook) | one unit's year | `evaluation`, `accounts` |
//! | `limits` | what a workbook may hold | `workbook` |
//! | `unreadable` | why a file is not taken, as data | `limits` |
//! | [`edit`](Edit) | the edits to it | `limits` |
//! | [`History`] | undo and redo | `edit` |
//! | [`assess`] | everything derived from a workbook | `workbook` |
//! | [`exchange`] | files, and the shapes scripts know | all the above |
//! | [`quick`] | quick figures from a few boxes or a list | `evaluation`, `accounts`, `exchange` |
//! | [`session`] | the open workbook: saves, last words, several windows, the selected block | `edit` |
//! | [`flows`] | opening, keeping, pasting, combining, new versions: what the page does in several steps | `session`, `exchange` |
//! | `api` | the JavaScript interface | all the above |
//! | `page` | the Yew front end (in the program, not the library) | all the above |

pub mod accounts;
pub mod address;
mod assess;
pub mod chart;
mod date;
pub mod disclosure;
mod edit;
pub mod evaluation;
pub mod exchange;
mod fields;
pub mod figure;
pub mod finding;
pub mod flows;
mod history;
mod limits;
pub mod measure;
mod place;
pub mod prose;
mod quantity;
pub mod quick;
mod review;
pub mod say;
pub mod session;
mod settings;
mod source;
mod typed;
mod unreadable;
mod workbook;
pub mod working;
mod year;

pub use assess::{Assessment, Counts, assess};
pub use edit::{Edit, Refused, Spot};
pub use history::History;
pub use limits::{Beyond, Counted, Limit};
pub use place::{Axis, GridOf, Place};
pub use typed::Typed;
pub use workbook::{FORMAT, Workbook};
pub use year::{YEARS, YearRead, read_year, shown_year};

#[cfg(all(target_arch = "wasm32", feature = "api"))]
mod api;
#[cfg(all(target_arch = "wasm32", feature = "bench"))]
mod bench;
