//! Rule sets as files: what comes back as it was, and what is refused, each in a whole sentence.

use juesuan::evaluation::{Form, RuleSet, built_in, effects, evaluate, rule_set};
use juesuan::exchange::{
    RULES_EXTENSION, RuleFileError, read_rules, read_workbook, write_rules, write_workbook,
};
use juesuan::finding::Code;
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Edit, Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is put where in the JSON of a rule set, by pointer.
type Edits = Vec<(&'static str, Value)>;

/// A built-in rule set under an id of one's own, changed.
#[track_caller]
fn changed(id: &str, edits: &[(&str, Value)]) -> Value {
    let mut rules = serde_json::to_value(&**rule_set(id).unwrap()).unwrap();
    rules["id"] = json!("own-2020");
    for (pointer, value) in edits {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match rules.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = value.clone(),
            object => object[key] = value.clone(),
        }
    }
    rules
}

#[track_caller]
fn refused(bytes: &[u8], sentence: &str) {
    let head: String = String::from_utf8_lossy(bytes).chars().take(80).collect();
    match read_rules(bytes) {
        Err(error) => assert_eq!(error.in_chinese(), sentence, "{head}"),
        Ok(rules) => panic!("{head}: read as {}", rules.id),
    }
}

/// The changed set is refused in this sentence; with the other changes it is read, and as it is.
#[track_caller]
fn faulty(id: &str, edits: Edits, sentence: &str, near: Edits) {
    refused(
        changed(id, &edits).to_string().as_bytes(),
        &format!("规则不能使用：{sentence}"),
    );
    let near = changed(id, &near);
    let read = read_rules(near.to_string().as_bytes())
        .unwrap_or_else(|e| panic!("{sentence} near: {e:?}"));
    assert_eq!(read, serde_json::from_value(near).unwrap());
}

#[test]
fn every_built_in_set_comes_back_as_it_was() {
    for rules in built_in() {
        let text = write_rules(rules);
        assert_eq!(read_rules(text.as_bytes()).as_ref(), Ok(&**rules));
        let marked = format!("\u{feff}\r\n{text}\n");
        assert_eq!(read_rules(marked.as_bytes()).as_ref(), Ok(&**rules));
        // For people: indented, and nobody's Chinese is escaped.
        let head = format!(
            "{{\n  \"id\": \"{}\",\n  \"name\": \"{}\",",
            rules.id, rules.name
        );
        assert!(text.starts_with(&head), "{text}");
    }
    assert_eq!(RULES_EXTENSION, ".rules.json");
}

#[test]
fn the_files_of_the_program_can_be_imported() {
    for (id, file) in [
        (
            "wuhan-2020",
            include_bytes!("../rules/wuhan-2020.json").as_slice(),
        ),
        ("mof-2020", include_bytes!("../rules/mof-2020.json")),
        ("sichuan-2023", include_bytes!("../rules/sichuan-2023.json")),
        ("hubei-2019", include_bytes!("../rules/hubei-2019.json")),
    ] {
        assert_eq!(read_rules(file).as_ref(), Ok(&**rule_set(id).unwrap()));
    }
}

#[test]
fn ids() {
    const SHOULD: &str = "不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 wuhan-2020。";
    let long = "a".repeat(41);
    for (id, shown) in [
        ("", ""),
        ("Wuhan-2020", "Wuhan-2020"),
        ("wuhan_2020", "wuhan_2020"),
        ("wuhan 2020", "wuhan 2020"),
        ("武汉", "武汉"),
        (&long, &long[..40]),
    ] {
        faulty(
            "wuhan-2020",
            vec![("/id", json!(id))],
            &format!("代号 id“{shown}”{SHOULD}"),
            vec![("/id", json!(long[..40]))],
        );
    }
    for id in ["a", "2020", "-", "wuhan-2021"] {
        let rules = changed("wuhan-2020", &[("/id", json!(id))]);
        assert_eq!(read_rules(rules.to_string().as_bytes()).unwrap().id, id);
    }
}

