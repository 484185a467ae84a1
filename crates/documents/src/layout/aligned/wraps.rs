//! Cells without lines around them whose text goes on over two lines: half a line above and below the rest of the row.

use crate::layout::lines::Line;
use crate::layout::text::{Char, Text};

/// A row has at least one gap wider than this, in ems.
pub const GAP: f32 = 1.5;

/// Lines of a text are farther from each other than this, in ems.
const HALF: f32 = 0.95;

/// A line of a cell that goes on over two lines.
pub struct Wrap {
    /// The baseline of its row.
    pub row: f32,
    pub line: Line,
}

impl Wrap {
    /// Joins its text to that of the cell: before what stands below it.
    pub fn join(&self, cell: &mut Text, text: Text) {
        // Heads of several columns that have no amounts: this one stands behind them.
        let several = cell.chars.iter().any(|char| char.c == ' ');
        if several {
            if self.line.baseline < self.row
                && let Some(last) = cell.chars.last().copied()
            {
                cell.chars.push(Char { c: ' ', ..last });
            }
            cell.append_line(&text);
        } else if self.line.baseline < self.row {
            let below = std::mem::replace(cell, text);
            cell.append_line(&below);
        } else {
            cell.append_line(&text);
        }
    }
}

/// Takes out the lines that are parts of cells.
pub fn take(lines: Vec<Line>, page: usize) -> (Vec<Line>, Vec<Wrap>) {
    let rows: Vec<Option<f32>> = (0..lines.len())
        .map(|at| row_of(&lines, at, page))
        .collect();
    let mut left = Vec::with_capacity(lines.len());
    let mut wraps = Vec::new();
    for (line, row) in lines.into_iter().zip(rows) {
        match row {
            Some(row) => wraps.push(Wrap { row, line }),
            None => left.push(line),
        }
    }
    (left, wraps)
}

/// The baseline of the row that a line is a part of.
fn row_of(lines: &[Line], at: usize, page: usize) -> Option<f32> {
    let line = lines.get(at)?;
    if line
        .clone()
        .split(GAP)
        .iter()
        .any(|piece| piece.text(page).is_figure())
    {
        return None;
    }
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let mut rows = beside.filter_map(|other| lines.get(other));
    rows.find(|row| is_row(row, line, page))
        .map(|row| row.baseline)
}

/// Whether this is the row: half a line away, with figures or several heads, and nothing of it above or below the line.
fn is_row(row: &Line, line: &Line, page: usize) -> bool {
    let apart = (row.baseline - line.baseline).abs();
    if apart < 0.1 * line.size || apart > HALF * line.size.max(row.size) {
        return false;
    }
    let pieces = row.clone().split(GAP);
    let figures = pieces.iter().any(|piece| piece.text(page).is_figure());
    let free = pieces.iter().all(|piece| {
        line.clone()
            .split(GAP)
            .iter()
            .all(|own| own.area.x1 < piece.area.x0 || own.area.x0 > piece.area.x1)
    });
    free && (pieces.len() > 2 || figures && pieces.len() > 1)
}
