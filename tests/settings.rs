//! What a unit sets beside its rules: each setting, what it does to the evaluation, and what is said
//! of one that cannot be read.

use juesuan::evaluation::{
    Cell, FormField, RuleSet, Setting, Settings, ZeroByZero, effects, rule_set,
};
use juesuan::exchange::{read_workbook, write_workbook};
use juesuan::figure::Number;
use juesuan::finding::Code::{self, *};
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Assessment, Edit, Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// Settings by their names in files.
type Set<'a> = &'a [(&'a str, &'a str)];

/// Words that switch a threshold off.
const OFF: [&str; 5] = ["no", "无", "不要求", "没有", "不限"];

/// A form worth 80 without any finding under the rules of Wuhan, and without a claimed score.
fn form() -> Value {
    json!({
        "unit": "某中心", "filledOn": "2021-05-20", "deviation": "无",
        "execution": { "budget": "100", "actual": "100" },
        "goals": [{ "indicators": [
            { "category": "产出指标", "dimension": "数量指标", "name": "培训人次",
              "weight": "50", "target": "≥50人次", "actual": "50人次" },
            { "category": "产出指标", "dimension": "成本指标", "name": "办公费用",
              "weight": "30", "target": "≤90万元", "actual": "90万元" }
        ] }]
    })
}

/// The form with these texts put in, by JSON pointer.
#[track_caller]
fn form_with(texts: &[(&str, &str)]) -> Value {
    let mut form = form();
    for (pointer, text) in texts {
        *form.pointer_mut(pointer).unwrap() = json!(text);
    }
    form
}

fn workbook(rules: &str, settings: Set, forms: Value) -> Workbook {
    let settings: serde_json::Map<_, _> = settings
        .iter()
        .map(|(name, text)| ((*name).to_owned(), json!(text)))
        .collect();
    serde_json::from_value(json!({
        "format": 4, "year": "2020", "ruleSet": rules, "settings": settings, "forms": forms
    }))
    .unwrap()
}

fn assessed(rules: &str, settings: Set, form: Value) -> Assessment {
    assess(&workbook(rules, settings, json!([form])), None)
}

/// The rules of Wuhan with every threshold a setting can switch off.
fn strict() -> RuleSet {
    RuleSet {
        id: "strict".to_owned(),
        name: "本单位".to_owned(),
        far_above: Some(Number::from(120)),
        explain_execution_below: Some(Number::from(90)),
        deadline: Some("2021-05-01".to_owned()),
        ..RuleSet::clone(rule_set("wuhan-2020").unwrap())
    }
}

fn by_strict(settings: Set, form: Value) -> Assessment {
    let mut workbook = workbook("strict", settings, json!([form]));
    workbook.rule_sets.push(Arc::new(strict()));
    assess(&workbook, None)
}

/// The sentences of one kind of finding.
fn said(assessment: &Assessment, code: Code) -> Vec<String> {
    let findings = assessment.forms.iter().flat_map(|form| &form.findings);
    findings
        .filter(|finding| finding.code == code)
        .map(|finding| finding.message().clone())
        .collect()
}

fn named(name: &str) -> Setting {
    let mut all = Setting::ALL.iter().copied();
    all.find(|setting| setting.as_str() == name).unwrap()
}

#[test]
fn the_form_has_nothing_to_be_said_of() {
    let assessment = assessed("wuhan-2020", &[], form());
    assert_eq!(assessment.forms[0].findings, []);
    assert_eq!(assessment.forms[0].total.to_string(), "100");
}

#[test]
fn blank_settings_are_as_in_the_rules() {
    let blanks: Vec<_> = Setting::ALL
        .iter()
        .map(|s| (s.as_str(), " \u{3000}"))
        .collect();
    for id in ["wuhan-2020", "mof-2020", "sichuan-2023", "hubei-2019"] {
        for settings in [&[][..], &blanks] {
            let assessment = assessed(id, settings, form());
            assert_eq!(assessment.rules[0], *rule_set(id).unwrap());
            assert_eq!(assessment, assessed(id, &[], form()), "{id}");
        }
    }
    let blank = workbook("", &blanks, json!([])).settings;
    assert!(blank.is_default() && !blank.is_unset());
    assert!(Settings::default().is_default() && Settings::default().is_unset());
    assert!(
        !workbook("", &[("deadline", "x")], json!([]))
            .settings
            .is_default()
    );
}

