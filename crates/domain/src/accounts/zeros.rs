//! Which blank cells can be filled with zero: those that wait, are sums of nothing, and stay free to be
//! zero whatever has been filled before them.

use super::bounds::Bounds;
use super::cell::{Cell, Column};
use super::layout::TableNo;
use super::model::{Accounts, Cells};
use super::reckon::Reckoned;
use super::span::Standing;
use super::value::Value;
use juesuan_figure::Exact;
use std::collections::BTreeSet;

/// Rounds in which cells are left out again; more are hardly ever needed.
const MOST_ROUNDS: usize = 12;

/// The cells of a table that are to be filled with zero, in the order of its rows.
///
/// Where a sum still has to be made up by one of several blank parts, nobody knows which one it is: zeros
/// in all others would say so, and none of them is filled. Balances are what is left over by nature.
pub(super) fn zeros(accounts: &Accounts, reckoned: &Reckoned, no: TableNo) -> Vec<Cell> {
    let mut cells = candidates(accounts, reckoned, no);
    if cells.is_empty() {
        return cells;
    }
    let wholes: BTreeSet<u32> = reckoned.wholes().collect();
    for _ in 0..MOST_ROUNDS {
        let (filled, then) = fillable(&cells, reckoned, no, &wholes);
        let left_out = beside_what_is_left(&filled, &cells, reckoned, &then, &wholes);
        if left_out.is_empty() {
            return filled;
        }
        cells.retain(|cell| !left_out.contains(cell));
    }
    Vec::new()
}

/// The cells that stay free to be zero whatever has been filled before them, and what is known then.
fn fillable(
    cells: &[Cell],
    reckoned: &Reckoned,
    no: TableNo,
    wholes: &BTreeSet<u32>,
) -> (Vec<Cell>, Bounds) {
    let mut bounds = reckoned.bounds.clone();
    let net = reckoned.net();
    let may_be_zero = |bounds: &Bounds, at: u32| {
        let span = &bounds.spans[at as usize];
        span.standing == Standing::Open
            && span.low.is_none_or(|low| low.exact <= Exact::ZERO)
            && span.high.is_none_or(|high| high.exact >= Exact::ZERO)
    };
    // What a total still holds belongs into the rows that are there, as far as they can take it, in
    // every table that has any: zeros are not to leave it over.
    let others = TableNo::all().filter(|other| *other != no && reckoned.has_rows(*other));
    let tables = std::iter::once(no).chain(others);
    for at in tables.flat_map(|table| reckoned.unseen(table)) {
        if may_be_zero(&bounds, at) {
            bounds.assume_zero(at, net);
        }
    }
    let mut filled = Vec::new();
    for cell in cells.iter().copied() {
        let at = reckoned.index(cell).filter(|at| !wholes.contains(at));
        let is_spent = |bounds: &Bounds| {
            // Nothing in the budget is no budget for what was spent.
            let actual = reckoned.index(cell.beside(Column::Actual));
            let low = actual.and_then(|at| bounds.spans[at as usize].low);
            low.is_some_and(|low| low.exact > Exact::ZERO)
        };
        if cell.column() == Some(Column::Budget) && is_spent(&bounds) {
            continue;
        }
        if let Some(at) = at.filter(|at| may_be_zero(&bounds, *at)) {
            bounds.assume_zero(at, net);
            filled.push(cell);
        }
    }
    (filled, bounds)
}

/// The cells that share a sum with one that would then have to be what is left of it, and that one.
fn beside_what_is_left(
    filled: &[Cell],
    cells: &[Cell],
    reckoned: &Reckoned,
    bounds: &Bounds,
    wholes: &BTreeSet<u32>,
) -> BTreeSet<Cell> {
    let mut left_out = BTreeSet::new();
    let cells = cells
        .iter()
        .filter_map(|cell| Some((cell, reckoned.index(*cell)?)));
    for (cell, at) in cells {
        let span = &bounds.spans[at as usize];
        let is_left = span.figure().is_some_and(|left| !left.exact.is_zero());
        if is_left && !span.is_signed() && !wholes.contains(&at) {
            let beside = reckoned.beside(bounds.by[at as usize]);
            left_out.extend(beside.filter(|cell| filled.contains(cell)));
            left_out.insert(*cell);
        }
    }
    left_out
}

/// Blank cells that wait, in rows somebody has begun.
fn candidates(accounts: &Accounts, reckoned: &Reckoned, no: TableNo) -> Vec<Cell> {
    let layout = reckoned.layout.table(no);
    let table = accounts.table(no);
    if table.none {
        return Vec::new();
    }
    let columns: Vec<Column> = layout
        .columns
        .iter()
        .filter(|column| !column.beside)
        .map(|column| column.column)
        .collect();
    let mut cells = Vec::new();
    let begun = |line: &Cells| {
        let mut cells = line.iter();
        cells.any(|(column, text)| columns.contains(column) && !text.is_blank())
    };
    // Where there is one column only, a row among others that are filled in is blank on purpose.
    let all = columns.len() == 1 && table.lines.iter().any(|line| begun(line));
    for (line, typed) in table.lines.iter().enumerate() {
        if (all || begun(typed)) && !reckoned.code(no, line).is_empty() {
            cells.extend(columns.iter().map(|column| Cell::Line(no, line, *column)));
        }
    }
    if layout.lines.is_none() {
        for (side, row) in layout.rows() {
            // Totals follow once their parts are there.
            if !row.total {
                let own = columns.iter().filter(|c| side.columns.contains(c));
                cells.extend(own.map(|column| Cell::Fixed(no, &row.key, *column)));
            }
        }
    }
    let is_spent = |cell: &Cell| match cell {
        Cell::Fixed(TableNo::THREE_PUBLIC, key, Column::Actual) => accounts.speaks_of(key),
        _ => false,
    };
    cells.retain(|cell| !is_spent(cell));
    // What was spent is filled before what was planned.
    cells.sort_by_key(|cell| cell.column() == Some(Column::Budget));
    cells.retain(|cell| {
        accounts.cell(*cell).is_some_and(|text| text.is_blank())
            && reckoned.value(*cell) == Value::Waiting
    });
    cells
}

impl Reckoned {
    /// How many cells of a table [`super::Change::FillZeros`] fills, and which.
    pub fn zeros(&self, accounts: &Accounts, table: TableNo) -> Vec<Cell> {
        zeros(accounts, self, table)
    }
}
