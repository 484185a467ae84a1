//! A review that somebody works through: which finding is at hand, which are looked through, what was set
//! aside, and what was remarked.

mod kind;
mod marks;

pub use kind::Kind;
pub use marks::{Look, Mark, Marks};

use crate::exchange::{ReviewLine, review_lines};
use crate::paper::Paper;
use crate::say::Language;
use crate::understand::{Finding, Review, Severity, Spot, Statement, Verdict};

/// What is listed beside the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Listed {
    /// What is wrong, or should be looked at.
    #[default]
    Findings,
    /// Each figure of the text with its verdict.
    Checked,
    /// What was changed since another version.
    Compared,
}

/// How far a finding matters still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// As severe as it is.
    Of(Severity),
    /// Somebody set it aside.
    Aside,
}

impl Level {
    /// Each of them, in the order in which they are offered.
    pub const ALL: [Level; 4] = [
        Level::Of(Severity::Error),
        Level::Of(Severity::Warning),
        Level::Of(Severity::Notice),
        Level::Aside,
    ];
}

/// What somebody has written of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Why it is set aside.
    pub aside: Option<String>,
    /// What else is to be said of it.
    pub remark: String,
}

/// Notes with their findings: they are there again when the same file is opened again.
pub type Notes = Vec<(Finding, Note)>;

/// Where one is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// At a place in the paper.
    Paper(Spot),
    /// At a finding of the list.
    Finding(usize),
    /// At a figure of what was checked.
    Statement(usize),
}

/// What can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// To the place of a finding.
    Finding(usize),
    /// To another place of a finding.
    Also(usize, usize),
    /// To the place of a figure that was checked.
    Statement(usize),
    /// To any place of the paper.
    Place(Spot),
    /// From a mark in the paper to what is said of it.
    Mark(usize),
    /// To the next of these findings, or the one before.
    Step(bool, Vec<usize>),
    /// Findings or figures are listed.
    List(Listed),
    /// Only these findings, or all again.
    Level(Level),
    /// Only findings of this kind, or all again.
    Kind(Kind),
    /// Only figures with this verdict, or all again.
    Verdict(Verdict),
    /// Only what has this text.
    Search(String),
    /// A finding is set aside, with a reason.
    SetAside(usize, String),
    /// It counts again.
    TakeUp(usize),
    /// A remark on a finding.
    Remark(usize, String),
}

/// The review of one paper, and how far somebody is with it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Judging {
    /// What is listed.
    pub listed: Listed,
    /// Only these findings.
    pub level: Option<Level>,
    /// Only findings of this kind.
    pub kind: Option<Kind>,
    /// Only figures with this verdict.
    pub verdict: Option<Verdict>,
    /// Only what has this text.
    pub wanted: String,
    /// The finding at hand.
    pub finding: Option<usize>,
    /// The figure at hand.
    pub statement: Option<usize>,
    /// Where one is to be now, and how often one went somewhere: twice to the same place is two ways.
    pub target: Option<(Target, u32)>,
    notes: Vec<Note>,
}

impl Judging {
    /// At the beginning; what was noted of these findings before is there again.
    pub fn new(review: &Review, before: &Notes) -> Self {
        let noted = |finding: &Finding| {
            let known = before.iter().find(|(known, _)| known == finding);
            known.map(|(_, note)| note.clone()).unwrap_or_default()
        };
        Judging {
            notes: review.findings.iter().map(noted).collect(),
            ..Judging::default()
        }
    }

    /// What was written of a finding.
    pub fn note(&self, finding: usize) -> Option<&Note> {
        self.notes.get(finding)
    }

    /// The findings in words with what was noted of them, to be handed on.
    pub fn lines(&self, review: &Review, paper: &Paper, language: Language) -> Vec<ReviewLine> {
        let lines = review_lines(review, paper, language).into_iter();
        let noted = |(line, note): (ReviewLine, &Note)| ReviewLine {
            aside: note.aside.clone(),
            remark: note.remark.clone(),
            ..line
        };
        lines.zip(&self.notes).map(noted).collect()
    }