#[test]
fn percent_places() {
    for (places, third, over) in [
        ("", "33.3%", "106.7%"),
        ("0", "33%", "107%"),
        ("1", "33.3%", "106.7%"),
        ("2", "33.33%", "106.67%"),
        ("3", "33.333%", "106.667%"),
        (" ４ ", "33.3333%", "106.6667%"),
        ("2.0", "33.33%", "106.67%"),
    ] {
        for (budget, actual, shown) in [("3", "1", third), ("15", "16", over)] {
            let form = form_with(&[("/execution/budget", budget), ("/execution/actual", actual)]);
            let one = assessed("wuhan-2020", &[("percentPlaces", places)], form);
            assert_eq!(one.forms[0].execution.rate_shown, shown, "{places}");
        }
    }
}

#[test]
fn score_places() {
    // 20 × 1 ÷ 3, 50 × 1 ÷ 7 and 30 × 90 ÷ 110.
    let form = form_with(&[
        ("/execution/budget", "3"),
        ("/execution/actual", "1"),
        ("/goals/0/indicators/0/target", "7人次"),
        ("/goals/0/indicators/0/actual", "1人次"),
        ("/goals/0/indicators/1/actual", "110万元"),
    ]);
    for (places, scores) in [
        ("", ["6.67", "7.14", "24.55", "38.36"]),
        ("0", ["7", "7", "25", "39"]),
        ("1", ["6.7", "7.1", "24.5", "38.3"]),
        ("2", ["6.67", "7.14", "24.55", "38.36"]),
        ("3", ["6.667", "7.143", "24.545", "38.355"]),
        ("4", ["6.6667", "7.1429", "24.5455", "38.3551"]),
    ] {
        let one = assessed("wuhan-2020", &[("scorePlaces", places)], form.clone());
        let evaluation = &one.forms[0];
        let indicators = &evaluation.goals[0].indicators;
        let got = [
            evaluation.execution.score.score.unwrap(),
            indicators[0].score.unwrap(),
            indicators[1].score.unwrap(),
            evaluation.total.decimal().unwrap(),
        ];
        assert_eq!(got.map(|score| score.to_string()), scores, "{places}");
    }
}

/// What the unit rounded otherwise than it set is a score that differs.
#[test]
fn a_claimed_score_is_measured_at_the_places_set() {
    let mut form = form_with(&[("/execution/budget", "3"), ("/execution/actual", "1")]);
    form["execution"]["claimed"] = json!("6.7");
    let differs = |places| {
        let one = assessed("wuhan-2020", &[("scorePlaces", places)], form.clone());
        said(&one, ScoreDiffers)
    };
    assert_eq!(differs("1"), Vec::<String>::new());
    assert_eq!(
        differs("2"),
        ["得分 6.7 与规则不符：20 × 1 ÷ 3 = 6.6667… → 6.67，请改为 6.67 或说明依据。"]
    );
}

#[test]
fn zero_by_zero() {
    let zero = [("/execution/budget", "0"), ("/execution/actual", "0")];
    for (settings, shown) in [
        (&[("zeroByZero", "")][..], "—"),
        (&[("zeroByZero", "dash")], "—"),
        (&[("zeroByZero", " zero ")], "0.0%"),
        (&[("zeroByZero", "zero"), ("percentPlaces", "0")], "0%"),
        (&[("zeroByZero", "zero"), ("percentPlaces", "2")], "0.00%"),
    ] {
        let one = assessed("wuhan-2020", settings, form_with(&zero));
        let execution = &one.forms[0].execution;
        assert_eq!(execution.rate_shown, shown, "{settings:?}");
        // What is printed is no rate: nothing is scored by it.
        assert_eq!((execution.rate.value, execution.score.score), (None, None));
        assert_eq!(
            said(&one, ExecutionNotApplicable),
            ["预算数和执行数都是 0，没有执行率：以自填得分计入总分。"]
        );
    }
    // Any other rate is printed as ever: nothing spent, spent without a budget, not typed yet.
    for (budget, actual, shown) in [("5", "0", "0.0%"), ("0", "5", "—"), ("", "0", "")] {
        for zero in ["dash", "zero"] {
            let texts = [("/execution/budget", budget), ("/execution/actual", actual)];
            let one = assessed("wuhan-2020", &[("zeroByZero", zero)], form_with(&texts));
            assert_eq!(
                one.forms[0].execution.rate_shown, shown,
                "{budget} {actual}"
            );
        }
    }
    // Rules that print a zero can be told to print a dash.
    let mut own = strict();
    own.zero_by_zero = ZeroByZero::Zero;
    for (text, shown) in [("", "0.0%"), ("dash", "—")] {
        let mut workbook = workbook("strict", &[("zeroByZero", text)], json!([form_with(&zero)]));
        workbook.rule_sets.push(Arc::new(own.clone()));
        assert_eq!(assess(&workbook, None).forms[0].execution.rate_shown, shown);
    }
}

