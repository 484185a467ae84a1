//! What a reviewer adds to the accounts: findings set aside with a reason, and remarks beside cells.

use super::cell::BadCell;
use super::layout::TableNo;
use super::{Accounts, Cell, Finding};
use crate::finding::Arguments;
use crate::review::{
    Remark, Remarking, mark_aside, move_cells, put_aside, remark_on, remarks_said, write_remark,
};

impl Accounts {
    /// The remark on a cell.
    pub fn remark_on(&self, cell: Cell) -> Option<&Remark<Cell>> {
        remark_on(&self.remarks, cell)
    }

    /// The remarks whose cells are there, in the order of the tables.
    pub fn remarked(&self) -> Vec<(Cell, &str)> {
        let said = remarks_said(&self.remarks);
        let mut remarks: Vec<(Cell, &str)> = said
            .filter(|(cell, _)| self.cell(*cell).is_some())
            .collect();
        remarks.sort_by_key(|(cell, _)| (cell.table(), *cell));
        remarks
    }

    pub(crate) fn set_remark(&mut self, cell: Cell, remark: &Remarking) -> Result<(), BadCell> {
        self.cell(cell).ok_or_else(|| BadCell(cell.to_string()))?;
        write_remark(&mut self.remarks, cell, remark);
        Ok(())
    }

    pub(crate) fn set_finding_aside(
        &mut self,
        code: &str,
        cell: Cell,
        arguments: &Arguments,
        reason: &str,
    ) {
        put_aside(&mut self.set_aside, code, cell, arguments, reason);
    }

    pub(crate) fn mark_set_aside(&self, findings: &mut [Finding]) {
        mark_aside(&self.set_aside, findings);
    }

    /// Rows of a table moved, or are gone.
    pub(crate) fn lines_moved(&mut self, no: TableNo, to: impl Fn(usize) -> Option<usize>) {
        let moved = |cell| match cell {
            Cell::Line(table, line, column) if table == no => {
                to(line).map(|line| Cell::Line(table, line, column))
            }
            other => Some(other),
        };
        move_cells(&mut self.remarks, &mut self.set_aside, moved);
        move_cells(&mut self.last_words, &mut Vec::new(), moved);
    }

    /// Rows of the key work moved, or are gone.
    pub(crate) fn work_moved(&mut self, to: impl Fn(usize) -> Option<usize>) {
        let moved = |cell| match cell {
            Cell::Work(row, field) => to(row).map(|row| Cell::Work(row, field)),
            other => Some(other),
        };
        move_cells(&mut self.remarks, &mut self.set_aside, moved);
        move_cells(&mut self.last_words, &mut Vec::new(), moved);
    }
}
