//! Why no sentence says a figure, and what a sentence still needs.

use crate::disclosure::{Missing, Why};
use crate::figure::{Number, grouped};
use crate::measure::Senseless;

pub fn senseless(why: &Senseless) -> String {
    let shown = |number: &Number| grouped(number.decimal());
    match why {
        Senseless::ActualBelowZero(actual) => {
            format!(
                "决算数（执行数） {} 小于零，不写完成的百分比",
                shown(actual)
            )
        }
        Senseless::BudgetBelowZero(budget) => {
            format!("预算数 {} 小于零，不写完成的百分比", shown(budget))
        }
        Senseless::PartBelowZero(part) => format!("部分 {} 小于零，不写占比", shown(part)),
        Senseless::WholeBelowZero(whole) => format!("合计 {} 小于零，不写占比", shown(whole)),
        Senseless::WholeZero => "合计是 0，不写占比".to_owned(),
        Senseless::PartAboveWhole { part, whole } => format!(
            "部分 {} 大于合计 {}，占比超过 100%",
            shown(part),
            shown(whole)
        ),
        Senseless::FellBeyondAll(rate) => {
            format!("下降 {rate}，超过 100%：本年数小于零，不写下降的百分比")
        }
        Senseless::TooLarge => "数值太大，不能精确计算".to_owned(),
        Senseless::TotalTooLarge => "合计太大，不能精确计算".to_owned(),
        Senseless::BelowZero(amount) => format!("{amount} 小于零，标准句子不写负数"),
        Senseless::PartsZero => "合计不是零，各项却都是零".to_owned(),
        Senseless::PartsShort { sum, whole } => format!(
            "各类之和 {} 小于合计 {}，还有没填的行",
            grouped(*sum),
            grouped(*whole)
        ),
    }
}

pub fn missing(missing: &Missing) -> String {
    let name = &missing.name;
    match &missing.why {
        Why::Blank | Why::Reason => format!("待填：{name}"),
        Why::Unreadable(typed) => format!("{name}填的是“{typed}”，读不出"),
        Why::Senseless(why) => format!("{name}：{}", senseless(why)),
    }
}
