//! The explanatory text (决算情况说明) and its figures, written from the accounts and the forms.
//!
//! No figure is typed twice: a number in the text is the table's number. [`write()`] takes what the text
//! is written from ([`Material`]) and a style (data from `styles/`) and gives every sentence: written,
//! left out because it does not apply, or waiting for a cell that it names.

mod figures;
mod findings;
mod glossary;
mod kept;
mod lists;
mod material;
mod missing;
mod of_forms;
mod offered;
mod overall;
mod projects;
mod say;
mod template;
mod write;
mod written;

pub use figures::figures;
pub use glossary::{Entry, explanation};
pub use kept::{Kept, write};
pub use material::{Material, name_of, names};
pub use missing::{Missing, Source, Why};
pub use of_forms::OfForms;
pub use offered::Offered;
pub use say::{Figure, Piece};
pub use template::check_names;
pub use written::{Disclosure, Section, Sentence, WorkRow, Written};
