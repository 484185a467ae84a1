//! Checks of one form beyond the single score: sums, places, texts and dates.

use super::outline::{Level, add, points_in_heading};
use super::places::about_satisfaction;
use super::rows::Memory;
use super::typing::{left_out, quiet};
use super::wording as say;
use super::{
    Cell, Execution, ExecutionField, Finding, Form, FormField, GoalEvaluation, GoalField, Heading,
    IndicatorField, RuleSet, Score, ScoreStatus,
};
use crate::date::{read_date, show_date};
use crate::figure::{self, Exact, Number};
use crate::finding::Missed;
use crate::measure::Measure;
use crate::prose::check_text;
use crate::working::Working;
use time::Date;

/// Claimed against computed, for one score.
pub(super) fn claim<'a>(
    score: &Score,
    cell: Cell,
    rule: impl FnOnce() -> &'a str,
    findings: &mut Vec<Finding>,
) {
    let Some(claimed) = score.claimed else {
        return;
    };
    if let Some(weight) = score.weight
        && claimed > weight.decimal()
    {
        findings.push(say::score_above_weight(cell, claimed, weight.decimal()));
    }
    if score.status == ScoreStatus::Computed
        && let Some(points) = score.score
        && points != claimed
    {
        findings.push(say::score_differs(
            cell,
            claimed,
            points,
            &score.working,
            rule(),
        ));
    }
}

/// The rate as typed against B ÷ A, at the decimals it was typed with (one at least).
pub(super) fn execution_rate(execution: &Execution, rate: &Measure, findings: &mut Vec<Finding>) {
    if left_out(&execution.rate) {
        return;
    }
    let cell = Cell::Execution(ExecutionField::Rate);
    match figure::percent(&execution.rate) {
        Err(error) => findings.push(say::unreadable(cell, &error)),
        Ok(typed) => {
            let Some(value) = rate.value else { return };
            let exact = [
                quiet(&execution.actual, figure::amount),
                quiet(&execution.budget, figure::amount),
            ];
            let [Some(actual), Some(budget)] = exact else {
                return;
            };
            let places = typed.decimals().max(1);
            let rounded = crate::measure::execution_rate(actual, budget, places)
                .ok()
                .and_then(|m| m.value)
                .unwrap_or(value);
            if rounded != typed.decimal() {
                let shown = figure::display_percent(rounded, places);
                findings.push(say::execution_rate_differs(typed, &shown, &rate.working));
            }
        }
    }
}

/// Basic + project spending = the whole, where all three are there (overall form).
pub(super) fn spending(form: &Form, findings: &mut Vec<Finding>) {
    for field in [FormField::BasicSpending, FormField::ProjectSpending] {
        let cell = Cell::Form(field);
        let text = cell.text(form).unwrap_or_default();
        if text.trim().is_empty() {
            continue;
        }
        match figure::amount(text) {
            Err(error) => findings.push(say::unreadable(cell, &error)),
            Ok(number) if number.is_negative() => findings.push(say::negative(cell, number)),
            Ok(_) => {}
        }
    }
    let parts = [
        quiet(&form.basic_spending, figure::amount),
        quiet(&form.project_spending, figure::amount),
        quiet(&form.execution.actual, figure::amount),
    ];
    if let [Some(basic), Some(project), Some(whole)] = parts
        && basic.plus(project) != whole.decimal()
    {
        findings.push(say::spending_parts(basic, project, whole));
    }
}