#[test]
fn what_is_left_blank() {
    for (pointer, sentence) in [
        ("/name", "name 没有填写：规则集必须写明名称。"),
        (
            "/source/title",
            "source.title 没有填写：规则集必须写明依据的文件。",
        ),
        (
            "/source/issuer",
            "source.issuer 没有填写：规则集必须写明依据的发文单位。",
        ),
        (
            "/words/execution",
            "words.execution 没有填写：规则集必须写明预算执行的计分口径。",
        ),
        (
            "/words/higher",
            "words.higher 没有填写：规则集必须写明正向指标的计分口径。",
        ),
        (
            "/words/lower",
            "words.lower 没有填写：规则集必须写明反向指标的计分口径。",
        ),
        (
            "/words/bands",
            "words.bands 没有填写：规则集必须写明定性指标的分档。",
        ),
        (
            "/categories/1/name",
            "categories.name 没有填写：规则集必须写明一级指标的名称。",
        ),
    ] {
        for blank in ["", " \u{3000}\n"] {
            let near = vec![(pointer, json!("甲"))];
            faulty("wuhan-2020", vec![(pointer, json!(blank))], sentence, near);
        }
    }
    // A note and the words of over-fulfilment may be left out.
    let without = changed(
        "mof-2020",
        &[
            ("/source/note", json!("")),
            ("/words/farAbove", json!(null)),
        ],
    );
    assert!(read_rules(without.to_string().as_bytes()).is_ok());
}

#[test]
fn points() {
    let points = |execution: &str, indicators: &str| {
        vec![
            ("/executionPoints", json!(execution)),
            ("/indicatorPoints", json!(indicators)),
            ("/projectTemplate", json!([])),
        ]
    };
    for (execution, indicators) in [
        ("20", "79.9"),
        ("20", "80.1"),
        ("-20", "120"),
        ("100", "0"),
        ("120", "-20"),
    ] {
        faulty(
            "wuhan-2020",
            points(execution, indicators),
            &format!(
                "预算执行 {execution} 分与指标 {indicators} 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。"
            ),
            points("0", "100"),
        );
    }
    for (execution, indicators) in [("19.9", "80.1"), ("99.9999999999", "0.0000000001")] {
        let rules = changed("wuhan-2020", &points(execution, indicators));
        assert!(
            read_rules(rules.to_string().as_bytes()).is_ok(),
            "{execution}"
        );
    }
}

#[test]
fn categories() {
    faulty(
        "wuhan-2020",
        vec![("/categories", json!([]))],
        "没有一级指标：categories 至少要有一项。",
        vec![(
            "/categories",
            json!([{ "name": "指标", "stems": ["指标"], "dimensions": [] }]),
        )],
    );
    for (pointer, value) in [
        ("/categories/0/stems", json!([])),
        ("/categories/0/stems", json!(["产出", " "])),
        ("/categories/0/dimensions", json!(["数量", ""])),
    ] {
        faulty(
            "wuhan-2020",
            vec![(pointer, value)],
            "一级指标“产出指标”没有可供识别的词：stems 里的词不能为空。",
            vec![("/categories/0/dimensions", json!([]))],
        );
    }
    for (points, sum) in [("49", "89"), ("50.5", "90.5")] {
        faulty(
            "mof-2020",
            vec![("/categories/0/points", json!(points))],
            &format!("各一级指标的分值合计 {sum} 分，不等于指标总分 90 分：请改正 points。"),
            vec![
                ("/categories/0/points", json!("49.5")),
                ("/categories/1/points", json!("30.5")),
            ],
        );
    }
    // Where the rules leave the points of one open, there is nothing to add up.
    let open = changed(
        "mof-2020",
        &[
            ("/categories/0/points", json!("49")),
            ("/categories/1/points", json!(null)),
        ],
    );
    assert!(read_rules(open.to_string().as_bytes()).is_ok());
    // But those that are given fit into the whole.
    faulty(
        "mof-2020",
        vec![
            ("/categories/0/points", json!("90.01")),
            ("/categories/1/points", json!(null)),
            ("/categories/2/points", json!(null)),
        ],
        "写明的一级指标分值合计 90.01 分，超过指标总分 90 分：请改正 points。",
        vec![
            ("/categories/0/points", json!("90")),
            ("/categories/1/points", json!(null)),
            ("/categories/2/points", json!(null)),
        ],
    );
    // Lists that every row is looked up in have an end.
    let words = |count: usize| json!(vec!["词"; count]);
    for (pointer, name) in [
        ("/categories/0/stems", "stems"),
        ("/categories/0/dimensions", "dimensions"),
        ("/notes", "notes"),
    ] {
        faulty(
            "wuhan-2020",
            vec![(pointer, words(201))],
            &format!("{name} 有 201 项，最多 200 项：请删减。"),
            vec![(pointer, words(200))],
        );
    }
}

