//! Whether a rule set can be used: somebody may have written it by hand.

use super::bands::{check_bands, is_key};
use super::rules::{Category, MOST_PLACES_SET, RuleSet};
use crate::date::read_date;
use crate::finding::{RuleSetError, RulesPart, Should};
use juesuan_figure::{Exact, Number};
use rust_decimal::Decimal;

/// Rows a template may have.
pub const MOST_ROWS: usize = 200;

impl RuleSet {
    /// Whether the rule set makes sense as a whole.
    ///
    /// # Errors
    /// The first thing that does not, as data.
    pub fn check(&self) -> Result<(), RuleSetError> {
        self.check_counts()?;
        self.check_names()?;
        self.check_points()?;
        self.check_bounds()
    }

    /// What is looked through at every row must not be endless.
    fn check_counts(&self) -> Result<(), RuleSetError> {
        let most = |of: fn(&Category) -> usize| self.categories.iter().map(of).max().unwrap_or(0);
        let counts = [
            ("categories", self.categories.len()),
            ("stems", most(|category| category.stems.len())),
            ("dimensions", most(|category| category.dimensions.len())),
            ("grades", self.grades.len()),
            ("notes", self.notes.len()),
        ];
        match counts.into_iter().find(|(_, count)| *count > MOST_ROWS) {
            Some((name, count)) => Err(RuleSetError::TooMany { name, count }),
            None => Ok(()),
        }
    }

    fn check_names(&self) -> Result<(), RuleSetError> {
        if !is_key(&self.id) {
            return Err(RuleSetError::Id(self.id.chars().take(40).collect()));
        }
        let words = &self.words;
        for (text, part) in [
            (&self.name, RulesPart::Name),
            (&self.source.title, RulesPart::SourceTitle),
            (&self.source.issuer, RulesPart::SourceIssuer),
            (&words.execution, RulesPart::Execution),
            (&words.higher, RulesPart::Higher),
            (&words.lower, RulesPart::Lower),
            (&words.bands, RulesPart::Bands),
        ] {
            if text.trim().is_empty() {
                return Err(RuleSetError::Blank(part));
            }
        }
        if self.categories.is_empty() {
            return Err(RuleSetError::NoCategory);
        }
        for category in &self.categories {
            if category.name.trim().is_empty() {
                return Err(RuleSetError::Blank(RulesPart::Category));
            }
            // An empty word would be found in every name.
            let stems = category.stems.iter().chain(&category.dimensions);
            if category.stems.is_empty() || stems.clone().any(|stem| stem.trim().is_empty()) {
                return Err(RuleSetError::Stems(category.name.clone()));
            }
        }
        Ok(())
    }

    fn check_points(&self) -> Result<(), RuleSetError> {
        let (execution, indicators) = (self.execution_points, self.indicator_points);
        if execution.is_negative()
            || indicators.is_negative()
            || indicators.is_zero()
            || execution.plus(indicators) != Decimal::ONE_HUNDRED
        {
            return Err(RuleSetError::Points {
                execution,
                indicators,
            });
        }
        let rows = &self.project_template;
        let parts = self.categories.iter().filter_map(|c| c.points);
        let parts = parts.map(|points| ("categories.points", points));
        let weights = rows
            .iter()
            .map(|row| ("projectTemplate.weight", row.weight));
        if let Some((name, value)) = parts.chain(weights).find(|(_, n)| n.is_negative()) {
            return Err(RuleSetError::Bound {
                name,
                value,
                should: Should::NotBelowZero,
            });
        }
        let given = self.categories.iter().filter_map(|c| c.points);
        let all = given.clone().count() == self.categories.len();
        let points = sum(given);
        if all && points != indicators {
            return Err(RuleSetError::Categories {
                sum: points,
                points: indicators,
            });
        }
        if points > indicators {
            return Err(RuleSetError::CategoriesAbove {
                sum: points,
                points: indicators,
            });
        }
        if rows.len() > MOST_ROWS {
            return Err(RuleSetError::TemplateLong(rows.len()));
        }
        let sum = sum(rows.iter().map(|row| row.weight));
        if !rows.is_empty() && sum != indicators {
            return Err(RuleSetError::Template {
                sum,
                points: indicators,
            });
        }
        Ok(())
    }

    fn check_bounds(&self) -> Result<(), RuleSetError> {
        let (zero, hundred) = (Number::ZERO, Number::ONE_HUNDRED);
        check_bands(&self.bands, self.bands_from.as_ref())?;
        let mut before = None;
        for grade in &self.grades {
            if grade.name.trim().is_empty() {
                return Err(RuleSetError::Blank(RulesPart::Grade));
            }
            let lower = before.is_none_or(|before| grade.from < before);
            if !lower || grade.from.is_negative() || grade.from > hundred {
                return Err(RuleSetError::Grade(grade.name.clone()));
            }
            before = Some(grade.from);
        }
        if let Some(value) = self.far_above.filter(|bound| *bound <= hundred) {
            return Err(RuleSetError::Bound {
                name: "farAbove",
                value,
                should: Should::AboveHundred,
            });
        }
        let floor = self.explain_execution_below;
        if let Some(value) = floor.filter(|floor| *floor <= zero || *floor > hundred) {
            return Err(RuleSetError::Bound {
                name: "explainExecutionBelow",
                value,
                should: Should::UpToHundred,
            });
        }
        if self.percent_places > MOST_PLACES_SET {
            return Err(RuleSetError::Places("percentPlaces"));
        }
        if self.score_places > MOST_PLACES_SET {
            return Err(RuleSetError::Places("scorePlaces"));
        }
        match &self.deadline {
            Some(date) if read_date(date).is_none() => {
                Err(RuleSetError::Deadline(date.chars().take(20).collect()))
            }
            _ => Ok(()),
        }
    }
}

/// A rule set is bounded, so there is always a sum.
fn sum(numbers: impl Iterator<Item = Number>) -> Exact {
    Exact::sum(numbers).unwrap_or_default()
}
