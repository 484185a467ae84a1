//! The workings of scores, of what a form says.

use super::{Bounds, Comparison, Direction, Quantity};
use crate::figure::Number;
use crate::working::{Converted, Sign, Working};
use rust_decimal::Decimal;

/// `1,000 份 × 12 = 12,000 份`, of whichever side was converted.
pub(super) fn conversion(
    a: &Quantity,
    times_a: u32,
    year_a: &Quantity,
    b: &Quantity,
    times_b: u32,
    year_b: &Quantity,
) -> Working {
    let side = |typed: &Quantity, times: u32, year: &Quantity| Converted {
        typed: typed.shown(),
        times,
        year: year.shown(),
        unit: typed.unit.to_owned(),
    };
    Working::Conversion(Box::new([
        side(a, times_a, year_a),
        side(b, times_b, year_b),
    ]))
}

/// Inside the range of its target.
pub(super) fn within(
    actual: &Quantity,
    low: &Quantity,
    high: &Quantity,
    points: Decimal,
) -> Working {
    Working::Within {
        actual: actual.shown(),
        low: low.shown(),
        high: high.shown(),
        points,
    }
}

/// Where reached or not decides: `a` is the target, `b` the actual.
pub(super) fn reached(
    a: &Quantity,
    b: &Quantity,
    direction: Direction,
    reached: bool,
    points: Decimal,
) -> Working {
    Working::Reached {
        actual: b.shown(),
        sign: sign_between(a, b, direction, reached),
        target: a.shown(),
        reached,
        points,
    }
}

/// By judgement, in a band.
pub(super) fn band(band: Bounds<'_>, weight: Number, points: Decimal) -> Working {
    Working::Band {
        name: band.band.name.clone(),
        weight,
        low: band.low,
        high: band.high,
        points,
    }
}

/// How an actual stands to a target that is reached or not.
fn sign_between(a: &Quantity, b: &Quantity, direction: Direction, reached: bool) -> Sign {
    match (direction, reached) {
        _ if a.number == b.number && (!reached || a.comparison == Some(Comparison::Equal)) => {
            Sign::Equal
        }
        _ if !reached && a.comparison == Some(Comparison::Equal) => Sign::NotEqual,
        (Direction::Higher, true) => Sign::AtLeast,
        (Direction::Higher, false) => Sign::Below,
        (Direction::Lower, true) => Sign::AtMost,
        (Direction::Lower, false) => Sign::Above,
    }
}
