use super::guarded::unguarded;

/// The cells of a block copied from a spreadsheet: rows at line ends, columns at tabs, and a cell in
/// double quotes where it holds either (Excel and WPS both write it so). The empty line that ends
/// the block is none of its rows, and the apostrophe by which [`copied_cells`](super::copied_cells) keeps
/// a text from running as a formula is not part of it.
///
/// ```
/// use juesuan_exchange::pasted_cells;
/// assert_eq!(pasted_cells("培训\t8\r\n宣传\t7\r\n"), [["培训", "8"], ["宣传", "7"]]);
/// assert_eq!(pasted_cells("\"两\n行\"\t8"), [["两\n行", "8"]]);
/// assert_eq!(pasted_cells("一个值"), [["一个值"]]);
/// ```
pub fn pasted_cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && closes(&chars) => quoted = true,
            '\t' if !quoted => row.push(String::new()),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {}
            '\n' | '\r' if !quoted => rows.push(vec![String::new()]),
            c => cell.push(c),
        }
    }
    if rows.len() > 1 && rows.last().is_some_and(|row| *row == [""]) {
        rows.pop();
    }
    for cell in rows.iter_mut().flatten() {
        *cell = unguarded(std::mem::take(cell));
    }
    rows
}

/// More cells than any form or table has.
const MOST_CELLS: usize = 200_000;

/// A sentence where a copied text holds more cells than anything here can take: they are counted before any
/// is read.
pub fn too_much_pasted(text: &str) -> Option<String> {
    let ends = text.bytes().filter(|byte| matches!(byte, b'\t' | b'\n'));
    let cells = ends.count() + 1;
    (cells > MOST_CELLS).then(|| {
        format!("粘贴的内容有 {cells} 个单元格，超过 {MOST_CELLS} 个，没有放入：请只选中要用的部分再复制。")
    })
}

/// Whether a quote that opens a cell is closed again: else it is a character like any other.
fn closes(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut rest = rest.clone();
    while let Some(c) = rest.next() {
        if c == '"' && rest.next_if_eq(&'"').is_none() {
            return matches!(rest.peek(), None | Some('\t' | '\n' | '\r'));
        }
    }
    false
}

/// What was copied from cells as one text, for a cell that holds words: tabs become blanks, and the ends
/// of rows too where the cell has but one line.
///
/// ```
/// use juesuan_exchange::pasted_text;
/// assert_eq!(pasted_text("培训\t8\r\n宣传\t7\r\n", true), "培训 8\n宣传 7");
/// assert_eq!(pasted_text("培训\t8\r\n宣传\t7\r\n", false), "培训 8 宣传 7");
/// ```
pub fn pasted_text(text: &str, has_lines: bool) -> String {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = pasted_cells(text).into_iter().map(|row| row.join(" "));
    let lines: Vec<String> = rows
        .flat_map(|row| row.split('\n').map(words).collect::<Vec<_>>())
        .collect();
    let text = lines.join("\n");
    if has_lines {
        text.trim_matches('\n').to_owned()
    } else {
        words(&text)
    }
}

/// A name without the line ends a word processor put into it.
pub(super) fn one_line(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .collect::<String>()
        .trim()
        .to_owned()
}
