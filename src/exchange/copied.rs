//! Blocks of cells on their way to a spreadsheet or a word processor.

use std::fmt::Write;

/// A block of cells as a spreadsheet takes it: tab-separated, quoted where a cell holds a tab or a
/// line end. The inverse of [`pasted_cells`](super::pasted_cells).
pub fn copied_cells(cells: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
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

/// The same block as an HTML table.
pub fn copied_html(cells: &[Vec<String>]) -> String {
    let mut html = String::from("<table>");
    for row in cells {
        html.push_str("<tr>");
        for cell in row {
            let _ = write!(html, "<td>{}</td>", escaped(cell).replace('\n', "<br>"));
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

/// A text as HTML shows it.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
