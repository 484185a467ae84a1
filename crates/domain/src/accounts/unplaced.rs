//! What was typed and the layout has no place for: kept in the file, not shown, and said.

use super::Cell;
use super::cell::Column;
use super::layout::{Layout, TableNo};
use super::model::{Accounts, Cells};
use super::path::fixed;

/// What people call the cells of a table that have something typed in them and no place.
pub(super) fn unplaced(accounts: &Accounts, layout: &'static Layout, no: TableNo) -> Vec<String> {
    let (table, laid_out) = (accounts.table(no), layout.table(no));
    let mut into = Vec::new();
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
    into
}

fn typed(cells: &Cells) -> impl Iterator<Item = Column> {
    let typed = cells.iter().filter(|(_, text)| !text.is_blank());
    typed.map(|(column, _)| *column)
}
