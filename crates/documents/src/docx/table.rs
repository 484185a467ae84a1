//! Tables: which cells there are, how far they reach, what they say.

use super::piece::Piece;
use super::styles::{number, switch, value};
use super::walk::{Walk, choice};
use crate::xml::Element;
use juesuan_paper::{Block, Cell, Place};
use std::collections::HashMap;

/// Columns that one cell takes up at most.
const SPAN: usize = 1000;

/// A table while it is read.
#[derive(Default)]
struct Grid {
    rows: Vec<Vec<Cell>>,
    /// By column: the cell that began there and may go on in the next row, as row and place in it.
    going_on: HashMap<usize, (usize, usize)>,
    /// Tables and pictures that stand in cells.
    inner: Vec<Block>,
}

impl<'a> Walk<'a> {
    pub(super) fn table(&mut self, table: &'a Element, out: &mut Vec<Block>) {
        let mut grid = Grid::default();
        self.rows(table, &mut grid);
        let empty = grid.rows.iter().flatten().all(|cell| cell.text.is_empty());
        let frame = empty
            && grid
                .inner
                .iter()
                .any(|it| matches!(it, Block::Table { .. }));
        if !grid.rows.iter().all(Vec::is_empty) && !frame {
            out.push(Block::Table {
                rows: grid.rows,
                place: Place::default(),
            });
        }
        out.append(&mut grid.inner);
    }

    fn rows(&mut self, parent: &'a Element, grid: &mut Grid) {
        for element in parent.elements() {
            if self.full {
                return;
            }
            match &*element.name {
                "tr" => self.row(element, grid),
                "tblPr" | "tblGrid" | "sdtPr" | "sdtEndPr" => {}
                "AlternateContent" => {
                    if let Some(chosen) = choice(element) {
                        self.rows(chosen, grid);
                    }
                }
                _ => self.rows(element, grid),
            }
        }
    }

    fn row(&mut self, row: &'a Element, grid: &mut Grid) {
        let properties = row.child("trPr");
        let has = |name: &str| properties.is_some_and(|it| it.child(name).is_some());
        if has("del") {
            self.counts.changes += 1;
            return;
        }
        if has("ins") {
            self.counts.changes += 1;
        }
        if properties.and_then(|it| switch(it, "hidden")) == Some(true) {
            let mut unseen = Grid::default();
            unseen.rows.push(Vec::new());
            self.cells(row, &mut 0, &mut unseen);
            let texts = unseen.rows.iter().flatten();
            self.counts.hidden += texts.map(|cell| cell.text.chars().count()).sum::<usize>();
            return;
        }
        let mut column = properties
            .and_then(|it| it.child("gridBefore"))
            .and_then(number::<usize>)
            .unwrap_or(0)
            .min(SPAN);
        grid.rows.push(Vec::new());
        self.cells(row, &mut column, grid);
    }

    fn cells(&mut self, parent: &'a Element, column: &mut usize, grid: &mut Grid) {
        for element in parent.elements() {
            match &*element.name {
                "tc" => self.cell(element, column, grid),
                "trPr" | "tblPrEx" | "sdtPr" | "sdtEndPr" => {}
                "AlternateContent" => {
                    if let Some(chosen) = choice(element) {
                        self.cells(chosen, column, grid);
                    }
                }
                _ => self.cells(element, column, grid),
            }
        }
    }

    fn cell(&mut self, cell: &'a Element, column: &mut usize, grid: &mut Grid) {
        let properties = cell.child("tcPr");
        let child = |name: &str| properties.and_then(|it| it.child(name));
        if child("cellDel").is_some() {
            self.counts.changes += 1;
            return;
        }
        if child("cellIns").is_some() {
            self.counts.changes += 1;
        }
        let span = child("gridSpan")
            .and_then(number::<usize>)
            .unwrap_or(1)
            .clamp(1, SPAN);
        let at = *column;
        *column += span;
        let row = grid.rows.len().saturating_sub(1);
        let (begins, goes_on) = merged(child("vMerge"), child("cellMerge"));
        if goes_on && grid.lengthen(at, row) {
            return;
        }
        let beside = child("hMerge").is_some_and(|it| value(it) != Some("restart"));
        if beside && let Some(before) = grid.rows.last_mut().and_then(|row| row.last_mut()) {
            before.columns += span;
            return;
        }
        self.cells = self.cells.saturating_sub(1);
        if self.cells == 0 {
            self.full = true;
            return;
        }
        let (text, place) = self.cell_text(cell, &mut grid.inner);
        if let Some(cells) = grid.rows.last_mut() {
            match begins || goes_on {
                true => grid.going_on.insert(at, (row, cells.len())),
                false => grid.going_on.remove(&at),
            };
            cells.push(Cell {
                text,
                row,
                column: at,
                rows: 1,
                columns: span,
                place,
                runs: Vec::new(),
            });
        }
    }

    /// The lines of a cell. What is no text goes to `inner`.
    fn cell_text(&mut self, cell: &'a Element, inner: &mut Vec<Block>) -> (String, Place) {
        let mut text = String::new();
        let mut pieces = vec![Piece {
            at: 0,
            skipped: 0,
            element: cell,
        }];
        for block in self.story(cell) {
            match block {
                Block::Heading {
                    text: line, place, ..
                }
                | Block::Paragraph {
                    text: line, place, ..
                } => {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    let its = self.pieces_of(&place).iter();
                    pieces.extend(its.map(|piece| Piece {
                        at: piece.at + text.len(),
                        ..*piece
                    }));
                    text.push_str(&line);
                }
                Block::Table { .. } | Block::Picture { .. } => inner.push(block),
                Block::PageBreak { .. } => {}
            }
        }
        (text, self.traced(|| pieces))
    }
}

impl Grid {
    /// Lets the cell above, which began in this column, reach down to this row; whether there is one.
    fn lengthen(&mut self, column: usize, row: usize) -> bool {
        let above = self.going_on.get(&column).copied();
        let cell = above.and_then(|(first, place)| self.rows.get_mut(first)?.get_mut(place));
        match cell {
            Some(cell) if cell.row + cell.rows == row => {
                cell.rows += 1;
                true
            }
            _ => false,
        }
    }
}

/// Whether a cell begins a merged one, and whether it goes on with the one above; a tracked merge is taken as
/// accepted.
fn merged(own: Option<&Element>, tracked: Option<&Element>) -> (bool, bool) {
    let tracked = tracked.and_then(|it| it.attribute("vMerge"));
    let begins = match (tracked, own) {
        (Some(value), _) => value == "rest",
        (None, Some(own)) => value(own) == Some("restart"),
        (None, None) => return (false, false),
    };
    (begins, !begins)
}
