//! Number formats: how a cell shows its number.

use super::date::{Moment, moment};
use super::digits::{Decimal, general, scientific};

/// Sections of a format, and pieces of a section.
const MOST: usize = 256;

/// A number format: one to four sections, by sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Format {
    sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Section {
    pieces: Vec<Piece>,
    is_date: bool,
    percent: i32,
    thousands: bool,
    /// By how many thousands it is divided.
    scaled: i32,
    /// The number is as long as it is: `General`.
    general: bool,
    /// With a power of ten, or as a fraction.
    exponent: bool,
    fraction: bool,
    twelve: bool,
    condition: Option<(String, f64)>,
}

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Literal(String),
    /// 0, # or ? before the point.
    Whole(char),
    Point,
    /// 0, # or ? behind the point.
    Rest(char),
    /// yyyy, m, [h] and so on, in lower case.
    Date(String),
    General,
}

impl Format {
    /// Reads a format; what it does not know, it shows as general.
    pub fn parse(code: &str) -> Self {
        let sections = split(code)
            .into_iter()
            .take(4)
            .map(|it| section(&it))
            .collect();
        Format { sections }
    }

    /// A number as the cell shows it.
    pub fn show(&self, value: f64, from_1904: bool) -> String {
        let Some(decimal) = Decimal::of(value) else {
            return String::new();
        };
        let conditional = self.sections.iter().any(|it| it.condition.is_some());
        let number = self.sections.len().min(3);
        let (index, signed) = if conditional {
            let fits = |section: &Section| {
                section
                    .condition
                    .as_ref()
                    .is_none_or(|(sign, bound)| compare(value, sign, *bound))
            };
            (self.sections.iter().position(fits).unwrap_or(0), true)
        } else if decimal.is_zero() {
            (if number == 3 { 2 } else { 0 }, true)
        } else if decimal.negative && number >= 2 {
            (1, false)
        } else {
            (0, true)
        };
        match self.sections.get(index) {
            Some(section) => section.show(value, decimal, signed, from_1904),
            None => general(value),
        }
    }
}

fn compare(value: f64, sign: &str, bound: f64) -> bool {
    match sign {
        ">" => value > bound,
        ">=" => value >= bound,
        "<" => value < bound,
        "<=" => value <= bound,
        "<>" => value != bound,
        _ => value == bound,
    }
}

/// The sections, as characters with whether they stand for themselves.
fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut characters = code.chars();
    let (mut quoted, mut bracketed) = (false, false);
    while let Some(c) = characters.next() {
        if c == ';' && !quoted && !bracketed {
            sections.push(String::new());
            continue;
        }
        let last = sections.last_mut();
        let Some(last) = last else { break };
        last.push(c);
        match c {
            '"' => quoted = !quoted,
            '[' if !quoted => bracketed = true,
            ']' if !quoted => bracketed = false,
            '\\' | '!' | '_' | '*' if !quoted => last.extend(characters.next()),
            _ => {}
        }
    }
    sections
}

