//! A document that has become a workbook, in the page: which parts are wanted, what goes into an open workbook, and
//! what it replaces there.

use juesuan::accounts::{Cell, Change, Column, Fact, Filled, TableNo, Taking, Target, Work};
use juesuan::evaluation::{Form, FormKind};
use juesuan::flows::importing::{Importing, Part};
use juesuan::understand::{How, Spot, Taken};
use juesuan::{Edit, History, Workbook};
use juesuan_ask::Imported;
use std::rc::Rc;

const SPENDING: TableNo = TableNo::SPENDING;

/// Amounts of two subjects in table 03, and how many retired there are.
fn workbook(amounts: [&str; 2], retired: &str) -> Workbook {
    let rows = ["2010301", "2080505"].into_iter().zip(amounts);
    let rows = rows.filter(|(_, amount)| !amount.is_empty());
    let rows = rows.map(|(code, amount)| Filled {
        row: Target::Subject {
            code: code.to_owned(),
            name: String::new(),
        },
        cells: vec![(Column::Basic, amount.to_owned())],
    });
    let facts = (!retired.is_empty()).then(|| (Fact::Retired, retired.to_owned()));
    let taking = Taking {
        tables: vec![(SPENDING, rows.collect())],
        facts: facts.into_iter().collect(),
        ..Taking::default()
    };
    let new = Workbook::new("2024", "某中心", "mof-2020");
    new.edited(&Edit::Take {
        accounts: taking,
        forms: Vec::new(),
    })
    .unwrap()
}

fn importing(workbook: Workbook) -> Importing {
    let taken = |to: &str| Taken {
        to: to.to_owned(),
        from: Spot::default(),
        text: String::new(),
        how: How::Printed,
    };
    let imported = Imported {
        workbook: Some(workbook),
        taken: vec![
            taken("accounts.facts.retired"),
            taken("accounts.03[0].basic"),
            taken("accounts.03[1].basic"),
        ],
        left: Vec::new(),
        ledger: None,
    };
    Importing::new(0, "a.pdf".to_owned(), imported)
}

fn shown(workbook: &Workbook) -> String {
    let accounts = &workbook.accounts;
    let amount = |code: &str| {
        let line = accounts.line_with(SPENDING, code)?;
        let cell = accounts.cell(Cell::Line(SPENDING, line, Column::Basic))?;
        Some(cell.to_string())
    };
    let retired = accounts.cell(Cell::Fact(Fact::Retired)).unwrap();
    format!(
        "{} {} {retired}",
        amount("2010301").unwrap_or_default(),
        amount("2080505").unwrap_or_default()
    )
}

#[test]
fn parts_are_left_out_of_a_new_workbook() {
    let (table, facts) = (Part::Table(SPENDING), Part::Facts);
    for (without, left) in [
        (vec![], "5 6 7"),
        (vec![table], "  7"),
        (vec![facts], "5 6 "),
        (vec![table, facts], "  "),
        (vec![table, table], "5 6 7"),
    ] {
        let mut importing = importing(workbook(["5", "6"], "7"));
        let parts: Vec<(Part, usize)> = importing
            .parts()
            .iter()
            .map(|(part, taken)| (*part, taken.len()))
            .collect();
        assert_eq!(parts, [(table, 2), (facts, 1)]);
        for part in &without {
            importing.toggle(*part);
        }
        let new = importing.workbook().unwrap();
        assert_eq!(shown(&new), left, "{without:?}");
        assert_eq!(new.unit(), "某中心");
    }
}

