//! The figure at a place: as it stands there, and as it comes of a calculation typed in its place.

use crate::accounts::{self, FactKind, WorkField, read_amount};
use crate::assess::Assessment;
use crate::evaluation::{Cell, ExecutionField, FormField, GoalField, IndicatorField};
use crate::place::Place;
use crate::workbook::Workbook;
use juesuan_figure::{self as figure, Exact, FigureError, Formula, Number, formula};

/// What may be typed at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    Amount,
    Points,
    Percent,
    /// A whole number of people, vehicles, times.
    Count,
    /// A figure or words.
    Anything,
    /// Words, and targets, which begin with `=` where they mean "just as much".
    Words,
}

impl Place {
    fn takes(self) -> Takes {
        match self {
            Place::Form(_, cell) => match cell {
                Cell::Form(FormField::BasicSpending | FormField::ProjectSpending)
                | Cell::Execution(ExecutionField::Budget | ExecutionField::Actual) => Takes::Amount,
                Cell::Form(FormField::ClaimedTotal)
                | Cell::Execution(ExecutionField::Claimed)
                | Cell::Goal(_, GoalField::Weight)
                | Cell::Indicator(_, _, IndicatorField::Weight | IndicatorField::Claimed) => {
                    Takes::Points
                }
                Cell::Execution(ExecutionField::Rate) => Takes::Percent,
                Cell::Indicator(_, _, IndicatorField::Actual) => Takes::Anything,
                _ => Takes::Words,
            },
            Place::Accounts(cell) => match cell {
                accounts::Cell::Fact(fact) => match fact.kind() {
                    FactKind::Amount => Takes::Amount,
                    FactKind::Count => Takes::Count,
                    FactKind::Text => Takes::Words,
                },
                accounts::Cell::Work(_, WorkField::ActualValue) => Takes::Anything,
                cell if cell.column().is_some_and(accounts::Column::is_amount) => Takes::Amount,
                _ => Takes::Words,
            },
        }
    }

    /// What a text typed here comes to, where it is a calculation: `=100+20`. Where words may stand too, only what
    /// is certainly meant as one.
    pub fn worked_out(self, text: &str) -> Option<Result<Formula, FigureError>> {
        let worked = match self.takes() {
            Takes::Words => return None,
            _ => formula(text)?,
        };
        let certain = worked.as_ref().is_ok_and(|worked| worked.calculates);
        (certain || self.takes() != Takes::Anything).then_some(worked)
    }

    /// The figure that stands here, typed or worked out from others; none where there is none, or it cannot be
    /// read. Of a table in 万元.
    pub fn figure(self, workbook: &Workbook, assessment: &Assessment) -> Option<Exact> {
        if let Place::Accounts(cell) = self
            && cell.table().is_some()
        {
            let known = assessment.accounts.reckoned.value(cell).known()?;
            return Exact::try_from(known).ok();
        }
        let text = self.text(workbook)?;
        if text.trim().is_empty() {
            return self.computed(assessment);
        }
        let number: Number = match self.takes() {
            Takes::Amount => read_amount(&text),
            Takes::Points => figure::score(&text),
            Takes::Percent => figure::percent(&text),
            Takes::Count | Takes::Anything | Takes::Words => figure::number(&text),
        }
        .ok()?;
        Some(number.into())
    }

    /// The score that stands where none is claimed.
    fn computed(self, assessment: &Assessment) -> Option<Exact> {
        let Place::Form(form, Cell::Indicator(goal, row, IndicatorField::Claimed)) = self else {
            return None;
        };
        let goal = assessment.forms.get(form)?.goals.get(goal)?;
        Exact::try_from(goal.indicators.get(row)?.score?).ok()
    }
}
