use crate::figure::Number;
use rust_decimal::Decimal;

/// Why no sentence says a figure, though all is known: what it would say means nothing, or the opposite of
/// what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Senseless {
    ActualBelowZero(Number),
    BudgetBelowZero(Number),
    PartBelowZero(Number),
    WholeBelowZero(Number),
    WholeZero,
    PartAboveWhole {
        part: Number,
        whole: Number,
    },
    /// A decrease of more than all there was, as it is shown: it comes from an amount below zero.
    FellBeyondAll(String),
    /// A result that cannot be held exactly.
    TooLarge,
    TotalTooLarge,
    /// An amount, as it is shown, in a sentence that writes none below zero.
    BelowZero(String),
    /// A total that is not zero, of parts that all are.
    PartsZero,
    /// The parts known so far are less than their total.
    PartsShort {
        sum: Decimal,
        whole: Decimal,
    },
}
