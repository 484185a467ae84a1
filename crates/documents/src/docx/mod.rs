//! Word files since 2007, and what WPS, LibreOffice and others write like them.
//!
//! Read is what is printed, in the order of the text:
//! - Numbers that the program computes are part of the text ([`numbering`]).
//! - A text box stands behind the paragraph that holds it, a footnote behind its paragraph or table, endnotes at
//!   the end. Their mark is `[1]`, so that it cannot be taken for a digit of the figure before it; signs such as
//!   ① stay as they are.
//! - A table within a cell is a table of its own behind the outer one; an outer one without text of its own is
//!   left out.
//! - Tracked changes are taken as accepted. Hidden text, comments, heads and feet of pages are left out.
//! - Page breaks are those that the author set. Where pages happened to end in the program that wrote the file is
//!   not read.

#![deny(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

mod formats;
mod graphic;
#[cfg(test)]
mod hostile;
mod inline;
mod math;
mod numbering;
mod piece;
mod story;
mod styles;
mod symbols;
mod table;
mod trace;
mod walk;

use crate::Asked;
use crate::package::{Fault, Package, Relationship};
use crate::xml::Element;
use juesuan_paper::{Block, Kind, Note, NoteCode, Paper, Unreadable};
use numbering::Numbering;
pub(crate) use piece::{ByPlace, Piece};
use styles::{Styles, value};
use walk::{Footnotes, Walk, quoted};

/// Characters of a document.
const CHARACTERS: usize = 20_000_000;
/// Reads a Word file.
///
/// # Errors
/// [`Unreadable`] where its text cannot be had. Damage to other parts is a note.
pub(crate) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    read_and(bytes, asked, false, |paper, _| paper)
}

/// A document that was read, and where its texts come from.
pub(crate) struct Traced<'a> {
    /// The pieces of each text.
    pub pieces: ByPlace<'a>,
    /// The name of the main part.
    pub main: &'a str,
    /// The main part.
    pub root: &'a Element,
    /// Footnotes, then endnotes.
    pub notes: [Option<&'a Element>; 2],
    /// How the document is set up.
    pub settings: Option<&'a Element>,
    /// The other parts.
    pub relationships: &'a [Relationship],
}

