//! Findings that were set aside stay so: in files of every format, whatever words they are said in.

use juesuan::exchange::{read_value, read_workbook, write_workbook};
use juesuan::finding::{Code, Finding, Matter};
use juesuan::say::InWords as _;
use juesuan::{Assessment, Workbook, assess};
use serde_json::{Value, json};
use std::collections::HashSet;

/// As versions of old wrote it: the message of each finding beside its code and path.
const SCORE: &str = "得分 8 与规则不符：8 × 90 ÷ 100 = 7.2，请改为 7.2 或说明依据。";
const TOTAL: &str =
    "总分 99 与计算不符：各项得分合计为 100（其中 1 项按搁置的自填得分），请改为 100 或说明依据。";
const BRACKET: &str =
    "本工具的科目表中没有编码 299（类）：请核对编码；确有此科目时请写全名称，可搁置本条。";

fn old_form(kept: bool) -> Value {
    let row = |weight: &str, actual: &str, claimed: &str| json!({ "name": "甲", "weight": weight, "target": "100个", "actual": actual, "claimed": claimed });
    let mut form = json!({
        "ruleSet": "wuhan-2020", "execution": { "budget": "1", "actual": "1" }, "deviation": "已说明",
        "goals": [{ "indicators": [row("72", "100个", "72"), row("8", "90个", "8")] }],
        "claimedTotal": "99"
    });
    if kept {
        form["setAside"] = json!([
            // The total names the score that is set aside, and may come first.
            { "code": "total-differs", "path": "claimedTotal", "message": TOTAL, "reason": "按批复" },
            { "code": "score-differs", "path": "goals[0].indicators[1].claimed", "message": SCORE, "reason": "按会议纪要" },
            { "code": "score-differs", "path": "goals[0].indicators[0].claimed", "message": SCORE, "reason": "别处的" }
        ]);
    }
    form
}

fn old_file(format: u32) -> Value {
    let mut file = json!({ "format": format, "year": "2020", "forms": [old_form(format > 1)] });
    if format > 2 {
        file["accounts"] = json!({
            "tables": { "05": { "lines": [{ "code": "299", "name": "其他", "total": "1" }] } },
            "setAside": [{ "code": "code-unknown", "path": "accounts.05[0].code", "message": BRACKET, "reason": "省里增设" }]
        });
    }
    file
}

/// What is set aside: code, cell, reason.
fn aside(assessment: &Assessment) -> Vec<String> {
    fn line<C: std::fmt::Display>(finding: &Finding<C>) -> Option<String> {
        let why = finding.set_aside.as_ref()?;
        Some(format!("{} {} {why}", finding.code, finding.cell))
    }
    let forms = assessment.forms.iter().flat_map(|form| &form.findings);
    let accounts = assessment.accounts.findings.iter().filter_map(line);
    forms.filter_map(line).chain(accounts).collect()
}

#[test]
fn files_of_older_formats_keep_what_was_set_aside() {
    let of_form = [
        "score-differs goals[0].indicators[1].claimed 按会议纪要",
        "total-differs claimedTotal 按批复",
    ];
    let of_accounts = "code-unknown accounts.05[0].code 省里增设";
    let all: Vec<&str> = of_form.into_iter().chain([of_accounts]).collect();
    for (format, expected) in [(1, &[][..]), (2, &of_form[..]), (3, &all[..])] {
        let workbook = read_workbook(old_file(format).to_string().as_bytes()).unwrap();
        assert_eq!(aside(&assess(&workbook, None)), expected, "{format}");
        // From then on they are kept by what they read, and one that is not met as it was.
        let text = write_workbook(&workbook);
        assert_eq!(text.matches("\"message\"").count(), usize::from(format > 1));
        assert_eq!(text.matches("\"arguments\"").count(), expected.len());
        assert!(text.contains("\"format\": 4"));
        let again = read_workbook(text.as_bytes()).unwrap();
        assert_eq!(again, workbook);
        assert_eq!(aside(&assess(&again, None)), expected, "{format}");
    }
}

