//! What the evaluation finds, as data, and how its calculations are written.

use super::{
    BandKey, Bounds, Cell, Comparison, ExecutionField, Finding, FormField, GoalField,
    IndicatorField, Period, Reading, RuleSet, RuleSetError, Setting,
};
use crate::finding::{
    Expected, FormMatter, Missed, Range, Rule, ScoreMatter, Strict, TogetherMatter,
};
use crate::quantity::Quantity;
use crate::settings::SettingProblem;
use juesuan_figure::working::{Sum, Working};
use juesuan_figure::{Exact, FigureError, Number, display_percent, grouped};
use rust_decimal::Decimal;

/// The beginning of a typed text, as it is quoted.
fn shown(text: &str, most: usize) -> String {
    text.trim().chars().take(most).collect()
}

fn label(cell: Cell) -> String {
    cell.label().to_owned()
}

fn words(rule: &str) -> Rule {
    Rule::Words(rule.to_owned())
}

fn source(rules: &RuleSet) -> Rule {
    Rule::Source {
        title: rules.source.title.clone(),
        issuer: rules.source.issuer.clone(),
    }
}

pub(super) fn unreadable(cell: Cell, error: &FigureError) -> Finding {
    let expected = match cell {
        Cell::Execution(ExecutionField::Rate) => Expected::Percentage,
        Cell::Indicator(_, _, IndicatorField::Target | IndicatorField::Actual) => {
            Expected::Quantity
        }
        Cell::Execution(ExecutionField::Claimed)
        | Cell::Indicator(..)
        | Cell::Goal(..)
        | Cell::Form(FormField::ClaimedTotal) => Expected::Points,
        _ => Expected::Amount,
    };
    let (error, label) = (error.clone(), label(cell));
    let matter = FormMatter::Unreadable {
        error,
        label,
        expected,
    };
    Finding::new(cell, matter)
}

pub(super) fn missing(cell: Cell) -> Finding {
    let label = label(cell);
    Finding::new(cell, FormMatter::Missing { label })
}

pub(super) fn negative(cell: Cell, number: Number) -> Finding {
    let label = label(cell);
    Finding::new(cell, FormMatter::Negative { number, label })
}

pub(super) fn amount_decimals(cell: Cell, number: Number) -> Finding {
    let label = label(cell);
    Finding::new(cell, FormMatter::Decimals { number, label })
}

pub(super) fn too_large(cell: Cell) -> Finding {
    let label = label(cell);
    Finding::new(cell, FormMatter::TooLarge { label })
}

pub(super) fn execution_not_applicable() -> Finding {
    let cell = Cell::Execution(ExecutionField::Budget);
    Finding::new(cell, FormMatter::NothingToExecute {})
}

pub(super) fn spent_unbudgeted(actual: Number) -> Finding {
    let cell = Cell::Execution(ExecutionField::Budget);
    Finding::new(cell, FormMatter::Unbudgeted { actual })
}

pub(super) fn spent_over_budget(budget: Number, actual: Number) -> Finding {
    let cell = Cell::Execution(ExecutionField::Actual);
    Finding::new(cell, FormMatter::OverBudget { budget, actual })
        .worked(Working::difference(actual, budget))
}

pub(super) fn execution_rate_differs(typed: Number, exact: &str, working: &Working) -> Finding {
    let cell = Cell::Execution(ExecutionField::Rate);
    let matter = FormMatter::ExecutionRate {
        written: display_percent(typed.decimal(), typed.decimals().max(1)),
        exact: exact.to_owned(),
    };
    Finding::new(cell, matter)
        .worked(working.clone())
        .mend(cell, exact)
}

pub(super) fn spending_parts(basic: Number, project: Number, whole: Number) -> Finding {
    let sum = basic.plus(project);
    let total = Exact::from(basic).checked_add(project.into());
    let cell = Cell::Form(FormField::ProjectSpending);
    Finding::new(cell, FormMatter::SpendingParts { sum, whole })
        .worked(Working::sum([basic, project], total.unwrap_or_default()))
}

pub(super) fn actual_without_number(
    at: &impl Fn(IndicatorField) -> Cell,
    target: &Reading,
    actual: &str,
) -> Finding {
    let matter = match target {
        Reading::Words => ScoreMatter::TargetWithoutNumber {},
        _ => ScoreMatter::ActualWithoutNumber {
            actual: shown(actual, 20),
        },
    };
    Finding::new(at(IndicatorField::Actual), matter)
}

