//! Drawing: a sheet with its heading, and how lengths are written.

use super::text::{shortened, text_width};
use super::{Anchor, Fill, Shape, Tone, UNIT, Weight};

/// The width of a chart, unless its texts need more: some 9 point on the width of an A4 text.
pub(super) const WIDTH: f32 = 720.0;
pub(super) const MARGIN: f32 = 20.0;
/// Room at the top for the title and the unit.
pub(super) const HEADER: f32 = 46.0;
pub(super) const HEADING: f32 = 16.0;
pub(super) const BODY: f32 = 13.0;
pub(super) const SMALL: f32 = 12.0;

/// A drawing under way.
pub(super) struct Sheet {
    pub width: f32,
    pub shapes: Vec<Shape>,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub anchor: Anchor,
    pub size: f32,
    pub weight: Weight,
    pub tone: Tone,
}

impl Style {
    pub const fn new(anchor: Anchor, size: f32, weight: Weight, tone: Tone) -> Self {
        Style {
            anchor,
            size,
            weight,
            tone,
        }
    }
}

pub(super) const TITLE: Style = Style::new(Anchor::Start, HEADING, Weight::Bold, Tone::Ink);
pub(super) const NOTE: Style = Style::new(Anchor::End, SMALL, Weight::Regular, Tone::Soft);

impl Sheet {
    /// White paper with a title and the unit.
    pub fn new(title: &str, width: f32, height: f32) -> Self {
        let width = width.ceil();
        let shapes = Vec::new();
        let mut sheet = Sheet { width, shapes };
        sheet.rect([0.0, 0.0, width, height.ceil()], Fill::Paper);
        let room = width - 2.0 * MARGIN - text_width(UNIT, SMALL) - 16.0;
        sheet.text(MARGIN, 29.0, TITLE, shortened(title, HEADING, room));
        sheet.text(width - MARGIN, 29.0, NOTE, UNIT.to_owned());
        sheet
    }

    pub fn rect(&mut self, [x, y, width, height]: [f32; 4], fill: Fill) {
        // The edges are rounded, not the lengths, so that neighbours meet.
        let (left, top) = (tenths(x), tenths(y));
        self.shapes.push(Shape::Rect {
            x: left,
            y: top,
            width: tenths(tenths(x + width) - left),
            height: tenths(tenths(y + height) - top),
            fill,
        });
    }

    pub fn line(&mut self, [x1, y1, x2, y2]: [f32; 4], tone: Tone) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(tenths);
        self.shapes.push(Shape::Line {
            x1,
            y1,
            x2,
            y2,
            tone,
        });
    }

    pub fn text(&mut self, x: f32, y: f32, style: Style, text: String) {
        if !text.is_empty() {
            self.shapes.push(Shape::Text {
                x: tenths(x),
                y: tenths(y),
                anchor: style.anchor,
                size: style.size,
                weight: style.weight,
                tone: style.tone,
                text,
            });
        }
    }
}

/// Shortest in writing, and fine enough for any print.
pub(super) fn tenths(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}
