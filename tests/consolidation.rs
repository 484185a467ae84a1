//! Several forms as one: quantities added, rates and judgements averaged with the amounts, then scored.

use juesuan::evaluation::{Consolidation, Form, ScoreStatus, consolidate};
use juesuan::exchange::read_workbook;
use juesuan::finding::Code::{self, *};
use juesuan::say::InWords as _;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Forms of one indicator worth 80: amount spent, then the indicator's fields.
fn forms(parts: &[(&str, Value)]) -> Vec<Form> {
    let form = |(spent, indicator): &(&str, Value)| {
        let mut indicator = indicator.clone();
        indicator["name"] = json!("指标");
        if indicator["weight"].is_null() {
            indicator["weight"] = json!("80");
        }
        json!({ "execution": { "budget": spent, "actual": spent }, "goals": [{ "indicators": [indicator] }] })
    };
    parts
        .iter()
        .map(|part| serde_json::from_value(form(part)).unwrap())
        .collect()
}

fn codes(one: &Consolidation) -> Vec<Code> {
    one.evaluation.findings.iter().map(|f| f.code).collect()
}

#[test]
fn targets_and_actuals() {
    let pair = |target: &str, actual: &str| json!({ "target": target, "actual": actual });
    for (parts, target, actual, score) in [
        // Absolute quantities are added.
        (
            vec![("10", pair("≥50个", "40个")), ("30", pair("≥30个", "30个"))],
            "≥80个",
            "70个",
            "70",
        ),
        (
            vec![
                ("10", pair("5万份", "6万份")),
                ("30", pair("40000份", "30000份")),
            ],
            "90,000份",
            "90,000份",
            "80",
        ),
        (
            vec![
                ("10", pair("≤90万元", "85万元")),
                ("30", pair("≤10万元", "15万元")),
            ],
            "≤100万元",
            "100万元",
            "80",
        ),
        (
            vec![
                ("10", pair("每月100份", "1000份")),
                ("30", pair("1200份", "1400份")),
            ],
            "2,400份",
            "2,400份",
            "80",
        ),
        (
            vec![("10", pair("8", "4")), ("30", pair("8", "4"))],
            "16",
            "8",
            "40",
        ),
        // Rates are averaged, with the amounts spent as weights.
        (
            vec![("10", pair("≥90%", "80%")), ("30", pair("≥90%", "100%"))],
            "≥90%",
            "95%",
            "80",
        ),
        (
            vec![
                ("93.5", pair("90.0%", "95.2%")),
                ("84.8", pair("90.0%", "100.0%")),
            ],
            "90%",
            "97.482894%",
            "80",
        ),
        (
            vec![
                ("1", pair("2%", "1%")),
                ("2", pair("2%", "1%")),
                ("3", pair("2%", "2%")),
            ],
            "2%",
            "1.5%",
            "60",
        ),
        // A degree of completion of a target in words.
        (
            vec![("10", pair("按计划", "80%")), ("10", pair("按计划", "90%"))],
            "按计划",
            "85%",
            "68",
        ),
        // A single form stays as it is.
        (vec![("", pair("≥90%", "45%"))], "≥90%", "45%", "40"),
    ] {
        let one = consolidate(&forms(&parts), None).unwrap();
        let indicator = &one.form.goals[0].indicators[0];
        assert_eq!((&*indicator.target, &*indicator.actual), (target, actual));
        let evaluated = &one.evaluation.goals[0].indicators[0];
        assert_eq!(
            evaluated.score.unwrap().to_string(),
            score,
            "{target} {actual}"
        );
        assert!(
            codes(&one).iter().all(|code| !Code::ACROSS.contains(code)),
            "{target} {actual}"
        );
    }
}

#[test]
fn judgements() {
    let judged = |band: &str, awarded: &str| json!({ "weight": "10", "target": "按计划", "actual": "已完成", "band": band, "awarded": awarded });
    for (parts, score, status) in [
        (
            vec![("10", judged("met", "10")), ("30", judged("met", "8"))],
            Some("8.5"),
            ScoreStatus::Computed,
        ),
        (
            vec![("10", judged("met", "9")), ("30", judged("unmet", "3"))],
            Some("4.5"),
            ScoreStatus::Computed,
        ),
        (
            vec![("1", judged("met", "10")), ("2", judged("met", "9"))],
            Some("9.33"),
            ScoreStatus::Computed,
        ),
        (
            vec![("10", judged("met", "10")), ("30", judged("met", ""))],
            Some("10"),
            ScoreStatus::Computed,
        ),
    ] {
        let one = consolidate(&forms(&parts), None).unwrap();
        let evaluated = &one.evaluation.goals[0].indicators[0];
        assert_eq!(evaluated.score.map(|s| s.to_string()).as_deref(), score);
        assert_eq!(evaluated.status, status);
        assert!(!codes(&one).contains(&ScoreOutsideBand));
    }
}