/// The actual names a bound and no number: 低于90%.
pub(super) fn actual_only_bounded(at: &impl Fn(IndicatorField) -> Cell, actual: &str) -> Finding {
    let actual = shown(actual, 20);
    Finding::new(
        at(IndicatorField::Actual),
        ScoreMatter::ActualOnlyBounded { actual },
    )
}

/// A target without a unit, taken for a percentage.
pub(super) fn percent_assumed(at: &impl Fn(IndicatorField) -> Cell, target: &Quantity) -> Finding {
    let target = target.display();
    Finding::new(
        at(IndicatorField::Target),
        ScoreMatter::PercentAssumed { target },
    )
}

pub(super) fn unit_mismatch(at: &impl Fn(IndicatorField) -> Cell, a: &str, b: &str) -> Finding {
    let matter = ScoreMatter::Units {
        target: a.to_owned(),
        actual: b.to_owned(),
    };
    Finding::new(at(IndicatorField::Actual), matter)
}

pub(super) fn period_converted(at: &impl Fn(IndicatorField) -> Cell, working: &Working) -> Finding {
    let cell = at(IndicatorField::Target);
    Finding::new(cell, ScoreMatter::PeriodConverted {}).worked(working.clone())
}

pub(super) fn period_mismatch(
    at: &impl Fn(IndicatorField) -> Cell,
    a: Period,
    b: Period,
) -> Finding {
    let matter = ScoreMatter::Periods {
        target: a.name(),
        actual: b.name(),
    };
    Finding::new(at(IndicatorField::Actual), matter)
}

pub(super) fn score_taken_over(cell: Cell, points: Decimal) -> Finding {
    Finding::new(cell, ScoreMatter::TakenOver { points })
}

pub(super) fn degree_of_completion(
    at: &impl Fn(IndicatorField) -> Cell,
    working: &Working,
) -> Finding {
    let cell = at(IndicatorField::Actual);
    Finding::new(cell, ScoreMatter::DegreeOfCompletion {}).worked(working.clone())
}

pub(super) fn negative_ratio(at: &impl Fn(IndicatorField) -> Cell) -> Finding {
    Finding::new(at(IndicatorField::Actual), ScoreMatter::NegativeRatio {})
}

/// A strict target, met exactly: the ratio of the rule would be all points.
pub(super) fn just_missed(
    at: &impl Fn(IndicatorField) -> Cell,
    a: &Quantity,
    b: &Quantity,
) -> Finding {
    let matter = ScoreMatter::JustMissed {
        target: a.display(),
        actual: b.display(),
        strict: match a.comparison {
            Some(Comparison::Below) => Strict::Below,
            _ => Strict::Above,
        },
    };
    Finding::new(at(IndicatorField::Actual), matter)
}

pub(super) fn above_equal_target(at: &impl Fn(IndicatorField) -> Cell) -> Finding {
    Finding::new(at(IndicatorField::Actual), ScoreMatter::AboveEqual {})
}

/// `=0起`, and one happened.
pub(super) fn not_equal_to_zero(at: &impl Fn(IndicatorField) -> Cell, b: &Quantity) -> Finding {
    let actual = b.display();
    Finding::new(at(IndicatorField::Actual), ScoreMatter::NotZero { actual })
}

/// A target of zero without a sign, and more than that.
pub(super) fn above_bare_zero(at: &impl Fn(IndicatorField) -> Cell, b: &Quantity) -> Finding {
    let actual = b.display();
    Finding::new(
        at(IndicatorField::Actual),
        ScoreMatter::AboveBareZero { actual },
    )
}

pub(super) fn far_above_target(
    at: &impl Fn(IndicatorField) -> Cell,
    bound: Number,
    rules: &RuleSet,
) -> Finding {
    let cell = at(IndicatorField::Actual);
    let finding = Finding::new(cell, ScoreMatter::FarAbove { bound });
    match &rules.words.far_above {
        Some(rule) => finding.resting_on(words(rule)),
        None => finding,
    }
}

