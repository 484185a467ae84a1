//! What the program publishes comes in again without a figure lost: random workbooks with consistent tables.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]
#![allow(
    dead_code,
    reason = "the sets of tables are made for other tests as well"
)]

extern crate juesuan_domain as juesuan;

#[path = "../../../tests/consistent/mod.rs"]
mod consistent;

use consistent::{Random, Set};
use juesuan_domain::accounts::{Cell, Column, Layout, Style, TableNo, read_amount};
use juesuan_domain::{Workbook, assess};
use juesuan_intake::import;
use juesuan_publication::{Parts, publish};
use std::rc::Rc;

fn workbook(seed: u64) -> Workbook {
    let set = Set::random(&mut Random(seed));
    Workbook {
        accounts: Rc::new(set.accounts(false)),
        ..Workbook::new("2022", "云山市水务局", "mof-2020")
    }
}

/// Cells whose amounts are printed and not nothing, and what came of each.
fn lost(workbook: &Workbook, came: &Workbook) -> Vec<String> {
    let layout = workbook.layout();
    let reckoned = assess(workbook, None).accounts.reckoned.clone();
    let after = assess(came, None).accounts.reckoned.clone();
    let mut lost = Vec::new();
    for no in TableNo::all() {
        let table = layout.table(no);
        let typed = workbook.accounts.table(no);
        let lines = (0..typed.lines.len()).flat_map(|line| {
            let columns = table.line_columns();
            columns.map(move |column| Cell::Line(no, line, column))
        });
        let fixed = table.rows().flat_map(|(side, row)| {
            let columns = side.columns.iter();
            columns.map(move |column| Cell::Fixed(no, &row.key, *column))
        });
        for cell in fixed.chain(lines) {
            let printed = |column: Column| column.is_amount() && !table.is_beside(column);
            let value = reckoned.value(cell).known();
            let Some(value) = value.filter(|value| !value.is_zero()) else {
                continue;
            };
            if !cell.column().is_some_and(printed) {
                continue;
            }
            let there = match cell {
                Cell::Line(no, line, column) => came
                    .accounts
                    .line_with(no, &typed.code(line))
                    .map(|line| Cell::Line(no, line, column)),
                other => Some(other),
            };
            let found = there.and_then(|cell| came.accounts.cell(cell));
            let number = found.and_then(|text| read_amount(text).ok());
            // 公开06 is printed without its total, which follows.
            let number = number.map(juesuan_figure::Number::decimal);
            let number = number.or_else(|| there.and_then(|cell| after.value(cell).known()));
            if number != Some(value) {
                lost.push(format!("{cell}: {value}, came as {found:?}"));
            }
        }
    }
    lost
}

fn round_trips(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let workbook = workbook(seed);
        let paper = publish(&workbook, None, &Parts::default());
        let imported = import(&paper.numbered());
        let came = &imported.workbook;
        assert_eq!(
            (came.unit(), &*came.year),
            ("云山市水务局", "2022"),
            "{seed}"
        );
        assert_eq!(came.layout().id, workbook.layout().id, "{seed}");
        let lost = lost(&workbook, came);
        assert!(lost.is_empty(), "{seed}: {lost:#?}");
        let left = imported.left.iter().filter(|one| one.from.cell.is_some());
        assert_eq!(left.count(), 0, "{seed}: {:#?}", imported.left);
    }
}

#[test]
fn what_is_published_comes_in_again() {
    round_trips(0..12);
}

#[test]
#[ignore = "takes minutes"]
fn a_thousand_workbooks_come_in_again() {
    round_trips(12..1_000);
}

/// The style is told by what was read: the text's headings, and where there is no text the tables' layout.
#[test]
fn the_style_is_that_of_the_disclosure() {
    let tables = Parts::named(["tables"]).unwrap();
    for layout in Layout::all() {
        for style in Style::all() {
            let mut workbook = workbook(0);
            workbook.year = if layout.id == "mof-2020" {
                "2020"
            } else {
                "2024"
            }
            .into();
            let accounts = Rc::make_mut(&mut workbook.accounts);
            accounts.style.clone_from(&style.id);
            accounts.layout.clone_from(&layout.id);
            let came = |parts: &Parts| {
                let imported = import(&publish(&workbook, None, parts));
                imported.workbook.accounts.style.clone()
            };
            let (layout, style) = (&layout.id, &style.id);
            assert_eq!(came(&Parts::default()), *style, "{layout} {style}");
            let of_layout = Style::all().iter().any(|style| style.id == *layout);
            let of_tables = if of_layout { layout.as_str() } else { "" };
            assert_eq!(came(&tables), of_tables, "tables of {layout}");
        }
    }
}
