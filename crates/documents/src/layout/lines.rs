//! Glyphs to lines, whatever the order in which they were drawn.
//!
//! Blanks of the file are never used: some writers put one between all characters, some none at all. A blank
//! in the text is a gap on the page that is wide for its line.

use super::page::{Area, Glyph};
use super::text::{Char, Text};
use super::turn::Turn;

/// Digits above the line.
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Characters on one baseline, from left to right.
#[derive(Clone, Debug)]
pub struct Line {
    /// From left to right.
    pub glyphs: Vec<Glyph>,
    /// Around all of them.
    pub area: Area,
    /// Of its largest characters.
    pub baseline: f32,
    /// Size of most of its characters.
    pub size: f32,
    /// Font of most of its characters.
    pub font: u16,
    /// Most of it is bold.
    pub bold: bool,
    /// Known to go on from the line before it, whatever its place says.
    pub follows: bool,
    /// An entry of the contents with its page: it is never parted, and nothing goes on from it.
    pub entry: bool,
    /// Margins of the column in which it stands, where a page has several.
    pub measure: Option<(f32, f32)>,
}

impl Line {
    /// A line of glyphs in any order; none of nothing.
    pub fn from_glyphs(mut glyphs: Vec<Glyph>) -> Option<Self> {
        glyphs.sort_by(|a, b| a.area.x0.total_cmp(&b.area.x0));
        let area = glyphs
            .iter()
            .fold(Area::NOTHING, |area, glyph| area.around(glyph.area));
        // Chinese text tells size and font; digits in between often come from another font.
        let size = most_common(
            glyphs
                .iter()
                .map(|glyph| ((glyph.size * 4.0).round() as i64, weight(glyph.c))),
        )? as f32
            / 4.0;
        let font = most_common(
            glyphs
                .iter()
                .map(|glyph| (i64::from(glyph.font), weight(glyph.c))),
        )?;
        let leader = glyphs.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
        let bold = glyphs.iter().filter(|glyph| glyph.bold).count() * 2 > glyphs.len();
        Some(Self {
            baseline: leader.baseline,
            area,
            size,
            font: u16::try_from(font).unwrap_or(0),
            bold,
            follows: false,
            entry: false,
            measure: None,
            glyphs,
        })
    }

    /// The text with blanks where the page has wide gaps.
    pub fn text(&self, page: usize) -> Text {
        let spread = self.spread();
        let mut chars: Vec<Char> = Vec::with_capacity(self.glyphs.len() + 4);
        let mut before: Option<&Glyph> = None;
        for glyph in &self.glyphs {
            if let Some(before) = before {
                let gap = glyph.area.x0 - before.area.x1;
                let least = if is_word(before.c) && is_word(glyph.c) {
                    0.18
                } else {
                    0.6
                };
                if gap > (least * self.size).max(1.8 * spread) {
                    let area = Area {
                        x0: before.area.x1,
                        x1: glyph.area.x0,
                        ..before.area
                    };
                    chars.push(Char { c: ' ', area, page });
                }
            }
            chars.push(Char {
                c: self.raised(glyph),
                area: glyph.area,
                page,
            });
            before = Some(glyph);
        }
        Text { chars }
    }

    /// The character of a glyph: a small digit above the line is the mark of a footnote or a power, and must not
    /// run into the number before it.
    fn raised(&self, glyph: &Glyph) -> char {
        let is_raised =
            glyph.size <= 0.75 * self.size && self.baseline - glyph.baseline > 0.2 * self.size;
        let digit = glyph
            .c
            .to_digit(10)
            .and_then(|digit| usize::try_from(digit).ok());
        match digit {
            Some(digit) if is_raised => RAISED.get(digit).copied().unwrap_or(glyph.c),
            _ => glyph.c,
        }
    }

