//! Several forms in one workbook: what is checked across them, and how they come and go.

use juesuan::evaluation::{BadCell, IndicatorField, ScoreStatus, built_in, evaluate};
use juesuan::exchange::pasted_cells;
use juesuan::exchange::read_workbook;
use juesuan::finding::Code::{self, *};
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Edit, Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::HashSet;

/// What is said across the forms: form, code, cell, message, working.
#[track_caller]
fn across(forms: Value) -> Vec<(usize, Code, String, String, String)> {
    let workbook: Workbook =
        serde_json::from_value(json!({ "format": 1, "forms": forms })).unwrap();
    let mut said = Vec::new();
    for (form, evaluation) in assess(&workbook, None).forms.iter().enumerate() {
        for finding in &evaluation.findings {
            if Code::ACROSS.contains(&finding.code) {
                said.push((
                    form,
                    finding.code,
                    finding.cell.to_string(),
                    finding.message().clone(),
                    finding.working.clone().unwrap_or_default().in_chinese(),
                ));
            }
        }
    }
    said
}

fn overall(project_spending: &str) -> Value {
    json!({ "projectSpending": project_spending, "execution": { "budget": "1000", "actual": "1000" } })
}

fn project(name: &str, actual: &str) -> Value {
    json!({ "kind": "project", "name": name, "execution": { "budget": actual, "actual": actual } })
}

fn with_indicator(mut form: Value, name: &str, actual: &str) -> Value {
    form["goals"] = json!([{ "indicators": [
        { "name": name, "weight": "80", "target": actual, "actual": actual }] }]);
    form
}

#[test]
fn projects_add_up_to_the_project_spending() {
    let differ = across(json!([
        overall("178.3"),
        project("甲", "93.5"),
        project("乙", "84.9")
    ]));
    assert_eq!(
        differ,
        [(
            0,
            ProjectSpending,
            "projectSpending".to_owned(),
            "各项目自评表的执行数合计 178.4，项目支出总额是 178.3：请核对，或补齐项目自评表。"
                .to_owned(),
            "93.5 + 84.9 = 178.4".to_owned()
        )]
    );
    for silent in [
        json!([
            overall("178.3"),
            project("甲", "93.5"),
            project("乙", "84.8")
        ]),
        // Nothing to compare: no project form, no spending, no overall form, a number not read yet.
        json!([overall("178.3")]),
        json!([overall(""), project("甲", "93.5")]),
        json!([project("甲", "93.5"), project("乙", "84.8")]),
        json!([
            overall("178.3"),
            project("甲", "93.5"),
            project("乙", "84.x")
        ]),
        json!([overall("178.3"), project("甲", "93.5"), project("乙", "")]),
    ] {
        assert_eq!(across(silent.clone()), [], "{silent}");
    }
}

#[test]
fn one_matter_has_one_value() {
    let satisfaction = |first: &str, second: &str| {
        json!([
            with_indicator(overall(""), "参保对象满意率", first),
            with_indicator(project("甲", "93.5"), " 参保对象满意率 ", second)
        ])
    };
    assert_eq!(
        across(satisfaction("96.2%", "95.2%")),
        [(
            1,
            OneMatterTwoValues,
            "goals[0].indicators[0].actual".to_owned(),
            "“参保对象满意率”这里是 95.2%，在“整体自评表”里是 96.2%：同一事项应只有一个数，请核对。".to_owned(),
            String::new()
        )]
    );
    // The same value written otherwise; another unit; words; nothing.
    for (first, second) in [
        ("95.2%", "９５．２０％"),
        ("5人次", "5场"),
        ("已完成", "95.2%"),
        ("95.2%", ""),
    ] {
        assert_eq!(across(satisfaction(first, second)), [], "{first} {second}");
    }
    // Within one form two indicators of one name are that form's own matter.
    let mut twice = with_indicator(overall(""), "培训", "5人次");
    twice["goals"][0]["indicators"] =
        json!([{ "name": "培训", "actual": "5人次" }, { "name": "培训", "actual": "6人次" }]);
    assert_eq!(across(json!([twice])), []);
}

