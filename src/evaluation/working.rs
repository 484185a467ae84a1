//! The workings of scores: `10 × 1.0% ÷ 2.0% = 5`.
//!
//! Every indicator has one, written anew at every key: pieces are pushed onto one text.

use crate::figure::{Number, Quotient, TooLarge, push_grouped, push_grouped_fixed};
use crate::quantity::{Quantity, push_in};
use rust_decimal::Decimal;

/// `10 × 1.0% ÷ 2.0% = 5`, `7 × 29,319 ÷ 19,200 = 10.6892… → 7（不超过权重）`.
pub(super) fn ratio(
    weight: Number,
    above: Number,
    below: Number,
    unit: &str,
    points: Decimal,
) -> String {
    let mut text = String::with_capacity(64);
    push_grouped(&mut text, weight.decimal());
    text.push_str(" × ");
    push_in(&mut text, above, unit);
    text.push_str(" ÷ ");
    push_in(&mut text, below, unit);
    let quotient = Quotient::new(&[weight, above], below);
    conclude(&mut text, quotient, above > below, points);
    text
}

/// `10 × 97.5% = 9.75`: a degree of completion.
pub(super) fn degree(weight: Number, done: Number, points: Decimal) -> String {
    let mut text = String::with_capacity(48);
    push_grouped(&mut text, weight.decimal());
    text.push_str(" × ");
    push_in(&mut text, done, "%");
    let quotient = Quotient::new(&[weight, done], Number::ONE_HUNDRED);
    conclude(&mut text, quotient, done > Number::ONE_HUNDRED, points);
    text
}

/// `1,000 份 × 12 = 12,000 份`, of whichever side was converted.
pub(super) fn conversion(
    a: &Quantity,
    times_a: u32,
    year_a: &Quantity,
    b: &Quantity,
    times_b: u32,
    year_b: &Quantity,
) -> String {
    let side = |name: &str, q: &Quantity, times: u32, year: &Quantity| {
        if times == 1 {
            format!("{name} {} {}", q.display(), q.unit)
        } else {
            format!(
                "{name} {} {} × {times} = {} {}",
                q.display(),
                q.unit,
                year.display(),
                year.unit
            )
        }
    };
    format!(
        "{}；{}",
        side("目标", a, times_a, year_a).trim_end(),
        side("完成", b, times_b, year_b).trim_end()
    )
}

/// What the formula comes to, and the points where those are something else.
fn conclude(
    text: &mut String,
    quotient: Result<Option<Quotient>, TooLarge>,
    capped: bool,
    points: Decimal,
) {
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
    if capped && value.is_some() {
        text.push_str("（不超过权重）");
    }
}
