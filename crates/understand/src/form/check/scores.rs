//! Scores of indicators against the rules, and targets against actuals.

use super::super::words;
use super::sums::Sums;
use super::{Check, Wrong};
use crate::claimed::{StatementKind, Verdict};
use crate::finding::{Apart, Matter, Severity};
use crate::place::Spot;
use juesuan_domain::evaluation::{
    Cell, Comparison, Direction, Evaluation, Form, FormField, IndicatorField, Nature, Quantity,
    Reading, Score, ScoreStatus, evaluate, read,
};
use juesuan_domain::finding::{FormMatter, Matter as Said, ScoreMatter};
use juesuan_figure::interval::rounded;
use juesuan_figure::working::Working;
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// Checks each indicator.
pub(super) fn check(check: &mut Check<'_>) {
    let other = other_direction(check);
    let draft = check.draft;
    for (g, goal) in draft.form.goals.iter().enumerate() {
        for i in 0..goal.indicators.len() {
            let above = above_weight(check, g, i);
            if !above.is_empty() {
                check.wrong.extend(above);
                continue;
            }
            blank(check, g, i);
            completion(check, g, i);
            let wrong = score(check, other.as_ref(), g, i);
            check.wrong.extend(wrong);
        }
    }
}

/// Rates of which more is better, whatever the target.
const MORE: &[&str] = &[
    "满意",
    "合格率",
    "完成率",
    "发放率",
    "到位率",
    "覆盖率",
    "及时率",
    "准确率",
    "达标率",
    "接通率",
    "参与率",
    "知晓率",
    "就业率",
    "通过率",
    "办结率",
    "优良率",
    "完好率",
    "保障率",
    "回复率",
    "覆盖面",
    "利用率",
    "参保率",
    "增幅",
    "增长率",
];

/// Words of what should be less.
const LESS: &[&str] = &["不合格", "不满意", "未", "控制", "成本", "支出", "负增长"];

/// Whether more is better by the name of an indicator.
fn more_is_better(name: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    has(MORE) && !has(LESS)
}

/// The same form, where every target without a sign is one that should not be passed, unless its name says otherwise.
fn other_direction(check: &Check<'_>) -> Option<Evaluation> {
    let mut form: Form = check.draft.form.clone();
    for goal in &mut form.goals {
        for row in &mut goal.indicators {
            // `=30万元` of a cost may be saved; `=100%` may not.
            if !more_is_better(&row.name)
                && let Reading::Quantity(target) = read(&row.target)
                && (target.comparison.is_none()
                    || target.comparison == Some(Comparison::Equal) && !target.is_percent())
            {
                Rc::make_mut(row).direction = Some(Direction::Lower);
            }
        }
    }
    check.rules.map(|rules| evaluate(&form, Some(rules), None))
}

/// No rule gives more than the weight. What may be right instead: all points, or what the rules give.
fn above_weight(check: &mut Check<'_>, g: usize, i: usize) -> Vec<Wrong> {
    let row = &check.draft.form.goals[g].indicators[i];
    let (Some(claimed), Some(weight)) = (words::points(&row.claimed), words::points(&row.weight))
    else {
        return Vec::new();
    };
    if claimed <= weight || check.breaks_a_sum(weight, claimed, weight) {
        return Vec::new();
    }
    let cell = Cell::Indicator(g, i, IndicatorField::Claimed);
    check.figures.mark(cell, Verdict::Wrong);
    let matter = Matter::ScoreAboveWeight {
        name: row.name.to_string(),
        printed: row.claimed.to_string(),
        weight: weight.normalize().to_string(),
    };
    let also = check
        .draft
        .spot(Cell::Indicator(g, i, IndicatorField::Weight));
    let spot = check.draft.spot(cell);
    check.add(Severity::Error, matter, spot).also = vec![also];
    let by_rules = check
        .evaluation
        .as_ref()
        .and_then(|evaluation| evaluation.goals.get(g)?.indicators.get(i)?.score);
    let rights = by_rules.into_iter().chain([weight]);
    rights.map(|right| Wrong { claimed, right }).collect()
}

/// A row with weight, target and actual, but without its score, among others that have theirs.
fn blank(check: &mut Check<'_>, g: usize, i: usize) {
    let draft = check.draft;
    let row = &draft.form.goals[g].indicators[i];
    let filled = |text: &str| !words::is_nothing(text);
    let rows = || draft.form.goals.iter().flat_map(|goal| &goal.indicators);
    let others = rows().filter(|row| filled(&row.claimed)).count();
    let empty = !filled(&row.claimed) && draft.left == 0;
    let weighed = words::points(&row.weight).is_some_and(|weight| !weight.is_zero());
    if !(empty && weighed && filled(&row.actual)) || others * 2 < rows().count() {
        return;
    }
    let matter = Matter::FormBlank {
        name: row.name.to_string(),
        what: "得分".to_owned(),
    };
    let spot = draft.spot(Cell::Indicator(g, i, IndicatorField::Name));
    check.add(Severity::Warning, matter, spot);
}

