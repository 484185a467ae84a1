//! Holds the figures of one form against each other, and its scores against the rules.
//!
//! An error is certain under every rule: a sum, a rate, a score above its weight. By rules that were only
//! guessed a score is to be looked at; where other rules are as likely nothing is said.

mod execution;
mod figures;
mod places;
mod scores;
mod sums;

use super::draft::Draft;
use super::found::{FoundForm, Placed, RulesFrom};
use crate::claimed::Statement;
use crate::finding::{Finding, Matter, Severity};
use crate::place::Spot;
use figures::Figures;
use juesuan_domain::evaluation::{Evaluation, RuleSet, evaluate};
use rust_decimal::Decimal;

/// A form with what is known of it while it is checked.
struct Check<'a> {
    draft: &'a Draft,
    rules: Option<&'a RuleSet>,
    from: RulesFrom,
    /// By the rules, where there are any.
    evaluation: Option<Evaluation>,
    figures: Figures,
    found: Vec<Finding>,
    /// Scores that are wrong by the rules: what follows from one is no second fault.
    wrong: Vec<Wrong>,
    /// By how much weights are more than what is printed for their sum: one of them is wrong by that.
    off: Vec<Decimal>,
}

/// A score that is wrong by the rules.
struct Wrong {
    claimed: Decimal,
    right: Decimal,
}

impl Check<'_> {
    /// Whether a weight is the one that breaks a sum: by the right one `claimed` would be the score, and not
    /// `right`.
    fn breaks_a_sum(&self, weight: Decimal, claimed: Decimal, right: Decimal) -> bool {
        let gives = |off: &Decimal| {
            let mended = weight.checked_sub(*off)?;
            let score = right.checked_mul(mended)?.checked_div(weight)?;
            Some((score - claimed).abs() <= Decimal::new(1, 2))
        };
        self.off.iter().any(|off| gives(off) == Some(true))
    }

    /// Whether the form or whoever asked says how scores come about.
    fn is_certain(&self) -> bool {
        matches!(self.from, RulesFrom::Given | RulesFrom::Printed)
    }

    fn add(&mut self, severity: Severity, matter: Matter, spot: Spot) -> &mut Finding {
        self.found.push(Finding {
            severity,
            matter,
            spot,
            also: Vec::new(),
            working: None,
            cause: None,
        });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }
}

/// Checks one form.
pub(super) fn check(
    draft: &Draft,
    rules: Option<&RuleSet>,
    from: RulesFrom,
    findings: &mut Vec<Finding>,
    statements: &mut Vec<Statement>,
) -> FoundForm {
    let mut check = Check {
        draft,
        rules,
        from,
        evaluation: rules.map(|rules| evaluate(&draft.form, Some(rules), None)),
        figures: Figures::of(draft),
        found: Vec::new(),
        wrong: Vec::new(),
        off: Vec::new(),
    };
    execution::check(&mut check);
    sums::weights(&mut check);
    scores::check(&mut check);
    sums::total(&mut check);
    places::check(&mut check);
    sums::grade(&mut check);
    findings.append(&mut check.found);
    let computed = check.evaluation.as_ref().and_then(|evaluation| {
        let mut scores = evaluation.goals.iter().flat_map(|goal| &goal.indicators);
        let all = scores.all(|score| score.score.is_some());
        let whole = all && evaluation.execution.score.score.is_some() && draft.left == 0;
        whole.then(|| evaluation.total.to_string())
    });
    check.figures.told(statements);
    let mut form = draft.form.clone();
    form.rule_set = rules.map(|rules| rules.id.clone()).unwrap_or_default();
    FoundForm {
        spot: draft.title.spot.clone(),
        title: draft.title.text.clone(),
        form,
        places: draft
            .places
            .iter()
            .map(|(cell, spot)| Placed {
                path: cell.to_string(),
                spot: spot.clone(),
            })
            .collect(),
        rules: rules.map(|rules| rules.id.clone()).unwrap_or_default(),
        rules_from: from,
        computed,
        left: draft.left,
    }
}
