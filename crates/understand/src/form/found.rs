//! A form as it was found, and where each of its cells stands.

use crate::place::Spot;
use juesuan_domain::evaluation::{Cell, Form};
use serde::{Deserialize, Serialize};

/// A self-evaluation form (绩效自评表) of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FoundForm {
    /// Its title, or the first of its cells.
    pub spot: Spot,
    /// Its title, as printed; empty where it has none.
    pub title: String,
    /// What it says, as printed. What could not be read with certainty is left out.
    pub form: Form,
    /// Where the cells of `form` stand, those that were read.
    pub places: Vec<Placed>,
    /// Id of the rules that it was scored by; empty where none are known.
    pub rules: String,
    /// How these were chosen.
    pub rules_from: RulesFrom,
    /// What its scores come to by these rules, where each can be computed.
    pub computed: Option<String>,
    /// Rows and cells that could not be read, and were left out.
    pub left: usize,
}

/// A cell of a form, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// The address of the cell, as `goals[0].indicators[2].claimed`.
    pub path: String,
    /// Where it stands. Of a text over several blocks, the last of them.
    pub spot: Spot,
}

/// How the rules of a form were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum RulesFrom {
    /// Whoever asked for the review said which.
    Given,
    /// The form prints how it is scored.
    Printed,
    /// By its layout and its points; others are possible.
    Guessed,
    /// It fits none that are known.
    #[default]
    Unknown,
}

impl FoundForm {
    /// Where a cell stands; `None` of one that was not read.
    pub fn place(&self, cell: Cell) -> Option<&Spot> {
        let path = cell.to_string();
        let mut all = self.places.iter();
        all.find(|placed| placed.path == path)
            .map(|placed| &placed.spot)
    }
}
