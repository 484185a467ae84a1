//! Pages of glyphs and rulings to a paper: headings, paragraphs and tables in reading order.
//!
//! ```text
//! Page ──lattice, cells, rows──▶ tables ─────────┐
//!      └─lines──▶ furniture, newspaper, aligned ──▶ order ──┴──▶ paragraphs, join ──▶ titles ──▶ paper
//!        (each page by itself)                        (over all pages)
//! ```
//! It knows neither PDF nor OFD. Nothing panics, and all work is bounded by what the pages hold.

mod aligned;
mod area;
mod block;
pub(crate) mod canvas;
mod cells;
mod columns;
mod drawings;
mod flow;
mod footnotes;
mod furniture;
mod grid;
mod join;
mod lattice;
mod lines;
mod newspaper;
mod notes;
mod order;
pub(crate) mod page;
mod paper;
mod paragraphs;
pub(crate) mod paths;
mod pictures;
mod repeats;
mod rows;
mod rulings;
mod table;
mod text;
mod titles;
pub(crate) mod turn;

use juesuan_paper::{Kind, Paper};
use page::Page;

/// Makes a page ready for [`paper`] as soon as it is drawn: what is drawn twice stands once, and a page set
/// sideways is turned to be read.
pub(crate) fn ready(mut page: Page) -> Page {
    repeats::drop_repeats(&mut page.glyphs);
    turn::upright(page)
}

/// What the pages say.
pub(crate) fn paper(kind: Kind, pages: Vec<Page>) -> Paper {
    let laid = flow::lay_out(pages);
    Paper {
        name: None,
        kind,
        pages: paper::pages(&laid.frames),
        blocks: paper::blocks(laid.blocks, &laid.frames),
        notes: laid.notes,
        looks: Vec::new(),
    }
}
