//! Targets and actuals that are nothing but a number and its unit, as nearly all are.

use super::behind::Behind;
use super::binding::{Front, SIGNS};
use super::dates::is_date;
use super::model::Reading;
use crate::figure;

/// What nearly every cell holds: a sign at most, a plain number, and a unit of the list or none. It is put
/// together by what reads everything else, only that nothing else is looked for; whatever is not just so is
/// left to the full reading, so this may give up on whatever it likes.
pub(super) fn plain(text: &str) -> Option<Reading<'_>> {
    let signed = SIGNS
        .iter()
        .find_map(|(sign, meaning)| Some((text.strip_prefix(*sign)?, Some(*meaning))));
    let (rest, comparison) = signed.unwrap_or((text, None));
    let (number, tail) = figure::plain(rest)?;
    // `5.` may be a numbering.
    if rest[..rest.len() - tail.len()].ends_with('.') {
        return None;
    }
    let behind = Behind::plain(tail)?;
    if is_date(number, comparison, tail) {
        return None;
    }
    let front = Front {
        comparison,
        ..Front::default()
    };
    behind.quantity(number, &front, None, text).ok()
}
