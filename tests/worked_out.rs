//! Calculations typed in the place of a figure, and what the figures of a selected block come to.

use juesuan::address::Towards;
use juesuan::evaluation::{Cell, IndicatorField};
use juesuan::exchange::read_workbook;
use juesuan::figure::{Tally, display_amount, formula, grouped, number};
use juesuan::flows::line::{Line, leaving};
use juesuan::say::Language;
use juesuan::say::Spoken as _;
use juesuan::session::Selection;
use juesuan::{History, Place, Workbook, assess};

fn example() -> Workbook {
    read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap()
}

/// What is typed, and the working with its result or the sentence that says why there is none.
#[test]
fn calculations() {
    let cases: &[(&str, Option<&str>)] = &[
        ("100", None),
        ("", None),
        ("100=", None),
        ("≥100", None),
        // Sums and differences, with the signs that keyboards and input methods have.
        ("=100+20", Some("100 + 20 = 120")),
        ("=100-20", Some("100 − 20 = 80")),
        ("＝１００＋２０", Some("100 + 20 = 120")),
        (" = 100 + 20 ", Some("100 + 20 = 120")),
        ("=1,552.63+0.37", Some("1,552.63 + 0.37 = 1,553")),
        ("=0.1+0.2", Some("0.1 + 0.2 = 0.3")),
        ("=-5+3", Some("−5 + 3 = -2")),
        ("=5--3", Some("5 − −3 = 8")),
        ("=20−5–3", Some("20 − 5 − 3 = 12")),
        // Products and quotients, where they are exact.
        ("=2+3×4", Some("2 + 3 × 4 = 14")),
        ("=(2+3)*4", Some("(2 + 3) × 4 = 20")),
        ("=（2+3）x4", Some("(2 + 3) × 4 = 20")),
        ("=10÷4", Some("10 ÷ 4 = 2.5")),
        ("=10/8", Some("10 ÷ 8 = 1.25")),
        ("=100÷3×3", Some("100 ÷ 3 × 3 = 100")),
        ("=1000×15%", Some("1,000 × 15% = 150")),
        ("=120", Some("120 = 120")),
        (
            "=999999999999999999.9999999999-0.0000000001",
            Some(
                "999,999,999,999,999,999.9999999999 − 0.0000000001 = 999,999,999,999,999,999.9999999998",
            ),
        ),
        // No result: one sentence that says why.
        ("=", Some("算式“=”还没有写完，缺少数字")),
        ("=100+", Some("算式“=100+”还没有写完，缺少数字")),
        ("=100+*2", Some("算式“=100+*2”还没有写完，缺少数字")),
        ("=100+a", Some("算式“=100+a”第 6 个字“a”无法识别")),
        ("=100万元+1", Some("算式“=100万元+1”第 5 个字“万”无法识别")),
        ("=SUM(A1:A3)", Some("算式“=SUM(A1:A3)”第 2 个字“S”无法识别")),
        ("==1", Some("算式“==1”第 2 个字“=”无法识别")),
        ("=(1+2", Some("算式“=(1+2”括号不成对")),
        ("=1+2)", Some("算式“=1+2)”括号不成对")),
        ("=5÷0", Some("算式“=5÷0”除数是 0")),
        ("=5÷(3-3)", Some("算式“=5÷(3-3)”除数是 0")),
        ("=100÷3", Some("算式“=100÷3”除不尽，没有准确的结果")),
        (
            "=999999999999999999+1",
            Some("算式“=999999999999999999+1”结果太大，或者小数超过 10 位"),
        ),
        (
            "=999999999×999999999×999999999",
            Some("算式“=999999999×999999999×999…”结果太大，或者小数超过 10 位"),
        ),
        (
            "=1,55+2",
            Some("“=1,55+2”的千分位不对：第 3 个字处的分隔应每三位一个"),
        ),
    ];
    let said = |typed: &str| {
        formula(typed).map(|worked| match worked {
            Ok(worked) => format!("{} = {}", worked.shown, grouped(worked.result.decimal())),
            Err(error) => error.in_chinese(),
        })
    };
    for (typed, expected) in cases {
        assert_eq!(said(typed).as_deref(), *expected, "{typed}");
    }
    // However deep, and however long, it comes back.
    for long in ["=", "(", "=(", "-", "=-", "1+", "%"] {
        let _ = formula(&format!("={}", long.repeat(100_000)));
    }
}

