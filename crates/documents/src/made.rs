//! What readers of files without pages share.

pub(crate) use juesuan_paper::headings::titled;
pub(crate) use juesuan_paper::make::{about, cell, counted, heading, paragraph, table};
pub(crate) use juesuan_paper::plain::{MOST_CELLS, MOST_CHARACTERS};

/// Cells of all tables of a document that are read.
pub(crate) const MOST_CELLS_IN_ALL: usize = 1_000_000;