fn section(code: &str) -> Section {
    let mut section = Section::default();
    let mut literal = String::new();
    let mut rest = code;
    let mut after_point = false;
    let mut commas = 0;
    while let Some(c) = rest.chars().next() {
        if section.pieces.len() > MOST {
            break;
        }
        let mut next = rest.get(c.len_utf8()..).unwrap_or_default();
        let lower = rest.to_ascii_lowercase();
        if let Some(word) = ["general", "g/通用格式"]
            .iter()
            .find(|it| lower.starts_with(**it))
        {
            push_literal(&mut section, &mut literal);
            section.general = true;
            section.pieces.push(Piece::General);
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        if let Some(mark) = ["am/pm", "a/p", "上午/下午"]
            .iter()
            .find(|it| lower.starts_with(**it))
        {
            push_literal(&mut section, &mut literal);
            section.pieces.push(Piece::Date((*mark).to_owned()));
            (section.is_date, section.twelve) = (true, true);
            rest = rest.get(mark.len()..).unwrap_or_default();
            continue;
        }
        match c {
            '"' => {
                let (text, after) = next.split_once('"').unwrap_or((next, ""));
                literal.push_str(text);
                next = after;
            }
            '\\' | '!' => {
                literal.extend(next.chars().next());
                next = skip(next);
            }
            // As wide as the character behind it; filled with it.
            '_' | '*' => next = skip(next),
            '[' => {
                let (text, after) = next.split_once(']').unwrap_or((next, ""));
                bracket(text, &mut section, &mut literal);
                next = after;
            }
            '0' | '#' | '?' => {
                push_literal(&mut section, &mut literal);
                section.thousands |= commas > 0 && !after_point;
                commas = 0;
                section.pieces.push(if after_point {
                    Piece::Rest(c)
                } else {
                    Piece::Whole(c)
                });
            }
            ',' if section
                .pieces
                .iter()
                .any(|it| matches!(it, Piece::Whole(_)))
                && literal.is_empty() =>
            {
                commas += 1
            }
            '.' if section.pieces.iter().any(|it| matches!(it, Piece::Date(_))) => {
                // Parts of a second.
                let zeros = next.chars().take_while(|it| *it == '0').count();
                if zeros > 0 {
                    section
                        .pieces
                        .push(Piece::Date(".".to_owned() + &"0".repeat(zeros.min(3))));
                    next = next.get(zeros..).unwrap_or_default();
                } else {
                    literal.push('.');
                }
            }
            '.' if !after_point => {
                push_literal(&mut section, &mut literal);
                after_point = true;
                section.pieces.push(Piece::Point);
            }
            '%' => {
                section.percent += 1;
                literal.push('%');
            }
            'E' | 'e' if next.starts_with(['+', '-']) => {
                section.exponent = true;
                next = next.trim_start_matches(['+', '-', '0', '#']);
            }
            '/' if section
                .pieces
                .iter()
                .any(|it| matches!(it, Piece::Whole(_))) =>
            {
                section.fraction = true
            }
            '@' => {
                section.general = true;
                section.pieces.push(Piece::General);
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'a' | 'A' | 'e' | 'E'
            | 'b' | 'B' | 'g' | 'G' => {
                push_literal(&mut section, &mut literal);
                let count = rest
                    .chars()
                    .take_while(|it| it.eq_ignore_ascii_case(&c))
                    .count();
                let word = lower.get(..count).unwrap_or_default().to_owned();
                section.is_date = true;
                section.pieces.push(Piece::Date(word));
                next = rest.get(count..).unwrap_or_default();
            }
            other => literal.push(other),
        }
        rest = next;
    }
    push_literal(&mut section, &mut literal);
    section.scaled = commas;
    section
}

fn push_literal(section: &mut Section, literal: &mut String) {
    if !literal.is_empty() {
        section.pieces.push(Piece::Literal(std::mem::take(literal)));
    }
}

fn skip(text: &str) -> &str {
    let mut rest = text.chars();
    rest.next();
    rest.as_str()
}

/// A color, a condition, a currency, or hours that go beyond 24.
fn bracket(text: &str, section: &mut Section, literal: &mut String) {
    let lower = text.to_ascii_lowercase();
    if let Some(currency) = text.strip_prefix('$') {
        literal.push_str(currency.split('-').next().unwrap_or_default());
    } else if !lower.is_empty()
        && ['h', 'm', 's']
            .iter()
            .any(|it| lower.chars().all(|c| c == *it))
    {
        push_literal(section, literal);
        section.is_date = true;
        section.pieces.push(Piece::Date(format!("[{lower}]")));
    } else if let Some(at) = text.find(|c: char| c.is_ascii_digit() || c == '-' || c == '.')
        && text.starts_with(['<', '>', '='])
        && let (Some(sign), Some(bound)) = (text.get(..at), text.get(at..))
        && let Ok(bound) = bound.parse()
    {
        section.condition = Some((sign.to_owned(), bound));
    }
}

impl Section {
    fn show(&self, value: f64, mut decimal: Decimal, signed: bool, from_1904: bool) -> String {
        if self.is_date {
            return match moment(value, from_1904) {
                Some(moment) => self.date(moment),
                None => general(value),
            };
        }
        let digits = |it: &Piece| matches!(it, Piece::Whole(_) | Piece::Rest(_));
        let has_digits = self.pieces.iter().any(digits);
        if self.exponent {
            let places = self
                .pieces
                .iter()
                .filter(|it| matches!(it, Piece::Rest(_)))
                .count();
            return scientific(value, places);
        }
        if self.fraction {
            return general(value);
        }
        decimal.shift(2 * self.percent - 3 * self.scaled);
        let places = self
            .pieces
            .iter()
            .filter(|it| matches!(it, Piece::Rest(_)))
            .count();
        if has_digits {
            decimal.round(places);
        }
        let sign = if signed && decimal.negative && (has_digits || self.general) {
            "-"
        } else {
            ""
        };
        let text = match has_digits {
            true => self.number(&decimal),
            false => self.without_digits(value.abs()),
        };
        format!("{sign}{}", text.trim())
    }

    fn without_digits(&self, value: f64) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::General => general(value),
            _ => String::new(),
        });
        pieces.collect()
    }

    /// The digits put into their places: from the right before the point, the first place taking all that is left.
    fn number(&self, decimal: &Decimal) -> String {
        let (whole, rest) = decimal.parts();
        let point = self
            .pieces
            .iter()
            .position(|it| matches!(it, Piece::Point))
            .unwrap_or(self.pieces.len());
        let (before, after) = self.pieces.split_at(point);
        let first = before.iter().position(|it| matches!(it, Piece::Whole(_)));
        let mut digits: Vec<char> = whole.chars().collect();
        let mut text: Vec<String> = Vec::new();
        let mut count = 0;
        let put = |digit: char, text: &mut Vec<String>, count: &mut usize| {
            if self.thousands && *count > 0 && count.is_multiple_of(3) {
                text.push(",".to_owned());
            }
            text.push(digit.to_string());
            *count += 1;
        };
        for (at, piece) in before.iter().enumerate().rev() {
            match piece {
                Piece::Whole(place) => {
                    match digits.pop() {
                        Some(digit) => put(digit, &mut text, &mut count),
                        None if *place == '0' => put('0', &mut text, &mut count),
                        None => {}
                    }
                    while first == Some(at)
                        && let Some(digit) = digits.pop()
                    {
                        put(digit, &mut text, &mut count);
                    }
                }
                Piece::Literal(literal) => text.push(literal.clone()),
                _ => {}
            }
        }
        // .5 in a format without a place before the point.
        if first.is_none() {
            text.push(digits.iter().collect());
        }
        let mut shown: String = text.iter().rev().map(String::as_str).collect();
        let mut digits = rest.chars();
        let mut tail = String::new();
        for piece in after {
            match piece {
                Piece::Point => tail.push('.'),
                Piece::Rest(place) => match digits.next() {
                    Some(digit) => tail.push(digit),
                    None if *place == '0' => tail.push('0'),
                    None => {}
                },
                Piece::Literal(literal) => tail.push_str(literal),
                _ => {}
            }
        }
        shown.push_str(&tail);
        shown
    }

    fn date(&self, it: Moment) -> String {
        let mut text = String::new();
        let dates: Vec<&str> = self
            .pieces
            .iter()
            .filter_map(|piece| match piece {
                Piece::Date(word) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        let mut number = 0_usize;
        for piece in &self.pieces {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Date(word) => {
                    // m is a minute behind an hour and before a second.
                    let before = number.checked_sub(1).and_then(|at| dates.get(at));
                    let minute = before.is_some_and(|it| it.contains('h'))
                        || dates.get(number + 1).is_some_and(|it| it.contains('s'));
                    text.push_str(&part(word, it, minute, self.twelve));
                    number += 1;
                }
                _ => {}
            }
        }
        text.trim().to_owned()
    }
}

