//! Finding the tables of a paper: where each begins and ends, what it is called.

use super::columns::Columns;
use super::found::{FoundTable, Unit};
use super::grid::Grid;
use super::reading::{Reading, closed, read};
use super::rows;
use super::title::{self, Around};
use super::topic;
use super::torn;
use juesuan_paper::{Block, Cell, Paper};
use std::ops::Range;

/// How many lines before a table may belong to it.
const LINES: usize = 6;
/// A line longer than this is no title and no label.
const LONG: usize = 60;

/// Finds the tables of a paper that hold amounts, or would.
pub(crate) fn find(paper: &Paper) -> Vec<FoundTable> {
    let mut found = read_in(paper, Unit::default());
    // A table that does not say its unit has that of the others, where they have one.
    if let Some(unit) = unit_elsewhere(paper, &found)
        && found
            .iter()
            .any(|table| !table.said_unit && table.unit != unit)
    {
        found = read_in(paper, unit);
    }
    for table in &mut found {
        rows::settle_digits(table);
    }
    torn::mark(paper, &mut found);
    number(&mut found);
    found
}

/// Finds the tables, their amounts in this unit where nothing is said of it.
fn read_in(paper: &Paper, unit: Unit) -> Vec<FoundTable> {
    let mut found: Vec<FoundTable> = Vec::new();
    let shifted = titles_behind(&paper.blocks);
    for (block, it) in paper.blocks.iter().enumerate() {
        let Block::Table { rows: cells, place } = it else {
            continue;
        };
        if is_form(cells) {
            continue;
        }
        let grid = Grid::of(cells);
        let mut around = Around::default();
        let lines = if shifted {
            lines_behind(&paper.blocks, block)
        } else {
            lines_before(&paper.blocks, block)
        };
        for line in lines {
            around.take(line);
        }
        if around.title.is_none()
            && let Some(sheet) = &place.sheet
        {
            around.take(sheet);
        }
        let parts = parts(&grid);
        for (number, part) in parts.iter().enumerate() {
            let said = if number == 0 {
                around.clone()
            } else {
                Around::default()
            };
            let goes_on = number == 0 && said.title.is_none();
            one(&grid, block, part, said, (goes_on, unit), &mut found);
        }
    }
    found
}

/// Reads one table, or what goes on of the one before.
fn one(
    grid: &Grid<'_>,
    block: usize,
    part: &Part,
    mut around: Around,
    (goes_on, unit): (bool, Unit),
    found: &mut Vec<FoundTable>,
) {
    // What stands in the table itself is nearer than what stands before it.
    let mut inside = Around::default();
    for row in part.labels.clone() {
        for cell in grid.row(row) {
            inside.take(&cell.text);
        }
    }
    around.title = inside.title.or(around.title);
    around.unit = inside.unit.or(around.unit);
    around.printed_no = inside.printed_no.or(around.printed_no);
    let columns = Columns::of(grid, part.body.clone());
    let mut table = FoundTable {
        block,
        title: around.title.clone().unwrap_or_default(),
        unit: around.unit.unwrap_or(unit),
        extent: vec![(block, part.labels.start..part.body.end)],
        ..FoundTable::default()
    };
    let heads = heads_of(grid, part.body.start..columns.body);
    rows::take(grid, block, part.body.clone(), &columns, &mut table);
    if goes_on
        && around.title.is_none()
        && let Some(before) = found.last_mut()
        && continues(before, &table)
    {
        before.amounts.append(&mut table.amounts);
        before.rates.append(&mut table.rates);
        before.rows.append(&mut table.rows);
        before.extent.append(&mut table.extent);
        return;
    }
    let accounts = table.amounts.len() >= 2
        || (!table.amounts.is_empty() && around.title.is_some())
        || (around.title.is_some() && money_heads(&heads));
    if accounts {
        table.empty = table
            .amounts
            .iter()
            .all(|amount| amount.value.value.is_zero());
        table.said_unit = around.unit.is_some();
        table.all_heads = heads;
        found.push(table);
    }
}

