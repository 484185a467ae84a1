//! Rules that are written here: a draft from each set and back, what each wrong cell says, what is done with drafts,
//! and the trial on a form.

use juesuan::evaluation::{
    Cell, Differing, Form, RuleCell, RuleDraft, RuleField, RuleList, RuleSet, Setting, built_in,
    rule_set, trial,
};
use juesuan::exchange::{read_rules, read_workbook, write_rules, write_workbook};
use juesuan::figure::grouped;
use juesuan::say::{Language, Spoken as _};
use juesuan::{Drafting, Edit, History, Refused, Spot, Workbook, assess};
use serde_json::json;
use std::sync::Arc;

fn cell(path: &str) -> RuleCell {
    path.parse().unwrap_or_else(|_| panic!("{path} is no cell"))
}

/// A workbook with a copy of a built-in set being written, and these texts typed into it.
#[track_caller]
fn typed(id: &str, texts: &[(&str, &str)]) -> Workbook {
    let copy = Edit::Draft(Drafting::Copy { of: id.to_owned() });
    let mut workbook = Workbook::new("2020", "某局", "wuhan-2020")
        .edited(&copy)
        .unwrap();
    for (path, text) in texts {
        workbook = workbook.edited(&set(path, text)).unwrap();
    }
    workbook
}

fn set(path: &str, text: &str) -> Edit {
    Edit::Draft(Drafting::Set {
        draft: 0,
        cell: cell(path),
        text: text.to_owned(),
    })
}

/// What is wrong, `cell: sentence` each.
fn wrong(workbook: &Workbook, language: Language) -> Vec<String> {
    let faults = workbook.drafted(0).unwrap().err().unwrap_or_default();
    let said = faults
        .iter()
        .map(|fault| format!("{}: {}", fault.cell, fault.spoken(language)));
    said.collect()
}

/// The rule set that is being written says what the one it is a copy of does.
#[test]
fn a_copy_says_what_the_original_does() {
    for rules in built_in() {
        let workbook = typed(&rules.id, &[]);
        let copy = workbook.drafted(0).unwrap().unwrap();
        let expected = RuleSet {
            id: format!("{}-own", rules.id),
            name: format!("{}（自定）", rules.name),
            ..RuleSet::clone(rules)
        };
        assert_eq!(copy, expected);
        // It can be handed on as a file, and read again.
        assert_eq!(read_rules(write_rules(&copy).as_bytes()), Ok(copy));
    }
}

#[test]
fn every_cell_has_an_address_of_its_own() {
    let draft = RuleDraft::of(rule_set("mof-2020").unwrap());
    let mut paths = Vec::new();
    paths.extend(RuleField::ALL.iter().map(|field| field.as_str().to_owned()));
    paths.extend(Setting::ALL.iter().map(|one| one.as_str().to_owned()));
    for row in [
        "categories[2].name",
        "categories[0].points",
        "categories[0].stems",
        "categories[1].dimensions",
        "bands[0].name",
        "bands[2].from",
        "grades[0].name",
        "grades[3].from",
        "projectTemplate[0].category",
        "projectTemplate[8].dimension",
        "projectTemplate[8].weight",
    ] {
        paths.push(row.to_owned());
    }
    for path in &paths {
        assert_eq!(cell(path).to_string(), *path);
        assert!(draft.text(cell(path)).is_some(), "{path}");
    }
    for none in [
        "bands[3].from",
        "grades[4].name",
        "bands",
        "projectTemplate",
    ] {
        assert_eq!(draft.text(cell(none)), None, "{none}");
    }
    for nothing in [
        "",
        "band",
        "bands[0]",
        "bands[0].",
        "bands[x].from",
        "source",
    ] {
        assert!(nothing.parse::<RuleCell>().is_err(), "{nothing}");
    }
}

