//! The same item with two amounts.

use super::item::{Amount, Item, Said};
use super::judged::Judged;
use super::names::{self, Key};
use crate::{Document, Finding, Matter, Severity};
use juesuan_domain::accounts::Subjects;

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

/// Names that stand for a part of anything.
const PARTS: &[&str] = &[
    "基本支出",
    "项目支出",
    "人员经费",
    "公用经费",
    "日常公用经费",
];

/// Words that say how much or how many there is, but not of what.
const MEASURES: &[&str] = &[
    "累计", "共计", "合计", "总计", "接待", "人次", "人数", "批次", "数量", "支出", "收入", "费用",
    "金额",
];

/// 接待人次, 共计支出: nothing is named that has them.
pub(super) fn names_nothing(name: &str) -> bool {
    let mut rest = name;
    while let Some(less) = MEASURES.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = less;
    }
    rest.is_empty() || rest == "数"
}

/// Says where a section has two amounts for one item. Which of them is wrong cannot be told where the tables do
/// not have it.
pub(crate) fn check(
    document: &Document<'_>,
    said: &Said,
    judged: &Judged<'_>,
    findings: &mut Vec<Finding>,
) {
    for (at, item) in said.items.iter().enumerate() {
        if let [first, second, ..] = &item.actual[..]
            && item.budget.is_some()
            && let Some(finding) = told(item, first, second, judged)
        {
            // …（项）54.53万元，…支出决算为54.35万元: one item, one sentence after the other.
            let severity = if first.spot.block == second.spot.block {
                Severity::Error
            } else {
                Severity::Warning
            };
            findings.push(Finding {
                severity,
                ..finding
            });
        }
        let name = item.key.text();
        let of_anything = item.whole.is_none() && PARTS.contains(&name);
        // 加上转移性收入 is one summand of each of several totals.
        let summand = ["加上", "加", "减去", "扣除"]
            .iter()
            .any(|word| item.name.starts_with(word));
        let told_apart = !(summand || PLAIN.contains(&name) || names_nothing(name) || of_anything);
        if name.chars().count() < 4 || !told_apart || item.second {
            continue;
        }
        let Some(second) = item.actual.first() else {
            continue;
        };
        let first = said
            .items
            .iter()
            .enumerate()
            .take(at)
            .rev()
            .find(|(of, other)| is_one(said, other, item) && !of_other_scopes(said, *of, at));
        let first = first.map(|(_, other)| other);
        let Some((other, first)) = first.and_then(|other| Some((other, other.actual.first()?)))
        else {
            continue;
        };
        if !names::placed_alike(&other.name, &item.name) && of_several(document, &item.key) {
            continue;
        }
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
    let years = names::year(&other.name).zip(names::year(&item.name));
    let dated = other.dated.zip(item.dated);
    let same = same
        && !names::apart(&other.name, &item.name)
        && years.is_none_or(|(one, other)| one == other)
        && dated.is_none_or(|(one, other)| one == other);
    same && whole(other) == whole(item)
}

/// 中央资产总额5亿元，负债总额1亿元；地方资产总额9亿元，负债总额2亿元: what is told of one thing and of another, where
/// neither begins with it, and neither names what the other begins with.
fn of_other_scopes(said: &Said, one: usize, other: usize) -> bool {
    let levels: [fn(&Item) -> Option<usize>; 2] = [|item| item.opener, |item| item.first];
    levels.iter().any(|level| {
        let of = |item: usize| said.items.get(item).and_then(level);
        let (Some(a), Some(b)) = (of(one), of(other)) else {
            return false;
        };
        if a == b || a == one || b == other {
            return false;
        }
        let names = |scope: usize, opener: usize| {
            let Some(opener) = said.items.get(opener) else {
                return true;
            };
            let within = said.items.iter().filter(|item| level(item) == Some(scope));
            within
                .into_iter()
                .any(|item| item.key.alike(&opener.key) >= 2)
        };
        !names(a, b) && !names(b, a)
    })
}

/// Whether several subjects have this name: by the tables, where they have it, or else by the classification. Two
/// amounts of it are then of two subjects, for all that is known.
fn of_several(document: &Document<'_>, key: &Key) -> bool {
    fn count<'a>(named: impl Iterator<Item = (&'a str, &'a str)>, key: &Key) -> usize {
        let mut codes: Vec<&str> = named
            .filter(|(_, name)| Key::of(&crate::flat::Flat::of(name).text, None) == *key)
            .map(|(code, _)| code)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes.len()
    }
    let rows = document.tables.iter().flat_map(|table| &table.rows);
    let coded = rows.filter_map(|row| Some((row.code.as_deref()?, row.name.as_str())));
    match count(coded, key) {
        0 => {
            let all = Subjects::Functional.all().iter();
            let named = all.flat_map(|subject| subject.names().map(|name| (subject.code, name)));
            count(named, key) > 1
        }
        codes => codes > 1,
    }
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
