//! Amounts that are said again: of one item, or of the two sides of one total.

use super::item::{Amount, Item, Said};
use crate::Spot;
use crate::claimed::{Statement, Verdict};

/// What was held against nothing agrees with the same figure elsewhere.
pub(crate) fn agree(said: &Said, statements: &mut [Statement]) {
    let mut met: Vec<&Spot> = Vec::new();
    for (at, item) in said.items.iter().enumerate() {
        if item.key.is_empty() {
            continue;
        }
        let before = said.items.get(..at).unwrap_or(&[]);
        for other in before.iter().filter(|other| is_same(other, item)) {
            for (one, again) in pairs(other, item) {
                met.extend([&one.spot, &again.spot]);
            }
        }
    }
    for item in &said.items {
        let whole = item.whole.and_then(|whole| said.items.get(whole));
        for (one, other) in whole.into_iter().flat_map(|whole| pairs(whole, item)) {
            if !one.printed.value.is_zero() {
                met.extend([&one.spot, &other.spot]);
            }
        }
    }
    let known = |it: &&mut Statement| it.verdict == Verdict::Unknown && met.contains(&&it.spot);
    for statement in statements.iter_mut().filter(known) {
        statement.verdict = Verdict::Agrees;
    }
}

/// Amounts of two items that are equal.
fn pairs<'a>(
    one: &'a Item,
    other: &'a Item,
) -> impl Iterator<Item = (&'a Amount, &'a Amount)> + 'a {
    let of_both = one
        .actual
        .iter()
        .flat_map(|a| other.actual.iter().map(move |b| (a, b)))
        .chain(one.budget.iter().zip(&other.budget))
        .chain(one.last.iter().zip(&other.last));
    of_both.filter(|(a, b)| a.counted == b.counted && a.printed.value == b.printed.value)
}

/// Whether both are one matter of a section, or what came in and what went out of one total of a sentence.
fn is_same(one: &Item, other: &Item) -> bool {
    if one.matter != other.matter {
        return false;
    }
    let years = one.dated.zip(other.dated);
    let named = one.key.text().chars().count() >= 4 && one.key == other.key;
    named && years.is_none_or(|(a, b)| a == b) || of_both_sides(one, other)
}

/// 收入总计5万元，支出总计5万元.
fn of_both_sides(one: &Item, other: &Item) -> bool {
    let total = |item: &Item| {
        let (income, spending) = ("收入总", "支出总");
        let text = item.key.text();
        let side = [income, spending]
            .into_iter()
            .find(|it| text.contains(it))?;
        Some((side, text.replace(side, "")))
    };
    let (Some((a, of_one)), Some((b, of_other))) = (total(one), total(other)) else {
        return false;
    };
    one.sentence == other.sentence && a != b && of_one == of_other
}
