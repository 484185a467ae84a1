//! The table in what a clipboard holds as `text/html`: it knows merged cells and the lines within a
//! cell, which plain text does not. Of HTML, just enough is read: names of tags, spans, text.

use juesuan_markup::{Attributes, Gap, Text, Token, Tokens, span, styled};

/// More cells than any form has: a table with more is not read.
const MOST_CELLS: usize = 200_000;
/// As far as HTML lets one cell reach.
const MOST_COLUMNS: usize = 1000;
const MOST_ROWS: usize = 65_534;

/// The cells of the first table in the HTML that Excel, WPS, Word, LibreOffice or a web page puts
/// into the clipboard; `None` where it has no table, or one of more than 200,000 cells.
///
/// The text of a merged cell is in its first cell and the others are empty, so that columns line
/// up. Lines within a cell end in `\n`.
///
/// ```
/// use juesuan_exchange::pasted_table;
/// let html = "<table><tr><td colspan=2>合计<tr><td>培训<br>宣传<td>8&nbsp;</table>";
/// assert_eq!(
///     pasted_table(html).unwrap(),
///     [["合计", ""], ["培训\n宣传", "8"]]
/// );
/// assert_eq!(pasted_table("<p>培训</p>"), None);
/// ```
pub fn pasted_table(html: &str) -> Option<Vec<Vec<String>>> {
    let mut table = Table::default();
    for token in (Tokens { rest: html }) {
        match token {
            Token::Text(text) => table.text(text),
            Token::Open(name, attributes) => table.open(&name.to_ascii_lowercase(), attributes),
            Token::Close(name) => table.close(&name.to_ascii_lowercase()),
        }
        if table.cells > MOST_CELLS {
            return None;
        }
        if table.depth == 0 && !table.rows.is_empty() {
            break;
        }
    }
    table.into_rows()
}

/// The table as far as it is read.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<String>>,
    /// How many cells there are, the covered ones included.
    cells: usize,
    /// Tables open: 1 is the one that is read, deeper ones are text of its cells.
    depth: usize,
    row: Option<Row>,
    cell: Option<Cell>,
    /// For each column, how many of the rows to come are covered by a cell above.
    covered: Vec<usize>,
    /// The widest row of several cells.
    width: usize,
    /// How many rows at the end are neither seen nor hold anything.
    unseen: usize,
}

#[derive(Default)]
struct Row {
    cells: Vec<String>,
    /// How many of them the source has: the others are covered.
    written: usize,
    hidden: bool,
}

struct Cell {
    columns: usize,
    rows: usize,
    text: Text,
}

impl Table {
    fn text(&mut self, source: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.source(source);
        }
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        match (self.depth, name) {
            (0, "table") => self.depth = 1,
            (0, _) => {}
            (1, "tr") => {
                self.end_row();
                self.row = Some(Row {
                    hidden: hides(attributes),
                    ..Row::default()
                });
            }
            (1, "td" | "th") => {
                self.end_cell();
                self.row.get_or_insert_default();
                self.cell = Some(Cell::new(attributes));
            }
            (1, "caption" | "thead" | "tbody" | "tfoot") => self.end_row(),
            // A table between cells cannot be: the one before was left open.
            (1, "table") if self.cell.is_none() => {
                self.end_row();
                self.depth = usize::from(self.rows.is_empty());
            }
            (_, "br") => {
                if let Some(cell) = &mut self.cell {
                    cell.text.breaks += 1;
                }
            }
            (depth, _) => {
                self.depth = depth + usize::from(name == "table");
                self.boundary(name);
            }
        }
    }

    fn close(&mut self, name: &str) {
        match (self.depth, name) {
            (0, _) => {}
            (1, "td" | "th") => self.end_cell(),
            (1, "tr" | "thead" | "tbody" | "tfoot") => self.end_row(),
            (1, "table") => {
                self.end_row();
                self.depth = 0;
            }
            (depth, _) => {
                self.depth = depth - usize::from(name == "table");
                self.boundary(name);
            }
        }
    }

    /// What the start or the end of an element is to the text of the cell it stands in.
    fn boundary(&mut self, name: &str) {
        let Some(Cell { text, .. }) = &mut self.cell else {
            return;
        };
        match name {
            "td" | "th" => text.gap = Gap::Apart,
            "address" | "article" | "blockquote" | "caption" | "center" | "dd" | "div" | "dl"
            | "dt" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "li" | "ol" | "p" | "pre"
            | "section" | "table" | "tr" | "ul" => text.breaks = text.breaks.max(1),
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let Row { cells, written, .. } = self.row.get_or_insert_default();
        let before = cells.len();
        while let Some(rows @ 1..) = self.covered.get_mut(cells.len()) {
            *rows -= 1;
            cells.push(String::new());
        }
        let from = cells.len();
        let to = from + cell.columns;
        if self.covered.len() < to {
            self.covered.resize(to, 0);
        }
        for rows in &mut self.covered[from..to] {
            *rows = rows.saturating_sub(1).max(cell.rows - 1);
        }
        cells.push(cell.text.into_string());
        cells.resize(to, String::new());
        *written += 1;
        self.cells += to - before;
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(mut row) = self.row.take() else {
            return;
        };
        // Without the zeros at the end, no row takes longer than it has cells.
        while self.covered.pop_if(|rows| *rows == 0).is_some() {}
        let before = row.cells.len();
        for rows in self.covered.iter_mut().skip(before) {
            *rows = rows.saturating_sub(1);
            row.cells.push(String::new());
        }
        self.cells += row.cells.len() - before;
        if row.cells.is_empty() {
            return;
        }
        if row.written > 1 {
            self.width = self.width.max(row.cells.len());
        }
        if row.hidden && row.cells.iter().all(String::is_empty) {
            self.unseen += 1;
        } else {
            self.unseen = 0;
        }
        self.rows.push(row.cells);
    }

    fn into_rows(mut self) -> Option<Vec<Vec<String>>> {
        self.end_row();
        if self.cells > MOST_CELLS {
            return None;
        }
        // Excel and Word may end a table with an unseen row that is there for its columns' widths.
        self.rows.truncate(self.rows.len() - self.unseen);
        // A title across the table often says 100 columns where there are five.
        if self.width > 0 {
            for row in &mut self.rows {
                while row.len() > self.width && row.pop_if(|text| text.is_empty()).is_some() {}
            }
        }
        (!self.rows.is_empty()).then_some(self.rows)
    }
}

impl Cell {
    fn new(attributes: Attributes<'_>) -> Self {
        let (mut columns, mut rows) = (1, 1);
        for (name, value) in attributes {
            if name.eq_ignore_ascii_case("colspan") {
                columns = span(value).clamp(1, MOST_COLUMNS);
            } else if name.eq_ignore_ascii_case("rowspan") {
                rows = match span(value) {
                    // In HTML: all the rows to come.
                    0 => MOST_ROWS,
                    rows => rows.min(MOST_ROWS),
                };
            }
        }
        Self {
            columns,
            rows,
            text: Text::default(),
        }
    }
}

/// Whether a row with these attributes is not to be seen.
fn hides(mut attributes: Attributes<'_>) -> bool {
    attributes.any(|(name, value)| {
        if name.eq_ignore_ascii_case("height") {
            return value.trim_ascii() == "0";
        }
        name.eq_ignore_ascii_case("style") && styled(value, "display").as_deref() == Some("none")
    })
}
