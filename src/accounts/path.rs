//! Addresses of cells as texts: `accounts.05[3].basic`. Printed and read here and nowhere else.

use super::cell::{BadCell, Cell, Column, Fact, WorkField};
use super::layouts::row_key;
use super::style::sentence_key;
use super::table_no::TableNo;
use crate::evaluation::Setting;
use std::fmt;
use std::str::FromStr;

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Fixed(table, key, column) => {
                write!(f, "accounts.{table}.{key}.{}", column.as_str())
            }
            Cell::Line(table, row, column) => {
                write!(f, "accounts.{table}[{row}].{}", column.as_str())
            }
            Cell::Fact(fact) => write!(f, "accounts.facts.{}", fact.as_str()),
            Cell::Work(row, field) => write!(f, "accounts.work[{row}].{}", field.as_str()),
            Cell::Sentence(key) => write!(f, "accounts.text.{key}"),
            Cell::Style => f.write_str("accounts.style"),
            Cell::Layout => f.write_str("accounts.layout"),
            Cell::Year => f.write_str("year"),
            Cell::Setting(setting) => write!(f, "settings.{}", setting.as_str()),
        }
    }
}

impl FromStr for Cell {
    type Err = BadCell;

    fn from_str(path: &str) -> Result<Self, BadCell> {
        parse(path).ok_or_else(|| BadCell(path.chars().take(80).collect()))
    }
}

fn parse(path: &str) -> Option<Cell> {
    if path == "year" {
        return Some(Cell::Year);
    }
    if let Some(name) = path.strip_prefix("settings.") {
        let mut all = Setting::ALL.iter();
        return all
            .find(|setting| setting.as_str() == name)
            .copied()
            .map(Cell::Setting);
    }
    let rest = path.strip_prefix("accounts.")?;
    if rest == "style" {
        return Some(Cell::Style);
    }
    if rest == "layout" {
        return Some(Cell::Layout);
    }
    if let Some(fact) = rest.strip_prefix("facts.") {
        return Fact::named(fact).map(Cell::Fact);
    }
    if let Some(key) = rest.strip_prefix("text.") {
        return sentence_key(key).map(Cell::Sentence);
    }
    if let Some(rest) = rest.strip_prefix("work[") {
        let (row, field) = rest.split_once("].")?;
        return Some(Cell::Work(row.parse().ok()?, WorkField::named(field)?));
    }
    let (table, rest) = rest.split_at_checked(2)?;
    let table = TableNo::new(table.parse().ok()?)?;
    if let Some(rest) = rest.strip_prefix('[') {
        let (row, column) = rest.split_once("].")?;
        return Some(Cell::Line(table, row.parse().ok()?, Column::named(column)?));
    }
    let (key, column) = rest.strip_prefix('.')?.rsplit_once('.')?;
    fixed(table, key, Column::named(column)?)
}

/// A cell of a row that some layout prints; `None` where none does.
pub(super) fn fixed(table: TableNo, key: &str, column: Column) -> Option<Cell> {
    Some(Cell::Fixed(table, row_key(table, key)?, column))
}
