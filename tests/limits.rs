//! What can be made can be opened: the limits of files hold for edits too, each with a sentence.

use juesuan::accounts::{self, Change, Column, Filled, TableNo, Target, WorkField};
use juesuan::evaluation::{Cell, Form, Goal, IndicatorField, RuleSet, built_in};
use juesuan::exchange::{LARGEST_FILE, read_workbook, write_workbook};
use juesuan::finding::Arguments;
use juesuan::say::Spoken as _;
use juesuan::{Beyond, Edit, History, Refused, Workbook};
use serde_json::{Value, json};
use std::sync::Arc;

fn workbook(value: Value) -> Workbook {
    serde_json::from_value(value).unwrap()
}

fn many(count: usize) -> Vec<Value> {
    vec![json!({}); count]
}

fn accounts(change: Change) -> Edit {
    Edit::Accounts(change)
}

fn rules(number: usize) -> Arc<RuleSet> {
    Arc::new(RuleSet {
        id: format!("own-{number}"),
        ..RuleSet::clone(&built_in()[0])
    })
}

/// A line of each kind of figure and its subject.
fn filled(codes: std::ops::Range<usize>) -> Vec<Filled> {
    let row = |code: usize| Filled {
        row: Target::Subject {
            code: code.to_string(),
            name: "科目".to_owned(),
        },
        cells: vec![(Column::Total, "1".to_owned())],
    };
    codes.map(row).collect()
}

fn work(row: usize) -> accounts::Cell {
    accounts::Cell::Work(row, WorkField::Matter)
}

