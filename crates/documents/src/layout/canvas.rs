//! What readers of pages draw on: it keeps what is seen, and where, as a [`Page`].
//!
//! All of it is bounded; what goes beyond is counted and left out, never an error.

use super::page::{Area, Glyph, Page, Ruling};
use super::paths::{self, Drawn};
use super::turn::Turn;
use crate::{layout, radicals};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};

/// Pages that are read.
pub const MOST_PAGES: usize = 2_000;
/// Characters of a page.
const MOST_GLYPHS_OF_PAGE: usize = 100_000;
/// Characters of all pages together: each takes some 100 bytes until the paper is made.
const MOST_GLYPHS: usize = 4_000_000;
/// Lines of a page.
const MOST_RULINGS_OF_PAGE: usize = 40_000;
/// Lines of all pages together.
const MOST_RULINGS: usize = 8_000_000;
/// Longer paths are pictures (maps, charts), not tables.
const MOST_ELEMENTS: usize = 4_000;
/// More characters than these are not noted of slanting text.
const MOST_SLANTING: usize = 200;
/// More pictures than these are specks.
const MOST_PICTURES: usize = 2_000;
/// Characters that one glyph may stand for.
const MOST_OF_GLYPH: usize = 8;

/// What may still be kept of a document.
pub struct Room {
    glyphs: usize,
    rulings: usize,
}

impl Room {
    /// That of a document of which nothing is drawn yet.
    pub fn new() -> Self {
        Room {
            glyphs: MOST_GLYPHS,
            rulings: MOST_RULINGS,
        }
    }

    /// What is left of it once these pages are drawn.
    pub fn of(pages: &[Page]) -> Self {
        let glyphs: usize = pages.iter().map(|page| page.glyphs.len()).sum();
        let rulings = pages
            .iter()
            .map(|page| page.horizontal.len() + page.vertical.len());
        Room {
            glyphs: MOST_GLYPHS.saturating_sub(glyphs),
            rulings: MOST_RULINGS.saturating_sub(rulings.sum()),
        }
    }

    /// Whether no character fits in any more.
    pub fn is_used_up(&self) -> bool {
        self.glyphs == 0
    }
}

/// Where a glyph stands.
pub struct Stand {
    /// Where its baseline begins.
    pub origin: Point,
    /// The direction in which the text runs, of any length.
    pub along: Vec2,
    /// Height of the em as displayed.
    pub size: f64,
    /// Its advance as displayed.
    pub width: f64,
    /// Number of the font within the document; 0 where it is not known.
    pub font: u16,
}

/// A page being drawn: points, from the top left, as displayed.
pub struct Canvas {
    page: Page,
    most_glyphs: usize,
    most_rulings: usize,
    /// Boxes of the clips in force, each already cut by the one below it.
    clips: Vec<Rect>,
}

impl Canvas {
    /// An empty page, counted from 1.
    pub fn new(number: usize, width: f32, height: f32, room: &Room) -> Self {
        Canvas {
            page: Page {
                number,
                width,
                height,
                ..Page::default()
            },
            most_glyphs: room.glyphs.min(MOST_GLYPHS_OF_PAGE),
            most_rulings: room.rulings.min(MOST_RULINGS_OF_PAGE),
            clips: vec![Rect::new(0.0, 0.0, f64::from(width), f64::from(height))],
        }
    }

