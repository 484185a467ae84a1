//! The table in what a clipboard holds as `text/html`: it knows merged cells and the lines within a
//! cell, which plain text does not. Of HTML, just enough is read: names of tags, spans, text.

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
/// use juesuan::exchange::pasted_table;
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

/// The number that a span's value begins with, else 1.
fn span(value: &str) -> usize {
    match split_at(value.trim_ascii(), |c| !c.is_ascii_digit()).0 {
        "" => 1,
        digits => digits.parse().unwrap_or(usize::MAX),
    }
}

/// Whether a row with these attributes is not to be seen.
fn hides(mut attributes: Attributes<'_>) -> bool {
    attributes.any(|(name, value)| {
        if name.eq_ignore_ascii_case("height") {
            return value.trim_ascii() == "0";
        }
        name.eq_ignore_ascii_case("style")
            && value.split(';').any(|rule| {
                rule.split_once(':').is_some_and(|(name, value)| {
                    name.trim_ascii().eq_ignore_ascii_case("display")
                        && value.trim_ascii().eq_ignore_ascii_case("none")
                })
            })
    })
}

/// The text of a cell, white space as HTML shows it. What is styled as hidden is part of it: so
/// Excel writes the end of a text that is longer than its cell is wide.
#[derive(Default)]
struct Text {
    text: String,
    /// Line ends before the next character.
    breaks: usize,
    /// Space before the next character, where no line ends there.
    gap: Gap,
}

/// The greater one decides.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    /// The source's line ended.
    Wrapped,
    /// A cell of a table within the cell ended.
    Apart,
}

impl Text {
    /// Adds text as it is in the source.
    fn source(&mut self, mut source: &str) {
        while let Some((before, after)) = source.split_once('&') {
            before.chars().for_each(|c| self.push(c));
            let (c, after) = entity(after).unwrap_or(('&', after));
            self.push(c);
            source = after;
        }
        source.chars().for_each(|c| self.push(c));
    }

    fn push(&mut self, c: char) {
        match c {
            '\n' | '\r' => self.gap = self.gap.max(Gap::Wrapped),
            ' ' | '\t' | '\u{c}' => self.gap = self.gap.max(Gap::Space),
            '\u{a0}' => self.show(' '),
            c => self.show(c),
        }
    }

    fn show(&mut self, c: char) {
        if self.breaks > 0 {
            let line_end = self.text.trim_end_matches(' ').len();
            self.text.truncate(line_end);
            if !self.text.is_empty() {
                self.text.extend(std::iter::repeat_n('\n', self.breaks));
            }
        } else if let Some(before) = self.text.chars().next_back() {
            let spaced = match self.gap {
                Gap::None => false,
                // Word wraps its source between any two characters that need no space.
                Gap::Wrapped => !runs_on(before, c),
                Gap::Space | Gap::Apart => true,
            };
            if spaced {
                self.text.push(' ');
            }
        }
        self.breaks = 0;
        self.gap = Gap::None;
        self.text.push(c);
    }

    fn into_string(self) -> String {
        self.text.trim().to_owned()
    }
}

/// Whether two characters stand next to each other without a space in Chinese or Japanese.
fn runs_on(before: char, after: char) -> bool {
    // Marks that Chinese shares with languages that have spaces: they take after their neighbour.
    let shared = |c| matches!(c, '‘' | '’' | '“' | '”' | '—' | '…' | '·');
    (wide(before) && (wide(after) || shared(after))) || (shared(before) && wide(after))
}

fn wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff01}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The character that a reference stands for, and what follows; the `&` is read already.
fn entity(source: &str) -> Option<(char, &str)> {
    let Some(number) = source.strip_prefix('#') else {
        let (name, after) = split_at(source, |c| !c.is_ascii_alphanumeric());
        let (_, c) = ENTITIES.iter().find(|(known, _)| *known == name)?;
        return match after.strip_prefix(';') {
            Some(after) => Some((*c, after)),
            // Only the oldest names go without.
            None => matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp").then_some((*c, after)),
        };
    };
    let (radix, number) = match number.strip_prefix(['x', 'X']) {
        Some(number) => (16, number),
        None => (10, number),
    };
    let (digits, after) = split_at(number, |c| !c.is_digit(radix));
    if digits.is_empty() {
        return None;
    }
    let c = match u32::from_str_radix(digits, radix) {
        // HTML has these be what they are in Windows: old programs write them so.
        Ok(code @ 0x80..=0x9f) => WINDOWS.chars().nth(code as usize - 0x80),
        Ok(0) | Err(_) => None,
        Ok(code) => char::from_u32(code),
    };
    let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((c, after.strip_prefix(';').unwrap_or(after)))
}

