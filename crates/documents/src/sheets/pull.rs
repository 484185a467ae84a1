//! XML piece by piece: a sheet is too large for a tree.

use encoding_rs::{Encoding, UTF_8};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// A piece.
pub(super) enum Piece<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// An element ends: its name without the prefix. Of an empty element, too.
    Close(String),
    /// Characters.
    Text(String),
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without the prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let attribute = attributes
            .with_checks(false)
            .flatten()
            .find(|it| it.key.local_name().into_inner() == name)?;
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .ok()
            .map(Cow::into_owned)
    }

    /// An attribute that is a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub fn says(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true" | "on"))
    }
}

/// The characters of a part.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = Encoding::for_bom(bytes).map_or(UTF_8, |(encoding, _)| encoding);
    encoding.decode_with_bom_removal(bytes).0
}

/// Hands out the pieces until `take` has enough. Whether the part is whole, as far as it was looked at.
pub(super) fn each(text: &str, mut take: impl FnMut(Piece<'_>) -> bool) -> bool {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.check_end_names = false;
    let mut depth = 0_usize;
    loop {
        let Ok(event) = reader.read_event() else {
            return false;
        };
        let more = match event {
            Event::Start(start) => {
                depth += 1;
                take(Piece::Open(Tag(start)))
            }
            Event::Empty(start) => {
                let name = start.local_name().into_inner().to_owned();
                take(Piece::Open(Tag(start))) && take(Piece::Close(name))
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                take(Piece::Close(end.local_name().into_inner().to_owned()))
            }
            Event::Text(piece) => take(Piece::Text(piece.xml10_content().into_owned())),
            Event::CData(piece) => take(Piece::Text(piece.xml10_content().into_owned())),
            Event::GeneralRef(name) => {
                let known = match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => name
                        .resolve_char_ref()
                        .ok()
                        .flatten()
                        .unwrap_or(char::REPLACEMENT_CHARACTER),
                };
                take(Piece::Text(known.to_string()))
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => true,
            Event::Eof => return depth == 0,
        };
        if !more {
            return true;
        }
    }
}
