//! A whole table of the accounts, as it is copied from Excel, WPS, Word, a web page or a PDF: its rows
//! are found by codes and labels, its columns by their heads, and what cannot be placed is said, cell by
//! cell.

mod columns;
mod heads;
mod labels;
mod lines;
mod subjects;
mod three_public;
mod unit;

pub use unit::{AmountUnit, Beside, Unit, UnitFound};

use crate::accounts::{
    Filled, Layout, MOST_LINES, TableLayout, TableNo, Target, read_amount, unnumbered,
};
use columns::Over;
use heads::Heads;
use labels::Labels;
use std::collections::HashSet;

/// What was read of a pasted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRead {
    /// Nothing while the unit is in doubt.
    pub filled: Vec<Filled>,
    /// How many rows were recognised.
    pub rows: usize,
    /// How many amounts were read.
    pub amounts: usize,
    /// Sentences about what was not: which cell, why, and what mends it.
    pub problems: Vec<String>,
    /// Amounts are in 元; they are kept so, exact.
    pub in_yuan: bool,
    /// The unit of amounts without one of their own.
    pub unit: UnitFound,
}

/// Problems reported at most.
const MOST_PROBLEMS: usize = 20;
/// Cells a pasted table may have: the longest table with every column a spreadsheet puts around it.
const MOST_CELLS: usize = 200_000;
/// Rows of heads and notes around a table's own.
const MOST_AROUND: usize = 200;

/// Reads a pasted table for the table `no`, by itself: see [`read_table_beside`].
pub fn read_table(
    layout: &'static Layout,
    no: TableNo,
    cells: &[Vec<String>],
    unit: Unit,
) -> TableRead {
    read_table_beside(layout, no, cells, unit, None)
}

/// Reads a pasted table for the table `no`. Nothing is lost: what is not read is said, and cells that
/// were not pasted stay as they are. What else the workbook holds shows where amounts without a unit
/// cannot be in 万元.
pub fn read_table_beside(
    layout: &'static Layout,
    no: TableNo,
    cells: &[Vec<String>],
    unit: Unit,
    beside: Option<&Beside<'_>>,
) -> TableRead {
    let mut read = TableRead {
        filled: Vec::new(),
        rows: 0,
        amounts: 0,
        problems: Vec::new(),
        in_yuan: false,
        unit: UnitFound::Assumed,
    };
    // Spreadsheets copy the empty rows below a table too.
    let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let end = cells.iter().rposition(|row| !blank(row));
    let cells = &cells[..end.map_or(0, |end| end + 1)];
    if let Some(problem) = too_large(cells) {
        read.problems.push(problem);
        return read;
    }
    let apart = lines::apart(cells);
    let cells = &*apart.cells;
    let table = layout.table(no);
    let heads = Heads::of(cells, |text| {
        columns::is_label(table, text)
            || no == TableNo::THREE_PUBLIC && three_public::item(text).is_some()
    });
    read.unit = match unit {
        Unit::Yuan => UnitFound::Chosen(AmountUnit::Yuan),
        Unit::TenThousandYuan => UnitFound::Chosen(AmountUnit::TenThousandYuan),
        Unit::AsWritten => match unit::written(&cells[..heads.amounts_from]) {
            None => UnitFound::Assumed,
            Some(Ok(unit)) => UnitFound::Given(unit),
            Some(Err(units)) => {
                let units: Vec<&str> = units.iter().map(|unit| unit.label()).collect();
                UnitFound::Doubtful(format!("表头写了不止一种金额单位：{}。", units.join("、")))
            }
        },
    };
    let year = beside.and_then(|beside| year_in(beside.year));
    let mut reading = Reading {
        table,
        over: columns::all(table, &heads, year),
        labels: Labels::of(table),
        heads,
        cells,
        blanks_lost: apart.blanks_lost,
        year,
        read,
        more_problems: 0,
        used: HashSet::new(),
        unsure: Vec::new(),
    };
    if no == TableNo::THREE_PUBLIC && reading.three_public_across() {
        return reading.finish(no, beside);
    }
    match table.lines {
        // The economic table stands in three blocks beside each other.
        Some(_) if no != TableNo::BASIC => reading.by_columns(),
        _ => reading.by_rows(),
    }
    reading.finish(no, beside)
}