    /// The usual gap of this line: more than nothing where all characters are set apart.
    fn spread(&self) -> f32 {
        let mut gaps: Vec<f32> = self
            .glyphs
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(b.area.x0 - a.area.x1),
                _ => None,
            })
            .collect();
        if gaps.len() < 3 {
            return 0.0;
        }
        gaps.sort_by(f32::total_cmp);
        gaps.get(gaps.len() / 2).copied().unwrap_or(0.0).max(0.0)
    }

    /// Parts of the line between gaps wider than `widest` ems.
    pub fn split(self, widest: f32) -> Vec<Line> {
        let spread = self.spread();
        let limit = (widest * self.size).max(2.5 * spread);
        let mut parts: Vec<Vec<Glyph>> = Vec::new();
        let mut right = f32::MIN;
        for glyph in self.glyphs {
            let x1 = glyph.area.x1;
            match parts.last_mut() {
                Some(part) if glyph.area.x0 - right <= limit => part.push(glyph),
                _ => parts.push(vec![glyph]),
            }
            right = right.max(x1);
        }
        parts.into_iter().filter_map(Line::from_glyphs).collect()
    }
}

fn weight(c: char) -> usize {
    if c.is_ascii() { 1 } else { 3 }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// The value of most weight.
pub(super) fn most_common(values: impl Iterator<Item = (i64, usize)>) -> Option<i64> {
    let mut counts = std::collections::BTreeMap::<i64, usize>::new();
    for (value, weight) in values {
        *counts.entry(value).or_default() += weight;
    }
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .map(|(value, _)| value)
}

/// A line being gathered: the tallest glyph so far says which height it takes.
struct Gathering {
    top: f32,
    bottom: f32,
    glyphs: Vec<Glyph>,
}

impl Gathering {
    /// Half of the smaller one lies within the height of the other: digits of another font, raised numbers.
    fn takes(&self, glyph: &Glyph) -> bool {
        let shared = self.bottom.min(glyph.area.y1) - self.top.max(glyph.area.y0);
        let smaller = (self.bottom - self.top).min(glyph.area.height());
        shared >= 0.5 * smaller
    }

    fn take(&mut self, glyph: Glyph) {
        if glyph.area.height() > self.bottom - self.top {
            self.top = glyph.area.y0;
            self.bottom = glyph.area.y1;
        }
        self.glyphs.push(glyph);
    }
}

/// Lines of the glyphs given, from top to bottom.
pub fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| {
        a.baseline
            .total_cmp(&b.baseline)
            .then(a.area.x0.total_cmp(&b.area.x0))
    });
    let mut gathered: Vec<Gathering> = Vec::new();
    for glyph in glyphs {
        // Only the last few lines can still take a glyph: what follows lies lower.
        match gathered
            .iter_mut()
            .rev()
            .take(3)
            .find(|line| line.takes(&glyph))
        {
            Some(line) => line.take(glyph),
            None => gathered.push(Gathering {
                top: glyph.area.y0,
                bottom: glyph.area.y1,
                glyphs: vec![glyph],
            }),
        }
    }
    let mut lines: Vec<Line> = gathered
        .into_iter()
        .filter_map(|line| Line::from_glyphs(line.glyphs))
        .collect();
    lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    lines
}

/// The lines joined to one text.
pub fn joined(lines: &[Line], page: usize) -> Text {
    let mut text = Text::default();
    for line in lines {
        text.append_line(&line.text(page));
    }
    text
}

/// The text of turned glyphs, read with the head turned; the places stay those of the page.
pub fn turned(glyphs: Vec<Glyph>, page: usize) -> Text {
    let mut text = Text::default();
    for turn in [Turn::Down, Turn::Up] {
        let same = glyphs.iter().filter(|glyph| glyph.turn == turn);
        let upright: Vec<Glyph> = same
            .map(|glyph| Glyph {
                area: turn.upright(glyph.area),
                turn: Turn::Upright,
                ..glyph.clone()
            })
            .collect();
        let mut part = joined(&lines(upright), page);
        for char in &mut part.chars {
            char.area = turn.back(char.area);
        }
        text.append_line(&part);
    }
    text
}