    /// The page, ready to be laid out.
    pub fn done(self, room: &mut Room) -> Page {
        let page = self.page;
        let rulings = page.horizontal.len() + page.vertical.len();
        room.glyphs = room.glyphs.saturating_sub(page.glyphs.len());
        room.rulings = room.rulings.saturating_sub(rulings);
        layout::ready(page)
    }

    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or(Rect::ZERO)
    }

    /// What follows is seen only within this box.
    pub fn push_clip(&mut self, area: Rect) {
        // Forms that draw forms can go on for ever, and each of them clips.
        #[cfg(target_arch = "wasm32")]
        crate::patience::step();
        let cut = self.clip().intersect(area);
        self.clips.push(cut);
    }

    /// The last clip is in force no longer.
    pub fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
    }

    /// Something was left out.
    pub fn drop_one(&mut self) {
        self.page.dropped += 1;
    }

    /// A line or a filled shape that is seen: what is straight of it are rulings, what is curved a drawing.
    pub fn path(&mut self, path: &BezPath, transform: Affine, drawn: Drawn) {
        if let Some(area) = paths::curve(path, transform, MOST_ELEMENTS)
            && self.page.curves.len() < MOST_PICTURES
        {
            self.page.curves.extend(seen(area, self.clip()));
        }
        if path.elements().len() > MOST_ELEMENTS {
            return;
        }
        for side in paths::sides(path, transform, drawn) {
            self.add_ruling(side.from, side.to, side.edge);
        }
    }

    /// A picture.
    pub fn picture(&mut self, area: Rect) {
        if self.page.pictures.len() < MOST_PICTURES {
            self.page.pictures.extend(seen(area, self.clip()));
        }
    }

    /// What one glyph says, at its place.
    pub fn text(&mut self, text: &str, stand: &Stand) {
        let Stand {
            origin,
            along,
            size,
            ..
        } = *stand;
        if !origin.x.is_finite() || !origin.y.is_finite() || !(0.1..2_000.0).contains(&size) {
            // Too small or too large to be seen.
            return;
        }
        let Some(turn) = Turn::along(along.x, along.y) else {
            if self.page.slanting.chars().count() < MOST_SLANTING {
                self.page
                    .slanting
                    .extend(text.chars().filter(|c| is_seen(*c)));
            }
            return;
        };
        let point = Area {
            x0: origin.x as f32,
            y0: origin.y as f32,
            x1: origin.x as f32,
            y1: origin.y as f32,
        };
        // In the direction in which the text is read.
        let start = turn.upright(point);
        let (x, baseline, size, width) = (start.x0, start.y0, size as f32, stand.width as f32);
        let whole = Glyph::new(' ', turn, x, baseline, width, size, stand.font);
        let middle = Point::new(
            f64::from(whole.area.x0 + whole.area.x1) / 2.0,
            f64::from(whole.area.y0 + whole.area.y1) / 2.0,
        );
        if !self.clip().inflate(1.0, 1.0).contains(middle) {
            return;
        }
        let step = width / text.chars().count().max(1) as f32;
        for (number, c) in text
            .chars()
            .take(MOST_OF_GLYPH)
            .enumerate()
            .filter(|(_, c)| is_seen(*c))
        {
            // Some fonts call the hyphen of negative amounts a soft one.
            let c = if c == '\u{AD}' {
                '-'
            } else {
                radicals::fold(c)
            };
            let x = x + step * number as f32;
            self.add_glyph(Glyph::new(c, turn, x, baseline, step, size, stand.font));
        }
    }

    fn add_glyph(&mut self, glyph: Glyph) {
        if self.page.glyphs.len() >= self.most_glyphs {
            self.page.dropped += 1;
            return;
        }
        self.page.glyphs.push(glyph);
    }

    fn add_ruling(&mut self, a: Point, b: Point, edge: bool) {
        let clip = self.clip().inflate(2.0, 2.0);
        let (dx, dy) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        let (lies, at, from, to, low, high, across_low, across_high) = if dy <= 0.8 && dx > dy {
            (
                true,
                (a.y + b.y) / 2.0,
                a.x.min(b.x),
                a.x.max(b.x),
                clip.x0,
                clip.x1,
                clip.y0,
                clip.y1,
            )
        } else if dx <= 0.8 && dy > dx {
            (
                false,
                (a.x + b.x) / 2.0,
                a.y.min(b.y),
                a.y.max(b.y),
                clip.y0,
                clip.y1,
                clip.x0,
                clip.x1,
            )
        } else {
            return;
        };
        let (from, to) = (from.max(low), to.min(high));
        // What is a number here may be none once it is shorter.
        let is_number = |place: f64| (place as f32).is_finite();
        if !(is_number(at) && is_number(from) && is_number(to))
            || at < across_low
            || at > across_high
            || to <= from
        {
            return;
        }
        if self.page.horizontal.len() + self.page.vertical.len() >= self.most_rulings {
            self.page.dropped += 1;
            return;
        }
        let ruling = Ruling {
            at: at as f32,
            from: from as f32,
            to: to as f32,
            edge,
        };
        if lies {
            self.page.horizontal.push(ruling)
        } else {
            self.page.vertical.push(ruling)
        }
    }
}

/// The box of a clip.
pub fn bounds(path: &BezPath) -> Rect {
    path.bounding_box()
}

/// What is seen of a box.
fn seen(area: Rect, clip: Rect) -> Option<Area> {
    let seen = area.intersect(clip);
    let is_seen = seen.is_finite() && seen.width() > 0.0 && seen.height() > 0.0;
    is_seen.then_some(Area {
        x0: seen.x0 as f32,
        y0: seen.y0 as f32,
        x1: seen.x1 as f32,
        y1: seen.y1 as f32,
    })
}

/// Blanks are told by the gaps that they leave.
pub fn is_seen(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
}