/// Whether heads are those of a table of accounts, also where it has no amount.
fn money_heads(heads: &[String]) -> bool {
    ["收入", "支出", "预算数", "决算数", "金额", "合计"]
        .iter()
        .any(|word| heads.iter().any(|head| head.contains(word)))
}

fn heads_of(grid: &Grid<'_>, rows: Range<usize>) -> Vec<String> {
    rows.flat_map(|row| grid.row(row))
        .map(|cell| cell.text.clone())
        .filter(|text| !text.is_empty() && !title::is_label(text))
        .collect()
}

/// Whether a table without a title is the rest of the one before: its amounts stand under the same heads, or
/// it has no heads.
fn continues(before: &FoundTable, table: &FoundTable) -> bool {
    let heads = |table: &FoundTable| {
        let mut heads: Vec<Vec<String>> = Vec::new();
        for amount in &table.amounts {
            if !heads.contains(&amount.heads) {
                heads.push(amount.heads.clone());
            }
        }
        heads
    };
    let (old, new) = (heads(before), heads(table));
    !table.amounts.is_empty()
        && !new.iter().all(Vec::is_empty)
        && new.iter().all(|head| old.contains(head))
}

/// What is no table of accounts but a form of self-evaluation.
pub(crate) fn is_form(cells: &[Vec<Cell>]) -> bool {
    let mut hits = 0;
    for cell in cells.iter().flatten() {
        let text = cell.text.as_str();
        let long = text.chars().count() > 24;
        if !long
            && [
                "一级指标",
                "二级指标",
                "三级指标",
                "得分",
                "分值",
                "自评得分",
                "绩效指标",
                "年度指标值",
                "指标值",
                "实际完成值",
                "自评表",
            ]
            .iter()
            .any(|word| text.contains(word))
        {
            hits += 1;
        }
    }
    hits >= 2
}

/// Rows of a block that are a table of their own: its labels (title, unit) and the rest.
struct Part {
    labels: Range<usize>,
    body: Range<usize>,
}

/// A block as one table, or several one below the other, each with its title.
fn parts(grid: &Grid<'_>) -> Vec<Part> {
    let mut starts: Vec<usize> = (0..grid.height)
        .filter(|row| begins_table(grid, *row))
        .collect();
    // 公开01表 stands above the title: both are labels of one table.
    starts.dedup_by(|later, earlier| (*earlier..*later).all(|row| only_labels(grid, row)));
    if starts
        .first()
        .is_none_or(|first| !(0..*first).all(|row| only_labels(grid, row)))
    {
        starts.insert(0, 0);
    } else if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([grid.height]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| {
            let body = (start..end)
                .find(|row| !only_labels(grid, *row))
                .unwrap_or(end);
            Part {
                labels: start..body,
                body: body..end,
            }
        })
        .collect()
}

/// Whether a row holds nothing but a title of a table, or 公开01表.
fn begins_table(grid: &Grid<'_>, row: usize) -> bool {
    let mut texts = grid
        .row(row)
        .map(|cell| cell.text.clone())
        .filter(|text| !text.is_empty());
    let Some(first) = texts.next() else {
        return false;
    };
    let alone = texts.next().is_none();
    alone && (title::is_title(&first) || title::printed_number(&first).is_some())
}

/// Whether a row holds only what belongs above a table: title, unit, whose it is; or nothing.
fn only_labels(grid: &Grid<'_>, row: usize) -> bool {
    let texts: Vec<String> = grid
        .row(row)
        .map(|cell| cell.text.clone())
        .filter(|text| !text.is_empty())
        .collect();
    texts
        .iter()
        .all(|text| title::is_label(text) || title::is_title(text))
        || (texts.len() == 2
            && texts.iter().any(|text| title::is_label(text))
            && texts.iter().all(|text| read(text) == Reading::Words))
}

fn line(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text),
        _ => None,
    }
}

