//! A percent figure against the amounts that it should come from.

use super::item::Value;
use super::roles::negative;
use super::signs;
use crate::claimed::Verdict;
use crate::{Cause, Spot};
use juesuan_figure::interval::{Interval, Printed, rounded};
use rust_decimal::Decimal;

/// How many 元 are one 万元.
pub(super) const YUAN_IN_WAN: i64 = 10_000;

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
    /// The two amounts, each with its place.
    pub amounts: [(Decimal, Option<Spot>); 2],
    /// What they come to, in percent.
    pub rate: fn(Decimal, Decimal) -> Option<Decimal>,
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
    /// The amounts of which one has the wrong unit, if the figure is right.
    pub unit: Vec<Spot>,
}

impl Held {
    pub fn unknown() -> Self {
        Held {
            verdict: Verdict::Unknown,
            computed: None,
            working: None,
            from: Vec::new(),
            turned: false,
            unit: Vec::new(),
        }
    }
}

impl Way {
    /// `part` ÷ `whole`, worked out from two amounts.
    fn of(
        from: [&Value; 2],
        rate: fn(Decimal, Decimal) -> Option<Decimal>,
        (part, whole): (Printed, Printed),
        working: impl FnOnce(Decimal) -> String,
    ) -> Option<Way> {
        let nominal = percent(part.value, whole.value)?;
        Some(Way {
            nominal,
            amounts: from.map(|of| (of.printed.value, of.spot.clone())),
            rate,
            interval: part.interval().percent_of(whole.interval())?,
            working: working(nominal),
            from: from.iter().filter_map(|of| of.spot.clone()).collect(),
            sure: from.iter().all(|of| of.sure),
        })
    }

    /// The amounts of which one would make the figure right if the other unit of 元 and 万元 stood behind it.
    fn wrong_units(&self, claimed: Printed) -> Vec<Spot> {
        if claimed.value.is_zero() {
            return Vec::new();
        }
        let factor = Decimal::from(YUAN_IN_WAN);
        let [(one, of_one), (two, of_two)] = &self.amounts;
        let scaled = [
            (of_one, one.checked_mul(factor), Some(*two)),
            (of_one, one.checked_div(factor), Some(*two)),
            (of_two, Some(*one), two.checked_mul(factor)),
            (of_two, Some(*one), two.checked_div(factor)),
        ];
        let decimals = claimed.value.scale();
        let right = scaled.into_iter().filter_map(|(of, one, two)| {
            let rate = (self.rate)(one?, two?)?;
            (rounded(rate, decimals) == claimed.value).then_some(of.clone()?)
        });
        right.collect()
    }
}

/// Part ÷ whole.
pub(crate) fn share(part: &Value, whole: &Value) -> Option<Way> {
    let (a, b) = (part.printed, whole.printed);
    Way::of([part, whole], percent, (a, b), |rate| {
        signs::share(a.value, b.value, rate)
    })
}

/// Change ÷ (this year − change).
pub(crate) fn growth(now: &Value, change: &Value) -> Option<Way> {
    let (a, b) = (change.printed, now.printed);
    let rate = |now: Decimal, change: Decimal| percent(change, now.checked_sub(change)?);
    Way::of([now, change], rate, (a, b.minus(a)?), |rate| {
        signs::growth(a.value, b.value, rate)
    })
}

/// (this year − last year) ÷ last year.
pub(crate) fn growth_from(now: &Value, last: &Value) -> Option<Way> {
    let (a, b) = (now.printed, last.printed);
    let rate = |now: Decimal, last: Decimal| percent(now.checked_sub(last)?, last);
    Way::of([now, last], rate, (a.minus(b)?, b), |rate| {
        signs::growth_from(a.value, b.value, rate)
    })
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
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
        unit: Vec::new(),
    };
    if let Some(way) = ways.iter().find(fits) {
        return shown(Verdict::Agrees, way);
    }
    if let Some(way) = ways.iter().find(allows) {
        return shown(Verdict::Rounding, way);
    }
    match ways.iter().find(|way| way.sure) {
        Some(way) => Held {
            unit: way.wrong_units(claimed),
            ..shown(Verdict::Wrong, way)
        },
        None => Held::unknown(),
    }
}

/// Holds a figure against the difference of two that it should be.
pub(crate) fn difference(claimed: Printed, of: Printed) -> Held {
    let verdict = if claimed.value == of.value {
        Verdict::Agrees
    } else if claimed.allows(of.interval()) {
        Verdict::Rounding
    } else {
        Verdict::Wrong
    };
    Held {
        verdict,
        turned: verdict == Verdict::Wrong && negative(claimed).allows(of.interval()),
        ..Held::unknown()
    }
}

/// A rate as the words have it: 下降27.78%, not -27.78%.
pub(crate) fn unsigned(held: Held) -> Held {
    let computed = held
        .computed
        .map(|computed| computed.trim_start_matches('-').to_owned());
    Held { computed, ..held }
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
    // Of what has grown, and of what has become less.
    let of_this_year = [hundred + right, hundred - right].into_iter().any(|whole| {
        let part = right.checked_mul(hundred);
        part.and_then(|part| part.checked_div(whole))
            .is_some_and(same)
    });
    if of_this_year {
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
