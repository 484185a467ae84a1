//! Edits of rows, forms, rule sets and settings: what they change, where, and the way back.

use juesuan::evaluation::{
    BadCell, BandKey, Cell, Form, FormKind, IndicatorField, Level, Nature, RuleSet, Setting,
    built_in, rule_set,
};
use juesuan::finding::Arguments;
use juesuan::finding::{Code, Mend};
use juesuan::say::InWords as _;
use juesuan::{Edit, History, Spot, Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// A workbook of one goal with these rows, `category/dimension/name`.
fn rows(rows: &[&str]) -> Workbook {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let parts: Vec<_> = row.split('/').collect();
            json!({ "category": parts[0], "dimension": parts[1], "name": parts[2] })
        })
        .collect();
    workbook(json!([{ "goals": [{ "indicators": rows }] }]))
}

fn workbook(forms: Value) -> Workbook {
    serde_json::from_value(json!({ "format": 2, "year": "2020", "forms": forms })).unwrap()
}

#[track_caller]
fn cell(path: &str) -> Cell {
    path.parse().unwrap()
}

/// The rows of the first goal of the first form.
fn shown(workbook: &Workbook) -> Vec<String> {
    let rows = workbook.forms[0].goals[0].indicators.iter();
    rows.map(|row| format!("{}/{}/{}", row.category, row.dimension, row.name))
        .collect()
}

fn place(row: usize, category: &str, dimension: &str) -> Edit {
    Edit::PlaceIndicator {
        form: 0,
        goal: 0,
        row,
        category: category.to_owned(),
        dimension: dimension.to_owned(),
    }
}

fn own(id: &str, name: &str) -> Arc<RuleSet> {
    Arc::new(RuleSet {
        id: id.to_owned(),
        name: name.to_owned(),
        ..RuleSet::clone(&built_in()[0])
    })
}

#[test]
fn indicators_are_duplicated() {
    let before = workbook(
        json!([{ "goals": [{ "indicators": [{ "name": "甲" }] }, { "indicators": [
        { "name": "乙", "weight": "10", "target": "≥5个", "actual": "6个", "claimed": "10",
          "direction": "higher", "nature": "quantitative" },
        { "name": "丙", "band": "partly", "awarded": "7" }
    ] }] }]),
    );
    let duplicate = |goal, row| Edit::DuplicateIndicator { form: 0, goal, row };
    for (goal, row, names) in [
        (0, 0, ["甲甲", "乙丙"]),
        (1, 0, ["甲", "乙乙丙"]),
        (1, 1, ["甲", "乙丙丙"]),
    ] {
        let after = before.edited(&duplicate(goal, row)).unwrap();
        let got: Vec<String> = after.forms[0]
            .goals
            .iter()
            .map(|goal| goal.indicators.iter().map(|i| &*i.name).collect())
            .collect();
        assert_eq!(got, names);
        let indicators = &after.forms[0].goals[goal].indicators;
        assert_eq!(indicators[row], indicators[row + 1]);
        assert_eq!(indicators[row], before.forms[0].goals[goal].indicators[row]);
    }
    for (edit, missing) in [
        (duplicate(0, 1), "indicators[1]"),
        (duplicate(1, usize::MAX), "indicators[18446744073709551615]"),
        (duplicate(2, 0), "goals[2]"),
        (
            Edit::DuplicateIndicator {
                form: 1,
                goal: 0,
                row: 0,
            },
            "forms[1]",
        ),
    ] {
        assert_eq!(
            before.edited(&edit),
            Err(BadCell(missing.to_owned()).into())
        );
    }
}

