//! By which rules a form is scored: as somebody said, as the form prints, or by its points and its layout.

use super::draft::Draft;
use super::found::RulesFrom;
use super::words;
use juesuan_domain::evaluation::{FormKind, RuleSet, rule_set};
use rust_decimal::Decimal;

/// The rules of a form, where any are known.
pub(super) fn of<'r>(draft: &Draft, given: Option<&'r RuleSet>) -> (Option<&'r RuleSet>, RulesFrom)
where
    'static: 'r,
{
    if let Some(given) = given {
        return (Some(given), RulesFrom::Given);
    }
    let Some(id) = guessed(draft) else {
        return (None, RulesFrom::Unknown);
    };
    let from = if draft.formula {
        RulesFrom::Printed
    } else {
        RulesFrom::Guessed
    };
    match rule_set(id) {
        Some(rules) => (Some(rules), from),
        None => (None, RulesFrom::Unknown),
    }
}

fn guessed(draft: &Draft) -> Option<&'static str> {
    let points = draft.execution_points.as_ref().map(|points| points.value);
    let points = points.or_else(|| (!draft.money.is_empty()).then(|| rest(draft)).flatten())?;
    if points == Decimal::from(20) {
        let even = category(draft, &["产出"]) == Decimal::from(40)
            && category(draft, &["效益", "满意"]) == Decimal::from(40);
        let wuhan = draft.form.unit.contains("武汉") || draft.form.department.contains("武汉");
        let hubei = even && !wuhan && draft.form.kind == FormKind::Project;
        return Some(if hubei { "hubei-2019" } else { "wuhan-2020" });
    }
    let ten = points == Decimal::TEN;
    ten.then_some(if draft.signs {
        "sichuan-2023"
    } else {
        "mof-2020"
    })
}

/// What the indicators leave of 100.
fn rest(draft: &Draft) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    for row in draft.form.goals.iter().flat_map(|goal| &goal.indicators) {
        sum += words::points(&row.weight)?;
    }
    Decimal::ONE_HUNDRED.checked_sub(sum)
}

/// Points of a category over all goals.
fn category(draft: &Draft, stems: &[&str]) -> Decimal {
    let rows = draft.form.goals.iter().flat_map(|goal| &goal.indicators);
    rows.filter(|row| stems.iter().any(|stem| row.category.contains(stem)))
        .filter_map(|row| words::points(&row.weight))
        .sum()
}
