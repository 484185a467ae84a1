//! Holds the figures of one form against each other, and its scores against the rules.
//!
//! An error is certain under every rule: a sum, a rate, a score above its weight. By rules that were only
//! guessed a score is to be looked at; where other rules are as likely nothing is said.

mod execution;
mod figures;
mod held;
mod places;
mod scores;
mod sums;

use super::draft::Draft;
use super::found::{FoundForm, Placed, RulesFrom};
use crate::claimed::Statement;
use crate::finding::Finding;
use figures::Figures;
use held::Check;
use juesuan_domain::evaluation::{RuleSet, evaluate};

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
