//! Texts: characters, each at its place.
//!
//! The file says where each character begins, never how wide it is: the next one tells, where it is near enough.

use super::colour::Colour;
use super::measures::{POINTS, numbers};
use super::walk::{Around, Walk, within};
use crate::layout::canvas::Stand;
use crate::xml::Element;
use hayro_interpret::kurbo::{Affine, Point, Vec2};

/// Size of a text that says none, in millimetres.
const USUAL_SIZE: f64 = 12.0 / POINTS;

/// What stands at one place: a character, those of a ligature, or nothing.
#[derive(Debug, Default, PartialEq, Eq)]
struct Slot(String);

/// Characters of one code that are drawn with other glyphs than their own.
struct Glyphs {
    from: usize,
    codes: usize,
    glyphs: usize,
}

impl Walk<'_> {
    /// Draws a text.
    pub fn text(&mut self, object: &Element, around: Around) {
        let is = |name: &str| {
            object
                .attribute_like(name)
                .map(|value| value.trim() == "true")
        };
        let filled = is("Fill").unwrap_or(true) && around.fill != Some(Colour::Through);
        let stroked = is("Stroke").unwrap_or(false) && around.stroke != Some(Colour::Through);
        if !filled && !stroked {
            self.hide(object);
            return;
        }
        let number = |name: &str| {
            let value = object.attribute_like(name)?.trim().parse::<f64>().ok()?;
            value.is_finite().then_some(value)
        };
        let hand = Hand {
            transform: within(object, around.transform),
            size: number("Size").unwrap_or(USUAL_SIZE),
            stretch: number("HScale").filter(|it| *it > 0.0).unwrap_or(1.0),
            reading: direction(number("ReadDirection")),
            upright: direction(number("CharDirection")),
            font: self.font(object),
        };
        let mut from = Point::ZERO;
        let mut glyphs: Vec<Glyphs> = Vec::new();
        let only = object.all("TextCode").count() == 1;
        if only {
            glyphs.extend(object.all("CGTransform").filter_map(Glyphs::of));
        }
        for element in object.elements() {
            match &*element.name {
                "CGTransform" if !only => glyphs.extend(Glyphs::of(element)),
                "TextCode" => {
                    let at = |name: &str| element.attribute_like(name).and_then(first);
                    from = Point::new(at("X").unwrap_or(from.x), at("Y").unwrap_or(from.y));
                    self.code(element, from, &hand, &std::mem::take(&mut glyphs));
                }
                _ => {}
            }
        }
    }

    /// A number for the font of a text: by its name and weight.
    fn font(&mut self, object: &Element) -> u16 {
        let id = object.attribute_like("Font").unwrap_or_default();
        let weight = object.attribute_like("Weight").and_then(first);
        let bold = weight.is_some_and(|weight| weight > 500.0)
            || object.attribute_like("Stroke") == Some("true");
        let key = format!("{} {bold}", self.resources.font(id).unwrap_or(id));
        let next = u16::try_from(self.fonts.len() + 1).unwrap_or(0);
        *self.fonts.entry(key).or_insert(next)
    }

    fn code(&mut self, code: &Element, from: Point, hand: &Hand, glyphs: &[Glyphs]) {
        let slots = slots(&code.text(), glyphs);
        let most = slots.len().saturating_sub(1);
        let x = deltas(code.attribute_like("DeltaX"), most);
        let y = deltas(code.attribute_like("DeltaY"), most);
        let placed = !x.is_empty() || !y.is_empty();
        let mut at = from;
        for (index, slot) in slots.iter().enumerate() {
            let step = if placed {
                Vec2::new(nth(&x, index), nth(&y, index))
            } else {
                hand.reading * hand.usual(slot)
            };
            let next = (index < most && placed).then_some(step);
            let stand = hand.stand(slot, at, next);
            self.canvas.text(&slot.0, &stand);
            at += step;
        }
    }
}

/// How the characters of an object are drawn.
struct Hand {
    transform: Affine,
    size: f64,
    stretch: f64,
    /// From one character to the next, where the file does not say.
    reading: Vec2,
    /// Along the foot of a character.
    upright: Vec2,
    font: u16,
}

impl Hand {
    fn stand(&self, slot: &Slot, at: Point, next: Option<Vec2>) -> Stand {
        let linear = |of: Vec2| self.transform * of.to_point() - self.transform * Point::ZERO;
        let along = linear(self.upright);
        let up = linear(Vec2::new(-self.upright.y, self.upright.x));
        let given = next.map(|next| next.dot(self.upright));
        Stand {
            origin: self.transform * at,
            along,
            size: up.hypot() * self.size.abs(),
            width: along.hypot() * self.width(slot, given),
            font: self.font,
        }
    }

    /// As wide as the way to the next character, unless that is farther than such a character can be wide.
    fn width(&self, slot: &Slot, given: Option<f64>) -> f64 {
        let em = self.size.abs() * self.stretch;
        let most: f64 = slot.0.chars().map(widest).sum();
        match given {
            Some(given) if given > 0.05 * em && given <= 1.02 * most * em => given,
            _ => self.usual(slot),
        }
    }

    fn usual(&self, slot: &Slot) -> f64 {
        let ems: f64 = slot
            .0
            .chars()
            .map(|c| if c.is_ascii() { 0.5 } else { 1.0 })
            .sum();
        ems * self.size.abs() * self.stretch
    }
}

/// The width of a character in a font where it is wide, in ems.
fn widest(c: char) -> f64 {
    match c {
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 1.0,
        'A'..='Z' => 0.8,
        c if c.is_ascii() => 0.62,
        _ => 1.0,
    }
}

