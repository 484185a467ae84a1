//! Targets and actuals as they stand in real forms: `≥85.0%`, `每月1000份`, `不超过5次`, `约600人次`.

use super::Direction;
use crate::figure::{self, FigureError, Number, Problem, fold};

/// What a target or actual says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing typed.
    Empty,
    /// One number with what belongs to it.
    Quantity(Quantity),
    /// Words with no number, or with several: only people can judge them.
    Words,
    /// Meant as a number, and none.
    Unreadable(FigureError),
}

/// One number of a target or actual.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// In the base unit: 5万份 is 50000, 3小时 is 180 (minutes).
    pub number: Number,
    /// The base unit, empty where none is written.
    pub unit: String,
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

impl Quantity {
    /// The same quantity times `count`, of the same base unit: twelve months of it.
    pub(super) fn repeated(&self, count: u32) -> Option<Quantity> {
        let number = self.number.times(Number::from(count)).ok()?;
        Some(Quantity {
            number,
            typed: number,
            factor: 1,
            period: Some(Period::Year),
            ..self.clone()
        })
    }

    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// The number with thousands separators; a percentage with at least one decimal and its sign.
    pub fn display(&self) -> String {
        display_in(self.number, &self.unit)
    }
}

/// As [`Quantity::display`], of any number in a unit.
pub(super) fn display_in(number: Number, unit: &str) -> String {
    if unit == "%" {
        figure::display_percent(number.decimal(), number.decimals().max(1))
    } else {
        figure::grouped(number.decimal())
    }
}

/// Reads a target or an actual.
///
/// ```
/// use juesuan::evaluation::{Reading, read};
/// let Reading::Quantity(q) = read("印刷宣传单 5 万份，及时送达") else { panic!() };
/// assert_eq!((q.number.to_string().as_str(), q.unit.as_str()), ("50000", "份"));
/// assert_eq!(read("每月 1-22 日，培训 350 人次"), Reading::Words);
/// ```
pub fn read(text: &str) -> Reading {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Reading::Empty;
    }
    match bare(text) {
        Some(Ok(quantity)) => return Reading::Quantity(quantity),
        Some(Err(error)) => return Reading::Unreadable(error),
        None => {}
    }
    match in_words(trimmed) {
        Ok(Some(quantity)) => Reading::Quantity(quantity),
        Ok(None) => Reading::Words,
        Err(error) => Reading::Unreadable(error),
    }
}

/// A text that begins with a number, after a sign or word of comparison at most. `None`: read it as
/// words instead.
fn bare(text: &str) -> Option<Result<Quantity, FigureError>> {
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
        // `1,2季度` and `1 2` are lists, words; `1,55` is a number gone wrong.
        Err(e) if e.problem == Problem::Separator && count_numbers(rest) > 1 && has_cjk(rest) => {
            return None;
        }
        Err(e) => return Some(Err(shifted(e, text, rest))),
    };
    if tail.is_empty() {
        return Some(Ok(Quantity {
            number,
            unit: String::new(),
            period: None,
            comparison,
            bare: true,
            typed: number,
            factor: 1,
        }));
    }
    let numbering =
        tail.starts_with('、') || rest[..rest.len() - tail.len()].ends_with(['.', '．']);
    if numbering || tail.chars().any(|c| fold(c).is_ascii_digit()) {
        return None;
    }
    let behind = Behind::read(tail);
    if let Some(junk) = behind.junk() {
        let at = text.chars().count() - tail.chars().count() + leading_blanks(tail);
        return Some(Err(FigureError {
            text: text.to_owned(),
            at,
            problem: Problem::Unexpected(junk),
        }));
    }
    if is_date(number, tail) || behind.is_sentence() {
        return None;
    }
    Some(behind.quantity(number, comparison, None, text))
}

