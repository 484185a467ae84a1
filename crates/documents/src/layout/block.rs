//! Parts of a document while it is laid out.

use super::page::Area;
use super::paragraphs::Paragraph;
use super::table::Table;

/// A part of the document; places still as the pages are read.
#[derive(Debug)]
pub enum Block {
    /// A title.
    Heading {
        /// From 1.
        level: u8,
        /// What it says.
        paragraph: Paragraph,
    },
    /// Running text.
    Paragraph(Paragraph),
    /// A table, over all its pages.
    Table(Table),
    /// A picture.
    Picture {
        /// Counted from 1.
        page: usize,
        /// Where on it.
        area: Area,
    },
}
