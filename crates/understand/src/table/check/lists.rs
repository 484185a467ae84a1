//! Sums down lists without codes: 本年收入合计 = 一、二、三、…, 总计 = 本年收入合计 + what was carried over.

use super::book::{Book, Id, Shape};
use super::identity::{Identity, Rule, State, Strength};
use crate::table::found::{Mark, Side};
use crate::table::lookup::is_total;
use rust_decimal::Decimal;

/// A line of a list.
#[derive(Clone, Copy)]
struct Entry<'a> {
    id: Id,
    name: &'a str,
    mark: Mark,
    row: (usize, usize),
}

impl Entry<'_> {
    fn total(&self) -> bool {
        is_total(self.name)
    }
}

/// The sums down the lists of a table.
pub(super) fn of(book: &Book<'_>, shape: &Shape<'_>) -> Vec<Identity> {
    let table = book.tables.get(shape.table);
    let no = table.and_then(|table| table.no);
    if no == Some(7) {
        return three_public(shape);
    }
    if shape
        .lines
        .iter()
        .filter(|line| line.code.is_some())
        .count()
        >= 2
    {
        return Vec::new();
    }
    let law = matches!(no, Some(1 | 4));
    let mut found = Vec::new();
    for side in shape.sides() {
        for ordinal in 0..shape.columns_of(side).len() {
            let list = list(shape, side, ordinal);
            let law = law && side != Side::Third;
            found.extend(totals(book, shape.table, &list, law));
            found.extend(below_items(book, shape.table, &list, law));
        }
    }
    found.extend(sides(shape, law));
    found.extend(lists_of_other_sides(book, shape));
    found
}

fn list<'a>(shape: &Shape<'a>, side: Side, ordinal: usize) -> Vec<Entry<'a>> {
    shape
        .lines
        .iter()
        .filter(|line| line.side == side)
        .filter_map(|line| {
            Some(Entry {
                id: shape.nth(line, ordinal)?,
                name: line.name,
                mark: line.mark,
                row: line.row,
            })
        })
        .collect()
}

/// The lines of a stretch that stand beside each other: those that are numbered 一、, or without numbers all.
fn top<'a>(stretch: &[Entry<'a>], numbered_first: bool) -> Vec<Entry<'a>> {
    let first = |entry: &&Entry<'_>| matches!(entry.mark, Mark::First(_));
    let plain = |entry: &&Entry<'_>| entry.mark == Mark::None && !entry.total();
    let (numbered, unnumbered): (Vec<Entry<'_>>, Vec<Entry<'_>>) = (
        stretch.iter().filter(first).copied().collect(),
        stretch.iter().filter(plain).copied().collect(),
    );
    let (one, other) = if numbered_first {
        (numbered, unnumbered)
    } else {
        (unnumbered, numbered)
    };
    if one.is_empty() { other } else { one }
}

/// The totals of a list, each of what stands since the last one, and with it.
fn totals(book: &Book<'_>, table: usize, list: &[Entry<'_>], law: bool) -> Vec<Identity> {
    let mut found = Vec::new();
    let at: Vec<usize> = list
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.total())
        .map(|(at, _)| at)
        .collect();
    let mut last: Option<usize> = None;
    for total in &at {
        let Some(whole) = list.get(*total) else {
            continue;
        };
        let from = last.map_or(0, |last| last + 1);
        let stretch = list.get(from..*total).unwrap_or(&[]);
        let before = last.and_then(|last| list.get(last)).copied();
        let candidates: Vec<Vec<Entry<'_>>> = match before {
            None => vec![
                top(stretch, true),
                stretch
                    .iter()
                    .filter(|it| it.mark != Mark::Within)
                    .copied()
                    .collect(),
            ],
            Some(before) => {
                let sum = |rest: Vec<_>| {
                    std::iter::once(before)
                        .chain(rest)
                        .collect::<Vec<Entry<'_>>>()
                };
                vec![
                    sum(top(stretch, false)),
                    sum(carried_over(stretch)),
                    sum(stretch.to_vec()),
                    top(stretch, true),
                    stretch.to_vec(),
                ]
            }
        };
        found.extend(choose(book, table, *whole, &candidates, law));
        last = Some(*total);
    }
    // A total above its list.
    if let [only] = at.as_slice()
        && *only == 0
        && let Some(whole) = list.first()
    {
        let rest = list.get(1..).unwrap_or(&[]);
        found.extend(choose(
            book,
            table,
            *whole,
            &[top(rest, true), rest.to_vec()],
            false,
        ));
    }
    found
}