/// 50, 30 and 10 points by the Ministry of Finance.
#[test]
fn satisfaction() {
    let weighed = |weights: &[(&str, &str, &str)]| {
        let rows: Vec<_> = weights
            .iter()
            .map(|(category, dimension, weight)| {
                json!({ "category": category, "dimension": dimension, "name": dimension,
                    "weight": weight, "target": "5个", "actual": "5个" })
            })
            .collect();
        let mut form = form();
        form["goals"] = json!([{ "indicators": rows }]);
        form
    };
    let output = |weight| ("产出指标", "数量指标", weight);
    let effect = |weight| ("效益指标", "社会效益指标", weight);
    let content = |weight| ("满意度指标", "服务对象满意度指标", weight);
    const NO_CONTENT: &str = "满意度指标分值合计 0，财政部 2020为 10：如有调整请说明理由。";
    const CONTENT_5: &str = "满意度指标分值合计 5，财政部 2020为 10：如有调整请说明理由。";
    const STILL_5: &str = "满意度指标分值合计 5，财政部 2020为 0：如有调整请说明理由。";
    const STILL_10: &str = "满意度指标分值合计 10，财政部 2020为 0：如有调整请说明理由。";
    const OUTPUT_60: &str = "产出指标分值合计 60，财政部 2020为 50：如有调整请说明理由。";
    const OUTPUT_55: &str = "产出指标分值合计 55，财政部 2020为 50：如有调整请说明理由。";
    const OUTPUT_62: &str = "产出指标分值合计 62，财政部 2020为 50：如有调整请说明理由。";
    const EFFECT_28: &str = "效益指标分值合计 28，财政部 2020为 30：如有调整请说明理由。";
    for (rows, required, left_out) in [
        (
            vec![output("50"), effect("30"), content("10")],
            vec![],
            vec![STILL_10],
        ),
        (
            vec![output("60"), effect("30")],
            vec![OUTPUT_60, NO_CONTENT],
            vec![],
        ),
        (
            vec![output("50"), effect("40")],
            vec![
                "效益指标分值合计 40，财政部 2020为 30：如有调整请说明理由。",
                NO_CONTENT,
            ],
            vec![],
        ),
        (
            vec![output("62"), effect("28")],
            vec![OUTPUT_62, EFFECT_28, NO_CONTENT],
            vec![EFFECT_28],
        ),
        (
            vec![output("55"), effect("30"), content("5")],
            vec![OUTPUT_55, CONTENT_5],
            vec![STILL_5],
        ),
    ] {
        let form = weighed(&rows);
        for (text, expected) in [
            ("", &required),
            ("required", &required),
            ("leftOut", &left_out),
        ] {
            let one = assessed("mof-2020", &[("satisfaction", text)], form.clone());
            assert_eq!(said(&one, CategoryWeight), *expected, "{text} {rows:?}");
            assert_eq!(said(&one, WeightsTotal), Vec::<String>::new());
        }
    }
    // All indicators together are worth 90 with or without it.
    for text in ["", "leftOut"] {
        let form = weighed(&[output("55"), effect("30")]);
        let one = assessed("mof-2020", &[("satisfaction", text)], form);
        assert_eq!(
            said(&one, WeightsTotal),
            ["指标分值合计 85，应为 90，还差 5 分：请调整指标分值。"]
        );
    }
}

