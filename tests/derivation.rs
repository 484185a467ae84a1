//! What follows is certain: nothing is derived from what is blank or not there, and rounding is no
//! error. Real tables with every cell, random ones with cells and rows left out.

mod consistent;

use consistent::{Random, Set};
use juesuan::accounts::{
    Accounts, Cell, Cells, Column, Finding, Grid, Layout, State, Subjects, TableNo, Value, examine,
    reckon,
};
use juesuan::finding::{Code, Mend, Severity};
use juesuan::say::{InWords as _, Language};
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

/// Every cell of amounts.
fn amounts(accounts: &Accounts) -> Vec<Cell> {
    let mut cells = Vec::new();
    for no in TableNo::all() {
        for grid in Grid::of(layout(), no, accounts.table(no).lines.len()) {
            for row in 0..grid.rows.len() {
                let row = (0..grid.columns.len()).filter_map(|column| grid.cell(row, column));
                cells.extend(row.filter(|cell| cell.column().is_some_and(Column::is_amount)));
            }
        }
    }
    cells
}

/// A cell whatever row its code has come to stand in: the same in tables with fewer rows.
fn name(accounts: &Accounts, cell: Cell) -> (TableNo, String, Column) {
    let no = cell.table().unwrap();
    let row = match cell {
        Cell::Line(_, line, _) => accounts.table(no).code(line).into_owned(),
        Cell::Fixed(_, key, _) => key.to_owned(),
        _ => panic!("{cell} is in no table"),
    };
    (no, row, cell.column().unwrap())
}

/// What every cell comes to.
type Truth = BTreeMap<(TableNo, String, Column), Decimal>;

fn truth(accounts: &Accounts) -> Truth {
    let reckoned = reckon(accounts, layout());
    let cells = amounts(accounts).into_iter();
    let known =
        cells.filter_map(|cell| Some((name(accounts, cell), reckoned.value(cell).known()?)));
    known.collect()
}

/// Cells and rows of accounts left out at random.
fn with_blanks(accounts: &Accounts, random: &mut Random) -> Accounts {
    let blank = [1, 5, 30, 60, 90, 99][random.below(6)];
    let gone = [0, 0, 10, 40][random.below(4)];
    let mut left = accounts.clone();
    for table in &mut left.tables {
        let table = Rc::make_mut(table);
        let lines = table.lines.len();
        table.lines.retain(|_| random.below(100) >= gone);
        table.complete = table.complete && table.lines.len() == lines && random.below(2) == 0;
        let mut blank = |cells: &mut Cells| {
            cells.retain(|column, _| !column.is_amount() || random.below(100) >= blank);
        };
        table.rows.values_mut().for_each(&mut blank);
        for line in &mut table.lines {
            blank(Rc::make_mut(line));
        }
    }
    left
}

/// Every derived value is the true one, as near as what it follows from is rounded, and nothing is
/// called wrong.
#[track_caller]
fn holds(accounts: &Accounts, truth: &Truth, printed: Decimal, of: &str) {
    let reckoned = reckon(accounts, layout());
    for cell in amounts(accounts) {
        let value = match reckoned.value(cell) {
            Value::Derived(value) => value,
            Value::OutOfRange => panic!("{of}: {cell} is out of range"),
            _ => continue,
        };
        let Some(expected) = truth.get(&name(accounts, cell)) else {
            continue;
        };
        let slack = if printed.is_zero() {
            Decimal::ZERO
        } else {
            reckoned.slack(cell).decimal().unwrap() + printed
        };
        assert!(
            (value - expected).abs() <= slack,
            "{of}: {cell} is {expected}, not {value}"
        );
    }
    for relation in reckoned.relations() {
        let (left, right) = reckoned.sides(relation);
        assert!(
            !relation.state.is_wrong(),
            "{of}: {left:?} {:?} {right:?}",
            relation.state
        );
    }
}

fn partial_states(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let mut random = Random(seed);
        let set = Set::random(&mut random);
        let accounts = set.accounts(random.below(2) == 0);
        let truth = truth(&accounts);
        for _ in 0..2 {
            let left = with_blanks(&accounts, &mut random);
            holds(&left, &truth, Decimal::ZERO, &format!("seed {seed}"));
        }
    }
}

