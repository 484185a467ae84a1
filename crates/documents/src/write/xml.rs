//! XML while it is written.

use super::zipped::{PART, TOO_LARGE};
use juesuan_paper::Unwritable;
use std::fmt::{Arguments, Display, Formatter, Result as Written, Write};

/// The text of a part.
pub(super) struct Xml(String);

impl Xml {
    /// Begins one.
    pub fn new() -> Self {
        Xml("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// Adds a piece. Texts in it go through [`Escaped`].
    pub fn put(&mut self, piece: Arguments<'_>) {
        // Writing into a string does not fail.
        let _ = self.0.write_fmt(piece);
    }

    /// Adds a piece as it is.
    pub fn raw(&mut self, piece: &str) {
        self.0.push_str(piece);
    }

    /// How long it is.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Puts a piece in before what was written last.
    pub fn insert(&mut self, at: usize, piece: &str) {
        if self.0.is_char_boundary(at) {
            self.0.insert_str(at, piece);
        }
    }

    /// Whether a part may become that long.
    ///
    /// # Errors
    /// [`Unwritable::TooLarge`].
    pub fn within(&self) -> Result<(), Unwritable> {
        if self.0.len() > PART {
            return Err(TOO_LARGE);
        }
        Ok(())
    }

    /// The whole text.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// A text as XML holds it, within an element or an attribute, without the characters that it cannot hold.
pub(super) struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> Written {
        let mut from = 0;
        for (at, c) in self.0.char_indices() {
            let instead = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' => "&#9;",
                '\n' => "&#10;",
                c if forbidden(c) => "",
                _ => continue,
            };
            out.write_str(self.0.get(from..at).unwrap_or_default())?;
            out.write_str(instead)?;
            from = at + c.len_utf8();
        }
        out.write_str(self.0.get(from..).unwrap_or_default())
    }
}

/// Whether XML 1.0 cannot hold a character. `\r` it can, but what reads it takes it for `\n`.
pub(super) fn forbidden(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\r' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}')
}
