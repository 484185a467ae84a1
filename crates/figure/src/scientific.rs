//! What stands in a number by mistake: a letter that looks like a digit, and the notation of calculators.

use super::fold::fold;
use super::lookalike::look_alike;
use super::scan::leading;
use super::{Number, Problem};

/// Why a character right behind or right before digits is none, where that can be told: a letter that
/// looks like a digit, `1O0`, or scientific notation, `1E+05`. `before` is the number read so far, empty
/// where none was; `rest` begins with the character.
pub fn no_digit(before: &str, rest: &str) -> Option<Problem> {
    look_alike(before, rest).or_else(|| {
        (!before.is_empty())
            .then(|| scientific(before, rest))
            .flatten()
    })
}

/// `1e5`, `1.2E+05`: a sheet shows it so in a narrow column, with digits rounded away, so it is not read.
fn scientific(before: &str, rest: &str) -> Option<Problem> {
    let exponent = rest.strip_prefix(|c| matches!(fold(c), 'e' | 'E'))?;
    let end = exponent
        .char_indices()
        .find(|&(at, c)| !(fold(c).is_ascii_digit() || at == 0 && "+-".contains(fold(c))))
        .map_or(exponent.len(), |(at, _)| at);
    let power: String = exponent[..end].chars().map(fold).collect();
    let power: i32 = power.parse().ok()?;
    let plain = || {
        let (number, _) = leading(before).ok()?;
        let ten = Number::try_from_u64(10_u64.checked_pow(u32::try_from(power).ok()?)?)?;
        Some(number.times(ten).ok()?.to_string())
    };
    Some(Problem::Scientific(plain()))
}
