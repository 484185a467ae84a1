//! A target and an actual brought to one unit and one period, where that is exact.

use super::working;
use crate::quantity::{Period, Quantity};
use juesuan_figure::Number;
use juesuan_figure::working::Working;

#[allow(clippy::large_enum_variant, reason = "one of a row, gone at once")]
pub(super) enum Comparable<'a> {
    Yes(Pair<'a>),
    /// The actual is a bare percentage, the target is none.
    Degree,
    Units,
    Periods(Period, Period),
}

/// A target and an actual of one unit and one period.
pub(super) struct Pair<'a> {
    pub target: Quantity<'a>,
    /// Of a range, its upper end.
    pub upper: Option<Quantity<'a>>,
    pub actual: Quantity<'a>,
    /// How they were brought to one period, as a working.
    pub conversion: Option<Working>,
    /// The target has no unit and was taken for a percentage because the actual is one.
    pub percent_assumed: bool,
}

/// A quantity without a unit takes the other's. `90万元` against `85`: the bare amount is in 万元 too;
/// elsewhere 万 belongs to the number.
fn take_unit<'a>(bare: &mut Quantity<'a>, other: &Quantity<'a>) {
    if !bare.unit.is_empty() || other.unit.is_empty() {
        return;
    }
    bare.unit = other.unit;
    if other.unit == "元"
        && bare.factor == 1
        && let Ok(factor) = u32::try_from(other.factor)
        && let Ok(number) = bare.typed.times(Number::from(factor))
    {
        bare.number = number;
        bare.factor = other.factor;
    }
}

/// Whether a target without a unit may be a percentage: most are from 50 to 100. Five against 80% are
/// five of something, and the percentage how far they got.
fn may_be_percent(target: &Quantity) -> bool {
    target.number >= Number::from(50) && target.number <= Number::ONE_HUNDRED
}

/// Brings target and actual to one unit and one period, where that is exact. `rate`: whether the
/// indicator counts in percent by its name.
pub(super) fn comparable<'a>(a: &Quantity<'a>, b: &Quantity<'a>, rate: bool) -> Comparable<'a> {
    let (mut a, mut b) = (*a, *b);
    take_unit(&mut b, &a);
    let mut percent_assumed = false;
    if a.unit.is_empty() && b.is_percent() {
        if !rate && !may_be_percent(&a) {
            return Comparable::Units;
        }
        percent_assumed = !rate;
    }
    // Whether a bare `90` against `85万份` means 90 or 90万 nobody can tell: that stays a mismatch.
    if b.factor == 1 || b.unit == "元" {
        take_unit(&mut a, &b);
    }
    if a.unit != b.unit {
        // 0.4% of 5‰ is a rate as well, no degree.
        let rates = ["‰", "百分点"];
        let degree = b.is_percent() && b.bare && !a.unit.is_empty() && !rates.contains(&a.unit);
        return if degree {
            Comparable::Degree
        } else {
            Comparable::Units
        };
    }
    let pair = |target, actual, conversion| {
        Comparable::Yes(Pair {
            target,
            upper: None,
            actual,
            conversion,
            percent_assumed,
        })
    };
    if a.is_percent() || Period::same(a.period, b.period) {
        return pair(a, b, None);
    }
    let (pa, pb) = (
        a.period.unwrap_or(Period::Year),
        b.period.unwrap_or(Period::Year),
    );
    let (Some(times_a), Some(times_b)) = (pa.per_year(), pb.per_year()) else {
        return Comparable::Periods(pa, pb);
    };
    let (Some(year_a), Some(year_b)) = (a.repeated(times_a), b.repeated(times_b)) else {
        return Comparable::Periods(pa, pb);
    };
    let text = working::conversion(&a, times_a, &year_a, &b, times_b, &year_b);
    pair(year_a, year_b, Some(text))
}
