//! How an indicator, the execution line and a form are scored.

use juesuan::evaluation::{
    Cell, Direction, Evaluation, Form, Level, RuleSet, Score, ScoreStatus, evaluate,
    quantitative_score, rule_set,
};
use juesuan::figure::{Exact, Number, grouped, number};
use juesuan::finding::Code;
use juesuan::say::Spoken as _;
use juesuan::{Workbook, assess};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::rc::Rc;

fn rules(id: &str) -> &'static RuleSet {
    rule_set(id).unwrap()
}

/// One indicator scored alone, with what is said about it.
fn indicator(fields: &Value, rules: &RuleSet) -> (Score, Vec<Code>) {
    let form: Form = serde_json::from_value(json!({
        "execution": { "budget": "100", "actual": "100" },
        "goals": [{ "indicators": [fields] }]
    }))
    .unwrap();
    let evaluation = evaluate(&form, Some(rules), None);
    let codes = evaluation
        .findings
        .iter()
        .filter(|f| matches!(f.cell, Cell::Indicator(..)) && f.code != Code::WeightsTotal)
        .map(|f| f.code)
        .collect();
    (evaluation.goals[0].indicators[0].clone(), codes)
}

fn shown(score: &Score) -> (String, &'static str) {
    let points = score.score.map_or("–".to_owned(), grouped);
    let status = match score.status {
        ScoreStatus::Computed => "computed",
        ScoreStatus::TakenOver => "taken over",
        ScoreStatus::Waiting => "waiting",
        ScoreStatus::Invalid => "invalid",
    };
    (points, status)
}

/// Weight, target, actual: the score, its working, and the codes of what is said.
type Case<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str, &'a [Code]);