#[test]
fn bands_and_grades() {
    let bands =
        |met: &str, partly: &str| vec![("/bandsFrom", json!({ "met": met, "partly": partly }))];
    for (met, partly) in [
        ("50", "80"),
        ("80", "80"),
        ("100", "50"),
        ("80", "0"),
        ("80", "-1"),
        ("120", "110"),
    ] {
        faulty(
            "wuhan-2020",
            bands(met, partly),
            &format!(
                "定性档次的下限应依次降低并在 0 与 100 之间，现在是 {met}、{partly}、0：请改正 bands。"
            ),
            bands("99.9", "0.1"),
        );
    }
    faulty(
        "mof-2020",
        vec![("/grades/1/name", json!(" "))],
        "grades.name 没有填写：规则集必须写明等级的名称。",
        vec![("/grades/1/name", json!("良好"))],
    );
    for (pointer, from, name) in [
        ("/grades/1/from", "90", "良"),
        ("/grades/1/from", "95", "良"),
        ("/grades/0/from", "100.1", "优"),
        ("/grades/3/from", "-1", "差"),
        ("/grades/3/from", "60", "差"),
    ] {
        faulty(
            "mof-2020",
            vec![(pointer, json!(from))],
            &format!("等级“{name}”的下限应低于前一等级，且在 0 与 100 之间：请改正 grades。"),
            vec![
                ("/grades/0/from", json!("100")),
                ("/grades/1/from", json!("99.9")),
            ],
        );
    }
    let none = changed("mof-2020", &[("/grades", json!([]))]);
    assert!(read_rules(none.to_string().as_bytes()).is_ok());
}

#[test]
fn bounds() {
    for value in ["100", "99.9", "0", "-130"] {
        faulty(
            "mof-2020",
            vec![("/farAbove", json!(value))],
            &format!("farAbove 为 {value}，应大于 100：请改正。"),
            vec![("/farAbove", json!("100.1"))],
        );
    }
    for value in ["0", "-1", "100.1"] {
        faulty(
            "sichuan-2023",
            vec![("/explainExecutionBelow", json!(value))],
            &format!("explainExecutionBelow 为 {value}，应大于 0、不大于 100：请改正。"),
            vec![("/explainExecutionBelow", json!("100"))],
        );
    }
    for (pointer, name) in [
        ("/percentPlaces", "percentPlaces"),
        ("/scorePlaces", "scorePlaces"),
    ] {
        for places in [5_u32, u32::MAX] {
            faulty(
                "wuhan-2020",
                vec![(pointer, json!(places))],
                &format!("{name} 应为 0 到 4 的整数：请改正。"),
                vec![(pointer, json!(4))],
            );
        }
        assert!(
            read_rules(
                changed("wuhan-2020", &[(pointer, json!(0))])
                    .to_string()
                    .as_bytes()
            )
            .is_ok()
        );
    }
    for (date, shown) in [
        ("", ""),
        ("2021-02-29", "2021-02-29"),
        (
            "次年六月底以前，节假日顺延，逾期不再受理",
            "次年六月底以前，节假日顺延，逾期不再受理",
        ),
        (
            "次年六月底以前，节假日顺延，逾期一律不再受理",
            "次年六月底以前，节假日顺延，逾期一律不再",
        ),
    ] {
        faulty(
            "wuhan-2020",
            vec![("/deadline", json!(date))],
            &format!("截止日期“{shown}”不是日期：请写年月日，例如 2021-06-30。"),
            vec![("/deadline", json!("2020年2月29日"))],
        );
    }
    for pointer in ["/farAbove", "/explainExecutionBelow", "/deadline"] {
        let rules = changed("mof-2020", &[(pointer, json!(null))]);
        assert!(
            read_rules(rules.to_string().as_bytes()).is_ok(),
            "{pointer}"
        );
    }
}

#[test]
fn templates() {
    let rows = |count: usize, weight: &str| {
        let row = json!({ "category": "产出指标", "dimension": "数量指标", "weight": weight });
        vec![("/projectTemplate", json!(vec![row; count]))]
    };
    for (count, weight, sum) in [(1, "79", "79"), (3, "30", "90")] {
        faulty(
            "wuhan-2020",
            rows(count, weight),
            &format!("模板的指标分值合计 {sum} 分，不等于指标总分 80 分：请改正 projectTemplate。"),
            rows(1, "80"),
        );
    }
    // Parts that add up are still no parts below zero.
    let row =
        |weight: &str| json!({ "category": "产出指标", "dimension": "数量指标", "weight": weight });
    faulty(
        "wuhan-2020",
        vec![("/projectTemplate", json!([row("90"), row("-10")]))],
        "projectTemplate.weight 为 -10，应不小于 0：请改正。",
        vec![("/projectTemplate", json!([row("80"), row("0")]))],
    );
    faulty(
        "mof-2020",
        vec![
            ("/categories/0/points", json!("90")),
            ("/categories/1/points", json!("-10")),
        ],
        "categories.points 为 -10，应不小于 0：请改正。",
        vec![
            ("/categories/0/points", json!("80")),
            ("/categories/1/points", json!("0")),
        ],
    );
    faulty(
        "wuhan-2020",
        rows(201, "0.4"),
        "模板有 201 行，最多 200 行：请删减 projectTemplate。",
        rows(200, "0.4"),
    );
    faulty(
        "wuhan-2020",
        rows(200, "999999999999999999"),
        "模板的指标分值合计 199999999999999999800 分，不等于指标总分 80 分：请改正 projectTemplate。",
        rows(0, "1"),
    );
}

