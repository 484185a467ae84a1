//! Rulings to tables: which lines hang together, the grid they make, and the cells that a grid square joins
//! where no line parts it from the next.

use super::cells;
use super::grid::Grid;
use super::page::{Glyph, Page, Ruling};
use super::rulings::{self, REACH, join_rulings};
use super::table::Table;

/// After joining, more lines than these in a page are a drawing.
const MOST_LINES: usize = 2_500;

/// Finds the ruled tables of a page and takes their glyphs from it. Drawn lines come first: what is only shaded
/// within their tables (a marked word, a grey head) parts no cells; elsewhere shaded areas make tables too.
pub fn tables(page: &Page, glyphs: &mut Vec<Glyph>) -> Vec<Table> {
    let drawn = |rulings: &[Ruling]| {
        rulings
            .iter()
            .filter(|ruling| !ruling.edge)
            .copied()
            .collect::<Vec<Ruling>>()
    };
    let (horizontal, vertical) = (drawn(&page.horizontal), drawn(&page.vertical));
    let mut tables = tables_of(page, &horizontal, &vertical, glyphs);
    if horizontal.len() + vertical.len() < page.horizontal.len() + page.vertical.len() {
        let inside = |x: f32, y: f32| {
            tables.iter().any(|table| {
                let area = table.area;
                x > area.x0 - REACH
                    && x < area.x1 + REACH
                    && y > area.y0 - REACH
                    && y < area.y1 + REACH
            })
        };
        let middle = |ruling: &Ruling| (ruling.from + ruling.to) / 2.0;
        let horizontal: Vec<Ruling> = page
            .horizontal
            .iter()
            .filter(|line| !inside(middle(line), line.at))
            .copied()
            .collect();
        let vertical: Vec<Ruling> = page
            .vertical
            .iter()
            .filter(|line| !inside(line.at, middle(line)))
            .copied()
            .collect();
        let shaded = tables_of(page, &horizontal, &vertical, glyphs);
        tables.extend(shaded);
    }
    tables.sort_by(|a, b| {
        a.area
            .y0
            .total_cmp(&b.area.y0)
            .then(a.area.x0.total_cmp(&b.area.x0))
    });
    tables
}

fn tables_of(
    page: &Page,
    horizontal: &[Ruling],
    vertical: &[Ruling],
    glyphs: &mut Vec<Glyph>,
) -> Vec<Table> {
    let horizontal = join_rulings(horizontal, page.width);
    let vertical = join_rulings(vertical, page.height);
    if horizontal.len() + vertical.len() > MOST_LINES {
        return Vec::new();
    }
    let mut found: Vec<Table> = rulings::components(&horizontal, &vertical)
        .into_iter()
        .filter_map(|(horizontal, vertical)| Grid::new(&horizontal, &vertical))
        .filter_map(|grid| grid.into_table(page.number))
        .collect();
    // Small ones first, so that a table within a cell of another keeps its own text.
    found.sort_by(|a, b| {
        (a.area.width() * a.area.height()).total_cmp(&(b.area.width() * b.area.height()))
    });
    let mut tables = Vec::new();
    for mut table in found {
        let kept = cells::fill(&mut table, glyphs, page.number);
        if table
            .cells
            .iter()
            .filter(|cell| !cell.text.is_empty())
            .count()
            < 2
        {
            continue;
        }
        *glyphs = kept;
        drop_slivers(&mut table);
        tables.push(table);
    }
    tables
}

/// Rows and columns in which no cell begins, or that are too narrow for text, are only double lines.
fn drop_slivers(table: &mut Table) {
    let thin_rows = thin(&table.ys);
    let thin_columns = thin(&table.xs);
    table.cells.retain(|cell| {
        let sliver = (cell.rows == 1 && thin_rows.get(cell.row) == Some(&true))
            || (cell.columns == 1 && thin_columns.get(cell.column) == Some(&true));
        !(sliver && cell.text.is_empty())
    });
    let rows = kept(&table.ys, table.cells.iter().map(|cell| cell.row));
    let columns = kept(&table.xs, table.cells.iter().map(|cell| cell.column));
    for cell in &mut table.cells {
        let (row, column) = (
            count_before(&rows, cell.row),
            count_before(&columns, cell.column),
        );
        cell.rows = (count_before(&rows, cell.row + cell.rows) - row).max(1);
        cell.columns = (count_before(&columns, cell.column + cell.columns) - column).max(1);
        (cell.row, cell.column) = (row, column);
    }
    table.ys = remaining(&table.ys, &rows);
    table.xs = remaining(&table.xs, &columns);
    table.cells.sort_by_key(|cell| (cell.row, cell.column));
}

fn thin(edges: &[f32]) -> Vec<bool> {
    edges
        .windows(2)
        .map(|pair| matches!(pair, [a, b] if b - a < 4.0))
        .collect()
}

fn kept(edges: &[f32], starts: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut kept = vec![false; edges.len().saturating_sub(1)];
    for start in starts {
        if let Some(slot) = kept.get_mut(start) {
            *slot = true;
        }
    }
    kept
}

fn count_before(kept: &[bool], end: usize) -> usize {
    kept.iter().take(end).filter(|kept| **kept).count()
}

fn remaining(edges: &[f32], kept: &[bool]) -> Vec<f32> {
    let mut left: Vec<f32> = edges
        .iter()
        .zip(kept)
        .filter(|(_, kept)| **kept)
        .map(|(edge, _)| *edge)
        .collect();
    left.extend(edges.last());
    left
}
