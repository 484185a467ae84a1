//! Remarks: who signs them and when, what becomes of them, how files keep that; and how the units of a
//! consolidation are listed and copied.

use juesuan::exchange::{
    Gathering, UnitList, read_workbook, report, report_text, unit_table, write_workbook,
};
use juesuan::review::{Remarking, Signature, State};
use juesuan::say::Language;
use juesuan::{History, Place, Workbook, assess};
use serde_json::{Value, json};
use time::{Date, Month};

fn workbook(remarks: Value) -> Workbook {
    let file = json!({ "format": 4, "ruleSet": "mof-2020", "forms": [{ "unit": "某局", "goals": [], "remarks": remarks }] });
    read_workbook(file.to_string().as_bytes()).unwrap()
}

const UNIT: &str = "unit";

fn place(path: &str) -> Place {
    match path.starts_with("accounts.") {
        true => Place::Accounts(path.parse().unwrap()),
        false => Place::Form(0, path.parse().unwrap()),
    }
}

fn day(day: u8) -> Option<Date> {
    Date::from_calendar_date(2026, Month::November, day).ok()
}

fn wrote(text: &str, author: &str, on: u8) -> Remarking {
    Remarking::Write {
        text: text.to_owned(),
        by: Signature {
            author: author.to_owned(),
            date: day(on),
        },
    }
}

/// The remark on a place of a form or of the accounts, in files; null where there is none.
fn kept(workbook: &Workbook, path: &str) -> Value {
    let file: Value = serde_json::from_str(&write_workbook(workbook)).unwrap();
    let list = match path.starts_with("accounts.") {
        true => &file["accounts"]["remarks"],
        false => &file["forms"][0]["remarks"],
    };
    let mut remark = list[0].clone();
    if let Some(remark) = remark.as_object_mut() {
        remark.remove("path");
    }
    remark
}

#[test]
fn who_signs_a_remark_and_what_becomes_of_it() {
    let settle = Remarking::Settle;
    let cases: &[(&[Remarking], Value)] = &[
        (
            &[wrote("请核", "", 1)],
            json!({ "text": "请核", "date": "2026-11-01" }),
        ),
        (
            &[wrote("请核", "王审", 1)],
            json!({ "text": "请核", "author": "王审", "date": "2026-11-01" }),
        ),
        // Without a clock.
        (
            &[Remarking::from("请核".to_owned())],
            json!({ "text": "请核" }),
        ),
        // Its author writes on in it, another day.
        (
            &[wrote("请核", "王审", 1), wrote("请核对", "王审", 2)],
            json!({ "text": "请核对", "author": "王审", "date": "2026-11-02" }),
        ),
        // Somebody else does, or nobody known: it stays whose it was.
        (
            &[wrote("请核", "王审", 1), wrote("请核。已附", "李会", 2)],
            json!({ "text": "请核。已附", "author": "王审", "date": "2026-11-01" }),
        ),
        (
            &[wrote("请核", "王审", 1), wrote("请核。已附", "", 2)],
            json!({ "text": "请核。已附", "author": "王审", "date": "2026-11-01" }),
        ),
        // The name is given once it is written.
        (
            &[wrote("请核", "", 1), wrote("请核", "王审", 1)],
            json!({ "text": "请核", "author": "王审", "date": "2026-11-01" }),
        ),
        // What became of it, and back.
        (
            &[wrote("请核", "王审", 1), settle(State::Answered)],
            json!({ "text": "请核", "author": "王审", "date": "2026-11-01", "state": "answered" }),
        ),
        (
            &[
                wrote("请核", "王审", 1),
                settle(State::Answered),
                settle(State::Changed),
            ],
            json!({ "text": "请核", "author": "王审", "date": "2026-11-01", "state": "changed" }),
        ),
        (
            &[
                wrote("请核", "王审", 1),
                settle(State::Changed),
                settle(State::Open),
            ],
            json!({ "text": "请核", "author": "王审", "date": "2026-11-01" }),
        ),
        // It goes with all that belongs to it, and the next one begins anew.
        (
            &[
                wrote("请核", "王审", 1),
                settle(State::Changed),
                wrote(" ", "李会", 2),
            ],
            Value::Null,
        ),
        (
            &[
                wrote("请核", "王审", 1),
                settle(State::Changed),
                wrote("", "李会", 2),
                wrote("再核", "李会", 2),
            ],
            json!({ "text": "再核", "author": "李会", "date": "2026-11-02" }),
        ),
        // Of what is not there nothing becomes.
        (&[settle(State::Changed)], Value::Null),
    ];
    for path in [UNIT, "accounts.01.left-total.amount"] {
        for (steps, expected) in cases {
            let mut now = workbook(json!([]));
            for step in *steps {
                now = now.edited(&place(path).remarking(step.clone())).unwrap();
            }
            assert_eq!(kept(&now, path), *expected, "{path} {steps:?}");
            // What is written is read as it was.
            let again = read_workbook(write_workbook(&now).as_bytes());
            assert_eq!(again.as_ref(), Ok(&now), "{steps:?}");
        }
    }
}

