//! The columns of a table: which of them hold names, codes, amounts and rates, and what stands above them.

use super::found::Unit;
use super::grid::Grid;
use super::reading::{Reading, closed, digits_alone};
use super::title;
use std::ops::Range;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Code,
    Amount,
    Rate,
    /// Nothing, under a head of amounts.
    Blank,
    /// Row numbers, counts, remarks: neither names nor amounts.
    Other,
}

/// The columns of one part of a table: those of its names, and those of its amounts behind them.
#[derive(Debug, Clone, Default)]
pub(super) struct Group {
    pub names: Vec<usize>,
    pub codes: Vec<usize>,
    pub amounts: Vec<usize>,
    pub rates: Vec<usize>,
}

/// The columns of some rows of a table.
#[derive(Debug)]
pub(super) struct Columns {
    /// The first row that is no head.
    pub body: usize,
    pub groups: Vec<Group>,
    /// Rows that number the columns (栏次 1 2 3).
    pub numbering: Vec<usize>,
}

impl Columns {
    /// Tells the columns of these rows apart.
    pub fn of(grid: &Grid<'_>, rows: Range<usize>) -> Self {
        let numbering: Vec<usize> = rows.clone().filter(|row| grid.numbers(*row)).collect();
        let body = first_body_row(grid, &rows, &numbering);
        let mut kinds: Vec<Kind> = (0..grid.width)
            .map(|column| kind(grid, column, &rows, body, &numbering))
            .collect();
        subjects_before_units(grid, &mut kinds, rows.start..body);
        Columns {
            body,
            groups: groups(&kinds),
            numbering,
        }
    }
}

/// Where units and subjects both have codes and names, the lines are those of the subjects.
fn subjects_before_units(grid: &Grid<'_>, kinds: &mut [Kind], heads: Range<usize>) {
    let says = |column: usize, words: &[&str]| {
        let heads = above(grid, column, heads.clone());
        words.iter().any(|word| last_head(&heads).contains(word))
    };
    for kind in [Kind::Code, Kind::Name] {
        let columns: Vec<usize> = (0..kinds.len())
            .filter(|column| kinds.get(*column) == Some(&kind))
            .collect();
        if !columns
            .iter()
            .any(|column| says(*column, &["科目", "功能分类", "经济分类"]))
        {
            continue;
        }
        for column in columns {
            if says(column, &["单位", "部门"])
                && let Some(slot) = kinds.get_mut(column)
            {
                *slot = Kind::Other;
            }
        }
    }
}

/// The first row with an amount. Whole numbers may be codes and counts, so that they count only in a table
/// that has no others.
fn first_body_row(grid: &Grid<'_>, rows: &Range<usize>, numbering: &[usize]) -> usize {
    let amount = |row: usize, whole: bool| {
        grid.row(row).any(|cell| match cell.reading {
            Reading::Amount(value, _) => {
                value.scale() > 0
                    || cell.text.contains([',', '，'])
                    || (whole
                        && !code_like(&cell.text)
                        && !index_head(&above(grid, cell.column, rows.start..row)))
                    || (whole && value.is_zero())
            }
            Reading::Percent(_) => true,
            _ => false,
        })
    };
    let candidates = || rows.clone().filter(|row| !numbering.contains(row));
    let first = candidates().find(|row| amount(*row, false));
    let first_whole = candidates().find(|row| amount(*row, true));
    match (first, first_whole) {
        // A zero or a small number above the first amount with decimals is of the body as well, unless that is far off.
        (Some(first), Some(whole)) if whole < first && !head_like(grid, whole) => whole,
        (Some(first), _) => first,
        (None, Some(whole)) => whole,
        (None, None) => rows.end,
    }
}

/// Whether most cells of a row are words: numbers among them are part of heads (2024年).
fn head_like(grid: &Grid<'_>, row: usize) -> bool {
    let (mut words, mut others) = (0, 0);
    for cell in grid.row(row) {
        match cell.reading {
            Reading::Words => words += 1,
            Reading::Blank => {}
            _ => others += 1,
        }
    }
    words > others + 1
}

