//! The changes to accounts, as values.

use super::Reading;
use super::cell::{BadCell, Cell, Column, Fact, FactKind, WorkField};
use super::grid::{Grid, RowAt};
use super::layout::{Layout, Subjects, TableNo};
use super::model::{Accounts, MOST_LINES, Work, line};
use super::path::{self, work};
use super::reckon::reckon;
use super::subjects::{Depth, plain_code};
use super::taking::{Filled, Taking, Target, row_of_work};
use crate::finding::Arguments;
use crate::review::Remarking;
use std::rc::Rc;

/// A change to the accounts of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "fields are named for what they are; rows by their places, counted from 0"
)]
pub enum Change {
    /// Puts a text into a cell.
    Set { cell: Cell, text: String },
    /// Puts a block of cells, row by row, to the right and down from one cell; rows that are not there
    /// yet are added where the table takes any. What reaches beyond the last column is left out.
    Paste { cell: Cell, cells: Vec<Vec<String>> },
    /// What was read from a whole table: cells, by rows of the layout and by codes.
    Fill { table: TableNo, filled: Vec<Filled> },
    /// A blank row at a place.
    AddLine { table: TableNo, at: usize },
    /// Rows for a subject, and for those above it that are not there yet.
    AddSubject { table: TableNo, code: String },
    /// The subjects of another table that are not there yet.
    BringSubjects { table: TableNo, from: TableNo },
    /// Takes away a row that the unit added, and what is remarked on it.
    RemoveLine { table: TableNo, line: usize },
    /// The table has nothing to show, and says so.
    SetNone { table: TableNo, none: bool },
    /// Every row by subject is there, or not all of them are.
    SetComplete { table: TableNo, complete: bool },
    /// Zero in the cells of a table that wait and of which nothing else follows:
    /// [`Reckoned::zeros`](super::Reckoned::zeros).
    FillZeros { table: TableNo },
    /// Zero for those of some facts that are blank: there are no others than those typed.
    FillFacts { facts: Vec<Fact> },
    /// A blank matter of the key work.
    AddWork { at: usize },
    /// Takes away a matter of the key work, and what is remarked on it.
    RemoveWork { row: usize },
    /// A remark on a cell, or what became of it.
    SetRemark { cell: Cell, remark: Remarking },
    /// Leaves a finding as it is for a reason; a blank reason takes it up again.
    SetAside {
        code: &'static str,
        cell: Cell,
        /// What it read: [`Finding::arguments`](crate::finding::Finding::arguments).
        arguments: Arguments,
        reason: String,
    },
}

impl Change {
    /// Where it changes something.
    pub fn spot(&self) -> Cell {
        let total = |table| Cell::Fixed(table, "total", Column::Total);
        match self {
            Change::Set { cell, .. }
            | Change::Paste { cell, .. }
            | Change::SetRemark { cell, .. }
            | Change::SetAside { cell, .. } => *cell,
            Change::AddLine { table, at } => Cell::Line(*table, *at, Column::Code),
            Change::RemoveLine { table, line } => Cell::Line(*table, *line, Column::Code),
            Change::Fill { table, .. }
            | Change::AddSubject { table, .. }
            | Change::BringSubjects { table, .. }
            | Change::SetNone { table, .. }
            | Change::SetComplete { table, .. }
            | Change::FillZeros { table } => total(*table),
            Change::FillFacts { facts } => {
                Cell::Fact(facts.first().copied().unwrap_or(Fact::Functions))
            }
            Change::AddWork { at } => Cell::Work(*at, WorkField::Matter),
            Change::RemoveWork { row } => Cell::Work(*row, WorkField::Matter),
        }
    }
}

