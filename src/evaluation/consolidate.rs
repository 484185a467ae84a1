//! Several forms brought together (汇总): first consolidate, then score.

use super::consolidated_wording as say;
use super::matching::{is_blank, matched};
use super::together::{Whole, together};
use super::{
    Cell, Evaluation, Execution, ExecutionField, Finding, Form, FormField, FormKind, Goal, RuleSet,
    built_in, evaluate, rule_set,
};
use crate::figure::{self, Exact, Number, grouped};
use crate::finding::{FormName, RulesName, Short};
use crate::typed::Typed;
use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use time::Date;

/// One form made of several, and what its scores are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consolidation {
    /// As if typed: it opens, edits and saves like any other form. It claims no scores.
    pub form: Form,
    /// What that form is evaluated to.
    pub evaluation: Evaluation,
}

/// A form that is brought together with others.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The form as typed.
    pub form: &'a Form,
    /// The file it came from; empty where there is none.
    pub file: &'a str,
    /// The rules it was made under.
    pub rules: Rules<'a>,
}

/// What a form says of its rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rules<'a> {
    /// Rules that can be used.
    Known(Arc<RuleSet>),
    /// An id that nobody knows, or rules that cannot be used.
    Unknown(&'a str),
}

impl<'a> Rules<'a> {
    /// The built-in rules of this id, the first of all where there is no id.
    pub fn built_in(id: &'a str) -> Self {
        match rule_set(id) {
            Some(rules) => Rules::Known(rules.clone()),
            None if id.is_empty() => Rules::Known(built_in()[0].clone()),
            None => Rules::Unknown(id),
        }
    }
}

/// Brings forms together: budgets, spending and absolute quantities are added, rates averaged with
/// the amounts spent as weights, qualitative scores likewise; then the rules score the result, those of
/// most forms where they differ. Indicators are the same where goal, category, dimension, name, unit
/// and direction are. What one form lacks, or has so that nobody can read it, leaves that form out of
/// that figure, with a finding that names it; what cannot be brought together is left empty.
///
/// `None` where there is no form at all. The order of the forms decides nothing.
///
/// ```
/// use juesuan::evaluation::{Form, consolidate};
/// let form = |spent: &str, done: &str| -> Form {
///     serde_json::from_str(&format!(r#"{{
///         "execution": {{ "budget": "{spent}", "actual": "{spent}" }},
///         "goals": [{{ "indicators": [{{ "name": "满意率", "weight": "80", "target": "≥90%", "actual": "{done}" }}] }}]
///     }}"#)).unwrap()
/// };
/// let both = consolidate(&[form("10", "80%"), form("30", "100%")], None).unwrap();
/// assert_eq!(&*both.form.execution.actual, "40");
/// assert_eq!(&*both.form.goals[0].indicators[0].actual, "95%");
/// ```
pub fn consolidate<F: Borrow<Form>>(forms: &[F], today: Option<Date>) -> Option<Consolidation> {
    let sources: Vec<Source> = forms
        .iter()
        .map(|form| {
            let form: &Form = form.borrow();
            Source {
                form,
                file: "",
                rules: Rules::built_in(&form.rule_set),
            }
        })
        .collect();
    consolidate_sources(&sources, today)
}

/// [`consolidate`], of forms whose files and rules are known.
pub fn consolidate_sources(sources: &[Source], today: Option<Date>) -> Option<Consolidation> {
    let rules = usual_rules(sources)?;
    let sources = in_order(sources);
    let mut findings = Vec::new();
    let members = reported(&sources, &mut findings);
    let named: Vec<FormName> = members.iter().map(|source| label(source)).collect();
    let labels = |form: usize| named[form].clone();
    other_rules(&members, &rules, &mut findings);
    let forms: Vec<&Form> = members.iter().map(|source| source.form).collect();
    let mut form = head(&forms, &labels, &mut findings);
    if form.rule_set != rules.id && !(form.rule_set.is_empty() && rules.id == built_in()[0].id) {
        form.rule_set.clone_from(&rules.id);
    }
    let spent: Vec<Option<Number>> = forms
        .iter()
        .map(|form| amount(&form.execution.actual).ok().flatten())
        .collect();
    let whole = Whole {
        rules: &rules,
        labels: &labels,
        spent: &spent,
    };
    for (g, goal) in matched(&forms).into_iter().enumerate() {
        let rows = goal.rows.iter().enumerate().map(|(i, row)| {
            let at = |field| Cell::Indicator(g, i, field);
            Rc::new(together(row, &whole, &at, &mut findings))
        });
        form.goals.push(Goal {
            indicators: rows.collect(),
            name: goal.name.into(),
            weight: Typed::default(),
        });
    }
    let mut evaluation = evaluate(&form, Some(&rules), today);
    evaluation.findings.extend(findings);
    evaluation.findings.sort_by_key(Finding::order);
    Some(Consolidation { form, evaluation })
}

