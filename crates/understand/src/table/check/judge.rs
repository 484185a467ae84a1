//! Which amount is wrong, where sums do not come out: the one whose change mends all that is broken and breaks
//! nothing that holds.

use super::book::{Book, Id};
use super::identity::{Identity, Rule, State, Strength};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Parts of a sum beyond which pairs of them are not looked at.
const MOST_PARTS: usize = 300;
/// Wrong amounts beyond which no more are looked for: the tables were misread.
const MOST_CULPRITS: usize = 100;

/// What was found out about the identities of a document.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Amounts that are wrong, with what mends all.
    pub culprits: Vec<Culprit>,
    /// Two amounts that stand in each other's place, and an identity that shows it.
    pub swapped: Vec<(Id, Id, usize)>,
    /// A line that stands there twice: its amount, the amount it repeats, an identity that shows it.
    pub repeated: Vec<(Id, Id, usize)>,
    /// Broken identities that nobody can be blamed for: groups that hang together.
    pub open: Vec<Vec<usize>>,
    /// Those that hold but for rounding.
    pub rounding: Vec<usize>,
    /// Every amount that was held against another.
    pub held: BTreeSet<Id>,
}

/// A wrong amount.
#[derive(Debug)]
pub(super) struct Culprit {
    pub id: Id,
    pub right: Decimal,
    /// The broken identities that it explains, the surest first.
    pub explains: Vec<usize>,
}

struct Court<'b, 'a> {
    book: &'b Book<'a>,
    all: &'b [Identity],
    states: Vec<Option<State>>,
    /// By how much each whole is above its parts, and how much of it the digits allow.
    differences: Vec<Option<(Decimal, Decimal)>>,
    sure: Vec<bool>,
    of: BTreeMap<Id, Vec<usize>>,
    open: BTreeSet<usize>,
}

/// Judges the identities of a document.
pub(super) fn judge(book: &Book<'_>, all: &[Identity]) -> Judged {
    let differences: Vec<Option<(Decimal, Decimal)>> =
        all.iter().map(|it| it.difference(book)).collect();
    let states: Vec<Option<State>> = differences.iter().map(|it| it.map(State::of)).collect();
    let sure = sure(book, all, &states);
    let mut of: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    for (at, identity) in all.iter().enumerate() {
        for id in identity.members() {
            of.entry(id).or_default().push(at);
        }
    }
    let open = (0..all.len())
        .filter(|at| states.get(*at) == Some(&Some(State::Broken)))
        .collect();
    let mut court = Court {
        book,
        all,
        states,
        differences,
        sure,
        of,
        open,
    };
    let mut judged = Judged {
        rounding: court.rounding(),
        held: court.held(),
        ..Judged::default()
    };
    court.repeated(&mut judged);
    while judged.culprits.len() < MOST_CULPRITS
        && let Some(culprit) = court.culprit()
    {
        for at in &culprit.explains {
            court.open.remove(at);
        }
        judged.held.insert(culprit.id);
        judged.culprits.push(culprit);
    }
    court.pair(&mut judged);
    court.swapped(&mut judged);
    judged.open = court.groups();
    judged
}

/// Which identities are certain: rules of the ministry, and those of a shape that holds in the rest of its table.
fn sure(book: &Book<'_>, all: &[Identity], states: &[Option<State>]) -> Vec<bool> {
    #[derive(Default)]
    struct Count {
        weight: usize,
        held: usize,
        broken: usize,
    }
    let mut counts: BTreeMap<&Rule, Count> = BTreeMap::new();
    for (identity, state) in all.iter().zip(states) {
        if identity.strength == Strength::Weak {
            continue;
        }
        let count = counts.entry(&identity.rule).or_default();
        match state {
            Some(State::Broken) => count.broken += 1,
            Some(_) if identity.weight(book) > 0 => {
                count.held += 1;
                count.weight += identity.weight(book).min(2);
            }
            _ => {}
        }
    }
    all.iter()
        .map(|identity| {
            let Some(count) = counts.get(&identity.rule) else {
                return false;
            };
            match identity.strength {
                Strength::Weak => false,
                // Where most lines of a table break a rule, it was misread or is another table.
                Strength::Law => count.broken <= 2.max(count.held),
                Strength::Shape if matches!(identity.rule, Rule::Outline(_)) => {
                    count.held >= 6 && count.broken <= 2
                }
                Strength::Shape => count.weight >= 4 && count.broken * 3 <= count.held,
            }
        })
        .collect()
}

impl Court<'_, '_> {
    fn difference(&self, at: usize) -> Option<(Decimal, Decimal)> {
        self.differences.get(at).copied().flatten()
    }

    fn sure(&self, at: usize) -> bool {
        self.sure.get(at).copied().unwrap_or(false)
    }

    fn held(&self) -> BTreeSet<Id> {
        self.all
            .iter()
            .enumerate()
            .filter(|(at, _)| match self.states.get(*at) {
                Some(Some(State::Broken)) => self.sure(*at),
                Some(Some(_)) => true,
                _ => false,
            })
            .flat_map(|(_, identity)| identity.members())
            .collect()
    }

