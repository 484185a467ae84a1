use rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero};

/// With thousands separators and without trailing zeros, all decimals shown: `1,552.63`.
///
/// ```
/// use juesuan::figure::grouped;
/// assert_eq!(grouped("-1552.630".parse().unwrap()), "-1,552.63");
/// ```
pub fn grouped(value: Decimal) -> String {
    group(&value.normalize().to_string())
}

/// An amount in 万元: [`grouped`], rounded half up to two decimals.
///
/// ```
/// use juesuan::figure::display_amount;
/// assert_eq!(display_amount("178.30".parse().unwrap()), "178.3");
/// assert_eq!(display_amount("0.005".parse().unwrap()), "0.01");
/// ```
pub fn amount(value: Decimal) -> String {
    grouped(value.round_dp_with_strategy(2, MidpointAwayFromZero))
}

/// A percentage, already rounded, with just `places` decimals: `100.0%`, never `-0.0%`.
///
/// ```
/// use juesuan::figure::display_percent;
/// assert_eq!(display_percent("100".parse().unwrap(), 1), "100.0%");
/// ```
pub fn percent(value: Decimal, places: u32) -> String {
    grouped_fixed(value, places) + "%"
}

/// With thousands separators and just `places` decimals: `100.0`.
pub(crate) fn grouped_fixed(value: Decimal, places: u32) -> String {
    group(&fixed(value, places))
}

/// Plain, with a sign also where it is positive: `+7.7`, `-0.47`, `0`.
pub fn signed(value: Decimal) -> String {
    let text = grouped(value);
    if value > Decimal::ZERO {
        format!("+{text}")
    } else {
        text
    }
}

/// Plain, with just `places` decimals, zero without a sign.
pub(crate) fn fixed(value: Decimal, places: u32) -> String {
    let mut value = value.round_dp_with_strategy(places, MidpointAwayFromZero);
    value.rescale(places);
    if value.is_zero() {
        value.set_sign_positive(true);
    }
    value.to_string()
}

fn group(plain: &str) -> String {
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", plain),
    };
    let (whole, decimals) = match digits.find('.') {
        Some(point) => digits.split_at(point),
        None => (digits, ""),
    };
    let mut text = String::with_capacity(plain.len() + whole.len() / 3);
    text.push_str(sign);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(c);
    }
    text.push_str(decimals);
    text
}
