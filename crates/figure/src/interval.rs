//! What a printed figure allows: it was rounded, so the exact one lies within half a unit of its last digit.

use rust_decimal::{Decimal, RoundingStrategy};

/// A figure as it was printed, in a chosen unit, with the digits that were printed.
///
/// ```
/// use juesuan_figure::interval::Printed;
/// let amount = Printed::new("9746.50".parse().unwrap());
/// assert_eq!(amount.interval().low.to_string(), "9746.495");
/// // A whole number is taken to be exact.
/// assert_eq!(Printed::new("39".parse().unwrap()).interval().low.to_string(), "39");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Printed {
    /// The figure.
    pub value: Decimal,
    /// Half a unit of its last digit; zero where it is exact.
    pub half: Decimal,
}

impl Printed {
    /// A figure with so many decimals as it has. Without decimals it is exact.
    pub fn new(value: Decimal) -> Self {
        let half = match value.scale() {
            0 => Decimal::ZERO,
            decimals => half_unit(decimals),
        };
        Printed { value, half }
    }

    /// A figure that was not rounded.
    pub fn exact(value: Decimal) -> Self {
        Printed {
            value,
            half: Decimal::ZERO,
        }
    }

    /// The same where whole numbers are rounded too: it may be off by half of its last digit even if that is a one.
    #[must_use]
    pub fn rounded(self) -> Self {
        let half = if self.half.is_zero() {
            half_unit(self.value.scale())
        } else {
            self.half
        };
        Printed { half, ..self }
    }

    /// In a unit that is so many times as small: 元 in 万元 are `Printed::new(yuan).times(0.0001)`.
    /// `None` where that is too long to be held exactly.
    pub fn times(self, factor: Decimal) -> Option<Self> {
        Some(Printed {
            value: self.value.checked_mul(factor)?,
            half: self.half.checked_mul(factor)?,
        })
    }

    /// The sum of both: off by what both may be off. `None` out of range.
    pub fn plus(self, other: Printed) -> Option<Self> {
        Some(Printed {
            value: self.value.checked_add(other.value)?,
            half: self.half.checked_add(other.half)?,
        })
    }

    /// The difference of both, off by what both may be off.
    ///
    /// ```
    /// use juesuan_figure::interval::Printed;
    /// let (now, last) = (Printed::new("1.50".parse().unwrap()), Printed::new("1.4".parse().unwrap()));
    /// let change = now.minus(last).unwrap();
    /// assert_eq!((change.value.to_string(), change.half.to_string()), ("0.10".into(), "0.055".into()));
    /// ```
    pub fn minus(self, other: Printed) -> Option<Self> {
        Some(Printed {
            value: self.value.checked_sub(other.value)?,
            half: self.half.checked_add(other.half)?,
        })
    }

    /// What it may have been.
    pub fn interval(self) -> Interval {
        Interval {
            low: self.value - self.half,
            high: self.value + self.half,
        }
    }

    /// Whether the exact value may be one of these. An end of either is among them.
    pub fn allows(self, of: Interval) -> bool {
        self.interval().meets(of)
    }
}

/// Half of the last of so many decimals: 0.005 of two.
pub fn half_unit(decimals: u32) -> Decimal {
    Decimal::new(5, (decimals + 1).min(Decimal::MAX_SCALE))
}

/// All values from `low` to `high`, both among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The smallest.
    pub low: Decimal,
    /// The greatest.
    pub high: Decimal,
}

impl Interval {
    /// One value.
    pub fn of(value: Decimal) -> Self {
        Interval {
            low: value,
            high: value,
        }
    }

    /// Whether they have a value in common.
    pub fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Every value with the other sign.
    #[must_use]
    pub fn negative(self) -> Interval {
        Interval {
            low: -self.high,
            high: -self.low,
        }
    }

    /// `self ÷ whole`, in percent. `None` where the whole may be zero.
    ///
    /// ```
    /// use juesuan_figure::interval::Printed;
    /// let (part, whole) = (Printed::new("0.39".parse().unwrap()), Printed::new("2.85".parse().unwrap()));
    /// let share = part.interval().percent_of(whole.interval()).unwrap();
    /// assert!(Printed::new("13.68".parse().unwrap()).allows(share));
    /// assert!(!Printed::new("14.02".parse().unwrap()).allows(share));
    /// ```
    pub fn percent_of(self, whole: Interval) -> Option<Interval> {
        if whole.low <= Decimal::ZERO && whole.high >= Decimal::ZERO {
            return None;
        }
        let mut ends = Vec::with_capacity(4);
        for part in [self.low, self.high] {
            for whole in [whole.low, whole.high] {
                ends.push(part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?);
            }
        }
        Some(Interval {
            low: ends.iter().copied().min()?,
            high: ends.iter().copied().max()?,
        })
    }
}

/// Rounded half up, away from zero, as percentages are published.
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    let mut rounded =
        value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}
