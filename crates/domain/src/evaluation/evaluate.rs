use super::evaluated::{Evaluation, ExecutionEvaluation, GoalEvaluation};
use super::outline::{add, outline};
use super::places::Places;
use super::rows::{Before, Memory, Rows};
use super::score::{Score, ScoreStatus};
use super::wording as say;
use super::{
    Cell, ExecutionField, Finding, Form, FormField, IndicatorField, MOST_INDICATORS, RuleSet,
    built_in, checks, execution, indicator, rule_set, typing,
};
use crate::finding::Code;
use juesuan_figure::working::Working;
use juesuan_figure::{self as figure, Exact};
use rust_decimal::Decimal;
use std::collections::HashSet;
use time::Date;

/// Scores and checks a form. Never fails: what cannot be read becomes a finding, and everything
/// else is computed beside it. Without `rules` those the form names apply, and the first built-in
/// ones where it names none; `today` is what a date in the future is measured against.
///
/// ```
/// use juesuan_domain::evaluation::{Form, evaluate};
/// let form: Form = serde_json::from_str(r#"{
///     "execution": { "budget": "93.5", "actual": "93.5" },
///     "goals": [{ "indicators": [{ "weight": "80", "target": "2.0%", "actual": "1.0%" }] }]
/// }"#).unwrap();
/// let evaluation = evaluate(&form, None, None);
/// assert_eq!(evaluation.total.to_string(), "60");
/// ```
pub fn evaluate(form: &Form, rules: Option<&RuleSet>, today: Option<Date>) -> Evaluation {
    evaluate_with(&mut Memory::default(), form, rules, today)
}

/// [`evaluate`], and what there is to keep of the rows for the next time; `before` is what was kept when the
/// form was evaluated before, by the same rules.
pub(crate) fn evaluate_after(
    before: Option<Before<'_>>,
    form: &Form,
    rules: Option<&RuleSet>,
    today: Option<Date>,
) -> (Evaluation, Rows) {
    let mut memory = Memory::of(before);
    let evaluation = evaluate_with(&mut memory, form, rules, today);
    (evaluation, memory.into_rows())
}

/// The rules given or named by the form; the first of those built in where nobody knows the name.
fn rules_of<'r>(
    form: &Form,
    rules: Option<&'r RuleSet>,
    findings: &mut Vec<Finding>,
) -> &'r RuleSet {
    let named = rules.or_else(|| rule_set(&form.rule_set).map(|set| &**set));
    let rules = named.unwrap_or(&built_in()[0]);
    if named.is_none() && !form.rule_set.is_empty() {
        findings.push(say::rule_set_unknown(&form.rule_set, rules));
    }
    rules
}

fn evaluate_with(
    memory: &mut Memory<'_>,
    form: &Form,
    rules: Option<&RuleSet>,
    today: Option<Date>,
) -> Evaluation {
    let mut findings = Vec::new();
    let rules = rules_of(form, rules, &mut findings);
    if form.indicator_count() > MOST_INDICATORS {
        findings.push(say::form_too_large(form.indicator_count(), MOST_INDICATORS));
    }
    checks::filled_on(form, rules, today, &mut findings);
    let (rate, execution) = execution::execution(&form.execution, rules, &mut findings);
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
        .map(|(g, _)| goal(form, g, rules, memory, &mut findings))
        .collect();
    checks::weights(form, &goals, rules, &mut findings);
    checks::deviation(form, &execution, &goals, rules, &mut findings);
    checks::texts(form, memory, &mut findings);

    let total = goals
        .iter()
        .fold(execution.points(), |sum, goal| add(sum, goal.score));
    let of_goals = goals.iter().map(|goal| goal.score);
    let total_working = Working::sum(std::iter::once(execution.points()).chain(of_goals), total);
    let scores = || std::iter::once(&execution).chain(goals.iter().flat_map(|g| &g.indicators));
    let complete =
        form.indicator_count() > 0 && scores().all(|s| s.status == ScoreStatus::Computed);
    let settled = form.indicator_count() > 0
        && scores().all(|s| matches!(s.status, ScoreStatus::Computed | ScoreStatus::TakenOver));
    form.mark_set_aside(&mut findings);
    let standing = Standing::of(form, &execution, &goals, &findings);
    let claimed_total = claimed_total(form, &standing, settled, &mut findings);
    form.mark_set_aside(&mut findings);
    let left = |f: &Finding| f.code == Code::TotalDiffers && f.set_aside.is_some();
    let accepted_total = claimed_total
        .filter(|_| findings.iter().any(left))
        .and_then(|claimed| Exact::try_from(claimed).ok())
        .unwrap_or(standing.total);
    Evaluation {
        rule_set: rules.id.clone(),
        grade: complete
            .then(|| rules.grade(accepted_total))
            .flatten()
            .map(str::to_owned),
        weight: goals
            .iter()
            .fold(rules.execution_points.into(), |sum: Exact, goal| {
                add(sum, goal.weight)
            }),
        printed_total: printed_total(form, &execution, &goals),
        execution: ExecutionEvaluation {
            rate_shown: execution::rate_shown(&rate, rules),
            rate,
            score: execution,
        },
        goals,
        total,
        accepted_total,
        total_working,
        claimed_total,
        complete,
        findings,
    }
}