/// The rules of most forms in which something is reported: those score them all. Of equally usual ones
/// a built-in set comes first. `None` where there are no forms.
pub fn usual_rules(sources: &[Source]) -> Option<Arc<RuleSet>> {
    let of = |sources: &mut dyn Iterator<Item = &Source>| {
        let mut counted: Vec<(&Arc<RuleSet>, usize)> = Vec::new();
        for source in sources {
            let Rules::Known(rules) = &source.rules else {
                continue;
            };
            match counted.iter_mut().find(|(known, _)| same(known, rules)) {
                Some((_, count)) => *count += 1,
                None => counted.push((rules, 1)),
            }
        }
        let usual = counted.into_iter().min_by_key(|(rules, count)| {
            let built_in = built_in().iter().position(|set| same(set, rules));
            let text = || juesuan_json::write(&***rules);
            let tie = built_in.map_or_else(text, |_| String::new());
            (
                std::cmp::Reverse(*count),
                built_in.unwrap_or(usize::MAX),
                tie,
            )
        });
        usual.map(|(rules, _)| rules.clone())
    };
    sources.first()?;
    of(&mut sources.iter().filter(|source| !is_blank(source.form)))
        .or_else(|| of(&mut sources.iter()))
        .or_else(|| Some(built_in()[0].clone()))
}

fn same(a: &Arc<RuleSet>, b: &Arc<RuleSet>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

/// Forms in an order of their own, whatever that of the files: by unit and name, and alike ones by what
/// they hold.
fn in_order<'s, 'a>(sources: &'s [Source<'a>]) -> Vec<&'s Source<'a>> {
    fn key<'a>(source: &Source<'a>) -> (&'a str, &'a str) {
        (source.form.unit.trim(), source.form.name.trim())
    }
    let mut ordered: Vec<&Source> = sources.iter().collect();
    ordered.sort_by_cached_key(|source| key(source));
    for alike in ordered.chunk_by_mut(|a, b| key(a) == key(b)) {
        if alike.len() > 1 {
            alike.sort_by_cached_key(|source| (juesuan_json::write(source.form), source.file));
        }
    }
    ordered
}

/// The forms in which something is reported; of those in which nothing is there is one line. Where all
/// are blank they are brought together all the same.
fn reported<'s, 'a>(
    sources: &[&'s Source<'a>],
    findings: &mut Vec<Finding>,
) -> Vec<&'s Source<'a>> {
    let (blank, reported): (Vec<&Source>, Vec<&Source>) =
        sources.iter().partition(|source| is_blank(source.form));
    if !blank.is_empty() && sources.len() > 1 {
        let named = blank.iter().map(|source| label(source)).collect();
        findings.push(say::blank(named, reported.is_empty()));
    }
    if reported.is_empty() { blank } else { reported }
}

fn label(source: &Source) -> FormName {
    let form = source.form;
    let project = match form.kind {
        FormKind::Project => form.name.trim(),
        FormKind::Overall => "",
    };
    say::label(form.unit.trim(), project, source.file)
}

/// Names the forms made under other rules than those that score the whole.
fn other_rules(members: &[&Source], used: &Arc<RuleSet>, findings: &mut Vec<Finding>) {
    let mut others: BTreeMap<RulesName, Vec<FormName>> = BTreeMap::new();
    for source in members {
        let name = match &source.rules {
            Rules::Known(rules) if same(rules, used) => continue,
            Rules::Known(rules) if rules.name == used.name => RulesName {
                name: rules.name.clone(),
                id: Some(rules.id.clone()),
                known: true,
            },
            Rules::Known(rules) => RulesName {
                name: rules.name.clone(),
                id: None,
                known: true,
            },
            Rules::Unknown(id) => RulesName {
                name: id.chars().take(40).collect(),
                id: None,
                known: false,
            },
        };
        others.entry(name).or_default().push(label(source));
    }
    if !others.is_empty() {
        let others = others.into_iter().collect();
        findings.push(say::rules_differ(&used.name, others));
    }
}

