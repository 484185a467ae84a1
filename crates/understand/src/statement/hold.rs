//! Holds what the text says against itself and the tables.

use super::item::{Amount, Claim, Said, What};
use super::rate::{self, Held, Way};
use super::roles::{Against, Direction};
use super::value::{Value, Values};
use super::{Statement, StatementKind, Verdict, signs, sums, tell, twice};
use crate::{Document, Finding, Spot};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Holds every claim, and says what is wrong.
pub(crate) fn hold(
    document: &Document<'_>,
    said: &Said,
    findings: &mut Vec<Finding>,
) -> Vec<Statement> {
    let holder = Holder {
        values: Values { document, said },
        said,
        document,
    };
    let mut statements = Vec::with_capacity(said.claims.len());
    let mut told = tell::Told::default();
    for claim in &said.claims {
        let (kind, held) = holder.claim(claim);
        told.of(said, claim, kind, &held, findings);
        statements.push(Statement {
            kind,
            spot: claim.spot.clone(),
            quote: claim.quote.clone(),
            claimed: claim.claimed.clone(),
            computed: held.computed,
            working: held.working,
            verdict: held.verdict,
        });
    }
    told.of_all(findings);
    let judged = Judged {
        statements: &statements,
    };
    let sums = sums::check(said, &judged, findings);
    sums::changes(said, &judged, findings);
    twice::check(said, &judged, findings);
    statements.extend(sums);
    statements.sort_by(|a, b| a.spot.cmp(&b.spot));
    statements
}

/// The figures that are held already.
pub(crate) struct Judged<'a> {
    statements: &'a [Statement],
}

impl Judged<'_> {
    fn of(&self, spot: &Spot) -> Option<&Statement> {
        self.statements
            .iter()
            .find(|statement| statement.spot == *spot)
    }

    /// Whether the figure there is known to be wrong.
    pub fn is_wrong(&self, spot: &Spot) -> bool {
        self.of(spot)
            .is_some_and(|statement| statement.verdict == Verdict::Wrong)
    }

    /// The figure there, as printed.
    pub fn claimed(&self, spot: &Spot) -> Option<String> {
        self.of(spot).map(|statement| statement.claimed.clone())
    }
}

pub(super) struct Holder<'a> {
    pub(super) values: Values<'a>,
    pub(super) said: &'a Said,
    document: &'a Document<'a>,
}

