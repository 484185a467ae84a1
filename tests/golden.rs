//! Every percentage, growth, sum and score that a published final account prints, recomputed.
//!
//! `golden/measures.tsv` has a row for each: where it stands, what is calculated from what, what
//! was printed, what is right, the exact value to twelve digits, and, where the print is wrong, why.

use juesuan::evaluation::{Form, evaluate};
use juesuan::figure::{Number, grouped, number};
use juesuan::measure::{Measure, completion_rate, execution_rate, growth, share, weighted_mean};
use juesuan::say::Spoken as _;
use rust_decimal::Decimal;

struct Row<'a> {
    place: &'a str,
    kind: &'a str,
    inputs: Vec<&'a str>,
    printed: &'a str,
    ours: &'a str,
    exact: &'a str,
    why: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let mut lines = include_str!("golden/measures.tsv").lines();
    assert_eq!(
        lines.next(),
        Some("where\tkind\tinputs\tprinted\tours\texact\twhy")
    );
    lines
        .map(|line| {
            let fields: Vec<_> = line.split('\t').collect();
            let [place, kind, inputs, printed, ours, exact, why] = fields[..] else {
                panic!("not seven columns: {line}");
            };
            Row {
                place,
                kind,
                inputs: inputs.split(" | ").collect(),
                printed,
                ours,
                exact,
                why,
            }
        })
        .collect()
}

/// What the crate makes of a row: the display, and the exact value where the kind has one.
fn computed(row: &Row) -> (String, String) {
    let numbers = || -> Vec<Number> { row.inputs.iter().map(|t| number(t).unwrap()).collect() };
    let ratio = |measure: fn(Number, Number, u32) -> Result<Measure, _>| {
        let [a, b] = numbers()[..] else {
            panic!("{} needs two numbers", row.place)
        };
        let measure = measure(a, b, 1).unwrap();
        (measure.display(), exact(&measure))
    };
    let change = || growth(numbers()[0], numbers()[1], 1).unwrap();
    let none = || "-".to_owned();
    match row.kind {
        "completion" => ratio(completion_rate),
        "execution" => ratio(execution_rate),
        "share" => ratio(share),
        "growth" => (change().phrase(), exact(&change().rate)),
        "change" => (change().display_change(), none()),
        "sum" => {
            let sum: Decimal = numbers().iter().map(|n| n.decimal()).sum();
            (grouped(sum), none())
        }
        "score" => (score(&row.inputs), none()),
        kind => panic!("no such kind: {kind}"),
    }
}

fn exact(measure: &Measure) -> String {
    measure.exact.map_or("-".to_owned(), |e| e.to_string())
}

/// Of an indicator with this weight, target and actual, by the rules of the form's city.
fn score(inputs: &[&str]) -> String {
    let form: Form = serde_json::from_value(serde_json::json!({
        "ruleSet": "wuhan-2020",
        "goals": [{ "indicators": [
            { "weight": inputs[0], "target": inputs[1], "actual": inputs[2] }
        ] }]
    }))
    .unwrap();
    let evaluation = evaluate(&form, None, None);
    grouped(evaluation.goals[0].indicators[0].score.unwrap())
}

