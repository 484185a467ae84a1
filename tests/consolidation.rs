//! Several forms as one: quantities added, rates and judgements averaged with the amounts, then scored.

use juesuan::evaluation::{Consolidation, Form, ScoreStatus, consolidate};
use juesuan::exchange::read_workbook;
use juesuan::finding::Code::{self, *};
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
        notice.message,
        "3 张表中有 2 张列了这项指标，只汇总这 2 张：没有列的是未填单位的表。"
    );
    assert_eq!(notice.cell.to_string(), "goals[0].indicators[0].name");
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
