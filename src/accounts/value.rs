//! What a cell comes to, and how exactly that is known.

use crate::figure::{Exact, Number};
use rust_decimal::Decimal;

/// What a cell comes to, in 万元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Not typed, and nothing says what it is. Not zero.
    Waiting,
    /// Somebody typed it.
    Typed(Decimal),
    /// Follows from others.
    Derived(Decimal),
    /// Typed, and not to be read.
    Invalid,
    /// Follows from others, and has more digits than can be shown. Nothing of it is cut off.
    OutOfRange,
}

impl Value {
    /// The amount in 万元 where there is one, typed or derived.
    pub fn known(self) -> Option<Decimal> {
        match self {
            Value::Typed(value) | Value::Derived(value) => Some(value),
            Value::Waiting | Value::Invalid | Value::OutOfRange => None,
        }
    }
}

/// A typed amount in 万元, exact, and how far from it what it was rounded from may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Figure {
    pub exact: Exact,
    pub slack: Exact,
}

impl Figure {
    /// An amount as it was typed.
    pub fn of(number: Number, text: &str) -> Self {
        Figure {
            exact: number.into(),
            slack: slack(number, text),
        }
    }
}

/// Half a unit of the last digit: of whole amounts in 万元 nothing, since they are meant exactly,
/// and of what was typed in 元 nothing either. 178.3 stands for 178.30.
fn slack(number: Number, text: &str) -> Exact {
    if !text.contains(['.', '．']) || is_in_yuan(text) {
        return Exact::ZERO;
    }
    let places = number.decimals().max(2);
    Exact::try_from(Decimal::new(5, places + 1)).unwrap_or_default()
}

/// Typed in 元, which has more decimals in 万元.
pub(super) fn is_in_yuan(text: &str) -> bool {
    let text = text.trim_end();
    text.ends_with('元') && !text.ends_with("万元") && !text.ends_with("亿元")
}
