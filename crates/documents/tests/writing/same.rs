//! What of two papers must be the same.

use juesuan_paper::{Block, Cell, Paper, TextStyle};
use std::fmt::Display;

/// Fails at the first piece that differs.
pub fn assert(was: Vec<String>, is: Vec<String>, of: impl Display) {
    for (at, (was, is)) in was.iter().zip(&is).enumerate() {
        assert_eq!(was, is, "{of}, piece {at}");
    }
    assert_eq!(was.len(), is.len(), "{of}: {was:?}\n{is:?}");
}

/// A text without what no file can hold, as readers trim it.
fn clean(text: &str) -> String {
    let possible = |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFF}');
    let text: String = text.chars().filter(possible).collect();
    text.trim().to_owned()
}

/// Without blanks, which Excel's sheets of text and lines above tables lay out anew.
pub fn letters(text: impl AsRef<str>) -> String {
    clean(text.as_ref())
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// All that a paper says, and where pages end.
pub fn word(paper: &Paper, pages: bool) -> Vec<String> {
    let style = |block: usize| paper.looks.iter().find(|look| look.block == block)?.style;
    let mut said: Vec<String> = Vec::new();
    for (number, block) in paper.blocks.iter().enumerate() {
        match block {
            Block::Heading { level, text, .. } => said.push(format!("H{level} {}", clean(text))),
            // Parts of these lines stand left and right, with tabs between.
            Block::Paragraph { text, .. } if style(number) == Some(TextStyle::TableLine) => {
                said.push(format!("P {}", clean(text)));
            }
            Block::Paragraph { text, .. } => said.push(format!("P {}", clean(text))),
            Block::Table { rows, .. } => {
                let cells = rows.iter().flatten();
                said.extend(cells.map(|it| {
                    format!(
                        "C {},{} {}x{} {}",
                        it.row,
                        it.column,
                        it.rows,
                        it.columns,
                        clean(&it.text)
                    )
                }));
            }
            Block::Picture { .. } => said.push("Picture".to_owned()),
            Block::PageBreak { .. } if pages => {
                // A page on which nothing stands is none.
                if !said.is_empty() && said.last().is_some_and(|it| it != "PageBreak") {
                    said.push("PageBreak".to_owned());
                }
            }
            Block::PageBreak { .. } => {}
        }
    }
    said
}

/// A cell that says something: row, column, how far it reaches, what it says.
type Said = (usize, usize, usize, usize, String);

/// The tables of a paper that say something.
fn tables(paper: &Paper) -> Vec<Vec<Said>> {
    let tables = paper.blocks.iter().filter_map(|block| match block {
        Block::Table { rows, .. } => Some(rows.iter().flatten()),
        _ => None,
    });
    let said = |it: &Cell| (it.row, it.column, it.rows, it.columns, clean(&it.text));
    tables
        .map(|cells| cells.map(said).filter(|it| !it.4.is_empty()).collect())
        .filter(|cells: &Vec<Said>| !cells.is_empty())
        .collect()
}

/// The sheets of a workbook, with where each cell stands on its sheet.
fn sheets(read: &Paper) -> Vec<Vec<Said>> {
    let place = |cell: &Cell| {
        let name = cell.place.cell.as_deref().unwrap();
        let at = name.find(|c: char| c.is_ascii_digit()).unwrap();
        let column = name[..at].bytes();
        let column = column.fold(0, |sum, c| sum * 26 + usize::from(c - b'A') + 1);
        (name[at..].parse::<usize>().unwrap() - 1, column - 1)
    };
    let mut sheets = tables(read);
    let tables = read.blocks.iter().filter_map(|block| match block {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    for (sheet, rows) in sheets.iter_mut().zip(tables) {
        let filled = rows.iter().flatten().filter(|it| !it.text.is_empty());
        for (said, cell) in sheet.iter_mut().zip(filled) {
            (said.0, said.1) = place(cell);
        }
    }
    sheets
}

/// Fails where a table does not stand on its sheet as it was, below titles and above notes.
pub fn assert_excel(paper: &Paper, read: &Paper, of: impl Display) {
    let sheets = sheets(read);
    for (number, table) in tables(paper).into_iter().enumerate() {
        let sheet = &sheets[number];
        let height = table.iter().map(|it| it.0 + it.2).max().unwrap();
        let found = (0..40).any(|above| {
            let inside = sheet
                .iter()
                .filter(|it| (above..above + height).contains(&it.0));
            let moved = |it: &Said| (it.0 - above, it.1, it.2, it.3, it.4.clone());
            inside.map(moved).eq(table.iter().cloned())
        });
        assert!(found, "{of}, table {number}:\n{table:?}\n{sheet:?}");
    }
}

pub fn heading(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { text, .. } => Some(text),
        _ => None,
    }
}

/// The texts that stand in no table.
pub fn texts(paper: &Paper) -> impl Iterator<Item = &str> {
    paper.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text.as_str()),
        _ => None,
    })
}

/// All cells of a workbook.
pub fn all_cells(read: &Paper) -> impl Iterator<Item = &str> {
    read.blocks.iter().flat_map(|block| match block {
        Block::Table { rows, .. } => rows.iter().flatten().map(|it| it.text.as_str()).collect(),
        _ => Vec::new(),
    })
}
