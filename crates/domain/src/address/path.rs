//! How an address is written: names with a dot between, and rows by number, `goals[1].weight`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

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

/// The address of a cell as a file has it: read once, written as it was where nobody knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written<C> {
    /// A cell of this version.
    Cell(C),
    /// No cell of this version; it may be one of a newer.
    Unknown(String),
}

impl<C: Copy> Written<C> {
    /// The cell, where it is one.
    pub fn cell(&self) -> Option<C> {
        match self {
            Written::Cell(cell) => Some(*cell),
            Written::Unknown(_) => None,
        }
    }
}

impl<C> Default for Written<C> {
    fn default() -> Self {
        Written::Unknown(String::new())
    }
}

impl<C: FromStr> From<String> for Written<C> {
    fn from(path: String) -> Self {
        path.parse().map_or(Written::Unknown(path), Written::Cell)
    }
}

impl<C: fmt::Display> fmt::Display for Written<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Written::Cell(cell) => cell.fmt(f),
            Written::Unknown(path) => f.write_str(path),
        }
    }
}

impl<C: fmt::Display> PartialEq<&str> for Written<C> {
    fn eq(&self, path: &&str) -> bool {
        let written = self.to_string();
        written == *path
    }
}

impl<C: fmt::Display> Serialize for Written<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, C: FromStr> Deserialize<'de> for Written<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Written::from)
    }
}
