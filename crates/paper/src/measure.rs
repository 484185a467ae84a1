//! How much there is to draw of a paper: a view draws a long one piece by piece.

use crate::{Block, Cell, Paper};

/// A row counts as its cells and one more, everything else as one.
fn row_size(row: &[Cell]) -> usize {
    row.len() + 1
}

impl Paper {
    /// How much there is before a row of a block: what has to be drawn for it to be seen.
    pub fn size_before(&self, block: usize, row: usize) -> usize {
        let mut size = 0;
        for (at, of) in self.blocks.iter().enumerate().take(block + 1) {
            size += match of {
                Block::Table { rows, .. } => {
                    let most = if at == block { row } else { rows.len() };
                    rows.iter().take(most).map(|row| row_size(row)).sum()
                }
                _ if at == block => 0,
                _ => 1,
            };
        }
        size
    }

    /// How many rows are drawn of each block, where not more than `most` is drawn in all: 1 of what is no table.
    /// Blocks of which nothing is drawn are left out at the end.
    pub fn within(&self, most: usize) -> Vec<usize> {
        let mut left = most;
        let mut drawn = Vec::new();
        for block in &self.blocks {
            if left == 0 {
                break;
            }
            let Block::Table { rows, .. } = block else {
                drawn.push(1);
                left -= 1;
                continue;
            };
            let mut some = 0;
            for row in rows {
                if left == 0 {
                    break;
                }
                left = left.saturating_sub(row_size(row));
                some += 1;
            }
            drawn.push(some);
        }
        drawn
    }

    /// Whether there is more than is [`within`](Paper::within) so much.
    pub fn is_longer_than(&self, most: usize) -> bool {
        self.size_before(self.blocks.len(), 0) > most
    }
}

#[cfg(test)]
mod tests {
    use crate::{Block, Cell, Paper, Place};

    #[test]
    fn long_papers_are_drawn_piece_by_piece() {
        let place = Place::default;
        let cell = || Cell {
            text: String::new(),
            row: 0,
            column: 0,
            rows: 1,
            columns: 1,
            place: place(),
            runs: Vec::new(),
        };
        let table = |rows: usize| Block::Table {
            rows: (0..rows).map(|_| vec![cell(), cell()]).collect(),
            place: place(),
        };
        let rule = || Block::PageBreak { place: place() };
        let paper = Paper {
            blocks: vec![rule(), table(3), rule(), table(0), rule()],
            ..Paper::default()
        };
        for (block, row, before) in [
            (0, 0, 0),
            (1, 0, 1),
            (1, 2, 7),
            (2, 0, 10),
            (4, 9, 11),
            (9, 0, 12),
        ] {
            assert_eq!(paper.size_before(block, row), before, "{block} {row}");
        }
        for (most, drawn) in [
            (0, vec![]),
            (1, vec![1]),
            (2, vec![1, 1]),
            (4, vec![1, 1]),
            (5, vec![1, 2]),
            (10, vec![1, 3]),
            (11, vec![1, 3, 1]),
            (12, vec![1, 3, 1, 0, 1]),
        ] {
            assert_eq!(paper.within(most), drawn, "{most}");
            assert_eq!(paper.is_longer_than(most), most < 12, "{most}");
        }
    }
}
