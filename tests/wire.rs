//! The shapes and names that scripts rely on.

use juesuan::accounts::{Accounts, Change};
use juesuan::evaluation::{Form, Goal, Indicator, RuleSet, built_in, evaluate, rule_set};
use juesuan::exchange::{read_workbook, wire};
use juesuan::figure::{Number, number};
use juesuan::measure::{completion_rate, growth, share, weighted_mean};
use juesuan::{Edit, Workbook, assess};
use serde_json::{Value, json};

fn numbers<const N: usize>(texts: [&str; N]) -> [Number; N] {
    texts.map(|text| number(text).unwrap())
}

fn value(of: &impl serde::Serialize) -> Value {
    serde_json::to_value(of).unwrap()
}

fn completion(actual: &str, budget: &str, places: u32) -> Value {
    let [a, b] = numbers([actual, budget]);
    value(&wire::Measure::from(
        &completion_rate(a, b, places).unwrap(),
    ))
}

fn grown(current: &str, previous: &str) -> Value {
    let [c, p] = numbers([current, previous]);
    value(&wire::Growth::from(&growth(c, p, 1).unwrap()))
}

#[test]
fn a_measure() {
    assert_eq!(
        completion("1,552.16", "1,516.89", 1),
        json!({
            "status": "value",
            "value": "102.3",
            "exact": "102.32515212",
            "display": "102.3%",
            "working": "1,552.16 ÷ 1,516.89 = 102.3252…%"
        })
    );
    assert_eq!(
        completion("15516.89", "1", 2),
        json!({
            "status": "value",
            "value": "1551689.00",
            "exact": "1551689",
            "display": "1,551,689.00%",
            "working": "15,516.89 ÷ 1 = 1,551,689.00%"
        })
    );
}

#[test]
fn a_measure_without_a_value() {
    assert_eq!(
        completion("0", "0", 1),
        json!({ "status": "notApplicable", "display": "—", "working": "0 ÷ 0，除数为 0，不计算" })
    );
    assert_eq!(
        completion("5", "0", 1),
        json!({ "status": "unbudgeted", "display": "—", "working": "5 ÷ 0，除数为 0，不计算" })
    );
    let [part, whole] = numbers(["5", "0"]);
    let measure = value(&wire::Measure::from(&share(part, whole, 1).unwrap()));
    assert_eq!(measure["status"], "notApplicable");
    let mean = value(&wire::Measure::from(&weighted_mean(&[], 1).unwrap()));
    assert_eq!(
        mean,
        json!({ "status": "notApplicable", "display": "—", "working": "—" })
    );
}

#[test]
fn a_weighted_mean() {
    let [v1, w1, v2, w2] = numbers(["95.2", "93.5", "100", "84.8"]);
    let mean = weighted_mean(&[(v1, w1), (v2, w2)], 1).unwrap();
    assert_eq!(
        value(&wire::Measure::from(&mean)),
        json!({
            "status": "value",
            "value": "97.5",
            "exact": "97.4828939989",
            "display": "97.5%",
            "working": "(95.2% × 93.5 + 100% × 84.8) ÷ (93.5 + 84.8) = 97.4829…%"
        })
    );
}

#[test]
fn growths() {
    assert_eq!(
        grown("1,552.63", "1,544.93"),
        json!({
            "status": "value",
            "value": "0.5",
            "exact": "0.498404458454",
            "display": "0.5%",
            "working": "(1,552.63 − 1,544.93) ÷ 1,544.93 = 0.4984…%",
            "change": "7.7",
            "direction": "increase",
            "phrase": "增加7.7万元，增长0.5%"
        })
    );
    for (current, previous, parts) in [
        (
            "1.38",
            "1.85",
            [
                "-25.4",
                "-25.4%",
                "-0.47",
                "decrease",
                "减少0.47万元，下降25.4%",
            ],
        ),
        ("7", "7", ["0.0", "0.0%", "0", "unchanged", "与上年持平"]),
        // Rounded to nothing it has no sign, but a direction.
        (
            "99.99",
            "100",
            ["0.0", "0.0%", "-0.01", "decrease", "减少0.01万元，下降0.0%"],
        ),
        (
            "100.01",
            "100",
            ["0.0", "0.0%", "0.01", "increase", "增加0.01万元，增长0.0%"],
        ),
        (
            "99.95",
            "100",
            [
                "-0.1",
                "-0.1%",
                "-0.05",
                "decrease",
                "减少0.05万元，下降0.1%",
            ],
        ),
        (
            "0",
            "100",
            [
                "-100.0",
                "-100.0%",
                "-100",
                "decrease",
                "减少100万元，下降100.0%",
            ],
        ),
        (
            "3000",
            "1000",
            [
                "200.0",
                "200.0%",
                "2000",
                "increase",
                "增加2,000万元，增长200.0%",
            ],
        ),
        (
            "-1",
            "2",
            [
                "-150.0",
                "-150.0%",
                "-3",
                "decrease",
                "减少3万元，下降150.0%",
            ],
        ),
    ] {
        let growth = grown(current, previous);
        let got = ["value", "display", "change", "direction", "phrase"].map(|key| &growth[key]);
        assert_eq!(
            got,
            parts.map(|text| json!(text)).each_ref(),
            "{current} {previous}"
        );
    }
    for (current, previous, change, direction, phrase) in [
        ("5", "0", "5", "increase", "增加5万元"),
        ("0", "0", "0", "unchanged", "与上年持平"),
        ("-2,000.5", "0", "-2000.5", "decrease", "减少2,000.5万元"),
        ("1", "-1", "2", "increase", "增加2万元"),
    ] {
        let growth = grown(current, previous);
        assert_eq!(
            growth,
            json!({
                "status": "notApplicable", "display": "—", "working": growth["working"],
                "change": change, "direction": direction, "phrase": phrase
            })
        );
    }
}