/// Behind the last of the dimension, else of the category, else of all.
#[test]
fn indicators_are_placed() {
    const ROWS: [&str; 5] = [
        "产出/数量/A",
        "产出/质量/B",
        " 产出 / 数量 /C",
        "效益/社会/D",
        "满意度/满意/E",
    ];
    let [a, b, c, d, e] = ROWS;
    for (row, category, dimension, after) in [
        // Down and up, behind the same dimension.
        (0, "效益", "社会", [b, c, d, "效益/社会/A", e]),
        (4, "产出", "数量", [a, b, c, "产出/数量/E", d]),
        (3, "产出", "质量", [a, b, "产出/质量/D", c, e]),
        (1, "产出", "数量", [a, c, "产出/数量/B", d, e]),
        (1, "满意度", "满意", [a, c, d, e, "满意度/满意/B"]),
        // Behind the category.
        (0, "效益", "生态", [b, c, d, "效益/生态/A", e]),
        (4, "产出", "时效", [a, b, c, "产出/时效/E", d]),
        (4, "效益", "", [a, b, c, d, "效益//E"]),
        // Behind all.
        (0, "成本", "经济", [b, c, d, e, "成本/经济/A"]),
        (4, "成本", "经济", [a, b, c, d, "成本/经济/E"]),
        (2, "", "", [a, b, d, e, "//C"]),
        // A dimension of that name in another category is none of this.
        (0, "满意度", "社会", [b, c, d, e, "满意度/社会/A"]),
        // Also where it stands under them already; the only one there goes behind its category or all.
        (2, "产出", "数量", [a, "产出/数量/C", b, d, e]),
        (3, "效益", "社会", [a, b, c, e, d]),
        (4, "满意度", "满意", [a, b, c, d, e]),
    ] {
        let edit = place(row, category, dimension);
        let before = rows(&ROWS);
        let placed = before.edited(&edit).unwrap();
        assert_eq!(shown(&placed), after, "{row} {category}/{dimension}");
        // The spot is where it came to stand.
        let Spot::Cell(0, Cell::Indicator(0, to, IndicatorField::Name)) = edit.spot(&before) else {
            panic!("{edit:?}");
        };
        let name = &before.forms[0].goals[0].indicators[row].name;
        assert_eq!(placed.forms[0].goals[0].indicators[to].name, *name);
    }
    let alone = rows(&["产出/数量/A"])
        .edited(&place(0, "效益", "社会"))
        .unwrap();
    assert_eq!(shown(&alone), ["效益/社会/A"]);
    assert_eq!(
        rows(&ROWS).edited(&place(5, "产出", "数量")),
        Err(BadCell("indicators[5]".to_owned()).into())
    );
}

#[test]
fn what_a_mend_does() {
    let put = Mend::Put {
        cell: cell("goals[1].indicators[2].claimed"),
        text: "9.75".to_owned(),
    };
    assert_eq!(
        Edit::mending(3, &put),
        Some(Edit::SetCell {
            form: 3,
            cell: cell("goals[1].indicators[2].claimed"),
            text: "9.75".to_owned()
        })
    );
    let to = |path| Mend::Place {
        cell: cell(path),
        category: "效益指标".to_owned(),
        dimension: "社会效益指标".to_owned(),
    };
    assert_eq!(
        Edit::mending(3, &to("goals[1].indicators[2].dimension")),
        Some(Edit::PlaceIndicator {
            form: 3,
            goal: 1,
            row: 2,
            category: "效益指标".to_owned(),
            dimension: "社会效益指标".to_owned()
        })
    );
    // Only a row can be placed.
    for path in ["unit", "execution.rate", "goals[0].weight"] {
        assert_eq!(Edit::mending(0, &to(path)), None, "{path}");
    }
}

