//! Scales of any number of bands: which lists can be used, what belongs to which band, and what older
//! files and other rules make of a band.

use juesuan::evaluation::{
    BandKey, Cell, Form, RuleSet, ScoreStatus, consolidate_sources, evaluate, rule_set,
};
use juesuan::evaluation::{ConsolidationSource, Rules};
use juesuan::exchange::{read_rules, read_workbook, recognise, write_rules, write_workbook};
use juesuan::figure::{Number, number};
use juesuan::finding::{Code, Finding};
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Edit, Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Of no place: four bands, made up.
const FOUR: [(&str, &str, &str); 4] = [
    ("full", "完成", "90"),
    ("mostly", "基本完成", "80"),
    ("partly", "部分完成", "60"),
    ("none", "未完成", "0"),
];

fn bands(list: &[(&str, &str, &str)]) -> Value {
    let band =
        |(key, name, from): &(&str, &str, &str)| json!({ "key": key, "name": name, "from": from });
    list.iter().map(band).collect()
}

/// The rules of Wuhan under another id, with other bands, as JSON.
fn own(bands: Value) -> Value {
    let mut rules = serde_json::to_value(&**rule_set("wuhan-2020").unwrap()).unwrap();
    rules["id"] = json!("own-bands");
    rules["name"] = json!("四档规则");
    rules["bands"] = bands;
    rules
}

fn four() -> RuleSet {
    serde_json::from_value(own(bands(&FOUR))).unwrap()
}

/// An indicator in words worth 10, alone in its form.
fn judged(band: &str, awarded: &str) -> Form {
    serde_json::from_value(json!({
        "execution": { "budget": "100", "actual": "100" },
        "goals": [{ "indicators": [{
            "name": "宣传", "weight": "10", "target": "按计划", "actual": "已完成", "band": band, "awarded": awarded
        }] }]
    }))
    .unwrap()
}

fn of_indicator(findings: &[Finding<Cell>]) -> Vec<Code> {
    let own = findings
        .iter()
        .filter(|f| matches!(f.cell, Cell::Indicator(..)) && f.code != Code::WeightsTotal);
    own.map(|f| f.code).collect()
}

#[test]
fn scores_of_four_bands() {
    const IN: &[Code] = &[];
    const OUT: &[Code] = &[Code::ScoreOutsideBand];
    for (band, points, said) in [
        ("full", "10.01", OUT),
        ("full", "10", IN),
        ("full", "9", IN),
        ("full", "8.99", OUT),
        ("mostly", "9", OUT),
        ("mostly", "8.99", IN),
        ("mostly", "8", IN),
        ("mostly", "7.99", OUT),
        ("partly", "8", OUT),
        ("partly", "7.99", IN),
        ("partly", "6", IN),
        ("partly", "5.99", OUT),
        ("none", "6", OUT),
        ("none", "5.99", IN),
        ("none", "0", IN),
    ] {
        let one = evaluate(&judged(band, points), Some(&four()), None);
        let score = &one.goals[0].indicators[0];
        assert_eq!(of_indicator(&one.findings), said, "{band} {points}");
        assert_eq!(score.status, ScoreStatus::Computed, "{band} {points}");
        // Whatever is not in the best band was not met, and its cause is asked for.
        assert_eq!(score.missed, band != "full", "{band} {points}");
    }
}

#[test]
fn sentences_name_the_bands_of_the_rules() {
    for (band, points, working, said) in [
        ("full", "9.5", "完成：10 × 90–100%，评定 9.5", ""),
        ("mostly", "8.5", "基本完成：10 × 80–90%，评定 8.5", ""),
        ("none", "3", "未完成：10 × 0–60%，评定 3", ""),
        (
            "mostly",
            "9",
            "基本完成：10 × 80–90%，评定 9",
            "得分 9 不在“基本完成”档内：应在 8–9（不含） 分 之间，请改得分或改档次。",
        ),
        (
            "full",
            "",
            "",
            "定性指标评为“完成”，还没有得分：请在 9–10 分 之间评定。",
        ),
        (
            "met",
            "9",
            "",
            "评分规则“四档规则”没有代号为“met”的档次，暂时不能计分：请在“完成”“基本完成”“部分完成”“未完成”中重新选择，或改用原来的评分规则。",
        ),
    ] {
        let one = evaluate(&judged(band, points), Some(&four()), None);
        let findings = one.findings.iter();
        let messages: Vec<_> = findings
            .filter(|f| matches!(f.cell, Cell::Indicator(..)) && f.code != Code::WeightsTotal)
            .map(|f| f.message())
            .collect();
        assert_eq!(messages.join(""), said, "{band} {points}");
        assert_eq!(
            one.goals[0].indicators[0].working.in_chinese(),
            working,
            "{band} {points}"
        );
    }
}

