//! Points dealt out over indicators: the rest of the weights, or all of them, as one step.

use juesuan::evaluation::{Cell, Form, Goal, Indicator, IndicatorField, Split, built_in};
use juesuan::exchange::read_workbook;
use juesuan::figure::grouped;
use juesuan::say::Language;
use juesuan::{Edit, History, Workbook};
use std::rc::Rc;

/// A form of goals with these weights.
fn form(goals: &[&[&str]]) -> Form {
    let goal = |weights: &&[&str]| Goal {
        indicators: weights
            .iter()
            .map(|weight| {
                Rc::new(Indicator {
                    weight: (*weight).into(),
                    ..Indicator::default()
                })
            })
            .collect(),
        ..Goal::default()
    };
    Form {
        goals: goals.iter().map(goal).collect(),
        ..Form::default()
    }
}

/// Weights of the goals, and what the button would say; nothing where there is no button.
#[test]
fn what_is_offered() {
    let cases: &[(&[&[&str]], Option<&str>)] = &[
        // The rest goes to those without a weight, whichever goal they are of.
        (
            &[&["20", "48"], &[""]],
            Some("把剩余的 12 分填给未填分值的 1 项指标"),
        ),
        (
            &[&["40", "", ""]],
            Some("把剩余的 40 分平均分给未填分值的指标（2 项各 20 分）"),
        ),
        (
            &[&["70", "", "", "", ""]],
            Some("把剩余的 10 分平均分给未填分值的指标（4 项各 2.5 分）"),
        ),
        (
            &[&["70", "", "", ""]],
            Some("把剩余的 10 分平均分给未填分值的指标（1 项各 4 分，2 项各 3 分）"),
        ),
        (
            &[&["79", "", "", ""]],
            Some("把剩余的 1 分平均分给未填分值的指标（1 项各 0.4 分，2 项各 0.3 分）"),
        ),
        (
            &[&["", "", "", "", "", "", ""]],
            Some("把剩余的 80 分平均分给未填分值的指标（3 项各 12 分，4 项各 11 分）"),
        ),
        (
            &[&["8分", "", "70.5"]],
            Some("把剩余的 1.5 分填给未填分值的 1 项指标"),
        ),
        // All have a weight: they can be made equal, and it is said that they are replaced.
        (
            &[&["10", "70"]],
            Some("把 80 分平均分给全部指标，替换现有分值（2 项各 40 分）"),
        ),
        (
            &[&["10", "20", "30"]],
            Some("把 80 分平均分给全部指标，替换现有分值（2 项各 27 分，1 项各 26 分）"),
        ),
        // Nothing is left, or what is left cannot be told.
        (
            &[&["80", ""]],
            Some("把 80 分平均分给全部指标，替换现有分值（2 项各 40 分）"),
        ),
        (
            &[&["90", ""]],
            Some("把 80 分平均分给全部指标，替换现有分值（2 项各 40 分）"),
        ),
        (
            &[&["a", ""]],
            Some("把 80 分平均分给全部指标，替换现有分值（2 项各 40 分）"),
        ),
        (
            &[&["-5", ""]],
            Some("把 80 分平均分给全部指标，替换现有分值（2 项各 40 分）"),
        ),
        // They are equal already.
        (&[&["40", "40.0分"]], None),
        (&[&["80"]], None),
        (&[&[]], None),
        (&[], None),
    ];
    for (goals, expected) in cases {
        let split = Split::of(&form(goals), &built_in()[0]);
        let said = split
            .as_ref()
            .map(|split| Language::Chinese.page().split(split));
        assert_eq!(said.as_deref(), *expected, "{goals:?}");
    }
    let split = Split::of(&form(&[&["40", "", ""]]), &built_in()[0]).unwrap();
    assert_eq!(
        Language::English.page().split(&split),
        "Deal the 40 points that are left out over the indicators without a weight (2 × 20)"
    );
}

/// Whatever is dealt out adds up to just the points there are, and no two shares are far apart.
#[test]
fn nothing_is_lost() {
    for count in 1..=150 {
        for typed in ["", "0.01", "3", "33.3", "79.99"] {
            let mut weights = vec![typed];
            weights.extend(std::iter::repeat_n("", count));
            let form = form(&[&weights]);
            let Some(split) = Split::of(&form, &built_in()[0]) else {
                continue;
            };
            let cells = split.cells(&form);
            let sum: rust_decimal::Decimal = cells
                .iter()
                .map(|(_, share)| share.parse::<rust_decimal::Decimal>().unwrap())
                .sum();
            assert_eq!(sum, split.points.decimal(), "{count} {typed}");
            assert_eq!(split.count(), cells.len());
            if let [(_, larger), (_, other)] = split.shares[..] {
                assert!(
                    larger > other && larger.minus(other) <= 1.into(),
                    "{count} {typed}: {larger} {other}"
                );
            }
        }
    }
}

/// It is one step, which undoing takes back whole; no other cell is touched.
#[test]
fn one_step() {
    let file = include_bytes!("../static/example.juesuan.json");
    let workbook: Workbook = read_workbook(file).unwrap();
    let rules = workbook.rules_of(&workbook.forms[0]).unwrap();
    let mut history = History::new(workbook.clone());
    history.apply(&Edit::AddGoal { form: 0 }).unwrap();
    let added = history.present().clone();
    let last = added.forms[0].goals.len() - 1;
    for (goal, row) in [(0, 0), (0, 1)] {
        let cell = Cell::Indicator(goal, row, IndicatorField::Weight);
        history
            .apply(&Edit::SetCell {
                form: 0,
                cell,
                text: "1".to_owned(),
            })
            .unwrap();
    }
    let before = history.present().clone();
    let split = Split::of(&before.forms[0], &rules).unwrap();
    assert!(!split.replaces);
    let cells = split.cells(&before.forms[0]);
    let changed: Vec<Cell> = cells.iter().map(|(cell, _)| *cell).collect();
    assert_eq!(changed, [Cell::Indicator(last, 0, IndicatorField::Weight)]);
    history.apply(&Edit::SetCells { form: 0, cells }).unwrap();
    let after = history.present().clone();
    assert_eq!(
        *after.forms[0].goals[last].indicators[0].weight,
        *grouped(split.points.decimal())
    );
    assert_eq!(after.forms[0].goals[0], before.forms[0].goals[0]);
    history.undo();
    assert_eq!(**history.present(), *before);
}
