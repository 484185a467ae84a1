//! Tables as text: cells parted by a mark, in quotes where they hold it.

use super::bounds::MOST_CELLS;
use crate::Cell;
use crate::make::cell;

/// The marks, the likeliest first.
const MARKS: [char; 4] = ['\t', ',', ';', '|'];

/// A table that was read of a text.
pub(super) struct Table {
    pub rows: Vec<Vec<Cell>>,
    /// There were more cells than are read.
    pub left_out: bool,
}

/// The table that all of the text is: nearly all of its lines have the same number of cells, at least two.
pub(super) fn table(text: &str) -> Option<Table> {
    // Excel says so where the mark is not the usual one.
    let first = text.split('\n').next().unwrap_or_default().trim();
    let (marks, text) = match first
        .strip_prefix("sep=")
        .map(|it| it.chars().collect::<Vec<_>>())
    {
        Some(mark) if mark.len() == 1 => (mark, text.split_once('\n')?.1),
        _ => (MARKS.to_vec(), text),
    };
    marks.iter().find_map(|mark| parted(text, *mark))
}

fn parted(text: &str, mark: char) -> Option<Table> {
    if !text.contains(mark) {
        return None;
    }
    let (records, left_out) = records(text, mark);
    let filled: Vec<&Vec<String>> = records.iter().filter(|it| !blank(it)).collect();
    let count = |cells: usize| filled.iter().filter(|it| it.len() == cells).count();
    let widths: std::collections::BTreeSet<usize> = filled.iter().map(|it| it.len()).collect();
    let width = widths
        .into_iter()
        .take(64)
        .max_by_key(|width| count(*width))?;
    if width < 2 || filled.len() < 2 || count(width) * 10 < filled.len() * 9 {
        return None;
    }
    // 1,552.63 in each of a few lines is no table; neither are sentences.
    let stops = text.matches('。').count();
    if mark == ',' && stops * 3 >= filled.len() {
        return None;
    }
    let head = filled.first()?;
    if mark == ','
        && head
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if thousands(a, b)))
    {
        return None;
    }
    let cells = filled.iter().flat_map(|it| it.iter());
    let (mut all, mut sentences) = (0_usize, 0_usize);
    for text in cells {
        all += 1;
        sentences += usize::from(text.trim_end().ends_with(['。', '；', '，', '：']));
    }
    if sentences * 5 > all {
        return None;
    }
    let last = records.iter().rposition(|it| !blank(it))?;
    let rows = records.into_iter().take(last + 1).enumerate();
    let rows = rows.map(|(row, cells)| as_cells(row, cells)).collect();
    Some(Table { rows, left_out })
}

/// The cells of a row.
pub(super) fn as_cells(row: usize, texts: Vec<String>) -> Vec<Cell> {
    let texts = texts.into_iter().enumerate();
    texts
        .map(|(column, text)| cell(row, column, text))
        .collect()
}

fn blank(record: &[String]) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

/// Whether a comma between these two parts thousands: 1 | 552.63.
fn thousands(before: &str, after: &str) -> bool {
    let digits = after.chars().take_while(char::is_ascii_digit).count();
    before.ends_with(|c: char| c.is_ascii_digit()) && digits == 3
}

/// The records of a text. A quote counts where a cell begins with it; inside, two of them are one.
fn records(text: &str, mark: char) -> (Vec<Vec<String>>, bool) {
    let mut records = vec![Vec::new()];
    let mut cell = String::new();
    let mut cells = 0_usize;
    let mut rest = text.chars().peekable();
    let mut end = |cell: &mut String, records: &mut Vec<Vec<String>>| {
        let text = std::mem::take(cell)
            .trim_matches([' ', '\u{A0}'])
            .to_owned();
        if let Some(record) = records.last_mut() {
            record.push(text);
        }
        cells += 1;
        cells < MOST_CELLS
    };
    while let Some(c) = rest.next() {
        if c == mark || c == '\n' {
            if !end(&mut cell, &mut records) {
                return (records, true);
            }
            if c == '\n' {
                records.push(Vec::new());
            }
        } else if c == '"' && cell.trim().is_empty() {
            cell.clear();
            while let Some(c) = rest.next() {
                if c == '"' && rest.next_if_eq(&'"').is_none() {
                    break;
                }
                cell.push(c);
            }
        } else {
            cell.push(c);
        }
    }
    end(&mut cell, &mut records);
    (records, false)
}