/// The unit's three forms: every printed score comes out, but for the one that is wrong.
#[test]
fn the_example() {
    let workbook = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let assessment = assess(&workbook, None);
    let differing: Vec<_> = workbook
        .forms
        .iter()
        .zip(&assessment.forms)
        .flat_map(|(form, evaluation)| form.goals.iter().zip(&evaluation.goals))
        .flat_map(|(goal, evaluated)| goal.indicators.iter().zip(&evaluated.indicators))
        .inspect(|(_, score)| assert_eq!(score.status, ScoreStatus::Computed))
        .filter(|(_, score)| score.score != score.claimed)
        .map(|(indicator, score)| (indicator.name.to_string(), score.score.unwrap().to_string()))
        .collect();
    assert_eq!(
        differing,
        [("编外人员收入同比增幅".to_owned(), "5".to_owned())]
    );
    let totals: Vec<_> = assessment
        .forms
        .iter()
        .map(|e| e.total.to_string())
        .collect();
    assert_eq!(totals, ["95", "100", "100"]);
    let said: Vec<_> = assessment
        .forms
        .iter()
        .map(|e| e.findings.iter().map(|f| f.code).collect::<Vec<_>>())
        .collect();
    let degrees = [DegreeOfCompletion; 4];
    assert_eq!(
        said[0],
        [
            ScoreDiffers,
            TotalDiffers,
            PeriodConverted,
            DimensionMisplaced
        ]
    );
    assert_eq!(said[1][..1], [OneMatterTwoValues]);
    assert_eq!(said[1][1..], degrees);
    assert_eq!(said[2][..2], [OneMatterTwoValues, OneMatterTwoValues]);
    assert_eq!(said[2][2..], degrees);
}

#[test]
fn forms_are_added_copied_and_removed() {
    let workbook = Workbook::new("2020", "某局", "wuhan-2020");
    for rules in built_in() {
        let workbook = Workbook::new("2020", "某局", &rules.id);
        let form = workbook.new_project();
        assert_eq!(form.goals, workbook.forms[0].goals);
        let added = workbook
            .edited(&Edit::AddForm {
                form: Box::new(form.clone()),
            })
            .unwrap();
        assert_eq!(*added.forms[1], form);
        // Every weight is laid out; only what nobody can know is missing.
        let evaluation = evaluate(&form, Some(rules), None);
        assert_eq!(evaluation.weight.to_string(), "100", "{}", rules.id);
        assert!(
            evaluation.findings.iter().all(|f| f.code == CellMissing),
            "{}",
            rules.id
        );
        let copied = added.edited(&Edit::CopyForm { form: 1 }).unwrap();
        assert_eq!(copied.forms[2], copied.forms[1]);
        let removed = copied.edited(&Edit::RemoveForm { form: 0 }).unwrap();
        assert_eq!(removed.forms[..], copied.forms[1..]);
    }
    for edit in [Edit::CopyForm { form: 1 }, Edit::RemoveForm { form: 1 }] {
        assert_eq!(
            workbook.edited(&edit).unwrap_err().in_chinese(),
            "表中没有“forms[1]”这个单元格"
        );
    }
}

/// A workbook of one goal with these rows of name, weight, target, actual, claimed.
fn grid(rows: &[[&str; 5]]) -> Workbook {
    let rows: Vec<_> = rows
        .iter()
        .map(|[name, weight, target, actual, claimed]| {
            json!({ "category": "产出指标", "dimension": "质量指标",
                "name": name, "weight": weight, "target": target, "actual": actual, "claimed": claimed })
        })
        .collect();
    serde_json::from_value(json!({ "format": 1, "forms": [{ "goals": [{ "indicators": rows }] }] }))
        .unwrap()
}

#[test]
fn blocks_are_pasted() {
    let before = grid(&[["甲", "10", "1", "1", "10"], ["乙", "20", "2", "2", "20"]]);
    let paste = |row, field, text: &str| Edit::Paste {
        form: 0,
        goal: 0,
        row,
        field,
        cells: pasted_cells(text),
    };
    for (row, field, text, after) in [
        // To the right, and down; blanks overwrite.
        (
            0,
            IndicatorField::Weight,
            "11\t≥5\n\t6\n",
            grid(&[["甲", "11", "≥5", "1", "10"], ["乙", "", "6", "2", "20"]]),
        ),
        // Rows that are not there are added under the headings above them.
        (
            1,
            IndicatorField::Name,
            "丙\r\n丁\r\n",
            grid(&[
                ["甲", "10", "1", "1", "10"],
                ["丙", "20", "2", "2", "20"],
                ["丁", "", "", "", ""],
            ]),
        ),
        // What is wider than the form is left out.
        (
            0,
            IndicatorField::Actual,
            "3\t30\t多余",
            grid(&[["甲", "10", "1", "3", "30"], ["乙", "20", "2", "2", "20"]]),
        ),
        (
            0,
            IndicatorField::Claimed,
            "\"两\n行\"\n5",
            grid(&[
                ["甲", "10", "1", "1", "两\n行"],
                ["乙", "20", "2", "2", "5"],
            ]),
        ),
    ] {
        let mut pasted = before.edited(&paste(row, field, text)).unwrap();
        // An added row has unset cells, the expected one empty ones: the same in a file.
        pasted = serde_json::from_value(serde_json::to_value(&pasted).unwrap()).unwrap();
        assert_eq!(pasted, after, "{text:?}");
    }
    for (edit, path) in [
        (paste(0, IndicatorField::Category, "a\nb"), "category"),
        (
            paste(3, IndicatorField::Name, "a"),
            "goals[0].indicators[3].name",
        ),
    ] {
        assert_eq!(before.edited(&edit), Err(BadCell(path.to_owned()).into()));
    }
}

