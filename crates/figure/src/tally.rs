//! Sum, count and average of figures that somebody looks at together.

use super::{Exact, Number, Quotient};
use rust_decimal::Decimal;

/// What some figures come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// How many there are.
    pub count: usize,
    /// Their exact sum.
    pub sum: Exact,
    /// Their average with [`Tally::PLACES`] decimals at most, and whether it was rounded; `None` where it is too
    /// large to be divided.
    pub average: Option<(Decimal, bool)>,
}

impl Tally {
    /// Decimals of an average.
    pub const PLACES: u32 = 2;

    /// Of figures; `None` of none at all, and where their sum leaves what can be held exactly.
    ///
    /// ```
    /// use juesuan_figure::{Tally, number};
    /// let figures = ["1", "2", "2.5"].map(|text| number(text).unwrap());
    /// let tally = Tally::of(figures).unwrap();
    /// assert_eq!((tally.count, tally.sum.grouped().as_str()), (3, "5.5"));
    /// assert_eq!(tally.average, Some(("1.83".parse().unwrap(), true)));
    /// ```
    pub fn of<T: Into<Exact>>(figures: impl IntoIterator<Item = T>) -> Option<Self> {
        let mut count = 0_u32;
        let mut sum = Exact::ZERO;
        for figure in figures {
            sum = sum.checked_add(figure.into())?;
            count = count.checked_add(1)?;
        }
        if count == 0 {
            return None;
        }
        let average = || {
            let quotient = Quotient::new(&[sum.number().ok()?], Number::from(count)).ok()??;
            let (value, exact) = quotient.rounded(Self::PLACES).ok()?;
            Some((value, !exact))
        };
        Some(Tally {
            count: count as usize,
            sum,
            average: average(),
        })
    }
}
