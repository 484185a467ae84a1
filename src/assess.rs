//! Everything derived from a workbook, in one pure call.

use crate::evaluation::{
    Evaluation, Finding, RuleSet, built_in, check_across, evaluate, rule_set_unknown,
    setting_unreadable,
};
use crate::finding::Severity;
use crate::workbook::Workbook;
use std::rc::Rc;
use std::sync::Arc;
use time::Date;

/// Every derived number with its working, and all findings, form by form in the order of the
/// workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub forms: Vec<Rc<Evaluation>>,
    /// The rules each form was scored by, the workbook's settings over them.
    pub rules: Vec<Arc<RuleSet>>,
    pub counts: Counts,
}

/// Findings by severity, and those set aside apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notices: usize,
    pub set_aside: usize,
}

impl Counts {
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut counts = Counts::default();
        for finding in findings {
            match finding.severity() {
                _ if finding.set_aside.is_some() => counts.set_aside += 1,
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Notice => counts.notices += 1,
            }
        }
        counts
    }
}

/// Computes and checks a workbook. Never fails; `today` is what dates are measured against.
///
/// ```
/// let workbook = juesuan::Workbook::new("2020", "", "wuhan-2020");
/// let assessment = juesuan::assess(&workbook, None);
/// assert!(!assessment.forms[0].complete);
/// ```
pub fn assess(workbook: &Workbook, today: Option<Date>) -> Assessment {
    let mut rules = Vec::with_capacity(workbook.forms.len());
    let mut evaluations = Vec::with_capacity(workbook.forms.len());
    for form in &workbook.forms {
        let named = workbook.rules_of(form);
        let unknown = named.is_none();
        let used = named.unwrap_or_else(|| workbook.settings.over(&built_in()[0]));
        let mut evaluation = evaluate(form, Some(&used), today);
        if unknown {
            let finding = rule_set_unknown(workbook.rule_set_of(form), &used);
            evaluation.findings.push(finding);
        }
        evaluations.push(evaluation);
        rules.push(used);
    }
    if let Some(first) = evaluations.first_mut() {
        let problems = workbook.settings.problems();
        first.findings.extend(problems.map(setting_unreadable));
    }
    for (form, finding) in check_across(&workbook.forms) {
        evaluations[form].findings.push(finding);
    }
    for (form, evaluation) in workbook.forms.iter().zip(&mut evaluations) {
        form.mark_set_aside(&mut evaluation.findings);
    }
    let forms: Vec<_> = evaluations.into_iter().map(Rc::new).collect();
    Assessment {
        counts: Counts::of(forms.iter().flat_map(|evaluation| &evaluation.findings)),
        rules,
        forms,
    }
}
