//! The line of the execution: the rate is actual ÷ budget, the score the rate of its points.

use super::super::draft::{Field, Money};
use super::super::words;
use super::{Check, Wrong};
use crate::claimed::{StatementKind, Verdict};
use crate::finding::{Cause, Finding, Matter, Severity};
use crate::statement::signs;
use juesuan_domain::evaluation::{Cell, ExecutionField};
use juesuan_figure::interval::{Interval, Printed, half_unit, rounded};
use rust_decimal::Decimal;

pub(super) fn check(check: &mut Check<'_>) {
    let draft = check.draft;
    for (at, money) in draft.money.iter().enumerate() {
        rate(check, money, at == 0);
    }
    parts(check);
    score(check);
}

/// A printed rate that no base gives is wrong.
fn rate(check: &mut Check<'_>, money: &Money, total: bool) {
    let Some(actual) = words::amount(&money.actual.text) else {
        return;
    };
    let (given, text) = (words::rate(&money.rate.text), &money.rate.text);
    let Some(printed) = given else { return };
    let base = |field: &Field| words::amount(&field.text).filter(|base| !base.is_zero());
    let (budget, original) = (base(&money.budget), base(&money.original));
    let bases: Vec<Decimal> = [budget, original].into_iter().flatten().collect();
    let Some(base) = bases.first().copied() else {
        return;
    };
    let of = |base: Decimal| {
        Printed::new(actual)
            .interval()
            .percent_of(Printed::new(base).interval())
    };
    // 1, 0.98: the rate as a fraction.
    let fraction = !text.ends_with(['%', '％']) && printed <= Decimal::TWO;
    let fits = |interval: Interval| {
        let percent = Printed::new(printed).rounded().allows(interval);
        let hundred = Decimal::ONE_HUNDRED;
        let of_one = Interval {
            low: interval.low / hundred,
            high: interval.high / hundred,
        };
        percent || fraction && Printed::new(printed).rounded().allows(of_one)
    };
    let fitting = bases.iter().position(|base| of(*base).is_some_and(fits));
    let Some(exact) = actual
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|of| of.checked_div(base))
    else {
        return;
    };
    let places = printed.scale();
    let right = format!("{}%", rounded(exact, places));
    let exactly = rounded(exact, places) == printed;
    let verdict = match fitting {
        Some(0) if exactly || fraction => Verdict::Agrees,
        Some(0) => Verdict::Rounding,
        Some(_) => Verdict::Doubtful,
        None => Verdict::Wrong,
    };
    let working = signs::share(actual, base, exact);
    if total {
        let cell = Cell::Execution(ExecutionField::Rate);
        check
            .figures
            .judge(cell, verdict, right.clone(), working.clone());
        for field in [ExecutionField::Budget, ExecutionField::Actual] {
            check.figures.mark(Cell::Execution(field), Verdict::Agrees);
        }
    }
    if matches!(verdict, Verdict::Agrees | Verdict::Rounding) {
        return;
    }
    // More than the budget is sometimes printed as all of it; a rate that is cut off is rounding.
    let capped = exact > Decimal::ONE_HUNDRED && printed == Decimal::ONE_HUNDRED;
    let cut = (exact - printed).abs() <= half_unit(places) * Decimal::TWO && exact >= printed;
    let severity = match verdict {
        _ if capped => return,
        Verdict::Wrong if budget.is_some() && !fraction => Severity::Error,
        _ => Severity::Warning,
    };
    let also = vec![money.actual.spot.clone(), money.budget.spot.clone()];
    // The same line once more, as one source of all the money: one fault.
    let same = |other: &Finding| {
        let here = Matter::Claim {
            kind: StatementKind::Completion,
            name: match &other.matter {
                Matter::Claim { name, .. } => name.clone(),
                _ => return false,
            },
            printed: text.clone(),
            right: right.clone(),
        };
        other.matter == here
    };
    if let Some(other) = check.found.iter_mut().find(|other| same(other)) {
        other.also.push(money.rate.spot.clone());
        return;
    }
    let name = if money.label.is_empty() {
        "执行率"
    } else {
        &money.label
    };
    let matter = Matter::Claim {
        kind: StatementKind::Completion,
        name: name.to_owned(),
        printed: text.clone(),
        right,
    };
    let finding = check.add(severity, matter, money.rate.spot.clone());
    finding.also = also;
    finding.working = Some(working);
    finding.cause = match fitting {
        Some(_) => Some(Cause::OtherBase),
        None if cut => Some(Cause::Truncated),
        None => None,
    };
}

