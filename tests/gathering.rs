//! Many files brought together: what is read of each, what goes together, and what stands out.

use juesuan::evaluation::{MOST_INDICATORS, RuleSet, rule_set};
use juesuan::exchange::{Choice, Failed, Gathering, Outcome, PartLine, read_workbook, write_rules};
use juesuan::say::Language;
use juesuan::{Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;
use time::{Date, Month};

/// An overall form of one indicator worth 80, so many of a hundred done.
fn form(unit: &str, budget: &str, actual: &str, done: &str) -> Value {
    json!({
        "unit": unit, "execution": { "budget": budget, "actual": actual },
        "goals": [{ "indicators": [{
            "category": "产出指标", "dimension": "数量指标", "name": "办件", "weight": "80",
            "target": "100个", "actual": done
        }] }],
        "deviation": "已说明"
    })
}

fn project(name: &str) -> Value {
    let mut form = form("某中心", "10", "10", "100个");
    form["kind"] = json!("project");
    form["name"] = json!(name);
    form
}

fn file(forms: Value) -> Vec<u8> {
    json!({ "format": 2, "forms": forms })
        .to_string()
        .into_bytes()
}

fn gathered(files: &[Vec<u8>]) -> Gathering {
    let mut gathering = Gathering::default();
    for (at, bytes) in files.iter().enumerate() {
        gathering.add(&format!("{}.juesuan.json", at + 1), bytes);
    }
    gathering
}

/// Of files none of which failed, the first choice.
#[track_caller]
fn outcome(files: &[Vec<u8>]) -> Outcome {
    let outcome = gathered(files).outcome(0, None);
    assert_eq!(outcome.failed, []);
    outcome
}

fn labels(outcome: &Outcome) -> Vec<&str> {
    outcome
        .choices
        .iter()
        .map(|choice| choice.label.as_str())
        .collect()
}

fn own(id: &str) -> RuleSet {
    RuleSet {
        id: id.to_owned(),
        name: "本市规则".to_owned(),
        ..RuleSet::clone(rule_set("hubei-2019").unwrap())
    }
}

/// A workbook that brings rules along and is scored by them.
fn with_rules(rules: &RuleSet, form: Value) -> Vec<u8> {
    let mut workbook: Workbook =
        serde_json::from_value(json!({ "format": 2, "forms": [form] })).unwrap();
    workbook.rule_set.clone_from(&rules.id);
    workbook.rule_sets.push(Arc::new(rules.clone()));
    juesuan::exchange::write_workbook(&workbook).into_bytes()
}

#[test]
fn every_kind_of_file() {
    let one = form("甲", "100", "100", "100个");
    let mut by_own = one.clone();
    by_own["ruleSet"] = json!("mof-2020");
    for (file, rules) in [
        // Format 1 knows rules of forms only, format 2 those of the workbook, too.
        (json!({ "format": 1, "forms": [one] }), "武汉市 2020 年度"),
        (json!({ "format": 1, "forms": [by_own] }), "财政部 2020"),
        (
            json!({ "format": 2, "forms": [one], "ruleSet": "mof-2020" }),
            "财政部 2020",
        ),
        (
            json!({ "format": 2, "forms": [by_own], "ruleSet": "sichuan-2023" }),
            "财政部 2020",
        ),
        (
            json!({ "format": 2, "forms": [one], "ruleSet": "nowhere" }),
            "武汉市 2020 年度",
        ),
        // A form as a script writes it.
        (one.clone(), "武汉市 2020 年度"),
        (by_own.clone(), "财政部 2020"),
        (json!({ "goals": [], "colour": "red" }), "武汉市 2020 年度"),
    ] {
        let outcome = outcome(&[file.to_string().into_bytes()]);
        assert_eq!(
            (outcome.files, outcome.parts.len(), outcome.rules.as_str()),
            (1, 1, rules),
            "{file}"
        );
        assert_eq!(outcome.rule_sets, []);
    }
    let marked = format!("\u{feff}\n{one}");
    assert_eq!(outcome(&[marked.into_bytes()]).parts[0].unit, "甲");
}

#[test]
fn files_that_are_none() {
    const NONE: &str = "不是自评表：请选择本工具保存的 .juesuan.json 文件。";
    let rows = json!([{ "indicators": vec![json!({}); MOST_INDICATORS + 1] }]);
    let too_many = format!(
        "一张表有 {} 条指标，超过 2000 条的上限：请拆成几张表后再打开。",
        MOST_INDICATORS + 1
    );
    let rules = write_rules(rule_set("mof-2020").unwrap());
    let (long, long_book) = (
        json!({ "goals": rows }).to_string(),
        file(json!([{ "goals": rows }])),
    );
    let cases: Vec<(&[u8], &str)> = vec![
        (b"", "文件是空的，没有内容可以打开。"),
        ("\u{feff} \r\n".as_bytes(), "文件是空的，没有内容可以打开。"),
        (
            b"PK\x03\x04\xff",
            "文件不是文本，不能打开：请选择本工具保存的 .juesuan.json 文件。",
        ),
        (
            b"{\"forms\": [}",
            "文件已损坏或不完整：第 1 行第 12 列处无法读取。请用保存过的副本重试。",
        ),
        (b"{}", NONE),
        (b"[]", NONE),
        (b"null", NONE),
        (b"{\"forms\": [{}]}", NONE),
        (b"{\"goals\": null}", NONE),
        (b"[{\"goals\": []}]", NONE),
        ("单位名称,预算数".as_bytes(), NONE),
        (rules.as_bytes(), NONE),
        (b"{\"format\": 2, \"forms\": []}", "文件里没有自评表。"),
        (b"{\"format\": 2}", "文件里没有自评表。"),
        (
            b"{\"format\": 5, \"forms\": []}",
            "文件由较新的版本保存（格式 5），本版本只认识格式 4：请用新版本打开，文件没有改动。",
        ),
        (
            b"{\"format\": 2,\n \"forms\": 5}",
            "文件内容与格式不符：第 2 行第 11 列处的内容不是这里应有的。",
        ),
        (
            b"{\"goals\": [5]}",
            "文件内容与格式不符：第 1 行第 12 列处的内容不是这里应有的。",
        ),
        (long.as_bytes(), &too_many),
        (&long_book, &too_many),
    ];
    let mut gathering = Gathering::default();
    for (at, (bytes, _)) in cases.iter().enumerate() {
        gathering.add(&at.to_string(), bytes);
    }
    gathering.add("一张", &file(json!([form("甲", "1", "1", "100个")])));
    gathering.withhold("读不到", "文件不能读取。");
    let outcome = gathering.outcome(0, None);
    let mut expected: Vec<_> = cases
        .iter()
        .enumerate()
        .map(|(at, (_, why))| Failed {
            file: at.to_string(),
            why: (*why).to_owned(),
        })
        .collect();
    expected.push(Failed {
        file: "读不到".to_owned(),
        why: "文件不能读取。".to_owned(),
    });
    assert_eq!(outcome.failed, expected);
    // The others are brought together all the same.
    assert_eq!((outcome.files, outcome.parts.len()), (cases.len() + 1, 1));
    assert_eq!(outcome.parts[0].file, "一张");
}

#[test]
fn nothing_to_bring_together() {
    for gathering in [Gathering::default(), gathered(&[b"{}".to_vec()])] {
        for chosen in [0, 7] {
            let outcome = gathering.outcome(chosen, None);
            assert_eq!(
                (outcome.chosen, outcome.choices, outcome.parts, outcome.form),
                (0, vec![], vec![], None)
            );
            assert_eq!(
                (
                    outcome.total.as_str(),
                    outcome.grade.as_str(),
                    outcome.complete
                ),
                ("", "", false)
            );
            assert_eq!(
                (outcome.findings, outcome.rule_sets, outcome.outliers),
                (vec![], vec![], 0)
            );
        }
    }
}

/// The largest first, of one size the overall forms and then by name; all projects together last.
#[test]
fn choices() {
    let overall = || form("某中心", "10", "10", "100个");
    for (forms, expected) in [
        (vec![overall()], vec!["整体自评表（1 张）"]),
        (
            vec![project(" 甲 "), project("甲")],
            vec!["项目：甲（2 张）"],
        ),
        (
            vec![project("甲"), overall()],
            vec!["整体自评表（1 张）", "项目：甲（1 张）"],
        ),
        (
            vec![project("甲"), project("乙"), overall(), project("乙")],
            vec![
                "项目：乙（2 张）",
                "整体自评表（1 张）",
                "项目：甲（1 张）",
                "全部项目自评表（3 张）",
            ],
        ),
        (
            vec![
                overall(),
                overall(),
                project("丙"),
                project("甲"),
                overall(),
            ],
            vec![
                "整体自评表（3 张）",
                "项目：丙（1 张）",
                "项目：甲（1 张）",
                "全部项目自评表（2 张）",
            ],
        ),
        (
            vec![project(""), project(" ")],
            vec!["全部项目自评表（2 张）"],
        ),
    ] {
        // In one file or in many.
        let apart: Vec<_> = forms.iter().map(|form| file(json!([form]))).collect();
        for files in [apart, vec![file(json!(forms))]] {
            let gathering = gathered(&files);
            let outcome = gathering.outcome(0, None);
            assert_eq!(labels(&outcome), expected);
            for (chosen, Choice { forms, label }) in outcome.choices.iter().enumerate() {
                let outcome = gathering.outcome(chosen, None);
                assert_eq!((outcome.chosen, outcome.parts.len()), (chosen, *forms));
                assert!(label.ends_with(&format!("（{forms} 张）")));
            }
            // Out of range is the first.
            for chosen in [expected.len(), usize::MAX] {
                assert_eq!(gathering.outcome(chosen, None), outcome);
            }
        }
    }
}

/// Project forms without a name are some of all, and not all.
#[test]
fn unnamed_projects_among_others() {
    let forms = json!([project(""), project("甲"), project("甲")]);
    let outcome = outcome(&[file(forms)]);
    let labels = labels(&outcome);
    let all = labels
        .iter()
        .filter(|label| label.starts_with("全部项目自评表"));
    assert_eq!(all.count(), 1, "{labels:?}");
}

#[test]
fn parts_as_they_are_shown() {
    let mut claimed = form(" 甲 ", "1,000", "905.5", "90个");
    claimed["claimedTotal"] = json!("100");
    claimed["name"] = json!("整体绩效");
    let outcome = outcome(&[
        file(json!([claimed, form("乙", "", "x", "")])),
        form("丙", "0", "0", "120个").to_string().into_bytes(),
    ]);
    let shown: Vec<_> = outcome
        .parts
        .iter()
        .map(|part| {
            let PartLine { file, unit, name, budget, actual, rate, total, claimed, complete, errors, outlier, .. } = part;
            format!("{file}|{unit}|{name}|{budget}|{actual}|{rate}|{total}|{claimed}|{complete}|{errors}|{outlier}")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "1.juesuan.json|甲|整体绩效|1,000|905.5|90.6%|90.11|100|true|1|",
            "1.juesuan.json|乙|||||0||false|1|",
            "2.juesuan.json|丙||0|0|—|80||false|0|",
        ]
    );
    // Errors set aside are not counted.
    let mut aside = form("甲", "10", "10", "100个");
    aside["claimedTotal"] = json!("99");
    let errors = |form: &Value| gathered(&[file(json!([form]))]).outcome(0, None).parts[0].errors;
    assert_eq!(errors(&aside), 1);
    aside["setAside"] = json!([{
        "code": "total-differs", "path": "claimedTotal", "reason": "按批复",
        "message": "总分 99 与计算不符：各项得分合计为 100，请改为 100 或说明依据。"
    }]);
    assert_eq!(errors(&aside), 0);
}

/// First consolidated, then scored: 105 of 200 done is 42 points, not the mean of 80 and 8.
#[test]
fn consolidated_totals() {
    let two = outcome(&[
        file(json!([form("甲", "60", "60", "100个")])),
        file(json!([form("乙", "40", "20", "5个")])),
    ]);
    assert_eq!(
        (two.total.as_str(), two.complete, two.grade.as_str()),
        ("58", true, "")
    );
    let one = two.form.unwrap();
    assert_eq!(
        (&*one.execution.budget, &*one.execution.actual),
        ("100", "80")
    );
    let indicator = &one.goals[0].indicators[0];
    assert_eq!((&*indicator.target, &*indicator.actual), ("200个", "105个"));
    assert_eq!(&*one.deviation, "乙：已说明\n甲：已说明");
    assert_eq!(two.findings, []);
    // What is said has its place and a severity.
    let mut other = form("丙", "10", "", "5件");
    other["goals"][0]["indicators"][0]["weight"] = json!("70");
    let three = outcome(&[file(json!([form("甲", "60", "60", "100个"), other]))]);
    let said: Vec<_> = three
        .findings
        .iter()
        .map(|said| format!("{}|{}|{}", said.severity, said.place, said.message))
        .collect();
    assert_eq!(
        said,
        [
            "warning|数量指标 · 办件|分值还没有填写，暂时不能计分。",
            "warning|预算执行|“丙”（1.juesuan.json）没有填写执行数：预算执行和以执行数为权重的指标没有计入这 1 张表，请补正后重新汇总。",
            "warning|数量指标 · 办件|各表中这项指标的分值不同，没有多数，汇总时分值留空：“丙”（1.juesuan.json）、“甲”（1.juesuan.json），请统一分值，或在汇总表里填写。",
            "warning|数量指标 · 办件|“丙”（1.juesuan.json）的目标值和完成值不能比较或折算：这项指标没有计入这 1 张表，请补正后重新汇总。",
        ]
    );
    assert_eq!((three.total.as_str(), three.complete), ("20", false));
}

#[test]
fn grades_are_those_of_the_rules() {
    let file = |actual: &str, done: &str| {
        let mut form = form("甲", "100", actual, done);
        form["goals"][0]["indicators"][0]["weight"] = json!("90");
        json!({ "format": 2, "ruleSet": "mof-2020", "forms": [form] })
            .to_string()
            .into_bytes()
    };
    for (actual, done, total, grade) in [
        ("100", "100个", "100", "优"),
        ("0", "100个", "90", "优"),
        ("0", "99个", "89.1", "良"),
        ("0", "50个", "45", "差"),
    ] {
        let one = outcome(&[file(actual, done)]);
        assert_eq!((one.total.as_str(), one.grade.as_str()), (total, grade));
    }
    // No grade while something is missing.
    assert_eq!(outcome(&[file("100", "")]).grade, "");
}

/// A file brings its rules along, and so does what is made of it.
#[test]
fn rules_brought_along() {
    let rules = own("own-2020");
    let by_own = with_rules(&rules, form("甲", "100", "50", "100个"));
    let plain = file(json!([form("乙", "100", "100", "100个")]));
    let one = outcome(std::slice::from_ref(&by_own));
    assert_eq!(
        (one.rules.as_str(), &one.rule_sets),
        ("本市规则", &vec![rules.clone()])
    );
    // A form opened by itself comes to the same.
    let form = one.form.unwrap();
    assert_eq!(form.rule_set, "own-2020");
    let mut opened = Workbook::of(form, "2020");
    assert_eq!(opened.rule_set, "own-2020");
    opened.rule_sets.push(Arc::new(rules));
    assert_eq!(assess(&opened, None).forms[0].total.to_string(), one.total);
    // With another it is not the first that decides: most forms do, and of equally many a built-in set.
    for files in [[&by_own, &plain], [&plain, &by_own]] {
        let other = outcome(&files.map(Clone::clone));
        assert_eq!(
            (other.rules.as_str(), &other.rule_sets),
            ("武汉市 2020 年度", &vec![])
        );
        assert_eq!(
            labels(&other),
            [
                "整体自评表（2 张）",
                "整体自评表·仅按“本市规则”（1 张）",
                "整体自评表·仅按“武汉市 2020 年度”（1 张）"
            ]
        );
        let by_own = if files[0] == &plain { "2" } else { "1" };
        let said = said(&other, "error");
        assert_eq!(
            said,
            [format!(
                "评分规则|各表的评分规则不同，汇总一律按“武汉市 2020 年度”计分：“甲”（{by_own}.juesuan.json）按“本市规则”。请统一规则，或分开汇总。"
            )]
        );
        let gathering = gathered(&files.map(Clone::clone));
        for (chosen, rules) in [(1, "本市规则"), (2, "武汉市 2020 年度")] {
            let apart = gathering.outcome(chosen, None);
            assert_eq!((apart.rules.as_str(), apart.parts.len()), (rules, 1));
            assert_eq!(self::said(&apart, "error"), Vec::<String>::new());
        }
    }
    let two = outcome(&[by_own.clone(), plain, by_own]);
    assert_eq!((two.rules.as_str(), two.parts.len()), ("本市规则", 3));
}

/// What is said of one severity, with its place.
fn said(outcome: &Outcome, severity: &str) -> Vec<String> {
    let said = outcome.findings.iter().filter(|s| s.severity == severity);
    said.map(|said| format!("{}|{}", said.place, said.message))
        .collect()
}

/// One doctored file among others, under the official id and name: its forms are scored by the official
/// rules, and it is named.
#[test]
fn rules_brought_along_under_a_built_in_id() {
    let mut doctored = own("wuhan-2020");
    doctored.name = rule_set("wuhan-2020").unwrap().name.clone();
    let edited = |edit: fn(&mut RuleSet)| {
        let mut rules = doctored.clone();
        edit(&mut rules);
        rules
    };
    const BESIDE: &str = "4.juesuan.json|文件自带的规则与内置的“武汉市 2020 年度”代号相同而内容不同，没有采用：请核对文件的来源。";
    for (rules, sentences) in [
        (doctored.clone(), vec![BESIDE.to_owned()]),
        (
            edited(|rules| rules.execution_points = figure("60")),
            vec![
                "4.juesuan.json|文件自带的规则“武汉市 2020 年度（文件自带）”不能使用，没有采用：预算执行 60 分与指标 80 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。".to_owned(),
                BESIDE.to_owned(),
            ],
        ),
        (RuleSet::clone(rule_set("wuhan-2020").unwrap()), vec![]),
    ] {
        let mut files: Vec<_> = (0..3).map(|_| file(json!([form("乙", "10", "10", "100个")]))).collect();
        files.push(with_rules(&rules, form("甲", "100", "50", "100个")));
        let one = outcome(&files);
        assert_eq!((one.rules.as_str(), one.total.as_str()), ("武汉市 2020 年度", "92.31"));
        assert_eq!((&one.rule_sets, said(&one, "error")), (&vec![], vec![]));
        let own: Vec<_> = said(&one, "warning").into_iter().filter(|s| s.contains("自带")).collect();
        assert_eq!(own, sentences);
        assert_eq!(one.choices.len(), 1);
    }
    // A file alone is scored by the official rules too, and one under another id with the official name
    // says where its rules come from.
    let alone = outcome(&[with_rules(&doctored, form("甲", "100", "50", "100个"))]);
    assert_eq!(
        (alone.rules.as_str(), alone.total.as_str()),
        ("武汉市 2020 年度", "90")
    );
    let named = edited(|rules| rules.id = "wuhan".to_owned());
    let named = outcome(&[with_rules(&named, form("甲", "100", "50", "100个"))]);
    assert_eq!(named.rules, "武汉市 2020 年度（wuhan，文件自带）");
}

fn figure(text: &str) -> juesuan::figure::Number {
    juesuan::figure::number(text).unwrap()
}

/// Rules that nobody knows or can use are said by the file.
#[test]
fn rules_that_are_unknown() {
    let mut strange = form("丙", "10", "10", "100个");
    strange["ruleSet"] = json!("nowhere");
    let mut bad = own("bad-2020");
    bad.execution_points = figure("-32");
    let one = outcome(&[
        file(json!([form("乙", "10", "10", "100个"), strange])),
        with_rules(&bad, form("甲", "100", "50", "100个")),
    ]);
    assert_eq!(one.rules, "武汉市 2020 年度");
    assert_eq!(
        said(&one, "error"),
        [
            "评分规则|各表的评分规则不同，汇总一律按“武汉市 2020 年度”计分：“甲”（2.juesuan.json）按“bad-2020（不能识别或不能使用）”；“丙”（1.juesuan.json）按“nowhere（不能识别或不能使用）”。请统一规则，或分开汇总。"
        ]
    );
    assert_eq!(
        said(&one, "warning")[0],
        "2.juesuan.json|文件自带的规则“本市规则”不能使用，没有采用：预算执行 -32 分与指标 80 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。"
    );
}

/// A form whose total is so many points and hundredths, from 20 points up.
fn total(points: u32, hundredths: u32) -> Value {
    let done = (points * 100 + hundredths - 2_000) * 125;
    let done = format!("{}.{:04}个", done / 10_000, done % 10_000);
    form("某中心", "100", "100", &done)
}

/// A form of such an execution rate.
fn rate(actual: &str) -> Value {
    form("某中心", "100", actual, "100个")
}

/// What is said of the last of these.
#[track_caller]
fn outlier(others: &[Value], last: Value) -> String {
    let forms: Vec<_> = others.iter().cloned().chain([last]).collect();
    let outcome = outcome(&[file(json!(forms))]);
    let (last, others) = outcome.parts.split_last().unwrap();
    assert!(
        others.iter().all(|part| part.outlier.is_empty()),
        "{others:?}"
    );
    assert_eq!(outcome.outliers, usize::from(!last.outlier.is_empty()));
    last.outlier.clone()
}

/// In the language that the consolidation speaks, from then on and back.
#[test]
fn what_stands_out_in_each_language() {
    let mut forms = vec![total(100, 0); 8];
    forms.push(total(94, 99));
    let mut gathering = gathered(&[file(json!(forms))]);
    for (language, said) in [
        (
            Language::English,
            "Total 94.99, far below most (the middle half is 100)",
        ),
        (
            Language::Chinese,
            "总分 94.99，明显低于多数（中间一半为 100）",
        ),
    ] {
        gathering.speak(language);
        let outcome = gathering.outcome(0, None);
        let last = outcome.parts.last().unwrap();
        assert_eq!(last.outlier, said);
    }
}

#[test]
fn what_stands_out() {
    let alike = vec![total(100, 0); 8];
    let lower = vec![total(90, 0); 8];
    // The middle half is 70 to 80: one and a half times its width is 15.
    let wide: Vec<_> = [70, 70, 70, 80, 80, 80, 80]
        .map(|points| total(points, 0))
        .to_vec();
    // Of width 3 the fences would be at 4.5: it is 5 at least. Of width 4 they are at 6.
    let narrow = |low, high| {
        [low, low, low, high, high, high, high]
            .map(|points| total(points, 0))
            .to_vec()
    };
    for (others, last, expected) in [
        (&alike, total(95, 0), ""),
        (
            &alike,
            total(94, 99),
            "总分 94.99，明显低于多数（中间一半为 100）",
        ),
        (&lower, total(95, 0), ""),
        (
            &lower,
            total(95, 1),
            "总分 95.01，明显高于多数（中间一半为 90）",
        ),
        (&wide, total(55, 0), ""),
        (
            &wide,
            total(54, 99),
            "总分 54.99，明显低于多数（中间一半为 70–80）",
        ),
        (&wide, total(95, 0), ""),
        (
            &wide,
            total(95, 1),
            "总分 95.01，明显高于多数（中间一半为 70–80）",
        ),
        (&narrow(80, 83), total(75, 0), ""),
        (
            &narrow(80, 83),
            total(74, 99),
            "总分 74.99，明显低于多数（中间一半为 80–83）",
        ),
        (&narrow(80, 84), total(74, 0), ""),
        (
            &narrow(80, 84),
            total(73, 99),
            "总分 73.99，明显低于多数（中间一半为 80–84）",
        ),
        // Rates within 10 points are near.
        (&alike, rate("90"), ""),
        (
            &alike,
            rate("89.9"),
            "执行率 89.9%，明显低于多数（中间一半为 100%）",
        ),
        (&alike, rate("110"), ""),
        (
            &alike,
            rate("110.1"),
            "执行率 110.1%，明显高于多数（中间一半为 100%）",
        ),
        // Both.
        (
            &alike,
            rate("50"),
            "总分 90，明显低于多数（中间一半为 100）；执行率 50%，明显低于多数（中间一半为 100%）",
        ),
        // A total that is not complete is none yet, a rate there may be.
        (&alike, form("某中心", "100", "100", ""), ""),
        (
            &alike,
            form("某中心", "100", "10", ""),
            "执行率 10%，明显低于多数（中间一半为 100%）",
        ),
        (&alike, form("某中心", "0", "0", "100个"), ""),
    ] {
        assert_eq!(outlier(others, last), expected);
    }
    // Below eight parts nothing stands out, nor below eight that can be compared.
    for (others, expected) in [(6, ""), (7, "总分 20，明显低于多数（中间一半为 100）")]
    {
        assert_eq!(
            outlier(&alike[..others], total(20, 0)),
            expected,
            "{others}"
        );
    }
    let mut waiting = alike[..6].to_vec();
    waiting.extend(vec![form("某中心", "100", "100", ""); 5]);
    assert_eq!(outlier(&waiting, total(20, 0)), "");
}

/// Those of another group are others, and stand out there or not.
#[test]
fn what_stands_out_among_its_own() {
    let mut files: Vec<_> = (0..8).map(|_| file(json!([total(100, 0)]))).collect();
    let mut project = project("甲");
    project["goals"][0]["indicators"][0]["actual"] = json!("1个");
    files.push(file(json!([project])));
    let gathering = gathered(&files);
    for chosen in 0..2 {
        assert_eq!(gathering.outcome(chosen, None).outliers, 0, "{chosen}");
    }
}

#[test]
fn the_example() {
    let bytes = include_bytes!("../static/example.juesuan.json");
    let workbook = read_workbook(bytes).unwrap();
    let mut gathering = Gathering::default();
    gathering.add("例.juesuan.json", bytes);
    let first = gathering.outcome(0, None);
    assert_eq!(
        labels(&first),
        [
            "整体自评表（1 张）".to_owned(),
            format!("项目：{}（1 张）", workbook.forms[1].name.trim()),
            format!("项目：{}（1 张）", workbook.forms[2].name.trim()),
            "全部项目自评表（2 张）".to_owned(),
        ]
    );
    let totals: Vec<_> = (0..4)
        .map(|chosen| gathering.outcome(chosen, None).total)
        .collect();
    assert_eq!(totals, ["95", "100", "100", "100"]);
    let projects = gathering.outcome(3, None);
    let actuals: Vec<_> = projects
        .parts
        .iter()
        .map(|part| part.actual.as_str())
        .collect();
    assert_eq!(
        (actuals, &*projects.form.unwrap().execution.actual),
        (vec!["93.5", "84.8"], "178.3")
    );
}

/// Dates are measured against the day it is looked at.
#[test]
fn dates_in_the_future_are_errors_of_a_part() {
    let mut dated = form("甲", "10", "10", "100个");
    dated["filledOn"] = json!("2021-06-02");
    let gathering = gathered(&[file(json!([dated]))]);
    for (day, errors) in [(1, 1), (2, 0)] {
        let today = Date::from_calendar_date(2021, Month::June, day).unwrap();
        assert_eq!(
            gathering.outcome(0, Some(today)).parts[0].errors,
            errors,
            "{day}"
        );
    }
}

/// Forms of every kind: blank, unreadable, of opposite directions, of several units, with rows twice, under
/// different rules.
fn any_form() -> impl Strategy<Value = Value> {
    let pick = |texts: &'static [&'static str]| prop::sample::select(texts);
    let row = (
        pick(&["产出指标", "产出指标", "效益指标"]),
        pick(&["办件", "办件", "满意率", "宣传", ""]),
        pick(&["80", "80", "70", "", "x"]),
        pick(&[
            "100个",
            "≥50个",
            "≤10个",
            "50件",
            "每月5个",
            "90%",
            "按计划",
            "及时",
            "",
            "5x",
        ]),
        pick(&["100个", "60个", "8", "95.5%", "80%", "已完成", "", "12x"]),
        pick(&["", "", "8", "7.25", "x"]),
        pick(&["", "", "met", "partly"]),
        pick(&["", "", "lower", "higher"]),
    );
    let row = row.prop_map(|(category, name, weight, target, actual, claimed, band, direction)| {
        let mut row = json!({ "category": category, "name": name, "weight": weight, "target": target,
            "actual": actual, "claimed": claimed });
        for (field, value) in [("band", band), ("direction", direction)] {
            if !value.is_empty() {
                row[field] = json!(value);
            }
        }
        row
    });
    let goal = (
        pick(&["", "目标甲", "目标乙"]),
        prop::collection::vec(row, 0..4),
    );
    let goal = goal.prop_map(|(name, rows)| json!({ "name": name, "indicators": rows }));
    let head = (
        pick(&["甲", "乙", "丙", ""]),
        pick(&["10", "30", "", "x", "0", "-5"]),
        pick(&["10", "20", "", "12x", "0"]),
        pick(&["", "", "5", "y"]),
        pick(&["", "", "mof-2020", "nowhere"]),
        pick(&["", "已说明", "无"]),
        any::<bool>(),
    );
    (head, prop::collection::vec(goal, 0..3), prop::bool::weighted(0.2)).prop_map(
        |((unit, budget, actual, basic, rules, deviation, project), goals, blank)| {
            let mut form = json!({ "unit": unit, "goals": goals, "deviation": deviation, "ruleSet": rules,
                "basicSpending": basic, "execution": { "budget": budget, "actual": actual } });
            if project {
                form["kind"] = json!("project");
                form["name"] = json!("项目");
            }
            if blank {
                form = json!({ "unit": unit, "ruleSet": rules, "goals": [{ "indicators": [{ "name": "办件", "weight": "80", "target": "5个" }] }] });
            }
            form
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// The same files in whatever order: the same choices, and of each the same form, the same findings
    /// in the same order, and the same parts standing out in the same way.
    #[test]
    fn the_order_of_files_decides_nothing(
        files in prop::collection::vec(prop::collection::vec(any_form(), 1..3), 1..12)
            .prop_flat_map(|files| (Just(files.clone()), Just(files.into_iter().enumerate().collect::<Vec<_>>()).prop_shuffle())),
    ) {
        let (files, shuffled) = files;
        let gather = |files: &[(usize, Vec<Value>)]| {
            let mut gathering = Gathering::default();
            for (name, forms) in files {
                gathering.add(&format!("{name}.juesuan.json"), &file(json!(forms)));
            }
            gathering
        };
        let in_order: Vec<_> = files.into_iter().enumerate().collect();
        let (one, other) = (gather(&in_order), gather(&shuffled));
        let choices = one.outcome(0, None).choices;
        for chosen in 0..choices.len() {
            let [mut a, mut b] = [&one, &other].map(|gathering| gathering.outcome(chosen, None));
            // The table of the parts is that of the files.
            for outcome in [&mut a, &mut b] {
                // Where a file stood in its order.
                outcome.parts.iter_mut().for_each(|part| part.source = 0);
                outcome.parts.sort_by_key(|part| format!("{part:?}"));
            }
            prop_assert_eq!(a, b);
        }
    }

    /// Whatever the forms are, each finding that leaves one out names its unit and file, and nothing
    /// that is read of the others is lost.
    #[test]
    fn one_unreadable_form_spoils_nothing(parts in prop::collection::vec((1_u32..1000, 1_u32..100), 2..30), at in 0..30_usize) {
        let mut files: Vec<Value> = parts
            .iter()
            .map(|(spent, done)| form("某中心", &spent.to_string(), &spent.to_string(), &format!("{done}个")))
            .collect();
        let at = at % files.len();
        files[at]["unit"] = json!("坏");
        files[at]["execution"]["actual"] = json!("12x");
        files[at]["goals"][0]["indicators"][0]["actual"] = json!("1O0");
        let bytes: Vec<_> = files.iter().map(|form| file(json!([form]))).collect();
        let one = outcome(&bytes);
        let others = parts.iter().enumerate().filter(|(i, _)| *i != at);
        let (spent, done) = others.fold((0, 0), |(spent, done), (_, (s, d))| (spent + s, done + d));
        let form = one.form.as_ref().unwrap();
        let plain = |text: &str| text.replace([',', '个'], "");
        prop_assert_eq!(plain(&form.execution.actual), spent.to_string());
        prop_assert_eq!(plain(&form.execution.budget), spent.to_string());
        prop_assert_eq!(plain(&form.goals[0].indicators[0].actual), done.to_string());
        let named = format!("“坏”（{}.juesuan.json）", at + 1);
        let about: Vec<_> = one.findings.iter().filter(|said| said.message.contains("没有计入")).collect();
        prop_assert_eq!(about.len(), 2);
        prop_assert!(about.iter().all(|said| said.message.contains(&named)), "{about:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    /// Every form is in one group of its own kind, and in that of all projects where there is one.
    #[test]
    fn every_form_is_in_its_group(names in prop::collection::vec(prop::option::of(0..4_usize), 1..20)) {
        let projects = ["甲", "乙", "丙", "丁"];
        let files: Vec<_> = names
            .iter()
            .map(|name| match name {
                Some(name) => file(json!([project(projects[*name])])),
                None => file(json!([form("某中心", "10", "10", "100个")])),
            })
            .collect();
        let gathering = gathered(&files);
        let first = gathering.outcome(0, None);
        let all = first.choices.last().filter(|choice| choice.label.starts_with("全部"));
        let apart = first.choices.len() - usize::from(all.is_some());
        let sizes: Vec<_> = first.choices[..apart].iter().map(|choice| choice.forms).collect();
        prop_assert!(sizes.is_sorted_by(|a, b| a >= b));
        prop_assert_eq!(sizes.iter().sum::<usize>(), files.len());
        let of_projects = names.iter().flatten().count();
        let mut kinds: Vec<_> = names.iter().flatten().collect();
        kinds.sort_unstable();
        kinds.dedup();
        prop_assert_eq!(all.map(|all| all.forms), (kinds.len() > 1).then_some(of_projects));
        let mut seen = Vec::new();
        for chosen in 0..apart {
            seen.extend(gathering.outcome(chosen, None).parts.into_iter().map(|part| part.file));
        }
        seen.sort_unstable();
        let mut expected: Vec<_> = (1..=files.len()).map(|at| format!("{at}.juesuan.json")).collect();
        expected.sort_unstable();
        prop_assert_eq!(seen, expected);
    }

    /// Whatever a file is: it is read, or there is a sentence about it.
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..100), at in 0..200_usize, byte in 0_u8..128) {
        let mut damaged = file(json!([form("甲", "100", "90", "97个")]));
        let at = at % damaged.len();
        damaged[at] = byte;
        for bytes in [bytes, damaged] {
            let outcome = gathered(&[bytes]).outcome(0, None);
            let read: usize = outcome.choices.iter().map(|choice| choice.forms).sum();
            prop_assert_eq!(outcome.failed.len(), usize::from(read == 0));
            prop_assert!(outcome.failed.iter().all(|failed| failed.why.ends_with(['。', '）'])));
        }
    }
}

/// A workbook whose table 03 has an amount for a subject, and the form that holds the name of the unit.
fn with_accounts(unit: &str, year: &str, amount: &str) -> Vec<u8> {
    let mut workbook = Workbook::new(year, unit, "mof-2020");
    let fill = juesuan::accounts::Change::Fill {
        table: juesuan::accounts::TableNo::SPENDING,
        filled: vec![juesuan::accounts::Filled {
            row: juesuan::accounts::Target::Subject {
                code: "2010301".to_owned(),
                name: String::new(),
            },
            cells: vec![(juesuan::accounts::Column::Basic, amount.to_owned())],
        }],
    };
    workbook = workbook.edited(&juesuan::Edit::Accounts(fill)).unwrap();
    juesuan::exchange::write_workbook(&workbook).into_bytes()
}

/// Final accounts of several files are added; what does not go together is said, whatever the order of the files.
#[test]
fn accounts_are_added_beside_forms() {
    let blank = juesuan::exchange::write_workbook(&Workbook::new("2024", "丙", "mof-2020"));
    for (what, files, sum, year, units, said, forms) in [
        (
            "two units",
            vec![
                with_accounts("甲", "2024", "5"),
                with_accounts("乙", "2024年度", "6.5"),
            ],
            Some("11.5"),
            "2024",
            "乙 甲",
            "",
            0,
        ),
        (
            "a form among them",
            vec![
                with_accounts("甲", "2024", "5"),
                file(json!([form("丁", "10", "9", "90个")])),
            ],
            Some("5"),
            "2024",
            "甲",
            "",
            1,
        ),
        (
            "the same unit twice",
            vec![
                with_accounts("甲", "2024", "5"),
                with_accounts("甲", "2024", "5"),
            ],
            Some("10"),
            "2024",
            "甲 甲",
            "error 甲",
            0,
        ),
        (
            "of another year",
            vec![
                with_accounts("甲", "2024", "5"),
                with_accounts("乙", "2024", "5"),
                with_accounts("丙", "2023", "5"),
            ],
            Some("15"),
            "",
            "丙 乙 甲",
            "error 丙",
            0,
        ),
        (
            "nothing filled in",
            vec![blank.into_bytes()],
            None,
            "",
            "",
            "",
            1,
        ),
    ] {
        let turned: Vec<Vec<u8>> = files.iter().rev().cloned().collect();
        for files in [files, turned] {
            let outcome = outcome(&files);
            let gathered = outcome.accounts.as_ref();
            let found = gathered.and_then(|gathered| {
                let no = juesuan::accounts::TableNo::SPENDING;
                let line = gathered.accounts.line_with(no, "2010301")?;
                let column = juesuan::accounts::Column::Basic;
                let cell = juesuan::accounts::Cell::Line(no, line, column);
                Some(gathered.accounts.cell(cell)?.to_string())
            });
            assert_eq!(found.as_deref(), sum, "{what}");
            assert_eq!(gathered.map_or("", |one| &one.year), year, "{what}");
            let named = gathered.map_or_else(String::new, |one| one.units.join(" "));
            assert_eq!(named, units, "{what}");
            let of_accounts = outcome.findings.iter();
            let of_accounts: Vec<String> = of_accounts
                .filter(|said| forms == 0 && said.severity == "error")
                .map(|said| format!("{} {}", said.severity, said.place))
                .collect();
            assert_eq!(of_accounts.join(", "), said, "{what}");
            assert_eq!(outcome.parts.len(), forms, "{what}");
        }
    }
}

#[test]
fn who_is_missing() {
    let units = ["某中心".to_owned(), "Ａ 局".to_owned()];
    for (expected, missing) in [
        ("", ""),
        ("某中心", ""),
        ("某中心\n某局", "某局"),
        ("某局\r\n某局\r\n\r\n 某所 ", "某局 某所"),
        ("A局", ""),
        ("某 中 心\tA 局", ""),
        ("某中", "某中"),
    ] {
        let found = juesuan::exchange::missing(expected, &units).join(" ");
        assert_eq!(found, missing, "{expected:?}");
    }
}
