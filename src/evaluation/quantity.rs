//! Targets and actuals as they stand in real forms: `≥85.0%`, `每月1000份`, `不超过5次`, `约600人次`.

use super::Direction;
use super::vocabulary::{
    LONGEST_UNIT, comparison_before, ends_unit, known, leading_comparison, limits, multiple_of,
    period_before, split_comparison, split_period, strip_any, without_odd,
};
use super::working::push_in;
use crate::figure::{self, FigureError, Number, Problem, fold};

/// What a target or actual says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<'a> {
    /// Nothing typed.
    Empty,
    /// One number with what belongs to it.
    Quantity(Quantity<'a>),
    /// Words with no number, or with several: only people can judge them.
    Words,
    /// Meant as a number, and none.
    Unreadable(FigureError),
}

/// One number of a target or actual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity<'a> {
    /// In the base unit: 5万份 is 50000, 3小时 is 180 (minutes).
    pub number: Number,
    /// The base unit, empty where none is written.
    pub unit: &'a str,
    pub period: Option<Period>,
    pub comparison: Option<Comparison>,
    /// The text is this number and its unit and nothing else.
    pub bare: bool,
    /// The number as typed, and how many base units one of it is: 5 and 10000 for 5万份.
    pub typed: Number,
    pub factor: u64,
}

/// The sign before a target, or the word that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    AtLeast,
    Above,
    AtMost,
    Below,
    Equal,
}

impl Comparison {
    pub fn direction(self) -> Direction {
        match self {
            Comparison::AtMost | Comparison::Below => Direction::Lower,
            _ => Direction::Higher,
        }
    }
}

/// What a quantity is counted over. A form is for a year: no period written means the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Year,
    HalfYear,
    Quarter,
    Month,
    /// Weeks and days do not fit a year exactly.
    Week,
    Day,
}

impl Period {
    /// How many of them make a year; `None` where that is no whole number.
    pub fn per_year(self) -> Option<u32> {
        match self {
            Period::Year => Some(1),
            Period::HalfYear => Some(2),
            Period::Quarter => Some(4),
            Period::Month => Some(12),
            Period::Week | Period::Day => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Period::Year => "年",
            Period::HalfYear => "半年",
            Period::Quarter => "季度",
            Period::Month => "月",
            Period::Week => "周",
            Period::Day => "日",
        }
    }
}

impl<'a> Quantity<'a> {
    /// The same quantity times `count`, of the same base unit: twelve months of it.
    pub(super) fn repeated(&self, count: u32) -> Option<Quantity<'a>> {
        let number = self.number.times(Number::from(count)).ok()?;
        Some(Quantity {
            number,
            typed: number,
            factor: 1,
            period: Some(Period::Year),
            ..*self
        })
    }

    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// The number with thousands separators; a percentage with at least one decimal and its sign.
    pub fn display(&self) -> String {
        let mut text = String::new();
        push_in(&mut text, self.number, self.unit);
        text
    }
}

/// Reads a target or an actual.
///
/// ```
/// use juesuan::evaluation::{Reading, read};
/// let Reading::Quantity(q) = read("印刷宣传单 5 万份，及时送达") else { panic!() };
/// assert_eq!((q.number.to_string().as_str(), q.unit), ("50000", "份"));
/// assert_eq!(read("每月 1-22 日，培训 350 人次"), Reading::Words);
/// ```
pub fn read(text: &str) -> Reading<'_> {
    if text.trim().is_empty() {
        return Reading::Empty;
    }
    match bare(text) {
        Some(Ok(quantity)) => return Reading::Quantity(quantity),
        Some(Err(error)) => return Reading::Unreadable(error),
        None => {}
    }
    match in_words(text) {
        Ok(Some(quantity)) => Reading::Quantity(quantity),
        Ok(None) => Reading::Words,
        Err(error) => Reading::Unreadable(error),
    }
}

/// A text that begins with a number, after a sign or word of comparison at most. `None`: read it as
/// words instead.
fn bare(text: &str) -> Option<Result<Quantity<'_>, FigureError>> {
    let (comparison, rest) = leading_comparison(text);
    let rest = strip_any(rest.trim_start(), &["大约", "约", "近"]).unwrap_or(rest);
    let first = rest.trim_start().chars().next().map(fold);
    let number_begins = matches!(first, Some(c) if c.is_ascii_digit() || "+-.".contains(c));
    if !number_begins {
        // A sign and nothing behind it is a number being typed.
        let unfinished = comparison.is_some() && first.is_none();
        return unfinished.then(|| {
            Err(FigureError {
                text: text.to_owned(),
                at: text.chars().count(),
                problem: Problem::Unfinished,
            })
        });
    }
    let (number, tail) = match figure::leading(rest) {
        Ok(read) => read,
        Err(e) if e.problem == Problem::Separator && is_list(rest) => return None,
        Err(e) => return Some(Err(shifted(e, text, rest))),
    };
    if tail.is_empty() {
        return Some(Ok(Quantity {
            number,
            unit: "",
            period: None,
            comparison,
            bare: true,
            typed: number,
            factor: 1,
        }));
    }
    let numbering = tail.starts_with(['、', ')', '）'])
        || rest[..rest.len() - tail.len()].ends_with(['.', '．']);
    if numbering || tail.chars().any(|c| fold(c).is_ascii_digit()) {
        return None;
    }
    let behind = Behind::read(tail);
    // `5G基站`, `3D打印`: a name, not a number gone wrong.
    let name = |junk: char| junk.is_ascii_alphabetic() && tail.chars().any(is_cjk);
    if let Some((at, junk)) = behind.junk() {
        if name(junk) {
            return None;
        }
        return Some(Err(FigureError {
            text: text.to_owned(),
            at: text.chars().count() - at,
            problem: Problem::Unexpected(junk),
        }));
    }
    if is_date(number, comparison, tail) || behind.is_sentence() {
        return None;
    }
    Some(behind.quantity(number, comparison, None, text))
}

