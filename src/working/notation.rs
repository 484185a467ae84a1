//! What is the same in every language: figures, and the signs between them.

use super::{Converted, Shown, Spelled, Sum, Term, Working};
use crate::figure::{
    Exact, Number, Quotient, TooLarge, display_percent, grouped, push_grouped, push_grouped_fixed,
};
use rust_decimal::Decimal;
use std::fmt::Write as _;

impl Working {
    /// Figures and signs without a word. By them it is recognised, whatever words it is said in.
    pub(crate) fn signs(&self) -> String {
        let mut text = String::with_capacity(48);
        match self {
            Working::Nothing => {}
            Working::Ratio {
                weight,
                above,
                below,
                percent,
                points,
            } => {
                push_grouped(&mut text, weight.decimal());
                for (sign, number) in [(" × ", above), (" ÷ ", below)] {
                    text.push_str(sign);
                    push_shown(&mut text, *number, *percent);
                }
                conclude(
                    &mut text,
                    Quotient::new(&[*weight, *above], *below),
                    *points,
                );
            }
            Working::Degree {
                weight,
                done,
                points,
            } => {
                push_grouped(&mut text, weight.decimal());
                text.push_str(" × ");
                push_shown(&mut text, *done, true);
                let quotient = Quotient::new(&[*weight, *done], Number::ONE_HUNDRED);
                conclude(&mut text, quotient, *points);
            }
            Working::Within {
                actual,
                low,
                high,
                points,
            } => {
                let points = grouped(*points);
                let _ = write!(text, "{actual} {low}–{high} → {points}");
            }
            Working::Reached {
                actual,
                sign,
                target,
                points,
                ..
            } => {
                let (sign, points) = (sign.as_str(), grouped(*points));
                let _ = write!(text, "{actual} {sign} {target} → {points}");
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
                let _ = write!(text, "{name}{weight} × {low}–{high}% {points}");
            }
            Working::Conversion(sides) => {
                let [target, actual] = &**sides;
                let _ = write!(text, "{}; {}", side(target), side(actual));
            }
            Working::Sum(sum) => {
                push_terms(&mut text, &sum.terms);
                sum.push_result(&mut text);
            }
            Working::Weights { goals, sum, .. } => {
                push_amounts(&mut text, goals);
                let _ = write!(text, " = {}", sum.grouped());
            }
            Working::Shares {
                shares: terms,
                sum,
                places,
            } => text = shares(terms, *sum, *places),
            Working::Rate {
                above,
                below,
                places,
            } => {
                push_rate(&mut text, *above, *below);
                push_percent(
                    &mut text,
                    Quotient::new(&[*above, Number::ONE_HUNDRED], *below),
                    *places,
                );
            }
            Working::NoRate { above, below, .. } => push_rate(&mut text, *above, *below),
            Working::Growth {
                now,
                before,
                places,
            } => {
                let (n, b) = (operand(*now), operand(*before));
                let _ = write!(text, "({n} − {b}) ÷ {b}");
                let quotient = Number::new(now.minus(*before))
                    .and_then(|change| Quotient::new(&[change, Number::ONE_HUNDRED], *before));
                push_percent(&mut text, quotient, *places);
            }
            Working::NoGrowth { now, before } => {
                let change = grouped(now.minus(*before));
                let _ = write!(text, "{} − {} = {change}", operand(*now), operand(*before));
            }
            Working::Mean { pairs, value, .. } => text = mean(pairs, "", *value),
        }
        text
    }

    /// Whether a ratio gives more than the weight, which the points never are.
    pub(crate) fn is_capped(&self) -> bool {
        let (quotient, above) = match self {
            Working::Ratio {
                weight,
                above,
                below,
                ..
            } => (Quotient::new(&[*weight, *above], *below), above > below),
            Working::Degree { weight, done, .. } => (
                Quotient::new(&[*weight, *done], Number::ONE_HUNDRED),
                *done > Number::ONE_HUNDRED,
            ),
            _ => return false,
        };
        above && matches!(quotient, Ok(Some(quotient)) if quotient.rounded(4).is_ok())
    }
}