#[test]
fn every_row_is_recomputed() {
    let wrong: Vec<String> = rows()
        .iter()
        .filter_map(|row| {
            let (display, exact) = computed(row);
            (display != row.ours || exact != row.exact)
                .then(|| format!("{}: {display}, {exact}", row.place))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn where_the_print_differs_the_row_says_why() {
    let rows = rows();
    assert!(rows.len() >= 60, "only {} rows", rows.len());
    for row in &rows {
        assert_eq!(
            row.printed != row.ours,
            !row.why.is_empty(),
            "{}",
            row.place
        );
    }
    let differing: Vec<_> = rows
        .iter()
        .filter(|row| row.printed != row.ours)
        .map(|row| (row.place, row.printed, row.ours))
        .collect();
    assert_eq!(
        differing,
        [
            ("2 财政拨款收入占比", "99.9%", "100.0%"),
            ("2 其他收入占比", "0.1%", "0.0%"),
            ("7.1 因公出国(境)", "0.0%", "—"),
            ("7.2(1) 车辆购置", "0.0%", "—"),
            ("7.2(1) 车辆购置比预算", "增加(减少)0", "0"),
            ("7.3 公务接待", "0.0%", "—"),
            (
                "7 出国(境)比上年",
                "增加(减少)0.00万元，增长(下降)0%",
                "与上年持平"
            ),
            (
                "7 接待比上年",
                "增加(减少)0.00万元，增长(下降)0%",
                "与上年持平"
            ),
            ("11 中小企业合同", "93.4%", "93.3%"),
            ("11 小微企业合同", "93.4%", "93.3%"),
            ("整体表 编外人员收入增幅", "8", "5"),
            ("整体表 总分", "98", "95"),
            ("四.一 净增人次", "29,339", "29,319"),
            ("四.一 完成扩面目标", "152.8%", "152.7%"),
        ]
    );
}

/// The workings of the figures that the account gets wrong are what convinces its author.
#[test]
fn workings() {
    for (a, b, working) in [
        ("1,552.16", "1,552.63", "1,552.16 ÷ 1,552.63 = 99.9697…%"),
        ("0.47", "1,552.63", "0.47 ÷ 1,552.63 = 0.0303…%"),
        ("8", "8.57", "8 ÷ 8.57 = 93.3489…%"),
        ("29,319", "19,200", "29,319 ÷ 19,200 = 152.7031…%"),
        ("1,552.16", "1,516.89", "1,552.16 ÷ 1,516.89 = 102.3252…%"),
        ("1.38", "2.5", "1.38 ÷ 2.5 = 55.2%"),
        ("178.3", "178.3", "178.3 ÷ 178.3 = 100.0%"),
        ("1", "8", "1 ÷ 8 = 12.5%"),
        ("1", "16", "1 ÷ 16 = 6.25%"),
        ("-1", "16", "(-1) ÷ 16 = -6.25%"),
        ("1", "3", "1 ÷ 3 = 33.3333…%"),
        ("0", "0", "0 ÷ 0，除数为 0，不计算"),
    ] {
        let [a, b] = [a, b].map(|t| number(t).unwrap());
        assert_eq!(share(a, b, 1).unwrap().working.in_chinese(), working);
    }
    for (now, before, working) in [
        ("1.38", "1.85", "(1.38 − 1.85) ÷ 1.85 = -25.4054…%"),
        (
            "137.56",
            "188.88",
            "(137.56 − 188.88) ÷ 188.88 = -27.1707…%",
        ),
        ("5", "0", "5 − 0 = 5（基数不大于零，不计算增长率）"),
        ("5", "-2", "5 − (-2) = 7（基数不大于零，不计算增长率）"),
    ] {
        let [now, before] = [now, before].map(|t| number(t).unwrap());
        assert_eq!(
            growth(now, before, 1).unwrap().rate.working.in_chinese(),
            working
        );
    }
}

#[test]
fn workings_of_means() {
    let mean = |pairs: &[(&str, &str)]| {
        let read = |text: &str| number(text).unwrap();
        let pairs: Vec<_> = pairs.iter().map(|(v, w)| (read(v), read(w))).collect();
        weighted_mean(&pairs, 1).unwrap().working.in_chinese()
    };
    for (pairs, working) in [
        (vec![("95.2", "93.5")], "95.2% × 93.5 ÷ 93.5 = 95.2%"),
        (
            vec![("95.2", "1,000"), ("-1", "1")],
            "(95.2% × 1,000 + (-1)% × 1) ÷ (1,000 + 1) = 95.1039…%",
        ),
        (vec![("95.2", "0")], "95.2% × 0 ÷ 0，权重合计为 0"),
        (
            vec![("90", "1"); 6],
            "(90% × 1 + 90% × 1 + 90% × 1 + 90% × 1 + 90% × 1 + 90% × 1) ÷ \
             (1 + 1 + 1 + 1 + 1 + 1) = 90.0%",
        ),
        // A consolidation of many units is not spelled out to the end.
        (
            vec![("90", "1"); 7],
            "(90% × 1 + 90% × 1 + 90% × 1 + 90% × 1 + 90% × 1 + 90% × 1 + …（共 7 项）) ÷ \
             (1 + 1 + 1 + 1 + 1 + 1 + …（共 7 项）) = 90.0%",
        ),
    ] {
        assert_eq!(mean(&pairs), working);
    }
}
