//! The tables: what follows from what, every identity held and broken, random sets of tables.

use juesuan::Workbook;
use juesuan::accounts::{
    Accounts, Cell, Cells, Column, Fact, Finding, Grid, Kind, Layout, RowAt, State, Subjects,
    Table, TableNo, Value, examine, reckon,
};
use juesuan::finding::Code;
use juesuan::say::InWords as _;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

fn layout() -> &'static Layout {
    Layout::of_year("2020")
}

fn set(accounts: &mut Accounts, path: &str, text: &str) {
    let cell: Cell = path.parse().unwrap_or_else(|e| panic!("{path}: {e}"));
    accounts.set(cell, text).unwrap();
}

/// Accounts of some cells.
fn typed(cells: &[(&str, &str)]) -> Accounts {
    let mut accounts = Accounts::default();
    for (path, text) in cells {
        set(&mut accounts, path, text);
    }
    accounts
}

/// Rows by subject, with the columns given.
fn lines(accounts: &mut Accounts, no: TableNo, rows: &[(&str, &[(Column, String)])]) {
    let rows = rows.iter().map(|(code, cells)| {
        let mut line = Cells::new();
        line.insert(Column::Code, (*code).into());
        for (column, text) in *cells {
            line.insert(*column, text.as_str().into());
        }
        Rc::new(line)
    });
    let table = Table {
        lines: rows.collect(),
        ..Table::clone(accounts.table(no))
    };
    accounts.tables[no.index()] = Rc::new(table);
}

fn findings(accounts: &Accounts) -> Vec<Finding> {
    examine(accounts, &reckon(accounts, layout()))
}

#[track_caller]
fn follows(cells: &[(&str, &str)], path: &str, expected: &str) {
    let reckoned = reckon(&typed(cells), layout());
    let value = reckoned.value(path.parse().unwrap());
    let shown = match value {
        Value::Waiting => "waiting".to_owned(),
        Value::Invalid => "invalid".to_owned(),
        Value::OutOfRange => "out of range".to_owned(),
        Value::Typed(value) => format!("typed {value}"),
        Value::Derived(value) => format!("{value}"),
    };
    assert_eq!(shown, expected, "{path}");
}

#[test]
fn what_follows_from_what() {
    let total = "accounts.07.total.actual";
    let parts = [
        ("accounts.07.abroad.actual", "1"),
        ("accounts.07.purchase.actual", "0"),
        ("accounts.07.running.actual", "1.38"),
        ("accounts.07.reception.actual", "0.5"),
    ];
    follows(&parts, "accounts.07.vehicles.actual", "1.38");
    follows(&parts, total, "2.88");
    // One part is missing, and the whole is not known either.
    follows(&parts[..3], total, "waiting");
    // The rest of a whole.
    let rest = [(total, "2.88"), parts[0], parts[1], parts[2]];
    follows(&rest, "accounts.07.reception.actual", "0.5");
    // All that is known is the whole already: the others are nothing.
    let alone = [
        ("accounts.03.total.total", "5"),
        ("accounts.03.total.basic", "5"),
    ];
    follows(&alone, "accounts.03.total.toAbove", "0");
    follows(&alone, "accounts.01.spending-total.amount", "5");
    // Nothing less than nothing follows.
    let more = [
        ("accounts.05.total.total", "5"),
        ("accounts.05.total.basic", "6"),
    ];
    follows(&more, "accounts.05.total.project", "waiting");
    // What cannot be read may be anything.
    let unreadable = [
        ("accounts.05.total.total", "5"),
        ("accounts.05.total.basic", "x"),
    ];
    follows(&unreadable, "accounts.05.total.basic", "invalid");
    follows(&unreadable, "accounts.05.total.project", "waiting");
    // A dash is a zero, a blank cell is none.
    follows(&[(total, "—")], total, "typed 0");
    follows(&[(total, " ")], total, "waiting");
    // 元 stays exact.
    follows(&[(total, "12,345.67元")], total, "typed 1.234567");
}

#[test]
fn a_table_that_is_said_to_be_empty_is_zero() {
    let mut accounts = Accounts::default();
    accounts.tables[TableNo::FUNDS.index()] = Rc::new(Table {
        none: true,
        ..Table::default()
    });
    let reckoned = reckon(&accounts, layout());
    let funds = "accounts.04.spending-total.funds".parse().unwrap();
    assert_eq!(reckoned.value(funds).known(), Some(0.into()));
    set(&mut accounts, "accounts.08.total.income", "3");
    let said: Vec<Code> = findings(&accounts).iter().map(|f| f.code).collect();
    assert!(said.contains(&Code::TableNotEmpty), "{said:?}");
}