/// One part of a date.
fn part(word: &str, it: Moment, minute: bool, twelve: bool) -> String {
    let months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = || {
        months
            .get(it.month as usize - 1)
            .copied()
            .unwrap_or_default()
    };
    let days = ["日", "一", "二", "三", "四", "五", "六"];
    let names = [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];
    let day =
        |names: [&'static str; 7]| names.get(it.weekday as usize).copied().unwrap_or_default();
    let hour = if twelve {
        (it.hour + 11) % 12 + 1
    } else {
        it.hour
    };
    match word {
        "yy" | "y" => format!("{:02}", it.year % 100),
        "m" if minute => it.minute.to_string(),
        "mm" if minute => format!("{:02}", it.minute),
        "m" => it.month.to_string(),
        "mm" => format!("{:02}", it.month),
        "mmm" => month().chars().take(3).collect(),
        "mmmm" => month().to_owned(),
        "d" => it.day.to_string(),
        "dd" => format!("{:02}", it.day),
        "ddd" => day(names).chars().take(3).collect(),
        "dddd" => day(names).to_owned(),
        "aaa" => day(days).to_owned(),
        "aaaa" => format!("星期{}", day(days)),
        "h" => hour.to_string(),
        "hh" => format!("{hour:02}"),
        "s" => it.second.to_string(),
        "ss" => format!("{:02}", it.second),
        "am/pm" => if it.hour < 12 { "AM" } else { "PM" }.to_owned(),
        "a/p" => if it.hour < 12 { "A" } else { "P" }.to_owned(),
        "上午/下午" => if it.hour < 12 { "上午" } else { "下午" }.to_owned(),
        _ if word.starts_with("[h") => it.hours.to_string(),
        _ if word.starts_with("[m") => (it.hours * 60 + i64::from(it.minute)).to_string(),
        _ if word.starts_with("[s") => {
            ((it.hours * 60 + i64::from(it.minute)) * 60 + i64::from(it.second)).to_string()
        }
        _ if word.starts_with('.') => {
            let digits = format!("{:03}", it.milli);
            format!(".{}", digits.get(..word.len() - 1).unwrap_or(&digits))
        }
        _ if word.starts_with('y') || word.starts_with('e') => it.year.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
