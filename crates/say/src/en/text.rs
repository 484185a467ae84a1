//! What a sentence of the text still needs, and why it says nothing.

use juesuan_domain::disclosure::{Missing, Why};
use juesuan_figure::measure::Senseless;
use juesuan_figure::{display_percent, grouped};

/// As the page says it in the place of the sentence. The names of figures are those of the text.
pub(crate) fn missing(missing: &Missing) -> String {
    let name = &missing.name;
    match &missing.why {
        Why::Blank | Why::Reason => format!("To fill in: “{name}”"),
        Why::Unreadable(typed) => format!("“{name}” is “{typed}”, which cannot be read"),
        Why::Senseless(why) => format!("“{name}”: {}", senseless(why)),
        Why::Unknown => format!("No figure is called “{name}”"),
    }
}

/// A part of a sentence, without a full stop.
pub(crate) fn senseless(why: &Senseless) -> String {
    use Senseless as S;
    match why {
        S::ActualBelowZero(n) => format!(
            "the final figure {} is below zero, so no percentage is written",
            grouped(n.decimal())
        ),
        S::BudgetBelowZero(n) => format!(
            "the budget {} is below zero, so no percentage is written",
            grouped(n.decimal())
        ),
        S::PartBelowZero(n) => format!(
            "the part {} is below zero, so no share is written",
            grouped(n.decimal())
        ),
        S::WholeBelowZero(n) => format!(
            "the whole {} is below zero, so no share is written",
            grouped(n.decimal())
        ),
        S::WholeZero => "the whole is 0, so no share is written".to_owned(),
        S::PartAboveWhole { part, whole } => format!(
            "the part {} is more than the whole {}, a share above 100%",
            grouped(part.decimal()),
            grouped(whole.decimal())
        ),
        S::DecreaseAboveAll(rate, places) => format!(
            "a decrease of {}, more than 100%: this year's figure is below zero, so no percentage is written",
            display_percent(*rate, *places)
        ),
        S::BelowZero(n) => format!(
            "{} is below zero, and the standard sentences have no words for that",
            grouped(n.decimal())
        ),
        S::TooLarge => "the number is too large to be calculated with exactly".to_owned(),
        S::SumTooLarge => "the sum is too large to be calculated with exactly".to_owned(),
        S::PartsAreZero => "the whole is not zero, and all its parts are".to_owned(),
        S::PartsMissing { parts, whole } => format!(
            "the classes add up to {}, less than the whole {}: rows are not filled in yet",
            parts.grouped(),
            whole.grouped()
        ),
    }
}