#[track_caller]
fn says(cells: &[(&str, &str)], code: Code, part: &str) {
    let found = findings(&typed(cells));
    let hit = found.iter().find(|f| f.code == code);
    let hit = hit.unwrap_or_else(|| panic!("no {code} in {found:?}"));
    assert!(hit.message().contains(part), "{}", hit.message());
}

#[test]
fn mistakes_are_said() {
    says(
        &[("accounts.05.total.basic", "12a")],
        Code::FigureUnreadable,
        "公开05“合计”的基本支出“12a”不是数字",
    );
    says(
        &[("accounts.05.total.basic", "-1")],
        Code::AmountNegative,
        "小于零",
    );
    says(
        &[("accounts.05.total.basic", "1.234")],
        Code::AmountDecimals,
        "多于两位小数",
    );
    says(
        &[
            ("accounts.07.total.actual", "3"),
            ("accounts.07.vehicles.actual", "5"),
        ],
        Code::TableSum,
        "小于已填各项之和",
    );
    says(
        &[
            ("accounts.05.total.total", "7"),
            ("accounts.05.total.basic", "5"),
            ("accounts.05.total.project", "3"),
        ],
        Code::TableSum,
        "7 与各项之和 8 不等，相差 1",
    );
    says(
        &[
            ("accounts.05.total.total", "8.01"),
            ("accounts.05.total.basic", "5.00"),
            ("accounts.05.total.project", "3.0"),
        ],
        Code::TableRounding,
        "1 处尾差，在四舍五入范围内：公开05“合计”的本年支出合计 8.01 与各项之和 8 差 0.01",
    );
    says(
        &[
            ("accounts.05.total.total", "20,001元"),
            ("accounts.05.total.basic", "10,050元"),
            ("accounts.05.total.project", "9,951元"),
        ],
        Code::RoundingShown,
        "尾差",
    );
    says(
        &[
            ("accounts.05.total.basic", "5"),
            ("accounts.06.total.amount", "6"),
        ],
        Code::TablesDisagree,
        "公开06",
    );
    says(
        &[
            ("accounts.07.abroad.actual", "1"),
            ("accounts.07.abroad.budget", "0"),
        ],
        Code::SpentUnbudgeted,
        "年初预算数为 0",
    );
    says(
        &[
            ("accounts.07.abroad.actual", "2"),
            ("accounts.07.abroad.budget", "1"),
        ],
        Code::SpentOverBudget,
        "大于预算数",
    );
    says(
        &[
            ("accounts.07.reception.actual", "1"),
            ("accounts.facts.receptions", "0"),
        ],
        Code::FactsMissing,
        "公务接待批次却是 0",
    );
    says(
        &[
            ("accounts.facts.goods", "0"),
            ("accounts.facts.works", "0"),
            ("accounts.facts.services", "8"),
            ("accounts.facts.smallMedium", "9"),
        ],
        Code::FactsDisagree,
        "超过 100%",
    );
    says(
        &[("accounts.facts.held", "1.5")],
        Code::FigureUnreadable,
        "不是整数",
    );
    says(
        &[
            ("accounts.facts.fuel", "1"),
            ("accounts.facts.tolls", "1"),
            ("accounts.facts.maintenance", "0"),
            ("accounts.facts.insurance", "0"),
            ("accounts.facts.otherRunning", "0"),
            ("accounts.07.running.actual", "3"),
        ],
        Code::FactsDisagree,
        "各项之和 2",
    );
    says(
        &[("accounts.05.total.total", "1")],
        Code::TableEmpty,
        "公开08还没有填写",
    );
}

#[test]
fn codes_are_checked() {
    let mut accounts = Accounts::default();
    let one = [(Column::Basic, "1".to_owned())];
    lines(
        &mut accounts,
        TableNo::GENERAL,
        &[
            ("208", &one),
            ("2080109", &one),
            ("2080109", &one),
            ("2089998", &one),
            ("20x", &one),
            ("", &one),
        ],
    );
    set(&mut accounts, "accounts.05[0].name", "卫生健康支出");
    let said: Vec<Code> = findings(&accounts).iter().map(|f| f.code).collect();
    for code in [
        Code::CodeName,
        Code::CodeTwice,
        Code::CodeOrphan,
        Code::CodeUnknown,
    ] {
        assert!(said.contains(&code), "{code}: {said:?}");
    }
    assert_eq!(
        said.iter()
            .filter(|code| **code == Code::CodeUnknown)
            .count(),
        3
    );
}

