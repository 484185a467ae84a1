//! Tables without lines of which a reader has lost rows: what they had stands in lines of its own, beside the table.

use super::found::FoundTable;
use super::reading::{Reading, read};
use juesuan_paper::{Block, Paper};

/// How many lines beside a table are looked at.
const LINES: usize = 24;
/// So many amounts alone in their lines are no labels of a chart.
const LEAST: usize = 2;

/// Marks the tables beside which amounts stand alone.
pub(super) fn mark(paper: &Paper, tables: &mut [FoundTable]) {
    for table in tables {
        let last = table.extent.last().map_or(table.block, |(block, _)| *block);
        let before = paper.blocks.get(..table.block).unwrap_or(&[]);
        let behind = paper.blocks.get(last + 1..).unwrap_or(&[]);
        table.torn = amounts(before.iter().rev()) >= LEAST || amounts(behind.iter()) >= LEAST;
    }
}

/// Amounts that stand alone in lines, up to the next title or running text.
fn amounts<'a>(blocks: impl Iterator<Item = &'a Block>) -> usize {
    let lines = blocks.take(LINES).take_while(|block| match block {
        Block::Heading { level, .. } => *level > 1,
        Block::Paragraph { text, .. } => !text.contains('。'),
        _ => false,
    });
    let alone = |block: &&Block| match block {
        Block::Paragraph { text, .. } => {
            matches!(read(text), Reading::Amount(_, None)) && text.contains('.')
        }
        _ => false,
    };
    lines.filter(alone).count()
}