#[test]
fn what_is_empty_large_or_no_text() {
    const EMPTY: &str = "规则文件是空的，没有内容可以导入。";
    for blank in ["", " ", "\r\n\t", "\u{feff}", "\u{feff} \n", "\u{3000}"] {
        refused(blank.as_bytes(), EMPTY);
    }
    const NOT_TEXT: &str = "规则文件不是文本，不能导入：请选择导出的 .rules.json 文件。";
    for bytes in [
        &b"PK\x03\x04\x14\x00\x06\x00\xff"[..],
        b"{\"id\": \"\xb6\xfe\"}",
        b"\xff\xfe{\0}\0",
    ] {
        refused(bytes, NOT_TEXT);
    }
    let mut rules = changed("wuhan-2020", &[]).to_string().into_bytes();
    rules.resize(256 * 1024, b' ');
    assert_eq!(read_rules(&rules).unwrap().id, "own-2020");
    rules.push(b' ');
    refused(&rules, "规则文件超过 256 KB，不像是本工具导出的规则。");
}

/// Lines and columns are those an editor shows.
#[test]
fn what_is_broken() {
    for (text, line, column) in [
        ("{", 1, 1),
        ("{\"id\": \"甲\" x}", 1, 12),
        ("\u{feff}{\"id\": \"甲\",\n  \"name\" \"乙\"}", 2, 10),
        ("{'id': 1}", 1, 2),
        ("规则", 1, 1),
    ] {
        let sentence = format!("规则文件已损坏或不完整：第 {line} 行第 {column} 列处无法读取。");
        refused(text.as_bytes(), &sentence);
    }
    // A set cut anywhere is broken, and says so.
    let text = write_rules(rule_set("hubei-2019").unwrap());
    for (cut, _) in text.char_indices().skip(1) {
        let error = read_rules(&text.as_bytes()[..cut]).unwrap_err();
        assert!(
            matches!(error, RuleFileError::Broken { .. }),
            "{cut}: {error:?}"
        );
    }
}

#[test]
fn what_is_missing() {
    for pointer in [
        "/id",
        "/name",
        "/source",
        "/source/title",
        "/source/issuer",
        "/executionPoints",
        "/indicatorPoints",
        "/categories",
        "/categories/1/name",
        "/categories/1/stems",
        "/categories/1/dimensions",
        "/bands/1/key",
        "/bands/1/name",
        "/bands/2/from",
        "/grades/2/name",
        "/grades/2/from",
        "/words",
        "/words/execution",
        "/words/higher",
        "/words/lower",
        "/words/bands",
        "/projectTemplate/0/category",
        "/projectTemplate/0/dimension",
        "/projectTemplate/0/weight",
    ] {
        let mut rules = changed("mof-2020", &[]);
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        let removed = rules
            .pointer_mut(parent)
            .unwrap()
            .as_object_mut()
            .unwrap()
            .remove(field);
        assert!(removed.is_some(), "{pointer}");
        let sentence = format!("规则文件缺少“{field}”：请补上后再导入。");
        refused(rules.to_string().as_bytes(), &sentence);
    }
    refused(b"{}", "规则文件缺少“id”：请补上后再导入。");
    // What rules need not say.
    for field in [
        "grades",
        "farAbove",
        "explainMissed",
        "satisfactionLeftOut",
        "percentPlaces",
        "scorePlaces",
        "zeroByZero",
        "projectTemplate",
    ] {
        let mut rules = changed("mof-2020", &[]);
        assert!(
            rules.as_object_mut().unwrap().remove(field).is_some(),
            "{field}"
        );
        let read = read_rules(rules.to_string().as_bytes()).unwrap();
        assert!(read.explain_missed && (read.percent_places, read.score_places) == (1, 2));
    }
}

