//! Forms drawn by lot whose scores are those of their rules.

use crate::draw::Draw;
use juesuan_domain::evaluation::{Form, FormKind, Goal, Indicator, RuleSet, evaluate};
use rust_decimal::Decimal;
use std::rc::Rc;

const HEADINGS: &[(&str, &str)] = &[
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("产出指标", "成本指标"),
    ("效益指标", "经济效益指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"),
    ("满意度指标", "服务对象满意度指标"),
];

const NAMES: &[&str] = &[
    "培训人次",
    "巡查次数",
    "设备购置",
    "资料印发",
    "验收通过",
    "按期完成",
    "经费控制",
    "带动就业",
    "安全事故",
    "政策知晓",
    "系统运行",
    "管护面积",
    "补助发放",
    "问题整改",
];

/// Target, and an actual that reaches it or not.
fn values(draw: &mut Draw, reached: bool) -> (String, String) {
    let base = draw.between(20, 400);
    let more = draw.between(0, base / 4);
    let less = draw.between(base / 20 + 1, base / 3 + 1);
    let up = if reached { base + more } else { base - less };
    match draw.below(6) {
        0 => (format!("≥{base}人次"), format!("{up}人次")),
        1 => {
            let target = draw.between(80, 95);
            let actual = if reached {
                draw.between(target, 100)
            } else {
                target - draw.between(2, 20)
            };
            (format!("≥{target}%"), format!("{actual}%"))
        }
        2 => {
            let actual = if reached { base - less } else { base + less };
            (format!("≤{base}万元"), format!("{actual}万元"))
        }
        3 => (
            "=100%".to_owned(),
            if reached {
                "100%".to_owned()
            } else {
                format!("{}%", draw.between(70, 97))
            },
        ),
        4 => (format!("不少于{base}个"), format!("{up}个")),
        _ => (format!("≥{base}"), format!("{up}")),
    }
}

/// Parts of a whole, in halves of a point.
fn parts(draw: &mut Draw, whole: Decimal, count: usize) -> Vec<Decimal> {
    let two = Decimal::TWO;
    let mut left: i64 = (whole * two).normalize().to_string().parse().unwrap();
    let mut parts = Vec::new();
    for at in 0..count {
        let rest = (count - at - 1) as i64;
        let most = (left - rest * 2).max(2);
        let part = if rest == 0 {
            left
        } else {
            draw.between(2, (most / (rest + 1) * 2).clamp(2, most))
        };
        left -= part;
        parts.push(Decimal::from(part) / two);
    }
    parts
}

/// A form of these rules, each score and the total as they give it.
pub fn form(draw: &mut Draw, rules: &RuleSet) -> Form {
    let budget = draw.figure(5, 4_000, 2);
    let share = draw.between(700, 1000);
    let actual = (budget * Decimal::from(share) / Decimal::from(1000)).round_dp(2);
    let rate = (actual * Decimal::ONE_HUNDRED / budget)
        .round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    let mut form = Form {
        kind: FormKind::Project,
        rule_set: rules.id.clone(),
        name: "设备更新经费".into(),
        department: "云山市水务局".into(),
        implementer: "云山市水务局本级".into(),
        ..Form::default()
    };
    form.execution.budget = format!("{budget:.2}").into();
    form.execution.actual = format!("{actual:.2}").into();
    form.execution.rate = format!("{rate:.2}%").into();
    let mut indicators = Vec::new();
    for category in &rules.categories {
        let headings: Vec<_> = HEADINGS
            .iter()
            .filter(|(name, _)| {
                rules
                    .category(name)
                    .is_some_and(|found| found.name == category.name)
            })
            .collect();
        let fixed = category.points.map(|points| points.decimal());
        let share = match category.name.as_str() {
            "产出指标" => 50,
            "效益指标" => 20,
            _ => 10,
        };
        let free = rules.indicator_points.decimal() - Decimal::from(80) + Decimal::from(share);
        let free = if category.name == "产出指标" {
            free
        } else {
            Decimal::from(share)
        };
        let points = fixed.unwrap_or(free);
        let count = headings.len() + draw.below(3);
        for (at, weight) in parts(draw, points, count).into_iter().enumerate() {
            let (above, dimension) = headings[at * headings.len() / count];
            let reached = !draw.one_in(4);
            let (target, actual) = values(draw, reached);
            let satisfaction = dimension.contains("满意");
            let name = if satisfaction {
                "服务对象满意度"
            } else {
                draw.pick(NAMES)
            };
            indicators.push(Rc::new(Indicator {
                category: (*above).into(),
                dimension: (*dimension).into(),
                name: name.into(),
                weight: weight.normalize().to_string().into(),
                target: target.into(),
                actual: actual.into(),
                ..Indicator::default()
            }));
        }
    }
    form.goals = vec![Goal {
        indicators,
        ..Goal::default()
    }];
    scored(&mut form, rules);
    form
}

/// Fills in each score and the total by the rules.
fn scored(form: &mut Form, rules: &RuleSet) {
    let evaluation = evaluate(form, Some(rules), None);
    let points = |score: Option<Decimal>| score.map(|score| score.to_string()).unwrap_or_default();
    form.execution.claimed = points(evaluation.execution.score.score).into();
    for (row, score) in form.goals[0]
        .indicators
        .iter_mut()
        .zip(&evaluation.goals[0].indicators)
    {
        Rc::make_mut(row).claimed = points(score.score).into();
    }
    form.claimed_total = evaluation.total.to_string().into();
}
