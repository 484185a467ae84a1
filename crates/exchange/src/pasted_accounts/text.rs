//! The text of pasted cells, as it is compared.

use juesuan_domain::accounts::{read_amount, unnumbered};

/// Without blanks and what does not show, narrow: digits, letters, brackets, colons, commas, dashes.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_unseen(*c))
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '﹙' | '〔' | '【' => '(',
            '﹚' | '〕' | '】' => ')',
            '∶' | '﹕' | '︰' => ':',
            '“' | '”' | '"' => '\'',
            c => c,
        })
        .map(|c| if c == '"' { '\'' } else { c })
        .collect()
}

/// Characters without a width of their own.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    ) || c.is_control()
}

/// [`plain`], without the number before it: `一、`, `1.`, `(1)`, `其中:`.
pub(super) fn name(text: &str) -> String {
    let text = plain(text);
    let rest = text.strip_prefix("其中:").unwrap_or(&text);
    unnumbered(rest).to_owned()
}

/// The year in a text such as `2024年度`.
pub(super) fn year_in(text: &str) -> Option<u32> {
    let text = plain(text);
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let years = digits.iter().filter(|digits| digits.len() == 4);
    years
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1990..=2199).contains(year))
}

/// `— 14 —`, `第 14 页`: what a page ends with.
pub(super) fn is_page_number(row: &[String]) -> bool {
    if row.iter().filter(|cell| !cell.is_empty()).nth(8).is_some() {
        return false;
    }
    let line: String = row.iter().map(|cell| plain(cell)).collect();
    let inner = line.trim_matches(['-', '—', '–']);
    let dashed = inner.len() < line.len() && line.ends_with(['-', '—', '–']);
    let paged = line.starts_with('第') && line.ends_with('页');
    (dashed && !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit())) || paged
}

/// Whether a cell holds an amount.
pub(super) fn is_amount(cell: &str) -> bool {
    !cell.trim().is_empty() && read_amount(cell).is_ok()
}
