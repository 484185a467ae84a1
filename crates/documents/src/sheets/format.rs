//! Number formats: how a cell shows its number.

use super::date::{Moment, moment};
use super::digits::{Decimal, general, scientific};
use super::format_code::{Piece, Section, sections};

/// A number format: one to four sections, by sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Format {
    sections: Vec<Section>,
}

impl Format {
    /// Reads a format; what it does not know, it shows as general.
    pub fn parse(code: &str) -> Self {
        Format {
            sections: sections(code),
        }
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
