//! What is typed in the cells of a score.

use super::wording as say;
use super::{Cell, ExecutionField, Finding, read};
use crate::quantity::Reading;
use juesuan_figure::{self as figure, FigureError, Number};
use rust_decimal::Decimal;

/// A typed number: read, missing, or unreadable (and already said so).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typing {
    Read(Number),
    Missing,
    Unreadable,
}

impl Typing {
    pub fn read(self) -> Option<Number> {
        match self {
            Typing::Read(number) => Some(number),
            _ => None,
        }
    }
}

pub(super) fn amount(text: &str, field: ExecutionField, findings: &mut Vec<Finding>) -> Typing {
    let cell = Cell::Execution(field);
    let typing = typed(text, cell, figure::amount, findings);
    if let Typing::Read(number) = typing {
        if number.is_negative() {
            findings.push(say::negative(cell, number));
        } else if number.decimals() > 2 {
            findings.push(say::amount_decimals(cell, number));
        }
    }
    if typing == Typing::Missing {
        findings.push(say::missing(cell));
    }
    typing
}

pub(super) fn weight(text: &str, cell: Cell, findings: &mut Vec<Finding>) -> Typing {
    let typing = typed(text, cell, figure::score, findings);
    match typing {
        Typing::Read(number) if number.is_negative() => {
            findings.push(say::negative(cell, number));
            Typing::Unreadable
        }
        Typing::Missing => {
            findings.push(say::missing(cell));
            typing
        }
        _ => typing,
    }
}

/// Blank, or the dash by which forms say that there is no such number.
pub(super) fn left_out(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "－" | "–" | "—" | "——" | "/" | "／")
}

/// A claimed score; missing ones are nobody's fault.
pub(super) fn claimed(text: &str, cell: Cell, findings: &mut Vec<Finding>) -> Option<Decimal> {
    if left_out(text) {
        return None;
    }
    let number = typed(text, cell, figure::score, findings).read()?;
    if number.is_negative() {
        findings.push(say::negative(cell, number));
        return None;
    }
    Some(number.decimal())
}

fn typed(
    text: &str,
    cell: Cell,
    parse: fn(&str) -> Result<Number, FigureError>,
    findings: &mut Vec<Finding>,
) -> Typing {
    if text.trim().is_empty() {
        return Typing::Missing;
    }
    match parse(text) {
        Ok(number) => Typing::Read(number),
        Err(error) => {
            findings.push(say::unreadable(cell, &error));
            Typing::Unreadable
        }
    }
}

pub(super) fn reading<'a>(text: &'a str, cell: Cell, findings: &mut Vec<Finding>) -> Reading<'a> {
    let reading = read(text);
    match &reading {
        Reading::Unreadable(error) => findings.push(say::unreadable(cell, error)),
        Reading::Empty => findings.push(say::missing(cell)),
        _ => {}
    }
    reading
}

/// Reads a number of the form for a check; silent, since scoring has already spoken.
pub(super) fn quiet(text: &str, parse: fn(&str) -> Result<Number, FigureError>) -> Option<Number> {
    parse(text).ok()
}
