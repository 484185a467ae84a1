//! Every sentence the evaluation says, in one place: a second language is a second file.
//!
//! One mould: what is wrong, what was read, what would mend it.

use super::comparable::Pair;
use super::{
    BandKey, Bounds, Cell, Comparison, Direction, ExecutionField, Finding, Form, FormField,
    GoalField, IndicatorField, Period, Reading, RuleSet, RuleSetError,
};
use crate::figure::{Exact, FigureError, Number, Problem, display_percent, grouped};
use crate::finding::Code;
use crate::quantity::Quantity;
use rust_decimal::Decimal;

/// Where a cell is, for a person: `产出指标 · 编外人员收入同比增幅`, `预算执行`.
pub fn whereabouts(form: &Form, cell: Cell) -> String {
    match cell {
        Cell::Form(field) => field.label().to_owned(),
        Cell::Execution(_) => "预算执行".to_owned(),
        Cell::Goal(g, _) => format!("年度目标 {}", g + 1),
        Cell::Indicator(g, i, _) => {
            let row = form.goals.get(g).and_then(|goal| goal.indicators.get(i));
            let (group, name) = row.map_or(("", ""), |row| {
                let group = if row.dimension.is_blank() {
                    &row.category
                } else {
                    &row.dimension
                };
                (group.trim(), row.name.trim())
            });
            let name = if name.is_empty() {
                format!("第 {} 项指标", i + 1)
            } else {
                name.to_owned()
            };
            if group.is_empty() {
                name
            } else {
                format!("{group} · {name}")
            }
        }
    }
}

pub(super) fn unreadable(cell: Cell, error: &FigureError) -> Finding {
    let example = match cell {
        Cell::Execution(ExecutionField::Budget | ExecutionField::Actual)
        | Cell::Form(FormField::BasicSpending | FormField::ProjectSpending) => "1,552.63",
        Cell::Execution(ExecutionField::Rate) => "100.0%",
        Cell::Indicator(_, _, IndicatorField::Target | IndicatorField::Actual) => {
            "350人次 或 97.1%"
        }
        _ => "8",
    };
    let mend = match &error.problem {
        Problem::TooLarge => "请核对位数".to_owned(),
        Problem::TooPrecise => "请按需要的位数填写".to_owned(),
        Problem::LookAlike { .. }
        | Problem::Scientific(Some(_))
        | Problem::Brackets(_)
        | Problem::Currency(_) => "请改正".to_owned(),
        Problem::Scientific(None) => "请写出全部数字".to_owned(),
        Problem::Unit(_) => format!("请填写{}，例如 {example}", expected(cell)),
        _ => format!("请填写数字，例如 {example}"),
    };
    Finding::new(
        Code::FigureUnreadable,
        cell,
        format!("{}{error}：{mend}。", cell.label()),
    )
    .remedy(mend)
}

fn expected(cell: Cell) -> &'static str {
    match cell {
        Cell::Execution(ExecutionField::Rate) => "百分比",
        Cell::Execution(ExecutionField::Claimed)
        | Cell::Indicator(..)
        | Cell::Goal(..)
        | Cell::Form(FormField::ClaimedTotal) => "分数",
        _ => "金额（元、万元、亿元）",
    }
}

pub(super) fn missing(cell: Cell) -> Finding {
    Finding::new(
        Code::CellMissing,
        cell,
        format!("{}还没有填写，暂时不能计分。", cell.label()),
    )
    .remedy(format!("填写{}", cell.label()))
}

pub(super) fn negative(cell: Cell, number: Number) -> Finding {
    let shown = grouped(number.decimal());
    Finding::new(
        Code::FigureNegative,
        cell,
        format!("{} {shown} 小于零：请填写不小于零的数。", cell.label()),
    )
    .remedy("改为不小于零的数")
}

pub(super) fn amount_decimals(cell: Cell, number: Number) -> Finding {
    let shown = grouped(number.decimal());
    Finding::new(
        Code::AmountDecimals,
        cell,
        format!(
            "{} {shown} 万元多于两位小数：决算以万元为单位，保留两位小数。",
            cell.label()
        ),
    )
    .remedy("保留两位小数")
}