/// A workbook in which something is as many as may be, an edit that makes one more of it, and how many
/// there would be.
fn one_more() -> Vec<(&'static str, Workbook, Edit, &'static str)> {
    let spending = TableNo::SPENDING;
    let in_form = |form: Value| workbook(json!({ "forms": [form] }));
    let in_accounts = |accounts: Value| workbook(json!({ "accounts": accounts }));
    let goals = |indicators: usize| json!({ "goals": [{ "indicators": many(indicators) }, { "indicators": [{}] }] });
    let lines = |count: usize| in_accounts(json!({ "tables": { "03": { "lines": many(count) } } }));
    let remarks = |paths: &dyn Fn(usize) -> String| -> Vec<Value> {
        (0..5_000)
            .map(|i| json!({ "path": paths(i), "text": "请核对" }))
            .collect()
    };
    let set_aside: Vec<_> = (0..5_000)
        .map(|i| json!({ "code": "score-differs", "path": "unit", "message": i.to_string(), "reason": "已请示" }))
        .collect();
    let name = |row| Cell::Indicator(0, row, IndicatorField::Name);
    let form = "一张自评表最多 2000 条指标，这样会有 2001 条指标，没有改动：请拆成几张表。";
    let forms = "一个工作簿最多 500 张自评表，这样会有 501 张自评表，没有改动：请把其余的放进另一个工作簿。";
    let table = "一张决算表最多 2000 行科目，这样会有 2001 行科目，没有改动：请删去用不到的行。";
    let noted = "一张自评表或全部决算表最多 5000 条批注或搁置的问题，这样会有 5001 条批注或搁置的问题，没有改动：请先删去过时的。";
    let paste = |row: usize, rows: usize| Edit::Paste {
        form: 0,
        goal: 0,
        row,
        field: IndicatorField::Name,
        cells: vec![vec!["甲".to_owned()]; rows],
    };
    let mut with_rules = workbook(json!({}));
    with_rules.rule_sets = (0..200).map(rules).collect();
    vec![
        (
            "a row",
            in_form(goals(1_999)),
            Edit::AddIndicator {
                form: 0,
                goal: 1,
                row: 0,
            },
            form,
        ),
        (
            "a row once more",
            in_form(goals(1_999)),
            Edit::DuplicateIndicator {
                form: 0,
                goal: 0,
                row: 7,
            },
            form,
        ),
        ("rows pasted", in_form(goals(1_999)), paste(1_998, 2), form),
        (
            "very many rows pasted",
            in_form(goals(1_999)),
            paste(1_998, 60_000),
            form,
        ),
        (
            "a goal with a row",
            in_form(goals(1_999)),
            Edit::AddGoal { form: 0 },
            form,
        ),
        (
            "a goal",
            in_form(json!({ "goals": many(500) })),
            Edit::AddGoal { form: 0 },
            "一张自评表最多 500 个年度目标，这样会有 501 个年度目标，没有改动：请拆成几张表。",
        ),
        (
            "a form",
            workbook(json!({ "forms": many(500) })),
            Edit::AddForm {
                form: Box::default(),
            },
            forms,
        ),
        (
            "a form once more",
            workbook(json!({ "forms": many(500) })),
            Edit::CopyForm { form: 3 },
            forms,
        ),
        (
            "a form that is too long",
            workbook(json!({})),
            Edit::AddForm {
                form: Box::new(Form {
                    goals: vec![
                        serde_json::from_value::<Goal>(json!({ "indicators": many(2_001) }))
                            .unwrap(),
                    ],
                    ..Form::default()
                }),
            },
            form,
        ),
        (
            "a line",
            lines(2_000),
            accounts(Change::AddLine {
                table: spending,
                at: 0,
            }),
            table,
        ),
        (
            "a subject",
            lines(2_000),
            accounts(Change::AddSubject {
                table: spending,
                code: "208".to_owned(),
            }),
            table,
        ),
        (
            "a subject with those above it",
            lines(1_998),
            accounts(Change::AddSubject {
                table: spending,
                code: "2080501".to_owned(),
            }),
            table,
        ),
        (
            "lines pasted",
            lines(2_000),
            accounts(Change::Paste {
                cell: accounts::Cell::Line(spending, 1_999, Column::Total),
                cells: vec![vec!["1".to_owned()]; 60_000],
            }),
            table,
        ),
        (
            "a table filled",
            lines(1_990),
            accounts(Change::Fill {
                table: spending,
                filled: filled(9_000_000..9_060_000),
            }),
            table,
        ),
        (
            "the subjects of another table",
            in_accounts(json!({ "tables": {
                "03": { "lines": many(1_999) },
                "05": { "lines": [{ "code": "207" }, { "code": "208" }] }
            } })),
            accounts(Change::BringSubjects {
                table: spending,
                from: TableNo::new(5).unwrap(),
            }),
            table,
        ),
        (
            "key work",
            in_accounts(json!({ "work": many(500) })),
            accounts(Change::AddWork { at: 500 }),
            "一个工作簿最多 500 项重点工作，这样会有 501 项重点工作，没有改动：请删减或合并。",
        ),
        (
            "a rule set",
            with_rules,
            Edit::AddRuleSet { rules: rules(200) },
            "一个工作簿最多 200 套评分规则，这样会有 201 套评分规则，没有改动：请先删去用不到的规则。",
        ),
        (
            "a remark",
            in_form(
                json!({ "remarks": remarks(&|i| format!("goals[9].indicators[{i}].name")), "goals": [{ "indicators": [{}] }] }),
            ),
            Edit::SetRemark {
                form: 0,
                cell: name(0),
                remark: "请核对".to_owned().into(),
            },
            noted,
        ),
        (
            "a finding set aside",
            in_form(json!({ "setAside": set_aside, "goals": [{ "indicators": [{}] }] })),
            Edit::SetAside {
                form: 0,
                code: "cell-missing",
                cell: name(0),
                arguments: Arguments::new(),
                reason: "已请示".to_owned(),
            },
            noted,
        ),
        (
            "a remark in the accounts",
            in_accounts(
                json!({ "remarks": remarks(&|i| format!("accounts.work[{i}].target")), "work": [{}] }),
            ),
            accounts(Change::SetRemark {
                cell: work(0),
                remark: "请核对".to_owned().into(),
            }),
            noted,
        ),
        (
            "a finding of the accounts set aside",
            in_accounts(json!({ "setAside": set_aside, "work": [{}] })),
            accounts(Change::SetAside {
                code: "cell-missing",
                cell: work(0),
                arguments: Arguments::new(),
                reason: "已请示".to_owned(),
            }),
            noted,
        ),
    ]
}

#[test]
fn one_more_than_can_be_opened_is_refused_and_changes_nothing() {
    for (what, before, edit, sentence) in one_more() {
        let written = write_workbook(&before);
        assert_eq!(
            read_workbook(written.as_bytes()).as_ref(),
            Ok(&before),
            "{what}"
        );
        let refused = before.edited(&edit).map(|after| after.file_size());
        let refused = refused.expect_err(what);
        assert!(
            matches!(refused, Refused::Beyond(Beyond::Count { .. })),
            "{what}: {refused:?}"
        );
        assert_eq!(refused.in_chinese(), sentence, "{what}");
        let mut history = History::new(before.clone());
        assert_eq!(history.apply(&edit), Err(refused), "{what}");
        assert_eq!(
            (&**history.present(), history.can_undo()),
            (&before, false),
            "{what}"
        );
    }
}

