//! What stands at a place of the workbook, and the edits of one place.

use super::Edit;
use crate::accounts::{self, Change};
use crate::finding::Arguments;
use crate::place::Place;
use crate::workbook::Workbook;

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

    /// The edit that puts a text there.
    pub fn setting(self, text: String) -> Edit {
        match self {
            Place::Form(form, cell) => Edit::SetCell { form, cell, text },
            Place::Accounts(accounts::Cell::Year) => Edit::SetYear { text },
            Place::Accounts(accounts::Cell::Setting(setting)) => Edit::SetSetting { setting, text },
            Place::Accounts(cell) => Edit::Accounts(Change::Set { cell, text }),
        }
    }

    /// The edit that writes a remark on it, or, where the text is blank, takes it away.
    pub fn remarking(self, text: String) -> Edit {
        match self {
            Place::Form(form, cell) => Edit::SetRemark { form, cell, text },
            Place::Accounts(cell) => Edit::Accounts(Change::SetRemark { cell, text }),
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