/// Files of other versions: what they lack is blank, what they call something unknown is kept.
#[test]
fn remarks_of_other_versions() {
    let cases = [
        (json!({ "path": "unit", "text": "请核" }), State::Open, ""),
        (
            json!({ "path": "unit", "text": "请核", "author": null, "date": null, "state": null }),
            State::Open,
            "",
        ),
        (
            json!({ "path": "unit", "text": "请核", "author": "王审", "state": "answered" }),
            State::Answered,
            "王审 · 已答复",
        ),
        (
            json!({ "path": "unit", "text": "请核", "date": "2026-11-01", "state": "changed" }),
            State::Changed,
            "2026-11-01 · 已改",
        ),
        (
            json!({ "path": "unit", "text": "请核", "author": " 王审 ", "date": "十一月一日", "state": "withdrawn" }),
            State::Open,
            "王审 · 十一月一日",
        ),
        // A field of a newer version.
        (
            json!({ "path": "unit", "text": "请核", "author": "王审", "thread": [1] }),
            State::Open,
            "王审",
        ),
    ];
    for (remark, state, note) in cases {
        let workbook = workbook(json!([remark]));
        let Place::Form(_, cell) = place(UNIT) else {
            unreachable!()
        };
        let read = workbook.forms[0].remark_on(cell).unwrap();
        assert_eq!(read.state(), state, "{remark}");
        let lines = report(&workbook, &assess(&workbook, None), Language::Chinese);
        let line = lines.iter().find(|line| line.kind == "批注").unwrap();
        assert_eq!(line.remedy, note, "{remark}");
        let text = report_text(&lines, Language::Chinese);
        let end = match note {
            "" => "：请核\n".to_owned(),
            note => format!("：请核（{note}）\n"),
        };
        assert!(text.contains(&end), "{remark}: {text}");
        let unknown = remark["state"] == "withdrawn";
        assert_eq!(write_workbook(&workbook).contains("withdrawn"), unknown);
    }
}

/// Text and signature are one step, what becomes of it is another.
#[test]
fn remarks_undone() {
    let mut history = History::new(workbook(json!([])));
    let steps = [
        (wrote("请", "王审", 1), 1),
        (wrote("请核", "王审", 1), 1),
        (Remarking::Settle(State::Answered), 2),
        (Remarking::Settle(State::Answered), 2),
        (Remarking::Settle(State::Changed), 3),
    ];
    for (step, undone) in steps {
        history.apply(&place(UNIT).remarking(step.clone())).unwrap();
        let mut back = history.clone();
        let count = std::iter::from_fn(|| back.undo()).count();
        assert_eq!(count, undone, "{step:?}");
        assert_eq!(kept(back.present(), UNIT), Value::Null);
    }
}

