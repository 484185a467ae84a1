use super::{MOST_PLACES, Measure, Status, share};
use crate::working::{NoRate, Working};
use crate::{Number, TooLarge};
use rust_decimal::Decimal;

/// What part of the whole each part of a list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares {
    /// The sum of the parts, exact.
    pub whole: Decimal,
    /// The shares, each rounded by itself. All are not applicable where a part is negative or the whole
    /// is zero.
    pub rounded: Vec<Measure>,
    /// The sum of the rounded shares, which rounding may leave beside 100; `None` where there are no
    /// shares.
    pub sum_rounded: Option<Decimal>,
    /// Where the rounded shares do not add to 100: shares that do, by the method of the largest
    /// remainder. `None` where there is nothing to adjust.
    pub adjusted: Option<Vec<Decimal>>,
}

/// The share of each part in the sum of all (结构), in percent with `places` decimals.
///
/// Rounded shares are what everybody works out who checks one of them, so they stand as they are. Where
/// they miss 100 the adjusted ones lie beside them: each is the exact share cut or raised at the last
/// place, they add to exactly 100, and a larger part never has a smaller one. Those with the largest
/// remainders are raised, of equal remainders the earlier.
///
/// # Errors
/// [`TooLarge`] where the sum is no [`Number`].
///
/// ```
/// use juesuan_figure::number;
/// use juesuan_figure::measure::shares;
/// let parts = ["1", "1", "1"].map(|t| number(t).unwrap());
/// let thirds = shares(&parts, 1).unwrap();
/// assert_eq!(thirds.rounded[0].display(), "33.3%");
/// assert_eq!(thirds.sum_rounded.unwrap().to_string(), "99.9");
/// let adjusted: Vec<_> = thirds.adjusted.iter().flatten().map(|share| share.to_string()).collect();
/// assert_eq!(adjusted, ["33.4", "33.3", "33.3"]);
///
/// let parts = ["1,249.26", "148.59", "154.31"].map(|t| number(t).unwrap());
/// let shares = shares(&parts, 1).unwrap();
/// let displayed: Vec<_> = shares.rounded.iter().map(|share| share.display()).collect();
/// assert_eq!(displayed, ["80.5%", "9.6%", "9.9%"]);
/// assert_eq!(shares.adjusted, None);
/// ```
pub fn shares(parts: &[Number], places: u32) -> Result<Shares, TooLarge> {
    let places = places.min(MOST_PLACES);
    let whole = Number::sum(parts.iter().copied())?;
    let without = if parts.iter().any(|part| part.is_negative()) {
        Some(NoRate::PartBelowZero)
    } else if whole.is_zero() {
        Some(NoRate::WholeZero)
    } else {
        None
    };
    if let Some(why) = without {
        let none = |part: &Number| {
            let working = Working::NoRate {
                above: *part,
                below: whole,
                why,
            };
            Measure::without_value(Status::NotApplicable, places, working)
        };
        return Ok(Shares {
            whole: whole.decimal(),
            rounded: parts.iter().map(none).collect(),
            sum_rounded: None,
            adjusted: None,
        });
    }
    let rounded: Vec<Measure> = parts
        .iter()
        .map(|part| share(*part, whole, places))
        .collect::<Result<_, _>>()?;
    let sum: Decimal = rounded.iter().filter_map(|share| share.value).sum();
    Ok(Shares {
        whole: whole.decimal(),
        sum_rounded: Some(sum),
        adjusted: if sum == Decimal::ONE_HUNDRED {
            None
        } else {
            Some(by_largest_remainder(parts, whole, places)?)
        },
        rounded,
    })
}

/// Shares that add to 100, of parts that are not negative and a whole that is not zero.
///
/// All is whole numbers: a part below 10^28 units times at most 100 × 10^8 places stays below 2^127, and
/// with one divisor for all, remainders are compared as they are.
fn by_largest_remainder(
    parts: &[Number],
    whole: Number,
    places: u32,
) -> Result<Vec<Decimal>, TooLarge> {
    let hundred = 100 * 10_i128.pow(places);
    let whole = whole.units();
    let mut cut = Vec::with_capacity(parts.len());
    let mut remainders = Vec::with_capacity(parts.len());
    for part in parts {
        let scaled = part.units().checked_mul(hundred).ok_or(TooLarge)?;
        cut.push(scaled / whole);
        remainders.push(scaled % whole);
    }
    // What is missing is the sum of the remainders ÷ the whole: fewer than there are remainders.
    let missing = hundred - cut.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    // The sort is stable: of equal remainders the earlier part comes first.
    order.sort_by(|a, b| remainders[*b].cmp(&remainders[*a]));
    for at in order.into_iter().take(missing.unsigned_abs() as usize) {
        cut[at] += 1;
    }
    cut.into_iter()
        .map(|units| Decimal::try_from_i128_with_scale(units, places).map_err(|_| TooLarge))
        .collect()
}
