use rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero};

/// With thousands separators and without trailing zeros, all decimals shown: `1,552.63`.
///
/// ```
/// use juesuan_figure::grouped;
/// use rust_decimal::Decimal;
/// assert_eq!(grouped("-1552.630".parse::<Decimal>().unwrap()), "-1,552.63");
/// ```
pub fn grouped(value: impl Digits) -> String {
    let mut text = String::with_capacity(16);
    let (mantissa, scale) = value.digits();
    push_digits(&mut text, mantissa < 0, mantissa.unsigned_abs(), scale);
    text
}

/// What can be shown digit by digit: [`Decimal`] and [`Exact`](super::Exact).
pub trait Digits {
    /// A whole number and how many of its digits stand behind the point, the last of those not 0.
    fn digits(self) -> (i128, u32);
}

impl Digits for Decimal {
    fn digits(self) -> (i128, u32) {
        let (mut mantissa, mut scale) = (self.mantissa(), self.scale());
        if let Ok(narrow) = i64::try_from(mantissa) {
            let (narrow, scale) = super::narrow::digits(narrow, scale);
            return (i128::from(narrow), scale);
        }
        while scale > 0 && remainder_by_ten(mantissa.unsigned_abs()) == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        (mantissa, scale)
    }
}

/// [`grouped`], at the end of a text that is being written.
pub fn push_grouped(text: &mut String, value: Decimal) {
    let (mantissa, scale) = value.digits();
    push_digits(text, mantissa < 0, mantissa.unsigned_abs(), scale);
}

/// Rounded half up, away from zero.
fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, MidpointAwayFromZero)
}

/// An amount in 万元: [`grouped`], rounded half up to two decimals.
///
/// ```
/// use juesuan_figure::display_amount;
/// assert_eq!(display_amount("178.30".parse().unwrap()), "178.3");
/// assert_eq!(display_amount("0.005".parse().unwrap()), "0.01");
/// ```
pub fn amount(value: Decimal) -> String {
    grouped(rounded(value, 2))
}

/// An amount in a table, in 万元: rounded half up, with just two decimals, so that the points stand below one another.
///
/// ```
/// use juesuan_figure::display_in_table;
/// assert_eq!(display_in_table("1178.3".parse().unwrap()), "1,178.30");
/// ```
pub fn in_table(value: Decimal) -> String {
    grouped_fixed(rounded(value, 2), 2)
}

/// A percentage, already rounded, with just `places` decimals: `100.0%`, never `-0.0%`.
///
/// ```
/// use juesuan_figure::display_percent;
/// assert_eq!(display_percent("100".parse().unwrap(), 1), "100.0%");
/// ```
pub fn percent(value: Decimal, places: u32) -> String {
    grouped_fixed(value, places) + "%"
}

/// With thousands separators and just `places` decimals: `100.0`.
pub(crate) fn grouped_fixed(value: Decimal, places: u32) -> String {
    let mut text = String::with_capacity(16);
    push_grouped_fixed(&mut text, value, places);
    text
}

/// With thousands separators and just `places` decimals, at the end of a text that is being written:
/// `100.0`.
pub fn push_grouped_fixed(text: &mut String, value: Decimal, places: u32) {
    let mut value = value;
    if value.scale() != places {
        value = rounded(value, places);
        value.rescale(places);
    }
    let mantissa = value.mantissa().unsigned_abs();
    push_digits(text, value.is_sign_negative(), mantissa, value.scale());
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
pub fn fixed(value: Decimal, places: u32) -> String {
    let mut value = value.round_dp_with_strategy(places, MidpointAwayFromZero);
    value.rescale(places);
    if value.is_zero() {
        value.set_sign_positive(true);
    }
    value.to_string()
}

/// `mantissa` ÷ 10^`scale` in digits, thousands parted by commas; zero has no sign.
///
/// Workings are full of numbers: this writes them without the detour over a plain text.
pub(super) fn push_digits(text: &mut String, negative: bool, mut mantissa: u128, scale: u32) {
    // 29 digits of a decimal and the zeros before them.
    let mut digits = [b'0'; 40];
    let mut at = digits.len();
    if negative && mantissa != 0 {
        text.push('-');
    }
    while mantissa > u128::from(u64::MAX) {
        at -= 1;
        digits[at] += remainder_by_ten(mantissa) as u8;
        mantissa /= 10;
    }
    let mut narrow = mantissa as u64;
    while narrow != 0 {
        at -= 1;
        digits[at] += (narrow % 10) as u8;
        narrow /= 10;
    }
    let point = digits.len() - scale as usize;
    at = at.min(point - 1);
    for (i, digit) in digits[at..point].iter().enumerate() {
        if i > 0 && (point - at - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(char::from(*digit));
    }
    if scale > 0 {
        text.push('.');
        text.extend(digits[point..].iter().map(|digit| char::from(*digit)));
    }
}

/// wasm divides 64 bits at once, and 128 bits by a loop.
fn remainder_by_ten(value: u128) -> u128 {
    match u64::try_from(value) {
        Ok(narrow) => u128::from(narrow % 10),
        Err(_) => value % 10,
    }
}
