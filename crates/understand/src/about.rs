//! Whose disclosure it is, of what year, and of what kind.

use crate::passage::{DocumentPart, Passage, passages};
use crate::pattern::{Pattern, year_at};
use juesuan_paper::Paper;
use std::collections::HashMap;
use std::hash::Hash;

/// What a disclosure is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The full name of the unit or department, as its title has it.
    pub unit: Option<String>,
    /// The year that it accounts for, or plans.
    pub year: Option<u16>,
    /// What kind of disclosure it is.
    pub kind: DisclosureKind,
}

/// The kinds of disclosures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DisclosureKind {
    /// 决算: what was received and spent.
    FinalAccounts,
    /// 预算: what is planned.
    Budget,
    /// A self-evaluation form alone.
    SelfEvaluation,
    /// None of these, or it cannot be told.
    #[default]
    Unknown,
}

impl About {
    /// Reads it from the titles of a paper.
    pub fn of(_paper: &juesuan_paper::Paper) -> Self {
        About::default()
    }
}
