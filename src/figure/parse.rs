use super::{FigureError, Number, Problem};

/// A full-width or look-alike character as the ASCII one that is meant; others stay.
///
/// Input methods type `１５５２．６３％`, `。` for the point and `，` for the separator.
pub fn fold(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '．' | '。' | '｡' => '.',
        '，' | '﹐' => ',',
        '％' | '﹪' => '%',
        '＋' | '﹢' => '+',
        '－' | '−' | '﹣' | '–' => '-',
        '＜' | '﹤' => '<',
        '＞' | '﹥' => '>',
        '＝' | '﹦' => '=',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Reads the number at the start of `text` and gives back what follows it.
///
/// Takes leading blanks, a sign, digits in groups of three parted by `,` or a blank, and a decimal
/// point; stops at the first character that belongs to no number.
///
/// # Errors
/// As [`number`], but what follows the number is the caller's matter.
///
/// ```
/// use juesuan::figure::leading;
/// let (n, rest) = leading("１，５５２．６３万元").unwrap();
/// assert_eq!((n.to_string().as_str(), rest), ("1552.63", "万元"));
/// ```
pub fn leading(text: &str) -> Result<(Number, &str), FigureError> {
    if let Some(quick) = plain_ascii(text) {
        return Ok(quick);
    }
    Scan::new(text).number()
}

/// Reads a bare number: nothing may follow it but blanks.
///
/// # Errors
/// [`FigureError`] with the place and the reason; never a panic, whatever the text.
///
/// ```
/// use juesuan::figure::number;
/// assert_eq!(number("1 552.63").unwrap().to_string(), "1552.63");
/// assert_eq!(number("12a").unwrap_err().to_string(), "“12a”不是数字：第 3 个字“a”无法识别");
/// ```
pub fn number(text: &str) -> Result<Number, FigureError> {
    let (number, rest) = leading(text)?;
    match rest.trim_start().chars().next() {
        None => Ok(number),
        Some(c) => Err(error(text, rest.trim_start(), Problem::Unexpected(c))),
    }
}

/// Reads an amount of money and gives it in 万元, whatever of 元, 千元, 万元, 亿元 it was typed in;
/// without a unit it is 万元. A leading 约 is taken.
///
/// # Errors
/// [`FigureError`], also for a unit that is none of money.
///
/// ```
/// use juesuan::figure::amount;
/// assert_eq!(amount("15,526,300元").unwrap().to_string(), "1552.63");
/// assert_eq!(amount("53.22亿元").unwrap().to_string(), "532200");
/// ```
pub fn amount(text: &str) -> Result<Number, FigureError> {
    let (number, rest) = leading(without_approximate(text)).map_err(|e| relocate(e, text))?;
    let (multiple, decimals) = match rest.trim() {
        "" | "万元" | "万" => (1, 0),
        "元" => (1, 4),
        "千元" => (1, 1),
        "百万元" => (100, 0),
        "亿元" | "亿" => (10_000, 0),
        other => return Err(not_this_unit(text, rest, other)),
    };
    let value = number.decimal();
    let mantissa = value.mantissa().checked_mul(multiple);
    mantissa
        .ok_or(Problem::TooLarge)
        .and_then(|m| {
            Number::from_parts(m, value.scale() + decimals).map_err(|_| {
                if value.scale() + decimals > Number::DECIMALS {
                    Problem::TooPrecise
                } else {
                    Problem::TooLarge
                }
            })
        })
        .map_err(|problem| error(text, text, problem))
}

/// Reads a percentage, with or without its sign: `97.1%` and `97.1` are both 97.1.
///
/// # Errors
/// [`FigureError`], also for any other unit.
pub fn percent(text: &str) -> Result<Number, FigureError> {
    let (number, rest) = leading(without_approximate(text)).map_err(|e| relocate(e, text))?;
    let rest = rest.trim_start();
    let rest = ["%", "％", "﹪", "百分比"]
        .iter()
        .find_map(|sign| rest.strip_prefix(sign))
        .unwrap_or(rest);
    match rest.trim() {
        "" => Ok(number),
        other => Err(not_this_unit(text, rest, other)),
    }
}

/// Reads a weight or a score in points: `8`, `8.5分`.
///
/// # Errors
/// [`FigureError`], also for any other unit.
pub fn score(text: &str) -> Result<Number, FigureError> {
    let (number, rest) = leading(text)?;
    match rest.trim() {
        "" | "分" => Ok(number),
        other => Err(not_this_unit(text, rest, other)),
    }
}

/// Digits and at most one point, ASCII, short, alone or before `%` or a Chinese character: what
/// nearly every cell holds. Anything else is left to the full scan, so this may give up on whatever
/// it likes.
fn plain_ascii(text: &str) -> Option<(Number, &str)> {
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
                    let found = self.rest.clone().next().unwrap_or(' ');
                    self.fail(Problem::Unexpected(found))
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
                self.rest.next();
                digits.push(d);
                count += 1;
            }
        }
        Ok(count)
    }

    /// Where a separator stands, steps over it and looks at the three digits behind it, without
    /// taking them. A blank with no digit behind it ends the number instead.
    fn group_behind_separator(
        &mut self,
        first_group: u32,
    ) -> Result<Option<[char; 3]>, FigureError> {
        let mut ahead = self.rest.clone().map(fold);
        let separator = match ahead.next() {
            Some(c @ (',' | ' ')) => c,
            _ => return Ok(None),
        };
        let blank = separator == ' ';
        let mut group = ['0'; 3];
        for place in &mut group {
            match ahead.next() {
                Some(d) if d.is_ascii_digit() => *place = d,
                // `5 万份`, `350 人次`: the blank parts the unit. `5 0`: two numbers, none is meant.
                _ if blank && !self.digit_behind_blank() => return Ok(None),
                _ => return self.fail(Problem::Separator),
            }
        }
        if first_group > 3 || ahead.next().is_some_and(|c| c.is_ascii_digit()) {
            return self.fail(Problem::Separator);
        }
        self.rest.next();
        Ok(Some(group))
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

fn without_approximate(text: &str) -> &str {
    let trimmed = text.trim_start();
    ["大约", "约", "近"]
        .iter()
        .find_map(|word| trimmed.strip_prefix(word))
        .unwrap_or(text)
}

fn not_this_unit(text: &str, rest: &str, unit: &str) -> FigureError {
    let first = unit.chars().next().unwrap_or(' ');
    let problem = if first.is_alphabetic() && !first.is_ascii() {
        Problem::Unit(unit.to_owned())
    } else {
        Problem::Unexpected(first)
    };
    error(text, rest.trim_start(), problem)
}

fn relocate(e: FigureError, text: &str) -> FigureError {
    let skipped = text.chars().count() - e.text.chars().count();
    FigureError {
        text: text.to_owned(),
        at: e.at + skipped,
        problem: e.problem,
    }
}

/// `rest` is the tail of `text` that begins with the offending character.
fn error(text: &str, rest: &str, problem: Problem) -> FigureError {
    let at = text[..text.len() - rest.len()].chars().count();
    FigureError {
        text: text.to_owned(),
        at,
        problem,
    }
}
