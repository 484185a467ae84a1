//! Where something stands in the text of a paper.

use juesuan_paper::{Block, Paper, Place, Rect, Run};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Characters of a block, or of a cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Spot {
    /// The block, counted from 0.
    pub block: usize,
    /// Of a table: first row and first column of the cell, counted from 0.
    pub cell: Option<(usize, usize)>,
    /// From here, in bytes of its text.
    pub start: usize,
    /// To here, which is no longer part of it.
    pub end: usize,
}

impl Spot {
    /// Part of the text of a heading or paragraph.
    pub fn text(block: usize, range: Range<usize>) -> Self {
        Spot {
            block,
            cell: None,
            start: range.start,
            end: range.end,
        }
    }

    /// A cell, or part of it.
    pub fn cell(block: usize, row: usize, column: usize, range: Range<usize>) -> Self {
        Spot {
            block,
            cell: Some((row, column)),
            start: range.start,
            end: range.end,
        }
    }

    /// The text that it is part of, whole; empty where the paper has no such text.
    pub fn whole<'a>(&self, paper: &'a Paper) -> &'a str {
        self.parts(paper).map_or("", |(text, _, _)| text)
    }

    /// What is printed there, blanks and line breaks closed up.
    pub fn quote(&self, paper: &Paper) -> String {
        let whole = self.whole(paper);
        let part = whole
            .get(self.start..self.end.min(whole.len()))
            .unwrap_or("");
        part.chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// The place as scripts know it: UTF-16 units, and on a page the box around the characters on the first
    /// page that they stand on.
    pub fn place(&self, paper: &Paper) -> Place {
        let Some((text, place, runs)) = self.parts(paper) else {
            return Place {
                block: self.block,
                ..Place::default()
            };
        };
        let units = |to: usize| {
            text.get(..to.min(text.len()))
                .map_or(0, |t| t.encode_utf16().count())
        };
        let (start, end) = (units(self.start), units(self.end));
        let mut place = place.clone();
        (place.start, place.end) = (Some(start), Some(end));
        if let Some((page, rect)) = around(runs, start, end) {
            (place.page, place.rect) = (Some(page), Some(rect));
        }
        place
    }

    fn parts<'a>(&self, paper: &'a Paper) -> Option<(&'a str, &'a Place, &'a [Run])> {
        match (paper.blocks.get(self.block)?, self.cell) {
            (
                Block::Heading {
                    text, place, runs, ..
                }
                | Block::Paragraph { text, place, runs },
                _,
            ) => Some((text, place, runs)),
            (Block::Table { rows, .. }, Some((row, column))) => {
                let cell = rows
                    .iter()
                    .flatten()
                    .find(|cell| cell.row == row && cell.column == column)?;
                Some((&cell.text, &cell.place, &cell.runs))
            }
            _ => None,
        }
    }
}

/// The page and the box of these UTF-16 units; of more than one page, of the first.
fn around(runs: &[Run], start: usize, end: usize) -> Option<(usize, Rect)> {
    let mut found: Option<(usize, Rect)> = None;
    for run in runs.iter().filter(|run| run.start < end && start < run.end) {
        let right = |unit: usize| {
            unit.checked_sub(run.start)
                .and_then(|at| run.ends.get(at))
                .map(|x| f64::from(*x))
        };
        let left = if start <= run.start {
            run.rect.0
        } else {
            right(start - 1).unwrap_or(run.rect.0)
        };
        let to = if end >= run.end {
            run.rect.2
        } else {
            right(end - 1).unwrap_or(run.rect.2)
        };
        let part = Rect(left, run.rect.1, to, run.rect.3);
        match &mut found {
            None => found = Some((run.page, part)),
            Some((page, rect)) if *page == run.page => *rect = rect.around(part),
            Some(_) => break,
        }
    }
    found
}
