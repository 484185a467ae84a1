//! Holds what the text says against itself and the tables.

use super::item::{Amount, Claim, Said, What};
use super::rate::{self, Held, Way};
use super::roles::{Against, Direction};
use super::value::{Value, Values};
use super::{Statement, StatementKind, Verdict, sums, tell, twice};
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

struct Holder<'a> {
    values: Values<'a>,
    said: &'a Said,
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
        let working = super::signs::difference(now.printed.value, base.printed.value, exact);
        let held = Held {
            verdict,
            computed: Some(super::signs::in_unit_of(&claim.claimed, exact.abs())),
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
        let now = self.values.actuals(item);
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

    fn share(&self, claim: &Claim, base: &str, rate: Printed) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let Some(of) = self.said.items.get(item) else {
            return Held::unknown();
        };
        let parts = self.values.actuals(item);
        let mut wholes = Vec::new();
        if !base.is_empty() {
            wholes = self.values.named(base, of.section);
        }
        let certain = !wholes.is_empty();
        if let Some(name) = &of.whole_name {
            wholes.extend(self.values.named(name, of.section));
        }
        if let Some(whole) = of.whole {
            let sure = base.is_empty() || !certain;
            wholes.extend(self.values.actuals(whole).into_iter().map(|value| Value {
                sure: sure && value.sure,
                ..value
            }));
        }
        wholes.extend(self.together(claim, base));
        if base.is_empty() && of.whole.is_none() {
            wholes.extend(self.values.totals(item));
        }
        let mut ways: Vec<Way> = Vec::new();
        for whole in &wholes {
            ways.extend(parts.iter().filter_map(|part| rate::share(part, whole)));
        }
        if rate.value.is_zero()
            && parts
                .first()
                .is_some_and(|part| part.printed.value.is_zero())
            && ways.is_empty()
        {
            return Held {
                verdict: Verdict::Agrees,
                ..Held::unknown()
            };
        }
        self.doubt(claim, rate::held(rate, &ways))
    }

    /// What the items of a list come to together, where no amount is given for it: 占三公经费的 of each. It is
    /// sure where it explains all the other shares.
    fn together(&self, claim: &Claim, base: &str) -> Option<Value> {
        let of = self.said.items.get(claim.item?)?;
        let mut members: Vec<(&Amount, Printed, bool)> = Vec::new();
        for other in &self.said.claims {
            let What::Share { base: its, rate } = &other.what else {
                continue;
            };
            let Some(item) = other.item.and_then(|item| self.said.items.get(item)) else {
                continue;
            };
            if other.sentence == claim.sentence && its == base && item.section == of.section {
                members.push((item.actual.first()?, *rate, other.spot == claim.spot));
            }
        }
        if members.len() < 2 {
            return None;
        }
        let mut whole = Printed::exact(Decimal::ZERO);
        for (amount, _, _) in &members {
            whole.value = whole.value.checked_add(amount.printed.value)?;
            whole.half = whole.half.checked_add(amount.printed.half)?;
        }
        let whole = Value {
            printed: whole,
            spot: None,
            sure: true,
        };
        let mut others = members.iter().filter(|(_, _, own)| !own);
        let fits = |(amount, rate, _): &(&Amount, Printed, bool)| {
            rate::share(&Value::of(amount, true), &whole)
                .is_some_and(|way| rate.rounded().allows(way.interval))
        };
        let sure = members.len() >= 3 && others.all(fits);
        Some(Value { sure, ..whole })
    }

    fn completion(&self, claim: &Claim, _base: &str, rate: Printed) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let (actuals, budgets) = (self.values.actuals(item), self.values.budgets(item));
        let mut budgets = budgets;
        if budgets.is_empty() {
            budgets.extend(self.planned(item, &actuals));
        }
        let mut ways: Vec<Way> = Vec::new();
        for budget in &budgets {
            ways.extend(
                actuals
                    .iter()
                    .filter_map(|actual| rate::share(actual, budget)),
            );
        }
        if ways.is_empty() && budgets.iter().any(|budget| budget.printed.value.is_zero()) {
            return Held {
                verdict: Verdict::Doubtful,
                ..Held::unknown()
            };
        }
        self.doubt(claim, rate::held(rate, &ways))
    }

    /// What was planned for an item that is said to be so much above or below it.
    fn planned(&self, item: usize, actuals: &[Value]) -> Option<Value> {
        let now = actuals.first()?;
        self.said.claims.iter().find_map(|claim| match &claim.what {
            What::Change {
                direction,
                against: Against::Budget,
                amount,
            } if claim.item == Some(item) => {
                let change = signed(*direction, amount.printed);
                let printed = Printed {
                    value: now.printed.value.checked_sub(change.value)?,
                    half: now.printed.half + change.half,
                };
                Some(Value {
                    printed,
                    spot: Some(amount.spot.clone()),
                    sure: now.sure,
                })
            }
            _ => None,
        })
    }

    fn comparison(&self, claim: &Claim, order: Ordering) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let (actuals, budgets) = (self.values.actuals(item), self.values.budgets(item));
        let (Some(actual), Some(budget)) = (actuals.first(), budgets.first()) else {
            return Held::unknown();
        };
        let is = actual.printed.value.cmp(&budget.printed.value);
        let sign = match is {
            Ordering::Less => '<',
            Ordering::Equal => '=',
            Ordering::Greater => '>',
        };
        let working = format!(
            "{} {sign} {}",
            super::signs::amount(actual.printed.value),
            super::signs::amount(budget.printed.value)
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

    /// Among the words of a reason nothing is certain.
    fn doubt(&self, claim: &Claim, held: Held) -> Held {
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
        computed: Some(super::signs::in_unit_of(
            &claim.claimed,
            value.printed.value,
        )),
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

fn signed(direction: Direction, printed: Printed) -> Printed {
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