impl Evaluation {
    /// Where the total that is printed is not the sum of the scores printed above it: that sum.
    pub fn printed_otherwise(&self) -> Option<Exact> {
        let claimed = Exact::try_from(self.claimed_total?).ok()?;
        (claimed != self.printed_total).then_some(self.printed_total)
    }
}

fn goal(
    form: &Form,
    g: usize,
    rules: &RuleSet,
    memory: &mut Memory<'_>,
    findings: &mut Vec<Finding>,
) -> GoalEvaluation {
    let goal = &form.goals[g];
    let mut places = Places::new(rules);
    let mut indicators = Vec::with_capacity(goal.indicators.len());
    for (i, indicator) in goal.indicators.iter().enumerate() {
        let at = |field: IndicatorField| Cell::Indicator(g, i, field);
        let score = memory.score(form, (g, i), findings, |findings| {
            let score = indicator::indicator(indicator, at, rules, findings);
            let rule = || indicator::rule_for(indicator, &score, rules);
            checks::claim(&score, at(IndicatorField::Claimed), rule, findings);
            score
        });
        places.check(goal, indicator, at(IndicatorField::Dimension), findings);
        indicators.push(score);
    }
    let weights: Vec<_> = indicators.iter().map(|score| score.weight).collect();
    GoalEvaluation {
        name: goal.name.trim().to_owned(),
        weight: weights
            .iter()
            .flatten()
            .fold(Exact::ZERO, |sum, weight| add(sum, *weight)),
        score: indicators
            .iter()
            .fold(Exact::ZERO, |sum, score| add(sum, score.points())),
        headings: outline(goal, &weights),
        indicators,
    }
}

/// The sum of the 得分 column as it is printed.
fn printed_total(form: &Form, execution: &Score, goals: &[GoalEvaluation]) -> Exact {
    let rows = form.goals.iter().zip(goals).flat_map(|(goal, evaluated)| {
        goal.indicators
            .iter()
            .map(|indicator| &indicator.claimed)
            .zip(&evaluated.indicators)
    });
    std::iter::once((&form.execution.claimed, execution))
        .chain(rows)
        .fold(Exact::ZERO, |sum, (typed, score)| {
            add(sum, score.printed(typed))
        })
}

/// What the scores come to where those stand that a unit claims and somebody left as they are.
struct Standing {
    total: Exact,
    /// Of the execution, then of each goal.
    scores: Vec<Exact>,
    /// How many stand as claimed.
    claimed: usize,
}

impl Standing {
    /// `findings` are marked where they were set aside.
    fn of(form: &Form, execution: &Score, goals: &[GoalEvaluation], findings: &[Finding]) -> Self {
        let left: HashSet<Cell> = findings
            .iter()
            .filter(|f| f.code == Code::ScoreDiffers && f.set_aside.is_some())
            .map(|f| f.cell)
            .collect();
        let points = |cell: Cell, typed: &str, score: &Score| {
            if left.contains(&cell) {
                score.printed(typed)
            } else {
                score.points()
            }
        };
        let cell = Cell::Execution(ExecutionField::Claimed);
        let of_execution = points(cell, &form.execution.claimed, execution);
        let of_goals = goals.iter().enumerate().map(|(g, goal)| {
            if left.is_empty() {
                return goal.score;
            }
            let rows = form.goals[g].indicators.iter().zip(&goal.indicators);
            rows.enumerate()
                .fold(Exact::ZERO, |sum, (i, (indicator, score))| {
                    let cell = Cell::Indicator(g, i, IndicatorField::Claimed);
                    add(sum, points(cell, &indicator.claimed, score))
                })
        });
        let scores: Vec<Exact> = std::iter::once(of_execution).chain(of_goals).collect();
        Standing {
            total: scores
                .iter()
                .fold(Exact::ZERO, |sum, score| add(sum, *score)),
            scores,
            claimed: left.len(),
        }
    }
}

/// Reads the claimed total and, once every score stands, compares it.
fn claimed_total(
    form: &Form,
    standing: &Standing,
    settled: bool,
    findings: &mut Vec<Finding>,
) -> Option<Decimal> {
    if typing::left_out(&form.claimed_total) {
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
            if settled && standing.total != number {
                let Standing {
                    total,
                    scores,
                    claimed: left,
                } = standing;
                let working = Working::sum(scores.iter().copied(), *total);
                findings.push(say::total_differs(claimed, *total, working, *left));
            }
            Some(claimed)
        }
    }
}