#[test]
fn explain_missed() {
    let missed = form_with(&[("/goals/0/indicators/0/actual", "49人次")]);
    const MISSING: &str = "“培训人次”未完成或偏差较大，还没有说明原因：请填写原因分析。";
    for (text, expected) in [("", &[MISSING][..]), ("yes", &[MISSING]), (" no ", &[])] {
        let settings = &[("explainMissed", text)];
        let one = assessed("wuhan-2020", settings, missed.clone());
        assert_eq!(said(&one, DeviationMissing), expected, "{text:?}");
        // Nothing was missed, or it is explained.
        let reached = assessed("wuhan-2020", settings, form());
        assert_eq!(said(&reached, DeviationMissing), Vec::<String>::new());
        let mut explained = missed.clone();
        explained["deviation"] = json!("因疫情，培训未完成");
        let explained = assessed("wuhan-2020", settings, explained);
        assert_eq!(explained.forms[0].findings, [], "{text:?}");
    }
    // What else must be explained still must.
    let missed = form_with(&[
        ("/execution/actual", "80"),
        ("/goals/0/indicators/0/actual", "49人次"),
        ("/goals/0/indicators/1/actual", "60万元"),
    ]);
    for (text, names) in [
        ("yes", "“预算执行”、“培训人次”、“办公费用”"),
        ("no", "“预算执行”、“办公费用”"),
    ] {
        let one = by_strict(&[("explainMissed", text)], missed.clone());
        let sentence = format!("{names}未完成或偏差较大，还没有说明原因：请填写原因分析。");
        assert_eq!(said(&one, DeviationMissing), [sentence]);
    }
}

/// Just at the bound it must be explained, just below not.
#[test]
fn far_above() {
    let done = |people: &str, costs: &str| {
        form_with(&[
            ("/goals/0/indicators/0/actual", people),
            ("/goals/0/indicators/1/actual", costs),
        ])
    };
    for (rules, text, people, costs, bound) in [
        // 60 ÷ 50 = 120%.
        ("wuhan-2020", "120", "60人次", "90万元", Some("120")),
        ("wuhan-2020", "120%", "60人次", "90万元", Some("120")),
        ("wuhan-2020", "120", "59.99人次", "90万元", None),
        ("wuhan-2020", "120.01", "60人次", "90万元", None),
        (
            "wuhan-2020",
            "１００．５％",
            "50.25人次",
            "90万元",
            Some("100.5"),
        ),
        ("wuhan-2020", "100.5", "50.24人次", "90万元", None),
        // Lower is better: 90 ÷ 75 = 120%.
        ("wuhan-2020", "120", "50人次", "75万元", Some("120")),
        ("wuhan-2020", "120", "50人次", "75.01万元", None),
        ("wuhan-2020", "120", "50人次", "90万元", None),
        ("wuhan-2020", "", "5000人次", "90万元", None),
        ("mof-2020", "", "65人次", "90万元", Some("130")),
        ("mof-2020", "", "64.99人次", "90万元", None),
        ("mof-2020", "140", "65人次", "90万元", None),
        ("mof-2020", "140", "70人次", "90万元", Some("140")),
    ] {
        let one = assessed(rules, &[("farAbove", text)], done(people, costs));
        let sentence = bound
            .map(|bound| format!("完成情况达到目标的 {bound}% 以上：请在偏差原因分析中说明原因。"));
        assert_eq!(
            said(&one, FarAboveTarget),
            Vec::from_iter(sentence),
            "{text} {people} {costs}"
        );
        assert_eq!(
            said(&one, DeviationMissing).len(),
            usize::from(bound.is_some())
        );
    }
    for off in OFF {
        let one = assessed("mof-2020", &[("farAbove", off)], done("5000人次", "1万元"));
        assert_eq!(said(&one, FarAboveTarget), Vec::<String>::new(), "{off}");
        assert_eq!(one.rules[0].far_above, None);
    }
}

#[test]
fn explain_execution_below() {
    const MISSING: &str = "“预算执行”未完成或偏差较大，还没有说明原因：请填写原因分析。";
    for (rules, text, actual, expected) in [
        ("sichuan-2023", "", "89.99", true),
        ("sichuan-2023", "", "90", false),
        ("sichuan-2023", "95", "94.99", true),
        ("sichuan-2023", "95%", "95", false),
        ("sichuan-2023", "80", "89.99", false),
        ("wuhan-2020", "", "0.01", false),
        ("wuhan-2020", "100", "99.99", true),
        ("wuhan-2020", "100", "100", false),
        ("wuhan-2020", "100", "120", false),
        ("wuhan-2020", "0.5", "0.49", true),
        ("wuhan-2020", "0.5", "0.50", false),
    ] {
        let form = form_with(&[("/execution/actual", actual)]);
        let one = assessed(rules, &[("explainExecutionBelow", text)], form);
        let expected: &[&str] = if expected { &[MISSING] } else { &[] };
        assert_eq!(
            said(&one, DeviationMissing),
            expected,
            "{rules} {text} {actual}"
        );
    }
    for off in OFF {
        let form = form_with(&[("/execution/actual", "0.01")]);
        let one = assessed("sichuan-2023", &[("explainExecutionBelow", off)], form);
        assert_eq!(said(&one, DeviationMissing), Vec::<String>::new(), "{off}");
    }
}

