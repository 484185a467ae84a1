//! By judgement: a band, and a score within it.

use super::quantitative::degree;
use super::score::{Score, taken_over, within};
use super::typing::claimed;
use super::wording as say;
use super::working;
use super::{Cell, Finding, Indicator, IndicatorField, RuleSet};
use crate::quantity::Reading;
use juesuan_figure::{self as figure, Number};

/// By judgement: the awarded score, or the claimed one in its place, within its band.
pub(super) fn qualitative(
    indicator: &Indicator,
    at: &impl Fn(IndicatorField) -> Cell,
    rules: &RuleSet,
    target: &Reading,
    actual: &Reading,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let awarded_cell = if indicator.awarded.is_blank() {
        at(IndicatorField::Claimed)
    } else {
        at(IndicatorField::Awarded)
    };
    let awarded = if indicator.awarded.is_blank() {
        score.claimed
    } else {
        claimed(&indicator.awarded, awarded_cell, findings)
    };
    let band = indicator.band.as_ref().map(|key| (key, rules.band(key)));
    if let Some((key, None)) = band {
        findings.push(say::band_unknown(awarded_cell, key, rules));
        return;
    }
    let band = band.and_then(|(_, bounds)| bounds);
    let Some(weight) = score.weight else {
        return;
    };
    if let (Reading::Quantity(b), None, true) = (actual, band, indicator.awarded.is_blank())
        && b.bare
        && b.is_percent()
        && !matches!(target, Reading::Quantity(a) if a.is_percent())
        && !names_percent(&indicator.target)
    {
        degree(weight, b, at, rules, score, findings);
        return;
    }
    score.missed = band.is_some_and(|band| !band.best);
    let Some(points) = awarded else {
        if matches!(actual, Reading::Empty) && band.is_none() {
            return;
        }
        findings.push(say::band_without_score(at, band, weight, rules));
        return;
    };
    let Some(band) = band else {
        if score.claimed.is_none() {
            findings.push(say::score_without_band(awarded_cell, points, rules));
        }
        taken_over(score, at, findings);
        return;
    };
    let inside = Number::new(points).is_ok_and(|points| band.hold(points, weight));
    if !inside {
        findings.push(say::score_outside_band(
            awarded_cell,
            points,
            band,
            weight,
            rules,
        ));
    }
    let points = within(points, weight);
    score.computed(points, working::band(band, weight, points));
}

/// Whether a target names a percentage, though no number could be read from it: then another percentage
/// is no degree of completion.
fn names_percent(target: &str) -> bool {
    target.contains(|c| figure::fold(c) == '%') || target.contains("百分")
}
