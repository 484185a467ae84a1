//! The parts of a text, each with the element of the file that says it.

use crate::xml::Element;

/// A part of a text, up to where the next one begins.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'a> {
    /// Where it begins in the text, in bytes.
    pub at: usize,
    /// Characters of the element before that: blanks that were left out.
    pub skipped: usize,
    /// What says it: characters, a tab, a break; or the paragraph or cell in which it stands.
    pub element: &'a Element,
}

/// The pieces of each text. The place of its block or cell has its number as `start` until the walk is over.
pub(super) type Traces<'a> = Vec<Vec<Piece<'a>>>;

/// The pieces of all texts of a document, by block and cell.
pub(crate) type ByPlace<'a> =
    std::collections::HashMap<(usize, Option<(usize, usize)>), Vec<Piece<'a>>>;