/// The one number in a text of words; `Ok(None)` where there is none, or more than one.
fn in_words(text: &str) -> Result<Option<Quantity>, FigureError> {
    let mut found: Option<(usize, usize)> = None;
    let mut previous = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !fold(c).is_ascii_digit() {
            previous = c;
            continue;
        }
        let end = token_end(&text[start..]) + start;
        while chars.next_if(|(at, _)| *at < end).is_some() {}
        let numbering = text[end..].starts_with(['、', '.', '．'])
            || matches!(previous, '（' | '(') && text[end..].starts_with(['）', ')']);
        let ordinal = previous == '第' || numbering;
        let number = figure::number(&text[start..end]);
        let date = matches!(&number, Ok(n) if is_date(*n, &text[end..]));
        previous = ' ';
        if ordinal || date {
            continue;
        }
        if found.is_some() {
            return Ok(None);
        }
        found = Some((start, end));
    }
    let Some((start, end)) = found else {
        return Ok(None);
    };
    let number = figure::number(&text[start..end]).map_err(|e| FigureError {
        text: text.to_owned(),
        at: text[..start].chars().count() + e.at,
        problem: e.problem,
    })?;
    let before = &text[..start];
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
    comparison: Option<Comparison>,
    period: Option<Period>,
}

impl<'a> Behind<'a> {
    fn read(tail: &'a str) -> Self {
        let tail = tail.trim_start();
        let tail = strip_any(tail, &["余", "多"]).unwrap_or(tail).trim_start();
        let (multiple, rest) = match () {
            () if tail.starts_with("万亿") => (1, tail),
            () if tail.starts_with('万') => (10_000, &tail['万'.len_utf8()..]),
            () if tail.starts_with('亿') => (100_000_000, &tail['亿'.len_utf8()..]),
            () if tail.starts_with("千元") => (1_000, &tail['千'.len_utf8()..]),
            () => (1, tail),
        };
        let rest = rest.trim_start();
        let rest = strip_any(rest, &["余", "多"]).unwrap_or(rest);
        let chunk_end = rest
            .char_indices()
            .find(|&(_, c)| ends_unit(c))
            .map_or(rest.len(), |(at, _)| at);
        let mut unit = &rest[..chunk_end];
        let mut comparison = None;
        for (word, meaning) in BEHIND {
            if let Some(at) = unit.find(word) {
                unit = &unit[..at];
                comparison = Some(*meaning);
                break;
            }
        }
        unit = unit.strip_suffix("左右").unwrap_or(unit);
        let after = &rest[chunk_end..];
        let period = after
            .strip_prefix('/')
            .or_else(|| after.strip_prefix('／'))
            .and_then(period_named);
        Behind {
            multiple,
            unit,
            comparison,
            period,
        }
    }

    /// More words than a unit has: the number counts something, but what cannot be told.
    fn is_sentence(&self) -> bool {
        unit_of(self.unit).is_none() && self.unit.chars().count() > 4
    }

    /// A character no unit has: `12a`, `97.1%%`.
    fn junk(&self) -> Option<char> {
        let first = self.unit.chars().next()?;
        let known = unit_of(self.unit).is_some();
        let latin = fold(first).is_ascii() && !known;
        let doubled = self.unit.len() > 1
            && matches!(fold(first), '%')
            && self
                .unit
                .chars()
                .nth(1)
                .is_some_and(|c| c.is_ascii() || fold(c) == '%');
        (latin || doubled).then(|| {
            if doubled {
                self.unit.chars().nth(1).unwrap_or(first)
            } else {
                first
            }
        })
    }

    fn quantity(
        &self,
        number: Number,
        comparison: Option<Comparison>,
        period: Option<Period>,
        text: &str,
    ) -> Result<Quantity, FigureError> {
        let (unit, factor) = unit_of(self.unit).unwrap_or((self.unit.trim_end(), 1));
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
            unit: unit.to_owned(),
            period: self.period.or(period),
            comparison: comparison.or(self.comparison),
            bare: true,
            typed,
            factor: u64::from(self.multiple) * u64::from(factor),
        })
    }
}

