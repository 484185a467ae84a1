//! Tables that come as lines of text: comma-separated, or with blanks where columns were, as viewers of
//! PDF copy them.

use super::text::is_amount;
use juesuan_domain::accounts::{Depth, plain_code};
use std::borrow::Cow;

/// The cells of a table, and whether blank cells among them are lost.
pub(super) struct Apart<'a> {
    pub cells: Cow<'a, [Vec<String>]>,
    pub blanks_lost: bool,
}

/// Takes lines apart where all that was pasted is one column of them; a table stays as it is.
pub(super) fn apart(cells: &[Vec<String>]) -> Apart<'_> {
    let table = Apart {
        cells: Cow::Borrowed(cells),
        blanks_lost: false,
    };
    if cells.iter().any(|row| row.len() > 1) {
        return table;
    }
    if let Some(cells) = comma_separated(cells) {
        return Apart {
            cells: Cow::Owned(cells),
            blanks_lost: false,
        };
    }
    let lines = cells.iter().flatten();
    if !lines
        .clone()
        .any(|line| line.trim().contains(char::is_whitespace))
    {
        return table;
    }
    Apart {
        cells: Cow::Owned(lines.map(|line| words(line)).collect()),
        blanks_lost: true,
    }
}

/// The cells of a file of comma-separated values; `None` where its lines are not of one length, or
/// hold no comma.
fn comma_separated(cells: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    let lines: Vec<&str> = cells.iter().flatten().map(String::as_str).collect();
    if !lines.iter().any(|line| line.contains(',')) {
        return None;
    }
    let text = lines.join("\n");
    let text = text.trim_start_matches('\u{feff}').trim_end();
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut()?;
        let cell = row.last_mut()?;
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => cell.push(c),
        }
    }
    // Programs write every line with all its commas; thousands in a text have none of that order.
    let width = rows.first()?.len();
    (width >= 3 && rows.len() >= 2 && rows.iter().all(|row| row.len() == width)).then_some(rows)
}

/// The words of a line: a blank ends a word, but a name stays together up to the next amount or code.
fn words(line: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        let number = is_amount(word) || Depth::of(&plain_code(word)).is_some();
        match cells.last_mut() {
            // `合 计` and names that are spaced out.
            Some(last) if !number && !is_amount(last) && one_char(word) && short(last) => {
                last.push_str(word);
            }
            _ => cells.push(word.to_owned()),
        }
    }
    cells
}

fn one_char(word: &str) -> bool {
    word.chars().count() == 1
}

fn short(text: &str) -> bool {
    text.chars().count() <= 3
}
