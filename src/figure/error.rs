use std::fmt;

/// Why a text is no figure: the text, the place and what stands there.
///
/// Its display is the middle of a sentence for people, the reader names the cell:
/// `“12a”不是数字：第 3 个字“a”无法识别`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureError {
    /// The text as typed.
    pub text: String,
    /// The place of the offending character, counted from 0 in characters (not bytes).
    pub at: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a text that is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing but blanks.
    Empty,
    /// No digit where a number must begin, or a character that belongs to no number.
    Unexpected(char),
    /// The text ends where a digit must come, as in `-` or `≥`.
    Unfinished,
    /// A separator that does not part groups of three digits: `1,55`.
    Separator,
    /// 10^18 or larger.
    TooLarge,
    /// More than ten decimals.
    TooPrecise,
    /// A unit that does not go with this cell, as 人 behind an amount.
    Unit(String),
    /// A letter where a digit is meant: `2,45O.25`.
    LookAlike {
        /// The letter that stands there.
        found: char,
        /// The digit it looks like.
        digit: char,
    },
    /// `1E+05`, and the plain number where it is a whole one.
    Scientific(Option<String>),
    /// A negative number as accountants write it, `(5)`, and the same with a sign.
    Brackets(String),
    /// `￥300`: the sign says 元, the column 万元.
    Currency(String),
}

impl std::error::Error for FigureError {}

impl fmt::Display for FigureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Excerpt(self.text.trim());
        // Counted in what is quoted: without the blanks before it.
        let blanks = self.text.chars().take_while(|c| c.is_whitespace()).count();
        let at = self.at.saturating_sub(blanks) + 1;
        match &self.problem {
            Problem::Empty => write!(f, "没有填写数字"),
            // An escape would only blur what can be seen anyway.
            Problem::Unexpected(c @ ('"' | '\'' | '\\')) => {
                write!(f, "“{text}”不是数字：第 {at} 个字“{c}”无法识别")
            }
            Problem::Unexpected(c) => {
                let c = c.escape_debug();
                write!(f, "“{text}”不是数字：第 {at} 个字“{c}”无法识别")
            }
            Problem::Unfinished => write!(f, "“{text}”不是数字：后面缺少数字"),
            Problem::Separator => {
                write!(f, "“{text}”的千分位不对：第 {at} 个字处的分隔应每三位一个")
            }
            Problem::TooLarge => write!(f, "“{text}”太大：整数部分最多 18 位"),
            Problem::TooPrecise => write!(f, "“{text}”小数位太多：最多 10 位"),
            Problem::LookAlike { found, digit } if found.is_alphabetic() && *found != '〇' => {
                write!(
                    f,
                    "“{text}”不是数字：第 {at} 个字像是字母 {found}，应是数字 {digit}"
                )
            }
            Problem::LookAlike { found, digit } => {
                write!(
                    f,
                    "“{text}”不是数字：第 {at} 个字“{found}”应写成数字 {digit}"
                )
            }
            Problem::Scientific(plain) => {
                write!(f, "“{text}”是科学计数法，末尾的数字可能已经舍去")?;
                match plain {
                    Some(plain) => write!(f, "，应写成 {}", Excerpt(plain)),
                    None => Ok(()),
                }
            }
            Problem::Brackets(plain) => {
                write!(f, "“{text}”用括号表示负数，应写成 {}", Excerpt(plain))
            }
            Problem::Currency(number) => {
                let number = Excerpt(number);
                write!(
                    f,
                    "“{text}”看不出是元还是万元，应写成“{number}元”或“{number}万元”"
                )
            }
            Problem::Unit(unit) => write!(f, "“{text}”的单位“{}”不适用于这里", Excerpt(unit)),
        }
    }
}

/// The beginning of a long text: an error quotes what was typed, not ten megabytes of it.
struct Excerpt<'a>(&'a str);

impl fmt::Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONGEST: usize = 24;
        let mut rest = self.0.chars();
        for c in rest.by_ref().take(LONGEST) {
            // Control characters would break the line they are quoted in.
            if c.is_control() {
                write!(f, "{}", c.escape_debug())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        if rest.next().is_some() {
            write!(f, "…")?;
        }
        Ok(())
    }
}
