//! Changes and rates of growth against the amounts of two years, or of a budget.

use super::hold::Holder;
use super::item::{Amount, Claim, Value, What};
use super::rate::{self, Held, Way};
use super::roles::{Against, Direction, negative, signed};
use super::signs;
use super::unit;
use crate::claimed::Verdict;
use crate::place::Spot;
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

impl Holder<'_> {
    /// A change against what the item came to last year, or what was planned for it.
    pub(super) fn change(
        &self,
        claim: &Claim,
        direction: Direction,
        against: Against,
        amount: &Amount,
    ) -> Held {
        let Some(item) = claim.item.filter(|item| self.of_one_kind(*item, amount)) else {
            return Held::unknown();
        };
        let now = self.now(item, against).into_iter().next();
        let (Some(now), Some(base)) = (now, self.base(item, against)) else {
            return Held::unknown();
        };
        match changed(claim, direction, amount, &now, &base) {
            Some(held)
                if held.verdict != Verdict::Wrong
                    || (now.sure && base.sure && !of_one_scope(claim)) =>
            {
                self.doubt(claim, held)
            }
            _ => Held::unknown(),
        }
    }

    /// What a change of an item is held against.
    pub(super) fn base(&self, item: usize, against: Against) -> Option<Value> {
        match against {
            Against::LastYear => Some(Value::of(self.said.items.get(item)?.last.as_ref()?, true)),
            // What is only planned is no base of its own change.
            Against::Budget => {
                let now = self.values.actuals(item).into_iter().next();
                let budget = self.values.budgets(item).into_iter().next()?;
                let itself = now.is_some_and(|now| now.spot.is_some() && now.spot == budget.spot);
                (!itself).then_some(budget)
            }
        }
    }

    pub(super) fn growth(
        &self,
        claim: &Claim,
        direction: Direction,
        against: Against,
        rate: Printed,
        change: Option<usize>,
    ) -> Held {
        let change = change.and_then(|change| self.said.claims.get(change));
        let change = change.and_then(|change| match &change.what {
            What::Change {
                direction, amount, ..
            } => Some((*direction, amount)),
            _ => None,
        });
        if let Some((other, amount)) = change
            && other != direction
            && !claim.aside
            && amount.printed.value > Decimal::ZERO
            && rate.value > Decimal::ZERO
        {
            // 减少…，增长…: the words do not agree, whatever the figures are.
            return Held {
                verdict: Verdict::Wrong,
                turned: true,
                ..Held::unknown()
            };
        }
        let told = |item: &usize| change.is_none_or(|(_, amount)| self.of_one_kind(*item, amount));
        let Some(item) = claim.item.filter(told) else {
            return Held::unknown();
        };
        let change = change.map(|(direction, amount)| Value {
            printed: signed(direction, amount.printed),
            spot: Some(amount.spot.clone()),
            sure: true,
        });
        let unchanged = |change: &Value| change.printed.value.is_zero();
        if rate.value.is_zero() && change.as_ref().is_some_and(unchanged) {
            return Held {
                verdict: Verdict::Agrees,
                ..Held::unknown()
            };
        }
        let now = self.either(claim, item, against);
        let base = self.base(item, against).map(|base| Value {
            // 同口径: last year's amount is another than the one that is printed.
            sure: base.sure && !of_one_scope(claim),
            ..base
        });
        let ways = ways(&now, change.as_ref(), base.as_ref(), direction);
        if ways.is_empty()
            && change
                .as_ref()
                .is_some_and(|change| from_nothing(&now, change))
        {
            return Held {
                verdict: Verdict::Doubtful,
                ..Held::unknown()
            };
        }
        let claimed = signed(direction, rate);
        let mut held = rate::held(claimed, &ways);
        if held.verdict == Verdict::Wrong && !rate.value.is_zero() {
            let other = rate::held(negative(claimed), &ways);
            held.turned = other.verdict != Verdict::Wrong;
        }
        let held = self.doubt(claim, held);
        // 增长-9.41% has its direction in its sign.
        if rate.value.is_sign_negative() && direction == Direction::Up {
            return held;
        }
        rate::unsigned(held)
    }

    /// Whether an item is counted in what its change is counted in: what is money is no change of a number of cars.
    fn of_one_kind(&self, item: usize, change: &Amount) -> bool {
        let of = self.said.items.get(item).and_then(|of| of.actual.first());
        of.is_none_or(|of| of.counted.is_some() == change.counted.is_some())
    }

    /// What an item came to. Where only what was planned is said of it, that may have changed.
    fn now(&self, item: usize, against: Against) -> Vec<Value> {
        let mut now = self.values.actuals(item);
        if now.is_empty() && against == Against::LastYear {
            let planned = self.said.items.get(item).and_then(|of| of.budget.as_ref());
            now.extend(planned.map(|planned| Value::of(planned, false)));
        }
        now
    }

    /// What the item of a claim came to, or the other item that it may be of.
    fn either(&self, claim: &Claim, item: usize, against: Against) -> Vec<Value> {
        let mut now = self.now(item, against);
        let sure = !now.is_empty();
        let other = claim
            .other
            .iter()
            .flat_map(|other| self.values.actuals(*other));
        now.extend(other.map(|value| Value {
            sure: sure && value.sure,
            ..value
        }));
        now
    }

    /// 与上年持平 beside a change, or beside another amount of last year.
    pub(super) fn unchanged(&self, claim: &Claim) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let changed = self.said.claims.iter().find_map(|other| match &other.what {
            What::Change {
                against: Against::LastYear,
                amount,
                ..
            } if other.sentence == claim.sentence
                && other.item == Some(item)
                && of_one_base(&claim.quote, &other.quote) =>
            {
                (!amount.printed.value.is_zero()).then(|| amount.spot.clone())
            }
            _ => None,
        });
        let wrong = |spot: Spot, working| Held {
            verdict: Verdict::Wrong,
            working,
            from: vec![spot],
            ..Held::unknown()
        };
        if let Some(spot) = changed {
            return wrong(spot, None);
        }
        let of = self.said.items.get(item);
        let now = of.and_then(|of| of.actual.first());
        let last = of.and_then(|of| of.last.as_ref());
        match (now, last) {
            (Some(now), Some(last)) if !now.printed.interval().meets(last.printed.interval()) => {
                let (a, b) = (now.printed.value, last.printed.value);
                let working = format!(
                    "{} {} {}",
                    signs::amount(a),
                    signs::order(a.cmp(&b)),
                    signs::amount(b)
                );
                wrong(last.spot.clone(), Some(working))
            }
            (Some(_), Some(_)) => Held {
                verdict: Verdict::Agrees,
                ..Held::unknown()
            },
            _ => Held::unknown(),
        }
    }

    /// A share now, less what it was.
    pub(super) fn points(
        &self,
        direction: Direction,
        points: Printed,
        now: Option<usize>,
        last: Option<usize>,
    ) -> Held {
        let claim = |at: Option<usize>| at.and_then(|at| self.said.claims.get(at));
        let (Some(now), Some(last)) = (claim(now), claim(last)) else {
            return Held::unknown();
        };
        let (What::Share { rate: this, .. }, What::LastRate(before)) = (&now.what, &last.what)
        else {
            return Held::unknown();
        };
        let Some(apart) = this.rounded().minus(before.rounded()) else {
            return Held::unknown();
        };
        Held {
            computed: Some(format!("{}个百分点", apart.value.abs())),
            working: Some(signs::difference(this.value, before.value, apart.value)),
            from: vec![now.spot.clone(), last.spot.clone()],
            ..rate::difference(signed(direction, points).rounded(), apart)
        }
    }
}

