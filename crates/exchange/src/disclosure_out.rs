//! The explanatory text on its way out: plain, and formatted for word processors.

use super::copied::{escaped, push_cell};
use juesuan_domain::accounts::Reckoned;
use juesuan_domain::accounts::{Accounts, Cell, Column, RowAt, TableNo, Value};
use juesuan_domain::disclosure::{Disclosure, Sentence, Written};
use juesuan_domain::read_year;
use juesuan_figure::{display_amount, grouped};
use std::fmt::Write;

/// How a cell of a table reads on paper: what was typed, in 万元 with two decimals, or what follows;
/// blank while it is waited for, and as typed where it cannot be read. What follows and has too many
/// digits to be shown says so.
pub fn shown_amount(accounts: &Accounts, reckoned: &Reckoned, cell: Cell) -> String {
    if !cell.column().is_some_and(Column::is_amount) {
        return match cell {
            Cell::Line(table, line, Column::Name) => {
                accounts.line_name(reckoned.layout, table, line)
            }
            cell => accounts
                .cell(cell)
                .map_or_else(String::new, |text| text.trim().to_owned()),
        };
    }
    match reckoned.value(cell) {
        Value::Typed(value) | Value::Derived(value) => display_amount(value),
        Value::OutOfRange => "超出范围".to_owned(),
        Value::Waiting | Value::Invalid => accounts
            .cell(cell)
            .map_or_else(String::new, |text| text.trim().to_owned()),
    }
}

/// A table as it is shown, heads and all, for spreadsheets.
pub fn shown_table(accounts: &Accounts, reckoned: &Reckoned, no: TableNo) -> Vec<Vec<String>> {
    let layout = reckoned.layout;
    let table = layout.table(no);
    let mut rows = vec![vec![format!("{} {}", table.short(), table.title)]];
    rows.push(vec!["金额单位：万元".to_owned()]);
    let grids = juesuan_domain::accounts::Grid::of(layout, no, accounts.table(no).lines.len());
    for (side, grid) in table.sides.iter().zip(grids) {
        let columns: Vec<Column> = grid
            .columns
            .iter()
            .filter(|column| !table.is_beside(**column))
            .copied()
            .collect();
        let label = |column: &Column| {
            let head = side.heads.iter().find(|(c, _)| c == column);
            head.map_or_else(|| table.label(*column).to_owned(), |(_, head)| head.clone())
        };
        let mut head: Vec<String> = columns.iter().map(label).collect();
        if table.lines.is_none() {
            head.insert(
                0,
                if side.title.is_empty() {
                    "项目"
                } else {
                    &side.title
                }
                .to_owned(),
            );
        }
        rows.push(head);
        for row in &grid.rows {
            let mut cells = Vec::new();
            if let RowAt::Fixed(key) = row {
                let label = table.row(key).map_or("", |(_, row)| &row.label);
                if table.lines.is_some() {
                    cells.push(String::new());
                }
                cells.push(label.to_owned());
            }
            for column in &columns {
                match row {
                    RowAt::Fixed(key) if column.is_amount() => {
                        cells.push(shown_amount(
                            accounts,
                            reckoned,
                            Cell::Fixed(no, key, *column),
                        ));
                    }
                    RowAt::Fixed(_) => {}
                    RowAt::Line(line) => {
                        cells.push(shown_amount(
                            accounts,
                            reckoned,
                            Cell::Line(no, *line, *column),
                        ));
                    }
                }
            }
            rows.push(cells);
        }
    }
    rows
}

/// The title over the whole: `2020年度某单位决算公开`. A year that cannot be read is left out.
pub fn disclosure_title(year: &str, unit: &str) -> String {
    let year = read_year(year).year();
    let year = year.map_or_else(String::new, |year| format!("{year}年度"));
    format!("{year}{}决算公开", unit.trim())
}

/// A paragraph as lines: sentences that wait are left out, and what begins a line begins one.
fn lines(sentences: &[Sentence]) -> Vec<String> {
    paragraph_lines(sentences, |sentence| {
        (!sentence.waits).then(|| sentence.text())
    })
}

/// A paragraph as lines: what begins a line begins one. `said` is how a sentence reads, and `None` for one that is
/// left out.
pub fn paragraph_lines(
    sentences: &[Sentence],
    said: impl Fn(&Sentence) -> Option<String>,
) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for sentence in sentences {
        let Some(text) = said(sentence) else { continue };
        match lines.last_mut() {
            Some(last) if !sentence.line => last.push_str(&text),
            _ => lines.push(text),
        }
    }
    // Words somebody typed may have line ends of their own.
    lines
        .iter()
        .flat_map(|line| line.split('\n'))
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// The heads of the table of the key work.
pub const WORK_COLUMNS: [&str; 5] = ["序号", "重要事项", "工作内容及目标", "完成情况", "完成率"];

