//! The text of HTML, as it is shown.

use crate::tokens::split_at;

/// The text of a cell, white space as HTML shows it. What is styled as hidden is part of it: so
/// Excel writes the end of a text that is longer than its cell is wide.
#[derive(Default)]
pub struct Text {
    /// What is shown so far.
    pub text: String,
    /// Line ends before the next character.
    pub breaks: usize,
    /// Space before the next character, where no line ends there.
    pub gap: Gap,
}

/// Space between two characters. The greater one decides.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// There is none.
    #[default]
    None,
    /// A blank.
    Space,
    /// The source's line ended.
    Wrapped,
    /// A cell of a table within the cell ended.
    Apart,
}

impl Text {
    /// Adds text as it is in the source.
    pub fn source(&mut self, mut source: &str) {
        while let Some((before, after)) = source.split_once('&') {
            before.chars().for_each(|c| self.push(c));
            let (c, after) = entity(after).unwrap_or(('&', after));
            self.push(c);
            source = after;
        }
        source.chars().for_each(|c| self.push(c));
    }

    /// Adds a character of the source: white space of it is at most one blank.
    pub fn push(&mut self, c: char) {
        match c {
            '\n' | '\r' => self.gap = self.gap.max(Gap::Wrapped),
            ' ' | '\t' | '\u{c}' => self.gap = self.gap.max(Gap::Space),
            '\u{a0}' => self.show(' '),
            c => self.show(c),
        }
    }

    /// Adds a character as it is shown, after what stands before it.
    pub fn show(&mut self, c: char) {
        if self.breaks > 0 {
            let line_end = self.text.trim_end_matches(' ').len();
            self.text.truncate(line_end);
            if !self.text.is_empty() {
                self.text.extend(std::iter::repeat_n('\n', self.breaks));
            }
        } else if let Some(before) = self.text.chars().next_back() {
            let spaced = match self.gap {
                Gap::None => false,
                // Word wraps its source between any two characters that need no space.
                Gap::Wrapped => !runs_on(before, c),
                Gap::Space | Gap::Apart => true,
            };
            if spaced {
                self.text.push(' ');
            }
        }
        self.breaks = 0;
        self.gap = Gap::None;
        self.text.push(c);
    }

    /// The text, without blanks around it.
    pub fn into_string(self) -> String {
        self.text.trim().to_owned()
    }
}

/// Whether two characters stand next to each other without a space in Chinese or Japanese.
fn runs_on(before: char, after: char) -> bool {
    // Marks that Chinese shares with languages that have spaces: they take after their neighbour.
    let shared = |c| matches!(c, '‘' | '’' | '“' | '”' | '—' | '…' | '·');
    (wide(before) && (wide(after) || shared(after))) || (shared(before) && wide(after))
}

fn wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The character that a reference stands for, and what follows; the `&` is read already.
fn entity(source: &str) -> Option<(char, &str)> {
    let Some(number) = source.strip_prefix('#') else {
        let (name, after) = split_at(source, |c| !c.is_ascii_alphanumeric());
        let (_, c) = ENTITIES.iter().find(|(known, _)| *known == name)?;
        return match after.strip_prefix(';') {
            Some(after) => Some((*c, after)),
            // Only the oldest names go without.
            None => matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp").then_some((*c, after)),
        };
    };
    let (radix, number) = match number.strip_prefix(['x', 'X']) {
        Some(number) => (16, number),
        None => (10, number),
    };
    let (digits, after) = split_at(number, |c| !c.is_digit(radix));
    if digits.is_empty() {
        return None;
    }
    let c = match u32::from_str_radix(digits, radix) {
        // HTML has these be what they are in Windows: old programs write them so.
        Ok(code @ 0x80..=0x9f) => WINDOWS.chars().nth(code as usize - 0x80),
        Ok(0) | Err(_) => None,
        Ok(code) => char::from_u32(code),
    };
    let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((c, after.strip_prefix(';').unwrap_or(after)))
}

/// The characters 128 to 159 of Windows-1252.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The names that office programs and Chinese web editors write.
const ENTITIES: [(&str, char); 48] = [
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", '\u{a0}'),
    ("emsp", '\u{a0}'),
    ("thinsp", '\u{a0}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("permil", '‰'),
    ("deg", '°'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("micro", 'µ'),
    ("radic", '√'),
    ("infin", '∞'),
    ("sum", '∑'),
    ("yen", '¥'),
    ("euro", '€'),
    ("pound", '£'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
];
