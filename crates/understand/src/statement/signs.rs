//! How a figure is worked out, in signs: the same in every language.

use juesuan_figure::{fixed, grouped};
use rust_decimal::{Decimal, RoundingStrategy};

/// An amount as it is shown, with its decimals.
pub(crate) fn amount(value: Decimal) -> String {
    let mut text = String::new();
    juesuan_figure::push_grouped_fixed(&mut text, value, value.scale().min(6));
    text
}

/// `99.8680…%`: four decimals, and whether there are more.
pub(crate) fn percent(value: Decimal) -> String {
    let cut = value.round_dp_with_strategy(4, RoundingStrategy::ToZero);
    if cut == value {
        format!("{}%", grouped(value.normalize()))
    } else {
        format!("{}…%", fixed(cut, 4))
    }
}

/// `9,746.50 ÷ 9,759.38 = 99.8680…%`
pub(crate) fn share(part: Decimal, whole: Decimal, rate: Decimal) -> String {
    format!(
        "{} ÷ {} = {}",
        amount(part),
        bracketed(whole),
        percent(rate)
    )
}

/// `42.00 ÷ 12 = 3.50`
pub(crate) fn quotient(whole: Decimal, count: Decimal, each: Decimal) -> String {
    format!("{} ÷ {} = {}", amount(whole), amount(count), amount(each))
}

/// `1,062.85 ÷ (9,859.38 − 1,062.85) = 12.0826…%`
pub(crate) fn growth(change: Decimal, now: Decimal, rate: Decimal) -> String {
    let sign = if change.is_sign_negative() {
        '+'
    } else {
        '−'
    };
    format!(
        "{} ÷ ({} {sign} {}) = {}",
        amount(change),
        amount(now),
        amount(change.abs()),
        percent(rate)
    )
}

/// `(142.80 − 156.32) ÷ 156.32 = −8.6489…%`
pub(crate) fn growth_from(now: Decimal, last: Decimal, rate: Decimal) -> String {
    format!(
        "({} − {}) ÷ {} = {}",
        amount(now),
        bracketed(last),
        bracketed(last),
        percent(rate)
    )
}

/// `0.39 − 2.85 = −2.46`
pub(crate) fn difference(now: Decimal, base: Decimal, apart: Decimal) -> String {
    format!("{} − {} = {}", amount(now), bracketed(base), amount(apart))
}

/// The sign between two amounts.
pub(crate) fn order(order: std::cmp::Ordering) -> &'static str {
    match order {
        std::cmp::Ordering::Less => "<",
        std::cmp::Ordering::Equal => "=",
        std::cmp::Ordering::Greater => ">",
    }
}

/// `122.43 + 1,387.72 + 809.07 = 2,319.22`
pub(crate) fn sum(parts: &[Decimal], total: Decimal) -> String {
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at == 12 && parts.len() > 13 {
            text.push_str(" + …");
            break;
        }
        if at > 0 {
            text.push_str(if part.is_sign_negative() {
                " − "
            } else {
                " + "
            });
            text.push_str(&amount(part.abs()));
        } else {
            text.push_str(&amount(*part));
        }
    }
    format!("{text} = {}", amount(total))
}

fn bracketed(value: Decimal) -> String {
    if value.is_sign_negative() {
        format!("({})", amount(value))
    } else {
        amount(value)
    }
}

/// An amount of 万元 in the unit of a figure that is printed: `5364.75万元`.
pub(crate) fn in_unit_of(claimed: &str, value: Decimal) -> String {
    let unit = claimed.trim_start_matches(|c: char| c.is_ascii_digit() || ".,，-+".contains(c));
    let factor = if unit.starts_with('元') {
        Decimal::from(10_000)
    } else if unit.starts_with('亿') {
        Decimal::new(1, 4)
    } else {
        Decimal::ONE
    };
    let value = value.checked_mul(factor).unwrap_or(value);
    let shown = if factor == Decimal::ONE {
        value
    } else {
        value.normalize()
    };
    format!("{shown}{unit}")
}
