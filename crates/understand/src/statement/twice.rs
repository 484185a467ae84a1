//! The same item with two amounts.

use super::item::{Amount, Item, Said};
use super::judged::Judged;
use crate::{Finding, Matter, Severity};

/// Words that name no item of their own.
const PLAIN: &[&str] = &[
    "采购金额",
    "支出",
    "收入",
    "项目",
    "资金",
    "合计",
    "总计",
    "金额",
    "项目资金",
    "预算",
    "决算",
];

/// Says where a section has two amounts for one item. Which of them is wrong cannot be told where the tables do
/// not have it.
pub(crate) fn check(said: &Said, judged: &Judged<'_>, findings: &mut Vec<Finding>) {
    for (at, item) in said.items.iter().enumerate() {
        if let [first, second, ..] = &item.actual[..]
            && item.budget.is_some()
            && let Some(finding) = told(item, first, second, judged)
        {
            // …（项）54.53万元，…支出决算为54.35万元: one item, one sentence after the other.
            findings.push(Finding {
                severity: Severity::Error,
                ..finding
            });
        }
        let name = item.key.text();
        if name.chars().count() < 4 || PLAIN.contains(&name) || item.second {
            continue;
        }
        let Some(second) = item.actual.first() else {
            continue;
        };
        let first = said
            .items
            .iter()
            .take(at)
            .rev()
            .find(|other| is_one(said, other, item));
        let Some(first) = first.and_then(|first| first.actual.first()) else {
            continue;
        };
        if let Some(finding) = told(item, first, second, judged) {
            findings.push(finding);
        }
    }
}

/// Whether two items are one matter: the same name in the same section, of the same whole.
fn is_one(said: &Said, other: &Item, item: &Item) -> bool {
    let whole = |item: &Item| {
        item.whole
            .and_then(|whole| said.items.get(whole))
            .map(|whole| whole.key.clone())
    };
    let same = other.matter == item.matter && other.key == item.key && !other.actual.is_empty();
    same && whole(other) == whole(item)
}

fn told(item: &Item, first: &Amount, second: &Amount, judged: &Judged<'_>) -> Option<Finding> {
    if first.counted != second.counted || first.printed.interval().meets(second.printed.interval())
    {
        return None;
    }
    if judged.is_wrong(&first.spot) || judged.is_wrong(&second.spot) {
        return None;
    }
    Some(Finding {
        severity: Severity::Warning,
        matter: Matter::Twice {
            name: item.name.clone(),
            printed: judged.claimed(&second.spot)?,
            before: judged.claimed(&first.spot)?,
        },
        spot: second.spot.clone(),
        also: vec![first.spot.clone()],
        working: None,
        cause: None,
    })
}
