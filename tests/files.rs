//! Workbooks as files, the edits to them, and their history.

use juesuan::evaluation::{
    BandKey, Cell, Form, Indicator, IndicatorField, MOST_INDICATORS, Nature, evaluate,
};
use juesuan::exchange::{FileError, LARGEST_FILE, read_value, read_workbook, write_workbook};
use juesuan::finding::Code;
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Edit, History, Spot, Workbook};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::rc::Rc;

const EXAMPLE: &[u8] = include_bytes!("../static/example.juesuan.json");
const NOT_WORKBOOK: &str = "这个文件不是决算工作簿：请选择本工具保存的 .juesuan.json 文件。";

fn example() -> Workbook {
    read_workbook(EXAMPLE).unwrap()
}

#[track_caller]
fn refused(bytes: &[u8], sentence: &str) {
    let head: String = String::from_utf8_lossy(bytes).chars().take(60).collect();
    match read_workbook(bytes) {
        Err(error) => assert_eq!(error.in_chinese(), sentence, "{head}"),
        Ok(workbook) => panic!("{head}: read as {} forms", workbook.forms.len()),
    }
}

fn indicators(count: usize) -> Value {
    let row = json!({ "weight": "1", "target": "≥50个", "actual": "60个" });
    json!(vec![row; count])
}

#[test]
fn the_example_comes_back_as_it_was() {
    let workbook = example();
    let text = write_workbook(&workbook);
    assert_eq!(read_workbook(text.as_bytes()).unwrap(), workbook);
    assert_eq!(
        write_workbook(&read_workbook(text.as_bytes()).unwrap()),
        text
    );
    // Nothing is lost or added on the way, and nobody's Chinese is escaped.
    let before: Value = serde_json::from_slice(EXAMPLE).unwrap();
    let after: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(before, after);
    assert!(text.contains("编外人员收入同比增幅") && text.starts_with("{\n  \"format\": 4"));
}

#[test]
fn a_new_workbook_comes_back_as_it_was() {
    let workbook = Workbook::new("2020", "汉阳社会保险管理处", "wuhan-2020");
    let text = write_workbook(&workbook);
    assert_eq!(read_workbook(text.as_bytes()).unwrap(), workbook);
}

#[test]
fn what_is_no_text_or_empty() {
    const EMPTY: &str = "文件是空的，没有内容可以打开。";
    const NOT_TEXT: &str = "文件不是文本，不能打开：请选择本工具保存的 .juesuan.json 文件。";
    for blank in ["", " ", "\r\n\t", "\u{feff}", "\u{feff} \n", "\u{3000}"] {
        refused(blank.as_bytes(), EMPTY);
    }
    let utf16: Vec<u8> = "\u{feff}{}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refused(&utf16, NOT_TEXT);
    refused(b"{\"format\": 1, \"year\": \"\xb6\xfe\"}", NOT_TEXT);
    refused(b"PK\x03\x04\x14\x00\x06\x00\xff", NOT_TEXT);
    let mut state = 1_u64;
    let random: Vec<u8> = std::iter::repeat_with(|| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 56) as u8
    })
    .take(10 << 20)
    .collect();
    refused(&random, NOT_TEXT);
}

#[test]
fn what_is_too_large() {
    let mut bytes = vec![b' '; LARGEST_FILE - EXAMPLE.len()];
    bytes.extend_from_slice(EXAMPLE);
    assert_eq!(read_workbook(&bytes), Ok(example()));
    bytes.push(b' ');
    refused(
        &bytes,
        "文件有 21 MB，超过 20 MB 的上限，不像是本工具保存的文件。",
    );
    bytes.resize(30 << 20, b' ');
    refused(
        &bytes,
        "文件有 30 MB，超过 20 MB 的上限，不像是本工具保存的文件。",
    );
}

/// Lines and columns are those an editor shows: counted in characters, from the top of the file.
#[test]
fn what_is_broken() {
    for (text, line, column) in [
        ("{", 1, 1),
        ("{\"format\": 1,\n  \"forms\": [}", 2, 13),
        ("{\"format\": 1 \"year\": 2}", 1, 14),
        ("{'format': 1}", 1, 2),
        ("{\"format\": 1} {}", 1, 15),
        ("{\"format\": 1, \"year\": \"2020\u{1}\"}", 1, 27),
        ("\n\n{\"format\": 1,}", 3, 14),
        ("\u{feff}\n{x", 2, 2),
        ("{\"format\": 1, \"year\": \"二〇二〇\" x", 1, 30),
        ("{\"format\": 1,\n\"年\": \"二〇二〇\" x", 2, 13),
    ] {
        refused(
            text.as_bytes(),
            &format!(
                "文件已损坏或不完整：第 {line} 行第 {column} 列处无法读取。请用保存过的副本重试。"
            ),
        );
    }
    // The example cut anywhere is broken, and says so.
    let text = std::str::from_utf8(EXAMPLE).unwrap().trim_end();
    for (cut, _) in text.char_indices().skip(1) {
        let error = read_workbook(&text.as_bytes()[..cut]).unwrap_err();
        assert!(
            matches!(error, FileError::Broken { .. }),
            "{cut}: {error:?}"
        );
    }
}

