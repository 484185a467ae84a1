//! What the settings of a unit come to beside its rule set.

use super::rules::{MOST_PLACES_SET, RuleSet, ZeroByZero};
use crate::date::read_date;
use crate::settings::{Setting, SettingFault, SettingProblem, Settings};
use juesuan_figure::{self as figure, Number, Typed};
use std::sync::Arc;

/// Words that settings choose between: what [`word`] reads, and [`Settings::of`] writes.
const ZERO_BY_ZERO: [&str; 2] = ["dash", "zero"];
const SATISFACTION: [&str; 2] = ["required", "leftOut"];
const EXPLAIN_MISSED: [&str; 2] = ["yes", "no"];

/// What a blank setting, an explicit "none" or a value comes to.
enum Wish<T> {
    AsInRules,
    None,
    Is(T),
}

impl Settings {
    /// The rules as this workbook uses them. A setting that cannot be read leaves the rule as it was
    /// ([`Settings::problems`] says so).
    pub fn over(&self, rules: &Arc<RuleSet>) -> Arc<RuleSet> {
        if self.is_default() {
            return rules.clone();
        }
        let mut own = RuleSet::clone(rules);
        if let Ok(Some(places)) = places(&self.percent_places) {
            own.percent_places = places;
        }
        if let Ok(Some(places)) = places(&self.score_places) {
            own.score_places = places;
        }
        if let Ok(Some(zero)) = word(&self.zero_by_zero, ZERO_BY_ZERO) {
            own.zero_by_zero = if zero {
                ZeroByZero::Zero
            } else {
                ZeroByZero::Dash
            };
        }
        if let Ok(Some(left_out)) = word(&self.satisfaction, SATISFACTION) {
            own.satisfaction_left_out = left_out;
        }
        if let Ok(Some(no)) = word(&self.explain_missed, EXPLAIN_MISSED) {
            own.explain_missed = !no;
        }
        match percent(&self.far_above, Number::ONE_HUNDRED, None) {
            Ok(Wish::Is(bound)) => own.far_above = Some(bound),
            Ok(Wish::None) => own.far_above = None,
            _ => {}
        }
        let zero = Number::ZERO;
        match percent(
            &self.explain_execution_below,
            zero,
            Some(Number::ONE_HUNDRED),
        ) {
            Ok(Wish::Is(floor)) => own.explain_execution_below = Some(floor),
            Ok(Wish::None) => own.explain_execution_below = None,
            _ => {}
        }
        match deadline(&self.deadline) {
            Ok(Wish::Is(date)) => own.deadline = Some(date),
            Ok(Wish::None) => own.deadline = None,
            _ => {}
        }
        Arc::new(own)
    }

    /// What of a rule set can be set, said as it is set.
    pub(super) fn of(rules: &RuleSet) -> Self {
        let bound =
            |bound: Option<Number>| bound.map_or_else(Typed::default, |it| it.to_string().into());
        let chosen = |[first, second]: [&str; 2], is_second| {
            Typed::from(if is_second { second } else { first })
        };
        Settings {
            percent_places: rules.percent_places.to_string().into(),
            score_places: rules.score_places.to_string().into(),
            zero_by_zero: chosen(ZERO_BY_ZERO, rules.zero_by_zero == ZeroByZero::Zero),
            satisfaction: chosen(SATISFACTION, rules.satisfaction_left_out),
            explain_missed: chosen(EXPLAIN_MISSED, !rules.explain_missed),
            far_above: bound(rules.far_above),
            explain_execution_below: bound(rules.explain_execution_below),
            deadline: rules.deadline.clone().unwrap_or_default().into(),
        }
    }

    /// Decimals of percentages: as set, or else `otherwise`.
    pub fn percent_places(&self, otherwise: u32) -> u32 {
        places(&self.percent_places)
            .ok()
            .flatten()
            .unwrap_or(otherwise)
    }

    /// What is wrong with one setting; `None` where it is blank or can be read.
    pub fn problem(&self, setting: Setting) -> Option<SettingProblem> {
        let text = self.text(setting);
        let fault = match setting {
            Setting::PercentPlaces | Setting::ScorePlaces => places(text).err(),
            Setting::ZeroByZero => word(text, ZERO_BY_ZERO).err(),
            Setting::Satisfaction => word(text, SATISFACTION).err(),
            Setting::ExplainMissed => word(text, EXPLAIN_MISSED).err(),
            Setting::FarAbove => percent(text, Number::ONE_HUNDRED, None).err(),
            Setting::ExplainExecutionBelow => {
                percent(text, Number::ZERO, Some(Number::ONE_HUNDRED)).err()
            }
            Setting::Deadline => deadline(text).err(),
        };
        fault.map(|fault| SettingProblem { setting, fault })
    }

