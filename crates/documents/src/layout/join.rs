//! A table that goes on over pages becomes one table again.

use super::table::{Cell, Table};
use super::text::Text;

/// Edges of columns nearer than this are the same edge, on different pages.
const SAME: f32 = 4.0;
/// How far columns without lines may shift.
const NEAR: f32 = 30.0;

/// Joins the table of the next page to the one before, where its columns say that it goes on. Gives it back
/// where it does not.
pub fn join(table: &mut Table, next: Table) -> Result<(), Box<Table>> {
    let edges = if table.ruled || next.ruled {
        common_edges(&table.xs, &next.xs)
    } else {
        near_edges(&table.xs, &next.xs)
    };
    let Some(edges) = edges else {
        return Err(Box::new(next));
    };
    let mut next = next;
    // Where both have the same edges, the cells gathered so far stay untouched: a table may go on for long.
    let old = if edges.len() == table.xs.len() {
        Some(Vec::new())
    } else {
        columns(&table.cells, &edges)
    };
    let new = columns(&next.cells, &edges);
    let (Some(old), Some(new)) = (old, new) else {
        return Err(Box::new(next));
    };
    for (cell, place) in table
        .cells
        .iter_mut()
        .zip(old)
        .chain(next.cells.iter_mut().zip(new))
    {
        (cell.column, cell.columns) = place;
    }
    table.xs = edges;
    let mut skipped = repeated_head(table, &next);
    let mut offset = table.row_count();
    if skipped == 0 {
        let (cells, whole_row) = go_on_below(table, next.cells);
        next.cells = cells;
        if whole_row {
            offset = offset.saturating_sub(1);
        }
    }
    if let Some(rest) = broken_row(table, &next, skipped) {
        for (cell, text) in rest {
            if let Some(cell) = table.cells.get_mut(cell) {
                cell.text.append_line(&text);
            }
        }
        skipped += 1;
    } else {
        merged_on(table, &mut next.cells, skipped, offset);
    }
    for mut cell in next.cells {
        if cell.row < skipped {
            continue;
        }
        cell.row = cell.row - skipped + offset;
        table.cells.push(cell);
    }
    Ok(())
}

/// Cells without a wall at the page break go on in those without one on the next page. Gives back the other cells
/// of the next page, and whether the break went through a row: its first row then is the last one here.
fn go_on_below(table: &mut Table, cells: Vec<Cell>) -> (Vec<Cell>, bool) {
    let above = |cells: &[Cell], cell: &Cell| {
        cells.iter().position(|above| {
            above.open_below && above.column == cell.column && above.columns == cell.columns
        })
    };
    let first: Vec<&Cell> = cells.iter().filter(|cell| cell.row == 0).collect();
    let pairs = first
        .iter()
        .filter(|cell| cell.open_above)
        .filter_map(|cell| above(&table.cells, cell))
        .count();
    let whole_row = pairs > 0 && pairs == first.len();
    let mut other = Vec::new();
    for cell in cells {
        let target = if cell.row == 0 && cell.open_above {
            above(&table.cells, &cell)
        } else {
            None
        };
        match target.and_then(|at| table.cells.get_mut(at)) {
            Some(above) => {
                above.text.append_line(&cell.text);
                above.rows += if whole_row { cell.rows - 1 } else { cell.rows };
                above.open_below = cell.open_below;
            }
            None => other.push(cell),
        }
    }
    (other, whole_row)
}

/// A merged cell that goes on over the page comes out of Word as an empty one with walls all around: where it
/// stands below a merged label, and its row is not empty, it belongs to that. Takes such cells out of the next page.
fn merged_on(table: &mut Table, cells: &mut Vec<Cell>, first: usize, end: usize) {
    let is_filled = |cell: &Cell| cell.row == first && !cell.text.is_empty();
    if !cells.iter().any(is_filled) {
        return;
    }
    let is_label = |text: &Text| {
        let mut chars = text.chars.iter().map(|char| char.c);
        !text.is_empty() && !chars.any(|c| c.is_ascii_digit())
    };
    cells.retain(|cell| {
        if cell.row != first || !cell.text.is_empty() || cell.open_above {
            return true;
        }
        let above = table.cells.iter_mut().find(|above| {
            let same = above.column == cell.column && above.columns == cell.columns;
            same && above.rows > 1 && above.row + above.rows == end && is_label(&above.text)
        });
        match above {
            Some(above) => {
                above.rows += cell.rows;
                false
            }
            None => true,
        }
    });
}

