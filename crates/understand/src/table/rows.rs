//! The rows of a table: their names and codes, and their amounts.

use super::columns::{self, Columns, Group, above, counts, unit_of};
use super::found::{AmountCell, FoundTable, RowName, Side, Unit};
use super::grid::{Grid, Seen};
use super::name::{Named, named};
use super::reading::{Reading, closed, digits_alone};
use super::title;
use crate::Spot;
use juesuan_figure::interval::Printed;
use std::ops::Range;

/// Codes of the rows above, where 类, 款 and 项 stand in columns of their own and each row fills only its own.
type Carried = Vec<String>;

/// Reads the amounts of these rows into the table.
pub(super) fn take(
    grid: &Grid<'_>,
    block: usize,
    rows: Range<usize>,
    columns: &Columns,
    table: &mut FoundTable,
) {
    let mut heads = heads_of(grid, rows.start..columns.body);
    let mut carried: Vec<Carried> = vec![Vec::new(); columns.groups.len()];
    let mut row = columns.body;
    while row < rows.end {
        if columns.numbering.contains(&row) {
            row += 1;
            continue;
        }
        if let Some(end) = new_heads(grid, row, rows.end, columns) {
            heads = heads_of(grid, row..end);
            row = end;
            continue;
        }
        for (at, (group, carried)) in columns.groups.iter().zip(&mut carried).enumerate() {
            one(grid, block, row, (at, group), carried, &heads, table);
        }
        row += 1;
    }
}

/// What stands above each column.
fn heads_of(grid: &Grid<'_>, rows: Range<usize>) -> Vec<Vec<String>> {
    (0..grid.width)
        .map(|column| above(grid, column, rows.clone()))
        .collect()
}

/// Heads in the midst of a table: a row with words above at least half of the amounts, and none itself. Gives
/// the first row behind them.
fn new_heads(grid: &Grid<'_>, row: usize, end: usize, columns: &Columns) -> Option<usize> {
    let amounts: Vec<usize> = columns
        .groups
        .iter()
        .flat_map(|group| &group.amounts)
        .copied()
        .collect();
    let words = |row: usize| {
        amounts
            .iter()
            .filter(|column| {
                grid.at(row, **column)
                    .is_some_and(|cell| cell.row == row && cell.reading == Reading::Words)
            })
            .count()
    };
    let numbers = |row: usize| {
        grid.row(row)
            .any(|cell| matches!(cell.reading, Reading::Amount(value, _) if value.scale() > 0))
    };
    if amounts.len() < 2 || words(row) * 2 < amounts.len() || words(row) < 2 || numbers(row) {
        return None;
    }
    let mut behind = row + 1;
    while behind < end && words(behind) * 2 >= amounts.len() && !numbers(behind) {
        behind += 1;
    }
    Some(behind)
}

fn side(group: usize) -> Side {
    match group {
        0 => Side::Left,
        1 => Side::Right,
        _ => Side::Third,
    }
}

fn one(
    grid: &Grid<'_>,
    block: usize,
    row: usize,
    (at, group): (usize, &Group),
    carried: &mut Carried,
    heads: &[Vec<String>],
    table: &mut FoundTable,
) {
    let (name, name_cell, depth) = name_of(grid, row, group);
    if name_cell.is_some_and(|cell| is_note(&cell.text)) || counts(&name.name) {
        return;
    }
    let code = code_of(grid, row, group, carried).or_else(|| name.code.clone());
    let side = side(at);
    let spot = |cell: &Seen<'_>| Spot::cell(block, cell.row, cell.column, 0..cell.raw.len());
    let begins = name_cell.is_some_and(|cell| cell.row == row);
    if let Some(cell) = name_cell
        && begins
        && !(name.name.is_empty() && code.is_none())
        && table.rows.last().is_none_or(|last| last.spot != spot(cell))
    {
        table.rows.push(RowName {
            code: code.clone(),
            name: name.name.clone(),
            mark: name.mark,
            side,
            spot: spot(cell),
        });
    }
    for (columns, rate) in [(&group.amounts, false), (&group.rates, true)] {
        for column in columns {
            let Some(cell) = grid.begins(row, *column) else {
                continue;
            };
            let heads = heads.get(*column).cloned().unwrap_or_default();
            let Some(value) = value(cell, rate, &heads, table.unit) else {
                continue;
            };
            let amount = AmountCell {
                code: code.clone(),
                name: name.name.clone(),
                mark: name.mark,
                heads,
                side,
                depth,
                value,
                printed: cell.text.clone(),
                spot: spot(cell),
            };
            if rate {
                &mut table.rates
            } else {
                &mut table.amounts
            }
            .push(amount);
        }
    }
}

fn value(cell: &Seen<'_>, rate: bool, heads: &[String], unit: Unit) -> Option<Printed> {
    match cell.reading {
        Reading::Amount(value, _) if rate => Some(Printed::new(value)),
        Reading::Percent(value) if rate => Some(Printed::new(value)),
        Reading::Amount(value, own) if !rate => {
            let unit = own.or_else(|| unit_of(heads)).unwrap_or(unit);
            unit.in_wan(Printed::new(value))
        }
        _ => None,
    }
}