/// Everything above the indicators: amounts added, texts kept where all forms agree.
fn head(forms: &[&Form], labels: &dyn Fn(usize) -> FormName, findings: &mut Vec<Finding>) -> Form {
    let same = |field: fn(&Form) -> &Typed| -> Typed {
        let first = field(forms[0]).trim();
        let agree = forms.iter().all(|form| field(form).trim() == first);
        if agree {
            first.into()
        } else {
            Typed::default()
        }
    };
    let (budget, actual) = spending(forms, labels, findings);
    let mut part = |field: FormField| part_of_spending(forms, field, labels, findings);
    Form {
        basic_spending: part(FormField::BasicSpending),
        project_spending: part(FormField::ProjectSpending),
        kind: forms[0].kind,
        rule_set: if forms.iter().all(|f| f.rule_set == forms[0].rule_set) {
            forms[0].rule_set.clone()
        } else {
            String::new()
        },
        unit: same(|form| &form.unit),
        name: same(|form| &form.name),
        department: same(|form| &form.department),
        implementer: same(|form| &form.implementer),
        project_category: same(|form| &form.project_category),
        project_attribute: same(|form| &form.project_attribute),
        project_type: same(|form| &form.project_type),
        execution: Execution {
            budget,
            actual,
            ..Execution::default()
        },
        deviation: joined(forms, |form| &form.deviation),
        improvement: joined(forms, |form| &form.improvement),
        ..Form::default()
    }
}

/// An amount: none where the cell is blank, an error where it cannot be read or is below zero.
fn amount(text: &str) -> Result<Option<Number>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match figure::amount(text) {
        Ok(number) if !number.is_negative() => Ok(Some(number)),
        _ => Err(()),
    }
}

/// Budget and spending over the forms that give both: a budget without its spending would make a rate
/// that is nobody's.
fn spending(
    forms: &[&Form],
    labels: &dyn Fn(usize) -> FormName,
    findings: &mut Vec<Finding>,
) -> (Typed, Typed) {
    let mut sums = [Vec::new(), Vec::new()];
    let mut out: BTreeMap<ExecutionField, [Vec<FormName>; 2]> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate() {
        let read = [
            (ExecutionField::Budget, amount(&form.execution.budget)),
            (ExecutionField::Actual, amount(&form.execution.actual)),
        ];
        if let [(_, Ok(Some(budget))), (_, Ok(Some(actual)))] = read {
            sums[0].push(budget);
            sums[1].push(actual);
            continue;
        }
        for (field, amount) in read {
            let unreadable = match amount {
                Ok(Some(_)) => continue,
                Ok(None) => 0,
                Err(()) => 1,
            };
            // A single form says by itself what it has not got.
            if forms.len() > 1 || unreadable == 1 {
                out.entry(field).or_default()[unreadable].push(labels(at));
            }
        }
    }
    for (field, [missing, unreadable]) in out {
        let short = match field {
            ExecutionField::Actual => Short::ExecutionAndRates,
            _ => Short::Execution,
        };
        let cell = Cell::Execution(field);
        findings.push(say::amounts_left_out(cell, missing, unreadable, short));
    }
    let [budgets, actuals] = sums;
    (sum(budgets), sum(actuals))
}

/// Basic or project spending, where any form gives it.
fn part_of_spending(
    forms: &[&Form],
    field: FormField,
    labels: &dyn Fn(usize) -> FormName,
    findings: &mut Vec<Finding>,
) -> Typed {
    let cell = Cell::Form(field);
    let (mut amounts, mut out) = (Vec::new(), [Vec::new(), Vec::new()]);
    for (at, form) in forms.iter().enumerate() {
        match amount(cell.text(form).unwrap_or_default()) {
            Ok(Some(number)) => amounts.push(number),
            Ok(None) => out[0].push(at),
            Err(()) => out[1].push(at),
        }
    }
    // Where nobody gives it there is nothing to say.
    if !out[1].is_empty() || !amounts.is_empty() && !out[0].is_empty() {
        let [missing, unreadable] =
            out.map(|forms| forms.into_iter().map(labels).collect::<Vec<_>>());
        findings.push(say::amounts_left_out(
            cell,
            missing,
            unreadable,
            Short::Amount,
        ));
    }
    sum(amounts)
}

/// The sum as text; nothing of no amounts.
fn sum(amounts: Vec<Number>) -> Typed {
    if amounts.is_empty() {
        return Typed::default();
    }
    Exact::sum(amounts).map(grouped).unwrap_or_default().into()
}

/// The texts of all forms, each under the name of its unit.
fn joined(forms: &[&Form], field: fn(&Form) -> &Typed) -> Typed {
    let lines = forms
        .iter()
        .filter(|form| !field(form).is_blank())
        .map(|form| match form.unit.trim() {
            "" => field(form).trim().to_owned(),
            unit => format!("{unit}：{}", field(form).trim()),
        });
    lines.collect::<Vec<_>>().join("\n").into()
}
