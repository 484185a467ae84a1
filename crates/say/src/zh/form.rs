//! What is said of one form.

use super::figures::{formula_mend, wrong_mended};
use crate::Told;
use juesuan_domain::finding::{Expected, FormMatter, Missed};
use juesuan_figure::{FigureError, Problem, grouped};

pub(super) fn told(matter: &FormMatter) -> Told {
    use FormMatter as M;
    match matter {
        M::Unreadable {
            error,
            label,
            expected,
        } => unreadable(error, label, *expected),
        M::TooLarge { label } => Told::new(format!(
            "{label}与目标相差过大，得分超出可精确计算的范围：请核对位数。"
        ))
        .remedy("核对位数"),
        M::Missing { label } => {
            Told::new(format!("{label}还没有填写，暂时不能计分。")).remedy(format!("填写{label}"))
        }
        M::Negative { number, label } => Told::new(format!(
            "{label} {} 小于零：请填写不小于零的数。",
            grouped(number.decimal())
        ))
        .remedy("改为不小于零的数"),
        M::Decimals { number, label } => Told::new(format!(
            "{label} {} 万元多于两位小数：决算以万元为单位，保留两位小数。",
            grouped(number.decimal())
        ))
        .remedy("保留两位小数"),
        M::NothingToExecute {} => {
            Told::new("预算数和执行数都是 0，没有执行率：以自填得分计入总分。")
        }
        M::Unbudgeted { actual } => Told::new(format!(
            "预算数为 0，执行数为 {}：无预算支出，请核对预算数（应含调整后的预算）。",
            grouped(actual.decimal())
        ))
        .remedy("核对预算数"),
        M::OverBudget { budget, actual } => Told::new(format!(
            "执行数 {} 大于预算数 {}：预算数应为调整后的全年预算，请核对。",
            grouped(actual.decimal()),
            grouped(budget.decimal())
        ))
        .remedy("核对预算数是否含年中追加"),
        M::ExecutionRate { written, exact } => Told::new(format!(
            "执行率 {written} 与计算不符：执行数 ÷ 预算数 = {exact}，请改为 {exact}。"
        ))
        .remedy(format!("改为 {exact}")),
        M::SpendingParts { sum, whole } => Told::new(format!(
            "基本支出与项目支出之和 {} 不等于整体支出执行数 {}：请核对三个数。",
            grouped(*sum),
            grouped(whole.decimal())
        ))
        .remedy("核对基本支出、项目支出和执行数"),
        M::Weights { sum, points } => {
            let gap = points.checked_sub(*sum).unwrap_or_default();
            let word = if gap.is_negative() {
                "多出"
            } else {
                "还差"
            };
            let (sum, points, gap) = (grouped(*sum), grouped(*points), grouped(gap.abs()));
            Told::new(format!(
                "指标分值合计 {sum}，应为 {points}，{word} {gap} 分：请调整指标分值。"
            ))
            .remedy(format!("把指标分值合计调整为 {points}"))
        }
        M::GoalWeight {
            written,
            sum,
            goal,
            sums_right,
        } => {
            let (written, sum) = (grouped(written.decimal()), grouped(*sum));
            let says = format!(
                "年度目标 {} 写的是 {written} 分，其指标分值合计 {sum} 分",
                goal + 1
            );
            if *sums_right {
                Told::new(format!("{says}：请改为 {sum} 或调整指标分值。"))
                    .remedy(format!("改为 {sum}"))
            } else {
                Told::new(format!("{says}：其他合计也对不上，请先核对指标分值。"))
                    .remedy(format!("核对指标分值，使合计为 {written}"))
            }
        }
        M::HeadingWeight {
            name,
            written,
            sum,
            sums_right,
        } => {
            let (written, sum) = (grouped(written.decimal()), grouped(*sum));
            Told::new(format!(
                "“{name}”写的是 {written} 分，其指标分值合计 {sum} 分：请改正其一。"
            ))
            .remedy(if *sums_right {
                format!("改为 {sum} 分")
            } else {
                format!("核对指标分值，使合计为 {written} 分")
            })
        }
        M::CategoryWeight {
            name,
            sum,
            points,
            rules,
        } => {
            let (sum, points) = (grouped(*sum), grouped(points.decimal()));
            Told::new(format!(
                "{name}分值合计 {sum}，{rules}为 {points}：如有调整请说明理由。"
            ))
            .remedy(format!("调整为 {points} 分，或说明理由"))
        }
        M::SatisfactionMisplaced { under } => {
            let place = if under.is_empty() {
                "其他指标".to_owned()
            } else {
                format!("“{under}”")
            };
            Told::new(format!(
                "满意度应列在“满意度指标”下，现在列在{place}下：请移到满意度指标。"
            ))
            .remedy("移到满意度指标")
        }
        M::Misplaced {
            dimension,
            category,
            belongs,
        } => Told::new(format!(
            "“{dimension}”属于{belongs}，现在列在“{category}”下：请移到{belongs}。"
        ))
        .remedy(format!("移到{belongs}")),
        M::DeviationMissing { names, more } => deviation_missing(names, *more),
        M::DeviationUnneeded {} => {
            Told::new("原因分析提到未完成，而各项目标都已完成：请核对文字与数字。")
                .remedy("核对原因分析")
        }
        M::Placeholder { placeholder, label } => Told::new(format!(
            "{label}里还留着模板的占位文字“{placeholder}”：请改成实际内容。"
        ))
        .remedy("改成实际内容"),
        M::DateUnreadable { date } => Told::new(format!(
            "填报日期“{date}”不是日期：请填写年月日，例如 2021-05-20。"
        ))
        .remedy("填写年月日"),
        M::DateFuture { date, today } => {
            Told::new(format!("填报日期 {date} 晚于今天（{today}）：请核对日期。"))
                .remedy("核对填报日期")
        }
        M::DateLate { date, deadline } => Told::new(format!(
            "填报日期 {date} 晚于截止日期 {deadline}：请核对，或说明迟报原因。"
        )),
        M::TooManyRows { count, most } => Told::new(format!(
            "共有 {count} 条指标，一张表最多 {most} 条：请拆成几张表。"
        ))
        .remedy("拆成几张表"),
        M::WrittenTotal {
            written,
            exact,
            unit,
        } => Told::new(format!(
            "文字中的合计 {written}{unit} 与所列各项之和 {exact}{unit} 不符：请核对。"
        ))
        .remedy(format!("核对文字，或改为 {exact}")),
        M::WrittenRate { written, exact } => Told::new(format!(
            "文字中的完成率 {written} 与所列两数不符，应为 {exact}：请核对。"
        ))
        .remedy(format!("核对文字，或改为 {exact}")),
    }
}

