//! Why a text is no figure.

use crate::figure::{FigureError, Problem};

/// What is wrong with the text, as the end of a sentence that begins with the cell.
pub(super) fn wrong(error: &FigureError) -> String {
    let typed = error.text.trim();
    let text: String = typed.chars().take(24).collect();
    let more = if typed.chars().nth(24).is_some() {
        "…"
    } else {
        ""
    };
    let text = format!("“{text}{more}”");
    let blanks = error.text.chars().take_while(|c| c.is_whitespace()).count();
    let at = error.at.saturating_sub(blanks) + 1;
    match &error.problem {
        Problem::Empty => "no number is filled in".to_owned(),
        Problem::Unexpected(c) => {
            format!(
                "{text} is not a number: character {at}, “{}”, cannot be read",
                c.escape_debug()
            )
        }
        Problem::Unfinished => format!("{text} is not a number: digits are missing at the end"),
        Problem::Separator => {
            format!("{text} has a separator at character {at} that does not part three digits")
        }
        Problem::TooLarge => format!("{text} is too large: at most 18 digits before the point"),
        Problem::TooPrecise => format!("{text} has too many decimals: at most 10"),
        Problem::Unit(unit) => format!("{text}: the unit “{}” does not fit here", short(unit)),
        Problem::LookAlike { found, digit } => {
            format!(
                "{text} is not a number: character {at}, “{found}”, should be the digit {digit}"
            )
        }
        Problem::Scientific(Some(plain)) => format!(
            "{text} is in scientific notation, which may have lost digits; write {}",
            short(plain)
        ),
        Problem::Scientific(None) => {
            format!("{text} is in scientific notation, which may have lost digits")
        }
        Problem::Brackets(plain) => format!(
            "{text} is a negative number in brackets; write {}",
            short(plain)
        ),
        Problem::Currency(number) => {
            let number = short(number);
            format!("{text} may be 元 or 万元; write “{number}元” or “{number}万元”")
        }
    }
}

fn short(text: &str) -> String {
    text.chars().take(24).collect()
}
