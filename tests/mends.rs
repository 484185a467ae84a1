//! What is offered as a mend: it mends what it is offered for, and breaks no other sum.

use juesuan::evaluation::{Form, evaluate};
use juesuan::exchange::{evaluate_written, recognise};
use juesuan::figure::grouped;
use juesuan::finding::{Code, Mend, Severity};
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Edit, Workbook};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

fn read(form: &Value) -> Form {
    serde_json::from_value(form.clone()).unwrap()
}

/// Every mend that is offered: its code, its cell, and the text it puts there or the heading it leads to.
fn offered(form: &Form) -> Vec<String> {
    let evaluation = evaluate(form, None, None);
    let mends = evaluation.findings.iter().filter_map(|finding| {
        let what = match finding.mend.as_ref()? {
            Mend::Put { cell, text } => format!("{cell} = {text}"),
            Mend::Place {
                cell, dimension, ..
            } => format!("{cell} → {dimension}"),
        };
        Some(format!("{}: {what}", finding.code))
    });
    mends.collect()
}

/// Two goals of 60 and 20 points, and what of them is edited.
fn form(edits: &[(&str, &str)]) -> Form {
    let row = |dimension: &str, name: &str, weight: &str| {
        json!({ "category": "产出指标", "dimension": dimension, "name": name, "weight": weight,
                "target": "≥50个", "actual": "60个", "claimed": weight })
    };
    let mut form = json!({
        "execution": { "budget": "100", "actual": "100", "rate": "100%", "claimed": "20" },
        "goals": [
            { "weight": "60", "indicators": [row("数量指标", "甲", "40"), row("质量指标", "乙", "20")] },
            { "weight": "20", "indicators": [row("数量指标", "丙", "12"), row("质量指标", "丁", "8")] },
        ],
        "claimedTotal": "100"
    });
    for (pointer, text) in edits {
        *form.pointer_mut(pointer).unwrap() = json!(text);
    }
    read(&form)
}

const GOAL: &str = "/goals/1/weight";
const ROW: &str = "/goals/1/indicators/1/weight";
const ROW_CLAIMED: &str = "/goals/1/indicators/1/claimed";
const OTHER: &str = "/goals/0/indicators/0/weight";
const OTHER_CLAIMED: &str = "/goals/0/indicators/0/claimed";
const HEADING: &str = "/goals/1/indicators/1/dimension";
const TOTAL: &str = "/claimedTotal";

