//! Points dealt out over indicators.

use super::{Cell, Form, IndicatorField, RuleSet};
use juesuan_figure::{self as figure, Exact, Number, Quotient, Typed};

/// Points dealt out as evenly as they can be: what it changes is known before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The points that are dealt out.
    pub points: Number,
    /// Whether weights that are there already are replaced; otherwise only indicators without one get theirs.
    pub replaces: bool,
    /// How many indicators get how many points, the larger share first, in the order of the form; of equal shares one
    /// alone.
    pub shares: Vec<(usize, Number)>,
}

/// Decimals of a share.
const PLACES: u32 = 2;

impl Split {
    /// What can be dealt out: the points that the weights of a form leave, over the indicators without one; where
    /// none are left or all have one, all points over all of them. Nothing where that is so already.
    pub fn of(form: &Form, rules: &RuleSet) -> Option<Self> {
        // Known at every key in a form: no text is made here, and none read twice.
        let mut blank = 0;
        let typed = weights(form).filter(|(_, weight)| {
            blank += usize::from(weight.is_blank());
            !weight.is_blank()
        });
        let typed: Vec<Option<Number>> = typed
            .map(|(_, weight)| figure::score(weight).ok())
            .collect();
        let left = || {
            let typed = typed.iter().copied();
            let typed: Option<Vec<Number>> =
                typed.map(|n| n.filter(|n| !n.is_negative())).collect();
            let sum = Exact::sum(typed?).ok()?;
            let left = Exact::from(rules.indicator_points).checked_sub(sum)?;
            let left = left.number().ok()?;
            (!left.is_zero() && !left.is_negative()).then_some(left)
        };
        if let Some(left) = (blank > 0).then(left).flatten() {
            return Split::over(blank, left, false);
        }
        let split = Split::over(blank + typed.len(), rules.indicator_points, true)?;
        // Weights are compared as they are read: 8 and 8.0 are one.
        let is_so = blank == 0 && split.each().map(Some).eq(typed);
        (!is_so).then_some(split)
    }

    /// How many indicators get a share.
    pub fn count(&self) -> usize {
        self.shares.iter().map(|(count, _)| count).sum()
    }

    /// The weight of each indicator that gets one.
    pub fn cells(&self, form: &Form) -> Vec<(Cell, String)> {
        let rows = weights(form).filter(|(_, weight)| self.replaces || weight.is_blank());
        let shares = rows.zip(self.each());
        shares
            .map(|((cell, _), share)| (cell, share.to_string()))
            .collect()
    }

    /// The share of each in turn.
    fn each(&self) -> impl Iterator<Item = Number> {
        let shares = self.shares.iter();
        shares.flat_map(|(count, share)| std::iter::repeat_n(*share, *count))
    }

    fn over(count: usize, points: Number, replaces: bool) -> Option<Self> {
        let count = u32::try_from(count).ok()?;
        let (larger, share, rest) = shares(points, count)?;
        let shares = [(larger, share), (count - larger, rest)].into_iter();
        let shares = shares.filter(|(count, _)| *count > 0);
        Some(Split {
            points,
            replaces,
            shares: shares
                .map(|(count, share)| (count as usize, share))
                .collect(),
        })
    }
}

/// The weights of all indicators, with their cells.
fn weights(form: &Form) -> impl Iterator<Item = (Cell, &Typed)> {
    form.goals.iter().enumerate().flat_map(|(g, goal)| {
        let rows = goal.indicators.iter().enumerate();
        rows.map(move |(i, row)| (Cell::Indicator(g, i, IndicatorField::Weight), &row.weight))
    })
}

/// How many get the larger share, the larger share, and the other: equal where two decimals allow it, otherwise in
/// whole points, tenths or hundredths, so that no two differ by more than one of them.
fn shares(points: Number, count: u32) -> Option<(u32, Number, Number)> {
    let quotient = Quotient::new(&[points], Number::from(count)).ok()??;
    let cut = quotient.truncate(PLACES).ok()?;
    if cut.exact {
        let share = Number::new(cut.value).ok()?;
        return Some((count, share, share));
    }
    (points.decimals()..=PLACES).find_map(|places| {
        let cut = Number::new(quotient.truncate(places).ok()?.value).ok()?;
        if cut.is_zero() {
            return None;
        }
        let step = Number::new(rust_decimal::Decimal::new(1, places)).ok()?;
        let more = Number::new(cut.plus(step)).ok()?;
        let dealt = cut.times(Number::from(count)).ok()?;
        let over = Number::new(points.minus(dealt)).ok()?;
        let larger = Quotient::new(&[over], step).ok()??.truncate(0).ok()?;
        let larger = u32::try_from(larger.value.mantissa()).ok()?;
        Some((larger, more, cut))
    })
}
