//! What is typed in the cells of a form.

use super::cell::{BadCell, Cell, ExecutionField, FormField, GoalField, IndicatorField};
use super::form::{Form, Indicator};
use crate::typed::Typed;
use std::rc::Rc;

impl Cell {
    /// What is typed in the cell; `None` where the form has no such row.
    pub fn text(self, form: &Form) -> Option<&str> {
        Some(match self {
            Cell::Form(FormField::Unit) => &form.unit,
            Cell::Form(FormField::Name) => &form.name,
            Cell::Form(FormField::FilledOn) => &form.filled_on,
            Cell::Form(FormField::BasicSpending) => &form.basic_spending,
            Cell::Form(FormField::ProjectSpending) => &form.project_spending,
            Cell::Form(FormField::Department) => &form.department,
            Cell::Form(FormField::Implementer) => &form.implementer,
            Cell::Form(FormField::ProjectCategory) => &form.project_category,
            Cell::Form(FormField::ProjectAttribute) => &form.project_attribute,
            Cell::Form(FormField::ProjectType) => &form.project_type,
            Cell::Form(FormField::ClaimedTotal) => &form.claimed_total,
            Cell::Form(FormField::Deviation) => &form.deviation,
            Cell::Form(FormField::Improvement) => &form.improvement,
            Cell::Form(FormField::RuleSet) => return Some(&form.rule_set),
            Cell::Execution(ExecutionField::Budget) => &form.execution.budget,
            Cell::Execution(ExecutionField::Actual) => &form.execution.actual,
            Cell::Execution(ExecutionField::Rate) => &form.execution.rate,
            Cell::Execution(ExecutionField::Claimed) => &form.execution.claimed,
            Cell::Goal(g, GoalField::Name) => &form.goals.get(g)?.name,
            Cell::Goal(g, GoalField::Weight) => &form.goals.get(g)?.weight,
            Cell::Indicator(g, i, field) => form.goals.get(g)?.indicators.get(i)?.text(field),
        })
    }

    /// Puts a text into the cell.
    ///
    /// # Errors
    /// [`BadCell`] where the form has no such row; the form is untouched then.
    pub fn set(self, form: &mut Form, text: &str) -> Result<(), BadCell> {
        let missing = || BadCell(self.to_string());
        let slot: &mut Typed = match self {
            Cell::Form(FormField::Unit) => &mut form.unit,
            Cell::Form(FormField::Name) => &mut form.name,
            Cell::Form(FormField::FilledOn) => &mut form.filled_on,
            Cell::Form(FormField::BasicSpending) => &mut form.basic_spending,
            Cell::Form(FormField::ProjectSpending) => &mut form.project_spending,
            Cell::Form(FormField::Department) => &mut form.department,
            Cell::Form(FormField::Implementer) => &mut form.implementer,
            Cell::Form(FormField::ProjectCategory) => &mut form.project_category,
            Cell::Form(FormField::ProjectAttribute) => &mut form.project_attribute,
            Cell::Form(FormField::ProjectType) => &mut form.project_type,
            Cell::Form(FormField::ClaimedTotal) => &mut form.claimed_total,
            Cell::Form(FormField::Deviation) => &mut form.deviation,
            Cell::Form(FormField::Improvement) => &mut form.improvement,
            Cell::Form(FormField::RuleSet) => {
                text.clone_into(&mut form.rule_set);
                return Ok(());
            }
            Cell::Execution(ExecutionField::Budget) => &mut form.execution.budget,
            Cell::Execution(ExecutionField::Actual) => &mut form.execution.actual,
            Cell::Execution(ExecutionField::Rate) => &mut form.execution.rate,
            Cell::Execution(ExecutionField::Claimed) => &mut form.execution.claimed,
            Cell::Goal(g, GoalField::Name) => &mut form.goals.get_mut(g).ok_or_else(missing)?.name,
            Cell::Goal(g, GoalField::Weight) => {
                &mut form.goals.get_mut(g).ok_or_else(missing)?.weight
            }
            Cell::Indicator(g, i, field) => {
                let goal = form.goals.get_mut(g).ok_or_else(missing)?;
                let row = goal.indicators.get_mut(i).ok_or_else(missing)?;
                Rc::make_mut(row).slot(field)
            }
        };
        *slot = Typed::from(text);
        Ok(())
    }
}

impl Indicator {
    /// What is typed in one field.
    pub fn text(&self, field: IndicatorField) -> &Typed {
        match field {
            IndicatorField::Category => &self.category,
            IndicatorField::Dimension => &self.dimension,
            IndicatorField::Name => &self.name,
            IndicatorField::Weight => &self.weight,
            IndicatorField::Target => &self.target,
            IndicatorField::Actual => &self.actual,
            IndicatorField::Claimed => &self.claimed,
            IndicatorField::Awarded => &self.awarded,
        }
    }

    fn slot(&mut self, field: IndicatorField) -> &mut Typed {
        match field {
            IndicatorField::Category => &mut self.category,
            IndicatorField::Dimension => &mut self.dimension,
            IndicatorField::Name => &mut self.name,
            IndicatorField::Weight => &mut self.weight,
            IndicatorField::Target => &mut self.target,
            IndicatorField::Actual => &mut self.actual,
            IndicatorField::Claimed => &mut self.claimed,
            IndicatorField::Awarded => &mut self.awarded,
        }
    }
}