#[test]
fn what_is_not_met_is_tried_again_at_the_next_opening() {
    let mut file = old_file(2);
    let claimed = &mut file["forms"][0]["goals"][0]["indicators"][1]["claimed"];
    *claimed = json!("7.2");
    let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
    let mut saved: Value = serde_json::from_str(&write_workbook(&workbook)).unwrap();
    assert_eq!(aside(&assess(&workbook, None)).len(), 0);
    saved["forms"][0]["goals"][0]["indicators"][1]["claimed"] = json!("8");
    let workbook = read_workbook(saved.to_string().as_bytes()).unwrap();
    assert_eq!(aside(&assess(&workbook, None)).len(), 2);
}

/// What a portal or a script hands over may still name the message.
#[test]
fn a_value_by_a_script() {
    for (value, expected) in [(old_form(true), 2), (old_file(3), 3)] {
        let workbook = read_value(&value.to_string()).unwrap().into_workbook("");
        assert_eq!(aside(&assess(&workbook, None)).len(), expected);
    }
}

/// Every finding of a workbook can be set aside by an old file, and stays so.
#[test]
fn every_finding_of_the_example() {
    let example = include_bytes!("../static/example.juesuan.json");
    let mut file: Value = serde_json::from_slice(example).unwrap();
    file["format"] = json!(3);
    // So that there is much to say.
    file["settings"] = json!({ "deadline": "六月", "scorePlaces": "两位" });
    file["forms"][0]["execution"]["budget"] = json!("12人");
    file["forms"][0]["filledOn"] = json!("某日");
    fn entry<C: std::fmt::Display>(finding: &Finding<C>) -> Value {
        json!({ "code": finding.code.as_str(), "path": finding.cell.to_string(),
            "message": finding.message(), "reason": "属实" })
    }
    let workbook: Workbook = serde_json::from_value(file.clone()).unwrap();
    let assessment = assess(&workbook, None);
    let mut all = assessment.accounts.findings.len();
    for (at, form) in assessment.forms.iter().enumerate() {
        all += form.findings.len();
        file["forms"][at]["setAside"] = form.findings.iter().map(entry).collect();
    }
    if file["accounts"].is_object() {
        let findings = &assessment.accounts.findings;
        file["accounts"]["setAside"] = findings.iter().map(entry).collect();
    }
    let workbook = read_workbook(file.to_string().as_bytes()).unwrap();
    let text = write_workbook(&workbook);
    assert!(all > 5);
    let counts = assess(&workbook, None).counts;
    assert_eq!(counts.set_aside, all, "{text}");
}

/// Of one code each matter has a kind, or arguments, of its own: else one would be taken for another.
#[test]
fn matters_of_one_code_are_told_apart() {
    let (forms, accounts) = (Matter::of_forms(), Matter::of_accounts());
    for all in [forms.collect::<Vec<_>>(), accounts.collect()] {
        let mut seen = HashSet::new();
        for (code, kind, names) in all {
            assert!(seen.insert((code, kind)), "{code} {kind:?} {names:?}");
            assert!(!names.contains(&"kind"));
        }
    }
    let all = Matter::of_forms().chain(Matter::of_accounts());
    let codes: HashSet<Code> = all.map(|(code, ..)| code).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "a code nothing has");
}

/// Files are written with these names: one that changes needs a way to read the old one.
#[test]
fn the_names_in_files_stay() {
    let mut lines = String::new();
    for (code, kind, names) in Matter::of_forms().chain(Matter::of_accounts()) {
        let (kind, names) = (kind.unwrap_or_default(), names.join(" "));
        lines += &format!("{code}\t{kind}\t{names}\n");
    }
    assert_eq!(lines, include_str!("golden/matters.tsv"), "{lines}");
}