fn evaluated(form: Value) -> Value {
    let form: Form = serde_json::from_value(form).unwrap();
    value(&wire::Evaluation::from(&evaluate(&form, None, None)))
}

#[test]
fn an_evaluation() {
    let evaluation = evaluated(json!({
        "kind": "project", "ruleSet": "wuhan-2020", "unit": "汉阳",
        "execution": { "budget": "93.5", "actual": "93.5", "claimed": "20" },
        "goals": [
            { "name": " 保障待遇 ", "indicators": [
                { "category": "产出指标", "dimension": "数量指标", "name": "增幅", "weight": "10",
                  "target": "2.0%", "actual": "1.0%", "claimed": "8.50" }
            ] },
            { "indicators": [
                { "weight": "35", "target": "按时完成", "actual": "已完成", "claimed": "35" },
                { "weight": "35", "target": "≥90%", "actual": "" }
            ] }
        ],
        "claimedTotal": "98.0", "deviation": "标准没有调整。"
    }));
    assert_eq!(
        evaluation,
        json!({
            "ruleSet": "wuhan-2020",
            "execution": {
                "rate": {
                    "status": "value", "value": "100.0", "exact": "100", "display": "100.0%",
                    "working": "93.5 ÷ 93.5 = 100.0%"
                },
                "score": {
                    "score": "20", "claimed": "20", "status": "computed",
                    "working": "20 × 93.5 ÷ 93.5 = 20"
                }
            },
            "goals": [
                { "name": "保障待遇", "weight": "10", "score": "5", "indicators": [
                    { "score": "5", "claimed": "8.5", "status": "computed",
                      "working": "10 × 1.0% ÷ 2.0% = 5" }
                ] },
                { "name": "", "weight": "70", "score": "35", "indicators": [
                    { "score": "35", "claimed": "35", "status": "takenOver", "working": "" },
                    { "status": "waiting", "working": "" }
                ] }
            ],
            "total": "60",
            "claimedTotal": "98",
            "complete": false,
            "findings": [
                {
                    "code": "score-differs", "severity": "error",
                    "path": "goals[0].indicators[0].claimed",
                    "message": "得分 8.5 与规则不符：10 × 1.0% ÷ 2.0% = 5，请改为 5 或说明依据。",
                    "rule": "正向指标（目标值 ≥ X）：得分 = 权重 × B ÷ A，不超过权重",
                    "working": "10 × 1.0% ÷ 2.0% = 5",
                    "remedy": "改为 5"
                },
                {
                    "code": "score-taken-over", "severity": "warning",
                    "path": "goals[1].indicators[0].claimed",
                    "message": "得分无法由目标值和完成值算出，总分暂按自填的 35 分计入。",
                    "remedy": "补充可比较的目标值和完成值，或选择评定档次"
                },
                {
                    "code": "cell-missing", "severity": "warning",
                    "path": "goals[1].indicators[1].actual",
                    "message": "完成值还没有填写，暂时不能计分。",
                    "remedy": "填写完成值"
                }
            ]
        })
    );
}

#[test]
fn a_graded_evaluation_without_a_claim() {
    let evaluation = evaluated(json!({
        "ruleSet": "mof-2020",
        "execution": { "budget": 100, "actual": 100 },
        "goals": [{ "indicators": [
            { "category": "产出", "weight": 50, "target": 8, "actual": 8 },
            { "category": "效益", "weight": 30, "target": "0个", "actual": 0 },
            { "category": "满意", "weight": 10, "target": "≥90%", "actual": "81%" }
        ] }],
        "deviation": "窗口较少。"
    }));
    assert_eq!(evaluation["grade"], "优");
    assert_eq!(evaluation["total"], "99");
    assert_eq!(evaluation["complete"], true);
    assert_eq!(evaluation["findings"], json!([]));
    assert!(evaluation.get("claimedTotal").is_none());
    let execution = evaluation["execution"]["score"].as_object().unwrap();
    assert!(!execution.contains_key("claimed"));
}

