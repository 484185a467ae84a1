//! Why no sentence says a figure, and what a sentence still needs.

use crate::disclosure::{Missing, Why};
use crate::figure::{Number, grouped};
use crate::measure::Senseless;

pub fn senseless(why: &Senseless) -> String {
    let shown = |number: &Number| grouped(number.decimal());
    match why {
        Senseless::ActualBelowZero(actual) => format!(
            "the actual amount {} is below zero, so no percentage is written",
            shown(actual)
        ),
        Senseless::BudgetBelowZero(budget) => format!(
            "the budget {} is below zero, so no percentage is written",
            shown(budget)
        ),
        Senseless::PartBelowZero(part) => {
            format!(
                "the part {} is below zero, so no share is written",
                shown(part)
            )
        }
        Senseless::WholeBelowZero(whole) => {
            format!(
                "the whole {} is below zero, so no share is written",
                shown(whole)
            )
        }
        Senseless::WholeZero => "the whole is 0, so no share is written".to_owned(),
        Senseless::PartAboveWhole { part, whole } => format!(
            "the part {} is above the whole {}, a share of more than 100%",
            shown(part),
            shown(whole)
        ),
        Senseless::FellBeyondAll(rate) => format!(
            "a fall of {rate} is more than 100%: this year is below zero, so no percentage is written"
        ),
        Senseless::TooLarge => "the figure is too large to be computed exactly".to_owned(),
        Senseless::TotalTooLarge => "the total is too large to be computed exactly".to_owned(),
        Senseless::BelowZero(amount) => {
            format!("{amount} is below zero, which the standard sentence does not write")
        }
        Senseless::PartsZero => "the total is not zero, and all its parts are".to_owned(),
        Senseless::PartsShort { sum, whole } => format!(
            "the classes add up to {}, less than the total {}: rows are still missing",
            grouped(*sum),
            grouped(*whole)
        ),
    }
}

pub fn missing(missing: &Missing) -> String {
    let name = &missing.name;
    match &missing.why {
        Why::Blank | Why::Reason => format!("to fill in: {name}"),
        Why::Unreadable(typed) => format!("{name} says “{typed}”, which cannot be read"),
        Why::Senseless(why) => format!("{name}: {}", senseless(why)),
    }
}
