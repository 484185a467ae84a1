//! A pasted table while it is read, and what comes of it.

use super::columns::Over;
use super::heads::{self, Heads};
use super::labels::Labels;
use super::placed::{Amount, Unread, Why};
use super::text::{is_page_number, plain};
use super::unit::{self, AmountUnit, Beside, UnitFound};
use juesuan_domain::accounts::{Column, Filled, TableLayout, TableNo, Target, read_amount};
use juesuan_say::Spoken as _;
use std::collections::HashSet;

/// What was read of a pasted table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRead {
    /// Nothing while the unit is in doubt.
    pub filled: Vec<Filled>,
    /// For each cell of `filled` the row and the column of the pasted cell, counted from 0; none of what an
    /// empty cell means.
    pub origins: Vec<Vec<Option<(usize, usize)>>>,
    /// How many rows were recognised.
    pub rows: usize,
    /// How many amounts were read.
    pub amounts: usize,
    /// Sentences about what was not: which cell, why, and what mends it.
    pub problems: Vec<String>,
    /// The same as data, all of it.
    pub unread: Vec<Unread>,
    /// Amounts are in 元; they are kept so, exact.
    pub in_yuan: bool,
    /// The unit of amounts without one of their own.
    pub unit: UnitFound,
}

/// Problems reported at most.
const MOST_PROBLEMS: usize = 20;
/// A pasted table while it is read.
pub(super) struct Reading<'a> {
    pub table: &'static TableLayout,
    pub cells: &'a [Vec<String>],
    pub heads: Heads,
    /// What each column is, by its heads.
    pub over: Vec<Over>,
    /// The rows that the layout prints.
    pub labels: Labels,
    /// Blanks between columns are all there was: which column is empty is not known.
    pub blanks_lost: bool,
    /// The year of the workbook.
    pub year: Option<u32>,
    pub read: TableRead,
    /// Rows that were recognised, with their amounts.
    pub rows: Vec<(Target, Vec<(Column, Amount)>)>,
    pub more_problems: usize,
    /// Columns of which an amount was read.
    pub used: HashSet<usize>,
    /// Rows whose amounts may belong to one column or another, counted from 1.
    pub unsure: Vec<usize>,
}

impl Reading<'_> {
    /// Says what was not read: where it stands, and why.
    pub fn problem(&mut self, what: Unread, sentence: String) {
        self.read.unread.push(what);
        if self.read.problems.len() < MOST_PROBLEMS {
            self.read.problems.push(sentence);
        } else {
            self.more_problems += 1;
        }
    }

    pub fn put(&mut self, row: Target, cells: Vec<(Column, Amount)>) {
        self.rows.push((row, cells));
    }

    /// Columns with a head the table does not have, and amounts that would be lost in silence.
    pub fn unknown_columns(&mut self) {
        if self.blanks_lost || self.rows.is_empty() {
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
                self.problem(
                    Unread::column(at, Why::UnknownColumn),
                    format!(
                        "第 {} 列“{shown}”不是{}的栏，没有放入：请核对表头和表号。",
                        at + 1,
                        self.table.short()
                    ),
                );
            }
        }
    }

    pub fn finish(mut self, no: TableNo, beside: Option<&Beside<'_>>) -> TableRead {
        self.unknown_columns();
        for row in &self.unsure {
            self.read.unread.push(Unread::row(row - 1, Why::Unsure));
        }
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
        for (row, cells) in self.rows {
            read.origins
                .push(cells.iter().map(|(_, cell)| cell.from).collect());
            let cells = cells.into_iter().map(|(column, cell)| (column, cell.text));
            read.filled.push(Filled {
                row,
                cells: cells.collect(),
            });
        }
        read.rows = read.filled.len();
        if read.unit == UnitFound::Assumed
            && let Some(reason) = unit::doubt(no, &read.filled, beside)
        {
            read.unit = UnitFound::Doubtful(reason);
        }
        if matches!(read.unit, UnitFound::Doubtful(_)) {
            read.filled.clear();
            read.origins.clear();
        }
        read.in_yuan = matches!(
            read.unit.unit(),
            AmountUnit::Yuan | AmountUnit::ThousandYuan
        );
        read
    }

    /// The text of a cell; nothing where rows are numbered.
    pub fn text(&self, row: usize, column: usize) -> &str {
        if self.heads.is_numbering(column) && !self.blanks_lost {
            return "";
        }
        self.cells
            .get(row)
            .and_then(|cells| cells.get(column))
            .map_or("", |text| text.trim())
    }

    pub fn over(&self, column: usize) -> Over {
        if self.blanks_lost {
            return Over::Nothing;
        }
        self.over.get(column).copied().unwrap_or(Over::Nothing)
    }

    /// An amount as it goes into a cell; `None` where there is none.
    pub fn amount(&mut self, row: usize, column: usize) -> Option<Amount> {
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
                let text = if bare {
                    self.read.unit.unit().written(&text, number)
                } else {
                    text
                };
                Some(Amount {
                    text,
                    from: Some((row, column)),
                })
            }
            Err(error) => {
                self.problem(
                    Unread::cell(row, column, Why::Unreadable),
                    format!(
                        "第 {} 行第 {} 列{}，没有放入：请改正后再粘贴，或直接填写。",
                        row + 1,
                        column + 1,
                        error.in_chinese()
                    ),
                );
                None
            }
        }
    }

    /// Rows that say something about the table and are none of it.
    pub fn is_beside(&self, row: &[String]) -> bool {
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
