//! What a sentence of the text still needs, and why it says nothing.

use juesuan_domain::disclosure::{Missing, Why};
use juesuan_figure::measure::Senseless;
use juesuan_figure::{display_percent, grouped};

/// As the page says it in the place of the sentence.
pub(crate) fn missing(missing: &Missing) -> String {
    let name = &missing.name;
    match &missing.why {
        Why::Blank | Why::Reason => format!("待填：{name}"),
        Why::Unreadable(typed) => format!("{name}填的是“{typed}”，读不出"),
        Why::Senseless(why) => format!("{name}：{}", senseless(why)),
        Why::Unknown => format!("没有“{name}”这个数字"),
    }
}

/// A part of a sentence, without a full stop.
pub(crate) fn senseless(why: &Senseless) -> String {
    use Senseless as S;
    match why {
        S::ActualBelowZero(n) => {
            let n = grouped(n.decimal());
            format!("决算数（执行数） {n} 小于零，不写完成的百分比")
        }
        S::BudgetBelowZero(n) => {
            format!("预算数 {} 小于零，不写完成的百分比", grouped(n.decimal()))
        }
        S::PartBelowZero(n) => format!("部分 {} 小于零，不写占比", grouped(n.decimal())),
        S::WholeBelowZero(n) => format!("合计 {} 小于零，不写占比", grouped(n.decimal())),
        S::WholeZero => "合计是 0，不写占比".to_owned(),
        S::PartAboveWhole { part, whole } => format!(
            "部分 {} 大于合计 {}，占比超过 100%",
            grouped(part.decimal()),
            grouped(whole.decimal())
        ),
        S::DecreaseAboveAll(rate, places) => {
            let shown = display_percent(*rate, *places);
            format!("下降 {shown}，超过 100%：本年数小于零，不写下降的百分比")
        }
        S::BelowZero(n) => format!("{} 小于零，标准句子不写负数", grouped(n.decimal())),
        S::TooLarge => "数值太大，不能精确计算".to_owned(),
        S::SumTooLarge => "合计太大，不能精确计算".to_owned(),
        S::PartsAreZero => "合计不是零，各项却都是零".to_owned(),
        S::PartsMissing { parts, whole } => format!(
            "各类之和 {} 小于合计 {}，还有没填的行",
            parts.grouped(),
            whole.grouped()
        ),
    }
}