fn place(path: &str) -> Place {
    path.parse().unwrap()
}

/// A text typed into a cell, and what stands there once it is left.
#[test]
fn what_a_cell_keeps() {
    let cases: &[(&str, &str, &str)] = &[
        ("forms[0].execution.budget", "=1,500+52.63", "1552.63"),
        ("forms[0].goals[0].indicators[0].weight", "=4+4", "8"),
        ("forms[0].claimedTotal", "=90+5.5", "95.5"),
        ("forms[0].basicSpending", "=3÷4", "0.75"),
        ("accounts.05[0].basic", "=1+2", "3"),
        ("accounts.facts.held", "=2+3", "5"),
        ("accounts.facts.goods", "=2.5+3", "5.5"),
        // Where words and figures may stand only what calculates is meant.
        ("forms[0].goals[0].indicators[0].actual", "=120+35", "155"),
        ("forms[0].goals[0].indicators[0].actual", "=120", "=120"),
        ("forms[0].goals[0].indicators[0].actual", "=去年", "=去年"),
        // A target of just so much, and words.
        ("forms[0].goals[0].indicators[0].target", "=100", "=100"),
        (
            "forms[0].goals[0].indicators[0].target",
            "=100+20",
            "=100+20",
        ),
        ("forms[0].unit", "=1+1", "=1+1"),
        ("accounts.05[0].name", "=1+1", "=1+1"),
        ("accounts.facts.functions", "=1+1", "=1+1"),
        // What has no result stays as it was typed.
        ("forms[0].execution.budget", "=100+", "=100+"),
        ("forms[0].execution.budget", "=100÷3", "=100÷3"),
    ];
    for (path, typed, expected) in cases {
        let at = place(path);
        let mut history = History::new(example());
        let before = at.text(history.present());
        history.apply(&at.setting((*typed).to_owned())).unwrap();
        if let Some((Some(edit), _)) = leaving(at, history.present()) {
            history.apply(&edit).unwrap();
        }
        assert_eq!(
            at.text(history.present()).as_deref(),
            Some(*expected),
            "{path} {typed}"
        );
        // Typing and working out are one step.
        history.undo();
        assert_eq!(at.text(history.present()), before, "{path} {typed}: undone");
    }
}

#[test]
fn what_is_said_of_it() {
    let at = place("forms[0].execution.budget");
    let said = |typed: &str| {
        let workbook = example().edited(&at.setting(typed.to_owned())).unwrap();
        leaving(at, &workbook).map(|(_, line)| line)
    };
    assert_eq!(said("100"), None);
    assert_eq!(
        said("=1,500+52.63"),
        Some(Line::WorkedOut {
            shown: "1,500 + 52.63".to_owned(),
            result: "1,552.63".to_owned()
        })
    );
    let Some(Line::NotWorkedOut(error)) = said("=100÷3") else {
        panic!("100 ÷ 3 has no exact result");
    };
    assert_eq!(
        Language::Chinese.page().not_worked_out(&error),
        "算式“=100÷3”除不尽，没有准确的结果：请填写四舍五入后的数。"
    );
    assert_eq!(
        Language::English.page().not_worked_out(&error),
        "the calculation “=100÷3” does not come out: the division has no exact result: fill in the rounded number."
    );
}

/// A calculation that nobody has left, as from a pasted block, is no figure, and says itself what it is.
#[test]
fn a_calculation_is_no_figure_yet() {
    let cases = [
        (
            "=100+20",
            "“=100+20”是算式，结果是 120，还没有算出来放进格子",
        ),
        ("=100+", "算式“=100+”还没有写完，缺少数字"),
    ];
    for (typed, expected) in cases {
        assert_eq!(number(typed).unwrap_err().in_chinese(), expected, "{typed}");
    }
}

