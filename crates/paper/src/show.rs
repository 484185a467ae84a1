//! A paper as lines of text, for the eye and for tests.

use crate::{Block, Cell, Note, Paper};
use std::fmt::{Display, Formatter, Result};

/// One line for each block, each row of a table and each note; places are left out:
///
/// ```text
/// H2 一、收入支出总体情况
/// P 本年收入合计9746.50万元。
/// T 2x3
/// | 项目<2x1> | 预算数 | 决算数
/// | 12.00 | 13.00
/// N running-head p1,2 某局2024年度部门决算
/// ```
/// A cell over several squares is marked `<rows x columns>`, a line break in it is `⏎`.
impl Display for Paper {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        for block in &self.blocks {
            match block {
                Block::Heading { level, text, .. } => writeln!(out, "H{level} {}", flat(text))?,
                Block::Paragraph { text, .. } => writeln!(out, "P {}", flat(text))?,
                Block::Table { rows, .. } => table(rows, out)?,
                Block::Picture { .. } => writeln!(out, "Picture")?,
                Block::PageBreak { .. } => writeln!(out, "PageBreak")?,
            }
        }
        for note in &self.notes {
            remark(note, out)?;
        }
        Ok(())
    }
}

fn table(rows: &[Vec<Cell>], out: &mut Formatter<'_>) -> Result {
    let cells = || rows.iter().flatten();
    let height = cells()
        .map(|cell| cell.row.saturating_add(cell.rows))
        .max()
        .unwrap_or(0);
    let width = cells()
        .map(|cell| cell.column.saturating_add(cell.columns))
        .max();
    writeln!(out, "T {height}x{}", width.unwrap_or(0))?;
    for row in rows {
        let mut line = String::from("|");
        for cell in row {
            line.push(' ');
            line.push_str(&flat(&cell.text));
            if cell.rows.saturating_mul(cell.columns) > 1 {
                line.push_str(&format!("<{}x{}>", cell.rows, cell.columns));
            }
            line.push_str(" |");
        }
        writeln!(out, "{}", line.strip_suffix(" |").unwrap_or(&line))?;
    }
    Ok(())
}

fn remark(note: &Note, out: &mut Formatter<'_>) -> Result {
    let code = serde_name(note);
    write!(out, "N {code}")?;
    if !note.pages.is_empty() {
        let pages: Vec<String> = note.pages.iter().map(usize::to_string).collect();
        write!(out, " p{}", pages.join(","))?;
    }
    if let Some(count) = note.count {
        write!(out, " x{count}")?;
    }
    if let Some(text) = &note.text {
        write!(out, " {}", flat(text))?;
    }
    writeln!(out)
}

/// The code of a note as scripts get it: `running-head` of `RunningHead`.
fn serde_name(note: &Note) -> String {
    let mut name = String::new();
    for c in format!("{:?}", note.code).chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(c.to_lowercase());
    }
    name
}

fn flat(text: &str) -> String {
    text.replace('\n', "⏎")
}