#[test]
fn subjects_are_found() {
    let first = |text: &str| Subjects::Functional.search(text, 5).first().map(|s| s.code);
    assert_eq!(first("2080109"), Some("2080109"));
    assert_eq!(first("社会保险经办"), Some("2080109"));
    assert_eq!(first("住房 公积金"), Some("2210201"));
    assert_eq!(first("没有这样的科目"), None);
    for subjects in [Subjects::Functional, Subjects::Economic] {
        let all = subjects.all();
        assert!(all.windows(2).all(|pair| pair[0].code < pair[1].code));
        for subject in all {
            let above = juesuan::accounts::parent(subject.code);
            assert!(
                above.is_none_or(|above| subjects.named(above).is_some()),
                "{}",
                subject.code
            );
        }
    }
}

// ---- consistent sets of tables

/// What a random set is made from, in cents of 万元.
#[derive(Debug, Clone)]
struct Seeds {
    general: Vec<(usize, u32, u32)>,
    funds: Vec<(usize, u32, u32)>,
    capital: Vec<(usize, u32)>,
    carried: [u32; 4],
    other: [u32; 4],
    three_public: [u32; 8],
}

const GENERAL: [&str; 8] = [
    "2010301", "2050202", "2080101", "2080109", "2080505", "2101102", "2210201", "2210202",
];
const FUNDS: [&str; 3] = ["2120801", "2120802", "2296002"];
const CAPITAL: [&str; 2] = ["2230101", "2230102"];

fn seeds() -> impl Strategy<Value = Seeds> {
    let amount = 0..500_000_u32;
    (
        prop::collection::vec((0..GENERAL.len(), 1..500_000_u32, amount.clone()), 1..6),
        prop::collection::vec((0..FUNDS.len(), amount.clone(), amount.clone()), 0..3),
        prop::collection::vec((0..CAPITAL.len(), amount.clone()), 0..3),
        prop::array::uniform4(amount.clone()),
        prop::array::uniform4(amount.clone()),
        prop::array::uniform8(amount),
    )
        .prop_map(
            |(general, funds, capital, carried, other, three_public)| Seeds {
                general,
                funds,
                capital,
                carried,
                other,
                three_public,
            },
        )
}

