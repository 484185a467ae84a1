use super::bands::{Band, BandsFrom, list_bands};
use crate::figure::{Exact, Number};
use crate::quantity::Direction;
use crate::source::Source;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::{Arc, OnceLock};

/// Decimals a setting may ask for.
pub const MOST_PLACES_SET: u32 = 4;

/// How a place scores its forms in a year. Data: see `rules/`, one file each with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
// What is derived reads and writes the fields as they stand; the implementations below add what older
// files are read by.
#[serde(rename_all = "camelCase", remote = "Self")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct RuleSet {
    /// What files and forms know it by: `wuhan-2020`.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The document it is taken from.
    pub source: Source,
    /// Points of the execution line; the score is these × rate, at most these.
    pub execution_points: Number,
    /// Points of all indicators together.
    pub indicator_points: Number,
    /// 一级指标, in the order of the form.
    pub categories: Vec<Category>,
    /// The scale of qualitative indicators, from the best band down.
    #[serde(default)]
    pub bands: Vec<Band>,
    /// The bounds of three bands, as older files wrote them: read into `bands`. Only where both were
    /// written and do not go together do they stay, and the set cannot be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands_from: Option<BandsFrom>,
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
    /// The rules in the words of their document.
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
    /// 一级指标.
    pub category: String,
    /// 二级指标.
    pub dimension: String,
    /// Points.
    pub weight: Number,
}

/// A category and what may stand under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Category {
    /// As the form prints it.
    pub name: String,
    /// Words by which a typed category is recognised.
    pub stems: Vec<String>,
    /// Its points, where the rules set them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Number>,
    /// Words by which its dimensions are recognised.
    pub dimensions: Vec<String>,
}

/// A grade and the total it begins at, inclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Grade {
    /// As the rules call it: `优`.
    pub name: String,
    /// The lowest total of the grade, in points.
    pub from: Number,
}

/// The rules in words, as findings and the page cite them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Words {
    /// How the execution line is scored.
    pub execution: String,
    /// How an indicator is scored of which more is better.
    pub higher: String,
    /// How an indicator is scored of which less is better.
    pub lower: String,
    /// How a qualitative indicator is scored.
    pub bands: String,
    /// What is asked for where a target is far exceeded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub far_above: Option<String>,
}

impl<'de> Deserialize<'de> for RuleSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut rules = RuleSet::deserialize(deserializer)?;
        if rules.bands_from.is_some() {
            let official = rule_set(&rules.id).map(|set| set.bands.as_slice());
            list_bands(&mut rules.bands, &mut rules.bands_from, official);
        }
        Ok(rules)
    }
}

impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RuleSet::serialize(self, serializer)
    }
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

/// Rules of today's shape: to read an older one would ask for the built-in sets.
struct AsItStands(RuleSet);

impl<'de> Deserialize<'de> for AsItStands {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        RuleSet::deserialize(deserializer).map(AsItStands)
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
        .map(|text| juesuan_json::read(text).expect("a rule set of our own reads"))
        .map(|AsItStands(set)| Arc::new(set))
        .collect()
    })
}

/// A built-in rule set by its id.
pub fn rule_set(id: &str) -> Option<&'static Arc<RuleSet>> {
    built_in().iter().find(|set| set.id == id)
}