impl Holder<'_> {
    fn claim(&self, claim: &Claim) -> (StatementKind, Held) {
        use StatementKind as K;
        match &claim.what {
            What::Actual => (
                if self.counted(claim) {
                    K::Count
                } else {
                    K::Amount
                },
                self.amount(claim),
            ),
            What::Budget => (K::Amount, self.budget(claim)),
            What::LastYear => (K::Amount, Held::unknown()),
            What::Change {
                direction,
                against,
                amount,
            } => (K::Change, self.change(claim, *direction, *against, amount)),
            What::Growth {
                direction,
                against,
                rate,
                change,
            } => (
                K::Growth,
                self.growth(claim, *direction, *against, *rate, *change),
            ),
            What::Share { base, rate } => (K::Share, self.share(claim, base, *rate)),
            What::Completion { base, rate } => (K::Completion, self.completion(claim, base, *rate)),
            What::Unchanged => (K::Comparison, self.unchanged(claim)),
            What::Points {
                direction,
                points,
                now,
                last,
            } => (K::Change, self.points(*direction, *points, *now, *last)),
            What::LastRate(_) => (K::Share, Held::unknown()),
            What::Comparison(order) => (K::Comparison, self.comparison(claim, *order)),
            What::Year { year, before } => (K::Year, self.year(*year, *before)),
            What::Score => (K::Score, Held::unknown()),
            What::Other => (K::Amount, Held::unknown()),
        }
    }

    fn counted(&self, claim: &Claim) -> bool {
        let item = claim.item.and_then(|item| self.said.items.get(item));
        item.is_some_and(|item| {
            item.actual
                .iter()
                .any(|amount| amount.spot == claim.spot && amount.counted.is_some())
        })
    }

    /// An amount of the text against the tables.
    fn amount(&self, claim: &Claim) -> Held {
        let Some(item) = claim.item.and_then(|item| self.said.items.get(item)) else {
            return Held::unknown();
        };
        let Some(amount) = item.actual.iter().find(|amount| amount.spot == claim.spot) else {
            return Held::unknown();
        };
        if amount.counted.is_some() {
            return Held::unknown();
        }
        let values = self
            .values
            .in_tables(&item.key, &item.name, item.section, false);
        beside_tables(claim, amount, &values)
    }

    /// A budget of the text against the table that has budgets.
    fn budget(&self, claim: &Claim) -> Held {
        let Some(item) = claim.item.and_then(|item| self.said.items.get(item)) else {
            return Held::unknown();
        };
        let Some(amount) = item
            .budget
            .as_ref()
            .filter(|amount| amount.spot == claim.spot)
        else {
            return Held::unknown();
        };
        let values = self
            .values
            .in_tables(&item.key, &item.name, item.section, true);
        beside_tables(claim, amount, &values)
    }

    fn year(&self, year: u16, before: bool) -> Held {
        let verdict = match self.document.about.year {
            Some(of) if year == of || (before && year + 1 == of) => Verdict::Agrees,
            _ => Verdict::Unknown,
        };
        Held {
            verdict,
            ..Held::unknown()
        }
    }

    /// A change against what the item came to last year, or what was planned for it.
    fn change(
        &self,
        claim: &Claim,
        direction: Direction,
        against: Against,
        amount: &Amount,
    ) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let (Some(now), Some(base)) = (
            self.values.actuals(item).into_iter().next(),
            self.base(item, against),
        ) else {
            return Held::unknown();
        };
        let Some(apart) = now.printed.interval().minus(base.printed.interval()) else {
            return Held::unknown();
        };
        let exact = now.printed.value - base.printed.value;
        let claimed = signed(direction, amount.printed);
        let verdict = if claimed.value == exact {
            Verdict::Agrees
        } else if claimed.allows(apart) {
            Verdict::Rounding
        } else if now.sure && base.sure {
            Verdict::Wrong
        } else {
            return Held::unknown();
        };
        let turned =
            verdict == Verdict::Wrong && !exact.is_zero() && negative(claimed).allows(apart);
        let working = signs::difference(now.printed.value, base.printed.value, exact);
        let held = Held {
            verdict,
            computed: Some(signs::in_unit_of(&claim.claimed, exact.abs())),
            working: Some(working),
            from: now.spot.iter().chain(&base.spot).cloned().collect(),
            turned,
        };
        self.doubt(claim, held)
    }

    /// What a change of an item is held against.
    fn base(&self, item: usize, against: Against) -> Option<Value> {
        match against {
            Against::LastYear => Some(Value::of(self.said.items.get(item)?.last.as_ref()?, true)),
            Against::Budget => self.values.budgets(item).into_iter().next(),
        }
    }

    fn growth(
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
        let Some(item) = claim.item else {
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
        let mut now = self.values.actuals(item);
        let sure = !now.is_empty();
        let other = claim
            .other
            .iter()
            .flat_map(|other| self.values.actuals(*other));
        now.extend(other.map(|value| Value {
            sure: sure && value.sure,
            ..value
        }));
        let mut ways: Vec<Way> = Vec::new();
        if let Some(change) = &change {
            ways.extend(now.iter().filter_map(|now| rate::growth(now, change)));
        }
        if let Some(base) = self.base(item, against) {
            ways.extend(now.iter().filter_map(|now| rate::growth_from(now, &base)));
            ways.extend(
                change
                    .as_ref()
                    .and_then(|change| rate::share(change, &base)),
            );
        }
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
        unsigned(self.doubt(claim, held))
    }

    fn comparison(&self, claim: &Claim, order: Ordering) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let (actuals, budgets) = (self.values.actuals(item), self.values.budgets(item));
        let (Some(actual), Some(budget)) = (actuals.first(), budgets.first()) else {
            return self.comparison_by_rate(item, order);
        };
        let is = actual.printed.value.cmp(&budget.printed.value);
        let sign = signs::order(is);
        let working = format!(
            "{} {sign} {}",
            signs::amount(actual.printed.value),
            signs::amount(budget.printed.value)
        );
        let verdict = if is == order {
            Verdict::Agrees
        } else if !(actual.sure && budget.sure) {
            Verdict::Unknown
        } else if order == Ordering::Equal && nearly(actual.printed.value, budget.printed.value) {
            Verdict::Doubtful
        } else {
            Verdict::Wrong
        };
        Held {
            turned: false,
            verdict,
            computed: Some(sign.to_string()),
            working: Some(working),
            from: actual.spot.iter().chain(&budget.spot).cloned().collect(),
        }
    }

    /// Where the amounts are not known, the rate tells: 完成年初预算的98%，决算数大于预算数 cannot be.
    fn comparison_by_rate(&self, item: usize, order: Ordering) -> Held {
        let rate = self.said.claims.iter().find_map(|claim| match &claim.what {
            What::Completion { rate, .. } if claim.item == Some(item) => {
                Some((*rate, claim.spot.clone()))
            }
            _ => None,
        });
        let Some((rate, spot)) = rate else {
            return Held::unknown();
        };
        let of = rate.rounded().interval();
        let hundred = Decimal::ONE_HUNDRED;
        let possible = match order {
            Ordering::Less => of.low < hundred,
            Ordering::Equal => of.low <= hundred && hundred <= of.high,
            Ordering::Greater => of.high > hundred,
        };
        let is = rate.value.cmp(&hundred);
        let verdict = if possible {
            Verdict::Agrees
        } else {
            Verdict::Wrong
        };
        let working = format!("{}% {} 100%", rate.value, signs::order(is));
        let computed = Some(signs::order(is).to_owned());
        Held {
            verdict,
            computed,
            working: Some(working),
            from: vec![spot],
            turned: false,
        }
    }

    /// 与上年持平 beside a change, or beside another amount of last year.
    fn unchanged(&self, claim: &Claim) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let changed = self.said.claims.iter().find_map(|other| match &other.what {
            What::Change {
                against: Against::LastYear,
                amount,
                ..
            } if other.sentence == claim.sentence && other.item == Some(item) => {
                (!amount.printed.value.is_zero()).then(|| amount.spot.clone())
            }
            _ => None,
        });
        let wrong = |spot: Spot, working| Held {
            verdict: Verdict::Wrong,
            computed: None,
            working,
            from: vec![spot],
            turned: false,
        };
        if let Some(spot) = changed {
            return wrong(spot, None);
        }
        let now = self
            .said
            .items
            .get(item)
            .and_then(|item| item.actual.first());
        let last = self
            .said
            .items
            .get(item)
            .and_then(|item| item.last.as_ref());
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
    fn points(
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
        let Some(apart) = this.rounded().interval().minus(before.rounded().interval()) else {
            return Held::unknown();
        };
        let exact = this.value - before.value;
        let claimed = signed(direction, points);
        let verdict = if claimed.value == exact {
            Verdict::Agrees
        } else if claimed.rounded().allows(apart) {
            Verdict::Rounding
        } else {
            Verdict::Wrong
        };
        let turned = verdict == Verdict::Wrong && negative(claimed).rounded().allows(apart);
        Held {
            verdict,
            computed: Some(format!("{}个百分点", exact.abs())),
            working: Some(signs::difference(this.value, before.value, exact)),
            from: vec![now.spot.clone(), last.spot.clone()],
            turned,
        }
    }

    /// Among the words of a reason nothing is certain.
    pub(super) fn doubt(&self, claim: &Claim, held: Held) -> Held {
        if claim.aside && held.verdict == Verdict::Wrong {
            Held::unknown()
        } else {
            held
        }
    }
}

