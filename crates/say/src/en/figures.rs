//! Why a text is no figure.

use juesuan_figure::{Fault, FigureError, Problem, TooLarge, excerpt};

/// Of the result of a calculation, as the middle of a sentence.
pub(crate) fn too_large(_: &TooLarge) -> String {
    "the number is too large to be calculated with exactly".to_owned()
}

/// What is wrong with the text, as the end of a sentence that begins with the cell.
pub(crate) fn wrong(error: &FigureError) -> String {
    let (text, at) = (format!("“{}”", error.excerpt()), error.place());
    match &error.problem {
        Problem::Empty => "no number is filled in".to_owned(),
        // An escape would only blur what can be seen anyway.
        Problem::Unexpected(c @ ('"' | '\'' | '\\')) => {
            format!("{text} is not a number: character {at}, “{c}”, cannot be read")
        }
        Problem::Unexpected(c) => {
            let c = c.escape_debug();
            format!("{text} is not a number: character {at}, “{c}”, cannot be read")
        }
        Problem::Unfinished => format!("{text} is not a number: digits are missing at the end"),
        Problem::Separator => {
            format!("{text} has a separator at character {at} that does not part three digits")
        }
        Problem::TooLarge => format!("{text} is too large: at most 18 digits before the point"),
        Problem::TooPrecise => format!("{text} has too many decimals: at most 10"),
        Problem::Formula(fault) => {
            let why = match fault {
                Fault::Unfinished => "ends where a number must come".to_owned(),
                Fault::Unexpected(c) => {
                    format!(
                        "has a character, “{}” at {at}, that cannot be read",
                        c.escape_debug()
                    )
                }
                Fault::Brackets => "has a bracket without its other half".to_owned(),
                Fault::ByZero => "divides by zero".to_owned(),
                Fault::Endless => "does not come out: the division has no exact result".to_owned(),
                Fault::TooLarge => {
                    "comes to a number that is too large or has more than 10 decimals".to_owned()
                }
            };
            format!("the calculation {text} {why}")
        }
        Problem::NotWorkedOut(result) => {
            format!(
                "{text} is a calculation that comes to {result} and has not been worked out yet"
            )
        }
        Problem::Unit(unit) => format!("{text}: the unit “{}” does not fit here", excerpt(unit)),
        Problem::LookAlike { found, digit } => {
            format!(
                "{text} is not a number: character {at}, “{found}”, should be the digit {digit}"
            )
        }
        Problem::Scientific(Some(plain)) => format!(
            "{text} is in scientific notation, which may have lost digits; write {}",
            excerpt(plain)
        ),
        Problem::Scientific(None) => {
            format!("{text} is in scientific notation, which may have lost digits")
        }
        Problem::Brackets(plain) => format!(
            "{text} is a negative number in brackets; write {}",
            excerpt(plain)
        ),
        Problem::Currency(number) => {
            let number = excerpt(number);
            format!(
                "{text} may be in yuan or in ten thousand yuan; write “{number}元” or “{number}万元”"
            )
        }
    }
}

/// What mends a calculation that has no result, or that nobody has worked out.
pub(crate) fn formula_mend(problem: &Problem) -> &'static str {
    match problem {
        Problem::Formula(Fault::Endless) => "fill in the rounded number",
        Problem::NotWorkedOut(_) => "press Enter in this cell, or fill in the result",
        _ => "correct the calculation",
    }
}