pub(super) fn too_large(cell: Cell) -> Finding {
    Finding::new(
        Code::FigureUnreadable,
        cell,
        format!(
            "{}与目标相差过大，得分超出可精确计算的范围：请核对位数。",
            cell.label()
        ),
    )
    .remedy("核对位数")
}

pub(super) fn execution_not_applicable() -> Finding {
    Finding::new(
        Code::ExecutionNotApplicable,
        Cell::Execution(ExecutionField::Budget),
        "预算数和执行数都是 0，没有执行率：以自填得分计入总分。",
    )
}

pub(super) fn spent_unbudgeted(actual: Number) -> Finding {
    let shown = grouped(actual.decimal());
    Finding::new(
        Code::SpentUnbudgeted,
        Cell::Execution(ExecutionField::Budget),
        format!("预算数为 0，执行数为 {shown}：无预算支出，请核对预算数（应含调整后的预算）。"),
    )
    .remedy("核对预算数")
}

pub(super) fn spent_over_budget(budget: Number, actual: Number) -> Finding {
    let over = actual.minus(budget);
    let (a, b) = (grouped(budget.decimal()), grouped(actual.decimal()));
    Finding::new(
        Code::SpentOverBudget,
        Cell::Execution(ExecutionField::Actual),
        format!("执行数 {b} 大于预算数 {a}：预算数应为调整后的全年预算，请核对。"),
    )
    .working(format!("{b} − {a} = {}", grouped(over)))
    .remedy("核对预算数是否含年中追加")
}

pub(super) fn execution_rate_differs(typed: Number, exact: &str, working: &str) -> Finding {
    let cell = Cell::Execution(ExecutionField::Rate);
    let shown = display_percent(typed.decimal(), typed.decimals().max(1));
    Finding::new(
        Code::ExecutionRateDiffers,
        cell,
        format!("执行率 {shown} 与计算不符：执行数 ÷ 预算数 = {exact}，请改为 {exact}。"),
    )
    .working(working)
    .remedy(format!("改为 {exact}"))
    .mend(cell, exact)
}

pub(super) fn spending_parts(basic: Number, project: Number, whole: Number) -> Finding {
    let sum = basic.plus(project);
    let (b, p, w) = (
        grouped(basic.decimal()),
        grouped(project.decimal()),
        grouped(whole.decimal()),
    );
    Finding::new(
        Code::SpendingParts,
        Cell::Form(FormField::ProjectSpending),
        format!(
            "基本支出与项目支出之和 {} 不等于整体支出执行数 {w}：请核对三个数。",
            grouped(sum)
        ),
    )
    .working(format!("{b} + {p} = {}", grouped(sum)))
    .remedy("核对基本支出、项目支出和执行数")
}

pub(super) fn actual_without_number(
    at: &impl Fn(IndicatorField) -> Cell,
    target: &Reading,
    actual: &str,
) -> Finding {
    let cell = at(IndicatorField::Actual);
    let target_is_words = matches!(target, Reading::Words);
    let message = if target_is_words {
        "目标值里没有唯一的数字，不能按比例计分：请写成一个数，或改按定性指标评分。".to_owned()
    } else {
        let shown: String = actual.trim().chars().take(20).collect();
        format!("目标值是数字，完成值“{shown}”里没有唯一的数字，不能按比例计分：请写明完成的数。")
    };
    Finding::new(Code::ActualWithoutNumber, cell, message).remedy("写明一个数字和单位")
}

/// The actual names a bound and no number: 低于90%.
pub(super) fn actual_only_bounded(at: &impl Fn(IndicatorField) -> Cell, actual: &str) -> Finding {
    let shown: String = actual.trim().chars().take(20).collect();
    Finding::new(
        Code::ActualWithoutNumber,
        at(IndicatorField::Actual),
        format!("完成值“{shown}”只说了界限，不是一个确定的数，不能按比例计分：请写明完成的数。"),
    )
    .remedy("写明完成的数")
}

