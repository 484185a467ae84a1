//! Text whose characters all know their place.

use super::page::Area;

/// A character and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Char {
    /// The character.
    pub c: char,
    /// Where it stands.
    pub area: Area,
    /// The page, counted from 1.
    pub page: usize,
}

/// A text whose characters all know their place.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// In reading order.
    pub chars: Vec<Char>,
}

impl Text {
    /// Without places.
    pub fn string(&self) -> String {
        self.chars.iter().map(|char| char.c).collect()
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// Whether it is nothing but an amount, a code or a percentage.
    pub fn is_figure(&self) -> bool {
        let marks = |c: char| matches!(c, '.' | ',' | '-' | '%' | '－' | '—');
        let mut all = self.chars.iter().map(|char| char.c);
        all.clone().any(|c| c.is_ascii_digit()) && all.all(|c| c.is_ascii_digit() || marks(c))
    }

    /// Its last character.
    pub fn last(&self) -> Option<char> {
        self.chars.last().map(|char| char.c)
    }

    /// Appends the next printed line: joined without a blank in Chinese and inside a number, with one between
    /// words of letters, with a line break between two whole amounts.
    pub fn append_line(&mut self, line: &Text) {
        if let (Some(before), Some(after)) =
            (self.chars.last().copied(), line.chars.first().copied())
        {
            let between = if before.c.is_ascii_alphabetic() && after.c.is_ascii_alphabetic() {
                Some(' ')
            } else if self.ends_with_whole_amount() && line.starts_with_amount() {
                Some('\n')
            } else {
                None
            };
            if let Some(c) = between {
                self.chars.push(Char {
                    c,
                    area: Area {
                        x0: before.area.x1,
                        ..before.area
                    },
                    page: before.page,
                });
            }
        }
        self.chars.extend_from_slice(&line.chars);
    }

    /// Begins a new line that stays one.
    pub fn break_line(&mut self) {
        if let Some(before) = self.chars.last().copied() {
            self.chars.push(Char {
                c: '\n',
                area: Area {
                    x0: before.area.x1,
                    ..before.area
                },
                page: before.page,
            });
        }
    }

    /// `…12.34`: an amount with two decimals needs nothing more.
    fn ends_with_whole_amount(&self) -> bool {
        let mut back = self.chars.iter().rev().map(|char| char.c);
        matches!((back.next(), back.next(), back.next(), back.next()),
            (Some(a), Some(b), Some('.'), Some(d)) if a.is_ascii_digit() && b.is_ascii_digit() && d.is_ascii_digit())
    }

    fn starts_with_amount(&self) -> bool {
        let digits = self
            .chars
            .iter()
            .take_while(|char| char.c.is_ascii_digit() || matches!(char.c, ',' | '-'))
            .count();
        digits > 0 && self.chars.get(digits).is_some_and(|char| char.c == '.')
    }
}
