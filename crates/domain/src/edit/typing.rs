//! Edits that are typing, key by key.

use super::{Drafting, Edit};
use crate::accounts::{self, Change};
use crate::evaluation::{Cell, RuleCell, Setting};

/// A place that is typed into, key by key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Typing {
    Cell(usize, Cell),
    Remark(usize, Cell),
    Year,
    Setting(Setting),
    Accounts(accounts::Cell),
    AccountsRemark(accounts::Cell),
    Draft(usize, RuleCell),
}

impl Edit {
    /// Bytes by which the file grows at most; `None` of an edit that is no typing.
    pub(crate) fn growth(&self) -> Option<usize> {
        /// A control character is written as six.
        const LONGEST: usize = 6;
        /// What is written around a text: names, paths, blanks, brackets.
        const AROUND: usize = 1_000;
        let (length, times) = match self {
            Edit::SetHeading { rows, text, .. } => (text.len(), *rows),
            Edit::SetCell { text, .. }
            | Edit::SetYear { text }
            | Edit::SetSetting { text, .. }
            | Edit::Draft(Drafting::Set { text, .. })
            | Edit::Accounts(Change::Set { text, .. }) => (text.len(), 1),
            Edit::SetRemark { remark, .. } | Edit::Accounts(Change::SetRemark { remark, .. }) => {
                (remark.typed()?, 1)
            }
            _ => return None,
        };
        let one = length.saturating_mul(LONGEST).saturating_add(AROUND);
        Some(one.saturating_mul(times))
    }

    /// What typing goes on with: edits of one such place are one step of the history.
    pub(crate) fn typing(&self) -> Option<Typing> {
        Some(match self {
            Edit::SetCell { form, cell, .. } => Typing::Cell(*form, *cell),
            Edit::SetHeading {
                form,
                goal,
                first,
                field,
                ..
            } => Typing::Cell(*form, Cell::Indicator(*goal, *first, *field)),
            Edit::SetRemark { form, cell, remark } => {
                remark.typed()?;
                Typing::Remark(*form, *cell)
            }
            Edit::SetYear { .. } => Typing::Year,
            Edit::SetSetting { setting, .. } => Typing::Setting(*setting),
            Edit::Accounts(Change::Set { cell, .. }) => Typing::Accounts(*cell),
            Edit::Draft(Drafting::Set { draft, cell, .. }) => Typing::Draft(*draft, *cell),
            Edit::Accounts(Change::SetRemark { cell, remark }) => {
                remark.typed()?;
                Typing::AccountsRemark(*cell)
            }
            _ => return None,
        })
    }
}
