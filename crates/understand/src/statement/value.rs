//! The amounts that a name may stand for.

use super::beside::{Asked, Tables};
use super::item::{Item, Said, Value};
use super::names::Key;
use crate::Document;

/// Finds amounts by name, in the text and in the tables.
pub(crate) struct Values<'a> {
    document: &'a Document<'a>,
    said: &'a Said,
    tables: Tables<'a>,
}

impl<'a> Values<'a> {
    pub fn new(document: &'a Document<'a>, said: &'a Said) -> Self {
        Values {
            document,
            said,
            tables: Tables::of(document),
        }
    }

    /// What an item came to.
    pub fn actuals(&self, item: usize) -> Vec<Value> {
        let Some(of) = self.said.items.get(item) else {
            return Vec::new();
        };
        let mut values: Vec<Value> = of
            .actual
            .iter()
            .map(|amount| Value::of(amount, true))
            .collect();
        // What is said to be planned changes as what is planned.
        if values.is_empty() && self.is_planned(of) {
            values.extend(of.budget.iter().map(|amount| Value::of(amount, true)));
            return values;
        }
        let counted = of
            .actual
            .first()
            .is_some_and(|amount| amount.counted.is_some());
        if !counted {
            let sure = values.is_empty();
            values.extend(
                self.in_tables(&of.key, &of.name, of.section, false)
                    .into_iter()
                    .map(|value| Value {
                        sure: sure && value.sure,
                        ..value
                    }),
            );
        }
        if of.actual.is_empty() {
            values.extend(self.instead(of));
        }
        values
    }

    /// Whether an item is a part of what was planned.
    fn is_planned(&self, item: &Item) -> bool {
        let whole = item.whole.and_then(|whole| self.said.items.get(whole));
        item.budget.is_some()
            && whole.is_some_and(|whole| whole.actual.is_empty() && whole.budget.is_some())
    }

    /// What an item of which no amount is said may have come to: what others of its name have, or the item that
    /// stands in for it.
    fn instead(&self, item: &Item) -> Vec<Value> {
        let mut found: Vec<(u8, &Item)> = Vec::new();
        for other in &self.said.items {
            let counted = other.actual.first().map(|amount| amount.counted.is_some());
            let differs = matches!((counted, item.counts), (Some(a), Some(b)) if a != b);
            let alike = if other.matter == item.matter && counted.is_some() && !differs {
                other.key.alike(&item.key)
            } else {
                0
            };
            if alike > 0 {
                found.push((alike, other));
            }
        }
        let best = found.iter().map(|(alike, _)| *alike).max().unwrap_or(0);
        let own = found
            .iter()
            .filter(|(alike, _)| *alike == best)
            .flat_map(|(_, other)| &other.actual);
        let mut values: Vec<Value> = own.map(|amount| Value::of(amount, best >= 2)).collect();
        let instead = item
            .instead
            .and_then(|instead| self.said.items.get(instead));
        if values.is_empty() && !item.key.is_empty() {
            let elsewhere = self.said.items.iter().filter(|of| of.key == item.key);
            let amounts = elsewhere.flat_map(|of| of.actual.iter().chain(&of.budget));
            let money = amounts.filter(|amount| amount.counted.is_none());
            values.extend(money.map(|amount| Value::of(amount, false)));
        }
        if values.is_empty() {
            values.extend(
                instead
                    .iter()
                    .flat_map(|item| &item.actual)
                    .map(|amount| Value::of(amount, false)),
            );
        }
        values
    }

    /// Totals of the matter that an item stands in: what a share without words may be of.
    pub fn totals(&self, item: usize) -> Vec<Value> {
        let Some(of) = self.said.items.get(item) else {
            return Vec::new();
        };
        let total = |other: &&Item| {
            let named = ["合计", "总计", "总额"]
                .iter()
                .any(|word| other.name.contains(word));
            other.matter == of.matter && named
        };
        let totals = self
            .said
            .items
            .iter()
            .filter(total)
            .flat_map(|other| &other.actual);
        totals
            .filter(|amount| amount.counted.is_none())
            .take(6)
            .map(|amount| Value::of(amount, false))
            .collect()
    }

    /// What was planned for an item.
    pub fn budgets(&self, item: usize) -> Vec<Value> {
        let Some(of) = self.said.items.get(item) else {
            return Vec::new();
        };
        let mut values: Vec<Value> = of
            .budget
            .iter()
            .map(|amount| Value::of(amount, true))
            .collect();
        if values.is_empty() {
            values.extend(self.planned_apart(of));
        }
        let sure = values.is_empty();
        values.extend(
            self.in_tables(&of.key, &of.name, of.section, true)
                .into_iter()
                .map(|value| Value {
                    sure: sure && value.sure,
                    ..value
                }),
        );
        values
    }

    /// What a list of budgets has for an item that another list has the amount of.
    fn planned_apart(&self, item: &Item) -> Option<Value> {
        let apart = |other: &&Item| {
            other.actual.is_empty()
                && other.matter == item.matter
                && other.key.alike(&item.key) >= 2
        };
        let mut budgets = self.said.items.iter().filter(apart);
        let first = budgets.find_map(|other| other.budget.as_ref())?;
        let mut others = budgets.filter_map(|other| other.budget.as_ref());
        let one = others.all(|other| other.printed.interval().meets(first.printed.interval()));
        one.then(|| Value::of(first, true))
    }

    /// What words like 本年支出合计 stand for, the likeliest first: where the words fit one amount alone, it
    /// is sure.
    pub fn named(&self, words: &str, section: usize) -> Vec<Value> {
        let key = Key::of(words, self.document.about.unit.as_deref());
        let matter = self
            .document
            .sections
            .get(section)
            .map_or(0, |section| section.matter);
        let mut found: Vec<(u8, Value)> = Vec::new();
        for item in &self.said.items {
            let alike = item.key.alike(&key);
            let here = item.matter == matter;
            if alike >= 1 {
                let rank = alike * 2 + u8::from(here);
                found.extend(
                    item.actual
                        .iter()
                        .filter(|amount| amount.counted.is_none())
                        .map(|amount| (rank, Value::of(amount, alike >= 2))),
                );
            }
        }
        let tables = self.in_tables(&key, words, section, false);
        found.extend(tables.into_iter().map(|value| (5, value)));
        found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        found.into_iter().map(|(_, value)| value).collect()
    }

    /// What the tables have for a name that stands in a section.
    pub fn in_tables(&self, key: &Key, name: &str, section: usize, budget: bool) -> Vec<Value> {
        self.tables.amounts(&Asked { key, name, budget }, section)
    }
}