/// What is typed, where it is said to be wrong, and in which words.
#[test]
fn each_wrong_cell_says_what_mends_it() {
    for (id, path, text, sentence) in [
        ("wuhan-2020", "name", " ", "name: 没有填写：请写明名称。"),
        (
            "wuhan-2020",
            "id",
            "武汉",
            "id: 请用 1 到 40 个小写字母、数字和连字符作代号，例如 wuhan-2020。",
        ),
        (
            "wuhan-2020",
            "id",
            "mof-2020",
            "id: 代号“mof-2020”已被另一套规则使用：请换一个。",
        ),
        (
            "wuhan-2020",
            "source.title",
            "",
            "source.title: 没有填写：请写明依据的文件。",
        ),
        (
            "wuhan-2020",
            "source.issuer",
            "",
            "source.issuer: 没有填写：请写明依据的发文单位。",
        ),
        (
            "wuhan-2020",
            "words.bands",
            "",
            "words.bands: 没有填写：请写明定性指标的分档。",
        ),
        (
            "wuhan-2020",
            "executionPoints",
            "二十x",
            "executionPoints: “二十x”不是数字：第 1 个字“二”无法识别，请填写数字，例如 10。",
        ),
        (
            "wuhan-2020",
            "executionPoints",
            "",
            "executionPoints: 没有填写数字：请填写数字，例如 10。",
        ),
        (
            "wuhan-2020",
            "executionPoints",
            "30",
            "indicatorPoints: 预算执行 30 分与指标 80 分应合计 100 分，指标的大于 0，都不小于 0：请改正。",
        ),
        (
            "mof-2020",
            "categories[0].name",
            "",
            "categories[0].name: 没有填写：请写明一级指标的名称。",
        ),
        (
            "mof-2020",
            "categories[0].stems",
            "、，",
            "categories[0].stems: 没有识别用的词：请填写，例如“产出”，几个词之间用顿号。",
        ),
        (
            "mof-2020",
            "categories[0].points",
            "40",
            "categories: 各项分值合计 80 分，不等于指标总分值 90 分：请改正，或者留空不设。",
        ),
        (
            "mof-2020",
            "categories[0].points",
            "五十",
            "categories[0].points: “五十”不是数字：第 1 个字“五”无法识别，请填写数字，例如 10。",
        ),
        (
            "wuhan-2020",
            "categories[0].points",
            "81",
            "categories: 所填分值合计 81 分，超过指标总分值 80 分：请改正。",
        ),
        (
            "mof-2020",
            "bands[0].name",
            "",
            "bands[0].name: 没有填写：请写明档次的名称。",
        ),
        (
            "mof-2020",
            "bands[1].name",
            "达成年度指标",
            "bands[1].name: 另有一档也叫“达成年度指标”：各档应互不同名，请改正。",
        ),
        (
            "mof-2020",
            "bands[0].from",
            "80x",
            "bands[0].from: “80x”不是数字：第 3 个字“x”无法识别，请填写数字，例如 10。",
        ),
        (
            "mof-2020",
            "bands[1].from",
            "85",
            "bands[1].from: 下限应依次降低并在 0 与 100 之间，现在是 80、85、0：请改正。",
        ),
        (
            "mof-2020",
            "bands[2].from",
            "10",
            "bands[2].from: 最后一档的下限是 10，应为 0，否则低分无档可归：请改正。",
        ),
        (
            "mof-2020",
            "grades[1].name",
            "",
            "grades[1].name: 没有填写：请写明等级的名称。",
        ),
        (
            "mof-2020",
            "grades[1].from",
            "90",
            "grades[1].from: 起点分应低于前一等级，且在 0 与 100 之间：请改正。",
        ),
        (
            "mof-2020",
            "farAbove",
            "90",
            "farAbove: 设置“超额完成须说明，达到目标的”所填“90”应大于 100%，请改正。",
        ),
        (
            "mof-2020",
            "explainExecutionBelow",
            "101",
            "explainExecutionBelow: 设置“执行率须说明，低于”所填“101”应大于 0%、不大于 100%，请改正。",
        ),
        (
            "mof-2020",
            "deadline",
            "明天",
            "deadline: 设置“填报截止日期”所填“明天”不是日期，请填写年月日，例如 2021-06-30。",
        ),
        (
            "mof-2020",
            "percentPlaces",
            "5",
            "percentPlaces: 设置“百分比小数位”所填“5”不是 0 到 4 的整数，请改正。",
        ),
        (
            "mof-2020",
            "projectTemplate[0].weight",
            "14",
            "projectTemplate: 各行分值合计 89 分，不等于指标总分值 90 分：请改正。",
        ),
        (
            "mof-2020",
            "projectTemplate[0].weight",
            "",
            "projectTemplate[0].weight: 没有填写数字：请填写数字，例如 10。",
        ),
    ] {
        let workbook = typed(id, &[(path, text)]);
        assert_eq!(
            wrong(&workbook, Language::Chinese),
            [sentence],
            "{path} {text:?}"
        );
        // The other language has its sentence too, and nothing Chinese but names.
        assert_eq!(wrong(&workbook, Language::English).len(), 1, "{path}");
        // What is typed stays as typed, in the file too; and nothing is scored by it.
        let read = read_workbook(write_workbook(&workbook).as_bytes()).unwrap();
        assert_eq!(read.rule_drafts, workbook.rule_drafts);
        assert_eq!(&**read.rule_drafts[0].text(cell(path)).unwrap(), text);
        let used = Edit::Draft(Drafting::Use {
            draft: 0,
            form: Some(0),
        });
        assert!(
            matches!(workbook.edited(&used), Err(Refused::BadCell(_))),
            "{path}"
        );
        // It is mended by what stood there.
        let before = RuleDraft::of(rule_set(id).unwrap());
        let before = match path {
            "id" => "own",
            path => before.text(cell(path)).unwrap(),
        };
        let mended = workbook.edited(&set(path, before)).unwrap();
        assert_eq!(wrong(&mended, Language::Chinese), [""; 0], "{path}");
    }
}