#[test]
fn forms_are_left_out_of_a_new_workbook() {
    for (forms, without, left) in [
        (1, vec![], "1"),
        (1, vec![0], "blank"),
        (2, vec![], "1 2"),
        (2, vec![0], "2"),
        (2, vec![1], "1"),
        (2, vec![0, 1], "blank"),
    ] {
        let mut workbook = workbook(["5", "6"], "7");
        let form = workbook.forms[0].clone();
        workbook.forms = (1..=forms)
            .map(|number: usize| {
                let mut form = (*form).clone();
                form.execution.budget = number.to_string().as_str().into();
                Rc::new(form)
            })
            .collect();
        let mut importing = importing(workbook);
        for form in &without {
            importing.toggle(Part::Form(*form));
        }
        let new = importing.workbook().unwrap();
        let told: Vec<String> = new
            .forms
            .iter()
            .map(|form| match form.execution.budget.to_string() {
                budget if budget.is_empty() => "blank".to_owned(),
                budget => budget,
            })
            .collect();
        assert_eq!(told.join(" "), left, "{forms} {without:?}");
        assert_eq!(new.unit(), "某中心");
    }
}

#[test]
fn what_goes_into_an_open_workbook_in_one_step() {
    let (table, facts) = (Part::Table(SPENDING), Part::Facts);
    for (open, without, differs, unticked, ticked) in [
        ((["", ""], ""), vec![], 0, "5 6 7", "5 6 7"),
        ((["5", "6"], "7"), vec![], 0, "5 6 7", "5 6 7"),
        ((["4", ""], "7"), vec![], 1, "4 6 7", "5 6 7"),
        ((["4", "3"], "2"), vec![], 3, "4 3 2", "5 6 7"),
        ((["4", "3"], "2"), vec![table], 1, "4 3 2", "4 3 7"),
        ((["4", "3"], "2"), vec![facts], 2, "4 3 2", "5 6 2"),
    ] {
        let mut importing = importing(workbook(["5", "6"], "7"));
        for part in &without {
            importing.toggle(*part);
        }
        let open = workbook(open.0, open.1);
        for (replaced, then) in [(false, unticked), (true, ticked), (false, unticked)] {
            let all = importing.overwrites(&open);
            assert_eq!(all.len(), differs, "{without:?}");
            let all = all.into_iter().map(|(one, _)| one).collect();
            importing.replace(all, replaced);
            let taken = match importing.edit(&open) {
                Some(edit) => open.edited(&edit).unwrap(),
                None => open.clone(),
            };
            assert_eq!(shown(&taken), then, "{without:?} {replaced}");
        }
    }
}

/// Somebody ticked that a 4 may be replaced: not what was typed there since.
#[test]
fn what_was_typed_after_the_tick_stays() {
    let mut importing = importing(workbook(["5", ""], ""));
    let open = workbook(["4", ""], "");
    let all = importing.overwrites(&open);
    importing.replace(all.into_iter().map(|(one, _)| one).collect(), true);
    for (since, then) in [("4", "5"), ("9", "9")] {
        let open = workbook([since, ""], "");
        let taken = importing.edit(&open).map(|edit| open.edited(&edit));
        let taken = taken.map_or(open, Result::unwrap);
        assert_eq!(shown(&taken).trim(), then);
    }
}

/// A workbook with a style, matters of the key work (`name=progress`), and what table 08 has: `none`, an amount, or
/// nothing.
fn other(style: &str, work: &str, funds: &str) -> Workbook {
    let mut workbook = Workbook::new("2024", "某中心", "mof-2020");
    let accounts = Rc::make_mut(&mut workbook.accounts);
    accounts.style = style.to_owned();
    accounts.work = work
        .split_whitespace()
        .map(|one| {
            let (matter, progress) = one.split_once('=').unwrap();
            Rc::new(Work {
                matter: matter.into(),
                progress: progress.into(),
                ..Work::default()
            })
        })
        .collect();
    let change = match funds {
        "" => return workbook,
        "none" => Change::SetNone {
            table: TableNo::FUNDS,
            none: true,
        },
        amount => Change::Fill {
            table: TableNo::FUNDS,
            filled: vec![Filled {
                row: Target::Subject {
                    code: "2296006".to_owned(),
                    name: String::new(),
                },
                cells: vec![(Column::Basic, amount.to_owned())],
            }],
        },
    };
    workbook.edited(&Edit::Accounts(change)).unwrap()
}