#[test]
fn what_does_not_go_together_is_left_empty_and_said() {
    let pair = |weight: &str, target: &str, actual: &str| json!({ "weight": weight, "target": target, "actual": actual });
    for (second, expected) in [
        (pair("80", "≥50人次", "60人次"), Some(ConsolidatedUnits)),
        (pair("80", "≥50人次", "60个"), Some(ConsolidatedUnits)),
        (pair("80", "≥50", "60"), Some(ConsolidatedUnits)),
        (pair("80", "≤50个", "60个"), Some(ConsolidatedDirections)),
        (pair("80", "按计划", "已完成"), Some(ConsolidatedNot)),
        (pair("80", "≥5x", "60个"), Some(ConsolidatedNot)),
        (pair("80", "", "60个"), Some(ConsolidatedNot)),
        (pair("80", "≥50个", "60人次"), Some(ConsolidatedNot)),
        (pair("", "≥50个", "60个"), Some(ConsolidatedWeights)),
        (pair("80分", "50个", "60"), None),
        (pair("80", "≥50个", "已完成"), Some(ConsolidatedNot)),
        (pair("80", "≥50个", ""), Some(ConsolidatedNot)),
        (pair("80", "每周1个", "60个"), Some(ConsolidatedNot)),
        (pair("70", "≥50个", "60个"), Some(ConsolidatedWeights)),
        (pair("80", "≥50个", "60个"), None),
    ] {
        let one = consolidate(
            &forms(&[("10", pair("80", "≥50个", "60个")), ("10", second.clone())]),
            None,
        )
        .unwrap();
        let across: Vec<_> = codes(&one)
            .into_iter()
            .filter(|c| Code::ACROSS.contains(c))
            .collect();
        assert_eq!(across, Vec::from_iter(expected), "{second}");
    }
    // Rates without an amount have no weight, and without any amount there is no mean.
    let rate = |done: &str| json!({ "target": "90%", "actual": done });
    for (amounts, spent, actual) in [
        (["10", ""], "10", "80%"),
        (["10", "x"], "10", "80%"),
        (["10", "-5"], "10", "80%"),
        (["", ""], "", ""),
        (["0", "0"], "0", ""),
    ] {
        let parts = [(amounts[0], rate("80%")), (amounts[1], rate("90%"))];
        let one = consolidate(&forms(&parts), None).unwrap();
        assert!(codes(&one).contains(&ConsolidatedNot), "{amounts:?}");
        assert_eq!(&*one.form.execution.actual, spent, "{amounts:?}");
        assert_eq!(
            &*one.form.goals[0].indicators[0].actual, actual,
            "{amounts:?}"
        );
    }
    assert_eq!(consolidate::<Form>(&[], None), None);
}

#[test]
fn an_indicator_some_forms_lack() {
    let mut all = forms(&[
        ("10", json!({ "target": "5个", "actual": "5个" })),
        ("30", json!({ "target": "7个", "actual": "7个" })),
    ]);
    all.push(
        serde_json::from_value(json!({ "execution": { "budget": "1", "actual": "1" } })).unwrap(),
    );
    let one = consolidate(&all, None).unwrap();
    assert_eq!(&*one.form.goals[0].indicators[0].actual, "12个");
    let notice = one
        .evaluation
        .findings
        .iter()
        .find(|f| f.code == ConsolidatedPartly)
        .unwrap();
    assert_eq!(
        notice.message(),
        "3 张表中有 2 张列了这项指标，只汇总这 2 张：没有列的是未填单位的表。"
    );
    assert_eq!(notice.cell.to_string(), "goals[0].indicators[0].name");
}

/// Units by their names, each with its amount and its rows: name, weight, target, actual.
fn units(units: &[(&str, &str, &[[&str; 4]])]) -> Vec<Form> {
    let form = |(unit, spent, rows): &(&str, &str, &[[&str; 4]])| {
        let row = |[name, weight, target, actual]: &[&str; 4]| json!({ "name": name, "weight": weight, "target": target, "actual": actual });
        let rows: Vec<Value> = rows.iter().map(row).collect();
        let form = json!({ "unit": unit, "execution": { "budget": spent, "actual": spent }, "goals": [{ "indicators": rows }] });
        serde_json::from_value(form).unwrap()
    };
    units.iter().map(form).collect()
}