/// A sentence where there is more than any table has.
fn too_large(cells: &[Vec<String>]) -> Option<String> {
    let most = MOST_LINES + MOST_AROUND;
    if cells.len() > most {
        return Some(format!(
            "粘贴的内容有 {} 行，超过一张表能有的 {most} 行，没有放入：请只选中这一张表再复制。",
            cells.len()
        ));
    }
    let count: usize = cells.iter().map(Vec::len).sum();
    (count > MOST_CELLS).then(|| {
        format!(
            "粘贴的内容有 {count} 个单元格，超过 {MOST_CELLS} 个，没有放入：请只选中这一张表再复制。"
        )
    })
}

/// Without blanks and what does not show, narrow: digits, letters, brackets, colons, commas, dashes.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_unseen(*c))
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '﹙' | '〔' | '【' => '(',
            '﹚' | '〕' | '】' => ')',
            '∶' | '﹕' | '︰' => ':',
            '“' | '”' | '"' => '\'',
            c => c,
        })
        .map(|c| if c == '"' { '\'' } else { c })
        .collect()
}

/// Characters without a width of their own.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
    ) || c.is_control()
}

/// [`plain`], without the number before it: `一、`, `1.`, `(1)`, `其中:`.
fn name(text: &str) -> String {
    let text = plain(text);
    let rest = text.strip_prefix("其中:").unwrap_or(&text);
    unnumbered(rest).to_owned()
}

/// The year in a text such as `2024年度`.
fn year_in(text: &str) -> Option<u32> {
    let text = plain(text);
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let years = digits.iter().filter(|digits| digits.len() == 4);
    years
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1990..=2199).contains(year))
}

/// `— 14 —`, `第 14 页`: what a page ends with.
fn is_page_number(row: &[String]) -> bool {
    if row.iter().filter(|cell| !cell.is_empty()).nth(8).is_some() {
        return false;
    }
    let line: String = row.iter().map(|cell| plain(cell)).collect();
    let inner = line.trim_matches(['-', '—', '–']);
    let dashed = inner.len() < line.len() && line.ends_with(['-', '—', '–']);
    let paged = line.starts_with('第') && line.ends_with('页');
    (dashed && !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit())) || paged
}

/// Whether a cell holds an amount.
fn is_amount(cell: &str) -> bool {
    !cell.trim().is_empty() && read_amount(cell).is_ok()
}

struct Reading<'a> {
    table: &'static TableLayout,
    cells: &'a [Vec<String>],
    heads: Heads,
    /// What each column is, by its heads.
    over: Vec<Over>,
    /// The rows that the layout prints.
    labels: Labels,
    /// Blanks between columns are all there was: which column is empty is not known.
    blanks_lost: bool,
    /// The year of the workbook.
    year: Option<u32>,
    read: TableRead,
    more_problems: usize,
    /// Columns of which an amount was read.
    used: HashSet<usize>,
    /// Rows whose amounts may belong to one column or another, counted from 1.
    unsure: Vec<usize>,
}