/// 完成率 against target and actual, where the form has it.
fn completion(check: &mut Check<'_>, g: usize, i: usize) {
    let draft = check.draft;
    let row = &draft.form.goals[g].indicators[i];
    let Some((field, _)) = draft.rows.get(&(g, i)) else {
        return;
    };
    let printed = words::rate(&field.text).filter(|_| field.text.ends_with(['%', '％']));
    let (Some(printed), Reading::Quantity(a), Reading::Quantity(b)) =
        (printed, read(&row.target), read(&row.actual))
    else {
        return;
    };
    let comparable = a.unit == b.unit || b.unit.is_empty();
    let (target, actual) = (a.number.decimal(), b.number.decimal());
    if !comparable || a.period != b.period || target <= Decimal::ZERO || actual <= Decimal::ZERO {
        return;
    }
    let percent =
        |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let (Some(up), Some(down)) = (percent(actual, target), percent(target, actual)) else {
        return;
    };
    let step = Decimal::ONE / Decimal::from(10_u64.pow(printed.scale().min(6)));
    let near = |value: Decimal| (value - printed).abs() < step;
    let capped = printed == Decimal::ONE_HUNDRED && (up >= printed || down >= printed);
    let right = rounded(up, printed.scale());
    let agrees = near(up) || near(down) || capped;
    let verdict = if agrees {
        Verdict::Agrees
    } else {
        Verdict::Doubtful
    };
    check.figures.add(StatementKind::Completion, field, verdict);
    if agrees {
        return;
    }
    let matter = Matter::Claim {
        kind: StatementKind::Completion,
        name: row.name.to_string(),
        printed: field.text.clone(),
        right: format!("{right}%"),
    };
    let working = crate::statement::signs::share(actual, target, up);
    let spot = field.spot.clone();
    check.add(Severity::Warning, matter, spot).working = Some(working);
}

/// How a claimed score stands to one by the rules.
fn fits(claimed: Decimal, points: Decimal) -> Option<Verdict> {
    if claimed == points {
        return Some(Verdict::Agrees);
    }
    let places = claimed.scale().min(4);
    let cut = points.round_dp_with_strategy(places, RoundingStrategy::ToZero);
    // 9.5 for 9.42: rounded to a half.
    let half = rounded(points * Decimal::TWO, 0) / Decimal::TWO == claimed;
    let near = rounded(points, places) == claimed || cut == claimed || half;
    near.then_some(Verdict::Rounding)
}

fn score(check: &mut Check<'_>, other: Option<&Evaluation>, g: usize, i: usize) -> Option<Wrong> {
    let draft = check.draft;
    let row = &draft.form.goals[g].indicators[i];
    let of = |evaluation: &Evaluation| -> Option<Score> {
        evaluation.goals.get(g)?.indicators.get(i).cloned()
    };
    let by_rules = of(check.evaluation.as_ref()?)?;
    let claimed = words::points(&row.claimed)?;
    let right = by_rules.score?;
    if check.breaks_a_sum(words::points(&row.weight)?, claimed, right) {
        return None;
    }
    let counted =
        by_rules.status == ScoreStatus::Computed && by_rules.nature == Nature::Quantitative;
    if !counted || matches!(by_rules.working, Working::Degree { .. }) {
        return None;
    }
    let turned = other.and_then(of).and_then(|score| score.score);
    let verdict = fits(claimed, right).or_else(|| turned.and_then(|turned| fits(claimed, turned)));
    let cell = |field| Cell::Indicator(g, i, field);
    let working = by_rules.working.signs();
    if let Some(verdict) = verdict {
        let claimed = cell(IndicatorField::Claimed);
        check
            .figures
            .judge(claimed, verdict, right.to_string(), working);
        for field in [IndicatorField::Target, IndicatorField::Actual] {
            check.figures.mark(cell(field), Verdict::Agrees);
        }
        return None;
    }
    let corroborated = corroborated(check, claimed, right);
    let reached = !by_rules.missed;
    let severity = match (check.is_certain() || corroborated, reached) {
        _ if corroborated => Severity::Error,
        (true, false) => Severity::Error,
        (true, true) => Severity::Warning,
        // By other rules: nothing below some completion; less by judgement, though it was reached.
        (false, false) if !claimed.is_zero() => Severity::Warning,
        _ => {
            check.figures.judge(
                cell(IndicatorField::Claimed),
                Verdict::Doubtful,
                right.to_string(),
                working,
            );
            return None;
        }
    };
    let verdict = if severity == Severity::Error {
        Verdict::Wrong
    } else {
        Verdict::Doubtful
    };
    check.figures.judge(
        cell(IndicatorField::Claimed),
        verdict,
        right.to_string(),
        working.clone(),
    );
    let matter = Matter::Claim {
        kind: StatementKind::Score,
        name: row.name.to_string(),
        printed: row.claimed.to_string(),
        right: right.to_string(),
    };
    let mut also = vec![
        draft.spot(cell(IndicatorField::Target)),
        draft.spot(cell(IndicatorField::Actual)),
    ];
    // What follows from it.
    if let Some(total) = draft.places.get(&Cell::Form(FormField::ClaimedTotal)) {
        also.push(total.clone());
    }
    let spot = draft.spot(cell(IndicatorField::Claimed));
    let finding = check.add(severity, matter, spot);
    finding.also = also;
    finding.working = Some(working);
    Some(Wrong { claimed, right })
}

