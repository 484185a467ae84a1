//! What is wrong with a setting, and what it comes to.

use super::figures::wrong_mended;
use crate::sample::third;
use juesuan_domain::evaluation::Effective;
pub use juesuan_domain::settings::{Setting, SettingFault, SettingProblem};
use juesuan_figure::{Number, display_percent};
use rust_decimal::Decimal;

/// What a setting is called.
pub(crate) fn setting(setting: &Setting) -> String {
    setting.label().to_owned()
}

pub(crate) fn setting_problem(problem: &SettingProblem) -> String {
    let why = match &problem.fault {
        SettingFault::Places { text, most } => {
            format!("“{text}”不是 0 到 {most} 的整数，请改正。")
        }
        SettingFault::Word(text) => format!("“{text}”无法识别，请重新选择。"),
        SettingFault::NoPercentage(error) => wrong_mended(error, "请填写百分比，或填“不要求”"),
        SettingFault::Bounds { text, above, most } => {
            let most = most.map_or_else(String::new, |most| format!("、不大于 {most}%"));
            format!("“{text}”应大于 {above}%{most}，请改正。")
        }
        SettingFault::Date(text) => format!("“{text}”不是日期，请填写年月日，例如 2021-06-30。"),
    };
    format!("设置“{}”所填{why}", problem.setting.label())
}

/// In a few words.
pub(crate) fn effective(effective: &Effective) -> String {
    let percent = |number: &Option<Number>, word: &str| match number {
        Some(number) => format!("{word} {number}% 须说明原因"),
        None => "不要求".to_owned(),
    };
    match effective {
        Effective::PercentPlaces(places) => {
            let shown = display_percent(third(*places), *places);
            format!("{places} 位，如 {shown}")
        }
        Effective::ScorePlaces(places) => format!("{places} 位，如 {} 分", third(*places)),
        Effective::Dash => "印“—”".to_owned(),
        Effective::Zero(places) => format!("印“{}”", display_percent(Decimal::ZERO, *places)),
        Effective::Satisfaction { left_out: true } => "不评，分值调到其他指标".to_owned(),
        Effective::Satisfaction { left_out: false } => "按规则评分".to_owned(),
        Effective::ExplainMissed(true) => "须说明".to_owned(),
        Effective::ExplainMissed(false) => "不要求说明".to_owned(),
        Effective::FarAbove(number) => percent(number, "达到目标的"),
        Effective::ExecutionBelow(number) => percent(number, "低于"),
        Effective::Deadline(Some(date)) => date.clone(),
        Effective::Deadline(None) => "没有规定".to_owned(),
    }
}
