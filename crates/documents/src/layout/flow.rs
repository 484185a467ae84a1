//! What stands on the pages, in reading order, joined over lines and pages.

use super::aligned;
use super::block::Block;
use super::drawings::{self, Drawing};
use super::footnotes;
use super::furniture::{self, Furniture};
use super::join;
use super::lattice;
use super::lines::{self, Line};
use super::newspaper;
use super::notes::Notes;
use super::order::{self, Item};
use super::page::{Area, Glyph, Page};
use super::paragraphs::{Column, Paragraph, Style};
use super::pictures;
use super::table::Table;
use super::titles;
use super::turn::{Frame, Turn};
use juesuan_paper::{Note, NoteCode};

/// A document, laid out.
pub struct Laid {
    /// How each page is turned and how large it is.
    pub frames: Vec<Frame>,
    /// In reading order.
    pub blocks: Vec<Block>,
    /// What was left out.
    pub notes: Vec<Note>,
}

/// What one page holds before pages are compared.
struct Parts {
    height: f32,
    lines: Vec<Line>,
    tables: Vec<Table>,
    pictures: Vec<Area>,
    drawings: Vec<Drawing>,
}

/// Lays out all pages.
pub fn lay_out(pages: Vec<Page>) -> Laid {
    let mut notes = Notes::default();
    let frames: Vec<Frame> = pages.iter().map(Frame::of).collect();
    let sizes: Vec<(f32, f32)> = pages.iter().map(|page| (page.width, page.height)).collect();
    let parts: Vec<Parts> = pages
        .into_iter()
        .map(|page| parts(page, &mut notes))
        .collect();
    let heights: Vec<(f32, &[Line])> = parts
        .iter()
        .map(|parts| (parts.height, parts.lines.as_slice()))
        .collect();
    let furniture = furniture::find(&heights);
    let mut items_of: Vec<Vec<Item>> = Vec::new();
    for ((index, mut parts), furniture) in parts.into_iter().enumerate().zip(furniture) {
        let page = index + 1;
        let mut body = Vec::new();
        for (number, line) in parts.lines.into_iter().enumerate() {
            match furniture.get(&number) {
                Some(Furniture::PageNumber) => notes.add(NoteCode::PageNumber, page, None, 0),
                Some(Furniture::RunningHead) => {
                    let text = line.text(page).string();
                    notes.add(NoteCode::RunningHead, page, Some(text), 0);
                }
                None => body.push(line),
            }
        }
        let body = drawings::take_labels(&mut parts.drawings, body);
        let blocks: Vec<Area> = parts
            .tables
            .iter()
            .map(|table| table.area)
            .chain(parts.pictures.iter().copied())
            .chain(parts.drawings.iter().map(|drawing| drawing.area))
            .collect();
        let (body, sets) = newspaper::take(body, &blocks);
        let (body, unruled) = aligned::tables(body, page);
        parts.tables.extend(unruled);
        let mut items: Vec<Item> = parts.tables.into_iter().map(Item::Table).collect();
        items.extend(parts.pictures.into_iter().map(Item::Picture));
        items.extend(parts.drawings.into_iter().map(Item::Drawing));
        items_of.push(order::items(body, items, sets));
    }
    let styles: Vec<Style> = Style::of_pages(&sizes, &items_of);
    let mut blocks = flow(items_of, &styles);
    titles::mark(&mut blocks, &sizes, &styles);
    Laid {
        frames,
        blocks,
        notes: notes.done(),
    }
}

