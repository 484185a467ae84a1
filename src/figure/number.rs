use super::narrow::{tenfold, without_zeros};
use crate::typed::Typed;
use ethnum::I256;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::cmp::Ordering;
use std::fmt;

/// A typed figure: an exact decimal small enough that sums and products of a few of them stay exact.
///
/// Below 10^18 in size and with at most 10 decimals. The bound is what lets the rest of the crate
/// calculate without rounding: a sum of two numbers always fits a [`Decimal`], a product of two
/// always fits 256 bits. No real account comes near it (10^18 万元 is a thousand times the world's
/// product).
///
/// ```
/// use juesuan::figure::Number;
/// let n = Number::new("1552.63".parse().unwrap()).unwrap();
/// assert_eq!(n.to_string(), "1552.63");
/// assert!(Number::new("1000000000000000000".parse().unwrap()).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "string"))]
pub struct Number(Decimal);

/// The result of a calculation, or a figure, does not fit; nothing was rounded or cut to make it fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl Number {
    /// Nothing.
    pub const ZERO: Number = Number(Decimal::ZERO);
    /// One hundred: the points of a whole form, or all percent.
    pub const ONE_HUNDRED: Number = Number(Decimal::ONE_HUNDRED);
    /// Digits before the point, at most.
    pub const INTEGER_DIGITS: u32 = 18;
    /// Digits behind the point, at most, trailing zeros not counted.
    pub const DECIMALS: u32 = 10;

    /// Takes a decimal within the bounds; trailing zeros do not count.
    ///
    /// # Errors
    /// [`TooLarge`] where the size reaches 10^18 or more than ten decimals are significant.
    pub fn new(value: Decimal) -> Result<Self, TooLarge> {
        let value = without_zeros(value);
        let scale = value.scale();
        if scale > Self::DECIMALS
            || value.mantissa().unsigned_abs() >= tenfold(Self::INTEGER_DIGITS + scale)
        {
            return Err(TooLarge);
        }
        Ok(Number(value))
    }

    /// `mantissa` ÷ 10^`scale`, the parser's way in.
    pub(super) fn from_parts(mantissa: i128, scale: u32) -> Result<Self, TooLarge> {
        let value = Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| TooLarge)?;
        Self::new(value)
    }

    /// The quick way in for a mantissa of at most 15 digits without trailing zeros behind the point;
    /// `None` where it has too many decimals.
    pub(super) fn small(mantissa: i64, scale: u32) -> Option<Self> {
        (scale <= Self::DECIMALS).then(|| Number(Decimal::new(mantissa, scale)))
    }

    /// The same value as a `Decimal`, for calculations that stay within its digits.
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// Whether it is exactly zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero; zero is not.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// How many digits stand behind the point, trailing zeros not counted.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// Exact sum; also exact where it leaves the bounds of a `Number`, hence the `Decimal`.
    pub fn plus(self, other: Number) -> Decimal {
        self.0 + other.0
    }

    /// Exact difference, see [`Number::plus`].
    pub fn minus(self, other: Number) -> Decimal {
        self.0 - other.0
    }

    /// Exact sum of any number of them.
    ///
    /// # Errors
    /// [`TooLarge`] where the sum is no `Number` any more; what lies between may be larger.
    ///
    /// ```
    /// use juesuan::figure::{Number, number};
    /// let parts = ["0.1", "0.2", "-0.3"].map(|t| number(t).unwrap());
    /// assert!(Number::sum(parts).unwrap().is_zero());
    /// ```
    pub fn sum(numbers: impl IntoIterator<Item = Number>) -> Result<Number, TooLarge> {
        let mut sum = 0_i128;
        for number in numbers {
            sum = sum.checked_add(number.units()).ok_or(TooLarge)?;
        }
        Self::from_parts(sum, Self::DECIMALS)
    }

    /// How it stands against a percentage of a whole; exact, whatever their sizes.
    ///
    /// ```
    /// use juesuan::figure::number;
    /// let [points, third, weight] = ["2.5", "33.3333333333", "7.5"].map(|t| number(t).unwrap());
    /// assert!(points.against_percent(third, weight).is_gt());
    /// ```
    pub fn against_percent(self, percent: Number, whole: Number) -> Ordering {
        let wide = |a: Number, b: Number| I256::from(a.units()) * I256::from(b.units());
        wide(self, Number::ONE_HUNDRED).cmp(&wide(whole, percent))
    }

    /// How many times 10^-10 it is: a whole number, below 10^28 in size.
    pub(crate) fn units(self) -> i128 {
        self.0.mantissa() * tenfold(Self::DECIMALS - self.0.scale()) as i128
    }

    /// Exact product.
    ///
    /// # Errors
    /// [`TooLarge`] where the product is no `Number` any more.
    pub fn times(self, factor: Number) -> Result<Number, TooLarge> {
        let scale = self.0.scale() + factor.0.scale();
        let mantissa = self
            .0
            .mantissa()
            .checked_mul(factor.0.mantissa())
            .ok_or(TooLarge)?;
        Self::from_parts(mantissa, scale)
    }
}

/// By their units: both are below 10^28, so nothing has to be brought to one scale first.
impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.0.scale() == other.0.scale() {
            return self.0.mantissa().cmp(&other.0.mantissa());
        }
        self.units().cmp(&other.units())
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Number {
    /// Where it is below 10^18.
    pub(super) fn try_from_u64(value: u64) -> Option<Self> {
        Number::new(Decimal::from(value)).ok()
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Number(Decimal::from(value))
    }
}

impl TryFrom<Decimal> for Number {
    type Error = TooLarge;
    fn try_from(value: Decimal) -> Result<Self, TooLarge> {
        Number::new(value)
    }
}

/// Plain: no separators, no trailing zeros.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// In files: a plain string.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// From a string or a number, read as people write numbers.
impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Typed::deserialize(deserializer)?;
        super::number(&text).map_err(|error| {
            D::Error::custom(format_args!("“{}” is not a number", error.excerpt()))
        })
    }
}
