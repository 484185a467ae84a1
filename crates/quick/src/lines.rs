//! Lists as they are pasted from a spreadsheet or typed: a line each, what it is called and an amount.

use juesuan_exchange::pasted_cells;
use juesuan_figure::{self as figure, FigureError, Number, fold};

/// Lines of a list, at most.
pub const MOST_LINES: usize = 200;

/// Blanks that can stand inside an amount: between six groups of digits, behind the sign and before the
/// unit. Splitting a line looks no further back, so it is quick however many blanks there are.
const BLANKS_IN_AMOUNT: usize = 8;

/// A line that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// As counted in the box, from 1. A cell with line ends inside covers several.
    pub number: usize,
    /// Its cells that are not blank, trimmed, on one line each.
    pub cells: Vec<String>,
}

/// The lines of a list that are not empty, in order.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut number = 1;
    let mut lines = Vec::new();
    for row in pasted_cells(text) {
        let height: usize = row.iter().map(|cell| line_ends(cell)).sum();
        let cells: Vec<String> = row
            .iter()
            .map(|cell| cell.replace(['\r', '\n'], "").trim().to_owned())
            .filter(|cell| !cell.is_empty())
            .collect();
        if !cells.is_empty() {
            lines.push(Line { number, cells });
        }
        number += 1 + height;
    }
    lines
}

fn line_ends(cell: &str) -> usize {
    cell.replace("\r\n", "\n").matches(['\r', '\n']).count()
}

/// What stands behind the name of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Amount {
    Read(Number),
    /// Nothing was typed there yet.
    Missing,
    Unreadable(FigureError),
    /// More than a name and an amount.
    Columns(usize),
}

/// Parts a line into a name, which may be missing, and an amount.
pub(super) fn name_and_amount(line: &Line) -> (String, Amount) {
    match line.cells.as_slice() {
        [cell] => split(cell),
        [name, amount] => (name.clone(), read(amount)),
        cells => (
            cells.first().cloned().unwrap_or_default(),
            Amount::Columns(cells.len()),
        ),
    }
}

/// What was typed into one cell: an amount alone, or a name, blanks, and an amount. An amount may hold
/// blanks itself (`1 552.63`, `5 万元`), so the longest end that is one is taken.
fn split(text: &str) -> (String, Amount) {
    if let Ok(amount) = figure::amount(text) {
        return (String::new(), Amount::Read(amount));
    }
    let ends: Vec<(usize, &str)> = text
        .char_indices()
        .rev()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, c)| (at, &text[at + c.len_utf8()..]))
        // Of several blanks in a row the last will do.
        .filter(|(_, end)| !end.starts_with(char::is_whitespace))
        .take(BLANKS_IN_AMOUNT)
        .collect();
    for (at, end) in ends.iter().rev() {
        if let Ok(amount) = figure::amount(end) {
            return (text[..*at].trim().to_owned(), Amount::Read(amount));
        }
    }
    match ends.first() {
        Some((at, end)) if has_digit(end) => (text[..*at].trim().to_owned(), read(end)),
        None if has_digit(text) => (String::new(), read(text)),
        _ => (text.to_owned(), Amount::Missing),
    }
}

pub(super) fn read(text: &str) -> Amount {
    match figure::amount(text) {
        Ok(amount) => Amount::Read(amount),
        Err(error) => Amount::Unreadable(error),
    }
}

fn has_digit(text: &str) -> bool {
    text.chars().map(fold).any(|c| c.is_ascii_digit())
}

/// Whether a line at the head of a list is no part of it: a heading, or the unit. Then the unit it names,
/// where that is another than 万元.
pub(super) fn heading(line: &Line) -> Option<Option<&'static str>> {
    const WORDS: [&str; 6] = ["金额", "数", "支出", "收入", "预算", "决算"];
    let text = line.cells.concat();
    let is_unit = ["单位", "金额单位"].iter().any(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| rest.starts_with(['：', ':', ' ', '为']))
    });
    let above_amounts = match line.cells.as_slice() {
        [_, amount] => Some(amount.as_str()),
        [cell] => cell.rsplit_once(char::is_whitespace).map(|(_, end)| end),
        _ => None,
    };
    let is_heading = above_amounts.is_some_and(|cell| {
        !has_digit(cell) && (WORDS.iter().any(|word| cell.contains(word)) || cell.contains("元"))
    });
    (is_unit || is_heading).then(|| other_unit(&text))
}

fn other_unit(text: &str) -> Option<&'static str> {
    let named = ["百万元", "千元", "亿元"].into_iter();
    let named = named.into_iter().find(|unit| text.contains(unit));
    named.or((text.contains('元') && !text.contains("万元")).then_some("元"))
}