/// Three units in four files, the second of which is none; 乙 has a project too.
fn gathered() -> Gathering {
    let form = |unit: &str, budget: &str, done: &str| {
        json!({ "unit": unit, "execution": { "budget": budget, "actual": budget }, "goals": [{ "indicators": [
        { "category": "产出指标", "dimension": "数量指标", "name": "办件", "weight": "90", "target": "100个", "actual": done }
    ] }] })
    };
    let project = |mut form: Value| {
        form["kind"] = json!("project");
        form["name"] = json!("培训费");
        form
    };
    let file = |forms: Value| json!({ "format": 4, "ruleSet": "mof-2020", "forms": forms });
    let mut gathering = Gathering::default();
    let files = [
        (
            "局/决算.juesuan.json",
            file(json!([form("甲局", "1,000", "90个")])),
        ),
        ("坏.json", json!([])),
        (
            "乙.juesuan.json",
            file(json!([
                project(form("乙局", "9", "100个")),
                form("乙局", "20", "")
            ])),
        ),
        ("ABC.juesuan.json", file(json!([form("", "300", "100个")]))),
    ];
    for (name, file) in files {
        gathering.add(name, file.to_string().as_bytes());
    }
    gathering.withhold("读不到", "文件不能读取。");
    gathering.add(
        "丁.juesuan.json",
        file(json!([form("丁局", "x", "100个")]))
            .to_string()
            .as_bytes(),
    );
    gathering
}

#[test]
fn units_as_they_are_listed() {
    let outcome = gathered().outcome(0, None);
    let sources: Vec<_> = outcome
        .parts
        .iter()
        .map(|part| (&*part.unit, part.source, part.form))
        .collect();
    assert_eq!(
        sources,
        [("甲局", 0, 0), ("乙局", 2, 1), ("", 3, 0), ("丁局", 5, 0)]
    );
    let sorted = |by| UnitList {
        by,
        ..UnitList::default()
    };
    let named = |named: &str| UnitList {
        named: named.to_owned(),
        ..UnitList::default()
    };
    let cases = [
        (UnitList::default(), "0 2 3 5"),
        (sorted(Some((0, false))), "3 5 2 0"),
        (sorted(Some((0, true))), "0 2 5 3"),
        // 1,000 is more than 300, and what cannot be read is last either way.
        (sorted(Some((1, true))), "0 3 2 5"),
        (sorted(Some((1, false))), "2 3 0 5"),
        // A provisional total counts as far as it goes.
        (sorted(Some((4, false))), "2 5 0 3"),
        (named(" 局 "), "0 2 5"),
        (named("ａｂｃ"), "3"),
        (named("决算"), "0"),
        (named("没有"), ""),
        (
            UnitList {
                errors: true,
                ..sorted(Some((6, true)))
            },
            "5 0",
        ),
        (
            UnitList {
                outliers: true,
                ..sorted(None)
            },
            "",
        ),
    ];
    for (list, expected) in cases {
        let lines = list.lines(&outcome.parts);
        let lines: Vec<String> = lines.iter().map(|part| part.source.to_string()).collect();
        assert_eq!(lines.join(" "), expected, "{list:?}");
    }
}

/// The same head again turns the order, and then lets it be.
#[test]
fn heads_that_sort() {
    let cases = [
        (&[0][..], Some((0, false))),
        (&[0, 0], Some((0, true))),
        (&[0, 0, 0], None),
        (&[1], Some((1, true))),
        (&[1, 1], Some((1, false))),
        (&[1, 1, 1], None),
        (&[1, 2], Some((2, true))),
        (&[1, 1, 0], Some((0, false))),
    ];
    for (pressed, by) in cases {
        let list = pressed
            .iter()
            .fold(UnitList::default(), |list, at| list.sorted_by(*at));
        assert_eq!(list.by, by, "{pressed:?}");
    }
}

#[test]
fn units_that_are_copied() {
    let outcome = gathered().outcome(0, None);
    let lines = UnitList {
        named: "局".to_owned(),
        ..UnitList::default()
    }
    .lines(&outcome.parts);
    let table = |lines: &[_]| unit_table(lines, Language::Chinese);
    let rows: Vec<String> = table(&lines).iter().map(|row| row.join("|")).collect();
    assert_eq!(
        rows,
        [
            "单位|预算数|执行数|执行率|总分|自填|错误|说明",
            "甲局|1,000|1,000|100.0%|91||1|",
            "乙局|20|20|100.0%|10*||0|",
            "丁局||||90*||2|",
            "* 总分里有沿用的自填得分、待填或无法计算的指标，补齐以后会变。",
        ]
    );
    // Where none is provisional there is nothing to explain.
    assert_eq!(table(&lines[..1]).len(), 2);
}
