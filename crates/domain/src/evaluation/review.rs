//! What a reviewer adds to a form.

use super::cell::{BadCell, Cell, FormField};
use super::finding::Finding;
use super::form::Form;
use crate::finding::Arguments;
use crate::review::{
    self, Remarking, mark_aside, move_cells, put_aside, remark_on, remarks_said, write_remark,
};

/// A finding of a form that stays as it is, and why.
pub type SetAside = review::SetAside<Cell>;
/// A reviewer's remark on a cell of a form.
pub type Remark = review::Remark<Cell>;

impl Form {
    /// What was remarked on a cell, blanks around it left away; empty where nothing was.
    pub fn remark(&self, cell: Cell) -> &str {
        self.remark_on(cell).map_or("", |remark| remark.text.trim())
    }

    /// The remark on a cell.
    pub fn remark_on(&self, cell: Cell) -> Option<&Remark> {
        remark_on(&self.remarks, cell)
    }

    /// The remarks whose cells are there, in the order of the form.
    pub fn remarked(&self) -> Vec<(Cell, &str)> {
        let said = remarks_said(&self.remarks);
        let mut remarks: Vec<(Cell, &str)> =
            said.filter(|(cell, _)| cell.text(self).is_some()).collect();
        remarks.sort_by_key(|(cell, _)| (layout(*cell), *cell));
        remarks
    }

    /// Writes a remark on a cell, takes it away, or says what became of it.
    pub(crate) fn set_remark(&mut self, cell: Cell, remark: &Remarking) -> Result<(), BadCell> {
        cell.text(self).ok_or_else(|| BadCell(cell.to_string()))?;
        write_remark(&mut self.remarks, cell, remark);
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
        put_aside(&mut self.set_aside, code, cell, arguments, reason);
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
        move_cells(&mut self.remarks, &mut self.set_aside, to);
    }
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
