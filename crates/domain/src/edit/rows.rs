//! What edits do to forms and their rows.

use crate::address::BadCell;
use crate::evaluation::{
    Cell, Form, FormField, Goal, Indicator, Level, RuleSet, built_in, goal_named, indicator_named,
};
use crate::place::form_named;
use crate::workbook::{Workbook, laid_out};
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

    /// What a new heading is called whose rows stand under `category` now: the next in the rules that
    /// this goal does not have; blank where it has them all.
    fn next_heading(&self, level: Level, category: &str, rules: &RuleSet) -> (String, String) {
        let has = |category: &str, dimension: Option<&str>| {
            self.indicators.iter().any(|indicator| {
                indicator.category.trim() == category
                    && dimension.is_none_or(|dimension| indicator.dimension.trim() == dimension)
            })
        };
        let mut rows = rules.project_template.iter();
        let next = rows.find(|row| match level {
            Level::Category => !has(&row.category, None),
            Level::Dimension => row.category == category && !has(category, Some(&row.dimension)),
        });
        match (next, level) {
            (Some(row), _) => (row.category.clone(), row.dimension.clone()),
            (None, Level::Category) => (String::new(), String::new()),
            (None, Level::Dimension) => (category.to_owned(), String::new()),
        }
    }

    /// How many indicators from `row` on stand under the same heading.
    fn rows_under(&self, row: usize, level: Level) -> usize {
        let Some(first) = self.indicators.get(row) else {
            return 0;
        };
        let under = |other: &&Rc<Indicator>| {
            other.category.trim() == first.category.trim()
                && (level == Level::Category || other.dimension.trim() == first.dimension.trim())
        };
        self.indicators[row..].iter().take_while(under).count()
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

    /// A form once more. What has a name is told from the first by a number.
    pub(super) fn copy_of(&self, form: usize) -> Result<Rc<Form>, BadCell> {
        let mut copy = self.forms.get(form).cloned().ok_or_else(|| no_form(form))?;
        let name = copy.name.trim();
        if name.is_empty() {
            return Ok(copy);
        }
        let plain = name
            .strip_suffix('）')
            .and_then(|name| name.rsplit_once('（'))
            .filter(|(_, number)| number.parse::<u16>().is_ok())
            .map_or(name, |(plain, _)| plain);
        let is_free = |name: &String| self.forms.iter().all(|form| form.name.trim() != name);
        let mut numbered = (2_usize..).map(|number| format!("{plain}（{number}）"));
        if let Some(name) = numbered.find(is_free) {
            Rc::make_mut(&mut copy).name = name.into();
        }
        Ok(copy)
    }

    /// Puts a text into a cell. Where that chooses other rules, a form nobody has begun is laid out by
    /// them.
    pub(super) fn set_cell(&mut self, form: usize, cell: Cell, text: &str) -> Result<(), BadCell> {
        if cell != Cell::Form(FormField::RuleSet) {
            return cell.set(self.form(form)?, text);
        }
        self.relaid(|workbook| cell.set(workbook.form(form)?, text))
    }

    /// Chooses other rules, and lays out by them the forms that are laid out by the rules before and
    /// otherwise untouched: nothing that was typed is lost.
    pub(super) fn relaid(
        &mut self,
        choose: impl FnOnce(&mut Self) -> Result<(), BadCell>,
    ) -> Result<(), BadCell> {
        let by_rules = |workbook: &Self, form: &Form| workbook.rules_of(form).map(|r| laid_out(&r));
        let untouched: Vec<bool> = self
            .forms
            .iter()
            .map(|form| {
                let remarked = !form.remarks.is_empty() || !form.set_aside.is_empty();
                !remarked && by_rules(self, form).is_some_and(|goals| goals == form.goals)
            })
            .collect();
        choose(self)?;
        for (at, untouched) in untouched.into_iter().enumerate() {
            let goals = by_rules(self, &self.forms[at]).filter(|_| untouched);
            if let Some(goals) = goals.filter(|goals| *goals != self.forms[at].goals) {
                self.form(at)?.goals = goals;
            }
        }
        Ok(())
    }

    /// See [`Edit::NewHeading`](crate::Edit::NewHeading); `at` is the form, the goal and the row.
    pub(super) fn new_heading(
        &mut self,
        at: (usize, usize, usize),
        level: Level,
        split: bool,
    ) -> Result<(), BadCell> {
        let (form, goal, row) = at;
        let rules = self.forms.get(form).ok_or_else(|| no_form(form))?;
        let rules = self.rules_of(rules);
        let rules = rules.unwrap_or_else(|| built_in()[0].clone());
        let goal_of = self.goal(form, goal)?;
        let beside = if split { Some(row) } else { row.checked_sub(1) };
        let beside = beside.and_then(|beside| goal_of.indicators.get(beside));
        let under = beside.map_or_else(String::new, |beside| beside.category.trim().to_owned());
        let (category, dimension) = goal_of.next_heading(level, &under, &rules);
        if !split {
            let added = Indicator {
                category: category.as_str().into(),
                dimension: dimension.as_str().into(),
                ..Indicator::default()
            };
            return self.insert(form, goal, row, added);
        }
        let rows = goal_of.rows_under(row, level);
        if rows == 0 {
            return Err(no_row(row));
        }
        for indicator in &mut goal_of.indicators[row..row + rows] {
            let indicator = Rc::make_mut(indicator);
            match level {
                Level::Category => indicator.category = category.as_str().into(),
                Level::Dimension => indicator.dimension = dimension.as_str().into(),
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
