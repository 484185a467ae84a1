//! What a reviewer adds: findings set aside with a reason, and remarks beside cells. Both are of a cell,
//! in files by its address, and stay with it when rows come, go and move.

use crate::address::Written;
use crate::finding::{Arguments, Finding};
use juesuan_figure::typed::{Typed, null_is_default};
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::str::FromStr;
use time::Date;

/// A finding that stays as it is, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[serde(bound(serialize = "C: Display", deserialize = "C: FromStr"))]
pub struct SetAside<C> {
    /// The code of the finding.
    #[serde(default)]
    pub code: String,
    /// Its cell.
    #[serde(default)]
    pub path: Written<C>,
    /// What it read then, by name: of other numbers it would be another matter, and is said again.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "Arguments::is_empty"
    )]
    pub arguments: Arguments,
    /// Of one that was set aside by an older version, or by a script: the message it had. Once a finding
    /// with this message is met, its arguments stand in its place.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub message: String,
    /// Why it stays as it is, as typed.
    #[serde(default)]
    pub reason: Typed,
}

/// A reviewer's remark on a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[serde(bound(serialize = "C: Display", deserialize = "C: FromStr"))]
pub struct Remark<C> {
    /// The cell.
    #[serde(default)]
    pub path: Written<C>,
    /// What is remarked, as typed.
    #[serde(default)]
    pub text: Typed,
    /// Who began it, as typed; empty where nobody signed.
    #[serde(default, skip_serializing_if = "Typed::is_unset")]
    pub author: Typed,
    /// The day on which its author last wrote in it, `2026-11-28`.
    #[serde(default, skip_serializing_if = "Typed::is_unset")]
    pub date: Typed,
    /// What became of it: [`State::as_str`]. What a newer version calls something else is kept.
    #[serde(default, skip_serializing_if = "Typed::is_unset")]
    pub state: Typed,
}

impl<C> Remark<C> {
    pub(crate) fn new(path: Written<C>, text: Typed) -> Self {
        Remark {
            path,
            text,
            author: Typed::default(),
            date: Typed::default(),
            state: Typed::default(),
        }
    }

    /// What became of it; open where the file says something unknown.
    pub fn state(&self) -> State {
        let said = |state: &State| state.as_str() == self.state.trim();
        State::ALL.into_iter().find(said).unwrap_or_default()
    }
}

/// What became of a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Nobody has said or done anything yet.
    #[default]
    Open,
    /// The unit has answered.
    Answered,
    /// The unit has changed what was remarked on.
    Changed,
}

impl State {
    /// In the order of work.
    pub const ALL: [State; 3] = [State::Open, State::Answered, State::Changed];

    /// Its stable name, for files; empty of an open one.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Open => "",
            State::Answered => "answered",
            State::Changed => "changed",
        }
    }
}

/// Who writes, and when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// As typed; may be empty.
    pub author: String,
    /// Today, where the clock can be read.
    pub date: Option<Date>,
}

/// What is done to a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remarking {
    /// Writes the text, or, where that is blank, takes the remark away. It stays signed by whoever began it.
    Write {
        /// The whole text, as typed.
        text: String,
        /// Who writes it.
        by: Signature,
    },
    /// Says what became of it; nothing where there is no remark.
    Settle(State),
}

impl From<String> for Remarking {
    fn from(text: String) -> Self {
        let by = Signature::default();
        Remarking::Write { text, by }
    }
}

impl Remarking {
    /// Bytes that it adds at most; `None` of what is no typing.
    pub(crate) fn typed(&self) -> Option<usize> {
        match self {
            Remarking::Write { text, by } => Some(text.len().saturating_add(by.author.len())),
            Remarking::Settle(_) => None,
        }
    }
}

/// The remark on a cell.
pub(crate) fn remark_on<C: PartialEq>(remarks: &[Remark<C>], cell: C) -> Option<&Remark<C>> {
    let cell = Written::Cell(cell);
    remarks.iter().find(|remark| remark.path == cell)
}

/// The remarks that say something, blanks around them left away.
pub(crate) fn remarks_said<C: Copy>(remarks: &[Remark<C>]) -> impl Iterator<Item = (C, &str)> {
    remarks.iter().filter_map(|remark| {
        let text = remark.text.trim();
        let cell = remark.path.cell().filter(|_| !text.is_empty())?;
        Some((cell, text))
    })
}

/// Writes the remark on a cell, takes it away where the text is blank, or says what became of it.
pub(crate) fn write_remark<C: Copy + PartialEq>(
    remarks: &mut Vec<Remark<C>>,
    cell: C,
    remarking: &Remarking,
) {
    let path = Written::Cell(cell);
    let found = remarks.iter().position(|remark| remark.path == path);
    match (remarking, found) {
        (Remarking::Write { text, .. }, _) if text.trim().is_empty() => {
            remarks.retain(|remark| remark.path != path);
        }
        (Remarking::Write { text, by }, found) => {
            let at = found.unwrap_or_else(|| {
                remarks.push(Remark::new(path, Typed::default()));
                remarks.len() - 1
            });
            let remark = &mut remarks[at];
            remark.text = text.as_str().into();
            // Somebody else may write on in it, but does not become its author.
            if remark.author.is_blank() || *remark.author == *by.author {
                remark.author = by.author.as_str().into();
                let date = by.date.map_or_else(String::new, |day| day.to_string());
                remark.date = date.into();
            }
        }
        (Remarking::Settle(state), Some(at)) => remarks[at].state = state.as_str().into(),
        (Remarking::Settle(_), None) => {}
    }
}

/// Sets a finding aside for a reason, or, where the reason is blank, takes it up again.
pub(crate) fn put_aside<C: Copy + PartialEq>(
    list: &mut Vec<SetAside<C>>,
    code: &str,
    cell: C,
    arguments: &Arguments,
    reason: &str,
) {
    let path = Written::Cell(cell);
    let other = |a: &SetAside<C>| {
        !a.message.is_empty() || a.code != code || a.path != path || a.arguments != *arguments
    };
    list.retain(other);
    if !reason.trim().is_empty() {
        list.push(SetAside {
            code: code.to_owned(),
            path,
            arguments: arguments.clone(),
            message: String::new(),
            reason: reason.trim().into(),
        });
    }
}

/// Marks the findings that were set aside, and lists them last.
pub(crate) fn mark_aside<C: Copy + PartialEq>(list: &[SetAside<C>], findings: &mut [Finding<C>]) {
    for finding in findings.iter_mut().filter(|_| !list.is_empty()) {
        let aside = list.iter().find(|aside| {
            aside.message.is_empty()
                && aside.code == finding.code.as_str()
                && aside.path.cell() == Some(finding.cell)
                && aside.arguments == finding.arguments()
        });
        finding.set_aside = aside.map(|aside| aside.reason.trim().to_owned());
    }
    // Stable: within a severity the order of the form stays.
    findings.sort_by_key(Finding::order);
}

/// Cells moved: what is written about them goes along, or goes with them where they are gone
/// (`None`). An address nobody knows is kept: it may belong to a newer version.
pub(crate) fn move_cells<C: Copy>(
    remarks: &mut Vec<Remark<C>>,
    set_aside: &mut Vec<SetAside<C>>,
    to: impl Fn(C) -> Option<C>,
) {
    let moved = |path: &mut Written<C>| match path {
        Written::Cell(cell) => match to(*cell) {
            Some(now) => {
                *cell = now;
                true
            }
            None => false,
        },
        Written::Unknown(_) => true,
    };
    remarks.retain_mut(|remark| moved(&mut remark.path));
    set_aside.retain_mut(|aside| moved(&mut aside.path));
}
