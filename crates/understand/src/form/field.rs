//! Texts and points of forms, with the places where they stand.

use crate::place::Spot;
use rust_decimal::Decimal;

/// A text, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Field {
    /// Without blanks and line breaks.
    pub text: String,
    pub spot: Spot,
}

/// Points that are printed in brackets behind a heading: `数量指标（36分）`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Points {
    pub value: Decimal,
    pub spot: Spot,
}