/// Weights: indicators against heading, goal, category and the whole form.
pub(super) fn weights(
    form: &Form,
    goals: &[GoalEvaluation],
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) {
    let all_read = |goal: &GoalEvaluation| goal.indicators.iter().all(|s| s.weight.is_some());
    let complete = form.indicator_count() > 0 && goals.iter().all(all_read);
    let sum = goals
        .iter()
        .fold(Exact::ZERO, |sum, goal| add(sum, goal.weight));
    let points = Exact::from(rules.indicator_points);
    // Where the whole is not what it must be some indicator is wrong, and no sum of indicators may
    // take the place of what is written for it.
    let whole_right = complete && sum == points;
    for (g, (goal, evaluated)) in form.goals.iter().zip(goals).enumerate() {
        let read = all_read(evaluated);
        let wrong = |heading: &&Heading| {
            points_in_heading(&heading.name).is_some_and(|written| heading.weight != written)
        };
        let headings: Vec<&Heading> = evaluated.headings.iter().filter(wrong).collect();
        let right = whole_right && headings.is_empty();
        goal_weight(g, &goal.weight, evaluated.weight, read, right, findings);
        if read {
            let written = quiet(&goal.weight, figure::score);
            let right = whole_right && written.is_none_or(|written| evaluated.weight == written);
            self::headings(g, &headings, right, findings);
        }
    }
    if !complete {
        return;
    }
    if sum != points {
        let cell = Cell::Indicator(0, 0, IndicatorField::Weight);
        let cell = first_indicator(form).unwrap_or(cell);
        let working = Working::Weights {
            goals: goals.iter().map(|goal| goal.weight).collect(),
            sum,
            execution: rules.execution_points,
        };
        findings.push(say::weights_total(cell, sum, points, working));
        return;
    }
    categories(form, goals, rules, findings);
}

fn first_indicator(form: &Form) -> Option<Cell> {
    let goal = form
        .goals
        .iter()
        .position(|goal| !goal.indicators.is_empty())?;
    Some(Cell::Indicator(goal, 0, IndicatorField::Weight))
}

/// `sums_right`: see [`say::goal_weight`].
fn goal_weight(
    g: usize,
    text: &str,
    sum: Exact,
    read: bool,
    sums_right: bool,
    findings: &mut Vec<Finding>,
) {
    if text.trim().is_empty() {
        return;
    }
    match figure::score(text) {
        Err(error) => findings.push(say::unreadable(Cell::Goal(g, GoalField::Weight), &error)),
        Ok(written) if read && sum != written => {
            findings.push(say::goal_weight(g, written, sum, sums_right));
        }
        Ok(_) => {}
    }
}

/// Points written in a heading, `数量指标（36分）`, of those where they are wrong.
fn headings(g: usize, wrong: &[&Heading], sums_right: bool, findings: &mut Vec<Finding>) {
    for heading in wrong {
        if let Some(written) = points_in_heading(&heading.name) {
            let field = match heading.level {
                Level::Category => IndicatorField::Category,
                Level::Dimension => IndicatorField::Dimension,
            };
            let cell = Cell::Indicator(g, heading.first, field);
            findings.push(say::heading_weight(
                cell,
                &heading.name,
                written,
                heading.weight,
                sums_right,
            ));
        }
    }
}

/// A category's points over all goals against those of the rule set.
fn categories(form: &Form, goals: &[GoalEvaluation], rules: &RuleSet, findings: &mut Vec<Finding>) {
    for category in &rules.categories {
        let Some(points) = category.points else {
            continue;
        };
        let left_out = rules.satisfaction_left_out && about_satisfaction(&category.name);
        let points = if left_out { Number::ZERO } else { points };
        let mut sum = Exact::ZERO;
        let mut first = None;
        for (g, goal) in goals.iter().enumerate() {
            for heading in goal.headings.iter().filter(|h| h.level == Level::Category) {
                let is_this = rules
                    .category(&heading.name)
                    .is_some_and(|c| c.name == category.name);
                if is_this {
                    sum = add(sum, heading.weight);
                    first.get_or_insert(Cell::Indicator(
                        g,
                        heading.first,
                        IndicatorField::Category,
                    ));
                }
            }
        }
        // Where satisfaction is left out the unit gives its points to the others.
        let enough = rules.satisfaction_left_out && !left_out && sum >= points;
        if sum != points && !enough {
            let cell = first.or_else(|| first_indicator(form));
            let cell = cell.unwrap_or(Cell::Form(FormField::RuleSet));
            findings.push(say::category_weight(
                cell,
                &category.name,
                sum,
                points,
                rules,
            ));
        }
    }
}

