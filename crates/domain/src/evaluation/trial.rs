//! A form scored by two rule sets, side by side.

use super::cell::{Cell, ExecutionField, IndicatorField};
use super::evaluate::evaluate;
use super::evaluated::Evaluation;
use super::finding::Finding;
use super::form::Form;
use super::rules::RuleSet;
use juesuan_figure::Exact;
use rust_decimal::Decimal;
use time::Date;

/// What a form comes to by the rules it has, and by others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trial {
    /// By the rules it has.
    pub now: Tried,
    /// By the others.
    pub then: Tried,
    /// Execution and indicators whose points differ, in the order of the form.
    pub differing: Vec<Differing>,
    /// What is said only by the others.
    pub new: Vec<Finding>,
    /// How many findings are no more.
    pub gone: usize,
}

/// What a form comes to by one rule set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// Execution and all indicators together.
    pub total: Exact,
    /// Of a complete total, where the rules give grades.
    pub grade: Option<String>,
    /// False while something waits: the total is then provisional.
    pub complete: bool,
}

/// A line of the form whose points differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// Where the points stand.
    pub cell: Cell,
    /// What the indicator is called, as typed; blank of the execution line.
    pub name: String,
    /// Points by the rules it has; `None` where there are none.
    pub now: Option<Decimal>,
    /// Points by the others.
    pub then: Option<Decimal>,
}

impl Differing {
    /// Whether it is the execution line.
    pub fn is_execution(&self) -> bool {
        matches!(self.cell, Cell::Execution(_))
    }
}

/// A form scored by the rules it has and by others.
pub fn trial(form: &Form, now: &RuleSet, then: &RuleSet, today: Option<Date>) -> Trial {
    let before = evaluate(form, Some(now), today);
    let after = evaluate(form, Some(then), today);
    let is_in = |finding: &Finding, of: &Evaluation| {
        let arguments = finding.arguments();
        of.findings.iter().any(|other| {
            (other.code, other.cell) == (finding.code, finding.cell)
                && other.arguments() == arguments
        })
    };
    let new = after.findings.iter().filter(|f| !is_in(f, &before));
    let gone = before.findings.iter().filter(|f| !is_in(f, &after));
    Trial {
        differing: differing(form, &before, &after),
        new: new.cloned().collect(),
        gone: gone.count(),
        now: tried(before),
        then: tried(after),
    }
}

fn tried(evaluation: Evaluation) -> Tried {
    Tried {
        total: evaluation.total,
        grade: evaluation.grade,
        complete: evaluation.complete,
    }
}

fn differing(form: &Form, before: &Evaluation, after: &Evaluation) -> Vec<Differing> {
    let execution = Differing {
        cell: Cell::Execution(ExecutionField::Claimed),
        name: String::new(),
        now: before.execution.score.score,
        then: after.execution.score.score,
    };
    let mut lines = vec![execution];
    let goals = form.goals.iter().zip(before.goals.iter().zip(&after.goals));
    for (g, (goal, (before, after))) in goals.enumerate() {
        let scores = before.indicators.iter().zip(&after.indicators);
        let rows = goal.indicators.iter().zip(scores).enumerate();
        lines.extend(rows.map(|(i, (indicator, (now, then)))| Differing {
            cell: Cell::Indicator(g, i, IndicatorField::Claimed),
            name: indicator.name.trim().to_owned(),
            now: now.score,
            then: then.score,
        }));
    }
    lines.retain(|line| line.now != line.then);
    lines
}
