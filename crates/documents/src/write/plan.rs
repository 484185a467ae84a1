//! What is written, in order, and how each piece is to look.

use super::grid;
use juesuan_paper::{Block, Cell, Look, Paper, TextStyle};
use std::collections::HashMap;

mod guess;

/// Rows of heads at most.
const HEADS: usize = 8;

/// A piece of what is written.
pub(super) enum Step<'a> {
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
pub(super) struct Text<'a> {
    pub text: &'a str,
    /// Of a heading, from 1.
    pub level: Option<u8>,
    pub style: Option<TextStyle>,
}

/// A table.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    /// Its block.
    pub block: usize,
    pub rows: &'a [Vec<Cell>],
    pub look: Option<&'a Look>,
    /// How many of its first rows are heads.
    pub heads: usize,
    pub landscape: bool,
}

/// Puts a paper in order. Where it does not say how it is to look, that is guessed.
pub(super) fn of(paper: &Paper) -> Vec<Step<'_>> {
    if paper.looks.is_empty() {
        return guess::steps(&paper.blocks);
    }
    // Of several looks of one block the first counts.
    let mut looks: HashMap<usize, &Look> = HashMap::new();
    for look in &paper.looks {
        looks.entry(look.block).or_insert(look);
    }
    let mut landscape = false;
    let mut steps = Vec::new();
    for (number, block) in paper.blocks.iter().enumerate() {
        let look = looks.get(&number).copied();
        match block {
            Block::Heading { text, level, .. } => steps.push(Step::Text(Text {
                text,
                level: Some((*level).clamp(1, 9)),
                style: look.and_then(|look| look.style),
            })),
            Block::Paragraph { text, .. } => steps.push(Step::Text(Text {
                text,
                level: None,
                style: look.and_then(|look| look.style),
            })),
            Block::Table { rows, .. } => {
                if let Some(table) = table(number, rows, look, landscape) {
                    steps.push(Step::Table(table));
                }
            }
            Block::Picture { .. } => steps.push(Step::Picture(look)),
            Block::PageBreak { .. } => {
                landscape = look.is_some_and(|look| look.landscape);
                steps.push(Step::Page { landscape });
            }
        }
    }
    steps
}

/// A table, unless there is nothing in it.
fn table<'a>(
    block: usize,
    rows: &'a [Vec<Cell>],
    look: Option<&'a Look>,
    landscape: bool,
) -> Option<Table<'a>> {
    let (height, _) = grid::size(rows);
    let heads = match look {
        Some(look) => look.heads,
        None => guess::heads(rows),
    };
    (height > 0).then_some(Table {
        block,
        rows,
        look,
        // A table of heads alone repeats none.
        heads: if heads < height { heads.min(HEADS) } else { 0 },
        landscape,
    })
}