/// The rows that come out, and what is said of the consolidation alone.
fn outcome(forms: &[Form]) -> (Vec<[String; 4]>, Vec<String>) {
    let one = consolidate(forms, None).unwrap();
    let rows = one.form.goals.iter().flat_map(|goal| &goal.indicators);
    let rows =
        rows.map(|i| [&i.name, &i.weight, &i.target, &i.actual].map(|text| text.to_string()));
    let across = one.evaluation.findings.iter();
    let across = across.filter(|f| Code::ACROSS.contains(&f.code));
    let across = across.map(|f| format!("{}: {}", f.code, f.message()));
    (rows.collect(), across.collect())
}

/// What comes out of some units is the same in any order of them.
#[track_caller]
fn comes_to(parts: &[(&str, &str, &[[&str; 4]])], rows: &[[&str; 4]], said: &[&str]) {
    let mut forms = units(parts);
    for _ in 0..parts.len() {
        let (got, findings) = outcome(&forms);
        assert_eq!(got, rows);
        assert_eq!(findings, said);
        forms.rotate_left(1);
    }
}

#[test]
fn rows_that_belong_together_and_rows_that_do_not() {
    const GIVES: [&str; 4] = ["办件", "80", "≥50个", "40个"];
    // Directions, said or chosen by a sign.
    comes_to(
        &[
            ("甲", "1", &[["投诉", "80", "≤10次", "8次"]]),
            ("乙", "1", &[["投诉", "80", "≥10次", "10次"]]),
        ],
        &[["投诉", "80", "", ""]],
        &[
            "consolidated-directions: 同名指标的方向不同，不能汇总：“乙”越高越好（≥）；“甲”越低越好（≤）。请统一方向后重新汇总。",
        ],
    );
    comes_to(
        &[
            ("甲", "1", &[["投诉", "80", "≤10次", "8次"]]),
            ("乙", "1", &[["投诉", "80", "10次", "10次"]]),
        ],
        &[["投诉", "80", "", ""]],
        &[
            "consolidated-directions: 同名指标的方向不同，不能汇总：“乙”越高越好（≥）；“甲”越低越好（≤）。请统一方向后重新汇总。",
        ],
    );
    // Unit and direction, each said.
    comes_to(
        &[
            ("甲", "1", &[["投诉", "80", "≤10次", "8次"]]),
            ("乙", "1", &[["投诉", "80", "≥10件", "10件"]]),
        ],
        &[["投诉", "80", "", ""]],
        &[
            "consolidated-units: 同名指标的单位和方向不同，不能汇总：“乙”单位是“件”、越高越好（≥）；“甲”单位是“次”、越低越好（≤）。请统一单位和方向后重新汇总。",
        ],
    );
    // A row somebody has not used.
    comes_to(
        &[
            ("甲", "1", &[GIVES, ["", "40", "", ""]]),
            ("乙", "1", &[GIVES, ["", "", " ", ""]]),
        ],
        &[["办件", "80", "≥100个", "80个"]],
        &[],
    );
    // Different signs of one direction go together.
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("乙", "1", &[["办件", "80", "50个", "60个"]]),
        ],
        &[["办件", "80", "≥100个", "100个"]],
        &[],
    );
    // Units.
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("乙", "1", &[["办件", "80", "≥50件", "40件"]]),
            ("丙", "1", &[["办件", "80", "≥50", "40"]]),
        ],
        &[["办件", "80", "", ""]],
        &[
            "consolidated-units: 同名指标的单位不同，不能汇总：“丙”没有单位；“甲”单位是“个”；“乙”单位是“件”。请统一单位后重新汇总。",
        ],
    );
    // An actual without a unit has that of its own target.
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("乙", "1", &[["办件", "80", "≥50个", "60"]]),
        ],
        &[["办件", "80", "≥100个", "100个"]],
        &[],
    );
    // Two rows of one name in one form are two matters.
    comes_to(
        &[
            (
                "甲",
                "1",
                &[
                    ["培训", "40", "≥50人次", "40人次"],
                    ["培训", "40", "≥5场", "4场"],
                ],
            ),
            (
                "乙",
                "1",
                &[
                    ["培训", "40", "≥5场", "6场"],
                    ["培训", "40", "≥50人次", "60人次"],
                ],
            ),
        ],
        &[
            ["培训", "40", "≥10场", "10场"],
            ["培训", "40", "≥100人次", "100人次"],
        ],
        &[
            "consolidated-twice: “乙”、“甲”把“培训”列了 2 行：同名的行不合并，按单位和先后顺序与其他表对应，请确认。",
        ],
    );
    comes_to(
        &[
            (
                "甲",
                "1",
                &[["培训", "40", "5场", "4场"], ["培训", "40", "50场", "40场"]],
            ),
            ("乙", "1", &[["培训", "40", "5场", "6场"]]),
        ],
        &[
            ["培训", "40", "10场", "10场"],
            ["培训", "40", "50场", "40场"],
        ],
        &[
            "consolidated-twice: “甲”把“培训”列了 2 行：同名的行不合并，按单位和先后顺序与其他表对应，请确认。",
            "consolidated-partly: 2 张表中有 1 张列了这项指标，只汇总这 1 张：没有列的是“乙”。",
        ],
    );
    // Words against numbers: what most do counts, of equally many nothing.
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("乙", "1", &[GIVES]),
            ("丙", "1", &[["办件", "80", "≥50个", "已完成"]]),
        ],
        &[["办件", "80", "≥100个", "80个"]],
        &["consolidated-not: “丙”写的不是一个数：这项指标没有计入这 1 张表，请补正后重新汇总。"],
    );
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("乙", "1", &[["办件", "80", "按计划", "80%"]]),
        ],
        &[["办件", "80", "", ""]],
        &[
            "consolidated-not: 这项指标有的表写数字（“甲”），有的表写文字（“乙”），不能汇总：请统一后重新汇总，或直接填写。",
        ],
    );
    // Weights: that of most, of equally many none.
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("乙", "1", &[GIVES]),
            ("丙", "1", &[["办件", "70", "≥50个", "40个"]]),
        ],
        &[["办件", "80", "≥150个", "120个"]],
        &[
            "consolidated-weights: 各表中这项指标的分值不同，汇总按多数表的 80 分：不同的是“丙”，请统一分值。",
        ],
    );
    comes_to(
        &[
            ("甲", "1", &[GIVES]),
            ("丙", "1", &[["办件", "70", "≥50个", "40个"]]),
        ],
        &[["办件", "", "≥100个", "80个"]],
        &[
            "consolidated-weights: 各表中这项指标的分值不同，没有多数，汇总时分值留空：“丙”、“甲”，请统一分值，或在汇总表里填写。",
        ],
    );
}