fn yuan(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// Rows of items with those above them; the amounts of one code added up.
fn table(accounts: &mut Accounts, no: TableNo, items: &BTreeMap<&str, Vec<(Column, u32)>>) {
    let mut rows: BTreeMap<String, Vec<(Column, String)>> = BTreeMap::new();
    for (code, cells) in items {
        for above in [&code[..3], &code[..5]] {
            rows.entry(above.to_owned()).or_default();
        }
        let cells = cells.iter().map(|(column, cents)| (*column, yuan(*cents)));
        rows.insert((*code).to_owned(), cells.collect());
    }
    let rows: Vec<(&str, &[(Column, String)])> = rows
        .iter()
        .map(|(code, cells)| (code.as_str(), cells.as_slice()))
        .collect();
    lines(accounts, no, &rows);
}

/// A consistent set with every cell typed: made from what cannot follow, with all that follows written
/// into it.
fn consistent(seeds: &Seeds) -> Accounts {
    let mut accounts = Accounts::default();
    let mut spending: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    let mut general: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    for (at, basic, project) in &seeds.general {
        let sum = general.entry(GENERAL[*at]).or_default();
        *sum = [sum[0] + basic, sum[1] + project];
    }
    let mut funds: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    for (at, income, project) in &seeds.funds {
        let sum = funds.entry(FUNDS[*at]).or_default();
        *sum = [sum[0] + income, sum[1] + (*project).min(*income)];
    }
    let mut capital: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    for (at, project) in &seeds.capital {
        capital.entry(CAPITAL[*at]).or_default()[1] += project;
    }
    for (code, [basic, project]) in general.iter().chain(&capital) {
        spending.insert(code, [*basic, *project]);
    }
    for (code, [_, project]) in &funds {
        spending.insert(code, [0, *project]);
    }
    let basic_and_project = |of: &BTreeMap<&'static str, [u32; 2]>| {
        of.iter()
            .map(|(code, [basic, project])| {
                (
                    *code,
                    vec![(Column::Basic, *basic), (Column::Project, *project)],
                )
            })
            .collect::<BTreeMap<_, _>>()
    };
    table(
        &mut accounts,
        TableNo::GENERAL,
        &basic_and_project(&general),
    );
    table(
        &mut accounts,
        TableNo::CAPITAL,
        &basic_and_project(&capital),
    );
    let of_funds = funds
        .iter()
        .map(|(code, [income, project])| {
            let cells = vec![
                (Column::Opening, 100),
                (Column::Income, *income),
                (Column::Basic, 0),
                (Column::Project, *project),
            ];
            (*code, cells)
        })
        .collect();
    table(&mut accounts, TableNo::FUNDS, &of_funds);
    let all = spending
        .iter()
        .map(|(code, [basic, project])| {
            let cells = vec![
                (Column::Basic, *basic),
                (Column::Project, *project),
                (Column::ToAbove, 0),
                (Column::Business, seeds.other[0]),
                (Column::ToSubordinates, 0),
            ];
            (*code, cells)
        })
        .collect();
    table(&mut accounts, TableNo::SPENDING, &all);
    // All income in one row, whose fiscal part is what is left of the total.
    let income = [
        (Column::FromAbove, yuan(seeds.other[1])),
        (Column::Service, yuan(seeds.other[2])),
        (Column::Business, "0".to_owned()),
        (Column::FromSubordinates, "0".to_owned()),
        (Column::Other, yuan(100_000_000)),
    ];
    lines(
        &mut accounts,
        TableNo::INCOME,
        &[("208", &[]), ("20801", &[]), ("2080109", &income)],
    );
    // Personnel takes what the public expenses leave of basic spending.
    let basic: u32 = general.values().map(|[basic, _]| basic).sum();
    lines(
        &mut accounts,
        TableNo::BASIC,
        &[
            ("301", &[]),
            ("30101", &[]),
            ("302", &[]),
            ("30201", &[(Column::Amount, yuan(basic / 3))]),
            ("30202", &[(Column::Amount, yuan(basic / 5))]),
        ],
    );
    let [general_in, capital_in, use_of, distribution] = seeds.carried;
    let nothing_of = |items: bool| if items { "1.00" } else { "0" };
    for (path, text) in [
        ("04.opening-general.total", yuan(general_in.min(basic))),
        ("04.closing.general", yuan(capital_in)),
        ("04.opening-capital.total", "0".to_owned()),
        ("04.closing.capital", "0".to_owned()),
        ("01.use-of-balance.amount", yuan(use_of)),
        (
            "01.opening.amount",
            nothing_of(!funds.is_empty()).to_owned(),
        ),
        ("01.distribution.amount", yuan(distribution)),
    ] {
        set(&mut accounts, &format!("accounts.{path}"), &text);
    }
    for (i, key) in ["abroad", "purchase", "running", "reception"]
        .iter()
        .enumerate()
    {
        let (a, b) = (seeds.three_public[2 * i], seeds.three_public[2 * i + 1]);
        set(
            &mut accounts,
            &format!("accounts.07.{key}.budget"),
            &yuan(a.max(b).max(1)),
        );
        set(
            &mut accounts,
            &format!("accounts.07.{key}.actual"),
            &yuan(a.min(b)),
        );
    }
    for (no, empty) in [
        (TableNo::FUNDS, funds.is_empty()),
        (TableNo::CAPITAL, capital.is_empty()),
    ] {
        if empty {
            accounts.tables[no.index()] = Rc::new(Table {
                none: true,
                ..Table::default()
            });
        }
    }
    for table in &mut accounts.tables {
        if !table.lines.is_empty() {
            Rc::make_mut(table).complete = true;
        }
    }
    write_down(&mut accounts);
    accounts
}

/// Every cell of the tables whose value is known.
fn known(accounts: &Accounts) -> Vec<(Cell, Value)> {
    let reckoned = reckon(accounts, layout());
    let mut cells = Vec::new();
    for no in TableNo::all() {
        if accounts.table(no).none {
            continue;
        }
        for grid in Grid::of(layout(), no, accounts.table(no).lines.len()) {
            for row in 0..grid.rows.len() {
                for column in 0..grid.columns.len() {
                    let cell = grid.cell(row, column);
                    let cell = cell.filter(|c| c.column().is_some_and(Column::is_amount));
                    if let Some(cell) = cell {
                        let value = reckoned.value(cell);
                        let beside = layout().table(no).is_beside(cell.column().unwrap());
                        assert!(beside || value.known().is_some(), "{cell} is not known");
                        if value.known().is_some() {
                            cells.push((cell, value));
                        }
                    }
                }
            }
        }
    }
    cells
}

