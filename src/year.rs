//! The year the accounts are for, as people write it.

use crate::figure::fold;
use std::ops::RangeInclusive;

/// Years that accounts can be for; other numbers are mistyped.
pub const YEARS: RangeInclusive<u16> = 1999..=2100;

/// How a year reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearRead {
    /// Nothing is typed.
    Missing,
    /// A year within [`YEARS`].
    Year(u16),
    /// Something is typed that is no year, or one far away.
    Unreadable,
}

impl YearRead {
    /// The year, where it can be read.
    pub fn year(self) -> Option<u16> {
        match self {
            YearRead::Year(year) => Some(year),
            YearRead::Missing | YearRead::Unreadable => None,
        }
    }
}

/// Reads a year: four digits of any kind, with or without 年 or 年度 behind them, and blanks around.
///
/// ```
/// use juesuan::{YearRead, read_year};
/// assert_eq!(read_year("2024年度"), YearRead::Year(2024));
/// assert_eq!(read_year("二〇二四"), YearRead::Year(2024));
/// assert_eq!(read_year("20255"), YearRead::Unreadable);
/// ```
pub fn read_year(text: &str) -> YearRead {
    let text = text.trim_matches(is_blank);
    if text.is_empty() {
        return YearRead::Missing;
    }
    match leading_year(text) {
        Some((year, "")) if YEARS.contains(&year) => YearRead::Year(year),
        _ => YearRead::Unreadable,
    }
}

/// A year for names and lists: its four digits, or as typed where it cannot be read.
///
/// ```
/// use juesuan::shown_year;
/// assert_eq!(shown_year(" ２０２４年度"), "2024");
/// assert_eq!(shown_year("abc"), "abc");
/// ```
pub fn shown_year(text: &str) -> String {
    match read_year(text) {
        YearRead::Year(year) => year.to_string(),
        YearRead::Missing | YearRead::Unreadable => text.trim_matches(is_blank).to_owned(),
    }
}

/// The four digits at the head of a text with the word for a year behind them, and what follows, blanks
/// around it left away; `None` where there are none, or where what follows is not parted from them.
pub(crate) fn leading_year(text: &str) -> Option<(u16, &str)> {
    let mut year = 0;
    let mut rest = text.chars();
    for _ in 0..4 {
        year = year * 10 + digit(rest.next()?)?;
    }
    let rest = rest.as_str();
    let behind = rest.trim_start_matches(is_blank);
    let Some(behind) = behind.strip_prefix('年') else {
        // `20185` and `2018.5` are no years.
        let parted = behind.is_empty() || behind.len() < rest.len();
        return parted.then(|| (year, behind.trim_matches(is_blank)));
    };
    let behind = behind.trim_start_matches(is_blank);
    let behind = behind.strip_prefix('度').unwrap_or(behind);
    Some((year, behind.trim_matches(is_blank)))
}

fn digit(c: char) -> Option<u16> {
    // In numerals the circle stands for nothing, in three ways of typing it.
    const NUMERALS: [&str; 10] = [
        "〇零○",
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
    ];
    let numeral = NUMERALS.iter().position(|same| same.contains(c));
    let plain = || {
        fold(c)
            .to_digit(10)
            .and_then(|digit| u16::try_from(digit).ok())
    };
    numeral
        .and_then(|digit| u16::try_from(digit).ok())
        .or_else(plain)
}

/// Blanks that are seen, and those that are copied along unseen.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}
