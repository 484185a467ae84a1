//! Cases of what follows and what waits, what is an error and what is none, and which figures a button
//! may change: each table of cases as a clerk types it.

use juesuan::accounts::{
    Accounts, Cell, Cells, Change, Column, Finding, Grid, Layout, Table, TableNo, Value, reckon,
};
use juesuan::finding::{Code, Mend, Severity};
use juesuan::say::InWords as _;
use juesuan::{Edit, Workbook, assess};
use std::rc::Rc;

fn layout() -> &'static Layout {
    Layout::of_year("2022")
}

/// Accounts as they are typed, a cell each, `05[0].code=208 05[0].basic=1 03=complete 08=none`.
fn typed(cells: &str) -> Accounts {
    let mut accounts = Accounts::default();
    for cell in cells.split_whitespace() {
        let (path, text) = cell.split_once('=').unwrap();
        let no = TableNo::new(path[..2].parse().unwrap_or(1)).unwrap();
        match (path.len(), text) {
            (2, "none") => table(&mut accounts, no).none = true,
            (2, "complete") => table(&mut accounts, no).complete = true,
            _ => {
                if let Some((_, row)) = path.split_once('[') {
                    let row: usize = row.split_once(']').unwrap().0.parse().unwrap();
                    let lines = &mut table(&mut accounts, no).lines;
                    lines.resize_with(lines.len().max(row + 1), Rc::default);
                }
                let cell: Cell = format!("accounts.{path}").parse().unwrap();
                accounts.set(cell, text).unwrap();
            }
        }
    }
    accounts
}

fn table(accounts: &mut Accounts, no: TableNo) -> &mut Table {
    Rc::make_mut(&mut accounts.tables[no.index()])
}

fn workbook(cells: &str) -> Workbook {
    let mut workbook = Workbook::new("2022", "某中心", "wuhan-2020");
    workbook.accounts = Rc::new(typed(cells));
    workbook
}

fn findings(workbook: &Workbook) -> Vec<Finding> {
    let text = |f: &Finding| {
        matches!(
            f.code,
            Code::SentenceWaiting
                | Code::ReasonMissing
                | Code::TableEmpty
                | Code::SharesRounded
                | Code::AmountDecimals
        )
    };
    let all = assess(workbook, None).accounts.findings;
    all.into_iter().filter(|f| !text(f)).collect()
}

/// Every cell that follows, `path=amount`, sorted.
fn derived(accounts: &Accounts) -> Vec<String> {
    let reckoned = reckon(accounts, layout());
    let mut derived = Vec::new();
    for no in TableNo::all() {
        for grid in Grid::of(layout(), no, accounts.table(no).lines.len()) {
            for row in 0..grid.rows.len() {
                let cells = (0..grid.columns.len()).filter_map(|column| grid.cell(row, column));
                for cell in cells.filter(|cell| cell.column().is_some_and(Column::is_amount)) {
                    if let Value::Derived(value) = reckoned.value(cell) {
                        derived.push(format!("{}={value}", &cell.to_string()[9..]));
                    }
                }
            }
        }
    }
    derived
}

#[track_caller]
fn follow(cells: &str, expected: &str) {
    let mut expected: Vec<&str> = expected.split_whitespace().collect();
    expected.sort_unstable();
    let mut derived = derived(&typed(cells));
    derived.sort_unstable();
    assert_eq!(derived, expected, "{cells}");
}

