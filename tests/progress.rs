//! How far the tables are, and which of them follow from the others.

use juesuan::accounts::{Accounts, Cell, Change, Layout, TableNo, reckon};
use juesuan::exchange::read_workbook;
use juesuan::{Edit, Workbook, assess};

/// What is typed and what waits, of each table.
fn counts(workbook: &Workbook) -> Vec<(usize, usize)> {
    let progress = assess(workbook, None).accounts.reckoned.progress();
    let counts = progress.iter().map(|one| (one.typed, one.waiting));
    counts.collect()
}

fn typed(workbook: &Workbook, cell: &str, text: &str) -> Workbook {
    let (cell, text) = (cell.parse().unwrap(), text.to_owned());
    workbook
        .edited(&Edit::Accounts(Change::Set { cell, text }))
        .unwrap()
}

#[test]
fn the_general_tables_follow_from_those_by_subject_in_every_layout() {
    let expected = [TableNo::INCOME_AND_SPENDING, TableNo::FISCAL];
    for layout in Layout::all() {
        let following = reckon(&Accounts::default(), layout).following();
        assert_eq!(following, expected, "{}", layout.id);
    }
}

#[test]
fn which_tables_follow_is_no_matter_of_what_is_typed() {
    let example = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let reckoned = assess(&example, None).accounts.reckoned;
    let blank = reckon(&Accounts::default(), reckoned.layout);
    assert_eq!(reckoned.following(), blank.following());
}

#[test]
fn cells_that_are_printed_count_and_no_others() {
    // 公开01: 12 rows of income, 30 of spending; 公开04: 9 rows of one column, 29 of four. What stands beside a table does
    // not count, and rows of income have no columns of spending.
    let blank = Workbook::new("2024", "某中心", "wuhan-2020");
    let layout = blank.layout();
    let mut cells = vec![0; 9];
    for table in &layout.tables {
        for side in &table.sides {
            let printed = side
                .columns
                .iter()
                .filter(|column| !table.is_beside(**column));
            cells[table.no.index()] += side.rows.len() * printed.count();
        }
    }
    let waiting: Vec<usize> = counts(&blank)
        .into_iter()
        .map(|(_, waiting)| waiting)
        .collect();
    assert_eq!(waiting, cells);
    assert_eq!(waiting[0], 42);
}

#[test]
fn what_follows_is_neither_typed_nor_waited_for() {
    let blank = Workbook::new("2024", "某中心", "wuhan-2020");
    let three = TableNo::THREE_PUBLIC.index();
    for (cells, expected) in [
        (&[][..], (0, 12)),
        (&[("accounts.07.abroad.budget", "1")][..], (1, 11)),
        // What cannot be read was typed too; a cell beside is none of the table.
        (&[("accounts.07.abroad.budget", "一点")][..], (1, 11)),
        // With purchase and running the vehicles follow, and with the others the total.
        (
            &[
                ("accounts.07.abroad.budget", "1"),
                ("accounts.07.purchase.budget", "2"),
                ("accounts.07.running.budget", "3"),
                ("accounts.07.reception.budget", "4"),
            ][..],
            (4, 6),
        ),
    ] {
        let mut workbook = blank.clone();
        for (cell, text) in cells {
            workbook = typed(&workbook, cell, text);
        }
        assert_eq!(counts(&workbook)[three], expected, "{cells:?}");
    }
}

#[test]
fn the_example_waits_for_nothing_and_a_blank_cell_of_it_comes_next() {
    let example = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let waiting: Vec<usize> = counts(&example)
        .into_iter()
        .map(|(_, waiting)| waiting)
        .collect();
    assert_eq!(waiting, [0; 9]);
    let workbook = typed(&example, "accounts.07.running.actual", "");
    let workbook = typed(&workbook, "accounts.07.vehicles.actual", "");
    let workbook = typed(&workbook, "accounts.07.purchase.actual", "");
    let workbook = typed(&workbook, "accounts.07.total.actual", "");
    let progress = assess(&workbook, None).accounts.reckoned.progress();
    let three = progress[TableNo::THREE_PUBLIC.index()];
    let next: Option<Cell> = "accounts.07.total.actual".parse().ok();
    assert_eq!((three.waiting > 0, three.next), (true, next), "{three:?}");
}
