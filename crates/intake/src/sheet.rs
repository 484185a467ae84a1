//! A table of a paper as rows of texts, as they are pasted, and where each text stands.

use juesuan_paper::{Block, Cell, Paper};
use juesuan_understand::{FoundTable, Spot};
use std::collections::HashMap;

/// Columns beyond these are none of a table of accounts.
const MOST_COLUMNS: usize = 256;
/// Characters of what was left that are shown.
const SHOWN: usize = 40;

/// A table as rows of texts. What a merged cell covers is blank.
pub struct Sheet {
    pub cells: Vec<Vec<String>>,
    /// The block and the row of the paper for each row.
    rows: Vec<(usize, usize)>,
}

impl Sheet {
    /// The rows of a table, of several blocks one behind the other.
    pub fn of(paper: &Paper, table: &FoundTable) -> Self {
        let mut sheet = Sheet {
            cells: Vec::new(),
            rows: Vec::new(),
        };
        for (block, rows) in &table.extent {
            let Some(Block::Table { rows: cells, .. }) = paper.blocks.get(*block) else {
                continue;
            };
            let mut own: Vec<&Cell> = cells
                .iter()
                .flatten()
                .filter(|cell| rows.contains(&cell.row) && cell.column < MOST_COLUMNS)
                .collect();
            own.sort_by_key(|cell| (cell.row, cell.column));
            for cell in own {
                if sheet.rows.last() != Some(&(*block, cell.row)) {
                    sheet.rows.push((*block, cell.row));
                    sheet.cells.push(Vec::new());
                }
                if let Some(row) = sheet.cells.last_mut() {
                    let end = cell.column.saturating_add(cell.columns.max(1));
                    row.resize(row.len().max(end.min(MOST_COLUMNS)), String::new());
                    if let Some(text) = row.get_mut(cell.column) {
                        text.clone_from(&cell.text);
                    }
                }
            }
        }
        sheet
    }

    /// Puts what is said of the unit elsewhere over the table.
    pub fn say_unit(&mut self, words: &str) {
        self.cells.insert(0, vec![words.to_owned()]);
        self.rows.insert(0, (usize::MAX, 0));
    }

    /// Where a text stands in the paper.
    pub fn spot(&self, row: usize, column: usize) -> Spot {
        let text = self.text(row, column);
        let (block, row) = self.rows.get(row).copied().unwrap_or_default();
        let start = text.len() - text.trim_start().len();
        Spot::cell(block, row, column, start..start + text.trim().len())
    }

    pub fn text(&self, row: usize, column: usize) -> &str {
        let cells = self.cells.get(row);
        cells.and_then(|row| row.get(column)).map_or("", |t| t)
    }

    /// The rows by where they stand in the paper: block and row.
    pub fn rows(&self) -> HashMap<(usize, usize), usize> {
        let rows = self.rows.iter().enumerate();
        rows.map(|(row, at)| (*at, row)).collect()
    }
}

/// A text as it is shown where it was left.
pub fn shortened(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
