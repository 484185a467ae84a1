//! What an amount comes to for each: 车均运行维护费3.5万元, 人均接待费100元.

use super::hold::Holder;
use super::item::{Amount, Claim, Item};
use super::rate::Held;
use super::signs;
use crate::claimed::Verdict;
use juesuan_figure::interval::Interval;
use rust_decimal::Decimal;

/// Words of names that an average is of, and what it is divided by.
const OF: &[(&[&str], &[&str], &[&str])] = &[
    (&["购置"], &["购置"], &["辆", "台"]),
    (&["车", "辆"], &["运行", "维护", "公车"], &["辆", "台"]),
    (&["接待", "人"], &["接待", "会议", "培训"], &["人次", "人"]),
];

/// Items before and behind an average among which its whole and its count are looked for.
const NEAR: usize = 12;

impl Holder<'_> {
    /// An average against the amounts and the counts of its section: it is right where one of them gives it, and
    /// cannot be told where none does.
    pub(super) fn average(&self, claim: &Claim, average: &Amount) -> Held {
        let words = |of: &[&str]| of.iter().any(|word| claim.quote.contains(word));
        let Some((_, names, units)) = OF.iter().find(|(said, _, _)| words(said)) else {
            return Held::unknown();
        };
        let matter = claim
            .item
            .and_then(|item| self.said.items.get(item))
            .map(|item| item.matter);
        // What is divided stands near: of a text with thousands of items not all are tried.
        let at = claim.item.unwrap_or_default();
        let near = at.saturating_sub(NEAR)..at.saturating_add(NEAR).min(self.said.items.len());
        let near = self.said.items.get(near).unwrap_or(&[]);
        let here = || near.iter().filter(|item| Some(item.matter) == matter);
        let named = |item: &&Item| names.iter().any(|name| item.key.text().contains(name));
        let amounts = here().filter(named).flat_map(|item| &item.actual);
        let money: Vec<&Amount> = amounts.filter(|it| it.counted.is_none()).collect();
        let counts: Vec<&Amount> = here()
            .flat_map(|item| &item.actual)
            .filter(|it| it.counted.is_some_and(|unit| units.contains(&unit)))
            .collect();
        let given = money.iter().find_map(|whole| {
            let count = counts.iter().find(|count| gives(whole, count, average))?;
            Some((*whole, *count))
        });
        let Some((whole, count)) = given else {
            return Held::unknown();
        };
        Held {
            verdict: Verdict::Agrees,
            working: Some(signs::quotient(
                whole.printed.value,
                count.printed.value,
                average.printed.value,
            )),
            from: vec![whole.spot.clone(), count.spot.clone()],
            ..Held::unknown()
        }
    }
}

fn gives(whole: &Amount, count: &Amount, average: &Amount) -> bool {
    let by = count.printed.value;
    if by <= Decimal::ZERO {
        return whole.printed.value.is_zero() && average.printed.value.is_zero();
    }
    let of = whole.printed.interval();
    let each = |amount: Decimal| amount.checked_div(by);
    let (Some(low), Some(high)) = (each(of.low), each(of.high)) else {
        return false;
    };
    let each = Interval { low, high };
    each.meets(average.printed.rounded().interval())
}
