//! The number a text begins with.

use super::fold::fold;
use super::lookalike::look_alike;
use super::{FigureError, Number, Problem};

/// Reads the number at the start of `text` and gives back what follows it.
///
/// Takes leading blanks, a sign, digits in groups of three parted by `,`, a blank or both, and a decimal
/// point; stops at the first character that belongs to no number.
///
/// # Errors
/// As [`number`](super::number), but what follows the number is the caller's matter.
///
/// ```
/// use juesuan_figure::leading;
/// let (n, rest) = leading("１，５５２．６３万元").unwrap();
/// assert_eq!((n.to_string().as_str(), rest), ("1552.63", "万元"));
/// ```
pub fn leading(text: &str) -> Result<(Number, &str), FigureError> {
    if let Some(quick) = plain(text) {
        return Ok(quick);
    }
    Scan::new(text).number()
}

/// Digits and at most one point, ASCII, short, alone or before `%` or a Chinese character: what
/// nearly every cell holds. Anything else is left to the full scan, so this may give up on whatever
/// it likes.
pub fn plain(text: &str) -> Option<(Number, &str)> {
    // Those UTF-8 begins the characters from U+4000 to U+9FFF with: no sign or separator is there.
    const CHINESE: std::ops::RangeInclusive<u8> = 0xE4..=0xE9;
    let mut mantissa: i64 = 0;
    let mut point = None;
    let mut end = 0;
    for (i, &b) in text.as_bytes().iter().enumerate() {
        match b {
            b'0'..=b'9' if i < 15 => mantissa = mantissa * 10 + i64::from(b - b'0'),
            b'.' if point.is_none() && i > 0 => point = Some(i),
            _ if b == b'%' || CHINESE.contains(&b) => break,
            _ => return None,
        }
        end = i + 1;
    }
    if end == 0 {
        return None;
    }
    let mut scale = point.map_or(0, |p| end - p - 1) as u32;
    while scale > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        scale -= 1;
    }
    Some((Number::small(mantissa, scale)?, text.get(end..)?))
}

