//! Letters that look like digits.

use super::Problem;
use super::fold::fold;

/// A letter that looks like a digit right behind or right before digits, `1O0`. `before` is the number
/// read so far, empty where none was; `rest` begins with the letter.
pub(super) fn look_alike(before: &str, rest: &str) -> Option<Problem> {
    let mut chars = rest.chars();
    let found = chars.next()?;
    let digit = looks_like(found)?;
    let goes_on = chars.next().map(fold);
    let numeric = |c: char| c.is_ascii_digit() || ".,%".contains(c);
    (!before.is_empty() || goes_on.is_some_and(numeric))
        .then_some(Problem::LookAlike { found, digit })
}

/// The digit a character is easily taken for.
fn looks_like(c: char) -> Option<char> {
    match fold(c) {
        // Latin, Greek, Cyrillic; circles.
        'O' | 'o' | '\u{39f}' | '\u{3bf}' | '\u{41e}' | '\u{43e}' | '〇' | '○' | '◯' => {
            Some('0')
        }
        'l' | 'I' | '|' | '丨' => Some('1'),
        _ => None,
    }
}
