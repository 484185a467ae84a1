use crate::figure::{Number, Quotient};
use rust_decimal::Decimal;

/// A third of a hundred, by which decimals are shown.
pub(super) fn third(places: u32) -> Decimal {
    let third = Quotient::new(&[Number::ONE_HUNDRED], Number::from(3));
    let third = third
        .ok()
        .flatten()
        .and_then(|third| third.round(places).ok());
    third.unwrap_or_default()
}