/// As plain text.
pub fn disclosure_text(title: &str, disclosure: &Disclosure) -> String {
    let mut text = format!("{title}\n");
    for section in &disclosure.sections {
        if let Some(part) = &section.part {
            let _ = write!(text, "\n{part}\n");
        }
        if !section.title.is_empty() {
            let _ = writeln!(text, "{}", section.title);
        }
        for block in &section.blocks {
            match &**block {
                Written::Heading(heading) => {
                    let _ = writeln!(text, "{heading}");
                }
                Written::Paragraph(sentences) => {
                    for line in lines(sentences) {
                        let _ = writeln!(text, "{line}");
                    }
                }
                Written::Chart(..) | Written::Form(_) => {}
                Written::Work(rows) => {
                    for (i, row) in rows.iter().enumerate() {
                        let rate = if row.rate.is_empty() {
                            String::new()
                        } else {
                            format!("（完成率{}）", row.rate)
                        };
                        let _ = writeln!(
                            text,
                            "{}.{}：{}{}{rate}",
                            i + 1,
                            row.matter,
                            row.target,
                            row.progress
                        );
                    }
                }
                Written::Glossary(entries) => {
                    for (i, entry) in entries.iter().filter(|e| !e.text.is_empty()).enumerate() {
                        let _ = writeln!(text, "{}.{}：{}", i + 1, entry.term, entry.text);
                    }
                }
            }
        }
    }
    text
}

/// As HTML that Word and WPS paste with headings, indented paragraphs and tables.
pub fn disclosure_html(title: &str, disclosure: &Disclosure) -> String {
    const BODY: &str =
        "margin:0;text-indent:2em;font-family:仿宋,FangSong,serif;font-size:16pt;line-height:28pt";
    const HEAD: &str = "margin:0;text-indent:2em;font-family:黑体,SimHei,sans-serif;font-size:16pt;line-height:28pt;font-weight:normal";
    const SUB: &str = "margin:0;text-indent:2em;font-family:楷体,KaiTi,serif;font-size:16pt;line-height:28pt;font-weight:normal";
    const PART: &str = "margin:16pt 0;text-align:center;font-family:黑体,SimHei,sans-serif;font-size:18pt;font-weight:normal";
    const CELL: &str =
        "border:1px solid #000;padding:3pt 5pt;font-family:仿宋,FangSong,serif;font-size:12pt";
    let mut html = format!("<h1 style=\"{PART}\">{}</h1>", escaped(title));
    let paragraph = |html: &mut String, text: &str| {
        let _ = write!(html, "<p style=\"{BODY}\">{}</p>", escaped(text));
    };
    for section in &disclosure.sections {
        if let Some(part) = &section.part {
            let _ = write!(html, "<h1 style=\"{PART}\">{}</h1>", escaped(part));
        }
        if !section.title.is_empty() {
            let _ = write!(
                html,
                "<h2 style=\"{HEAD}\">{}</h2>",
                escaped(&section.title)
            );
        }
        for block in &section.blocks {
            match &**block {
                Written::Heading(heading) => {
                    let _ = write!(html, "<h3 style=\"{SUB}\">{}</h3>", escaped(heading));
                }
                Written::Paragraph(sentences) => {
                    for line in lines(sentences) {
                        paragraph(&mut html, &line);
                    }
                }
                Written::Chart(..) | Written::Form(_) => {}
                Written::Work(rows) if rows.is_empty() => {}
                Written::Work(rows) => {
                    html.push_str("<table style=\"border-collapse:collapse\"><thead><tr>");
                    for head in WORK_COLUMNS {
                        let _ = write!(html, "<th style=\"{CELL}\">{head}</th>");
                    }
                    html.push_str("</tr></thead><tbody>");
                    for (i, row) in rows.iter().enumerate() {
                        let number = grouped(rust_decimal::Decimal::from(i as u32 + 1));
                        html.push_str("<tr>");
                        for cell in [&number, &row.matter, &row.target, &row.progress, &row.rate] {
                            push_cell(&mut html, CELL, cell, &escaped(cell));
                        }
                        html.push_str("</tr>");
                    }
                    html.push_str("</tbody></table>");
                }
                Written::Glossary(entries) => {
                    for (i, entry) in entries.iter().filter(|e| !e.text.is_empty()).enumerate() {
                        paragraph(
                            &mut html,
                            &format!("{}.{}：{}", i + 1, entry.term, entry.text),
                        );
                    }
                }
            }
        }
    }
    html
}