/// Each mend takes away the finding it belongs to, and nothing else is said for it.
#[test]
fn mends_mend() {
    let row = |category: &str, dimension: &str, name: &str| {
        json!({ "category": category, "dimension": dimension, "name": name, "weight": "20",
            "target": "≥90%", "actual": "90%", "claimed": "20" })
    };
    let mut claimed = row("产出指标", "数量指标", "培训完成率");
    claimed["actual"] = json!("45%");
    let forms = json!([{
        "execution": { "budget": "100", "actual": "50", "rate": "51%", "claimed": "20" },
        "goals": [{ "weight": "70", "indicators": [
            claimed,
            row("产出指标", "社会效益指标", "知晓率"),
            row("产出指标", "质量指标", "群众满意率"),
            row("效益指标", "经济效益指标", "增收率")
        ] }],
        "claimedTotal": "100", "deviation": "培训未完成，因疫情"
    }]);
    let mut workbook = workbook(forms);
    workbook.rule_set = "wuhan-2020".to_owned();
    let mut mended = Vec::new();
    loop {
        let assessment = assess(&workbook, None);
        let findings = &assessment.forms[0].findings;
        let Some(finding) = findings.iter().find(|finding| finding.mend.is_some()) else {
            assert_eq!(*findings, []);
            break;
        };
        let edit = Edit::mending(0, finding.mend.as_ref().unwrap()).unwrap();
        workbook = workbook.edited(&edit).unwrap();
        let now = assess(&workbook, None);
        let again = |f: &&juesuan::evaluation::Finding| f.message() == finding.message();
        assert_eq!(now.forms[0].findings.iter().find(again), None);
        assert_eq!(now.forms[0].findings.len() + 1, findings.len());
        mended.push(finding.code);
    }
    mended.sort();
    assert_eq!(
        mended,
        [
            Code::GoalWeight,
            Code::ScoreDiffers,
            Code::ScoreDiffers,
            Code::TotalDiffers,
            Code::ExecutionRateDiffers,
            Code::DimensionMisplaced,
            Code::DimensionMisplaced
        ]
    );
    assert_eq!(
        shown(&workbook),
        [
            "产出指标/数量指标/培训完成率",
            "效益指标/经济效益指标/增收率",
            "效益指标/社会效益指标/知晓率",
            "效益指标/服务对象满意度指标/群众满意率"
        ]
    );
}

#[test]
fn the_spot_of_every_edit() {
    let before = workbook(json!([
        { "goals": [{ "indicators": [{ "category": "甲" }, { "category": "乙" }] }] },
        { "goals": [{ "indicators": [{}] }, { "indicators": [{}, {}, {}] }] }
    ]));
    let text = String::new;
    let (form, goal, row) = (1, 1, 2);
    let at = |path: &str| Spot::Cell(1, cell(path));
    for (edit, spot) in [
        (
            Edit::SetCell {
                form,
                cell: cell("execution.rate"),
                text: text(),
            },
            at("execution.rate"),
        ),
        (
            Edit::SetRemark {
                form,
                cell: cell("goals[1].name"),
                remark: text().into(),
            },
            at("goals[1].name"),
        ),
        (
            Edit::SetAside {
                form,
                code: "score-differs",
                cell: cell("unit"),
                arguments: [("claimed".to_owned(), text())].into(),
                reason: text(),
            },
            at("unit"),
        ),
        (
            Edit::SetHeading {
                form,
                goal,
                first: 1,
                rows: 2,
                field: IndicatorField::Category,
                text: text(),
            },
            at("goals[1].indicators[1].category"),
        ),
        (
            Edit::Paste {
                form,
                goal,
                row,
                field: IndicatorField::Target,
                cells: vec![],
            },
            at("goals[1].indicators[2].target"),
        ),
        (
            Edit::Bring {
                form,
                goal,
                row,
                brought: vec![],
            },
            at("goals[1].indicators[2].name"),
        ),
        (
            Edit::SetNature {
                form,
                goal,
                row,
                nature: Some(Nature::Qualitative),
            },
            at("goals[1].indicators[2].name"),
        ),
        (
            Edit::SetBand {
                form,
                goal,
                row,
                band: BandKey::new("met"),
            },
            at("goals[1].indicators[2].name"),
        ),
        (
            Edit::AddIndicator { form, goal, row },
            at("goals[1].indicators[2].name"),
        ),
        (
            Edit::RemoveIndicator { form, goal, row },
            at("goals[1].indicators[2].name"),
        ),
        (
            Edit::DuplicateIndicator { form, goal, row },
            at("goals[1].indicators[3].name"),
        ),
        (
            Edit::MoveIndicator {
                form,
                goal,
                row,
                to: 0,
            },
            at("goals[1].indicators[0].name"),
        ),
        (
            place(0, "乙", ""),
            Spot::Cell(0, cell("goals[0].indicators[1].name")),
        ),
        (
            place(1, "甲", ""),
            Spot::Cell(0, cell("goals[0].indicators[1].name")),
        ),
        (Edit::AddGoal { form }, at("goals[2].indicators[0].name")),
        (
            heading(1, Level::Dimension, false),
            Spot::Cell(0, cell("goals[0].indicators[1].dimension")),
        ),
        (
            heading(2, Level::Category, true),
            Spot::Cell(0, cell("goals[0].indicators[2].category")),
        ),
        (
            Edit::RemoveGoal { form, goal },
            at("goals[1].indicators[0].name"),
        ),
        (Edit::SetYear { text: text() }, Spot::Year),
        (
            Edit::AddForm {
                form: Box::default(),
            },
            Spot::Form(2),
        ),
        (Edit::CopyForm { form: 0 }, Spot::Form(1)),
        (Edit::RemoveForm { form }, Spot::Form(1)),
        (Edit::SetRuleSet { id: text() }, Spot::Rules),
        (
            Edit::AddRuleSet {
                rules: own("own", "本单位"),
            },
            Spot::Rules,
        ),
        (Edit::RemoveRuleSet { id: text() }, Spot::Rules),
        (
            Edit::SetSetting {
                setting: Setting::Deadline,
                text: text(),
            },
            Spot::Rules,
        ),
    ] {
        assert_eq!(edit.spot(&before), spot, "{edit:?}");
    }
}

