//! Pieces of what is written.

use crate::write::grid;
use juesuan_paper::{Cell, Look, TextStyle};

/// Rows of heads at most.
const HEADS: usize = 8;

/// A piece of what is written.
pub(crate) enum Step<'a> {
    /// A new page; what follows stands on pages that lie on their side, or not.
    Page { landscape: bool },
    /// A heading or paragraph.
    Text(Text<'a>),
    /// A table.
    Table(Table<'a>),
    /// A picture.
    Picture(Option<&'a Look>),
}

/// A heading or paragraph.
#[derive(Clone, Copy)]
pub(crate) struct Text<'a> {
    pub text: &'a str,
    /// Of a heading, from 1.
    pub level: Option<u8>,
    pub style: Option<TextStyle>,
}

/// A table.
#[derive(Clone, Copy)]
pub(crate) struct Table<'a> {
    /// Its block.
    pub block: usize,
    pub rows: &'a [Vec<Cell>],
    pub look: Option<&'a Look>,
    /// How many of its first rows are heads.
    pub heads: usize,
    pub landscape: bool,
}

/// A table, unless there is nothing in it.
pub(super) fn table<'a>(
    block: usize,
    rows: &'a [Vec<Cell>],
    look: Option<&'a Look>,
    heads: usize,
    landscape: bool,
) -> Option<Table<'a>> {
    let (height, _) = grid::size(rows);
    (height > 0).then_some(Table {
        block,
        rows,
        look,
        // A table of heads alone repeats none.
        heads: if heads < height { heads.min(HEADS) } else { 0 },
        landscape,
    })
}