#[test]
fn what_is_nested_deeply() {
    const DEEP: usize = 100_000;
    let (open, close) = ("[".repeat(DEEP), "]".repeat(DEEP));
    refused(open.as_bytes(), NOT_WORKBOOK);
    refused(format!("{open}{close}").as_bytes(), NOT_WORKBOOK);
    // A field nobody knows may be as deep as it likes.
    let unknown = format!("{{\"format\": 1, \"more\": {open}{close}}}");
    assert_eq!(read_workbook(unknown.as_bytes()).unwrap().forms.len(), 0);
    for field in ["forms", "year"] {
        let text = format!("{{\"format\": 1, \"{field}\": {open}{close}}}");
        let error = read_workbook(text.as_bytes()).unwrap_err();
        assert!(
            matches!(error, FileError::Misshapen { line: 1, .. }),
            "{error:?}"
        );
        let text = format!("{{\"format\": 1, \"{field}\": {open}");
        let error = read_workbook(text.as_bytes()).unwrap_err();
        assert!(
            matches!(error, FileError::Broken { line: 1, .. }),
            "{error:?}"
        );
    }
}

/// A list would pass for an object: its values for the fields, one by one.
#[test]
fn lists_are_no_objects() {
    for inside in [
        r#""forms": [[]]"#,
        r#""forms": [{}, ["overall", "own", "局"]]"#,
        r#""forms": [{"execution": ["1", "2"]}]"#,
        r#""forms": [{"goals": [["目标"]]}]"#,
        r#""forms": [{"goals": [{"indicators": [["产出指标"]]}]}]"#,
        r#""forms": [{"setAside": [["score-differs"]]}]"#,
        r#""forms": [{"remarks": [["unit", "请核对"]]}]"#,
        r#""ruleSets": [[]]"#,
        r#""settings": ["2"]"#,
        r#""accounts": []"#,
        r#""accounts": {"tables": {"05": [true]}}"#,
        r#""accounts": {"tables": {"05": {"lines": [[]]}}}"#,
        r#""accounts": {"work": [["事项"]]}"#,
        r#""accounts": {"setAside": [[]]}"#,
        r#""accounts": {"remarks": [[]]}"#,
        r#""accounts": {"tables": []}"#,
        r#""accounts": {"facts": []}"#,
    ] {
        let text = format!("{{\"format\": 3, {inside}}}");
        let error = read_workbook(text.as_bytes()).unwrap_err();
        let misshapen = matches!(error, FileError::Misshapen { line: 1, .. });
        assert!(misshapen, "{inside}: {error:?}");
        let handed = read_value(&text.replace("\"format\": 3", "\"forms\": []"));
        assert!(handed.is_err(), "{inside}");
    }
}