/// How many, their sum, and their average where there is one, which may be rounded.
type Sums<'a> = (usize, &'a str, Option<(&'a str, bool)>);

#[test]
fn sum_count_and_average() {
    let cases: &[(&[&str], Option<Sums>)] = &[
        (&[], None),
        (&["5"], Some((1, "5", Some(("5", false))))),
        (&["1", "2", "3"], Some((3, "6", Some(("2", false))))),
        (&["0.1", "0.2"], Some((2, "0.3", Some(("0.15", false))))),
        (&["1", "2", "2.5"], Some((3, "5.5", Some(("1.83", true))))),
        (&["-1", "-0.99"], Some((2, "-1.99", Some(("-1", true))))),
        // Too large to be divided: the sum is exact all the same.
        (
            &["999999999999999999"; 2],
            Some((2, "1,999,999,999,999,999,998", None)),
        ),
    ];
    for (figures, expected) in cases {
        let tally = Tally::of(figures.iter().map(|text| number(text).unwrap()));
        let got = tally.map(|tally| {
            let average = tally
                .average
                .map(|(value, rounded)| (grouped(value), rounded));
            (tally.count, tally.sum.grouped(), average)
        });
        let expected = expected.map(|(count, sum, average)| {
            let average = average.map(|(value, rounded): (&str, bool)| (value.to_owned(), rounded));
            (count, sum.to_owned(), average)
        });
        assert_eq!(got, expected, "{figures:?}");
    }
}

/// A block from one cell to another: how many figures it has, and what they come to, derived ones too.
#[test]
fn of_a_selected_block() {
    let workbook = example();
    let assessment = assess(&workbook, None);
    let weights = |row| Place::Form(0, Cell::Indicator(0, row, IndicatorField::Weight));
    let one = Selection::at(&workbook, weights(0)).unwrap();
    assert_eq!(
        one.tally(&workbook, &assessment),
        None,
        "one cell is no block"
    );
    let rows = workbook.forms[0].goals[0].indicators.len();
    let column = one.to(&workbook, weights(rows - 1));
    let tally = column.tally(&workbook, &assessment).unwrap();
    assert_eq!(
        (tally.count, tally.sum),
        (rows, assessment.forms[0].goals[0].weight)
    );
    // Names beside them are no figures.
    let names = one.to(
        &workbook,
        Place::Form(0, Cell::Indicator(0, 0, IndicatorField::Name)),
    );
    assert_eq!(
        names.tally(&workbook, &assessment).map(|tally| tally.count),
        Some(1)
    );
    // In a table what follows from others counts with what is typed.
    let of_table = assessment.accounts.reckoned.layout.in_print()[0];
    let grids =
        juesuan::address::Grid::of_table(&workbook.accounts, workbook.layout(), of_table.no);
    let cells = |grid: &juesuan::address::Grid<juesuan::GridOf>, column: usize| {
        (0..grid.rows.len())
            .filter_map(|row| grid.cell(row, column))
            .collect::<Vec<_>>()
    };
    let last = grids[0].columns.len() - 1;
    let places = cells(&grids[0], last);
    let block = Selection::at(&workbook, places[0])
        .unwrap()
        .to(&workbook, *places.last().unwrap());
    let known = places.iter().filter_map(|place| match place {
        Place::Accounts(cell) => assessment.accounts.reckoned.value(*cell).known(),
        Place::Form(..) => None,
    });
    let known: Vec<_> = known.collect();
    assert!(known.len() > 3);
    let tally = block.tally(&workbook, &assessment).unwrap();
    let sum: rust_decimal::Decimal = known.iter().sum();
    assert_eq!(
        (tally.count, tally.sum.decimal()),
        (known.len(), Some(sum.normalize()))
    );
    assert_eq!(display_amount(sum), tally.sum.grouped());
    // Rows that are gone, as after undoing, count no more.
    let further = (0..rows + 5).fold(one, |block, _| block.further(&workbook, Towards::Down));
    assert_eq!(
        further
            .tally(&workbook, &assessment)
            .map(|tally| tally.count),
        Some(rows)
    );
}