#[test]
fn what_is_not_what_belongs_there() {
    for (text, line, column) in [
        ("{\n  \"id\": 5}", 2, 9),
        ("{\"id\": \"武汉\", \"name\": [1]}", 1, 21),
        ("{\"executionPoints\": \"二十\"}", 1, 25),
        ("{\"percentPlaces\": -1}", 1, 20),
        ("{\"percentPlaces\": \"2\"}", 1, 21),
        ("{\"zeroByZero\": \"nothing\"}", 1, 24),
        ("{\"id\": \"a\",\n\"id\": \"b\"}", 2, 4),
        ("5", 1, 1),
        ("\"规则\"", 1, 4),
        ("[]", 1, 2),
        ("null", 1, 4),
    ] {
        let sentence =
            format!("规则文件第 {line} 行第 {column} 列处的内容不是这里应有的：请改正后再导入。");
        refused(text.as_bytes(), &sentence);
    }
}

#[test]
fn a_workbook_is_no_rule_set() {
    const WORKBOOK: &str = "这是一个工作簿，不是规则文件：请用“打开”来打开它。";
    refused(include_bytes!("../static/example.juesuan.json"), WORKBOOK);
    let new = Workbook::new("2020", "某中心", "wuhan-2020");
    refused(juesuan::exchange::write_workbook(&new).as_bytes(), WORKBOOK);
    refused(b"{\"format\": 9, \"forms\": null}", WORKBOOK);
    // Something else that has forms, or a format.
    for text in ["{\"forms\": []}", "{\"format\": 1}"] {
        refused(text.as_bytes(), "规则文件缺少“id”：请补上后再导入。");
    }
}

/// Under the id of a built-in set only that very set is read.
#[test]
fn built_in_ids() {
    for rules in built_in() {
        let id = rules.id.as_str();
        let sentence =
            format!("规则“{id}”与内置规则的代号相同而内容不同：请换一个代号 id，避免混淆。");
        for (pointer, value) in [
            ("/name", json!("别的规则")),
            ("/explainMissed", json!(false)),
            ("/scorePlaces", json!(1)),
            ("/deadline", json!("2021-06-30")),
            ("/words/bands", json!("三档")),
        ] {
            let other = changed(id, &[("/id", json!(id)), (pointer, value)]);
            refused(other.to_string().as_bytes(), &sentence);
        }
        let same = changed(
            id,
            &[
                ("/id", json!(id)),
                (
                    "/indicatorPoints",
                    json!(format!("{}.0", rules.indicator_points)),
                ),
            ],
        );
        assert_eq!(
            read_rules(same.to_string().as_bytes()).as_ref(),
            Ok(&**rules)
        );
    }
    // What cannot be used is said first.
    let both = changed(
        "mof-2020",
        &[("/id", json!("mof-2020")), ("/scorePlaces", json!(9))],
    );
    refused(
        both.to_string().as_bytes(),
        "规则不能使用：scorePlaces 应为 0 到 4 的整数：请改正。",
    );
}

/// A workbook file brings rules along unchecked: whatever they say, the form is evaluated.
#[test]
fn rules_in_a_workbook_may_be_nonsense() {
    let example: Value =
        serde_json::from_slice(include_bytes!("../static/example.juesuan.json")).unwrap();
    for (pointer, value) in [
        ("/percentPlaces", json!(u32::MAX)),
        ("/scorePlaces", json!(u32::MAX)),
        ("/scorePlaces", json!(29)),
        ("/executionPoints", json!("-20")),
        ("/indicatorPoints", json!("-999999999999999999")),
        ("/categories", json!([])),
        (
            "/categories/0",
            json!({ "name": "", "stems": [""], "points": "-1", "dimensions": [""] }),
        ),
        (
            "/bandsFrom",
            json!({ "met": "-1", "partly": "999999999999999999" }),
        ),
        (
            "/grades",
            json!([{ "name": "", "from": "0" }, { "name": "优", "from": "90" }]),
        ),
        ("/farAbove", json!("-1")),
        ("/explainExecutionBelow", json!("999999999999999999")),
        ("/deadline", json!("？")),
    ] {
        let mut file = example.clone();
        file["ruleSets"] = json!([changed("mof-2020", &[(pointer, value.clone())])]);
        file["ruleSet"] = json!("own-2020");
        let workbook = juesuan::exchange::read_workbook(file.to_string().as_bytes()).unwrap();
        let one = assess(&workbook, None);
        // They are kept, not used, and every form that names them says so.
        assert_eq!(one.forms.len(), 3);
        assert_eq!(workbook.rule_sets[0].id, "own-2020");
        assert!(one.rules.iter().all(|rules| rules.id == "wuhan-2020"));
        let why = workbook.rule_sets[0].check().unwrap_err().in_chinese();
        for form in &one.forms {
            let said = form
                .findings
                .iter()
                .find(|f| f.code == Code::RuleSetUnusable);
            assert_eq!(
                said.unwrap().message(),
                format!(
                    "文件自带的评分规则“{}”不能使用：{why}已改用“武汉市 2020 年度”计分。",
                    workbook.rule_sets[0].name
                )
            );
        }
        assert!(workbook.all_rules().all(|rules| rules.id != "own-2020"));
        // And whoever uses them all the same gets an evaluation.
        for form in &workbook.forms {
            evaluate(form, Some(&workbook.rule_sets[0]), None);
        }
        effects(&workbook.rule_sets[0], &one.rules[0]);
    }
}

