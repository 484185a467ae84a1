//! An assessment made from the one before it, after edits of any kind, is the one made from nothing.

use juesuan::accounts::{Cell as AccountsCell, Change, TableNo};
use juesuan::evaluation::{Cell, RuleSet, Setting, built_in};
use juesuan::exchange::read_workbook;
use juesuan::finding::Arguments;
use juesuan::{Edit, History, Workbook, assess};
use proptest::prelude::*;
use std::rc::Rc;
use time::{Date, Month};

fn example() -> Workbook {
    let bytes = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/static/example.juesuan.json"
    ));
    read_workbook(&bytes.unwrap()).unwrap()
}

fn today() -> Option<Date> {
    Some(Date::from_calendar_date(2021, Month::March, 1).unwrap())
}

#[derive(Debug, Clone)]
enum Step {
    Edit(Edit),
    Undo,
    Redo,
}

fn in_form(path: &str) -> Cell {
    path.parse().unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn in_accounts(path: &str) -> AccountsCell {
    path.parse().unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Edits of all that an assessment is made from: forms, tables, facts, rules, settings, year.
fn steps() -> impl Strategy<Value = Step> {
    let texts = &[
        "", "0", "8", "≥50个", "1,249.26", "-3", "1.234", "无", "待定", "社保",
    ][..];
    let text = prop::sample::select(texts).prop_map(str::to_owned);
    let form = 0..3_usize;
    let cells = &[
        "unit",
        "execution.budget",
        "execution.actual",
        "claimedTotal",
        "deviation",
        "goals[0].indicators[0].actual",
        "goals[0].indicators[1].weight",
        "goals[0].indicators[1].claimed",
    ][..];
    let of_accounts = [
        "accounts.01.spending-total.amount",
        "accounts.02[0].fiscal",
        "accounts.03.total.basic",
        "accounts.03[1].project",
        "accounts.05.total.total",
        "accounts.05.total.last",
        "accounts.05[0].code",
        "accounts.05[2].basic",
        "accounts.05[2].name",
        "accounts.05[3].reason",
        "accounts.07.total.actual",
        "accounts.04.spending-total.funds",
    ];
    let of_accounts: Vec<AccountsCell> = of_accounts.into_iter().map(in_accounts).collect();
    let code = prop::sample::select(&["2080109", "2210201", "20805", "30101", "999"][..]);
    let table = prop::sample::select(TableNo::all().collect::<Vec<_>>());
    let id = prop::sample::select(&["", "wuhan-2020", "mof-2020", "own", "gone"][..]);
    let settings = prop::sample::select(&["", "1", "zero", "no", "leftOut", "?"][..]);
    let accounts = prop_oneof![
        6 => (prop::sample::select(of_accounts), text.clone())
            .prop_map(|(cell, text)| Change::Set { cell, text }),
        2 => (table.clone(), code).prop_map(|(table, code)| Change::AddSubject {
            table,
            code: code.to_owned(),
        }),
        1 => (table.clone(), 0..4_usize).prop_map(|(table, line)| Change::RemoveLine { table, line }),
        1 => (table.clone(), 0..4_usize).prop_map(|(table, at)| Change::AddLine { table, at }),
        1 => (table.clone(), any::<bool>()).prop_map(|(table, none)| Change::SetNone { table, none }),
        1 => (table.clone(), any::<bool>())
            .prop_map(|(table, complete)| Change::SetComplete { table, complete }),
        1 => table.prop_map(|table| Change::FillZeros { table }),
        1 => text.clone().prop_map(|reason| Change::SetAside {
            code: "cell-missing",
            cell: in_accounts("accounts.05.total.total"),
            arguments: Arguments::new(),
            reason,
        }),
    ];
    let edit = prop_oneof![
        6 => (form.clone(), prop::sample::select(cells), text.clone())
            .prop_map(|(form, path, text)| Edit::SetCell { form, cell: in_form(path), text }),
        8 => accounts.prop_map(Edit::Accounts),
        1 => form.clone().prop_map(|form| Edit::CopyForm { form }),
        1 => form.clone().prop_map(|form| Edit::RemoveForm { form }),
        1 => (form.clone(), 0..3_usize)
            .prop_map(|(form, row)| Edit::RemoveIndicator { form, goal: 0, row }),
        1 => (form, text.clone()).prop_map(|(form, reason)| Edit::SetAside {
            form,
            code: "score-differs",
            cell: in_form("goals[0].indicators[1].claimed"),
            arguments: Arguments::new(),
            reason,
        }),
        1 => id.clone().prop_map(|id| Edit::SetRuleSet { id: id.to_owned() }),
        1 => text.prop_map(|name| Edit::AddRuleSet {
            rules: RuleSet { id: "own".to_owned(), name, ..RuleSet::clone(&built_in()[1]) }.into(),
        }),
        1 => id.prop_map(|id| Edit::RemoveRuleSet { id: id.to_owned() }),
        1 => (prop::sample::select(Setting::ALL), settings)
            .prop_map(|(setting, text)| Edit::SetSetting { setting, text: text.to_owned() }),
        1 => prop::sample::select(&["2019", "2020", "2022", ""][..])
            .prop_map(|text| Edit::SetYear { text: text.to_owned() }),
    ];
    prop_oneof![8 => edit.prop_map(Step::Edit), 1 => Just(Step::Undo), 1 => Just(Step::Redo)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn renewed_is_the_same_as_assessed(steps in prop::collection::vec((steps(), any::<bool>()), 0..12)) {
        let mut history = History::new(example());
        let mut renewed = assess(history.present(), today());
        for (step, another_day) in steps {
            match step {
                // One that names what is not there changes nothing.
                Step::Edit(edit) => drop(history.apply(&edit)),
                Step::Undo => drop(history.undo()),
                Step::Redo => drop(history.redo()),
            }
            let today = if another_day { today() } else { None };
            renewed = renewed.renewed(history.present(), today);
            prop_assert_eq!(&renewed, &assess(history.present(), today));
        }
    }
}

/// What nobody touched is not made again: it is the very same.
#[test]
fn what_did_not_change_is_kept() {
    let first = example();
    let before = assess(&first, None);
    let of_form = |form, path: &str| Edit::SetCell {
        form,
        cell: in_form(path),
        text: "社保".to_owned(),
    };
    let of_accounts = |path: &str| {
        Edit::Accounts(Change::Set {
            cell: in_accounts(path),
            text: "1".to_owned(),
        })
    };
    for (edit, is_form_kept, are_tables_kept) in [
        (of_form(1, "deviation"), true, true),
        (of_form(0, "deviation"), false, true),
        (of_accounts("accounts.05.total.last"), true, false),
        (of_accounts("accounts.facts.fuel"), true, true),
    ] {
        let after = before.renewed(&first.edited(&edit).unwrap(), None);
        let form = Rc::ptr_eq(&before.forms[0], &after.forms[0]);
        let tables = Rc::ptr_eq(&before.accounts.reckoned, &after.accounts.reckoned);
        assert_eq!((form, tables), (is_form_kept, are_tables_kept), "{edit:?}");
    }
    let of_that_day = before.renewed(&first, today());
    assert!(!Rc::ptr_eq(&before.forms[0], &of_that_day.forms[0]));
}

/// The blocks of the text that are the very same after an edit, and how many there are.
fn kept_blocks(edit: &Edit) -> (usize, usize) {
    let first = example();
    let before = assess(&first, None);
    let after = before.renewed(&first.edited(edit).unwrap(), None);
    let [before, after] = [before, after].map(|assessment| {
        let sections = assessment.accounts.disclosure.sections.clone();
        let blocks = sections.into_iter().flat_map(|section| section.blocks);
        blocks.collect::<Vec<_>>()
    });
    let pairs = before.iter().zip(&after);
    let kept = pairs.filter(|(before, after)| Rc::ptr_eq(before, after));
    (kept.count(), before.len())
}

/// A key in a form writes only that of the text anew which speaks of forms.
#[test]
fn what_is_not_said_of_a_form_is_kept() {
    for (path, text) in [
        ("goals[0].indicators[0].actual", "8"),
        ("deviation", "社保"),
        ("execution.actual", "1"),
    ] {
        let (cell, text) = (in_form(path), text.to_owned());
        let (kept, of) = kept_blocks(&Edit::SetCell {
            form: 0,
            cell,
            text,
        });
        assert!(kept < of && kept > of / 2, "{path}: {kept} of {of}");
    }
    let (cell, text) = (in_accounts("accounts.facts.fuel"), "1".to_owned());
    assert_eq!(
        kept_blocks(&Edit::Accounts(Change::Set { cell, text })).0,
        0
    );
}
