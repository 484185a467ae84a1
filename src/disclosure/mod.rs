//! The explanatory text (决算情况说明) and its figures, written from the accounts and the forms.
//!
//! No figure is typed twice: a number in the text is the table's number. [`write()`] takes what the text
//! is written from ([`Material`]) and a style (data from `styles/`) and gives every sentence: written,
//! left out because it does not apply, or waiting for a cell that it names.

mod figures;
mod findings;
mod glossary;
mod lists;
mod material;
mod say;
mod template;
mod write;

pub use figures::figures;
pub use glossary::{Entry, explanation};
pub use material::{Material, Source, names};
pub use say::{Figure, Missing, Piece, Why};
pub use template::check_names;
pub use write::{Disclosure, Section, Sentence, WorkRow, Written, write};