#[test]
fn deadline() {
    for (text, filled, late) in [
        ("2021-05-20", "2021-05-20", None),
        ("2021-05-19", "2021-05-20", Some("2021-05-19")),
        ("2021年5月19日", "2021年5月20日", Some("2021-05-19")),
        (" 2021/5/19 ", "2021.5.20", Some("2021-05-19")),
        ("2020-12-31", "2021-05-20", Some("2020-12-31")),
        ("2021-05-19", "", None),
        ("", "2099-01-01", None),
    ] {
        let form = form_with(&[("/filledOn", filled)]);
        let one = assessed("wuhan-2020", &[("deadline", text)], form);
        let sentence = late.map(|late| {
            format!("填报日期 2021-05-20 晚于截止日期 {late}：请核对，或说明迟报原因。")
        });
        assert_eq!(
            said(&one, DateLate),
            Vec::from_iter(sentence),
            "{text} {filled}"
        );
    }
    for (text, late) in [
        ("", Some("2021-05-01")),
        ("2021-05-10", Some("2021-05-10")),
        ("2021-06-30", None),
    ]
    .into_iter()
    .chain(OFF.map(|off| (off, None)))
    {
        let one = by_strict(&[("deadline", text)], form());
        let sentence = late.map(|late| {
            format!("填报日期 2021-05-20 晚于截止日期 {late}：请核对，或说明迟报原因。")
        });
        assert_eq!(said(&one, DateLate), Vec::from_iter(sentence), "{text}");
    }
}

