use crate::{Exact, Number};
use rust_decimal::Decimal;

/// Why no sentence says a figure, though all of it is known: it would say nothing, or the opposite of
/// what happened. Amounts are in 万元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Senseless {
    /// The final figure is below zero.
    ActualBelowZero(Number),
    /// A rate of execution of a budget below zero.
    BudgetBelowZero(Number),
    /// A share whose part is below zero.
    PartBelowZero(Number),
    /// A share of a whole below zero.
    WholeBelowZero(Number),
    /// A share of nothing.
    WholeZero,
    /// A share above 100%.
    PartAboveWhole {
        /// What the share is of the whole.
        part: Number,
        /// The smaller amount it would be a share of.
        whole: Number,
    },
    /// A decrease by more than all there was, in percent with so many decimals.
    DecreaseAboveAll(Decimal, u32),
    /// The figure itself is below zero.
    BelowZero(Number),
    /// The result is too large to be exact.
    TooLarge,
    /// A sum is too large to be exact.
    SumTooLarge,
    /// A whole is not zero, and all its parts are.
    PartsAreZero,
    /// The parts there are come to less than the whole.
    PartsMissing {
        /// What the known parts come to together.
        parts: Exact,
        /// The whole, which some part that is not there must make up.
        whole: Exact,
    },
}
