//! Budgets that only the rates of completion tell: 预算为10万元，支出决算为8万元，其中：甲支出决算为3万元，完成预算的75%. What the
//! parts were planned at must come to the budget of their whole.

use super::item::{Amount, Item, Said, What};
use super::signs;
use crate::claimed::{Statement, Verdict};
use crate::{Finding, Matter, Severity, Spot};
use juesuan_figure::interval::{Interval, Printed};
use rust_decimal::Decimal;

/// A part with what it came to, and how much of its budget that is.
struct Part<'a> {
    amount: &'a Amount,
    rate: Printed,
    spot: &'a Spot,
}

impl Part<'_> {
    /// What was planned for it.
    fn planned(&self) -> Option<Interval> {
        let rate = self.rate.rounded().interval();
        let amount = self.amount.printed.interval();
        let of = |amount: Decimal, rate: Decimal| {
            amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(rate)
        };
        Some(Interval {
            low: of(amount.low, rate.high)?,
            high: of(amount.high, rate.low)?,
        })
    }

    fn working(&self) -> String {
        format!(
            "{} ÷ {}%",
            signs::amount(self.amount.printed.value),
            self.rate.value
        )
    }
}

/// Holds the rates of completion of each list together against the budget of its whole.
pub(crate) fn check(said: &Said, statements: &mut [Statement], findings: &mut Vec<Finding>) {
    for (at, whole) in said.items.iter().enumerate() {
        let Some((budget, actual)) = whole.budget.as_ref().zip(whole.actual.first()) else {
            continue;
        };
        let Some(parts) = parts(said, at, actual) else {
            continue;
        };
        let unknown = |spot: &Spot| {
            let mut of = statements.iter().filter(|it| it.spot == *spot);
            of.any(|it| it.verdict == Verdict::Unknown)
        };
        if parts.is_empty() || !parts.iter().all(|part| unknown(part.spot)) {
            continue;
        }
        let Some(together) = together(&parts) else {
            continue;
        };
        let working: Vec<String> = parts.iter().map(Part::working).collect();
        let working = working.join(" + ");
        if together.meets(budget.printed.interval()) {
            for part in &parts {
                let of = statements.iter_mut().filter(|it| it.spot == *part.spot);
                for statement in of {
                    statement.verdict = Verdict::Agrees;
                    statement.working = Some(working.clone());
                }
            }
        } else if together.low > budget.printed.interval().high {
            let claimed = |spot: &Spot| {
                let of = statements.iter().find(|it| it.spot == *spot);
                of.map(|it| it.claimed.clone())
            };
            let Some(printed) = claimed(&budget.spot) else {
                continue;
            };
            findings.push(Finding {
                severity: Severity::Warning,
                matter: Matter::Sum {
                    name: whole.name.clone(),
                    sum: signs::in_unit_of(&printed, together.low.round_dp(2)),
                    printed,
                },
                spot: budget.spot.clone(),
                also: parts.iter().map(|part| part.spot.clone()).collect(),
                working: Some(working),
                cause: None,
            });
        }
    }
}

/// The parts of a whole that came to something, where they make it up and each has its rate.
fn parts<'a>(said: &'a Said, whole: usize, actual: &Amount) -> Option<Vec<Part<'a>>> {
    let money = |item: &&Item| {
        let first = item.actual.first();
        item.whole == Some(whole) && first.is_some_and(|amount| amount.counted.is_none())
    };
    let mut sum = Printed::exact(Decimal::ZERO);
    let mut found = Vec::new();
    for (at, item) in said.items.iter().enumerate() {
        if !money(&item) {
            continue;
        }
        let amount = item.actual.first()?;
        sum = sum.plus(amount.printed)?;
        if amount.printed.value.is_zero() {
            continue;
        }
        if item.budget.is_some() {
            return None;
        }
        let (rate, spot) = said.claims.iter().find_map(|claim| match &claim.what {
            What::Completion { rate } if claim.item == Some(at) => Some((*rate, &claim.spot)),
            _ => None,
        })?;
        if rate.rounded().interval().low <= Decimal::ZERO {
            return None;
        }
        found.push(Part { amount, rate, spot });
    }
    sum.allows(actual.printed.interval()).then_some(found)
}

fn together(parts: &[Part<'_>]) -> Option<Interval> {
    let zero = Interval {
        low: Decimal::ZERO,
        high: Decimal::ZERO,
    };
    parts.iter().try_fold(zero, |sum, part| {
        let planned = part.planned()?;
        Some(Interval {
            low: sum.low.checked_add(planned.low)?,
            high: sum.high.checked_add(planned.high)?,
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::proof::cases::paper;
    use crate::{Severity, Verdict, review};

    /// How many rates are held, and how much is said above a notice.
    #[test]
    fn rates_of_parts() {
        let whole =
            "“三公”经费支出年初预算为27,080元，支出决算为26,085.58元，完成年初预算的96.33%。其中：";
        for (parts, held, said) in [
            (
                "因公出国（境）费支出决算为0元，完成年初预算的0%；公务用车运行维护费支出决算为23,005.58元，完成年初预算的95.86%；公务接待费支出决算为3,080元，完成年初预算的100%。",
                3,
                0,
            ),
            (
                "公务用车运行维护费支出决算为23,005.58元，完成年初预算的85.86%；公务接待费支出决算为3,080元，完成年初预算的100%。",
                1,
                1,
            ),
            // What was planned for the first is not told.
            (
                "公务用车运行维护费支出决算为23,005.58元，完成年初预算的99.86%；公务接待费支出决算为3,080元，完成年初预算的100%。",
                1,
                0,
            ),
            (
                "公务用车运行维护费支出决算为23,005.58元；公务接待费支出决算为3,080元，完成年初预算的100%。",
                1,
                0,
            ),
        ] {
            let paper = paper(&format!("# 三、支出决算情况说明\n{whole}{parts}"));
            let review = review(&paper);
            let rates = review
                .statements
                .iter()
                .filter(|it| it.claimed.ends_with('%'));
            let agree = rates
                .filter(|it| it.verdict != Verdict::Unknown && it.claimed != "0%")
                .count();
            let loud = review
                .findings
                .iter()
                .filter(|it| it.severity < Severity::Notice)
                .count();
            assert_eq!((agree, loud), (held, said), "{parts} {:?}", review.findings);
        }
    }
}
