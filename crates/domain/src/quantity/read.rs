//! Reads targets and actuals as they stand in real forms: `≥85.0%`, `每月1000份`, `不超过5次`, `约600人次`.

use super::behind::Behind;
use super::binding::{Front, Unclear, front, last_characters};
use super::dates::is_date;
use super::model::{Quantity, Read, Reading, problem};
use super::period::{goes_on, period_before, span_of_year, unknown_rate};
use super::plain::plain;
use super::range::{Range, range};
use super::vocabulary::{ends_unit, known, multiple_of};
use juesuan_figure::{self as figure, FigureError, Number, Problem, bracketed, fold, no_digit};

/// Reads a target or an actual.
///
/// ```
/// use juesuan_domain::evaluation::{Reading, read};
/// let Reading::Quantity(q) = read("印刷宣传单 5 万份，及时送达") else { panic!() };
/// assert_eq!((q.number.to_string().as_str(), q.unit), ("50000", "份"));
/// assert_eq!(read("每月 1-22 日，培训 350 人次"), Reading::Words);
/// assert!(matches!(read("90%-95%"), Reading::Range(..)));
/// ```
pub fn read(text: &str) -> Reading<'_> {
    if let Some(plain) = plain(text) {
        return plain;
    }
    if text.trim().is_empty() {
        return Reading::Empty;
    }
    if let Some(error) = negative_in_brackets(text) {
        return Reading::Unreadable(error);
    }
    match bare(text).unwrap_or_else(|| in_words(text)) {
        Ok(reading) => reading,
        Err(error) => Reading::Unreadable(error),
    }
}

/// `(5)`: an accountant's negative, or a numbering; told, and read as neither.
fn negative_in_brackets(text: &str) -> Option<FigureError> {
    let inside = bracketed(text)?;
    let Some(Ok(Reading::Quantity(q))) = bare(inside) else {
        return None;
    };
    let plain = inside.trim().trim_start_matches(['-', '－', '−']);
    let told = q.bare && q.comparison.is_none();
    told.then(|| problem(text, text, Problem::Brackets(format!("-{plain}"))))
}

/// A text that begins with a number, after a sign or word of comparison at most. `None`: read it as
/// words instead.
pub(super) fn bare(text: &str) -> Option<Read<'_>> {
    let starts = text.find(|c| fold(c).is_ascii_digit() || matches!(fold(c), '+' | '-' | '.'));
    let (before, rest) = text.split_at(starts.unwrap_or(text.len()));
    if let Some(error) = letter_for_digit(text, before, rest) {
        return Some(Err(error));
    }
    let front = match before.is_empty() {
        true => Front::default(),
        false => match front(before) {
            Err(Unclear) => return Some(Ok(Reading::Words)),
            Ok(front) => front,
        },
    };
    if !front.rest.is_empty() || front.period {
        return None;
    }
    if rest.is_empty() {
        // A sign and nothing behind it is a number being typed.
        let unfinished = front.comparison.is_some();
        return unfinished.then(|| Err(problem(text, rest, Problem::Unfinished)));
    }
    let (first, tail) = match figure::leading(rest) {
        Ok(read) => read,
        Err(e) if e.problem == Problem::Separator && is_list(rest) => return None,
        Err(e) => return Some(Err(shifted(e, text, rest))),
    };
    let (number, tail) = figure::compound(first, tail).unwrap_or((first, tail));
    if tail.is_empty() {
        return Some(Behind::default().quantity(number, &front, None, text));
    }
    if let Some(found) = not_a_number(text, tail) {
        return Some(Err(found));
    }
    if let Some(range) = range(&rest[..rest.len() - tail.len()], number, tail) {
        let whole = range
            .behind
            .rest
            .trim_end_matches(['。', '；', ';', ' '])
            .is_empty();
        return whole.then(|| range.reading(&front, None, text));
    }
    let numbering = tail.starts_with(['、', ')', '）'])
        || rest[..rest.len() - tail.len()].ends_with(['.', '．']);
    if numbering || tail.chars().any(|c| fold(c).is_ascii_digit()) {
        return None;
    }
    let behind = Behind::read(tail);
    // `5G基站`, `3D打印`: a name, not a number gone wrong.
    let name = |junk: char| junk.is_ascii_alphabetic() && tail.chars().any(is_cjk);
    if let Some((rest, junk)) = behind.junk() {
        if name(junk) {
            return None;
        }
        return Some(Err(problem(text, rest, Problem::Unexpected(junk))));
    }
    if is_date(number, front.comparison, tail) || behind.is_sentence() {
        return None;
    }
    if behind.leaves_something() {
        return Some(Ok(Reading::Words));
    }
    Some(behind.quantity(number, &front, None, text))
}

