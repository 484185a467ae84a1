use super::compound::compound;
use super::formula::formula;
use super::scan::{error, leading, plain};
use super::scientific::no_digit;
use super::{FigureError, Number, Problem, grouped};

/// Reads a bare number: nothing may follow it but blanks.
///
/// # Errors
/// [`FigureError`] with the place and the reason; never a panic, whatever the text.
///
/// ```
/// use juesuan_figure::{Problem, number};
/// assert_eq!(number("1 552.63").unwrap().to_string(), "1552.63");
/// let error = number("12a").unwrap_err();
/// assert_eq!((error.at, error.problem), (2, Problem::Unexpected('a')));
/// ```
pub fn number(text: &str) -> Result<Number, FigureError> {
    if let Some(number) = alone(text) {
        return Ok(number);
    }
    let (number, rest) = begins(text)?;
    match without_stop(rest).chars().next() {
        None => Ok(number),
        Some(c) => Err(unexpected(text, rest, c)),
    }
}

/// Reads an amount of money and gives it in 万元, whatever of 元, 千元, 万元, 亿元 it was typed in;
/// without a unit it is 万元. Words for about so much (约, 近, 超, 余, 左右) are taken, and a full stop at
/// the end; `￥` only with a unit, since the sign says 元 and the column 万元.
///
/// # Errors
/// [`FigureError`], also for a unit that is none of money.
///
/// ```
/// use juesuan_figure::amount;
/// assert_eq!(amount("15,526,300元").unwrap().to_string(), "1552.63");
/// assert_eq!(amount("53.22亿元").unwrap().to_string(), "532200");
/// assert_eq!(amount("1亿2千万").unwrap().to_string(), "12000");
/// ```
pub fn amount(text: &str) -> Result<Number, FigureError> {
    if let Some(number) = alone(text) {
        return Ok(number);
    }
    in_brackets(text, |inside| amount(inside).is_ok())?;
    let (currency, bare) = without_currency(text);
    let (first, rest) = begins(bare).map_err(|e| relocate(e, text))?;
    let (number, rest, terms) = match compound(first, rest) {
        Some((number, rest)) => (number, rest, true),
        None => (first, rest, false),
    };
    let unit = without_stop(without_about_behind(rest));
    let (multiple, decimals) = match unit.strip_suffix('整').unwrap_or(unit) {
        "" | "元" if terms => (1, 4),
        "" if currency => {
            let plain = bare[..bare.len() - rest.len()].trim().to_owned();
            return Err(error(text, text, Problem::Currency(plain)));
        }
        "" | "万元" | "万" => (1, 0),
        "元" => (1, 4),
        "千元" => (1, 1),
        "百万元" | "百万" => (100, 0),
        "千万元" | "千万" => (1_000, 0),
        "亿元" | "亿" => (10_000, 0),
        other => return Err(not_this_unit(text, rest, other)),
    };
    let value = number.decimal();
    let mantissa = value.mantissa().checked_mul(multiple);
    mantissa
        .ok_or(Problem::TooLarge)
        .and_then(|m| {
            Number::from_parts(m, value.scale() + decimals).map_err(|_| {
                if value.scale() + decimals > Number::DECIMALS {
                    Problem::TooPrecise
                } else {
                    Problem::TooLarge
                }
            })
        })
        .map_err(|problem| error(text, text, problem))
}

/// Reads a percentage, with or without its sign: `97.1%` and `97.1` are both 97.1.
///
/// # Errors
/// [`FigureError`], also for any other unit.
pub fn percent(text: &str) -> Result<Number, FigureError> {
    if let Some(number) = alone(text) {
        return Ok(number);
    }
    in_brackets(text, |inside| percent(inside).is_ok())?;
    let bare = without_about(text);
    let bare = bare.strip_prefix("百分之").unwrap_or(bare);
    let (number, rest) = begins(bare).map_err(|e| relocate(e, text))?;
    let rest = rest.trim_start();
    let rest = ["%", "％", "﹪", "百分比"]
        .iter()
        .find_map(|sign| rest.strip_prefix(sign))
        .unwrap_or(rest);
    match without_stop(without_about_behind(rest)) {
        "" => Ok(number),
        other => Err(not_this_unit(text, rest, other)),
    }
}