/// Typing a remark, a year or a setting is one step, as in a cell; each place is its own.
#[test]
fn what_is_typed_on_is_one_step() {
    let remark = |path: &str, text: &str| Edit::SetRemark {
        form: 0,
        cell: cell(path),
        remark: text.to_owned().into(),
    };
    let set = |setting, text: &str| Edit::SetSetting {
        setting,
        text: text.to_owned(),
    };
    let year = |text: &str| Edit::SetYear {
        text: text.to_owned(),
    };
    let unit = |text: &str| Edit::SetCell {
        form: 0,
        cell: cell("unit"),
        text: text.to_owned(),
    };
    for (edits, steps) in [
        (
            vec![
                remark("unit", "请"),
                remark("unit", "请核"),
                remark("unit", "请核对"),
            ],
            1,
        ),
        (vec![remark("unit", "请"), remark("name", "请")], 2),
        // A cell and the remark on it are two places.
        (vec![unit("局"), remark("unit", "请"), unit("局里")], 3),
        (vec![year("2"), year("20"), year("202"), year("2021")], 1),
        (vec![year("2021"), year("2020")], 0),
        (
            vec![
                set(Setting::FarAbove, "1"),
                set(Setting::FarAbove, "13"),
                set(Setting::FarAbove, "130"),
            ],
            1,
        ),
        (
            vec![set(Setting::FarAbove, "1"), set(Setting::Deadline, "1")],
            2,
        ),
        // A remark taken back is no step.
        (vec![remark("unit", "请"), remark("unit", " ")], 0),
    ] {
        let mut history = History::new(workbook(json!([{}])));
        for edit in &edits {
            history.apply(edit).unwrap();
        }
        let last = history.present().clone();
        let undone = std::iter::from_fn(|| history.undo()).count();
        assert_eq!(undone, steps, "{edits:?}");
        assert_eq!(**history.present(), workbook(json!([{}])));
        assert_eq!(std::iter::from_fn(|| history.redo()).count(), steps);
        assert_eq!(*history.present(), last);
    }
}