/// A row that the page break cut: the first row of the next page has only the rest of sentences, under cells whose
/// text is not at its end, and nothing under the others. What the cells of the last row get, by their number.
fn broken_row(table: &Table, next: &Table, first: usize) -> Option<Vec<(usize, Text)>> {
    let last = table.row_count().checked_sub(1)?;
    let mut rest = Vec::new();
    let mut ended = false;
    for cell in next.cells.iter().filter(|cell| cell.row == first) {
        if cell.open_above {
            return None;
        }
        let above = table.cells.iter().position(|above| {
            above.row + above.rows == last + 1
                && above.column == cell.column
                && above.columns == cell.columns
        })?;
        let above_cell = table.cells.get(above)?;
        let text = &above_cell.text;
        if cell.rows > 1 {
            return None;
        }
        if cell.text.is_empty() {
            ended |= !text.is_empty();
        } else if goes_on(text, &cell.text) && is_full(above_cell) {
            rest.push((above, cell.text.clone()));
        } else {
            return None;
        }
    }
    (ended && !rest.is_empty()).then_some(rest)
}

/// The last line reaches the right wall.
fn is_full(cell: &Cell) -> bool {
    cell.text
        .chars
        .last()
        .is_some_and(|last| cell.area.x1 - last.area.x1 < 1.8 * last.area.height())
}

/// Two halves of a sentence: long enough to have been broken, not ended, and no figure.
fn goes_on(text: &Text, rest: &Text) -> bool {
    let ended = text
        .last()
        .is_none_or(|c| matches!(c, '。' | '；' | '！' | '？' | ';'));
    let words = |text: &Text| text.chars.iter().filter(|char| !char.c.is_ascii()).count();
    !ended && words(text) > 8 && words(rest) > 0
}

/// The edges of both: the same outside, and most inside.
fn common_edges(a: &[f32], b: &[f32]) -> Option<Vec<f32>> {
    let near = |edge: &f32, edges: &[f32]| edges.iter().any(|other| (edge - other).abs() <= SAME);
    let outside = [(a.first()?, b.first()?), (a.last()?, b.last()?)];
    if outside.iter().any(|(a, b)| (*a - *b).abs() > SAME) {
        return None;
    }
    let shared = a.iter().filter(|edge| near(edge, b)).count();
    if shared * 10 < a.len().min(b.len()) * 8 || shared * 2 < a.len().max(b.len()) {
        return None;
    }
    let mut edges = a.to_vec();
    edges.extend(b.iter().filter(|edge| !near(edge, a)));
    edges.sort_by(f32::total_cmp);
    Some(edges)
}

/// Of tables without lines: as many columns, each about where it was.
fn near_edges(a: &[f32], b: &[f32]) -> Option<Vec<f32>> {
    let near = a.iter().zip(b).all(|(a, b)| (a - b).abs() <= NEAR);
    (a.len() == b.len() && near).then(|| a.to_vec())
}

/// First column and number of columns of each cell, counted on other edges.
fn columns(cells: &[Cell], edges: &[f32]) -> Option<Vec<(usize, usize)>> {
    let nearest = |at: f32| {
        let distance = |edge: &f32| (*edge - at).abs();
        let nearest = edges
            .iter()
            .enumerate()
            .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        nearest.map(|(index, _)| index)
    };
    let place = |cell: &Cell| {
        let (from, to) = (nearest(cell.area.x0)?, nearest(cell.area.x1)?);
        (to > from).then(|| (from, to - from))
    };
    cells.iter().map(place).collect()
}

/// How many rows at the top of the next page say again what the first page says.
fn repeated_head(table: &Table, next: &Table) -> usize {
    let mut same = 0;
    let mut some_text = false;
    // A head has few rows, and the first row of a body has amounts; two equal empty rows are no head.
    for row in 0..next.row_count().min(6) {
        let (a, b) = (row_texts(table, row), row_texts(next, row));
        if a != b || a.is_empty() {
            break;
        }
        some_text |= a.iter().any(|(_, text)| !text.is_empty());
        same = row + 1;
    }
    // A head is cut between two rows only where no cell reaches over.
    while same > 0
        && next
            .cells
            .iter()
            .any(|cell| cell.row < same && cell.row + cell.rows > same)
    {
        same -= 1;
    }
    if some_text { same } else { 0 }
}

fn row_texts(table: &Table, row: usize) -> Vec<(usize, String)> {
    table
        .cells
        .iter()
        .filter(|cell| cell.row == row)
        .map(|cell| (cell.column, cell.text.string()))
        .collect()
}
