//! Where the place of a remark is in the paper that was read of the file.

use juesuan_paper::{Block, Cell, Paper, Place, Rect, Run};
use std::ops::Range;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The block, counted from 0.
    pub block: usize,
    /// Of a table: row and column of the cell, counted from 0.
    pub cell: Option<(usize, usize)>,
    /// In UTF-16 units; empty where there is no text.
    pub range: Range<usize>,
}

/// A text of a paper, with its places.
pub(super) struct Whole<'a> {
    text: &'a str,
    place: &'a Place,
    runs: &'a [Run],
}

/// The spot that a place means, if the quote stands there; if not, the only one in the paper where it stands.
/// A search takes the more time the longer the paper is: there are only so many.
pub(super) fn find(
    paper: &Paper,
    place: &Place,
    quote: &str,
    searches: &mut usize,
) -> Option<Spot> {
    let cell = place.row.zip(place.column);
    let spot = Spot {
        block: place.block,
        cell,
        range: place.start.unwrap_or(0)..place.end.unwrap_or(usize::MAX),
    };
    if let Some(spot) = fitting(paper, spot, quote) {
        return Some(spot);
    }
    if *searches == 0 {
        return None;
    }
    *searches -= 1;
    let hits = paper.find(quote, 2);
    let [hit] = hits.as_slice() else { return None };
    let (cell, text) = match (paper.blocks.get(hit.block)?, hit.cell) {
        (Block::Heading { text, .. } | Block::Paragraph { text, .. }, _) => (None, text),
        (Block::Table { rows, .. }, Some((row, at))) => {
            let cell = rows.get(row)?.get(at)?;
            (Some((cell.row, cell.column)), &cell.text)
        }
        _ => return None,
    };
    let units = |to: usize| text.get(..to).map_or(0, |it| it.encode_utf16().count());
    Some(Spot {
        block: hit.block,
        cell,
        range: units(hit.range.start)..units(hit.range.end),
    })
}

/// The spot within its text, if the quote is what it says. A place without a quote means all of its text; a table
/// as a whole is marked at its first text.
fn fitting(paper: &Paper, mut spot: Spot, quote: &str) -> Option<Spot> {
    if let (Block::Table { rows, .. }, None) = (paper.blocks.get(spot.block)?, spot.cell) {
        let mut cells = rows.iter().flatten();
        let cell = cells.find(|cell| !cell.text.is_empty())?;
        spot.cell = Some((cell.row, cell.column));
        spot.range = 0..usize::MAX;
        return quote
            .is_empty()
            .then_some(())
            .and_then(|()| fitting(paper, spot, ""));
    }
    let Some(whole) = whole(paper, &spot) else {
        // A picture, or the end of a page: there is no text to hold it against.
        let there = paper.blocks.get(spot.block).is_some();
        return (there && spot.cell.is_none() && quote.is_empty()).then_some(spot);
    };
    let length = whole.text.encode_utf16().count();
    if quote.is_empty() && spot.range.is_empty() {
        spot.range = 0..length;
    }
    spot.range.start = spot.range.start.min(length);
    spot.range.end = spot.range.end.clamp(spot.range.start, length);
    let units: Vec<u16> = whole
        .text
        .encode_utf16()
        .skip(spot.range.start)
        .take(spot.range.len())
        .collect();
    let said = String::from_utf16_lossy(&units);
    (quote.is_empty() || closed(&said).eq(closed(quote))).then_some(spot)
}

fn closed(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_whitespace())
}

fn whole<'a>(paper: &'a Paper, spot: &Spot) -> Option<Whole<'a>> {
    match (paper.blocks.get(spot.block)?, spot.cell) {
        (
            Block::Heading {
                text, place, runs, ..
            }
            | Block::Paragraph { text, place, runs },
            _,
        ) => Some(Whole { text, place, runs }),
        (Block::Table { rows, .. }, Some(at)) => {
            let mut cells = rows.iter().flatten();
            let cell = cells.find(|cell: &&Cell| (cell.row, cell.column) == at)?;
            Some(Whole {
                text: &cell.text,
                place: &cell.place,
                runs: &cell.runs,
            })
        }
        _ => None,
    }
}

/// The text that a spot is in.
pub(super) fn text<'a>(paper: &'a Paper, spot: &Spot) -> Option<&'a str> {
    whole(paper, spot).map(|whole| whole.text)
}

/// Where a spot is on pages: one box for each line of it.
pub(super) fn boxes(paper: &Paper, spot: &Spot) -> Vec<(usize, Rect)> {
    let Some(whole) = whole(paper, spot) else {
        return Vec::new();
    };
    let lines = whole
        .runs
        .iter()
        .filter(|run| run.start < spot.range.end && spot.range.start < run.end)
        .map(|run| (run.page, part(run, &spot.range)));
    let mut boxes: Vec<(usize, Rect)> = Vec::new();
    for (page, line) in lines {
        match boxes.last_mut() {
            Some((before, rect)) if *before == page && go_on(*rect, line) => {
                *rect = rect.around(line);
            }
            _ => boxes.push((page, line)),
        }
    }
    if boxes.is_empty() {
        boxes.extend(whole.place.page.zip(whole.place.rect));
    }
    boxes
}

/// Whether a box goes on below another: characters of turned text, each of which is a line.
fn go_on(above: Rect, below: Rect) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1.0;
    near(above.0, below.0)
        && near(above.2, below.2)
        && (near(above.3, below.1) || near(above.1, below.3))
}

/// The box of the characters of a line that are in a range.
fn part(run: &Run, range: &Range<usize>) -> Rect {
    let right = |unit: usize| {
        let at = unit.checked_sub(run.start)?;
        run.ends.get(at).map(|x| f64::from(*x))
    };
    let mut rect = run.rect;
    if range.start > run.start {
        rect.0 = right(range.start - 1).unwrap_or(rect.0);
    }
    if range.end < run.end {
        rect.2 = right(range.end - 1).unwrap_or(rect.2);
    }
    rect
}
