//! Points dealt out over indicators.

use super::{Cell, Form, IndicatorField, RuleSet};
use juesuan_figure::{self as figure, Exact, Number, Quotient};

/// Points dealt out as evenly as they can be: what it changes is known before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The points that are dealt out.
    pub points: Number,
    /// Whether weights that are there already are replaced; otherwise only indicators without one get theirs.
    pub replaces: bool,
    /// How many indicators get how many points, the larger share first; of equal shares one alone.
    pub shares: Vec<(usize, Number)>,
    /// The weight of each indicator that gets one, in the order of the form.
    pub cells: Vec<(Cell, String)>,
}

/// Decimals of a share.
const PLACES: u32 = 2;

impl Split {
    /// What can be dealt out: the points that the weights of a form leave, over the indicators without one; where
    /// none are left or all have one, all points over all of them. Nothing where that is so already.
    pub fn of(form: &Form, rules: &RuleSet) -> Option<Self> {
        let rows = form.goals.iter().enumerate().flat_map(|(g, goal)| {
            let rows = goal.indicators.iter().enumerate();
            rows.map(move |(i, row)| (Cell::Indicator(g, i, IndicatorField::Weight), &row.weight))
        });
        let rows: Vec<_> = rows.collect();
        let blank = rows.iter().filter(|(_, weight)| weight.is_blank());
        let blank: Vec<Cell> = blank.map(|(cell, _)| *cell).collect();
        let typed = rows.iter().filter(|(_, weight)| !weight.is_blank());
        let typed: Option<Vec<Number>> = typed
            .map(|(_, weight)| figure::score(weight).ok().filter(|n| !n.is_negative()))
            .collect();
        let left = typed.as_ref().and_then(|typed| {
            let sum = Exact::sum(typed.iter().copied()).ok()?;
            let left = Exact::from(rules.indicator_points).checked_sub(sum)?;
            left.number()
                .ok()
                .filter(|left| !left.is_zero() && !left.is_negative())
        });
        if let Some(left) = left.filter(|_| !blank.is_empty()) {
            return Split::over(blank, left, false);
        }
        let all: Vec<Cell> = rows.iter().map(|(cell, _)| *cell).collect();
        let split = Split::over(all, rules.indicator_points, true)?;
        // What the cells have is compared as it is read: 8 and 8.0 are one weight.
        let same = |((_, text), (_, typed)): (&(Cell, String), &(Cell, &figure::Typed))| {
            figure::score(text).ok() == figure::score(typed).ok()
        };
        (!split.cells.iter().zip(&rows).all(same)).then_some(split)
    }

    fn over(cells: Vec<Cell>, points: Number, replaces: bool) -> Option<Self> {
        let count = u32::try_from(cells.len()).ok()?;
        let (larger, share, rest) = shares(points, count)?;
        let weights = (0..count).map(|at| if at < larger { share } else { rest });
        let cells = cells.into_iter().zip(weights);
        let cells = cells
            .map(|(cell, share)| (cell, share.to_string()))
            .collect();
        let shares = [(larger, share), (count - larger, rest)].into_iter();
        let shares = shares.filter(|(count, _)| *count > 0);
        Some(Split {
            points,
            replaces,
            shares: shares
                .map(|(count, share)| (count as usize, share))
                .collect(),
            cells,
        })
    }
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
