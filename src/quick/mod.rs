//! Quick figures (速算): a measure or a score from two or three boxes, a table from a list or a few
//! cells, each with the ready sentence.

mod calculation;

pub use calculation::{Answer, Calculation, Outcome};
