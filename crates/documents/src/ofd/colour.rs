//! Colours, as far as paper shows them.

use crate::xml::Element;

/// Whether a colour is seen on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// It is seen.
    Seen,
    /// It is as white as the paper.
    White,
    /// A pattern or a shade: it is seen, but parts no cells.
    Pattern,
    /// It lets everything through.
    Through,
}

impl Colour {
    /// What an element says; one to four channels of a colour, each up to 255.
    pub fn of(element: &Element) -> Colour {
        if element.attribute_like("Alpha").map(str::trim) == Some("0") {
            return Colour::Through;
        }
        let written = element.attribute_like("Value");
        // Some writers make it an element.
        let inner = element.child("Value").map(|value| value.text());
        if written.is_none() && inner.is_none() && element.elements().next().is_some() {
            return Colour::Pattern;
        }
        let written = written.or(inner.as_deref()).unwrap_or_default();
        let channels: Vec<f64> = written.split_whitespace().filter_map(channel).collect();
        let white = match channels.as_slice() {
            [] => false,
            // Ink on paper: none.
            [c, m, y, k] => [c, m, y, k].iter().all(|ink| **ink < 5.0),
            light => light.iter().all(|channel| *channel > 250.0),
        };
        if white { Colour::White } else { Colour::Seen }
    }
}

/// `255`, or `#FF`.
fn channel(written: &str) -> Option<f64> {
    match written.strip_prefix('#') {
        Some(hex) => u8::from_str_radix(hex, 16).ok().map(f64::from),
        None => written.parse().ok(),
    }
}
