//! A relation between cells, `left = ± right …`, and how it stands.

use super::cell::Cell;
use super::layout::TableNo;
use super::value::Value;
use crate::figure::Exact;

/// Which identity a relation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A row is the sum of its columns.
    Across(TableNo),
    /// A subject is the sum of those below it, or the total that of all.
    Tree(TableNo),
    /// By its place in [`Layout::identities`](super::Layout::identities).
    Identity(usize),
}

/// One relation, worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// Which relation it is.
    pub kind: Kind,
    pub(super) left: u32,
    pub(super) from: u32,
    pub(super) to: u32,
    /// How it stands with what is typed.
    pub state: State,
}

/// How a relation stands. Differences are in 万元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Something in it is not known.
    Waiting,
    /// Both sides are exactly the same.
    Holds,
    /// Left − right, which rounding explains.
    Rounding(Exact),
    /// The rows that are there come to so much less than the whole: some may not be there yet.
    Short(Exact),
    /// Left − right.
    Broken(Exact),
    /// Parts that are known already exceed the whole, by so much.
    Exceeded(Exact),
}

impl State {
    /// Whether it cannot be right, whatever is still typed into blank cells.
    pub fn is_wrong(self) -> bool {
        matches!(self, State::Broken(_) | State::Exceeded(_))
    }
}

/// A cell on the right of a relation: whether it is taken away, which one, and what it comes to.
pub type Side = (bool, Cell, Value);