/// Reads a Word file, and hands on where its texts come from.
///
/// # Errors
/// [`Unreadable`], as [`read`].
pub(crate) fn read_traced<R>(
    bytes: &[u8],
    then: impl FnOnce(Paper, Traced<'_>) -> R,
) -> Result<R, Unreadable> {
    let progress = &mut |_, _| {};
    let password = None;
    read_and(bytes, &mut Asked { password, progress }, true, then)
}

fn read_and<R>(
    bytes: &[u8],
    asked: &mut Asked<'_>,
    trace: bool,
    then: impl FnOnce(Paper, Traced<'_>) -> R,
) -> Result<R, Unreadable> {
    let unreadable = |fault: Fault| fault.unreadable(Kind::Docx);
    let mut package = Package::open(bytes).map_err(unreadable)?;
    let main = package.main().ok_or(Unreadable::Damaged(Kind::Docx))?;
    let root = package.xml(&main).map_err(unreadable)?;
    let body = root.child("body").ok_or(Unreadable::Damaged(Kind::Docx))?;
    let mut parts = Parts::of(&mut package, &main);
    let styles = parts.read(&mut package, "styles");
    let numbering = parts.read(&mut package, "numbering");
    let footnotes = parts.read(&mut package, "footnotes");
    let endnotes = parts.read(&mut package, "endnotes");
    let settings = parts.read(&mut package, "settings");
    let sections = sections(body);
    let heads = parts.heads(&mut package, &sections);

    let styles = Styles::read(styles.as_ref());
    let numbering = Numbering::read(numbering.as_ref(), &styles);
    let own = sections.last().copied();
    let notes = |root, kind| Footnotes::read(root, kind, own, settings.as_ref());
    let mut walk = Walk::new(
        styles,
        numbering,
        notes(footnotes.as_ref(), "footnote"),
        notes(endnotes.as_ref(), "endnote"),
        CHARACTERS,
    );
    walk.breaks = breaks(&sections);
    walk.traces = trace.then(Vec::new);
    let mut blocks = walk.document(body, &parts.relationships, asked.progress);
    let mut notes = walk.notes();
    for head in &heads {
        running_head(&walk.aside(head), &mut notes);
    }
    notes.append(&mut parts.notes);
    let traces = walk.traces.take().unwrap_or_default();
    let traced = Traced {
        pieces: trace::by_place(&mut blocks, traces),
        main: &main,
        root: &root,
        notes: [footnotes.as_ref(), endnotes.as_ref()],
        settings: settings.as_ref(),
        relationships: &parts.relationships,
    };
    let paper = Paper {
        kind: Kind::Docx,
        blocks,
        notes,
        ..Paper::default()
    };
    Ok(then(paper, traced))
}

/// The parts beside the text.
struct Parts {
    relationships: Vec<Relationship>,
    notes: Vec<Note>,
}

impl Parts {
    fn of(package: &mut Package<'_>, main: &str) -> Self {
        let mut parts = Parts {
            relationships: Vec::new(),
            notes: Vec::new(),
        };
        match package.relationships(main) {
            Ok(relationships) => parts.relationships = relationships,
            Err(_) => parts.damaged(&format!("{main}.rels")),
        }
        parts
    }

    fn damaged(&mut self, part: &str) {
        self.notes.push(Note {
            text: Some(quoted(part)),
            ..Note::new(NoteCode::DamagedPart)
        });
    }

    /// The part of that kind, if there is one that can be read.
    fn read(&mut self, package: &mut Package<'_>, kind: &str) -> Option<Element> {
        let target = self
            .relationships
            .iter()
            .find(|it| it.kind == kind && !it.external)
            .map(|it| it.target.clone())?;
        self.tree(package, &target)
    }

    fn tree(&mut self, package: &mut Package<'_>, part: &str) -> Option<Element> {
        let read = package.xml(part);
        if read.is_err() {
            self.damaged(part);
        }
        read.ok()
    }

    /// Heads and feet of pages that sections use, each once.
    fn heads(&mut self, package: &mut Package<'_>, sections: &[&Element]) -> Vec<Element> {
        let mut targets: Vec<String> = Vec::new();
        for section in sections {
            for reference in section.elements() {
                if !matches!(&*reference.name, "headerReference" | "footerReference") {
                    continue;
                }
                let id = reference.attribute("id").unwrap_or_default();
                let found = self
                    .relationships
                    .iter()
                    .find(|it| it.id == id && !it.external);
                if let Some(found) = found
                    && !targets.contains(&found.target)
                    && targets.len() < 200
                {
                    targets.push(found.target.clone());
                }
            }
        }
        targets
            .iter()
            .filter_map(|target| self.tree(package, target))
            .collect()
    }
}

/// The properties of all sections, in order.
fn sections(body: &Element) -> Vec<&Element> {
    fn gather<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
        for child in element.elements() {
            match &*child.name {
                "sectPr" => found.push(child),
                "p" => found.extend(child.path(&["pPr", "sectPr"])),
                "tbl" | "sectPrChange" => {}
                _ => gather(child, found),
            }
        }
    }
    let mut found = Vec::new();
    gather(body, &mut found);
    found
}

/// Whether a page ends where a section ends: the next section says so.
fn breaks(sections: &[&Element]) -> Vec<bool> {
    sections
        .iter()
        .skip(1)
        .map(|next| {
            let kind = next.child("type").and_then(value);
            !matches!(kind, Some("continuous" | "nextColumn"))
        })
        .rev()
        .collect()
}

/// Notes what pages repeat at their head or foot.
fn running_head(blocks: &[Block], notes: &mut Vec<Note>) {
    let mut texts: Vec<&str> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => texts.push(text),
            Block::Table { rows, .. } => {
                texts.extend(rows.iter().flatten().map(|cell| cell.text.as_str()));
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    let text = texts.join(" ");
    let only_numbers =
        |c: char| c.is_numeric() || c.is_whitespace() || "第页共-—–－─·/／()（）".contains(c);
    let note = match text.trim() {
        "" => return,
        text if text.chars().all(only_numbers) => Note::new(NoteCode::PageNumber),
        text => Note {
            text: Some(quoted(text)),
            ..Note::new(NoteCode::RunningHead)
        },
    };
    if !notes.contains(&note) {
        notes.push(note);
    }
}
