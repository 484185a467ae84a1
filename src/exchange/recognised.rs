//! Findings that an older version, or a script, set aside with their message: each is looked up once, and kept
//! with what it read from then on.

use crate::assess::assess;
use crate::evaluation::{Evaluation, Form, RuleSet, evaluate, said_before};
use crate::finding::{Arguments, Finding};
use crate::review::SetAside;
use crate::say::InWords as _;
use crate::workbook::Workbook;
use std::collections::HashMap;
use std::fmt::Display;
use std::rc::Rc;
use time::Date;

/// How often to look: a total that is set aside may name scores that are, and is met only once they are
/// recognised.
const ROUNDS: usize = 3;

/// Recognises the findings of a workbook that were set aside with their message. Those it does not meet
/// stay as they are; one about a date after today is met on that day alone.
pub fn recognise(workbook: &mut Workbook, today: Option<Date>) {
    for _ in 0..ROUNDS {
        let forms = workbook.forms.iter();
        let old = forms.clone().any(|form| is_old(&form.set_aside))
            || is_old(&workbook.accounts.set_aside);
        if !old {
            return;
        }
        let assessment = assess(workbook, today);
        let mut found = false;
        for (form, evaluation) in workbook.forms.iter_mut().zip(&assessment.forms) {
            if is_old(&form.set_aside) {
                found |= meet(&mut Rc::make_mut(form).set_aside, &evaluation.findings);
            }
        }
        if is_old(&workbook.accounts.set_aside) {
            let accounts = Rc::make_mut(&mut workbook.accounts);
            found |= meet(&mut accounts.set_aside, &assessment.accounts.findings);
        }
        if !found {
            return;
        }
    }
}

/// [`evaluate`] of a form that a script wrote: findings may be set aside with their message.
pub fn evaluate_written(
    mut form: Form,
    rules: Option<&RuleSet>,
    today: Option<Date>,
) -> Evaluation {
    let mut evaluation = evaluate(&form, rules, today);
    for _ in 0..ROUNDS {
        if !is_old(&form.set_aside) || !meet(&mut form.set_aside, &evaluation.findings) {
            break;
        }
        evaluation = evaluate(&form, rules, today);
    }
    evaluation
}

fn is_old<C>(list: &[SetAside<C>]) -> bool {
    list.iter().any(|aside| !aside.message.is_empty())
}

/// Whether any is met among the findings.
fn meet<C: Display>(list: &mut [SetAside<C>], findings: &[Finding<C>]) -> bool {
    let mut by_message: HashMap<(&str, String, String), Arguments> = HashMap::new();
    for finding in findings {
        let (code, path, message) = (
            finding.code.as_str(),
            finding.cell.to_string(),
            finding.message(),
        );
        // As it reads, and as it read before bands had the names of their rules.
        if let Some(before) = said_before(&message) {
            let key = (code, path.clone(), before);
            by_message.entry(key).or_insert_with(|| finding.arguments());
        }
        by_message.insert((code, path, message), finding.arguments());
    }
    let mut met = false;
    for aside in list.iter_mut().filter(|aside| !aside.message.is_empty()) {
        let key = (&*aside.code, aside.path.to_string(), aside.message.clone());
        if let Some(arguments) = by_message.get(&key) {
            aside.arguments.clone_from(arguments);
            aside.message.clear();
            met = true;
        }
    }
    met
}
