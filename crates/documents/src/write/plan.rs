//! What is written, in order, and how each piece is to look.

mod guess;
mod step;

use juesuan_paper::{Block, Look, Paper};
use std::collections::HashMap;
use step::table;

pub(super) use step::{Step, Table, Text};

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
                let heads = look.map_or_else(|| guess::heads(rows), |look| look.heads);
                if let Some(table) = table(number, rows, look, heads, landscape) {
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