/// A target without a unit, taken for a percentage.
pub(super) fn percent_assumed(at: &impl Fn(IndicatorField) -> Cell, target: &Quantity) -> Finding {
    let shown = target.display();
    Finding::new(
        Code::UnitMismatch,
        at(IndicatorField::Target),
        format!("目标值没有写单位，完成值是百分比：已按目标 {shown} 比较，请在目标值里写明“%”。"),
    )
    .remedy("在目标值里写明单位")
}

pub(super) fn unit_mismatch(at: &impl Fn(IndicatorField) -> Cell, a: &str, b: &str) -> Finding {
    let named = |unit: &str| {
        if unit.is_empty() {
            "（无单位）".to_owned()
        } else {
            format!("“{unit}”")
        }
    };
    Finding::new(
        Code::UnitMismatch,
        at(IndicatorField::Actual),
        format!(
            "目标值的单位是{}，完成值的单位是{}，不能比较：请统一单位。",
            named(a),
            named(b)
        ),
    )
    .remedy("统一目标值和完成值的单位")
}

pub(super) fn period_converted(at: &impl Fn(IndicatorField) -> Cell, working: &str) -> Finding {
    Finding::new(
        Code::PeriodConverted,
        at(IndicatorField::Target),
        "目标值和完成值的期间不同，已折算为全年再比较：请确认口径一致。",
    )
    .working(working)
    .remedy("写明全年的目标值")
}

pub(super) fn period_mismatch(
    at: &impl Fn(IndicatorField) -> Cell,
    a: Period,
    b: Period,
) -> Finding {
    Finding::new(
        Code::PeriodMismatch,
        at(IndicatorField::Actual),
        format!(
            "目标值按{}、完成值按{}，不能准确折算：请写成同一期间。",
            a.name(),
            b.name()
        ),
    )
    .remedy("统一为全年")
}

pub(super) fn score_taken_over(cell: Cell, points: Decimal) -> Finding {
    Finding::new(
        Code::ScoreTakenOver,
        cell,
        format!(
            "得分无法由目标值和完成值算出，总分暂按自填的 {} 分计入。",
            grouped(points)
        ),
    )
    .remedy("补充可比较的目标值和完成值，或选择评定档次")
}

pub(super) fn degree_of_completion(at: &impl Fn(IndicatorField) -> Cell, working: &str) -> Finding {
    Finding::new(
        Code::DegreeOfCompletion,
        at(IndicatorField::Actual),
        "完成值是百分比，而目标值不是：按完成程度计分。",
    )
    .working(working)
}

pub(super) fn negative_ratio(at: &impl Fn(IndicatorField) -> Cell) -> Finding {
    Finding::new(
        Code::NegativeRatio,
        at(IndicatorField::Actual),
        "目标值或完成值为负，没有比例可算：达到目标得满分，否则得 0 分。",
    )
}

/// How an actual stands to a target that is reached or not.
pub(super) fn sign_between(
    a: &Quantity,
    b: &Quantity,
    direction: Direction,
    reached: bool,
) -> &'static str {
    match (direction, reached) {
        _ if a.number == b.number && (!reached || a.comparison == Some(Comparison::Equal)) => "=",
        _ if !reached && a.comparison == Some(Comparison::Equal) => "≠",
        (Direction::Higher, true) => "≥",
        (Direction::Higher, false) => "<",
        (Direction::Lower, true) => "≤",
        (Direction::Lower, false) => ">",
    }
}

/// The working inside a range: `92.0% 在 90.0%–95.0% 之间，达到目标 → 10`.
pub(super) fn within_range(pair: &Pair, points: Decimal) -> String {
    let high = pair.upper.unwrap_or(pair.target);
    format!(
        "{} 在 {}–{} 之间，达到目标 → {}",
        pair.actual.display(),
        pair.target.display(),
        high.display(),
        grouped(points)
    )
}

/// A strict target, met exactly: the ratio of the rule would be all points.
pub(super) fn just_missed(
    at: &impl Fn(IndicatorField) -> Cell,
    a: &Quantity,
    b: &Quantity,
) -> Finding {
    let (target, actual) = (a.display(), b.display());
    let (word, instead) = match a.comparison {
        Some(Comparison::Below) => ("小于", "不超过"),
        _ => ("大于", "不低于"),
    };
    Finding::new(
        Code::TargetJustMissed,
        at(IndicatorField::Actual),
        format!(
            "目标值要求{word} {target}，完成值正好是 {actual}，没有达到，而按比例会得满分：请核对目标是否应为“{instead}”，或自行评分。"
        ),
    )
    .remedy(format!("核对目标是否应为“{instead}”"))
}