/// It is said in a whole sentence, and the rule stays as it was.
#[test]
fn what_cannot_be_read() {
    for (name, text, sentence) in [
        (
            "percentPlaces",
            "5",
            "设置“百分比小数位”所填“5”不是 0 到 4 的整数，请改正。",
        ),
        (
            "percentPlaces",
            "1.5",
            "设置“百分比小数位”所填“1.5”不是 0 到 4 的整数，请改正。",
        ),
        (
            "percentPlaces",
            "-1",
            "设置“百分比小数位”所填“-1”不是 0 到 4 的整数，请改正。",
        ),
        (
            "percentPlaces",
            " 两位 ",
            "设置“百分比小数位”所填“两位”不是 0 到 4 的整数，请改正。",
        ),
        (
            "scorePlaces",
            "不要求",
            "设置“得分小数位”所填“不要求”不是 0 到 4 的整数，请改正。",
        ),
        (
            "scorePlaces",
            "4.0001",
            "设置“得分小数位”所填“4.0001”不是 0 到 4 的整数，请改正。",
        ),
        (
            "scorePlaces",
            "一二三四五六七八九十一二三四五六七八九十一二三",
            "设置“得分小数位”所填“一二三四五六七八九十一二三四五六七八九十”不是 0 到 4 的整数，请改正。",
        ),
        (
            "zeroByZero",
            "Zero",
            "设置“0 ÷ 0 的执行率”所填“Zero”无法识别，请重新选择。",
        ),
        (
            "zeroByZero",
            "no",
            "设置“0 ÷ 0 的执行率”所填“no”无法识别，请重新选择。",
        ),
        (
            "satisfaction",
            "不要求",
            "设置“满意度指标”所填“不要求”无法识别，请重新选择。",
        ),
        (
            "explainMissed",
            "是",
            "设置“未完成目标的原因”所填“是”无法识别，请重新选择。",
        ),
        (
            "farAbove",
            "100",
            "设置“超额完成须说明，达到目标的”所填“100”应大于 100%，请改正。",
        ),
        (
            "farAbove",
            " -5% ",
            "设置“超额完成须说明，达到目标的”所填“-5%”应大于 100%，请改正。",
        ),
        (
            "farAbove",
            "一倍",
            "设置“超额完成须说明，达到目标的”所填“一倍”不是数字：第 1 个字“一”无法识别，请填写百分比，或填“不要求”。",
        ),
        (
            "farAbove",
            "130万元",
            "设置“超额完成须说明，达到目标的”所填“130万元”的单位“万元”不适用于这里：请填写百分比，或填“不要求”。",
        ),
        (
            "explainExecutionBelow",
            "0",
            "设置“执行率须说明，低于”所填“0”应大于 0%、不大于 100%，请改正。",
        ),
        (
            "explainExecutionBelow",
            "100.01%",
            "设置“执行率须说明，低于”所填“100.01%”应大于 0%、不大于 100%，请改正。",
        ),
        (
            "explainExecutionBelow",
            "90,5",
            "设置“执行率须说明，低于”所填“90,5”的千分位不对：第 3 个字处的分隔应每三位一个，请填写百分比，或填“不要求”。",
        ),
        (
            "deadline",
            "2021-02-29",
            "设置“填报截止日期”所填“2021-02-29”不是日期，请填写年月日，例如 2021-06-30。",
        ),
        (
            "deadline",
            "六月底",
            "设置“填报截止日期”所填“六月底”不是日期，请填写年月日，例如 2021-06-30。",
        ),
        (
            "deadline",
            "2021-06",
            "设置“填报截止日期”所填“2021-06”不是日期，请填写年月日，例如 2021-06-30。",
        ),
    ] {
        let settings = [(name, text)];
        let mut one = by_strict(&settings, form());
        assert_eq!(said(&one, SettingUnreadable), [sentence], "{name} {text}");
        let finding = one.forms[0]
            .findings
            .iter()
            .find(|f| f.code == SettingUnreadable);
        let finding = finding.unwrap();
        assert_eq!(finding.cell, Cell::Form(FormField::RuleSet));
        assert_eq!(finding.remedy().as_deref(), Some("在“评分规则”中改正设置"));
        assert_eq!(*one.rules[0], strict(), "{name} {text}");
        // Everything else is as without the setting.
        let plain = by_strict(&[], form());
        let evaluation = std::rc::Rc::make_mut(&mut one.forms[0]);
        evaluation.findings.retain(|f| f.code != SettingUnreadable);
        assert_eq!(one.forms, plain.forms, "{name} {text}");
        assert_eq!(one.counts.errors, plain.counts.errors + 1);
        let problem = workbook("", &settings, json!([]))
            .settings
            .problem(named(name));
        assert_eq!(
            problem.map(|problem| problem.in_chinese()).as_deref(),
            Some(sentence)
        );
    }
}

/// Said once, at the first form, one after the other; what can be read beside it is used.
#[test]
fn several_that_cannot_be_read() {
    let settings = [
        ("farAbove", "99"),
        ("scorePlaces", "0"),
        ("deadline", "?"),
        ("percentPlaces", "9"),
    ];
    let one = assess(
        &workbook("wuhan-2020", &settings, json!([form(), form()])),
        None,
    );
    assert_eq!(
        said(&one, SettingUnreadable),
        [
            "设置“百分比小数位”所填“9”不是 0 到 4 的整数，请改正。",
            "设置“超额完成须说明，达到目标的”所填“99”应大于 100%，请改正。",
            "设置“填报截止日期”所填“?”不是日期，请填写年月日，例如 2021-06-30。",
        ]
    );
    assert!(
        one.forms[1]
            .findings
            .iter()
            .all(|f| f.code != SettingUnreadable)
    );
    for rules in &one.rules {
        assert_eq!((rules.score_places, rules.percent_places), (0, 1));
    }
    // Where there is no form the accounts say it.
    assert_eq!(
        assess(&workbook("", &settings, json!([])), None)
            .counts
            .errors,
        3
    );
}

#[track_caller]
fn effects_of(rules: &str, settings: Set) -> Vec<[String; 3]> {
    let rules = rule_set(rules).unwrap();
    let now = workbook("", settings, json!([])).settings.over(rules);
    effects(rules, &now)
        .into_iter()
        .map(|effect| {
            [
                effect.setting.label().to_owned(),
                effect.in_rules.in_chinese(),
                effect.now.in_chinese(),
            ]
        })
        .collect()
}

