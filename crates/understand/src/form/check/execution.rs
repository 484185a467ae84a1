//! The line of the execution: the rate is actual ÷ budget, the score the rate of its points.

use super::super::draft::Money;
use super::super::field::Field;
use super::super::words;
use super::held::{Check, Wrong};
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

/// A printed rate beside what its amounts give.
struct Rate {
    printed: Decimal,
    actual: Decimal,
    base: Decimal,
    /// In percent.
    exact: Decimal,
    /// 1, 0.98: printed as a fraction.
    fraction: bool,
    /// Which base gives it, the adjusted budget first.
    fitting: Option<usize>,
    /// There is an adjusted budget.
    adjusted: bool,
}

impl Rate {
    fn of(money: &Money) -> Option<Self> {
        let actual = words::amount(&money.actual.text)?;
        let printed = words::rate(&money.rate.text)?;
        let base = |field: &Field| words::amount(&field.text).filter(|base| !base.is_zero());
        let budget = base(&money.budget);
        let bases: Vec<Decimal> = [budget, base(&money.original)]
            .into_iter()
            .flatten()
            .collect();
        let base = bases.first().copied()?;
        let exact = actual
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(base)?;
        let fraction = !money.rate.text.ends_with(['%', '％']) && printed <= Decimal::TWO;
        let fits = |base: &Decimal| {
            let part = Printed::new(actual).interval();
            let Some(rate) = part.percent_of(Printed::new(*base).interval()) else {
                return false;
            };
            let hundred = Decimal::ONE_HUNDRED;
            let of_one = Interval {
                low: rate.low / hundred,
                high: rate.high / hundred,
            };
            let printed = Printed::new(printed).rounded();
            printed.allows(rate) || fraction && printed.allows(of_one)
        };
        Some(Rate {
            printed,
            actual,
            base,
            exact,
            fraction,
            fitting: bases.iter().position(fits),
            adjusted: budget.is_some(),
        })
    }

    fn verdict(&self) -> Verdict {
        let exactly = rounded(self.exact, self.printed.scale()) == self.printed;
        match self.fitting {
            Some(0) if exactly || self.fraction => Verdict::Agrees,
            Some(0) => Verdict::Rounding,
            Some(_) => Verdict::Doubtful,
            None => Verdict::Wrong,
        }
    }

    /// How sure it is that it is wrong; `None` of what is custom: all of the budget, where it was more.
    fn severity(&self) -> Option<Severity> {
        let hundred = Decimal::ONE_HUNDRED;
        if self.exact > hundred && self.printed == hundred {
            return None;
        }
        let certain = self.fitting.is_none() && self.adjusted && !self.fraction;
        Some(if certain {
            Severity::Error
        } else {
            Severity::Warning
        })
    }

    fn cause(&self) -> Option<Cause> {
        let unit = half_unit(self.printed.scale()) * Decimal::TWO;
        let cut = self.exact >= self.printed && self.exact - self.printed <= unit;
        match self.fitting {
            Some(_) => Some(Cause::OtherBase),
            None => cut.then_some(Cause::Truncated),
        }
    }
}