#[test]
fn what_follows_in_a_consistent_set_is_true() {
    partial_states(0..300);
}

#[test]
#[ignore = "takes minutes"]
fn what_follows_in_ten_thousand_consistent_sets_is_true() {
    partial_states(0..10_000);
}

/// Zeros in a table set nothing at odds: not a sum, not another table.
#[test]
fn zeros_contradict_nothing() {
    let at_odds = |reckoned: &juesuan::accounts::Reckoned| -> Vec<bool> {
        let states = reckoned.relations().iter().map(|relation| relation.state);
        states
            .map(|state| !matches!(state, State::Holds | State::Waiting))
            .collect()
    };
    for seed in 0..150 {
        let mut random = Random(seed);
        let accounts = Set::random(&mut random).accounts(random.below(2) == 0);
        let left = with_blanks(&accounts, &mut random);
        let before = reckon(&left, layout());
        for no in TableNo::all() {
            let cells = before.zeros(&left, no);
            let mut filled = left.clone();
            for cell in &cells {
                assert!(left.cell(*cell).unwrap().is_blank());
                filled.set(*cell, "0").unwrap();
            }
            let after = reckon(&filled, layout());
            for (at, (was, is)) in at_odds(&before).iter().zip(at_odds(&after)).enumerate() {
                let relation = after.relations()[at];
                let sides = after.sides(&relation);
                assert!(
                    *was || !is,
                    "seed {seed}, {no}: {:?} {sides:?}",
                    relation.state
                );
            }
        }
    }
}

/// Of one or two figures that are wrong, in tables with blanks: what is offered changes one of these and
/// leaves fewer errors, never one that is right.
fn mends(seeds: std::ops::Range<u64>) {
    let errors = |accounts: &Accounts| {
        let findings = examine(accounts, &reckon(accounts, layout()));
        let errors = findings.into_iter();
        errors
            .filter(|f| f.severity() == Severity::Error)
            .collect::<Vec<Finding>>()
    };
    for seed in seeds {
        let mut random = Random(seed);
        let full = match seed % 3 {
            0 => planning(),
            _ => Set::random(&mut random).accounts(seed % 2 == 0),
        };
        let mut accounts = with_blanks(&full, &mut random);
        let mut cells = amounts(&accounts);
        cells.retain(|cell| !accounts.cell(*cell).unwrap().is_blank());
        let mut wrong = Vec::new();
        for _ in 0..=random.below(2) {
            let Some(cell) = cells.get(random.below(cells.len())) else {
                continue;
            };
            let text = accounts.cell(*cell).unwrap().to_string();
            let (text, unit) = match text.strip_suffix('元') {
                Some(number) => (number, "元"),
                None => (text.as_str(), ""),
            };
            let amount: Decimal = text.parse().unwrap();
            let other = match random.below(4) {
                0 => amount * Decimal::TEN,
                1 => amount + Decimal::ONE,
                2 => amount + Decimal::ONE_HUNDRED,
                _ => amount - Decimal::from(9),
            };
            accounts.set(*cell, &format!("{other}{unit}")).unwrap();
            wrong.push(*cell);
        }
        let before = errors(&accounts);
        for finding in &before {
            let Some(Mend::Put { cell, text }) = &finding.mend else {
                continue;
            };
            assert!(wrong.contains(cell), "seed {seed}: {wrong:?} {finding:#?}");
            let mut mended = accounts.clone();
            mended.set(*cell, text).unwrap();
            let after = errors(&mended).len();
            assert!(after < before.len(), "seed {seed}: {finding:#?}");
        }
    }
}

#[test]
fn no_mend_touches_what_is_right() {
    mends(0..120);
}

#[test]
#[ignore = "takes minutes"]
fn no_mend_touches_what_is_right_in_ten_thousand_sets() {
    mends(0..10_000);
}