fn parts(mut page: Page, notes: &mut Notes) -> Parts {
    notes.of_page(&page);
    let mut glyphs = std::mem::take(&mut page.glyphs);
    let empty = glyphs.is_empty();
    let tables = lattice::tables(&page, &mut glyphs);
    let pictures = pictures::of_page(&page, empty, &tables);
    let (upright, turned): (Vec<Glyph>, Vec<Glyph>) = glyphs
        .into_iter()
        .partition(|glyph| glyph.turn == Turn::Upright);
    if !turned.is_empty() {
        let text = lines::turned(turned, page.number).string();
        notes.add(NoteCode::TurnedText, page.number, Some(text), 0);
    }
    Parts {
        height: page.height,
        lines: lines::lines(upright),
        tables,
        pictures,
        drawings: drawings::of_page(&page),
    }
}

/// Joins what goes on over lines and pages.
fn flow(items_of: Vec<Vec<Item>>, styles: &[Style]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for ((index, mut items), style) in items_of.into_iter().enumerate().zip(styles) {
        let page = index + 1;
        let top = blocks.len();
        let mut column = Column::new(style, page);
        let notes = footnotes::take(&mut items, style);
        for item in items {
            match item {
                Item::Line(line) => {
                    if let Some(paragraph) = column.add(line, open_paragraph(&mut blocks)) {
                        blocks.push(Block::Paragraph(paragraph));
                    }
                }
                Item::Table(table) => add_table(&mut blocks, table, top),
                Item::Picture(area) => blocks.push(Block::Picture { page, area }),
                Item::Drawing(drawing) => {
                    let area = drawing.area;
                    blocks.push(Block::Picture { page, area });
                    let labels = drawing.labels.iter();
                    blocks
                        .extend(labels.map(|line| Block::Paragraph(Paragraph::aside(line, page))));
                }
            }
        }
        blocks.extend(
            footnotes::join(notes, page)
                .into_iter()
                .map(Block::Paragraph),
        );
    }
    blocks
}

/// What stands aside from the text and ends nothing.
fn is_aside(block: &Block) -> bool {
    match block {
        Block::Picture { .. } => true,
        Block::Paragraph(paragraph) => paragraph.aside,
        _ => false,
    }
}

/// The paragraph that may go on.
fn open_paragraph(blocks: &mut [Block]) -> Option<&mut Paragraph> {
    let last = blocks.iter_mut().rev().find(|block| !is_aside(block));
    match last {
        Some(Block::Paragraph(paragraph)) => Some(paragraph),
        _ => None,
    }
}

/// A table at the top of its page may go on from the page before; between the two only a title may stand
/// that the first has as well.
fn add_table(blocks: &mut Vec<Block>, table: Table, top: usize) {
    let between: Vec<String> = blocks
        .get(top..)
        .unwrap_or_default()
        .iter()
        .map(plain)
        .collect();
    let before = blocks
        .get(..top)
        .unwrap_or_default()
        .iter()
        .rposition(|block| !is_aside(block));
    let repeated = before.is_some_and(|at| {
        let above = blocks.get(..at).unwrap_or_default();
        let same = above.iter().rev().take(between.len()).map(plain);
        above.len() >= between.len() && same.eq(between.iter().rev().cloned())
    });
    if !repeated && !between.is_empty() {
        blocks.push(Block::Table(table));
        return;
    }
    let Some(Block::Table(first)) = before.and_then(|at| blocks.get_mut(at)) else {
        blocks.push(Block::Table(table));
        return;
    };
    let pages = first.cells.iter().map(|cell| cell.page);
    if pages.max().unwrap_or(first.page) + 1 != table.page {
        blocks.push(Block::Table(table));
        return;
    }
    match join::join(first, table) {
        Ok(()) => blocks.truncate(top),
        Err(table) => blocks.push(Block::Table(*table)),
    }
}

/// Text without blanks; a table or picture has none that could be equal to a title.
fn plain(block: &Block) -> String {
    match block {
        Block::Heading { paragraph, .. } | Block::Paragraph(paragraph) => {
            let all = paragraph.text.chars.iter().map(|char| char.c);
            all.filter(|c| !c.is_whitespace()).collect()
        }
        Block::Table(_) | Block::Picture { .. } => "\u{0}".into(),
    }
}
