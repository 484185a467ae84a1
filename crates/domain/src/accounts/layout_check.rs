//! Whether a layout holds together: every row, column and class that its rules name is there, and
//! nothing is there twice.

use super::column::Column;
use super::identity::{Identity, Row, Rule, Term};
use super::layout::{Layout, Subjects, TableLayout, TableNo};
use super::layout_parts::BadLayout;
use std::collections::BTreeSet;

/// Checks a layout that was read.
///
/// # Errors
/// [`BadLayout`] for the first thing that is wrong.
pub(super) fn check(layout: &Layout) -> Result<(), BadLayout> {
    let codes = layout.classes.iter().map(|(code, _)| code.as_str());
    once("the class", codes)?;
    for (code, _) in &layout.classes {
        if Subjects::Functional.named(code).is_none() {
            return Err(BadLayout(format!("the class {code} is no subject")));
        }
    }
    let printed = layout.tables.iter().map(|table| table.printed.to_string());
    once("the printed number", printed)?;
    for table in &layout.tables {
        check_table(table)?;
    }
    let numbers = layout
        .identities
        .iter()
        .map(|identity| identity.no.as_str());
    once("the identity", numbers)?;
    for identity in &layout.identities {
        check_identity(layout, identity)?;
    }
    Ok(())
}

/// Nothing may be there twice.
fn once<T: Ord + std::fmt::Display>(
    what: &str,
    keys: impl Iterator<Item = T>,
) -> Result<(), BadLayout> {
    let mut seen = BTreeSet::new();
    for key in keys {
        if seen.contains(&key) {
            return Err(BadLayout(format!("{what} {key} is there twice")));
        }
        seen.insert(key);
    }
    Ok(())
}

fn check_table(table: &TableLayout) -> Result<(), BadLayout> {
    let no = table.no;
    let paths = table.rows().map(|(_, row)| format!("{no}.{}", row.key));
    once("the row", paths)?;
    let columns = table.columns.iter();
    once(
        "the column",
        columns.map(|c| format!("{no}.{}", c.column.as_str())),
    )?;
    for column in table.columns.iter().map(|c| c.column) {
        if !column.is_amount() {
            return Err(BadLayout(format!(
                "the column {no}.{} is no amount",
                column.as_str()
            )));
        }
    }
    for side in &table.sides {
        let heads = side.heads.iter().map(|(column, _)| column);
        for column in side.columns.iter().chain(heads) {
            has_column(no, &table.columns_there(), *column)?;
        }
        once(
            "the column",
            side.columns.iter().map(|c| format!("{no}.{}", c.as_str())),
        )?;
        for rule in &side.across {
            check_across(no, &side.columns, rule)?;
        }
    }
    for (_, row) in table.rows() {
        // A key stands in paths, between points and before brackets.
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if row.key.is_empty() || !row.key.chars().all(plain) || row.label.trim().is_empty() {
            return Err(BadLayout(format!(
                "the row {no}.{} needs a key of letters, digits and hyphens, and a label",
                row.key
            )));
        }
    }
    for rule in &table.across {
        check_across(no, &table.columns_there(), rule)?;
    }
    if table.lines.is_some() && table.row("total").is_none() {
        return Err(BadLayout(format!("the table {no} has no row total")));
    }
    for (key, classes) in &table.parts {
        if table.row(key).is_none() {
            return Err(BadLayout(format!("there is no row {no}.{key}")));
        }
        for class in classes {
            if table.lines.is_none_or(|by| by.named(class).is_none()) {
                return Err(BadLayout(format!(
                    "the part {no}.{key} names {class}, which is no subject of the table"
                )));
            }
        }
    }
    Ok(())
}

impl TableLayout {
    fn columns_there(&self) -> Vec<Column> {
        self.line_columns().collect()
    }
}

fn has_column(no: TableNo, there: &[Column], column: Column) -> Result<(), BadLayout> {
    if there.contains(&column) {
        return Ok(());
    }
    Err(BadLayout(format!(
        "there is no column {no}.{}",
        column.as_str()
    )))
}

/// A rule of every row names columns alone, all of which the rows have.
fn check_across(no: TableNo, there: &[Column], rule: &Rule) -> Result<(), BadLayout> {
    for term in rule.terms() {
        match (term.table, &term.row, term.column) {
            (None, Row::Same, Some(column)) => has_column(no, there, column)?,
            _ => {
                return Err(BadLayout(format!(
                    "a rule of the rows of table {no} names more than columns"
                )));
            }
        }
    }
    Ok(())
}

fn check_identity(layout: &Layout, identity: &Identity) -> Result<(), BadLayout> {
    let no = &identity.no;
    let of = |BadLayout(what): BadLayout| BadLayout(format!("the identity {no}: {what}"));
    for rule in &identity.rules {
        let mut common: Option<Vec<Column>> = None;
        for term in rule.terms() {
            let columns = columns_of(layout, term).map_err(of)?;
            if let (Some(table), Some(column)) = (term.table, term.column) {
                has_column(table, &columns, column).map_err(of)?;
            }
            common = Some(match common {
                None => columns,
                Some(common) => common.into_iter().filter(|c| columns.contains(c)).collect(),
            });
        }
        let named = rule.terms().filter(|term| term.column.is_some()).count();
        let all = 1 + rule.right.len();
        if named != 0 && named != all {
            let mixed = "a rule is about every column or about named ones, not both";
            return Err(of(BadLayout(mixed.to_owned())));
        }
        if named == 0 && common.is_none_or(|common| common.is_empty()) {
            let none = "its rows have no column in common";
            return Err(of(BadLayout(none.to_owned())));
        }
    }
    Ok(())
}

/// The columns of the rows that a term is about.
fn columns_of(layout: &Layout, term: &Term) -> Result<Vec<Column>, BadLayout> {
    let Some(no) = term.table else {
        return Err(BadLayout(
            "a rule names a column without a table".to_owned(),
        ));
    };
    let table = &layout.tables[no.index()];
    let of_class = table.rows().find(|(_, row)| row.of_class);
    match &term.row {
        Row::Key(key) => match table.row(key) {
            Some((side, _)) => Ok(side.columns.clone()),
            None => Err(BadLayout(format!("there is no row {no}.{key}"))),
        },
        Row::Class | Row::Classes => match of_class {
            Some((side, _)) => Ok(side.columns.clone()),
            None if term.row == Row::Class && table.lines == Some(Subjects::Functional) => {
                Ok(table.columns_there())
            }
            None => Err(BadLayout(format!("the table {no} has no rows of classes"))),
        },
        Row::Same => Err(BadLayout("a rule names a column without a row".to_owned())),
    }
}