#[test]
fn only_what_is_certain_follows() {
    // One class of 01 or 04 says nothing of the others, of a total, or of tables nobody has begun.
    follow("01.208.amount=100", "");
    follow("04.208.general=100", "");
    follow("04.208.total=100", "");
    follow("01.208.amount=100 01.210.amount=50", "");
    // Nothing in the total is nothing in each part.
    follow(
        "07.total.actual=0",
        "07.abroad.actual=0 07.vehicles.actual=0 07.purchase.actual=0 07.running.actual=0 07.reception.actual=0",
    );
    // One row of 03: its class in 01, no total, no other class.
    follow("03[0].code=207 03[0].total=100", "01.207.amount=100");
    follow("05[0].code=207 05[0].total=100", "04.207.general=100");
    follow("05[0].code=2070101 05[0].total=100", "");
    // A total that the rows make up: what is not there is nothing.
    follow(
        "09[0].code=223 09[0].total=100 09.total.total=100",
        "04.201.capital=0 04.202.capital=0 04.203.capital=0 04.204.capital=0 04.205.capital=0 04.206.capital=0 04.207.capital=0 04.208.capital=0 04.210.capital=0 04.211.capital=0 04.212.capital=0 04.213.capital=0 04.214.capital=0 04.215.capital=0 04.216.capital=0 04.217.capital=0 04.219.capital=0 04.220.capital=0 04.221.capital=0 04.222.capital=0 04.223.capital=100 04.224.capital=0 04.229.capital=0 04.231.capital=0 04.232.capital=0 04.234.capital=0 04.spending-total.capital=100",
    );
    // The rows say so, or the clerk does.
    follow(
        "06[0].code=302 06[0].amount=5 06[1].code=30201 06[1].amount=3 06[2].code=30202",
        "",
    );
    follow(
        "06[0].code=302 06[0].amount=5 06[1].code=30201 06[1].amount=3 06[2].code=30202 06=complete",
        "05.total.basic=5 06.total.amount=5 06.personnel.amount=0 06.public.amount=5 06[2].amount=2",
    );
    // Subjects between a total and its items are held between them.
    follow(
        "06.public.amount=9 06[0].code=302 06[1].code=30201 06[1].amount=4 06[2].code=30202 06[2].amount=5",
        "06[0].amount=9",
    );
    // An empty table that is said to be complete is only empty.
    follow("03=complete", "");
    follow("03=complete 01.spending-total.amount=7", "03.total.total=7");
    // What stands on a row without a code, or with one that is there already, may belong anywhere.
    follow(
        "05[0].code=208 05[0].total=4 05[1].total=3 05.total.total=7",
        "04.spending-total.general=7 04.208.general=4",
    );
    follow(
        "05[0].code=208 05[0].total=4 05[1].code=208 05[1].total=3 05=complete",
        "",
    );
    follow("05[0].code=20x 05[0].total=4 05=complete", "");
    // Balances may be below zero: two of them are never nothing because the rest is.
    follow(
        "01.left-total.amount=5 01.income-total.amount=5",
        "01.right-total.amount=5 02.total.total=5",
    );
    follow(
        "01.left-total.amount=5 01.income-total.amount=7 01.use-of-balance.amount=0",
        "01.opening.amount=-2 01.right-total.amount=5 02.total.total=7",
    );
    // What is left over within rounding is nothing certain; nothing left over is.
    let rest = "06[0].code=302 06[0].amount=440.90 06[1].code=30201 06[2].code=30202 06[2].amount=400.88 06[3].code=30203 06[3].amount=30.25 06[4].code=30204 06[4].amount=9.75 06=complete";
    follow(
        rest,
        "05.total.basic=440.9 06.total.amount=440.9 06.personnel.amount=0 06.public.amount=440.9",
    );
    follow(
        &rest.replace("400.88", "400.90"),
        "05.total.basic=440.9 06.total.amount=440.9 06.personnel.amount=0 06.public.amount=440.9 06[1].amount=0",
    );
    follow(
        &rest.replace("400.88", "400.8"),
        "05.total.basic=440.9 06.total.amount=440.9 06.personnel.amount=0 06.public.amount=440.9 06[1].amount=0.1",
    );
    // Typed in 元, the rest is exact.
    follow(
        "07.total.actual=12.34元 07.abroad.actual=0 07.vehicles.actual=12.30元",
        "07.reception.actual=0.000004",
    );
    // Below zero is a mistake somewhere, not an amount.
    follow(
        "07.total.actual=3 07.vehicles.actual=5 07.abroad.actual=0",
        "",
    );
}

