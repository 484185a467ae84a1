//! What is wrong with a rule set that somebody wrote.

use super::declare::{Argument, choices};
use crate::settings::SettingProblem;
use juesuan_figure::{Exact, FigureError, Number};

choices! {
    /// A part of a rule set that must be filled in, by its path in a file.
    RulesPart:
    /// What the rules are called in a list.
    Name = "name",
    /// The title of the document that sets the rules.
    SourceTitle = "source.title",
    /// Who issued that document.
    SourceIssuer = "source.issuer",
    /// How the execution of the budget is scored, in words.
    Execution = "words.execution",
    /// The same of indicators of which more is better.
    Higher = "words.higher",
    /// The same of indicators of which less is better.
    Lower = "words.lower",
    /// The bands, in words.
    Bands = "words.bands",
    /// The name of one of the categories of indicators.
    Category = "categories.name",
    /// The name of one of the grades of the total.
    Grade = "grades.name",
}

choices! {
    /// What a number of a rule set should be.
    Should:
    /// 0 or more, without an upper bound.
    NotBelowZero = "at least 0",
    /// More than 100, which itself is not enough.
    AboveHundred = "above 100",
    /// Above 0 and at most 100.
    UpToHundred = "above 0 and at most 100",
}

/// What is wrong with a rule set. Names are those of its parts in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleSetError {
    /// The id is none, or too long.
    Id(String),
    /// A text that must be given is blank; which one.
    Blank(RulesPart),
    /// The points of execution and indicators are not 100 together.
    Points {
        /// Points of the execution line.
        execution: Number,
        /// Points of all indicators.
        indicators: Number,
    },
    /// There is no category.
    NoCategory,
    /// The category of this name has no words it is known by.
    Stems(String),
    /// All categories have points, and these add up to something else.
    Categories {
        /// What they add up to, in points.
        sum: Exact,
        /// The points of all indicators.
        points: Number,
    },
    /// Some categories have points, and these exceed those of the indicators.
    CategoriesAbove {
        /// What they add up to, in points.
        sum: Exact,
        /// The points of all indicators.
        points: Number,
    },
    /// The scale cannot be used.
    Bands(BandsError),
    /// The lower bound of the grade of this name is not below the one before it.
    Grade(String),
    /// A number is outside its bounds.
    Bound {
        /// The name of the field in files.
        name: &'static str,
        /// What it is.
        value: Number,
        /// What it should be.
        should: Should,
    },
    /// Decimals of this name are too many.
    Places(&'static str),
    /// The deadline is no date; what is written.
    Deadline(String),
    /// The weights of the template's rows add up to something else.
    Template {
        /// What they add up to, in points.
        sum: Exact,
        /// The points of all indicators.
        points: Number,
    },
    /// The template has so many rows.
    TemplateLong(usize),
    /// A list is longer than it may be.
    TooMany {
        /// The name of the field in files.
        name: &'static str,
        /// How many there are.
        count: usize,
    },
    /// A number cannot be read, or none is typed.
    Figure(FigureError),
    /// What a workbook can set too cannot be read.
    Setting(SettingProblem),
    /// Another rule set has this id.
    IdTaken(String),
}

/// What is wrong with a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BandsError {
    /// There are too few bands or too many; how many.
    Count(usize),
    /// A key is not made of small letters, digits and hyphens; the key.
    Key(String),
    /// Two bands have one key; the key.
    SameKey(String),
    /// The band of this key has no name.
    NoName(String),
    /// Two bands have one name; the name.
    SameName(String),
    /// These lower bounds do not descend within 0 and 100.
    Bounds(Vec<Number>),
    /// The last band, of this name, does not begin at 0.
    Last(String, Number),
    /// Bands are written in two places that contradict each other.
    Twice,
}

impl From<BandsError> for RuleSetError {
    fn from(error: BandsError) -> Self {
        RuleSetError::Bands(error)
    }
}

impl Argument for RuleSetError {
    fn argument(&self) -> String {
        let named = |name: &str, value: &dyn Argument| format!("{name}: {}", value.argument());
        let apart = |name: &str, sum: &dyn Argument, points: &Number| {
            format!("{name}: {} : {}", sum.argument(), points.argument())
        };
        match self {
            RuleSetError::Id(id) => named("id", id),
            RuleSetError::Blank(part) => named("blank", part),
            RuleSetError::Points {
                execution,
                indicators,
            } => apart("points", execution, indicators),
            RuleSetError::NoCategory => "no-category".to_owned(),
            RuleSetError::Stems(name) => named("stems", name),
            RuleSetError::Categories { sum, points } => apart("categories", sum, points),
            RuleSetError::CategoriesAbove { sum, points } => apart("categories-above", sum, points),
            RuleSetError::Bands(error) => match error {
                BandsError::Count(count) => named("bands", count),
                BandsError::Key(key) => named("band-key", key),
                BandsError::SameKey(key) => named("same-key", key),
                BandsError::NoName(key) => named("band-name", key),
                BandsError::SameName(name) => named("same-name", name),
                BandsError::Bounds(bounds) => named("band-bounds", bounds),
                BandsError::Last(name, from) => format!("last-band: {name} {}", from.argument()),
                BandsError::Twice => "bands-twice".to_owned(),
            },
            RuleSetError::Grade(name) => named("grade", name),
            RuleSetError::Bound { name, value, .. } => named(name, value),
            RuleSetError::Places(name) => named("places", name),
            RuleSetError::Deadline(date) => named("deadline", date),
            RuleSetError::Template { sum, points } => apart("template", sum, points),
            RuleSetError::TemplateLong(rows) => named("template-rows", rows),
            RuleSetError::TooMany { name, count } => named(name, count),
            RuleSetError::Figure(error) => named("figure", error),
            RuleSetError::Setting(problem) => named("setting", &problem.setting.as_str()),
            RuleSetError::IdTaken(id) => named("id-taken", id),
        }
    }
}