impl Accounts {
    /// Applies a change.
    ///
    /// # Errors
    /// [`BadCell`] where it names a row that is not there; what was done before that stands, so apply
    /// it to a copy.
    pub(crate) fn apply(
        &mut self,
        change: &Change,
        layout: &'static Layout,
    ) -> Result<(), BadCell> {
        match change {
            Change::Set { cell, text } => self.set(*cell, text)?,
            Change::Paste { cell, cells } => self.paste(*cell, cells, layout)?,
            Change::Fill { table, filled } => self.fill(*table, filled, layout),
            Change::AddLine { table, at } => self.insert_line(*table, *at)?,
            Change::AddSubject { table, code } => self.add_subject(*table, code, layout)?,
            Change::BringSubjects { table, from } => {
                let codes: Vec<(String, String)> = (0..self.table(*from).lines.len())
                    .map(|line| {
                        (
                            self.table(*from).code(line).into_owned(),
                            self.line_name(layout, *from, line),
                        )
                    })
                    .collect();
                for (code, name) in codes {
                    if !code.is_empty() && !self.is_too_long(*table) {
                        self.line_of(*table, &code, &name, layout);
                    }
                }
            }
            Change::RemoveLine { table, line } => {
                if *line >= self.table(*table).lines.len() {
                    return Err(no_line(*table, *line));
                }
                self.table_mut(*table).lines.remove(*line);
                let gone = *line;
                self.lines_moved(*table, |line| {
                    (line != gone).then_some(line - usize::from(line > gone))
                });
            }
            Change::SetNone { table, none } => self.table_mut(*table).none = *none,
            Change::SetComplete { table, complete } => {
                self.table_mut(*table).complete = *complete;
            }
            Change::FillZeros { table } => self.fill_zeros(*table, layout),
            Change::FillFacts { facts } => {
                for fact in facts {
                    if fact.kind() != FactKind::Text && self.fact(*fact) == Reading::Blank {
                        self.set(Cell::Fact(*fact), "0")?;
                    }
                }
            }
            Change::AddWork { at } => {
                if *at > self.work.len() {
                    return Err(work(*at).into());
                }
                self.work.insert(*at, Rc::new(Work::default()));
                let new = *at;
                self.work_moved(|row| Some(row + usize::from(row >= new)));
            }
            Change::RemoveWork { row } => {
                if *row >= self.work.len() {
                    return Err(work(*row).into());
                }
                self.work.remove(*row);
                let gone = *row;
                self.work_moved(|row| (row != gone).then_some(row - usize::from(row > gone)));
            }
            Change::SetRemark { cell, remark } => self.set_remark(*cell, remark)?,
            Change::SetAside {
                code,
                cell,
                arguments,
                reason,
            } => self.set_finding_aside(code, *cell, arguments, reason),
        }
        Ok(())
    }

    /// Longer than a table may be, which the whole change is refused for: nobody waits for the rest.
    fn is_too_long(&self, table: TableNo) -> bool {
        self.table(table).lines.len() > MOST_LINES
    }

    fn insert_line(&mut self, table: TableNo, at: usize) -> Result<(), BadCell> {
        let lines = self.table(table).lines.len();
        if at > lines {
            return Err(no_line(table, at));
        }
        self.table_mut(table).lines.insert(at, Rc::default());
        self.lines_moved(table, |line| Some(line + usize::from(line >= at)));
        Ok(())
    }

    fn add_subject(
        &mut self,
        table: TableNo,
        code: &str,
        layout: &'static Layout,
    ) -> Result<(), BadCell> {
        let subjects = layout.table(table).lines;
        let subject = subjects.and_then(|subjects| Some((subjects, subjects.named(code)?)));
        let (subjects, subject) = subject.ok_or_else(|| BadCell(code.to_owned()))?;
        for at in self.table_mut(table).add_subject(subjects, subject) {
            self.lines_moved(table, |line| Some(line + usize::from(line >= at)));
        }
        Ok(())
    }

    /// The row of a code; it and those above it are added where they are not there yet.
    fn line_of(
        &mut self,
        no: TableNo,
        code: &str,
        name: &str,
        layout: &'static Layout,
    ) -> Option<usize> {
        if let Some(line) = self.line_with(no, code) {
            return Some(line);
        }
        let subjects = layout.table(no).lines?;
        if subjects.named(code).is_some() && self.add_subject(no, code, layout).is_ok() {
            return self.line_with(no, code);
        }
        // A code we do not know comes last, as it was read.
        let lines = &mut self.table_mut(no).lines;
        lines.push(Rc::new(line(code, name)));
        Some(lines.len() - 1)
    }

