//! A percent figure against the amounts that it should come from.

use super::item::Value;
use super::signs;
use crate::claimed::Verdict;
use crate::{Cause, Spot};
use juesuan_figure::interval::{Interval, Printed, rounded};
use rust_decimal::Decimal;

/// One way to work a percent figure out.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    /// What it comes to with the amounts as they are printed.
    pub nominal: Decimal,
    /// What it may come to.
    pub interval: Interval,
    pub working: String,
    /// Where the amounts stand.
    pub from: Vec<Spot>,
    /// The words say that it is this way. One that is not sure may explain a figure, but never makes it wrong.
    pub sure: bool,
}

/// What was found of a figure.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub verdict: Verdict,
    pub computed: Option<String>,
    pub working: Option<String>,
    pub from: Vec<Spot>,
    /// The figure is right, its direction is not.
    pub turned: bool,
}

impl Held {
    pub fn unknown() -> Self {
        Held {
            verdict: Verdict::Unknown,
            computed: None,
            working: None,
            from: Vec::new(),
            turned: false,
        }
    }
}

/// Part ÷ whole.
pub(crate) fn share(part: &Value, whole: &Value) -> Option<Way> {
    let interval = part
        .printed
        .interval()
        .percent_of(whole.printed.interval())?;
    let nominal = percent(part.printed.value, whole.printed.value)?;
    Some(Way {
        nominal,
        interval,
        working: signs::share(part.printed.value, whole.printed.value, nominal),
        from: spots(&[part, whole]),
        sure: part.sure && whole.sure,
    })
}

/// Change ÷ (this year − change).
pub(crate) fn growth(now: &Value, change: &Value) -> Option<Way> {
    let last = now.printed.interval().minus(change.printed.interval())?;
    let interval = change.printed.interval().percent_of(last)?;
    let before = now.printed.value.checked_sub(change.printed.value)?;
    let nominal = percent(change.printed.value, before)?;
    Some(Way {
        nominal,
        interval,
        working: signs::growth(change.printed.value, now.printed.value, nominal),
        from: spots(&[now, change]),
        sure: now.sure && change.sure,
    })
}

/// (this year − last year) ÷ last year.
pub(crate) fn growth_from(now: &Value, last: &Value) -> Option<Way> {
    let change = now.printed.interval().minus(last.printed.interval())?;
    let interval = change.percent_of(last.printed.interval())?;
    let nominal = percent(
        now.printed.value.checked_sub(last.printed.value)?,
        last.printed.value,
    )?;
    Some(Way {
        nominal,
        interval,
        working: signs::growth_from(now.printed.value, last.printed.value, nominal),
        from: spots(&[now, last]),
        sure: now.sure && last.sure,
    })
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

fn spots(values: &[&Value]) -> Vec<Spot> {
    values
        .iter()
        .filter_map(|value| value.spot.clone())
        .collect()
}

/// Holds a percent figure against the ways that there are, the likeliest first.
pub(crate) fn held(claimed: Printed, ways: &[Way]) -> Held {
    let decimals = claimed.value.scale();
    let fits = |way: &&Way| rounded(way.nominal, decimals) == claimed.value;
    let allows = |way: &&Way| claimed.rounded().allows(way.interval);
    let shown = |verdict, way: &Way| Held {
        verdict,
        computed: Some(format!("{}%", rounded(way.nominal, decimals))),
        working: Some(way.working.clone()),
        from: way.from.clone(),
        turned: false,
    };
    if let Some(way) = ways.iter().find(fits) {
        return shown(Verdict::Agrees, way);
    }
    if let Some(way) = ways.iter().find(allows) {
        return shown(Verdict::Rounding, way);
    }
    match ways.iter().find(|way| way.sure) {
        Some(way) => shown(Verdict::Wrong, way),
        None => Held::unknown(),
    }
}

/// What may have gone wrong with a percent figure that should be `right`.
pub(crate) fn cause(claimed: Printed, right: Decimal) -> Option<Cause> {
    let decimals = claimed.value.scale();
    let same = |value: Decimal| rounded(value, decimals) == claimed.value;
    let cut = right.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::ToZero);
    if cut == claimed.value {
        return Some(Cause::Truncated);
    }
    let hundred = Decimal::ONE_HUNDRED;
    let of_this_year = right
        .checked_mul(hundred)
        .and_then(|part| part.checked_div(hundred + right));
    if of_this_year.is_some_and(same) {
        return Some(Cause::ByThisYear);
    }
    if same(hundred - right) {
        return Some(Cause::Complement);
    }
    let ten = Decimal::TEN;
    if same(right * ten) || same(right / ten) {
        return Some(Cause::Ten);
    }
    if same(right * hundred) || same(right / hundred) {
        return Some(Cause::Hundred);
    }
    None
}