#[track_caller]
fn computed(cases: &[Case]) {
    let mut wrong = Vec::new();
    for &(weight, target, actual, points, working, codes) in cases {
        let fields = json!({ "weight": weight, "target": target, "actual": actual });
        let (score, said) = indicator(&fields, rules("wuhan-2020"));
        let (got, status) = shown(&score);
        if (
            got.as_str(),
            status,
            score.working.in_chinese().as_str(),
            &said[..],
        ) != (points, "computed", working, codes)
        {
            wrong.push(format!(
                "{target} / {actual}: {got} ({status}) {} {said:?}",
                score.working.in_chinese()
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn higher_is_better() {
    computed(&[
        // Missed: in proportion.
        ("10", "2.0%", "1.0%", "5", "10 × 1.0% ÷ 2.0% = 5", &[]),
        (
            "7",
            "≥3个",
            "2个",
            "4.67",
            "7 × 2 ÷ 3 = 4.6667… → 4.67",
            &[],
        ),
        (
            "8",
            "350人次",
            "349人次",
            "7.98",
            "8 × 349 ÷ 350 = 7.9771… → 7.98",
            &[],
        ),
        ("10", "50个", "0个", "0", "10 × 0 ÷ 50 = 0", &[]),
        // Reached and exceeded: at most the weight.
        ("7", "100.0%", "100.0%", "7", "7 × 100.0% ÷ 100.0% = 7", &[]),
        (
            "7",
            "85.0%",
            "97.1%",
            "7",
            "7 × 97.1% ÷ 85.0% = 7.9965… → 7（不超过权重）",
            &[],
        ),
        (
            "7",
            "19200人次",
            "29319人次",
            "7",
            "7 × 29,319 ÷ 19,200 = 10.6892… → 7（不超过权重）",
            &[],
        ),
        // A weight with decimals, and a weight of nothing.
        (
            "7.5",
            "4次",
            "3次",
            "5.63",
            "7.5 × 3 ÷ 4 = 5.625 → 5.63",
            &[],
        ),
        ("0", "4次", "3次", "0", "0 × 3 ÷ 4 = 0", &[]),
        ("8分", "4次", "3次", "6", "8 × 3 ÷ 4 = 6", &[]),
    ]);
}

#[test]
fn lower_is_better() {
    computed(&[
        ("10", "≤5次", "8次", "6.25", "10 × 5 ÷ 8 = 6.25", &[]),
        ("10", "不超过5次", "5次", "10", "10 × 5 ÷ 5 = 10", &[]),
        (
            "10",
            "5次以内",
            "4次",
            "10",
            "10 × 5 ÷ 4 = 12.5 → 10（不超过权重）",
            &[],
        ),
        (
            "10",
            "3个工作日内",
            "4个工作日",
            "7.5",
            "10 × 3 ÷ 4 = 7.5",
            &[],
        ),
        (
            "10",
            "控制在90万元以内",
            "95万元",
            "9.47",
            "10 × 90 ÷ 95 = 9.4737… → 9.47",
            &[],
        ),
        (
            "10",
            "＜5%",
            "6%",
            "8.33",
            "10 × 5.0% ÷ 6.0% = 8.3333… → 8.33",
            &[],
        ),
        // Nothing used of what was allowed.
        ("10", "≤5次", "0次", "10", "0 ≤ 5，达到目标 → 10", &[]),
    ]);
}

#[test]
fn a_target_of_zero() {
    computed(&[
        ("10", "0个", "0个", "10", "0 ≥ 0，达到目标 → 10", &[]),
        ("10", "≥0个", "5个", "10", "5 ≥ 0，达到目标 → 10", &[]),
        ("10", "≤0次", "0次", "10", "0 ≤ 0，达到目标 → 10", &[]),
        ("10", "≤0次", "1次", "0", "1 > 0，未达到目标 → 0", &[]),
        (
            "10",
            "≤0%",
            "0.01%",
            "0",
            "0.01% > 0.0%，未达到目标 → 0",
            &[],
        ),
    ]);
}

#[test]
fn negative_numbers_are_reached_or_not() {
    let said = &[Code::NegativeRatio][..];
    computed(&[
        (
            "10",
            "-2%",
            "-1%",
            "10",
            "-1.0% ≥ -2.0%，达到目标 → 10",
            said,
        ),
        (
            "10",
            "-1%",
            "-2%",
            "0",
            "-2.0% < -1.0%，未达到目标 → 0",
            said,
        ),
        ("10", "2%", "-1%", "0", "-1.0% < 2.0%，未达到目标 → 0", said),
        ("10", "-2%", "1%", "10", "1.0% ≥ -2.0%，达到目标 → 10", said),
        ("10", "0%", "-1%", "0", "-1.0% < 0.0%，未达到目标 → 0", said),
        (
            "10",
            "≤-1%",
            "-2%",
            "10",
            "-2.0% ≤ -1.0%，达到目标 → 10",
            said,
        ),
        (
            "10",
            "≤-2%",
            "-1%",
            "0",
            "-1.0% > -2.0%，未达到目标 → 0",
            said,
        ),
        ("10", "≤5次", "-1次", "10", "-1 ≤ 5，达到目标 → 10", said),
    ]);
}

#[test]
fn an_equal_sign() {
    let above = &[Code::AboveEqualTarget][..];
    computed(&[
        (
            "10",
            "=100%",
            "100%",
            "10",
            "10 × 100.0% ÷ 100.0% = 10",
            &[],
        ),
        ("10", "=100%", "90%", "9", "10 × 90.0% ÷ 100.0% = 9", &[]),
        (
            "10",
            "=50个",
            "60个",
            "10",
            "10 × 60 ÷ 50 = 12 → 10（不超过权重）",
            above,
        ),
    ]);
}

#[test]
fn the_direction_may_be_given() {
    for (direction, target, points) in [
        ("lower", "5次", "6.25"),
        ("higher", "5次", "10"),
        ("lower", "≥5次", "6.25"),
        ("higher", "≤5次", "10"),
    ] {
        let fields = json!({
            "weight": "10", "target": target, "actual": "8次", "direction": direction
        });
        let (score, _) = indicator(&fields, rules("wuhan-2020"));
        assert_eq!(
            shown(&score),
            (points.to_owned(), "computed"),
            "{direction} {target}"
        );
    }
}

/// Half up, away from zero, once, on the exact quotient.
#[test]
fn rounding() {
    for (weight, target, actual, points) in [
        ("10", "1000", "0.5", "0.01"),
        ("10", "1000", "0.4999999", "0"),
        ("8", "8", "1.005", "1.01"),
        ("8", "8", "1.0049999999", "1"),
        // 0.004999… would become 0.01 by way of 0.005.
        ("1", "1000000", "4999.9999", "0"),
        ("10", "3", "2.999", "10"),
        ("10", "3", "2.998", "9.99"),
        // Full is the weight itself, never rounded above it.
        ("0.006", "3", "2.999", "0.006"),
        ("7.125", "1", "1", "7.125"),
    ] {
        let [w, a, b] = [weight, target, actual].map(|t| number(t).unwrap());
        for (a, b, direction) in [(a, b, Direction::Higher), (b, a, Direction::Lower)] {
            let score = quantitative_score(w, a, b, direction).unwrap();
            assert_eq!(
                grouped(score),
                points,
                "{weight} {target} {actual} {direction:?}"
            );
        }
    }
}

#[test]
fn units() {
    computed(&[
        // An actual without a unit takes the target's.
        ("10", "350人次", "280", "8", "10 × 280 ÷ 350 = 8", &[]),
        ("10", "80%", "60", "7.5", "10 × 60.0% ÷ 80.0% = 7.5", &[]),
        ("10", "≤90万元", "120", "7.5", "10 × 90 ÷ 120 = 7.5", &[]),
        ("10", "80", "60个", "7.5", "10 × 60 ÷ 80 = 7.5", &[]),
        // So does a target without one, if the actual is in single units or in money.
        ("10", "80", "60万元", "7.5", "10 × 60 ÷ 80 = 7.5", &[]),
        // A percentage is none of them for certain: it is said how the target was read.
        (
            "10",
            "80",
            "60%",
            "7.5",
            "10 × 60.0% ÷ 80.0% = 7.5",
            &[Code::UnitMismatch],
        ),
        // The bare number is in the target's 万元; one with a multiple of its own is not.
        ("10", "80万元", "60万", "7.5", "10 × 60 ÷ 80 = 7.5", &[]),
        (
            "10",
            "1亿元",
            "8000万",
            "8",
            "10 × 80,000,000 ÷ 100,000,000 = 8",
            &[],
        ),
        ("10", "80", "60", "7.5", "10 × 60 ÷ 80 = 7.5", &[]),
        // Multiples and sizes of one unit.
        (
            "10",
            "5万份",
            "40000份",
            "8",
            "10 × 40,000 ÷ 50,000 = 8",
            &[],
        ),
        ("10", "5万份", "4万份", "8", "10 × 4 ÷ 5 = 8", &[]),
        (
            "10",
            "≤90万元",
            "1,200,000元",
            "7.5",
            "10 × 900,000 ÷ 1,200,000 = 7.5",
            &[],
        ),
        (
            "10",
            "1亿元",
            "8000万元",
            "8",
            "10 × 80,000,000 ÷ 100,000,000 = 8",
            &[],
        ),
        ("10", "2小时", "90分钟", "7.5", "10 × 90 ÷ 120 = 7.5", &[]),
        (
            "10",
            "2公里",
            "1500米",
            "7.5",
            "10 × 1,500 ÷ 2,000 = 7.5",
            &[],
        ),
        (
            "10",
            "≥100百分比",
            "80%",
            "8",
            "10 × 80.0% ÷ 100.0% = 8",
            &[],
        ),
    ]);
    for (target, actual) in [
        ("1000份", "1000人次"),
        ("350人次", "350人"),
        ("50000", "5万份"),
        ("100万元", "100个"),
        ("5%", "5个百分点"),
        ("5", "80%"),
        ("完成50个", "完成率95%"),
    ] {
        let fields = json!({ "weight": "10", "target": target, "actual": actual });
        let (score, said) = indicator(&fields, rules("wuhan-2020"));
        assert_eq!(shown(&score).1, "waiting", "{target} / {actual}");
        assert_eq!(said, [Code::UnitMismatch], "{target} / {actual}");
    }
}

#[test]
fn periods() {
    let said = &[Code::PeriodConverted][..];
    computed(&[
        (
            "7",
            "每月1000份",
            "5万份",
            "7",
            "7 × 50,000 ÷ 12,000 = 29.1667… → 7（不超过权重）",
            said,
        ),
        (
            "10",
            "每季度3次",
            "10次",
            "8.33",
            "10 × 10 ÷ 12 = 8.3333… → 8.33",
            said,
        ),
        ("10", "2次/半年", "3次", "7.5", "10 × 3 ÷ 4 = 7.5", said),
        (
            "10",
            "全年12次",
            "每季度2次",
            "6.67",
            "10 × 8 ÷ 12 = 6.6667… → 6.67",
            said,
        ),
        (
            "10",
            "每月1次",
            "每季度2次",
            "6.67",
            "10 × 8 ÷ 12 = 6.6667… → 6.67",
            said,
        ),
        (
            "10",
            "每月不超过1万元",
            "15万元",
            "8",
            "10 × 120,000 ÷ 150,000 = 8",
            said,
        ),
        // One period on both sides, or the year, written or not: nothing to convert.
        ("10", "每月100份", "月均90份", "9", "10 × 90 ÷ 100 = 9", &[]),
        ("10", "每周2次", "2次/周", "10", "10 × 2 ÷ 2 = 10", &[]),
        ("10", "全年4次", "3次", "7.5", "10 × 3 ÷ 4 = 7.5", &[]),
        // A rate is a rate in every month.
        ("10", "每月90%", "81%", "9", "10 × 81.0% ÷ 90.0% = 9", &[]),
    ]);
    for (target, actual) in [
        ("每周1次", "52次"),
        ("每天1次", "365次"),
        ("每日1次", "每月31次"),
        ("4次/年", "每周1次"),
        ("上半年60份", "每月10份"),
        ("上半年60份", "下半年60份"),
        ("一季度60份", "全年60份"),
        ("半年1次", "2次"),
    ] {
        let fields = json!({ "weight": "10", "target": target, "actual": actual });
        let (score, said) = indicator(&fields, rules("wuhan-2020"));
        assert_eq!(shown(&score).1, "waiting", "{target} / {actual}");
        assert_eq!(said, [Code::PeriodMismatch], "{target} / {actual}");
    }
}

#[test]
fn degree_of_completion() {
    let said = &[Code::DegreeOfCompletion][..];
    computed(&[
        ("10", "厉行节约", "100.0%", "10", "10 × 100.0% = 10", said),
        ("10", "厉行节约", "95%", "9.5", "10 × 95.0% = 9.5", said),
        (
            "7",
            "厉行节约",
            "33.333%",
            "2.33",
            "7 × 33.333% = 2.3333… → 2.33",
            said,
        ),
        (
            "10",
            "厉行节约",
            "120%",
            "10",
            "10 × 120.0% = 12 → 10（不超过权重）",
            said,
        ),
        ("10", "厉行节约", "0%", "0", "10 × 0.0% = 0", said),
        ("10", "厉行节约", "-5%", "0", "10 × -5.0% = -0.5 → 0", said),
        (
            "10",
            "月均13505笔，全年稽核5000人次",
            "100%",
            "10",
            "10 × 100.0% = 10",
            said,
        ),
        // Also of a target that is a number of something else.
        ("10", "350人次", "80%", "8", "10 × 80.0% = 8", said),
    ]);
    // Not a bare percentage, or not for words: judged, or compared.
    for (nature, target, actual, status) in [
        (None, "厉行节约", "完成95%", "waiting"),
        (None, "厉行节约", "95%的科室已落实", "waiting"),
        (None, "厉行节约", "95", "waiting"),
        (Some("qualitative"), "≥90%", "95%", "waiting"),
        (Some("qualitative"), "350人次", "95%", "computed"),
        (Some("quantitative"), "厉行节约", "95%", "waiting"),
    ] {
        let fields = json!({
            "weight": "10", "target": target, "actual": actual, "nature": nature
        });
        let (score, _) = indicator(&fields, rules("wuhan-2020"));
        assert_eq!(shown(&score).1, status, "{nature:?} {target} / {actual}");
    }
}

#[test]
fn qualitative_bands() {
    const IN: &[Code] = &[];
    const OUT: &[Code] = &[Code::ScoreOutsideBand];
    for (set, band, points, said) in [
        ("wuhan-2020", "met", "10", IN),
        ("wuhan-2020", "met", "8", IN),
        ("wuhan-2020", "met", "7.99", OUT),
        ("wuhan-2020", "met", "10.01", OUT),
        ("wuhan-2020", "partly", "8", OUT),
        ("wuhan-2020", "partly", "7.99", IN),
        ("wuhan-2020", "partly", "5", IN),
        ("wuhan-2020", "partly", "4.99", OUT),
        ("wuhan-2020", "unmet", "5", OUT),
        ("wuhan-2020", "unmet", "4.99", IN),
        ("wuhan-2020", "unmet", "0", IN),
        ("mof-2020", "met", "10", IN),
        ("mof-2020", "met", "8", IN),
        ("mof-2020", "met", "7.99", OUT),
        ("mof-2020", "partly", "8", OUT),
        ("mof-2020", "partly", "7.99", IN),
        ("mof-2020", "partly", "6", IN),
        ("mof-2020", "partly", "5.99", OUT),
        ("mof-2020", "unmet", "6", OUT),
        ("mof-2020", "unmet", "5.99", IN),
        ("mof-2020", "unmet", "0", IN),
    ] {
        let fields = json!({
            "weight": "10", "target": "按时完成", "actual": "已完成",
            "band": band, "awarded": points
        });
        let (score, codes) = indicator(&fields, rules(set));
        assert_eq!(codes, said, "{set} {band} {points}");
        let points = number(points).unwrap().decimal().min(Decimal::TEN);
        assert_eq!(shown(&score), (grouped(points), "computed"));
    }
}

#[test]
fn a_band_without_an_award_takes_the_claimed_score() {
    let base = json!({
        "weight": "10", "target": "按时完成", "actual": "已完成", "band": "met", "claimed": "9"
    });
    let (score, said) = indicator(&base, rules("wuhan-2020"));
    assert_eq!(shown(&score), ("9".to_owned(), "computed"));
    assert_eq!(
        score.working.in_chinese(),
        "达成预期指标：10 × 80–100%，评定 9"
    );
    assert!(said.is_empty(), "{said:?}");
    let mut unclaimed = base;
    unclaimed["claimed"] = json!("");
    let (score, said) = indicator(&unclaimed, rules("wuhan-2020"));
    assert_eq!(shown(&score).1, "waiting");
    assert_eq!(said, [Code::CellMissing]);
}

/// What cannot be computed: target, actual, claimed, the weight, and what stands.
#[test]
fn taken_over_waiting_invalid() {
    for (target, actual, claimed, weight, points, status) in [
        // Words without a band, units and periods that do not compare.
        ("按时完成", "已完成", "9", "10", "9", "taken over"),
        ("按时完成", "已完成", "12", "10", "10", "taken over"),
        ("按时完成", "已完成", "", "10", "–", "waiting"),
        ("50个", "已完成", "9", "10", "9", "taken over"),
        ("50个", "50人次", "9", "10", "9", "taken over"),
        ("50个", "50人次", "", "10", "–", "waiting"),
        ("每周1次", "52次", "10", "10", "10", "taken over"),
        // A dash is how forms leave a score out.
        ("按时完成", "已完成", "-", "10", "–", "waiting"),
        ("按时完成", "已完成", " — ", "10", "–", "waiting"),
        // Not filled in yet.
        ("", "50个", "9", "10", "–", "waiting"),
        ("50个", "", "9", "10", "–", "waiting"),
        ("50个", "50个", "9", "", "–", "waiting"),
        ("按时完成", "已完成", "9", "", "–", "waiting"),
        // Unreadable.
        ("1,5个", "50个", "9", "10", "–", "invalid"),
        ("50个", "5x", "9", "10", "–", "invalid"),
        ("50个", "50个", "9", "十", "–", "invalid"),
        ("50个", "50个", "9", "-10", "–", "invalid"),
        // A claimed score that cannot be read does not touch the computed one.
        ("50个", "40个", "九", "10", "8", "computed"),
        ("50个", "40个", "-9", "10", "8", "computed"),
    ] {
        let fields = json!({
            "target": target, "actual": actual, "claimed": claimed, "weight": weight
        });
        let (score, said) = indicator(&fields, rules("wuhan-2020"));
        let case = format!("{target} / {actual}, claimed {claimed}, weight {weight}");
        assert_eq!(shown(&score), (points.to_owned(), status), "{case}");
        let over = said.contains(&Code::ScoreTakenOver);
        assert_eq!(over, status == "taken over", "{case}");
    }
}

/// The execution line: rules, budget, actual, claimed; rate, points, status, codes.
#[test]
fn execution() {
    type Line<'a> = (
        &'a str,
        &'a str,
        &'a str,
        &'a str,
        &'a str,
        &'a str,
        &'a str,
        &'a [Code],
    );
    let cases: &[Line] = &[
        (
            "wuhan-2020",
            "1,552.63",
            "1,552.63",
            "20",
            "100.0%",
            "20",
            "computed",
            &[],
        ),
        (
            "wuhan-2020",
            "100",
            "90",
            "18",
            "90.0%",
            "18",
            "computed",
            &[],
        ),
        (
            "wuhan-2020",
            "300",
            "100",
            "",
            "33.3%",
            "6.67",
            "computed",
            &[],
        ),
        ("wuhan-2020", "100", "0", "", "0.0%", "0", "computed", &[]),
        ("mof-2020", "100", "90", "9", "90.0%", "9", "computed", &[]),
        (
            "wuhan-2020",
            "1,552.63万元",
            "15,526,300元",
            "20",
            "100.0%",
            "20",
            "computed",
            &[],
        ),
        (
            "wuhan-2020",
            "100",
            "110",
            "20",
            "110.0%",
            "20",
            "computed",
            &[Code::SpentOverBudget],
        ),
        (
            "wuhan-2020",
            "100",
            "90",
            "20",
            "90.0%",
            "18",
            "computed",
            &[Code::ScoreDiffers],
        ),
        (
            "wuhan-2020",
            "0",
            "0",
            "",
            "—",
            "–",
            "waiting",
            &[Code::ExecutionNotApplicable],
        ),
        (
            "wuhan-2020",
            "0",
            "0",
            "-",
            "—",
            "–",
            "waiting",
            &[Code::ExecutionNotApplicable],
        ),
        (
            "wuhan-2020",
            "0",
            "0",
            "20",
            "—",
            "20",
            "taken over",
            &[Code::ExecutionNotApplicable],
        ),
        (
            "wuhan-2020",
            "0.0000000001",
            "100000000000000000",
            "",
            "—",
            "–",
            "invalid",
            &[Code::FigureUnreadable, Code::AmountDecimals],
        ),
        (
            "wuhan-2020",
            "0",
            "5",
            "20",
            "—",
            "–",
            "invalid",
            &[Code::SpentUnbudgeted],
        ),
        (
            "wuhan-2020",
            "-5",
            "5",
            "",
            "—",
            "–",
            "invalid",
            &[Code::FigureNegative],
        ),
        (
            "wuhan-2020",
            "5",
            "-5",
            "",
            "—",
            "–",
            "invalid",
            &[Code::FigureNegative],
        ),
        (
            "wuhan-2020",
            "五",
            "5",
            "",
            "—",
            "–",
            "invalid",
            &[Code::FigureUnreadable],
        ),
        (
            "wuhan-2020",
            "",
            "5",
            "",
            "—",
            "–",
            "waiting",
            &[Code::CellMissing],
        ),
        (
            "wuhan-2020",
            "5",
            " ",
            "",
            "—",
            "–",
            "waiting",
            &[Code::CellMissing],
        ),
    ];
    for &(set, budget, actual, claimed, rate, points, status, codes) in cases {
        let form: Form = serde_json::from_value(json!({
            "execution": { "budget": budget, "actual": actual, "claimed": claimed }
        }))
        .unwrap();
        let evaluation = evaluate(&form, Some(rules(set)), None);
        let case = format!("{budget} / {actual}, claimed {claimed}");
        assert_eq!(evaluation.execution.rate.display(), rate, "{case}");
        assert_eq!(
            shown(&evaluation.execution.score),
            (points.to_owned(), status),
            "{case}"
        );
        let said: Vec<_> = evaluation.findings.iter().map(|f| f.code).collect();
        assert_eq!(said, codes, "{case}");
    }
}

/// The merged cells of a form: consecutive rows of one name, a category before its dimensions.
#[test]
fn headings() {
    let row = |category: &str, dimension: &str, weight: &str| json!({ "category": category, "dimension": dimension, "weight": weight });
    let form: Form = serde_json::from_value(json!({ "goals": [{ "indicators": [
        row("产出", "数量", "7"),
        row("产出 ", " 数量", "8.5"),
        row(" 产出", "质量 ", "x"),
        row("效益", "质量", "10"),
        row("产出", "质量", "1"),
        row("", "", "2"),
    ] }] }))
    .unwrap();
    let goal = &evaluate(&form, None, None).goals[0];
    let headings: Vec<_> = goal
        .headings
        .iter()
        .map(|h| {
            let level = if h.level == Level::Category {
                "一级"
            } else {
                "二级"
            };
            format!(
                "{level} {} {} {}+{}",
                h.name,
                grouped(h.weight),
                h.first,
                h.rows
            )
        })
        .collect();
    assert_eq!(
        headings,
        [
            "一级 产出 15.5 0+3",
            "二级 数量 15.5 0+2",
            "二级 质量 0 2+1",
            "一级 效益 10 3+1",
            "二级 质量 10 3+1",
            "一级 产出 1 4+1",
            "二级 质量 1 4+1",
            "一级  2 5+1",
            "二级  2 5+1",
        ]
    );
    assert_eq!(grouped(goal.weight), "28.5");
}

#[test]
fn grades() {
    for (claimed, grade) in [
        ("90", Some("优")),
        ("80", Some("优")),
        ("79.99", Some("良")),
        ("70", Some("良")),
        ("69.99", Some("中")),
        ("50", Some("中")),
        ("49.99", Some("差")),
        ("0", Some("差")),
    ] {
        let form: Form = serde_json::from_value(json!({
            "execution": { "budget": "100", "actual": "100" },
            "goals": [{ "indicators": [
                { "weight": "90", "target": "90个", "actual": claimed }
            ] }]
        }))
        .unwrap();
        let graded = evaluate(&form, Some(rules("mof-2020")), None);
        assert_eq!(graded.grade.as_deref(), grade, "{claimed}");
        let ungraded = evaluate(&form, Some(rules("wuhan-2020")), None);
        assert_eq!(ungraded.grade, None);
    }
}

#[test]
fn a_total_with_something_taken_over_is_provisional() {
    for (fields, complete, total) in [
        (
            json!({ "weight": "80", "target": "4次", "actual": "3次" }),
            true,
            "80",
        ),
        (
            json!({ "weight": "80", "target": "4次", "actual": "3件", "claimed": "70" }),
            false,
            "90",
        ),
        (
            json!({ "weight": "80", "target": "4次", "actual": "" }),
            false,
            "20",
        ),
        (
            json!({ "weight": "80", "target": "4次", "actual": "x" }),
            false,
            "20",
        ),
    ] {
        let form: Form = serde_json::from_value(json!({
            "execution": { "budget": "100", "actual": "100" },
            "goals": [{ "indicators": [fields] }]
        }))
        .unwrap();
        let evaluation = evaluate(&form, None, None);
        assert_eq!(evaluation.complete, complete, "{fields}");
        assert_eq!(grouped(evaluation.total), total, "{fields}");
    }
    assert!(!evaluate(&Form::default(), None, None).complete);
}

fn figures(least: i64) -> impl Strategy<Value = Number> {
    let small = (least..2_000, 0_u32..3);
    let large = (least..i64::MAX / 10, 0_u32..=10);
    prop_oneof![small, large]
        .prop_map(|(mantissa, scale)| Number::new(Decimal::new(mantissa, scale)).unwrap())
}

fn directions() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Higher), Just(Direction::Lower)]
}

/// Indicators of every kind: computed, by degree, by band, taken over, waiting, invalid.
fn indicators() -> impl Strategy<Value = Value> {
    const TARGETS: &[&str] = &[
        "≥50个",
        "≤50个",
        "=50个",
        "50",
        "每月4个",
        "0个",
        "-5个",
        "90%",
        "≤5%",
        "按时完成",
        "",
        "1,5",
        "1、2季度",
    ];
    const ACTUALS: &[&str] = &[
        "50个",
        "33个",
        "77个",
        "0个",
        "-3个",
        "100%",
        "87.5%",
        "3.3%",
        "已完成",
        "",
        "x",
        "50人",
    ];
    let claimed = prop::sample::select(&["", "0", "3.33", "7", "999", "-", "九"][..]);
    let band = prop::sample::select(&[None, Some("met"), Some("partly"), Some("unmet")][..]);
    let weight = prop_oneof![
        (0..200_u32).prop_map(|w| format!("{}.{}", w / 10, w % 10)),
        Just(String::new())
    ];
    (
        prop::sample::select(TARGETS),
        prop::sample::select(ACTUALS),
        claimed,
        band,
        weight,
    )
        .prop_map(|(target, actual, claimed, band, weight)| {
            json!({
                "target": target, "actual": actual, "claimed": claimed, "band": band,
                "weight": weight
            })
        })
}

fn forms() -> impl Strategy<Value = Form> {
    let goals = prop::collection::vec(prop::collection::vec(indicators(), 0..6), 0..4);
    let amounts = prop::sample::select(&["", "0", "100", "87.65", "x", "1,552.63"][..]);
    let set = prop::sample::select(&["wuhan-2020", "mof-2020", "", "?"][..]);
    (goals, amounts.clone(), amounts, set).prop_map(|(goals, budget, actual, set)| {
        let goals: Vec<_> = goals
            .into_iter()
            .map(|indicators| json!({ "indicators": indicators }))
            .collect();
        serde_json::from_value(json!({
            "ruleSet": set,
            "execution": { "budget": budget, "actual": actual, "claimed": "12.34" },
            "goals": goals
        }))
        .unwrap()
    })
}

fn points(score: &Score) -> Decimal {
    score.score.unwrap_or_default()
}

fn sum_of_scores(evaluation: &Evaluation) -> Exact {
    let indicators = evaluation.goals.iter().flat_map(|goal| &goal.indicators);
    let scores = std::iter::once(&evaluation.execution.score).chain(indicators);
    Exact::sum(scores.map(|score| Exact::try_from(points(score)).unwrap())).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn a_score_stays_within_its_weight(
        w in figures(0), a in figures(-2_000), b in figures(-2_000), direction in directions(),
    ) {
        let score = quantitative_score(w, a, b, direction).unwrap();
        prop_assert!(score >= Decimal::ZERO && score <= w.decimal());
    }

    #[test]
    fn more_is_no_worse_where_higher_is_better_and_no_better_where_lower_is(
        w in figures(0), a in figures(-2_000), b in figures(-2_000), c in figures(-2_000),
    ) {
        let (less, more) = (b.min(c), b.max(c));
        let score = |b, direction| quantitative_score(w, a, b, direction).unwrap();
        prop_assert!(score(less, Direction::Higher) <= score(more, Direction::Higher));
        prop_assert!(score(less, Direction::Lower) >= score(more, Direction::Lower));
    }

    #[test]
    fn the_directions_mirror_each_other(w in figures(0), a in figures(1), b in figures(1)) {
        prop_assert_eq!(
            quantitative_score(w, a, b, Direction::Higher),
            quantitative_score(w, b, a, Direction::Lower)
        );
    }

    #[test]
    fn reached_is_full(w in figures(0), a in figures(-2_000), b in figures(-2_000)) {
        let full = w.decimal();
        let (low, high) = (a.min(b), a.max(b));
        prop_assert_eq!(quantitative_score(w, low, high, Direction::Higher).unwrap(), full);
        prop_assert_eq!(quantitative_score(w, high, low, Direction::Lower).unwrap(), full);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn the_total_is_the_sum_of_what_is_shown(form in forms()) {
        let evaluation = evaluate(&form, None, None);
        prop_assert_eq!(evaluation.total, sum_of_scores(&evaluation));
        let of_execution = Exact::try_from(points(&evaluation.execution.score)).unwrap();
        let parts = std::iter::once(of_execution).chain(evaluation.goals.iter().map(|goal| goal.score));
        prop_assert_eq!(evaluation.total, Exact::sum(parts).unwrap());
        let stated = evaluation.total_working.in_chinese().rsplit(" = ").next().unwrap().to_owned();
        prop_assert_eq!(stated, grouped(evaluation.total));
    }

    #[test]
    fn no_score_of_a_form_leaves_its_weight(form in forms()) {
        let evaluation = evaluate(&form, None, None);
        for score in evaluation.goals.iter().flat_map(|goal| &goal.indicators) {
            let weight = score.weight.map(Number::decimal).unwrap_or_default();
            prop_assert!(points(score) >= Decimal::ZERO && points(score) <= weight);
            let stands = matches!(score.status, ScoreStatus::Computed | ScoreStatus::TakenOver);
            prop_assert_eq!(score.score.is_some(), stands);
        }
    }

    #[test]
    fn the_order_of_forms_does_not_matter(all in prop::collection::vec(forms(), 1..5), turn in 0_usize..5) {
        let workbook = |forms: &[Form]| Workbook {
            forms: forms.iter().cloned().map(Rc::new).collect(),
            ..Workbook::new("2020", "", "wuhan-2020")
        };
        let mut turned = all.clone();
        turned.rotate_left(turn % all.len());
        let (one, mut two) = (assess(&workbook(&all), None), assess(&workbook(&turned), None));
        prop_assert_eq!(one.counts, two.counts);
        two.forms.rotate_right(turn % all.len());
        prop_assert_eq!(one.forms, two.forms);
    }

    #[test]
    fn the_order_of_a_weighted_mean_does_not_matter(
        mut pairs in prop::collection::vec((0_u32..100_000, 0_u32..100_000), 1..8), turn in 0_usize..8,
    ) {
        let mean = |pairs: &[(u32, u32)]| {
            let pairs: Vec<_> = pairs.iter().map(|&(v, w)| (Number::from(v), Number::from(w))).collect();
            juesuan::measure::weighted_mean(&pairs, 1).map(|mean| (mean.status, mean.value, mean.exact))
        };
        let before = mean(&pairs);
        let turn = turn % pairs.len();
        pairs.rotate_left(turn);
        prop_assert_eq!(before, mean(&pairs));
    }

    #[test]
    fn the_order_of_goals_and_indicators_does_not_matter(
        form in forms(), turn in 0_usize..6, back in any::<bool>(),
    ) {
        let mut other = form.clone();
        for goal in &mut other.goals {
            let rows = goal.indicators.len().max(1);
            goal.indicators.rotate_left(turn % rows);
        }
        if back {
            other.goals.reverse();
        }
        let (one, two) = (evaluate(&form, None, None), evaluate(&other, None, None));
        prop_assert_eq!(one.total, two.total);
        prop_assert_eq!(one.complete, two.complete);
        prop_assert_eq!(one.grade, two.grade);
    }
}
