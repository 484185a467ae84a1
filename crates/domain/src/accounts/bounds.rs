//! What follows from what is known: of every cell how little and how much it can be, narrowed by every
//! identity until nothing moves any more. A cell of which one amount alone is possible follows.
//!
//! All of it is exact. A bound carries how far rounding may have moved it, so that what is left over
//! from rounded figures is not taken for an amount.

use super::relation::Relation;
use super::span::{Bound, Span, Standing};
use super::value::Figure;
use juesuan_figure::Exact;
use rust_decimal::Decimal;

/// How often a relation is looked at: sums that are at odds could narrow each other for ever.
const MOST_LOOKS: u8 = 24;

/// The relations, read only.
#[derive(Clone, Copy)]
pub(super) struct Net<'a> {
    pub relations: &'a [Relation],
    pub terms: &'a [(bool, u32)],
}

impl<'a> Net<'a> {
    fn right(&self, at: u32) -> &'a [(bool, u32)] {
        let relation = &self.relations[at as usize];
        &self.terms[relation.from as usize..relation.to as usize]
    }

    /// Every cell of a relation as `0 = ± …`: the left side is taken away from the right.
    pub(super) fn members(&self, at: u32) -> impl Iterator<Item = (bool, u32)> + 'a {
        let left = (true, self.relations[at as usize].left);
        std::iter::once(left).chain(self.right(at).iter().copied())
    }
}

/// All cells, and what is still to be looked at.
#[derive(Debug, Clone)]
pub(super) struct Bounds {
    pub spans: Vec<Span>,
    /// The relation by which a derived cell follows.
    pub by: Vec<u32>,
    /// Relations of each cell that was open at first: where those of a cell begin in `of`.
    begins: Vec<u32>,
    of: Vec<u32>,
    /// Cells on the right of each relation that are not known.
    missing: Vec<u32>,
    looks: Vec<u8>,
    queued: Vec<bool>,
    ready: Vec<u32>,
    dirty: std::collections::VecDeque<u32>,
}

impl Bounds {
    /// Derives all that follows; `first` are the relations in the order they are looked at.
    pub fn reason(spans: Vec<Span>, net: Net, first: impl Iterator<Item = u32>) -> Self {
        let open = |cell: u32| spans[cell as usize].standing != Standing::Known;
        let mut counts = vec![0_u32; spans.len() + 1];
        let relations = net.relations.len() as u32;
        let mut missing = Vec::with_capacity(relations as usize);
        for at in 0..relations {
            let mut right = 0;
            for (_, cell) in net.right(at) {
                if open(*cell) {
                    counts[*cell as usize] += 1;
                    right += 1;
                }
            }
            let left = net.relations[at as usize].left;
            if open(left) {
                counts[left as usize] += 1;
            }
            missing.push(right);
        }
        let mut sum = 0;
        for count in &mut counts {
            sum += std::mem::replace(count, sum);
        }
        let mut of = vec![0_u32; sum as usize];
        let mut next = counts.clone();
        for at in 0..relations {
            for (_, cell) in net.members(at) {
                if open(cell) {
                    of[next[cell as usize] as usize] = at;
                    next[cell as usize] += 1;
                }
            }
        }
        let mut bounds = Bounds {
            by: vec![u32::MAX; spans.len()],
            looks: vec![0; missing.len()],
            queued: vec![false; missing.len()],
            ready: Vec::new(),
            dirty: std::collections::VecDeque::new(),
            begins: counts,
            of,
            missing,
            spans,
        };
        for at in first {
            // Where all is known there is nothing to derive.
            let left = net.relations[at as usize].left;
            if bounds.missing[at as usize] > 0 || bounds.is_open(left) {
                bounds.look_at(at, net);
            }
        }
        bounds.ready.reverse();
        bounds.run(net);
        bounds
    }

    fn is_open(&self, cell: u32) -> bool {
        matches!(
            self.spans[cell as usize].standing,
            Standing::Open | Standing::Doubtful
        )
    }

    fn look_at(&mut self, at: u32, net: Net) {
        let left = net.relations[at as usize].left;
        if self.missing[at as usize] == 0 {
            if self.is_open(left) {
                self.ready.push(at);
            }
            return;
        }
        // What is left for the last one is always worked out.
        let one_left = self.missing[at as usize] == 1 && !self.is_open(left);
        if !self.queued[at as usize] && (one_left || self.looks[at as usize] < MOST_LOOKS) {
            self.queued[at as usize] = true;
            self.dirty.push_back(at);
        }
    }

    /// What is added up comes before what is left over, so that a whole is the sum of its parts
    /// wherever they are all there.
    fn run(&mut self, net: Net) {
        loop {
            if let Some(at) = self.ready.pop() {
                self.add_up(at, net);
            } else if let Some(at) = self.dirty.pop_front() {
                self.queued[at as usize] = false;
                self.looks[at as usize] = self.looks[at as usize].saturating_add(1);
                self.narrow(at, net);
            } else {
                break;
            }
        }
    }

    /// The whole of parts that are all known.
    fn add_up(&mut self, at: u32, net: Net) {
        let left = net.relations[at as usize].left;
        if !self.is_open(left) {
            return;
        }
        let mut sum = Bound::default();
        for (minus, cell) in net.right(at) {
            let Some(part) = self.spans[*cell as usize].figure() else {
                return;
            };
            let Some(next) = plus(sum, if *minus { negative(part) } else { part }) else {
                return;
            };
            sum = next;
        }
        self.settle(left, sum, at, net);
    }

