//! The other parts that comments need: the list of comments, what refers to it, what it is. Each is only put in;
//! all others are copied as they are packed.

use super::edit::Namespace;
use super::scan::Nodes;
use crate::package::key;
use crate::write::zipped::{Raw, Zipped};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};
use zip::{CompressionMethod, ZipArchive};

/// Word's names, and those of its relationships.
pub(super) struct Names {
    pub word: &'static str,
    pub relationship: &'static str,
}

const TRANSITIONAL: Names = Names {
    word: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    relationship: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
};
const STRICT: Names = Names {
    word: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    relationship: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
};
pub(super) const CONTENT: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The names of a part, and whether `w` stands for Word's in it.
pub(super) fn names(nodes: &Nodes<'_>) -> (&'static Names, Namespace<'static>) {
    let tag = nodes.get(0).and_then(|node| nodes.text.get(node.tag()));
    let tag = tag.unwrap_or_default();
    let names = if tag.contains(STRICT.word) {
        &STRICT
    } else {
        &TRANSITIONAL
    };
    let declared = ['"', '\'']
        .iter()
        .any(|quote| tag.contains(&format!("xmlns:w={quote}{}{quote}", names.word)));
    (names, Namespace((!declared).then_some(names.word)))
}

/// A part with something put in at the end of its outermost element.
pub(super) fn put_in(bytes: &[u8], content: &str) -> Option<Vec<u8>> {
    let nodes = Nodes::of(bytes)?;
    let root = nodes.get(0)?;
    let (from, to, text) = if root.is_closed_at_once() {
        let end = root.whole().end;
        let closed = format!(">{content}</{}>", nodes.full_name(0));
        (end.checked_sub(2)?, end, closed)
    } else {
        (root.inside().end, root.inside().end, content.to_owned())
    };
    let mut out = bytes.get(..from)?.to_vec();
    out.extend_from_slice(text.as_bytes());
    out.extend_from_slice(bytes.get(to..)?);
    Some(out)
}

/// A comment.
pub(super) fn comment(id: usize, author: &str, text: &str, namespace: Namespace<'_>) -> String {
    let author = escaped(author);
    let initials = author.chars().next().filter(|c| c.is_alphabetic());
    let initials = initials.map_or_else(String::new, String::from);
    let mut out = format!(
        "<w:comment{} w:id=\"{id}\" w:author=\"{author}\" w:initials=\"{initials}\">",
        namespace.declared()
    );
    for (number, line) in text.lines().enumerate() {
        let mark = if number == 0 {
            "<w:r><w:annotationRef/></w:r>"
        } else {
            ""
        };
        let _ = write!(
            out,
            "<w:p>{mark}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
            escaped(line)
        );
    }
    out + "</w:comment>"
}

/// A new list of comments.
pub(super) fn comments(names: &Names, comments: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"{}\">{comments}</w:comments>",
        names.word
    )
    .into_bytes()
}

/// As characters of an element or attribute. What XML cannot say is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The package with some parts changed, by [`key`], and others added.
pub(super) fn packed(
    bytes: &[u8],
    mut changed: HashMap<String, Vec<u8>>,
    added: Vec<(String, Vec<u8>)>,
) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut zipped = Zipped::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index_raw(index).ok()?;
        let name = entry.name().ok()?.into_owned();
        if let Some(content) = changed.remove(&key(&name)) {
            zipped.add(&name, &content).ok()?;
            continue;
        }
        let method = match entry.compression() {
            CompressionMethod::Stored => 0,
            CompressionMethod::Deflated => 8,
            _ => return None,
        };
        let made = entry.last_modified().unwrap_or_default();
        let (crc, size) = (entry.crc32(), entry.size());
        let mut packed = Vec::new();
        entry.read_to_end(&mut packed).ok()?;
        zipped.add_raw(
            &name,
            &Raw {
                method,
                day: made.datepart(),
                time: made.timepart(),
                crc,
                size,
                packed: &packed,
            },
        );
    }
    if !changed.is_empty() {
        return None;
    }
    for (name, content) in added {
        zipped.add(&name, &content).ok()?;
    }
    Some(zipped.finish())
}
