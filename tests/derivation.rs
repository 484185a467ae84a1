//! What follows is certain: nothing is derived from what is blank or not there, and rounding is no
//! error. Real tables with every cell, random ones with cells and rows left out.

use juesuan::accounts::{
    Accounts, Cell, Cells, Change, Column, Finding, Grid, Layout, State, Table, TableNo, Value,
    examine, reckon,
};
use juesuan::figure::Exact;
use juesuan::finding::{Code, Severity};
use juesuan::{Edit, Workbook};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::rc::Rc;

fn layout() -> &'static Layout {
    Layout::of_year("2022")
}

/// The nine tables of a district's planning bureau as printed, in 万元.
fn planning() -> Accounts {
    serde_json::from_str(include_str!("data/planning-2024.json")).unwrap()
}

/// Every cell of amounts that is published.
fn amounts(accounts: &Accounts) -> Vec<Cell> {
    let mut cells = Vec::new();
    for no in TableNo::all() {
        for grid in Grid::of(layout(), no, accounts.table(no).lines.len()) {
            for row in 0..grid.rows.len() {
                let row = (0..grid.columns.len()).filter_map(|column| grid.cell(row, column));
                cells.extend(row.filter(|cell| {
                    let column = cell.column().unwrap();
                    column.is_amount() && !layout().table(no).is_beside(column)
                }));
            }
        }
    }
    cells
}

#[test]
fn real_tables_have_roundings_and_no_error() {
    let accounts = planning();
    let reckoned = reckon(&accounts, layout());
    let findings = examine(&accounts, &reckoned);
    let worse: Vec<&Finding> = findings
        .iter()
        .filter(|f| f.severity() != Severity::Notice)
        .collect();
    println!("{worse:#?}");
    let rounding = findings.iter().find(|f| f.code == Code::TableRounding);
    println!("{rounding:#?}");
    let waiting: Vec<_> = reckoned.relations().iter().filter(|r| r.state == State::Waiting).map(|r| (r.kind, reckoned.sides(r))).collect();
    println!("{} waiting of {}", waiting.len(), reckoned.relations().len());
    for w in waiting.iter().take(20) { println!("{w:?}"); }
}
