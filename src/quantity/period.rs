//! What a quantity is counted over: rates, which are multiplied, and parts of the year, which never are.

use super::vocabulary::{ends_unit, strip_end};
use crate::figure::fold;

/// What a quantity is counted over. A form is for a year: no period written means the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A year.
    Year,
    /// Each half of the year.
    HalfYear,
    /// Each quarter.
    Quarter,
    /// Each month.
    Month,
    /// Weeks and days do not fit a year exactly.
    Week,
    /// Each day, which does not fit a year exactly either.
    Day,
    /// A part of the year by name, 上半年, 一季度, 1-6月: never multiplied.
    Part(Months),
}

/// Months of a year, a bit each from January on; none where the words leave open which, as 半年 does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months(u16);

impl Months {
    /// From one month to another, counted from 1, both included.
    pub fn span(first: u32, last: u32) -> Self {
        let months = (first.max(1)..=last.min(12)).fold(0, |bits, month| bits | 1 << (month - 1));
        Months(months)
    }

    /// A part of the year that the words leave open.
    pub const OPEN: Months = Months(0);
}

impl Period {
    /// How many of them make a year; `None` where that is no whole number or the period is a part of it.
    pub fn per_year(self) -> Option<u32> {
        match self {
            Period::Year => Some(1),
            Period::HalfYear => Some(2),
            Period::Quarter => Some(4),
            Period::Month => Some(12),
            Period::Week | Period::Day | Period::Part(_) => None,
        }
    }

    /// What it is called, in Chinese: `季度`, `1–6月`.
    pub fn name(self) -> String {
        let name = match self {
            Period::Year => "年",
            Period::HalfYear => "半年",
            Period::Quarter => "季度",
            Period::Month => "月",
            Period::Week => "周",
            Period::Day => "日",
            Period::Part(months) => return months.name(),
        };
        name.to_owned()
    }

    /// Whether quantities over the two compare as they stand: of one period, or of a part of the year
    /// against what names no period.
    pub(crate) fn same(a: Option<Period>, b: Option<Period>) -> bool {
        match (a, b) {
            (Some(Period::Part(months)), None) | (None, Some(Period::Part(months))) => {
                months != Months::OPEN
            }
            (Some(Period::Part(_)), _) | (_, Some(Period::Part(_))) => a == b,
            _ => a.unwrap_or(Period::Year) == b.unwrap_or(Period::Year),
        }
    }
}

impl Months {
    fn name(self) -> String {
        let (first, last) = (self.0.trailing_zeros() + 1, 16 - self.0.leading_zeros());
        match (first, last) {
            _ if self == Months::OPEN => "半年（没有写明是每半年，还是上半年或下半年）".to_owned(),
            (1, 6) => "上半年".to_owned(),
            (7, 12) => "下半年".to_owned(),
            _ if first == last => format!("{first} 月"),
            _ if first % 3 == 1 && last == first + 2 => format!("第 {} 季度", last / 3),
            _ => format!("{first}–{last} 月"),
        }
    }
}

/// Words that name a period before a number.
const PERIODS: &[(&str, Period)] = &[
    ("每半年", Period::HalfYear),
    ("按半年", Period::HalfYear),
    ("每个季度", Period::Quarter),
    ("每季度", Period::Quarter),
    ("按季度", Period::Quarter),
    ("每季", Period::Quarter),
    ("季均", Period::Quarter),
    ("每个月", Period::Month),
    ("每月", Period::Month),
    ("按月", Period::Month),
    ("月均", Period::Month),
    ("每周", Period::Week),
    ("周均", Period::Week),
    ("每天", Period::Day),
    ("每日", Period::Day),
    ("日均", Period::Day),
    ("全年", Period::Year),
    ("年内", Period::Year),
    ("每年", Period::Year),
    ("年度", Period::Year),
    ("年均", Period::Year),
    ("一年", Period::Year),
    ("上半年", Period::Part(Months(0x3f))),
    ("前半年", Period::Part(Months(0x3f))),
    ("下半年", Period::Part(Months(0xfc0))),
    ("后半年", Period::Part(Months(0xfc0))),
    // Every half-year, or half of the year: nobody can tell.
    ("半年", Period::Part(Months::OPEN)),
];

/// The period named nearest before the number; of two that end there, the longer one.
pub(super) fn period_before(before: &str) -> Option<Period> {
    let listed = PERIODS.iter().filter_map(|(word, period)| {
        let at = before.rfind(word)?;
        Some((at + word.len(), word.len(), *period))
    });
    listed
        .chain(quarter(before))
        .chain(months(before))
        .max_by_key(|(end, length, _)| (*end, *length))
        .map(|(_, _, period)| period)
}

/// What stands before the period a text ends in.
pub(super) fn ends_in_period(text: &str) -> Option<&str> {
    PERIODS.iter().find_map(|(word, _)| strip_end(text, word))
}

/// `第一季度`, `1季度`, `前三季度`, `1至3季度`: where it ends, how long it is, and its months.
fn quarter(text: &str) -> Option<(usize, usize, Period)> {
    let at = text.rfind("季度")?;
    let (start, number) = numeral_before(text, at).filter(|(_, n)| (1..=4).contains(n))?;
    let (start, first) = match first_of_span(text, start, "季度") {
        Some((start, first)) if first < number => (start, first),
        _ if text[..start].ends_with('前') => (start, 1),
        _ => (start, number),
    };
    let end = at + "季度".len();
    let months = Months::span(first * 3 - 2, number * 3);
    Some((end, end - start, Period::Part(months)))
}

