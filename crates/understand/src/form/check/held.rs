//! What is known of a form while it is checked.

use super::super::draft::Draft;
use super::super::found::RulesFrom;
use super::figures::Figures;
use crate::finding::{Finding, Matter, Severity};
use crate::place::Spot;
use juesuan_domain::evaluation::{Evaluation, RuleSet};
use rust_decimal::Decimal;

/// A form with what is known of it while it is checked.
pub(super) struct Check<'a> {
    pub draft: &'a Draft,
    pub rules: Option<&'a RuleSet>,
    pub from: RulesFrom,
    /// By the rules, where there are any.
    pub evaluation: Option<Evaluation>,
    pub figures: Figures,
    pub found: Vec<Finding>,
    /// Scores that are wrong by the rules: what follows from one is no second fault.
    pub wrong: Vec<Wrong>,
    /// By how much weights are more than what is printed for their sum: one of them is wrong by that.
    pub off: Vec<Decimal>,
}

/// A score that is wrong by the rules.
pub(super) struct Wrong {
    pub claimed: Decimal,
    pub right: Decimal,
}

impl Check<'_> {
    /// Whether a weight is the one that breaks a sum: by the right one `claimed` would be the score, and not
    /// `right`.
    pub fn breaks_a_sum(&self, weight: Decimal, claimed: Decimal, right: Decimal) -> bool {
        let gives = |off: &Decimal| {
            let mended = weight.checked_sub(*off)?;
            let score = right.checked_mul(mended)?.checked_div(weight)?;
            Some((score - claimed).abs() <= Decimal::new(1, 2))
        };
        self.off.iter().any(|off| gives(off) == Some(true))
    }

    /// Whether the form or whoever asked says how scores come about.
    pub fn is_certain(&self) -> bool {
        matches!(self.from, RulesFrom::Given | RulesFrom::Printed)
    }

    pub fn add(&mut self, severity: Severity, matter: Matter, spot: Spot) -> &mut Finding {
        self.found.push(Finding::new(severity, matter, spot));
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}
