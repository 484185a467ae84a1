//! What the settings of a unit come to beside its rule set.

use super::rules::{MOST_PLACES_SET, RuleSet, ZeroByZero};
use crate::date::read_date;
use crate::figure;
use crate::settings::{Setting, Settings};
use std::sync::Arc;

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
        if let Ok(Some(zero)) = word(&self.zero_by_zero, ["dash", "zero"]) {
            own.zero_by_zero = if zero {
                ZeroByZero::Zero
            } else {
                ZeroByZero::Dash
            };
        }
        if let Ok(Some(left_out)) = word(&self.satisfaction, ["required", "leftOut"]) {
            own.satisfaction_left_out = left_out;
        }
        if let Ok(Some(no)) = word(&self.explain_missed, ["yes", "no"]) {
            own.explain_missed = !no;
        }
        match percent(&self.far_above, figure::Number::ONE_HUNDRED, None) {
            Ok(Wish::Is(bound)) => own.far_above = Some(bound),
            Ok(Wish::None) => own.far_above = None,
            _ => {}
        }
        let zero = figure::Number::ZERO;
        match percent(
            &self.explain_execution_below,
            zero,
            Some(figure::Number::ONE_HUNDRED),
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

    /// Decimals of percentages: as set, or else `otherwise`.
    pub fn percent_places(&self, otherwise: u32) -> u32 {
        places(&self.percent_places)
            .ok()
            .flatten()
            .unwrap_or(otherwise)
    }

    /// What is wrong with one setting, in a sentence; `None` where it is blank or can be read.
    pub fn problem(&self, setting: Setting) -> Option<String> {
        let text = self.text(setting);
        let problem = match setting {
            Setting::PercentPlaces | Setting::ScorePlaces => places(text).err(),
            Setting::ZeroByZero => word(text, ["dash", "zero"]).err(),
            Setting::Satisfaction => word(text, ["required", "leftOut"]).err(),
            Setting::ExplainMissed => word(text, ["yes", "no"]).err(),
            Setting::FarAbove => percent(text, figure::Number::ONE_HUNDRED, None).err(),
            Setting::ExplainExecutionBelow => percent(
                text,
                figure::Number::ZERO,
                Some(figure::Number::ONE_HUNDRED),
            )
            .err(),
            Setting::Deadline => deadline(text).err(),
        };
        problem.map(|why| format!("设置“{}”：{why}", setting.label()))
    }

    /// Every setting that cannot be read.
    pub fn problems(&self) -> impl Iterator<Item = String> {
        Setting::ALL
            .iter()
            .filter_map(|setting| self.problem(*setting))
    }
}

fn shown(text: &str) -> String {
    text.trim().chars().take(20).collect()
}

fn places(text: &str) -> Result<Option<u32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = figure::number(text).ok();
    (0..=MOST_PLACES_SET)
        .find(|places| number == Some(figure::Number::from(*places)))
        .map(Some)
        .ok_or_else(|| {
            format!(
                "“{}”不是 0 到 {MOST_PLACES_SET} 的整数，请改正。",
                shown(text)
            )
        })
}

/// Which of two words; `true` for the second.
fn word(text: &str, [first, second]: [&str; 2]) -> Result<Option<bool>, String> {
    match text.trim() {
        "" => Ok(None),
        text if text == first => Ok(Some(false)),
        text if text == second => Ok(Some(true)),
        text => Err(format!("“{}”无法识别，请重新选择。", shown(text))),
    }
}

/// Words by which a threshold is switched off.
fn is_none(text: &str) -> bool {
    matches!(text, "no" | "无" | "不要求" | "没有" | "不限")
}

fn percent(
    text: &str,
    above: figure::Number,
    at_most: Option<figure::Number>,
) -> Result<Wish<figure::Number>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Wish::AsInRules);
    }
    if is_none(text) {
        return Ok(Wish::None);
    }
    let number =
        figure::percent(text).map_err(|error| format!("{error}：请填写百分比，或填“不要求”。"))?;
    if number > above && at_most.is_none_or(|most| number <= most) {
        return Ok(Wish::Is(number));
    }
    let most = at_most.map_or_else(String::new, |most| format!("、不大于 {most}%"));
    Err(format!("“{}”应大于 {above}%{most}，请改正。", shown(text)))
}

fn deadline(text: &str) -> Result<Wish<String>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Wish::AsInRules);
    }
    if is_none(text) {
        return Ok(Wish::None);
    }
    match read_date(text) {
        Some(_) => Ok(Wish::Is(text.to_owned())),
        None => Err(format!(
            "“{}”不是日期，请填写年月日，例如 2021-06-30。",
            shown(text)
        )),
    }
}

/// How a setting works out, in a few words: as the rules have it, and as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// Which setting.
    pub setting: Setting,
    /// What the rule set says.
    pub in_rules: String,
    /// What holds with the setting over it.
    pub now: String,
}

/// Every setting with its effect, `rules` being those without the settings and `now` those with them.
pub fn effects(rules: &RuleSet, now: &RuleSet) -> Vec<Effect> {
    Setting::ALL
        .iter()
        .map(|setting| Effect {
            setting: *setting,
            in_rules: in_words(*setting, rules),
            now: in_words(*setting, now),
        })
        .collect()
}

fn in_words(setting: Setting, rules: &RuleSet) -> String {
    let required = |yes: bool| if yes { "须说明" } else { "不要求说明" }.to_owned();
    let percent = |number: Option<figure::Number>, word: &str| match number {
        Some(number) => format!("{word} {number}% 须说明原因"),
        None => "不要求".to_owned(),
    };
    // A third, at the decimals asked for.
    let third = |places: u32| {
        figure::Quotient::new(&[figure::Number::ONE_HUNDRED], figure::Number::from(3))
            .ok()
            .flatten()
            .and_then(|third| third.round(places).ok())
            .unwrap_or_default()
    };
    match setting {
        Setting::PercentPlaces => {
            let shown =
                figure::display_percent(third(rules.percent_decimals()), rules.percent_decimals());
            format!("{} 位，如 {shown}", rules.percent_decimals())
        }
        Setting::ScorePlaces => {
            format!(
                "{} 位，如 {} 分",
                rules.score_decimals(),
                third(rules.score_decimals())
            )
        }
        Setting::ZeroByZero => match rules.zero_by_zero {
            ZeroByZero::Dash => "印“—”".to_owned(),
            ZeroByZero::Zero => {
                let zero =
                    figure::display_percent(rust_decimal::Decimal::ZERO, rules.percent_decimals());
                format!("印“{zero}”")
            }
        },
        Setting::Satisfaction if rules.satisfaction_left_out => "不评，分值调到其他指标".to_owned(),
        Setting::Satisfaction => "按规则评分".to_owned(),
        Setting::ExplainMissed => required(rules.explain_missed),
        Setting::FarAbove => percent(rules.far_above, "达到目标的"),
        Setting::ExplainExecutionBelow => percent(rules.explain_execution_below, "低于"),
        Setting::Deadline => rules
            .deadline
            .clone()
            .unwrap_or_else(|| "没有规定".to_owned()),
    }
}
