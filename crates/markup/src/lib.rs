//! HTML taken apart, just enough to read it: names of tags, attributes, and text as it is shown. No tree is made;
//! who reads the tokens knows what may stand where.

#![forbid(unsafe_code)]

mod text;
mod tokens;

pub use text::{Gap, Text};
pub use tokens::{Attributes, Token, Tokens, split_at};

/// The number that a span's value (`colspan`, `rowspan`) begins with, else 1.
pub fn span(value: &str) -> usize {
    match split_at(value.trim_ascii(), |c| !c.is_ascii_digit()).0 {
        "" => 1,
        digits => digits.parse().unwrap_or(usize::MAX),
    }
}

/// What a style says of a property, in lower case: `none` for `display` in `color: red; Display: NONE`.
pub fn styled(style: &str, property: &str) -> Option<String> {
    style.split(';').rev().find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        name.trim_ascii()
            .eq_ignore_ascii_case(property)
            .then(|| value.trim_ascii().to_ascii_lowercase())
    })
}
