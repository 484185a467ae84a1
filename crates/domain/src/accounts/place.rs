//! What people call the cells of the accounts.

use super::cell::{Cell, Column};
use super::layout::{Layout, TableLayout, TableNo};
use super::model::{Accounts, Cells};
use super::subjects::plain_code;

impl TableLayout {
    /// The name of a row by subject: as typed, or else that of the subject its code means.
    pub fn line_name(&self, cells: &Cells) -> String {
        if let Some(name) = cells.get(&Column::Name).filter(|name| !name.is_blank()) {
            return name.trim().to_owned();
        }
        let code = cells.get(&Column::Code).map_or("", |code| code.trim());
        let subjects = self.lines;
        let subject = subjects.and_then(|subjects| subjects.named(&plain_code(code)));
        subject.map_or_else(|| code.to_owned(), |subject| subject.name.to_owned())
    }
}

impl Accounts {
    /// The name of a row: as typed, or else that of the subject its code means.
    pub fn line_name(&self, layout: &'static Layout, table: TableNo, line: usize) -> String {
        let cells = self.table(table).lines.get(line);
        cells.map_or_else(String::new, |cells| layout.table(table).line_name(cells))
    }

    /// `公开05 · 社会保障和就业支出`, `重点工作 · 社保扩面`.
    pub fn whereabouts(&self, layout: &'static Layout, cell: Cell) -> String {
        let table = |no: TableNo, row: &str| format!("{} · {row}", layout.table(no).short());
        match cell {
            Cell::Fixed(no, key, _) => table(no, unnumbered(row_label(layout, no, key))),
            Cell::Line(no, line, _) => {
                let name = self.line_name(layout, no, line);
                if name.is_empty() {
                    table(no, &format!("第 {} 行", line + 1))
                } else {
                    table(no, &name)
                }
            }
            Cell::Fact(_) => "说明资料".to_owned(),
            Cell::Work(row, _) => {
                let matter = self.work.get(row).map_or("", |work| work.matter.trim());
                if matter.is_empty() {
                    format!("重点工作 · 第 {} 项", row + 1)
                } else {
                    format!("重点工作 · {matter}")
                }
            }
            Cell::Sentence(_) | Cell::Style => "决算说明".to_owned(),
            Cell::Layout => "决算表".to_owned(),
            Cell::Year => "工作簿".to_owned(),
            Cell::Setting(_) => "评分规则".to_owned(),
        }
    }

    /// What a cell is called in its row: the label of its column here.
    pub fn label(&self, layout: &'static Layout, cell: Cell) -> String {
        match cell {
            Cell::Fixed(no, key, column) => {
                let table = layout.table(no);
                let head = table
                    .row(key)
                    .and_then(|(side, _)| side.heads.iter().find(|(c, _)| *c == column));
                head.map_or_else(|| table.label(column).to_owned(), |(_, head)| head.clone())
            }
            Cell::Line(no, _, column) => layout.table(no).label(column).to_owned(),
            Cell::Fact(fact) => fact.label().to_owned(),
            Cell::Work(_, field) => field.label().to_owned(),
            Cell::Sentence(_) => "改写的句子".to_owned(),
            Cell::Style => "说明样式".to_owned(),
            Cell::Layout => "版式".to_owned(),
            Cell::Year => "年度".to_owned(),
            Cell::Setting(setting) => setting.label().to_owned(),
        }
    }

    /// Row and column of a cell in one phrase: `公开05“社会保障和就业支出”的基本支出`.
    pub fn phrase(&self, layout: &'static Layout, cell: Cell) -> String {
        let label = self.label(layout, cell);
        match cell {
            Cell::Fixed(no, key, _) => {
                let row = unnumbered(row_label(layout, no, key));
                let short = layout.table(no).short();
                // One column of amounts needs no name.
                if layout
                    .table(no)
                    .columns
                    .iter()
                    .filter(|c| !c.beside)
                    .count()
                    == 1
                    && !layout
                        .table(no)
                        .is_beside(cell.column().unwrap_or(Column::Amount))
                {
                    return format!("{short}“{row}”");
                }
                format!("{short}“{row}”的{label}")
            }
            Cell::Line(no, line, _) => {
                let name = self.line_name(layout, no, line);
                format!("{}“{name}”的{label}", layout.table(no).short())
            }
            _ => label,
        }
    }
}

/// What a row is called: in this layout, or else in another that has it, as of a cell that was typed
/// under that one.
fn row_label(layout: &'static Layout, table: TableNo, key: &str) -> &'static str {
    let layouts = std::iter::once(layout).chain(Layout::all());
    let mut rows = layouts.filter_map(|layout| layout.table(table).row(key));
    rows.next().map_or("", |(_, row)| &row.label)
}

/// A label without the number before it: `社会保障和就业支出` for `八、社会保障和就业支出`, `公务接待费` for
/// `3.公务接待费`. 一般公共预算 begins with no number.
pub fn unnumbered(label: &str) -> &str {
    const NUMERALS: &str = "一二三四五六七八九十0123456789";
    let bracketed = label.strip_prefix(['（', '(']);
    let rest = bracketed.unwrap_or(label);
    let behind = rest.trim_start_matches(|c| NUMERALS.contains(c));
    let ends: &[char] = if bracketed.is_some() {
        &['）', ')']
    } else {
        &['、', '.', ',']
    };
    match behind.strip_prefix(ends) {
        Some(name) if behind.len() < rest.len() && !name.is_empty() => name,
        _ => label,
    }
}
