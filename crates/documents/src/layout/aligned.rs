//! Tables without rulings: lines that fall apart into the same columns, one below the other.
//!
//! Careful on purpose: at least three rows, and a column of figures. What is doubtful stays text.

use super::lattice::{Cell, Table};
use super::lines::Line;
use super::page::Area;
use super::text::Text;

/// Gap that parts two columns, in ems.
const GAP: f32 = 1.5;
const LEAST_ROWS: usize = 3;

/// Takes runs of aligned lines out of the lines of a page (from top to bottom).
pub fn tables(lines: Vec<Line>, page: usize) -> (Vec<Line>, Vec<Table>) {
    let mut left = Vec::new();
    let mut tables = Vec::new();
    let mut run: Vec<(Line, Vec<Line>)> = Vec::new();
    for line in lines {
        let pieces = line.clone().split(GAP);
        let near = run
            .last()
            .is_none_or(|(last, _)| line.baseline - last.baseline < 2.6 * line.size.max(last.size));
        if pieces.len() < 2 || !near {
            finish(&mut run, page, &mut left, &mut tables);
        }
        if pieces.len() < 2 {
            left.push(line)
        } else {
            run.push((line, pieces))
        }
    }
    finish(&mut run, page, &mut left, &mut tables);
    left.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    (left, tables)
}

fn finish(
    run: &mut Vec<(Line, Vec<Line>)>,
    page: usize,
    left: &mut Vec<Line>,
    tables: &mut Vec<Table>,
) {
    let rows = std::mem::take(run);
    match table(&rows, page) {
        Some(table) => tables.push(table),
        None => left.extend(rows.into_iter().map(|(line, _)| line)),
    }
}

fn table(rows: &[(Line, Vec<Line>)], page: usize) -> Option<Table> {
    if rows.len() < LEAST_ROWS {
        return None;
    }
    let columns = columns(rows);
    if columns.len() < 2 || columns.len() > 30 {
        return None;
    }
    let mut cells = Vec::new();
    let mut figures = vec![0usize; columns.len()];
    let mut filled = vec![0usize; columns.len()];
    for (row, (line, pieces)) in rows.iter().enumerate() {
        for piece in pieces {
            let column = columns
                .iter()
                .position(|(from, to)| piece.area.x1 > *from && piece.area.x0 < *to)?;
            let text = piece.text(page);
            *filled.get_mut(column)? += 1;
            if is_figure(&text) {
                *figures.get_mut(column)? += 1;
            }
            let (x0, x1) = *columns.get(column)?;
            let area = Area {
                x0,
                x1,
                y0: line.area.y0,
                y1: line.area.y1,
            };
            cells.push(Cell {
                row,
                column,
                rows: 1,
                columns: 1,
                area,
                page,
                text,
                open_above: false,
                open_below: false,
            });
        }
    }
    let figured = figures
        .iter()
        .zip(&filled)
        .any(|(figures, filled)| *filled >= LEAST_ROWS && *figures * 10 >= *filled * 6);
    let full = filled
        .iter()
        .filter(|filled| **filled * 10 >= rows.len() * 6)
        .count()
        >= 2;
    if !figured || !full {
        return None;
    }
    let area = cells
        .iter()
        .fold(Area::NOTHING, |area, cell| area.around(cell.area));
    let mut xs: Vec<f32> = columns.iter().map(|(from, _)| *from).collect();
    xs.push(area.x1);
    let mut ys: Vec<f32> = rows.iter().map(|(line, _)| line.area.y0).collect();
    ys.push(area.y1);
    Some(Table {
        page,
        area,
        ys,
        xs,
        cells,
    })
}

/// Stretches of the page that pieces of some row cover; pieces that share a stretch are one column.
fn columns(rows: &[(Line, Vec<Line>)]) -> Vec<(f32, f32)> {
    let mut spans: Vec<(f32, f32)> = rows
        .iter()
        .flat_map(|(_, pieces)| pieces)
        .map(|piece| (piece.area.x0, piece.area.x1))
        .collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for (from, to) in spans {
        match columns.last_mut() {
            Some(column) if from < column.1 => column.1 = column.1.max(to),
            _ => columns.push((from, to)),
        }
    }
    columns
}

fn is_figure(text: &Text) -> bool {
    let mut digits = 0;
    for char in &text.chars {
        match char.c {
            '0'..='9' => digits += 1,
            '.' | ',' | '-' | '%' | '－' | '—' => {}
            _ => return false,
        }
    }
    digits > 0
}