#[test]
fn a_new_project_is_laid_out_by_the_rules_of_the_workbook() {
    for (id, weights) in [
        ("wuhan-2020", "10 10 10 10 8 8 8 8 8"),
        ("mof-2020", "15 15 10 10 8 8 7 7 10"),
        ("sichuan-2023", "20 15 15 10 5 10 5 10"),
        ("", "10 10 10 10 8 8 8 8 8"),
        ("nowhere", "10 10 10 10 8 8 8 8 8"),
        ("own", "80"),
        ("bare", ""),
    ] {
        let mut before = workbook(json!([{ "unit": " 某中心 " }]));
        before.rule_set = id.to_owned();
        for (id, weights) in [("own", vec![80_u32]), ("bare", vec![])] {
            let mut rules = RuleSet::clone(&own(id, "本单位"));
            rules.project_template.truncate(weights.len());
            for (row, weight) in rules.project_template.iter_mut().zip(weights) {
                row.weight = weight.into();
            }
            before.rule_sets.push(Arc::new(rules));
        }
        let form = before.new_project();
        assert_eq!(form.kind, FormKind::Project);
        assert_eq!(
            (&*form.unit, &*form.implementer, &*form.rule_set),
            ("某中心", "某中心", "")
        );
        assert_eq!(form.goals.len(), 1);
        let got: Vec<_> = form.goals[0]
            .indicators
            .iter()
            .map(|i| i.weight.to_string())
            .collect();
        assert_eq!(got.join(" "), weights, "{id}");
        assert!(
            form.goals[0]
                .indicators
                .iter()
                .all(|i| !i.category.is_blank() && i.name.is_blank())
        );
    }
    let nobody = workbook(json!([])).new_project();
    assert_eq!((&*nobody.unit, &*nobody.implementer), ("", ""));
}

#[test]
fn a_new_workbook() {
    for (id, used) in [
        ("mof-2020", "mof-2020"),
        ("nowhere", "wuhan-2020"),
        ("", "wuhan-2020"),
    ] {
        let new = Workbook::new("2021", "某局", id);
        assert_eq!(
            (&*new.year, new.rule_set.as_str(), new.format),
            ("2021", used, juesuan::FORMAT)
        );
        let form = &new.forms[0];
        assert_eq!(form.kind, FormKind::Overall);
        assert_eq!(
            (&*form.unit, &*form.implementer, form.rule_set.as_str()),
            ("某局", "", "")
        );
        assert_eq!(
            form.indicator_count(),
            rule_set(used).unwrap().project_template.len()
        );
    }
}

/// What the rules were, who was asked and what was aimed at stays; what was answered goes.
#[test]
fn the_next_year() {
    let all_of_a_form = json!({
        "kind": "project", "ruleSet": "own", "unit": "某中心", "name": "培训", "filledOn": "2021-05-20",
        "basicSpending": "1", "projectSpending": "2", "department": "某局", "implementer": "某中心",
        "projectCategory": "部门预算项目", "projectAttribute": "持续性项目", "projectType": "常年性项目",
        "execution": { "budget": "5", "actual": "4", "rate": "80%", "claimed": "16" },
        "goals": [{ "name": "办好培训", "weight": "80", "indicators": [
            { "category": "产出指标", "dimension": "数量指标", "name": "人次", "weight": "80",
              "target": "≥5", "actual": "5", "claimed": "80", "nature": "quantitative",
              "direction": "higher", "band": "met", "awarded": "80" }] },
            { "indicators": [] }],
        "claimedTotal": "96", "deviation": "无", "improvement": "无",
        "setAside": [{ "code": "score-differs", "path": "unit", "message": "某", "reason": "某" }],
        "remarks": [{ "path": "unit", "text": "请核对" }]
    });
    let mut before = workbook(json!([all_of_a_form, {}]));
    before.rule_set = "mof-2020".to_owned();
    before.rule_sets.push(own("own", "本单位"));
    before.settings = serde_json::from_value(json!({
        "percentPlaces": "2", "scorePlaces": "1", "zeroByZero": "zero", "satisfaction": "leftOut",
        "explainMissed": "no", "farAbove": "150", "explainExecutionBelow": "85", "deadline": "2021-06-30"
    }))
    .unwrap();
    let next = serde_json::to_value(before.next_year()).unwrap();
    assert_eq!(
        next,
        json!({
            "format": 2, "year": "2021", "ruleSet": "mof-2020",
            "ruleSets": [serde_json::to_value(&*before.rule_sets[0]).unwrap()],
            "settings": {
                "percentPlaces": "2", "scorePlaces": "1", "zeroByZero": "zero",
                "satisfaction": "leftOut", "explainMissed": "no", "farAbove": "150",
                "explainExecutionBelow": "85"
            },
            "forms": [
                { "kind": "project", "ruleSet": "own", "unit": "某中心", "name": "培训",
                  "department": "某局", "implementer": "某中心", "projectCategory": "部门预算项目",
                  "projectAttribute": "持续性项目", "projectType": "常年性项目", "execution": {},
                  "goals": [{ "name": "办好培训", "weight": "80", "indicators": [
                      { "category": "产出指标", "dimension": "数量指标", "name": "人次", "weight": "80",
                        "target": "≥5", "nature": "quantitative", "direction": "higher" }] },
                      { "indicators": [] }] },
                { "kind": "overall", "execution": {}, "goals": [] }
            ]
        })
    );
    // A year later there is nothing more to empty.
    let mut later = before.next_year().next_year();
    assert_eq!(&*later.year, "2022");
    later.year = "2021".into();
    assert_eq!(later, before.next_year());
}

