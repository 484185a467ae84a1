//! The texts of the page in Chinese.

mod at_hand;
mod consolidation;
mod documents;
mod figures;
mod findings;
mod form;
mod handing_on;
mod importing;
mod own_rules;
mod publishing;
mod quick;
mod report;
mod review;
mod rules;
mod shell;
mod start;
mod tables;
mod text;

use crate::page::Page;

/// What this language says.
pub struct Words;

impl Page for Words {}