    /// The marks at the other places of the finding at hand.
    pub fn others(&self, review: &Review, marks: &Marks) -> Vec<usize> {
        let finding = self.finding.and_then(|at| review.findings.get(at));
        let also = finding.map_or(&[][..], |finding| &finding.also);
        also.iter().filter_map(|spot| marks.at(spot)).collect()
    }

    /// Notes that say something, to be kept.
    pub fn kept(&self, review: &Review) -> Notes {
        let all = review.findings.iter().zip(&self.notes);
        all.filter(|(_, note)| **note != Note::default())
            .map(|(finding, note)| (finding.clone(), note.clone()))
            .collect()
    }

    /// How far a finding matters.
    pub fn level_of(&self, review: &Review, finding: usize) -> Option<Level> {
        let aside = self.note(finding).is_some_and(|note| note.aside.is_some());
        let severity = review.findings.get(finding)?.severity;
        Some(if aside {
            Level::Aside
        } else {
            Level::Of(severity)
        })
    }

    /// How many findings there are of a level, among those of the kind that is looked through.
    pub fn count(&self, review: &Review, level: Level) -> usize {
        let of_kind = |finding: &Finding| self.kind.is_none_or(|kind| Kind::of(finding) == kind);
        let all = review.findings.iter().enumerate();
        all.filter(|(at, finding)| of_kind(finding) && self.level_of(review, *at) == Some(level))
            .count()
    }

    /// How many findings there are of a level, of every kind.
    pub fn count_all(&self, review: &Review, level: Level) -> usize {
        let all = 0..review.findings.len();
        all.filter(|at| self.level_of(review, *at) == Some(level))
            .count()
    }

    /// How many findings there are of a kind, among those of the level that is looked through.
    pub fn count_kind(&self, review: &Review, kind: Kind) -> usize {
        let all = review.findings.iter().enumerate();
        all.filter(|(at, finding)| {
            Kind::of(finding) == kind
                && (self.level.is_none() || self.level_of(review, *at) == self.level)
        })
        .count()
    }

    /// How many figures have a verdict.
    pub fn count_verdict(review: &Review, verdict: Verdict) -> usize {
        let all = review.statements.iter();
        all.filter(|statement| statement.verdict == verdict).count()
    }

    /// The findings that are listed, by their numbers, those that want mending before notices; `text` is what one
    /// says, to be searched.
    pub fn findings(&self, review: &Review, text: impl Fn(usize) -> String) -> Vec<usize> {
        let listed = |at: &usize| {
            let Some(finding) = review.findings.get(*at) else {
                return false;
            };
            self.kind.is_none_or(|kind| Kind::of(finding) == kind)
                && (self.level.is_none() || self.level_of(review, *at) == self.level)
                && has(&text(*at), &self.wanted)
        };
        let mut listed: Vec<usize> = (0..review.findings.len()).filter(listed).collect();
        // Either in the order of the paper.
        listed.sort_by_key(|at| review.findings[*at].severity == Severity::Notice);
        listed
    }

    /// The figures that are listed, by their numbers.
    pub fn statements(&self, review: &Review) -> Vec<usize> {
        let has = |statement: &Statement| {
            let texts = [
                Some(&statement.quote),
                statement.computed.as_ref(),
                statement.working.as_ref(),
            ];
            let texts = texts.into_iter().flatten();
            texts.into_iter().any(|text| has(text, &self.wanted))
        };
        let all = review.statements.iter().enumerate();
        all.filter(|(_, one)| self.verdict.is_none_or(|of| one.verdict == of) && has(one))
            .map(|(at, _)| at)
            .collect()
    }

