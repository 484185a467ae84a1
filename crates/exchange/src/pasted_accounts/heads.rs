//! The heads of a pasted table: which rows they are, which columns number the rows, and what stands
//! over each column, level by level.

use super::text::{is_amount, plain};

/// Rows looked at for heads.
const MOST_HEADS: usize = 15;

/// What the rows above the amounts say of the columns.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// The first row that is no head.
    pub end: usize,
    /// The first row with an amount; the heads, and what is said of the unit, are above it.
    pub amounts_from: usize,
    /// For each column the texts over it, from the top; what is merged stands over all it covers.
    pub columns: Vec<Vec<String>>,
    /// Columns that number the rows: 行次, 序号.
    pub numbering: Vec<bool>,
    /// The columns that the last row of numbers (1 2 3 …) counts, in its order.
    pub counted: Vec<usize>,
}

impl Heads {
    /// `is_label` knows texts that head columns in this table.
    pub fn of(cells: &[Vec<String>], is_label: impl Fn(&str) -> bool) -> Self {
        let width = cells.iter().map(Vec::len).max().unwrap_or(0);
        let numbering = numbering_columns(cells, width);
        let numbers = |row: &[String]| counted(row, &numbering);
        let has_amount = |row: &[String]| {
            let mut cells = row.iter().enumerate();
            cells.any(|(at, cell)| !numbering[at] && is_amount(cell))
                && numbers(row).is_none()
                && !is_of_table(row)
        };
        let first = cells.iter().position(|row| has_amount(row));
        let amounts_from = first.unwrap_or(cells.len());
        let first = amounts_from.min(MOST_HEADS);
        let is_head = |row: &[String]| {
            numbers(row).is_some()
                || row.iter().any(|cell| HEADS.contains(&plain(cell).as_str()))
                || row.iter().filter(|cell| is_label(&plain(cell))).count() >= 2
        };
        let last = cells[..first].iter().rposition(|row| is_head(row));
        let end = last.map_or(0, |last| last + 1);
        let counted = cells[..end].iter().rev().find_map(|row| numbers(row));
        let levels: Vec<&Vec<String>> = cells[..end]
            .iter()
            .filter(|row| numbers(row).is_none() && !is_title(row))
            .collect();
        Heads {
            end,
            amounts_from: first,
            columns: stacked(&levels, width),
            numbering,
            counted: counted.unwrap_or_default(),
        }
    }

    /// The texts over a column, from the lowest up.
    pub fn over(&self, column: usize) -> impl Iterator<Item = &str> {
        let texts = self.columns.get(column).map_or(&[][..], Vec::as_slice);
        texts.iter().rev().map(String::as_str)
    }

    pub fn is_numbering(&self, column: usize) -> bool {
        self.numbering.get(column).copied().unwrap_or(false)
    }
}

/// Heads that every table may have, over its labels.
const HEADS: [&str; 22] = [
    "项目",
    "栏次",
    "行次",
    "金额",
    "决算数",
    "预算数",
    "科目编码",
    "科目名称",
    "科目代码",
    "编码",
    "名称",
    "代码",
    "功能分类科目编码",
    "支出功能分类科目编码",
    "经济分类科目编码",
    "功能分类科目",
    "经济分类科目",
    "类款项",
    "支出项目",
    "收入项目",
    "项目名称",
    "类",
];

/// `公开 01 表`, `2024 年度`, a unit: numbers in such a row are no amounts.
fn is_of_table(row: &[String]) -> bool {
    let line: String = row.iter().map(|cell| plain(cell)).collect();
    line.starts_with("公开0") || line.ends_with("年度") || line.contains("单位:")
}

/// A row that says something of the whole table: its title, its unit.
fn is_title(row: &[String]) -> bool {
    let mut texts = row.iter().map(|cell| plain(cell)).filter(|t| !t.is_empty());
    let (first, second) = (texts.next(), texts.next());
    let of_table = |text: &String| {
        text.contains("单位:") || text.contains("部门:") || text.starts_with("公开0")
    };
    match (first, second) {
        (None, _) | (Some(_), None) => true,
        (Some(first), Some(second)) => {
            of_table(&first) || of_table(&second) || texts.any(|text| of_table(&text))
        }
    }
}