/// Edits, and what is offered then.
type Offered<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[test]
fn what_is_offered() {
    #[rustfmt::skip]
    let cases: &[Offered] = &[
        (&[], &[]),
        // The indicators add up to 79 of 80: one of them is wrong, and 19 would leave it so.
        (&[(ROW, "7"), (ROW_CLAIMED, "7"), (TOTAL, "99")], &[]),
        (&[(ROW, "9"), (ROW_CLAIMED, "9"), (TOTAL, "101")], &[]),
        (&[(ROW, ""), (ROW_CLAIMED, ""), (TOTAL, "")], &[]),
        (&[(ROW, "x"), (ROW_CLAIMED, ""), (TOTAL, "")], &[]),
        // The indicators are right, the goal alone is not.
        (&[(GOAL, "19")], &["goal-weight: goals[1].weight = 20"]),
        (&[(GOAL, "20.0分")], &[]),
        // Points went from one goal to the other: each goal is offered what it has.
        (
            &[(ROW, "7"), (ROW_CLAIMED, "7"), (OTHER, "41"), (OTHER_CLAIMED, "41")],
            &["goal-weight: goals[0].weight = 61", "goal-weight: goals[1].weight = 19"],
        ),
        // A heading says what the goal says: again an indicator is wrong.
        (
            &[(HEADING, "质量指标（8分）"), (ROW, "7"), (ROW_CLAIMED, "7"), (OTHER, "41"), (OTHER_CLAIMED, "41")],
            &["goal-weight: goals[0].weight = 61"],
        ),
        (&[(HEADING, "质量指标（8分）")], &[]),
        // Scores, and the total that follows from them.
        (&[(ROW_CLAIMED, "7")], &["score-differs: goals[1].indicators[1].claimed = 8"]),
        (&[(TOTAL, "99")], &["total-differs: claimedTotal = 100"]),
        (
            &[("/execution/claimed", "19"), (TOTAL, "99")],
            &["score-differs: execution.claimed = 20", "total-differs: claimedTotal = 100"],
        ),
        (&[("/execution/rate", "99%")], &["execution-rate-differs: execution.rate = 100.0%"]),
        // A row in the wrong place, and one whose heading has points of its own.
        (
            &[("/goals/1/indicators/1/name", "群众满意率")],
            &["dimension-misplaced: goals[1].indicators[1].dimension → 服务对象满意度指标"],
        ),
        (&[("/goals/1/indicators/1/name", "群众满意率"), (HEADING, "质量指标（8分）")], &[]),
        (
            &[(HEADING, "社会效益指标")],
            &["dimension-misplaced: goals[1].indicators[1].dimension → 社会效益指标"],
        ),
        (&[("/goals/1/indicators/1/category", "产出指标（8分）"), (HEADING, "社会效益指标")], &[]),
    ];
    for (edits, expected) in cases {
        let form = form(edits);
        assert_eq!(offered(&form), *expected, "{edits:?}");
        holds(&form).unwrap();
    }
}

#[test]
fn what_is_said_instead() {
    let said = |edits: &[(&str, &str)], code: Code| {
        let evaluation = evaluate(&form(edits), None, None);
        let finding = evaluation.findings.iter().find(|f| f.code == code).unwrap();
        (finding.message().clone(), finding.remedy().clone().unwrap())
    };
    assert_eq!(
        said(&[(ROW, "7")], Code::GoalWeight),
        (
            "年度目标 2 写的是 20 分，其指标分值合计 19 分：其他合计也对不上，请先核对指标分值。"
                .to_owned(),
            "核对指标分值，使合计为 20".to_owned()
        )
    );
    assert_eq!(
        said(&[(GOAL, "19")], Code::GoalWeight).1,
        "改为 20".to_owned()
    );
    let heading = [(HEADING, "质量指标（8分）"), (ROW, "7")];
    assert_eq!(
        said(&heading, Code::HeadingWeight).1,
        "核对指标分值，使合计为 8 分".to_owned()
    );
}

/// Every mend that is offered does away with its finding, and no error comes up in its place.
fn holds(form: &Form) -> Result<(), String> {
    let workbook = Workbook::of(form.clone(), "2020");
    let before = evaluate(form, None, None);
    let errors = |findings: &[juesuan::evaluation::Finding], code: Code| {
        findings.iter().filter(|f| f.code == code).count()
    };
    for finding in &before.findings {
        let Some(mend) = &finding.mend else { continue };
        let edit = Edit::mending(0, mend).unwrap();
        let mended = workbook.edited(&edit).map_err(|e| format!("{e:?}"))?;
        let after = evaluate(&Rc::clone(&mended.forms[0]), None, None);
        let what = format!("{}: {mend:?}", finding.message());
        if errors(&after.findings, finding.code) >= errors(&before.findings, finding.code) {
            return Err(format!("still there: {what}"));
        }
        for code in Code::ALL.iter().filter(|c| c.severity() == Severity::Error) {
            if errors(&after.findings, *code) > errors(&before.findings, *code) {
                return Err(format!("{code} comes up: {what}"));
            }
        }
    }
    Ok(())
}

