//! The three measures of a final account, the shares of a list, and the weighted mean that
//! consolidation needs.
//!
//! Each is an exact quotient, rounded once for display, with its working. What has no value says
//! why by its [`Status`]; only a result too large to hold is an error.

mod senseless;
mod shares;

pub use senseless::Senseless;
pub use shares::{Shares, shares};

use crate::figure::{
    Number, Quotient, Significant, TooLarge, display_percent, grouped, signed, sum_of_products,
};
use crate::working::{NoRate, Spelled, Working};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Decimals of a percentage, at most: more are no information and would leave the exact range.
pub const MOST_PLACES: u32 = 8;

/// Significant digits of [`Measure::exact`].
const EXACT_DIGITS: u32 = 12;

/// Whether a measure has a value, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// There is a value.
    Value,
    /// The base is zero and there is nothing to compare: prints a dash.
    NotApplicable,
    /// Spent where nothing was budgeted: no rate, and something to explain.
    Unbudgeted,
}

/// A percentage with its working.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Whether there is a value; where there is none, `value` and `exact` are `None`.
    pub status: Status,
    /// Percent, rounded half up, away from zero, to `places` decimals.
    pub value: Option<Decimal>,
    /// Percent, to twelve significant digits.
    pub exact: Option<Significant>,
    /// Decimals of the display.
    pub places: u32,
    /// The formula with the numbers in it: `1,552.16 ÷ 1,516.89 = 102.3252…%`. Nothing while it waits.
    pub working: Working,
}

impl Measure {
    /// `102.3%`, or `—` where there is no value.
    pub fn display(&self) -> String {
        match self.value {
            Some(value) => display_percent(value, self.places),
            None => "—".to_owned(),
        }
    }

    /// Of the percentage a quotient is.
    fn of(quotient: Quotient, places: u32, working: Working) -> Result<Self, TooLarge> {
        let value = quotient.round(places)?;
        Ok(Measure {
            status: Status::Value,
            value: Some(value),
            exact: Some(quotient.significant(EXACT_DIGITS)?),
            places,
            working,
        })
    }

    fn without_value(status: Status, places: u32, working: Working) -> Self {
        Measure {
            status,
            value: None,
            exact: None,
            places,
            working,
        }
    }
}

/// How far this year differs from last year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// The rate; not applicable where last year was zero or less.
    pub rate: Measure,
    /// This year − last year, exact.
    pub change: Decimal,
}

impl Growth {
    /// Whether the amount grew, fell or stayed, by its sign alone.
    pub fn direction(&self) -> Direction {
        match self.change.cmp(&Decimal::ZERO) {
            Ordering::Greater => Direction::Increase,
            Ordering::Less => Direction::Decrease,
            Ordering::Equal => Direction::Unchanged,
        }
    }

    /// Nothing changed that shows with two decimals.
    pub fn is_unchanged(&self) -> bool {
        shows_zero(self.change)
    }

    /// The rate without its sign, and the word before it: nothing, or 不足 where the rate would show as
    /// zero though something changed. `None` where there is no rate.
    pub fn rate_shown(&self) -> Option<(&'static str, String)> {
        let rate = self.rate.value?;
        let places = self.rate.places;
        if rate.is_zero() && !self.change.is_zero() {
            return Some(("不足", display_percent(Decimal::new(1, places), places)));
        }
        Some(("", display_percent(rate.abs(), places)))
    }

    /// Why no sentence says this change; `None` where one can. A decrease of more than all there was
    /// comes from an amount below zero.
    pub fn without_sentence(&self) -> Option<Senseless> {
        let rate = self.rate.value?;
        let places = self.rate.places;
        (rate < -Decimal::ONE_HUNDRED).then(|| Senseless::DecreaseAboveAll(rate.abs(), places))
    }

    /// `增加7.7万元，增长0.5%`, `减少0.47万元，下降25.4%`, `与上年持平`; without a rate only the amount.
    pub fn phrase(&self) -> String {
        let rate = self.rate.value;
        self.phrase_with(rate.map(|rate| ("", display_percent(rate.abs(), self.rate.places))))
    }

    /// [`phrase`](Self::phrase) as a ready sentence says it: a rate that shows as zero though something
    /// changed is `增长不足0.1%`.
    pub fn clause(&self) -> String {
        self.phrase_with(self.rate_shown())
    }

    fn phrase_with(&self, rate: Option<(&str, String)>) -> String {
        let Some((more, up)) = self.words() else {
            return "与上年持平".to_owned();
        };
        let amount = grouped(self.change.abs());
        match rate {
            Some((less, rate)) => format!("{more}{amount}万元，{up}{less}{rate}"),
            None => format!("{more}{amount}万元"),
        }
    }

    /// What the amount and the rate did: 增加 and 增长, or 减少 and 下降; `None` where nothing changed.
    pub fn words(&self) -> Option<(&'static str, &'static str)> {
        match self.direction() {
            Direction::Increase => Some(("增加", "增长")),
            Direction::Decrease => Some(("减少", "下降")),
            Direction::Unchanged => None,
        }
    }

    /// The change with its sign, for a table: `+7.7`.
    pub fn display_change(&self) -> String {
        signed(self.change)
    }
}

/// Which way an amount changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// This year is more than last year.
    Increase,
    /// This year is less than last year.
    Decrease,
    /// The two are exactly the same.
    Unchanged,
}

