//! How a figure was worked out.

use juesuan_figure::grouped;
use juesuan_figure::working::{NoRate, Sum, Working, mean, push_terms, side};

pub(crate) fn working(working: &Working) -> String {
    match working {
        Working::Ratio { .. } | Working::Degree { .. } if working.is_capped() => {
            working.signs() + " (never more than the weight)"
        }
        Working::Within {
            actual,
            low,
            high,
            points,
        } => {
            let points = grouped(*points);
            format!("{actual} lies between {low} and {high}: target met → {points}")
        }
        Working::Reached {
            actual,
            sign,
            target,
            reached,
            points,
        } => {
            let word = if *reached {
                "target met"
            } else {
                "target missed"
            };
            let (sign, points) = (sign.as_str(), grouped(*points));
            format!("{actual} {sign} {target}: {word} → {points}")
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
            format!("{name}: {weight} × {low}–{high}%, awarded {points}")
        }
        Working::Conversion(sides) => {
            let [target, actual] = &**sides;
            format!("target {}; actual {}", side(target), side(actual))
        }
        Working::Sum(sum) if sum.count > sum.terms.len() => long(sum),
        Working::Weights { execution, .. } => {
            let execution = grouped(execution.decimal());
            format!(
                "{} (and {execution} points for the execution of the budget)",
                working.signs()
            )
        }
        Working::NoRate { why, .. } => {
            let why = match why {
                NoRate::ByZero => "the divisor is 0, so there is no result",
                NoRate::PartBelowZero => "a part is below 0, so there are no shares",
                NoRate::WholeZero => "the whole is 0, so there are no shares",
            };
            format!("{}: {why}", working.signs())
        }
        Working::NoGrowth { .. } => {
            working.signs() + " (the base is not above zero, so there is no rate)"
        }
        Working::Mean {
            pairs,
            count,
            value,
        } => {
            let more = if *count > pairs.len() {
                format!(" + … ({count} terms)")
            } else {
                String::new()
            };
            let mut text = mean(pairs, &more, *value);
            if value.is_none() && !pairs.is_empty() {
                text.push_str(": the weights add up to 0");
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
    text.push_str(&format!(" + … ({} terms)", sum.count));
    sum.push_result(&mut text);
    text
}
