//! Reads a whole table.

use super::heads::Heads;
use super::labels::Labels;
use super::placed::{Unread, Why};
use super::reading::{Reading, TableRead};
use super::text::year_in;
use super::unit::{self, AmountUnit, Beside, Unit, UnitFound};
use super::{columns, lines, three_public};
use juesuan_domain::accounts::{Layout, MOST_LINES, TableNo};
use std::collections::HashSet;

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
        origins: Vec::new(),
        rows: 0,
        amounts: 0,
        problems: Vec::new(),
        unread: Vec::new(),
        in_yuan: false,
        unit: UnitFound::Assumed,
    };
    // Spreadsheets copy the empty rows below a table too.
    let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    let end = cells.iter().rposition(|row| !blank(row));
    let cells = &cells[..end.map_or(0, |end| end + 1)];
    if let Some(problem) = too_large(cells) {
        read.problems.push(problem);
        read.unread.push(Unread::all(Why::TooMany));
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
        rows: Vec::new(),
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