struct Scan<'a> {
    text: &'a str,
    rest: std::str::Chars<'a>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        let rest = text.chars();
        Scan { text, rest }
    }

    fn peek(&self) -> Option<char> {
        self.rest.clone().next().map(fold)
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|&c| wanted(c))?;
        self.rest.next();
        Some(c)
    }

    fn fail<T>(&self, problem: Problem) -> Result<T, FigureError> {
        Err(error(self.text, self.rest.as_str(), problem))
    }

    fn number(mut self) -> Result<(Number, &'a str), FigureError> {
        while self.take(|c| c == ' ').is_some() {}
        if self.peek().is_none() {
            return self.fail(Problem::Empty);
        }
        let negative = self.take(|c| c == '+' || c == '-') == Some('-');
        while self.take(|c| c == ' ').is_some() {}
        let mut digits = Digits::default();
        let whole = self.whole_part(&mut digits)?;
        let decimals = self.decimals(&mut digits, whole)?;
        if whole + decimals == 0 {
            return match self.peek() {
                None => self.fail(Problem::Unfinished),
                Some(_) => {
                    let rest = self.rest.as_str();
                    let found = rest.chars().next().unwrap_or(' ');
                    self.fail(look_alike("", rest).unwrap_or(Problem::Unexpected(found)))
                }
            };
        }
        match digits.finish(negative) {
            Ok(number) => Ok((number, self.rest.as_str())),
            Err(problem) => Err(error(self.text, self.text, problem)),
        }
    }

    /// Digits up to the point; returns how many. Groups, once begun, must be of three.
    fn whole_part(&mut self, digits: &mut Digits) -> Result<u32, FigureError> {
        let mut count = 0;
        while let Some(d) = self.take(|c| c.is_ascii_digit()) {
            digits.push(d);
            count += 1;
        }
        let first_group = count;
        while count > 0
            && let Some(group) = self.group_behind_separator(first_group)?
        {
            for d in group {
                digits.push(d);
                count += 1;
            }
        }
        Ok(count)
    }

    /// Where a separator stands, takes it and the three digits behind it. A blank with no digit behind
    /// it, or a full-width comma at the very end, ends the number instead.
    fn group_behind_separator(
        &mut self,
        first_group: u32,
    ) -> Result<Option<[char; 3]>, FigureError> {
        let mut ahead = self.rest.clone();
        let typed = ahead.next();
        let separator = match typed.map(fold) {
            Some(c @ (',' | ' ')) => c,
            _ => return Ok(None),
        };
        if typed == Some('，') && ahead.as_str().trim().is_empty() {
            return Ok(None);
        }
        let blank = separator == ' ';
        // `1, 537.4`, as a text copied from a printed page has it.
        let mut behind = ahead.clone();
        if !blank && behind.next().map(fold) == Some(' ') {
            ahead = behind;
        }
        let mut group = ['0'; 3];
        for place in &mut group {
            match ahead.next().map(fold) {
                Some(d) if d.is_ascii_digit() => *place = d,
                // `5 万份`, `350 人次`: the blank parts the unit. `5 0`: two numbers, none is meant.
                _ if blank && !self.digit_behind_blank() => return Ok(None),
                found => return self.no_group(found),
            }
        }
        let more = ahead.clone().next().map(fold);
        if first_group > 3 || more.is_some_and(|c| c.is_ascii_digit()) {
            return self.fail(Problem::Separator);
        }
        self.rest = ahead;
        Ok(Some(group))
    }

    /// A separator with something else than three digits behind it: a letter among them is the fault,
    /// `2,45O`, and not the separator.
    fn no_group<T>(&self, found: Option<char>) -> Result<T, FigureError> {
        let rest = self.rest.as_str();
        let letter = rest
            .char_indices()
            .find(|(at, c)| *at > 0 && Some(fold(*c)) == found);
        if let Some((at, _)) = letter
            && let Some(problem) = look_alike(
                rest[..at].trim_start_matches([',', '，', '﹐']),
                &rest[at..],
            )
        {
            return Err(error(self.text, &rest[at..], problem));
        }
        self.fail(Problem::Separator)
    }

    fn digit_behind_blank(&self) -> bool {
        self.rest
            .clone()
            .map(fold)
            .find(|&c| c != ' ')
            .is_some_and(|c| c.is_ascii_digit())
    }

    /// Digits behind the point; returns how many. `5.` is a number being typed, and 5.
    fn decimals(&mut self, digits: &mut Digits, whole: u32) -> Result<u32, FigureError> {
        let mut ahead = self.rest.clone().map(fold);
        if ahead.next() != Some('.') {
            return Ok(0);
        }
        let digit_follows = ahead.next().is_some_and(|c| c.is_ascii_digit());
        if whole == 0 && !digit_follows {
            return Ok(0);
        }
        self.rest.next();
        let mut count = 0;
        while let Some(d) = self.take(|c| c.is_ascii_digit()) {
            digits.push_decimal(d);
            count += 1;
        }
        Ok(count)
    }
}

/// Collects digits without overflow: once they no longer fit, it only remembers that.
#[derive(Default)]
struct Digits {
    mantissa: i128,
    scale: u32,
    zeros: u32,
    problem: Option<Problem>,
}

impl Digits {
    const LIMIT: i128 = 10_i128.pow(Number::INTEGER_DIGITS + Number::DECIMALS);

    fn push(&mut self, digit: char) {
        let digit = i128::from(digit.to_digit(10).unwrap_or(0));
        let next = self.mantissa * 10 + digit;
        if next >= Self::LIMIT {
            self.problem.get_or_insert(Problem::TooLarge);
        } else {
            self.mantissa = next;
        }
    }

    /// Zeros wait until a digit follows: `1.500000000000` has one decimal.
    fn push_decimal(&mut self, digit: char) {
        if digit == '0' {
            self.zeros = self.zeros.saturating_add(1);
            return;
        }
        if self.scale.saturating_add(self.zeros) >= Number::DECIMALS {
            self.problem.get_or_insert(Problem::TooPrecise);
            return;
        }
        for _ in 0..self.zeros {
            self.push('0');
        }
        self.scale += self.zeros + 1;
        self.zeros = 0;
        self.push(digit);
    }

    fn finish(self, negative: bool) -> Result<Number, Problem> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let mantissa = if negative {
            -self.mantissa
        } else {
            self.mantissa
        };
        Number::from_parts(mantissa, self.scale).map_err(|_| Problem::TooLarge)
    }
}

/// `rest` is the tail of `text` that begins with the offending character.
pub(super) fn error(text: &str, rest: &str, problem: Problem) -> FigureError {
    let at = text[..text.len() - rest.len()].chars().count();
    FigureError {
        text: text.to_owned(),
        at,
        problem,
    }
}