/// Whether the total is what it would be with the score of the rules, and not with the one that is printed.
fn corroborated(check: &Check<'_>, claimed: Decimal, right: Decimal) -> bool {
    let Some(total) = words::points(&check.draft.form.claimed_total) else {
        return false;
    };
    let totals = Sums::of(check).totals();
    !totals.contains(&total) && totals.contains(&(total + claimed - right))
}

/// What the evaluation says of places, units, periods and bounds.
pub(super) fn places(check: &mut Check<'_>) {
    let Some(evaluation) = &check.evaluation else {
        return;
    };
    let mut found = Vec::new();
    for finding in &evaluation.findings {
        let Cell::Indicator(g, i, _) = finding.cell else {
            continue;
        };
        let draft = check.draft;
        let Some(row) = draft
            .form
            .goals
            .get(g)
            .and_then(|goal| goal.indicators.get(i))
        else {
            continue;
        };
        let at = |field| draft.spot(Cell::Indicator(g, i, field));
        let (name, target, actual) = (
            row.name.to_string(),
            row.target.to_string(),
            row.actual.to_string(),
        );
        let apart = |why, name, target, actual| Matter::TargetAndActual {
            why,
            name,
            target,
            actual,
        };
        let (severity, matter, spot) = match &*finding.matter {
            Said::Form(FormMatter::SatisfactionMisplaced { under }) => {
                let belongs = "满意度".to_owned();
                let under = words::base(under);
                (
                    Severity::Warning,
                    Matter::Misplaced {
                        name,
                        under,
                        belongs,
                    },
                    at(IndicatorField::Name),
                )
            }
            Said::Form(FormMatter::Misplaced {
                dimension,
                category,
                belongs,
            }) => {
                let (name, under) = (words::base(dimension), words::base(category));
                let belongs = belongs.clone();
                (
                    Severity::Warning,
                    Matter::Misplaced {
                        name,
                        under,
                        belongs,
                    },
                    at(IndicatorField::Dimension),
                )
            }
            Said::Score(ScoreMatter::PeriodConverted {}) => {
                let severity = if far_apart(&row.target, &row.actual) {
                    Severity::Warning
                } else {
                    Severity::Notice
                };
                (
                    severity,
                    apart(Apart::Converted, name, target, actual),
                    at(IndicatorField::Target),
                )
            }
            Said::Score(ScoreMatter::Periods { .. }) => (
                Severity::Notice,
                apart(Apart::Periods, name, target, actual),
                at(IndicatorField::Target),
            ),
            Said::Score(ScoreMatter::Units { .. }) => (
                Severity::Notice,
                apart(Apart::Units, name, target, actual),
                at(IndicatorField::Actual),
            ),
            Said::Score(ScoreMatter::ActualOnlyBounded { .. }) => (
                Severity::Notice,
                apart(Apart::Bound, name, target, actual),
                at(IndicatorField::Actual),
            ),
            _ => continue,
        };
        found.push((
            severity,
            matter,
            spot,
            finding.working.as_ref().map(Working::signs),
            (g, i),
        ));
    }
    let mut last: Option<(Matter, usize)> = None;
    for (severity, matter, spot, working, cell) in found {
        // Rows under one heading in the wrong place are one matter.
        if let Some((before, at)) = &last
            && *before == matter
        {
            if let Some(finding) = check.found.get_mut(*at) {
                finding.also.push(spot);
            }
            continue;
        }
        // The row is meant, whichever of its cells is mended.
        let row = at_row(check, cell);
        let finding = check.add(severity, matter.clone(), spot);
        finding.working = working;
        finding.also = row;
        last = Some((matter, check.found.len() - 1));
    }
}

/// Name, target and actual of a row.
fn at_row(check: &Check<'_>, (g, i): (usize, usize)) -> Vec<Spot> {
    [
        IndicatorField::Name,
        IndicatorField::Target,
        IndicatorField::Actual,
    ]
    .into_iter()
    .filter_map(|field| {
        check
            .draft
            .places
            .get(&Cell::Indicator(g, i, field))
            .cloned()
    })
    .collect()
}

/// Whether target and actual, brought to one period, are not of one size: the target may be meant otherwise.
fn far_apart(target: &str, actual: &str) -> bool {
    let (Reading::Quantity(a), Reading::Quantity(b)) = (read(target), read(actual)) else {
        return false;
    };
    let size = |quantity: &Quantity<'_>| {
        let times = quantity
            .period
            .map_or(1, |period| period.per_year().unwrap_or(1));
        quantity.number.decimal().checked_mul(Decimal::from(times))
    };
    match (size(&a), size(&b)) {
        (Some(a), Some(b)) => b >= a * Decimal::TWO || b < a,
        _ => false,
    }
}
