use super::outline::{Heading, add, outline};
use super::score::{self, Score, ScoreStatus};
use super::wording as say;
use super::{
    Cell, ExecutionField, Finding, Form, FormField, IndicatorField, MOST_INDICATORS, RuleSet,
    built_in, checks, rule_set,
};
use crate::figure::{self, grouped};
use crate::measure::Measure;
use rust_decimal::Decimal;
use time::Date;

/// Everything derived from one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Id of the rule set that was used.
    pub rule_set: String,
    pub execution: ExecutionEvaluation,
    pub goals: Vec<GoalEvaluation>,
    /// Points of execution and of all indicators that can be read: 100 where the weights are right.
    pub weight: Decimal,
    /// Execution and all indicators together; what waits or is invalid counts 0.
    pub total: Decimal,
    /// `20 + 60 + 15 = 95`: execution, then each goal.
    pub total_working: String,
    pub claimed_total: Option<Decimal>,
    /// Of a complete total, where the rules give grades.
    pub grade: Option<String>,
    /// False while a score is taken over, waiting or invalid: the total is then provisional.
    pub complete: bool,
    /// Errors first, then warnings, then notices, then those set aside; within each in the order
    /// of the form.
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionEvaluation {
    pub rate: Measure,
    /// The rate as the form prints it; empty while it waits.
    pub rate_shown: String,
    pub score: Score,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalEvaluation {
    pub name: String,
    /// Points of its indicators, those that can be read.
    pub weight: Decimal,
    pub score: Decimal,
    pub indicators: Vec<Score>,
    /// Merged cells with their sums.
    pub headings: Vec<Heading>,
}

/// Scores and checks a form. Never fails: what cannot be read becomes a finding, and everything
/// else is computed beside it. Without `rules` those the form names apply, and the first built-in
/// ones where it names none; `today` is what a date in the future is measured against.
///
/// ```
/// use juesuan::evaluation::{Form, evaluate};
/// let form: Form = serde_json::from_str(r#"{
///     "execution": { "budget": "93.5", "actual": "93.5" },
///     "goals": [{ "indicators": [{ "weight": "80", "target": "2.0%", "actual": "1.0%" }] }]
/// }"#).unwrap();
/// let evaluation = evaluate(&form, None, None);
/// assert_eq!(evaluation.total.to_string(), "60");
/// assert_eq!(evaluation.total_working, "20 + 40 = 60");
/// ```
pub fn evaluate(form: &Form, rules: Option<&RuleSet>, today: Option<Date>) -> Evaluation {
    let mut findings = Vec::new();
    let named = rules.or_else(|| rule_set(&form.rule_set).map(|set| &**set));
    let rules = named.unwrap_or(&built_in()[0]);
    if named.is_none() && !form.rule_set.is_empty() {
        findings.push(say::rule_set_unknown(&form.rule_set, rules));
    }
    if form.indicator_count() > MOST_INDICATORS {
        findings.push(say::form_too_large(form.indicator_count(), MOST_INDICATORS));
    }
    checks::filled_on(form, rules, today, &mut findings);
    let (rate, execution) = score::execution(&form.execution, rules, &mut findings);
    checks::execution_rate(&form.execution, &rate, &mut findings);
    let claimed_cell = Cell::Execution(ExecutionField::Claimed);
    checks::claim(
        &execution,
        claimed_cell,
        || &rules.words.execution,
        &mut findings,
    );
    checks::spending(form, &mut findings);

    let goals: Vec<GoalEvaluation> = form
        .goals
        .iter()
        .enumerate()
        .map(|(g, _)| goal(form, g, rules, &mut findings))
        .collect();
    checks::weights(form, &goals, rules, &mut findings);
    checks::deviation(form, &execution, &goals, rules, &mut findings);
    checks::texts(form, &mut findings);

    let execution_points = execution.score.unwrap_or_default();
    let total = goals
        .iter()
        .fold(execution_points, |sum, goal| add(sum, goal.score));
    let total_working = total_working(execution_points, &goals, total);
    let scores = || std::iter::once(&execution).chain(goals.iter().flat_map(|g| &g.indicators));
    let complete =
        form.indicator_count() > 0 && scores().all(|s| s.status == ScoreStatus::Computed);
    let settled = form.indicator_count() > 0
        && scores().all(|s| matches!(s.status, ScoreStatus::Computed | ScoreStatus::TakenOver));
    let claimed_total = claimed_total(form, total, &total_working, settled, &mut findings);
    form.mark_set_aside(&mut findings);
    Evaluation {
        rule_set: rules.id.clone(),
        grade: complete
            .then(|| rules.grade(total))
            .flatten()
            .map(str::to_owned),
        execution: ExecutionEvaluation {
            rate_shown: score::rate_shown(&rate, rules),
            rate,
            score: execution,
        },
        weight: goals
            .iter()
            .fold(rules.execution_points.decimal(), |sum, goal| {
                add(sum, goal.weight)
            })
            .normalize(),
        goals,
        total,
        total_working,
        claimed_total,
        complete,
        findings,
    }
}

fn goal(form: &Form, g: usize, rules: &RuleSet, findings: &mut Vec<Finding>) -> GoalEvaluation {
    let goal = &form.goals[g];
    let mut places = checks::Places::new(goal, rules);
    let mut indicators = Vec::with_capacity(goal.indicators.len());
    for (i, indicator) in goal.indicators.iter().enumerate() {
        let at = |field: IndicatorField| Cell::Indicator(g, i, field);
        let score = score::indicator(indicator, at, rules, findings);
        let rule = || score::rule_for(indicator, &score, rules);
        checks::claim(&score, at(IndicatorField::Claimed), rule, findings);
        places.check(indicator, at(IndicatorField::Dimension), findings);
        indicators.push(score);
    }
    let weights: Vec<_> = indicators.iter().map(|score| score.weight).collect();
    let sum = |parts: &mut dyn Iterator<Item = Decimal>| parts.fold(Decimal::ZERO, add).normalize();
    GoalEvaluation {
        name: goal.name.trim().to_owned(),
        weight: sum(&mut weights.iter().flatten().map(|w| w.decimal())),
        score: sum(&mut indicators.iter().filter_map(|score| score.score)),
        headings: outline(goal, &weights),
        indicators,
    }
}

fn total_working(execution: Decimal, goals: &[GoalEvaluation], total: Decimal) -> String {
    let mut text = grouped(execution);
    for goal in goals {
        text.push_str(" + ");
        text.push_str(&grouped(goal.score));
    }
    text.push_str(" = ");
    text.push_str(&grouped(total));
    text
}

/// Reads the claimed total and, once every score stands, compares it.
fn claimed_total(
    form: &Form,
    total: Decimal,
    working: &str,
    settled: bool,
    findings: &mut Vec<Finding>,
) -> Option<Decimal> {
    if score::left_out(&form.claimed_total) {
        return None;
    }
    let cell = Cell::Form(FormField::ClaimedTotal);
    match figure::score(&form.claimed_total) {
        Err(error) => {
            findings.push(say::unreadable(cell, &error));
            None
        }
        Ok(number) => {
            let claimed = number.decimal();
            if settled && claimed != total {
                findings.push(say::total_differs(claimed, total, working));
            }
            Some(claimed)
        }
    }
}