/// All that is wrong is said at once, each at its cell; what only follows from a cell that cannot be read is not said.
#[test]
fn what_follows_from_an_unread_cell_is_not_said() {
    for (texts, cells) in [
        (vec![("indicatorPoints", "x")], vec!["indicatorPoints"]),
        (
            vec![("indicatorPoints", "x"), ("name", "")],
            vec!["name", "indicatorPoints"],
        ),
        (
            vec![
                ("categories[0].points", "x"),
                ("categories[1].points", "95"),
            ],
            vec!["categories[0].points"],
        ),
        (
            vec![("bands[0].from", "x"), ("bands[2].from", "70")],
            vec!["bands[0].from"],
        ),
        (vec![("grades[0].from", "")], vec!["grades[0].from"]),
        (
            vec![("projectTemplate[3].weight", "x")],
            vec!["projectTemplate[3].weight"],
        ),
        (
            vec![("executionPoints", "20"), ("indicatorPoints", "80")],
            vec!["categories", "projectTemplate"],
        ),
    ] {
        let workbook = typed("mof-2020", &texts);
        let faults = workbook.drafted(0).unwrap().unwrap_err();
        let found: Vec<String> = faults.iter().map(|fault| fault.cell.to_string()).collect();
        assert_eq!(found, cells, "{texts:?}");
    }
}

/// What can be typed in more than one way is read.
#[test]
fn what_is_typed_is_read() {
    let read = |texts: &[(&str, &str)]| typed("mof-2020", texts).drafted(0).unwrap().unwrap();
    let like = |rules: &RuleSet| {
        let one = &rules.categories[0];
        (
            one.stems.join("/"),
            one.dimensions.join("/"),
            rules.notes.join("/"),
        )
    };
    for (path, text, stems, dimensions, notes) in [
        (
            "categories[0].stems",
            "产出，成果 ;绩效\n",
            "产出/成果/绩效",
            "数量/质量/时效/成本",
            "",
        ),
        (
            "categories[0].dimensions",
            "数量, 质量",
            "产出",
            "数量/质量",
            "",
        ),
        (
            "notes",
            "第一句\n\n 第二句 ",
            "产出",
            "数量/质量/时效/成本",
            "第一句/第二句",
        ),
    ] {
        let found = like(&read(&[(path, text)]));
        assert_eq!(
            found,
            (stems.into(), dimensions.into(), notes.into()),
            "{path}"
        );
    }
    // A name is one line, however it came.
    let name = read(&[("name", "某市\n 2024 年 \n"), ("bands[0].name", "完\r\n成")]);
    assert_eq!((&*name.name, &*name.bands[0].name), ("某市2024 年", "完成"));
    let percent = read(&[
        ("bands[0].from", "８5%"),
        ("farAbove", "无"),
        ("explainExecutionBelow", "90%"),
    ]);
    assert_eq!(percent.bands[0].from.to_string(), "85");
    assert_eq!(percent.far_above, None);
    assert_eq!(percent.explain_execution_below.unwrap().to_string(), "90");
    let free = read(&[("categories[0].points", ""), ("categories[1].points", " ")]);
    assert_eq!(free.categories[0].points, None);
}