#[test]
fn the_year_after() {
    for (year, next) in [
        ("2020", "2021"),
        (" 2020 ", "2021"),
        ("1999", "2000"),
        ("2100", "2101"),
        ("2020年", "2021"),
        ("二〇二〇", "2021"),
        // What is no year stays as it was typed.
        ("65534", "65534"),
        ("65535", "65535"),
        ("70000", "70000"),
        ("", ""),
        ("-1", "-1"),
        ("2020.5", "2020.5"),
    ] {
        let mut workbook = workbook(json!([]));
        workbook.year = year.into();
        assert_eq!(&*workbook.next_year().year, next, "{year:?}");
    }
}

#[test]
fn the_rules_of_a_form() {
    let mut workbook = workbook(json!([]));
    workbook.rule_sets = vec![own("own", "本单位"), own("mof-2020", "本单位的财政部")];
    for (of_workbook, of_form, name) in [
        ("", "", Some("武汉市 2020 年度")),
        ("hubei-2019", "", Some("湖北省直 2019 年度")),
        ("hubei-2019", "sichuan-2023", Some("四川省 2023 年度")),
        ("own", "", Some("本单位")),
        ("nowhere", "own", Some("本单位")),
        // The id of a built-in set means that set, whatever the file brings along under it.
        ("mof-2020", "", Some("财政部 2020")),
        ("own", "nowhere", None),
        ("nowhere", "", None),
        ("own", " ", None),
    ] {
        workbook.rule_set = of_workbook.to_owned();
        let form = Form {
            rule_set: of_form.to_owned(),
            ..Form::default()
        };
        let rules = workbook.rules_of(&form);
        assert_eq!(
            rules.as_ref().map(|rules| rules.name.as_str()),
            name,
            "{of_workbook} {of_form}"
        );
        let id = if of_form.is_empty() {
            of_workbook
        } else {
            of_form
        };
        assert_eq!(workbook.rule_set_of(&form), id);
        let named = workbook.rules_named(id).map(|rules| rules.name.as_str());
        assert_eq!(named, name.filter(|_| !id.is_empty()));
    }
}

/// Ids of the rules: the workbook's, its forms', its own.
fn ids(workbook: &Workbook) -> String {
    let forms: Vec<_> = workbook
        .forms
        .iter()
        .map(|form| form.rule_set.as_str())
        .collect();
    let own: Vec<_> = workbook
        .rule_sets
        .iter()
        .map(|set| set.name.as_str())
        .collect();
    format!(
        "{}|{}|{}",
        workbook.rule_set,
        forms.join(","),
        own.join(",")
    )
}

