//! The characters of a text as they are compared: blanks and breaks left out, one shape for each sign.

use std::ops::Range;

/// A text with its blanks and line breaks left out, and full-width letters, digits and signs brought to one
/// shape, each character with where it stands in the text as it was.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Plain {
    /// What is compared.
    pub chars: Vec<char>,
    /// Of each character, where it begins in the text, in bytes.
    at: Vec<usize>,
    /// Of each character, where it ends.
    ends: Vec<usize>,
}

impl Plain {
    /// A text as it is compared.
    pub fn of(text: &str) -> Self {
        let mut plain = Plain::default();
        for (at, c) in text.char_indices() {
            if is_blank(c) {
                continue;
            }
            plain.chars.push(one_shape(c));
            plain.at.push(at);
            plain.ends.push(at + c.len_utf8());
        }
        plain.mend_signs();
        plain
    }

    /// Where these characters stand in the text as it was, in bytes.
    pub fn range(&self, of: Range<usize>) -> Range<usize> {
        let start = self.at.get(of.start).or(self.ends.last()).copied();
        let end = match of.end.checked_sub(1) {
            Some(last) if of.end > of.start => self.ends.get(last).or(self.ends.last()).copied(),
            _ => start,
        };
        let start = start.unwrap_or(0);
        start..end.unwrap_or(start).max(start)
    }

    /// These characters as a text.
    pub fn slice(&self, of: Range<usize>) -> String {
        self.chars
            .get(of.start..of.end.min(self.chars.len()))
            .unwrap_or(&[])
            .iter()
            .collect()
    }

    /// All of them as a text.
    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    /// Whether these words occur in it.
    pub fn has(&self, words: &str) -> bool {
        self.find(words, 0).is_some()
    }

    /// Where these words occur first, from here.
    pub fn find(&self, words: &str, from: usize) -> Option<usize> {
        let wanted: Vec<char> = words.chars().collect();
        if wanted.is_empty() || from > self.chars.len() {
            return None;
        }
        self.chars
            .get(from..)?
            .windows(wanted.len())
            .position(|window| window == wanted)
            .map(|at| at + from)
    }

    /// A comma, a point and a colon are half-width between digits only: elsewhere they part words.
    fn mend_signs(&mut self) {
        let count = self.chars.len();
        for at in 0..count {
            let digit = |at: Option<usize>| {
                at.and_then(|at| self.chars.get(at))
                    .is_some_and(char::is_ascii_digit)
            };
            let between = digit(at.checked_sub(1)) && digit(Some(at + 1));
            let shape = match self.chars[at] {
                ',' if !between => '，',
                '．' if between => '.',
                ':' if !between => '：',
                other => other,
            };
            self.chars[at] = shape;
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{2060}'
        )
}

fn one_shape(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        '(' => '（',
        ')' => '）',
        '[' | '［' | '【' => '〔',
        ']' | '］' | '】' => '〕',
        '%' | '％' | '﹪' => '%',
        '，' | ',' | '﹐' => ',',
        '：' | ':' | '∶' | '﹕' => ':',
        ';' => '；',
        '?' => '？',
        '!' => '！',
        '╳' | '✕' | '✖' | 'Ⅹ' => '×',
        '＿' => '_',
        '＊' => '*',
        '／' => '/',
        '～' | '∼' => '~',
        '－' | '−' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn each_sign_has_one_shape() {
        for (text, plain) in [
            ("2 0 2 4 年度", "2024年度"),
            ("增加(减少) 0 万元", "增加（减少）0万元"),
            ("１，５５２．６３　万元", "1,552.63万元"),
            ("占,5 %", "占，5%"),
            ("其中:\n人员经费", "其中：人员经费"),
            ("苏财预[2019]7号", "苏财预〔2019〕7号"),
            ("ＸＸ局", "XX局"),
            ("", ""),
        ] {
            assert_eq!(Plain::of(text).text(), plain, "{text}");
        }
    }

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "增 加（减\n少）0";
        let plain = Plain::of(text);
        assert_eq!(&text[plain.range(0..6)], "增 加（减\n少）");
        assert_eq!(plain.range(6..7), text.len() - 1..text.len());
        assert_eq!(plain.range(7..9), text.len()..text.len());
        assert_eq!(Plain::of("").range(0..1), 0..0);
    }
}
