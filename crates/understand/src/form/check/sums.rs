//! Weights and scores added up. A form has 100 points; what was not read may be what is missing, so a sum is
//! certainly wrong only where another shows that all rows were read.

use super::super::field::Field;
use super::super::words;
use super::held::{Check, Wrong};
use crate::claimed::{StatementKind, Verdict};
use crate::finding::{Matter, Severity};
use crate::place::Spot;
use crate::statement::signs;
use juesuan_domain::evaluation::{
    Cell, ExecutionField, FormField, GoalField, IndicatorField, Level,
};
use juesuan_figure::interval::rounded;
use rust_decimal::Decimal;

/// The sums of a form, as far as they can be read.
pub(super) struct Sums {
    /// Of the weights of all indicators, where each has one.
    pub weights: Option<Decimal>,
    /// Of the scores of all indicators that have a weight, where each has one.
    pub scores: Option<Decimal>,
    pub execution: Option<Decimal>,
    pub points: Option<Decimal>,
    /// The sum of the weights that is printed.
    printed: Option<Decimal>,
}

impl Sums {
    pub fn of(check: &Check<'_>) -> Self {
        let draft = check.draft;
        let rows = || draft.form.goals.iter().flat_map(|goal| &goal.indicators);
        let weights = rows().try_fold(Decimal::ZERO, |sum, row| {
            sum.checked_add(words::points(&row.weight)?)
        });
        let scores = rows().try_fold(Decimal::ZERO, |sum, row| {
            // A row of no weight need have no score.
            let none =
                row.claimed.is_unset() && words::points(&row.weight).is_none_or(|w| w.is_zero());
            if none {
                Some(sum)
            } else {
                sum.checked_add(words::points(&row.claimed)?)
            }
        });
        let printed = draft.execution_points.as_ref().map(|points| points.value);
        Sums {
            weights: weights.filter(|_| draft.left == 0),
            scores: scores.filter(|_| draft.left == 0),
            execution: words::points(&draft.form.execution.claimed),
            points: printed,
            printed: draft
                .total_weight
                .as_ref()
                .and_then(|field| words::points(&field.text)),
        }
    }

    /// What the weights may come to: with the execution, or by themselves.
    fn whole(&self) -> Vec<Decimal> {
        let hundred = self.printed.unwrap_or(Decimal::ONE_HUNDRED);
        let mut all = vec![hundred, Decimal::ONE_HUNDRED];
        if let Some(points) = self.points {
            all.push(hundred - points);
            all.push(Decimal::ONE_HUNDRED - points);
        } else {
            // The points of an execution that stands elsewhere.
            all.extend([Decimal::from(80), Decimal::from(90)]);
        }
        all
    }

    /// Whether the weights come to what they must, so that all rows were read.
    pub fn weights_fit(&self) -> bool {
        self.weights
            .is_some_and(|weights| self.whole().contains(&weights))
    }

    /// Whether the scores come to a total, exactly or rounded.
    fn scores_fit(&self, total: Decimal) -> Option<Verdict> {
        let totals = self.totals();
        if totals.contains(&total) {
            return Some(Verdict::Agrees);
        }
        let unit = Decimal::ONE / Decimal::from(10_u64.pow(total.scale().min(6)));
        let near = |sum: &Decimal| total.scale() < sum.scale() && (*sum - total).abs() < unit;
        totals.iter().any(near).then_some(Verdict::Rounding)
    }

    /// What the total may be: with the score of the execution, or without it.
    pub fn totals(&self) -> Vec<Decimal> {
        let Some(scores) = self.scores else {
            return Vec::new();
        };
        let with = self
            .execution
            .and_then(|execution| scores.checked_add(execution));
        // Where the execution has its points among the 100, its score is in the total.
        let among = self.points.zip(self.weights);
        let among = among.is_some_and(|(points, weights)| points + weights == Decimal::ONE_HUNDRED);
        match with {
            Some(with) if among => vec![with],
            with => with.into_iter().chain([scores]).collect(),
        }
    }
}

fn total_of(check: &Check<'_>) -> Option<Decimal> {
    words::points(&check.draft.form.claimed_total)
}