/// As [`other`] is told.
fn told(workbook: &Workbook) -> [String; 3] {
    let accounts = &workbook.accounts;
    let work = accounts.work.iter();
    let work: Vec<String> = work
        .map(|work| format!("{}={}", work.matter, work.progress))
        .collect();
    let table = accounts.table(TableNo::FUNDS);
    let amount = table
        .lines
        .iter()
        .find_map(|line| line.get(&Column::Basic).map(ToString::to_string));
    let funds = match (table.none, amount) {
        (true, None) => "none".to_owned(),
        (false, amount) => amount.unwrap_or_default(),
        (true, Some(_)) => "both".to_owned(),
    };
    [accounts.style.clone(), work.join(" "), funds]
}

/// Key work, tables without data and the style go where they are missing; what is there is replaced only when ticked.
#[test]
fn what_stands_in_no_table_goes_into_an_open_workbook_too() {
    let (style, work, funds) = (Part::Style, Part::Work, Part::Table(TableNo::FUNDS));
    let read = ["zhejiang-2021", "甲=已完成 乙=半", "none"];
    for (read, open, without, differs, unticked, ticked) in [
        (read, ["", "", ""], vec![], 0, read, read),
        (read, read, vec![], 0, read, read),
        // Each part can be left out.
        (
            read,
            ["", "", ""],
            vec![style],
            0,
            ["", read[1], "none"],
            ["", read[1], "none"],
        ),
        (
            read,
            ["", "", ""],
            vec![work],
            0,
            [read[0], "", "none"],
            [read[0], "", "none"],
        ),
        (
            read,
            ["", "", ""],
            vec![funds],
            0,
            [read[0], read[1], ""],
            [read[0], read[1], ""],
        ),
        // Another style, and matters told by their names.
        (
            read,
            ["wuhan-2020", "丙=好 乙=", ""],
            vec![],
            1,
            ["wuhan-2020", "丙=好 乙=半 甲=已完成", "none"],
            ["zhejiang-2021", "丙=好 乙=半 甲=已完成", "none"],
        ),
        (
            read,
            ["", "甲=未完成", ""],
            vec![],
            1,
            [read[0], "甲=未完成 乙=半", "none"],
            [read[0], "甲=已完成 乙=半", "none"],
        ),
        // That there is nothing is not said of a table in which something stands.
        (
            ["", "", "none"],
            ["", "", "5"],
            vec![],
            0,
            ["", "", "5"],
            ["", "", "5"],
        ),
        // What somebody said of a table is not taken back unasked.
        (
            ["", "", "5"],
            ["", "", "none"],
            vec![],
            1,
            ["", "", "none"],
            ["", "", "5"],
        ),
        (
            ["", "", "5"],
            ["", "", ""],
            vec![],
            0,
            ["", "", "5"],
            ["", "", "5"],
        ),
        (
            ["", "", "5"],
            ["", "", "4"],
            vec![],
            1,
            ["", "", "4"],
            ["", "", "5"],
        ),
    ] {
        let open = other(open[0], open[1], open[2]);
        let from = other(read[0], read[1], read[2]);
        let taken = ["accounts.work[0].matter", "accounts.08.none"].map(|to| Taken {
            to: to.to_owned(),
            from: Spot::default(),
            text: String::new(),
            how: How::Printed,
        });
        let imported = Imported {
            workbook: Some(from),
            taken: taken.into(),
            left: Vec::new(),
            ledger: None,
        };
        let mut importing = Importing::new(0, String::new(), imported);
        for part in &without {
            importing.toggle(*part);
        }
        let all = importing.overwrites(&open);
        assert_eq!(all.len(), differs, "{read:?}");
        let all: Vec<_> = all.into_iter().map(|(one, _)| one).collect();
        for (replaced, then) in [(false, unticked), (true, ticked)] {
            importing.replace(all.clone(), replaced);
            let mut history = History::new(open.clone());
            if let Some(edit) = importing.edit(&open) {
                history.apply(&edit).unwrap();
                assert_eq!(told(history.present()), then, "{read:?} {replaced}");
                history.undo();
            }
            assert_eq!(**history.present(), open);
        }
    }
}