#[test]
fn what_one_unit_lacks_leaves_it_out_by_name() {
    const GIVES: [&str; 4] = ["办件", "80", "≥50个", "40个"];
    let not = |why: &str| {
        format!("consolidated-not: {why}：这项指标没有计入这 1 张表，请补正后重新汇总。")
    };
    for (row, why) in [
        (["办件", "80", "≥50个", ""], "“丙”没有填写完成值"),
        (["办件", "80", "≥50个", "12x"], "“丙”的完成值无法识别"),
        (["办件", "80", "≥5x", "12个"], "“丙”的目标值无法识别"),
        (["办件", "80", "", "12个"], "“丙”没有填写目标值"),
        (
            ["办件", "80", "≥50个", "60人次"],
            "“丙”的目标值和完成值不能比较或折算",
        ),
        (
            ["办件", "80", "每周5个", "60个"],
            "“丙”的目标值和完成值不能比较或折算",
        ),
    ] {
        comes_to(
            &[
                ("甲", "10", &[GIVES]),
                ("乙", "20", &[GIVES]),
                ("丙", "30", &[row]),
            ],
            &[["办件", "80", "≥100个", "80个"]],
            &[&not(why)],
        );
    }
    // Of an amount: left out of both, so that no rate comes up that is nobody's.
    for (spent, why) in [
        ("12x", "“丙”的执行数无法识别"),
        ("", "“丙”没有填写执行数"),
        ("-5", "“丙”的执行数无法识别"),
    ] {
        let mut forms = units(&[
            ("甲", "10", &[GIVES]),
            ("乙", "30", &[GIVES]),
            ("丙", "50", &[GIVES]),
        ]);
        forms[2].execution.actual = spent.into();
        let one = consolidate(&forms, None).unwrap();
        assert_eq!(
            (&*one.form.execution.budget, &*one.form.execution.actual),
            ("40", "40")
        );
        assert_eq!(one.evaluation.total.to_string(), "84");
        assert_eq!(
            outcome(&forms).1,
            [format!(
                "consolidated-not: {why}：预算执行和以执行数为权重的指标没有计入这 1 张表，请补正后重新汇总。"
            )]
        );
    }
}

