//! Whether a rule set can be used: somebody may have written it by hand.

use super::bands::{check_bands, is_key};
use super::rule_cell::{CategoryField, GradeField, RuleCell, RuleField, RuleList, TemplateField};
use super::rules::{Category, MOST_PLACES_SET, RuleSet};
use crate::date::read_date;
use crate::finding::{RuleSetError, RulesPart, Should};
use crate::settings::Setting;
use juesuan_figure::{Exact, Number};
use rust_decimal::Decimal;

/// Rows a template may have.
pub const MOST_ROWS: usize = 200;

/// What is wrong with a cell of a rule set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFault {
    /// Where what mends it is typed.
    pub cell: RuleCell,
    /// What is wrong.
    pub error: RuleSetError,
}

impl RuleSet {
    /// Whether the rule set makes sense as a whole.
    ///
    /// # Errors
    /// The first thing that does not, as data.
    pub fn check(&self) -> Result<(), RuleSetError> {
        match self.faults().into_iter().next() {
            Some(fault) => Err(fault.error),
            None => Ok(()),
        }
    }

    /// Everything that does not make sense, each with its cell.
    pub fn faults(&self) -> Vec<RuleFault> {
        let mut faults = Faults::default();
        self.check_counts(&mut faults);
        // What is endless is not looked through.
        if faults.0.is_empty() {
            self.check_names(&mut faults);
            self.check_points(&mut faults);
            self.check_template(&mut faults);
            for (cell, error) in check_bands(&self.bands, self.bands_from.as_ref()) {
                faults.add(cell, error.into());
            }
            self.check_bounds(&mut faults);
        }
        faults.0
    }

    /// What is looked through at every row must not be endless.
    fn check_counts(&self, faults: &mut Faults) {
        let most = |of: fn(&Category) -> usize| self.categories.iter().map(of).max().unwrap_or(0);
        let list = RuleCell::List;
        let counts = [
            (
                list(RuleList::Categories),
                "categories",
                self.categories.len(),
            ),
            (
                list(RuleList::Categories),
                "stems",
                most(|category| category.stems.len()),
            ),
            (
                list(RuleList::Categories),
                "dimensions",
                most(|category| category.dimensions.len()),
            ),
            (list(RuleList::Grades), "grades", self.grades.len()),
            (RuleCell::Whole(RuleField::Notes), "notes", self.notes.len()),
        ];
        for (cell, name, count) in counts {
            if count > MOST_ROWS {
                faults.add(cell, RuleSetError::TooMany { name, count });
            }
        }
    }

    fn check_names(&self, faults: &mut Faults) {
        if !is_key(&self.id) {
            let id = self.id.chars().take(40).collect();
            faults.add(RuleCell::Whole(RuleField::Id), RuleSetError::Id(id));
        }
        let words = &self.words;
        for (text, field, part) in [
            (&self.name, RuleField::Name, RulesPart::Name),
            (
                &self.source.title,
                RuleField::SourceTitle,
                RulesPart::SourceTitle,
            ),
            (
                &self.source.issuer,
                RuleField::SourceIssuer,
                RulesPart::SourceIssuer,
            ),
            (&words.execution, RuleField::Execution, RulesPart::Execution),
            (&words.higher, RuleField::Higher, RulesPart::Higher),
            (&words.lower, RuleField::Lower, RulesPart::Lower),
            (&words.bands, RuleField::Bands, RulesPart::Bands),
        ] {
            if text.trim().is_empty() {
                faults.add(RuleCell::Whole(field), RuleSetError::Blank(part));
            }
        }
        if self.categories.is_empty() {
            faults.add(
                RuleCell::List(RuleList::Categories),
                RuleSetError::NoCategory,
            );
        }
        for (at, category) in self.categories.iter().enumerate() {
            if category.name.trim().is_empty() {
                let cell = RuleCell::Category(at, CategoryField::Name);
                faults.add(cell, RuleSetError::Blank(RulesPart::Category));
            }
            // An empty word would be found in every name.
            let mut stems = category.stems.iter().chain(&category.dimensions);
            if category.stems.is_empty() || stems.any(|stem| stem.trim().is_empty()) {
                let cell = RuleCell::Category(at, CategoryField::Stems);
                faults.add(cell, RuleSetError::Stems(category.name.clone()));
            }
        }
    }

