//! What is derived from one form.

use super::finding::Finding;
use super::outline::Heading;
use super::score::Score;
use crate::figure::Exact;
use crate::measure::Measure;
use crate::working::Working;
use rust_decimal::Decimal;

/// Everything derived from one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// Id of the rule set that was used.
    pub rule_set: String,
    /// The execution line.
    pub execution: ExecutionEvaluation,
    /// One for each goal, in the order of the form.
    pub goals: Vec<GoalEvaluation>,
    /// Points of execution and of all indicators that can be read: 100 where the weights are right.
    pub weight: Exact,
    /// Execution and all indicators together, as computed; what waits or is invalid counts 0.
    pub total: Exact,
    /// The sum of the scores as the form prints them: the unit's own where it wrote one, computed
    /// ones where it did not.
    pub printed_total: Exact,
    /// What the total is once everything that was set aside stands: computed, but with the unit's own
    /// scores, or its own total, where somebody left the difference as it is.
    pub accepted_total: Exact,
    /// `20 + 60 + 15 = 95`: execution, then each goal.
    pub total_working: Working,
    /// The total that the unit claims, in points, where it can be read.
    pub claimed_total: Option<Decimal>,
    /// Of a complete total, where the rules give grades.
    pub grade: Option<String>,
    /// False while a score is taken over, waiting or invalid: the total is then provisional.
    pub complete: bool,
    /// Errors first, then warnings, then notices, then those set aside; within each in the order
    /// of the form.
    pub findings: Vec<Finding>,
}

/// The execution line of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExecutionEvaluation {
    /// Spending ÷ adjusted budget, percent.
    pub rate: Measure,
    /// The rate as the form prints it; empty while it waits.
    pub rate_shown: String,
    /// The points of the execution line.
    pub score: Score,
}

/// One annual goal of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalEvaluation {
    /// Its name, as typed.
    pub name: String,
    /// Points of its indicators, those that can be read.
    pub weight: Exact,
    /// The scores of its indicators together, in points.
    pub score: Exact,
    /// One score for each indicator, in the order of the form.
    pub indicators: Vec<Score>,
    /// Merged cells with their sums.
    pub headings: Vec<Heading>,
}