/// Whether numbers parted by separators are a list, as in `1,2季度`, or one number gone wrong, as
/// `1,55` and `1,55万元`: only behind the latter stands nothing or a unit.
fn is_list(text: &str) -> bool {
    let tail = text.trim_start_matches(|c| {
        let c = fold(c);
        c.is_ascii_digit() || ",. +-".contains(c)
    });
    let word = tail.chars().next().is_some_and(is_cjk);
    word && known(tail).is_none() && multiple_of(tail).is_none()
}

/// A number in running text.
struct Token {
    /// Where it begins, with its sign, and where it ends.
    begin: usize,
    end: usize,
}

/// The one number in a text of words; `Ok(None)` where there is none, or more than one.
fn in_words(text: &str) -> Result<Option<Quantity<'_>>, FigureError> {
    let mut found: Option<Token> = None;
    // The last character before the number that is no blank.
    let mut previous = ' ';
    let mut first = true;
    // In `第1、2季度` the second number is as little a quantity as the first.
    let mut ordinal = false;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !fold(c).is_ascii_digit() {
            if !c.is_whitespace() {
                previous = c;
                first = false;
            }
            continue;
        }
        let at_start = std::mem::replace(&mut first, false);
        let end = token_end(&text[start..]) + start;
        while chars.next_if(|(at, _)| *at < end).is_some() {}
        let behind = text[end..].trim_start();
        let goes_on = goes_on(behind);
        if ordinal || previous == '第' {
            ordinal = goes_on;
            previous = ' ';
            continue;
        }
        let closed = behind.starts_with(['）', ')']);
        let opened = matches!(previous, '（' | '(') || at_start;
        let numbering = text[end..].starts_with(['、', '.', '．']) || closed && opened;
        previous = ' ';
        let Some(begin) = with_sign(text, start) else {
            continue;
        };
        if goes_on {
            return Ok(None);
        }
        let comparison = comparison_before(&text[..begin]);
        let number = figure::number(&text[begin..end]);
        let date = matches!(&number, Ok(n) if is_date(*n, comparison, behind));
        if numbering || date {
            continue;
        }
        if found.is_some() {
            return Ok(None);
        }
        found = Some(Token { begin, end });
    }
    let Some(Token { begin, end }) = found else {
        return Ok(None);
    };
    let number = figure::number(&text[begin..end]).map_err(|e| FigureError {
        text: text.to_owned(),
        at: text[..begin].chars().count() + e.at,
        problem: e.problem,
    })?;
    let before = &text[..begin];
    let behind = Behind::read(&text[end..]);
    if behind.is_sentence() {
        return Ok(None);
    }
    let mut quantity = behind.quantity(
        number,
        comparison_before(before),
        period_before(before),
        text,
    )?;
    quantity.bare = false;
    Ok(Some(quantity))
}

/// Whether a range, a list or a date goes on behind a number: `-22日`, `至22日`, `、2季度`, `.20`.
fn goes_on(behind: &str) -> bool {
    let digit = |text: &str| {
        text.chars()
            .next()
            .map(fold)
            .is_some_and(|c| c.is_ascii_digit())
    };
    let listed = |c| matches!(fold(c), '-' | '—' | '~' | '～' | '至' | '到' | '、');
    digit(behind)
        || behind
            .strip_prefix(listed)
            .is_some_and(|rest| digit(rest.trim_start()))
        || behind.strip_prefix(['.', '．']).is_some_and(digit)
}

/// Where a number that has its first digit at `start` begins: at a minus right before it, if there
/// is one. `None` where it is part of a name, as in `PM2.5` and `COVID-19`.
fn with_sign(text: &str, start: usize) -> Option<usize> {
    let mut before = text[..start].char_indices().rev();
    let (at, c) = match before.next() {
        Some((at, c)) => (at, fold(c)),
        None => return Some(start),
    };
    if c == '-' {
        let name = before
            .next()
            .is_some_and(|(_, c)| fold(c).is_ascii_alphanumeric());
        return (!name).then_some(at);
    }
    (!c.is_ascii_alphabetic()).then_some(start)
}

