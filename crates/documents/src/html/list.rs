//! The numbers that a browser prints before the items of a list.

use crate::roman::roman;

/// A list that is open.
pub(super) struct List {
    /// It has numbers.
    pub ordered: bool,
    /// The kind of its numbers, as HTML or CSS names it.
    pub kind: String,
    /// The number of the next item.
    pub next: i64,
}

impl List {
    /// What is printed before the next item; nothing before those of a list without numbers.
    pub fn number(&mut self, value: Option<i64>) -> String {
        let number = value.unwrap_or(self.next);
        self.next = number.saturating_add(1);
        if !self.ordered || self.kind == "none" {
            return String::new();
        }
        let letters = |first: u8| match u8::try_from(number) {
            Ok(it @ 1..=26) => char::from(first + it - 1).to_string(),
            _ => number.to_string(),
        };
        match self.kind.as_str() {
            "a" | "lower-alpha" | "lower-latin" => letters(b'a') + ".",
            "A" | "upper-alpha" | "upper-latin" => letters(b'A') + ".",
            "i" | "lower-roman" => printed(roman(number), number).to_ascii_lowercase() + ".",
            "I" | "upper-roman" => printed(roman(number), number) + ".",
            "cjk-ideographic"
            | "simp-chinese-informal"
            | "trad-chinese-informal"
            | "cjk-decimal" => chinese(number) + "、",
            "disc" | "circle" | "square" => String::new(),
            _ => format!("{number}."),
        }
    }
}

/// Where there is no such number, digits.
fn printed(text: Option<String>, number: i64) -> String {
    text.unwrap_or_else(|| number.to_string())
}

/// 一 to 九十九, as sections are numbered.
fn chinese(number: i64) -> String {
    let digit = |it: i64| {
        usize::try_from(it)
            .ok()
            .and_then(|it| "〇一二三四五六七八九".chars().nth(it))
    };
    let (tens, ones) = (number / 10, number % 10);
    if !(1..=99).contains(&number) {
        return number.to_string();
    }
    let mut text = String::new();
    if tens > 1 {
        text.extend(digit(tens));
    }
    if tens > 0 {
        text.push('十');
    }
    if ones > 0 {
        text.extend(digit(ones));
    }
    text
}