/// A set that came under the id of a built-in one: it gets an id and a name of its own, is kept, said, and
/// used only where somebody chooses it.
#[test]
fn rules_in_a_workbook_never_stand_for_built_in_ones() {
    let doctored = |name: &str| {
        let mut rules = changed(
            "hubei-2019",
            &[("/id", json!("wuhan-2020")), ("/scorePlaces", json!(0))],
        );
        rules["name"] = json!(name);
        rules
    };
    let built_in: Value = serde_json::to_value(&**rule_set("wuhan-2020").unwrap()).unwrap();
    let other = changed("hubei-2019", &[("/id", json!("wuhan-2020-file"))]);
    // Rule sets of the file, and their ids and names as they are read.
    for (sets, expected, said) in [
        (
            vec![built_in.clone()],
            vec![("wuhan-2020", "武汉市 2020 年度")],
            0,
        ),
        (
            vec![doctored("武汉市 2020 年度")],
            vec![("wuhan-2020-file", "武汉市 2020 年度（文件自带）")],
            1,
        ),
        (
            vec![doctored("甲"), doctored("乙")],
            vec![
                ("wuhan-2020-file", "甲（文件自带）"),
                ("wuhan-2020-file-2", "乙（文件自带）"),
            ],
            2,
        ),
        (
            vec![other.clone(), doctored("甲")],
            vec![
                ("wuhan-2020-file", ""),
                ("wuhan-2020-file-2", "甲（文件自带）"),
            ],
            2,
        ),
    ] {
        let file = json!({
            "format": 2, "ruleSet": "wuhan-2020", "ruleSets": sets,
            "forms": [{ "execution": { "budget": "3", "actual": "2" }, "goals": [] }]
        });
        let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
        let named: Vec<_> = workbook
            .rule_sets
            .iter()
            .map(|set| (set.id.as_str(), set.name.as_str()))
            .collect();
        for ((id, name), (wanted_id, wanted_name)) in named.iter().zip(&expected) {
            assert_eq!(id, wanted_id);
            assert!(wanted_name.is_empty() || name == wanted_name, "{name}");
        }
        assert_eq!(named.len(), expected.len());
        let one = assess(&workbook, None);
        let score = |workbook: &Workbook| {
            assess(workbook, None).forms[0]
                .execution
                .score
                .score
                .unwrap()
                .to_string()
        };
        assert_eq!(
            (one.rules[0].id.as_str(), score(&workbook).as_str()),
            ("wuhan-2020", "13.33")
        );
        let beside = one.forms[0]
            .findings
            .iter()
            .filter(|f| f.code == Code::RuleSetBeside);
        assert_eq!(beside.count(), said, "{named:?}");
        // Saved and opened again it is the same.
        assert_eq!(
            read_workbook(write_workbook(&workbook).as_bytes()).as_ref(),
            Ok(&workbook)
        );
        // What nobody renamed, as a script hands it over, is not used either.
        let raw: Workbook = serde_json::from_value(file).unwrap();
        assert_eq!(score(&raw), "13.33");
        // Chosen, it counts, under its own name.
        if said == 1 {
            let chosen = workbook
                .edited(&Edit::SetRuleSet {
                    id: "wuhan-2020-file".to_owned(),
                })
                .unwrap();
            assert_eq!(score(&chosen), "13");
            assert_eq!(
                assess(&chosen, None).rules[0].name,
                "武汉市 2020 年度（文件自带）"
            );
        }
    }
}

