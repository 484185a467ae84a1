//! What a target or an actual says, once it is read.

use super::period::Period;
use crate::figure::{FigureError, Number, Problem};
use crate::working::Shown;
use serde::{Deserialize, Serialize};

/// What a target or actual says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading<'a> {
    /// Nothing typed.
    Empty,
    /// One number with what belongs to it.
    Quantity(Quantity<'a>),
    /// From one number to another: `90%-95%`, `3至5次`.
    Range(Quantity<'a>, Quantity<'a>),
    /// Words with no number, or with several: only people can judge them.
    Words,
    /// Meant as a number, and none.
    Unreadable(FigureError),
}

/// One number of a target or actual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity<'a> {
    /// In the base unit: 5万份 is 50000, 3小时 is 180 (minutes).
    pub number: Number,
    /// The base unit, empty where none is written.
    pub unit: &'a str,
    /// What it is counted over, where the text says so.
    pub period: Option<Period>,
    /// The sign before it, or the word for it.
    pub comparison: Option<Comparison>,
    /// The text is this number and its unit and nothing else.
    pub bare: bool,
    /// The number as typed, and how many base units one of it is: 5 and 10000 for 5万份.
    pub typed: Number,
    /// How many base units one typed unit is: 10000 for 万份.
    pub factor: u64,
}

/// The sign before a target, or the word that stands for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// ≥, 不低于.
    AtLeast,
    /// >, 大于.
    Above,
    /// ≤, 不超过.
    AtMost,
    /// <, 小于.
    Below,
    /// =, 等于.
    Equal,
}

impl Comparison {
    /// Whether more or less is better, of a target with this sign; `=` counts as more.
    pub fn direction(self) -> Direction {
        match self {
            Comparison::AtMost | Comparison::Below => Direction::Lower,
            _ => Direction::Higher,
        }
    }
}

impl<'a> Quantity<'a> {
    /// The same quantity times `count`, of the same base unit: twelve months of it.
    pub(crate) fn repeated(&self, count: u32) -> Option<Quantity<'a>> {
        let number = self.number.times(Number::from(count)).ok()?;
        Some(Quantity {
            number,
            typed: number,
            factor: 1,
            period: Some(Period::Year),
            ..*self
        })
    }

    /// Whether it is a percentage.
    pub fn is_percent(&self) -> bool {
        self.unit == "%"
    }

    /// The number with thousands separators; a percentage with at least one decimal and its sign.
    pub fn display(&self) -> String {
        self.shown().to_string()
    }

    /// The number as it stands in a working.
    pub(crate) fn shown(&self) -> Shown {
        Shown {
            number: self.number,
            percent: self.is_percent(),
        }
    }
}

/// 正向 (≥X) or 反向 (≤X).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub enum Direction {
    /// 正向: more is better.
    Higher,
    /// 反向: less is better.
    Lower,
}

pub(super) type Read<'a> = Result<Reading<'a>, FigureError>;

/// `rest` is the tail of `text` that begins with the offending character.
pub(super) fn problem(text: &str, rest: &str, problem: Problem) -> FigureError {
    FigureError {
        text: text.to_owned(),
        at: text[..text.len() - rest.len()].chars().count(),
        problem,
    }
}
