//! A part as it is written: where each element begins and ends in its bytes.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;

/// An element. Elements are numbered in the order in which they begin, as they stand in the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// The element around it; itself for the outermost.
    pub parent: usize,
    /// Its `<name …>`.
    from: usize,
    open: usize,
    /// Its `</name>`; empty where it is closed at once.
    close: usize,
    to: usize,
}

impl Node {
    /// All of it.
    pub fn whole(&self) -> Range<usize> {
        self.from..self.to
    }

    /// Its first tag.
    pub fn tag(&self) -> Range<usize> {
        self.from..self.open
    }

    /// What is in it.
    pub fn inside(&self) -> Range<usize> {
        self.open..self.close
    }

    /// `<name/>`.
    pub fn is_closed_at_once(&self) -> bool {
        self.close == self.to
    }
}

/// The elements of a part.
pub(super) struct Nodes<'a> {
    pub text: &'a str,
    nodes: Vec<Node>,
}

impl<'a> Nodes<'a> {
    /// `None` for what is no XML in UTF-8.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        // A mark at the beginning is no part of the text that is read.
        let shift = if text.starts_with('\u{FEFF}') { 3 } else { 0 };
        let mut reader = Reader::from_str(text.get(shift..)?);
        let config = reader.config_mut();
        config.expand_empty_elements = false;
        config.allow_dangling_amp = true;
        let mut nodes: Vec<Node> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        loop {
            let from = shift + usize::try_from(reader.buffer_position()).ok()?;
            let event = reader.read_event().ok()?;
            let to = shift + usize::try_from(reader.buffer_position()).ok()?;
            match event {
                Event::Start(_) | Event::Empty(_) => {
                    let number = nodes.len();
                    nodes.push(Node {
                        parent: open.last().copied().unwrap_or(number),
                        from,
                        open: to,
                        close: to,
                        to,
                    });
                    if matches!(event, Event::Start(_)) {
                        open.push(number);
                    }
                }
                Event::End(_) => {
                    let node = nodes.get_mut(open.pop()?)?;
                    (node.close, node.to) = (from, to);
                }
                Event::Eof if open.is_empty() => return Some(Nodes { text, nodes }),
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn get(&self, number: usize) -> Option<&Node> {
        self.nodes.get(number)
    }

    /// The name of an element, with its prefix.
    pub fn full_name(&self, number: usize) -> &'a str {
        let tag = self.get(number).and_then(|node| self.text.get(node.tag()));
        let tag = tag.unwrap_or_default().trim_start_matches('<');
        let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
        tag.get(..end.unwrap_or(tag.len())).unwrap_or_default()
    }

    /// The name of an element, without its prefix.
    pub fn name(&self, number: usize) -> &'a str {
        let name = self.full_name(number);
        name.rsplit_once(':').map_or(name, |(_, name)| name)
    }

    /// The elements from the outermost to this one.
    pub fn path(&self, number: usize) -> Vec<usize> {
        let mut path = vec![number];
        let mut at = number;
        while let Some(node) = self.get(at) {
            if node.parent == at {
                break;
            }
            at = node.parent;
            path.push(at);
        }
        path.reverse();
        path
    }

    /// The elements within another, at any depth.
    pub fn within(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.get(number).map_or(0, |node| node.to);
        (number + 1..self.nodes.len())
            .take_while(move |at| self.get(*at).is_some_and(|node| node.from < end))
    }

    /// The elements within another, one level down.
    pub fn children(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        self.within(number)
            .filter(move |at| self.get(*at).is_some_and(|node| node.parent == number))
    }
}
