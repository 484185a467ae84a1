//! Figures that are judged already.

use crate::claimed::{Statement, Verdict};
use crate::place::Spot;

/// The figures that are held already.
pub(crate) struct Judged<'a> {
    pub statements: &'a [Statement],
}

impl Judged<'_> {
    fn of(&self, spot: &Spot) -> Option<&Statement> {
        self.statements
            .iter()
            .find(|statement| statement.spot == *spot)
    }

    /// Whether the figure there is known to be wrong.
    pub fn is_wrong(&self, spot: &Spot) -> bool {
        self.of(spot)
            .is_some_and(|statement| statement.verdict == Verdict::Wrong)
    }

    /// Whether the figure there agrees with others.
    pub fn agrees(&self, spot: &Spot) -> bool {
        self.of(spot).is_some_and(|statement| {
            matches!(statement.verdict, Verdict::Agrees | Verdict::Rounding)
        })
    }

    /// The figure there, as printed.
    pub fn claimed(&self, spot: &Spot) -> Option<String> {
        self.of(spot).map(|statement| statement.claimed.clone())
    }
}