fn beside_tables(claim: &Claim, amount: &Amount, values: &[Value]) -> Held {
    let held = |verdict, value: &Value| Held {
        turned: false,
        verdict,
        computed: Some(signs::in_unit_of(&claim.claimed, value.printed.value)),
        working: None,
        from: value.spot.iter().cloned().collect(),
    };
    let same = |value: &&Value| value.printed.value == amount.printed.value;
    let meets = |value: &&Value| value.printed.interval().meets(amount.printed.interval());
    if let Some(value) = values.iter().find(same) {
        return held(Verdict::Agrees, value);
    }
    if let Some(value) = values.iter().find(meets) {
        return held(Verdict::Rounding, value);
    }
    match values.iter().find(|value| value.sure) {
        Some(value) => held(Verdict::Wrong, value),
        None => Held::unknown(),
    }
}

fn nearly(a: Decimal, b: Decimal) -> bool {
    let whole = a.abs().max(b.abs());
    (a - b)
        .abs()
        .checked_mul(Decimal::from(200))
        .is_some_and(|apart| apart <= whole)
}

/// Whether an item was nothing before the change.
fn from_nothing(now: &[Value], change: &Value) -> bool {
    !change.printed.value.is_zero()
        && now
            .iter()
            .any(|now| now.printed.value == change.printed.value)
}

pub(super) fn signed(direction: Direction, printed: Printed) -> Printed {
    match direction {
        Direction::Up => printed,
        Direction::Down => negative(printed),
    }
}

fn negative(printed: Printed) -> Printed {
    Printed {
        value: -printed.value,
        ..printed
    }
}

/// A rate as the words have it: 下降27.78%, not -27.78%.
fn unsigned(held: Held) -> Held {
    let computed = held
        .computed
        .map(|computed| computed.trim_start_matches('-').to_owned());
    Held { computed, ..held }
}
