//! A small tree of XML, for the parts of packages: names without their prefixes, nothing unbounded.
//!
//! Prefixes are cut, so that transitional and strict Word files, and sloppy OFD files, read alike. Entities are
//! the five of XML and characters by number; a document type is passed over, nothing it declares is expanded.

#![deny(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;
use std::collections::HashSet;
use std::rc::Rc;

/// Elements within each other.
const DEPTH: usize = 256;
/// Elements and pieces of text in one part.
const NODES: usize = 3_000_000;

/// Why a part is no tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum XmlFault {
    /// It is no XML, or breaks off.
    Damaged,
    /// It is nested too deeply, or has too many elements.
    TooLarge,
}

/// An element.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    /// Without its prefix.
    pub name: Rc<str>,
    /// Without their prefixes, in their order; declarations of namespaces are left out.
    attributes: Box<[(Rc<str>, Box<str>)]>,
    /// What it holds, in order.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    /// Another element.
    Element(Element),
    /// Characters, with their entities resolved.
    Text(Box<str>),
}

impl Element {
    /// The value of the first attribute of that name, whatever its prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| &**key == name)
            .map(|(_, value)| &**value)
    }

    /// The value of the first attribute of that name, whatever its prefix and its case.
    pub fn attribute_like(&self, name: &str) -> Option<&str> {
        self.attribute(name).or_else(|| {
            self.attributes
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .map(|(_, value)| &**value)
        })
    }

    /// The elements in it, one level down.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of that name in it, one level down.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| &*element.name == name)
    }

    /// The elements of that name in it, one level down.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements()
            .filter(move |element| &*element.name == name)
    }

    /// The element that these names lead to.
    pub fn path(&self, names: &[&str]) -> Option<&Element> {
        names
            .iter()
            .try_fold(self, |element, name| element.child(name))
    }

    /// The characters that stand in it itself.
    pub fn text(&self) -> Cow<'_, str> {
        let mut pieces = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(&**text),
            Node::Element(_) => None,
        });
        let Some(first) = pieces.next() else {
            return Cow::Borrowed("");
        };
        match pieces.next() {
            None => Cow::Borrowed(first),
            Some(second) => {
                let mut text = format!("{first}{second}");
                pieces.for_each(|piece| text.push_str(piece));
                Cow::Owned(text)
            }
        }
    }
}

/// The tree of a part; its root is the one outermost element.
///
/// # Errors
/// [`XmlFault`].
pub(crate) fn parse(bytes: &[u8]) -> Result<Element, XmlFault> {
    parse_within(bytes, NODES)
}

fn parse_within(bytes: &[u8], nodes: usize) -> Result<Element, XmlFault> {
    let text = decode(bytes);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.expand_empty_elements = false;
    config.allow_dangling_amp = true;
    let mut growing = Growing {
        left: nodes,
        ..Growing::default()
    };
    loop {
        match reader.read_event().map_err(|_| XmlFault::Damaged)? {
            Event::Start(start) => growing.open(&start)?,
            Event::Empty(start) => {
                growing.open(&start)?;
                growing.close()?;
            }
            Event::End(_) => growing.close()?,
            Event::Text(piece) => growing.text(&piece.xml10_content())?,
            Event::CData(piece) => growing.text(&piece.xml10_content())?,
            Event::GeneralRef(name) => {
                let mut room = [0; 4];
                let piece: &str = match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => name
                        .resolve_char_ref()
                        .ok()
                        .flatten()
                        .unwrap_or(char::REPLACEMENT_CHARACTER)
                        .encode_utf8(&mut room),
                };
                growing.text(piece)?;
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => return growing.done(),
        }
    }
}

/// A tree while it is read.
#[derive(Default)]
struct Growing {
    names: HashSet<Rc<str>>,
    open: Vec<Element>,
    root: Option<Element>,
    /// Nodes that it may still get.
    left: usize,
}

impl Growing {
    fn count(&mut self, nodes: usize) -> Result<(), XmlFault> {
        self.left = self.left.checked_sub(nodes).ok_or(XmlFault::TooLarge)?;
        Ok(())
    }

