//! Amounts that are said again: of one item, or of the two sides of one total.

use super::item::{Amount, Item, Said};
use super::names::Key;
use crate::Spot;
use crate::claimed::{Statement, Verdict};
use rust_decimal::Decimal;
use std::collections::{HashMap, HashSet};

/// What was held against nothing agrees with the same figure elsewhere.
pub(crate) fn agree(said: &Said, statements: &mut [Statement]) {
    let mut met: HashSet<&Spot> = HashSet::new();
    let named = said.items.iter().filter(|item| !item.key.is_empty());
    // A text may have thousands of items: each is looked at once, not beside each other.
    let mut told: HashMap<Figure<&Key>, Told> = HashMap::new();
    let mut sides: HashMap<(usize, Figure<String>), Told> = HashMap::new();
    for (at, item) in named.enumerate() {
        let by_name = item.key.text().chars().count() >= 4;
        let side = side(item);
        for (role, amount) in amounts(item) {
            if by_name {
                let figure = Figure::of(item, &item.key, role, amount);
                let told = told.entry(figure).or_default();
                told.push(at, item.dated, &amount.spot);
            }
            if let Some((side, total)) = &side {
                let figure = Figure::of(item, total.clone(), role, amount);
                let told = sides.entry((item.sentence, figure)).or_default();
                // The side stands for the item: one side said twice is not both.
                told.push(usize::from(*side), None, &amount.spot);
            }
        }
    }
    for told in told.values().chain(sides.values()) {
        met.extend(told.again());
    }
    for item in &said.items {
        let whole = item.whole.and_then(|whole| said.items.get(whole));
        for (one, other) in whole.into_iter().flat_map(|whole| pairs(whole, item)) {
            if !one.printed.value.is_zero() {
                met.extend([&one.spot, &other.spot]);
            }
        }
    }
    let known = |it: &&mut Statement| it.verdict == Verdict::Unknown && met.contains(&it.spot);
    for statement in statements.iter_mut().filter(known) {
        statement.verdict = Verdict::Agrees;
    }
}

/// What makes two figures of one name the same.
#[derive(PartialEq, Eq, Hash)]
struct Figure<Name> {
    matter: usize,
    name: Name,
    role: Role,
    counted: Option<&'static str>,
    value: Decimal,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Role {
    Actual,
    Budget,
    Last,
}

impl<Name> Figure<Name> {
    fn of(item: &Item, name: Name, role: Role, amount: &Amount) -> Self {
        Figure {
            matter: item.matter,
            name,
            role,
            counted: amount.counted,
            value: amount.printed.value,
        }
    }
}

/// Where one figure is said: by which item, and of which year.
#[derive(Default)]
struct Told<'a> {
    places: Vec<(usize, Option<u16>, &'a Spot)>,
    /// The items by year; `None` where there are several.
    by_year: HashMap<Option<u16>, Option<usize>>,
}

impl<'a> Told<'a> {
    fn push(&mut self, item: usize, year: Option<u16>, spot: &'a Spot) {
        self.places.push((item, year, spot));
        let only = self.by_year.entry(year).or_insert(Some(item));
        if *only != Some(item) {
            *only = None;
        }
    }

    /// Those that another item says too, of the same year or of none.
    fn again(&self) -> impl Iterator<Item = &'a Spot> {
        let by_another = |item: usize, year: Option<u16>| match year {
            Some(_) => [year, None].iter().any(|year| {
                let only = self.by_year.get(year);
                only.is_some_and(|only| *only != Some(item))
            }),
            None => self.by_year.values().any(|only| *only != Some(item)),
        };
        let places = self.places.iter();
        places
            .filter(move |(item, year, _)| by_another(*item, *year))
            .map(|(.., spot)| *spot)
    }
}

fn amounts(item: &Item) -> impl Iterator<Item = (Role, &Amount)> {
    let actual = item.actual.iter().map(|it| (Role::Actual, it));
    let budget = item.budget.iter().map(|it| (Role::Budget, it));
    let last = item.last.iter().map(|it| (Role::Last, it));
    actual.chain(budget).chain(last)
}

/// Amounts of two items that are equal.
fn pairs<'a>(one: &'a Item, other: &'a Item) -> impl Iterator<Item = (&'a Amount, &'a Amount)> {
    let of_both = amounts(one).flat_map(|a| amounts(other).map(move |b| (a, b)));
    of_both
        .filter(|((one, a), (other, b))| {
            one == other && a.counted == b.counted && a.printed.value == b.printed.value
        })
        .map(|((_, a), (_, b))| (a, b))
}

/// 收入总计5万元，支出总计5万元: whether it is what came in, and the total without its side.
fn side(item: &Item) -> Option<(bool, String)> {
    let text = item.key.text();
    let (income, spending) = ("收入总", "支出总");
    let side = [income, spending]
        .into_iter()
        .find(|it| text.contains(it))?;
    Some((side == income, text.replace(side, "")))
}
