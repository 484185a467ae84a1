//! Identities between cells (勾稽关系), as the layouts write them:
//! `01.left-total.* = 01.income-total.* + 01.opening.*`.

use super::cell::Column;
use super::layout::{BadLayout, TableNo};

/// An identity of one or more rules, as the page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    pub no: String,
    pub title: String,
    pub rules: Vec<Rule>,
}

/// One cell is the sum of others, some of them taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub left: Term,
    /// Each with whether it is taken away.
    pub right: Vec<(bool, Term)>,
}

/// A cell in a rule, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// None where the rule is about the cells of one row.
    pub table: Option<TableNo>,
    pub row: Row,
    /// None for every column that all rows of the rule have.
    pub column: Option<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The row itself, of a rule across a row.
    Same,
    Key(String),
    /// The row of a class: the rule is one for each class.
    Class,
    /// The rows of all classes, added up.
    Classes,
}

impl Rule {
    /// Reads `total = basic + project` and `01.opening.amount = 02.total.total - 03.total.*`.
    pub(super) fn read(text: &str) -> Result<Self, BadLayout> {
        let bad = || BadLayout(format!("rule {text}"));
        let (left, right) = text.split_once('=').ok_or_else(bad)?;
        let mut terms = Vec::new();
        let mut minus = false;
        for word in right.split_whitespace() {
            match word {
                "+" => minus = false,
                "-" => minus = true,
                word => terms.push((minus, Term::read(word).ok_or_else(bad)?)),
            }
        }
        if terms.is_empty() {
            return Err(bad());
        }
        Ok(Rule {
            left: Term::read(left.trim()).ok_or_else(bad)?,
            right: terms,
        })
    }

    /// Whether it is one for each class.
    pub(super) fn is_of_each_class(&self) -> bool {
        let terms = std::iter::once(&self.left).chain(self.right.iter().map(|(_, term)| term));
        terms.into_iter().any(|term| term.row == Row::Class)
    }
}

impl Term {
    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('.').collect();
        let column = |name: &str| match name {
            "*" => Some(None),
            name => Column::named(name).map(Some),
        };
        match parts[..] {
            [name] => Some(Term {
                table: None,
                row: Row::Same,
                column: column(name)?,
            }),
            [table, row, name] => Some(Term {
                table: Some(TableNo::new(table.parse().ok()?)?),
                row: match row {
                    "{class}" => Row::Class,
                    "{classes}" => Row::Classes,
                    key => Row::Key(key.to_owned()),
                },
                column: column(name)?,
            }),
            _ => None,
        }
    }
}
