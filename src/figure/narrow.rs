//! What wasm does slowly, done quickly: it divides and multiplies 64 bits at once, and 128 bits by a loop.

use rust_decimal::Decimal;

const POWERS: [u128; 39] = {
    let mut powers = [1; 39];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

/// 10^`exponent`, below 2^128: up to 38. Beyond it the largest number there is, which nothing reaches.
pub(super) fn tenfold(exponent: u32) -> u128 {
    POWERS.get(exponent as usize).copied().unwrap_or(u128::MAX)
}

/// The same without zeros at the end of its decimals.
pub(crate) fn without_zeros(value: Decimal) -> Decimal {
    let scale = value.scale();
    if scale == 0 && !value.is_zero() {
        return value;
    }
    match i64::try_from(value.mantissa()) {
        Ok(mantissa) if mantissa != 0 => {
            let (mantissa, scale) = digits(mantissa, scale);
            Decimal::new(mantissa, scale)
        }
        // Zero may have a sign, and what is longer is rare.
        _ => value.normalize(),
    }
}

/// The same number with as few decimals as there can be.
pub(super) fn digits(mut mantissa: i64, mut scale: u32) -> (i64, u32) {
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    (mantissa, scale)
}
