//! Several forms brought together (汇总): first consolidate, then score.

use super::wording as say;
use super::{
    Band, Cell, Comparison, Evaluation, Execution, ExecutionField, Finding, Form, Goal, Indicator,
    IndicatorField, Nature, Period, Quantity, Reading, RuleSet, built_in, evaluate, read, rule_set,
};
use crate::figure::{self, Number, Quotient, grouped, sum_of_products};
use crate::typed::Typed;
use rust_decimal::Decimal;
use std::borrow::Borrow;
use std::collections::HashMap;
use std::rc::Rc;
use time::Date;

/// Decimals of a consolidated rate, percent: finer than any score can tell.
const RATE_PLACES: u32 = 6;

/// One form made of several, and what its scores are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consolidation {
    /// As if typed: it opens, edits and saves like any other form. It claims no scores.
    pub form: Form,
    pub evaluation: Evaluation,
}

/// Brings forms together: budgets, spending and absolute quantities are added, rates averaged with
/// the amounts spent as weights, qualitative scores likewise; then the rules of the first form score
/// the result. Indicators are the same where category, dimension and name are; one that some forms
/// lack is brought together over those that have it, with a notice. What cannot be brought together
/// (units that differ, words against numbers) is left empty, with a warning.
///
/// `None` where there is no form at all. The order of the forms decides the order of indicators and
/// texts, and nothing else.
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
    let first: &Form = forms.first()?.borrow();
    let rules = rule_set(&first.rule_set).unwrap_or(&built_in()[0]);
    consolidate_by(forms, rules, today)
}

/// [`consolidate`], scored by these rules.
pub fn consolidate_by<F: Borrow<Form>>(
    forms: &[F],
    rules: &RuleSet,
    today: Option<Date>,
) -> Option<Consolidation> {
    let forms: Vec<&Form> = forms.iter().map(Borrow::borrow).collect();
    let forms = forms.as_slice();
    let first = *forms.first()?;
    let mut findings = Vec::new();
    let mut form = head(forms);
    for field in [ExecutionField::Budget, ExecutionField::Actual] {
        let cell = Cell::Execution(field);
        let missing = forms.iter().filter(|form| {
            let text = cell.text(form).unwrap_or_default();
            figure::amount(text).is_err()
        });
        let missing: Vec<&str> = missing.map(|form| form.unit.trim()).collect();
        if forms.len() > 1 && !missing.is_empty() {
            findings.push(say::consolidated_amounts(cell, &missing, forms.len()));
        }
    }
    for (g, keys) in rows_by_goal(forms).into_iter().enumerate() {
        let source = first.goals.get(g);
        let indicators = keys.iter().enumerate().map(|(i, parts)| {
            let at = |field| Cell::Indicator(g, i, field);
            Rc::new(indicator(parts, forms.len(), rules, &at, &mut findings))
        });
        form.goals.push(Goal {
            name: source.map(|goal| goal.name.clone()).unwrap_or_default(),
            weight: Typed::default(),
            indicators: indicators.collect(),
        });
    }
    let mut evaluation = evaluate(&form, Some(rules), today);
    evaluation.findings.extend(findings);
    evaluation.findings.sort_by_key(Finding::order);
    Some(Consolidation { form, evaluation })
}

/// An indicator of one form, with the amount spent there.
struct Part<'a> {
    indicator: &'a Indicator,
    spent: Option<Number>,
}

/// The parts of each indicator, goal by goal, in the order they are first met.
fn rows_by_goal<'a>(forms: &[&'a Form]) -> Vec<Vec<Vec<Part<'a>>>> {
    let mut goals: Vec<Vec<Vec<Part<'a>>>> = Vec::new();
    let mut places: HashMap<(&str, &str, &str), (usize, usize)> = HashMap::new();
    for form in forms {
        let spent = figure::amount(&form.execution.actual).ok();
        for (g, goal) in form.goals.iter().enumerate() {
            if goals.len() <= g {
                goals.push(Vec::new());
            }
            for indicator in &goal.indicators {
                let key = (
                    indicator.category.trim(),
                    indicator.dimension.trim(),
                    indicator.name.trim(),
                );
                let next = (g, goals[g].len());
                let (goal, row) = *places.entry(key).or_insert(next);
                if (goal, row) == next {
                    goals[goal].push(Vec::new());
                }
                goals[goal][row].push(Part { indicator, spent });
            }
        }
    }
    goals
}

