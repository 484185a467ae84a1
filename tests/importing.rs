//! A document that has become a workbook, in the page: which parts are wanted, what goes into an open workbook, and
//! what it replaces there.

use juesuan::accounts::{Cell, Column, Fact, Filled, TableNo, Taking, Target};
use juesuan::flows::importing::{Importing, Part};
use juesuan::understand::{How, Spot, Taken};
use juesuan::{Edit, Workbook};
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
    for (open, without, replaced, then) in [
        ((["", ""], ""), vec![], 0, "5 6 7"),
        ((["5", "6"], "7"), vec![], 0, "5 6 7"),
        ((["4", ""], "7"), vec![], 1, "5 6 7"),
        ((["4", "3"], "2"), vec![], 3, "5 6 7"),
        ((["4", "3"], "2"), vec![table], 1, "4 3 7"),
        ((["4", "3"], "2"), vec![facts], 2, "5 6 2"),
    ] {
        let mut importing = importing(workbook(["5", "6"], "7"));
        for part in &without {
            importing.toggle(*part);
        }
        let open = workbook(open.0, open.1);
        let taking = importing.taking(open.layout());
        assert_eq!(
            taking.overwrites(&open.accounts).len(),
            replaced,
            "{without:?}"
        );
        let taken = open.edited(&importing.edit(&open).unwrap()).unwrap();
        assert_eq!(shown(&taken), then, "{without:?}");
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