/// What is there already may be changed at the limit, and taken away.
#[test]
fn at_the_limit_all_else_goes_on() {
    for (what, before, _, _) in one_more() {
        let mut history = History::new(before);
        history
            .apply(&Edit::SetYear {
                text: "2021".to_owned(),
            })
            .expect(what);
        let text = write_workbook(history.present());
        assert_eq!(
            read_workbook(text.as_bytes()).as_ref(),
            Ok(&**history.present()),
            "{what}"
        );
    }
    let full = workbook(json!({ "forms": many(500), "accounts": { "work": many(500) } }));
    let fewer = full.edited(&Edit::RemoveForm { form: 0 }).unwrap();
    let again = fewer.edited(&Edit::CopyForm { form: 0 }).unwrap();
    assert_eq!(again.forms.len(), 500);
    // A script may hand over more than a file may hold: it becomes less, not more.
    let beyond = workbook(json!({ "forms": many(510) }));
    assert!(
        beyond
            .edited(&Edit::SetYear {
                text: "2021".to_owned()
            })
            .is_ok()
    );
    assert!(beyond.edited(&Edit::RemoveForm { form: 0 }).is_ok());
    assert!(beyond.edited(&Edit::CopyForm { form: 0 }).is_err());
    assert!(beyond.within_limits().is_err() && full.within_limits().is_ok());
}

/// Whatever is full, whatever is done: what comes of it can be opened, or nothing was done.
#[test]
fn what_can_be_made_can_be_opened() {
    let all = one_more();
    let mut made = 0;
    for (full, before, _, _) in &all {
        for (what, _, edit, _) in &all {
            if let Ok(after) = before.edited(edit) {
                let text = write_workbook(&after);
                assert_eq!(text.len(), after.file_size());
                assert!(
                    read_workbook(text.as_bytes()) == Ok(after),
                    "{full}: {what}"
                );
                made += 1;
            }
        }
    }
    assert!(made > 100, "{made}");
}

fn deviation(text: String) -> Edit {
    Edit::SetCell {
        form: 0,
        cell: "deviation".parse().unwrap(),
        text,
    }
}

const TOO_LARGE: &str =
    "工作簿会超过 20 MB 的上限，保存后不能再打开，没有改动：请删减过长的文字，或拆成几个工作簿。";

/// The last byte that fits is taken, the next is not; whether the texts are plain or written as
/// something longer.
#[test]
fn no_file_becomes_larger_than_can_be_opened() {
    let empty = workbook(json!({ "forms": [{ "unit": "某局" }] }));
    let around = empty
        .edited(&deviation("x".to_owned()))
        .unwrap()
        .file_size()
        - 1;
    assert_eq!(
        around,
        write_workbook(&empty.edited(&deviation("x".to_owned())).unwrap()).len() - 1
    );
    for (piece, bytes) in [("因", 3), ("\u{1}", 6)] {
        let mut history = History::new(empty.clone());
        let fits = (LARGEST_FILE - around) / bytes;
        history.apply(&deviation(piece.repeat(fits))).expect(piece);
        let full = history.present().clone();
        let text = write_workbook(&full);
        assert!(
            text.len() <= LARGEST_FILE && text.len() + bytes > LARGEST_FILE,
            "{piece:?}"
        );
        assert_eq!(
            read_workbook(text.as_bytes()).as_ref(),
            Ok(&*full),
            "{piece:?}"
        );
        let refused = history
            .apply(&deviation(piece.repeat(fits + 1)))
            .unwrap_err();
        assert_eq!(refused.in_chinese(), TOO_LARGE, "{piece:?}");
        assert_eq!(*history.present(), full, "{piece:?}");
        // Another cell, a remark, a copy: all the same file.
        for edit in [
            Edit::SetYear {
                text: "2020年度部门决算".to_owned(),
            },
            Edit::CopyForm { form: 0 },
            accounts(Change::AddWork { at: 0 }),
        ] {
            assert_eq!(
                history.apply(&edit).unwrap_err(),
                Refused::Beyond(Beyond::Size),
                "{piece:?}: {edit:?}"
            );
        }
        history.seal();
        history.apply(&deviation("短".to_owned())).unwrap();
        history.apply(&Edit::CopyForm { form: 0 }).unwrap();
        history.undo();
        history.undo();
        assert_eq!(**history.present(), *full);
    }
}

/// Typing is not counted key by key, and yet the limit holds to the byte.
#[test]
fn typed_key_by_key_the_limit_holds() {
    let half = "长".repeat(LARGEST_FILE / 3 - 2_000);
    let mut history = History::new(workbook(json!({ "forms": [{ "deviation": half }] })));
    let mut typed = String::new();
    let refused = loop {
        typed.push_str(&"键".repeat(700));
        let cell = "improvement".parse().unwrap();
        let edit = Edit::SetCell {
            form: 0,
            cell,
            text: typed.clone(),
        };
        if let Err(refused) = history.apply(&edit) {
            break refused;
        }
    };
    assert_eq!(refused.in_chinese(), TOO_LARGE);
    let bytes = write_workbook(history.present()).len();
    assert!(
        (LARGEST_FILE - 3_000..=LARGEST_FILE).contains(&bytes),
        "{bytes}"
    );
}