/// The characters 128 to 159 of Windows-1252.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The names that office programs and Chinese web editors write.
const ENTITIES: [(&str, char); 48] = [
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ensp", '\u{a0}'),
    ("emsp", '\u{a0}'),
    ("thinsp", '\u{a0}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("permil", '‰'),
    ("deg", '°'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("micro", 'µ'),
    ("radic", '√'),
    ("infin", '∞'),
    ("sum", '∑'),
    ("yen", '¥'),
    ("euro", '€'),
    ("pound", '£'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
];

/// HTML taken apart, without comments and what belongs to them (`<!…>`, `<?…>`, Office's
/// conditions), and without the insides of scripts, styles and the title.
struct Tokens<'a> {
    rest: &'a str,
}

enum Token<'a> {
    /// As in the source: references are not resolved.
    Text(&'a str),
    Open(&'a str, Attributes<'a>),
    Close(&'a str),
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    /// Each call goes past what it looked at, so all of them take as long as the text is.
    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            let Some(markup) = self.rest.strip_prefix('<') else {
                return Some(self.text(0));
            };
            let (closes, tag) = match markup.strip_prefix('/') {
                Some(tag) => (true, tag),
                None => (false, markup),
            };
            if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let token = self.tag(tag, closes);
                if token.is_none() {
                    self.rest = "";
                }
                return token;
            }
            if let Some(comment) = markup.strip_prefix('!')
                && comment.starts_with("--")
            {
                self.rest = past(comment, "-->");
            } else if closes || markup.starts_with(['!', '?']) {
                self.rest = past(markup, ">");
            } else {
                return Some(self.text(1));
            }
        }
        None
    }
}

impl<'a> Tokens<'a> {
    /// The text up to the next `<`, not counting one among the first `skip` bytes.
    fn text(&mut self, skip: usize) -> Token<'a> {
        let end = self.rest[skip..].find('<').map(|at| at + skip);
        let (text, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Token::Text(text)
    }

    /// The tag that begins with its name here, if it ends at all.
    fn tag(&mut self, tag: &'a str, closes: bool) -> Option<Token<'a>> {
        let (name, rest) = split_at(tag, |c| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        let attributes = Attributes { rest };
        let mut all = attributes.clone();
        all.by_ref().for_each(drop);
        self.rest = all.rest.strip_prefix('>')?;
        if closes {
            return Some(Token::Close(name));
        }
        let opaque = ["script", "style", "title"];
        if opaque.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            self.rest = from_end_tag(self.rest, name);
        }
        Some(Token::Open(name, attributes))
    }
}

/// What begins with this element's end tag.
fn from_end_tag<'a>(mut source: &'a str, name: &str) -> &'a str {
    while let Some(at) = source.find("</") {
        let end_tag = &source[at..];
        source = &end_tag[2..];
        if source
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
        {
            return end_tag;
        }
    }
    ""
}

/// A tag's attributes, as in the source; afterwards `rest` begins with the `>` that ends the tag,
/// or is empty where there is none.
#[derive(Clone)]
struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let space = |c: char| c.is_ascii_whitespace();
        self.rest = self.rest.trim_start_matches(|c| space(c) || c == '/');
        if self.rest.is_empty() || self.rest.starts_with('>') {
            return None;
        }
        let (name, rest) = split_at(self.rest, |c| space(c) || matches!(c, '/' | '>' | '='));
        self.rest = rest.trim_start_matches(space);
        let Some(value) = self.rest.strip_prefix('=') else {
            return Some((name, ""));
        };
        let value = value.trim_start_matches(space);
        let (value, rest) = if let Some(value) = value.strip_prefix('"') {
            value.split_once('"').unwrap_or((value, ""))
        } else if let Some(value) = value.strip_prefix('\'') {
            value.split_once('\'').unwrap_or((value, ""))
        } else {
            split_at(value, |c| space(c) || c == '>')
        };
        self.rest = rest;
        Some((name, value))
    }
}

/// The text before the first such character, and the text from there on.
fn split_at(text: &str, at: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(at).unwrap_or(text.len()))
}

/// What follows the first `end`.
fn past<'a>(text: &'a str, end: &str) -> &'a str {
    text.split_once(end).map_or("", |(_, after)| after)
}