    /// Puts every open cell of a relation between what the others leave for it.
    fn narrow(&mut self, at: u32, net: Net) {
        let mut low = Total::default();
        let mut high = Total::default();
        for (minus, cell) in net.members(at) {
            let (least, most) = signed(minus, &self.spans[cell as usize]);
            if low.add(least).is_none() || high.add(most).is_none() {
                return;
            }
        }
        // Nothing is bounded by the others where two of them are not.
        if low.open > 1 && high.open > 1 {
            return;
        }
        let is_equality = net.right(at).len() == 1;
        for (minus, cell) in net.members(at) {
            if !self.is_open(cell) {
                continue;
            }
            let (least, most) = signed(minus, &self.spans[cell as usize]);
            // The cell is what is missing from zero.
            let least_rest = low.without(least).map(negative);
            let most_rest = high.without(most).map(negative);
            let (from, to) = if minus {
                (least_rest.map(negative), most_rest.map(negative))
            } else {
                (most_rest, least_rest)
            };
            self.put_between(cell, from, to, is_equality, at, net);
        }
    }

    fn put_between(
        &mut self,
        cell: u32,
        from: Option<Bound>,
        to: Option<Bound>,
        is_equality: bool,
        by: u32,
        net: Net,
    ) {
        if let (true, Some(from), Some(to)) = (is_equality, from, to)
            && from.exact == to.exact
            && (self.spans[cell as usize].signed || !from.exact.is_negative())
        {
            self.settle(cell, from, by, net);
            return;
        }
        let span = &mut self.spans[cell as usize];
        if span.standing == Standing::Doubtful {
            return;
        }
        let tighter = |old: Option<Bound>, new: Option<Bound>, lower: bool| match (old, new) {
            (None, Some(_)) => true,
            (Some(old), Some(new)) if lower => new.exact > old.exact,
            (Some(old), Some(new)) => new.exact < old.exact,
            _ => false,
        };
        let mut moved = false;
        if tighter(span.low, from, true) {
            span.low = from;
            moved = true;
        }
        if tighter(span.high, to, false) {
            span.high = to;
            moved = true;
        }
        if !moved {
            return;
        }
        if let (Some(low), Some(high)) = (span.low, span.high)
            && low.exact >= high.exact
        {
            let slack = low.slack.max(high.slack);
            let amount = Figure {
                exact: low.exact,
                slack,
            };
            let is_rest = !amount.exact.is_zero() && amount.exact.abs() <= slack;
            if low.exact == high.exact && !is_rest {
                self.settle(cell, amount, by, net);
                return;
            }
            *span = Span {
                standing: Standing::Doubtful,
                ..Span::open(span.signed)
            };
        }
        self.tell(cell, net);
    }

    /// Makes a cell known.
    fn settle(&mut self, cell: u32, amount: Figure, by: u32, net: Net) {
        let mut amount = amount;
        if amount.exact.is_zero() {
            // What is published as nothing is below half a cent.
            amount.slack = amount.slack.min(half_a_cent());
        }
        let signed = self.spans[cell as usize].signed;
        self.spans[cell as usize] = Span {
            signed,
            ..Span::known(amount)
        };
        self.by[cell as usize] = by;
        let (begin, end) = self.of_cell(cell);
        for of in begin..end {
            let at = self.of[of];
            if net.relations[at as usize].left != cell {
                self.missing[at as usize] -= 1;
            }
        }
        self.tell(cell, net);
    }

    /// Takes a blank cell for nothing, and derives what follows of that.
    pub fn assume_zero(&mut self, cell: u32, net: Net) {
        self.looks.fill(0);
        self.settle(cell, Figure::default(), u32::MAX, net);
        self.run(net);
    }

    fn of_cell(&self, cell: u32) -> (usize, usize) {
        let cell = cell as usize;
        (self.begins[cell] as usize, self.begins[cell + 1] as usize)
    }

    /// What a cell takes part in is looked at again.
    fn tell(&mut self, cell: u32, net: Net) {
        let (begin, end) = self.of_cell(cell);
        for of in begin..end {
            self.look_at(self.of[of], net);
        }
    }
}

/// Half of 0.01 万元, which is published.
pub(super) fn half_a_cent() -> Exact {
    Exact::try_from(Decimal::new(5, 3)).unwrap_or_default()
}

fn plus(one: Figure, other: Figure) -> Option<Figure> {
    Some(Figure {
        exact: one.exact.checked_add(other.exact)?,
        slack: one.slack.checked_add(other.slack)?,
    })
}

fn negative(figure: Figure) -> Figure {
    Figure {
        exact: Exact::ZERO
            .checked_sub(figure.exact)
            .unwrap_or(figure.exact),
        ..figure
    }
}

/// Least and most of a cell in a sum, or of its opposite.
fn signed(minus: bool, span: &Span) -> (Option<Bound>, Option<Bound>) {
    if minus {
        (span.high.map(negative), span.low.map(negative))
    } else {
        (span.low, span.high)
    }
}

/// A sum of bounds, and how many of them there are not.
#[derive(Default)]
struct Total {
    sum: Figure,
    open: usize,
}

impl Total {
    fn add(&mut self, bound: Option<Bound>) -> Option<()> {
        match bound {
            Some(bound) => self.sum = plus(self.sum, bound)?,
            None => self.open += 1,
        }
        Some(())
    }

    /// The sum of all others; `None` where one of them has no bound.
    fn without(&self, bound: Option<Bound>) -> Option<Bound> {
        match (bound, self.open) {
            (None, 1) => Some(self.sum),
            (Some(bound), 0) => Some(Figure {
                exact: self.sum.exact.checked_sub(bound.exact)?,
                slack: self.sum.slack.checked_sub(bound.slack)?,
            }),
            _ => None,
        }
    }
}