#[test]
fn the_documented_list_is_this_one() {
    let text = include_str!("../docs/rules.md");
    let (_, block) = text.split_once("```json\n\"bands\": ").unwrap();
    let (list, _) = block.split_once("```").unwrap();
    assert_eq!(serde_json::from_str::<Value>(list).unwrap(), bands(&FOUR));
}

/// The sentence for each fault of a list, and a near miss that can be used.
#[test]
fn lists_that_cannot_be_used() {
    let many = |count: usize| -> Value {
        let band = |i: usize| json!({ "key": format!("b{i}"), "name": format!("第{i}档"), "from": (count - 1 - i).to_string() });
        (0..count).map(band).collect()
    };
    let with = |at: usize, field: &str, value: &str| {
        let mut list = bands(&FOUR);
        list[at][field] = json!(value);
        list
    };
    for (faulty, said, near) in [
        (
            json!([]),
            "定性档次有 0 档，应有 2 到 10 档：请改正 bands。",
            many(2),
        ),
        (
            many(1),
            "定性档次有 1 档，应有 2 到 10 档：请改正 bands。",
            many(2),
        ),
        (
            many(11),
            "定性档次有 11 档，应有 2 到 10 档：请改正 bands。",
            many(10),
        ),
        (
            with(1, "key", "基本"),
            "定性档次的代号 key“基本”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 met。",
            with(1, "key", "2-mostly"),
        ),
        (
            with(1, "key", ""),
            "定性档次的代号 key“”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 met。",
            with(1, "key", "m"),
        ),
        (
            with(3, "key", "full"),
            "定性档次的代号 key“full”重复：各档的代号应互不相同，请改正 bands。",
            with(3, "key", "full-not"),
        ),
        (
            with(2, "name", " "),
            "定性档次“partly”没有名称：请填写 bands 中的 name。",
            with(2, "name", "部"),
        ),
        (
            with(2, "name", "完成 "),
            "有两个定性档次都叫“完成 ”：各档的名称应互不相同，请改正 bands。",
            with(2, "name", "部分完成 "),
        ),
        (
            with(1, "from", "90"),
            "定性档次的下限应依次降低并在 0 与 100 之间，现在是 90、90、60、0：请改正 bands。",
            with(1, "from", "89.9999999999"),
        ),
        (
            with(1, "from", "95"),
            "定性档次的下限应依次降低并在 0 与 100 之间，现在是 90、95、60、0：请改正 bands。",
            with(1, "from", "60.0000000001"),
        ),
        (
            with(0, "from", "100"),
            "定性档次的下限应依次降低并在 0 与 100 之间，现在是 100、80、60、0：请改正 bands。",
            with(0, "from", "99.9"),
        ),
        (
            with(3, "from", "-1"),
            "定性档次的下限应依次降低并在 0 与 100 之间，现在是 90、80、60、-1：请改正 bands。",
            with(3, "from", "0.00"),
        ),
        (
            with(3, "from", "1"),
            "定性档次的最后一档“未完成”下限是 1，应为 0，否则低分无档可归：请改正 bands。",
            with(2, "from", "1"),
        ),
    ] {
        let error = read_rules(own(faulty.clone()).to_string().as_bytes()).unwrap_err();
        assert_eq!(
            error.in_chinese(),
            format!("规则不能使用：{said}"),
            "{faulty}"
        );
        let near = read_rules(own(near).to_string().as_bytes());
        assert!(near.is_ok(), "{said}: {near:?}");
    }
}

