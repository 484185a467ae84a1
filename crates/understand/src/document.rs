//! A paper with its parts told apart: sections with their lines, and tables with their titles.

use crate::form::Draft;
use crate::passage::LONGEST;
use crate::{About, FoundTable};
use juesuan_paper::{Block, Paper};

/// A disclosure as it was understood, before anything is judged.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// What was read.
    pub paper: &'a Paper,
    /// Whose it is.
    pub about: About,
    /// Its sections in reading order.
    pub sections: Vec<Section>,
    /// Its tables in reading order.
    pub tables: Vec<FoundTable>,
    /// Its self-evaluation forms in reading order.
    pub(crate) forms: Vec<Draft>,
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
    /// Which of the sections of the second level (一、二、) it belongs to: sections with the same number speak
    /// of one matter.
    pub matter: usize,
    /// Its paragraphs.
    pub lines: Vec<Line>,
}

impl Section {
    /// Its own heading; empty for what stands before any.
    pub fn title(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
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
        let forms = crate::form::find(paper);
        let mut sections = sections(paper);
        for section in &mut sections {
            section
                .lines
                .retain(|line| !crate::form::is_part(&forms, line.block));
        }
        Document {
            paper,
            about: About::of(paper),
            sections,
            tables: crate::table::find(paper),
            forms,
        }
    }
}

fn sections(paper: &Paper) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut above: Vec<(u8, String)> = Vec::new();
    let mut matter = 0;
    for (block, of) in paper.blocks.iter().enumerate() {
        match of {
            Block::Heading { level, text, .. } => {
                above.retain(|(upper, _)| upper < level);
                above.push((*level, text.clone()));
                if *level <= 2 {
                    matter += 1;
                }
                sections.push(Section {
                    path: above.iter().map(|(_, text)| text.clone()).collect(),
                    level: *level,
                    block,
                    matter,
                    lines: headed(*level, text, block),
                });
            }
            Block::Paragraph { text, .. } if text.len() <= LONGEST => {
                if let Some(section) = sections.last_mut() {
                    section.lines.push(Line {
                        block,
                        text: text.clone(),
                    });
                }
            }
            Block::Paragraph { .. }
            | Block::Table { .. }
            | Block::Picture { .. }
            | Block::PageBreak { .. } => {}
        }
    }
    sections
}

/// A heading may hold figures itself: `（一）收入预算总计37188.34万元。包括：`
fn headed(level: u8, text: &str, block: usize) -> Vec<Line> {
    let line = Line {
        block,
        text: text.to_owned(),
    };
    if level > 1 { vec![line] } else { Vec::new() }
}
