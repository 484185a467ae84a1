//! Where a figure comes from, and what a sentence still needs.

use crate::accounts::Cell;
use crate::evaluation;
use juesuan_figure::measure::Senseless;

/// Where a figure or a word comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// A cell of the accounts.
    Accounts(Cell),
    /// A cell of the form at this place of the workbook, counted from 0.
    Form(usize, evaluation::Cell),
    /// A sum, or what the page knows anyway.
    None,
}

/// What a sentence still needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What is missing, as people call it.
    pub name: String,
    /// The cell to fill in, where there is one.
    pub source: Source,
    /// Why it is missing.
    pub why: Why,
}

/// Why a sentence cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Nothing is typed, and nothing follows.
    Blank,
    /// What is typed, shortened, which cannot be read.
    Unreadable(String),
    /// A reason, which only the clerk knows.
    Reason,
    /// All is known, and what would be said of it means nothing.
    Senseless(Senseless),
    /// A sentence names something that there is not.
    Unknown,
}

impl Missing {
    /// Whether it only has to be filled in, and its name says all.
    pub fn is_blank(&self) -> bool {
        matches!(self.why, Why::Blank | Why::Reason)
    }
}

impl Why {
    pub(super) fn unreadable(typed: &str) -> Self {
        Why::Unreadable(typed.trim().chars().take(20).collect())
    }
}

/// How the name of a reason ends that a sentence asks for without a figure of its own.
pub(super) const DIFFERENCE: &str = "差异的原因";