#[test]
fn nothing_is_shortened() {
    const MOST: &str = "999999999999999999.9999999999";
    let rows = |amounts: &[&str]| {
        let rows = amounts
            .iter()
            .enumerate()
            .map(|(at, amount)| format!("05[{at}].code=20{} 05[{at}].basic={amount} ", at + 1));
        rows.collect::<String>() + "05=complete"
    };
    let total = |amounts: &[&str]| {
        let reckoned = reckon(&typed(&rows(amounts)), layout());
        reckoned.value("accounts.06.total.amount".parse().unwrap())
    };
    let derived = |text: &str| Value::Derived(text.parse().unwrap());
    assert_eq!(
        total(&[MOST, "0.0000000001"]),
        derived("1000000000000000000")
    );
    assert_eq!(total(&[MOST; 7]), derived("6999999999999999999.9999999993"));
    // 29 digits, which cannot be shown: said, and nothing is cut off.
    assert_eq!(total(&[MOST; 8]), Value::OutOfRange);
    say(
        &rows(&[MOST; 8]),
        &[
            "error figure-unreadable 05.total.basic",
            "error figure-unreadable 06.total.amount",
        ],
    );
    say(
        &format!("{} 06.total.amount={MOST}", rows(&[MOST, "0.0000000001"])),
        &["error tables-disagree 06.total.amount"],
    );
}

#[test]
fn one_typed_cell_alone_says_nothing_but_what_is_equal_to_it() {
    let planning: Accounts = serde_json::from_str(include_str!("data/planning-2024.json")).unwrap();
    // The subjects only, without any amount; and no row at all.
    let mut subjects = Accounts::default();
    for no in TableNo::all() {
        let lines = planning.table(no).lines.iter().map(|line| {
            let mut line = Cells::clone(line);
            line.retain(|column, _| !column.is_amount());
            Rc::new(line)
        });
        table(&mut subjects, no).lines = lines.collect();
    }
    let amounts = ["100", "0", "0.01"];
    for (accounts, amounts) in [(subjects, &amounts[..1]), (Accounts::default(), &amounts)] {
        assert_eq!(derived(&accounts), [""; 0]);
        for no in TableNo::all() {
            for grid in Grid::of(layout(), no, accounts.table(no).lines.len()) {
                for row in 0..grid.rows.len() {
                    for column in 0..grid.columns.len() {
                        let cell = grid.cell(row, column);
                        let cell = cell.filter(|cell| cell.column().is_some_and(Column::is_amount));
                        let Some(cell) = cell else { continue };
                        for amount in amounts {
                            let mut one = accounts.clone();
                            one.set(cell, amount).unwrap();
                            let other = derived(&one);
                            let other = other
                                .iter()
                                .find(|d| d.split_once('=').unwrap().1 != *amount);
                            assert_eq!(other, None, "{cell} = {amount}");
                        }
                    }
                }
            }
        }
    }
}

/// The findings that are to be seen, without those about the text: `severity code path`, and of those
/// that can be mended `→ text`.
#[track_caller]
fn say(cells: &str, expected: &[&str]) {
    let found: Vec<String> = findings(&workbook(cells))
        .iter()
        .map(|f| {
            let mend = match &f.mend {
                Some(Mend::Put { cell, text }) => format!(" {} → {text}", &cell.to_string()[9..]),
                Some(Mend::Place { .. }) => " → elsewhere".to_owned(),
                None => String::new(),
            };
            let severity = f.severity().as_str();
            format!("{severity} {} {}{mend}", f.code, &f.cell.to_string()[9..])
        })
        .collect();
    assert_eq!(found, expected, "{cells}");
}