#[test]
fn a_consistent_set_typed_in_full_has_no_finding() {
    for seed in 0..200 {
        let mut random = Random(seed);
        let set = Set::random(&mut random);
        let accounts = set.accounts(seed % 2 == 0);
        let findings = examine(&accounts, &reckon(&accounts, layout()));
        // Some sets are about balances below zero.
        let other = |f: &&Finding| f.code != Code::AmountNegative && f.code != Code::CodeUnknown;
        let findings: Vec<&Finding> = findings.iter().filter(other).collect();
        assert!(findings.is_empty(), "seed {seed}: {findings:#?}");
        let reckoned = reckon(&accounts, layout());
        for cell in amounts(&accounts) {
            let table = cell.table().unwrap();
            let beside = accounts.table(table).none
                || layout().table(table).is_beside(cell.column().unwrap());
            assert!(
                beside || matches!(reckoned.value(cell), Value::Typed(_)),
                "{cell}"
            );
        }
    }
}

#[test]
fn what_follows_in_real_tables_is_what_they_print() {
    let accounts = planning();
    let truth = truth(&accounts);
    for seed in 0..150 {
        let left = with_blanks(&accounts, &mut Random(seed));
        holds(&left, &truth, Decimal::new(5, 3), &format!("seed {seed}"));
    }
}

#[test]
fn real_tables_have_eleven_roundings_and_no_error() {
    let accounts = planning();
    let reckoned = reckon(&accounts, layout());
    let findings = examine(&accounts, &reckoned);
    let worse: Vec<&Finding> = findings
        .iter()
        .filter(|f| f.severity() != Severity::Notice && f.code != Code::CodeUnknown)
        .collect();
    assert!(worse.is_empty(), "{worse:#?}");
    let roundings: Vec<&Finding> = findings
        .iter()
        .filter(|f| f.code == Code::TableRounding)
        .collect();
    let [rounding] = roundings[..] else {
        panic!("{roundings:#?}");
    };
    assert_eq!(
        rounding.message(),
        "11 处尾差，均在四舍五入范围内，不必修改。"
    );
    let also = rounding.also.iter();
    let texts: Vec<String> = also
        .map(|also| Language::Chinese.difference(&also.difference))
        .collect();
    let places: Vec<(String, &str)> = rounding
        .also
        .iter()
        .zip(&texts)
        .map(|(also, text)| (also.cell.to_string(), text.rsplit_once(' ').unwrap().1))
        .collect();
    let expected = [
        ("accounts.05[11].total", "0.01"),
        ("accounts.05[12].total", "0.01"),
        ("accounts.05[13].total", "0.01"),
        ("accounts.05.total.total", "0.01"),
        ("accounts.06[27].amount", "0.02"),
        ("accounts.06.personnel.amount", "0.01"),
        ("accounts.01.210.amount", "0.01"),
        ("accounts.01.212.amount", "0.01"),
        ("accounts.04.spending-total.total", "0.01"),
        ("accounts.04.spending-total.general", "0.01"),
        ("accounts.04.210.general", "0.01"),
    ];
    let expected = expected.map(|(path, apart)| (path.to_owned(), apart));
    assert_eq!(places, expected);
    // Every printed cell is taken as it is, and no blank one is anything but a sum of them.
    for cell in amounts(&accounts) {
        let typed = accounts.cell(cell).unwrap();
        if !typed.is_blank() {
            assert_eq!(reckoned.value(cell), Value::Typed(typed.parse().unwrap()));
        }
    }
    let path = "accounts.06.total.amount".parse().unwrap();
    assert_eq!(
        reckoned.value(path),
        Value::Derived("5364.75".parse().unwrap())
    );
    // All that can be checked is: what waits lies beside the published tables.
    let waits = reckoned
        .relations()
        .iter()
        .filter(|relation| relation.state == State::Waiting);
    for relation in waits {
        let left = reckoned.sides(relation).0.unwrap();
        let beside = layout()
            .table(left.table().unwrap())
            .is_beside(left.column().unwrap());
        let opening = left.to_string().contains(".04.opening");
        assert!(beside || opening, "{left} waits");
    }
}

