//! What the text of a cell is: an amount, a rate, a blank, words.

use super::found::Unit;
use juesuan_figure::fold;
use rust_decimal::Decimal;

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nothing, or a dash.
    Blank,
    /// A number, with the unit that stands behind it.
    Amount(Decimal, Option<Unit>),
    /// A number with a percent sign.
    Percent(Decimal),
    /// Anything else.
    Words,
}

/// A text without its blanks and line breaks.
pub(super) fn closed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .collect()
}

/// Reads a cell.
pub(super) fn read(text: &str) -> Reading {
    let text: String = closed(text).chars().map(fold).collect();
    if text.chars().all(|c| "-—–―─/\\.…·*_一".contains(c)) {
        return Reading::Blank;
    }
    let text = text.strip_prefix(['￥', '¥']).unwrap_or(&text);
    if let Some(rate) = text.strip_suffix('%') {
        return number(rate).map_or(Reading::Words, Reading::Percent);
    }
    let (digits, unit) = unit_behind(text);
    number(digits).map_or(Reading::Words, |value| Reading::Amount(value, unit))
}

fn unit_behind(text: &str) -> (&str, Option<Unit>) {
    for (word, unit) in [
        ("百万元", Unit::Million),
        ("万元", Unit::Wan),
        ("亿元", Unit::Yi),
        ("千元", Unit::Qian),
        ("元", Unit::Yuan),
    ] {
        if let Some(digits) = text.strip_suffix(word) {
            return (digits, Some(unit));
        }
    }
    (text, None)
}

/// A number with its decimals as printed: `1,552.60`, `-3`, `(3.5)` for minus 3.5.
fn number(text: &str) -> Option<Decimal> {
    let inner = text
        .strip_prefix(['(', '（'])
        .and_then(|rest| rest.strip_suffix([')', '）']));
    let (text, negative) = match (inner, text.strip_prefix('-')) {
        (Some(inner), _) if inner.contains('.') => (inner, true),
        (Some(_), _) => return None,
        (None, Some(rest)) => (rest, true),
        (None, None) => (text.strip_prefix('+').unwrap_or(text), false),
    };
    let (whole, decimals) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some((whole, decimals)) => (whole, decimals),
        None => (text, ""),
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(decimals) || !grouped(whole) || whole.len() + decimals.len() > 20 {
        return None;
    }
    let mut plain: String = whole.chars().filter(|c| *c != ',').collect();
    if plain.is_empty() {
        plain.push('0');
    }
    if !decimals.is_empty() {
        plain.push('.');
        plain.push_str(decimals);
    }
    let value: Decimal = plain.parse().ok()?;
    Some(if negative { -value } else { value })
}

/// Digits, or digits in groups of three with commas. Nothing before the point is as good as a zero.
fn grouped(text: &str) -> bool {
    let mut parts = text.split(',');
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let first = parts.next().unwrap_or("");
    let mut more = 0;
    let all = digits(first)
        && parts.all(|part| {
            more += 1;
            part.len() == 3 && digits(part)
        });
    all && (more == 0 || (1..=3).contains(&first.len()))
}

/// Whether a text is digits alone, as codes are.
pub(super) fn digits_alone(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        let amount = |text: &str| Reading::Amount(text.parse().unwrap(), None);
        for (text, reading) in [
            ("", Reading::Blank),
            (" \n", Reading::Blank),
            ("-", Reading::Blank),
            ("——", Reading::Blank),
            ("/", Reading::Blank),
            ("…", Reading::Blank),
            ("1,234.56", amount("1234.56")),
            ("1, 234.56", amount("1234.56")),
            ("1 234.50", amount("1234.50")),
            ("１，２３４．５６", amount("1234.56")),
            ("-3.20", amount("-3.20")),
            ("－3.20", amount("-3.20")),
            ("(3.20)", amount("-3.20")),
            (".5", amount("0.5")),
            ("0", amount("0")),
            ("12.5%", Reading::Percent("12.5".parse().unwrap())),
            ("12.5％", Reading::Percent("12.5".parse().unwrap())),
            (
                "12.5万元",
                Reading::Amount("12.5".parse().unwrap(), Some(Unit::Wan)),
            ),
            ("12.3\n45.6", Reading::Words),
            ("12,34", Reading::Words),
            ("1,2345", Reading::Words),
            ("12.", Reading::Words),
            ("(1)", Reading::Words),
            ("一、", Reading::Words),
            ("基本支出", Reading::Words),
            ("2024年", Reading::Words),
            ("9999999999999999999999999999999", Reading::Words),
        ] {
            assert_eq!(read(text), reading, "{text}");
        }
    }
}
