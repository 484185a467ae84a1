//! The text as it is written.

use super::glossary::Entry;
use super::missing::{DIFFERENCE, Missing};
use super::say::{BECAUSE, Piece};
use crate::accounts::{Cell, ChartKind, Finding, Style};
use crate::chart::Chart;
use juesuan_figure::working::Working;
use std::rc::Rc;

/// The explanatory text as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosure {
    /// The style that it is written in.
    pub style: &'static Style,
    /// Its sections, in the order of the style.
    pub sections: Vec<Section>,
    /// What there is to say of the text itself.
    pub findings: Vec<Finding>,
}

/// A section of the text: its title and what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The part of the disclosure it belongs to, where a new one begins.
    pub part: Option<String>,
    /// With its number: `一、收入支出决算总体情况说明`.
    pub title: String,
    /// What stands under the title, from the top.
    pub blocks: Vec<Rc<Written>>,
}

/// One block of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    /// A heading below the title.
    Heading(String),
    /// Sentences, one behind the other.
    Paragraph(Vec<Sentence>),
    /// A figure; none while its numbers are missing.
    Chart(ChartKind, Option<Chart>),
    /// The self-evaluation form at this place of the workbook, counted from 0. It is printed where the whole is
    /// published; the text alone leaves it out.
    Form(usize),
    /// The table of the key work of the year.
    Work(Vec<WorkRow>),
    /// Words and what they mean.
    Glossary(Vec<Entry>),
}

/// A sentence, written or waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Of its template; what it is reworded by.
    pub key: &'static str,
    /// Blank while it waits.
    pub pieces: Vec<Piece>,
    /// What a sentence will say that something is missing of, and in its place what is; nothing where nothing
    /// is.
    pub draft: Vec<Result<Piece, Missing>>,
    /// What it waits for; a reason it wants may be missing in a sentence that is written.
    pub missing: Vec<Missing>,
    /// Whether it is left out of the text until what is missing is typed.
    pub waits: bool,
    /// In the clerk's own words.
    pub reworded: bool,
    /// It begins a line of its own.
    pub line: bool,
    /// The reasons asked for up to here since the last sentence ended, which are edited in place.
    pub reasons: Vec<Cell>,
    /// Which of the things it is said for each of, counted from 0.
    pub item: Option<usize>,
}

/// A row of the table of key work, as displayed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkRow {
    /// What was to be done.
    pub matter: String,
    /// What was aimed at.
    pub target: String,
    /// How far it got.
    pub progress: String,
    /// `152.7%`, blank where there is none.
    pub rate: String,
    /// How the rate was worked out.
    pub working: Working,
}

impl Sentence {
    /// As plain text.
    pub fn text(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Figure(figure) => figure.shown.as_str(),
        });
        pieces.collect()
    }

    /// What it says; while it waits, what it will say, and in its place what is missing.
    pub fn so_far(&self) -> Vec<Result<&Piece, &Missing>> {
        if !self.waits {
            return self.pieces.iter().map(Ok).collect();
        }
        let mut said: Vec<_> = self.draft.iter().map(Result::as_ref).collect();
        // What stands nowhere in it stands behind it.
        for missing in &self.missing {
            if !said.contains(&Err(missing)) {
                said.push(Err(missing));
            }
        }
        said.dedup_by(|one, other| one.is_err() && one == other);
        said
    }

    /// Goes on with what is known.
    pub(super) fn say(&mut self, pieces: Vec<Piece>) {
        self.draft.extend(pieces.iter().cloned().map(Ok));
        self.pieces.extend(pieces);
    }

    /// Goes on with a gap. The sentence of a reason that nobody has typed is the gap's own.
    pub(super) fn leave_out(&mut self, missing: Missing) {
        let words = |text: &str| Ok(Piece::Words(text.to_owned()));
        self.missing.push(missing.clone());
        if missing.name.ends_with(DIFFERENCE) {
            let gap = [words(BECAUSE), Err(missing), words("。")];
            self.draft.extend(gap);
        } else {
            self.draft.push(Err(missing));
        }
    }

    /// Whether nothing of it is known.
    pub(super) fn is_gap(&self) -> bool {
        matches!(self.draft[..], [Err(_)])
    }

    /// Puts words that join it to others before it or behind it.
    pub(super) fn put(&mut self, before: bool, text: &str) {
        let words = Piece::Words(text.to_owned());
        if self.waits || !self.draft.is_empty() {
            let at = if before { 0 } else { self.draft.len() };
            self.draft.insert(at, Ok(words.clone()));
        }
        if !self.waits {
            let at = if before { 0 } else { self.pieces.len() };
            self.pieces.insert(at, words);
        }
    }
}

impl Disclosure {
    /// The rows of the key work; none where the style has no place for them.
    pub fn work(&self) -> &[WorkRow] {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let mut work = blocks.filter_map(|block| match &**block {
            Written::Work(rows) => Some(rows.as_slice()),
            _ => None,
        });
        work.next().unwrap_or_default()
    }

    /// How many sentences wait for something; those that only go with one that does are not counted.
    pub fn waiting_sentences(&self) -> usize {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let waits = |sentence: &&Sentence| sentence.waits && !sentence.missing.is_empty();
        let waiting = blocks.map(|block| match &**block {
            Written::Paragraph(sentences) => sentences.iter().filter(waits).count(),
            _ => 0,
        });
        waiting.sum()
    }
}