fn code_like(text: &str) -> bool {
    let text = closed(text);
    digits_alone(&text) && matches!(text.len(), 2 | 3 | 5 | 7 | 9)
}

/// The words above a square, from the top down, each cell once.
pub(super) fn above(grid: &Grid<'_>, column: usize, rows: Range<usize>) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    let mut last = None;
    for row in rows {
        let Some(cell) = grid.at(row, column) else {
            continue;
        };
        if last == Some((cell.row, cell.column)) {
            continue;
        }
        last = Some((cell.row, cell.column));
        let whole_width = cell.column == 0 && cell.columns >= grid.width && grid.width > 1;
        let text = cell.text.as_str();
        if text.is_empty() || whole_width || title::is_label(text) || grid.numbers(row) {
            continue;
        }
        if cell.reading == Reading::Words && heads.last().is_none_or(|last| last != text) {
            heads.push(text.to_owned());
        }
    }
    heads
}

fn last_head(heads: &[String]) -> &str {
    heads.last().map_or("", String::as_str)
}

fn index_head(heads: &[String]) -> bool {
    matches!(last_head(heads), "行次" | "序号" | "栏次" | "编号")
}

fn code_head(heads: &[String]) -> bool {
    let head = last_head(heads);
    matches!(head, "类" | "款" | "项" | "编码" | "代码" | "科目编号")
        || ((head.contains("编码") || head.contains("代码")) && !head.contains("名称"))
}

fn name_head(heads: &[String]) -> bool {
    let head = last_head(heads);
    head.contains("项目")
        && !head.contains("支出")
        && !head.contains("收入")
        && !head.contains("结")
        || head.contains("科目")
        || head.contains("名称")
        || head.contains("功能分类")
        || head.contains("经济分类")
}

fn rate_head(heads: &[String]) -> bool {
    let head = last_head(heads);
    let head = head.trim_end_matches(['）', ')', '%', '％']);
    last_head(heads).contains(['%', '％'])
        || [
            "率",
            "占比",
            "比重",
            "幅度",
            "比例",
            "百分比",
            "增幅",
            "率（",
            "率(",
        ]
        .iter()
        .any(|word| head.ends_with(word))
        || head.contains("执行率")
        || head.contains("完成率")
}

/// Whether what is counted is no money: 批次（个）, 人数.
pub(super) fn counts(text: &str) -> bool {
    const UNITS: [&str; 14] = [
        "个",
        "辆",
        "人",
        "次",
        "批",
        "人次",
        "批次",
        "台",
        "套",
        "户",
        "台/套",
        "台（套）",
        "平方米",
        "名",
    ];
    let inner = text
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map(|(_, inner)| {
            inner
                .trim_start_matches("单位：")
                .trim_start_matches("单位:")
        });
    inner.is_some_and(|inner| UNITS.contains(&inner))
        || [
            "数量",
            "人数",
            "个数",
            "批次",
            "人次",
            "面积",
            "人员数",
            "辆数",
        ]
        .iter()
        .any(|word| text.ends_with(word))
}