/// A printed rate that no base gives is wrong.
fn rate(check: &mut Check<'_>, money: &Money, total: bool) {
    let Some(rate) = Rate::of(money) else {
        return;
    };
    let (verdict, text) = (rate.verdict(), &money.rate.text);
    let right = format!("{}%", rounded(rate.exact, rate.printed.scale()));
    let working = signs::share(rate.actual, rate.base, rate.exact);
    if total {
        let cell = Cell::Execution(ExecutionField::Rate);
        check
            .figures
            .judge(cell, verdict, right.clone(), working.clone());
        for field in [ExecutionField::Budget, ExecutionField::Actual] {
            check.figures.mark(Cell::Execution(field), Verdict::Agrees);
        }
    }
    let Some(severity) = rate.severity() else {
        return;
    };
    if matches!(verdict, Verdict::Agrees | Verdict::Rounding) {
        return;
    }
    // The same line once more, as one source of all the money: one fault.
    let same = |other: &&mut Finding| match &other.matter {
        Matter::Claim {
            kind: StatementKind::Completion,
            printed,
            right: before,
            ..
        } => printed == text && *before == right,
        _ => false,
    };
    if let Some(other) = check.found.iter_mut().find(same) {
        other.also.push(money.rate.spot.clone());
        return;
    }
    let name = match money.label.as_str() {
        "" => "执行率",
        label => label,
    };
    let matter = Matter::Claim {
        kind: StatementKind::Completion,
        name: name.to_owned(),
        printed: text.clone(),
        right,
    };
    let finding = check.add(severity, matter, money.rate.spot.clone());
    finding.also = vec![money.actual.spot.clone(), money.budget.spot.clone()];
    finding.working = Some(working);
    finding.cause = rate.cause();
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
            .try_fold(Printed::exact(Decimal::ZERO), |sum, part| {
                sum.plus(Printed::new(*part))
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
    let printed = draft.execution_points.as_ref().map(|points| points.value);
    let by_rules = check.rules.map(|rules| rules.execution_points.decimal());
    let (Some(claimed), Some(points)) = (words::points(&text), printed.or(by_rules)) else {
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
    let Some((won, money)) = draft
        .money
        .first()
        .and_then(|money| Some((Won::of(money, points)?, money)))
    else {
        return;
    };
    let (verdict, right) = (won.verdict(check, claimed), won.right());
    let working = won.working();
    check
        .figures
        .judge(cell, verdict, right.to_string(), working.clone());
    let fits = matches!(verdict, Verdict::Agrees | Verdict::Rounding);
    if fits || !draft.by_rate && !check.is_certain() && won.by_other_rules(claimed) {
        return;
    }
    check.wrong.push(Wrong { claimed, right });
    let severity = match verdict {
        Verdict::Wrong => Severity::Error,
        _ => Severity::Warning,
    };
    let matter = Matter::Claim {
        kind: StatementKind::Score,
        name: "预算执行".to_owned(),
        printed: text,
        right: right.to_string(),
    };
    let finding = check.add(severity, matter, draft.spot(cell));
    finding.also = vec![money.actual.spot.clone(), money.base().spot.clone()];
    finding.working = Some(working);
}

/// What the amounts give of the points.
struct Won {
    points: Decimal,
    actual: Decimal,
    budget: Decimal,
    exact: Decimal,
    /// What the rate gives that is printed.
    by_rate: Option<Decimal>,
}

impl Won {
    fn of(money: &Money, points: Decimal) -> Option<Self> {
        let actual = words::amount(&money.actual.text)?;
        let budget = words::amount(&money.base().text).filter(|budget| !budget.is_zero())?;
        let exact = actual.checked_mul(points)?.checked_div(budget)?;
        let of_rate = |rate: Decimal| rate.checked_mul(points)?.checked_div(Decimal::ONE_HUNDRED);
        Some(Won {
            points,
            actual,
            budget,
            exact: exact.min(points),
            by_rate: words::rate(&money.rate.text).and_then(of_rate),
        })
    }

    fn right(&self) -> Decimal {
        rounded(self.exact, 2).normalize()
    }

    fn working(&self) -> String {
        format!(
            "{} × {} ÷ {} = {}",
            self.points.normalize(),
            signs::amount(self.actual),
            signs::amount(self.budget),
            self.right()
        )
    }

    fn verdict(&self, check: &Check<'_>, claimed: Decimal) -> Verdict {
        let step = Decimal::ONE / Decimal::from(10_u64.pow(claimed.scale().min(6)));
        let near = |exact: Decimal| (claimed - exact.min(self.points)).abs() < step;
        if rounded(self.exact, claimed.scale()) == claimed {
            Verdict::Agrees
        } else if near(self.exact) || self.by_rate.is_some_and(near) {
            // A score that follows a rate that is printed wrong, or one of another base, is no second fault.
            Verdict::Rounding
        } else if check.is_certain() && check.draft.by_rate {
            Verdict::Wrong
        } else {
            Verdict::Doubtful
        }
    }

    /// Many rules give all points from 90% on, and none below some rate.
    fn by_other_rules(&self, claimed: Decimal) -> bool {
        let nine_tenths = self.actual * Decimal::TEN >= self.budget * Decimal::from(9);
        claimed == self.points && nine_tenths || claimed.is_zero()
    }
}