/// 注：…, 说明：…: a row below the table, not of it.
fn is_note(text: &str) -> bool {
    let text = closed(text);
    [
        "注：",
        "注:",
        "备注：",
        "备注:",
        "说明：",
        "说明:",
        "注1",
        "注１",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

/// The name of a row: of several columns of names the last one that says something, but 小计 of what stands
/// before it is that.
fn name_of<'g, 'a>(
    grid: &'g Grid<'a>,
    row: usize,
    group: &Group,
) -> (Named, Option<&'g Seen<'a>>, usize) {
    let mut cells: Vec<&Seen<'a>> = Vec::new();
    for column in &group.names {
        if let Some(cell) = grid.at(row, *column) {
            let text = cell.text.as_str();
            let code = group.codes.contains(column) && digits_alone(text);
            let again = cells
                .last()
                .is_some_and(|last| last.row == cell.row && last.column == cell.column);
            if !text.is_empty()
                && !code
                && !again
                && !title::is_label(text)
                && (cell.reading == Reading::Words || columns::is_year(text))
            {
                cells.push(cell);
            }
        }
    }
    let own = |cell: &&&Seen<'a>| cell.row == row;
    let Some(last) = cells.iter().rev().find(own).or(cells.last()) else {
        let begins = group.names.first().and_then(|column| grid.at(row, *column));
        return (Named::default(), begins, usize::MAX);
    };
    let mut found = named(&last.text);
    let mut column = last.column;
    if found.name == "小计"
        && let Some(before) = cells.iter().rev().find(|cell| cell.column < last.column)
    {
        let outer = named(&before.text);
        column = before.column;
        found = Named {
            code: outer.code.or(found.code),
            mark: found.mark,
            name: outer.name,
        };
    }
    let depth = group.names.iter().filter(|name| **name < column).count();
    (found, Some(last), depth)
}

/// The code of a row, of one column or of three.
fn code_of(grid: &Grid<'_>, row: usize, group: &Group, carried: &mut Carried) -> Option<String> {
    let parts: Vec<String> = group
        .codes
        .iter()
        .map(|column| {
            grid.at(row, *column)
                // A code over several columns counts once.
                .filter(|cell| cell.column == *column || !group.codes.contains(&cell.column))
                .map(|cell| cell.text.clone())
                .filter(|text| digits_alone(text))
                .unwrap_or_default()
        })
        .collect();
    let last = parts.iter().rposition(|part| !part.is_empty())?;
    let longest = parts.iter().max_by_key(|part| part.len())?;
    if longest.len() >= 5 || parts.len() == 1 || last == 0 {
        *carried = vec![longest.clone()];
        return Some(longest.clone());
    }
    carried.resize(parts.len(), String::new());
    for (at, part) in parts.iter().enumerate() {
        if let Some(slot) = carried.get_mut(at)
            && (!part.is_empty() || at > last)
        {
            slot.clone_from(part);
        }
    }
    let code: String = carried.iter().take(last + 1).map(String::as_str).collect();
    (code.len() >= 3).then_some(code)
}

impl Unit {
    /// An amount of this unit in 万元.
    pub(super) fn in_wan(self, amount: Printed) -> Option<Printed> {
        let factor = match self {
            Unit::Wan => return Some(amount),
            Unit::Yuan => rust_decimal::Decimal::new(1, 4),
            Unit::Qian => rust_decimal::Decimal::new(1, 1),
            Unit::Million => rust_decimal::Decimal::ONE_HUNDRED,
            Unit::Yi => rust_decimal::Decimal::new(10_000, 0),
        };
        amount.times(factor)
    }
}

/// What the digits of a table's amounts allow, as they are printed all together: where most are whole numbers, they
/// were rounded to whole ones; where zeros at the end were left out, `178.3` is as exact as its neighbours.
pub(super) fn settle_digits(table: &mut FoundTable) {
    if table.unit == Unit::Yuan {
        settle_hundreds(table);
    }
    let decimals: Vec<(usize, bool)> = table
        .amounts
        .iter()
        .filter(|amount| !amount.value.value.is_zero())
        .map(|amount| match amount.printed.rsplit_once(['.', '．']) {
            Some((_, digits)) => (digits.chars().count(), digits.ends_with(['0', '０'])),
            None => (0, false),
        })
        .collect();
    let most = decimals
        .iter()
        .map(|(digits, _)| *digits)
        .max()
        .unwrap_or(0);
    let full = decimals
        .iter()
        .filter(|(digits, _)| *digits == most)
        .count();
    let whole = decimals.iter().filter(|(digits, _)| *digits == 0).count();
    let zeros = decimals.iter().any(|(_, zero)| *zero);
    let step = if decimals.len() >= 4 && whole * 2 > decimals.len() {
        0
    } else if decimals.len() >= 8
        && most > 0
        && !zeros
        && full < decimals.len()
        && full * 10 >= decimals.len() * 7
    {
        most
    } else {
        return;
    };
    let half = u32::try_from(step)
        .ok()
        .map(juesuan_figure::interval::half_unit);
    let Some(half) = half.and_then(|half| table.unit.in_wan(Printed::exact(half))) else {
        return;
    };
    for amount in &mut table.amounts {
        let digits = amount
            .printed
            .rsplit_once(['.', '．'])
            .map_or(0, |(_, digits)| digits.chars().count());
        let zero = step > 0 && amount.value.value.is_zero();
        if digits <= step && !zero {
            amount.value.half = half.value;
        }
    }
}

/// Where all 元 are hundreds, they were taken over from 万元 with two decimals, and are as exact as those.
fn settle_hundreds(table: &mut FoundTable) {
    let two = |value: rust_decimal::Decimal| value.round_dp(2) == value;
    let nonzero = table
        .amounts
        .iter()
        .filter(|amount| !amount.value.value.is_zero());
    if nonzero.count() < 8 || !table.amounts.iter().all(|amount| two(amount.value.value)) {
        return;
    }
    let half = juesuan_figure::interval::half_unit(2);
    for amount in table
        .amounts
        .iter_mut()
        .filter(|amount| !amount.value.value.is_zero())
    {
        amount.value.half = amount.value.half.max(half);
    }
}
