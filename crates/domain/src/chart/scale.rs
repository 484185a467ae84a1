//! From amounts to lengths. The only rounding of the charts: a length is not a figure.

use rust_decimal::Decimal;

/// What is not nothing is seen, however small it is.
const LEAST: f32 = 2.0;

/// Steps of an axis on either side of zero, at most.
const MOST_STEPS: u32 = 5;

/// `value` ÷ `largest` by size, 0 to 1, to six decimals: a larger value never gives less.
pub(super) fn fraction(value: Decimal, largest: Decimal) -> f32 {
    let exact = value.abs().checked_div(largest.abs()).unwrap_or_default();
    let mut rounded = exact.min(Decimal::ONE).round_dp(6);
    rounded.rescale(6);
    rounded.mantissa() as f32 / 1e6
}

/// How long the bar of `value` is where `full` is the length of `largest`.
pub(super) fn length(value: Decimal, largest: Decimal, full: f32) -> f32 {
    if value.is_zero() {
        return 0.0;
    }
    (fraction(value, largest) * full).max(LEAST)
}

/// A value axis: from a round number to a round number, with zero on it.
pub(super) struct Axis {
    /// Zero or above.
    pub top: Decimal,
    /// Zero or below.
    pub bottom: Decimal,
    /// Round numbers from the bottom to the top, zero among them.
    pub ticks: Vec<Decimal>,
}

impl Axis {
    /// The axis which holds all values, or `None` where all of them are zero.
    pub fn over(values: impl Iterator<Item = Decimal>) -> Option<Self> {
        let (most, least) = values.fold((Decimal::ZERO, Decimal::ZERO), |(most, least), value| {
            (most.max(value), least.min(value))
        });
        let largest = most.max(least.abs());
        if largest.is_zero() {
            return None;
        }
        let step = round_step(largest);
        let (top, above) = steps_to(most, step);
        let (depth, below) = steps_to(least.abs(), step);
        let mut ticks: Vec<Decimal> = below.iter().rev().map(|tick| -*tick).collect();
        ticks.push(Decimal::ZERO);
        ticks.extend(above);
        Some(Axis {
            top,
            bottom: -depth,
            ticks,
        })
    }

    /// The longer side of the axis.
    pub fn largest(&self) -> Decimal {
        self.top.max(self.bottom.abs())
    }
}

/// The smallest of 1, 2, 5 times a power of ten of which few enough reach `largest`.
fn round_step(largest: Decimal) -> Decimal {
    let small = (1..=Decimal::MAX_SCALE).rev().map(|scale| (0, scale));
    let all = small.chain((0..=28).map(|zeros| (zeros, 0)));
    let steps = all.flat_map(|(zeros, scale)| {
        [1, 2, 5].map(|digit: i128| (digit * 10_i128.pow(zeros), scale))
    });
    steps
        .filter_map(|(mantissa, scale)| Decimal::try_from_i128_with_scale(mantissa, scale).ok())
        .find(|step| {
            // What leaves the range is more than any value.
            let reach = step.checked_mul(Decimal::from(MOST_STEPS));
            reach.is_none_or(|reach| reach >= largest)
        })
        .unwrap_or(largest)
}

/// The end of an axis that reaches `size`, and the steps to there without zero.
fn steps_to(size: Decimal, step: Decimal) -> (Decimal, Vec<Decimal>) {
    let (mut end, mut ticks) = (Decimal::ZERO, Vec::new());
    while end < size {
        match end.checked_add(step) {
            Some(next) => {
                end = next;
                ticks.push(end);
            }
            // The last round number is beyond the range: the axis ends with the value.
            None => end = size,
        }
    }
    (end, ticks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use juesuan_figure::grouped;

    #[test]
    fn axes_end_with_round_numbers() {
        let cases: [(&[&str], &[&str]); 9] = [
            (
                &["1544.93", "1552.63"],
                &["0", "500", "1,000", "1,500", "2,000"],
            ),
            (&["0.47"], &["0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
            (&["100"], &["0", "20", "40", "60", "80", "100"]),
            (&["100.01"], &["0", "50", "100", "150"]),
            (
                &["-30", "40"],
                &["-30", "-20", "-10", "0", "10", "20", "30", "40"],
            ),
            (&["-3", "0"], &["-3", "-2", "-1", "0"]),
            (
                &["0.0000000000000000000000000001"],
                &["0", "0.0000000000000000000000000001"],
            ),
            (
                &["79228162514264337593543950335"],
                &[
                    "0",
                    "20,000,000,000,000,000,000,000,000,000",
                    "40,000,000,000,000,000,000,000,000,000",
                    "60,000,000,000,000,000,000,000,000,000",
                ],
            ),
            (&["0", "-0"], &[]),
        ];
        for (values, ticks) in cases {
            let axis = Axis::over(values.iter().map(|v| v.parse().unwrap()));
            let shown: Vec<String> = axis
                .map(|axis| axis.ticks.iter().map(|tick| grouped(*tick)).collect())
                .unwrap_or_default();
            assert_eq!(shown, ticks, "{values:?}");
        }
    }
}
