//! How an amount of the tables came about, as a sum people can follow.

use super::cell::Cell;
use super::reckon::Reckoned;
use super::relation::{Relation, Side};
use juesuan_figure::Exact;
use juesuan_figure::working::{Sum, Term, Working};

/// How a value came about: the sum it follows from, with its numbers.
pub fn working(reckoned: &Reckoned, cell: Cell) -> Option<Working> {
    let relation = reckoned.source(cell)?;
    let (left, right) = reckoned.sides(relation);
    if left == Some(cell) {
        return Some(of_relation(reckoned, relation));
    }
    // What was left over: the whole less the others.
    let exact = |cell| reckoned.figure(cell).map(|figure| figure.exact);
    let amount = exact(cell)?;
    let whole = exact(left?)?;
    let mut terms = vec![Term {
        minus: false,
        amount: whole,
    }];
    let mut rest = whole;
    let mut taken = false;
    for (minus, other, _) in right {
        if other == cell {
            taken = minus;
            continue;
        }
        let value = exact(other).unwrap_or_default();
        rest = if minus {
            rest.checked_add(value)?
        } else {
            rest.checked_sub(value)?
        };
        if !value.is_zero() {
            terms.push(Term {
                minus: !minus,
                amount: value,
            });
        }
    }
    if taken {
        rest = Exact::ZERO.checked_sub(rest)?;
    }
    // What several sums together leave has no working of one.
    if rest != amount {
        return None;
    }
    let only = terms.len() == 1 && rest == whole;
    Some(Working::Sum(Sum {
        count: terms.len(),
        terms,
        result: (!only).then_some(rest),
    }))
}

/// The sum of the cells on the right, as far as they are known.
pub(super) fn sum(reckoned: &Reckoned, right: &[Side]) -> Option<Exact> {
    let mut sum = Exact::ZERO;
    for (minus, cell, _) in right {
        let Some(figure) = reckoned.figure(*cell) else {
            continue;
        };
        sum = if *minus {
            sum.checked_sub(figure.exact)?
        } else {
            sum.checked_add(figure.exact)?
        };
    }
    Some(sum)
}

/// `1,100 + 149.26 = 1,249.26`, `0 + 1,552.16 − 1,552.16 = 0`.
pub(super) fn of_relation(reckoned: &Reckoned, relation: &Relation) -> Working {
    let (_, right) = reckoned.sides(relation);
    // Zeros say nothing in a long sum.
    let long = right.len() > Sum::SHOWN;
    let mut terms = Vec::new();
    let mut count = 0;
    let mut known = 0;
    for (minus, cell, _) in &right {
        let Some(figure) = reckoned.figure(*cell) else {
            continue;
        };
        known += 1;
        if long && figure.exact.is_zero() {
            continue;
        }
        count += 1;
        if count <= Sum::SHOWN {
            terms.push(Term {
                minus: *minus,
                amount: figure.exact,
            });
        }
    }
    Working::Sum(Sum {
        terms,
        count,
        result: sum(reckoned, &right).filter(|_| known > 1),
    })
}