/// A total of nothing with something below it, or sources of money that are more than it.
fn parts(check: &mut Check<'_>) {
    let draft = check.draft;
    let Some((total, parts)) = draft.money.split_first() else {
        return;
    };
    let whole = ["总额", "合计", "总计", "资金"]
        .iter()
        .any(|word| total.label.contains(word));
    let sources = [
        "财政",
        "拨款",
        "结转",
        "其他资金",
        "单位资金",
        "自有",
        "专户",
        "其中",
    ];
    let known = parts
        .iter()
        .all(|part| sources.iter().any(|word| part.label.contains(word)));
    if !whole || parts.is_empty() || !known {
        return;
    }
    type Column = fn(&Money) -> &Field;
    let columns: [Column; 2] = [|money| &money.budget, |money| &money.actual];
    for column in columns {
        let field = column(total);
        let Some(printed) = words::amount(&field.text) else {
            continue;
        };
        let amounts: Vec<Decimal> = parts
            .iter()
            .filter_map(|part| words::amount(&column(part).text))
            .collect();
        let all = amounts
            .iter()
            .fold(Some(Printed::exact(Decimal::ZERO)), |sum, part| {
                sum?.plus(Printed::new(*part))
            });
        let Some(all) = all.filter(|_| !amounts.is_empty()) else {
            continue;
        };
        let right = all.value;
        if all.allows(Printed::new(printed).interval())
            || right < printed
            || nested(&amounts, printed)
        {
            continue;
        }
        let matter = Matter::Sum {
            name: total.label.clone(),
            printed: field.text.clone(),
            sum: signs::amount(right),
        };
        let spot = field.spot.clone();
        let also = parts.iter().map(|part| column(part).spot.clone()).collect();
        let finding = check.add(Severity::Warning, matter, spot);
        finding.also = also;
        finding.working = Some(signs::sum(&amounts, right));
        return;
    }
}

/// Whether one of the rows is a sum of others, so that the rows are no parts.
fn nested(amounts: &[Decimal], whole: Decimal) -> bool {
    amounts.len() > 1 && amounts.contains(&whole)
}

/// The score of the execution is the rate of its points.
fn score(check: &mut Check<'_>) {
    let draft = check.draft;
    let cell = Cell::Execution(ExecutionField::Claimed);
    let text = draft.form.execution.claimed.to_string();
    let Some(claimed) = words::points(&text) else {
        return;
    };
    let printed = draft.execution_points.as_ref().map(|points| points.value);
    let by_rules = check.rules.map(|rules| rules.execution_points.decimal());
    let Some(points) = printed.or(by_rules) else {
        return;
    };
    if printed.is_some() && claimed > points {
        check.figures.mark(cell, Verdict::Wrong);
        let matter = Matter::ScoreAboveWeight {
            name: "预算执行".to_owned(),
            printed: text,
            weight: points.normalize().to_string(),
        };
        check.add(Severity::Error, matter, draft.spot(cell));
        return;
    }
    let Some(money) = draft.money.first() else {
        return;
    };
    let base = if money.budget.text.is_empty() {
        &money.original
    } else {
        &money.budget
    };
    let amounts = (words::amount(&money.actual.text), words::amount(&base.text));
    let (Some(actual), Some(budget)) = amounts else {
        return;
    };
    let Some(exact) = actual
        .checked_mul(points)
        .filter(|_| !budget.is_zero())
        .and_then(|of| of.checked_div(budget))
    else {
        return;
    };
    let exact = exact.min(points);
    // Scores that follow a rate that is printed wrong, or one of another base, are no second fault.
    let printed_rate = words::rate(&money.rate.text);
    let by_rate =
        printed_rate.and_then(|rate| rate.checked_mul(points)?.checked_div(Decimal::ONE_HUNDRED));
    let near = |exact: Decimal| {
        let exact = exact.min(points);
        let step =
            Decimal::ONE.max(Decimal::ZERO) / Decimal::from(10_u64.pow(claimed.scale().min(6)));
        (claimed - exact).abs() < step
    };
    let right = rounded(exact, 2).normalize();
    let working = format!(
        "{} × {} ÷ {} = {}",
        points.normalize(),
        signs::amount(actual),
        signs::amount(budget),
        right
    );
    let agrees = rounded(exact, claimed.scale()) == claimed;
    let verdict = if agrees {
        Verdict::Agrees
    } else if near(exact) || by_rate.is_some_and(near) {
        Verdict::Rounding
    } else if check.is_certain() && draft.by_rate {
        Verdict::Wrong
    } else {
        Verdict::Doubtful
    };
    check
        .figures
        .judge(cell, verdict, right.to_string(), working.clone());
    // Many rules give all points from 90% or 95% on, and none below some rate.
    let lenient = claimed == points && actual * Decimal::TEN >= budget * Decimal::from(9);
    let other_rule = !draft.by_rate && !check.is_certain() && (lenient || claimed.is_zero());
    if matches!(verdict, Verdict::Agrees | Verdict::Rounding) || other_rule {
        return;
    }
    check.wrong.push(Wrong { claimed, right });
    let severity = if verdict == Verdict::Wrong {
        Severity::Error
    } else {
        Severity::Warning
    };
    let matter = Matter::Claim {
        kind: StatementKind::Score,
        name: "预算执行".to_owned(),
        printed: text,
        right: right.to_string(),
    };
    let also = vec![money.actual.spot.clone(), base.spot.clone()];
    let finding = check.add(severity, matter, draft.spot(cell));
    finding.also = also;
    finding.working = Some(working);
}
