//! Amounts that stand in each other's place, and lines that stand there twice.

use super::book::Id;
use super::judge::{Court, Culprit, Judged};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Parts of a sum beyond which pairs of them are not looked at.
const MOST_PARTS: usize = 300;

impl Court<'_, '_> {
    /// Lines that stand there twice: without one of them the sum comes out.
    pub fn repeated(&mut self, judged: &mut Judged) {
        let open: Vec<usize> = self
            .open
            .iter()
            .copied()
            .filter(|at| self.sure(*at))
            .collect();
        for at in open {
            let Some((twice, once)) = self.twice(at) else {
                continue;
            };
            self.open.remove(&at);
            let again = judged
                .repeated
                .iter()
                .any(|(other, _, _)| self.same_line(*other, twice));
            if !again {
                judged.repeated.push((twice, once, at));
            }
        }
    }

    fn same_line(&self, a: Id, b: Id) -> bool {
        match (self.book.cell(a), self.book.cell(b)) {
            (Some(a), Some(b)) => a.spot.block == b.spot.block && a.at().0 == b.at().0,
            _ => false,
        }
    }

    fn twice(&self, at: usize) -> Option<(Id, Id)> {
        let identity = self.all.get(at)?;
        let (difference, slack) = self.difference(at)?;
        if identity.parts.len() > MOST_PARTS {
            return None;
        }
        for (n, (one, _)) in identity.parts.iter().enumerate() {
            for (two, _) in identity.parts.iter().skip(n + 1) {
                let (a, b) = (self.book.cell(*one)?, self.book.cell(*two)?);
                let same = a.code == b.code
                    && a.name == b.name
                    && a.value == b.value
                    && a.at().0 != b.at().0;
                if same && (difference + b.value.value).abs() <= slack {
                    return Some((*two, *one));
                }
            }
        }
        None
    }

    /// Of wrong amounts those that are each other's right ones.
    pub fn pair(&self, judged: &mut Judged) {
        let near = |a: Decimal, b: Decimal, id: Id| {
            let slack = self.book.half(id).saturating_mul(Decimal::TEN);
            a.checked_sub(b)
                .is_some_and(|difference| difference.abs() <= slack)
        };
        let mut left: Vec<Culprit> = Vec::new();
        for culprit in std::mem::take(&mut judged.culprits) {
            let twin = left.iter().position(|other| {
                self.neighbours(other.id, culprit.id)
                    && near(other.right, self.book.value(culprit.id), culprit.id)
                    && near(culprit.right, self.book.value(other.id), other.id)
            });
            match (twin, culprit.explains.first()) {
                (Some(twin), Some(at)) => {
                    let other = left.remove(twin);
                    judged.swapped.push((other.id, culprit.id, *at));
                }
                _ => left.push(culprit),
            }
        }
        judged.culprits = left;
    }

    /// Whether two amounts stand in one line or one column of a table.
    fn neighbours(&self, a: Id, b: Id) -> bool {
        match (self.book.cell(a), self.book.cell(b)) {
            (Some(a), Some(b)) => {
                a.spot.block == b.spot.block && (a.at().0 == b.at().0 || a.at().1 == b.at().1)
            }
            _ => false,
        }
    }

    /// Pairs of amounts of one column or one line that stand in each other's place.
    pub fn swapped(&mut self, judged: &mut Judged) {
        let open: Vec<usize> = self
            .open
            .iter()
            .copied()
            .filter(|at| self.sure(*at))
            .take(40)
            .collect();
        for (n, one) in open.iter().enumerate() {
            for two in open.iter().skip(n + 1) {
                if !(self.open.contains(one) && self.open.contains(two)) {
                    continue;
                }
                if let Some((a, b, explained)) = self.exchange(*one, *two) {
                    for at in explained {
                        self.open.remove(&at);
                    }
                    judged.swapped.push((a, b, *one));
                }
            }
        }
    }

    fn exchange(&self, one: usize, two: usize) -> Option<(Id, Id, Vec<usize>)> {
        let (first, second) = (self.all.get(one)?, self.all.get(two)?);
        if first.parts.len() * second.parts.len() > MOST_PARTS * 20 {
            return None;
        }
        for a in first.members() {
            for b in second.members() {
                let (x, y) = (self.book.cell(a)?, self.book.cell(b)?);
                let by = y.value.value - x.value.value;
                if a == b || !self.neighbours(a, b) || by.is_zero() {
                    continue;
                }
                let changes = [(a, by), (b, -by)];
                let touched: BTreeSet<usize> = [a, b]
                    .iter()
                    .filter_map(|id| self.of.get(id))
                    .flatten()
                    .filter(|at| self.open.contains(at))
                    .copied()
                    .collect();
                let mends = touched.contains(&one)
                    && touched.contains(&two)
                    && touched
                        .iter()
                        .filter(|at| self.sure(**at))
                        .all(|at| self.holds_after(*at, &changes));
                if mends && self.breaks_nothing(&changes) {
                    return Some((a, b, touched.into_iter().collect()));
                }
            }
        }
        None
    }
}