/// Everything above the indicators: amounts added, texts kept where all forms agree.
fn head(forms: &[&Form]) -> Form {
    let same = |field: fn(&Form) -> &Typed| -> Typed {
        let first = field(forms[0]);
        let agree = forms.iter().all(|form| field(form).trim() == first.trim());
        if agree {
            first.clone()
        } else {
            Typed::default()
        }
    };
    let sum = |field: fn(&Form) -> &Typed| -> Typed {
        let amounts = forms.iter().map(|form| figure::amount(field(form)).ok());
        sum_of(amounts).map(grouped).unwrap_or_default().into()
    };
    Form {
        kind: forms[0].kind,
        rule_set: forms[0].rule_set.clone(),
        unit: same(|form| &form.unit),
        name: same(|form| &form.name),
        department: same(|form| &form.department),
        implementer: same(|form| &form.implementer),
        project_category: same(|form| &form.project_category),
        project_attribute: same(|form| &form.project_attribute),
        project_type: same(|form| &form.project_type),
        basic_spending: sum(|form| &form.basic_spending),
        project_spending: sum(|form| &form.project_spending),
        execution: Execution {
            budget: sum(|form| &form.execution.budget),
            actual: sum(|form| &form.execution.actual),
            ..Execution::default()
        },
        deviation: joined(forms, |form| &form.deviation),
        improvement: joined(forms, |form| &form.improvement),
        ..Form::default()
    }
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

/// Exact sum of amounts; none where one of them is missing.
fn sum_of(mut amounts: impl Iterator<Item = Option<Number>>) -> Option<Decimal> {
    amounts.try_fold(Decimal::ZERO, |sum, n| sum.checked_add(n?.decimal()))
}

fn indicator(
    parts: &[Part<'_>],
    forms: usize,
    rules: &RuleSet,
    at: &impl Fn(IndicatorField) -> Cell,
    findings: &mut Vec<Finding>,
) -> Indicator {
    let first = parts[0].indicator;
    let mut one = Indicator {
        category: first.category.clone(),
        dimension: first.dimension.clone(),
        name: first.name.clone(),
        weight: first.weight.clone(),
        target: first.target.clone(),
        nature: first.nature,
        direction: first.direction,
        ..Indicator::default()
    };
    if parts.len() < forms {
        findings.push(say::consolidated_partly(
            at(IndicatorField::Name),
            parts.len(),
            forms,
        ));
    }
    let weight = |part: &Part<'_>| figure::score(&part.indicator.weight).ok();
    if parts.iter().any(|part| weight(part) != weight(&parts[0])) {
        findings.push(say::consolidated_weights(
            at(IndicatorField::Weight),
            &first.weight,
        ));
    }
    let targets: Vec<Reading<'_>> = parts.iter().map(|p| read(&p.indicator.target)).collect();
    let actuals: Vec<Reading<'_>> = parts.iter().map(|p| read(&p.indicator.actual)).collect();
    let words = targets.iter().all(|target| *target == Reading::Words);
    let actual = together(parts, &actuals);
    if first.nature == Some(Nature::Qualitative) || words && actual.is_none() {
        return match mean_score(parts, rules) {
            Some(points) => {
                one.nature = Some(Nature::Qualitative);
                one.band = band_of(points, &one.weight, rules);
                one.actual = first.actual.clone();
                one.awarded = grouped(points).into();
                one
            }
            None => {
                findings.push(say::consolidated_not(at(IndicatorField::Actual)));
                one
            }
        };
    }
    match (together(parts, &targets), actual, words) {
        (Some(target), Some(actual), _) => {
            one.target = target.into();
            one.actual = actual.into();
        }
        (None, Some(actual), true) => one.actual = actual.into(),
        _ => findings.push(say::consolidated_not(at(IndicatorField::Actual))),
    }
    one
}

/// The sum of quantities, or the weighted mean of rates, as text; none where they do not go together.
fn together(parts: &[Part<'_>], readings: &[Reading<'_>]) -> Option<String> {
    let quantities: Option<Vec<&Quantity<'_>>> = readings
        .iter()
        .map(|reading| match reading {
            Reading::Quantity(quantity) => Some(quantity),
            _ => None,
        })
        .collect();
    let quantities = quantities?;
    let first = quantities.first()?;
    if quantities.iter().any(|q| q.unit != first.unit) {
        return None;
    }
    let sign = sign(first.comparison);
    if first.is_percent() {
        let rates = quantities.iter().map(|q| q.number);
        let mean = weighted(rates, parts, RATE_PLACES)?;
        return Some(format!("{sign}{}%", grouped(mean)));
    }
    // Amounts stay in 万元 where all were typed so; periods become years.
    let same_factor = quantities.iter().all(|q| q.factor == first.factor);
    let in_ten_thousands = same_factor && first.factor == 10_000;
    let yearly = quantities.iter().map(|q| {
        let times = q.period.map_or(Some(1), Period::per_year)?;
        let number = if in_ten_thousands { q.typed } else { q.number };
        number.times(Number::from(times)).ok()
    });
    let sum = sum_of(yearly)?;
    let multiple = if in_ten_thousands { "万" } else { "" };
    Some(format!("{sign}{}{multiple}{}", grouped(sum), first.unit))
}

fn sign(comparison: Option<Comparison>) -> &'static str {
    match comparison {
        Some(Comparison::AtLeast) => "≥",
        Some(Comparison::Above) => ">",
        Some(Comparison::AtMost) => "≤",
        Some(Comparison::Below) => "<",
        Some(Comparison::Equal) => "=",
        None => "",
    }
}

/// Qualitative scores averaged with the amounts as weights.
fn mean_score(parts: &[Part<'_>], rules: &RuleSet) -> Option<Decimal> {
    let scores: Option<Vec<Number>> = parts
        .iter()
        .map(|part| {
            let Indicator {
                awarded, claimed, ..
            } = part.indicator;
            let text = if awarded.is_blank() { claimed } else { awarded };
            figure::score(text).ok()
        })
        .collect();
    weighted(scores?.into_iter(), parts, rules.score_places)
}

/// Σ value × amount ÷ Σ amount; a single part needs no amount.
fn weighted(
    values: impl Iterator<Item = Number>,
    parts: &[Part<'_>],
    places: u32,
) -> Option<Decimal> {
    let values: Vec<Number> = values.collect();
    if let [only] = values[..] {
        return Some(only.decimal());
    }
    let pairs: Option<Vec<_>> = values
        .into_iter()
        .zip(parts)
        .map(|(value, part)| Some((value, part.spent?)))
        .collect();
    let (products, amounts) = sum_of_products(&pairs?).ok()?;
    Quotient::of_wide(products, amounts)?.round(places).ok()
}

/// The band whose share of the weight the points are in.
fn band_of(points: Decimal, weight: &str, rules: &RuleSet) -> Option<Band> {
    let weight = figure::score(weight).ok()?;
    let reaches = |percent: Number| {
        let (points, bound) = (points * Decimal::ONE_HUNDRED, weight.times(percent).ok()?);
        Some(points >= bound.decimal())
    };
    Some(if reaches(rules.bands_from.met)? {
        Band::Met
    } else if reaches(rules.bands_from.partly)? {
        Band::Partly
    } else {
        Band::Unmet
    })
}
