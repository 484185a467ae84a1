//! Blocks of cells on their way to a spreadsheet or a word processor.

use super::guarded::{guarded, runs_as_formula};
use std::fmt::Write;

/// A block of cells as a spreadsheet takes it: tab-separated, quoted where a cell holds a tab or a
/// line end, with an apostrophe before what would run as a formula. The inverse of
/// [`pasted_cells`](super::pasted_cells).
pub fn copied_cells(cells: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        let text = guarded(text);
        if text.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.into_owned()
        }
    };
    let rows = cells
        .iter()
        .map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t"));
    let mut text = rows.collect::<Vec<_>>().join("\r\n");
    // Read back, an empty last line would be the end of the block.
    if let [_, .., last] = cells
        && *last == [""]
    {
        text.push_str("\r\n");
    }
    text
}

/// The same block as an HTML table. Lines within a cell are kept, unless one of them would run as a formula:
/// then they are one.
pub fn copied_html(cells: &[Vec<String>]) -> String {
    let mut html = String::from("<table>");
    for row in cells {
        html.push_str("<tr>");
        for cell in row {
            // A spreadsheet may take each line for a cell of its own, without the mark of the first.
            let runs = cell.split('\n').skip(1).any(runs_as_formula);
            let end = if runs { " " } else { "<br>" };
            push_cell(&mut html, "", cell, &escaped(cell).replace('\n', end));
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// A cell of a table: what would run as a formula is marked as text, for Excel and WPS by its number
/// format and `x:str`, for LibreOffice by `sdnum`. `style` is CSS of the cell; it is ours, and has no
/// quotes. `inside` is the text as HTML.
pub(super) fn push_cell(html: &mut String, style: &str, text: &str, inside: &str) {
    let _ = if runs_as_formula(text) {
        let gap = if style.is_empty() { "" } else { ";" };
        write!(
            html,
            "<td style='{style}{gap}mso-number-format:\"\\@\"' x:str sdnum=\"1033;0;@\">{inside}</td>"
        )
    } else if style.is_empty() {
        write!(html, "<td>{inside}</td>")
    } else {
        write!(html, "<td style=\"{style}\">{inside}</td>")
    };
}

/// A text as HTML shows it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
