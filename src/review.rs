//! What a reviewer adds: findings set aside with a reason, and remarks beside cells. Both name cells by
//! their paths, and stay with them when rows come, go and move.

use crate::finding::Finding;
use crate::typed::Typed;
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
    /// Its message then: of other numbers it would be another matter, and is said again.
    pub message: String,
    pub reason: Typed,
}

/// A reviewer's remark on a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Remark {
    /// The cell, as a path.
    pub path: String,
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

/// Sets a finding aside for a reason, or, where the reason is blank, takes it up again. `is_said` knows
/// whether what was set aside in some words is what now reads so.
pub(crate) fn put_aside(
    list: &mut Vec<SetAside>,
    code: &str,
    path: String,
    message: &str,
    reason: &str,
    is_said: impl Fn(&str, &str) -> bool,
) {
    list.retain(|a| a.code != code || a.path != path || !is_said(&a.message, message));
    if !reason.trim().is_empty() {
        list.push(SetAside {
            code: code.to_owned(),
            path,
            message: message.to_owned(),
            reason: reason.trim().into(),
        });
    }
}

/// Marks the findings that were set aside, and lists them last; `is_said` as for [`put_aside`].
pub(crate) fn mark_aside<C: fmt::Display>(
    list: &[SetAside],
    findings: &mut [Finding<C>],
    is_said: impl Fn(&str, &str) -> bool,
) {
    for finding in findings.iter_mut().filter(|_| !list.is_empty()) {
        let path = finding.cell.to_string();
        let aside = list.iter().find(|aside| {
            aside.code == finding.code.as_str()
                && aside.path == path
                && is_said(&aside.message, &finding.message)
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