/// Levels of heads, each text over all columns it covers: to the right as far as nothing else begins,
/// in its own level or above it.
fn stacked(levels: &[&Vec<String>], width: usize) -> Vec<Vec<String>> {
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); width];
    // Whether a head above begins at the column.
    let mut begun = vec![false; width];
    for row in levels {
        let mut covering = String::new();
        let mut begins = Vec::new();
        for (column, over) in columns.iter_mut().enumerate() {
            let text = row.get(column).map(|text| plain(text)).unwrap_or_default();
            if !text.is_empty() {
                covering = text;
                begins.push(column);
            } else if begun[column] {
                covering.clear();
            }
            if !covering.is_empty() {
                over.push(covering.clone());
            }
        }
        for column in begins {
            begun[column] = true;
        }
    }
    columns
}

/// The columns that a row counts, `1 2 3 …`, also with `栏次` before or as `3=1+2`; `None` where it is
/// another row.
pub(super) fn counted(row: &[String], numbering: &[bool]) -> Option<Vec<usize>> {
    let mut columns = Vec::new();
    let mut named = false;
    for (at, cell) in row.iter().enumerate() {
        let text = plain(cell);
        if text.is_empty() || numbering.get(at).copied().unwrap_or(false) && is_digits(&text) {
            continue;
        }
        let number = text.trim_start_matches(['(', '[']);
        let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
        let behind = number[digits.len()..].trim_end_matches([')', ']']);
        let formula = behind.is_empty()
            || behind.starts_with('=')
                && behind
                    .chars()
                    .all(|c| c.is_ascii_digit() || "=+-*/()%".contains(c));
        if digits == (columns.len() + 1).to_string() && formula {
            columns.push(at);
        } else if matches!(
            text.as_str(),
            "栏次" | "行次" | "序号" | "列次" | "类" | "款" | "项" | "栏" | "项目" | "甲" | "乙"
        ) {
            named |= matches!(text.as_str(), "栏次" | "列次" | "栏");
        } else {
            return None;
        }
    }
    // `1 2` may be two amounts, where nothing says otherwise.
    (columns.len() >= 3 || named && !columns.is_empty()).then_some(columns)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Rows that must count on before a column without a head is one of numbers.
const COUNTING: usize = 4;

/// Which columns number the rows: those headed 行次, and those that count on, one a row.
fn numbering_columns(cells: &[Vec<String>], width: usize) -> Vec<bool> {
    (0..width).map(|at| numbers_rows(cells, at)).collect()
}

fn numbers_rows(cells: &[Vec<String>], at: usize) -> bool {
    let texts = cells.iter().filter_map(|row| row.get(at));
    let texts = texts
        .map(|cell| plain(cell))
        .filter(|text| !text.is_empty());
    let mut headed = false;
    let (mut last, mut rows, mut steps) = (None::<u32>, 0_usize, 0_usize);
    for (seen, text) in texts.enumerate() {
        if last.is_none() && seen > MOST_HEADS {
            return false;
        }
        let number = text.parse::<u32>().ok();
        let number = number.filter(|_| text.len() <= 3 && !text.starts_with('0'));
        match number {
            // What is over the first number is its head, or a title that begins there.
            None if last.is_none() => headed |= matches!(text.as_str(), "行次" | "序号"),
            None => match text.as_str() {
                "行次" | "序号" | "栏次" | "-" | "—" => {}
                _ => return false,
            },
            Some(number) => {
                if let Some(last) = last {
                    if number <= last && !headed {
                        return false;
                    }
                    steps += usize::from(number == last + 1);
                }
                // Codes of classes have three digits.
                if text.len() > 2 && !headed {
                    return false;
                }
                last = Some(number);
                rows += 1;
            }
        }
    }
    headed && rows > 0 || rows >= COUNTING && steps + 1 >= COUNTING && steps * 2 >= rows
}