#[test]
fn what_the_settings_come_to() {
    let all = [
        ("percentPlaces", "2"),
        ("scorePlaces", "0"),
        ("zeroByZero", "zero"),
        ("satisfaction", "leftOut"),
        ("explainMissed", "no"),
        ("farAbove", "120.5%"),
        ("explainExecutionBelow", "85"),
        ("deadline", "2021年6月30日"),
    ];
    assert_eq!(
        effects_of("wuhan-2020", &all),
        [
            ["百分比小数位", "1 位，如 33.3%", "2 位，如 33.33%"],
            ["得分小数位", "2 位，如 33.33 分", "0 位，如 33 分"],
            ["0 ÷ 0 的执行率", "印“—”", "印“0.00%”"],
            ["满意度指标", "按规则评分", "不评，分值调到其他指标"],
            ["未完成目标的原因", "须说明", "不要求说明"],
            [
                "超额完成须说明，达到目标的",
                "不要求",
                "达到目标的 120.5% 须说明原因"
            ],
            ["执行率须说明，低于", "不要求", "低于 85% 须说明原因"],
            ["填报截止日期", "没有规定", "2021年6月30日"],
        ]
    );
    for (rules, settings, label, in_rules, now) in [
        (
            "mof-2020",
            &[][..],
            "超额完成须说明，达到目标的",
            "达到目标的 130% 须说明原因",
            "达到目标的 130% 须说明原因",
        ),
        (
            "mof-2020",
            &[("farAbove", "不限")],
            "超额完成须说明，达到目标的",
            "达到目标的 130% 须说明原因",
            "不要求",
        ),
        (
            "sichuan-2023",
            &[("explainExecutionBelow", "无")],
            "执行率须说明，低于",
            "低于 90% 须说明原因",
            "不要求",
        ),
        (
            "hubei-2019",
            &[("percentPlaces", "4")],
            "百分比小数位",
            "1 位，如 33.3%",
            "4 位，如 33.3333%",
        ),
        (
            "hubei-2019",
            &[("percentPlaces", "5")],
            "百分比小数位",
            "1 位，如 33.3%",
            "1 位，如 33.3%",
        ),
    ] {
        let effects = effects_of(rules, settings);
        let effect = effects.iter().find(|effect| effect[0] == label).unwrap();
        assert_eq!(effect[1..], [in_rules, now], "{rules} {settings:?}");
    }
}

#[test]
fn every_setting_is_set_by_its_edit() {
    for setting in Setting::ALL {
        let before = workbook("wuhan-2020", &[], json!([form()]));
        let edit = Edit::SetSetting {
            setting: *setting,
            text: "某".to_owned(),
        };
        let after = before.edited(&edit).unwrap();
        for other in Setting::ALL {
            let expected = if other == setting { "某" } else { "" };
            assert_eq!(&**after.settings.text(*other), expected);
        }
        let file: Value = serde_json::from_str(&write_workbook(&after)).unwrap();
        assert_eq!(file["settings"], json!({ setting.as_str(): "某" }));
        assert_eq!(named(setting.as_str()), *setting);
    }
}

#[test]
fn settings_in_files() {
    for (settings, expected) in [
        (json!(null), Settings::default()),
        (json!({}), Settings::default()),
        (
            json!({ "percentPlaces": null, "colour": "red" }),
            Settings::default(),
        ),
        (
            json!({ "percentPlaces": 2, "farAbove": 120.5 }),
            Settings {
                percent_places: "2".into(),
                far_above: "120.5".into(),
                ..Settings::default()
            },
        ),
    ] {
        let file = json!({ "format": 2, "settings": settings, "forms": [] });
        let read = read_workbook(file.to_string().as_bytes()).unwrap();
        assert_eq!(read.settings, expected);
    }
    // None set, none written.
    let file = write_workbook(&workbook("wuhan-2020", &[], json!([])));
    assert!(!file.contains("settings"), "{file}");
}