/// `1月`, `1-6月`, `1月至6月`; not `6月底前` and `12月31日`, which are dates.
fn months(text: &str) -> Option<(usize, usize, Period)> {
    let at = text.rfind('月')?;
    let end = at + '月'.len_utf8();
    let next = text[end..].trim_start().chars().next();
    if next.is_some_and(|c| fold(c).is_ascii_digit() || "底初中末前上下".contains(c)) {
        return None;
    }
    let (start, last) = numeral_before(text, at).filter(|(_, n)| (1..=12).contains(n))?;
    let (start, first) = match first_of_span(text, start, "月") {
        Some((start, first)) if first < last => (start, first),
        _ => (start, last),
    };
    Some((end, end - start, Period::Part(Months::span(first, last))))
}

/// The first number of a span whose last one begins at `last`, `1-` of `1-6月`, and where it begins.
fn first_of_span(text: &str, last: usize, name: &str) -> Option<(usize, u32)> {
    let before = text[..last].trim_end().strip_suffix(goes_on)?.trim_end();
    let before = before.strip_suffix(name).unwrap_or(before);
    numeral_before(text, before.len()).filter(|(_, first)| *first > 0)
}

/// What parts the first from the last of a span.
pub(super) fn goes_on(c: char) -> bool {
    matches!(fold(c), '-' | '—' | '~' | '～' | '至' | '到' | '、')
}

/// A small number in digits or Chinese that ends at `end`, and where it begins.
fn numeral_before(text: &str, end: usize) -> Option<(usize, u32)> {
    const NUMERALS: [&str; 12] = [
        "十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一",
    ];
    let before = text[..end].trim_end();
    let digits = before.trim_end_matches(|c| fold(c).is_ascii_digit());
    if digits.len() < before.len() {
        let number: String = before[digits.len()..].chars().map(fold).collect();
        return Some((digits.len(), number.parse().ok()?));
    }
    NUMERALS
        .iter()
        .zip((1..=12).rev())
        .find_map(|(word, number)| Some((before.strip_suffix(word)?.len(), number)))
}

/// `1-6月`, `1月至6月` and `1-2季度` at the beginning of a text: how long it is.
pub(super) fn span_of_year(text: &str) -> Option<usize> {
    let digits = |text: &str| {
        let end = text
            .find(|c| !fold(c).is_ascii_digit())
            .unwrap_or(text.len());
        let number: String = text[..end].chars().map(fold).collect();
        let month = number.parse().is_ok_and(|n: u32| (1..=12).contains(&n));
        month.then_some(end)
    };
    let name = |text: &str| {
        ["月", "季度"]
            .into_iter()
            .find(|name| text.starts_with(name))
    };
    let mut at = digits(text)?;
    at += name(&text[at..]).map_or(0, str::len);
    let second = text[at..].trim_start().strip_prefix(goes_on)?.trim_start();
    let behind = second[digits(second)?..].trim_start();
    let behind = &behind[name(behind)?.len()..];
    // `1-6月30日`; the 60 of `1-6月60份` is counted.
    let further = behind.trim_start();
    let day = further.trim_start_matches(|c| fold(c).is_ascii_digit());
    let dated =
        further.starts_with('底') || day.len() < further.len() && day.starts_with(['日', '号']);
    (!dated).then_some(text.len() - behind.len())
}

/// `月`, `季度`, `每年` at the beginning of a text, and what follows.
pub(super) fn period_named(text: &str) -> Option<(Period, &str)> {
    const NAMES: &[(&str, Period)] = &[
        ("半年", Period::HalfYear),
        ("季度", Period::Quarter),
        ("年", Period::Year),
        ("季", Period::Quarter),
        ("月", Period::Month),
        ("周", Period::Week),
        ("天", Period::Day),
        ("日", Period::Day),
    ];
    let text = text.trim_start();
    let text = text.strip_prefix('每').unwrap_or(text);
    let text = text.strip_prefix('个').unwrap_or(text);
    NAMES
        .iter()
        .find_map(|(name, period)| Some((*period, text.strip_prefix(name)?)))
}

/// The period behind a unit, `/月` or, at the end of a text, `每月`; and the rest.
pub(super) fn period_behind(text: &str) -> (Option<Period>, &str) {
    let start = text.trim_start();
    if start.starts_with('每')
        && let Some((period, rest)) = period_named(start)
        && rest.chars().next().is_none_or(ends_unit)
    {
        return (Some(period), rest);
    }
    match start.strip_prefix(['/', '／']).and_then(period_named) {
        Some((period, rest)) => (Some(period), rest),
        None => (None, text),
    }
}

/// Whether a text speaks of a period nobody knows how often a year has: 每两个月, 每学期, 每隔3天.
pub(super) fn unknown_rate(before: &str) -> bool {
    before.rfind('每').is_some_and(|at| {
        let rest = before[at..].trim_start_matches('每').trim_start();
        let counted = rest.starts_with([
            '两', '二', '三', '四', '五', '六', '七', '八', '九', '十', '隔', '旬',
        ]);
        (counted
            || rest.starts_with("学期")
            || rest.starts_with("学年")
            || rest.starts_with("半月"))
            && rest.chars().count() <= 6
    })
}
