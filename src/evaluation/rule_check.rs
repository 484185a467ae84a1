//! Whether a rule set can be used: somebody may have written it by hand.

use super::bands::{BandsError, check_bands, is_key};
use super::rules::{Category, MOST_PLACES_SET, RuleSet};
use crate::date::read_date;
use crate::figure::{Exact, Number};
use rust_decimal::Decimal;

/// Rows a template may have.
const MOST_ROWS: usize = 200;

/// What is wrong with a rule set, in a sentence for the one who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleSetError {
    /// Its id is not made of small letters, digits and hyphens; the id.
    #[error("代号 id“{0}”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 wuhan-2020。")]
    Id(String),
    /// A text that must be given is blank: the name of the field, and what it is for.
    #[error("{0} 没有填写：规则集必须写明{1}。")]
    Blank(&'static str, &'static str),
    /// The points of execution and indicators are not 100 together.
    #[error(
        "预算执行 {execution} 分与指标 {indicators} 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。"
    )]
    Points {
        /// Points of the execution line.
        execution: Number,
        /// Points of all indicators.
        indicators: Number,
    },
    /// There is no category.
    #[error("没有一级指标：categories 至少要有一项。")]
    NoCategory,
    /// One of the words by which a category is recognised is blank; the category.
    #[error("一级指标“{0}”没有可供识别的词：stems 里的词不能为空。")]
    Stems(String),
    /// All categories have points, and they are not those of the indicators.
    #[error("各一级指标的分值合计 {sum} 分，不等于指标总分 {points} 分：请改正 points。")]
    Categories {
        /// The points of the categories together.
        sum: Exact,
        /// The points of all indicators.
        points: Number,
    },
    /// Some categories have points, and they exceed those of the indicators.
    #[error("写明的一级指标分值合计 {sum} 分，超过指标总分 {points} 分：请改正 points。")]
    CategoriesAbove {
        /// The points of these categories together.
        sum: Exact,
        /// The points of all indicators.
        points: Number,
    },
    /// The scale cannot be used.
    #[error(transparent)]
    Bands(#[from] BandsError),
    /// A grade does not begin below the one before it, or outside 0 to 100; its name.
    #[error("等级“{0}”的下限应低于前一等级，且在 0 与 100 之间：请改正 grades。")]
    Grade(String),
    /// A number is outside its bounds.
    #[error("{name} 为 {value}，应{should}：请改正。")]
    Bound {
        /// The name of the field in files.
        name: &'static str,
        /// What it is.
        value: Number,
        /// What it should be, in words.
        should: &'static str,
    },
    /// A number of decimals is more than may be asked for; the name of the field in files.
    #[error("{0} 应为 0 到 {MOST_PLACES_SET} 的整数：请改正。")]
    Places(&'static str),
    /// The deadline is no date; what is written.
    #[error("截止日期“{0}”不是日期：请写年月日，例如 2021-06-30。")]
    Deadline(String),
    /// The weights of the template are not the points of all indicators.
    #[error("模板的指标分值合计 {sum} 分，不等于指标总分 {points} 分：请改正 projectTemplate。")]
    Template {
        /// The weights together.
        sum: Exact,
        /// The points of all indicators.
        points: Number,
    },
    /// The template has more rows than it may have; how many.
    #[error("模板有 {0} 行，最多 {MOST_ROWS} 行：请删减 projectTemplate。")]
    TemplateLong(usize),
    /// A list is longer than it may be.
    #[error("{name} 有 {count} 项，最多 {MOST_ROWS} 项：请删减。")]
    TooMany {
        /// What the list is of.
        name: &'static str,
        /// How many there are.
        count: usize,
    },
}

impl RuleSet {
    /// Whether the rule set makes sense as a whole.
    ///
    /// # Errors
    /// The first thing that does not, whose display is the sentence to show.
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
        for (text, field, what) in [
            (&self.name, "name", "名称"),
            (&self.source.title, "source.title", "依据的文件"),
            (&self.source.issuer, "source.issuer", "依据的发文单位"),
            (&words.execution, "words.execution", "预算执行的计分口径"),
            (&words.higher, "words.higher", "正向指标的计分口径"),
            (&words.lower, "words.lower", "反向指标的计分口径"),
            (&words.bands, "words.bands", "定性指标的分档"),
        ] {
            if text.trim().is_empty() {
                return Err(RuleSetError::Blank(field, what));
            }
        }
        if self.categories.is_empty() {
            return Err(RuleSetError::NoCategory);
        }
        for category in &self.categories {
            if category.name.trim().is_empty() {
                return Err(RuleSetError::Blank("categories.name", "一级指标的名称"));
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
                should: "不小于 0",
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
                return Err(RuleSetError::Blank("grades.name", "等级的名称"));
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
                should: "大于 100",
            });
        }
        let floor = self.explain_execution_below;
        if let Some(value) = floor.filter(|floor| *floor <= zero || *floor > hundred) {
            return Err(RuleSetError::Bound {
                name: "explainExecutionBelow",
                value,
                should: "大于 0、不大于 100",
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