/// Of a stretch the lines whose names are those of what is carried from year to year.
fn carried_over<'a>(stretch: &[Entry<'a>]) -> Vec<Entry<'a>> {
    stretch
        .iter()
        .filter(|entry| entry.mark == Mark::None && carried(entry))
        .copied()
        .collect()
}

fn carried(entry: &Entry<'_>) -> bool {
    [
        "年初",
        "上年",
        "年末",
        "结转下年",
        "使用",
        "用事业基金",
        "结余分配",
        "弥补",
    ]
    .iter()
    .any(|word| entry.name.starts_with(word))
}

/// The first of several readings that holds; where none does, the first, which is certain only by law.
fn choose(
    book: &Book<'_>,
    table: usize,
    whole: Entry<'_>,
    candidates: &[Vec<Entry<'_>>],
    law: bool,
) -> Option<Identity> {
    let mut primary = None;
    for parts in candidates.iter().filter(|parts| !parts.is_empty()) {
        let ids = parts.iter().map(|entry| entry.id);
        let mut identity = Identity::sum(Rule::List(table), Strength::Weak, whole.id, ids);
        if identity
            .state(book)
            .is_some_and(|state| state != State::Broken)
        {
            identity.strength = if law { Strength::Law } else { Strength::Shape };
            return Some(identity);
        }
        primary.get_or_insert(identity);
    }
    let mut primary = primary?;
    if law {
        primary.strength = Strength::Law;
    } else if candidates.first().is_some_and(|parts| plain_list(parts)) {
        primary.strength = Strength::Shape;
    }
    Some(primary)
}

/// Whether it can hardly be read otherwise: 一、二、三、, or a total and what was carried over.
fn plain_list(parts: &[Entry<'_>]) -> bool {
    let numbered = parts.len() >= 2 && parts.iter().all(|part| matches!(part.mark, Mark::First(_)));
    let total = parts
        .split_first()
        .is_some_and(|(first, rest)| first.total() && rest.iter().all(carried));
    numbered || total
}

/// An item and the list below it: 一、财政拨款 with 1. and 2., 年初财政拨款结转和结余 with 一、二、三、 behind the totals.
fn below_items(book: &Book<'_>, table: usize, list: &[Entry<'_>], law: bool) -> Vec<Identity> {
    let mut found = Vec::new();
    let behind_total = list.iter().position(Entry::total).unwrap_or(list.len());
    for (at, entry) in list.iter().enumerate() {
        if entry.total() {
            continue;
        }
        let rest = list.get(at + 1..).unwrap_or(&[]);
        let parts: Vec<Entry<'_>> = match entry.mark {
            Mark::First(_) => rest
                .iter()
                .take_while(|it| {
                    matches!(it.mark, Mark::Second(_) | Mark::Third(_) | Mark::Fourth(_))
                        && !it.total()
                })
                .filter(|it| same_kind(it.mark, rest.first().map(|it| it.mark)))
                .copied()
                .collect(),
            Mark::None if at > behind_total && carried(entry) => rest
                .iter()
                .take_while(|it| matches!(it.mark, Mark::First(_)) && !it.total())
                .copied()
                .collect(),
            _ => Vec::new(),
        };
        let law = law && entry.mark == Mark::None;
        let nothing = parts
            .iter()
            .all(|part| book.value(part.id) == Decimal::ZERO);
        if parts.is_empty() || (nothing && !law) {
            continue;
        }
        found.extend(choose(book, table, *entry, &[parts], law));
    }
    found
}

