//! What the line below the view says of what was just done, until something else is done.

use juesuan_domain::accounts::Change;
use juesuan_domain::{Drafting, Edit, Place, Workbook};
use juesuan_exchange::form_title;
use juesuan_figure::{FigureError, Formula, grouped};

/// What there is to say.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    /// A calculation was worked out and its result stands in the cell: `100 + 20`, `120`.
    WorkedOut {
        /// The calculation.
        shown: String,
        /// What it comes to.
        result: String,
    },
    /// A calculation without a result stays in the cell as it was typed.
    NotWorkedOut(FigureError),
    /// Something is gone, and can be had back by undoing.
    Removed(Removed),
}

/// What an edit takes away, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removed {
    /// A form.
    Form(String),
    /// A goal of a form, counted from 1.
    Goal(usize),
    /// An indicator; its name may be empty.
    Indicator(String),
    /// A row of a table, by its subject; may be empty.
    Subject(String),
    /// A matter of the key work; may be empty.
    Matter(String),
    /// Rules that were being written; their name may be empty.
    Rules(String),
}

impl Removed {
    /// What an edit would take away of a workbook; none where it takes nothing.
    pub fn by(edit: &Edit, workbook: &Workbook) -> Option<Self> {
        Some(match edit {
            Edit::RemoveForm { form } => Removed::Form(form_title(workbook.forms.get(*form)?)),
            Edit::Draft(Drafting::Discard { draft }) => {
                Removed::Rules(workbook.rule_drafts.get(*draft)?.name.trim().to_owned())
            }
            Edit::RemoveGoal { goal, .. } => Removed::Goal(goal + 1),
            Edit::RemoveIndicator { form, goal, row } => {
                let goal = workbook.forms.get(*form)?.goals.get(*goal)?;
                Removed::Indicator(goal.indicators.get(*row)?.name.trim().to_owned())
            }
            Edit::Accounts(Change::RemoveLine { table, line }) => {
                let layout = workbook.layout();
                Removed::Subject(workbook.accounts.line_name(layout, *table, *line))
            }
            Edit::Accounts(Change::RemoveWork { row }) => {
                Removed::Matter(workbook.accounts.work.get(*row)?.matter.trim().to_owned())
            }
            _ => return None,
        })
    }
}

/// A cell was left: what is to be typed there in the place of a calculation, and what there is to say. Nothing where
/// no calculation stands there.
pub fn leaving(place: Place, workbook: &Workbook) -> Option<(Option<Edit>, Line)> {
    let worked = place.worked_out(&place.text(workbook)?)?;
    Some(match worked {
        Ok(Formula { shown, result, .. }) => {
            let edit = place.setting(result.to_string());
            let result = grouped(result.decimal());
            (Some(edit), Line::WorkedOut { shown, result })
        }
        Err(error) => (None, Line::NotWorkedOut(error)),
    })
}