/// The end of a number token in running text, where `。` and `，` are punctuation: digits, groups of
/// just three behind `,`, and a decimal point with a digit behind it.
fn token_end(text: &str) -> usize {
    let digit = |at: usize| {
        text[at..]
            .chars()
            .next()
            .is_some_and(|c| fold(c).is_ascii_digit())
    };
    let width = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
    let mut at = 0;
    while digit(at) {
        at += width(at);
    }
    while text[at..].starts_with(',') {
        let mut next = at + 1;
        let begin = next;
        let mut digits = 0;
        while next <= text.len() && digit(next) {
            next += width(next);
            digits += 1;
        }
        if digits != 3 || next == begin {
            break;
        }
        at = next;
    }
    if text[at..].starts_with('.') || text[at..].starts_with('．') {
        let mut next = at + width(at);
        if digit(next) {
            while digit(next) {
                next += width(next);
            }
            at = next;
        }
    }
    at
}

/// What stands behind a number: multiple, unit, words of comparison and period.
struct Behind<'a> {
    multiple: u32,
    unit: &'a str,
    /// The unit and its factor, where it is in the list.
    known: Option<(&'static str, u32)>,
    comparison: Option<Comparison>,
    period: Option<Period>,
    /// Nothing else stands there.
    alone: bool,
    /// All from the unit on.
    rest: &'a str,
}

impl<'a> Behind<'a> {
    fn read(tail: &'a str) -> Self {
        let tail = without_odd(tail.trim_start());
        let (multiple, rest) = multiple_of(tail).unwrap_or((1, tail));
        let rest = without_odd(rest.trim_start());
        let chunk_end = rest
            .char_indices()
            .find(|&(_, c)| ends_unit(c))
            .map_or(rest.len(), |(at, _)| at);
        let (chunk, after) = rest.split_at(chunk_end);
        let (unit, comparison, more) = split_comparison(chunk, after);
        let (unit, period, more) = split_period(unit, more);
        let unit = unit.strip_suffix("左右").unwrap_or(unit);
        // `5个工作日内`; not `3项内容`.
        let listed = known(unit);
        let known = listed.map(|(_, unit, factor)| (*unit, *factor));
        let behind_unit = listed.map_or("", |(spelled, _, _)| &unit[spelled.len()..]);
        let inside = behind_unit == "内"
            || behind_unit.starts_with('内') && known.is_some_and(|(u, _)| limits(u));
        let comparison = comparison.or(inside.then_some(Comparison::AtMost));
        let ended = matches!(behind_unit, "" | "内");
        Behind {
            multiple,
            unit,
            known,
            comparison,
            period,
            alone: ended
                && more
                    .trim_end_matches(['。', '；', ';', '，', ',', ' '])
                    .is_empty(),
            rest,
        }
    }

    /// More words than a unit has: the number counts something, but what cannot be told.
    fn is_sentence(&self) -> bool {
        self.known.is_none() && self.unit.chars().count() > LONGEST_UNIT
    }

    /// A character no unit has, `12a`, `97.1%%`, and how many characters from the end it stands.
    fn junk(&self) -> Option<(usize, char)> {
        let mut chars = self.unit.chars();
        let first = chars.next()?;
        let from_end = self.rest.chars().count();
        if fold(first) == '%' {
            let second = chars.next().filter(|c| c.is_ascii() || fold(*c) == '%')?;
            return Some((from_end - 1, second));
        }
        let latin = fold(first).is_ascii() && self.known.is_none();
        latin.then_some((from_end, first))
    }

    fn quantity(
        &self,
        number: Number,
        comparison: Option<Comparison>,
        period: Option<Period>,
        text: &str,
    ) -> Result<Quantity<'a>, FigureError> {
        let (unit, factor) = self.known.unwrap_or((self.unit.trim_end(), 1));
        let typed = number;
        let number = typed
            .times(Number::from(self.multiple))
            .and_then(|n| n.times(Number::from(factor)))
            .map_err(|_| FigureError {
                text: text.to_owned(),
                at: 0,
                problem: Problem::TooLarge,
            })?;
        Ok(Quantity {
            number,
            unit,
            period: self.period.or(period),
            comparison: comparison.or(self.comparison),
            bare: self.alone,
            typed,
            factor: u64::from(self.multiple) * u64::from(factor),
        })
    }
}

/// Years, months and days are no quantities: `2020年`, `12月31日`, `1号`. Days that something takes
/// are: `≤30日`, `30日内`.
fn is_date(number: Number, comparison: Option<Comparison>, behind: &str) -> bool {
    let behind = behind.trim_start();
    let whole = number.decimals() == 0;
    let within = |low: u32, high: u32| number >= Number::from(low) && number <= Number::from(high);
    let year = behind.starts_with('年') && whole && within(1900, 2199);
    let month = behind.starts_with('月') && whole && within(1, 12);
    let limit = comparison.is_some() || strip_any(behind, &["日内", "日以内", "日之内"]).is_some();
    let day = behind.starts_with('日') && !limit || behind.starts_with('号');
    year || month || day && whole && within(1, 31)
}

fn is_cjk(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn shifted(e: FigureError, text: &str, rest: &str) -> FigureError {
    FigureError {
        text: text.to_owned(),
        at: e.at + text[..text.len() - rest.len()].chars().count(),
        problem: e.problem,
    }
}
