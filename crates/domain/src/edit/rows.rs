//! What edits do to forms and their rows.

use crate::address::BadCell;
use crate::evaluation::{Cell, Form, FormField, Goal, Indicator, goal_named, indicator_named};
use crate::place::form_named;
use crate::workbook::Workbook;
use std::rc::Rc;

impl Goal {
    /// Where the indicator at `row` comes to stand under these headings: behind the last of them, or
    /// of the category, or of all.
    pub(super) fn place_for(&self, row: usize, category: &str, dimension: &str) -> usize {
        let others = || {
            self.indicators
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != row)
        };
        let last = |dimension: Option<&str>| {
            others()
                .filter(|(_, i)| i.category.trim() == category)
                .filter(|(_, i)| dimension.is_none_or(|d| i.dimension.trim() == d))
                .map(|(i, _)| i)
                .next_back()
        };
        let behind = last(Some(dimension)).or_else(|| last(None));
        let behind = behind.unwrap_or(self.indicators.len().saturating_sub(1));
        // The row itself leaves its place first.
        if behind < row { behind + 1 } else { behind }
    }
}

impl Workbook {
    pub(super) fn remove_rule_set(&mut self, id: &str) -> Result<(), BadCell> {
        let before = self.rule_sets.len();
        self.rule_sets.retain(|set| set.id != id);
        if self.rule_sets.len() == before {
            return Err(BadCell(format!("ruleSets[{id}]")));
        }
        if self.rules_named(id).is_some() {
            // A built-in one of the same name takes its place.
            return Ok(());
        }
        if self.rule_set == id {
            self.rule_set.clear();
        }
        for form in &mut self.forms {
            if form.rule_set == id {
                Cell::Form(FormField::RuleSet).set(Rc::make_mut(form), "")?;
            }
        }
        Ok(())
    }

    pub(super) fn move_indicator(
        &mut self,
        form: usize,
        goal: usize,
        row: usize,
        to: usize,
    ) -> Result<(), BadCell> {
        if to >= self.goal(form, goal)?.indicators.len() {
            return Err(no_row(to));
        }
        let moved = self.taken(form, goal, row)?;
        self.goal(form, goal)?.indicators.insert(to, moved);
        self.form(form)?.rows_moved(|g, i| {
            Some(match (g, i) {
                (g, i) if g != goal => (g, i),
                (g, i) if i == row => (g, to),
                (g, i) if row < i && i <= to => (g, i - 1),
                (g, i) if to <= i && i < row => (g, i + 1),
                at => at,
            })
        });
        Ok(())
    }

    /// Takes an indicator out of its goal.
    pub(super) fn taken(
        &mut self,
        form: usize,
        goal: usize,
        row: usize,
    ) -> Result<Rc<Indicator>, BadCell> {
        let goal = self.goal(form, goal)?;
        if row >= goal.indicators.len() {
            return Err(no_row(row));
        }
        Ok(goal.indicators.remove(row))
    }

    pub(super) fn add_indicator(
        &mut self,
        form: usize,
        goal: usize,
        row: usize,
    ) -> Result<(), BadCell> {
        let beside = row.checked_sub(1).unwrap_or(row);
        let headings = self.goal(form, goal)?.indicators.get(beside);
        let added = match headings {
            Some(beside) => Indicator {
                category: beside.category.clone(),
                dimension: beside.dimension.clone(),
                ..Indicator::default()
            },
            None => Indicator::first(),
        };
        self.insert(form, goal, row, added)
    }

    pub(super) fn insert(
        &mut self,
        form: usize,
        goal: usize,
        row: usize,
        indicator: Indicator,
    ) -> Result<(), BadCell> {
        let indicators = &mut self.goal(form, goal)?.indicators;
        if row > indicators.len() {
            return Err(no_row(row));
        }
        indicators.insert(row, Rc::new(indicator));
        self.form(form)?.rows_moved(|g, i| {
            Some(if g == goal && i >= row {
                (g, i + 1)
            } else {
                (g, i)
            })
        });
        Ok(())
    }

    pub(super) fn form(&mut self, form: usize) -> Result<&mut Form, BadCell> {
        self.forms
            .get_mut(form)
            .map(Rc::make_mut)
            .ok_or_else(|| no_form(form))
    }

    pub(super) fn goal(&mut self, form: usize, goal: usize) -> Result<&mut Goal, BadCell> {
        self.form(form)?
            .goals
            .get_mut(goal)
            .ok_or_else(|| goal_named(goal).into())
    }

    pub(super) fn row(
        &mut self,
        form: usize,
        goal: usize,
        row: usize,
    ) -> Result<&mut Indicator, BadCell> {
        self.goal(form, goal)?
            .indicators
            .get_mut(row)
            .map(Rc::make_mut)
            .ok_or_else(|| no_row(row))
    }
}

pub(super) fn no_form(form: usize) -> BadCell {
    form_named(form).into()
}

pub(super) fn no_row(row: usize) -> BadCell {
    indicator_named(row).into()
}