pub(super) fn band_without_score(
    at: &impl Fn(IndicatorField) -> Cell,
    band: Option<Bounds<'_>>,
    weight: Number,
    rules: &RuleSet,
) -> Finding {
    let matter = match band {
        Some(band) => ScoreMatter::BandWithoutScore {
            band: band.band.name.clone(),
            range: band_range(band, weight),
        },
        None => ScoreMatter::NothingJudged {},
    };
    Finding::new(at(IndicatorField::Claimed), matter).resting_on(words(&rules.words.bands))
}

/// A qualitative score was given and no band.
pub(super) fn score_without_band(cell: Cell, points: Decimal, rules: &RuleSet) -> Finding {
    Finding::new(cell, ScoreMatter::ScoreWithoutBand { points })
        .resting_on(words(&rules.words.bands))
}

pub(super) fn score_outside_band(
    cell: Cell,
    points: Decimal,
    band: Bounds<'_>,
    weight: Number,
    rules: &RuleSet,
) -> Finding {
    let matter = ScoreMatter::OutsideBand {
        points,
        band: band.band.name.clone(),
        range: band_range(band, weight),
    };
    Finding::new(cell, matter).resting_on(words(&rules.words.bands))
}

/// The band in points of this weight.
fn band_range(band: Bounds<'_>, weight: Number) -> Range {
    let part = |percent: Number| {
        let product = weight.decimal().checked_mul(percent.decimal());
        product.map_or_else(String::new, |p| grouped(p / Decimal::ONE_HUNDRED))
    };
    Range {
        low: part(band.low),
        high: part(band.high),
        closed: band.best,
    }
}

/// The band chosen is of other rules than those the form is scored by.
pub(super) fn band_unknown(cell: Cell, key: &BandKey, rules: &RuleSet) -> Finding {
    let matter = ScoreMatter::BandUnknown {
        key: key.to_string(),
        rules: rules.name.clone(),
        names: rules.bands.iter().map(|band| band.name.clone()).collect(),
    };
    Finding::new(cell, matter).resting_on(words(&rules.words.bands))
}

pub(super) fn score_differs(
    cell: Cell,
    claimed: Decimal,
    score: Decimal,
    working: &Working,
    rule: &str,
) -> Finding {
    let matter = ScoreMatter::Score {
        claimed,
        score,
        working: working.clone(),
    };
    Finding::new(cell, matter)
        .resting_on(words(rule))
        .worked(working.clone())
        .mend(cell, grouped(score))
}

pub(super) fn score_above_weight(cell: Cell, claimed: Decimal, weight: Decimal) -> Finding {
    Finding::new(cell, ScoreMatter::AboveWeight { claimed, weight })
}

/// `left` of the scores in the total are the unit's own, which somebody left as they are.
pub(super) fn total_differs(
    claimed: Decimal,
    total: Exact,
    working: Working,
    left: usize,
) -> Finding {
    let cell = Cell::Form(FormField::ClaimedTotal);
    let matter = ScoreMatter::Total {
        claimed,
        total,
        left,
    };
    Finding::new(cell, matter)
        .worked(working)
        .mend(cell, grouped(total))
}

pub(super) fn weights_total(cell: Cell, sum: Exact, points: Exact, working: Working) -> Finding {
    Finding::new(cell, FormMatter::Weights { sum, points }).worked(working)
}

/// `sums_right`: the indicators add up to what they must everywhere else, so that the goal alone is wrong.
pub(super) fn goal_weight(goal: usize, written: Number, sum: Exact, sums_right: bool) -> Finding {
    let cell = Cell::Goal(goal, GoalField::Weight);
    let matter = FormMatter::GoalWeight {
        written,
        sum,
        goal,
        sums_right,
    };
    let finding = Finding::new(cell, matter);
    if sums_right {
        finding.mend(cell, grouped(sum))
    } else {
        finding
    }
}

pub(super) fn heading_weight(
    cell: Cell,
    name: &str,
    written: Number,
    sum: Exact,
    sums_right: bool,
) -> Finding {
    let matter = FormMatter::HeadingWeight {
        name: name.to_owned(),
        written,
        sum,
        sums_right,
    };
    Finding::new(cell, matter)
}

pub(super) fn category_weight(
    cell: Cell,
    name: &str,
    sum: Exact,
    points: Number,
    rules: &RuleSet,
) -> Finding {
    let matter = FormMatter::CategoryWeight {
        name: name.to_owned(),
        sum,
        points,
        rules: rules.name.clone(),
    };
    Finding::new(cell, matter).resting_on(source(rules))
}

