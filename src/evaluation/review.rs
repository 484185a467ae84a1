//! What a reviewer adds to a form: findings set aside with a reason, and remarks beside cells. Both
//! name cells, and stay with them when rows come, go and move.

use super::{BadCell, Cell, Finding, Form, FormField, Remark, SetAside};
use crate::finding::Arguments;
use std::fmt;
use std::str::FromStr;

impl Form {
    /// What was remarked on a cell, blanks around it left away; empty where nothing was.
    pub fn remark(&self, cell: Cell) -> &str {
        let path = cell.to_string();
        let found = self.remarks.iter().find(|remark| remark.path == path);
        found.map_or("", |remark| remark.text.trim())
    }

    /// The remarks whose cells are there, in the order of the form.
    pub fn remarked(&self) -> Vec<(Cell, &str)> {
        let mut remarks: Vec<(Cell, &str)> = self
            .remarks
            .iter()
            .filter_map(|remark| {
                let cell: Cell = remark.path.parse().ok()?;
                cell.text(self)?;
                let text = remark.text.trim();
                (!text.is_empty()).then_some((cell, text))
            })
            .collect();
        remarks.sort_by_key(|(cell, _)| (layout(*cell), *cell));
        remarks
    }

    /// Writes a remark on a cell, or takes it away where the text is blank.
    pub(crate) fn set_remark(&mut self, cell: Cell, text: &str) -> Result<(), BadCell> {
        cell.text(self).ok_or_else(|| BadCell(cell.to_string()))?;
        write_remark(&mut self.remarks, cell.to_string(), text);
        Ok(())
    }

    /// Sets a finding aside for a reason, or, where the reason is blank, takes it up again.
    pub(crate) fn set_finding_aside(
        &mut self,
        code: &str,
        cell: Cell,
        arguments: &Arguments,
        reason: &str,
    ) {
        let path = cell.to_string();
        put_aside(&mut self.set_aside, code, path, arguments, reason);
    }

    pub(crate) fn has_set_aside(&self) -> bool {
        !self.set_aside.is_empty()
    }

    /// Marks the findings that were set aside, and lists them last.
    pub(crate) fn mark_set_aside(&self, findings: &mut [Finding]) {
        mark_aside(&self.set_aside, findings);
    }

    /// Rows moved: what is written about them goes along, or goes with them where they are gone
    /// (`None`).
    pub(crate) fn rows_moved(&mut self, to: impl Fn(usize, usize) -> Option<(usize, usize)>) {
        self.cells_moved(|cell| match cell {
            Cell::Indicator(g, i, field) => to(g, i).map(|(g, i)| Cell::Indicator(g, i, field)),
            other => Some(other),
        });
    }

    /// A goal is gone, and what was written about it.
    pub(crate) fn goal_removed(&mut self, removed: usize) {
        let to = |g: usize| (g != removed).then_some(if g > removed { g - 1 } else { g });
        self.cells_moved(|cell| match cell {
            Cell::Goal(g, field) => Some(Cell::Goal(to(g)?, field)),
            Cell::Indicator(g, i, field) => Some(Cell::Indicator(to(g)?, i, field)),
            other => Some(other),
        });
    }

    fn cells_moved(&mut self, to: impl Fn(Cell) -> Option<Cell>) {
        move_paths(&mut self.remarks, &mut self.set_aside, to);
    }
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
pub(crate) fn mark_aside<C: fmt::Display>(
    list: &[SetAside],
    findings: &mut [crate::finding::Finding<C>],
) {
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
    findings.sort_by_key(crate::finding::Finding::order);
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

/// Where a cell stands from top to bottom: head, execution, goal by goal, and what is below the rows.
fn layout(cell: Cell) -> (u8, usize, bool) {
    match cell {
        Cell::Form(FormField::ClaimedTotal | FormField::Deviation | FormField::Improvement) => {
            (3, 0, false)
        }
        Cell::Form(_) => (0, 0, false),
        Cell::Execution(_) => (1, 0, false),
        Cell::Goal(g, _) => (2, g, false),
        Cell::Indicator(g, ..) => (2, g, true),
    }
}
