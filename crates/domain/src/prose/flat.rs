//! A text without its blanks, which stand anywhere in what is copied from a PDF.

pub(super) struct Flat {
    pub text: String,
    /// Where blanks were, in order.
    pub gaps: Vec<Gap>,
}

/// Where blanks were. Two digits parted by them may be two numbers or one.
pub(super) struct Gap {
    /// What stands behind it.
    pub at: usize,
    pub end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Nothing,
    /// A line, which may end a list or may only be full.
    Line,
    Paragraph,
}

impl Flat {
    pub fn new(text: &str) -> Self {
        let mut flat = Flat {
            text: String::with_capacity(text.len()),
            gaps: Vec::new(),
        };
        let (mut blank, mut breaks) = (false, 0);
        for c in text.chars() {
            if c.is_whitespace() {
                blank = true;
                breaks += u32::from(c == '\n');
                continue;
            }
            if blank {
                let end = match breaks {
                    0 => End::Nothing,
                    1 if flat.goes_on_with(c) => End::Nothing,
                    1 => End::Line,
                    _ => End::Paragraph,
                };
                let at = flat.text.len();
                flat.gaps.push(Gap { at, end });
                (blank, breaks) = (false, 0);
            }
            flat.text.push(c);
        }
        flat
    }

    /// Whether a line break before `c` is plainly inside a sentence.
    fn goes_on_with(&self, c: char) -> bool {
        let before = self.text.chars().next_back();
        "，、。；：,;:）)%％".contains(c)
            || before.is_some_and(|b| is_digit(b) || "，、：,:（(".contains(b))
    }

    fn gaps_from(&self, at: usize) -> &[Gap] {
        &self.gaps[self.gaps.partition_point(|gap| gap.at < at)..]
    }

    fn gap_at(&self, at: usize) -> bool {
        self.gaps_from(at).first().is_some_and(|gap| gap.at == at)
    }

    /// Whether a line ended anywhere from `from` to `to`.
    pub fn line_within(&self, from: usize, to: usize) -> bool {
        let mut gaps = self.gaps_from(from).iter().take_while(|gap| gap.at <= to);
        gaps.any(|gap| gap.end == End::Line)
    }

    pub fn next(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The end of the number that begins at `at`, and whether it is one beyond doubt. `29，339` and
    /// `29, 339` are taken whole, so that 339 is not taken for a number of its own.
    pub fn number_end(&self, at: usize) -> (usize, bool) {
        let (mut end, mut clear) = (at, true);
        let mut full_width = false;
        while let Some(c) = self.next(end) {
            let next = end + c.len_utf8();
            if is_digit(c) {
                clear &= end == at || !self.gap_at(end);
                full_width = !c.is_ascii();
            } else {
                let Some(digit) = self.next(next).filter(|c| is_digit(*c)) else {
                    break;
                };
                match c {
                    ',' | '.' | '．' => clear &= !self.gap_at(end) && !self.gap_at(next),
                    // Who types full-width digits types the separator so, too.
                    '，' if !self.gap_at(next) => clear &= full_width && !digit.is_ascii(),
                    _ => break,
                }
            }
            end = next;
        }
        (end, clear)
    }
}

pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}