fn random() -> impl Strategy<Value = Form> {
    let pick = |texts: &'static [&'static str]| prop::sample::select(texts);
    let row = (
        pick(&["产出指标", "效益指标", "产出指标（40分）", "满意度指标", ""]),
        pick(&[
            "数量指标",
            "质量指标（20分）",
            "时效指标",
            "社会效益指标",
            "满意度指标",
            "",
        ]),
        pick(&["甲", "群众满意率", "乙"]),
        pick(&["10", "20", "40", "", "x", "30"]),
        pick(&["≥50个", "按计划", "90%", ""]),
        pick(&["60个", "40个", "已完成", "80%", ""]),
        pick(&["", "10", "7.2", "45", "—", "x"]),
        pick(&["", "met", "partly", "unmet"]),
    );
    let row = row.prop_map(|(category, dimension, name, weight, target, actual, claimed, band)| {
        let mut row = json!({ "category": category, "dimension": dimension, "name": name, "weight": weight,
            "target": target, "actual": actual, "claimed": claimed });
        if !band.is_empty() {
            row["band"] = json!(band);
        }
        row
    });
    let goal = (
        pick(&["", "60", "20", "80", "19"]),
        prop::collection::vec(row, 0..4),
    )
        .prop_map(|(weight, rows)| json!({ "weight": weight, "indicators": rows }));
    let head = (
        pick(&["100", "99", "0", ""]),
        pick(&["100", "90", "0", "x"]),
        pick(&["", "100%", "90.91%", "9"]),
        pick(&["", "20", "18", "—"]),
        pick(&["", "100", "79.3", "x"]),
        pick(&["wuhan-2020", "mof-2020"]),
    );
    (head, prop::collection::vec(goal, 0..3)).prop_map(
        |((budget, actual, rate, claimed, total, rules), goals)| {
            read(&json!({ "ruleSet": rules, "goals": goals, "claimedTotal": total,
                "execution": { "budget": budget, "actual": actual, "rate": rate, "claimed": claimed } }))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5_000) })]

    #[test]
    fn no_mend_breaks_anything(form in random()) {
        prop_assert_eq!(holds(&form), Ok(()));
    }
}

/// Claimed score and total, what is set aside; computed, printed and accepted total, what the form says
/// beside a total that is not the sum above it, and what total is offered.
type Printed<'a> = (
    &'a str,
    &'a str,
    &'a [&'a Value],
    [&'a str; 3],
    Option<&'a str>,
    Option<&'a str>,
);

/// A claimed 8 beside a computed 7.2, and what is printed of it.
#[test]
fn the_printed_form_adds_up() {
    let row = |weight: &str, actual: &str, claimed: &str| json!({ "name": "甲", "weight": weight, "target": "100个", "actual": actual, "claimed": claimed });
    let aside = |code: &str, path: &str, message: &str| json!({ "code": code, "path": path, "message": message, "reason": "按批复" });
    let score = aside(
        "score-differs",
        "goals[0].indicators[1].claimed",
        "得分 8 与规则不符：8 × 90 ÷ 100 = 7.2，请改为 7.2 或说明依据。",
    );
    let total = aside(
        "total-differs",
        "claimedTotal",
        "总分 99 与计算不符：各项得分合计为 99.2，请改为 99.2 或说明依据。",
    );
    #[rustfmt::skip]
    let cases: [Printed; 10] = [
        ("8", "", &[], ["99.2", "100", "99.2"], None, None),
        ("8", "", &[&score], ["99.2", "100", "100"], None, None),
        ("8", "100", &[&score], ["99.2", "100", "100"], None, None),
        ("8", "100", &[], ["99.2", "100", "99.2"], None, Some("99.2")),
        ("8", "99.2", &[], ["99.2", "100", "99.2"], Some("100"), None),
        ("8", "99.2", &[&score], ["99.2", "100", "100"], Some("100"), Some("100")),
        ("7.2", "", &[], ["99.2", "99.2", "99.2"], None, None),
        ("", "99", &[&total], ["99.2", "99.2", "99"], Some("99.2"), None),
        ("—", "", &[], ["99.2", "92", "99.2"], None, None),
        ("8x", "99.2", &[], ["99.2", "92", "99.2"], Some("92"), None),
    ];
    for (claimed, claimed_total, aside, totals, beside, found) in cases {
        let form = read(&json!({
            "execution": { "budget": "1", "actual": "1" },
            "goals": [{ "indicators": [row("72", "100个", "72"), row("8", "90个", claimed)] }],
            "claimedTotal": claimed_total, "setAside": aside, "deviation": "已说明",
        }));
        let one = evaluate_written(form, None, None);
        let shown = [one.total, one.printed_total, one.accepted_total].map(grouped);
        assert_eq!(shown, totals, "{claimed} {claimed_total}");
        assert_eq!(
            one.printed_otherwise().map(grouped).as_deref(),
            beside,
            "{claimed} {claimed_total}"
        );
        let said = one
            .findings
            .iter()
            .find(|f| f.code == Code::TotalDiffers && f.set_aside.is_none());
        let mend = said.and_then(|f| match f.mend.as_ref()? {
            Mend::Put { text, .. } => Some(text.as_str()),
            Mend::Place { .. } => None,
        });
        assert_eq!(mend, found, "{claimed} {claimed_total}");
        if let Some(said) = said {
            assert!(
                said.working
                    .as_ref()
                    .unwrap()
                    .in_chinese()
                    .ends_with(&format!("= {}", found.unwrap()))
            );
        }
    }
}