fn same_kind(mark: Mark, first: Option<Mark>) -> bool {
    matches!(
        (mark, first),
        (Mark::Second(_), Some(Mark::Second(_)))
            | (Mark::Third(_), Some(Mark::Third(_)))
            | (Mark::Fourth(_), Some(Mark::Fourth(_)))
    )
}

/// The last totals of the sides come to the same: 总计 of income and spending.
fn sides(shape: &Shape<'_>, law: bool) -> Option<Identity> {
    let last = |side: Side| list(shape, side, 0).into_iter().rfind(Entry::total);
    let sides = shape.sides();
    let left = last(*sides.first()?)?;
    let right = sides.iter().skip(1).rev().find_map(|side| last(*side))?;
    let alike = left.row == right.row
        && ["总计", "合计"]
            .iter()
            .any(|word| left.name.ends_with(word) && right.name.ends_with(word));
    let strength = if law && left.name.ends_with("总计") {
        Strength::Law
    } else {
        Strength::Shape
    };
    alike.then(|| Identity::equal(Rule::List(shape.table), strength, left.id, right.id))
}

/// A list that has no total of its own, as another part of the table has it for both: spending by function and
/// by use.
fn lists_of_other_sides(book: &Book<'_>, shape: &Shape<'_>) -> Option<Identity> {
    let sides = shape.sides();
    let (first, second, third) = (sides.first()?, sides.get(1)?, sides.get(2)?);
    let open = list(shape, *second, 0);
    if open.is_empty() || open.iter().any(Entry::total) || list(shape, *first, 0).is_empty() {
        return None;
    }
    let total = list(shape, *third, 0).into_iter().find(Entry::total)?;
    choose(book, shape.table, total, &[top(&open, true)], false)
}

/// 合计 = trips abroad + vehicles + receptions, vehicles = purchase + running, where they stand in rows.
fn three_public(shape: &Shape<'_>) -> Vec<Identity> {
    let mut found = Vec::new();
    let line = |wanted: &dyn Fn(&str) -> bool| {
        shape
            .lines
            .iter()
            .find(|line| wanted(&line.name.replace(['“', '”', '"'], "")))
    };
    let car = |name: &str| {
        name.contains("公务用车") && (name.contains("购置及") || name.contains("购置和"))
    };
    let abroad = line(&|name| name.contains("因公出国"));
    let cars = line(&car);
    let buying = line(&|name| name.contains("购置") && !car(name));
    let running = line(&|name| name.contains("运行") && !car(name));
    let guests =
        line(&|name| name.contains("公务接待") && !name.contains('内') && !name.contains('外'));
    let total =
        line(&|name| is_total(name) || name == "三公经费" || name.starts_with("三公经费支出"));
    // Where meetings and training stand in the table as well, the total may be of all.
    let more = line(&|name| name.contains("会议费") || name.contains("培训费")).is_some();
    let total = total.filter(|line| !more || line.name.contains("三公"));
    let sums = [
        (total, vec![abroad, cars, guests]),
        (cars, vec![buying, running]),
    ];
    for (whole, parts) in sums {
        let Some(whole) = whole else {
            continue;
        };
        let lines: Vec<_> = parts.iter().flatten().collect();
        if lines.len() != parts.len() {
            continue;
        }
        for (column, id) in &whole.cells {
            let parts: Vec<Id> = lines.iter().filter_map(|line| line.cell(*column)).collect();
            if !parts.is_empty() {
                found.push(Identity::sum(
                    Rule::List(shape.table),
                    Strength::Law,
                    *id,
                    parts,
                ));
            }
        }
    }
    found
}
