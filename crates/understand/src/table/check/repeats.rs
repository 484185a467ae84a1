//! The same subject in two tables: where almost all amounts agree, one that does not is worth a look.

use super::book::{Book, Id, Shape};
use super::identity::{Identity, Rule, State, Strength};
use crate::table::found::Side;
use crate::table::lookup::{column_name, is_total};
use crate::table::topic;
use std::collections::BTreeMap;

/// Pairs of lines beyond which two tables are not compared.
const MOST_PAIRS: usize = 1_000_000;

/// The amounts of subjects that stand in two tables.
pub(super) fn of(book: &Book<'_>) -> Vec<Identity> {
    let mut found = grand_totals(book);
    for (at, one) in book.shapes.iter().enumerate() {
        for other in book.shapes.iter().skip(at + 1) {
            if one.lines.len().saturating_mul(other.lines.len()) > MOST_PAIRS {
                continue;
            }
            for pairs in [
                pairs(one, other, true),
                pairs(one, other, false),
                labelled(book, one, other),
            ] {
                if let Some(alike) = alike(book, &pairs) {
                    found.extend(alike);
                    break;
                }
            }
        }
    }
    found
}

/// Pairs of amounts as identities, where there are several and almost all agree.
fn alike(book: &Book<'_>, pairs: &[(Id, Id)]) -> Option<Vec<Identity>> {
    let all: Vec<Identity> = pairs
        .iter()
        .filter(|(a, b)| !book.value(*a).is_zero() || !book.value(*b).is_zero())
        .map(|(a, b)| {
            let rule = Rule::Tables(book.table_of(*a), book.table_of(*b));
            Identity::equal(rule, Strength::Weak, *a, *b)
        })
        .collect();
    let holding = all
        .iter()
        .filter(|it| it.state(book).is_some_and(|state| state != State::Broken))
        .count();
    (holding >= 2 && all.len() >= 3 && holding * 10 >= all.len() * 6).then_some(all)
}

/// Amounts of the same name in both, of two tables about the same money: lines without codes, and the columns of
/// a total.
fn labelled(book: &Book<'_>, one: &Shape<'_>, other: &Shape<'_>) -> Vec<(Id, Id)> {
    let topic = |shape: &Shape<'_>| {
        let table = book.tables.get(shape.table)?;
        topic::topic(&table.title)
    };
    let same = topic(one)
        .zip(topic(other))
        .is_some_and(|(a, b)| a.same_fund(b));
    if !same {
        return Vec::new();
    }
    let (names, others) = (labels(one), labels(other));
    names
        .into_iter()
        .filter_map(|(label, id)| Some((id, *others.get(label)?)))
        .collect()
}

/// What each amount is called, where only one is called so.
fn labels<'a>(shape: &Shape<'a>) -> BTreeMap<&'a str, Id> {
    let mut labels: BTreeMap<&str, Option<Id>> = BTreeMap::new();
    let mut add = |label: &'a str, id: Id| {
        labels
            .entry(label)
            .and_modify(|known| *known = None)
            .or_insert(Some(id));
    };
    for line in shape.lines.iter().filter(|line| line.code.is_none()) {
        let total = line.name.is_empty() || is_total(line.name);
        if !total {
            if let Some(id) = shape.nth(line, 0) {
                add(line.name, id);
            }
            continue;
        }
        for column in shape.columns_of(line.side) {
            if let Some((name, id)) = column_name(column.heads).zip(line.cell(column.column)) {
                add(name, id);
            }
        }
    }
    labels
        .into_iter()
        .filter_map(|(label, id)| Some((label, id?)))
        .collect()
}

/// Amounts of the same subject in both: under the same heads, or in the first columns.
fn pairs(one: &Shape<'_>, other: &Shape<'_>, heads: bool) -> Vec<(Id, Id)> {
    let mut found = Vec::new();
    for line in &one.lines {
        let Some(twin) = other
            .lines
            .iter()
            .find(|twin| match (line.code, twin.code) {
                (Some(a), Some(b)) => a == b,
                (None, None) => is_total(line.name) && line.name == twin.name,
                _ => false,
            })
        else {
            continue;
        };
        if !heads {
            found.extend(one.nth(line, 0).zip(other.nth(twin, 0)));
            continue;
        }
        for column in one.columns_of(line.side) {
            let same = other
                .columns_of(twin.side)
                .into_iter()
                .find(|it| it.heads == column.heads)
                .and_then(|it| twin.cell(it.column));
            found.extend(line.cell(column.column).zip(same));
        }
    }
    found
}

/// All income and all spending of a kind, wherever a table has them as its total: that of 收支预算总表 and of
/// 支出预算总表.
fn grand_totals(book: &Book<'_>) -> Vec<Identity> {
    let mut totals: Vec<(topic::Topic, Id)> = Vec::new();
    for shape in &book.shapes {
        let Some(topic) = book
            .tables
            .get(shape.table)
            .and_then(|table| topic::topic(&table.title))
        else {
            continue;
        };
        let sides = shape.sides();
        if let Some((income, spending)) = topic.sides() {
            let last = sides.len().saturating_sub(1);
            for (topic, side) in [
                (income, sides.first()),
                (spending, sides.get(last).filter(|_| last > 0)),
            ] {
                let total = side.and_then(|side| last_total(shape, *side));
                totals.extend(total.map(|id| (topic, id)));
            }
        } else if sides.len() == 1 {
            totals.extend(only_total(shape).map(|id| (topic, id)));
        }
    }
    let mut found = Vec::new();
    for (at, (topic, one)) in totals.iter().enumerate() {
        for (other, two) in totals.iter().skip(at + 1) {
            if topic == other && book.table_of(*one) != book.table_of(*two) {
                let rule = Rule::Tables(book.table_of(*one), book.table_of(*two));
                found.push(Identity::equal(rule, Strength::Weak, *one, *two));
            }
        }
    }
    found
}

fn last_total(shape: &Shape<'_>, side: Side) -> Option<Id> {
    let line = shape
        .lines
        .iter()
        .rfind(|line| line.side == side && is_total(line.name))?;
    shape.nth(line, 0)
}

/// The total of a table with one part: of its total line, or of its only line.
fn only_total(shape: &Shape<'_>) -> Option<Id> {
    let mut totals = shape
        .lines
        .iter()
        .filter(|line| line.code.is_none() && is_total(line.name));
    let line = match (totals.next(), totals.next(), shape.lines.as_slice()) {
        (Some(line), None, _) => line,
        (None, _, [line]) => line,
        _ => return None,
    };
    let first = shape.columns.first()?;
    let whole = shape.columns.len() == 1 || first.heads.iter().any(|head| is_total(head));
    whole.then(|| shape.nth(line, 0)).flatten()
}