/// The text states the score that the form prints, once the difference was left as it is.
#[test]
fn the_text_says_what_the_form_prints() {
    let row = |weight: &str, actual: &str, claimed: &str| json!({ "name": "甲", "weight": weight, "target": "100个", "actual": actual, "claimed": claimed });
    let mut form = json!({
        "execution": { "budget": "1", "actual": "1" },
        "goals": [{ "indicators": [row("72", "100个", "72"), row("8", "90个", "8")] }],
        "deviation": "已说明",
    });
    let text = |form: &Value| {
        let mut workbook = Workbook::of(read(form), "2020");
        recognise(&mut workbook, None);
        workbook.accounts = serde_json::from_value(json!({ "style": "wuhan-2020" })).unwrap();
        let assessment = juesuan::assess(&workbook, None);
        juesuan::exchange::disclosure_text("", &assessment.accounts.disclosure)
    };
    assert!(text(&form).contains("自评得分99.2分"), "{}", text(&form));
    form["setAside"] = json!([{
        "code": "score-differs", "path": "goals[0].indicators[1].claimed", "reason": "按批复",
        "message": "得分 8 与规则不符：8 × 90 ÷ 100 = 7.2，请改为 7.2 或说明依据。"
    }]);
    assert!(text(&form).contains("自评得分100分"), "{}", text(&form));
}

/// Eight weights of 18 digits with ten decimals: no Decimal holds their sum.
#[test]
fn no_sum_is_shortened() {
    let weight = "999999999999999999.9999999999";
    let row = json!({ "name": "甲", "weight": weight, "target": "5个", "actual": "5个", "claimed": weight });
    let form = read(&json!({
        "execution": { "budget": "1", "actual": "1" },
        "goals": [{ "weight": "8", "indicators": vec![row; 8] }],
    }));
    let one = evaluate(&form, None, None);
    let (eight, total) = (
        "7,999,999,999,999,999,999.9999999992",
        "8,000,000,000,000,000,019.9999999992",
    );
    assert_eq!(grouped(one.goals[0].weight), eight);
    assert_eq!(grouped(one.goals[0].score), eight);
    assert_eq!(
        [one.total, one.printed_total, one.weight].map(grouped),
        [total; 3]
    );
    for code in [Code::GoalWeight, Code::WeightsTotal] {
        let finding = one.findings.iter().find(|f| f.code == code).unwrap();
        assert!(finding.message().contains(eight), "{}", finding.message());
    }
}