/// Signs and words before a number, longest first.
const BEFORE: &[(&str, Comparison)] = &[
    ("不低于", Comparison::AtLeast),
    ("不少于", Comparison::AtLeast),
    ("不小于", Comparison::AtLeast),
    ("大于等于", Comparison::AtLeast),
    ("大于或等于", Comparison::AtLeast),
    ("至少", Comparison::AtLeast),
    ("不高于", Comparison::AtMost),
    ("不超过", Comparison::AtMost),
    ("不多于", Comparison::AtMost),
    ("不大于", Comparison::AtMost),
    ("小于等于", Comparison::AtMost),
    ("小于或等于", Comparison::AtMost),
    ("至多", Comparison::AtMost),
    ("控制在", Comparison::AtMost),
    ("低于", Comparison::Below),
    ("小于", Comparison::Below),
    ("少于", Comparison::Below),
    ("高于", Comparison::Above),
    ("大于", Comparison::Above),
    ("超过", Comparison::Above),
    ("等于", Comparison::Equal),
    (">=", Comparison::AtLeast),
    ("=>", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("=<", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    (">", Comparison::Above),
    ("<", Comparison::Below),
    ("=", Comparison::Equal),
];

/// Words behind a number.
const BEHIND: &[(&str, Comparison)] = &[
    ("及以上", Comparison::AtLeast),
    ("以上", Comparison::AtLeast),
    ("及以下", Comparison::AtMost),
    ("以下", Comparison::AtMost),
    ("以内", Comparison::AtMost),
    ("之内", Comparison::AtMost),
];

fn leading_comparison(text: &str) -> (Option<Comparison>, &str) {
    let trimmed = text.trim_start();
    for (word, meaning) in BEFORE {
        if let Some(rest) = strip_folded(trimmed, word) {
            return (Some(*meaning), rest);
        }
    }
    (None, text)
}

/// The comparison that stands right before a number in running text.
fn comparison_before(before: &str) -> Option<Comparison> {
    let before = before.trim_end();
    let before = ["大约", "约"]
        .iter()
        .find_map(|w| before.strip_suffix(w))
        .unwrap_or(before);
    let folded: String = before.trim_end().chars().rev().take(5).map(fold).collect();
    let folded: String = folded.chars().rev().collect();
    BEFORE
        .iter()
        .find(|(word, _)| folded.ends_with(word))
        .map(|(_, meaning)| *meaning)
}

/// Words that name a period before a number, longest first.
const PERIODS: &[(&str, Period)] = &[
    ("每半年", Period::HalfYear),
    ("半年", Period::HalfYear),
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
    ("每年", Period::Year),
    ("年度", Period::Year),
    ("年均", Period::Year),
    ("一年", Period::Year),
];

/// The period word nearest before the number.
fn period_before(before: &str) -> Option<Period> {
    PERIODS
        .iter()
        .filter_map(|(word, period)| before.rfind(word).map(|at| (at + word.len(), *period)))
        .max_by_key(|(end, _)| *end)
        .map(|(_, period)| period)
}

/// `/月`, `/季度`, `/年`.
fn period_named(text: &str) -> Option<Period> {
    match text.trim_start().chars().next()? {
        '年' => Some(Period::Year),
        '季' => Some(Period::Quarter),
        '月' => Some(Period::Month),
        '周' => Some(Period::Week),
        '天' | '日' => Some(Period::Day),
        _ => None,
    }
}

/// Units as spelled, as compared, and how many of the latter one of the former is. Longest first
/// where one begins another.
const UNITS: &[(&str, &str, u32)] = &[
    ("%", "%", 1),
    ("％", "%", 1),
    ("﹪", "%", 1),
    ("百分比", "%", 1),
    ("个百分点", "百分点", 1),
    ("百分点", "百分点", 1),
    ("‰", "‰", 1),
    ("人次", "人次", 1),
    ("人", "人", 1),
    ("户次", "户次", 1),
    ("户", "户", 1),
    ("场次", "场次", 1),
    ("场", "场", 1),
    ("批次", "批次", 1),
    ("批", "批", 1),
    ("件次", "件次", 1),
    ("件", "件", 1),
    ("辆次", "辆次", 1),
    ("辆", "辆", 1),
    ("次", "次", 1),
    ("份", "份", 1),
    ("笔", "笔", 1),
    ("家", "家", 1),
    ("个工作日", "工作日", 1),
    ("工作日", "工作日", 1),
    ("个月", "个月", 1),
    ("个", "个", 1),
    ("项", "项", 1),
    ("名", "名", 1),
    ("起", "起", 1),
    ("篇", "篇", 1),
    ("条", "条", 1),
    ("台", "台", 1),
    ("套", "套", 1),
    ("期", "期", 1),
    ("册", "册", 1),
    ("本", "本", 1),
    ("张", "张", 1),
    ("座", "座", 1),
    ("所", "所", 1),
    ("处", "处", 1),
    ("宗", "宗", 1),
    ("例", "例", 1),
    ("亩", "亩", 1),
    ("元", "元", 1),
    ("平方公里", "平方米", 1_000_000),
    ("平方千米", "平方米", 1_000_000),
    ("公顷", "平方米", 10_000),
    ("平方米", "平方米", 1),
    ("㎡", "平方米", 1),
    ("公里", "米", 1_000),
    ("千米", "米", 1_000),
    ("km", "米", 1_000),
    ("米", "米", 1),
    ("吨", "千克", 1_000),
    ("千克", "千克", 1),
    ("公斤", "千克", 1),
    ("kg", "千克", 1),
    ("小时", "分钟", 60),
    ("分钟", "分钟", 1),
    ("天", "天", 1),
    ("分", "分", 1),
    ("℃", "℃", 1),
    ("kWh", "千瓦时", 1),
    ("千瓦时", "千瓦时", 1),
    ("GB", "GB", 1),
    ("TB", "TB", 1),
];

/// The known unit a text begins with.
fn unit_of(text: &str) -> Option<(&'static str, u32)> {
    UNITS
        .iter()
        .filter(|(spelled, _, _)| text.starts_with(spelled))
        .max_by_key(|(spelled, _, _)| spelled.len())
        .map(|(_, unit, factor)| (*unit, *factor))
}

fn ends_unit(c: char) -> bool {
    c.is_whitespace() || "，。；、,;:：（）()/／！!“”\"'".contains(c)
}

/// Years, months and days are no quantities: `2020年`, `12月31日`, `1号`.
fn is_date(number: Number, behind: &str) -> bool {
    let behind = behind.trim_start();
    let whole = number.decimals() == 0;
    let within = |low: u32, high: u32| number >= Number::from(low) && number <= Number::from(high);
    let year = behind.starts_with('年') && whole && within(1900, 2199);
    let month = behind.starts_with('月') && whole && within(1, 12);
    let day = (behind.starts_with('日') || behind.starts_with('号')) && whole && within(1, 31);
    year || month || day
}

fn count_numbers(text: &str) -> usize {
    let mut inside = false;
    text.chars()
        .filter(|&c| {
            let digit = fold(c).is_ascii_digit();
            let begins = digit && !inside;
            inside = digit;
            begins
        })
        .count()
}

fn has_cjk(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

fn leading_blanks(text: &str) -> usize {
    text.chars().take_while(|c| c.is_whitespace()).count()
}

fn strip_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// Strips a word that may be typed full-width.
fn strip_folded<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in word.chars() {
        if rest.next().map(fold) != Some(wanted) {
            return None;
        }
    }
    Some(rest.as_str())
}

fn shifted(e: FigureError, text: &str, rest: &str) -> FigureError {
    FigureError {
        text: text.to_owned(),
        at: e.at + text[..text.len() - rest.len()].chars().count(),
        problem: e.problem,
    }
}
