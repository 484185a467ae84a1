//! A calculation typed in the place of a figure: `=100+20`.

use super::error::{Fault, FigureError};
use super::fold::fold;
use super::scan::{error, leading};
use super::{Number, Problem, Quotient, grouped};

/// What a calculation comes to, exactly, and the calculation as a working shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// `1,200 + 300 × 2`: what was typed, with the signs that workings have.
    pub shown: String,
    /// The one figure it comes to.
    pub result: Number,
    /// Whether anything is calculated in it: `=120` is a figure only.
    pub calculates: bool,
}

/// Brackets in brackets.
const DEEPEST: u8 = 20;

/// Works out what begins with `=`: sums, differences, products, quotients, brackets and percentages. `None` of
/// any other text.
///
/// # Errors
/// [`FigureError`] with the place and the reason. A result is exact or there is none.
///
/// ```
/// use juesuan_figure::formula;
/// let worked = formula("=1,200+300×2").unwrap().unwrap();
/// assert_eq!(worked.shown, "1,200 + 300 × 2");
/// assert_eq!(worked.result.to_string(), "1800");
/// assert!(formula("=100÷3").unwrap().is_err());
/// assert!(formula("100").is_none());
/// ```
pub fn formula(text: &str) -> Option<Result<Formula, FigureError>> {
    let rest = text.trim_start();
    let sign = rest.chars().next().filter(|c| fold(*c) == '=')?;
    let mut reading = Reading {
        text,
        rest: &rest[sign.len_utf8()..],
        shown: String::new(),
        calculates: false,
    };
    let worked = reading.sum(0).and_then(|result| match reading.peek() {
        None => Ok(result),
        Some(')') => reading.fail(Fault::Brackets),
        Some(c) => reading.fail(Fault::Unexpected(c)),
    });
    Some(worked.map(|result| Formula {
        result,
        shown: reading.shown,
        calculates: reading.calculates,
    }))
}

struct Reading<'a> {
    text: &'a str,
    rest: &'a str,
    shown: String,
    calculates: bool,
}

/// The sign that is meant, and how workings write it; other characters are none.
fn sign_of(c: char) -> Option<(char, &'static str)> {
    Some(match fold(c) {
        '+' => ('+', " + "),
        '-' => ('-', " − "),
        '*' | '＊' | '×' | '✕' | 'x' | 'X' => ('*', " × "),
        '/' | '／' | '÷' => ('/', " ÷ "),
        '(' | '（' => ('(', "("),
        ')' | '）' => (')', ")"),
        '%' => ('%', "%"),
        _ => return None,
    })
}

impl Reading<'_> {
    /// The next character that is no blank, signs as they are meant.
    fn peek(&self) -> Option<char> {
        let c = self.rest.trim_start().chars().next()?;
        Some(sign_of(c).map_or(c, |(sign, _)| sign))
    }

    /// Takes one of these signs.
    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let trimmed = self.rest.trim_start();
        let c = trimmed.chars().next()?;
        let (sign, shown) = sign_of(c).filter(|(sign, _)| wanted.contains(sign))?;
        self.rest = &trimmed[c.len_utf8()..];
        // A sign before its number stands close to it.
        let before_number =
            sign == '-' && (self.shown.is_empty() || self.shown.ends_with(['(', ' ']));
        self.shown.push_str(if before_number { "−" } else { shown });
        self.calculates |= !matches!(sign, '(' | ')') && !before_number;
        Some(sign)
    }

    fn fail<T>(&self, fault: Fault) -> Result<T, FigureError> {
        let rest = match fault {
            Fault::Unexpected(_) => self.rest.trim_start(),
            _ => self.text,
        };
        Err(error(self.text, rest, Problem::Formula(fault)))
    }

    fn sum(&mut self, depth: u8) -> Result<Number, FigureError> {
        let mut sum = self.product(depth)?;
        while let Some(sign) = self.take(&['+', '-']) {
            let part = self.product(depth)?;
            let result = if sign == '+' {
                sum.plus(part)
            } else {
                sum.minus(part)
            };
            sum = Number::new(result).or_else(|_| self.fail(Fault::TooLarge))?;
        }
        Ok(sum)
    }

    /// Divided once, at its end: `100÷3×3` is 100.
    fn product(&mut self, depth: u8) -> Result<Number, FigureError> {
        let mut above = vec![self.factor(depth)?];
        let mut below = Number::from(1);
        loop {
            let divisor = match self.take(&['*', '/', '%']) {
                None => break,
                Some('%') => Number::ONE_HUNDRED,
                Some('*') => {
                    above.push(self.factor(depth)?);
                    continue;
                }
                Some(_) => self.factor(depth)?,
            };
            below = below
                .times(divisor)
                .or_else(|_| self.fail(Fault::TooLarge))?;
        }
        match Quotient::new(&above, below)
            .map(|quotient| quotient.map(|q| q.rounded(Number::DECIMALS)))
        {
            Ok(None) => self.fail(Fault::ByZero),
            Ok(Some(Ok((_, false)))) => self.fail(Fault::Endless),
            Ok(Some(Ok((value, true)))) => {
                Number::new(value).or_else(|_| self.fail(Fault::TooLarge))
            }
            Err(_) | Ok(Some(Err(_))) => self.fail(Fault::TooLarge),
        }
    }

    fn factor(&mut self, depth: u8) -> Result<Number, FigureError> {
        let mut negative = false;
        while self.take(&['-']).is_some() {
            negative = !negative;
        }
        let value = match self.peek() {
            None => return self.fail(Fault::Unfinished),
            Some('(') if depth == DEEPEST => return self.fail(Fault::Brackets),
            Some('(') => {
                self.take(&['(']);
                let inside = self.sum(depth + 1)?;
                match self.take(&[')']) {
                    Some(_) => inside,
                    None if self.peek().is_none() => return self.fail(Fault::Brackets),
                    None => return self.fail(Fault::Unexpected(self.peek().unwrap_or(' '))),
                }
            }
            Some(c) if fold(c).is_ascii_digit() || fold(c) == '.' => self.number()?,
            Some('+' | '*' | '/' | '%' | ')') => return self.fail(Fault::Unfinished),
            Some(c) => return self.fail(Fault::Unexpected(c)),
        };
        if !negative {
            return Ok(value);
        }
        Number::new(-value.decimal()).or_else(|_| self.fail(Fault::TooLarge))
    }

    fn number(&mut self) -> Result<Number, FigureError> {
        let from = self.rest.trim_start();
        let (number, rest) = leading(from).map_err(|wrong| {
            let skipped = self.text.chars().count() - from.chars().count();
            FigureError {
                text: self.text.to_owned(),
                at: wrong.at + skipped,
                problem: wrong.problem,
            }
        })?;
        self.shown.push_str(&grouped(number.decimal()));
        self.rest = rest;
        Ok(number)
    }
}
