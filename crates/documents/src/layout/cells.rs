//! Glyphs into the cells of a table.

use super::lines::{self, Line};
use super::page::Glyph;
use super::rows;
use super::table::Table;
use super::text::Text;
use super::turn::Turn;

/// Glyphs nearer than this, in ems, are printed as one text; between two cells there is always more.
const TOUCH: f32 = 0.12;

/// Puts the glyphs into the cells that hold them; gives back those outside.
///
/// A glyph belongs to the cell that holds its middle. A text that runs on over a wall (a spreadsheet lets long
/// text run into an empty neighbour) stays whole, in the cell where it begins.
pub fn fill(table: &mut Table, glyphs: &[Glyph], page: usize) -> Vec<Glyph> {
    let owners = Owners::new(table);
    let (upright, other): (Vec<&Glyph>, Vec<&Glyph>) = glyphs
        .iter()
        .partition(|glyph| glyph.turn == Turn::Upright && owners.of(glyph).is_some());
    let mut inside: Vec<Vec<Glyph>> = vec![Vec::new(); table.cells.len()];
    for line in lines::lines(upright.into_iter().cloned().collect()) {
        for run in runs(line) {
            let first = run.first().and_then(|glyph| owners.of(glyph));
            for glyph in run {
                if let Some(cell) = first.and_then(|cell| inside.get_mut(cell)) {
                    cell.push(glyph);
                }
            }
        }
    }
    let mut turned: Vec<Vec<Glyph>> = vec![Vec::new(); table.cells.len()];
    let mut outside = Vec::new();
    for glyph in other {
        match owners.of(glyph).and_then(|cell| turned.get_mut(cell)) {
            Some(cell) => cell.push(glyph.clone()),
            None => outside.push(glyph.clone()),
        }
    }
    let mut lines_of: Vec<Vec<Line>> = Vec::new();
    for ((cell, glyphs), turned) in table.cells.iter_mut().zip(inside).zip(turned) {
        cell.text = lines::turned(turned, page);
        lines_of.push(lines::lines(glyphs));
    }
    spill(table, &owners, &mut lines_of);
    rows::split(table, &mut lines_of);
    for (cell, lines) in table.cells.iter_mut().zip(lines_of) {
        let mut text = Text::default();
        let mut before: Option<&Line> = None;
        for line in &lines {
            if before.is_some_and(|before| two_figures(before, line, cell.area.width())) {
                text.break_line();
            }
            text.append_line(&line.text(page));
            before = Some(line);
        }
        text.append_line(&cell.text);
        cell.text = text;
    }
    outside
}

/// Digits meet at the end of a line that had room for more: two figures, not one that was broken.
fn two_figures(before: &Line, after: &Line, width: f32) -> bool {
    let (Some(last), Some(first)) = (before.glyphs.last(), after.glyphs.first()) else {
        return false;
    };
    let room = width - before.area.width() - 0.6 * before.size;
    last.c.is_ascii_digit() && first.c.is_ascii_digit() && room > first.area.width()
}

/// Text too tall for its row runs over the wall below or above and is printed over what stands there: such a line
/// goes back to its own cell.
fn spill(table: &Table, owners: &Owners, lines_of: &mut [Vec<Line>]) {
    for (number, cell) in table.cells.iter().enumerate() {
        let Some(lines) = lines_of.get_mut(number) else {
            continue;
        };
        let across = |line: &Line, y: f32| {
            line.area.y0 < y - 0.1 * line.size && line.area.y1 > y + 0.1 * line.size
        };
        let overprints = |a: &Line, b: &Line| b.baseline - a.baseline < 0.8 * a.size.min(b.size);
        let from_above =
            matches!(lines.as_slice(), [a, b, ..] if across(a, cell.area.y0) && overprints(a, b));
        let from_below =
            matches!(lines.as_slice(), [.., a, b] if across(b, cell.area.y1) && overprints(a, b));
        let (line, y) = if from_above {
            (lines.remove(0), cell.area.y0 - 1.0)
        } else if from_below {
            let Some(line) = lines.pop() else { continue };
            (line, cell.area.y1 + 1.0)
        } else {
            continue;
        };
        let home = owners
            .at((line.area.x0 + line.area.x1) / 2.0, y)
            .unwrap_or(number);
        if let Some(lines) = lines_of.get_mut(home) {
            lines.push(line);
            lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        }
    }
}

/// Which cell owns a place.
struct Owners {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// Number of the cell for each square, row by row.
    squares: Vec<usize>,
}

impl Owners {
    fn new(table: &Table) -> Self {
        let columns = table.xs.len().saturating_sub(1);
        let mut squares = vec![usize::MAX; columns * table.ys.len().saturating_sub(1)];
        for (number, cell) in table.cells.iter().enumerate() {
            for row in cell.row..cell.row + cell.rows {
                for column in cell.column..cell.column + cell.columns {
                    if let Some(slot) = squares.get_mut(row * columns + column) {
                        *slot = number;
                    }
                }
            }
        }
        Self {
            xs: table.xs.clone(),
            ys: table.ys.clone(),
            squares,
        }
    }

    fn of(&self, glyph: &Glyph) -> Option<usize> {
        let (x, y) = glyph.middle();
        self.at(x, y)
    }

    fn at(&self, x: f32, y: f32) -> Option<usize> {
        let (row, column) = (band(&self.ys, y)?, band(&self.xs, x)?);
        let owner = self
            .squares
            .get(row * self.xs.len().saturating_sub(1) + column)
            .copied()?;
        (owner < usize::MAX).then_some(owner)
    }
}

fn band(edges: &[f32], at: f32) -> Option<usize> {
    let next = edges.partition_point(|edge| *edge <= at);
    (next > 0 && next < edges.len()).then(|| next - 1)
}

/// Parts of a line that are printed without a gap, on one baseline and in one size.
fn runs(line: Line) -> Vec<Vec<Glyph>> {
    let mut runs: Vec<Vec<Glyph>> = Vec::new();
    for glyph in line.glyphs {
        let touches = runs
            .last()
            .and_then(|run| run.last())
            .is_some_and(|before| {
                (glyph.area.x0 - before.area.x1).abs() < TOUCH * glyph.size
                    && (glyph.baseline - before.baseline).abs() < 0.5
                    && (glyph.size - before.size).abs() < 0.5
            });
        match runs.last_mut() {
            Some(run) if touches => run.push(glyph),
            _ => runs.push(vec![glyph]),
        }
    }
    runs
}
