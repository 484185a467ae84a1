use super::display::Digits;
use super::narrow::{digits, tenfold, without_zeros};
use super::{Number, TooLarge, grouped};
use rust_decimal::Decimal;
use std::fmt;

/// An exact sum of figures: a whole number of units of 10^-10, the finest step of a [`Number`].
///
/// A `Decimal` rounds a sum to 28 digits and says nothing; this holds the sum of more than 10^10
/// [`Number`]s of any size exactly, and an operation that would leave 128 bits gives no result.
///
/// ```
/// use juesuan::figure::{Exact, number};
/// let largest = number("999999999999999999.9999999999").unwrap();
/// let eight = Exact::sum([largest; 8]).unwrap();
/// assert_eq!(eight.to_string(), "7999999999999999999.9999999992");
/// assert_eq!(eight.decimal(), None); // 29 digits: no Decimal holds them
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Exact(i128);

/// Units in 1.
const ONE: i128 = 10_i128.pow(Number::DECIMALS);

impl Exact {
    /// Nothing, and no units of it.
    pub const ZERO: Exact = Exact(0);
    /// One hundred: the points of a whole form, or all percent.
    pub const ONE_HUNDRED: Exact = Exact(100 * ONE);

    /// Exact sum.
    ///
    /// # Errors
    /// [`TooLarge`] where it leaves 128 bits, which needs more numbers than a machine can hold.
    pub fn sum<T: Into<Exact>>(parts: impl IntoIterator<Item = T>) -> Result<Self, TooLarge> {
        let mut parts = parts.into_iter();
        parts
            .try_fold(Exact::ZERO, |sum, part| sum.checked_add(part.into()))
            .ok_or(TooLarge)
    }

    /// The exact sum of two; `None` where it leaves 128 bits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Exact)
    }

    /// This less the other, exact; `None` where it leaves 128 bits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Exact)
    }

    /// Its size, whatever its sign.
    pub fn abs(self) -> Self {
        Exact(self.0.saturating_abs())
    }

    /// Whether it is exactly zero.
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is below zero; zero is not.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The same as a `Decimal`, without trailing zeros; `None` where none holds it exactly (more than
    /// 28 digits; of 29 only some).
    pub fn decimal(self) -> Option<Decimal> {
        let (mantissa, scale) = self.digits();
        Decimal::try_from_i128_with_scale(mantissa, scale).ok()
    }

    /// The same as a typed figure.
    ///
    /// # Errors
    /// [`TooLarge`] at 10^18 and beyond.
    pub fn number(self) -> Result<Number, TooLarge> {
        Number::new(self.decimal().ok_or(TooLarge)?)
    }

    /// Rounded half up, away from zero, to `places` decimals.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        if places >= Number::DECIMALS {
            return self;
        }
        let step = 10_i128.pow(Number::DECIMALS - places);
        let rest = self.0 % step;
        let cut = self.0 - rest;
        let up = if rest.abs() * 2 >= step {
            step * rest.signum()
        } else {
            0
        };
        // At the very end of the range there is nothing to round up to.
        Exact(cut.checked_add(up).unwrap_or(cut))
    }

    /// With thousands separators and without trailing zeros, all decimals shown: `1,552.63`.
    pub fn grouped(self) -> String {
        grouped(self)
    }
}

impl Digits for Exact {
    fn digits(self) -> (i128, u32) {
        let (mut mantissa, mut scale) = (self.0, Number::DECIMALS);
        if let Ok(narrow) = i64::try_from(mantissa) {
            let (narrow, scale) = digits(narrow, scale);
            return (i128::from(narrow), scale);
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        (mantissa, scale)
    }
}

impl From<Number> for Exact {
    fn from(number: Number) -> Self {
        Exact(number.units())
    }
}

/// For results that are already rounded, such as scores and percentages.
impl TryFrom<Decimal> for Exact {
    type Error = TooLarge;

    /// # Errors
    /// [`TooLarge`] where more than ten decimals are significant, or it leaves 128 bits.
    fn try_from(value: Decimal) -> Result<Self, TooLarge> {
        let short = value.scale() <= Number::DECIMALS;
        let value = if short { value } else { without_zeros(value) };
        let missing = Number::DECIMALS
            .checked_sub(value.scale())
            .ok_or(TooLarge)?;
        let units = value.mantissa().checked_mul(tenfold(missing) as i128);
        units.map(Exact).ok_or(TooLarge)
    }
}

impl PartialEq<Number> for Exact {
    fn eq(&self, other: &Number) -> bool {
        *self == Exact::from(*other)
    }
}

impl PartialOrd<Number> for Exact {
    fn partial_cmp(&self, other: &Number) -> Option<std::cmp::Ordering> {
        self.partial_cmp(&Exact::from(*other))
    }
}

/// Plain: no separators, no trailing zeros.
impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&grouped(*self).replace(',', ""))
    }
}