    fn rounding(&self) -> Vec<usize> {
        self.all
            .iter()
            .enumerate()
            .filter(|(at, it)| {
                it.strength != Strength::Weak
                    && self.states.get(*at) == Some(&Some(State::Rounding))
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether an identity still holds, or holds now, after these amounts change by so much.
    fn holds_after(&self, at: usize, changes: &[(Id, Decimal)]) -> bool {
        let Some(identity) = self.all.get(at) else {
            return true;
        };
        let Some((mut difference, slack)) = self.difference(at) else {
            return true;
        };
        for (id, by) in changes {
            if *id == identity.whole {
                difference += *by;
            }
            for (part, minus) in &identity.parts {
                if part == id {
                    difference -= if *minus { -*by } else { *by };
                }
            }
        }
        difference.abs() <= slack
    }

    /// Whether changes of amounts leave everything whole that holds now.
    fn breaks_nothing(&self, changes: &[(Id, Decimal)]) -> bool {
        changes
            .iter()
            .filter_map(|(id, _)| self.of.get(id))
            .flatten()
            .filter(|at| {
                !matches!(
                    self.states.get(**at),
                    Some(Some(State::Broken)) | Some(None)
                )
            })
            .all(|at| self.holds_after(*at, changes))
    }

    /// The amount that explains the most, where no other explains the same as well.
    fn culprit(&self) -> Option<Culprit> {
        let ids: BTreeSet<Id> = self
            .open
            .iter()
            .filter_map(|at| self.all.get(*at))
            .flat_map(Identity::members)
            .collect();
        let mut suspects: Vec<((usize, usize), Culprit)> = ids
            .into_iter()
            .filter_map(|id| self.suspect(id))
            .map(|found| {
                let sure = found.explains.iter().filter(|at| self.sure(**at)).count();
                ((sure, found.explains.len()), found)
            })
            .collect();
        suspects.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        suspects.truncate(MOST_CULPRITS);
        let rivals = |number: usize, score: (usize, usize), culprit: &Culprit| {
            suspects.iter().enumerate().any(|(other, (its, it))| {
                other != number
                    && *its >= score
                    && it.explains.iter().any(|at| culprit.explains.contains(at))
            })
        };
        let best = suspects
            .iter()
            .enumerate()
            .position(|(number, (score, culprit))| !rivals(number, *score, culprit))?;
        Some(suspects.swap_remove(best).1)
    }

    /// What one amount would explain, if it were wrong.
    fn suspect(&self, id: Id) -> Option<Culprit> {
        let broken: Vec<usize> = self
            .of
            .get(&id)?
            .iter()
            .filter(|at| self.open.contains(at))
            .copied()
            .collect();
        let of = |wanted: &dyn Fn(usize) -> bool| -> Vec<usize> {
            broken.iter().copied().filter(|at| wanted(*at)).collect()
        };
        let mut sure = of(&|at| self.sure(at));
        let certain = !sure.is_empty();
        if !certain {
            // Nothing certain is broken, but as much that is likely, and always by the same.
            sure = of(&|at| {
                self.all
                    .get(at)
                    .is_some_and(|it| it.strength != Strength::Weak)
            });
        }
        let slack = |at: &usize| {
            self.difference(*at)
                .map_or(Decimal::MAX, |(_, slack)| slack)
        };
        sure.sort_by_key(slack);
        let first = *sure.first()?;
        let (low, high) = self.all.get(first)?.change(self.book, id)?;
        let by = (low.checked_add(high)?).checked_div(Decimal::TWO)?;
        let changes = [(id, by)];
        if !self.breaks_nothing(&changes) {
            return None;
        }
        let mends = |at: &usize| self.holds_after(*at, &changes);
        if !sure.iter().all(mends) {
            return None;
        }
        let mut explains = sure;
        let more: Vec<usize> = broken
            .iter()
            .filter(|at| !explains.contains(at) && mends(at))
            .copied()
            .collect();
        explains.extend(more);
        let right = self.book.value(id).checked_add(by)?;
        let enough = if certain {
            explains.len() > 1 || self.only_unsupported(first, id)
        } else {
            explains.len() > 1 && !right.is_zero()
        };
        enough.then_some(Culprit {
            id,
            right,
            explains,
        })
    }

    /// Whether every other amount of a broken identity is borne out by one that holds.
    fn only_unsupported(&self, at: usize, id: Id) -> bool {
        let Some(identity) = self.all.get(at) else {
            return false;
        };
        !self.supported(id)
            && identity
                .members()
                .all(|other| other == id || self.supported(other))
    }

    fn supported(&self, id: Id) -> bool {
        self.of.get(&id).is_some_and(|all| {
            all.iter().any(|at| {
                let held = matches!(
                    self.states.get(*at),
                    Some(Some(State::Holds | State::Rounding))
                );
                held && self
                    .all
                    .get(*at)
                    .is_some_and(|it| it.strength != Strength::Weak && it.weight(self.book) > 0)
            })
        })
    }

    /// Lines that stand there twice: without one of them the sum comes out.
    fn repeated(&mut self, judged: &mut Judged) {
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
    fn pair(&self, judged: &mut Judged) {
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
    fn swapped(&mut self, judged: &mut Judged) {
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

    /// What is left, grouped by the amounts that are shared.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<(BTreeSet<Id>, Vec<usize>)> = Vec::new();
        for at in self.open.iter().filter(|at| self.sure(**at)) {
            let Some(identity) = self.all.get(*at) else {
                continue;
            };
            let mut members: BTreeSet<Id> = identity.members().collect();
            let mut list = vec![*at];
            let (touching, rest): (Vec<_>, Vec<_>) = groups
                .into_iter()
                .partition(|(ids, _)| ids.iter().any(|id| members.contains(id)));
            for (ids, more) in touching {
                members.extend(ids);
                list.extend(more);
            }
            groups = rest;
            list.sort_unstable();
            groups.push((members, list));
        }
        groups.into_iter().map(|(_, list)| list).collect()
    }
}
