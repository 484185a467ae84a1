//! How an address is written: names with a dot between, and rows by number, `goals[1].weight`.

use std::fmt;

/// No such cell: the text is no address, or there is no such row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no cell “{0}” in the workbook")]
pub struct BadCell(pub String);

/// What was read as an address and is none, in a length that can be shown.
pub(crate) fn shortened(path: &str) -> BadCell {
    BadCell(path.chars().take(80).collect())
}

/// One of several, by its place: displays as `goals[1]`.
pub(crate) struct Numbered(pub &'static str, pub usize);

impl fmt::Display for Numbered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Numbered(name, at) = self;
        write!(f, "{name}[{at}]")
    }
}

impl From<Numbered> for BadCell {
    fn from(numbered: Numbered) -> Self {
        BadCell(numbered.to_string())
    }
}

/// An address, read from left to right.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Steps<'a>(&'a str);

impl<'a> Steps<'a> {
    pub fn of(path: &'a str) -> Self {
        Steps(path)
    }

    /// What is left of it.
    pub fn rest(self) -> &'a str {
        self.0
    }

    /// Behind `name.`; `None` where it begins otherwise.
    pub fn into_part(self, name: &str) -> Option<Self> {
        let rest = self.0.strip_prefix(name)?.strip_prefix('.')?;
        Some(Steps(rest))
    }

    /// Behind `name[3].`, and which that is; `None` where it begins otherwise.
    pub fn into_row(self, name: &str) -> Option<(usize, Self)> {
        let rest = self.0.strip_prefix(name)?.strip_prefix('[')?;
        let (row, rest) = rest.split_once("].")?;
        Some((row.parse().ok()?, Steps(rest)))
    }
}
