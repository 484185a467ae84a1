//! Holds what the text says against itself and the tables.

use super::item::{Amount, Claim, Said, What};
use super::rate::{self, Held, Way};
use super::roles::{Against, Direction};
use super::value::{Value, Values};
use super::{Statement, StatementKind, Verdict};
use crate::{Document, Finding, Matter, Severity};
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
    for claim in &said.claims {
        let (kind, held) = holder.claim(claim);
        if let Some(finding) = holder.finding(claim, kind, &held) {
            findings.push(finding);
        }
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
    statements
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
            What::Budget | What::LastYear => (K::Amount, Held::unknown()),
            What::Change { .. } => (K::Change, Held::unknown()),
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
        let held = |verdict, value: &Value| Held {
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

    fn growth(
        &self,
        claim: &Claim,
        direction: Direction,
        against: Against,
        rate: Printed,
        change: Option<usize>,
    ) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let change = change.and_then(|change| match &self.said.claims.get(change)?.what {
            What::Change {
                direction, amount, ..
            } => {
                let printed = if *direction == Direction::Down {
                    negative(amount.printed)
                } else {
                    amount.printed
                };
                Some(Value {
                    printed,
                    spot: Some(amount.spot.clone()),
                    sure: true,
                })
            }
            _ => None,
        });
        let now = self.values.actuals(item);
        let mut ways: Vec<Way> = Vec::new();
        if let Some(change) = &change {
            ways.extend(now.iter().filter_map(|now| rate::growth(now, change)));
        }
        let last = match against {
            Against::LastYear => self
                .said
                .items
                .get(item)
                .and_then(|item| item.last.as_ref())
                .map(|last| Value::of(last, true)),
            Against::Budget => self.values.budgets(item).into_iter().next(),
        };
        if let Some(last) = &last {
            ways.extend(now.iter().filter_map(|now| rate::growth_from(now, last)));
            if let Some(change) = &change {
                ways.extend(rate::share(change, last));
            }
        }
        // The words give the direction: 下降27.78%, of which the change has the sign.
        let signed = if direction == Direction::Down {
            negative(rate)
        } else {
            rate
        };
        let held = rate::held(signed, &ways);
        if held.verdict == Verdict::Wrong && !rate.value.is_zero() {
            let other = rate::held(negative(signed), &ways);
            if other.verdict != Verdict::Wrong {
                // The rate is right, the words are not: a matter of its own.
                return Held {
                    verdict: Verdict::Wrong,
                    ..other
                };
            }
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
            verdict,
            computed: Some(sign.to_string()),
            working: Some(working),
            from: actual.spot.iter().chain(&budget.spot).cloned().collect(),
        }
    }

    /// Among the words of a reason nothing is certain.
    fn doubt(&self, claim: &Claim, held: Held) -> Held {
        if (claim.aside || claim.loose) && held.verdict == Verdict::Wrong {
            Held::unknown()
        } else {
            held
        }
    }

    fn finding(&self, claim: &Claim, kind: StatementKind, held: &Held) -> Option<Finding> {
        let severity = match held.verdict {
            Verdict::Wrong => Severity::Error,
            _ => return None,
        };
        let name = claim
            .item
            .and_then(|item| self.said.items.get(item))
            .map(|item| item.name.clone())
            .unwrap_or_default();
        let right = held.computed.clone().unwrap_or_default();
        let cause = match &claim.what {
            What::Growth { rate, .. }
            | What::Share { rate, .. }
            | What::Completion { rate, .. } => right
                .trim_end_matches('%')
                .parse::<Decimal>()
                .ok()
                .and_then(|_| self.cause(*rate, held)),
            _ => None,
        };
        Some(Finding {
            severity,
            matter: Matter::Claim {
                kind,
                name,
                printed: claim.claimed.clone(),
                right,
            },
            spot: claim.spot.clone(),
            also: held.from.clone(),
            working: held.working.clone(),
            cause,
        })
    }

    fn cause(&self, rate: Printed, held: &Held) -> Option<crate::Cause> {
        let exact = held
            .working
            .as_ref()?
            .rsplit_once("= ")?
            .1
            .trim_end_matches(['…', '%'])
            .replace(',', "");
        rate::cause(rate, exact.parse::<Decimal>().ok()?.abs())
    }
}

fn nearly(a: Decimal, b: Decimal) -> bool {
    let whole = a.abs().max(b.abs());
    (a - b)
        .abs()
        .checked_mul(Decimal::from(200))
        .is_some_and(|apart| apart <= whole)
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
