//! The example of the program as it is published: its nine tables, then its text.

use juesuan_domain::accounts::{Grid, TableNo};
use juesuan_domain::{Workbook, assess};
use juesuan_exchange::{disclosure_text, disclosure_title, read_workbook, shown_table};
use juesuan_paper::{Block, Paper, make, plain};

/// A table with its sides next to each other, and what stands over it.
fn table(workbook: &Workbook, no: TableNo) -> Vec<Block> {
    let assessment = assess(workbook, None);
    let reckoned = &assessment.accounts.reckoned;
    let mut rows = shown_table(&workbook.accounts, reckoned, no).into_iter();
    let title = rows.next().unwrap_or_default().concat();
    let unit = rows.next().unwrap_or_default().concat();
    let lines = workbook.accounts.table(no).lines.len();
    let sides: Vec<Vec<Vec<String>>> = Grid::of(reckoned.layout, no, lines)
        .iter()
        .map(|grid| rows.by_ref().take(grid.rows.len() + 1).collect())
        .collect();
    let height = sides.iter().map(Vec::len).max().unwrap_or(0);
    let mut cells = Vec::new();
    for row in 0..height {
        let mut texts: Vec<String> = Vec::new();
        for side in &sides {
            let width = side.iter().map(Vec::len).max().unwrap_or(0);
            let mut part = side.get(row).cloned().unwrap_or_default();
            part.resize(width, String::new());
            texts.extend(part);
        }
        let texts = texts.into_iter().enumerate();
        cells.push(
            texts
                .map(|(column, text)| make::cell(row, column, text))
                .collect(),
        );
    }
    // 公开01 收入支出决算总表, as the ministry's forms have it: the title, then its number.
    let (number, name) = title.split_once(' ').unwrap_or(("", title.as_str()));
    vec![
        make::paragraph(name.to_owned()),
        make::paragraph(format!("{number}表")),
        make::paragraph(unit),
        make::table(cells),
    ]
}

/// The whole of it.
pub fn paper() -> Paper {
    let workbook =
        read_workbook(include_bytes!("../../../../static/example.juesuan.json")).unwrap();
    let assessment = assess(&workbook, None);
    let unit = workbook.forms[0].unit.to_string();
    let title = disclosure_title(&workbook.year, &unit);
    let text = disclosure_text(&title, &assessment.accounts.disclosure);
    let mut blocks = vec![
        make::heading(1, title.clone()),
        make::heading(1, format!("第二部分 {unit}{}年度单位决算表", workbook.year)),
    ];
    for no in TableNo::all() {
        blocks.extend(table(&workbook, no));
    }
    let text = text.strip_prefix(&title).unwrap_or(&text);
    blocks.extend(plain::read(text).blocks);
    Paper {
        blocks,
        ..Paper::default()
    }
    .numbered()
}