/// The working where reached or not decides.
pub(super) fn reached_working(
    a: &Quantity,
    b: &Quantity,
    sign: &str,
    reached: bool,
    points: Decimal,
) -> String {
    let word = if reached { "达到" } else { "未达到" };
    format!(
        "{} {sign} {}，{word}目标 → {}",
        b.display(),
        a.display(),
        grouped(points)
    )
}

pub(super) fn above_equal_target(at: &impl Fn(IndicatorField) -> Cell) -> Finding {
    Finding::new(
        Code::AboveEqualTarget,
        at(IndicatorField::Actual),
        "目标值写的是“=”，完成值超过了它：按完成计满分，请确认目标不是上限。",
    )
}

/// `=0起`, and one happened.
pub(super) fn not_equal_to_zero(at: &impl Fn(IndicatorField) -> Cell, b: &Quantity) -> Finding {
    let actual = b.display();
    Finding::new(
        Code::AboveEqualTarget,
        at(IndicatorField::Actual),
        format!("目标值写的是“=0”，完成值是 {actual}，没有达到目标，得 0 分：请核对两个数。"),
    )
}

/// A target of zero without a sign, and more than that.
pub(super) fn above_bare_zero(at: &impl Fn(IndicatorField) -> Cell, b: &Quantity) -> Finding {
    let actual = b.display();
    Finding::new(
        Code::AboveEqualTarget,
        at(IndicatorField::Actual),
        format!(
            "目标值是 0，没有写“≤”，完成值是 {actual}：按越多越好计满分，如果不应发生，请把目标写成“≤0”。"
        ),
    )
}

pub(super) fn far_above_target(
    at: &impl Fn(IndicatorField) -> Cell,
    bound: Number,
    rules: &RuleSet,
) -> Finding {
    let finding = Finding::new(
        Code::FarAboveTarget,
        at(IndicatorField::Actual),
        format!(
            "完成情况达到目标的 {}% 以上：请在偏差原因分析中说明原因。",
            grouped(bound.decimal())
        ),
    )
    .remedy("在偏差原因分析中说明");
    match &rules.words.far_above {
        Some(words) => finding.rule(words.as_str()),
        None => finding,
    }
}

pub(super) fn band_working(band: Bounds<'_>, weight: Number, points: Decimal) -> String {
    format!(
        "{}：{} × {}–{}%，评定 {}",
        band.band.name,
        grouped(weight.decimal()),
        grouped(band.low.decimal()),
        grouped(band.high.decimal()),
        grouped(points)
    )
}

pub(super) fn band_without_score(
    at: &impl Fn(IndicatorField) -> Cell,
    band: Option<Bounds<'_>>,
    weight: Number,
    rules: &RuleSet,
) -> Finding {
    let cell = at(IndicatorField::Claimed);
    let message = match band {
        Some(band) => format!(
            "定性指标评为“{}”，还没有得分：请在 {} 之间评定。",
            band.band.name,
            band_range(band, weight)
        ),
        None => "定性指标还没有得分：请选择档次并评定得分。".to_owned(),
    };
    Finding::new(Code::CellMissing, cell, message)
        .rule(rules.words.bands.as_str())
        .remedy("评定得分")
}

/// A qualitative score was given and no band.
pub(super) fn score_without_band(cell: Cell, points: Decimal, rules: &RuleSet) -> Finding {
    let points = grouped(points);
    Finding::new(
        Code::CellMissing,
        cell,
        format!("定性指标评定了 {points} 分，还没有选择档次，暂时不能计分：请选择档次。"),
    )
    .rule(rules.words.bands.as_str())
    .remedy("选择档次")
}