    fn check_points(&self, faults: &mut Faults) {
        let (execution, indicators) = (self.execution_points, self.indicator_points);
        if execution.is_negative()
            || indicators.is_negative()
            || indicators.is_zero()
            || execution.plus(indicators) != Decimal::ONE_HUNDRED
        {
            let error = RuleSetError::Points {
                execution,
                indicators,
            };
            faults.add(RuleCell::Whole(RuleField::IndicatorPoints), error);
        }
        let categories = self.categories.iter().enumerate();
        let parts = categories.filter_map(|(at, category)| {
            let cell = RuleCell::Category(at, CategoryField::Points);
            Some((cell, "categories.points", category.points?))
        });
        let weights = self.project_template.iter().enumerate().map(|(at, row)| {
            let cell = RuleCell::Row(at, TemplateField::Weight);
            (cell, "projectTemplate.weight", row.weight)
        });
        for (cell, name, value) in parts.chain(weights).filter(|(.., n)| n.is_negative()) {
            let error = RuleSetError::Bound {
                name,
                value,
                should: Should::NotBelowZero,
            };
            faults.add(cell, error);
        }
    }

    /// What adds up to the points of the indicators.
    fn check_template(&self, faults: &mut Faults) {
        let points = self.indicator_points;
        let given = self.categories.iter().filter_map(|c| c.points);
        let all = given.clone().count() == self.categories.len();
        let of_categories = sum(given);
        let cell = RuleCell::List(RuleList::Categories);
        if all && !self.categories.is_empty() && of_categories != points {
            let sum = of_categories;
            faults.add(cell, RuleSetError::Categories { sum, points });
        } else if of_categories > points {
            let sum = of_categories;
            faults.add(cell, RuleSetError::CategoriesAbove { sum, points });
        }
        let rows = &self.project_template;
        let cell = RuleCell::List(RuleList::Template);
        if rows.len() > MOST_ROWS {
            faults.add(cell, RuleSetError::TemplateLong(rows.len()));
            return;
        }
        let sum = sum(rows.iter().map(|row| row.weight));
        if !rows.is_empty() && sum != points {
            faults.add(cell, RuleSetError::Template { sum, points });
        }
    }

    fn check_bounds(&self, faults: &mut Faults) {
        let (zero, hundred) = (Number::ZERO, Number::ONE_HUNDRED);
        let mut before = None;
        for (at, grade) in self.grades.iter().enumerate() {
            if grade.name.trim().is_empty() {
                let cell = RuleCell::Grade(at, GradeField::Name);
                faults.add(cell, RuleSetError::Blank(RulesPart::Grade));
            }
            let lower = before.is_none_or(|before| grade.from < before);
            if !lower || grade.from.is_negative() || grade.from > hundred {
                let cell = RuleCell::Grade(at, GradeField::From);
                faults.add(cell, RuleSetError::Grade(grade.name.clone()));
            }
            before = Some(grade.from);
        }
        let mut bound = |setting, name, value, should| {
            let error = RuleSetError::Bound {
                name,
                value,
                should,
            };
            faults.add(RuleCell::Setting(setting), error);
        };
        if let Some(value) = self.far_above.filter(|bound| *bound <= hundred) {
            bound(Setting::FarAbove, "farAbove", value, Should::AboveHundred);
        }
        let floor = self.explain_execution_below;
        if let Some(value) = floor.filter(|floor| *floor <= zero || *floor > hundred) {
            let setting = Setting::ExplainExecutionBelow;
            bound(setting, "explainExecutionBelow", value, Should::UpToHundred);
        }
        for (setting, name, places) in [
            (Setting::PercentPlaces, "percentPlaces", self.percent_places),
            (Setting::ScorePlaces, "scorePlaces", self.score_places),
        ] {
            if places > MOST_PLACES_SET {
                faults.add(RuleCell::Setting(setting), RuleSetError::Places(name));
            }
        }
        if let Some(date) = self
            .deadline
            .as_ref()
            .filter(|date| read_date(date).is_none())
        {
            let date = date.chars().take(20).collect();
            let cell = RuleCell::Setting(Setting::Deadline);
            faults.add(cell, RuleSetError::Deadline(date));
        }
    }
}

#[derive(Default)]
struct Faults(Vec<RuleFault>);

impl Faults {
    fn add(&mut self, cell: RuleCell, error: RuleSetError) {
        self.0.push(RuleFault { cell, error });
    }
}

/// A rule set is bounded, so there is always a sum.
fn sum(numbers: impl Iterator<Item = Number>) -> Exact {
    Exact::sum(numbers).unwrap_or_default()
}
