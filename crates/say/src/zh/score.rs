//! What is said of target, actual and points.

use crate::Told;
use juesuan_domain::finding::{Range, ScoreMatter, Strict};
use juesuan_figure::grouped;
use juesuan_figure::working::Working;

pub(super) fn told(matter: &ScoreMatter) -> Told {
    use ScoreMatter as M;
    match matter {
        M::TargetWithoutNumber {} => {
            Told::new("目标值里没有唯一的数字，不能按比例计分：请写成一个数，或改按定性指标评分。")
                .remedy("写明一个数字和单位")
        }
        M::ActualWithoutNumber { actual } => Told::new(format!(
            "目标值是数字，完成值“{actual}”里没有唯一的数字，不能按比例计分：请写明完成的数。"
        ))
        .remedy("写明一个数字和单位"),
        M::ActualOnlyBounded { actual } => Told::new(format!(
            "完成值“{actual}”只说了界限，不是一个确定的数，不能按比例计分：请写明完成的数。"
        ))
        .remedy("写明完成的数"),
        M::PercentAssumed { target } => Told::new(format!(
            "目标值没有写单位，完成值是百分比：已按目标 {target} 比较，请在目标值里写明“%”。"
        ))
        .remedy("在目标值里写明单位"),
        M::Units { target, actual } => Told::new(format!(
            "目标值的单位是{}，完成值的单位是{}，不能比较：请统一单位。",
            unit(target),
            unit(actual)
        ))
        .remedy("统一目标值和完成值的单位"),
        M::PeriodConverted {} => {
            Told::new("目标值和完成值的期间不同，已折算为全年再比较：请确认口径一致。")
                .remedy("写明全年的目标值")
        }
        M::Periods { target, actual } => Told::new(format!(
            "目标值按{target}、完成值按{actual}，不能准确折算：请写成同一期间。"
        ))
        .remedy("统一为全年"),
        M::TakenOver { points } => Told::new(format!(
            "得分无法由目标值和完成值算出，总分暂按自填的 {} 分计入。",
            grouped(*points)
        ))
        .remedy("补充可比较的目标值和完成值，或选择评定档次"),
        M::DegreeOfCompletion {} => Told::new("完成值是百分比，而目标值不是：按完成程度计分。"),
        M::NegativeRatio {} => {
            Told::new("目标值或完成值为负，没有比例可算：达到目标得满分，否则得 0 分。")
        }
        M::JustMissed {
            target,
            actual,
            strict,
        } => {
            let (word, instead) = match strict {
                Strict::Below => ("小于", "不超过"),
                Strict::Above => ("大于", "不低于"),
            };
            Told::new(format!(
                "目标值要求{word} {target}，完成值正好是 {actual}，没有达到，而按比例会得满分：请核对目标是否应为“{instead}”，或自行评分。"
            ))
            .remedy(format!("核对目标是否应为“{instead}”"))
        }
        M::AboveEqual {} => {
            Told::new("目标值写的是“=”，完成值超过了它：按完成计满分，请确认目标不是上限。")
        }
        M::NotZero { actual } => Told::new(format!(
            "目标值写的是“=0”，完成值是 {actual}，没有达到目标，得 0 分：请核对两个数。"
        )),
        M::AboveBareZero { actual } => Told::new(format!(
            "目标值是 0，没有写“≤”，完成值是 {actual}：按越多越好计满分，如果不应发生，请把目标写成“≤0”。"
        )),
        M::FarAbove { bound } => Told::new(format!(
            "完成情况达到目标的 {}% 以上：请在偏差原因分析中说明原因。",
            grouped(bound.decimal())
        ))
        .remedy("在偏差原因分析中说明"),
        M::BandWithoutScore { band, range } => Told::new(format!(
            "定性指标评为“{band}”，还没有得分：请在 {} 之间评定。",
            points_of(range)
        ))
        .remedy("评定得分"),
        M::NothingJudged {} => {
            Told::new("定性指标还没有得分：请选择档次并评定得分。").remedy("评定得分")
        }
        M::ScoreWithoutBand { points } => Told::new(format!(
            "定性指标评定了 {} 分，还没有选择档次，暂时不能计分：请选择档次。",
            grouped(*points)
        ))
        .remedy("选择档次"),
        M::OutsideBand {
            points,
            band,
            range,
        } => {
            let range = points_of(range);
            Told::new(format!(
                "得分 {} 不在“{band}”档内：应在 {range} 之间，请改得分或改档次。",
                grouped(*points)
            ))
            .remedy(format!("改为 {range} 之间的分数"))
        }
        M::BandUnknown { key, rules, names } => Told::new(format!(
            "评分规则“{rules}”没有代号为“{key}”的档次，暂时不能计分：请在“{}”中重新选择，或改用原来的评分规则。",
            names.join("”“")
        ))
        .remedy("重新选择档次"),
        M::Score {
            claimed,
            score,
            working,
        } => {
            let (claimed, score) = (grouped(*claimed), grouped(*score));
            let calculation = match working {
                Working::Nothing => score.clone(),
                working => super::working(working),
            };
            Told::new(format!(
                "得分 {claimed} 与规则不符：{calculation}，请改为 {score} 或说明依据。"
            ))
            .remedy(format!("改为 {score}"))
        }
        M::AboveWeight { claimed, weight } => {
            let (claimed, weight) = (grouped(*claimed), grouped(*weight));
            Told::new(format!(
                "得分 {claimed} 超过分值 {weight}：得分不能高于分值，请改正。"
            ))
            .remedy(format!("改为不超过 {weight}"))
        }
        M::Total {
            claimed,
            total,
            left,
        } => {
            let (claimed, total) = (grouped(*claimed), grouped(*total));
            let own = if *left > 0 {
                format!("（其中 {left} 项按搁置的自填得分）")
            } else {
                String::new()
            };
            Told::new(format!(
                "总分 {claimed} 与计算不符：各项得分合计为 {total}{own}，请改为 {total} 或说明依据。"
            ))
            .remedy(format!("改为 {total}"))
        }
    }
}

fn unit(unit: &str) -> String {
    if unit.is_empty() {
        "（无单位）".to_owned()
    } else {
        format!("“{unit}”")
    }
}

/// `8–10 分`
fn points_of(range: &Range) -> String {
    let end = if range.closed { "" } else { "（不含）" };
    format!("{}–{}{end} 分", range.low, range.high)
}