pub(super) fn score_outside_band(
    cell: Cell,
    points: Decimal,
    band: Bounds<'_>,
    weight: Number,
    rules: &RuleSet,
) -> Finding {
    let range = band_range(band, weight);
    Finding::new(
        Code::ScoreOutsideBand,
        cell,
        format!(
            "得分 {} 不在“{}”档内：应在 {range} 之间，请改得分或改档次。",
            grouped(points),
            band.band.name
        ),
    )
    .rule(rules.words.bands.as_str())
    .remedy(format!("改为 {range} 之间的分数"))
}

/// `8–10 分`: the band in points of this weight.
fn band_range(band: Bounds<'_>, weight: Number) -> String {
    let part = |percent: Number| {
        let product = weight.decimal().checked_mul(percent.decimal());
        product.map_or_else(String::new, |p| grouped(p / Decimal::ONE_HUNDRED))
    };
    let end = if band.best { "" } else { "（不含）" };
    format!("{}–{}{end} 分", part(band.low), part(band.high))
}

/// The band chosen is of other rules than those the form is scored by.
pub(super) fn band_unknown(cell: Cell, key: &BandKey, rules: &RuleSet) -> Finding {
    let names: Vec<&str> = rules.bands.iter().map(|band| &*band.name).collect();
    Finding::new(
        Code::BandUnknown,
        cell,
        format!(
            "评分规则“{}”没有代号为“{key}”的档次，暂时不能计分：请在“{}”中重新选择，或改用原来的评分规则。",
            rules.name,
            names.join("”“")
        ),
    )
    .rule(rules.words.bands.as_str())
    .remedy("重新选择档次")
}

pub(super) fn score_differs(
    cell: Cell,
    claimed: Decimal,
    score: Decimal,
    working: &str,
    rule: &str,
) -> Finding {
    let (claimed, score) = (grouped(claimed), grouped(score));
    let calculation = if working.is_empty() {
        score.clone()
    } else {
        working.to_owned()
    };
    Finding::new(
        Code::ScoreDiffers,
        cell,
        format!("得分 {claimed} 与规则不符：{calculation}，请改为 {score} 或说明依据。"),
    )
    .rule(rule)
    .working(working)
    .remedy(format!("改为 {score}"))
    .mend(cell, score)
}

pub(super) fn score_above_weight(cell: Cell, claimed: Decimal, weight: Decimal) -> Finding {
    let (claimed, weight) = (grouped(claimed), grouped(weight));
    Finding::new(
        Code::ScoreAboveWeight,
        cell,
        format!("得分 {claimed} 超过分值 {weight}：得分不能高于分值，请改正。"),
    )
    .remedy(format!("改为不超过 {weight}"))
}

/// `left` of the scores in the total are the unit's own, which somebody left as they are.
pub(super) fn total_differs(claimed: Decimal, total: Exact, working: &str, left: usize) -> Finding {
    let cell = Cell::Form(FormField::ClaimedTotal);
    let (claimed, total) = (grouped(claimed), grouped(total));
    let own = if left > 0 {
        format!("（其中 {left} 项按搁置的自填得分）")
    } else {
        String::new()
    };
    Finding::new(
        Code::TotalDiffers,
        cell,
        format!(
            "总分 {claimed} 与计算不符：各项得分合计为 {total}{own}，请改为 {total} 或说明依据。"
        ),
    )
    .working(working)
    .remedy(format!("改为 {total}"))
    .mend(cell, total)
}

pub(super) fn weights_total(cell: Cell, sum: Exact, points: Exact, working: &str) -> Finding {
    let (sum_text, points_text) = (grouped(sum), grouped(points));
    let gap = points.checked_sub(sum).unwrap_or_default();
    let word = if gap.is_negative() {
        "多出"
    } else {
        "还差"
    };
    let gap = format!("{word} {} 分", grouped(gap.abs()));
    Finding::new(
        Code::WeightsTotal,
        cell,
        format!("指标分值合计 {sum_text}，应为 {points_text}，{gap}：请调整指标分值。"),
    )
    .working(working)
    .remedy(format!("把指标分值合计调整为 {points_text}"))
}