/// Where all rows are there and amounts are exact, one blank cell is no loss, nor are the sums.
#[test]
fn what_is_certain_does_follow() {
    for seed in 0..60 {
        let mut random = Random(seed);
        let accounts = Set::random(&mut random).accounts(true);
        let cells = amounts(&accounts);
        let typed = |cell: &Cell| accounts.cell(*cell).is_some_and(|text| !text.is_blank());
        let cells: Vec<Cell> = cells.into_iter().filter(typed).collect();
        for _ in 0..10 {
            let cell = cells[random.below(cells.len())];
            let mut one = accounts.clone();
            one.set(cell, "").unwrap();
            let before = reckon(&accounts, layout()).value(cell).known().unwrap();
            let after = reckon(&one, layout()).value(cell);
            assert_eq!(
                after,
                Value::Derived(before.normalize()),
                "seed {seed}: {cell}"
            );
        }
        let mut items = accounts.clone();
        for table in &mut items.tables {
            for line in &mut Rc::make_mut(table).lines {
                if line[&Column::Code].len() < 7 && line[&Column::Code].starts_with('2') {
                    Rc::make_mut(line).retain(|column, _| !column.is_amount());
                }
            }
        }
        let (whole, parts) = (reckon(&accounts, layout()), reckon(&items, layout()));
        for cell in cells {
            assert_eq!(
                whole.value(cell).known(),
                parts.value(cell).known(),
                "seed {seed}: {cell}"
            );
        }
    }
}

/// Tables 02, 03 and 05 of 300 rows each: one key, and a table with only its items typed.
#[test]
#[ignore = "prints times: cargo test --release --test derivation -- --ignored --nocapture times"]
fn times_of_three_tables_of_300_rows() {
    let mut random = Random(1);
    let items: Vec<&str> = Subjects::Functional
        .all()
        .iter()
        .map(|subject| subject.code)
        .filter(|code| code.len() == 7)
        .collect();
    let mut accounts = Accounts::default();
    let mut bare = Accounts::default();
    for no in [2, 3, 5] {
        let no = TableNo::new(no).unwrap();
        let mut rows: BTreeMap<String, BTreeMap<Column, i64>> = BTreeMap::new();
        let columns: Vec<Column> = layout()
            .table(no)
            .line_columns()
            .filter(|column| !layout().table(no).is_beside(*column))
            .collect();
        for item in items.iter().take(230) {
            for (at, column) in columns.iter().enumerate() {
                let amount = random.below(1_000_000) as i64;
                for depth in [3, 5, 7] {
                    let row = rows.entry(item[..depth].to_owned()).or_default();
                    if at > 0 {
                        *row.entry(*column).or_default() += amount;
                        *row.entry(columns[0]).or_default() += amount;
                    }
                }
            }
        }
        println!("{no}: {} rows", rows.len());
        let lines = |items_only: bool| {
            let lines = rows.iter().map(|(code, row)| {
                let mut line = Cells::new();
                line.insert(Column::Code, code.as_str().into());
                for (column, cents) in row {
                    if !items_only || (code.len() == 7 && *column != columns[0]) {
                        let text = format!("{}.{:02}", cents / 100, cents % 100);
                        line.insert(*column, text.as_str().into());
                    }
                }
                Rc::new(line)
            });
            lines.collect::<Vec<_>>()
        };
        Rc::make_mut(&mut accounts.tables[no.index()]).lines = lines(false);
        Rc::make_mut(&mut bare.tables[no.index()]).lines = lines(true);
    }
    for (name, accounts) in [("every cell typed", accounts), ("items only", bare)] {
        for part in ["reckon", "examine"] {
            let reckoned = reckon(&accounts, layout());
            let begun = std::time::Instant::now();
            for _ in 0..20 {
                match part {
                    "reckon" => drop(std::hint::black_box(reckon(&accounts, layout()))),
                    _ => drop(std::hint::black_box(examine(&accounts, &reckoned))),
                }
            }
            println!("{name}, {part}: {:?}", begun.elapsed() / 20);
        }
    }
}