/// Weights against their headings, their goals and the whole.
pub(super) fn weights(check: &mut Check<'_>) {
    let draft = check.draft;
    let sums = Sums::of(check);
    let fit = sums.weights_fit();
    let total = total_of(check).filter(|_| sums.scores.is_some());
    let scores_fit = total.map(|total| sums.scores_fit(total).is_some());
    // Neither the weights nor the scores come out: rows were not read, or read wrong.
    if !fit && scores_fit == Some(false) {
        return;
    }
    let all_read = fit || scores_fit == Some(true);
    let sure = if all_read && draft.left == 0 {
        Severity::Error
    } else {
        Severity::Warning
    };
    let Some(sum) = sums.weights else {
        return;
    };
    mark_weights(check, fit);
    let headings = headings(check, sure);
    let goals = goals(check, sure, &headings);
    if let Some(points) = draft.indicator_points
        && points == sum
    {
        return;
    }
    if let (Some(field), true) = (&draft.total_weight, fit) {
        check
            .figures
            .add(StatementKind::Sum, field, Verdict::Agrees);
    }
    // One fault, one finding: the weight that breaks its heading breaks the whole.
    if fit
        || !headings.is_empty()
        || goals
        || !draft
            .form
            .goals
            .iter()
            .any(|goal| goal.indicators.len() > 1)
    {
        return;
    }
    let points = sums
        .points
        .or_else(|| check.rules.map(|rules| rules.execution_points.decimal()));
    let with = points.map_or(sum, |points| sum + points);
    let hundred = Decimal::ONE_HUNDRED;
    let (name, shown, right) = match &draft.total_weight {
        Some(field) => ("分值", field.text.clone(), with),
        None => ("分值", hundred.to_string(), with),
    };
    // Without heads of the execution nobody knows what else there is.
    let unknown = points.is_none() && sum < hundred;
    if unknown || with == hundred {
        return;
    }
    check.off.push(right - hundred);
    let spot = first_weight(check, draft.total_weight.as_ref());
    let matter = Matter::Sum {
        name: name.to_owned(),
        printed: shown,
        sum: right.normalize().to_string(),
    };
    let weights: Vec<Decimal> = points
        .into_iter()
        .chain(
            draft
                .form
                .goals
                .iter()
                .flat_map(|goal| &goal.indicators)
                .filter_map(|row| words::points(&row.weight)),
        )
        .collect();
    let finding = check.add(sure, matter, spot);
    finding.working = Some(signs::sum(&weights, right));
}

fn first_weight(check: &Check<'_>, total: Option<&Field>) -> Spot {
    match total {
        Some(field) => field.spot.clone(),
        None => {
            let draft = check.draft;
            let goal = draft
                .form
                .goals
                .iter()
                .position(|goal| !goal.indicators.is_empty());
            draft.spot(Cell::Indicator(
                goal.unwrap_or(0),
                0,
                IndicatorField::Weight,
            ))
        }
    }
}

fn mark_weights(check: &mut Check<'_>, fit: bool) {
    if !fit {
        return;
    }
    let goals = check.draft.form.goals.iter().enumerate();
    let cells: Vec<Cell> = goals
        .flat_map(|(g, goal)| {
            (0..goal.indicators.len()).map(move |i| Cell::Indicator(g, i, IndicatorField::Weight))
        })
        .collect();
    for cell in cells {
        check.figures.mark(cell, Verdict::Agrees);
    }
}

/// Points in the headings against those of their rows; the goals in which one is wrong.
fn headings(check: &mut Check<'_>, sure: Severity) -> Vec<usize> {
    let Some(evaluation) = &check.evaluation else {
        return Vec::new();
    };
    let mut wrong = Vec::new();
    for (g, goal) in evaluation.goals.iter().enumerate() {
        // The inner ones first: what is wrong in one of them is wrong in the category around it.
        for level in [Level::Dimension, Level::Category] {
            for heading in goal
                .headings
                .iter()
                .filter(|heading| heading.level == level)
            {
                let field = match level {
                    Level::Category => IndicatorField::Category,
                    Level::Dimension => IndicatorField::Dimension,
                };
                let cell = Cell::Indicator(g, heading.first, field);
                let named = Field {
                    text: heading.name.clone(),
                    spot: check.draft.spot(cell),
                };
                let Some(points) = words::points_behind(&named) else {
                    continue;
                };
                let Some(sum) = heading.weight.decimal() else {
                    continue;
                };
                let rows = heading.first..heading.first + heading.rows;
                let inner = wrong
                    .iter()
                    .any(|(goal, at, _, _, _)| *goal == g && rows.contains(at));
                if points.value != sum && !inner {
                    wrong.push((g, heading.first, named, points.value, sum));
                }
            }
        }
    }
    let goals = wrong.iter().map(|(g, ..)| *g).collect();
    check
        .off
        .extend(wrong.iter().map(|(_, _, _, points, sum)| sum - points));
    // Where many are otherwise the brackets mean something else.
    let severity = if wrong.len() > 2 {
        Severity::Warning
    } else {
        sure
    };
    for (_, _, named, points, sum) in wrong.into_iter().take(3) {
        let matter = Matter::Sum {
            name: words::base(&named.text),
            printed: points.normalize().to_string(),
            sum: sum.normalize().to_string(),
        };
        check.add(severity, matter, named.spot);
    }
    goals
}

