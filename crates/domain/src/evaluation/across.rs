//! Checks across the forms of one workbook: amounts that must agree, matters that have one value.

use super::typing::quiet;
use super::wording as say;
use super::{Cell, Finding, Form, FormKind, IndicatorField, Reading, read};
use juesuan_figure::{self as figure, Exact, Number};
use std::collections::HashMap;
use std::rc::Rc;

/// What is to be said of several forms together: the form it belongs to, and the finding.
pub fn check_across(forms: &[Rc<Form>]) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    if forms.len() < 2 {
        return findings;
    }
    project_spending(forms, &mut findings);
    same_matter(forms, &mut findings);
    findings
}

/// The project forms' budgets add up to the unit's project spending. Silent until there is a project
/// form and every number can be read.
fn project_spending(forms: &[Rc<Form>], findings: &mut Vec<(usize, Finding)>) {
    let kind = |wanted: FormKind| {
        forms
            .iter()
            .enumerate()
            .filter(move |(_, f)| f.kind == wanted)
    };
    let Some((overall, form)) = kind(FormKind::Overall).next() else {
        return;
    };
    let Some(spending) = quiet(&form.project_spending, figure::amount) else {
        return;
    };
    let projects: Option<Vec<Number>> = kind(FormKind::Project)
        .map(|(_, project)| quiet(&project.execution.actual, figure::amount))
        .collect();
    let Some(projects) = projects.filter(|projects| !projects.is_empty()) else {
        return;
    };
    if let Ok(sum) = Exact::sum(projects.iter().copied())
        && sum != spending
    {
        findings.push((overall, say::project_spending(&projects, sum, spending)));
    }
}

/// An indicator of one name has one actual value, wherever it is reported.
fn same_matter(forms: &[Rc<Form>], findings: &mut Vec<(usize, Finding)>) {
    // Name and unit, where it was first seen: two forms may count one matter in two ways.
    let mut first: HashMap<(&str, &str), (usize, Number, &str)> = HashMap::new();
    for (f, form) in forms.iter().enumerate() {
        for (g, goal) in form.goals.iter().enumerate() {
            for (i, indicator) in goal.indicators.iter().enumerate() {
                let name = indicator.name.trim();
                let Reading::Quantity(actual) = read(&indicator.actual) else {
                    continue;
                };
                if name.is_empty() {
                    continue;
                }
                let (at, number, text) = *first.entry((name, actual.unit)).or_insert((
                    f,
                    actual.number,
                    indicator.actual.trim(),
                ));
                if at != f && number != actual.number {
                    let cell = Cell::Indicator(g, i, IndicatorField::Actual);
                    let here = indicator.actual.trim();
                    findings.push((
                        f,
                        say::one_matter(cell, name, here, form_name(&forms[at]), text),
                    ));
                }
            }
        }
    }
}

fn form_name(form: &Form) -> &str {
    match form.kind {
        FormKind::Overall => "整体自评表",
        FormKind::Project => form.name.trim(),
    }
}