/// A letter where the first digit is meant, `≥O.5`, `l00人`: right before the first digit of the text,
/// which `rest` begins with, and behind nothing but words that bind.
fn letter_for_digit(text: &str, before: &str, rest: &str) -> Option<FigureError> {
    let letter = before.chars().next_back().filter(|c| !is_cjk(*c))?;
    let start = before.len() - letter.len_utf8();
    let found = no_digit("", &text[start..]).filter(|_| !rest.is_empty())?;
    let alone = front(&before[..start]).is_ok_and(|front| front.rest.is_empty());
    alone.then(|| problem(text, &text[start..], found))
}

/// What stands right behind a number and makes it none: a letter for a digit, `1O0个`, or an exponent,
/// `1e3`.
fn not_a_number(text: &str, tail: &str) -> Option<FigureError> {
    if !tail.starts_with(|c: char| !is_cjk(c) && fold(c) != '%') {
        return None;
    }
    let whole = &text[..text.len() - tail.len()];
    let start = whole
        .char_indices()
        .rev()
        .take_while(|(_, c)| fold(*c).is_ascii_digit() || ",.".contains(fold(*c)))
        .last()
        .map_or(whole.len(), |(at, _)| at);
    let found = no_digit(&whole[start..], tail)?;
    if let Problem::LookAlike { .. } = found {
        // `2I期` may be a name: a letter is a digit where the number goes on or is at its end.
        let behind = tail.trim_start_matches(|c| no_digit("0", &String::from(c)).is_some());
        let ends = behind.trim_start();
        let goes_on = |c: char| fold(c).is_ascii_digit() || ",.%".contains(fold(c)) || ends_unit(c);
        let unit = known(ends).is_some() || multiple_of(ends).is_some();
        if !(behind.is_empty() || behind.starts_with(goes_on) || unit) {
            return None;
        }
        return Some(problem(text, tail, found));
    }
    Some(problem(text, text, found))
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

/// A number in running text, and what was read of it.
struct Token<'a> {
    /// Where it begins, with its sign, and where it ends.
    begin: usize,
    end: usize,
    /// Of several terms: `3万5千`.
    compound: Option<Number>,
    range: Option<Range<'a>>,
}

/// The one number or range in a text of words; words where there is none, or more than one.
pub(super) fn in_words(text: &str) -> Read<'_> {
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
        if let Some(length) = span_of_year(&text[start..]) {
            while chars.next_if(|(at, _)| *at < start + length).is_some() {}
            previous = '月';
            continue;
        }
        let mut end = token_end(&text[start..]) + start;
        let begin = with_sign(text, start);
        if begin.is_some()
            && let Some(error) = not_a_number(text, &text[end..])
        {
            return Err(error);
        }
        let compound = figure::leading(&text[start..end]).ok().and_then(|(n, _)| {
            let (number, rest) = figure::compound(n, &text[end..])?;
            end = text.len() - rest.len();
            Some(number)
        });
        while chars.next_if(|(at, _)| *at < end).is_some() {}
        let behind = text[end..].trim_start();
        let listed = lists(behind);
        if ordinal || previous == '第' {
            ordinal = listed;
            previous = ' ';
            continue;
        }
        let closed = behind.starts_with(['）', ')']);
        let opened = matches!(previous, '（' | '(') || at_start;
        let point = text[end..].strip_prefix(['.', '．']);
        let pointed = point.is_some_and(|rest| !rest.starts_with(['.', '．']));
        let numbering = text[end..].starts_with('、') || pointed || closed && opened;
        let repeated = previous == '含'
            && found
                .as_ref()
                .is_some_and(|token| token.same(text, start, end));
        previous = ' ';
        let Some(begin) = begin else {
            continue;
        };
        if repeated {
            continue;
        }
        if listed {
            let number = figure::number(&text[begin..end]);
            let range = number
                .ok()
                .and_then(|n| range(&text[begin..end], n, &text[end..]));
            let Some(range) = range.filter(|range| found.is_none() && range.named()) else {
                return Ok(Reading::Words);
            };
            let until = text.len() - range.behind.rest.len();
            while chars.next_if(|(at, _)| *at < until).is_some() {}
            found = Some(Token {
                begin,
                end,
                compound: None,
                range: Some(range),
            });
            continue;
        }
        // `5G基站`, `12a`: a name.
        if compound.is_none() && named_by_letters(&text[end..]) {
            while chars
                .next_if(|(_, c)| fold(*c).is_ascii_alphanumeric())
                .is_some()
            {}
            continue;
        }
        let number = compound.map_or_else(|| figure::number(&text[begin..end]), Ok);
        let date = number.as_ref().is_ok_and(|number| {
            // Only of days it matters whether a bound stands before them.
            let days = behind.starts_with('日');
            let before = last_characters(if days { &text[..begin] } else { "" }, 20);
            let comparison = front(before).map_or(None, |front| front.comparison);
            is_date(*number, comparison, behind)
        });
        // `1,2季度`
        let listed = date && found.is_some() && behind.starts_with("季度");
        if (numbering || date) && !listed {
            continue;
        }
        if found.is_some() {
            return Ok(Reading::Words);
        }
        found = Some(Token {
            begin,
            end,
            compound,
            range: None,
        });
    }
    match found {
        Some(token) => token.reading(text),
        None => Ok(Reading::Words),
    }
}

