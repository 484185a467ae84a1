//! A text with blanks closed up and full-width signs folded, which still knows where each character stood.

use std::ops::Range;

/// A text as it is read: no blanks, half-width digits, signs and brackets.
#[derive(Debug, Clone, Default)]
pub(crate) struct Flat {
    pub text: String,
    /// Of each byte of `text`: where its character began, and where it ended.
    origins: Vec<(usize, usize)>,
}

impl Flat {
    /// Closes up the blanks of a text. A blank between two numbers is kept, so that they stay two.
    pub fn of(text: &str) -> Self {
        let spaced = spaced_out(text);
        let mut flat = Flat::default();
        let mut gap = false;
        for (start, c) in text.char_indices() {
            if c.is_whitespace() || c == '\u{3000}' || c == '\u{200b}' || c == '\u{feff}' {
                gap = true;
                continue;
            }
            let c = folded(c);
            if gap && !spaced && splits(&flat.text, c) {
                flat.push(' ', start, start);
            }
            gap = false;
            flat.push(
                c,
                start,
                start + text[start..].chars().next().map_or(1, char::len_utf8),
            );
        }
        flat
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.origins.push((start, end));
        }
    }

    /// Where these bytes stood in the text that was read.
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let start = self.origins.get(range.start).map_or(0, |origin| origin.0);
        let last = range.end.checked_sub(1).and_then(|at| self.origins.get(at));
        start..last.map_or(start, |origin| origin.1).max(start)
    }
}

/// Whether a blank before `next` parts two numbers: `1234.50 12` are two, `1, 537.4` is one.
fn splits(before: &str, next: char) -> bool {
    next.is_ascii_digit() && before.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the text has blanks between nearly all of its characters, as some converters write it.
fn spaced_out(text: &str) -> bool {
    let (mut characters, mut gaps, mut last_blank) = (0usize, 0usize, true);
    for c in text.chars() {
        let blank = c.is_whitespace();
        if blank && !last_blank {
            gaps += 1;
        }
        characters += usize::from(!blank);
        last_blank = blank;
    }
    characters >= 8 && gaps * 10 > characters * 7
}

/// The half-width sign for a full-width one. The Chinese comma, full stop and enumeration comma stay.
pub(crate) fn folded(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '％' => '%',
        '．' => '.',
        '（' | '﹙' | '［' => '(',
        '）' | '﹚' | '］' => ')',
        '：' | '︰' => ':',
        '；' => ';',
        '－' | '−' | '–' => '-',
        '＋' => '+',
        '“' | '”' | '″' | '〝' | '〞' | '＂' => '"',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_closed_up() {
        for (text, flat) in [
            ("收、支总计 1,552.63 万元", "收、支总计1,552.63万元"),
            ("１，５５２．６３％", "1，552.63%"),
            ("1, 537.4万元", "1,537.4万元"),
            ("占 12.5 ％", "占12.5%"),
            ("2019 498.83万元", "2019 498.83万元"),
            ("支 出 总 计 1 5 5 2 . 6 3 万 元", "支出总计1552.63万元"),
        ] {
            assert_eq!(Flat::of(text).text, flat, "{text}");
        }
    }

    #[test]
    fn each_part_knows_where_it_stood() {
        let text = "占 12.5 ％。";
        let flat = Flat::of(text);
        let at = flat.text.find("12.5%").expect("it is there");
        assert_eq!(&text[flat.origin(at..at + 5)], "12.5 ％");
    }
}
