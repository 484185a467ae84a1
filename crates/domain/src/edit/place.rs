//! What stands at a place of the workbook, and the edits of one place.

use super::Edit;
use crate::accounts::{self, Accounts, Change, Column, WorkField};
use crate::evaluation::{Cell, Form, GoalField};
use crate::finding::Arguments;
use crate::place::Place;
use crate::review::Remarking;
use crate::workbook::Workbook;
use juesuan_figure::Typed;

impl Place {
    /// What is typed there; `None` where there is no such row.
    pub fn text(self, workbook: &Workbook) -> Option<String> {
        match self {
            Place::Form(form, cell) => cell.text(workbook.forms.get(form)?).map(str::to_owned),
            Place::Accounts(accounts::Cell::Year) => Some(workbook.year.to_string()),
            Place::Accounts(accounts::Cell::Setting(setting)) => {
                Some(workbook.settings.text(setting).to_string())
            }
            Place::Accounts(cell) => workbook.accounts.cell(cell).map(ToString::to_string),
        }
    }

    /// The cell itself, or where its row is gone the nearest one that is there.
    #[must_use]
    pub fn nearest(self, workbook: &Workbook) -> Self {
        match self {
            Place::Form(at, cell) => {
                let form = workbook.forms.get(at);
                Place::Form(at, form.map_or(cell, |form| nearest_of_form(form, cell)))
            }
            Place::Accounts(cell) => Place::Accounts(nearest_of_accounts(&workbook.accounts, cell)),
        }
    }

    /// The edit that puts a text there.
    pub fn setting(self, text: String) -> Edit {
        match self {
            Place::Form(form, cell) => Edit::SetCell { form, cell, text },
            Place::Accounts(accounts::Cell::Year) => Edit::SetYear { text },
            Place::Accounts(accounts::Cell::Setting(setting)) => Edit::SetSetting { setting, text },
            Place::Accounts(cell) => Edit::Accounts(Change::Set { cell, text }),
        }
    }

    /// Who signed the remark on it, and its text, as typed; `None` where there is none.
    pub fn remark(self, workbook: &Workbook) -> Option<(&Typed, &Typed)> {
        match self {
            Place::Form(form, cell) => {
                let remark = workbook.forms.get(form)?.remark_on(cell)?;
                Some((&remark.author, &remark.text))
            }
            Place::Accounts(cell) => {
                let remark = workbook.accounts.remark_on(cell)?;
                Some((&remark.author, &remark.text))
            }
        }
    }

    /// The edit that does something to the remark on it.
    pub fn remarking(self, remark: Remarking) -> Edit {
        match self {
            Place::Form(form, cell) => Edit::SetRemark { form, cell, remark },
            Place::Accounts(cell) => Edit::Accounts(Change::SetRemark { cell, remark }),
        }
    }

    /// The edit that sets a finding of it aside for a reason, or, where that is blank, takes it up again.
    pub fn setting_aside(self, code: &'static str, arguments: Arguments, reason: String) -> Edit {
        match self {
            Place::Form(form, cell) => Edit::SetAside {
                form,
                code,
                cell,
                arguments,
                reason,
            },
            Place::Accounts(cell) => Edit::Accounts(Change::SetAside {
                code,
                cell,
                arguments,
                reason,
            }),
        }
    }
}

fn nearest_of_form(form: &Form, cell: Cell) -> Cell {
    let goal_at = |goal: usize| goal.min(form.goals.len().saturating_sub(1));
    match cell {
        Cell::Indicator(goal, row, field) => {
            let goal = goal_at(goal);
            let rows = form.goals.get(goal).map_or(0, |goal| goal.indicators.len());
            match rows.checked_sub(1) {
                Some(last) => Cell::Indicator(goal, row.min(last), field),
                None => Cell::Goal(goal, GoalField::Name),
            }
        }
        Cell::Goal(goal, field) => Cell::Goal(goal_at(goal), field),
        cell => cell,
    }
}

fn nearest_of_accounts(accounts: &Accounts, cell: accounts::Cell) -> accounts::Cell {
    use accounts::Cell;
    match cell {
        Cell::Line(table, line, column) => match accounts.table(table).lines.len().checked_sub(1) {
            Some(last) => Cell::Line(table, line.min(last), column),
            None => Cell::Fixed(table, "total", Column::Total),
        },
        Cell::Work(row, field) => match accounts.work.len().checked_sub(1) {
            Some(last) => Cell::Work(row.min(last), field),
            None => Cell::Work(0, WorkField::Matter),
        },
        cell => cell,
    }
}