/// Reads a weight or a score in points: `8`, `8.5分`.
///
/// # Errors
/// [`FigureError`], also for any other unit.
pub fn score(text: &str) -> Result<Number, FigureError> {
    if let Some(number) = alone(text) {
        return Ok(number);
    }
    in_brackets(text, |inside| score(inside).is_ok())?;
    let (number, rest) = begins(text)?;
    match without_stop(rest) {
        "" | "分" => Ok(number),
        other => Err(not_this_unit(text, rest, other)),
    }
}

/// The number a text begins with. A calculation is none, and is told from other texts.
fn begins(text: &str) -> Result<(Number, &str), FigureError> {
    leading(text).map_err(|wrong| match formula(text) {
        None => wrong,
        Some(Err(wrong)) => wrong,
        Some(Ok(worked)) => {
            let result = grouped(worked.result.decimal());
            error(text, text, Problem::NotWorkedOut(result))
        }
    })
}

/// A plain number and nothing else, as most cells have it: the same whatever the cell is for.
fn alone(text: &str) -> Option<Number> {
    plain(text).and_then(|(number, rest)| rest.is_empty().then_some(number))
}

/// Words for about so much that stand before a number, longer ones first.
const ABOUT: &[&str] = &["大约", "将近", "接近", "约", "近", "超", "逾"];

/// Words for about so much behind a number: right behind it, and behind its unit.
pub const OR_SO: &[&str] = &["左右", "上下"];
/// Words for a little more than a number: `余`, `多` right behind it.
pub const ODD: &[&str] = &["余", "多"];

fn without_about(text: &str) -> &str {
    let trimmed = text.trim_start();
    strip(trimmed, ABOUT).unwrap_or(text)
}

/// Without the words before an amount; whether a sign of currency was among them.
fn without_currency(text: &str) -> (bool, &str) {
    let about = without_about(text);
    let signs = &["人民币", "RMB", "￥", "¥"];
    match strip(about.trim_start(), signs) {
        Some(rest) => (true, without_about(strip(rest, signs).unwrap_or(rest))),
        None => (false, about),
    }
}

fn without_about_behind(rest: &str) -> &str {
    let rest = rest.trim();
    let rest = strip(rest, ODD).unwrap_or(rest).trim_start();
    let end = without_stop(rest);
    OR_SO
        .iter()
        .find_map(|word| end.strip_suffix(word))
        .unwrap_or(rest)
}

/// Without the blanks around it and one mark of punctuation at the end: `100万元。`
fn without_stop(rest: &str) -> &str {
    let rest = rest.trim();
    rest.strip_suffix(['。', '．', '.', '；', ';', '，', '、'])
        .unwrap_or(rest)
        .trim_end()
}

fn strip<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// `(5)` is -5 to an accountant and a numbering to everybody else: it is told, and read as neither.
fn in_brackets(text: &str, reads: impl FnOnce(&str) -> bool) -> Result<(), FigureError> {
    match bracketed(text) {
        Some(inside) if reads(inside) => {
            let plain = format!("-{}", inside.trim().trim_start_matches(['-', '－', '−']));
            Err(error(text, text, Problem::Brackets(plain)))
        }
        _ => Ok(()),
    }
}

/// What stands in brackets, where that is all; never itself in brackets.
pub fn bracketed(text: &str) -> Option<&str> {
    let inside = text.trim().strip_prefix(['(', '（'])?;
    let inside = inside.strip_suffix([')', '）'])?;
    (!inside.contains(['(', '（'])).then_some(inside)
}

/// What stands behind a number, `rest`, and belongs to none: `c` is its first character.
fn unexpected(text: &str, rest: &str, c: char) -> FigureError {
    let before = &text[..text.len() - rest.len()];
    if let Some(problem) = no_digit(before, rest) {
        let at = match problem {
            Problem::LookAlike { .. } => rest,
            _ => text,
        };
        return error(text, at, problem);
    }
    error(text, rest.trim_start(), Problem::Unexpected(c))
}

fn not_this_unit(text: &str, rest: &str, unit: &str) -> FigureError {
    let first = unit.chars().next().unwrap_or(' ');
    if first.is_alphabetic() && !first.is_ascii() && no_digit("0", unit).is_none() {
        return error(text, rest.trim_start(), Problem::Unit(unit.to_owned()));
    }
    unexpected(text, rest, first)
}

fn relocate(e: FigureError, text: &str) -> FigureError {
    let skipped = text.chars().count() - e.text.chars().count();
    FigureError {
        text: text.to_owned(),
        at: e.at + skipped,
        problem: e.problem,
    }
}