/// The lines before a table that may belong to it, the nearest first.
fn lines_before(blocks: &[Block], block: usize) -> Vec<&str> {
    let before = blocks.get(..block).unwrap_or(&[]);
    near(before.iter().rev())
}

/// The lines behind a table, the nearest first.
fn lines_behind(blocks: &[Block], block: usize) -> Vec<&str> {
    let behind = blocks.get(block + 1..).unwrap_or(&[]);
    near(behind.iter())
}

fn near<'a>(blocks: impl Iterator<Item = &'a Block>) -> Vec<&'a str> {
    blocks
        .filter(|block| !matches!(block, Block::Picture { .. } | Block::PageBreak { .. }))
        .map_while(line)
        .take_while(|text| text.chars().count() <= LONG && !text.starts_with("注"))
        .take(LINES)
        .collect()
}

/// Whether the titles stand behind their tables: the first table has none before it, the last has one behind.
fn titles_behind(blocks: &[Block]) -> bool {
    let tables: Vec<usize> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| matches!(block, Block::Table { rows, .. } if rows.len() > 2 && !is_form(rows)))
        .map(|(at, _)| at)
        .collect();
    let titled = |lines: Vec<&str>| lines.iter().any(|line| title::is_title(&closed(line)));
    let (Some(first), Some(last)) = (tables.first(), tables.last()) else {
        return false;
    };
    tables.len() >= 2
        && !titled(lines_before(blocks, *first))
        && titled(lines_behind(blocks, *last))
        && tables
            .iter()
            .filter(|at| titled(lines_behind(blocks, **at)))
            .count()
            * 3
            >= tables.len() * 2
}

/// The unit that the document states for all tables, or that all tables which state one have.
fn unit_elsewhere(paper: &Paper, found: &[FoundTable]) -> Option<Unit> {
    let mut said = found
        .iter()
        .filter(|table| table.said_unit)
        .map(|table| table.unit);
    document_unit(paper).or_else(|| {
        let first = said.next()?;
        said.all(|unit| unit == first).then_some(first)
    })
}

/// Numbers the tables of final accounts. Of two that could have a number, the first has it; one of
/// details only where no other could.
fn number(found: &mut [FoundTable]) {
    let accounts = found.iter().any(|table| table.title.contains("决算"))
        || found
            .iter()
            .any(|table| table.all_heads.iter().any(|head| head.contains("决算数")));
    if !accounts {
        return;
    }
    let mut taken = [false; 10];
    // A table of details has a number only where the table that it details does not stand there.
    let (main, details): (Vec<_>, Vec<_>) = found
        .iter_mut()
        .partition(|table| !title::is_details(&table.title));
    for table in main.into_iter().chain(details) {
        let names: Vec<&str> = table.rows.iter().map(|row| row.name.as_str()).collect();
        let codes: Vec<&str> = table
            .rows
            .iter()
            .filter_map(|row| row.code.as_deref())
            .collect();
        let number = if topic::topic(&table.title).is_none() {
            title::number_of_heads(&table.all_heads, &names, &codes)
        } else if table.title.contains("预算")
            && !table.title.contains("决算")
            && table.title.contains("预算表")
        {
            None
        } else {
            title::number_of_title(&table.title)
        };
        // Subjects with income and spending in columns: no list of 收入 and 支出 side by side.
        let number = match number {
            Some(4) if codes.len() >= 2 && table.title.contains("一般公共预算") => Some(5),
            Some(1 | 4) if codes.len() >= 2 => None,
            number => number,
        };
        if let Some(number) = number
            && let Some(slot) = taken.get_mut(usize::from(number))
            && !*slot
        {
            *slot = true;
            table.no = Some(number);
        }
    }
}

/// What the text says of all tables: 以下各表单位均为万元.
fn document_unit(paper: &Paper) -> Option<Unit> {
    paper
        .blocks
        .iter()
        .filter_map(line)
        .filter(|text| {
            text.contains("表") && (text.contains("单位均") || text.contains("金额单位"))
        })
        .find_map(title::unit)
}