/// `sums_right`: the indicators add up to what they must everywhere else, so that the goal alone is wrong.
pub(super) fn goal_weight(goal: usize, written: Number, sum: Exact, sums_right: bool) -> Finding {
    let cell = Cell::Goal(goal, GoalField::Weight);
    let (written, sum) = (grouped(written.decimal()), grouped(sum));
    let says = format!(
        "年度目标 {} 写的是 {written} 分，其指标分值合计 {sum} 分",
        goal + 1
    );
    let finding = |tail: String| Finding::new(Code::GoalWeight, cell, format!("{says}：{tail}"));
    if sums_right {
        finding(format!("请改为 {sum} 或调整指标分值。"))
            .remedy(format!("改为 {sum}"))
            .mend(cell, sum)
    } else {
        finding("其他合计也对不上，请先核对指标分值。".to_owned())
            .remedy(format!("核对指标分值，使合计为 {written}"))
    }
}

pub(super) fn heading_weight(
    cell: Cell,
    name: &str,
    written: Number,
    sum: Exact,
    sums_right: bool,
) -> Finding {
    let (written, sum) = (grouped(written.decimal()), grouped(sum));
    let remedy = if sums_right {
        format!("改为 {sum} 分")
    } else {
        format!("核对指标分值，使合计为 {written} 分")
    };
    Finding::new(
        Code::HeadingWeight,
        cell,
        format!("“{name}”写的是 {written} 分，其指标分值合计 {sum} 分：请改正其一。"),
    )
    .remedy(remedy)
}

pub(super) fn category_weight(
    cell: Cell,
    name: &str,
    sum: Exact,
    points: Number,
    rules: &RuleSet,
) -> Finding {
    let (sum, points) = (grouped(sum), grouped(points.decimal()));
    Finding::new(
        Code::CategoryWeight,
        cell,
        format!(
            "{name}分值合计 {sum}，{}为 {points}：如有调整请说明理由。",
            rules.name
        ),
    )
    .rule(format!("{}，{}", rules.source.title, rules.source.issuer))
    .remedy(format!("调整为 {points} 分，或说明理由"))
}

pub(super) fn satisfaction_misplaced(cell: Cell, under: &str) -> Finding {
    let where_now = if under.is_empty() {
        "其他指标".to_owned()
    } else {
        format!("“{under}”")
    };
    Finding::new(
        Code::DimensionMisplaced,
        cell,
        format!("满意度应列在“满意度指标”下，现在列在{where_now}下：请移到满意度指标。"),
    )
    .remedy("移到满意度指标")
}

pub(super) fn dimension_misplaced(
    cell: Cell,
    dimension: &str,
    category: &str,
    belongs: &str,
) -> Finding {
    Finding::new(
        Code::DimensionMisplaced,
        cell,
        format!("“{dimension}”属于{belongs}，现在列在“{category}”下：请移到{belongs}。"),
    )
    .remedy(format!("移到{belongs}"))
}

pub(super) fn deviation_missing(names: &[String], more: usize) -> Finding {
    let list = names.join("、");
    let tail = if more > 0 {
        format!("等 {} 项", names.len() + more)
    } else {
        String::new()
    };
    Finding::new(
        Code::DeviationMissing,
        Cell::Form(FormField::Deviation),
        format!("{list}{tail}未完成或偏差较大，还没有说明原因：请填写原因分析。"),
    )
    .remedy("填写偏差或未完成的原因")
}

pub(super) fn deviation_unneeded() -> Finding {
    Finding::new(
        Code::DeviationUnneeded,
        Cell::Form(FormField::Deviation),
        "原因分析提到未完成，而各项目标都已完成：请核对文字与数字。",
    )
    .remedy("核对原因分析")
}

pub(super) fn date_unreadable(text: &str) -> Finding {
    let shown: String = text.trim().chars().take(20).collect();
    Finding::new(
        Code::DateUnreadable,
        Cell::Form(FormField::FilledOn),
        format!("填报日期“{shown}”不是日期：请填写年月日，例如 2021-05-20。"),
    )
    .remedy("填写年月日")
}

pub(super) fn date_future(date: &str, today: &str) -> Finding {
    Finding::new(
        Code::DateFuture,
        Cell::Form(FormField::FilledOn),
        format!("填报日期 {date} 晚于今天（{today}）：请核对日期。"),
    )
    .remedy("核对填报日期")
}

