//! What must hold between amounts: one is the sum of others.

use super::book::{Book, Id};
use rust_decimal::Decimal;

/// What an identity rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Helps to tell which of several amounts is wrong, says nothing alone: the same subject in two tables.
    Weak,
    /// Follows from the shape of the table; certain where it holds in the rest of it.
    Shape,
    /// A rule of the ministry's tables.
    Law,
}

/// Which rule an identity is an instance of, so that the others of its kind can vouch for it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    /// A column is the sum of others; the table, its first column.
    Across(usize, usize),
    /// A subject is the sum of those below it, the total that of the subjects.
    Codes(usize),
    /// A total of a list without codes; both sides come to the same.
    List(usize),
    /// A line is the sum of those whose names stand farther to the right.
    Outline(usize),
    /// Both sides of a fund come to the same.
    Funds(usize),
    /// What is left at the end of the year.
    Closing(usize),
    /// The same amount in two tables.
    Tables(usize, usize),
}

/// An amount that is the sum of others.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    pub rule: Rule,
    pub strength: Strength,
    pub whole: Id,
    /// The parts, and whether they are taken away.
    pub parts: Vec<(Id, bool)>,
}

/// How an identity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Holds,
    /// It differs by no more than the digits allow.
    Rounding,
    Broken,
}

impl State {
    /// How an identity stands that differs by so much, of which the digits allow so much.
    pub fn of((difference, slack): (Decimal, Decimal)) -> Self {
        if difference.is_zero() {
            State::Holds
        } else if difference.abs() <= slack {
            State::Rounding
        } else {
            State::Broken
        }
    }
}

impl Identity {
    pub fn sum(
        rule: Rule,
        strength: Strength,
        whole: Id,
        parts: impl IntoIterator<Item = Id>,
    ) -> Self {
        Identity {
            rule,
            strength,
            whole,
            parts: parts.into_iter().map(|id| (id, false)).collect(),
        }
    }

    pub fn equal(rule: Rule, strength: Strength, whole: Id, other: Id) -> Self {
        Identity::sum(rule, strength, whole, [other])
    }

    /// What the parts come to. `None` out of range.
    pub fn right(&self, book: &Book<'_>) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for (id, minus) in &self.parts {
            let value = book.value(*id);
            sum = sum.checked_add(if *minus { -value } else { value })?;
        }
        Some(sum)
    }

    /// By how much the whole is above its parts, and how much of it the digits allow.
    pub fn difference(&self, book: &Book<'_>) -> Option<(Decimal, Decimal)> {
        let difference = book.value(self.whole).checked_sub(self.right(book)?)?;
        let mut slack = book.half(self.whole);
        for (id, _) in &self.parts {
            slack = slack.checked_add(book.half(*id))?;
        }
        Some((difference, slack))
    }

    /// How it stands.
    pub fn state(&self, book: &Book<'_>) -> Option<State> {
        self.difference(book).map(State::of)
    }

    /// How many parts are not zero.
    pub fn weight(&self, book: &Book<'_>) -> usize {
        self.parts
            .iter()
            .filter(|(id, _)| !book.value(*id).is_zero())
            .count()
    }

    /// All amounts that take part.
    pub fn members(&self) -> impl Iterator<Item = Id> + '_ {
        std::iter::once(self.whole).chain(self.parts.iter().map(|(id, _)| *id))
    }

    /// By how much an amount would have to change for this to hold: the smallest and the greatest change.
    pub fn change(&self, book: &Book<'_>, id: Id) -> Option<(Decimal, Decimal)> {
        let (difference, slack) = self.difference(book)?;
        let middle = if id == self.whole {
            -difference
        } else {
            let (_, minus) = self.parts.iter().find(|(part, _)| *part == id)?;
            if *minus { -difference } else { difference }
        };
        Some((middle - slack, middle + slack))
    }
}