/// Degrees, clockwise.
fn direction(degrees: Option<f64>) -> Vec2 {
    let (sin, cos) = degrees.unwrap_or(0.0).to_radians().sin_cos();
    Vec2::new(cos, sin)
}

fn first(text: &str) -> Option<f64> {
    numbers(text).first().copied()
}

impl Glyphs {
    fn of(element: &Element) -> Option<Glyphs> {
        let count = |name: &str| element.attribute_like(name)?.trim().parse::<usize>().ok();
        let written = element.child("Glyphs");
        let written = written.map(|it| it.text().split_whitespace().count());
        Some(Glyphs {
            from: count("CodePosition")?,
            codes: count("CodeCount").unwrap_or(1),
            glyphs: count("GlyphCount").or(written).unwrap_or(1),
        })
    }
}

/// The places of a text and what stands at each: characters, unless a transform puts another number of glyphs in
/// their place. Glyphs without characters say nothing that could be read.
fn slots(text: &str, glyphs: &[Glyphs]) -> Vec<Slot> {
    let text = match text.trim_start_matches(['\r', '\n']) {
        // Broken and indented by whoever formatted the part.
        cut if cut.len() < text.len() => cut.trim(),
        whole => whole.trim_end_matches(['\r', '\n', '\t']),
    };
    let mut chars = text.chars();
    let mut slots = Vec::new();
    let mut at = 0;
    for transform in glyphs {
        if transform.from < at {
            continue;
        }
        let before = chars.by_ref().take(transform.from - at);
        slots.extend(before.map(|c| Slot(c.into())));
        let replaced: Vec<char> = chars.by_ref().take(transform.codes).collect();
        at = transform.from.saturating_add(transform.codes);
        // Beyond what is kept of a page anyway.
        let room = MOST_SLOTS.saturating_sub(slots.len());
        if replaced.is_empty() {
            let most = transform.glyphs.min(room);
            slots.extend((0..most).map(|_| Slot(char::REPLACEMENT_CHARACTER.into())));
        } else if replaced.len() == transform.glyphs {
            slots.extend(replaced.into_iter().map(|c| Slot(read(c).into())));
        } else {
            slots.push(Slot(replaced.into_iter().map(read).collect()));
            let more = transform.glyphs.saturating_sub(1).min(room);
            slots.extend((0..more).map(|_| Slot::default()));
        }
    }
    slots.extend(chars.map(|c| Slot(c.into())));
    slots
}

/// Places of one text to which glyphs without characters are added.
const MOST_SLOTS: usize = 100_000;

/// A placeholder for a glyph is a hole that shows.
fn read(c: char) -> char {
    if c.is_control() || c == '\u{A4}' {
        char::REPLACEMENT_CHARACTER
    } else {
        c
    }
}

/// The steps from one character to the next: `5 g 3 4` is 5 4 4 4. Of more than `most` nothing is read; of fewer,
/// the last one holds for the rest, as other readers have it.
fn deltas(text: Option<&str>, most: usize) -> Vec<f64> {
    let mut steps = Vec::new();
    let pieces = text.unwrap_or_default();
    let mut pieces = pieces
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|piece| !piece.is_empty());
    let number = |piece: Option<&str>| piece?.parse::<f64>().ok().filter(|it| it.is_finite());
    while steps.len() < most
        && let Some(piece) = pieces.next()
    {
        let (count, step) = if piece == "g" {
            let count = number(pieces.next()).map_or(0, |count| count as usize);
            (count, number(pieces.next()))
        } else {
            (1, number(Some(piece)))
        };
        let Some(step) = step else { break };
        let room = most - steps.len();
        steps.extend(std::iter::repeat_n(step, count.min(room)));
    }
    steps
}

fn nth(steps: &[f64], index: usize) -> f64 {
    steps
        .get(index)
        .or(steps.last())
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Glyphs, deltas, slots};

    #[test]
    fn steps() {
        for (text, most, expected) in [
            ("", 3, vec![]),
            ("5 5 5", 3, vec![5.0, 5.0, 5.0]),
            ("5 g 3 4 -2", 9, vec![5.0, 4.0, 4.0, 4.0, -2.0]),
            ("g 3 4", 2, vec![4.0, 4.0]),
            ("g 99999999999999999999 4", 3, vec![4.0, 4.0, 4.0]),
            ("g -3 4 7", 3, vec![7.0]),
            ("g 2", 3, vec![]),
            ("g", 3, vec![]),
            ("1,2", 3, vec![1.0, 2.0]),
            ("1 x 2", 3, vec![1.0]),
            ("1 NaN 2", 3, vec![1.0]),
        ] {
            assert_eq!(deltas(Some(text), most), expected, "{text}");
        }
    }

    #[test]
    fn places() {
        let glyphs = |from, codes, glyphs| Glyphs {
            from,
            codes,
            glyphs,
        };
        for (text, transforms, expected) in [
            ("决算", vec![], "决|算"),
            ("\n    决算\n  ", vec![], "决|算"),
            ("决 算", vec![], "决| |算"),
            ("决算", vec![glyphs(0, 2, 2)], "决|算"),
            ("office", vec![glyphs(1, 2, 1)], "o|ff|i|c|e"),
            ("决算", vec![glyphs(0, 1, 3)], "决|||算"),
            (
                "\u{1}\u{2}决",
                vec![glyphs(0, 2, 2)],
                "\u{FFFD}|\u{FFFD}|决",
            ),
            ("", vec![glyphs(0, 2, 2)], "\u{FFFD}|\u{FFFD}"),
            ("决算", vec![glyphs(1, usize::MAX, 1)], "决|算"),
            ("决算", vec![glyphs(9, 1, 1)], "决|算|\u{FFFD}"),
        ] {
            let found: Vec<String> = slots(text, &transforms)
                .into_iter()
                .map(|it| it.0)
                .collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
