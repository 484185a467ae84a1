//! A whole table of the accounts, as it is copied from Excel, WPS or a web page: its rows are found by
//! codes and labels, its columns by their heads, and what cannot be placed is said, cell by cell.

use crate::accounts::{
    Column, Depth, Filled, Layout, MOST_LINES, Side, TableLayout, TableNo, Target, plain_code,
    read_amount, unnumbered,
};

/// In which unit pasted amounts are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// As the table says, `单位：元`; 万元 where it says nothing.
    #[default]
    AsWritten,
    TenThousandYuan,
    Yuan,
}

/// What was read of a pasted table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRead {
    pub filled: Vec<Filled>,
    /// How many amounts were read.
    pub amounts: usize,
    /// Sentences about what was not: which cell, why, and what mends it.
    pub problems: Vec<String>,
    /// Amounts are in 元; they are kept so, exact.
    pub in_yuan: bool,
}

/// Problems reported at most.
const MOST_PROBLEMS: usize = 20;

/// Reads a pasted table for the table `no`. Nothing is lost: what is not read is said, and cells that
/// were not pasted stay as they are.
pub fn read_table(
    layout: &'static Layout,
    no: TableNo,
    cells: &[Vec<String>],
    unit: Unit,
) -> TableRead {
    let table = layout.table(no);
    let in_yuan = match unit {
        Unit::Yuan => true,
        Unit::TenThousandYuan => false,
        Unit::AsWritten => says_yuan(cells),
    };
    let mut reading = Reading {
        table,
        cells,
        read: TableRead {
            in_yuan,
            ..TableRead::default()
        },
        more_problems: 0,
    };
    if no == TableNo::THREE_PUBLIC && reading.three_public_across() {
        return reading.finish();
    }
    match table.lines {
        // The economic table stands in three blocks beside each other.
        Some(_) if no != TableNo::BASIC => reading.by_columns(),
        _ => reading.by_rows(),
    }
    reading.finish()
}

/// `单位：元` in the head of the table.
fn says_yuan(cells: &[Vec<String>]) -> bool {
    let head = cells.iter().take(8).flatten();
    let unit = head.filter_map(|cell| {
        let cell = plain(cell);
        let (_, unit) = cell.split_once("单位:")?;
        Some(unit.starts_with('元'))
    });
    unit.into_iter().next().unwrap_or(false)
}

/// Without blanks, with narrow brackets and colons.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '：' => ':',
            '“' | '”' | '"' => '\'',
            c => c,
        })
        .collect()
}

/// [`plain`], without the number before it: `一、`, `1.`, `(1)`, `其中:`.
fn name(text: &str) -> String {
    let text = plain(text);
    let rest = text.strip_prefix("其中:").unwrap_or(&text);
    unnumbered(rest).to_owned()
}

struct Reading<'a> {
    table: &'static TableLayout,
    cells: &'a [Vec<String>],
    read: TableRead,
    more_problems: usize,
}