/// Types everything that follows.
fn write_down(accounts: &mut Accounts) {
    for (cell, value) in known(accounts) {
        if let Value::Derived(value) = value {
            accounts.set(cell, &value.to_string()).unwrap();
        }
    }
}

fn simple() -> Seeds {
    Seeds {
        general: vec![(0, 1_000, 200), (3, 5_000, 0), (6, 700, 30)],
        funds: vec![(0, 900, 400), (2, 100, 100)],
        capital: vec![(0, 300)],
        carried: [50, 60, 70, 80],
        other: [0, 500, 600, 0],
        three_public: [1, 2, 0, 0, 5, 6, 3, 9],
    }
}

#[test]
fn every_identity_holds_and_is_broken() {
    let accounts = consistent(&simple());
    let reckoned = reckon(&accounts, layout());
    assert_eq!(findings(&accounts), []);
    for relation in reckoned.relations() {
        let beside = |cell: Cell| {
            let no = cell.table().unwrap();
            layout().table(no).is_beside(cell.column().unwrap())
        };
        let (left, _) = reckoned.sides(relation);
        assert!(
            relation.state == State::Holds || left.is_some_and(beside),
            "{relation:?}"
        );
    }
    for (at, identity) in layout().identities.iter().enumerate() {
        let of = |reckoned: &juesuan::accounts::Reckoned, state: fn(State) -> bool| {
            let relations = reckoned.relations().iter();
            let own = relations.filter(|r| r.kind == Kind::Identity(at));
            own.filter(|r| state(r.state)).count()
        };
        assert!(
            of(&reckoned, |state| state == State::Holds) > 0,
            "{}",
            identity.title
        );
        // The left side of one that holds is changed.
        let relation = reckoned
            .relations()
            .iter()
            .find(|relation| relation.kind == Kind::Identity(at) && relation.state == State::Holds);
        let (left, _) = reckoned.sides(relation.unwrap());
        let left = left.unwrap();
        let mut wrong = accounts.clone();
        let more = reckoned.value(left).known().unwrap() + rust_decimal::Decimal::from(7);
        wrong.set(left, &more.to_string()).unwrap();
        let broken = reckon(&wrong, layout());
        assert!(
            of(&broken, |state| matches!(state, State::Broken(_))) > 0,
            "{}",
            identity.title
        );
        let codes: Vec<Code> = findings(&wrong).iter().map(|f| f.code).collect();
        let expected = |code: &Code| matches!(code, Code::TableSum | Code::TablesDisagree);
        assert!(codes.iter().any(expected), "{}: {codes:?}", identity.title);
    }
}

#[test]
fn totals_are_those_of_plain_arithmetic() {
    let seeds = simple();
    let accounts = consistent(&seeds);
    let reckoned = reckon(&accounts, layout());
    let cents = |path: &str| {
        let value = reckoned.value(format!("accounts.{path}").parse().unwrap());
        (value.known().unwrap() * rust_decimal::Decimal::ONE_HUNDRED)
            .to_string()
            .parse::<f64>()
            .unwrap() as u64
    };
    let general: u64 = seeds.general.iter().map(|(_, b, p)| u64::from(b + p)).sum();
    let funds: u64 = seeds
        .funds
        .iter()
        .map(|(_, i, p)| u64::from(*p.min(i)))
        .sum();
    let capital: u64 = seeds.capital.iter().map(|(_, p)| u64::from(*p)).sum();
    assert_eq!(cents("05.total.total"), general);
    assert_eq!(cents("04.spending-total.total"), general + funds + capital);
    assert_eq!(cents("01.spending-total.amount"), general + funds + capital);
    assert_eq!(cents("08.total.closing"), 200 + 900 + 100 - funds);
    assert_eq!(cents("01.201.amount"), 1_200);
    assert_eq!(cents("01.212.amount"), 400);
    assert_eq!(cents("01.202.amount"), 0);
}

