//! Blocks as a paper has them: strings, and where their characters stand on the displayed page.

use super::block::Block;
use super::page::Area;
use super::paragraphs::Paragraph;
use super::table::{self, Table};
use super::text::{Char, Text};
use super::turn::Frame;
use juesuan_paper as paper;
use juesuan_paper::{Place, Rect, Run};

/// The sizes of the pages as displayed.
pub fn pages(frames: &[Frame]) -> Vec<paper::Page> {
    let page = |frame: &Frame| paper::Page {
        width: rounded(frame.width),
        height: rounded(frame.height),
    };
    frames.iter().map(page).collect()
}

/// All blocks, in order; they are numbered later.
pub fn blocks(blocks: Vec<Block>, frames: &[Frame]) -> Vec<paper::Block> {
    let of = |block: Block| match block {
        Block::Heading { level, paragraph } => {
            let (text, place, runs) = said(&paragraph, frames);
            paper::Block::Heading {
                level,
                text,
                place,
                runs,
            }
        }
        Block::Paragraph(paragraph) => {
            let (text, place, runs) = said(&paragraph, frames);
            paper::Block::Paragraph { text, place, runs }
        }
        Block::Table(table) => rows_of(table, frames),
        Block::Picture { page, area } => paper::Block::Picture {
            place: place(page, area, frames),
        },
    };
    blocks.into_iter().map(of).collect()
}

fn said(paragraph: &Paragraph, frames: &[Frame]) -> (String, Place, Vec<Run>) {
    let runs = runs(&paragraph.text, frames);
    let page = runs.first().map(|run| run.page);
    let on_page = runs.iter().filter(|run| Some(run.page) == page);
    let rect = on_page.map(|run| run.rect).reduce(Rect::around);
    let place = Place {
        page,
        rect,
        ..Place::default()
    };
    (paragraph.text.string(), place, runs)
}

fn rows_of(table: Table, frames: &[Frame]) -> paper::Block {
    let mut rows: Vec<Vec<paper::Cell>> = vec![Vec::new(); table.row_count()];
    let place_of_table = place(table.page, table.area, frames);
    for cell in table.cells {
        let table::Cell {
            row, column, page, ..
        } = cell;
        let cell = paper::Cell {
            text: cell.text.string(),
            row,
            column,
            rows: cell.rows,
            columns: cell.columns,
            place: place(page, cell.area, frames),
            runs: runs(&cell.text, frames),
        };
        if let Some(cells) = rows.get_mut(row) {
            cells.push(cell);
        }
    }
    for cells in &mut rows {
        cells.sort_by_key(|cell| cell.column);
    }
    paper::Block::Table {
        rows,
        place: place_of_table,
    }
}

fn place(page: usize, area: Area, frames: &[Frame]) -> Place {
    Place {
        page: Some(page),
        rect: Some(rect(displayed(area, page, frames))),
        ..Place::default()
    }
}

/// Places of turned pages back to where they are displayed.
fn displayed(area: Area, page: usize, frames: &[Frame]) -> Area {
    let frame = page.checked_sub(1).and_then(|page| frames.get(page));
    frame.map_or(area, |frame| frame.back(area))
}

/// Characters side by side on one line make a run. Those of turned text stand below each other: each has its own.
fn runs(text: &Text, frames: &[Frame]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<Area> = None;
    let mut start = 0;
    for &Char { c, area, page } in &text.chars {
        let area = displayed(area, page, frames);
        let end = start + c.len_utf16();
        let edges = std::iter::repeat_n(area.x1, c.len_utf16());
        match runs.last_mut() {
            Some(run)
                if run.page == page && before.is_some_and(|before| is_beside(before, area)) =>
            {
                run.end = end;
                run.rect = run.rect.around(rect(area));
                run.ends.extend(edges);
            }
            _ => runs.push(Run {
                start,
                end,
                page,
                rect: rect(area),
                ends: edges.collect(),
            }),
        }
        (before, start) = (Some(area), end);
    }
    for edge in runs.iter_mut().flat_map(|run| &mut run.ends) {
        *edge = (*edge * 100.0).round() / 100.0;
    }
    runs
}

fn is_beside(before: Area, area: Area) -> bool {
    let shared = before.y1.min(area.y1) - before.y0.max(area.y0);
    shared >= 0.5 * before.height().min(area.height()) && area.x0 >= before.x0 - 0.1 * area.height()
}

fn rect(area: Area) -> Rect {
    Rect(
        rounded(area.x0),
        rounded(area.y0),
        rounded(area.x1),
        rounded(area.y1),
    )
}

/// Hundredths of a point are enough.
fn rounded(length: f32) -> f64 {
    (f64::from(length) * 100.0).round() / 100.0
}
