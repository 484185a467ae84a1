//! Headings of a goal that are added and split, forms that are laid out by other rules, and copies.

use juesuan::evaluation::{Cell, Level};
use juesuan::{Edit, Workbook};

fn cell(path: &str) -> Cell {
    path.parse().unwrap()
}

/// Category and dimension of each row.
fn headings(workbook: &Workbook, goal: usize) -> Vec<String> {
    let rows = workbook.forms[0].goals[goal].indicators.iter();
    rows.map(|row| format!("{}/{}", row.category.trim(), row.dimension.trim()))
        .collect()
}

/// A new goal has one heading; others are added under and beside it, called as in the rules, and what
/// stands under one is split.
#[test]
fn headings_are_added_and_split() {
    let mut workbook = Workbook::new("2020", "某中心", "wuhan-2020");
    workbook = workbook.edited(&Edit::AddGoal { form: 0 }).unwrap();
    let goal = 1;
    let mut then = |row: usize, level: Level, split: bool, expected: &[&str]| {
        let edit = Edit::NewHeading {
            form: 0,
            goal,
            row,
            level,
            split,
        };
        workbook = workbook.edited(&edit).unwrap();
        assert_eq!(headings(&workbook, goal), expected, "{edit:?}");
    };
    then(
        1,
        Level::Dimension,
        false,
        &["产出指标/数量指标", "产出指标/质量指标"],
    );
    then(
        2,
        Level::Category,
        false,
        &[
            "产出指标/数量指标",
            "产出指标/质量指标",
            "效益指标/经济效益指标",
        ],
    );
    then(
        3,
        Level::Dimension,
        false,
        &[
            "产出指标/数量指标",
            "产出指标/质量指标",
            "效益指标/经济效益指标",
            "效益指标/社会效益指标",
        ],
    );
    // The rules have two categories: a third is named by whoever adds it.
    then(
        4,
        Level::Category,
        false,
        &[
            "产出指标/数量指标",
            "产出指标/质量指标",
            "效益指标/经济效益指标",
            "效益指标/社会效益指标",
            "/",
        ],
    );
    for _ in 0..2 {
        let add = Edit::AddIndicator {
            form: 0,
            goal,
            row: 1,
        };
        workbook = workbook.edited(&add).unwrap();
    }
    assert_eq!(&headings(&workbook, goal)[..3], ["产出指标/数量指标"; 3]);
    let split = |row: usize, level: Level| Edit::NewHeading {
        form: 0,
        goal,
        row,
        level,
        split: true,
    };
    let after = workbook.edited(&split(1, Level::Dimension)).unwrap();
    assert_eq!(
        &headings(&after, goal)[..4],
        [
            "产出指标/数量指标",
            "产出指标/时效指标",
            "产出指标/时效指标",
            "产出指标/质量指标"
        ],
    );
    let after = workbook.edited(&split(6, Level::Dimension));
    assert_eq!(
        headings(&after.unwrap(), goal)[6],
        "/",
        "a blank heading stays blank"
    );
    assert!(
        workbook.edited(&split(9, Level::Dimension)).is_err(),
        "there is no such row"
    );
}

/// A form that nobody has begun is laid out by whichever rules are chosen; what was typed stays.
#[test]
fn other_rules_lay_out_a_form_that_nobody_has_begun() {
    let weights = |workbook: &Workbook| -> Vec<String> {
        let rows = workbook.forms[0].goals[0].indicators.iter();
        rows.map(|row| row.weight.to_string()).collect()
    };
    let rules = |id: &str| Edit::SetCell {
        form: 0,
        cell: cell("ruleSet"),
        text: id.to_owned(),
    };
    let new = Workbook::new("2020", "某中心", "wuhan-2020");
    let sichuan = Workbook::new("2020", "某中心", "sichuan-2023");
    assert_ne!(weights(&new), weights(&sichuan));
    let whole = Edit::SetRuleSet {
        id: "sichuan-2023".to_owned(),
    };
    for edit in [rules("sichuan-2023"), whole] {
        let chosen = new.edited(&edit).unwrap();
        assert_eq!(chosen.forms[0].goals, sichuan.forms[0].goals, "{edit:?}");
        assert_eq!(&*chosen.forms[0].unit, "某中心");
        for path in ["goals[0].indicators[3].name", "goals[0].name"] {
            let begun = new
                .edited(&Edit::SetCell {
                    form: 0,
                    cell: cell(path),
                    text: "按时发放".to_owned(),
                })
                .unwrap();
            let kept = begun.edited(&edit).unwrap();
            assert_eq!(kept.forms[0].goals, begun.forms[0].goals, "{path} {edit:?}");
        }
    }
}

/// Copies of a project are told apart by numbers.
#[test]
fn copies_are_numbered() {
    let mut workbook = Workbook::new("2020", "某中心", "wuhan-2020");
    let form = Box::new(workbook.new_project());
    workbook = workbook.edited(&Edit::AddForm { form }).unwrap();
    let name = |text: &str| Edit::SetCell {
        form: 1,
        cell: cell("name"),
        text: text.to_owned(),
    };
    for (typed, copied) in [
        ("人员经费", "人员经费（2）"),
        ("人员经费（2）", "人员经费（3）"),
        ("人员经费（二）", "人员经费（二）（2）"),
        (" ", " "),
    ] {
        let named = workbook.edited(&name(typed)).unwrap();
        let copy = named.edited(&Edit::CopyForm { form: 1 }).unwrap();
        assert_eq!(&*copy.forms[2].name, copied, "{typed}");
        assert_eq!(&*copy.forms[1].name, typed);
    }
}