#[test]
fn what_is_not_there_yet_is_no_error() {
    // 01 is typed first, 03 is empty.
    say("01.207.amount=100 01.spending-total.amount=100", &[]);
    say("01.208.amount=100", &[]);
    say(
        "04.208.general=100 04.spending-total.general=100 04.closing.general=0",
        &[],
    );
    say(
        "01.income-total.amount=100 01.income-general.amount=100 01.left-total.amount=120",
        &[],
    );
    // 03 row by row.
    say(
        "01.207.amount=100 01.spending-total.amount=300 03[0].code=207 03[0].total=100",
        &["warning table-short 03.total.total"],
    );
    say(
        "03.total.total=300 03[0].code=207 03[0].total=100 03[1].code=208",
        &[],
    );
    say(
        "03.total.total=300 03[0].code=207 03[0].total=100",
        &["warning table-short 03.total.total"],
    );
    say(
        "03.total.total=300 03.total.basic=200 03[0].code=207 03[0].total=100 03[0].basic=70",
        &["warning table-short 03.total.total"],
    );
    say(
        "03.total.total=300 03[0].code=207 03[0].total=100 03=complete",
        &["error table-sum 03.total.total"],
    );
    say(
        "03.total.total=90 03[0].code=207 03[0].total=100",
        &["error table-sum 03.total.total"],
    );
    // An amount taken back: a blank cell may be as much below zero.
    say(
        "01.income-general.amount=-5",
        &["warning amount-negative 01.income-general.amount"],
    );
    say(
        "03[0].code=208 03[0].total=-5",
        &["warning amount-negative 03[0].total"],
    );
    // One fault in a total is said once, not again of what follows from it.
    say(
        "03.total.total=100 03[0].code=208 03[0].total=60 03[1].code=210 03[1].total=50 03=complete 03[0].basic=60 03[0].project=0 03[0].toAbove=0 03[0].business=0 03[1].basic=50 03[1].project=0 03[1].toAbove=0 03[1].business=0",
        &["error table-sum 03.total.total"],
    );
    // Blank classes could explain what 01 lacks; what is too much, nothing does.
    say("01.spending-total.amount=300 01.207.amount=100", &[]);
    say(
        "01.spending-total.amount=90 01.207.amount=100",
        &["error table-sum 01.spending-total.amount"],
    );
    // A class that 03 has not, in a table that is made up without it.
    say(
        "01.207.amount=100 03.total.total=50 03[0].code=208 03[0].total=50",
        &[
            "error table-sum 01.207.amount",
            "error tables-disagree 01.207.amount",
        ],
    );
    say("01.207.amount=100 03[0].code=208 03[0].total=50", &[]);
    say(
        "01.207.amount=100 03[0].code=207 03[0].total=50",
        &["error tables-disagree 01.207.amount"],
    );
    // Rows that may stand anywhere.
    say(
        "05[0].code=208 05[0].total=4 05[1].total=3 05.total.total=9",
        &["warning code-unknown 05[1].code"],
    );
    // Last year may have had other subjects.
    say("05.total.last=9 05[0].code=208 05[0].last=4", &[]);
}

#[test]
fn rounding_is_a_notice_wherever_it_is() {
    let is_rounding = |cells: &str| {
        let found = findings(&workbook(cells));
        let [finding] = &found[..] else {
            panic!("{cells}: {found:#?}")
        };
        assert_eq!(finding.code, Code::TableRounding, "{cells}");
        assert_eq!(finding.also.len(), 1, "{cells}");
        assert_eq!(finding.severity(), Severity::Notice);
    };
    is_rounding("05.total.total=8.01 05.total.basic=5.00 05.total.project=3.00");
    is_rounding("05.total.basic=5.01 06.total.amount=5.00");
    is_rounding("07.total.actual=8.01 07.vehicles.actual=5.01 07.abroad.actual=3.01");
    is_rounding("07.running.actual=1.38 facts.fuel=0.29 facts.tolls=1.1 07.vehicles.actual=1.38");
    is_rounding("facts.goods=0 facts.works=0 facts.services=8.57 facts.smallMedium=8.58");
    is_rounding("facts.goods=0 facts.works=0 facts.services=8.57 facts.smallMedium=85,704元");
    is_rounding("06.public.amount=137.56 facts.operating=137.55 facts.administrative=3");
    // As far as the digits go, and no further.
    say(
        "05.total.basic=5.02 06.total.amount=5.00",
        &["error tables-disagree 05.total.basic"],
    );
    say(
        "05.total.basic=5 06.total.amount=5.01",
        &["error tables-disagree 05.total.basic"],
    );
    say(
        "05.total.basic=5元 06.total.amount=6元",
        &["error tables-disagree 05.total.basic"],
    );
    say(
        "05.total.total=8.02 05.total.basic=5 05.total.project=3.01",
        &["notice table-rounding 05.total.total"],
    );
    say(
        "05.total.total=8.03 05.total.basic=5 05.total.project=3.01",
        &["error table-sum 05.total.total"],
    );
    say(
        "07.total.actual=8 07.vehicles.actual=8.02",
        &["error table-sum 07.total.actual"],
    );
    say(
        "facts.goods=0 facts.works=0 facts.services=8.57 facts.smallMedium=8.59",
        &["error facts-disagree facts.smallMedium"],
    );
    // A form in 万元 and a table in 元.
    for (here, there, code) in [
        ("12.34元", "0.00", Some(Code::TableRounding)),
        ("12.34元", "0.01", Some(Code::FormsDisagree)),
        ("15,526,312.34元", "1,552.63", Some(Code::TableRounding)),
        ("15,526,312.34元", "1,552.64", Some(Code::FormsDisagree)),
        ("1,552.63", "1552.63", None),
        ("1,552.63", "1552.64", Some(Code::TableRounding)),
        ("1,552", "1552.01", Some(Code::FormsDisagree)),
    ] {
        let mut workbook = workbook(&format!("03.total.total={here}"));
        Rc::make_mut(&mut workbook.forms[0]).execution.actual = there.into();
        let found: Vec<Code> = findings(&workbook).iter().map(|f| f.code).collect();
        assert_eq!(found, Vec::from_iter(code), "{here} {there}");
    }
}

