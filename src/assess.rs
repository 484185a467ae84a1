//! Everything derived from a workbook, in one pure call.

use crate::evaluation::{Evaluation, Finding, check_across, evaluate};
use crate::finding::Severity;
use crate::workbook::Workbook;
use std::rc::Rc;
use time::Date;

/// Every derived number with its working, and all findings, form by form in the order of the
/// workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    pub forms: Vec<Rc<Evaluation>>,
    pub counts: Counts,
}

/// Findings by severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub notices: usize,
}

impl Counts {
    pub fn of<'a>(severities: impl Iterator<Item = &'a Severity>) -> Self {
        let mut counts = Counts::default();
        for severity in severities {
            match severity {
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
    let mut evaluations: Vec<_> = workbook
        .forms
        .iter()
        .map(|form| evaluate(form, None, today))
        .collect();
    for (form, finding) in check_across(&workbook.forms) {
        evaluations[form].findings.push(finding);
    }
    for evaluation in &mut evaluations {
        evaluation.findings.sort_by_key(Finding::severity);
    }
    let forms: Vec<_> = evaluations.into_iter().map(Rc::new).collect();
    let severities: Vec<Severity> = forms
        .iter()
        .flat_map(|evaluation| evaluation.findings.iter().map(|finding| finding.severity()))
        .collect();
    Assessment {
        counts: Counts::of(severities.iter()),
        forms,
    }
}