/// The cause of what was missed must be written, and only of that.
pub(super) fn deviation(
    form: &Form,
    execution: &Score,
    goals: &[GoalEvaluation],
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) {
    const NAMED: usize = 3;
    let mut names = Vec::new();
    let mut missed = execution.missed;
    let mut more = 0;
    let mut note = |what: Missed| {
        if names.len() < NAMED {
            names.push(what);
        } else {
            more += 1;
        }
    };
    if execution.missed {
        note(Missed::Execution);
    }
    for (goal, evaluated) in form.goals.iter().zip(goals) {
        for (indicator, score) in goal.indicators.iter().zip(&evaluated.indicators) {
            missed |= score.missed;
            if score.missed && rules.explain_missed || score.far_above {
                let name = indicator.name.trim();
                note(if name.is_empty() {
                    Missed::Unnamed
                } else {
                    Missed::Indicator(name.to_owned())
                });
            }
        }
    }
    let text = form.deviation.trim();
    let settled = goals
        .iter()
        .flat_map(|goal| &goal.indicators)
        .all(|score| score.status == ScoreStatus::Computed);
    let speaks_of_miss = ["未完成", "没有完成", "未达到", "未达标", "低于目标"]
        .iter()
        .any(|word| text.contains(word));
    if !names.is_empty() {
        if says_nothing(text) {
            findings.push(say::deviation_missing(names, more));
        }
        return;
    }
    if !missed && settled && speaks_of_miss && form.indicator_count() > 0 {
        findings.push(say::deviation_unneeded());
    }
}

/// Empty, or a formula by which forms say that there is nothing to say.
fn says_nothing(text: &str) -> bool {
    const FORMULAS: &[&str] = &[
        "",
        "无",
        "无。",
        "没有",
        "没有。",
        "无偏差",
        "无偏差。",
        "/",
        "-",
        "—",
        "不适用",
    ];
    FORMULAS.contains(&text)
}

/// Every typed text of the form: placeholders left in it, and sums and rates written wrong.
pub(super) fn texts(form: &Form, memory: &mut Memory<'_>, findings: &mut Vec<Finding>) {
    let look = |cell: Cell, text: &str, findings: &mut Vec<Finding>| {
        check_text(cell, || cell.label().to_owned(), text, findings);
    };
    for field in [
        FormField::Unit,
        FormField::Name,
        FormField::Deviation,
        FormField::Improvement,
    ] {
        let cell = Cell::Form(field);
        look(cell, cell.text(form).unwrap_or_default(), findings);
    }
    for (g, goal) in form.goals.iter().enumerate() {
        look(Cell::Goal(g, GoalField::Name), &goal.name, findings);
        for (i, indicator) in goal.indicators.iter().enumerate() {
            memory.texts(form, (g, i), findings, |findings| {
                for field in [
                    IndicatorField::Name,
                    IndicatorField::Target,
                    IndicatorField::Actual,
                ] {
                    let cell = Cell::Indicator(g, i, field);
                    look(cell, indicator.text(field), findings);
                }
            });
        }
    }
}

/// The date the form was filled in: readable, not in the future, not after the deadline.
pub(super) fn filled_on(
    form: &Form,
    rules: &RuleSet,
    today: Option<Date>,
    findings: &mut Vec<Finding>,
) {
    if form.filled_on.is_blank() {
        return;
    }
    let Some(date) = read_date(&form.filled_on) else {
        findings.push(say::date_unreadable(&form.filled_on));
        return;
    };
    if let Some(today) = today
        && date > today
    {
        findings.push(say::date_future(show_date(date), show_date(today)));
        return;
    }
    if let Some(deadline) = rules.deadline.as_deref().and_then(read_date)
        && date > deadline
    {
        findings.push(say::date_late(show_date(date), show_date(deadline), rules));
    }
}
