//! A paper with its parts told apart: sections with their lines, and tables with their titles.

use crate::{About, FoundTable};
use juesuan_paper::Paper;

/// A disclosure as it was understood, before anything is judged.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// What was read.
    pub paper: &'a Paper,
    /// Whose it is.
    pub about: About,
    /// Its sections in reading order, those of the contents left out.
    pub sections: Vec<Section>,
    /// Its tables in reading order.
    pub tables: Vec<FoundTable>,
}

/// A heading and the text under it, up to the next heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// The headings above it and its own, from the part down, as printed.
    pub path: Vec<String>,
    /// Its own level; 0 for what stands before any heading.
    pub level: u8,
    /// The block of its heading.
    pub block: usize,
    /// Its paragraphs.
    pub lines: Vec<Line>,
}

/// A paragraph of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its block.
    pub block: usize,
    /// Its text, as the paper has it.
    pub text: String,
}

impl<'a> Document<'a> {
    /// Finds the parts of a paper.
    pub fn of(paper: &'a Paper) -> Self {
        let tables = crate::table::find(paper);
        Document {
            paper,
            about: About::of(paper),
            sections: Vec::new(),
            tables,
        }
    }
}