#[test]
fn without_anything_there_is_no_edit() {
    let open = workbook(["4", "3"], "2");
    let mut importing = importing(workbook(["5", "6"], "7"));
    importing.toggle(Part::Facts);
    importing.toggle(Part::Table(SPENDING));
    assert_eq!(importing.edit(&open), None);
    let nothing = Importing::new(0, String::new(), Imported::default());
    assert_eq!(nothing.edit(&open), None);
    assert!(nothing.workbook().is_none() && nothing.parts().is_empty());
}

/// The overall form of the same unit goes into the place of the one that nobody has begun; any other behind all.
#[test]
#[rustfmt::skip] // A case, a line.
fn forms_go_to_their_places() {
    use FormKind::{Overall, Project};
    for (what, open, comes, then) in [
        ("into the blank one", vec![(Overall, "某中心", "")], (Overall, "某中心", "5"), "某中心 5"),
        ("the unit stays where none comes", vec![(Overall, "某中心", "")], (Overall, "", "5"), "某中心 5"),
        ("the unit comes where there was none", vec![(Overall, "", "")], (Overall, "某中心", "5"), "某中心 5"),
        ("one that is begun stays", vec![(Overall, "某中心", "4")], (Overall, "某中心", "5"), "某中心 4; 某中心 5"),
        ("that of another unit", vec![(Overall, "某局", "")], (Overall, "某中心", "5"), "某局 ; 某中心 5"),
        ("a project", vec![(Overall, "某中心", "")], (Project, "某中心", "5"), "某中心 ; 某中心 5"),
        ("nobody has begun what comes", vec![(Overall, "某中心", "4")], (Overall, "某中心", ""), "某中心 4"),
        ("behind projects", vec![(Project, "某中心", ""), (Overall, "某中心", "")], (Overall, "某中心", "5"), "某中心 ; 某中心 5"),
    ] {
        let of = |forms: &[(FormKind, &str, &str)]| {
            let mut workbook = workbook(["", ""], "");
            let blank = workbook.forms[0].clone();
            let forms = forms.iter().map(|(kind, unit, budget)| {
                let mut form = (*blank).clone();
                form.kind = *kind;
                form.unit = (*unit).into();
                form.execution.budget = (*budget).into();
                Rc::new(form)
            });
            workbook.forms = forms.collect();
            workbook
        };
        let open = of(&open);
        let mut importing = importing(of(&[comes]));
        let budget = Taken { to: "forms[0].execution.budget".to_owned(), from: Spot::default(), text: String::new(), how: How::Printed };
        Rc::make_mut(&mut importing.imported).taken.push(budget);
        let taken = match importing.edit(&open) {
            Some(edit) => open.edited(&edit).unwrap(),
            None => open.clone(),
        };
        let forms = taken.forms.iter();
        let told: Vec<String> = forms.map(|form| format!("{} {}", &*form.unit, &*form.execution.budget)).collect();
        assert_eq!(told.join("; "), then, "{what}");
    }
}

/// Nothing that is typed gives way: not even a date, or a remark on a form that is blank otherwise.
#[test]
fn a_blank_form_with_something_in_it_stays() {
    let mut comes = workbook(["", ""], "");
    Rc::make_mut(&mut comes.forms[0]).execution.budget = "5".into();
    let blank = workbook(["", ""], "");
    assert_eq!(blank.place_for(&comes.forms[0]), 0);
    type Fill = fn(&mut Form);
    let filled: [(&str, Fill); 4] = [
        ("a date", |form| form.filled_on = "2025-03-20".into()),
        ("a heading", |form| {
            Rc::make_mut(&mut form.goals[0].indicators[0]).dimension = "进度指标".into();
        }),
        ("a weight", |form| {
            Rc::make_mut(&mut form.goals[0].indicators[0]).weight = "7".into();
        }),
        ("rules of its own", |form| {
            form.rule_set = "wuhan-2020".into()
        }),
    ];
    for (what, fill) in filled {
        let mut open = blank.clone();
        fill(Rc::make_mut(&mut open.forms[0]));
        assert!(!open.forms[0].is_begun(), "{what}");
        assert_eq!(open.place_for(&comes.forms[0]), 1, "{what}");
    }
}
