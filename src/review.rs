//! What a reviewer adds: findings set aside with a reason, and remarks beside cells. Both name cells by
//! their paths, and stay with them when rows come, go and move.

use crate::finding::{Arguments, Finding};
use crate::typed::{Typed, null_is_default};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A finding that stays as it is, and why.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct SetAside {
    /// The code of the finding.
    pub code: String,
    /// Its cell, as a path.
    pub path: String,
    /// What it read then, by name: of other numbers it would be another matter, and is said again.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "Arguments::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(optional, type = "Record<string, string>")
    )]
    pub arguments: Arguments,
    /// Of one that was set aside by an older version, or by a script: the message it had. Once a finding
    /// with this message is met, its arguments stand in its place.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub message: String,
    /// Why it stays as it is, as typed.
    pub reason: Typed,
}

/// A reviewer's remark on a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Remark {
    /// The cell, as a path.
    pub path: String,
    /// What is remarked, as typed.
    pub text: Typed,
}

/// Writes the remark on a path, or takes it away where the text is blank.
pub(crate) fn write_remark(remarks: &mut Vec<Remark>, path: String, text: &str) {
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
pub(crate) fn put_aside(
    list: &mut Vec<SetAside>,
    code: &str,
    path: String,
    arguments: &Arguments,
    reason: &str,
) {
    let other = |a: &SetAside| {
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
pub(crate) fn mark_aside<C: fmt::Display>(list: &[SetAside], findings: &mut [Finding<C>]) {
    for finding in findings.iter_mut().filter(|_| !list.is_empty()) {
        let path = finding.cell.to_string();
        let aside = list.iter().find(|aside| {
            aside.message.is_empty()
                && aside.code == finding.code.as_str()
                && aside.path == path
                && aside.arguments == finding.arguments()
        });
        finding.set_aside = aside.map(|aside| aside.reason.trim().to_owned());
    }
    // Stable: within a severity the order of the form stays.
    findings.sort_by_key(Finding::order);
}

/// Cells moved: what is written about them goes along, or goes with them where they are gone
/// (`None`). A path nobody knows is kept: it may belong to a newer version.
pub(crate) fn move_paths<C: Copy + FromStr + fmt::Display + PartialEq>(
    remarks: &mut Vec<Remark>,
    set_aside: &mut Vec<SetAside>,
    to: impl Fn(C) -> Option<C>,
) {
    let moved = |path: &mut String| match path.parse::<C>() {
        Ok(cell) => match to(cell) {
            Some(now) if now == cell => true,
            Some(now) => {
                *path = now.to_string();
                true
            }
            None => false,
        },
        Err(_) => true,
    };
    remarks.retain_mut(|remark| moved(&mut remark.path));
    set_aside.retain_mut(|aside| moved(&mut aside.path));
}
