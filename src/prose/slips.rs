//! Slips of arithmetic inside a written text: a whole that is not the sum of its parts, a rate that
//! is not the quotient of the two amounts before it.
//!
//! People write freely, so this says something only where the text can hardly mean anything else.
//! One walk parts the text into tokens, and each 其中 and 完成 looks at the few around it.

use super::flat::{Flat, is_digit};
use super::slip::Slip;
use super::tokens::{Kind, Narrative};

/// Slips reported of one text, at most: with more the text is misread, not wrong.
pub const MOST_SLIPS: usize = 5;

/// Bytes of the shortest text with a slip in it, about `1人,其中1人,1人`.
const SHORTEST: usize = 20;

/// Finds slips of arithmetic in a narrative, in the order of the text.
///
/// Runs for every text at every key press: most texts are left after a look at their length.
pub fn slips(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    if !may_slip(text) {
        return slips;
    }
    let flat = Flat::new(text);
    let narrative = Narrative::new(&flat);
    // Behind the last rate: the amounts before it are told.
    let mut told = 0;
    for (at, token) in narrative.tokens.iter().enumerate() {
        match token.kind {
            Kind::Among => slips.extend(narrative.total(at)),
            Kind::Done => {
                if let Some(claim) = narrative.claimed_rate(at) {
                    slips.extend(narrative.rate(at, told, &claim));
                    told = claim.next;
                }
            }
            _ => {}
        }
        if slips.len() == MOST_SLIPS {
            break;
        }
    }
    slips
}

/// Whether a closer look is worth it. Line breaks may part the words, hence single characters.
fn may_slip(text: &str) -> bool {
    text.len() >= SHORTEST
        && text.contains(['其', '完', '含'])
        && text.chars().filter(|c| is_digit(*c)).nth(2).is_some()
}
