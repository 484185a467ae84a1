use super::narrow::tenfold;
use super::{Number, Significant, TooLarge};
use ethnum::I256;
use rust_decimal::Decimal;

/// An exact quotient of figures, kept as two whole numbers until it is rounded, once.
///
/// A `Decimal` division is already rounded to 28 digits, and rounding that again can be wrong in the
/// last digit; this cannot.
///
/// ```
/// use juesuan::figure::{Number, Quotient};
/// let [a, b] = ["1552.16", "1516.89"].map(|t| juesuan::figure::number(t).unwrap());
/// let rate = Quotient::new(&[a, Number::ONE_HUNDRED], b).unwrap().unwrap();
/// assert_eq!(rate.round(1).unwrap().to_string(), "102.3");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotient(Parts);

/// Two sizes: 128 bits hold what units publish and are quick, 256 bits hold everything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parts {
    Narrow(i128, i128),
    Wide(I256, I256),
}

/// A quotient cut, not rounded, behind some decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Truncated {
    /// The quotient with as many decimals as were asked for.
    pub value: Decimal,
    /// Whether nothing was cut off.
    pub exact: bool,
}

impl Quotient {
    /// The product of `numerators` ÷ `denominator`; `None` where the denominator is zero.
    ///
    /// # Errors
    /// [`TooLarge`] where the product leaves 256 bits, which two factors never do.
    pub fn new(numerators: &[Number], denominator: Number) -> Result<Option<Self>, TooLarge> {
        if denominator.is_zero() {
            return Ok(None);
        }
        let mut scale = 0;
        let mut narrow = Some(1_i128);
        for n in numerators {
            scale += n.decimal().scale();
            narrow = narrow.and_then(|p| p.checked_mul(n.decimal().mantissa()));
        }
        let below = denominator.decimal();
        // Both sides are brought to whole numbers: the side with fewer decimals gets the zeros.
        let (up, down) = (
            below.scale().saturating_sub(scale),
            scale.saturating_sub(below.scale()),
        );
        let parts = narrow.and_then(|n| {
            let n = n.checked_mul(power_of_ten(up)?)?;
            let d = below.mantissa().checked_mul(power_of_ten(down)?)?;
            Some(Parts::Narrow(n, d))
        });
        if let Some(parts) = parts {
            return Ok(Some(Quotient(parts)));
        }
        let mut wide = I256::ONE;
        for n in numerators {
            wide = times(wide, I256::from(n.decimal().mantissa()))?;
        }
        let n = times(wide, wide_power_of_ten(up)?)?;
        let d = times(I256::from(below.mantissa()), wide_power_of_ten(down)?)?;
        Ok(Some(Quotient(Parts::Wide(n, d))))
    }

    /// From [`sum_of_products`] and a divisor at the same scale.
    pub(crate) fn of_wide(numerator: I256, denominator: I256) -> Option<Self> {
        (denominator != I256::ZERO).then_some(Quotient(Parts::Wide(numerator, denominator)))
    }

    /// Whether it is below zero; zero is not.
    pub fn is_negative(&self) -> bool {
        match self.0 {
            Parts::Narrow(n, d) => (n < 0) != (d < 0) && n != 0,
            Parts::Wide(n, d) => n.is_negative() != d.is_negative() && n != I256::ZERO,
        }
    }

    /// Rounded half up, away from zero, to `places` decimals. Zero has no sign.
    ///
    /// # Errors
    /// [`TooLarge`] where the result has more than 28 digits.
    pub fn round(&self, places: u32) -> Result<Decimal, TooLarge> {
        self.decimal(places, true).map(|(value, _)| value)
    }

    /// As [`Quotient::round`], and whether nothing was rounded away.
    ///
    /// # Errors
    /// As [`Quotient::round`].
    pub(crate) fn rounded(&self, places: u32) -> Result<(Decimal, bool), TooLarge> {
        self.decimal(places, true)
    }

    /// Cut behind `places` decimals, as workings print it: `102.3252…`.
    ///
    /// # Errors
    /// As [`Quotient::round`].
    pub fn truncate(&self, places: u32) -> Result<Truncated, TooLarge> {
        let (value, exact) = self.decimal(places, false)?;
        Ok(Truncated { value, exact })
    }