#[test]
fn rule_sets_come_and_go() {
    let mut before = workbook(
        json!([{}, { "ruleSet": "own" }, { "ruleSet": "mof-2020" }, { "ruleSet": "other" }]),
    );
    before.rule_set = "own".to_owned();
    before.rule_sets = vec![own("own", "甲"), own("mof-2020", "乙")];
    let remove = |id: &str| Edit::RemoveRuleSet { id: id.to_owned() };
    for (edit, expected) in [
        (
            Edit::SetRuleSet {
                id: "nowhere".to_owned(),
            },
            "nowhere|,own,mof-2020,other|甲,乙",
        ),
        (
            Edit::SetRuleSet { id: String::new() },
            "|,own,mof-2020,other|甲,乙",
        ),
        (
            Edit::AddRuleSet {
                rules: own("other", "丙"),
            },
            "own|,own,mof-2020,other|甲,乙,丙",
        ),
        // One of the same id is replaced where it stands.
        (
            Edit::AddRuleSet {
                rules: own("own", "丁"),
            },
            "own|,own,mof-2020,other|丁,乙",
        ),
        // Nothing takes its place: forms go back to the workbook's rules, and those to the default.
        (remove("own"), "|,,mof-2020,other|乙"),
        // The built-in one takes its place.
        (remove("mof-2020"), "own|,own,mof-2020,other|甲"),
    ] {
        let mut history = History::new(before.clone());
        history.apply(&edit).unwrap();
        assert_eq!(ids(history.present()), expected, "{edit:?}");
        assert_eq!(history.undo(), Some(Spot::Rules));
        assert_eq!(**history.present(), before);
    }
    let gone = before.edited(&remove("mof-2020")).unwrap();
    assert_eq!(gone.rules_of(&gone.forms[2]), rule_set("mof-2020").cloned());
    for id in ["other", "wuhan-2020", ""] {
        let missing = BadCell(format!("ruleSets[{id}]"));
        assert_eq!(before.edited(&remove(id)), Err(missing.into()));
    }
}

/// The own set is gone and so is what it scored by: nobody is told of an unknown rule set.
#[test]
fn nothing_unknown_is_left_behind() {
    let mut before = workbook(json!([{}, { "ruleSet": "own" }]));
    before.rule_set = "own".to_owned();
    before.rule_sets = vec![own("own", "甲")];
    let after = before
        .edited(&Edit::RemoveRuleSet {
            id: "own".to_owned(),
        })
        .unwrap();
    let assessment = assess(&after, None);
    let findings = assessment.forms.iter().flat_map(|form| &form.findings);
    assert_eq!(
        findings.filter(|f| f.code == Code::RuleSetUnknown).count(),
        0
    );
    assert!(assessment.rules.iter().all(|rules| *rules == built_in()[0]));
}

/// Edits around three rows in two goals, of rule sets and settings, most of which fit.
fn edits() -> impl Strategy<Value = Edit> {
    let (form, goal, row) = (0..2_usize, 0..2_usize, 0..4_usize);
    let at = (form.clone(), goal, row.clone());
    let name =
        prop::sample::select(&["", "产出", "效益", "数量", "社会"][..]).prop_map(str::to_owned);
    let id = prop::sample::select(&["", "own", "mof-2020", "other"][..]);
    prop_oneof![
        at.clone()
            .prop_map(|(form, goal, row)| Edit::DuplicateIndicator { form, goal, row }),
        at.clone()
            .prop_map(|(form, goal, row)| Edit::RemoveIndicator { form, goal, row }),
        at.clone()
            .prop_map(|(form, goal, row)| Edit::AddIndicator { form, goal, row }),
        (at.clone(), row).prop_map(|((form, goal, row), to)| Edit::MoveIndicator {
            form,
            goal,
            row,
            to
        }),
        (at.clone(), name.clone(), name.clone()).prop_map(
            |((form, goal, row), category, dimension)| {
                Edit::PlaceIndicator {
                    form,
                    goal,
                    row,
                    category,
                    dimension,
                }
            }
        ),
        (at.clone(), name.clone()).prop_map(|((form, goal, row), text)| Edit::SetRemark {
            form,
            cell: Cell::Indicator(goal, row, IndicatorField::Name),
            remark: text.into(),
        }),
        (at, name.clone()).prop_map(|((form, goal, row), reason)| Edit::SetAside {
            form,
            code: "cell-missing",
            cell: Cell::Indicator(goal, row, IndicatorField::Weight),
            arguments: Arguments::new(),
            reason,
        }),
        (form.clone(), 0..3_usize, 0..6_usize, any::<(bool, bool)>()).prop_map(
            |(form, goal, row, (category, split))| Edit::NewHeading {
                form,
                goal,
                row,
                level: if category {
                    Level::Category
                } else {
                    Level::Dimension
                },
                split,
            }
        ),
        form.clone().prop_map(|form| Edit::AddGoal { form }),
        (form.clone(), 0..3_usize).prop_map(|(form, goal)| Edit::RemoveGoal { form, goal }),
        form.clone().prop_map(|form| Edit::CopyForm { form }),
        form.prop_map(|form| Edit::RemoveForm { form }),
        id.clone()
            .prop_map(|id| Edit::SetRuleSet { id: id.to_owned() }),
        (id.clone(), name.clone()).prop_map(|(id, name)| Edit::AddRuleSet {
            rules: own(id, &name)
        }),
        id.prop_map(|id| Edit::RemoveRuleSet { id: id.to_owned() }),
        (prop::sample::select(Setting::ALL), name)
            .prop_map(|(setting, text)| Edit::SetSetting { setting, text }),
    ]
}

