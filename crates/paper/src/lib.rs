//! A [`Paper`] is what a document says: its blocks in reading order, and where each of them stands.
//!
//! It is the same for every kind of file, and plain data: readers make it (`juesuan-documents`), the rest of
//! the program takes it as it is. It knows nothing of accounts.

#![forbid(unsafe_code)]

pub mod bounds;
mod find;
pub mod headings;
mod look;
pub mod make;
mod measure;
mod note;
mod place;
pub mod plain;
mod remark;
mod show;
mod unreadable;
mod unwritable;

pub use find::Hit;
pub use look::{Align, CellLook, Look, TextStyle};
pub use note::{Note, NoteCode};
pub use place::{Place, Rect, Run};
pub use remark::{AlsoHere, Remark, Remarks, Unmarkable};
pub use unreadable::{OldKind, Unreadable, within_size};
pub use unwritable::{Unwritable, Written};

use serde::{Deserialize, Serialize};

/// A document that was read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Paper {
    /// The name of the file, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What kind of file it was, by its content.
    pub kind: Kind,
    /// Of PDF and OFD: each page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Page>,
    /// What it says, in reading order.
    pub blocks: Vec<Block>,
    /// What was left out or read in a way that should be known.
    pub notes: Vec<Note>,
    /// Of a paper that is to be written: how its blocks are to look, in their order. Readers leave it out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<Look>,
}

/// The kinds of files that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// Word since 2007, and what others write like it.
    Docx,
    /// Excel since 2007.
    Xlsx,
    /// Excel 5 to 2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// GB/T 33190.
    Ofd,
    /// A web page, or what was pasted from one.
    Html,
    /// Plain text, and CSV.
    #[default]
    Text,
}

/// The size of a page as it is displayed, in points (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Block {
    /// A title.
    Heading {
        /// 1 for parts, 2 for sections (一、), 3 for theirs (（一）), and so on, to 9.
        level: u8,
        /// Its text, with the number that a word processor prints before it.
        text: String,
        /// Where it stands.
        place: Place,
        /// Where its characters stand, line by line; nothing where the kind of file has no pages.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
    },
    /// Running text, joined over lines and pages.
    Paragraph {
        /// Its text, with the number that a word processor prints before it.
        text: String,
        /// Where it stands; of one that goes on over a page, where it begins.
        place: Place,
        /// Where its characters stand, line by line; nothing where the kind of file has no pages.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        runs: Vec<Run>,
    },
    /// A table. One that goes on over pages is one table, and the heads it repeats are left out.
    Table {
        /// The cells of each row, from left to right. A covered cell is not listed.
        rows: Vec<Vec<Cell>>,
        /// Where it stands; of one that goes on over a page, where it begins.
        place: Place,
    },
    /// A picture or drawing, of which nothing is read.
    Picture {
        /// Where it stands.
        place: Place,
    },
    /// The end of a page, where the file says so.
    PageBreak {
        /// Where it stands.
        place: Place,
    },
}

impl Block {
    /// Where it stands.
    pub fn place(&self) -> &Place {
        match self {
            Block::Heading { place, .. }
            | Block::Paragraph { place, .. }
            | Block::Table { place, .. }
            | Block::Picture { place }
            | Block::PageBreak { place } => place,
        }
    }

    /// Where it stands, to be changed.
    pub fn place_mut(&mut self) -> &mut Place {
        match self {
            Block::Heading { place, .. }
            | Block::Paragraph { place, .. }
            | Block::Table { place, .. }
            | Block::Picture { place }
            | Block::PageBreak { place } => place,
        }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// What it says; lines are parted by `\n`.
    pub text: String,
    /// Its first row, counted from 0.
    pub row: usize,
    /// Its first column, counted from 0.
    pub column: usize,
    /// How many rows it takes up.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub rows: usize,
    /// How many columns it takes up.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub columns: usize,
    /// Where it stands.
    pub place: Place,
    /// Where its characters stand, line by line; nothing where the kind of file has no pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<Run>,
}

fn one() -> usize {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_one(count: &usize) -> bool {
    *count == 1
}

impl Paper {
    /// How a block is to look; `None` where nothing is said of it.
    pub fn look(&self, block: usize) -> Option<&Look> {
        self.looks.iter().find(|look| look.block == block)
    }

    /// Numbers the blocks in their places, and the cells of tables: readers do this last.
    pub fn numbered(mut self) -> Self {
        for (number, block) in self.blocks.iter_mut().enumerate() {
            block.place_mut().block = number;
            if let Block::Table { rows, .. } = block {
                for cell in rows.iter_mut().flatten() {
                    cell.place.block = number;
                    cell.place.row = Some(cell.row);
                    cell.place.column = Some(cell.column);
                }
            }
        }
        self
    }
}
