//! A ledger's export into tables of accounts: sums by code, from 元 to 万元. A row goes where its words say for
//! certain; all else waits for somebody's choice. The sum of a subject is that of the rows below it.

mod rows;

use crate::imported::Imported;
use juesuan_domain::accounts::{Cell, Change, Column, Filled, Subjects, TableNo, Target};
use juesuan_domain::{Edit, Workbook};
use juesuan_figure::Exact;
use juesuan_paper::Paper;
use juesuan_understand::{
    How, Ledger, LedgerChoices, LedgerGroup, LedgerRow, Left, Taken, WhyLeft,
};
use rows::{Row, Rows, Said, subject};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// Decimals of an amount in 万元 as tables print it.
const PLACES: u32 = 2;

/// Rows that are said to be the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    economic: bool,
    said: Vec<Said>,
}

/// A row that a subject is known of.
struct Known<'a> {
    row: &'a Row,
    code: &'static str,
    kind: Kind,
}

/// Brings a ledger in; `None` where the paper has no table with the heads of one.
pub fn import_ledger(paper: &Paper, choices: &LedgerChoices) -> Option<(Imported, Ledger)> {
    let rows = Rows::of(paper);
    if rows.rows.is_empty() {
        return None;
    }
    let mut ledger = Ledger {
        choices: choices.clone(),
        amounts: offered(&rows),
        ..Ledger::default()
    };
    ledger.chosen = choices
        .amounts
        .filter(|at| *at < ledger.amounts.len())
        .or_else(|| certain(&rows));
    let mut known: Vec<Known> = Vec::new();
    for (at, row) in rows.rows.iter().enumerate() {
        let chosen = choices.codes.iter().find(|(other, _)| *other == at);
        let code = chosen.map_or(row.code.as_str(), |(_, code)| code.trim());
        match subject(code, &row.name) {
            Some((subjects, code)) => known.push(Known {
                row,
                code,
                kind: Kind {
                    economic: subjects == Subjects::Economic,
                    said: row.said.clone(),
                },
            }),
            None => ledger.waiting.push(LedgerRow {
                row: at,
                from: row.spot.clone(),
                code: row.code.clone(),
                name: row.name.clone(),
                amount: printed(row, &rows, ledger.chosen),
            }),
        }
    }
    let mut imported = Imported {
        workbook: Workbook::new("", "", super::RULES),
        taken: Vec::new(),
        left: Vec::new(),
    };
    // What stands over others of its kind is their sum, and added by the workbook. In order, the first of them comes
    // right behind it.
    let all: BTreeSet<(&Kind, &str)> = known.iter().map(|one| (&one.kind, one.code)).collect();
    let above = |one: &Known| {
        let here = (&one.kind, one.code);
        let next = all.range((Bound::Excluded(here), Bound::Unbounded)).next();
        next.is_some_and(|(kind, code)| **kind == one.kind && code.starts_with(one.code))
    };
    ledger.above = known.iter().filter(|one| above(one)).count();
    let lowest: Vec<&Known> = known.iter().filter(|one| !above(one)).collect();
    let mut sums: BTreeMap<(TableNo, &'static str, Column), Vec<&Row>> = BTreeMap::new();
    let kinds: BTreeSet<&Kind> = lowest.iter().map(|one| &one.kind).collect();
    for kind in kinds {
        let of_kind = lowest.iter().filter(|one| one.kind == *kind);
        let group = group(kind, choices);
        if let Some((no, column)) = group.to.as_deref().and_then(target) {
            for one in of_kind.clone() {
                let sum = sums.entry((no, one.code, column)).or_default();
                sum.push(one.row);
            }
        }
        let of_kind: Vec<&Row> = of_kind.map(|one| one.row).collect();
        ledger.groups.push(LedgerGroup {
            rows: of_kind.len(),
            total: sum(&of_kind, &rows, &ledger).map_or_else(String::new, Exact::grouped),
            ..group
        });
    }
    put(&sums, &rows, &mut ledger, &mut imported);
    Some((imported, ledger))
}

/// What rows come to in 万元, exact; `None` where one of them cannot be read or told.
fn sum(of: &[&Row], rows: &Rows, ledger: &Ledger) -> Option<Exact> {
    let amounts = of.iter().map(|row| amount(row, rows, ledger.chosen));
    let sum = Exact::sum(amounts.collect::<Option<Vec<Exact>>>()?).ok()?;
    if ledger.choices.in_ten_thousands {
        return Some(sum);
    }
    let yuan = sum.decimal()?;
    Exact::try_from(yuan.checked_mul(Decimal::new(1, 4))?).ok()
}

/// Puts the sums into their cells.
fn put(
    sums: &BTreeMap<(TableNo, &'static str, Column), Vec<&Row>>,
    rows: &Rows,
    ledger: &mut Ledger,
    imported: &mut Imported,
) {
    let mut tables: BTreeMap<TableNo, Vec<Filled>> = BTreeMap::new();
    for ((no, code, column), of_cell) in sums {
        let Some(exact) = sum(of_cell, rows, ledger) else {
            if ledger.chosen.is_some() {
                let (from, text) = (of_cell[0].spot.clone(), of_cell[0].name.clone());
                let why = WhyLeft::Unreadable;
                imported.left.push(Left { from, text, why });
            }
            continue;
        };
        let rounded = exact.rounded(PLACES);
        ledger.rounded += usize::from(rounded != exact);
        tables.entry(*no).or_default().push(Filled {
            row: Target::Subject {
                code: (*code).to_owned(),
                name: String::new(),
            },
            cells: vec![(*column, rounded.grouped())],
        });
    }
    for (table, filled) in tables {
        let edit = Edit::Accounts(Change::Fill { table, filled });
        // Subjects that are known are fewer than a table has room for.
        if let Ok(workbook) = imported.workbook.edited(&edit) {
            imported.workbook = workbook;
        }
    }
    for ((no, code, column), of_cell) in sums {
        let Some(line) = imported.workbook.accounts.line_with(*no, code) else {
            continue;
        };
        let cell = Cell::Line(*no, line, *column);
        let stands = imported
            .workbook
            .accounts
            .cell(cell)
            .is_some_and(|text| !text.is_blank());
        if stands {
            let printed: Vec<String> = of_cell
                .iter()
                .map(|row| printed(row, rows, ledger.chosen))
                .collect();
            imported.taken.push(Taken {
                to: cell.to_string(),
                from: of_cell[0].spot.clone(),
                text: printed.join(" + "),
                how: How::Followed,
            });
        }
    }
}

/// The columns that may be meant; debits less credits last, where there are both.
fn offered(rows: &Rows) -> Vec<String> {
    let mut all = rows.heads.clone();
    if let Some((debit, credit)) = both_sides(rows) {
        all.push(format!("{}－{}", rows.heads[debit], rows.heads[credit]));
    }
    all
}

fn both_sides(rows: &Rows) -> Option<(usize, usize)> {
    let only = |word: &str| {
        let mut with = rows.heads.iter().enumerate();
        let first = with.by_ref().find(|(_, head)| head.contains(word))?.0;
        with.all(|(_, head)| !head.contains(word)).then_some(first)
    };
    Some((only("借方")?, only("贷方")?))
}

/// The one column that is meant for certain: there is one only, or one of debits and nothing is credited.
fn certain(rows: &Rows) -> Option<usize> {
    if rows.heads.len() == 1 {
        return Some(0);
    }
    let (debit, credit) = both_sides(rows)?;
    let nothing = rows.rows.iter().all(|row| match row.amounts.get(&credit) {
        Some((_, read)) => read.is_some_and(Exact::is_zero),
        None => true,
    });
    (rows.heads.len() == 2 && nothing).then_some(debit)
}

/// The amount of a row; `None` where it cannot be read or told. What is blank is nothing in a ledger's row.
fn amount(row: &Row, rows: &Rows, chosen: Option<usize>) -> Option<Exact> {
    let zero = || Exact::sum::<Exact>([]).ok();
    let of = |head: usize| match row.amounts.get(&head) {
        Some((_, read)) => *read,
        None => zero(),
    };
    let chosen = chosen?;
    if chosen < rows.heads.len() {
        return of(chosen);
    }
    let (debit, credit) = both_sides(rows)?;
    of(debit)?.checked_sub(of(credit)?)
}

fn printed(row: &Row, rows: &Rows, chosen: Option<usize>) -> String {
    let of = |head: usize| row.amounts.get(&head).map(|(text, _)| text.clone());
    match chosen {
        Some(chosen) if chosen < rows.heads.len() => of(chosen).unwrap_or_default(),
        Some(_) => amount(row, rows, chosen).map_or_else(String::new, Exact::grouped),
        None => String::new(),
    }
}

/// Where rows of a kind may go, and where they go for certain or by choice.
fn group(kind: &Kind, choices: &LedgerChoices) -> LedgerGroup {
    let says = |said: Said| kind.said.contains(&said);
    let columns: &[&str] = if says(Said::Basic) {
        &["basic"]
    } else if says(Said::Project) {
        &["project"]
    } else {
        &["basic", "project", "total"]
    };
    let tables: &[&str] = if says(Said::General) {
        &["05", "03"]
    } else if says(Said::Funds) {
        &["08", "03"]
    } else if says(Said::Capital) {
        &["09", "03"]
    } else {
        &["03", "05", "08", "09"]
    };
    let offers: Vec<String> = if kind.economic {
        // Basic spending of the general public budget alone stands by economic nature.
        let other = says(Said::Project) || says(Said::Funds) || says(Said::Capital);
        if other {
            Vec::new()
        } else {
            vec!["06.amount".to_owned()]
        }
    } else {
        let of = |table: &&'static str| {
            let table = *table;
            columns
                .iter()
                .map(move |column| format!("{table}.{column}"))
        };
        tables.iter().flat_map(of).collect()
    };
    let fund = says(Said::General) || says(Said::Funds) || says(Said::Capital);
    let type_said = says(Said::Basic) || says(Said::Project);
    let certain = offers.first().filter(|_| fund && type_said).cloned();
    let words: Vec<&str> = kind.said.iter().map(|said| said.words()).collect();
    let nature = if kind.economic { "3" } else { "2" };
    let key = [words.as_slice(), &[nature]].concat().join("|");
    let chosen = choices.to.iter().find(|(group, _)| *group == key);
    let to = match chosen {
        Some((_, to)) => offers.contains(to).then(|| to.clone()),
        None => certain,
    };
    LedgerGroup {
        economic: kind.economic,
        said: words.into_iter().map(str::to_owned).collect(),
        key,
        offers,
        to,
        ..LedgerGroup::default()
    }
}

/// Table and column of an offer.
fn target(offer: &str) -> Option<(TableNo, Column)> {
    let (table, column) = offer.split_once('.')?;
    let no = table.parse().ok().and_then(TableNo::new)?;
    let columns = [
        Column::Amount,
        Column::Basic,
        Column::Project,
        Column::Total,
    ];
    let column = columns.into_iter().find(|one| one.as_str() == column)?;
    Some((no, column))
}
