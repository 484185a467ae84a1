//! The execution line of a form.

use super::score::{Score, ScoreStatus, score_to};
use super::typing::{Typing, amount, claimed};
use super::wording as say;
use super::{Cell, Direction, Execution, ExecutionField, Finding, Nature, RuleSet, ZeroByZero};
use juesuan_figure::measure::{self, Measure, Status};
use juesuan_figure::working::Working;
use juesuan_figure::{self as figure, Number, TooLarge};
use rust_decimal::Decimal;

/// The execution line: rate, score and what is to be said about them.
pub(super) fn execution(
    execution: &Execution,
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) -> (Measure, Score) {
    let mut score = Score::new(Nature::Quantitative);
    score.weight = Some(rules.execution_points);
    let budget = amount(&execution.budget, ExecutionField::Budget, findings);
    let actual = amount(&execution.actual, ExecutionField::Actual, findings);
    score.claimed = claimed(
        &execution.claimed,
        Cell::Execution(ExecutionField::Claimed),
        findings,
    );
    let mut rate = Measure {
        status: Status::NotApplicable,
        value: None,
        exact: None,
        places: rules.percent_decimals(),
        working: Working::Nothing,
    };
    let (budget, actual) = match (budget, actual) {
        (Typing::Read(budget), Typing::Read(actual)) => (budget, actual),
        (Typing::Unreadable, _) | (_, Typing::Unreadable) => {
            score.status = ScoreStatus::Invalid;
            return (rate, score);
        }
        _ => return (rate, score),
    };
    if budget.is_negative() || actual.is_negative() {
        score.status = ScoreStatus::Invalid;
        return (rate, score);
    }
    match measure::execution_rate(actual, budget, rules.percent_decimals()) {
        Ok(measure) => rate = measure,
        Err(TooLarge) => {
            score.status = ScoreStatus::Invalid;
            findings.push(say::too_large(Cell::Execution(ExecutionField::Actual)));
            return (rate, score);
        }
    }
    match rate.status {
        Status::NotApplicable => {
            findings.push(say::execution_not_applicable());
            score.taken_over();
        }
        Status::Unbudgeted => {
            findings.push(say::spent_unbudgeted(actual));
            score.status = ScoreStatus::Invalid;
        }
        Status::Value => {
            executed(budget, actual, rules, &mut score);
            if actual > budget {
                findings.push(say::spent_over_budget(budget, actual));
            }
        }
    }
    (rate, score)
}

/// The score of a budget that was executed, and whether the rate is too low to go without a cause.
fn executed(budget: Number, actual: Number, rules: &RuleSet, score: &mut Score) {
    let points = rules.execution_points;
    // Rate × points is the score of a higher-is-better indicator with the budget as target.
    match score_to(
        points,
        budget,
        actual,
        Direction::Higher,
        rules.score_decimals(),
    ) {
        Ok(points_won) => {
            let working = Working::Ratio {
                weight: points,
                above: actual,
                below: budget,
                percent: false,
                points: points_won,
            };
            score.computed(points_won, working);
        }
        Err(TooLarge) => score.status = ScoreStatus::Invalid,
    }
    score.missed = rules.explain_execution_below.is_some_and(|floor| {
        floor
            .times(budget)
            .and_then(|bound| Ok(actual.times(Number::ONE_HUNDRED)? < bound))
            .unwrap_or(false)
    });
}

/// The rate as the form prints it: nothing while it waits, and for 0 ÷ 0 what the rules say.
pub(super) fn rate_shown(rate: &Measure, rules: &RuleSet) -> String {
    match (rate.status, rules.zero_by_zero) {
        _ if rate.working.is_nothing() => String::new(),
        (Status::NotApplicable, ZeroByZero::Zero) => {
            figure::display_percent(Decimal::ZERO, rules.percent_decimals())
        }
        _ => rate.display(),
    }
}