/// Rows come and go; a new band has a key of its own, and is named by it where it stands in a form.
#[test]
fn rows_come_and_go() {
    let insert = |list, at| Edit::Draft(Drafting::Insert { draft: 0, list, at });
    let remove = |list, at| Edit::Draft(Drafting::Remove { draft: 0, list, at });
    let before = typed("mof-2020", &[]);
    for list in RuleList::ALL.iter().copied() {
        let rows = before.rule_drafts[0].rows(list);
        let more = before.edited(&insert(list, rows)).unwrap();
        assert_eq!(more.rule_drafts[0].rows(list), rows + 1, "{list:?}");
        assert!(more.drafted(0).unwrap().is_err(), "{list:?}");
        assert_eq!(
            more.edited(&remove(list, rows)).unwrap(),
            before,
            "{list:?}"
        );
        for edit in [insert(list, rows + 1), remove(list, rows)] {
            assert!(before.edited(&edit).is_err(), "{list:?}");
        }
    }
    let four = before.edited(&insert(RuleList::Bands, 1)).unwrap();
    let four = four.edited(&set("bands[1].name", "基本达成")).unwrap();
    let four = four.edited(&set("bands[1].from", "70")).unwrap();
    let keys: Vec<String> = four
        .drafted(0)
        .unwrap()
        .unwrap()
        .bands
        .iter()
        .map(|band| band.key.clone())
        .collect();
    assert_eq!(keys, ["met", "band-1", "partly", "unmet"]);
    let few = before.edited(&remove(RuleList::Bands, 2)).unwrap();
    let few = few.edited(&remove(RuleList::Bands, 1)).unwrap();
    assert_eq!(
        wrong(&few, Language::Chinese),
        ["bands: 现有 1 档，应有 2 到 10 档：请增减。"]
    );
    // Without categories there is one thing to say.
    let mut none = before;
    for _ in 0..3 {
        none = none.edited(&remove(RuleList::Categories, 0)).unwrap();
    }
    assert_eq!(
        wrong(&none, Language::Chinese),
        ["categories: 没有一级指标：请至少添加一个。"]
    );
}

/// A form is scored by what was written in one step, which can be taken back.
#[test]
fn it_is_used_in_one_step() {
    let used = Edit::Draft(Drafting::Use {
        draft: 0,
        form: Some(0),
    });
    let before = typed("wuhan-2020", &[("name", " 本单位 ")]);
    assert_eq!(used.spot(&before), Spot::Draft(0, None));
    let mut history = History::new(before.clone());
    history.apply(&used).unwrap();
    let now = history.present().clone();
    assert_eq!(now.rule_drafts, []);
    assert_eq!(
        (&*now.forms[0].rule_set, &*now.rule_set),
        ("wuhan-2020-own", "wuhan-2020")
    );
    assert_eq!(now.rule_sets[0].name, "本单位");
    assert_eq!(assess(&now, None).rules[0].id, "wuhan-2020-own");
    assert_eq!(history.undo(), Some(Spot::Draft(0, None)));
    assert_eq!(**history.present(), before);
    // Without a form it is only among the rules, and is taken away as one from a file.
    let kept = before
        .edited(&Edit::Draft(Drafting::Use {
            draft: 0,
            form: None,
        }))
        .unwrap();
    assert_eq!((&*kept.forms[0].rule_set, kept.rule_sets.len()), ("", 1));
    let removed = kept
        .edited(&Edit::RemoveRuleSet {
            id: "wuhan-2020-own".to_owned(),
        })
        .unwrap();
    assert_eq!(removed.rule_sets, []);
    for (draft, form) in [(1, None), (0, Some(7))] {
        assert!(
            before
                .edited(&Edit::Draft(Drafting::Use { draft, form }))
                .is_err()
        );
    }
}

