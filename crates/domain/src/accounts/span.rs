//! How little and how much a cell can be.

use super::value::Figure;

/// Whether a cell is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Typed or derived: both bounds are the amount.
    Known,
    Open,
    /// Its bounds meet or cross within what rounding can make: it waits, and only what adds up to it or
    /// is equal to it says what it is.
    Doubtful,
    /// Cannot be read: it may be anything, and nothing derives it.
    Never,
}

/// An amount, one side of what a cell can be.
pub(super) type Bound = Figure;

/// What is known of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub low: Option<Bound>,
    pub high: Option<Bound>,
    pub standing: Standing,
    pub(super) signed: bool,
}

impl Span {
    pub fn known(figure: Figure) -> Self {
        Span {
            low: Some(figure),
            high: Some(figure),
            standing: Standing::Known,
            signed: true,
        }
    }

    /// Blank: at least nothing, or anything where it may be below zero.
    pub fn open(signed: bool) -> Self {
        Span {
            low: (!signed).then(Bound::default),
            high: None,
            standing: Standing::Open,
            signed,
        }
    }

    pub fn never() -> Self {
        Span {
            standing: Standing::Never,
            ..Span::open(true)
        }
    }

    pub fn figure(&self) -> Option<Figure> {
        self.low.filter(|_| self.standing == Standing::Known)
    }

    pub fn is_signed(&self) -> bool {
        self.signed
    }
}