/// Actual ÷ original budget (完成年初预算的百分比). 0 ÷ 0 is not applicable, x ÷ 0 unbudgeted.
///
/// # Errors
/// [`TooLarge`] where the percentage has more than 28 digits.
///
/// ```
/// use juesuan::{figure::number, measure::completion_rate};
/// let [a, b] = ["1,552.16", "1,516.89"].map(|t| number(t).unwrap());
/// let rate = completion_rate(a, b, 1).unwrap();
/// assert_eq!(rate.display(), "102.3%");
/// ```
pub fn completion_rate(actual: Number, budget: Number, places: u32) -> Result<Measure, TooLarge> {
    let status = if actual.is_zero() {
        Status::NotApplicable
    } else {
        Status::Unbudgeted
    };
    ratio(actual, budget, places, status)
}

/// Actual ÷ adjusted budget (执行率 B/A); the same arithmetic as [`completion_rate`].
///
/// # Errors
/// As [`completion_rate`].
pub fn execution_rate(actual: Number, budget: Number, places: u32) -> Result<Measure, TooLarge> {
    completion_rate(actual, budget, places)
}

/// Whether an amount shows as zero with the two decimals of 万元.
pub fn shows_zero(amount: Decimal) -> bool {
    amount.abs() < Decimal::new(5, 3)
}

/// Why no sentence says how far a budget was used; `None` where one can. Below zero a percentage would
/// say the opposite of what happened.
pub fn without_completion(actual: Number, budget: Number) -> Option<Senseless> {
    if actual.is_negative() {
        return Some(Senseless::ActualBelowZero(actual));
    }
    budget
        .is_negative()
        .then_some(Senseless::BudgetBelowZero(budget))
}

/// Why no sentence says this share; `None` where one can.
pub fn without_share(part: Number, whole: Number, share: &Measure) -> Option<Senseless> {
    if part.is_negative() {
        return Some(Senseless::PartBelowZero(part));
    }
    if whole.is_negative() {
        return Some(Senseless::WholeBelowZero(whole));
    }
    let Some(value) = share.value else {
        return Some(Senseless::WholeZero);
    };
    (value > Decimal::ONE_HUNDRED).then_some(Senseless::PartAboveWhole { part, whole })
}

/// Part ÷ whole (占…的百分比). A whole of zero is not applicable, whatever the part.
///
/// # Errors
/// As [`completion_rate`].
pub fn share(part: Number, whole: Number, places: u32) -> Result<Measure, TooLarge> {
    ratio(part, whole, places, Status::NotApplicable)
}

/// (This year − last year) ÷ last year (增长率). Where last year was zero or negative there is a
/// change but no rate: a rate on a negative base would have the wrong sign.
///
/// # Errors
/// As [`completion_rate`].
///
/// ```
/// use juesuan::{figure::number, measure::growth};
/// let [now, before] = ["1.38", "1.85"].map(|t| number(t).unwrap());
/// assert_eq!(growth(now, before, 1).unwrap().phrase(), "减少0.47万元，下降25.4%");
/// ```
pub fn growth(current: Number, previous: Number, places: u32) -> Result<Growth, TooLarge> {
    let places = places.min(MOST_PLACES);
    let change = current.minus(previous);
    let (now, before) = (current, previous);
    let without_rate = || {
        let working = Working::NoGrowth { now, before };
        Measure::without_value(Status::NotApplicable, places, working)
    };
    if previous.is_zero() || previous.is_negative() {
        let rate = without_rate();
        return Ok(Growth { rate, change });
    }
    let change_number = Number::new(change)?;
    let rate = match Quotient::new(&[change_number, Number::ONE_HUNDRED], previous)? {
        Some(quotient) => {
            let working = Working::Growth {
                now,
                before,
                places,
            };
            Measure::of(quotient, places, working)?
        }
        None => without_rate(),
    };
    Ok(Growth { rate, change })
}

/// Σ value × weight ÷ Σ weight, of percentages, with amounts as weights (加权平均).
/// Weights that add up to zero: not applicable.
///
/// # Errors
/// As [`completion_rate`].
pub fn weighted_mean(pairs: &[(Number, Number)], places: u32) -> Result<Measure, TooLarge> {
    let places = places.min(MOST_PLACES);
    let (products, weights) = sum_of_products(pairs)?;
    match Quotient::of_wide(products, weights) {
        Some(quotient) => {
            let spelled = Spelled::of(&quotient, places)?;
            Measure::of(quotient, places, Working::mean(pairs, Some(spelled)))
        }
        None => {
            let working = Working::mean(pairs, None);
            Ok(Measure::without_value(
                Status::NotApplicable,
                places,
                working,
            ))
        }
    }
}

fn ratio(
    above: Number,
    below: Number,
    places: u32,
    when_zero: Status,
) -> Result<Measure, TooLarge> {
    let places = places.min(MOST_PLACES);
    match Quotient::new(&[above, Number::ONE_HUNDRED], below)? {
        Some(quotient) => {
            let working = Working::Rate {
                above,
                below,
                places,
            };
            Measure::of(quotient, places, working)
        }
        None => {
            let why = NoRate::ByZero;
            let working = Working::NoRate { above, below, why };
            Ok(Measure::without_value(when_zero, places, working))
        }
    }
}
