//! Rows that no ruling parts: some writers draw only the upright lines, so that a whole column of figures
//! stands in one cell.

use super::lines::Line;
use super::page::Area;
use super::table::{Cell, Table};
use super::text::Text;

/// Splits each row of a table in which a cell holds nothing but figures, one below the other, and every line of
/// the other cells stands beside one of them.
pub fn split(table: &mut Table, lines_of: &mut Vec<Vec<Line>>) {
    let mut row = 0;
    while row < table.ys.len().saturating_sub(1) {
        let parts = baselines(table, lines_of, row);
        if parts.len() > 1 {
            split_row(table, lines_of, row, &parts);
        }
        row += parts.len().max(1);
    }
}

/// Baselines of the rows that a row really holds; empty where it stays as it is.
fn baselines(table: &Table, lines_of: &[Vec<Line>], row: usize) -> Vec<f32> {
    let cells = || {
        table
            .cells
            .iter()
            .zip(lines_of)
            .filter(|(cell, _)| cell.row == row && cell.rows == 1)
    };
    let longest = cells()
        .filter(|(_, lines)| lines.len() > 1 && lines.iter().all(is_figure))
        .max_by_key(|(_, lines)| lines.len());
    let Some((_, figures)) = longest else {
        return Vec::new();
    };
    let beside = |line: &Line| {
        figures
            .iter()
            .any(|figure| (figure.baseline - line.baseline).abs() < 0.4 * line.size)
    };
    let filled = cells().filter(|(_, lines)| lines.len() > 1).count();
    let fits = filled > 1 && cells().all(|(_, lines)| lines.iter().all(beside));
    if fits {
        figures.iter().map(|line| line.baseline).collect()
    } else {
        Vec::new()
    }
}

/// A whole amount or a code: a number broken over two lines is none.
fn is_figure(line: &Line) -> bool {
    let text: String = line.glyphs.iter().map(|glyph| glyph.c).collect();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let marks = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '%' | '－' | '—'));
    let decimals = text
        .rsplit_once('.')
        .is_some_and(|(_, after)| after.trim_end_matches('%').len() == 2);
    marks && (digits == 0 || decimals || text == "0")
}

fn split_row(table: &mut Table, lines_of: &mut Vec<Vec<Line>>, row: usize, baselines: &[f32]) {
    let more = baselines.len() - 1;
    let (Some(top), Some(bottom)) = (table.ys.get(row).copied(), table.ys.get(row + 1).copied())
    else {
        return;
    };
    let middles: Vec<f32> = baselines
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(a + 0.3 * (b - a)),
            _ => None,
        })
        .collect();
    let mut edges = vec![top];
    edges.extend(&middles);
    edges.push(bottom);
    let cells = std::mem::take(&mut table.cells);
    let lines = std::mem::take(lines_of);
    for (mut cell, lines) in cells.into_iter().zip(lines) {
        if cell.row == row && cell.rows == 1 {
            let mut parts: Vec<Vec<Line>> = vec![Vec::new(); baselines.len()];
            for line in lines {
                let part = middles.partition_point(|edge| *edge < line.baseline);
                if let Some(part) = parts.get_mut(part) {
                    part.push(line);
                }
            }
            for (number, (part, pair)) in parts.into_iter().zip(edges.windows(2)).enumerate() {
                let &[y0, y1] = pair else { continue };
                let area = Area {
                    y0,
                    y1,
                    ..cell.area
                };
                table.cells.push(Cell {
                    row: row + number,
                    area,
                    text: Text::default(),
                    ..cell.clone()
                });
                lines_of.push(part);
            }
            continue;
        }
        if cell.row > row {
            cell.row += more;
        } else if cell.row + cell.rows > row {
            cell.rows += more;
        }
        table.cells.push(cell);
        lines_of.push(lines);
    }
    table.ys.splice(row + 1..row + 1, middles);
}
