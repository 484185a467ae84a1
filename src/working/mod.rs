//! How a figure was worked out, as data. It is cheap to make, since every score and every rate has one, and
//! is only put into words where somebody looks at it: see [`Spoken`](crate::say::Spoken).

mod notation;
mod spelled;

pub(crate) use notation::{mean, push_terms, side};
pub use spelled::Spelled;

use crate::figure::{Exact, Number};
use rust_decimal::Decimal;

/// A calculation. Points are those it comes to; percentages have `places` decimals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(
    missing_docs,
    reason = "fields are named for what they are in the formula, and stand in its order"
)]
pub enum Working {
    /// Nothing was calculated.
    #[default]
    Nothing,
    /// `10 × 1.0% ÷ 2.0% = 5`: a weight by a ratio, never more than the weight.
    Ratio {
        weight: Number,
        above: Number,
        below: Number,
        /// Both are percentages.
        percent: bool,
        points: Decimal,
    },
    /// `10 × 97.5% = 9.75`: a weight by a degree of completion.
    Degree {
        weight: Number,
        done: Number,
        points: Decimal,
    },
    /// An actual within the range of its target: all points.
    Within {
        actual: Shown,
        low: Shown,
        high: Shown,
        points: Decimal,
    },
    /// All points or none.
    Reached {
        actual: Shown,
        sign: Sign,
        target: Shown,
        reached: bool,
        points: Decimal,
    },
    /// By judgement, in a band of the weight from `low` to `high` percent.
    Band {
        name: String,
        weight: Number,
        low: Number,
        high: Number,
        points: Decimal,
    },
    /// A target and an actual brought to one period.
    Conversion(Box<[Converted; 2]>),
    /// `1,100 + 149.26 − 20 = 1,229.26`
    Sum(Sum),
    /// What the indicators of each goal weigh, and the points beside them that the execution has.
    Weights {
        goals: Vec<Exact>,
        sum: Exact,
        execution: Number,
    },
    /// `80.5% + 9.6% + 9.8% = 99.9%`: rounded shares, and what they add to.
    Shares {
        shares: Vec<Decimal>,
        sum: Decimal,
        places: u32,
    },
    /// `1,552.16 ÷ 1,516.89 = 102.3252…%`
    Rate {
        above: Number,
        below: Number,
        places: u32,
    },
    /// The same where it comes to nothing.
    NoRate {
        above: Number,
        below: Number,
        why: NoRate,
    },
    /// `(1.38 − 1.85) ÷ 1.85 = -25.4054…%`
    Growth {
        now: Number,
        before: Number,
        places: u32,
    },
    /// A change on a base that is not above zero, and so without a rate.
    NoGrowth { now: Number, before: Number },
    /// A mean of percentages, by amounts. The first pairs, and how many there are; without a value
    /// where the weights add up to zero.
    Mean {
        pairs: Vec<(Number, Number)>,
        count: usize,
        value: Option<Spelled>,
    },
}

/// Why a division has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRate {
    /// The divisor is zero.
    ByZero,
    /// Of the parts of a whole one is below zero.
    PartBelowZero,
    /// The whole is zero.
    WholeZero,
}

/// Amounts added up and taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// Those that are shown, at most [`Sum::SHOWN`].
    pub terms: Vec<Term>,
    /// How many there are.
    pub count: usize,
    /// What they come to; `None` where that is the one amount there is.
    pub result: Option<Exact>,
}

/// An amount of a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Whether it is taken away.
    pub minus: bool,
    /// The amount, without that sign.
    pub amount: Exact,
}

/// A number as it stands in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The number; of a percentage without its sign.
    pub number: Number,
    /// Whether it is a percentage.
    pub percent: bool,
}

/// A quantity, and what it is in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The quantity as typed, for its own period.
    pub typed: Shown,
    /// How often it comes in a year.
    pub times: u32,
    /// The same for a year.
    pub year: Shown,
    /// The unit of both; empty where there is none.
    pub unit: String,
}

/// How an actual stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// =
    Equal,
    /// ≠
    NotEqual,
    /// ≥
    AtLeast,
    /// <
    Below,
    /// ≤
    AtMost,
    /// >
    Above,
}

impl Sign {
    /// The sign as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Sign::Equal => "=",
            Sign::NotEqual => "≠",
            Sign::AtLeast => "≥",
            Sign::Below => "<",
            Sign::AtMost => "≤",
            Sign::Above => ">",
        }
    }
}

impl Sum {
    /// Terms of a long sum that are shown.
    pub const SHOWN: usize = 8;

    /// Of amounts and what they come to, all of them shown.
    pub fn of<T: Into<Exact>>(amounts: impl IntoIterator<Item = T>, result: Exact) -> Self {
        let terms: Vec<Term> = amounts
            .into_iter()
            .map(|amount| Term {
                minus: false,
                amount: amount.into(),
            })
            .collect();
        Sum {
            count: terms.len(),
            terms,
            result: Some(result),
        }
    }
}

impl Working {
    /// A sum of which all is shown: `20 + 40 = 60`.
    pub fn sum<T: Into<Exact>>(amounts: impl IntoIterator<Item = T>, result: Exact) -> Self {
        Working::Sum(Sum::of(amounts, result))
    }

    /// `40 − 15 = 25`
    pub fn difference(from: impl Into<Exact>, taken: impl Into<Exact>) -> Self {
        let (from, taken) = (from.into(), taken.into());
        let term = |minus, amount| Term { minus, amount };
        Working::Sum(Sum {
            terms: vec![term(false, from), term(true, taken)],
            count: 2,
            result: from.checked_sub(taken),
        })
    }

    /// Of a mean, by the first of its pairs.
    pub fn mean(pairs: &[(Number, Number)], value: Option<Spelled>) -> Self {
        const SHOWN: usize = 6;
        Working::Mean {
            pairs: pairs.iter().take(SHOWN).copied().collect(),
            count: pairs.len(),
            value,
        }
    }

    /// Whether nothing was calculated.
    pub fn is_nothing(&self) -> bool {
        *self == Working::Nothing
    }
}
