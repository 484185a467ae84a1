//! PDF as it is written: where an entry of a dictionary stands in the bytes, so that all the others stay as they
//! are.

use std::ops::Range;

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

/// A walk along bytes, token by token. Nothing is kept of what it passes, however deep it is nested.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    pub at: usize,
}

/// What a walk meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// `[` or `<<`.
    Open,
    /// `]` or `>>`.
    Close,
    Name,
    /// `(…)` or `<…>`.
    Text,
    /// A number or a keyword.
    Word,
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Tokens { bytes, at }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at.checked_add(ahead)?).copied()
    }

    /// Passes blanks and comments.
    pub fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek(0) {
            if byte == b'%' {
                while self.peek(0).is_some_and(|it| !matches!(it, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The next token, and where it stands.
    pub fn next(&mut self) -> Option<(Token, Range<usize>)> {
        self.skip_blanks();
        let from = self.at;
        let token = match (self.peek(0)?, self.peek(1)) {
            (b'<', Some(b'<')) => {
                self.at += 2;
                Token::Open
            }
            (b'>', Some(b'>')) => {
                self.at += 2;
                Token::Close
            }
            (b'[', _) => {
                self.at += 1;
                Token::Open
            }
            (b']', _) => {
                self.at += 1;
                Token::Close
            }
            (b'(', _) => {
                self.text()?;
                Token::Text
            }
            (b'<', _) => {
                while self.peek(0)? != b'>' {
                    self.at += 1;
                }
                self.at += 1;
                Token::Text
            }
            (b'/', _) => {
                self.at += 1;
                self.word();
                Token::Name
            }
            _ => {
                self.word();
                if self.at == from {
                    self.at += 1;
                }
                Token::Word
            }
        };
        Some((token, from..self.at))
    }

    fn word(&mut self) {
        while self
            .peek(0)
            .is_some_and(|it| !is_space(it) && !is_delimiter(it))
        {
            self.at += 1;
        }
    }

    /// A text in brackets, which may hold brackets.
    fn text(&mut self) -> Option<()> {
        let mut open = 0usize;
        loop {
            match self.peek(0)? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    /// A value: where it stands.
    pub fn value(&mut self) -> Option<Range<usize>> {
        let (token, mut range) = self.next()?;
        match token {
            Token::Open => {
                let mut depth = 1usize;
                while depth > 0 {
                    let (token, at) = self.next()?;
                    match token {
                        Token::Open => depth += 1,
                        Token::Close => depth -= 1,
                        _ => {}
                    }
                    range.end = at.end;
                }
            }
            Token::Word => {
                // `12 0 R` is one value.
                let back = self.at;
                let mut reference = || {
                    let (_, middle) = self.next()?;
                    let (_, last) = self.next()?;
                    let whole = self.bytes.get(range.start..range.end)?;
                    let numbers = number(whole).and(number(self.bytes.get(middle)?));
                    numbers.filter(|_| self.bytes.get(last.clone()) == Some(b"R"))?;
                    Some(last.end)
                };
                match reference() {
                    Some(end) => range.end = end,
                    None => self.at = back,
                }
            }
            Token::Close => return None,
            Token::Name | Token::Text => {}
        }
        Some(range)
    }
}

/// A whole number without a sign.
pub(super) fn number(word: &[u8]) -> Option<u64> {
    std::str::from_utf8(word).ok()?.parse().ok()
}

/// The number of the object in `12 0 R`.
pub(super) fn reference(value: &[u8]) -> Option<(u32, u16)> {
    let mut words = Tokens::new(value, 0);
    let mut word = || words.next().and_then(|(_, at)| value.get(at));
    let (object, generation) = (number(word()?)?, number(word()?)?);
    (word()? == b"R").then_some(())?;
    Some((object.try_into().ok()?, generation.try_into().ok()?))
}

/// The entries of a dictionary: each name, without its `/`, and where its value stands.
pub(super) struct Entries {
    entries: Vec<(Range<usize>, Range<usize>)>,
    /// Where its last `>>` begins.
    pub end: usize,
}

impl Entries {
    /// Of the dictionary that begins there.
    pub fn of(bytes: &[u8], at: usize) -> Option<Self> {
        let mut tokens = Tokens::new(bytes, at);
        let (first, range) = tokens.next()?;
        if first != Token::Open || bytes.get(range) != Some(b"<<") {
            return None;
        }
        let mut entries = Vec::new();
        loop {
            let (token, name) = tokens.next()?;
            match token {
                Token::Name => entries.push((name.start + 1..name.end, tokens.value()?)),
                Token::Close => {
                    return Some(Entries {
                        entries,
                        end: name.start,
                    });
                }
                // What does not belong there.
                Token::Open => {
                    tokens.at = name.start;
                    tokens.value()?;
                }
                Token::Text | Token::Word => {}
            }
        }
    }

    /// Where the value of a name stands. Names written in a roundabout way (`/An#6Eots`) are not met.
    pub fn range(&self, bytes: &[u8], name: &str) -> Option<Range<usize>> {
        self.entries
            .iter()
            // Of two of one name, readers take the last.
            .rfind(|(key, _)| bytes.get(key.clone()) == Some(name.as_bytes()))
            .map(|(_, value)| value.clone())
    }

    pub fn value<'b>(&self, bytes: &'b [u8], name: &str) -> Option<&'b [u8]> {
        bytes.get(self.range(bytes, name)?)
    }
}

/// Whether there is a text in a value.
pub(super) fn holds_text(value: &[u8]) -> bool {
    let mut tokens = Tokens::new(value, 0);
    std::iter::from_fn(|| tokens.next()).any(|(token, _)| token == Token::Text)
}

/// The bytes that `(…)` or `<…>` stands for.
pub(super) fn bytes_of(text: &[u8]) -> Option<Vec<u8>> {
    if let Some(digits) = text.strip_prefix(b"<") {
        let digits = digits.strip_suffix(b">")?;
        let digits: Vec<u8> = digits.iter().copied().filter(|it| !is_space(*it)).collect();
        let byte = |pair: &[u8]| {
            let last = pair.get(1).copied().unwrap_or(b'0');
            let pair = [*pair.first()?, last];
            u8::from_str_radix(std::str::from_utf8(&pair).ok()?, 16).ok()
        };
        return digits.chunks(2).map(byte).collect();
    }
    let inside = text.strip_prefix(b"(")?.strip_suffix(b")")?;
    let mut bytes = Vec::with_capacity(inside.len());
    let mut rest = inside.iter().copied().peekable();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'\\' => rest.next()?,
            // A line ends with one character, however it is written.
            b'\r' => {
                rest.next_if_eq(&b'\n');
                bytes.push(b'\n');
                continue;
            }
            byte => {
                bytes.push(byte);
                continue;
            }
        };
        match byte {
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'b' => bytes.push(8),
            b'f' => bytes.push(12),
            b'\r' => drop(rest.next_if_eq(&b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit) = rest.next_if(|it| (b'0'..=b'7').contains(it)) else {
                        break;
                    };
                    code = code * 8 + u32::from(digit - b'0');
                }
                bytes.push(u8::try_from(code & 0xFF).unwrap_or(0));
            }
            other => bytes.push(other),
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Entries, bytes_of, reference};

    #[test]
    fn texts() {
        for (text, expected) in [
            ("(a(b)c)", Some("a(b)c")),
            (r"(\(\)\\\n\101\7x\q)", Some("()\\\nA\u{7}xq")),
            ("(a\\\nb\r\nc)", Some("ab\nc")),
            ("<41 4>", Some("A@")),
            ("<4g>", None),
            ("/A", None),
        ] {
            let found = bytes_of(text.as_bytes());
            assert_eq!(found.as_deref(), expected.map(str::as_bytes), "{text}");
        }
    }

    #[test]
    fn entries_are_found_where_they_stand() {
        for (text, name, expected) in [
            ("<</A 1/B 2>>", "B", Some("2")),
            ("<< /A 1 0 R /B [1 [2] <</C 3>>] >>", "A", Some("1 0 R")),
            (
                "<< /A 1 0 R /B [1 [2] <</C 3>>] >>",
                "B",
                Some("[1 [2] <</C 3>>]"),
            ),
            ("<</A(/B \\) (x) )/B/C>>", "B", Some("/C")),
            ("<</A(/B \\) (x) )/B/C>>", "A", Some("(/B \\) (x) )")),
            ("<</A <2F42>/B<</B 1>>>>", "B", Some("<</B 1>>")),
            ("<</A%/B 1\n2/B 3>>", "B", Some("3")),
            ("<</A 1 2 /B 3>>", "B", Some("3")),
            ("<</A 1/B", "A", None),
            ("<</A [1 [2]>>", "A", None),
            ("[/A 1]", "A", None),
            ("<</A 1>>", "B", None),
        ] {
            let bytes = text.as_bytes();
            let found = Entries::of(bytes, 0).and_then(|it| it.value(bytes, name));
            assert_eq!(found, expected.map(str::as_bytes), "{text}");
        }
    }

    #[test]
    fn references() {
        for (text, expected) in [
            ("12 0 R", Some((12, 0))),
            ("1  2\nR", Some((1, 2))),
            ("12", None),
            ("[12 0 R]", None),
            ("99999999999 0 R", None),
        ] {
            assert_eq!(reference(text.as_bytes()), expected, "{text}");
        }
    }
}
