//! What was typed and the layout has no place for: kept in the file, not shown, and said.

use super::cell::Column;
use super::layout::{Layout, TableNo};
use super::model::{Accounts, Cells, Table};
use super::path::fixed;
use super::{Cell, Finding, wording as say};

/// What there is to say of the layout that was chosen.
pub(super) fn check(accounts: &Accounts, layout: &'static Layout, findings: &mut Vec<Finding>) {
    let id = accounts.layout.as_str();
    if !id.is_empty() && id != layout.id {
        findings.push(say::layout_unknown(id, &layout.name));
    }
    let mut cells = Vec::new();
    for no in TableNo::all() {
        unplaced(accounts, layout, no, &mut cells);
    }
    if !cells.is_empty() {
        findings.push(say::cells_unplaced(&layout.name, &cells));
    }
}

/// What people call the cells of a table that have something typed in them and no place.
fn unplaced(accounts: &Accounts, layout: &'static Layout, no: TableNo, into: &mut Vec<String>) {
    let (table, laid_out): (&Table, _) = (accounts.table(no), layout.table(no));
    for (key, cells) in &table.rows {
        let row = laid_out.row(key);
        let gone = |column: Column| match row {
            Some((side, _)) => column.is_amount() && !side.columns.contains(&column),
            None => true,
        };
        for column in typed(cells).filter(|column| gone(*column)) {
            into.push(match fixed(no, key, column) {
                Some(cell) => accounts.phrase(layout, cell),
                None => format!("{}“{key}”", laid_out.short()),
            });
        }
    }
    for (line, cells) in table.lines.iter().enumerate() {
        let gone = |column: Column| match laid_out.lines {
            Some(_) => column.is_amount() && !laid_out.has(column),
            None => true,
        };
        for column in typed(cells).filter(|column| gone(*column)) {
            into.push(accounts.phrase(layout, Cell::Line(no, line, column)));
        }
    }
}

fn typed(cells: &Cells) -> impl Iterator<Item = Column> {
    let typed = cells.iter().filter(|(_, text)| !text.is_blank());
    typed.map(|(column, _)| *column)
}