/// JavaScript cuts texts within a character, and writes half of it as `\ud83d`.
#[test]
fn half_a_character_is_the_replacement_character() {
    for (written, read) in [
        (r"\ud83d", "\u{fffd}"),
        (r"\uD83D", "\u{fffd}"),
        (r"\ude00x", "\u{fffd}x"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
        (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
        (r"\ud83dx\ude00", "\u{fffd}x\u{fffd}"),
        (r"\ud83d\n", "\u{fffd}\n"),
        // A backslash that is written is no escape.
        (r"\\ud83d", r"\ud83d"),
        (r"\\\ud83d", "\\\u{fffd}"),
        (r"局\u5c40\ud83d\u5c40", "局局\u{fffd}局"),
    ] {
        let text = format!("{{\"format\": 3, \"year\": \"{written}\"}}");
        let workbook = read_workbook(text.as_bytes());
        assert_eq!(
            workbook.map(|w| w.year.to_string()).as_deref(),
            Ok(read),
            "{written}"
        );
    }
    for broken in [r"\ud83", r"\ud83g", r"\u", r"\局", r"\ud83d\", r"\ud83d\u"] {
        let text = format!("{{\"format\": 3, \"year\": \"{broken}\"}}");
        let error = read_workbook(text.as_bytes()).unwrap_err();
        let broken_there = matches!(error, FileError::Broken { line: 1, .. });
        assert!(broken_there, "{broken}: {error:?}");
    }
}

/// Files that somebody made to be slow or to be read in two ways.
#[test]
fn what_is_made_to_be_troublesome() {
    let brackets = "[".repeat(LARGEST_FILE);
    refused(brackets.as_bytes(), NOT_WORKBOOK);
    let braces = "{\"a\":".repeat(LARGEST_FILE / 5);
    assert!(read_workbook(braces.as_bytes()).is_err());
    let deep = format!(
        "{{\"format\": 3, \"forms\": {}",
        "[".repeat(LARGEST_FILE - 100)
    );
    assert!(matches!(
        read_workbook(deep.as_bytes()),
        Err(FileError::Broken { .. })
    ));
    let escapes = format!(
        "{{\"format\": 3, \"year\": \"{}\"}}",
        r"\ud83d".repeat(3_000_000)
    );
    let year = read_workbook(escapes.as_bytes()).map(|workbook| workbook.year.chars().count());
    assert_eq!(year, Ok(3_000_000));
    // One name twice: which of the two somebody saw, nobody knows.
    for twice in [
        "{\"format\": 3, \"year\": \"2020\", \"year\": \"2021\"}",
        "{\"format\": 3, \"forms\": [], \"forms\": []}",
        "{\"format\": 3, \"forms\": [{\"unit\": \"甲\", \"unit\": \"乙\"}]}",
    ] {
        let error = read_workbook(twice.as_bytes()).unwrap_err();
        assert!(
            matches!(error, FileError::Misshapen { .. }),
            "{twice}: {error:?}"
        );
    }
    let utf16 = |swap: bool| -> Vec<u8> {
        let text = std::str::from_utf8(EXAMPLE).unwrap();
        let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if swap {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    };
    for bytes in [utf16(true), utf16(false)] {
        assert_eq!(read_workbook(&bytes), Err(FileError::NotText));
    }
}

#[test]
fn what_is_more_than_any_unit_has() {
    let many = |count: usize| vec![json!({}); count];
    let lines = |count: usize| json!({ "tables": { "05": { "lines": many(count) } } });
    for (workbook, sentence) in [
        (json!({ "forms": many(501) }), "501 张自评表，超过 500"),
        (
            json!({ "forms": [{ "goals": many(501) }] }),
            "501 个年度目标（同一张表内），超过 500",
        ),
        (
            json!({ "accounts": lines(2001) }),
            "2001 行科目（同一张决算表内），超过 2000",
        ),
    ] {
        let mut workbook = workbook;
        workbook["format"] = json!(3);
        let sentence = format!("文件有 {sentence} 的上限：请删减或拆成几个文件后再打开。");
        refused(workbook.to_string().as_bytes(), &sentence);
    }
    let within = json!({ "format": 3, "forms": many(500), "accounts": lines(2000) });
    assert!(read_workbook(within.to_string().as_bytes()).is_ok());
}

#[test]
fn what_is_no_workbook() {
    for text in [
        "null",
        "1",
        "\"决算\"",
        "[]",
        "[1]",
        "[1, \"2020\", []]",
        "{}",
        "{\"forms\": []}",
        "{\"format\": null}",
        "{\"format\": 0}",
        "{\"format\": -1}",
        "{\"format\": 1.0}",
        "{\"format\": 1.5}",
        "{\"format\": \"1\"}",
        "{\"format\": true}",
        "{\"format\": [1]}",
        "{\"format\": 1, \"format\": 1}",
        "{\"format\": 100000000000000000000}",
        "hello",
        "<!DOCTYPE html>",
        "单位名称,预算数,执行数",
    ] {
        refused(text.as_bytes(), NOT_WORKBOOK);
    }
}

/// A file of format 1 has everything it had, and is written as the format of today.
#[test]
fn what_is_older() {
    let mut older: Value = serde_json::from_slice(EXAMPLE).unwrap();
    older["format"] = json!(1);
    older.as_object_mut().unwrap().remove("ruleSet");
    for form in older["forms"].as_array_mut().unwrap() {
        form["ruleSet"] = json!("wuhan-2020");
    }
    let workbook = read_workbook(older.to_string().as_bytes()).unwrap();
    let mut now: Value = serde_json::from_str(&write_workbook(&workbook)).unwrap();
    assert_eq!(now["format"], json!(4));
    now["format"] = json!(1);
    assert_eq!(now, older);
    let totals = |workbook: &Workbook| {
        let forms = juesuan::assess(workbook, None).forms;
        forms.iter().map(|e| e.total).collect::<Vec<_>>()
    };
    assert_eq!(totals(&workbook), totals(&example()));
}

#[test]
fn what_is_newer() {
    for (text, format) in [
        ("{\"format\": 5}", "5"),
        ("{\"forms\": {\"new\": true}, \"format\": 99}", "99"),
        ("{\"format\": 18446744073709551615}", "18446744073709551615"),
    ] {
        refused(
            text.as_bytes(),
            &format!(
                "文件由较新的版本保存（格式 {format}），本版本只认识格式 4：请用新版本打开，文件没有改动。"
            ),
        );
    }
}

#[test]
fn what_has_the_wrong_shape() {
    for (text, line, column) in [
        ("{\"format\": 1,\n\"forms\": 5}", 2, 10),
        ("{\"format\": 1,\n\"forms\": null}", 2, 13),
        ("{\"format\": 1,\n\"forms\": [5]}", 2, 11),
        ("{\"format\": 1,\n\"forms\": [{\"kind\": \"其他\"}]}", 2, 23),
        ("{\"format\": 1,\n\"forms\": [{\"ruleSet\": 5}]}", 2, 23),
        ("{\"format\": 1,\n\"forms\": [{\"goals\": {}}]}", 2, 20),
        (
            "{\"format\": 1,\n\"forms\": [{\"goals\": [{\"indicators\": true}]}]}",
            2,
            40,
        ),
        ("{\"format\": 1,\n\"forms\": [{\"unit\": true}]}", 2, 23),
        ("{\"format\": 1,\n\"forms\": [{\"unit\": [\"局\"]}]}", 2, 20),
        (
            "{\"format\": 1,\n\"forms\": [{\"unit\": \"局\", \"name\": {}}]}",
            2,
            34,
        ),
    ] {
        refused(
            text.as_bytes(),
            &format!("文件内容与格式不符：第 {line} 行第 {column} 列处的内容不是这里应有的。"),
        );
    }
    // An enumeration's value is refused where it stands, whatever it is called.
    for (field, value) in [("nature", "大概"), ("direction", "sideways"), ("band", "")] {
        let file = json!({
            "format": 1,
            "forms": [{ "goals": [{ "indicators": [{ field: value }] }] }]
        });
        let error = read_workbook(file.to_string().as_bytes()).unwrap_err();
        assert!(
            matches!(error, FileError::Misshapen { .. }),
            "{field}: {error:?}"
        );
    }
}

#[test]
fn what_is_tolerated() {
    let file = json!({
        "format": 1, "year": 2020, "savedBy": "somebody else",
        "forms": [
            { "kind": null, "ruleSet": null, "execution": null, "goals": null },
            { "goals": [{ "indicators": null }] },
            { "colour": "red", "goals": [{ "weight": 80.5, "more": [1, { "a": null }], "indicators": [
                { "weight": 7, "target": null, "actual": 1552.63, "claimed": -3, "note": "?" },
                { "weight": 1e30, "target": 0.1, "actual": 12345678901234567890_u64 }
            ] }] },
            {}
        ]
    });
    let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
    assert_eq!(&*workbook.year, "2020");
    assert_eq!(workbook.forms.len(), 4);
    assert_eq!(*workbook.forms[0], Form::default());
    assert_eq!(workbook.forms[1].indicator_count(), 0);
    let goal = &workbook.forms[2].goals[0];
    assert_eq!(&*goal.weight, "80.5");
    let texts = |row: &Indicator| {
        use IndicatorField::{Actual, Claimed, Target, Weight};
        [Weight, Target, Actual, Claimed].map(|field| row.text(field).to_string())
    };
    assert_eq!(texts(&goal.indicators[0]), ["7", "", "1552.63", "-3"]);
    assert_eq!(
        texts(&goal.indicators[1]),
        [
            "1000000000000000000000000000000",
            "0.1",
            "12345678901234567890",
            ""
        ]
    );
    // What came as a number is typed text from then on.
    let text = write_workbook(&workbook);
    assert!(text.contains("\"weight\": \"80.5\"") && !text.contains("savedBy"));
    assert_eq!(read_workbook(text.as_bytes()).unwrap(), workbook);
}

#[test]
fn sizes_beyond_the_bounds_are_findings_not_failures() {
    let file = json!({
        "format": 1,
        "forms": [{
            "execution": { "budget": 1e30, "actual": "1e30" },
            "goals": [{ "weight": 1e30, "indicators": [
                { "weight": 1e30, "target": "1", "actual": "1" }
            ] }]
        }]
    });
    let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
    let evaluation = evaluate(&workbook.forms[0], None, None);
    let said: Vec<_> = evaluation
        .findings
        .iter()
        .map(|f| (f.cell.to_string(), f.message()))
        .collect();
    let too_large = "“100000000000000000000000…”太大：整数部分最多 18 位，请核对位数。";
    assert_eq!(
        said,
        [
            ("execution.budget".to_owned(), format!("预算数{too_large}")),
            (
                "execution.actual".to_owned(),
                "执行数“1e30”是科学计数法，末尾的数字可能已经舍去：请写出全部数字。".to_owned()
            ),
            (
                "goals[0].indicators[0].weight".to_owned(),
                format!("分值{too_large}")
            ),
            ("goals[0].weight".to_owned(), format!("目标分值{too_large}")),
        ]
    );
}

#[test]
fn forms_have_so_many_indicators_and_no_more() {
    let file = |counts: &[usize]| {
        let goals: Vec<_> = counts
            .iter()
            .map(|count| json!({ "indicators": indicators(*count) }))
            .collect();
        json!({ "format": 1, "forms": [{}, { "goals": goals }] }).to_string()
    };
    assert!(read_workbook(file(&[MOST_INDICATORS]).as_bytes()).is_ok());
    for (counts, sum) in [(&[MOST_INDICATORS, 1][..], 2_001), (&[5_000], 5_000)] {
        refused(
            file(counts).as_bytes(),
            &format!("一张表有 {sum} 条指标，超过 2000 条的上限：请拆成几张表后再打开。"),
        );
    }
    // A script may evaluate such a form all the same.
    let form = serde_json::from_value(json!({ "goals": [{ "indicators": indicators(5_000) }] }));
    let evaluation = evaluate(&form.unwrap(), None, None);
    assert_eq!(evaluation.goals[0].score.to_string(), "5000");
    let large: Vec<_> = evaluation
        .findings
        .iter()
        .filter(|f| f.code == Code::FormTooLarge)
        .map(|f| f.message())
        .collect();
    assert_eq!(
        large,
        ["共有 5000 条指标，一张表最多 2000 条：请拆成几张表。"]
    );
}

/// Three indicators, A and B under one heading, C under another.
fn small() -> Workbook {
    let file = json!({
        "format": 1, "year": "2020",
        "forms": [{ "unit": "局", "goals": [{ "name": "目标", "indicators": [
            { "category": "产出指标", "dimension": "数量指标", "name": "A" },
            { "category": "产出指标", "dimension": "数量指标", "name": "B" },
            { "category": "效益指标", "dimension": "社会效益", "name": "C" }
        ] }] }]
    });
    read_workbook(file.to_string().as_bytes()).unwrap()
}

/// Every goal on a line: its indicators as `category/dimension/name`.
fn rows(workbook: &Workbook) -> Vec<String> {
    let row = |row: &Rc<Indicator>| format!("{}/{}/{}", row.category, row.dimension, row.name);
    let goals = workbook.forms[0].goals.iter();
    goals
        .map(|goal| {
            goal.indicators
                .iter()
                .map(row)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

fn cell(path: &str) -> Cell {
    path.parse().unwrap()
}

fn set(path: &str, text: &str) -> Edit {
    Edit::SetCell {
        form: 0,
        cell: cell(path),
        text: text.to_owned(),
    }
}

fn heading(first: usize, rows: usize, field: IndicatorField, text: &str) -> Edit {
    Edit::SetHeading {
        form: 0,
        goal: 0,
        first,
        rows,
        field,
        text: text.to_owned(),
    }
}

#[test]
fn every_cell_can_be_set() {
    let workbook = small();
    for path in [
        "unit",
        "name",
        "filledOn",
        "basicSpending",
        "projectSpending",
        "department",
        "implementer",
        "projectCategory",
        "projectAttribute",
        "projectType",
        "claimedTotal",
        "deviation",
        "improvement",
        "ruleSet",
        "execution.budget",
        "execution.actual",
        "execution.rate",
        "execution.claimed",
        "goals[0].name",
        "goals[0].weight",
        "goals[0].indicators[2].category",
        "goals[0].indicators[2].dimension",
        "goals[0].indicators[2].name",
        "goals[0].indicators[2].weight",
        "goals[0].indicators[2].target",
        "goals[0].indicators[2].actual",
        "goals[0].indicators[2].claimed",
        "goals[0].indicators[2].awarded",
    ] {
        assert_eq!(cell(path).to_string(), path);
        let edited = workbook.edited(&set(path, "新内容")).unwrap();
        assert_eq!(cell(path).text(&edited.forms[0]), Some("新内容"), "{path}");
        let back = cell(path).text(&workbook.forms[0]).unwrap();
        assert_eq!(edited.edited(&set(path, back)).unwrap(), workbook, "{path}");
    }
    for path in [
        "",
        "unknown",
        "execution",
        "execution.",
        "execution.name",
        "goals",
        "goals[0]",
        "goals[].name",
        "goals[-1].name",
        "goals[0].",
        "goals[0].target",
        "goals[0].indicators[0]",
        "goals[0].indicators[x].name",
        "goals[0].indicators[0].unknown",
        "goals[0].name ",
        "goals[99999999999999999999999].name",
        "forms[0].unit",
        "目标",
    ] {
        let error = path.parse::<Cell>().unwrap_err();
        assert_eq!(error.in_chinese(), format!("表中没有“{path}”这个单元格"));
    }
}

#[test]
fn every_edit() {
    const A: &str = "产出指标/数量指标/A";
    const B: &str = "产出指标/数量指标/B";
    const C: &str = "效益指标/社会效益/C";
    let row = |goal, row| (0, goal, row);
    let add = |(form, goal, row)| Edit::AddIndicator { form, goal, row };
    let remove = |(form, goal, row)| Edit::RemoveIndicator { form, goal, row };
    let take = |row, to| Edit::MoveIndicator {
        form: 0,
        goal: 0,
        row,
        to,
    };
    for (edit, expected) in [
        (
            set("goals[0].indicators[0].name", "X"),
            format!("产出指标/数量指标/X {B} {C}"),
        ),
        (
            heading(0, 2, IndicatorField::Dimension, "质量指标"),
            format!("产出指标/质量指标/A 产出指标/质量指标/B {C}"),
        ),
        (
            heading(2, 1, IndicatorField::Category, "满意度"),
            format!("{A} {B} 满意度/社会效益/C"),
        ),
        (
            heading(0, 0, IndicatorField::Category, "无"),
            format!("{A} {B} {C}"),
        ),
        // A new row stands under the headings of the one before it, the first under its own.
        (add(row(0, 0)), format!("产出指标/数量指标/ {A} {B} {C}")),
        (add(row(0, 2)), format!("{A} {B} 产出指标/数量指标/ {C}")),
        (add(row(0, 3)), format!("{A} {B} {C} 效益指标/社会效益/")),
        (remove(row(0, 0)), format!("{B} {C}")),
        (remove(row(0, 2)), format!("{A} {B}")),
        (take(0, 2), format!("{B} {C} {A}")),
        (take(2, 0), format!("{C} {A} {B}")),
        (take(1, 1), format!("{A} {B} {C}")),
        (
            Edit::AddGoal { form: 0 },
            format!("{A} {B} {C}\n产出指标/数量指标/"),
        ),
        (Edit::RemoveGoal { form: 0, goal: 0 }, String::new()),
        (
            Edit::SetYear {
                text: "2021".to_owned(),
            },
            format!("{A} {B} {C}"),
        ),
    ] {
        let before = small();
        let after = before.edited(&edit).unwrap();
        assert_eq!(rows(&after).join("\n"), expected, "{edit:?}");
        assert_eq!(before, small(), "{edit:?}");
    }
    let emptied = [
        remove(row(0, 2)),
        remove(row(0, 1)),
        remove(row(0, 0)),
        add(row(0, 0)),
    ]
    .iter()
    .fold(small(), |workbook, edit| workbook.edited(edit).unwrap());
    assert_eq!(rows(&emptied), ["产出指标/数量指标/"]);
    let year = small()
        .edited(&Edit::SetYear {
            text: "2021".to_owned(),
        })
        .unwrap();
    assert_eq!(&*year.year, "2021");
    for nature in [Some(Nature::Qualitative), Some(Nature::Quantitative), None] {
        let edit = Edit::SetNature {
            form: 0,
            goal: 0,
            row: 1,
            nature,
        };
        let edited = small().edited(&edit).unwrap();
        assert_eq!(edited.forms[0].goals[0].indicators[1].nature, nature);
    }
    for band in [BandKey::new("met"), BandKey::new("no-such-band"), None] {
        let edit = Edit::SetBand {
            form: 0,
            goal: 0,
            row: 1,
            band: band.clone(),
        };
        let edited = small().edited(&edit).unwrap();
        assert_eq!(edited.forms[0].goals[0].indicators[1].band, band);
    }
}

#[test]
fn edits_that_name_what_is_not_there() {
    let text = String::new;
    let (nature, band) = (None, None);
    let field = IndicatorField::Category;
    for (edit, missing) in [
        (
            set("goals[0].indicators[3].name", ""),
            "goals[0].indicators[3].name",
        ),
        (
            set("goals[1].indicators[0].name", ""),
            "goals[1].indicators[0].name",
        ),
        (set("goals[1].weight", ""), "goals[1].weight"),
        (
            Edit::SetCell {
                form: 1,
                cell: cell("unit"),
                text: text(),
            },
            "forms[1]",
        ),
        (heading(2, 2, field, "X"), "goals[0].indicators[3].category"),
        (
            heading(3, usize::MAX, field, "X"),
            "goals[0].indicators[3].category",
        ),
        (
            Edit::SetHeading {
                form: 0,
                goal: 1,
                first: 0,
                rows: 1,
                field,
                text: text(),
            },
            "goals[1].indicators[0].category",
        ),
        (
            Edit::SetNature {
                form: 0,
                goal: 0,
                row: 3,
                nature,
            },
            "indicators[3]",
        ),
        (
            Edit::SetNature {
                form: 9,
                goal: 0,
                row: 0,
                nature,
            },
            "forms[9]",
        ),
        (
            Edit::SetBand {
                form: 0,
                goal: 2,
                row: 0,
                band,
            },
            "goals[2]",
        ),
        (
            Edit::AddIndicator {
                form: 0,
                goal: 0,
                row: 4,
            },
            "indicators[4]",
        ),
        (
            Edit::AddIndicator {
                form: 0,
                goal: 1,
                row: 0,
            },
            "goals[1]",
        ),
        (
            Edit::RemoveIndicator {
                form: 0,
                goal: 0,
                row: 3,
            },
            "indicators[3]",
        ),
        (
            Edit::MoveIndicator {
                form: 0,
                goal: 0,
                row: 0,
                to: 3,
            },
            "indicators[3]",
        ),
        (
            Edit::MoveIndicator {
                form: 0,
                goal: 0,
                row: usize::MAX,
                to: 0,
            },
            "indicators[18446744073709551615]",
        ),
        (Edit::AddGoal { form: 1 }, "forms[1]"),
        (Edit::RemoveGoal { form: 0, goal: 1 }, "goals[1]"),
    ] {
        let mut history = History::new(small());
        let error = history.apply(&edit).unwrap_err();
        assert_eq!(error.in_chinese(), format!("表中没有“{missing}”这个单元格"));
        assert_eq!(**history.present(), small(), "{edit:?}");
        assert!(!history.can_undo() && !history.can_redo());
    }
}

/// An edit copies what it touches and shares the rest: undo of a large workbook stays small.
#[test]
fn edits_share_what_they_do_not_touch() {
    let before = example();
    let after = before
        .edited(&set("goals[0].indicators[0].name", "X"))
        .unwrap();
    let rows = |workbook: &Workbook| workbook.forms[0].goals[0].indicators.clone();
    let shared: Vec<_> = rows(&before)
        .iter()
        .zip(&rows(&after))
        .map(|(a, b)| Rc::ptr_eq(a, b))
        .collect();
    assert_eq!(shared, [false, true, true, true, true, true, true, true]);
}

fn unit(history: &History) -> String {
    history.present().forms[0].unit.to_string()
}

fn typed(history: &mut History, texts: &[&str]) {
    for text in texts {
        history.apply(&set("unit", text)).unwrap();
    }
}

#[test]
fn typing_in_one_cell_is_one_step() {
    let mut history = History::new(small());
    typed(&mut history, &["社", "社保", "社保局"]);
    assert_eq!(history.undo(), Some(Spot::Cell(0, cell("unit"))));
    assert_eq!(unit(&history), "局");
    assert!(!history.can_undo());
    assert_eq!(history.redo(), Some(Spot::Cell(0, cell("unit"))));
    assert_eq!(unit(&history), "社保局");
    assert!(!history.can_redo());
}

#[test]
fn typing_back_to_what_stood_there_is_no_step() {
    let mut history = History::new(small());
    typed(&mut history, &["局长", "局"]);
    assert!(!history.can_undo());
    typed(&mut history, &["局里"]);
    history.undo();
    assert_eq!(unit(&history), "局");
    assert!(!history.can_undo());
}

#[test]
fn a_step_ends_where_the_cell_is_left() {
    let mut history = History::new(small());
    // By sealing.
    typed(&mut history, &["社", "社保"]);
    history.seal();
    typed(&mut history, &["社保局"]);
    // By typing elsewhere.
    history.apply(&set("name", "表")).unwrap();
    typed(&mut history, &["社保处"]);
    let mut seen = vec![unit(&history)];
    while history.can_undo() {
        history.undo();
        seen.push(unit(&history));
    }
    assert_eq!(seen, ["社保处", "社保局", "社保局", "社保", "局"]);
}

#[test]
fn a_step_ends_where_something_is_undone() {
    let mut history = History::new(small());
    typed(&mut history, &["社", "社保"]);
    history.undo();
    history.redo();
    typed(&mut history, &["社保局"]);
    history.undo();
    assert_eq!(unit(&history), "社保");
    history.undo();
    typed(&mut history, &["人社局"]);
    history.undo();
    assert_eq!(unit(&history), "局");
}

#[test]
fn headings_are_typed_like_cells_and_other_edits_are_not() {
    let mut history = History::new(small());
    for text in ["质", "质量", "质量指标"] {
        history
            .apply(&heading(0, 2, IndicatorField::Dimension, text))
            .unwrap();
    }
    let dimension = cell("goals[0].indicators[0].dimension");
    assert_eq!(history.undo(), Some(Spot::Cell(0, dimension)));
    assert_eq!(**history.present(), small());
    let add = Edit::AddIndicator {
        form: 0,
        goal: 0,
        row: 3,
    };
    history.apply(&add).unwrap();
    history.apply(&add).unwrap();
    let added = cell("goals[0].indicators[3].name");
    assert_eq!(history.undo(), Some(Spot::Cell(0, added)));
    assert_eq!(history.present().forms[0].indicator_count(), 4);
    assert!(history.can_undo());
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_step() {
    let mut history = History::new(small());
    history.apply(&set("unit", "局")).unwrap();
    assert!(!history.can_undo());
    typed(&mut history, &["社"]);
    history.undo();
    // Nor does it take the redo away.
    history.apply(&set("unit", "局")).unwrap();
    assert!(history.can_redo());
}

#[test]
fn a_new_edit_ends_redo() {
    let mut history = History::new(small());
    typed(&mut history, &["社"]);
    history.undo();
    assert!(history.can_redo());
    history.apply(&set("name", "表")).unwrap();
    assert!(!history.can_redo());
    assert_eq!(history.redo(), None);
    assert_eq!(&*history.present().forms[0].name, "表");
}

#[test]
fn history_goes_back_five_hundred_steps() {
    let mut history = History::new(small());
    for year in 1..=600 {
        history.seal();
        let edit = Edit::SetYear {
            text: year.to_string(),
        };
        history.apply(&edit).unwrap();
    }
    let mut steps = 0;
    while history.can_undo() {
        history.undo();
        steps += 1;
    }
    assert_eq!((steps, &*history.present().year), (500, "100"));
    assert_eq!(history.undo(), None);
    assert_eq!(&*history.present().year, "100");
    while history.can_redo() {
        history.redo();
    }
    assert_eq!(&*history.present().year, "600");
}

/// Edits near what is there: about half of them fit, most of the others are off by little.
fn edits() -> impl Strategy<Value = Edit> {
    let (form, goal, row) = (0..2_usize, 0..3_usize, 0..6_usize);
    let place = (form.clone(), goal.clone(), row.clone());
    let text = prop::sample::select(&["", "8", "≥50个", "社保", "1,55", "数量指标（36分）"][..])
        .prop_map(str::to_owned);
    let field = prop::sample::select(IndicatorField::ALL);
    let fields = field.clone();
    let cells = (
        place.clone(),
        prop::sample::select(IndicatorField::ALL),
        text.clone(),
    );
    prop_oneof![
        4 => cells.prop_map(|((form, goal, row), field, text)| {
            Edit::SetCell { form, cell: Cell::Indicator(goal, row, field), text }
        }),
        2 => (form.clone(), prop::sample::select(&["unit", "claimedTotal", "execution.budget"][..]), text.clone())
            .prop_map(|(form, path, text)| Edit::SetCell { form, cell: cell(path), text }),
        1 => (place.clone(), 0..4_usize, fields, text.clone())
            .prop_map(|((form, goal, first), rows, field, text)| {
                Edit::SetHeading { form, goal, first, rows, field, text }
            }),
        1 => (place.clone(), any::<bool>()).prop_map(|((form, goal, row), words)| {
            let nature = words.then_some(Nature::Qualitative);
            Edit::SetNature { form, goal, row, nature }
        }),
        1 => (place.clone(), any::<bool>()).prop_map(|((form, goal, row), met)| {
            Edit::SetBand { form, goal, row, band: BandKey::new("met").filter(|_| met) }
        }),
        2 => place.clone().prop_map(|(form, goal, row)| Edit::AddIndicator { form, goal, row }),
        2 => place.clone().prop_map(|(form, goal, row)| Edit::RemoveIndicator { form, goal, row }),
        2 => (place, row).prop_map(|((form, goal, row), to)| {
            Edit::MoveIndicator { form, goal, row, to }
        }),
        1 => form.clone().prop_map(|form| Edit::AddGoal { form }),
        1 => (form, goal).prop_map(|(form, goal)| Edit::RemoveGoal { form, goal }),
        1 => text.prop_map(|text| Edit::SetYear { text }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn undone_to_the_first_and_redone_to_the_last(
        edits in prop::collection::vec((edits(), any::<bool>()), 0..40),
    ) {
        let first = small();
        let mut history = History::new(first.clone());
        for (edit, seal) in &edits {
            let before = history.present().clone();
            if history.apply(edit).is_err() {
                prop_assert_eq!(&before, history.present());
            }
            if *seal {
                history.seal();
            }
        }
        let last = history.present().clone();
        let mut steps = 0;
        while history.can_undo() {
            let before = history.present().clone();
            history.undo();
            prop_assert!(before != *history.present());
            steps += 1;
        }
        prop_assert_eq!(&**history.present(), &first);
        for _ in 0..steps {
            prop_assert!(history.can_redo());
            history.redo();
        }
        prop_assert!(!history.can_redo());
        prop_assert_eq!(history.present(), &last);
    }

    #[test]
    fn an_edited_workbook_is_written_and_read(
        edits in prop::collection::vec(edits(), 0..40),
    ) {
        let workbook = edits
            .iter()
            .fold(small(), |workbook, edit| workbook.edited(edit).unwrap_or(workbook));
        let text = write_workbook(&workbook);
        prop_assert_eq!(read_workbook(text.as_bytes()), Ok(workbook));
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_workbook(&bytes);
    }

    #[test]
    fn no_damage_makes_the_reader_panic(at in 0..EXAMPLE.len(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = EXAMPLE.to_vec();
        if cut {
            bytes.drain(at..(at + usize::from(byte)).min(EXAMPLE.len()));
        } else {
            bytes[at] = byte;
        }
        if let Ok(workbook) = read_workbook(&bytes) {
            juesuan::assess(&workbook, None);
        }
    }
}
