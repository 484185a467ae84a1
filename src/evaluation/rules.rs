use super::form::Band;
use crate::figure::{Exact, Number};
use crate::quantity::Direction;
use crate::source::Source;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};

/// Decimals a setting may ask for.
pub const MOST_PLACES_SET: u32 = 4;

/// How a place scores its forms in a year. Data: see `rules/`, one file each with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct RuleSet {
    pub id: String,
    pub name: String,
    pub source: Source,
    /// Points of the execution line; the score is these × rate, at most these.
    pub execution_points: Number,
    /// Points of all indicators together.
    pub indicator_points: Number,
    pub categories: Vec<Category>,
    /// Lower bounds of the qualitative bands, percent of the weight, inclusive.
    pub bands_from: Bands,
    /// Grades of the total from the best down; none where the rules give none.
    #[serde(default)]
    pub grades: Vec<Grade>,
    /// From this percentage of the target on, the cause of an over-fulfilment must be explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub far_above: Option<Number>,
    /// Below this execution rate, percent, the cause must be explained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explain_execution_below: Option<Number>,
    /// Whether the cause of every missed target must be explained.
    #[serde(default = "yes")]
    pub explain_missed: bool,
    /// Satisfaction is not asked for: its points go to the other indicators.
    #[serde(default)]
    pub satisfaction_left_out: bool,
    /// Decimals of a rate on the form, 0 to 4.
    #[serde(default = "one_place")]
    pub percent_places: u32,
    /// Decimals a score is rounded to, 0 to 4.
    #[serde(default = "two_places")]
    pub score_places: u32,
    /// What the form prints for a rate of 0 ÷ 0.
    #[serde(default)]
    pub zero_by_zero: ZeroByZero,
    /// Last day for handing in, `2021-06-30`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    pub words: Words,
    /// What else the official form says below the table, a sentence each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// The indicators a new form begins with; their weights are those of all indicators.
    #[serde(default)]
    pub project_template: Vec<TemplateRow>,
}

fn yes() -> bool {
    true
}

fn one_place() -> u32 {
    1
}

fn two_places() -> u32 {
    2
}

/// What a form prints where budget and spending are both zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub enum ZeroByZero {
    /// `—`: there is no rate.
    #[default]
    Dash,
    /// `0.0%`, as many templates have it.
    Zero,
}

/// An indicator of a new form: its place and its weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct TemplateRow {
    pub category: String,
    pub dimension: String,
    pub weight: Number,
}

/// A category and what may stand under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Category {
    pub name: String,
    /// Words by which a typed category is recognised.
    pub stems: Vec<String>,
    /// Its points, where the rules set them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Number>,
    /// Words by which its dimensions are recognised.
    pub dimensions: Vec<String>,
}

/// Lower bounds of two bands; the third begins at 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Bands {
    pub met: Number,
    pub partly: Number,
}

/// A grade and the total it begins at, inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Grade {
    pub name: String,
    pub from: Number,
}

/// The rules in words, as findings and the page cite them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Words {
    pub execution: String,
    pub higher: String,
    pub lower: String,
    pub bands: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub far_above: Option<String>,
}

impl RuleSet {
    /// Decimals of a score, within what can be set: rules that nobody checked may say anything.
    pub(super) fn score_decimals(&self) -> u32 {
        self.score_places.min(MOST_PLACES_SET)
    }

    /// Decimals of a rate, as [`RuleSet::score_decimals`].
    pub(super) fn percent_decimals(&self) -> u32 {
        self.percent_places.min(MOST_PLACES_SET)
    }

    /// Lower and upper bound of a band, percent of the weight. The lower one belongs to the band;
    /// the upper one only to the best.
    pub fn band(&self, band: Band) -> (Number, Number) {
        match band {
            Band::Met => (self.bands_from.met, Number::ONE_HUNDRED),
            Band::Partly => (self.bands_from.partly, self.bands_from.met),
            Band::Unmet => (Number::ZERO, self.bands_from.partly),
        }
    }

    /// The rule that scores a quantitative indicator, in words.
    pub fn words_for(&self, direction: Direction) -> &str {
        match direction {
            Direction::Higher => &self.words.higher,
            Direction::Lower => &self.words.lower,
        }
    }

    /// The category a typed name means, by its stem.
    pub fn category(&self, typed: &str) -> Option<&Category> {
        self.categories.iter().find(|category| {
            category
                .stems
                .iter()
                .any(|stem| typed.contains(stem.as_str()))
        })
    }

    /// The grade of a total; `None` where the rules give none.
    pub fn grade(&self, total: Exact) -> Option<&str> {
        self.grades
            .iter()
            .find(|grade| total >= grade.from)
            .map(|grade| grade.name.as_str())
    }
}

/// The rule sets that come with the program, the default first.
///
/// # Panics
/// Never for the files in `rules/`: a test reads each of them.
pub fn built_in() -> &'static [Arc<RuleSet>] {
    static SETS: OnceLock<Vec<Arc<RuleSet>>> = OnceLock::new();
    SETS.get_or_init(|| {
        [
            include_str!("../../rules/wuhan-2020.json"),
            include_str!("../../rules/mof-2020.json"),
            include_str!("../../rules/sichuan-2023.json"),
            include_str!("../../rules/hubei-2019.json"),
        ]
        .iter()
        .map(|text| serde_json::from_str(text).expect("a rule set of our own reads"))
        .map(Arc::new)
        .collect()
    })
}

/// A built-in rule set by its id.
pub fn rule_set(id: &str) -> Option<&'static Arc<RuleSet>> {
    built_in().iter().find(|set| set.id == id)
}