#[test]
fn only_what_alone_is_at_odds_can_be_mended() {
    // Two figures, and nothing says which is wrong.
    say(
        "05.total.basic=5 06.total.amount=6",
        &["error tables-disagree 05.total.basic"],
    );
    say(
        "05.total.total=7 05.total.basic=5 05.total.project=3",
        &["error table-sum 05.total.total"],
    );
    // The total alone is at odds with two sums that agree.
    let total = "05.total.total=7 05.total.basic=5 05.total.project=3 05[0].code=208 05[0].total=8 05[0].basic=5 05[0].project=3";
    say(
        total,
        &[
            "error table-sum 05.total.total 05.total.total → 8",
            "error table-sum 05.total.total 05.total.total → 8",
        ],
    );
    // A part may be the wrong one: its own row says so.
    say(
        &total
            .replace("05.total.total=7", "05.total.total=8")
            .replace("05[0].project=3", "05[0].project=4"),
        &[
            "error table-sum 05[0].total",
            "error table-sum 05.total.project",
        ],
    );
    // What a mend would break elsewhere is not offered.
    say(
        "01.207.amount=100 01.spending-total.amount=100 03[0].code=207 03[0].total=90 03.total.total=90 03=complete",
        &[
            "error tables-disagree 01.spending-total.amount",
            "error tables-disagree 01.207.amount",
        ],
    );
    // Operating expenses: only where 06 is sure of its own.
    say(
        "06.public.amount=5 facts.operating=6 facts.administrative=3",
        &["error facts-disagree facts.operating"],
    );
    say(
        "06.public.amount=5 06[0].code=302 06[0].amount=5 facts.operating=6 facts.administrative=3",
        &["error facts-disagree facts.operating facts.operating → 5"],
    );
}

#[test]
fn findings_name_both_places() {
    for (cells, part) in [
        (
            "05.total.basic=5 06.total.amount=6",
            "公开05“合计”的基本支出 5 与公开06“合计” 6 不等，相差 1",
        ),
        (
            "01.207.amount=100 03=complete 03[0].code=208 03[0].total=50",
            "公开01“文化旅游体育与传媒支出” 100 与公开03（没有“文化旅游体育与传媒支出”的行） 0 不等",
        ),
        (
            "02.total.fiscal=9 01.income-general.amount=5 01.income-funds.amount=0 01.income-capital.amount=0",
            "与公开01“一般公共预算财政拨款收入”等 3 格之和 5 不等",
        ),
        (
            "03.total.total=100 03[0].code=208 03[0].total=90",
            "公开03“合计”的本年支出合计 100，各行合计 90，少 10：还有行未录，或金额有误。",
        ),
    ] {
        let found = findings(&workbook(cells));
        assert!(
            found.iter().any(|f| f.message().contains(part)),
            "{cells}: {found:#?}"
        );
    }
}