/// What older files and scripts wrote in place of a list, alone or beside one.
#[test]
fn two_bounds_in_place_of_a_list() {
    const OLD: [(&str, &str); 3] = [
        ("met", "达成预期"),
        ("partly", "部分达成"),
        ("unmet", "未达成"),
    ];
    const WUHAN: [(&str, &str); 3] = [
        ("met", "达成预期指标"),
        ("partly", "部分达成预期指标并具有一定效果"),
        ("unmet", "未达成预期指标且效果较差"),
    ];
    let standard = serde_json::to_value(&rule_set("wuhan-2020").unwrap().bands).unwrap();
    for (list, id, names) in [
        (None, "own-bands", OLD),
        (Some(json!([])), "own-bands", OLD),
        (None, "wuhan-2020", WUHAN),
        (None, "mof-2020-own", OLD),
        // The bounds of a script, laid over what it was given.
        (Some(standard), "own-bands", WUHAN),
    ] {
        let mut rules = own(Value::Null);
        rules["id"] = json!(id);
        rules["bandsFrom"] = json!({ "met": "75", "partly": 40 });
        match &list {
            Some(list) => rules["bands"] = list.clone(),
            None => drop(rules.as_object_mut().unwrap().remove("bands")),
        }
        let read: RuleSet = serde_json::from_value(rules).unwrap();
        assert_eq!(read.check(), Ok(()), "{id} {list:?}");
        let expected = names.iter().zip(["75", "40", "0"]);
        let expected: Vec<_> = expected.map(|((k, n), from)| (*k, *n, from)).collect();
        let written = serde_json::to_value(&read).unwrap();
        assert_eq!(written["bands"], bands(&expected), "{id} {list:?}");
        assert_eq!(written.get("bandsFrom"), None);
    }
}

/// Which of the two is meant nobody can know: both are kept, and said.
#[test]
fn two_bounds_beside_other_bands() {
    let mut rules = own(bands(&FOUR));
    rules["bandsFrom"] = json!({ "met": "75", "partly": "40" });
    let error = read_rules(rules.to_string().as_bytes()).unwrap_err();
    assert_eq!(
        error.in_chinese(),
        "规则不能使用：定性档次既写在 bands，又写在 bandsFrom，两处的档次不同：请只留 bands，删去 bandsFrom。"
    );
    let read: RuleSet = serde_json::from_value(rules.clone()).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), with_defaults(rules));
}

/// As a rule set writes itself.
fn with_defaults(mut rules: Value) -> Value {
    let plain = serde_json::to_value(four()).unwrap();
    for (field, value) in plain.as_object().unwrap() {
        rules
            .as_object_mut()
            .unwrap()
            .entry(field)
            .or_insert(value.clone());
    }
    rules
}

/// A built-in set as an older version exported it is still that very set, also in a workbook.
#[test]
fn built_in_sets_of_older_files() {
    for rules in juesuan::evaluation::built_in() {
        let mut old = serde_json::to_value(&**rules).unwrap();
        let list = old.as_object_mut().unwrap().remove("bands").unwrap();
        old["bandsFrom"] = json!({ "met": list[0]["from"], "partly": list[1]["from"] });
        assert_eq!(
            read_rules(old.to_string().as_bytes()).as_ref(),
            Ok(&**rules)
        );
        let file = json!({ "format": 3, "ruleSet": rules.id, "ruleSets": [old], "forms": [judged("met", "9")] });
        let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
        assert_eq!(workbook.rule_sets[0], *rules);
        let said = assess(&workbook, None);
        let said = said.forms[0].findings.iter();
        assert_eq!(
            said.filter(|f| f.code == Code::RuleSetBeside).count(),
            0,
            "{}",
            rules.id
        );
    }
}

#[test]
fn four_bands_in_files() {
    let text = write_rules(&four());
    assert_eq!(read_rules(text.as_bytes()), Ok(four()));
    let mut workbook = Workbook::of(judged("mostly", "8"), "2024");
    workbook.rule_sets.push(four().into());
    workbook.rule_set = "own-bands".to_owned();
    let text = write_workbook(&workbook);
    assert!(text.contains("\"band\": \"mostly\""), "{text}");
    assert_eq!(read_workbook(text.as_bytes()).unwrap(), workbook);
    // Under other rules the key decides: what they do not have stays, waits and says so.
    for (id, band, status, said) in [
        ("own-bands", "mostly", ScoreStatus::Computed, &[][..]),
        (
            "own-bands",
            "partly",
            ScoreStatus::Computed,
            &[Code::ScoreOutsideBand],
        ),
        (
            "own-bands",
            "met",
            ScoreStatus::Waiting,
            &[Code::BandUnknown],
        ),
        (
            "mof-2020",
            "mostly",
            ScoreStatus::Waiting,
            &[Code::BandUnknown],
        ),
        (
            "mof-2020",
            "partly",
            ScoreStatus::Computed,
            &[Code::ScoreOutsideBand],
        ),
        ("mof-2020", "met", ScoreStatus::Computed, &[]),
    ] {
        let set = Edit::SetBand {
            form: 0,
            goal: 0,
            row: 0,
            band: BandKey::new(band),
        };
        let other = workbook.edited(&set).unwrap();
        let other = other
            .edited(&Edit::SetRuleSet { id: id.to_owned() })
            .unwrap();
        let form = &assess(&other, None).forms[0];
        assert_eq!(form.goals[0].indicators[0].status, status, "{id} {band}");
        assert_eq!(of_indicator(&form.findings), said, "{id} {band}");
        let kept = other.forms[0].goals[0].indicators[0].band.as_ref();
        assert_eq!(kept.map(BandKey::as_str), Some(band));
    }
}

