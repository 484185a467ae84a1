//! One page as glyphs and rulings, as it is displayed: points, from the top left, y downwards.

pub use super::area::Area;
use super::area::Turn;

/// One visible character.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// The character; U+FFFD where the font does not say what it is.
    pub c: char,
    /// From 0.86 em above its baseline to 0.14 em below, as wide as its advance.
    pub area: Area,
    /// Of turned text: where it is once the text is upright, as [`Turn::upright`] has it.
    pub baseline: f32,
    /// Height of the em as displayed.
    pub size: f32,
    /// Number of the font within the document; 0 where it is not known.
    pub font: u16,
    /// Drawn twice or with its outline: shown bold.
    pub bold: bool,
    /// Which way its text runs.
    pub turn: Turn,
}

impl Glyph {
    /// A character whose text begins at (x, baseline), both as somebody reads it who turns the head for it.
    pub fn new(
        c: char,
        turn: Turn,
        x: f32,
        baseline: f32,
        width: f32,
        size: f32,
        font: u16,
    ) -> Self {
        let area = Area {
            x0: x,
            y0: baseline - 0.86 * size,
            x1: x + width,
            y1: baseline + 0.14 * size,
        };
        Self {
            c,
            area: turn.back(area),
            baseline,
            size,
            font,
            bold: false,
            turn,
        }
    }

    /// The point that says in which cell it stands.
    pub fn middle(&self) -> (f32, f32) {
        let x = (self.area.x0 + self.area.x1) / 2.0;
        match self.turn {
            Turn::Upright => (x, self.baseline - 0.35 * self.size),
            _ => (x, (self.area.y0 + self.area.y1) / 2.0),
        }
    }
}

/// A straight line along an axis: drawn, or the edge of something filled.
#[derive(Clone, Copy, Debug)]
pub struct Ruling {
    /// y of a horizontal, x of a vertical.
    pub at: f32,
    /// Where it begins: left or upper end.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
    /// Only the edge of a coloured area, not a line of its own.
    pub edge: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub struct Page {
    /// Counted from 1.
    pub number: usize,
    /// As it is read: of a page that was turned, its displayed height.
    pub width: f32,
    /// As it is read.
    pub height: f32,
    /// In the order in which they were drawn.
    pub glyphs: Vec<Glyph>,
    /// Lines from left to right.
    pub horizontal: Vec<Ruling>,
    /// Lines from top to bottom.
    pub vertical: Vec<Ruling>,
    /// Pictures.
    pub pictures: Vec<Area>,
    /// Curved things: parts of a chart or drawing.
    pub curves: Vec<Area>,
    /// How the page as a whole was turned to be read.
    pub turn: Turn,
    /// What slanting text says, in the order in which it was drawn.
    pub slanting: String,
    /// Glyphs and rulings beyond the limits.
    pub dropped: usize,
}
