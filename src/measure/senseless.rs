use crate::figure::{Exact, Number};
use rust_decimal::Decimal;

/// Why no sentence says a figure, though all of it is known: it would say nothing, or the opposite of
/// what happened. Amounts are in 万元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Senseless {
    /// The final figure is below zero.
    ActualBelowZero(Number),
    BudgetBelowZero(Number),
    PartBelowZero(Number),
    WholeBelowZero(Number),
    WholeZero,
    PartAboveWhole {
        part: Number,
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
        parts: Exact,
        whole: Exact,
    },
}