#[test]
fn what_is_said_of_rules_in_a_workbook() {
    let mut bad = changed(
        "hubei-2019",
        &[
            ("/id", json!("bad-2020")),
            ("/executionPoints", json!("-32")),
        ],
    );
    bad["name"] = json!("本市规则");
    let beside = changed(
        "hubei-2019",
        &[("/id", json!("mof-2020")), ("/name", json!("省规则"))],
    );
    let file = json!({
        "format": 2, "ruleSets": [bad, beside],
        "forms": [{ "goals": [] }, { "ruleSet": "bad-2020" }, { "ruleSet": "nowhere" }]
    });
    let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
    let said: Vec<Vec<String>> = assess(&workbook, None)
        .forms
        .iter()
        .map(|form| {
            let about = |f: &&juesuan::evaluation::Finding| f.cell.to_string() == "ruleSet";
            form.findings
                .iter()
                .filter(about)
                .map(|f| format!("{}: {}", f.code, f.message()))
                .collect()
        })
        .collect();
    assert_eq!(
        said,
        [
            vec![
                "rule-set-beside: 文件自带一套规则，代号与内置的“财政部 2020”（mof-2020）相同而内容不同：已改称“省规则（文件自带）”，凡写明 mof-2020 的表都按内置规则计分；确要使用，请在“评分规则”中选择。"
            ],
            vec![
                "rule-set-unusable: 文件自带的评分规则“本市规则”不能使用：预算执行 -32 分与指标 80 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。已改用“武汉市 2020 年度”计分。"
            ],
            vec![
                "rule-set-unknown: 没有名为“nowhere”的评分规则：已改用“武汉市 2020 年度”计分，请重新选择规则。"
            ],
        ]
    );
}

/// Any rule set at all, whatever its numbers say.
fn hostile() -> impl Strategy<Value = RuleSet> {
    let number = || {
        prop::sample::select(vec![
            "0",
            "-32",
            "-0.0000000001",
            "100",
            "20",
            "80",
            "50",
            "0.0000000001",
            "1e0",
            "999999999999999999.9999999999",
            "-999999999999999999.9999999999",
        ])
        .prop_map(|text| json!(text.replace("1e0", "1")))
    };
    let places = || prop::sample::select(vec![0, 2, 4, 9, 28, 29, u32::MAX]);
    let word = || {
        prop::sample::select(vec![
            "",
            "产出",
            "满意",
            " ",
            "？",
            "2021-02-30",
            "2021-06-30",
        ])
    };
    let points = (number(), number(), number(), number(), number());
    let bounds = (
        number(),
        number(),
        prop::option::of(number()),
        prop::option::of(number()),
    );
    let rest = (
        places(),
        places(),
        word(),
        word(),
        any::<bool>(),
        0..3_usize,
    );
    (points, bounds, rest).prop_map(|(points, bounds, rest)| {
        let (execution, indicators, first, second, grade) = points;
        let (met, partly, far_above, floor) = bounds;
        let (rates, scores, stem, deadline, left_out, rows) = rest;
        let row = json!({ "category": stem, "dimension": stem, "weight": second.clone() });
        let mut rules = serde_json::to_value(&*built_in()[1]).unwrap();
        for (field, value) in [
            ("executionPoints", execution),
            ("indicatorPoints", indicators),
            ("bandsFrom", json!({ "met": met, "partly": partly })),
            ("grades", json!([{ "name": stem, "from": grade.clone() }, { "name": "", "from": first.clone() }])),
            ("farAbove", json!(far_above)),
            ("explainExecutionBelow", json!(floor)),
            ("percentPlaces", json!(rates)),
            ("scorePlaces", json!(scores)),
            ("deadline", json!(deadline)),
            ("satisfactionLeftOut", json!(left_out)),
            ("categories", json!([{ "name": stem, "stems": [stem], "points": first, "dimensions": [stem] },
                                  { "name": "", "stems": [], "points": second, "dimensions": [] }])),
            ("projectTemplate", json!(vec![row; rows])),
        ] {
            rules[field] = value;
        }
        rules["id"] = json!("own");
        serde_json::from_value(rules).unwrap()
    })
}

/// A form with something of every kind in it, and numbers at the bounds.
fn any_form() -> Form {
    let row = |weight: &str, target: &str, actual: &str, claimed: &str, band: &str| {
        let mut row = json!({ "category": "产出指标（36分）", "dimension": "满意", "name": "满意率", "weight": weight,
            "target": target, "actual": actual, "claimed": claimed, "awarded": claimed });
        if !band.is_empty() {
            row["band"] = json!(band);
        }
        row
    };
    let most = "999999999999999999.9999999999";
    serde_json::from_value(json!({
        "execution": { "budget": most, "actual": "0.01", "rate": "1%", "claimed": "5" }, "filledOn": "2021-06-30",
        "basicSpending": most, "projectSpending": most, "claimedTotal": most,
        "goals": [{ "weight": most, "indicators": [
            row(most, most, "0.0000000001", most, ""), row("10", "≤0.0000000001", most, "3", ""),
            row("0.0000000001", "按计划", "已完成", most, "partly"), row("7", "按计划", "80%", "", ""),
            row("1", "0", "5", "", ""), row("x", "y1", "", "-1", "unmet"),
        ] }]
    }))
    .unwrap()
}