    fn fill(&mut self, no: TableNo, filled: &[Filled], layout: &'static Layout) {
        for row in filled {
            if self.is_too_long(no) {
                return;
            }
            match &row.row {
                Target::Fixed(key) => {
                    for (column, text) in &row.cells {
                        // Fixed rows are always there.
                        let _ = self.set(Cell::Fixed(no, key, *column), text);
                    }
                }
                Target::Subject { code, name } => {
                    let Some(line) = self.line_of(no, code, name, layout) else {
                        continue;
                    };
                    for (column, text) in &row.cells {
                        let _ = self.set(Cell::Line(no, line, *column), text);
                    }
                }
            }
        }
        // Whatever was said before: there is something now.
        if !filled.is_empty() {
            self.table_mut(no).none = false;
        }
    }

    /// Puts in what is taken from another workbook.
    ///
    /// # Errors
    /// [`BadCell`], as [`Accounts::apply`] gives.
    pub(crate) fn take(&mut self, taking: &Taking, layout: &'static Layout) -> Result<(), BadCell> {
        for (table, filled) in &taking.tables {
            self.fill(*table, filled, layout);
        }
        for no in &taking.none {
            self.table_mut(*no).none = true;
        }
        for (fact, text) in &taking.facts {
            self.set(Cell::Fact(*fact), text)?;
        }
        for fields in &taking.work {
            let row = row_of_work(self, fields).unwrap_or(self.work.len());
            if row == self.work.len() {
                self.work.push(Rc::new(Work::default()));
            }
            for (field, text) in fields {
                self.set(Cell::Work(row, *field), text)?;
            }
        }
        if let Some(style) = &taking.style {
            self.set(Cell::Style, style)?;
        }
        Ok(())
    }

    fn paste(
        &mut self,
        cell: Cell,
        cells: &[Vec<String>],
        layout: &'static Layout,
    ) -> Result<(), BadCell> {
        let missing = || BadCell(cell.to_string());
        let no = cell.table().ok_or_else(missing)?;
        let grids = Grid::of(layout, no, self.table(no).lines.len());
        let (mut grid, (first, left)) = grids
            .into_iter()
            .find_map(|grid| grid.place(cell).map(|at| (grid, at)))
            .ok_or_else(missing)?;
        let takes_lines = layout.table(no).lines.is_some();
        let total_last = layout.table(no).total_last;
        let code = grid.columns.iter().position(|c| *c == Column::Code);
        let code = code.and_then(|code| code.checked_sub(left));
        for (down, texts) in cells.iter().enumerate() {
            let at = first + down;
            if self.is_too_long(no) {
                break;
            }
            // Below the last row come new ones; above a total that is last, those with a code.
            let new = if total_last {
                let text = code.and_then(|code| texts.get(code));
                let is_subject = text.is_some_and(|text| Depth::of(&plain_code(text)).is_some());
                is_subject && !matches!(grid.rows.get(at), Some(RowAt::Line(_)))
            } else {
                at == grid.rows.len()
            };
            if new {
                let line = self.table(no).lines.len();
                if !takes_lines || self.insert_line(no, line).is_err() {
                    break;
                }
                grid.rows.insert(at.min(grid.rows.len()), RowAt::Line(line));
            }
            for (right, text) in texts.iter().enumerate() {
                if let Some(cell) = grid.cell(at, left + right) {
                    self.set(cell, text)?;
                }
            }
        }
        Ok(())
    }

    fn fill_zeros(&mut self, no: TableNo, layout: &'static Layout) {
        for cell in reckon(self, layout).zeros(self, no) {
            let _ = self.set(cell, "0");
        }
    }

    /// Where a subject came to stand, or stood already.
    pub fn line_with(&self, no: TableNo, code: &str) -> Option<usize> {
        let table = self.table(no);
        (0..table.lines.len()).find(|line| table.code(*line) == code)
    }
}

impl Subjects {
    /// Which tables have rows by these subjects besides `table`, to bring subjects from.
    pub fn other_tables(self, layout: &'static Layout, table: TableNo) -> Vec<TableNo> {
        let with = layout
            .tables
            .iter()
            .filter(|other| other.lines == Some(self));
        with.map(|other| other.no)
            .filter(|other| *other != table)
            .collect()
    }
}

fn no_line(table: TableNo, line: usize) -> BadCell {
    BadCell(path::line(table, line))
}