#[test]
fn bands_of_a_form_as_json() {
    let form = |band: Value| {
        serde_json::from_value::<Form>(json!({ "goals": [{ "indicators": [{ "band": band }] }] }))
            .map(|form| {
                form.goals[0].indicators[0]
                    .band
                    .as_ref()
                    .map(BandKey::to_string)
            })
            .ok()
    };
    for key in ["met", "partly", "unmet", "mostly", "4", "a-b"] {
        assert_eq!(form(json!(key)), Some(Some(key.to_owned())), "{key}");
    }
    assert_eq!(form(Value::Null), Some(None));
    for none in [
        json!(""),
        json!("达成预期"),
        json!("Met"),
        json!(" met"),
        json!(1),
        json!("x".repeat(41)),
    ] {
        assert_eq!(form(none.clone()), None, "{none}");
    }
}

/// Points are averaged with the amounts, and the average is put in its band.
#[test]
fn four_bands_together() {
    for (parts, points, band) in [
        ([("10", "full", "10"), ("30", "full", "9")], "9.25", "full"),
        ([("10", "full", "10"), ("10", "mostly", "8")], "9", "full"),
        (
            [("10", "full", "9.98"), ("10", "mostly", "8")],
            "8.99",
            "mostly",
        ),
        (
            [("10", "mostly", "8"), ("10", "partly", "7")],
            "7.5",
            "partly",
        ),
        ([("10", "full", "9"), ("30", "none", "1")], "3", "none"),
        ([("10", "none", "0"), ("30", "none", "0")], "0", "none"),
    ] {
        let forms = parts.map(|(spent, band, awarded)| {
            let mut form = judged(band, awarded);
            form.execution.budget = spent.into();
            form.execution.actual = spent.into();
            form
        });
        let rules = std::sync::Arc::new(four());
        let sources = forms.iter().map(|form| ConsolidationSource {
            form,
            file: "",
            rules: Rules::Known(rules.clone()),
        });
        let one = consolidate_sources(&sources.collect::<Vec<_>>(), None).unwrap();
        let indicator = &one.form.goals[0].indicators[0];
        assert_eq!(&*indicator.awarded, points);
        let key = indicator.band.as_ref().map(BandKey::as_str);
        assert_eq!(key, Some(band), "{points}");
        assert!(
            !of_indicator(&one.evaluation.findings).contains(&Code::ScoreOutsideBand),
            "{points}"
        );
    }
}

/// Findings set aside while three names served all rules stay so, and are taken up again.
#[test]
fn findings_set_aside_under_the_older_names() {
    let aside = |message: &str| {
        let mut form = serde_json::to_value(judged("met", "7")).unwrap();
        form["goals"][0]["indicators"][0]["claimed"] = json!("9");
        form["setAside"] = json!(["score-outside-band", "score-differs"].map(|code| {
            let field = if code == "score-differs" { "claimed" } else { "awarded" };
            json!({ "code": code, "path": format!("goals[0].indicators[0].{field}"), "message": message, "reason": "已请示" })
        }));
        let mut workbook = Workbook::of(serde_json::from_value(form).unwrap(), "2020");
        recognise(&mut workbook, None);
        workbook
    };
    for (message, code) in [
        (
            "得分 7 不在“达成预期”档内：应在 8–10 分 之间，请改得分或改档次。",
            Some(Code::ScoreOutsideBand),
        ),
        (
            "得分 7 不在“达成预期指标”档内：应在 8–10 分 之间，请改得分或改档次。",
            Some(Code::ScoreOutsideBand),
        ),
        (
            "得分 7 不在“部分达成”档内：应在 8–10 分 之间，请改得分或改档次。",
            None,
        ),
        (
            "得分 9 与规则不符：达成预期：10 × 80–100%，评定 7，请改为 7 或说明依据。",
            Some(Code::ScoreDiffers),
        ),
    ] {
        let workbook = aside(message);
        let form = &assess(&workbook, None).forms[0];
        let found: Vec<_> = form
            .findings
            .iter()
            .filter(|f| f.set_aside.is_some())
            .collect();
        assert_eq!(
            found.iter().map(|f| f.code).collect::<Vec<_>>(),
            Vec::from_iter(code),
            "{message}"
        );
        let Some(finding) = found.first() else {
            continue;
        };
        let again = Edit::SetAside {
            form: 0,
            code: finding.code.as_str(),
            cell: finding.cell,
            arguments: finding.arguments(),
            reason: String::new(),
        };
        let again = workbook.edited(&again).unwrap();
        let form = &assess(&again, None).forms[0];
        assert!(
            form.findings.iter().all(|f| f.set_aside.is_none()),
            "{message}"
        );
    }
}