    /// Every setting that cannot be read.
    pub fn problems(&self) -> impl Iterator<Item = SettingProblem> {
        Setting::ALL
            .iter()
            .filter_map(|setting| self.problem(*setting))
    }
}

fn shown(text: &str) -> String {
    text.trim().chars().take(20).collect()
}

fn places(text: &str) -> Result<Option<u32>, SettingFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = figure::number(text).ok();
    (0..=MOST_PLACES_SET)
        .find(|places| number == Some(Number::from(*places)))
        .map(Some)
        .ok_or_else(|| SettingFault::Places {
            text: shown(text),
            most: MOST_PLACES_SET,
        })
}

/// Which of two words; `true` for the second.
fn word(text: &str, [first, second]: [&str; 2]) -> Result<Option<bool>, SettingFault> {
    match text.trim() {
        "" => Ok(None),
        text if text == first => Ok(Some(false)),
        text if text == second => Ok(Some(true)),
        text => Err(SettingFault::Word(shown(text))),
    }
}

/// Words by which a threshold is switched off.
fn is_none(text: &str) -> bool {
    matches!(text, "no" | "无" | "不要求" | "没有" | "不限")
}

fn percent(
    text: &str,
    above: Number,
    at_most: Option<Number>,
) -> Result<Wish<Number>, SettingFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Wish::AsInRules);
    }
    if is_none(text) {
        return Ok(Wish::None);
    }
    let number = figure::percent(text).map_err(SettingFault::NoPercentage)?;
    if number > above && at_most.is_none_or(|most| number <= most) {
        return Ok(Wish::Is(number));
    }
    Err(SettingFault::Bounds {
        text: shown(text),
        above,
        most: at_most,
    })
}

fn deadline(text: &str) -> Result<Wish<String>, SettingFault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Wish::AsInRules);
    }
    if is_none(text) {
        return Ok(Wish::None);
    }
    match read_date(text) {
        Some(_) => Ok(Wish::Is(text.to_owned())),
        None => Err(SettingFault::Date(shown(text))),
    }
}

/// How a setting works out: as the rules have it, and as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Which setting.
    pub setting: Setting,
    /// What the rule set says.
    pub in_rules: Effective,
    /// What holds with the setting over it.
    pub now: Effective,
}

/// What a setting comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effective {
    /// Decimals of percentages.
    PercentPlaces(u32),
    /// Decimals of scores.
    ScorePlaces(u32),
    /// 0 ÷ 0 is printed as a dash.
    Dash,
    /// 0 ÷ 0 is printed as 0%, with so many decimals.
    Zero(u32),
    /// Whether forms of these rules ask for satisfaction.
    Satisfaction {
        /// They do not, and nothing is said of its absence.
        left_out: bool,
    },
    /// Whether a missed target must be explained.
    ExplainMissed(bool),
    /// Percent of the target from which on the cause must be explained.
    FarAbove(Option<Number>),
    /// The rate of execution, percent, below which the cause must be explained.
    ExecutionBelow(Option<Number>),
    /// Last day for handing in, as the rules write it; `None` where they set none.
    Deadline(Option<String>),
}

/// Every setting with its effect, `rules` being those without the settings and `now` those with them.
pub fn effects(rules: &RuleSet, now: &RuleSet) -> Vec<Effect> {
    Setting::ALL
        .iter()
        .map(|setting| Effect {
            setting: *setting,
            in_rules: effective(*setting, rules),
            now: effective(*setting, now),
        })
        .collect()
}

fn effective(setting: Setting, rules: &RuleSet) -> Effective {
    match setting {
        Setting::PercentPlaces => Effective::PercentPlaces(rules.percent_decimals()),
        Setting::ScorePlaces => Effective::ScorePlaces(rules.score_decimals()),
        Setting::ZeroByZero => match rules.zero_by_zero {
            ZeroByZero::Dash => Effective::Dash,
            ZeroByZero::Zero => Effective::Zero(rules.percent_decimals()),
        },
        Setting::Satisfaction => Effective::Satisfaction {
            left_out: rules.satisfaction_left_out,
        },
        Setting::ExplainMissed => Effective::ExplainMissed(rules.explain_missed),
        Setting::FarAbove => Effective::FarAbove(rules.far_above),
        Setting::ExplainExecutionBelow => Effective::ExecutionBelow(rules.explain_execution_below),
        Setting::Deadline => Effective::Deadline(rules.deadline.clone()),
    }
}
