//! Rows under headings that they do not belong to, and targets that do not compare with their actuals.

use super::super::words;
use super::held::Check;
use crate::finding::{Apart, Matter, Severity};
use crate::place::Spot;
use juesuan_domain::evaluation::{Cell, Indicator, IndicatorField, Quantity, Reading, read};
use juesuan_domain::finding::{FormMatter, Matter as Said, ScoreMatter};
use juesuan_figure::working::Working;
use rust_decimal::Decimal;

/// What the evaluation says of places, units, periods and bounds.
pub(super) fn check(check: &mut Check<'_>) {
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
        let Some((severity, matter, field)) = told(&finding.matter, row) else {
            continue;
        };
        found.push((
            severity,
            matter,
            draft.spot(Cell::Indicator(g, i, field)),
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

/// What is to be said of a row, how loudly, and at which of its cells.
fn told(said: &Said, row: &Indicator) -> Option<(Severity, Matter, IndicatorField)> {
    use IndicatorField as Field;
    let apart = |why| Matter::TargetAndActual {
        why,
        name: row.name.to_string(),
        target: row.target.to_string(),
        actual: row.actual.to_string(),
    };
    let told = match said {
        Said::Form(FormMatter::SatisfactionMisplaced { under }) => {
            let matter = Matter::Misplaced {
                name: row.name.to_string(),
                under: words::base(under),
                belongs: "满意度".to_owned(),
            };
            (Severity::Warning, matter, Field::Name)
        }
        Said::Form(FormMatter::Misplaced {
            dimension,
            category,
            belongs,
        }) if !belongs.contains("满意") => {
            let matter = Matter::Misplaced {
                name: words::base(dimension),
                under: words::base(category),
                belongs: belongs.clone(),
            };
            (Severity::Warning, matter, Field::Dimension)
        }
        Said::Score(ScoreMatter::PeriodConverted {}) => {
            let severity = match far_apart(&row.target, &row.actual) {
                true => Severity::Warning,
                false => Severity::Notice,
            };
            (severity, apart(Apart::Converted), Field::Target)
        }
        Said::Score(ScoreMatter::Periods { .. }) => {
            (Severity::Notice, apart(Apart::Periods), Field::Target)
        }
        Said::Score(ScoreMatter::Units { .. }) => {
            (Severity::Notice, apart(Apart::Units), Field::Actual)
        }
        Said::Score(ScoreMatter::ActualOnlyBounded { .. }) => {
            (Severity::Notice, apart(Apart::Bound), Field::Actual)
        }
        _ => return None,
    };
    Some(told)
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
        (Some(a), Some(b)) => b >= a * Decimal::from(3) || b < a,
        _ => false,
    }
}
