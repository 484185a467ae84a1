//! Which cells differ from what was opened, or was last written into a file.

use juesuan::accounts::{Change, TableNo};
use juesuan::exchange::read_workbook;
use juesuan::{Edit, Place, Workbook, changes};
use serde_json::json;

fn opened() -> Workbook {
    let row = |name: &str| json!({ "category": "产出指标", "dimension": "数量指标", "name": name });
    let file = json!({ "format": 4, "year": "2025", "ruleSet": "mof-2020",
        "forms": [{ "unit": "某局", "execution": { "budget": "10" }, "goals": [{ "name": "一", "indicators": [row("甲"), row("乙"), row("丙")] }] }],
        "accounts": {
            "tables": {
                "01": { "rows": { "left-total": { "amount": "5" } } },
                "05": { "lines": [{ "code": "201", "basic": "1" }, { "code": "202", "basic": "2" }, { "code": "203", "basic": "3" }] }
            },
            "facts": { "services": "3" },
            "work": [{ "matter": "事" }],
        },
    });
    read_workbook(file.to_string().as_bytes()).unwrap()
}

fn place(path: &str) -> Place {
    match path.strip_prefix("f0.") {
        Some(path) => Place::Form(0, path.parse().unwrap()),
        None => Place::Accounts(path.parse().unwrap()),
    }
}

fn named(place: Place) -> String {
    match place {
        Place::Form(form, cell) => format!("f{form}.{cell}"),
        Place::Accounts(cell) => cell.to_string(),
    }
}

fn set(path: &str, text: &str) -> Edit {
    place(path).setting(text.to_owned())
}

fn table(no: u8) -> TableNo {
    TableNo::all().nth(usize::from(no) - 1).unwrap()
}

#[test]
fn what_differs_from_the_file() {
    let year = |text: &str| Edit::SetYear {
        text: text.to_owned(),
    };
    let row = |row| Edit::AddIndicator {
        form: 0,
        goal: 0,
        row,
    };
    let gone = |row| Edit::RemoveIndicator {
        form: 0,
        goal: 0,
        row,
    };
    let to = |row, to| Edit::MoveIndicator {
        form: 0,
        goal: 0,
        row,
        to,
    };
    let line = |at| {
        Edit::Accounts(Change::AddLine {
            table: table(5),
            at,
        })
    };
    let without = |line| {
        Edit::Accounts(Change::RemoveLine {
            table: table(5),
            line,
        })
    };
    let cases: &[(&[Edit], &str)] = &[
        (&[], ""),
        (&[set("f0.unit", "甲局")], "f0.unit=某局"),
        (&[set("f0.unit", "甲局"), set("f0.unit", "某局")], ""),
        (&[set("f0.execution.actual", "9")], "f0.execution.actual="),
        (&[set("f0.execution.budget", "")], "f0.execution.budget=10"),
        (&[set("f0.goals[0].name", "二")], "f0.goals[0].name=一"),
        (
            &[set("f0.goals[0].indicators[1].name", "新")],
            "f0.goals[0].indicators[1].name=乙",
        ),
        // Rows that come, go and move take along what they were.
        (&[gone(0)], ""),
        (&[to(0, 2)], ""),
        (
            &[gone(0), set("f0.goals[0].indicators[0].target", "新")],
            "f0.goals[0].indicators[0].target=",
        ),
        // Nothing tells which of two rows is gone, and which has another name now.
        (
            &[gone(0), set("f0.goals[0].indicators[0].name", "新")],
            "f0.goals[0].indicators[0].name=甲",
        ),
        (
            &[row(0), set("f0.goals[0].indicators[1].name", "新")],
            "f0.goals[0].indicators[0].category= f0.goals[0].indicators[0].dimension= f0.goals[0].indicators[1].name=甲",
        ),
        (
            &[set("accounts.01.left-total.amount", "6")],
            "accounts.01.left-total.amount=5",
        ),
        (
            &[set("accounts.05[1].basic", "7")],
            "accounts.05[1].basic=2",
        ),
        (&[line(0)], ""),
        (
            &[line(0), set("accounts.05[2].basic", "7")],
            "accounts.05[2].basic=2",
        ),
        (
            &[line(1), set("accounts.05[1].code", "299")],
            "accounts.05[1].code=",
        ),
        (
            &[without(0), set("accounts.05[0].basic", "7")],
            "accounts.05[0].basic=2",
        ),
        (
            &[
                set("accounts.facts.services", "4"),
                set("accounts.work[0].matter", "新"),
            ],
            "accounts.facts.services=3 accounts.work[0].matter=事",
        ),
        (&[year("2024")], "year=2025"),
        // What is remarked is no change of a cell.
        (&[place("f0.unit").remarking("请核".to_owned().into())], ""),
    ];
    for (edits, expected) in cases {
        let before = opened();
        let now = edits
            .iter()
            .fold(before.clone(), |now, edit| now.edited(edit).unwrap());
        let found = changes(&before, &now);
        let found: Vec<String> = found
            .iter()
            .map(|(place, was)| format!("{}={was}", named(*place)))
            .collect();
        assert_eq!(found.join(" "), *expected, "{edits:?}");
    }
}

/// All of a form that came is new, and nothing is said of one that went.
#[test]
fn forms_that_come_and_go() {
    let before = opened();
    let copied = before.edited(&Edit::CopyForm { form: 0 }).unwrap();
    let found = changes(&before, &copied);
    assert!(
        found
            .iter()
            .all(|(place, was)| matches!(place, Place::Form(1, _)) && was.is_empty())
    );
    assert!(found.len() > 5);
    assert_eq!(changes(&copied, &before), []);
}