impl<'a> Token<'a> {
    /// Whether the number from `start` to `end` is this one once more: `90%以上（含90%）`.
    fn same(&self, text: &str, start: usize, end: usize) -> bool {
        let numbers = [&text[self.begin..self.end], &text[start..end]].map(figure::number);
        matches!(numbers, [Ok(a), Ok(b)] if a == b)
    }

    fn reading(self, text: &'a str) -> Read<'a> {
        let Token {
            begin,
            end,
            compound,
            range,
        } = self;
        let before = &text[..begin];
        let (Ok(front), false) = (front(before), unknown_rate(before)) else {
            return Ok(Reading::Words);
        };
        let period = period_before(before);
        if let Some(range) = range {
            return range.reading(&front, period, text);
        }
        let number = match compound {
            Some(number) => number,
            None => {
                figure::number(&text[begin..end]).map_err(|e| shifted(e, text, &text[begin..]))?
            }
        };
        let behind = Behind::read(&text[end..]);
        // What a dash joins to a number is no unit: `1-e-1` is the name of something.
        let joined = behind.unit.starts_with(|c| fold(c) == '-');
        if joined || behind.is_sentence() || behind.leaves_something() {
            return Ok(Reading::Words);
        }
        let reading = behind.quantity(number, &front, period, text)?;
        Ok(match reading {
            Reading::Quantity(quantity) => Reading::Quantity(Quantity {
                bare: false,
                ..quantity
            }),
            other => other,
        })
    }
}

/// Whether a number is part of a name of letters, `5G`, `3D`, and not before a unit of them, `5kg`.
fn named_by_letters(behind: &str) -> bool {
    behind.starts_with(|c| fold(c).is_ascii_alphabetic()) && known(behind).is_none()
}

/// Whether a range, a list or a date goes on behind a number: `-22日`, `至22日`, `、2季度`, `.20`; also
/// behind its unit: `%-95%`.
fn lists(behind: &str) -> bool {
    let digit = |text: &str| {
        text.chars()
            .next()
            .map(fold)
            .is_some_and(|c| c.is_ascii_digit())
    };
    let goes_on = |text: &str| {
        text.strip_prefix(goes_on)
            .is_some_and(|rest| digit(rest.trim_start()))
    };
    let behind_unit = || {
        let rest = multiple_of(behind).map_or(behind, |(_, rest)| rest);
        let unit = known(rest).map_or("", |(spelled, _, _)| spelled);
        let rest = rest[unit.len()..].trim_start();
        rest.len() < behind.len() && !rest.starts_with('、') && goes_on(rest)
    };
    digit(behind)
        || goes_on(behind)
        || behind.strip_prefix(['.', '．']).is_some_and(digit)
        || behind_unit()
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

/// The end of a number token in running text, where `。` is punctuation, and `，` too unless it parts
/// digits in groups of just three: digits, such groups, and a decimal point with a digit behind it.
fn token_end(text: &str) -> usize {
    let digit = |at: usize| {
        text[at..]
            .chars()
            .next()
            .is_some_and(|c| fold(c).is_ascii_digit())
    };
    let width = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
    let mut at = 0;
    let mut digits = 0;
    while digit(at) {
        at += width(at);
        digits += 1;
    }
    while digits <= 3 && text[at..].starts_with(|c| fold(c) == ',') {
        let mut next = at + width(at);
        let mut group = 0;
        while next < text.len() && digit(next) {
            next += width(next);
            group += 1;
        }
        if group != 3 {
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