pub(super) fn satisfaction_misplaced(cell: Cell, under: &str) -> Finding {
    let under = under.to_owned();
    Finding::new(cell, FormMatter::SatisfactionMisplaced { under })
}

pub(super) fn dimension_misplaced(
    cell: Cell,
    dimension: &str,
    category: &str,
    belongs: &str,
) -> Finding {
    let matter = FormMatter::Misplaced {
        dimension: dimension.to_owned(),
        category: category.to_owned(),
        belongs: belongs.to_owned(),
    };
    Finding::new(cell, matter)
}

pub(super) fn deviation_missing(names: Vec<Missed>, more: usize) -> Finding {
    let cell = Cell::Form(FormField::Deviation);
    Finding::new(cell, FormMatter::DeviationMissing { names, more })
}

pub(super) fn deviation_unneeded() -> Finding {
    let cell = Cell::Form(FormField::Deviation);
    Finding::new(cell, FormMatter::DeviationUnneeded {})
}

pub(super) fn date_unreadable(text: &str) -> Finding {
    let date = shown(text, 20);
    let cell = Cell::Form(FormField::FilledOn);
    Finding::new(cell, FormMatter::DateUnreadable { date })
}

pub(super) fn date_future(date: String, today: String) -> Finding {
    let cell = Cell::Form(FormField::FilledOn);
    Finding::new(cell, FormMatter::DateFuture { date, today })
}

pub(super) fn date_late(date: String, deadline: String, rules: &RuleSet) -> Finding {
    let cell = Cell::Form(FormField::FilledOn);
    Finding::new(cell, FormMatter::DateLate { date, deadline }).resting_on(source(rules))
}

/// A rule set that is not known; `used` scores in its place.
pub fn rule_set_unknown(id: &str, used: &RuleSet) -> Finding {
    let matter = TogetherMatter::RulesUnknown {
        id: id.chars().take(40).collect(),
        used: used.name.clone(),
    };
    Finding::new(Cell::Form(FormField::RuleSet), matter)
}

pub(super) fn form_too_large(count: usize, most: usize) -> Finding {
    let cell = Cell::Form(FormField::Name);
    Finding::new(cell, FormMatter::TooManyRows { count, most })
}

/// A setting of the workbook that cannot be read, `problem` being what is wrong with what is `typed`.
pub fn setting_unreadable(setting: Setting, typed: &str, problem: SettingProblem) -> Finding {
    let matter = TogetherMatter::Setting {
        setting: setting.as_str(),
        text: shown(typed, 20),
        problem,
    };
    Finding::new(Cell::Form(FormField::RuleSet), matter)
}

pub(super) fn project_spending(projects: &[Number], sum: Exact, spending: Number) -> Finding {
    const SHOWN: usize = 6;
    let working = Working::Sum(Sum {
        count: projects.len(),
        ..Sum::of(projects.iter().copied().take(SHOWN), sum)
    });
    let cell = Cell::Form(FormField::ProjectSpending);
    Finding::new(cell, TogetherMatter::ProjectSpending { sum, spending }).worked(working)
}

pub(super) fn one_matter(cell: Cell, name: &str, here: &str, other: &str, there: &str) -> Finding {
    let matter = TogetherMatter::OneMatter {
        name: name.to_owned(),
        here: here.to_owned(),
        other: other.to_owned(),
        there: there.to_owned(),
    };
    Finding::new(cell, matter)
}

/// A rule set that a workbook brings along and that cannot be used; `used` scores in its place, where a form
/// names it.
pub fn rule_set_unusable(rules: &RuleSet, why: &RuleSetError, used: Option<&RuleSet>) -> Finding {
    let matter = TogetherMatter::RulesUnusable {
        name: shown(&rules.name, 40),
        why: why.clone(),
        used: used.map(|used| used.name.clone()),
    };
    Finding::new(Cell::Form(FormField::RuleSet), matter)
}

/// Rules of a workbook under the id of a built-in set: they do not stand for it.
pub fn rule_set_beside(name: &str, official: &RuleSet) -> Finding {
    let matter = TogetherMatter::RulesBeside {
        name: shown(name, 40),
        id: official.id.clone(),
        official: official.name.clone(),
    };
    Finding::new(Cell::Form(FormField::RuleSet), matter)
}