#[test]
fn forms_are_scored_by_their_own_rules_or_the_workbooks() {
    const UNKNOWN: &str =
        "没有名为“wuhan”的评分规则：已改用“武汉市 2020 年度”计分，请重新选择规则。";
    for (workbooks, forms, used, unknown) in [
        ("mof-2020", "", "mof-2020", vec![]),
        ("mof-2020", "wuhan-2020", "wuhan-2020", vec![]),
        ("", "sichuan-2023", "sichuan-2023", vec![]),
        ("", "", "wuhan-2020", vec![]),
        ("strict", "", "strict", vec![]),
        ("mof-2020", "strict", "strict", vec![]),
        ("wuhan", "", "wuhan-2020", vec![UNKNOWN]),
        ("mof-2020", "wuhan", "wuhan-2020", vec![UNKNOWN]),
        ("wuhan", "mof-2020", "mof-2020", vec![]),
    ] {
        let mut form = form();
        form["ruleSet"] = json!(forms);
        let mut workbook = workbook(workbooks, &[("scorePlaces", "0")], json!([form]));
        workbook.rule_sets.push(Arc::new(strict()));
        let one = assess(&workbook, None);
        let case = format!("{workbooks:?} {forms:?}");
        assert_eq!(
            (one.rules[0].id.as_str(), one.forms[0].rule_set.as_str()),
            (used, used),
            "{case}"
        );
        assert_eq!(said(&one, RuleSetUnknown), unknown, "{case}");
        // Whatever the rules, the settings lie over them.
        assert_eq!(one.rules[0].score_places, 0, "{case}");
        let points = one.rules[0].execution_points;
        assert_eq!(one.forms[0].execution.score.weight, Some(points), "{case}");
    }
    let long = "长".repeat(50);
    let one = assessed(&long, &[], form());
    assert_eq!(
        said(&one, RuleSetUnknown),
        [format!(
            "没有名为“{}”的评分规则：已改用“武汉市 2020 年度”计分，请重新选择规则。",
            "长".repeat(40)
        )]
    );
}

/// Under the id of a built-in set that set alone is meant, whatever a file brings along; under its own id
/// its own can be chosen.
#[test]
fn built_in_rules_come_first() {
    for (id, used, own_listed) in [("mof-2020", "财政部 2020", false), ("own", "本单位", true)]
    {
        let mut own = strict();
        own.id = id.to_owned();
        let mut workbook = workbook(id, &[], json!([form()]));
        workbook.rule_sets.push(Arc::new(own));
        assert_eq!(assess(&workbook, None).rules[0].name, used);
        let names: Vec<_> = workbook.all_rules().map(|set| set.name.as_str()).collect();
        let built_in = [
            "武汉市 2020 年度",
            "财政部 2020",
            "四川省 2023 年度",
            "湖北省直 2019 年度",
        ];
        assert_eq!(names[..4], built_in);
        assert_eq!(names[4..].contains(&"本单位"), own_listed);
    }
}

fn texts() -> impl Strategy<Value = [String; 8]> {
    let text = prop_oneof![
        prop::sample::select(
            &[
                "",
                " ",
                "0",
                "4",
                "5",
                "-1",
                "zero",
                "dash",
                "leftOut",
                "required",
                "yes",
                "no",
                "不要求",
                "100",
                "100.1%",
                "1e9",
                "2021-06-30",
                "2021-02-30",
                "999999999999999999",
                "0.0000000001",
            ][..]
        )
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ];
    prop::array::uniform8(text)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Whatever is typed: it is kept, rules with it can be used, and what is not used is said.
    #[test]
    fn any_settings(texts in texts()) {
        let named: Vec<_> = Setting::ALL.iter().zip(&texts).map(|(s, t)| (s.as_str(), t.as_str())).collect();
        let workbook = workbook("mof-2020", &named, json!([form()]));
        prop_assert_eq!(&read_workbook(write_workbook(&workbook).as_bytes()), &Ok(workbook.clone()));
        let one = assess(&workbook, None);
        prop_assert_eq!(one.rules[0].check(), Ok(()));
        let rules = rule_set("mof-2020").unwrap();
        for (setting, effect) in Setting::ALL.iter().zip(effects(rules, &one.rules[0])) {
            let blank = workbook.settings.text(*setting).is_blank();
            if blank || workbook.settings.problem(*setting).is_some() {
                // Places change the example of what a zero prints.
                if *setting != Setting::ZeroByZero {
                    prop_assert_eq!(effect.in_rules, effect.now);
                }
            }
        }
        prop_assert_eq!(said(&one, SettingUnreadable), workbook.settings.problems().map(|problem| problem.in_chinese()).collect::<Vec<_>>());
    }
}