#[test]
fn cells_of_a_pasted_block() {
    for (text, cells) in [
        ("", vec![vec![""]]),
        ("a", vec![vec!["a"]]),
        ("a\n", vec![vec!["a"]]),
        ("a\n\n", vec![vec!["a"], vec![""]]),
        ("a\tb\rc\td", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("\t", vec![vec!["", ""]]),
        ("\"a\"\"b\"\tc", vec![vec!["a\"b", "c"]]),
        ("\"a\tb\r\nc\"", vec![vec!["a\tb\r\nc"]]),
        // A quote that opens nothing is a character.
        ("\"a\nb", vec![vec!["\"a"], vec!["b"]]),
        ("“a”\t5\" 管", vec![vec!["“a”", "5\" 管"]]),
        ("\"a\"b\tc", vec![vec!["\"a\"b", "c"]]),
    ] {
        assert_eq!(pasted_cells(text), cells, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_pasted(text in "[a\"\t\r\n五]{0,40}") {
        let cells = pasted_cells(&text);
        prop_assert!(!cells.is_empty() && cells.iter().all(|row| !row.is_empty()));
        let quotes = text.contains('"');
        let parts = text.replace("\r\n", "\n").replace('\r', "\n");
        if !quotes {
            let joined: Vec<_> = cells.iter().map(|row| row.join("\t")).collect();
            prop_assert_eq!(joined.join("\n"), parts.strip_suffix('\n').unwrap_or(&parts));
        }
    }
}

/// Scripts write numbers too: each is read as the shortest text that names it.
#[test]
fn numbers_of_scripts_are_read_exactly() {
    for text in [
        "1552.63",
        "0.1",
        "1236.3",
        "0.30000000000000004",
        "8.57",
        "178.30000000000001",
    ] {
        let json = format!(r#"{{"execution": {{"budget": {text}}}}}"#);
        let form: juesuan::evaluation::Form = serde_json::from_str(&json).unwrap();
        let number: f64 = text.parse().unwrap();
        assert_eq!(&*form.execution.budget, number.to_string(), "{text}");
    }
}

/// Every place has rules and a style that there are, and its own template; where nobody knows it, the ministry's.
#[test]
fn places_to_begin_in() {
    use juesuan::accounts::Style;
    use juesuan::evaluation::rule_set;
    use juesuan::{PROVINCES, Region};
    let provinces = PROVINCES.iter().flat_map(|(code, _)| Region::of(code));
    let all: Vec<Region> = [Region::EVERYWHERE].into_iter().chain(provinces).collect();
    for region in &all {
        let workbook = region.workbook("2025", "某中心");
        assert!(rule_set(region.rules).is_some(), "{region:?}");
        assert!(Style::is_known(&workbook.accounts.style), "{region:?}");
        assert_eq!(workbook.rule_set, region.rules);
        assert_eq!(Region::named(region.id), *region);
        let style = Style::named(region.style);
        assert_eq!(style.id, region.styled_like().style, "{region:?}");
    }
    let ids: HashSet<&str> = all.iter().map(|region| region.id).collect();
    assert_eq!(ids.len(), all.len(), "{all:?}");
    for unknown in ["", "nowhere", "99", "mof-2020"] {
        assert_eq!(Region::named(unknown), Region::EVERYWHERE);
        assert_eq!(Region::of(unknown), [Region::EVERYWHERE]);
    }
}

/// First the province, then what has something of its own in it: id, what it is called, rules, style.
#[test]
fn places_of_a_province() {
    use juesuan::Region;
    let cases: [(&str, &[[&str; 4]]); 5] = [
        (
            "42",
            &[
                ["hubei-2019", "湖北省省直单位", "hubei-2019", ""],
                ["wuhan-2020", "湖北省武汉市", "wuhan-2020", "wuhan-2020"],
                ["42", "湖北省其他市县", "mof-2020", ""],
            ],
        ),
        ("51", &[["sichuan-2023", "四川省", "sichuan-2023", ""]]),
        (
            "33",
            &[["zhejiang-2021", "浙江省", "mof-2020", "zhejiang-2021"]],
        ),
        ("11", &[["11", "北京市", "mof-2020", ""]]),
        ("", &[["mof-2020", "", "mof-2020", ""]]),
    ];
    for (province, expected) in cases {
        let of = Region::of(province);
        let found: Vec<[String; 4]> = of
            .iter()
            .map(|one| {
                [
                    one.id.into(),
                    one.place(),
                    one.rules.into(),
                    one.style.into(),
                ]
            })
            .collect();
        assert_eq!(found, expected, "{province}");
    }
}
