//! What is wrong with a setting, and what it comes to.

use super::figures::wrong;
use crate::evaluation::Effective;
use crate::figure::{Number, display_percent};
use crate::say::sample::third;
use crate::settings::{Setting, SettingFault, SettingProblem};
use rust_decimal::Decimal;

/// What a setting is called.
pub(crate) fn setting(setting: &Setting) -> String {
    match setting {
        Setting::PercentPlaces => "Decimals of percentages",
        Setting::ScorePlaces => "Decimals of scores",
        Setting::ZeroByZero => "Execution rate of 0 ÷ 0",
        Setting::Satisfaction => "Satisfaction indicators",
        Setting::ExplainMissed => "Cause of a missed target",
        Setting::FarAbove => "Cause of more than the target, from",
        Setting::ExplainExecutionBelow => "Cause of low execution, below",
        Setting::Deadline => "Last day for handing in",
    }
    .to_owned()
}

pub(crate) fn setting_problem(problem: &SettingProblem) -> String {
    let why = match &problem.fault {
        SettingFault::Places { text, most } => {
            format!("“{text}” is no whole number from 0 to {most}: correct it.")
        }
        SettingFault::Word(text) => format!("“{text}” is not known: choose again."),
        SettingFault::NoPercentage(error) => {
            format!("{}: fill in a percentage, or “no”.", wrong(error))
        }
        SettingFault::Bounds { text, above, most } => {
            let most = most.map_or_else(String::new, |most| format!(" and at most {most}%"));
            format!("“{text}” must be above {above}%{most}: correct it.")
        }
        SettingFault::Date(text) => {
            format!("“{text}” is no date: write year, month and day, such as 2021-06-30.")
        }
    };
    format!("Setting “{}”: {why}", setting(&problem.setting))
}

/// In a few words.
pub(crate) fn effective(effective: &Effective) -> String {
    let percent = |number: &Option<Number>, word: &str| match number {
        Some(number) => format!("cause asked for {word} {number}%"),
        None => "not asked for".to_owned(),
    };
    match effective {
        Effective::PercentPlaces(places) => {
            let shown = display_percent(third(*places), *places);
            format!("{places}, such as {shown}")
        }
        Effective::ScorePlaces(places) => format!("{places}, such as {} points", third(*places)),
        Effective::Dash => "prints “—”".to_owned(),
        Effective::Zero(places) => format!("prints “{}”", display_percent(Decimal::ZERO, *places)),
        Effective::Satisfaction { left_out: true } => {
            "left out, its points go to other indicators".to_owned()
        }
        Effective::Satisfaction { left_out: false } => "scored by the rules".to_owned(),
        Effective::ExplainMissed(true) => "asked for".to_owned(),
        Effective::ExplainMissed(false) => "not asked for".to_owned(),
        Effective::FarAbove(number) => percent(number, "from"),
        Effective::ExecutionBelow(number) => percent(number, "below"),
        Effective::Deadline(Some(date)) => date.clone(),
        Effective::Deadline(None) => "none".to_owned(),
    }
}
