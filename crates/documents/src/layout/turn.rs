//! Whole pages set sideways, as they are read and as they are displayed.

use super::area::Area;
pub use super::area::Turn;
use super::page::{Glyph, Page, Ruling};

/// A page on which most text runs up or down (a wide table on a tall page) as it is read: turned, with its size
/// the other way round. Text that was upright is then turned text.
pub fn upright(page: Page) -> Page {
    let count = |turn: Turn| {
        page.glyphs
            .iter()
            .filter(|glyph| glyph.turn == turn)
            .count()
    };
    let turn = [Turn::Down, Turn::Up]
        .into_iter()
        .find(|turn| count(*turn) * 10 > page.glyphs.len() * 6);
    let Some(turn) = turn else { return page };
    let frame = Frame {
        turn,
        width: page.width,
        height: page.height,
    };
    let glyphs = page
        .glyphs
        .into_iter()
        .map(|glyph| frame.glyph(glyph))
        .collect();
    let vertical = page
        .horizontal
        .iter()
        .map(|ruling| frame.was_horizontal(ruling))
        .collect();
    let horizontal = page
        .vertical
        .iter()
        .map(|ruling| frame.was_vertical(ruling))
        .collect();
    let areas = |areas: Vec<Area>| areas.into_iter().map(|area| frame.area(area)).collect();
    Page {
        glyphs,
        pictures: areas(page.pictures),
        curves: areas(page.curves),
        horizontal,
        vertical,
        turn,
        width: page.height,
        height: page.width,
        ..page
    }
}

/// How a page is turned, and its size as displayed.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// How it was turned to be read.
    pub turn: Turn,
    /// As displayed.
    pub width: f32,
    /// As displayed.
    pub height: f32,
}

impl Frame {
    /// That of a page, turned or not.
    pub fn of(page: &Page) -> Self {
        let (width, height) = match page.turn {
            Turn::Upright => (page.width, page.height),
            _ => (page.height, page.width),
        };
        Self {
            turn: page.turn,
            width,
            height,
        }
    }

    /// Shift that brings turned coordinates back onto the page.
    fn shift(&self) -> (f32, f32) {
        match self.turn {
            Turn::Upright => (0.0, 0.0),
            Turn::Down => (0.0, self.width),
            Turn::Up => (self.height, 0.0),
        }
    }

    fn area(&self, area: Area) -> Area {
        let (dx, dy) = self.shift();
        let area = self.turn.upright(area);
        Area {
            x0: area.x0 + dx,
            y0: area.y0 + dy,
            x1: area.x1 + dx,
            y1: area.y1 + dy,
        }
    }

    /// From where it is read to where it is displayed.
    pub fn back(&self, area: Area) -> Area {
        let (dx, dy) = self.shift();
        self.turn.back(Area {
            x0: area.x0 - dx,
            y0: area.y0 - dy,
            x1: area.x1 - dx,
            y1: area.y1 - dy,
        })
    }

    fn glyph(&self, glyph: Glyph) -> Glyph {
        let area = self.area(glyph.area);
        if glyph.turn == self.turn {
            return Glyph {
                area,
                baseline: area.y1 - 0.14 * glyph.size,
                turn: Turn::Upright,
                ..glyph
            };
        }
        let turn = match (glyph.turn, self.turn) {
            (Turn::Upright, Turn::Down) => Turn::Up,
            _ => Turn::Down,
        };
        Glyph {
            area,
            baseline: turn.upright(area).y1 - 0.14 * glyph.size,
            turn,
            ..glyph
        }
    }

    fn was_horizontal(&self, ruling: &Ruling) -> Ruling {
        let area = self.area(Area {
            x0: ruling.from,
            y0: ruling.at,
            x1: ruling.to,
            y1: ruling.at,
        });
        Ruling {
            at: area.x0,
            from: area.y0,
            to: area.y1,
            ..*ruling
        }
    }

    fn was_vertical(&self, ruling: &Ruling) -> Ruling {
        let area = self.area(Area {
            x0: ruling.at,
            y0: ruling.from,
            x1: ruling.at,
            y1: ruling.to,
        });
        Ruling {
            at: area.y0,
            from: area.x0,
            to: area.x1,
            ..*ruling
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Frame, Turn};
    use crate::layout::page::Area;

    #[test]
    fn there_and_back() {
        let area = Area {
            x0: 10.0,
            y0: 20.0,
            x1: 30.0,
            y1: 25.0,
        };
        for turn in [Turn::Upright, Turn::Down, Turn::Up] {
            let frame = Frame {
                turn,
                width: 100.0,
                height: 200.0,
            };
            assert_eq!(frame.back(frame.area(area)), area, "{turn:?}");
        }
    }
}