#[test]
fn empty_forms_are_one_line() {
    const GIVES: [&str; 4] = ["办件", "80", "≥50个", "40个"];
    const EMPTY: [&str; 4] = ["办件", "80", "≥50个", ""];
    comes_to(
        &[
            ("甲", "10", &[GIVES]),
            ("乙", "", &[EMPTY]),
            ("丙", "", &[EMPTY]),
            ("丁", "", &[["", "", "", ""]]),
        ],
        &[["办件", "80", "≥50个", "40个"]],
        &["consolidated-blank: 3 份为空表，未计入：“丁”、“丙”、“乙”。"],
    );
    // One that has anything is none.
    comes_to(
        &[("甲", "10", &[GIVES]), ("乙", "0", &[EMPTY])],
        &[["办件", "80", "≥50个", "40个"]],
        &["consolidated-not: “乙”没有填写完成值：这项指标没有计入这 1 张表，请补正后重新汇总。"],
    );
    let forms = units(&[("甲", "", &[EMPTY]), ("乙", "", &[EMPTY])]);
    assert!(
        outcome(&forms).1.contains(
            &"consolidated-blank: 2 份都是空表，没有可汇总的内容：“乙”、“甲”。".to_owned()
        )
    );
    let many: Vec<(String, String)> = (10..90)
        .map(|n| (format!("单位{n}"), String::new()))
        .collect();
    let mut many: Vec<Form> = many
        .iter()
        .flat_map(|(unit, spent)| units(&[(unit, spent, &[EMPTY])]))
        .collect();
    many.extend(units(&[("甲", "10", &[GIVES])]));
    assert_eq!(
        outcome(&many).1,
        [
            "consolidated-blank: 80 份为空表，未计入：“单位10”、“单位11”、“单位12”、“单位13”、“单位14”等 80 张表。"
        ]
    );
}

/// Goals are one where their names are; where a form has one goal alone, it is that of all.
#[test]
fn goals() {
    let form = |unit: &str, goals: &[&str]| -> Form {
        let goals: Vec<Value> = goals
            .iter()
            .map(|name| {
                json!({ "name": name, "indicators": [
            { "name": "办件", "weight": "40", "target": "5个", "actual": "5个" }] })
            })
            .collect();
        serde_json::from_value(
            json!({ "unit": unit, "execution": { "budget": "1", "actual": "1" }, "goals": goals }),
        )
        .unwrap()
    };
    for (forms, expected) in [
        (vec![form("甲", &["一"]), form("乙", &["二"])], "=10个"),
        (vec![form("甲", &["一"]), form("乙", &["一"])], "一=10个"),
        (vec![form("甲", &["一"]), form("乙", &[""])], "一=10个"),
        (
            vec![form("甲", &["一", "二"]), form("乙", &["一", "二"])],
            "一=10个 二=10个",
        ),
        (
            vec![form("甲", &["一", "二"]), form("乙", &["二", "一"])],
            "二=10个 一=10个",
        ),
        (
            vec![form("甲", &["一", "二"]), form("乙", &["", ""])],
            "一=10个 二=10个",
        ),
        (
            vec![form("甲", &["一", "二"]), form("乙", &["一", "三"])],
            "一=10个 三=5个 二=5个",
        ),
    ] {
        for forms in [forms.clone(), forms.into_iter().rev().collect()] {
            let one = consolidate(&forms, None).unwrap();
            let goals = one
                .form
                .goals
                .iter()
                .map(|goal| format!("{}={}", &*goal.name, &*goal.indicators[0].actual));
            assert_eq!(goals.collect::<Vec<_>>().join(" "), expected);
        }
    }
}

