//! What a walk over a document carries with it: how it is numbered and styled, what is open, and what was counted.

use super::formats;
use super::numbering::Numbering;
use super::piece::{Piece, Traces};
use super::styles::{Styles, value};
use crate::xml::Element;
use juesuan_paper::Block;
use std::collections::{HashMap, HashSet};

/// Cells of all tables.
const CELLS: usize = 1_000_000;
/// Characters of a text that a note quotes.
const QUOTED: usize = 60;

/// A walk over a document, which gathers its blocks.
pub(super) struct Walk<'a> {
    pub styles: Styles<'a>,
    pub numbering: Numbering<'a>,
    pub feet: Footnotes<'a>,
    pub ends: Footnotes<'a>,
    /// For each end of a section, the first one last: whether a page ends there.
    pub breaks: Vec<bool>,
    /// Fields that are open.
    pub fields: Vec<Field>,
    /// Beginnings of fields that never end: the file is wrong there, they are passed over.
    pub endless: HashSet<*const Element>,
    /// The mark of the footnote that is being read.
    pub mark: Option<String>,
    pub counts: Counts,
    /// Characters that may still be read.
    pub left: usize,
    pub most: usize,
    /// Cells that may still be read.
    pub cells: usize,
    /// More is there than is read.
    pub full: bool,
    /// Text of paragraphs whose marks are deleted: the next one goes on with it.
    pub carried: Option<Line<'a>>,
    /// Footnotes that stand behind what is being read.
    pub due: Vec<Block>,
    /// Endnotes, with their marks.
    pub last: Vec<(&'a Element, String)>,
    /// How many stories it is in, beside the body.
    pub depth: usize,
    /// Parts of other kinds that are not read.
    pub unread: Vec<String>,
    /// Where texts come from, if that is asked.
    pub traces: Option<Traces<'a>>,
}

/// A field: its code, then what it shows.
#[derive(Default)]
pub(super) struct Field {
    pub code: String,
    pub shows: bool,
}

/// What is to be noted, counted.
#[derive(Default)]
pub(super) struct Counts {
    pub changes: usize,
    pub hidden: usize,
    pub unreadable: usize,
}

/// Footnotes, or endnotes.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    stories: HashMap<&'a str, &'a Element>,
    format: String,
    count: i64,
}

impl<'a> Footnotes<'a> {
    /// `kind` is `footnote` or `endnote`. How they are numbered is said by the last section, else by the settings.
    pub fn read(
        root: Option<&'a Element>,
        kind: &'a str,
        section: Option<&Element>,
        settings: Option<&Element>,
    ) -> Self {
        let properties = format!("{kind}Pr");
        let said = [section, settings].into_iter().flatten().find_map(|it| {
            let format = it.path(&[&properties, "numFmt"]).and_then(value)?;
            Some(format.to_owned())
        });
        let usual = if kind == "footnote" {
            "decimal"
        } else {
            "lowerRoman"
        };
        Footnotes {
            stories: by_id(root, kind),
            format: said.unwrap_or_else(|| usual.to_owned()),
            count: 0,
        }
    }

    /// The next mark, for one that is referred to, and the story if it was not taken yet.
    pub fn next(&mut self, reference: &Element) -> (String, Option<&'a Element>) {
        let id = reference.attribute("id").unwrap_or_default();
        let story = self.stories.remove(id);
        if switch_attribute(reference, "customMarkFollows") {
            return (String::new(), story);
        }
        self.count += 1;
        let mark = formats::number(&self.format, self.count);
        let plain = mark
            .chars()
            .all(|c| c.is_alphanumeric() && !('①'..='㊿').contains(&c));
        let mark = if plain { format!("[{mark}]") } else { mark };
        (mark, story)
    }
}

fn switch_attribute(element: &Element, name: &str) -> bool {
    element
        .attribute(name)
        .is_some_and(|value| !matches!(value, "0" | "false" | "off"))
}

impl<'a> Walk<'a> {
    pub fn new(
        styles: Styles<'a>,
        numbering: Numbering<'a>,
        feet: Footnotes<'a>,
        ends: Footnotes<'a>,
        characters: usize,
    ) -> Self {
        Walk {
            styles,
            numbering,
            feet,
            ends,
            breaks: Vec::new(),
            fields: Vec::new(),
            endless: HashSet::new(),
            mark: None,
            counts: Counts::default(),
            left: characters,
            most: characters,
            cells: CELLS,
            full: false,
            carried: None,
            due: Vec::new(),
            last: Vec::new(),
            depth: 0,
            unread: Vec::new(),
            traces: None,
        }
    }
}

/// The text of a paragraph while it is read.
#[derive(Default)]
pub(super) struct Line<'a> {
    pub text: String,
    /// Where pages end in it, in bytes.
    pub breaks: Vec<usize>,
    /// What stands behind it.
    pub anchored: Vec<Anchored<'a>>,
    /// Where its characters come from.
    pub pieces: Vec<Piece<'a>>,
}

impl Line<'_> {
    /// Whether nothing of it is seen.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.anchored.is_empty()
    }
}

/// What is anchored in a paragraph and stands behind it.
pub(super) enum Anchored<'a> {
    /// A picture or chart.
    Picture,
    /// Text that is drawn.
    Text(String),
    /// A text box.
    Box(&'a Element),
    /// A footnote and its mark.
    Foot(&'a Element, String),
    /// An endnote and its mark.
    End(&'a Element, String),
}

/// Footnotes by their names.
fn by_id<'a>(root: Option<&'a Element>, name: &'a str) -> HashMap<&'a str, &'a Element> {
    root.into_iter()
        .flat_map(|root| root.all(name))
        .filter(|it| {
            !it.attribute("type")
                .is_some_and(|kind| kind.to_ascii_lowercase().contains("separator"))
        })
        .filter_map(|it| Some((it.attribute("id")?, it)))
        .collect()
}

/// The alternative that is printed: the first, newer one.
pub(super) fn choice(element: &Element) -> Option<&Element> {
    element
        .child("Choice")
        .or_else(|| element.child("Fallback"))
}

/// The beginning of a text.
pub(super) fn quoted(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}
