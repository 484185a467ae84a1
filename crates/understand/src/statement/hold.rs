//! Holds what the text says against itself and the tables.

use super::item::{Amount, Claim, Said, Value, What};
use super::judged::Judged;
use super::rate::Held;
use super::value::Values;
use super::{again, borne, changes, implied, parted, signs, sums, tell, totals, twice, unit};
use crate::claimed::{Statement, StatementKind, Verdict};
use crate::{Document, Finding};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// Holds every claim, and says what is wrong.
pub(crate) fn hold(
    document: &Document<'_>,
    said: &Said,
    findings: &mut Vec<Finding>,
) -> Vec<Statement> {
    let holder = Holder {
        values: Values::new(document, said),
        said,
        document,
    };
    let mut statements = Vec::with_capacity(said.claims.len());
    let mut told = tell::Told::default();
    let mut uses = borne::Uses::default();
    for claim in &said.claims {
        let (kind, held) = holder.claim(claim);
        told.of(said, claim, kind, &held, findings);
        uses.of(said, claim, &held);
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
    let mut sums = sums::check(said, &judged, findings);
    sums.extend(totals::check(said, &judged, findings));
    parted::changes(said, &judged, findings);
    let mut added = changes::check(said, &judged, findings);
    added.extend(parted::among(&holder.values, said, &judged, findings));
    added.extend(parted::basic(said, &judged, findings));
    twice::check(document, said, &judged, findings);
    changes::agree(added, &mut statements);
    for (statement, amounts) in sums {
        uses.of_sum(&statement, amounts);
        statements.push(statement);
    }
    uses.bear_out(&mut statements);
    again::agree(said, &mut statements);
    implied::check(said, &mut statements, findings);
    statements.sort_by(|a, b| a.spot.cmp(&b.spot));
    statements
}

pub(super) struct Holder<'a> {
    pub(super) values: Values<'a>,
    pub(super) said: &'a Said,
    pub(super) document: &'a Document<'a>,
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
            What::Completion { rate } => (K::Completion, self.completion(claim, *rate)),
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
            What::Average(amount) => (K::Amount, self.average(claim, amount)),
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
        among(claim, amount, &values)
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
        among(claim, amount, &values)
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
        } else if !(actual.sure && budget.sure) || self.planned_first(claim, budget) {
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
            ..Held::unknown()
        }
    }

    /// 与年初预算持平 beside the budget of a table, which may be that of the whole year.
    fn planned_first(&self, claim: &Claim, budget: &Value) -> bool {
        let told = |item: usize| {
            self.said
                .items
                .get(item)?
                .budget
                .as_ref()
                .map(|it| &it.spot)
        };
        let own = claim.item.and_then(told) == budget.spot.as_ref();
        claim.quote.contains("年初") && !claim.quote.contains("决算") && !own
    }

    /// Where the amounts are not known, the rate tells: 完成年初预算的98%，决算数大于预算数 cannot be.
    fn comparison_by_rate(&self, item: usize, order: Ordering) -> Held {
        let rate = self.said.claims.iter().find_map(|claim| match &claim.what {
            What::Completion { rate } if claim.item == Some(item) => {
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
            ..Held::unknown()
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

/// An amount of the text against those that it should be one of.
pub(super) fn among(claim: &Claim, amount: &Amount, values: &[Value]) -> Held {
    let held = |verdict, value: &Value| Held {
        verdict,
        computed: Some(signs::in_unit_of(&claim.claimed, value.printed.value)),
        from: value.spot.iter().cloned().collect(),
        ..Held::unknown()
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
        Some(value) if unit::differs_by_unit(value.printed, amount.printed) => Held {
            computed: unit::in_other_unit(&claim.claimed).or(held(Verdict::Wrong, value).computed),
            ..held(Verdict::Wrong, value)
        },
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