    /// To `digits` significant digits, rounded half up, without trailing zeros; all digits before the
    /// point.
    ///
    /// # Errors
    /// As [`Quotient::round`].
    pub fn significant(&self, digits: u32) -> Result<Significant, TooLarge> {
        let whole = self.truncate(0)?.value.abs();
        if !whole.is_zero() {
            let places = digits.saturating_sub(whole.to_string().len() as u32);
            let value = self.round(places)?;
            return Ok(Significant::new(value.mantissa(), value.scale()));
        }
        // Below 1, leading zeros are not significant: look for the first digit that is.
        let full = 10_u128.pow(digits - 1);
        let mut places = digits;
        loop {
            let (cut, exact) = self.divide(places, false)?;
            if exact || cut.unsigned_abs() >= full {
                let (rounded, _) = self.divide(places, true)?;
                return Ok(Significant::new(rounded, places));
            }
            places += 1;
        }
    }

    /// A whole number of the last of `places`, and whether nothing was cut or rounded away.
    fn divide(&self, places: u32, half_up: bool) -> Result<(i128, bool), TooLarge> {
        let negative = self.is_negative();
        let (quotient, exact) = match self.0 {
            Parts::Narrow(n, d) => {
                let scaled = power_of_ten(places).and_then(|p| n.checked_mul(p));
                match scaled {
                    Some(n) => {
                        let (n, d) = (n.unsigned_abs(), d.unsigned_abs());
                        let (q, r) = match (u64::try_from(n), u64::try_from(d)) {
                            (Ok(n), Ok(d)) => (u128::from(n / d), u128::from(n % d)),
                            _ => (n / d, n % d),
                        };
                        let up = half_up && r >= d - r;
                        let q = i128::try_from(q).map_err(|_| TooLarge)?;
                        (q.checked_add(i128::from(up)).ok_or(TooLarge)?, r == 0)
                    }
                    None => divide_wide(I256::from(n), I256::from(d), places, half_up)?,
                }
            }
            Parts::Wide(n, d) => divide_wide(n, d, places, half_up)?,
        };
        Ok((if negative { -quotient } else { quotient }, exact))
    }

    fn decimal(&self, places: u32, half_up: bool) -> Result<(Decimal, bool), TooLarge> {
        let (units, exact) = self.divide(places, half_up)?;
        let value = Decimal::try_from_i128_with_scale(units, places).map_err(|_| TooLarge)?;
        Ok((value, exact))
    }
}

fn divide_wide(n: I256, d: I256, places: u32, half_up: bool) -> Result<(i128, bool), TooLarge> {
    let n = times(n, wide_power_of_ten(places)?)?
        .checked_abs()
        .ok_or(TooLarge)?;
    let d = d.checked_abs().ok_or(TooLarge)?;
    let (q, r) = (n / d, n % d);
    let up = half_up && r >= d - r;
    let q = i128::try_from(q).map_err(|_| TooLarge)?;
    Ok((
        q.checked_add(i128::from(up)).ok_or(TooLarge)?,
        r == I256::ZERO,
    ))
}

/// Σ value × weight and Σ weight, exact, both at a scale of 20 decimals (that of any product of two
/// [`Number`]s); their quotient is the weighted mean.
///
/// # Errors
/// [`TooLarge`] where a sum leaves 256 bits.
pub fn sum_of_products(pairs: &[(Number, Number)]) -> Result<(I256, I256), TooLarge> {
    const SCALE: u32 = 2 * Number::DECIMALS;
    let (mut products, mut weights) = (I256::ZERO, I256::ZERO);
    for (value, weight) in pairs {
        let (v, w) = (value.decimal(), weight.decimal());
        let product = times(I256::from(v.mantissa()), I256::from(w.mantissa()))?;
        let product = times(product, wide_power_of_ten(SCALE - v.scale() - w.scale())?)?;
        let weight = times(
            I256::from(w.mantissa()),
            wide_power_of_ten(SCALE - w.scale())?,
        )?;
        products = products.checked_add(product).ok_or(TooLarge)?;
        weights = weights.checked_add(weight).ok_or(TooLarge)?;
    }
    Ok((products, weights))
}

fn times(a: I256, b: I256) -> Result<I256, TooLarge> {
    a.checked_mul(b).ok_or(TooLarge)
}

fn power_of_ten(exponent: u32) -> Option<i128> {
    i128::try_from(tenfold(exponent)).ok()
}

fn wide_power_of_ten(exponent: u32) -> Result<I256, TooLarge> {
    I256::new(10).checked_pow(exponent).ok_or(TooLarge)
}