    /// Something happened.
    pub fn update(&mut self, msg: Msg, review: &Review, marks: &Marks) {
        match msg {
            Msg::Finding(at) => self.go_to_finding(review, at),
            Msg::Also(at, which) => {
                let also = review.findings.get(at).and_then(|one| one.also.get(which));
                if let Some(spot) = also {
                    self.finding = Some(at);
                    self.go(Target::Paper(spot.clone()));
                }
            }
            Msg::Statement(at) => {
                if let Some(statement) = review.statements.get(at) {
                    self.statement = Some(at);
                    self.go(Target::Paper(statement.spot.clone()));
                }
            }
            Msg::Place(spot) => self.go(Target::Paper(spot)),
            Msg::Mark(at) => self.go_from_mark(review, marks, at),
            Msg::Step(forward, among) => self.step(review, forward, &among),
            Msg::List(listed) => self.listed = listed,
            Msg::Level(level) => self.level = (self.level != Some(level)).then_some(level),
            Msg::Kind(kind) => self.kind = (self.kind != Some(kind)).then_some(kind),
            Msg::Verdict(of) => self.verdict = (self.verdict != Some(of)).then_some(of),
            Msg::Search(wanted) => self.wanted = wanted,
            Msg::SetAside(at, why) => {
                let why = why.trim();
                if let Some(note) = self.notes.get_mut(at).filter(|_| !why.is_empty()) {
                    note.aside = Some(why.to_owned());
                    // Where the reason was typed is gone.
                    self.go(Target::Finding(at));
                }
            }
            Msg::TakeUp(at) => {
                if let Some(note) = self.notes.get_mut(at) {
                    note.aside = None;
                    self.go(Target::Finding(at));
                }
            }
            Msg::Remark(at, remark) => {
                if let Some(note) = self.notes.get_mut(at) {
                    note.remark = remark;
                }
            }
        }
    }

    fn go(&mut self, target: Target) {
        let ways = self.target.as_ref().map_or(0, |(_, ways)| *ways);
        self.target = Some((target, ways.wrapping_add(1)));
    }

    fn go_to_finding(&mut self, review: &Review, at: usize) {
        if let Some(finding) = review.findings.get(at) {
            self.finding = Some(at);
            self.go(Target::Paper(finding.spot.clone()));
        }
    }

    /// A finding that is filtered out is shown again: somebody asks for it.
    fn go_from_mark(&mut self, review: &Review, marks: &Marks, at: usize) {
        let Some(mark) = marks.get(at) else { return };
        self.statement = mark.statement;
        if let Some(finding) = mark.finding {
            self.finding = Some(finding);
            self.listed = Listed::Findings;
            self.wanted.clear();
            if self.level.is_some() && self.level_of(review, finding) != self.level {
                self.level = None;
            }
            let kind = review.findings.get(finding).map(Kind::of);
            if self.kind.is_some() && self.kind != kind {
                self.kind = None;
            }
            self.go(Target::Finding(finding));
        } else if let Some(statement) = mark.statement {
            self.listed = Listed::Checked;
            self.wanted.clear();
            self.verdict = None;
            self.go(Target::Statement(statement));
        }
    }

    /// In the order of the list, round from its end to its beginning. What is set aside is passed over.
    fn step(&mut self, review: &Review, forward: bool, among: &[usize]) {
        let matters = |at: &&usize| self.level_of(review, **at) != Some(Level::Aside);
        let here = self.finding;
        let here = here.and_then(|now| among.iter().position(|at| *at == now));
        // Forward from behind it, backward from before it.
        let (before, after) = among.split_at(here.map_or(0, |here| here + usize::from(forward)));
        let mut round = after.iter().chain(before);
        let next = if forward {
            round.find(matters)
        } else {
            round.rfind(matters)
        };
        if let Some(next) = next.copied() {
            self.listed = Listed::Findings;
            self.go_to_finding(review, next);
        }
    }
}

/// Whether a text has what is looked for; blanks and capitals make no difference.
fn has(text: &str, wanted: &str) -> bool {
    let plain = |text: &str| -> String {
        let chars = text.chars().filter(|c| !c.is_whitespace());
        chars.flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(wanted);
    wanted.is_empty() || plain(text).contains(&wanted)
}

/// The heading above a place, as printed: where a document has no pages, it tells where something stands.
pub fn heading_above(paper: &Paper, block: usize) -> Option<&str> {
    let above = paper.blocks.get(..=block)?;
    above.iter().rev().find_map(|block| match block {
        crate::paper::Block::Heading { text, .. } => Some(text.as_str()),
        _ => None,
    })
}