/// What the formula comes to, and the points where those are something else.
fn conclude(text: &mut String, quotient: Result<Option<Quotient>, TooLarge>, points: Decimal) {
    let value = match quotient {
        Ok(Some(quotient)) => quotient.rounded(4).ok(),
        _ => None,
    };
    if let Some((value, exact)) = value {
        text.push_str(" = ");
        if exact {
            push_grouped(text, value);
            if value == points {
                return;
            }
        } else {
            push_grouped_fixed(text, value, 4);
            text.push('…');
        }
    }
    text.push_str(" → ");
    push_grouped(text, points);
}

impl Sum {
    /// Writes what the sum comes to behind it: ` = 1,229.26`; nothing where it has no result.
    pub(crate) fn push_result(&self, text: &mut String) {
        if let Some(result) = self.result {
            let _ = write!(text, " = {}", result.grouped());
        }
    }
}

/// `1,100 + 149.26 − 20`
pub(crate) fn push_terms(text: &mut String, terms: &[Term]) {
    for (i, term) in terms.iter().enumerate() {
        text.push_str(match (i, term.minus) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        });
        text.push_str(&term.amount.grouped());
    }
    if terms.is_empty() {
        text.push('0');
    }
}

fn push_amounts(text: &mut String, amounts: &[Exact]) {
    for (i, amount) in amounts.iter().enumerate() {
        if i > 0 {
            text.push_str(" + ");
        }
        text.push_str(&amount.grouped());
    }
}

/// `80.5% + 9.6% + 9.8% = 99.9%`
fn shares(shares: &[Decimal], sum: Decimal, places: u32) -> String {
    let terms: Vec<String> = shares
        .iter()
        .map(|share| display_percent(*share, places))
        .collect();
    format!("{} = {}", terms.join(" + "), display_percent(sum, places))
}

/// `1,000 份 × 12 = 12,000 份`
pub(crate) fn side(side: &Converted) -> String {
    let Converted {
        typed,
        times,
        year,
        unit,
    } = side;
    let text = match times {
        1 => format!("{typed} {unit}"),
        times => format!("{typed} {unit} × {times} = {year} {unit}"),
    };
    text.trim_end().to_owned()
}

/// `(90% × 2 + 80% × 1) ÷ (2 + 1) = 86.6667…%`; `more` stands behind terms that are left out.
pub(crate) fn mean(pairs: &[(Number, Number)], more: &str, value: Option<Spelled>) -> String {
    let term = |(v, w): &(Number, Number)| format!("{}% × {}", operand(*v), operand(*w));
    let weight = |(_, w): &(Number, Number)| operand(*w);
    let join = |part: &dyn Fn(&(Number, Number)) -> String| {
        let parts: Vec<String> = pairs.iter().map(part).collect();
        parts.join(" + ") + more
    };
    let mut text = match pairs {
        [] => return "—".to_owned(),
        [only] => format!("{} ÷ {}", term(only), weight(only)),
        _ => format!("({}) ÷ ({})", join(&term), join(&weight)),
    };
    if let Some(value) = value {
        text.push_str(" = ");
        value.push(&mut text);
        text.push('%');
    }
    text
}

fn push_rate(text: &mut String, above: Number, below: Number) {
    let _ = write!(text, "{} ÷ {}", operand(above), operand(below));
}

fn push_percent(text: &mut String, quotient: Result<Option<Quotient>, TooLarge>, places: u32) {
    if let Ok(Some(quotient)) = quotient
        && let Ok(value) = Spelled::of(&quotient, places)
    {
        text.push_str(" = ");
        value.push(text);
        text.push('%');
    }
}

/// A number inside a formula: negative ones in brackets.
fn operand(number: Number) -> String {
    let text = grouped(number.decimal());
    if number.is_negative() {
        format!("({text})")
    } else {
        text
    }
}

/// A number with thousands separators; a percentage with at least one decimal and its sign.
fn push_shown(text: &mut String, number: Number, percent: bool) {
    if percent {
        push_grouped_fixed(text, number.decimal(), number.decimals().max(1));
        text.push('%');
    } else {
        push_grouped(text, number.decimal());
    }
}

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::with_capacity(16);
        push_shown(&mut text, self.number, self.percent);
        f.write_str(&text)
    }
}
