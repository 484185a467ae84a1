/// Why a text is no figure: the text, the place and what stands there. In words it is the middle of a sentence,
/// and the reader names the cell: `“12a”不是数字：第 3 个字“a”无法识别`.
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
    /// `=100+`: a calculation without a result.
    Formula(Fault),
    /// `=100+20`, which nobody has worked out yet, and what it comes to.
    NotWorkedOut(String),
}

/// Why a calculation has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The text ends, or a sign follows, where a number must come: `=100+`.
    Unfinished,
    /// A character that belongs to no calculation.
    Unexpected(char),
    /// A bracket without its other half, or more of them in each other than anybody writes.
    Brackets,
    /// Divided by zero.
    ByZero,
    /// A division that does not come out within ten decimals. Nothing is rounded here.
    Endless,
    /// 10^18 or larger, or more decimals than a figure has.
    TooLarge,
}

/// Characters of what was typed that are quoted, not ten megabytes of it.
const LONGEST: usize = 24;

impl FigureError {
    /// The beginning of what was typed, without the blanks around it.
    pub fn excerpt(&self) -> String {
        excerpt(self.text.trim())
    }

    /// The place of the offending character, counted from 1 in what is quoted.
    pub fn place(&self) -> usize {
        let blanks = self.text.chars().take_while(|c| c.is_whitespace()).count();
        self.at.saturating_sub(blanks) + 1
    }
}

/// The beginning of a text, on one line.
pub fn excerpt(text: &str) -> String {
    let mut rest = text.chars();
    let mut short = String::new();
    for c in rest.by_ref().take(LONGEST) {
        // Control characters would break the line they are quoted in.
        if c.is_control() {
            short.extend(c.escape_debug());
        } else {
            short.push(c);
        }
    }
    if rest.next().is_some() {
        short.push('…');
    }
    short
}