/// A rule set of the workbook's own is changed: it stays as it is until then, and keeps its users, also under
/// another id.
#[test]
fn an_own_set_is_changed() {
    let change = |of: &str| Edit::Draft(Drafting::Change { of: of.to_owned() });
    let own = RuleSet {
        id: "own".to_owned(),
        ..RuleSet::clone(rule_set("wuhan-2020").unwrap())
    };
    let mut workbook = Workbook::new("2020", "某局", "own");
    workbook.rule_set = "own".to_owned();
    workbook.rule_sets.push(Arc::new(own.clone()));
    workbook = workbook
        .edited(&Edit::AddForm {
            form: Box::new(Form {
                rule_set: "own".to_owned(),
                ..Form::default()
            }),
        })
        .unwrap();
    let changing = workbook.edited(&change("own")).unwrap();
    assert_eq!(changing.drafted(0).unwrap(), Ok(own.clone()));
    assert_eq!(changing.draft_of("own"), Some(0));
    // It is being changed already; and a built-in one never is.
    for id in ["own", "wuhan-2020", "nobody"] {
        assert!(changing.edited(&change(id)).is_err(), "{id}");
    }
    for (id, renamed) in [("own", "own"), ("other", "other")] {
        let changed = changing.edited(&set("id", id)).unwrap();
        let changed = changed.edited(&set("name", "新的")).unwrap();
        assert_eq!(changed.rule_sets, workbook.rule_sets);
        let used = changed
            .edited(&Edit::Draft(Drafting::Use {
                draft: 0,
                form: None,
            }))
            .unwrap();
        assert_eq!(used.rule_sets.len(), 1);
        assert_eq!(
            (&*used.rule_sets[0].id, &*used.rule_sets[0].name),
            (renamed, "新的")
        );
        assert_eq!(
            (&*used.rule_set, &*used.forms[1].rule_set),
            (renamed, renamed)
        );
    }
    // One that cannot be used can be mended.
    let mut faulty = workbook;
    Arc::make_mut(&mut faulty.rule_sets[0]).name.clear();
    let faulty = faulty.edited(&change("own")).unwrap();
    assert_eq!(
        wrong(&faulty, Language::Chinese),
        ["name: 没有填写：请写明名称。"]
    );
    // A copy beside it has another name and another id, and so has the next.
    let copy = |of: &str| Edit::Draft(Drafting::Copy { of: of.to_owned() });
    let copies = changing.edited(&copy("own")).unwrap();
    let copies = copies.edited(&copy("wuhan-2020")).unwrap();
    let copies = copies.edited(&copy("wuhan-2020")).unwrap();
    let names: Vec<(&str, &str)> = copies
        .rule_drafts
        .iter()
        .map(|draft| (&*draft.id, &*draft.name))
        .collect();
    assert_eq!(
        names,
        [
            ("own", "武汉市 2020 年度"),
            ("own-own", "武汉市 2020 年度（自定）"),
            ("wuhan-2020-own", "武汉市 2020 年度（自定）2"),
            ("wuhan-2020-own-2", "武汉市 2020 年度（自定）3"),
        ]
    );
    let discarded = copies
        .edited(&Edit::Draft(Drafting::Discard { draft: 1 }))
        .unwrap();
    assert_eq!(discarded.rule_drafts.len(), 3);
    assert!(
        copies
            .edited(&Edit::Draft(Drafting::Discard { draft: 4 }))
            .is_err()
    );
}

/// Whatever a file has in the place of a draft: it is kept, and says what is wrong.
#[test]
fn a_draft_from_a_file_may_say_anything() {
    let file = |draft: serde_json::Value| {
        let file = json!({ "format": 4, "forms": [{ "goals": [] }], "ruleDrafts": [draft] });
        read_workbook(file.to_string().as_bytes())
    };
    for (draft, faults) in [
        (json!({}), 12),
        (
            json!({ "executionPoints": 20, "indicatorPoints": "80", "bands": [{ "name": "甲", "from": null }] }),
            11,
        ),
        (
            json!({ "bands": [{ "key": "好", "name": "甲", "from": "50" }, { "name": "乙", "from": 0 }] }),
            13,
        ),
        (
            json!({ "settings": { "farAbove": "x" }, "grades": [{}] }),
            15,
        ),
    ] {
        let workbook = file(draft.clone()).unwrap();
        assert_eq!(wrong(&workbook, Language::English).len(), faults, "{draft}");
        assert_eq!(wrong(&workbook, Language::Chinese).len(), faults, "{draft}");
        let again = read_workbook(write_workbook(&workbook).as_bytes());
        assert_eq!(again.unwrap().rule_drafts, workbook.rule_drafts, "{draft}");
        assert_eq!(assess(&workbook, None).rules[0].id, "wuhan-2020", "{draft}");
    }
    for draft in [
        json!([]),
        json!("x"),
        json!({ "bands": [[]] }),
        json!({ "name": {} }),
    ] {
        assert!(file(draft.clone()).is_err(), "{draft}");
    }
}