    /// The name, kept once however often it stands in the part.
    fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return known.clone();
        }
        let name: Rc<str> = name.into();
        self.names.insert(name.clone());
        name
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), XmlFault> {
        self.count(1)?;
        if self.open.len() >= DEPTH {
            return Err(XmlFault::TooLarge);
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(XmlFault::Damaged);
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| XmlFault::Damaged)?;
            let key = attribute.key.into_inner();
            if key == "xmlns" || key.starts_with("xmlns:") {
                continue;
            }
            let key = self.name(attribute.key.local_name().into_inner());
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .unwrap_or(Cow::Borrowed("\u{FFFD}"));
            attributes.push((key, value.into()));
        }
        self.count(attributes.len())?;
        let name = self.name(start.local_name().into_inner());
        self.open.push(Element {
            name,
            attributes: attributes.into_boxed_slice(),
            children: Vec::new(),
        });
        Ok(())
    }

    fn close(&mut self) -> Result<(), XmlFault> {
        let element = self.open.pop().ok_or(XmlFault::Damaged)?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(Node::Element(element)),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn text(&mut self, piece: &str) -> Result<(), XmlFault> {
        let Some(parent) = self.open.last_mut() else {
            return Ok(());
        };
        // Entities part what belongs together.
        if let Some(Node::Text(before)) = parent.children.last_mut() {
            // Not character by character: a part full of entities would take the square of its length.
            if before.len() < 4096 {
                let mut joined = String::from(std::mem::take(before));
                joined.push_str(piece);
                *before = joined.into_boxed_str();
                return Ok(());
            }
        }
        parent.children.push(Node::Text(piece.into()));
        self.count(1)
    }

    fn done(self) -> Result<Element, XmlFault> {
        if !self.open.is_empty() {
            return Err(XmlFault::Damaged);
        }
        self.root.ok_or(XmlFault::Damaged)
    }
}

/// The characters of a part: UTF-8, UTF-16 by its mark, else as it declares.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(bytes.get(mark..).unwrap_or_default())
            .0;
    }
    let encoding = match bytes {
        [b'<', 0, ..] => UTF_16LE,
        [0, b'<', ..] => UTF_16BE,
        _ => declared(bytes).unwrap_or(UTF_8),
    };
    encoding.decode_without_bom_handling(bytes).0
}

/// The encoding that the first line names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(200))?;
    let head = String::from_utf8_lossy(head);
    let declaration = head
        .trim_start()
        .strip_prefix("<?xml")?
        .split("?>")
        .next()?;
    let value = declaration.split_once("encoding")?.1;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value.get(1..)?.split(quote).next()?;
    // What says UTF-16 in letters of one byte is none.
    Encoding::for_label(label.as_bytes()).filter(|it| *it != UTF_16LE && *it != UTF_16BE)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As XML again, to be compared.
    fn shown(bytes: &[u8]) -> String {
        fn show(element: &Element, out: &mut String) {
            out.push_str(&element.name);
            for (name, value) in &element.attributes {
                out.push_str(&format!(" {name}={value}"));
            }
            out.push('(');
            for node in &element.children {
                match node {
                    Node::Element(element) => show(element, out),
                    Node::Text(text) => out.push_str(text),
                }
            }
            out.push(')');
        }
        match parse(bytes) {
            Ok(root) => {
                let mut out = String::new();
                show(&root, &mut out);
                out
            }
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn trees() {
        let cases: &[(&str, &str)] = &[
            ("<a/>", "a()"),
            (
                "<?xml version='1.0'?><w:a w:b='1' xmlns:w='x'><w:c/></w:a>",
                "a b=1(c())",
            ),
            ("<a>A &amp; B&#x4E00;&#19968;&lt;</a>", "a(A & B一一<)"),
            ("<a b='1&amp;2&#x4E00;'/>", "a b=1&2一()"),
            ("<a>&nothing;</a>", "a(\u{FFFD})"),
            ("<a b='&nothing;'/>", "a b=\u{FFFD}()"),
            ("<a>A & B</a>", "a(A & B)"),
            ("<!DOCTYPE a [<!ENTITY b 'ccc'>]><a>&b;</a>", "a(\u{FFFD})"),
            ("<a><![CDATA[1<2]]><!-- no --></a>", "a(1<2)"),
            ("\u{FEFF}<a>一</a>", "a(一)"),
            ("<a> <b/> </a>", "a( b() )"),
            ("<a/><b/>", "Damaged"),
            ("<a><b></a></b>", "Damaged"),
            ("<a><b>", "Damaged"),
            ("</a>", "Damaged"),
            ("", "Damaged"),
            ("plain", "Damaged"),
        ];
        for (source, expected) in cases {
            assert_eq!(shown(source.as_bytes()), *expected, "{source}");
        }
    }

    #[test]
    fn encodings() {
        let gbk = encoding_rs::GBK.encode("<?xml version=\"1.0\" encoding=\"GBK\"?><a>决算</a>");
        assert_eq!(shown(&gbk.0), "a(决算)");
        let wide: Vec<u8> = "\u{FEFF}<a>决算</a>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(shown(&wide), "a(决算)");
        assert_eq!(shown(b"<a>\xFF</a>"), "a(\u{FFFD})");
    }

    #[test]
    fn bounds() {
        let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(parse(nested(256).as_bytes()).is_ok());
        assert_eq!(parse(nested(257).as_bytes()), Err(XmlFault::TooLarge));
        let many = format!("<a>{}</a>", "<b c='1'/>".repeat(50));
        assert!(parse_within(many.as_bytes(), 101).is_ok());
        assert_eq!(parse_within(many.as_bytes(), 100), Err(XmlFault::TooLarge));
        // In linear time, or this test does not end.
        let entities = format!("<a>{}</a>", "&amp;".repeat(200_000));
        let read = parse(entities.as_bytes()).map(|root| root.text().len());
        assert_eq!(read, Ok(200_000));
    }
}