fn kind(
    grid: &Grid<'_>,
    column: usize,
    rows: &Range<usize>,
    body: usize,
    numbering: &[usize],
) -> Kind {
    let heads = above(grid, column, rows.start..body.min(rows.end));
    let (mut words, mut amounts, mut rates, mut codes) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut counted = 0_usize;
    let mut last: Option<u64> = None;
    for row in body..rows.end {
        if numbering.contains(&row) {
            continue;
        }
        let Some(cell) = grid.begins(row, column) else {
            continue;
        };
        match cell.reading {
            Reading::Blank => {}
            Reading::Words => words += 1,
            Reading::Percent(_) => rates += 1,
            Reading::Amount(..) => {
                let text = cell.text.as_str();
                let number = text.parse::<u64>().ok();
                if number.is_some() && last.is_some_and(|last| number == Some(last + 1)) {
                    counted += 1;
                }
                last = number.or(last);
                codes += usize::from(code_like(text));
                amounts += 1;
            }
        }
    }
    if index_head(&heads) || (counted >= 3 && counted * 10 >= amounts * 7 && words == 0) {
        return Kind::Other;
    }
    if code_head(&heads) {
        return Kind::Code;
    }
    if words == 0 && amounts > 0 && years(grid, column, body..rows.end, last_head(&heads)) {
        return Kind::Name;
    }
    let remark = ["备注", "说明", "原因", "形式", "方式", "依据"]
        .iter()
        .any(|word| last_head(&heads).contains(word));
    if remark || heads.iter().any(|head| counts(head)) {
        return Kind::Other;
    }
    if codes > 1 && codes == amounts && looks_like_codes(grid, column, body..rows.end) {
        return Kind::Code;
    }
    match (words, amounts, rates) {
        (_, a, r) if r > a && r >= words => Kind::Rate,
        (w, a, _) if a > 0 && a * 2 >= w => {
            if rate_head(&heads) {
                Kind::Rate
            } else {
                Kind::Amount
            }
        }
        (0, 0, 0) if name_head(&heads) => Kind::Name,
        (0, 0, 0) => Kind::Blank,
        _ => Kind::Name,
    }
}

/// 2023.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && digits_alone(text)
}

/// Whether the numbers of a column are years.
fn years(grid: &Grid<'_>, column: usize, rows: Range<usize>, head: &str) -> bool {
    let mut cells = rows
        .filter_map(|row| grid.begins(row, column))
        .filter(|cell| cell.reading != Reading::Blank);
    let all = cells.all(|cell| is_year(&cell.text));
    all && (head.is_empty()
        || ["年度", "年份", "年"]
            .iter()
            .any(|word| head.ends_with(word)))
}

/// Whether the whole numbers of a column are codes: each begins with a class of the classifications, and some
/// go on where others end.
fn looks_like_codes(grid: &Grid<'_>, column: usize, rows: Range<usize>) -> bool {
    let texts: Vec<String> = rows
        .filter_map(|row| grid.begins(row, column))
        .map(|cell| cell.text.clone())
        .filter(|text| digits_alone(text))
        .collect();
    let known = texts
        .iter()
        .all(|text| text.starts_with(['2', '3', '5']) && text.len() != 2);
    known
        && texts
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if b.len() > a.len() && b.starts_with(a.as_str())))
}

/// The parts of a table side by side: a new one begins where names follow amounts.
fn groups(kinds: &[Kind]) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![Group::default()];
    let mut behind = false;
    for (column, kind) in kinds.iter().enumerate() {
        let names = matches!(kind, Kind::Name | Kind::Code);
        if names && behind {
            groups.push(Group::default());
            behind = false;
        }
        let Some(group) = groups.last_mut() else {
            continue;
        };
        match kind {
            Kind::Name => group.names.push(column),
            Kind::Code => {
                group.names.push(column);
                group.codes.push(column);
            }
            Kind::Amount => group.amounts.push(column),
            Kind::Rate => group.rates.push(column),
            Kind::Blank | Kind::Other => {}
        }
        behind |= matches!(kind, Kind::Amount | Kind::Rate | Kind::Blank);
    }
    groups
}

/// The unit that heads name for their column: 决算数（万元）.
pub(super) fn unit_of(heads: &[String]) -> Option<Unit> {
    heads.iter().rev().find_map(|head| {
        let inner = head.strip_suffix(['）', ')'])?;
        let (_, inner) = inner.rsplit_once(['（', '('])?;
        title::unit_word(
            inner
                .trim_start_matches("单位：")
                .trim_start_matches("单位:"),
        )
    })
}
