use std::fmt;

/// A quotient rounded to its leading digits, however small it is.
///
/// A `Decimal` ends 28 places behind the point: of 10^-26 it would keep two digits. This is a whole
/// number and how many of its digits stand behind the point, and only ever shown.
///
/// ```
/// use juesuan::figure::{Number, Quotient, number};
/// let [a, b] = ["0.0000000001", "700000000000000000"].map(|t| number(t).unwrap());
/// let tiny = Quotient::new(&[a], b).unwrap().unwrap();
/// assert_eq!(tiny.significant(12).unwrap().to_string(), "0.000000000000000000000000000142857142857");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Significant {
    mantissa: i128,
    scale: u32,
}

impl Significant {
    /// `mantissa` ÷ 10^`scale`, without trailing zeros behind the point.
    pub(super) fn new(mut mantissa: i128, mut scale: u32) -> Self {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Significant { mantissa, scale }
    }

    /// Whether it is exactly zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }
}

/// Plain: no separators, no trailing zeros.
impl fmt::Display for Significant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let scale = self.scale as usize;
        let digits = format!(
            "{:0>width$}",
            self.mantissa.unsigned_abs(),
            width = scale + 1
        );
        let (whole, decimals) = digits.split_at(digits.len() - scale);
        if decimals.is_empty() {
            write!(f, "{sign}{whole}")
        } else {
            write!(f, "{sign}{whole}.{decimals}")
        }
    }
}
