//! Numbers as decimal digits. Spreadsheets keep binary numbers and show 15 digits of them: 0.1 + 0.2 is 0.3.

/// A number as digits: 0.000123 is `123` with its point at -3.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Decimal {
    pub negative: bool,
    /// Without zeros at its ends; empty for zero.
    digits: Vec<u8>,
    /// How many digits stand before the point.
    point: i32,
}

impl Decimal {
    /// The 15 digits that a spreadsheet shows; `None` for what is no number.
    pub fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = format!("{:.14e}", value.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let mut digits: Vec<u8> = mantissa
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(|it| it - b'0')
            .collect();
        while digits.pop_if(|it| *it == 0).is_some() {}
        let point = if digits.is_empty() {
            0
        } else {
            exponent.parse::<i32>().ok()? + 1
        };
        Some(Decimal {
            negative: value < 0.0 && !digits.is_empty(),
            digits,
            point,
        })
    }

    /// Times ten to some power.
    pub fn shift(&mut self, places: i32) {
        if !self.digits.is_empty() {
            self.point += places;
        }
    }

    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Rounded to some places, half away from zero.
    pub fn round(&mut self, places: usize) {
        let places = i32::try_from(places).unwrap_or(i32::MAX);
        let keep = self.point.saturating_add(places);
        let Ok(keep) = usize::try_from(keep) else {
            self.digits.clear();
            self.negative = false;
            return;
        };
        let Some(next) = self.digits.get(keep).copied() else {
            return;
        };
        self.digits.truncate(keep);
        if next >= 5 {
            let mut carry = true;
            for digit in self.digits.iter_mut().rev() {
                if *digit < 9 {
                    *digit += 1;
                    carry = false;
                    break;
                }
                *digit = 0;
            }
            if carry {
                self.digits.insert(0, 1);
                self.point += 1;
            }
        }
        while self.digits.pop_if(|it| *it == 0).is_some() {}
        if self.digits.is_empty() {
            self.negative = false;
            self.point = 0;
        }
    }

    /// The digits before the point, without zeros at the begin; and those behind it, without zeros at the end.
    pub fn parts(&self) -> (String, String) {
        let digit = |it: i32| {
            usize::try_from(it)
                .ok()
                .and_then(|it| self.digits.get(it))
                .map_or('0', |it| char::from(b'0' + it))
        };
        let count = i32::try_from(self.digits.len()).unwrap_or(0);
        let whole = (0..self.point).map(digit).collect();
        let rest = if self.digits.is_empty() {
            String::new()
        } else {
            (self.point..count).map(digit).collect()
        };
        (whole, rest)
    }
}

/// A number as the general format shows it where there is room.
pub(super) fn general(value: f64) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return String::new();
    };
    if !decimal.is_zero() && !(-9..=20).contains(&decimal.point) {
        return scientific(value, 14);
    }
    let (whole, rest) = decimal.parts();
    let sign = if decimal.negative { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { &whole };
    match rest.is_empty() {
        true => format!("{sign}{whole}"),
        false => format!("{sign}{whole}.{rest}"),
    }
}

/// With a power of ten: 1.5E+20.
pub(super) fn scientific(value: f64, places: usize) -> String {
    let text = format!("{:.*e}", places.min(30), value);
    let Some((mantissa, exponent)) = text.split_once('e') else {
        return text;
    };
    let mantissa = match places {
        14 if mantissa.contains('.') => mantissa.trim_end_matches('0').trim_end_matches('.'),
        _ => mantissa,
    };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    format!(
        "{mantissa}E{}{:02}",
        if exponent < 0 { '-' } else { '+' },
        exponent.abs()
    )
}