impl Reading<'_> {
    fn problem(&mut self, sentence: String) {
        if self.read.problems.len() < MOST_PROBLEMS {
            self.read.problems.push(sentence);
        } else {
            self.more_problems += 1;
        }
    }

    fn finish(mut self) -> TableRead {
        if self.more_problems > 0 {
            let more = format!("还有 {} 处没有放入。", self.more_problems);
            self.read.problems.push(more);
        }
        if self.read.amounts == 0 && self.read.problems.is_empty() {
            self.read.problems.push(
                "没有认出这张表的行和数字：请连同表头一起复制整张表，再粘贴一次。".to_owned(),
            );
        }
        self.read
    }

    /// An amount as it goes into a cell; `None` where there is none.
    fn amount(&mut self, row: usize, column: usize) -> Option<String> {
        let text = self.cells.get(row)?.get(column)?.trim().to_owned();
        if text.is_empty() {
            return None;
        }
        match read_amount(&text) {
            Ok(number) => {
                self.read.amounts += 1;
                let bare = !text.ends_with(['元', '亿', '万']);
                Some(if self.read.in_yuan && bare && !number.is_zero() {
                    format!("{text}元")
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
        })
    }

    // ---- tables by subject: a column for each amount

    fn by_columns(&mut self) {
        let is_data = |row: &Vec<String>| code_of(row).is_some() || is_total(row);
        let Some(first) = self.cells.iter().position(is_data) else {
            return;
        };
        let Some(columns) = self.columns(first) else {
            return;
        };
        for at in first..self.cells.len() {
            let row = &self.cells[at];
            if self.is_beside(row) {
                continue;
            }
            let target = match code_of(row) {
                Some((code, behind)) => {
                    if self.read.filled.len() >= MOST_LINES {
                        self.problem(format!(
                            "第 {} 行起超过 {MOST_LINES} 行，没有放入。",
                            at + 1
                        ));
                        return;
                    }
                    let name = row.get(behind).map_or("", |name| name.trim());
                    Target::Subject {
                        code,
                        name: name.to_owned(),
                    }
                }
                None if is_total(row) => Target::Fixed("total"),
                None => match self.by_name(row) {
                    Some(target) => target,
                    None => {
                        self.no_code(at);
                        continue;
                    }
                },
            };
            let mut cells = Vec::new();
            for (column, place) in &columns {
                if let Some(text) = self.amount(at, *place) {
                    cells.push((*column, text));
                }
            }
            self.read.filled.push(Filled { row: target, cells });
        }
    }

    /// A row without a code whose name only one subject has.
    fn by_name(&self, row: &[String]) -> Option<Target> {
        let subjects = self.table.lines?;
        let wanted = name(row.iter().find(|cell| !cell.trim().is_empty())?);
        let mut same = subjects
            .all()
            .iter()
            .filter(|subject| subject.names().any(|name| plain(name) == wanted));
        let subject = same.next()?;
        same.next().is_none().then(|| Target::Subject {
            code: subject.code.to_owned(),
            name: subject.name.to_owned(),
        })
    }

    /// A row with numbers of which nobody knows what it is.
    fn no_code(&mut self, at: usize) {
        let row = &self.cells[at];
        let has_amount = row.iter().any(|cell| {
            let cell = cell.trim();
            !cell.is_empty() && read_amount(cell).is_ok()
        });
        if has_amount {
            let shown = row.iter().map(|cell| cell.trim()).find(|c| !c.is_empty());
            let shown: String = shown.unwrap_or_default().chars().take(20).collect();
            self.problem(format!(
                "第 {} 行“{shown}”没有科目编码，也不是本表的行，没有放入：请补上编码；合并的单元格请先拆分。",
                at + 1
            ));
        }
    }

    /// Which column of the table stands where, by the heads above the first row of data, or by their
    /// order where there are none.
    fn columns(&mut self, first: usize) -> Option<Vec<(Column, usize)>> {
        let head = &self.cells[..first];
        let width = self.cells.iter().map(Vec::len).max().unwrap_or(0);
        // The lowest head of a column tells it from its neighbours.
        let heads: Vec<String> = (0..width)
            .map(|at| {
                let texts = head.iter().filter_map(|row| row.get(at));
                let mut texts = texts
                    .map(|text| plain(text))
                    .filter(|text| !text.is_empty() && !text.chars().all(|c| c.is_ascii_digit()));
                texts.next_back().unwrap_or_default()
            })
            .collect();
        let mut found: Vec<(Column, usize)> = Vec::new();
        for layout in &self.table.columns {
            let label = plain(&layout.label);
            let is_total = layout.column == Column::Total;
            let matches = |head: &String| {
                *head == label
                    || is_total
                        && matches!(
                            head.as_str(),
                            "合计" | "小计" | "本年支出小计" | "本年支出合计"
                        )
                    || layout.column == Column::Budget && head.contains("预算数")
            };
            let free = |at: &usize| !found.iter().any(|(_, other)| other == at);
            if let Some(at) = (0..width).filter(free).find(|at| matches(&heads[*at])) {
                found.push((layout.column, at));
            }
        }
        if found.len() >= 2 || found.len() == self.table.columns.len() {
            return Some(found);
        }
        // Without heads: the numbers behind code and name, in the order of the table.
        let row = self.cells.iter().find(|row| code_of(row).is_some())?;
        let (_, name) = code_of(row)?;
        let wanted: Vec<Column> = self
            .table
            .columns
            .iter()
            .filter(|column| !column.beside)
            .map(|column| column.column)
            .collect();
        let there = row.len().saturating_sub(name + 1);
        if there != wanted.len() {
            self.problem(format!(
                "没有认出表头，编码和名称后面有 {there} 列，而{}有 {} 列（{}），没有放入：请连同表头一起复制。",
                self.table.short(),
                wanted.len(),
                wanted
                    .iter()
                    .map(|column| self.table.label(*column))
                    .collect::<Vec<_>>()
                    .join("、")
            ));
            return None;
        }
        Some(
            wanted
                .into_iter()
                .enumerate()
                .map(|(at, column)| (column, name + 1 + at))
                .collect(),
        )
    }

    // ---- tables whose rows are printed: labels, and the numbers behind each

    fn by_rows(&mut self) {
        let numbered = self.numbered_columns();
        for at in 0..self.cells.len() {
            let row = &self.cells[at];
            if self.is_beside(row) {
                continue;
            }
            let mut column = 0;
            let mut found = false;
            while column < row.len() {
                let Some((target, columns, width)) = self.target(at, column) else {
                    column += 1;
                    continue;
                };
                found = true;
                column += width;
                let mut cells = Vec::new();
                // Where there is one amount it may stand behind merged cells.
                let alone = columns.len() == 1;
                let mut wanted = columns.into_iter();
                while column < self.cells[at].len() {
                    let text = self.cells[at][column].trim();
                    // The next row beside it: a label, or a code, which reads like a number.
                    let is_word = !text.is_empty() && read_amount(text).is_err();
                    let is_code =
                        self.table.lines.is_some() && Depth::of(&plain_code(text)).is_some();
                    if (is_word || is_code) && self.target(at, column).is_some() {
                        break;
                    }
                    let blank = self.cells[at][column].trim().is_empty();
                    if numbered.contains(&column) || alone && blank {
                        column += 1;
                        continue;
                    }
                    let Some(next) = wanted.next() else {
                        column += 1;
                        continue;
                    };
                    if let Some(text) = self.amount(at, column) {
                        cells.push((next, text));
                    }
                    column += 1;
                }
                self.read.filled.push(Filled { row: target, cells });
            }
            if !found {
                self.unknown_row(at);
            }
        }
    }

    /// A row with a label and a number, below the head, that the table does not have.
    fn unknown_row(&mut self, at: usize) {
        if self.read.filled.is_empty() {
            return;
        }
        let row = &self.cells[at];
        let label = row.iter().find(|cell| !cell.trim().is_empty());
        let has_amount = row.iter().any(|cell| {
            !cell.trim().is_empty() && read_amount(cell).is_ok_and(|number| !number.is_zero())
        });
        if let (Some(label), true) = (label, has_amount) {
            let shown: String = label.trim().chars().take(20).collect();
            self.problem(format!(
                "第 {} 行“{shown}”不是{}的行，没有放入：请核对年度和表号。",
                at + 1,
                self.table.short()
            ));
        }
    }

    /// Columns that number the rows, headed 行次.
    fn numbered_columns(&self) -> Vec<usize> {
        let head = self.cells.iter().take(8);
        let mut columns: Vec<usize> = head
            .flat_map(|row| {
                let numbers = row.iter().enumerate();
                numbers.filter(|(_, cell)| matches!(plain(cell).as_str(), "行次" | "栏次"))
            })
            .map(|(at, _)| at)
            .collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The row that begins at a cell, the columns of its numbers, and how many cells it takes up before
    /// them.
    fn target(&self, row: usize, column: usize) -> Option<(Target, Vec<Column>, usize)> {
        let cells = &self.cells[row][column..];
        let label = name(cells.first()?);
        if label.is_empty() {
            return None;
        }
        if self.table.lines.is_some()
            && let Some((code, behind)) = code_of(cells)
            && cells
                .get(behind)
                .is_some_and(|name| !name.trim().is_empty() && read_amount(name).is_err())
        {
            let target = Target::Subject {
                code,
                name: cells[behind].trim().to_owned(),
            };
            let columns = self.published(None);
            return Some((target, columns, behind + 1));
        }
        for side in &self.table.sides {
            for row in &side.rows {
                let known = name(&row.label);
                // What was found once is not looked for again: both sides have a 总计.
                let target = Target::Fixed(&row.key);
                let taken = self.read.filled.iter().any(|filled| filled.row == target);
                if !taken && (known == label || alias(&known, &label)) {
                    return Some((target, self.published(Some(side)), 1));
                }
            }
        }
        None
    }

    fn published(&self, side: Option<&Side>) -> Vec<Column> {
        let columns = self.table.columns.iter().filter(|column| !column.beside);
        columns
            .map(|column| column.column)
            .filter(|column| side.is_none_or(|side| side.columns.contains(column)))
            .collect()
    }

    /// Table 07 as it is printed: one row of twelve numbers, six of the budget and six spent. Says
    /// whether it was that.
    fn three_public_across(&mut self) -> bool {
        const ROWS: [&str; 6] = [
            "total",
            "abroad",
            "vehicles",
            "purchase",
            "running",
            "reception",
        ];
        let numbers = |row: &Vec<String>| {
            let amounts = row.iter().filter(|cell| {
                let cell = cell.trim();
                !cell.is_empty() && read_amount(cell).is_ok()
            });
            amounts.count()
        };
        // Numbers of columns look like amounts: the row of data is the last of twelve.
        let Some(at) = (0..self.cells.len()).rev().find(|at| {
            let row = &self.cells[*at];
            (numbers(row) == 12 || numbers(row) == 6) && !self.is_beside(row)
        }) else {
            return false;
        };
        let places: Vec<usize> = (0..self.cells[at].len())
            .filter(|column| {
                let cell = self.cells[at][*column].trim();
                !cell.is_empty() && read_amount(cell).is_ok()
            })
            .collect();
        // Some print budget and spending under each head, others first all of the one.
        let in_pairs = self.cells[..at].iter().any(|row| {
            let heads = row.iter().map(|cell| plain(cell));
            let heads: Vec<bool> = heads
                .filter(|head| head.ends_with("预算数") || head.ends_with("决算数"))
                .map(|head| head.ends_with("预算数"))
                .collect();
            heads.len() == 12 && heads.chunks(2).all(|pair| pair == [true, false])
        });
        for (i, key) in ROWS.iter().enumerate() {
            let mut cells = Vec::new();
            let columns: &[(Column, usize)] = match (places.len() == 12, in_pairs) {
                (true, true) => &[(Column::Budget, 2 * i), (Column::Actual, 2 * i + 1)],
                (true, false) => &[(Column::Budget, i), (Column::Actual, 6 + i)],
                (false, _) => &[(Column::Actual, i)],
            };
            for (column, place) in columns {
                if let Some(text) = self.amount(at, places[*place]) {
                    cells.push((*column, text));
                }
            }
            let key = self.table.row(key).map_or("total", |(_, row)| &row.key);
            self.read.filled.push(Filled {
                row: Target::Fixed(key),
                cells,
            });
        }
        true
    }
}

/// Other names that rows go by in printed tables.
fn alias(known: &str, label: &str) -> bool {
    let short = |text: &str| -> String {
        // What is carried over stands under a head of its own, with the names of the funds.
        let text = match text.strip_prefix("年初结转和结余:") {
            Some(fund) => format!("{fund}财政拨款"),
            None => text.to_owned(),
        };
        text.replace("(含专用结余)", "")
            .replace("财政拨款收入", "财政拨款")
            .replace("运行维护费", "运行费")
            .replace("用事业基金弥补收支差额", "使用非财政拨款结余")
    };
    short(known) == short(label)
}

/// `合计` in one of the first cells, and numbers behind it: heads say 合计 too.
fn is_total(row: &[String]) -> bool {
    let first = row.iter().map(|cell| plain(cell)).find(|c| !c.is_empty());
    let amount = |cell: &String| !cell.trim().is_empty() && read_amount(cell).is_ok();
    first.is_some_and(|first| first == "合计" || first == "总计") && row.iter().any(amount)
}

/// The code at the start of a row, in one cell or in up to three (类, 款, 项), and the cell behind it.
fn code_of(row: &[String]) -> Option<(String, usize)> {
    let mut code = String::new();
    let mut behind = 0;
    for (at, cell) in row.iter().take(4).enumerate() {
        let cell = plain_code(cell);
        if cell.is_empty() && !code.is_empty() && code.len() < 7 && at < 3 {
            continue;
        }
        if cell.is_empty() || !cell.bytes().all(|b| b.is_ascii_digit()) {
            if code.is_empty() && cell.is_empty() {
                continue;
            }
            behind = at;
            break;
        }
        code.push_str(&cell);
        behind = at + 1;
        if code.len() >= 7 {
            break;
        }
    }
    Depth::of(&code).map(|_| (code, behind))
}
