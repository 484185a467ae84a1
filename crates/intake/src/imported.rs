//! What comes of a disclosure.

use juesuan_domain::Workbook;
use juesuan_understand::{Left, Taken};

/// What came of a disclosure.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The workbook; of a document that is no disclosure it is empty.
    pub workbook: Workbook,
    /// What stands in it, each with its place in the disclosure, in the order in which it was taken.
    pub taken: Vec<Taken>,
    /// What of the disclosure does not.
    pub left: Vec<Left>,
}
