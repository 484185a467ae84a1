//! Identities between cells (勾稽关系), as the layouts write them:
//! `01.left-total.* = 01.income-total.* + 01.opening.*`.

use super::column::Column;
use super::table_no::TableNo;

/// An identity of one or more rules, as the page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// What it is called by: unique in its layout.
    pub no: String,
    /// What it says, with the tables under the numbers they are printed with.
    pub title: String,
    /// The same as the files write it, with the tables by their nature.
    pub(super) by_nature: String,
    /// What must hold.
    pub rules: Vec<Rule>,
}

/// A rule that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the rule “{0}” cannot be read: it must name tables 01 to 09 and columns there are")]
pub(super) struct BadRule(pub String);

/// One cell is the sum of others, some of them taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The whole.
    pub left: Term,
    /// Each with whether it is taken away.
    pub right: Vec<(bool, Term)>,
}

/// A cell in a rule, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// None where the rule is about the cells of one row.
    pub table: Option<TableNo>,
    /// The row, or rows.
    pub row: Row,
    /// None for every column that all rows of the rule have.
    pub column: Option<Column>,
}

/// Which row or rows a term is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The row itself, of a rule across a row.
    Same,
    /// A row that the layout prints, by its key.
    Key(String),
    /// The row of a class: the rule is one for each class.
    Class,
    /// The rows of all classes, added up.
    Classes,
}

impl Rule {
    /// Reads `total = basic + project` and `01.opening.amount = 02.total.total - 03.total.*`.
    ///
    /// # Errors
    /// [`BadRule`] where it is no such sum, or names no table or column there is.
    pub(super) fn read(text: &str) -> Result<Self, BadRule> {
        let bad = || BadRule(text.to_owned());
        let (left, right) = text.split_once('=').ok_or_else(bad)?;
        let mut terms = Vec::new();
        // The sign that a term stands behind; none where a term has just been.
        let mut sign = Some(false);
        for word in right.split_whitespace() {
            match (word, sign) {
                ("+", None) => sign = Some(false),
                ("-", None) => sign = Some(true),
                (word, Some(minus)) => {
                    terms.push((minus, Term::read(word).ok_or_else(bad)?));
                    sign = None;
                }
                _ => return Err(bad()),
            }
        }
        if sign.is_some() {
            return Err(bad());
        }
        Ok(Rule {
            left: Term::read(left.trim()).ok_or_else(bad)?,
            right: terms,
        })
    }

    /// Whether it is one for each class.
    pub(super) fn is_of_each_class(&self) -> bool {
        self.terms().any(|term| term.row == Row::Class)
    }

    /// Every term, the left one first.
    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        std::iter::once(&self.left).chain(self.right.iter().map(|(_, term)| term))
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
