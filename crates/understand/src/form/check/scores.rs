//! Scores of indicators against the rules, and targets against actuals.

use super::super::words;
use super::held::{Check, Wrong};
use super::sums::Sums;
use crate::claimed::{StatementKind, Verdict};
use crate::finding::{Matter, Severity};
use juesuan_domain::evaluation::{
    Cell, Comparison, Direction, Evaluation, Form, FormField, IndicatorField, Nature, Reading,
    Score, ScoreStatus, evaluate, read,
};
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
    // Where the weights do not come to what they must, columns may have been read wrong.
    let severity = match Sums::of(check).weights_fit() {
        true => Severity::Error,
        false => Severity::Warning,
    };
    check.add(severity, matter, spot).also = vec![also];
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
    // A percentage against a target in words may be how far it was done, and may be something else.
    let degree = matches!(by_rules.working, Working::Degree { .. });
    if !counted || degree && fits(claimed, right).is_none() {
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
    let severity = severity(check, &by_rules, claimed, right);
    let verdict = match severity {
        Some(Severity::Error) => Verdict::Wrong,
        _ => Verdict::Doubtful,
    };
    check.figures.judge(
        cell(IndicatorField::Claimed),
        verdict,
        right.to_string(),
        working.clone(),
    );
    let severity = severity?;
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

/// How sure it is that a score is wrong; `None` where other rules, or somebody's judgement, may have given it.
fn severity(
    check: &Check<'_>,
    by_rules: &Score,
    claimed: Decimal,
    right: Decimal,
) -> Option<Severity> {
    if corroborated(check, claimed, right) {
        return Some(Severity::Error);
    }
    match (check.is_certain(), by_rules.missed) {
        (true, true) => Some(Severity::Error),
        (true, false) => Some(Severity::Warning),
        // By other rules there is nothing below some completion.
        (false, true) => (!claimed.is_zero()).then_some(Severity::Warning),
        (false, false) => None,
    }
}

/// Whether the total is what it would be with the score of the rules, and not with the one that is printed.
fn corroborated(check: &Check<'_>, claimed: Decimal, right: Decimal) -> bool {
    let Some(total) = words::points(&check.draft.form.claimed_total) else {
        return false;
    };
    let totals = Sums::of(check).totals();
    !totals.contains(&total) && totals.contains(&(total + claimed - right))
}