fn unreadable(error: &FigureError, label: &str, expected: Expected) -> Told {
    let (what, example) = match expected {
        Expected::Amount => ("金额（元、万元、亿元）", "1,552.63"),
        Expected::Percentage => ("百分比", "100.0%"),
        Expected::Quantity => ("分数", "350人次 或 97.1%"),
        Expected::Points => ("分数", "8"),
    };
    let mend = match &error.problem {
        Problem::TooLarge => "请核对位数".to_owned(),
        Problem::TooPrecise => "请按需要的位数填写".to_owned(),
        Problem::LookAlike { .. }
        | Problem::Scientific(Some(_))
        | Problem::Brackets(_)
        | Problem::Currency(_) => "请改正".to_owned(),
        Problem::Scientific(None) => "请写出全部数字".to_owned(),
        problem @ (Problem::Formula(_) | Problem::NotWorkedOut(_)) => {
            formula_mend(problem).to_owned()
        }
        Problem::Unit(_) => format!("请填写{what}，例如 {example}"),
        _ => format!("请填写数字，例如 {example}"),
    };
    Told::new(format!("{label}{}", wrong_mended(error, &mend))).remedy(mend)
}

fn deviation_missing(names: &[Missed], more: usize) -> Told {
    let named = names.iter().map(|missed| match missed {
        Missed::Execution => "“预算执行”".to_owned(),
        Missed::Indicator(name) => format!("“{name}”"),
        Missed::Unnamed => "“未命名指标”".to_owned(),
    });
    let list = named.collect::<Vec<_>>().join("、");
    let tail = if more > 0 {
        format!("等 {} 项", names.len() + more)
    } else {
        String::new()
    };
    Told::new(format!(
        "{list}{tail}未完成或偏差较大，还没有说明原因：请填写原因分析。"
    ))
    .remedy("填写偏差或未完成的原因")
}
