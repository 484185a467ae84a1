//! How the cells of the accounts are named in addresses: `accounts.05[3].basic`.

use super::cell::{BadCell, Cell, Column, Fact, WorkField};
use super::layouts::row_key;
use super::styles::sentence_key;
use super::table_no::TableNo;
use crate::address::{Numbered, Steps, shortened};
use crate::settings::Setting;
use std::fmt;
use std::str::FromStr;

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Fixed(table, key, column) => {
                write!(f, "accounts.{table}.{key}.{}", column.as_str())
            }
            Cell::Line(table, row, column) => {
                write!(f, "{}.{}", line(*table, *row), column.as_str())
            }
            Cell::Fact(fact) => write!(f, "accounts.facts.{}", fact.as_str()),
            Cell::Work(row, field) => write!(f, "{}.{}", work(*row), field.as_str()),
            Cell::Sentence(key) => write!(f, "accounts.text.{key}"),
            Cell::Style => f.write_str("accounts.style"),
            Cell::Layout => f.write_str("accounts.layout"),
            Cell::Year => f.write_str("year"),
            Cell::Setting(setting) => write!(f, "settings.{}", setting.as_str()),
        }
    }
}

/// How a row that the unit adds is named in addresses: `accounts.05[3]`.
pub(super) fn line(table: TableNo, row: usize) -> String {
    format!("accounts.{table}[{row}]")
}

/// How a row of the key work is named in addresses: `accounts.work[0]`.
pub(super) fn work(row: usize) -> Numbered {
    Numbered("accounts.work", row)
}

impl FromStr for Cell {
    type Err = BadCell;

    fn from_str(path: &str) -> Result<Self, BadCell> {
        parse(Steps::of(path)).ok_or_else(|| shortened(path))
    }
}

fn parse(path: Steps) -> Option<Cell> {
    if let Some(path) = path.into_part("settings") {
        return Setting::named(path.rest()).map(Cell::Setting);
    }
    let Some(path) = path.into_part("accounts") else {
        return (path.rest() == "year").then_some(Cell::Year);
    };
    if let Some(path) = path.into_part("facts") {
        return Fact::named(path.rest()).map(Cell::Fact);
    }
    if let Some(path) = path.into_part("text") {
        return sentence_key(path.rest()).map(Cell::Sentence);
    }
    if let Some((row, path)) = path.into_row("work") {
        return Some(Cell::Work(row, WorkField::named(path.rest())?));
    }
    match path.rest() {
        "style" => return Some(Cell::Style),
        "layout" => return Some(Cell::Layout),
        _ => {}
    }
    let (no, rest) = path.rest().split_at_checked(2)?;
    let table = TableNo::new(no.parse().ok()?)?;
    if let Some((row, path)) = path.into_row(no) {
        return Some(Cell::Line(table, row, Column::named(path.rest())?));
    }
    let (key, column) = rest.strip_prefix('.')?.rsplit_once('.')?;
    fixed(table, key, Column::named(column)?)
}

/// A cell of a row that some layout prints; `None` where none does.
pub(crate) fn fixed(table: TableNo, key: &str, column: Column) -> Option<Cell> {
    Some(Cell::Fixed(table, row_key(table, key)?, column))
}