/// Points of a goal against those of its indicators; whether one is wrong.
fn goals(check: &mut Check<'_>, sure: Severity, told: &[usize]) -> bool {
    let draft = check.draft;
    let mut any = false;
    for (g, goal) in draft.form.goals.iter().enumerate() {
        let Some(points) = words::points(&goal.weight) else {
            continue;
        };
        let sum: Decimal = goal
            .indicators
            .iter()
            .filter_map(|row| words::points(&row.weight))
            .sum();
        if points == sum || goal.indicators.is_empty() || told.contains(&g) {
            continue;
        }
        check.off.push(sum - points);
        let cell = Cell::Goal(g, GoalField::Weight);
        let matter = Matter::Sum {
            name: if goal.name.is_blank() {
                "年度目标".to_owned()
            } else {
                goal.name.to_string()
            },
            printed: points.normalize().to_string(),
            sum: sum.normalize().to_string(),
        };
        check.add(sure, matter, draft.spot(cell));
        any = true;
    }
    any
}

/// The total against the scores.
pub(super) fn total(check: &mut Check<'_>) {
    let draft = check.draft;
    twice(check);
    let Some(total) = total_of(check) else {
        return;
    };
    let cell = Cell::Form(FormField::ClaimedTotal);
    let sums = Sums::of(check);
    let totals = sums.totals();
    let Some(sum) = totals.first().copied() else {
        return;
    };
    let working = working(check, sum);
    let verdict = match sums.scores_fit(total) {
        Some(verdict) => verdict,
        // Neither do the weights: rows were not read, or read wrong.
        None if !sums.weights_fit() => return,
        None => Verdict::Wrong,
    };
    let agrees = verdict == Verdict::Agrees;
    check
        .figures
        .judge(cell, verdict, sum.normalize().to_string(), working.clone());
    if agrees {
        let execution = Cell::Execution(ExecutionField::Claimed);
        check.figures.mark(execution, Verdict::Agrees);
    }
    // A score that is wrong by the rules, and with the right one the sum comes out, is the fault.
    let mended = |one: &Wrong| totals.contains(&(total + one.claimed - one.right));
    if verdict != Verdict::Wrong || check.wrong.iter().any(mended) {
        return;
    }
    // A score that nobody wrote down may be in the total.
    let open = sums.execution.is_none() && !draft.money.is_empty();
    let above = open && total > sum && sums.points.is_none_or(|points| total <= sum + points);
    if above {
        check.figures.mark(cell, Verdict::Unknown);
        return;
    }
    let sure = if open {
        Severity::Warning
    } else {
        Severity::Error
    };
    let matter = Matter::Sum {
        name: "总分".to_owned(),
        printed: draft.form.claimed_total.to_string(),
        sum: sum.normalize().to_string(),
    };
    let spot = draft.spot(cell);
    let finding = check.add(sure, matter, spot);
    finding.working = Some(working);
}

fn working(check: &Check<'_>, sum: Decimal) -> String {
    let draft = check.draft;
    let execution = words::points(&draft.form.execution.claimed);
    let rows = draft.form.goals.iter().flat_map(|goal| &goal.indicators);
    let scores: Vec<Decimal> = execution
        .into_iter()
        .chain(rows.filter_map(|row| words::points(&row.claimed)))
        .collect();
    signs::sum(&scores, sum)
}

/// The total, printed at two places.
fn twice(check: &mut Check<'_>) {
    let draft = check.draft;
    let Some((first, others)) = draft.totals.split_first() else {
        return;
    };
    let Some(total) = words::points(&first.text) else {
        return;
    };
    for other in others {
        let Some(again) = words::points(&other.text) else {
            continue;
        };
        let (few, many) = if again.scale() < total.scale() {
            (again, total)
        } else {
            (total, again)
        };
        let same = rounded(many, few.scale()) == few;
        let verdict = if same {
            Verdict::Agrees
        } else {
            Verdict::Wrong
        };
        check.figures.add(StatementKind::Sum, other, verdict);
        if !same {
            let matter = Matter::Twice {
                name: "总分".to_owned(),
                printed: other.text.clone(),
                before: first.text.clone(),
            };
            let also = first.spot.clone();
            check
                .add(Severity::Warning, matter, other.spot.clone())
                .also = vec![also];
        }
    }
}

/// The grade against the total, where it is one of four and no scale would give it.
pub(super) fn grade(check: &mut Check<'_>) {
    let draft = check.draft;
    let (Some(field), Some(total)) = (&draft.grade, total_of(check)) else {
        return;
    };
    let bands: [(&str, u32, u32); 4] = [
        ("优", 85, 101),
        ("良", 70, 96),
        ("中", 55, 86),
        ("差", 0, 71),
    ];
    let Some((_, low, high)) = bands
        .iter()
        .find(|(word, _, _)| field.text.starts_with(word))
    else {
        return;
    };
    if total >= Decimal::from(*low) && total < Decimal::from(*high) || total > Decimal::ONE_HUNDRED
    {
        return;
    }
    let matter = Matter::Grade {
        printed: field.text.clone(),
        total: draft.form.claimed_total.to_string(),
    };
    let also = draft.spot(Cell::Form(FormField::ClaimedTotal));
    let spot = field.spot.clone();
    check.add(Severity::Error, matter, spot).also = vec![also];
}
