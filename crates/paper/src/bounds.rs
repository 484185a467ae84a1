//! How much a paper may hold that comes from somewhere else than our readers.

use crate::{Block, Cell, Paper};

/// Blocks of a paper.
pub const MOST_BLOCKS: usize = 200_000;
/// Characters of all its texts together.
pub const MOST_TEXT: usize = 2_000_000;
/// Characters of one paragraph or cell: a whole disclosure has fewer.
pub const MOST_OF_BLOCK: usize = 50_000;
/// Squares that the cells of all its tables cover together.
pub const MOST_SQUARES: usize = 4_000_000;

/// What a paper has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMuch {
    /// More than [`MOST_BLOCKS`].
    Blocks,
    /// More than [`MOST_TEXT`].
    Text,
    /// More than [`MOST_OF_BLOCK`] in one paragraph or cell.
    Block,
    /// More than [`MOST_SQUARES`].
    Squares,
}

impl Paper {
    /// Whether it is of a size that a document can have: what works with papers need not ask.
    ///
    /// # Errors
    /// What it has too much of.
    pub fn within_bounds(&self) -> Result<(), TooMuch> {
        if self.blocks.len() > MOST_BLOCKS {
            return Err(TooMuch::Blocks);
        }
        let (mut text, mut squares, mut longest) = (0usize, 0usize, 0usize);
        let mut add = |words: &str| {
            let characters = words.chars().count();
            text = text.saturating_add(characters);
            longest = longest.max(characters);
        };
        for block in &self.blocks {
            match block {
                Block::Heading { text: words, .. } | Block::Paragraph { text: words, .. } => {
                    add(words);
                }
                Block::Table { rows, .. } => {
                    for cell in rows.iter().flatten() {
                        add(&cell.text);
                        squares = squares.saturating_add(covered(cell));
                    }
                }
                Block::Picture { .. } | Block::PageBreak { .. } => {}
            }
        }
        if text > MOST_TEXT {
            return Err(TooMuch::Text);
        }
        if longest > MOST_OF_BLOCK {
            return Err(TooMuch::Block);
        }
        if squares > MOST_SQUARES {
            return Err(TooMuch::Squares);
        }
        Ok(())
    }
}

/// How many squares a cell covers.
fn covered(cell: &Cell) -> usize {
    cell.rows.max(1).saturating_mul(cell.columns.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    fn paragraph(text: &str) -> Block {
        Block::Paragraph {
            text: text.to_owned(),
            place: Place::default(),
            runs: Vec::new(),
        }
    }

    fn table(rows: usize, columns: usize) -> Block {
        let cell = Cell {
            text: "1".to_owned(),
            row: 0,
            column: 0,
            rows,
            columns,
            place: Place::default(),
            runs: Vec::new(),
        };
        Block::Table {
            rows: vec![vec![cell]],
            place: Place::default(),
        }
    }

    #[test]
    fn what_a_paper_has_too_much_of() {
        let long = || paragraph(&"字".repeat(MOST_OF_BLOCK));
        for (blocks, expected) in [
            (vec![], Ok(())),
            (vec![long(); MOST_TEXT / MOST_OF_BLOCK], Ok(())),
            (
                vec![long(); MOST_TEXT / MOST_OF_BLOCK + 1],
                Err(TooMuch::Text),
            ),
            (
                vec![paragraph(&"字".repeat(MOST_OF_BLOCK + 1))],
                Err(TooMuch::Block),
            ),
            (vec![paragraph(""); MOST_BLOCKS], Ok(())),
            (vec![paragraph(""); MOST_BLOCKS + 1], Err(TooMuch::Blocks)),
            (vec![table(2_000, 2_000)], Ok(())),
            (
                vec![table(2_000, 2_000), table(0, 0)],
                Err(TooMuch::Squares),
            ),
            (vec![table(usize::MAX, usize::MAX)], Err(TooMuch::Squares)),
        ] {
            let paper = Paper {
                blocks,
                ..Paper::default()
            };
            assert_eq!(paper.within_bounds(), expected);
        }
    }
}