/// Lists that pass the check: two to ten bounds, descending to 0, with up to ten decimals.
fn usable() -> impl Strategy<Value = RuleSet> {
    let bound = (1_u64..1_000_000_000_000, 0_u32..=10);
    let bound = bound.prop_map(|(units, places)| {
        // Fewer decimals too: bounds such as 80 and 62.5 are the usual ones.
        let step = 10_u64.pow(places);
        (units / step * step).max(1)
    });
    prop::collection::btree_set(bound, 1..=9).prop_map(|bounds| {
        let texts = bounds.iter().rev().map(|units| {
            format!("{}.{:010}", units / 10_000_000_000, units % 10_000_000_000)
        });
        let texts: Vec<String> = texts.chain(["0".to_owned()]).collect();
        let band = |(i, from): (usize, &String)| json!({ "key": format!("b{i}"), "name": format!("第{i}档"), "from": from });
        let list: Value = texts.iter().enumerate().map(band).collect();
        serde_json::from_value(own(list)).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Every score from 0 to the weight is in one band and one only, at the bounds too, whatever the weight.
    #[test]
    fn a_usable_list_covers_every_score_once(
        rules in usable(),
        weight in "(0|[1-9][0-9]{0,17})(\\.[0-9]{1,10})?",
        part in 0_u32..=1000,
    ) {
        prop_assert_eq!(rules.check(), Ok(()));
        let weight = number(&weight).unwrap();
        let some = |share: rust_decimal::Decimal| {
            let points = (weight.decimal() / rust_decimal::Decimal::ONE_THOUSAND * share).round_dp(10);
            Number::new(points.min(weight.decimal())).unwrap()
        };
        let mut scores = vec![Number::ZERO, weight, some(part.into())];
        scores.extend(rules.bands.iter().map(|band| some(band.from.decimal() * rust_decimal::Decimal::TEN)));
        for points in scores {
            let holding: Vec<_> = rules.scale().filter(|band| band.hold(points, weight)).collect();
            prop_assert_eq!(holding.len(), 1, "{} of {}", points, weight);
            let key = BandKey::new(&holding[0].band.key).unwrap();
            let form = judged(key.as_str(), &points.to_string());
            let mut form = serde_json::to_value(form).unwrap();
            form["goals"][0]["indicators"][0]["weight"] = json!(weight.to_string());
            let one = evaluate(&serde_json::from_value(form).unwrap(), Some(&rules), None);
            let said: Vec<_> = one.findings.iter().filter(|f| f.code == Code::ScoreOutsideBand).collect();
            prop_assert!(said.is_empty(), "{:?}", said);
        }
    }

    /// Whatever list is written: it is read, checked, evaluated and written without a panic.
    #[test]
    fn no_list_makes_anything_panic(
        list in prop::collection::vec(("[a-c]{0,2}|甲", "[甲乙 ]{0,2}", "-?[0-9]{1,18}(\\.[0-9]{1,10})?"), 0..12),
        band in "[a-c]{1,2}",
        awarded in "-?[0-9]{0,18}(\\.[0-9]{1,10})?",
    ) {
        let json: Value = list.iter().map(|(key, name, from)| json!({ "key": key, "name": name, "from": from })).collect();
        let rules: RuleSet = serde_json::from_value(own(json)).unwrap();
        let _ = (rules.check(), write_rules(&rules));
        let form = judged(&band, &awarded);
        evaluate(&form, Some(&rules), None);
        let rules = std::sync::Arc::new(rules);
        let source = || ConsolidationSource { form: &form, file: "", rules: Rules::Known(rules.clone()) };
        let _ = consolidate_sources(&[source(), source()], None);
    }
}