fn first() -> Workbook {
    let row = |category: &str| json!({ "category": category, "dimension": "数量" });
    let goal = json!({ "indicators": [row("产出"), row("效益"), row("产出")] });
    workbook(json!([{ "ruleSet": "own", "goals": [goal, goal] }, { "goals": [goal] }]))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn undone_to_the_first_and_redone_to_the_last(edits in prop::collection::vec(edits(), 0..30)) {
        let mut history = History::new(first());
        let mut states = vec![history.present().clone()];
        let mut spots = Vec::new();
        for edit in &edits {
            let before = history.present().clone();
            history.seal();
            if history.apply(edit).is_ok() && *history.present() != before {
                spots.push(edit.spot(&before));
                states.push(history.present().clone());
            } else {
                prop_assert_eq!(history.present(), &before);
            }
        }
        for (at, spot) in spots.iter().enumerate().rev() {
            prop_assert_eq!(history.undo(), Some(*spot));
            prop_assert_eq!(history.present(), &states[at]);
        }
        prop_assert_eq!(history.undo(), None);
        prop_assert_eq!(&**history.present(), &first());
        for (at, spot) in spots.iter().enumerate() {
            prop_assert_eq!(history.redo(), Some(*spot));
            prop_assert_eq!(history.present(), &states[at + 1]);
        }
        prop_assert_eq!(history.redo(), None);
    }

    /// A row is only taken elsewhere: none is lost, and the others keep their order.
    #[test]
    fn placing_keeps_every_row(
        headings in prop::collection::vec((0..3_usize, 0..3_usize), 1..8), row in 0..8_usize, to in (0..4_usize, 0..4_usize),
    ) {
        let texts: Vec<_> = headings.iter().enumerate().map(|(i, (c, d))| format!("{c}/{d}/{i}")).collect();
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let before = rows(&texts);
        let row = row % headings.len();
        let (category, dimension) = (to.0.to_string(), to.1.to_string());
        let edit = place(row, &category, &dimension);
        let mut after = shown(&before.edited(&edit).unwrap());
        let placed = format!("{category}/{dimension}/{row}");
        let at = after.iter().position(|text| *text == placed).unwrap();
        prop_assert_eq!(edit.spot(&before), Spot::Cell(0, Cell::Indicator(0, at, IndicatorField::Name)));
        // The row before it has the same headings wherever any other has.
        let head = format!("{category}/{dimension}/");
        let mut others = after.iter().enumerate().filter(|(i, text)| *i != at && text.starts_with(&head));
        if let Some((last, _)) = others.next_back() {
            prop_assert_eq!(last + 1, at);
        }
        after.remove(at);
        let mut rest = texts;
        rest.remove(row);
        prop_assert_eq!(after, rest);
    }
}

fn heading(row: usize, level: Level, split: bool) -> Edit {
    Edit::NewHeading {
        form: 0,
        goal: 0,
        row,
        level,
        split,
    }
}