/// Sums at the bounds of what can be typed, and beyond what a cell holds.
#[test]
fn amounts_are_added_exactly() {
    let row = ["办件", "80", "≥50个", "40个"];
    let most = "999999999999999999.9999999999";
    for (count, expected) in [
        (2, "1,999,999,999,999,999,999.9999999998"),
        (8, "7,999,999,999,999,999,999.9999999992"),
    ] {
        let forms = units(&vec![("甲", most, [row].as_slice()); count]);
        let one = consolidate(&forms, None).unwrap();
        assert_eq!(&*one.form.execution.actual, expected);
        // Such a sum is no amount any more: that is said, and nothing is cut off.
        assert!(codes(&one).contains(&FigureUnreadable));
    }
}

/// Forms under different rules: most decide, of equally many a built-in set that comes first, and the
/// others are named.
#[test]
fn rules() {
    let ruled = |unit: &str, rules: &str| {
        let mut form = units(&[(unit, "1", &[["办件", "80", "5个", "5个"]])]).remove(0);
        form.rule_set = rules.to_owned();
        form
    };
    for (rules, used, said) in [
        (vec!["", "wuhan-2020"], "wuhan-2020", None),
        (vec!["mof-2020", "mof-2020"], "mof-2020", None),
        (
            vec!["mof-2020", "mof-2020", "wuhan-2020"],
            "mof-2020",
            Some("“丙”按“武汉市 2020 年度”"),
        ),
        (
            vec!["mof-2020", "", "wuhan-2020"],
            "wuhan-2020",
            Some("“甲”按“财政部 2020”"),
        ),
        (
            vec!["mof-2020", "sichuan-2023"],
            "mof-2020",
            Some("“乙”按“四川省 2023 年度”"),
        ),
        (
            vec!["nowhere", "mof-2020"],
            "mof-2020",
            Some("“甲”按“nowhere（不能识别或不能使用）”"),
        ),
    ] {
        let mut forms: Vec<Form> = ["甲", "乙", "丙"]
            .iter()
            .zip(&rules)
            .map(|(unit, rules)| ruled(unit, rules))
            .collect();
        for _ in 0..forms.len() {
            let one = consolidate(&forms, None).unwrap();
            assert_eq!(one.evaluation.rule_set, used, "{rules:?}");
            let finding = one
                .evaluation
                .findings
                .iter()
                .find(|f| f.code == ConsolidatedRules);
            assert_eq!(finding.is_some(), said.is_some(), "{rules:?}");
            if let (Some(finding), Some(said)) = (finding, said) {
                assert!(finding.message().contains(said), "{}", finding.message());
            }
            forms.rotate_left(1);
        }
    }
}

/// The unit's two projects: 93.5 + 84.8 spent, and one satisfaction rate out of two.
#[test]
fn the_projects_of_the_example() {
    let workbook = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let projects: Vec<Form> = workbook.forms[1..]
        .iter()
        .map(|form| (**form).clone())
        .collect();
    let one = consolidate(&projects, None).unwrap();
    assert_eq!(
        (&*one.form.execution.budget, &*one.form.execution.actual),
        ("178.3", "178.3")
    );
    assert_eq!(
        (&*one.form.name, &*one.form.implementer),
        ("", &*projects[0].implementer)
    );
    let actuals: Vec<_> = one.form.goals[0]
        .indicators
        .iter()
        .map(|i| i.actual.to_string())
        .collect();
    assert_eq!(actuals[6..], ["92.134044%", "100%", "97.482894%"]);
    assert_eq!(one.evaluation.total.to_string(), "100");
    assert!(one.evaluation.complete);
    assert_eq!(one.evaluation.claimed_total, None);
    assert!(one.form.improvement.contains('\n'));
}

proptest! {
    #[test]
    fn forms_in_any_order_give_the_same_scores(
        parts in prop::collection::vec((1_u32..100_000, 0_u32..2_000, 1_u32..2_000, any::<bool>()), 1..7), turn in 0_usize..7,
    ) {
        let rate = parts[0].3;
        let parts: Vec<_> = parts
            .iter()
            .map(|(spent, actual, target, _)| {
                let unit = if rate { "%" } else { "人次" };
                (spent.to_string(), json!({ "target": format!("{target}{unit}"), "actual": format!("{actual}{unit}") }))
            })
            .collect();
        let mut parts: Vec<(&str, Value)> = parts.iter().map(|(s, v)| (s.as_str(), v.clone())).collect();
        let one = consolidate(&forms(&parts), None).unwrap();
        let turn = turn % parts.len();
        parts.rotate_left(turn);
        let other = consolidate(&forms(&parts), None).unwrap();
        prop_assert_eq!(one.form, other.form);
        prop_assert_eq!(one.evaluation, other.evaluation);
    }
}