/// Typing in one cell is one step, in another a second; undone, it leads there.
#[test]
fn typing_is_one_step() {
    let before = typed("wuhan-2020", &[]);
    let mut history = History::new(before.clone());
    for text in ["1", "10", "105"] {
        history.apply(&set("executionPoints", text)).unwrap();
    }
    history.apply(&set("indicatorPoints", "9")).unwrap();
    assert_eq!(
        history.undo(),
        Some(Spot::Draft(0, Some(cell("indicatorPoints"))))
    );
    assert_eq!(
        history.undo(),
        Some(Spot::Draft(0, Some(cell("executionPoints"))))
    );
    assert_eq!(history.undo(), None);
    assert_eq!(**history.present(), before);
}

/// What the trial says: total now and then, and each line whose points differ.
#[test]
fn a_trial_says_what_differs() {
    let form: Form = serde_json::from_value(json!({
        "kind": "project", "ruleSet": "wuhan-2020", "name": "项目",
        "execution": { "budget": "100", "actual": "50", "claimed": "10" },
        "goals": [{ "name": "目标", "indicators": [
            { "category": "产出指标", "dimension": "数量指标", "name": "次数", "weight": "40", "target": "≥10", "actual": "5", "claimed": "20" },
            { "category": "效益指标", "dimension": "社会效益", "name": "作用", "weight": "40", "target": "明显", "actual": "较好", "band": "partly", "claimed": "20" },
        ]}],
    }))
    .unwrap();
    let mut workbook = Workbook::of(form, "2020");
    workbook = workbook
        .edited(&Edit::Draft(Drafting::Copy {
            of: "wuhan-2020".to_owned(),
        }))
        .unwrap();
    let tried = |texts: &[(&str, &str)]| {
        let mut workbook = workbook.clone();
        for (path, text) in texts {
            workbook = workbook.edited(&set(path, text)).unwrap();
        }
        let rules = workbook.drafted(0).unwrap().unwrap();
        workbook.trial(0, &rules, None).unwrap()
    };
    let line = |line: &Differing| {
        let points = |points: Option<_>| points.map_or("–".to_owned(), grouped);
        let (now, then) = (points(line.now), points(line.then));
        format!("{} {now} → {then}", line.cell)
    };
    for (texts, totals, differing, new) in [
        (vec![], "50 → 50", vec![], 0),
        (vec![("name", "甲")], "50 → 50", vec![], 0),
        // The weights of the form are not those of the rules any more.
        (
            vec![
                ("executionPoints", "10"),
                ("indicatorPoints", "90"),
                ("projectTemplate[0].weight", "20"),
            ],
            "50 → 45",
            vec!["execution.claimed 10 → 5"],
            2,
        ),
        // A score below its band stands, and is said to be wrong.
        (vec![("bands[1].from", "60")], "50 → 50", vec![], 1),
        (vec![("scorePlaces", "0")], "50 → 50", vec![], 0),
    ] {
        let trial = tried(&texts);
        let found = format!("{} → {}", trial.now.total, trial.then.total);
        assert_eq!(found, totals, "{texts:?}");
        let lines: Vec<String> = trial.differing.iter().map(line).collect();
        assert_eq!(lines, differing, "{texts:?}");
        assert_eq!(trial.new.len(), new, "{texts:?}");
    }
    assert!(workbook.trial(3, &built_in()[0], None).is_none());
    // By the rules it has, nothing is new and nothing is gone.
    let wuhan = rule_set("wuhan-2020").unwrap();
    let same = trial(&workbook.forms[0], wuhan, wuhan, None);
    assert_eq!((same.new.len(), same.gone, same.differing.len()), (0, 0, 0));
    // The execution line has no name of its own.
    let mof = trial(
        &workbook.forms[0],
        wuhan,
        rule_set("mof-2020").unwrap(),
        None,
    );
    assert_eq!(
        mof.differing[0].cell,
        "execution.claimed".parse::<Cell>().unwrap()
    );
    assert_eq!(
        (&*mof.differing[0].name, mof.then.total.to_string()),
        ("", "45".to_owned())
    );
    assert!(!mof.new.is_empty());
}