/// A consistent set has no finding, and has one once any cell of it is changed.
fn one_changed_cell_is_found(
    seeds: &Seeds,
    at: prop::sample::Index,
    by: u32,
) -> Result<(), TestCaseError> {
    let accounts = consistent(seeds);
    prop_assert_eq!(findings(&accounts), []);
    let cells = known(&accounts);
    let (cell, value) = cells[at.index(cells.len())];
    let more = value.known().unwrap() + rust_decimal::Decimal::new(i64::from(by), 2);
    let mut wrong = accounts.clone();
    wrong.set(cell, &more.to_string()).unwrap();
    prop_assert!(!findings(&wrong).is_empty(), "{} {}", cell, more);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_consistent_set_has_no_finding_and_one_changed_cell_has(
        seeds in seeds(), at in any::<prop::sample::Index>(), by in 1..1_000_000_u32,
    ) {
        one_changed_cell_is_found(&seeds, at, by)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    #[ignore = "takes minutes"]
    fn ten_thousand_consistent_sets_have_no_finding_and_with_one_changed_cell_they_have(
        seeds in seeds(), at in any::<prop::sample::Index>(), by in 1..1_000_000_u32,
    ) {
        one_changed_cell_is_found(&seeds, at, by)?;
    }
}

proptest! {
    #[test]
    fn nothing_typed_panics(texts in prop::collection::vec(".{0,12}", 1..12), codes in prop::collection::vec("[0-9]{0,8}", 1..12)) {
        let mut accounts = Accounts::default();
        for no in TableNo::all() {
            let rows: Vec<(&str, Vec<(Column, String)>)> = codes.iter().zip(&texts).map(|(code, text)| {
                (code.as_str(), vec![(Column::Total, text.clone()), (Column::Basic, text.clone()), (Column::Name, text.clone())])
            }).collect();
            let rows: Vec<(&str, &[(Column, String)])> = rows.iter().map(|(code, cells)| (*code, cells.as_slice())).collect();
            lines(&mut accounts, no, &rows);
        }
        for (fact, text) in Fact::ALL.iter().zip(texts.iter().cycle()) {
            accounts.facts.insert(*fact, text.as_str().into());
        }
        let _ = findings(&accounts);
    }
}

#[test]
fn rows_that_are_printed_keep_their_keys() {
    for no in TableNo::all() {
        for grid in Grid::of(layout(), no, 0) {
            for row in grid.rows {
                let RowAt::Fixed(key) = row else { continue };
                let path = format!("accounts.{no}.{key}.reason");
                let cell: Cell = path.parse().unwrap();
                assert_eq!(cell.to_string(), path);
            }
        }
    }
}

/// `docs/accounts.md` lists every code of the accounts, with its severity and an example of it.
#[test]
fn every_code_is_documented_with_an_example() {
    let text = include_str!("../docs/accounts.md");
    let mut documented = Vec::new();
    for section in text.split("\n## ").skip(1) {
        let (heading, body) = section.split_once('\n').unwrap();
        let (name, severity) = heading
            .strip_suffix('）')
            .unwrap()
            .split_once('（')
            .unwrap();
        let code = Code::ALL.iter().find(|code| code.as_str() == name).unwrap();
        let expected = match code.severity().as_str() {
            "error" => "错误",
            "warning" => "警告",
            _ => "提示",
        };
        assert_eq!(severity, expected, "{name}");
        assert!(body.contains("**改法**："), "{name}");
        let (_, example) = body.split_once("```cells\n").unwrap();
        let (example, _) = example.split_once("\n```").unwrap();
        let mut workbook = Workbook::new("2020", "某中心", "wuhan-2020");
        let mut accounts = Accounts::default();
        for cell in example.lines() {
            let (path, text) = cell.split_once(" =").unwrap();
            let text = text.trim_start();
            if path == "form" {
                let form = Rc::make_mut(&mut workbook.forms[0]);
                form.execution.actual = text.into();
                continue;
            }
            if path == "year" {
                workbook.year = text.into();
                continue;
            }
            if let (Ok(no), "无") = (path.parse(), text) {
                let no = TableNo::new(no).unwrap();
                Rc::make_mut(&mut accounts.tables[no.index()]).none = true;
                continue;
            }
            if let Some((_, row)) = path.split_once('[') {
                let no = TableNo::new(path[..2].parse().unwrap()).unwrap();
                let row: usize = row.split_once(']').unwrap().0.parse().unwrap();
                let lines = &mut Rc::make_mut(&mut accounts.tables[no.index()]).lines;
                if lines.len() == row {
                    lines.push(Rc::default());
                }
            }
            set(&mut accounts, &format!("accounts.{path}"), text);
        }
        workbook.accounts = Rc::new(accounts);
        let found = juesuan::assess(&workbook, None).accounts.findings;
        assert!(found.iter().any(|f| f.code == *code), "{name}: {found:?}");
        documented.push(*code);
    }
    assert_eq!(documented, Code::ACCOUNTS);
}