/// What 空格填 0 fills, and what follows then.
#[track_caller]
fn fill(cells: &str, no: u8, filled: &str) {
    let workbook = workbook(cells);
    let no = TableNo::new(no).unwrap();
    let reckoned = reckon(&workbook.accounts, workbook.layout());
    let paths: Vec<String> = reckoned
        .zeros(&workbook.accounts, no)
        .iter()
        .map(|cell| cell.to_string()[9..].to_owned())
        .collect();
    let expected: Vec<&str> = filled.split_whitespace().collect();
    assert_eq!(paths, expected, "{cells}");
    let before: Vec<Finding> = findings(&workbook);
    let edit = Edit::Accounts(Change::FillZeros { table: no });
    let after = workbook.edited(&edit).unwrap();
    for path in &paths {
        let cell: Cell = format!("accounts.{path}").parse().unwrap();
        assert_eq!(after.accounts.cell(cell).unwrap().to_string(), "0");
    }
    let new: Vec<Finding> = findings(&after)
        .into_iter()
        .filter(|f| !before.contains(f))
        .collect();
    assert_eq!(new, [], "{cells}");
}

#[test]
fn zeros_are_filled_where_nothing_follows() {
    let row = "03[0].code=208 03[0].basic=100";
    fill(
        row,
        3,
        "03[0].project 03[0].toAbove 03[0].business 03[0].toSubordinates",
    );
    follow(
        "03[0].code=208 03[0].basic=100 03[0].project=0 03[0].toAbove=0 03[0].business=0 03[0].toSubordinates=0",
        "01.208.amount=100 03[0].total=100",
    );
    // A total alone, and rows nobody has begun, are not filled.
    fill("03.total.basic=100", 3, "");
    fill("03.total.basic=100 03[0].code=208 03[1].basic=5", 3, "");
    fill("08=none 08.total.income=3", 8, "");
    // The rest of a total is not filled with nothing.
    fill(
        "03[0].code=208 03[0].total=100 03[0].basic=60 03[0].project=40",
        3,
        "",
    );
    // Which of several blank cells takes the rest of a sum, nobody knows.
    fill("03[0].code=208 03[0].total=100 03[0].basic=60", 3, "");
    fill("03[0].code=208 03[0].total=100", 3, "");
    fill("05[0].code=208 05[0].total=100", 5, "");
    fill(
        "07.total.actual=6 07.running.actual=5 07.total.budget=9",
        7,
        "07.purchase.actual 07.abroad.budget 07.reception.budget",
    );
    fill("03.total.total=100 03[0].code=208 03[0].basic=60", 3, "");
    // 公开06 has one column: rows among others that are filled in.
    fill("06[0].code=302 06[1].code=30201 06[2].code=30202", 6, "");
    fill(
        "06[0].code=302 06[1].code=30201 06[1].amount=3 06[2].code=30202",
        6,
        "06[2].amount",
    );
    let rows: String = (0..40)
        .map(|row| format!(" 06[{}].code=302{:02}", row + 1, row + 1))
        .collect();
    fill(&format!("06[0].code=302 06[0].amount=9{rows}"), 6, "");
    // 年末结转 follows once there is no 结余分配.
    fill(
        "01.left-total.amount=107.5 01.spending-total.amount=100 01.208.amount=100 01.income-total.amount=100 01.income-general.amount=100",
        1,
        "01.use-of-balance.amount 01.distribution.amount",
    );
    fill(
        "07.total.actual=1 07.running.actual=1 07.total.budget=2 07.reception.budget=2",
        7,
        "",
    );
    fill(
        "07.running.actual=1",
        7,
        "07.abroad.actual 07.purchase.actual 07.reception.actual 07.abroad.budget 07.purchase.budget 07.reception.budget",
    );
    fill(
        "07.running.actual=1 facts.receptions=2 facts.purchased=0",
        7,
        "07.abroad.actual 07.purchase.actual 07.abroad.budget 07.purchase.budget 07.reception.budget",
    );
}