/// A change against the two amounts that it is between; `None` out of range.
pub(super) fn changed(
    claim: &Claim,
    direction: Direction,
    amount: &Amount,
    now: &Value,
    base: &Value,
) -> Option<Held> {
    let apart = now.printed.minus(base.printed)?;
    let other_unit = unit::differs_by_unit(signed(direction, amount.printed), apart);
    let computed = unit::in_other_unit(&claim.claimed).filter(|_| other_unit);
    let right = || signs::in_unit_of(&claim.claimed, apart.value.abs());
    Some(Held {
        computed: Some(computed.unwrap_or_else(right)),
        working: Some(signs::difference(
            now.printed.value,
            base.printed.value,
            apart.value,
        )),
        from: now.spot.iter().chain(&base.spot).cloned().collect(),
        ..rate::difference(signed(direction, amount.printed), apart)
    })
}

/// How a rate of growth can be worked out.
fn ways(
    now: &[Value],
    change: Option<&Value>,
    base: Option<&Value>,
    direction: Direction,
) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    if let Some(change) = change {
        ways.extend(now.iter().filter_map(|now| rate::growth(now, change)));
    }
    if let Some(base) = base {
        ways.extend(now.iter().filter_map(|now| rate::growth_from(now, base)));
        // 2022年度支出5万元，较上年增加1万元: what the sentence gives may be no base, but what it is about.
        let by_base = change.and_then(|change| rate::share(change, base));
        ways.extend(by_base.map(|way| Way {
            sure: !now.is_empty() && way.sure,
            ..way
        }));
    }
    if let Some(base) = base.filter(|_| change.is_none()) {
        // 较上年决算数5万元，下降10%: the amount may be the change, without its verb.
        let change = Value {
            printed: signed(direction, base.printed),
            sure: false,
            ..base.clone()
        };
        ways.extend(now.iter().filter_map(|now| rate::growth(now, &change)));
    }
    ways
}

/// Whether a change is told of one scope in both years, which last year's amount as printed may not have.
fn of_one_scope(claim: &Claim) -> bool {
    claim.quote.contains("口径")
}

/// Whether 持平 and a change are told against one thing: in a budget 与上年预算持平 leaves room for a change against
/// what was spent.
fn of_one_base(same: &str, change: &str) -> bool {
    let planned =
        |said: &str| said.contains("预算") && !said.contains("上年") && !said.contains("去年");
    (!same.contains("预算") || change.contains("预算"))
        && (!planned(change) || same.contains("预算"))
}

/// Whether an item was nothing before the change.
fn from_nothing(now: &[Value], change: &Value) -> bool {
    !change.printed.value.is_zero()
        && now
            .iter()
            .any(|now| now.printed.value == change.printed.value)
}
