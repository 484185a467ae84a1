//! Where a comment can begin and end: around runs of a paragraph in the body. What cannot hold one (a field, a
//! formula, a text box, a footnote) is taken whole.

use super::scan::Nodes;

/// Elements that hold runs as a paragraph does.
const LIKE_PARAGRAPHS: [&str; 9] = [
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "customXml",
    "sdt",
    "sdtContent",
    "dir",
    "bdo",
];

/// Controls for one value: nothing but that may stand in them.
const VALUES: [&str; 8] = [
    "text",
    "date",
    "dropDownList",
    "comboBox",
    "checkbox",
    "citation",
    "bibliography",
    "equation",
];

/// One end of what is commented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The characters of an element, from or up to one of them.
    Within {
        /// The run that it stands in.
        run: usize,
        /// The characters, or the tab or break.
        piece: usize,
        /// Characters before it.
        characters: usize,
    },
    /// Before or behind an element.
    Beside(usize),
    /// The beginning or end of what is in a paragraph.
    Paragraph(usize),
}

/// A place in a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anchor {
    pub end: End,
    pub paragraph: usize,
}

/// The place for an element of the document, and the number of characters in it before the place; none where no
/// paragraph can take it.
pub(super) fn anchor(nodes: &Nodes<'_>, number: usize, characters: usize) -> Option<Anchor> {
    let mut path = nodes.path(number);
    if let Some(boxed) = path.iter().position(|at| nodes.name(*at) == "txbxContent") {
        path.truncate(boxed);
    }
    let innermost = path.last().copied()?;
    let Some(at) = path.iter().rposition(|at| nodes.name(*at) == "p") else {
        // A cell: its first paragraph.
        let first = nodes.within(innermost).find(|at| nodes.name(*at) == "p")?;
        return Some(Anchor {
            end: End::Paragraph(first),
            paragraph: first,
        });
    };
    let paragraph = path.get(at).copied()?;
    let mut below = path.get(at + 1..)?.iter().copied();
    let found = below.find(|at| !is_like_paragraph(nodes, *at));
    let end = match (found, below.next(), below.next()) {
        (None, ..) => End::Paragraph(paragraph),
        (Some(run), Some(piece), None) if nodes.name(run) == "r" && piece == number => {
            End::Within {
                run,
                piece,
                characters,
            }
        }
        (Some(other), ..) => End::Beside(other),
    };
    Some(Anchor { end, paragraph })
}

fn is_like_paragraph(nodes: &Nodes<'_>, number: usize) -> bool {
    let name = nodes.name(number);
    let is_value = || {
        let properties = nodes.children(number).find(|at| nodes.name(*at) == "sdtPr");
        properties.is_some_and(|properties| {
            let mut kinds = nodes.children(properties);
            kinds.any(|at| VALUES.contains(&nodes.name(at)))
        })
    };
    LIKE_PARAGRAPHS.contains(&name) && !(name == "sdt" && is_value())
}

/// The first and last elements of the fields of a paragraph, each beside what can hold a comment.
fn fields(nodes: &Nodes<'_>, paragraph: usize) -> Vec<(usize, usize)> {
    let mut fields = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for at in nodes.within(paragraph) {
        if nodes.name(at) != "fldChar" || stands_in_box(nodes, at, paragraph) {
            continue;
        }
        let tag = nodes.get(at).and_then(|node| nodes.text.get(node.tag()));
        let tag = tag.unwrap_or_default();
        if tag.contains("\"begin\"") || tag.contains("'begin'") {
            open.push(at);
        } else if (tag.contains("\"end\"") || tag.contains("'end'"))
            && let Some(begin) = open.pop()
            && open.is_empty()
        {
            fields.push((begin, at));
        }
    }
    fields
}

fn stands_in_box(nodes: &Nodes<'_>, number: usize, paragraph: usize) -> bool {
    let path = nodes.path(number);
    let from = path.iter().position(|at| *at == paragraph).unwrap_or(0);
    path.iter()
        .skip(from)
        .any(|at| nodes.name(*at) == "txbxContent")
}

/// Widens what begins or ends within a field of one paragraph to all of the field.
pub(super) fn widened(nodes: &Nodes<'_>, from: Anchor, to: Anchor) -> (Anchor, Anchor) {
    let around = |anchor: Anchor| {
        let at = match anchor.end {
            End::Within { piece, .. } => piece,
            End::Beside(at) => at,
            End::Paragraph(_) => return None,
        };
        fields(nodes, anchor.paragraph)
            .into_iter()
            .find(|(begin, end)| (*begin..=*end).contains(&at))
    };
    let beside = |at: usize, or: Anchor| {
        let found = anchor(nodes, at, 0);
        match found.map(|it| it.end) {
            Some(End::Within { run, .. }) => Anchor {
                end: End::Beside(run),
                ..or
            },
            Some(end @ End::Beside(_)) => Anchor { end, ..or },
            _ => or,
        }
    };
    let from = around(from).map_or(from, |(begin, _)| beside(begin, from));
    let to = around(to).map_or(to, |(_, end)| beside(end, to));
    (from, to)
}

/// Where the text of an element is divided: behind so many of its characters, as they are printed. `None` where
/// that cannot be told, or where blanks would be lost.
pub(super) fn divided(nodes: &Nodes<'_>, piece: usize, characters: usize) -> Option<usize> {
    let node = nodes.get(piece)?;
    let inside = nodes.text.get(node.inside())?;
    if inside.contains('<') {
        return None;
    }
    let (mut at, mut passed) = (0, 0);
    while passed < characters {
        let rest = inside.get(at..)?;
        let (length, printed) = character(rest)?;
        at += length;
        passed += usize::from(printed);
    }
    let (before, behind) = inside.split_at_checked(at)?;
    if before.is_empty() || behind.is_empty() {
        return None;
    }
    let tag = nodes.text.get(node.tag())?;
    let keeps = tag.contains("xml:space=\"preserve\"") || tag.contains("xml:space='preserve'");
    let blank = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || c == '&' || c == ';');
    if !keeps && (blank(before.chars().last()) || blank(behind.chars().next())) {
        return None;
    }
    Some(node.inside().start + at)
}

/// The bytes of the first character, and whether it is printed.
fn character(text: &str) -> Option<(usize, bool)> {
    let first = text.chars().next()?;
    if first == '&'
        && let Some(end) = text.bytes().take(12).position(|byte| byte == b';')
    {
        let name = text.get(1..end)?;
        let hidden = matches!(name.to_ascii_lowercase().as_str(), "#xad" | "#173");
        return Some((end + 1, !hidden));
    }
    if text.starts_with("\r\n") {
        return Some((2, true));
    }
    Some((first.len_utf8(), first != '\u{AD}'))
}
