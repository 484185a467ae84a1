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
    /// Each amount with what it would come to if the other unit of 元 and 万元 stood behind that.
    pub units: Vec<(Spot, Decimal)>,
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
        part: Printed,
        whole: Printed,
        working: impl FnOnce(Decimal) -> String,
    ) -> Option<Way> {
        let nominal = percent(part.value, whole.value)?;
        Some(Way {
            nominal,
            units: Vec::new(),
            interval: part.interval().percent_of(whole.interval())?,
            working: working(nominal),
            from: from.iter().filter_map(|of| of.spot.clone()).collect(),
            sure: from.iter().all(|of| of.sure),
        })
    }

    /// The same, with what it comes to where either amount has the other unit.
    fn with_units(
        self,
        from: [&Value; 2],
        rate: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Way {
        let [a, b] = from;
        let (one, two) = (a.printed.value, b.printed.value);
        let factor = Decimal::from(YUAN_IN_WAN);
        let scaled = [
            (a, one.checked_mul(factor), Some(two)),
            (a, one.checked_div(factor), Some(two)),
            (b, Some(one), two.checked_mul(factor)),
            (b, Some(one), two.checked_div(factor)),
        ];
        let units = scaled
            .into_iter()
            .filter_map(|(of, one, two)| Some((of.spot.clone()?, rate(one?, two?)?)));
        Way {
            units: units.collect(),
            ..self
        }
    }
}

/// Part ÷ whole.
pub(crate) fn share(part: &Value, whole: &Value) -> Option<Way> {
    let (a, b) = (part.printed, whole.printed);
    let way = Way::of([part, whole], a, b, |rate| {
        signs::share(a.value, b.value, rate)
    })?;
    Some(way.with_units([part, whole], percent))
}

/// Change ÷ (this year − change).
pub(crate) fn growth(now: &Value, change: &Value) -> Option<Way> {
    let (a, b) = (change.printed, now.printed);
    let way = Way::of([now, change], a, b.minus(a)?, |rate| {
        signs::growth(a.value, b.value, rate)
    })?;
    Some(way.with_units([now, change], |now, change| {
        percent(change, now.checked_sub(change)?)
    }))
}

/// (this year − last year) ÷ last year.
pub(crate) fn growth_from(now: &Value, last: &Value) -> Option<Way> {
    let (a, b) = (now.printed, last.printed);
    let way = Way::of([now, last], a.minus(b)?, b, |rate| {
        signs::growth_from(a.value, b.value, rate)
    })?;
    Some(way.with_units([now, last], |now, last| {
        percent(now.checked_sub(last)?, last)
    }))
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
            unit: wrong_units(claimed, way),
            ..shown(Verdict::Wrong, way)
        },
        None => Held::unknown(),
    }
}

/// The amounts of which one would make the figure right in its other unit.
fn wrong_units(claimed: Printed, way: &Way) -> Vec<Spot> {
    let decimals = claimed.value.scale();
    let right = way
        .units
        .iter()
        .filter(|(_, rate)| !claimed.value.is_zero() && rounded(*rate, decimals) == claimed.value);
    right.map(|(spot, _)| spot.clone()).collect()
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
