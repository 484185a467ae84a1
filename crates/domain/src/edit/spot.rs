//! Where edits change something.

use super::Edit;
use crate::accounts;
use crate::evaluation::{Cell, IndicatorField, RuleCell};
use crate::workbook::Workbook;

/// Where an edit changes something: what is shown and focused once it is undone or redone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A cell of the form at this place, counted from 0.
    Cell(usize, Cell),
    /// A form as a whole.
    Form(usize),
    /// The year of the accounts.
    Year,
    /// Rule sets and settings.
    Rules,
    /// A rule set that is being written, by its place among them, and a cell of it.
    Draft(usize, Option<RuleCell>),
    /// A cell of the accounts.
    Accounts(accounts::Cell),
}

impl Edit {
    /// Where it changes something, in the workbook it is applied to.
    pub fn spot(&self, workbook: &Workbook) -> Spot {
        let name = |form: &usize, goal: &usize, row: usize| {
            Spot::Cell(*form, Cell::Indicator(*goal, row, IndicatorField::Name))
        };
        match self {
            Edit::SetCell { form, cell, .. }
            | Edit::SetRemark { form, cell, .. }
            | Edit::SetAside { form, cell, .. } => Spot::Cell(*form, *cell),
            Edit::SetCells { form, cells } => match cells.first() {
                Some((cell, _)) => Spot::Cell(*form, *cell),
                None => Spot::Form(*form),
            },
            Edit::SetHeading {
                form,
                goal,
                first,
                field,
                ..
            } => Spot::Cell(*form, Cell::Indicator(*goal, *first, *field)),
            Edit::Paste {
                form,
                goal,
                row,
                field,
                ..
            } => Spot::Cell(*form, Cell::Indicator(*goal, *row, *field)),
            Edit::Bring {
                form, goal, row, ..
            }
            | Edit::SetNature {
                form, goal, row, ..
            }
            | Edit::SetBand {
                form, goal, row, ..
            }
            | Edit::AddIndicator { form, goal, row }
            | Edit::RemoveIndicator { form, goal, row } => name(form, goal, *row),
            Edit::DuplicateIndicator { form, goal, row } => name(form, goal, row + 1),
            Edit::MoveIndicator { form, goal, to, .. } => name(form, goal, *to),
            Edit::PlaceIndicator {
                form,
                goal,
                row,
                category,
                dimension,
            } => {
                let rows = workbook.forms.get(*form).and_then(|f| f.goals.get(*goal));
                let to = rows.map_or(*row, |goal| goal.place_for(*row, category, dimension));
                name(form, goal, to)
            }
            Edit::NewHeading {
                form,
                goal,
                row,
                level,
                ..
            } => Spot::Cell(*form, Cell::Indicator(*goal, *row, level.field())),
            Edit::AddGoal { form } => {
                let goals = workbook.forms.get(*form).map_or(0, |f| f.goals.len());
                name(form, &goals, 0)
            }
            Edit::RemoveGoal { form, goal } => name(form, goal, 0),
            Edit::SetYear { .. } | Edit::NextYear => Spot::Year,
            Edit::AddForm { .. } => Spot::Form(workbook.forms.len()),
            Edit::CopyForm { form } => Spot::Form(form + 1),
            Edit::RemoveForm { form } => Spot::Form(*form),
            Edit::SetRuleSet { .. }
            | Edit::AddRuleSet { .. }
            | Edit::RemoveRuleSet { .. }
            | Edit::SetSetting { .. } => Spot::Rules,
            Edit::Take { accounts, forms } if accounts.is_empty() => {
                let first = forms.first();
                Spot::Form(first.map_or(0, |form| workbook.place_for(form)))
            }
            Edit::Take { accounts, .. } => Spot::Accounts(accounts.spot()),
            Edit::Accounts(change) => Spot::Accounts(change.spot()),
            Edit::Draft(drafting) => drafting.spot(workbook),
        }
    }
}
