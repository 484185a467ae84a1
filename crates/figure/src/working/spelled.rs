use crate::{Quotient, TooLarge, push_grouped, push_grouped_fixed};
use rust_decimal::Decimal;

/// The result of a division as a working spells it: rounded where that is exact, else with three decimals
/// more, and `…` where digits follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spelled {
    value: Decimal,
    /// Decimals that are shown; without them as many as there are.
    places: Option<u32>,
    cut: bool,
}

impl Spelled {
    /// Of a quotient that is shown with `places` decimals. One so large that there is no room for more
    /// decimals is spelled as it is rounded.
    ///
    /// # Errors
    /// [`TooLarge`] where even that has more than 28 digits.
    pub fn of(quotient: &Quotient, places: u32) -> Result<Self, TooLarge> {
        let (value, exact) = quotient.rounded(places)?;
        let spelled = |value, places, cut| Spelled { value, places, cut };
        if exact {
            return Ok(spelled(value, Some(places), false));
        }
        let more = places + 3;
        Ok(match quotient.rounded(more) {
            Err(TooLarge) => spelled(value, Some(places), true),
            Ok((longer, true)) => spelled(longer, None, false),
            Ok((longer, false)) => spelled(longer, Some(more), true),
        })
    }

    pub(super) fn push(self, text: &mut String) {
        match self.places {
            Some(places) => push_grouped_fixed(text, self.value, places),
            None => push_grouped(text, self.value),
        }
        if self.cut {
            text.push('…');
        }
    }
}
