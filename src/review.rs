//! What a reviewer adds: findings set aside with a reason, and remarks beside cells. Both are of a cell,
//! in files by its address, and stay with it when rows come, go and move.

use crate::address::Written;
use crate::finding::{Arguments, Finding};
use crate::typed::{Typed, null_is_default};
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::str::FromStr;

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
}

/// The remark on a cell, as typed.
pub(crate) fn remark_on<C: PartialEq>(remarks: &[Remark<C>], cell: C) -> Option<&Typed> {
    let cell = Written::Cell(cell);
    let remark = remarks.iter().find(|remark| remark.path == cell);
    remark.map(|remark| &remark.text)
}

/// The remarks that say something, blanks around them left away.
pub(crate) fn remarks_said<C: Copy>(remarks: &[Remark<C>]) -> impl Iterator<Item = (C, &str)> {
    remarks.iter().filter_map(|remark| {
        let text = remark.text.trim();
        let cell = remark.path.cell().filter(|_| !text.is_empty())?;
        Some((cell, text))
    })
}

/// Writes the remark on a cell, or takes it away where the text is blank.
pub(crate) fn write_remark<C: Copy + PartialEq>(remarks: &mut Vec<Remark<C>>, cell: C, text: &str) {
    let path = Written::Cell(cell);
    if text.trim().is_empty() {
        remarks.retain(|remark| remark.path != path);
    } else if let Some(remark) = remarks.iter_mut().find(|r| r.path == path) {
        remark.text = text.into();
    } else {
        remarks.push(Remark {
            path,
            text: text.into(),
        });
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