/// Rule sets that pass the check.
fn usable() -> impl Strategy<Value = RuleSet> {
    let id = "[a-z0-9-]{1,40}".prop_filter("built in", |id| rule_set(id).is_none());
    let texts = (id, "\\PC{0,20}[甲a]\\PC{0,5}", "[甲\"\\\\\n\u{feff}]{0,10}");
    let numbers = (0_u32..=99, 1_u32..=50, 51_u32..=99, 0_u32..=4, 0_u32..=4);
    let rest = (
        any::<bool>(),
        any::<bool>(),
        prop::option::of(101_u32..1000),
        0_usize..=4,
    );
    (texts, numbers, rest).prop_map(
        |((id, name, note), (execution, partly, met, rates, scores), rest)| {
            let (left_out, zero, far_above, built) = rest;
            let mut rules = serde_json::to_value(&*built_in()[built % 4]).unwrap();
            let points = 100 - execution;
            rules["id"] = json!(id);
            rules["name"] = json!(name);
            rules["source"]["note"] = json!(note);
            rules["executionPoints"] = json!(execution);
            rules["indicatorPoints"] = json!(points);
            for category in rules["categories"].as_array_mut().unwrap() {
                category["points"] = json!(null);
            }
            rules["bandsFrom"] = json!({ "met": met, "partly": partly });
            rules["percentPlaces"] = json!(rates);
            rules["scorePlaces"] = json!(scores);
            rules["satisfactionLeftOut"] = json!(left_out);
            rules["zeroByZero"] = json!(if zero { "zero" } else { "dash" });
            rules["farAbove"] = json!(far_above);
            rules["projectTemplate"] =
                json!([{ "category": note, "dimension": name, "weight": points }]);
            serde_json::from_value(rules).unwrap()
        },
    )
}

const FILE: &[u8] = include_bytes!("../rules/mof-2020.json");

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn usable_rules_are_written_and_read(rules in usable()) {
        let text = write_rules(&rules);
        prop_assert_eq!(read_rules(text.as_bytes()), Ok(rules));
    }

    /// Whatever rules somebody writes: a form is evaluated by them, and no workbook panics over them.
    #[test]
    fn no_rules_make_an_evaluation_panic(rules in hostile(), places in "[0-9]{1,3}|no|x") {
        let form = any_form();
        let one = evaluate(&form, Some(&rules), None);
        for score in one.goals.iter().flat_map(|goal| &goal.indicators).chain([&one.execution.score]) {
            if let (Some(points), Some(weight)) = (score.score, score.weight) {
                let most = weight.decimal().max(rust_decimal::Decimal::ZERO);
                prop_assert!(points >= rust_decimal::Decimal::ZERO && points <= most);
            }
        }
        prop_assert!(!effects(&rules, &rules).is_empty());
        let mut workbook = Workbook::of(form, "2020");
        workbook.rule_set.clone_from(&rules.id);
        workbook.settings = serde_json::from_value(json!({ "scorePlaces": places, "percentPlaces": places, "farAbove": places })).unwrap();
        workbook.rule_sets.push(rules.into());
        let assessed = assess(&workbook, None);
        let used = if workbook.rule_sets[0].check().is_ok() { "own" } else { "wuhan-2020" };
        prop_assert_eq!(&assessed.rules[0].id, used);
        workbook.new_project();
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read_rules(&bytes).is_err());
    }

    /// Whatever is read from a damaged file can be used, and is never mistaken for a built-in set.
    #[test]
    fn no_damage_makes_the_reader_panic(
        damage in prop::collection::vec((0..FILE.len(), any::<u8>(), any::<bool>()), 1..4),
    ) {
        let mut bytes = FILE.to_vec();
        for (at, byte, cut) in damage {
            let at = at % bytes.len();
            if cut {
                let to = (at + usize::from(byte) % 8).min(bytes.len());
                bytes.drain(at..to);
            } else {
                bytes[at] = byte % 128;
            }
        }
        match read_rules(&bytes) {
            Ok(rules) => {
                prop_assert_eq!(rules.check(), Ok(()));
                if let Some(own) = rule_set(&rules.id) {
                    prop_assert_eq!(&rules, &**own);
                }
            }
            Err(error) => prop_assert!(error.in_chinese().ends_with('。')),
        }
    }
}
