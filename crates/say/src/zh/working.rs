//! How a figure was worked out.

use juesuan_figure::grouped;
use juesuan_figure::working::{NoRate, Sum, Working, mean, push_terms, side};

pub(crate) fn working(working: &Working) -> String {
    match working {
        Working::Ratio { .. } | Working::Degree { .. } if working.is_capped() => {
            working.signs() + "（不超过权重）"
        }
        Working::Within {
            actual,
            low,
            high,
            points,
        } => {
            let points = grouped(*points);
            format!("{actual} 在 {low}–{high} 之间，达到目标 → {points}")
        }
        Working::Reached {
            actual,
            sign,
            target,
            reached,
            points,
        } => {
            let word = if *reached { "达到" } else { "未达到" };
            let (sign, points) = (sign.as_str(), grouped(*points));
            format!("{actual} {sign} {target}，{word}目标 → {points}")
        }
        Working::Band {
            name,
            weight,
            low,
            high,
            points,
        } => {
            let [weight, low, high] = [weight, low, high].map(|n| grouped(n.decimal()));
            let points = grouped(*points);
            format!("{name}：{weight} × {low}–{high}%，评定 {points}")
        }
        Working::Conversion(sides) => {
            let [target, actual] = &**sides;
            format!("目标 {}；完成 {}", side(target), side(actual))
        }
        Working::Sum(sum) if sum.count > sum.terms.len() => long(sum),
        Working::Weights { execution, .. } => {
            let execution = grouped(execution.decimal());
            format!("{}（预算执行另有 {execution} 分）", working.signs())
        }
        Working::NoRate { why, .. } => {
            let why = match why {
                NoRate::ByZero => "除数为 0，不计算",
                NoRate::PartBelowZero => "有小于 0 的项，不计算占比",
                NoRate::WholeZero => "合计为 0，不计算占比",
            };
            format!("{}，{why}", working.signs())
        }
        Working::NoGrowth { .. } => working.signs() + "（基数不大于零，不计算增长率）",
        Working::Mean {
            pairs,
            count,
            value,
        } => {
            let more = if *count > pairs.len() {
                format!(" + …（共 {count} 项）")
            } else {
                String::new()
            };
            let mut text = mean(pairs, &more, *value);
            if value.is_none() && !pairs.is_empty() {
                text.push_str("，权重合计为 0");
            }
            text
        }
        Working::Nothing
        | Working::Ratio { .. }
        | Working::Degree { .. }
        | Working::Sum(_)
        | Working::Shares { .. }
        | Working::Rate { .. }
        | Working::Growth { .. } => working.signs(),
    }
}

/// A sum of more terms than are shown.
fn long(sum: &Sum) -> String {
    let mut text = String::new();
    push_terms(&mut text, &sum.terms);
    text.push_str(&format!(" + …（共 {} 项）", sum.count));
    sum.push_result(&mut text);
    text
}