impl Reading<'_> {
    fn problem(&mut self, sentence: String) {
        if self.read.problems.len() < MOST_PROBLEMS {
            self.read.problems.push(sentence);
        } else {
            self.more_problems += 1;
        }
    }

    fn put(&mut self, row: Target, cells: Vec<(crate::accounts::Column, String)>) {
        self.read.filled.push(Filled { row, cells });
    }

    /// Columns with a head the table does not have, and amounts that would be lost in silence.
    fn unknown_columns(&mut self) {
        if self.blanks_lost || self.read.filled.is_empty() {
            return;
        }
        for at in 0..self.over.len() {
            let head = self.heads.over(at).next().unwrap_or_default().to_owned();
            let of_names = ["编码", "代码", "科目", "名称", "类", "款", "项", "序号"];
            if self.over(at) != Over::Nothing
                || head.is_empty()
                || self.used.contains(&at)
                || of_names.iter().any(|word| head.contains(word))
            {
                continue;
            }
            let rows = self.heads.end..self.cells.len();
            let amount = |row: usize| read_amount(self.text(row, at)).is_ok_and(|n| !n.is_zero());
            if rows.into_iter().any(amount) {
                let shown: String = head.chars().take(20).collect();
                self.problem(format!(
                    "第 {} 列“{shown}”不是{}的栏，没有放入：请核对表头和表号。",
                    at + 1,
                    self.table.short()
                ));
            }
        }
    }

    fn finish(mut self, no: TableNo, beside: Option<&Beside<'_>>) -> TableRead {
        self.unknown_columns();
        if !self.unsure.is_empty() {
            let shown: Vec<String> = self.unsure.iter().take(8).map(usize::to_string).collect();
            let more = if self.unsure.len() > 8 { "等" } else { "" };
            let sentence = format!(
                "复制来的文字不分列，第 {}{more} 行的数比表的列少或者多，不能确定各在哪一列，没有放入：请从 Excel、WPS 或 Word 复制这张表，或直接填写。",
                shown.join("、")
            );
            self.read.problems.push(sentence);
        }
        if self.more_problems > 0 {
            let more = format!("还有 {} 处没有放入。", self.more_problems);
            self.read.problems.push(more);
        }
        if self.read.amounts == 0 && self.read.problems.is_empty() {
            self.read.problems.push(
                "没有认出这张表的行和数字：请连同表头一起复制整张表，再粘贴一次。".to_owned(),
            );
        }
        let mut read = self.read;
        read.rows = read.filled.len();
        if read.unit == UnitFound::Assumed
            && let Some(reason) = unit::doubt(no, &read.filled, beside)
        {
            read.unit = UnitFound::Doubtful(reason);
        }
        if matches!(read.unit, UnitFound::Doubtful(_)) {
            read.filled.clear();
        }
        read.in_yuan = matches!(
            read.unit.unit(),
            AmountUnit::Yuan | AmountUnit::ThousandYuan
        );
        read
    }

    /// The text of a cell; nothing where rows are numbered.
    fn text(&self, row: usize, column: usize) -> &str {
        if self.heads.is_numbering(column) && !self.blanks_lost {
            return "";
        }
        self.cells
            .get(row)
            .and_then(|cells| cells.get(column))
            .map_or("", |text| text.trim())
    }

    fn over(&self, column: usize) -> Over {
        if self.blanks_lost {
            return Over::Nothing;
        }
        self.over.get(column).copied().unwrap_or(Over::Nothing)
    }

    /// An amount as it goes into a cell; `None` where there is none.
    fn amount(&mut self, row: usize, column: usize) -> Option<String> {
        let text = self.text(row, column);
        // A word processor wraps long amounts.
        let text: String = if text.contains(char::is_control) {
            text.chars().filter(|c| !c.is_whitespace()).collect()
        } else {
            text.to_owned()
        };
        if text.is_empty() {
            return None;
        }
        match read_amount(&text) {
            Ok(number) => {
                self.read.amounts += 1;
                self.used.insert(column);
                let bare = !text.ends_with(['元', '亿', '万']);
                Some(if bare {
                    self.read.unit.unit().written(&text, number)
                } else {
                    text
                })
            }
            Err(error) => {
                self.problem(format!(
                    "第 {} 行第 {} 列{error}，没有放入：请改正后再粘贴，或直接填写。",
                    row + 1,
                    column + 1
                ));
                None
            }
        }
    }

    /// Rows that say something about the table and are none of it.
    fn is_beside(&self, row: &[String]) -> bool {
        let first = row.iter().map(|cell| plain(cell)).find(|c| !c.is_empty());
        first.is_none_or(|first| {
            [
                "注",
                "备注",
                "说明",
                "栏次",
                "行次",
                "填表",
                "单位负责人",
                "编制单位",
                "部门:",
                "单位:",
                "金额单位",
            ]
            .iter()
            .any(|word| first.starts_with(word))
        }) || heads::counted(row, &self.heads.numbering).is_some()
            || is_page_number(row)
    }
}
