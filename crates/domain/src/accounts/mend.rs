//! Which figure can be put right without anybody having to look: one that alone is at odds with
//! others that agree among themselves. Everything else is for people to decide.

use super::cell::Cell;
use super::model::Accounts;
use super::reckon::{Reckoned, reckon_after};
use super::relation::{Relation, State};
use super::value::Value;
use juesuan_figure::Exact;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Mends tried at most: where more is wrong, somebody should look anyway.
const MOST_TRIED: usize = 6;

pub(super) struct Mending<'a> {
    accounts: &'a Accounts,
    reckoned: &'a Reckoned,
    /// The relations of each cell, by their places; made once something is wrong.
    of: OnceCell<BTreeMap<Cell, Vec<usize>>>,
    tried: usize,
}

impl<'a> Mending<'a> {
    pub fn new(accounts: &'a Accounts, reckoned: &'a Reckoned) -> Self {
        Mending {
            accounts,
            reckoned,
            of: OnceCell::new(),
            tried: 0,
        }
    }

    /// What the left side of a relation has to be, as it would be typed: only where it was typed, its
    /// parts were all typed too and are not themselves in doubt, and with it everything that was wrong
    /// is less and nothing else is.
    pub fn certain(&mut self, relation: &Relation) -> Option<String> {
        let (left, right) = self.reckoned.sides(relation);
        let left = left.filter(|left| self.is_typed(*left))?;
        if !matches!(relation.state, State::Broken(_))
            || right.is_empty()
            || !right.iter().all(|(_, cell, _)| self.is_typed(*cell))
        {
            return None;
        }
        // A sum that rests on something derived is no second witness: the fault may have gone into it.
        let wrong = self.wrong_with(left);
        let wrong = wrong.filter(|other| self.is_all_typed(other)).count();
        let is_the_one = right.iter().all(|(_, part, _)| {
            self.is_confirmed(*part, Some(relation))
                || (wrong > 1 && self.wrong_with(*part).count() < wrong)
        });
        if !is_the_one || self.tried >= MOST_TRIED {
            return None;
        }
        self.tried += 1;
        let mut sum = Exact::ZERO;
        for (minus, cell, _) in &right {
            let part = self.reckoned.figure(*cell)?.exact;
            sum = if *minus {
                sum.checked_sub(part)?
            } else {
                sum.checked_add(part)?
            };
        }
        // What was typed as not negative is not made so.
        if sum.is_negative() {
            return None;
        }
        let text = sum.grouped();
        self.helps(left, &text).then_some(text)
    }

    fn is_typed(&self, cell: Cell) -> bool {
        matches!(self.reckoned.value(cell), Value::Typed(_))
    }

    fn is_all_typed(&self, relation: &Relation) -> bool {
        let (left, right) = self.reckoned.sides(relation);
        left.is_some_and(|left| self.is_typed(left))
            && right.iter().all(|(_, part, _)| self.is_typed(*part))
    }

    /// The relations with a cell.
    fn with(&self, cell: Cell) -> impl Iterator<Item = &'a Relation> {
        let relations = self.reckoned.relations();
        let of = self.of.get_or_init(|| {
            let mut of: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
            for (at, relation) in relations.iter().enumerate() {
                let (left, right) = self.reckoned.sides(relation);
                let right = right.into_iter().map(|(_, cell, _)| cell);
                for cell in left.into_iter().chain(right) {
                    of.entry(cell).or_default().push(at);
                }
            }
            of
        });
        of.get(&cell)
            .into_iter()
            .flatten()
            .map(|at| &relations[*at])
    }

    fn wrong_with(&self, cell: Cell) -> impl Iterator<Item = &'a Relation> {
        self.with(cell).filter(|relation| relation.state.is_wrong())
    }

    /// Whether another identity of typed figures alone holds with a typed one.
    pub fn is_confirmed(&self, cell: Cell, beside: Option<&Relation>) -> bool {
        self.is_typed(cell)
            && self.with(cell).any(|relation| {
                Some(relation) != beside
                    && relation.state == State::Holds
                    && self.is_all_typed(relation)
            })
    }

    /// Whether with a text in a cell less is at odds, and nothing that was not before.
    fn helps(&self, cell: Cell, text: &str) -> bool {
        let mut mended = self.accounts.clone();
        if mended.set(cell, text).is_err() {
            return false;
        }
        let before = self.reckoned;
        let after = reckon_after(Some(&Rc::new(before.clone())), &mended, before.layout);
        let is_at_odds =
            |relation: &Relation| !matches!(relation.state, State::Holds | State::Waiting);
        let (before, after) = (before.relations(), after.relations());
        let of = self.of.get().and_then(|of| of.get(&cell));
        // Sums that want different amounts of it do not agree among themselves.
        let mut own = of.into_iter().flatten();
        if own.any(|at| after.get(*at).is_none_or(|after| after.state.is_wrong())) {
            return false;
        }
        let mut fewer = false;
        for (before, after) in before.iter().zip(after) {
            match (is_at_odds(before), is_at_odds(after)) {
                (false, true) => return false,
                (true, false) => fewer = true,
                _ => {}
            }
        }
        fewer && before.len() == after.len()
    }
}
