//! Key work of the year: how far a matter got.

use super::model::Work;
use crate::figure::TooLarge;
use crate::finding::Incomparable;
use crate::measure::{Measure, completion_rate};
use crate::quantity::{Quantity, Reading, read};

/// What comes of target and actual of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Completion {
    /// One of them is not filled in, or is no figure.
    None,
    /// How much of the target was reached, percent.
    Rate(Measure),
    /// Two figures that do not go together, and why.
    NotComparable(Incomparable),
}

/// Actual ÷ target, where both are figures of one unit.
pub fn completion(work: &Work, places: u32) -> Completion {
    let (Reading::Quantity(target), Reading::Quantity(actual)) =
        (read(&work.target_value), read(&work.actual_value))
    else {
        return Completion::None;
    };
    let unit = |quantity: &Quantity| quantity.unit.to_owned();
    if !target.unit.is_empty() && !actual.unit.is_empty() && target.unit != actual.unit {
        let (a, b) = (unit(&target), unit(&actual));
        return Completion::NotComparable(Incomparable::Units(a, b));
    }
    if target.period != actual.period && target.period.is_some() && actual.period.is_some() {
        return Completion::NotComparable(Incomparable::Periods);
    }
    match completion_rate(actual.number, target.number, places) {
        Ok(rate) if rate.value.is_some() => Completion::Rate(rate),
        Ok(_) => Completion::NotComparable(Incomparable::ZeroTarget),
        Err(TooLarge) => Completion::NotComparable(Incomparable::TooLarge),
    }
}
