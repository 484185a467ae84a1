//! A table of HTML while it is read: where its cells come to stand.

use crate::made::{self, MOST_CELLS};
use juesuan_paper::{Block, Cell};

/// Columns of a table.
const MOST_COLUMNS: usize = 16_384;
/// As far as HTML lets one cell reach.
const MOST_ROWS: usize = 65_534;

/// A table that is open.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<Vec<Placed>>,
    /// For each column, how many of the rows to come are covered by a cell above.
    covered: Vec<usize>,
    row: Option<Row>,
    cell: Option<Open>,
    /// Cells so far.
    pub cells: usize,
    /// There are more cells than are read.
    pub left_out: bool,
    /// Rows left out, as they are hidden.
    pub hidden_rows: usize,
    /// What stands in the table, but in none of its cells: its caption.
    pub around: Vec<Block>,
}

#[derive(Default)]
struct Row {
    cells: Vec<Placed>,
    column: usize,
    hidden: bool,
}

struct Open {
    columns: usize,
    rows: usize,
    blocks: Vec<Block>,
}

struct Placed {
    column: usize,
    columns: usize,
    rows: usize,
    blocks: Vec<Block>,
}

impl Grid {
    /// Where blocks go now.
    pub fn blocks(&mut self) -> &mut Vec<Block> {
        match &mut self.cell {
            Some(cell) => &mut cell.blocks,
            None => &mut self.around,
        }
    }

    pub fn open_row(&mut self, hidden: bool) {
        self.end_row();
        self.row = Some(Row {
            hidden,
            ..Row::default()
        });
    }

    pub fn open_cell(&mut self, columns: usize, rows: usize) {
        self.end_cell();
        self.row.get_or_insert_default();
        self.cell = Some(Open {
            columns: columns.clamp(1, 1000),
            // In HTML: all the rows to come.
            rows: if rows == 0 {
                MOST_ROWS
            } else {
                rows.min(MOST_ROWS)
            },
            blocks: Vec::new(),
        });
    }

    pub fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let row = self.row.get_or_insert_default();
        while self.covered.get(row.column).is_some_and(|rows| *rows > 0) {
            row.column += 1;
        }
        let columns = cell.columns.min(MOST_COLUMNS.saturating_sub(row.column));
        if columns == 0 || self.cells >= MOST_CELLS {
            self.left_out = true;
            return;
        }
        self.cells += 1;
        row.cells.push(Placed {
            column: row.column,
            columns,
            rows: cell.rows,
            blocks: cell.blocks,
        });
        row.column += columns;
    }

    pub fn end_row(&mut self) {
        self.end_cell();
        let Some(row) = self.row.take() else { return };
        let empty = row.cells.iter().all(|cell| is_blank(&cell.blocks));
        if row.hidden {
            self.hidden_rows += usize::from(!empty);
            return;
        }
        for rows in &mut self.covered {
            *rows = rows.saturating_sub(1);
        }
        for cell in &row.cells {
            let to = cell.column + cell.columns;
            if self.covered.len() < to {
                self.covered.resize(to, 0);
            }
            for rows in self.covered.iter_mut().take(to).skip(cell.column) {
                *rows = (*rows).max(cell.rows - 1);
            }
        }
        while self.covered.pop_if(|rows| *rows == 0).is_some() {}
        self.rows.push(row.cells);
    }

    /// The blocks that the table is: one table, or what is in its cells where it only lays out a page.
    pub fn finish(mut self) -> Vec<Block> {
        self.end_row();
        let mut blocks = std::mem::take(&mut self.around);
        while self
            .rows
            .pop_if(|row| row.iter().all(|cell| is_blank(&cell.blocks)))
            .is_some()
        {}
        if self.rows.is_empty() {
            return blocks;
        }
        let filled = self
            .rows
            .iter()
            .flatten()
            .filter(|cell| !is_blank(&cell.blocks));
        let (mut all, mut holders) = (0_usize, 0_usize);
        for cell in filled {
            all += 1;
            holders += usize::from(
                cell.blocks
                    .iter()
                    .any(|it| matches!(it, Block::Table { .. })),
            );
        }
        if holders * 2 >= all && holders > 0 {
            blocks.extend(self.rows.into_iter().flatten().flat_map(|cell| cell.blocks));
            return blocks;
        }
        let width = self.width();
        let count = self.rows.len();
        let rows = self.rows.into_iter().enumerate().map(|(number, row)| {
            let cells = row
                .into_iter()
                .filter(|cell| cell.column < width || !is_blank(&cell.blocks));
            cells
                .map(|cell| Cell {
                    rows: cell.rows.min(count - number),
                    columns: cell.columns.min(width.saturating_sub(cell.column).max(1)),
                    ..made::cell(number, cell.column, text_of(&cell.blocks))
                })
                .collect()
        });
        blocks.push(made::table(rows.collect()));
        blocks
    }

    /// How many columns there are: a title across the table often says 100 where there are five.
    fn width(&self) -> usize {
        let end = |cell: &Placed| cell.column + cell.columns;
        let several = self
            .rows
            .iter()
            .filter(|row| row.len() > 1)
            .flatten()
            .map(end)
            .max();
        several.unwrap_or_else(|| {
            self.rows
                .iter()
                .flatten()
                .map(|cell| cell.column + 1)
                .max()
                .unwrap_or(1)
        })
    }
}

/// The text of blocks as one cell says it.
fn text_of(blocks: &[Block]) -> String {
    let lines = blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text.clone()),
        Block::Table { rows, .. } => {
            let rows = rows.iter().map(|row| {
                let cells: Vec<&str> = row
                    .iter()
                    .map(|cell| cell.text.as_str())
                    .filter(|it| !it.is_empty())
                    .collect();
                cells.join(" ")
            });
            Some(rows.collect::<Vec<_>>().join("\n"))
        }
        Block::Picture { .. } | Block::PageBreak { .. } => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether nothing is written in them.
fn is_blank(blocks: &[Block]) -> bool {
    blocks
        .iter()
        .all(|it| matches!(it, Block::Picture { .. } | Block::PageBreak { .. }))
}