#[test]
fn an_invalid_score_and_a_notice() {
    let evaluation = evaluated(json!({
        "execution": { "budget": "1,55", "actual": "-0.001" }
    }));
    assert_eq!(
        evaluation["execution"]["score"],
        json!({ "status": "invalid", "working": "" })
    );
    assert_eq!(
        evaluation["execution"]["rate"],
        json!({ "status": "notApplicable", "display": "—", "working": "" })
    );
    let notice = evaluated(json!({ "execution": { "budget": "0", "actual": "0" } }));
    assert_eq!(
        notice["findings"],
        json!([{
            "code": "execution-not-applicable", "severity": "notice", "path": "execution.budget",
            "message": "预算数和执行数都是 0，没有执行率：以自填得分计入总分。"
        }])
    );
}

#[test]
fn an_assessment() {
    let workbook = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let assessed = assess(&workbook, None);
    let assessment = value(&wire::Assessment::of(&workbook, &assessed));
    assert_eq!(
        assessment.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["accounts", "forms"]
    );
    let forms = assessment["forms"].as_array().unwrap();
    assert_eq!(forms.len(), 3);
    assert_eq!(
        (&forms[1]["total"], &forms[2]["total"]),
        (&json!("100"), &json!("100"))
    );
    assert_eq!(forms[0]["total"], "95");
    assert_eq!(
        forms[0],
        value(&wire::Evaluation::from(&evaluate(
            &workbook.forms[0],
            None,
            None
        )))
    );
    let counts = assessed.counts;
    assert_eq!((counts.errors, counts.warnings, counts.notices), (2, 6, 8));
}

#[test]
fn an_assessment_of_accounts() {
    let mut workbook = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let of = |workbook: &Workbook| value(&wire::Assessment::of(workbook, &assess(workbook, None)));
    let whole = of(&workbook);
    let accounts = &whole["accounts"];
    for (path, expected) in [
        // Typed.
        ("accounts.05.total.total", json!("1552.16")),
        // It follows from other tables.
        ("accounts.02.total.total", json!("1552.63")),
        ("accounts.04.income-general.total", json!("1552.16")),
        // It waits, and is not zero.
        ("accounts.06.total.last", Value::Null),
    ] {
        assert_eq!(accounts["values"][path], expected, "{path}");
    }
    let text = accounts["text"].as_str().unwrap();
    assert!(text.starts_with("2020年度武汉市人力资源和社会保障局汉阳社会保险管理处决算公开\n"));
    assert!(text.contains("1,552.63万元"));
    let edit = Edit::Accounts(Change::Set {
        cell: "accounts.05.total.total".parse().unwrap(),
        text: "x".to_owned(),
    });
    let wrong = of(&workbook.edited(&edit).unwrap());
    let finding = wrong["accounts"]["findings"].as_array().unwrap();
    let finding = finding.iter().find(|f| f["code"] == "figure-unreadable");
    assert_eq!(finding.unwrap()["path"], "accounts.05.total.total");
    assert_eq!(finding.unwrap()["severity"], "error");
    // Nobody has begun them.
    workbook.accounts = Accounts::default().into();
    assert_eq!(of(&workbook)["accounts"], Value::Null);
}

/// A form goes in by these names, and comes out of a file by them.
#[test]
fn a_form() {
    let form = json!({
        "kind": "project", "ruleSet": "wuhan-2020", "unit": "局", "name": "经费",
        "filledOn": "2021-05-20", "basicSpending": "1", "projectSpending": "2",
        "execution": { "budget": "3", "actual": "3", "rate": "100.0%", "claimed": "20" },
        "goals": [{ "name": "目标", "weight": "80", "indicators": [
            { "category": "产出指标", "dimension": "数量指标", "name": "接通率", "weight": "80",
              "target": "≥85.0%", "actual": "97.1%", "claimed": "80", "nature": "qualitative",
              "direction": "lower", "band": "partly", "awarded": "60" }
        ] }],
        "claimedTotal": "98", "deviation": "原因", "improvement": "措施"
    });
    let read: Form = serde_json::from_value(form.clone()).unwrap();
    assert_eq!(value(&read), form);
    // What is empty is left out.
    assert_eq!(
        value(&Form::default()),
        json!({ "kind": "overall", "execution": {}, "goals": [] })
    );
    assert_eq!(value(&Goal::default()), json!({ "indicators": [] }));
    assert_eq!(value(&Indicator::default()), json!({}));
}

#[test]
fn the_rule_sets() {
    let sets = value(&built_in());
    let ids: Vec<_> = sets
        .as_array()
        .unwrap()
        .iter()
        .map(|set| &set["id"])
        .collect();
    assert_eq!(
        ids,
        ["wuhan-2020", "mof-2020", "sichuan-2023", "hubei-2019"]
    );
    let set = value(rule_set("mof-2020").unwrap());
    assert_eq!(set["executionPoints"], "10");
    assert_eq!(set.get("bandsFrom"), None);
    assert_eq!(
        set["bands"],
        json!([
            { "key": "met", "name": "达成年度指标", "from": "80" },
            { "key": "partly", "name": "部分达成年度指标并具有一定效果", "from": "60" },
            { "key": "unmet", "name": "未达成年度指标且效果较差", "from": "0" }
        ])
    );
    assert_eq!(set["farAbove"], "130");
    let back: RuleSet = serde_json::from_value(set).unwrap();
    assert_eq!(&back, &**rule_set("mof-2020").unwrap());
}
