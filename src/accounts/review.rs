//! What a reviewer adds to the accounts: findings set aside with a reason, and remarks beside cells.

use super::cell::BadCell;
use super::layout::TableNo;
use super::{Accounts, Cell, Finding};
use crate::finding::Arguments;
use crate::review::{mark_aside, move_paths, put_aside, write_remark};

impl Accounts {
    /// The remarks whose cells are there, in the order of the tables.
    pub fn remarked(&self) -> Vec<(Cell, &str)> {
        let mut remarks: Vec<(Cell, &str)> = self
            .remarks
            .iter()
            .filter_map(|remark| {
                let cell: Cell = remark.path.parse().ok()?;
                self.cell(cell)?;
                let text = remark.text.trim();
                (!text.is_empty()).then_some((cell, text))
            })
            .collect();
        remarks.sort_by_key(|(cell, _)| (cell.table(), *cell));
        remarks
    }

    pub(crate) fn set_remark(&mut self, cell: Cell, text: &str) -> Result<(), BadCell> {
        self.cell(cell).ok_or_else(|| BadCell(cell.to_string()))?;
        write_remark(&mut self.remarks, cell.to_string(), text);
        Ok(())
    }

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

    pub(crate) fn mark_set_aside(&self, findings: &mut [Finding]) {
        mark_aside(&self.set_aside, findings);
    }

    /// Rows of a table moved, or are gone.
    pub(crate) fn lines_moved(&mut self, no: TableNo, to: impl Fn(usize) -> Option<usize>) {
        move_paths(&mut self.remarks, &mut self.set_aside, |cell| match cell {
            Cell::Line(table, line, column) if table == no => {
                to(line).map(|line| Cell::Line(table, line, column))
            }
            other => Some(other),
        });
    }

    /// Rows of the key work moved, or are gone.
    pub(crate) fn work_moved(&mut self, to: impl Fn(usize) -> Option<usize>) {
        move_paths(&mut self.remarks, &mut self.set_aside, |cell| match cell {
            Cell::Work(row, field) => to(row).map(|row| Cell::Work(row, field)),
            other => Some(other),
        });
    }
}