pub(super) fn date_late(date: &str, deadline: &str, rules: &RuleSet) -> Finding {
    Finding::new(
        Code::DateLate,
        Cell::Form(FormField::FilledOn),
        format!("填报日期 {date} 晚于截止日期 {deadline}：请核对，或说明迟报原因。"),
    )
    .rule(format!("{}，{}", rules.source.title, rules.source.issuer))
}

/// A rule set that is not known; `used` scores in its place.
pub fn rule_set_unknown(id: &str, used: &RuleSet) -> Finding {
    let shown: String = id.chars().take(40).collect();
    Finding::new(
        Code::RuleSetUnknown,
        Cell::Form(FormField::RuleSet),
        format!(
            "没有名为“{shown}”的评分规则：已改用“{}”计分，请重新选择规则。",
            used.name
        ),
    )
    .remedy("重新选择评分规则")
}

pub(super) fn form_too_large(count: usize, most: usize) -> Finding {
    Finding::new(
        Code::FormTooLarge,
        Cell::Form(FormField::Name),
        format!("共有 {count} 条指标，一张表最多 {most} 条：请拆成几张表。"),
    )
    .remedy("拆成几张表")
}

/// A setting of the workbook that cannot be read, `problem` being the sentence about it.
pub fn setting_unreadable(problem: String) -> Finding {
    Finding::new(
        Code::SettingUnreadable,
        Cell::Form(FormField::RuleSet),
        problem,
    )
    .remedy("在“评分规则”中改正设置")
}

pub(super) fn project_spending(projects: &[Number], sum: Exact, spending: Number) -> Finding {
    const SHOWN: usize = 6;
    let mut terms: Vec<String> = projects
        .iter()
        .take(SHOWN)
        .map(|n| grouped(n.decimal()))
        .collect();
    if projects.len() > SHOWN {
        terms.push(format!("…（共 {} 项）", projects.len()));
    }
    let (sum, spending) = (grouped(sum), grouped(spending.decimal()));
    Finding::new(
        Code::ProjectSpending,
        Cell::Form(FormField::ProjectSpending),
        format!(
            "各项目自评表的执行数合计 {sum}，项目支出总额是 {spending}：请核对，或补齐项目自评表。"
        ),
    )
    .working(format!("{} = {sum}", terms.join(" + ")))
    .remedy("核对项目支出总额和各项目的执行数")
}

pub(super) fn one_matter(cell: Cell, name: &str, here: &str, other: &str, there: &str) -> Finding {
    Finding::new(
        Code::OneMatterTwoValues,
        cell,
        format!("“{name}”这里是 {here}，在“{other}”里是 {there}：同一事项应只有一个数，请核对。"),
    )
    .remedy("统一同一事项的完成值")
}

/// A rule set that a workbook brings along and that cannot be used; `used` scores in its place, where a form
/// names it.
pub fn rule_set_unusable(rules: &RuleSet, why: &RuleSetError, used: Option<&RuleSet>) -> Finding {
    let name: String = rules.name.trim().chars().take(40).collect();
    let instead = used.map_or_else(String::new, |used| format!("已改用“{}”计分。", used.name));
    Finding::new(
        Code::RuleSetUnusable,
        Cell::Form(FormField::RuleSet),
        format!("文件自带的评分规则“{name}”不能使用：{why}{instead}"),
    )
    .remedy("重新选择评分规则，或改正规则后导入")
}

/// Rules of a workbook under the id of a built-in set: they do not stand for it.
pub fn rule_set_beside(name: &str, official: &RuleSet) -> Finding {
    let name: String = name.trim().chars().take(40).collect();
    Finding::new(
        Code::RuleSetBeside,
        Cell::Form(FormField::RuleSet),
        format!(
            "文件自带一套规则，代号与内置的“{0}”（{1}）相同而内容不同：已改称“{name}”，凡写明 {1} 的表都按内置规则计分；确要使用，请在“评分规则”中选择。",
            official.name, official.id
        ),
    )
    .remedy("核对文件的来源，不用的规则可以删除")
}
