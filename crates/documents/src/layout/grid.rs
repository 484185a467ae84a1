//! A grid of squares with walls, and the cells that squares without a wall between them make.

use super::page::{Area, Ruling};
use super::rulings::{covered, positions};
use super::table::{Cell, Table};
use super::text::Text;

/// Lines that reach farther than this beyond the last crossing line leave a row or column open.
const OPEN: f32 = 7.0;
/// More squares are a drawing.
const MOST_SQUARES: usize = 60_000;

/// A grid of squares with the walls between them.
pub struct Grid {
    xs: Vec<f32>,
    ys: Vec<f32>,
    /// `right[row * columns + column]`: a wall on the right of the square; `below` likewise.
    right: Vec<bool>,
    below: Vec<bool>,
    /// For each column: no wall at the top or at the bottom of the whole grid.
    open_top: Vec<bool>,
    open_bottom: Vec<bool>,
}

impl Grid {
    /// The grid that lines hanging together make; none where there is no square.
    pub fn new(horizontal: &[Ruling], vertical: &[Ruling]) -> Option<Self> {
        // Tables open at the sides, and tables that a page break cut open above or below.
        let xs = with_open_ends(positions(vertical), horizontal);
        let ys = with_open_ends(positions(horizontal), vertical);
        let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        let squares = columns.checked_mul(rows)?;
        if !(2..=MOST_SQUARES).contains(&squares) {
            return None;
        }
        let open = |y: Option<&f32>| -> Vec<bool> {
            let stretch = |pair: &[f32]| matches!((pair, y), ([a, b], Some(y)) if !covered(horizontal, *y, *a, *b));
            xs.windows(2).map(stretch).collect()
        };
        let (open_top, open_bottom) = (open(ys.first()), open(ys.last()));
        let mut grid = Self {
            right: vec![false; squares],
            below: vec![false; squares],
            open_top,
            open_bottom,
            xs,
            ys,
        };
        for row in 0..rows {
            for column in 0..columns {
                let at = row * columns + column;
                let Some(area) = grid.square(row, column, 1, 1) else {
                    continue;
                };
                let wall_right =
                    column + 1 == columns || covered(vertical, area.x1, area.y0, area.y1);
                let wall_below = row + 1 == rows || covered(horizontal, area.y1, area.x0, area.x1);
                if let Some(slot) = grid.right.get_mut(at) {
                    *slot = wall_right;
                }
                if let Some(slot) = grid.below.get_mut(at) {
                    *slot = wall_below;
                }
            }
        }
        Some(grid)
    }

    fn columns(&self) -> usize {
        self.xs.len().saturating_sub(1)
    }

    fn rows(&self) -> usize {
        self.ys.len().saturating_sub(1)
    }

    fn square(&self, row: usize, column: usize, rows: usize, columns: usize) -> Option<Area> {
        Some(Area {
            x0: *self.xs.get(column)?,
            y0: *self.ys.get(row)?,
            x1: *self.xs.get(column + columns)?,
            y1: *self.ys.get(row + rows)?,
        })
    }

    fn wall(walls: &[bool], at: usize) -> bool {
        walls.get(at).copied().unwrap_or(true)
    }

    /// Squares without a wall between them are one cell. From the top left: as wide as there is no wall in
    /// the first row, then down while the whole width goes on; what is left of a bent region starts anew.
    pub fn into_table(self, page: usize) -> Option<Table> {
        let (rows, columns) = (self.rows(), self.columns());
        let mut taken = vec![false; rows * columns];
        let mut cells = Vec::new();
        for row in 0..rows {
            for column in 0..columns {
                if Self::wall(&taken, row * columns + column) {
                    continue;
                }
                let mut wide = 1;
                while column + wide < columns
                    && !Self::wall(&self.right, row * columns + column + wide - 1)
                    && !Self::wall(&taken, row * columns + column + wide)
                {
                    wide += 1;
                }
                let mut tall = 1;
                while row + tall < rows
                    && (column..column + wide)
                        .all(|at| !Self::wall(&self.below, (row + tall - 1) * columns + at))
                    && (column..column + wide)
                        .all(|at| !Self::wall(&taken, (row + tall) * columns + at))
                    && (column + 1..column + wide)
                        .all(|at| !Self::wall(&self.right, (row + tall) * columns + at - 1))
                {
                    tall += 1;
                }
                for y in row..row + tall {
                    for x in column..column + wide {
                        if let Some(slot) = taken.get_mut(y * columns + x) {
                            *slot = true;
                        }
                    }
                }
                let area = self.square(row, column, tall, wide)?;
                let open = |open: &[bool]| open.iter().skip(column).take(wide).all(|open| *open);
                cells.push(Cell {
                    row,
                    column,
                    rows: tall,
                    columns: wide,
                    area,
                    page,
                    text: Text::default(),
                    open_above: row == 0 && open(&self.open_top),
                    open_below: row + tall == rows && open(&self.open_bottom),
                });
            }
        }
        let area = self.square(0, 0, rows, columns)?;
        Some(Table {
            page,
            area,
            ys: self.ys,
            xs: self.xs,
            cells,
            ruled: true,
        })
    }
}

/// Edges with one more at either end, where most of the crossing lines reach farther than the outermost edge.
fn with_open_ends(mut edges: Vec<f32>, crossing: &[Ruling]) -> Vec<f32> {
    let (Some(first), Some(last)) = (edges.first().copied(), edges.last().copied()) else {
        return edges;
    };
    let before: Vec<f32> = crossing
        .iter()
        .map(|ruling| ruling.from)
        .filter(|from| first - from > OPEN)
        .collect();
    let after: Vec<f32> = crossing
        .iter()
        .map(|ruling| ruling.to)
        .filter(|to| to - last > OPEN)
        .collect();
    if before.len() > 1 && before.len() * 2 >= crossing.len() {
        edges.insert(0, before.into_iter().fold(f32::MAX, f32::min));
    }
    if after.len() > 1 && after.len() * 2 >= crossing.len() {
        edges.push(after.into_iter().fold(f32::MIN, f32::max));
    }
    edges
}
