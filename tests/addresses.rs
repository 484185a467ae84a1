//! One way to name any cell of a workbook.

use juesuan::Place;
use juesuan::accounts::TableNo;
use juesuan::address::Grid;
use juesuan::exchange::read_workbook;
use juesuan::say::Spoken as _;

/// Every kind of cell there is, as scripts and files name it.
const PATHS: &[&str] = &[
    "forms[0].unit",
    "forms[3].claimedTotal",
    "forms[0].execution.budget",
    "forms[0].goals[1].name",
    "forms[12].goals[0].weight",
    "forms[0].goals[1].indicators[0].claimed",
    "forms[0].goals[1].indicators[499].category",
    "accounts.01.left-total.amount",
    "accounts.01.left-total.reasonLast",
    "accounts.05.total.basic",
    "accounts.05[3].basic",
    "accounts.05[0].code",
    "accounts.facts.services",
    "accounts.work[0].matter",
    "accounts.text.profile.functions",
    "accounts.style",
    "accounts.layout",
    "settings.percentPlaces",
    "year",
];

/// What is no address, each a near miss of one.
const NONE: &[&str] = &[
    "",
    "forms",
    "forms[0]",
    "forms[0].",
    "forms[].unit",
    "forms[-1].unit",
    "forms[x].unit",
    "forms[0]unit",
    "forms[0].year",
    "forms[0].accounts.style",
    "forms[0].goals[1]",
    "forms[0].goals[1].indicators[0]",
    "forms[0].goals[1].indicators[0].budget",
    "forms[0].goals[1].claimed",
    "goals[1].indicators[0].claimed",
    "unit",
    "accounts.10.total.basic",
    "accounts.5[3].basic",
    "accounts.05[3]",
    "accounts.05[3].budgetary",
    "accounts.05.nothing.basic",
    "accounts.facts",
    "accounts.facts.nothing",
    "accounts.work[0].nothing",
    "accounts.text.nothing",
    "accounts.year",
    "settings.nothing",
    "Year",
    " year",
];

#[test]
fn an_address_is_read_and_printed_the_same() {
    for path in PATHS {
        let place: Place = path.parse().unwrap_or_else(|e| panic!("{path}: {e}"));
        assert_eq!(place.to_string(), *path);
    }
}

#[test]
fn what_is_no_address_is_told_as_it_was_written() {
    for path in NONE {
        let read = path.parse::<Place>();
        let said = read.expect_err(path).in_chinese();
        assert_eq!(said, format!("表中没有“{path}”这个单元格"));
    }
    let long = "a".repeat(200);
    let said = long.parse::<Place>().unwrap_err().in_chinese();
    assert_eq!(said, format!("表中没有“{}”这个单元格", "a".repeat(80)));
}

#[test]
fn every_cell_of_every_grid_of_a_workbook_has_an_address_of_its_own() {
    let bytes = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/static/example.juesuan.json"
    ));
    let workbook = read_workbook(&bytes.unwrap()).unwrap();
    let forms = workbook.forms.iter().enumerate();
    let forms = forms.flat_map(|(at, form)| Grid::of_form(at, form));
    let tables = TableNo::all();
    let tables = tables.flat_map(|no| Grid::of_table(&workbook.accounts, workbook.layout(), no));
    let mut seen = std::collections::HashSet::new();
    let mut printed = 0;
    for grid in forms.chain(tables) {
        for row in 0..grid.rows.len() {
            for column in 0..grid.columns.len() {
                let Some(place) = grid.cell(row, column) else {
                    continue;
                };
                assert_eq!(grid.place(place), Some((row, column)), "{place}");
                assert_eq!(place.to_string().parse(), Ok(place));
                assert!(seen.insert(place), "{place} stands twice");
                printed += usize::from(place.text(&workbook).is_some());
            }
        }
    }
    assert!(seen.len() > 500, "{} cells", seen.len());
    assert!(printed > 300, "{printed} can be typed into");
}
