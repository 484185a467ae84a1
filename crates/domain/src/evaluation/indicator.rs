//! One indicator: what is compared, and by which rule.

use super::comparable::{Comparable, comparable};
use super::qualitative::qualitative;
use super::quantitative::{Scoring, degree, direction_of, only_a_bound};
use super::score::{Score, ScoreStatus, taken_over};
use super::typing::{Typing, claimed, reading, weight};
use super::wording as say;
use super::{
    Cell, Comparison, Direction, Finding, Indicator, IndicatorField, Nature, RuleSet, read,
};
use crate::quantity::{Quantity, Reading};

/// One indicator: its score and what is to be said about it.
pub(super) fn indicator(
    indicator: &Indicator,
    at: impl Fn(IndicatorField) -> Cell,
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) -> Score {
    let mut score = Score::new(indicator.nature.unwrap_or(Nature::Quantitative));
    let weight = weight(&indicator.weight, at(IndicatorField::Weight), findings);
    score.weight = weight.read();
    score.claimed = claimed(&indicator.claimed, at(IndicatorField::Claimed), findings);
    let target = reading(&indicator.target, at(IndicatorField::Target), findings);
    let actual = reading(&indicator.actual, at(IndicatorField::Actual), findings);
    if score.nature == Nature::Quantitative
        && indicator.nature.is_none()
        && target == Reading::Words
    {
        score.nature = Nature::Qualitative;
    }
    let unreadable = |r: &Reading| matches!(r, Reading::Unreadable(_));
    if unreadable(&target) || unreadable(&actual) || weight == Typing::Unreadable {
        score.status = ScoreStatus::Invalid;
        return score;
    }
    if score.nature == Nature::Qualitative {
        qualitative(
            indicator, &at, rules, &target, &actual, &mut score, findings,
        );
        return score;
    }
    let Reading::Quantity(b) = &actual else {
        if !matches!(target, Reading::Empty) && !matches!(actual, Reading::Empty) {
            findings.push(say::actual_without_number(&at, &target, &indicator.actual));
            taken_over(&mut score, &at, findings);
        }
        return score;
    };
    let (a, upper) = match &target {
        Reading::Quantity(a) => (a, None),
        Reading::Range(low, high) => (low, Some(high)),
        _ => {
            if target != Reading::Empty {
                findings.push(say::actual_without_number(&at, &target, &indicator.actual));
                taken_over(&mut score, &at, findings);
            }
            return score;
        }
    };
    let Some(weight) = score.weight else {
        return score;
    };
    let by = Scoring {
        weight,
        at: &at,
        rules,
    };
    counted(indicator, &by, (a, upper), b, &mut score, findings);
    score
}

/// A number against a number, or against a range from the first to the second of two.
fn counted<At: Fn(IndicatorField) -> Cell>(
    indicator: &Indicator,
    by: &Scoring<'_, At>,
    (a, upper): (&Quantity<'_>, Option<&Quantity<'_>>),
    b: &Quantity<'_>,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let at = by.at;
    let direction = direction_of(indicator, a);
    if only_a_bound(direction, upper.is_some(), b) {
        findings.push(say::actual_only_bounded(at, &indicator.actual));
        taken_over(score, at, findings);
        return;
    }
    let rate = speaks_of_rate(&indicator.name);
    let compared = comparable(a, b, rate);
    // The upper end has the unit and the period of the lower one.
    let upper = upper.map(|upper| comparable(upper, b, rate));
    match compared {
        Comparable::Yes(mut pair) => {
            if let Some(Comparable::Yes(high)) = upper {
                pair.upper = Some(high.target);
            }
            if let Some(working) = &pair.conversion {
                findings.push(say::period_converted(at, working));
            }
            if pair.percent_assumed {
                findings.push(say::percent_assumed(at, &pair.target));
            }
            by.quantitative(
                &pair,
                direction,
                indicator.direction.is_some(),
                score,
                findings,
            );
        }
        Comparable::Degree => degree(by.weight, b, at, by.rules, score, findings),
        Comparable::Units => {
            findings.push(say::unit_mismatch(at, a.unit, b.unit));
            taken_over(score, at, findings);
        }
        Comparable::Periods(a, b) => {
            findings.push(say::period_mismatch(at, a, b));
            taken_over(score, at, findings);
        }
    }
}

/// Whether an indicator counts in percent by its name: 覆盖率, 满意度.
pub(super) fn speaks_of_rate(name: &str) -> bool {
    ["率", "满意度", "比例", "比重", "占比", "百分比", "覆盖面"]
        .iter()
        .any(|word| name.contains(word))
}

/// The rule in words that the score of an indicator rests on.
pub(super) fn rule_for<'a>(indicator: &Indicator, score: &Score, rules: &'a RuleSet) -> &'a str {
    if score.nature == Nature::Qualitative {
        return &rules.words.bands;
    }
    let from_target = || match read(&indicator.target) {
        Reading::Quantity(target) => target.comparison.map(Comparison::direction),
        // Above its upper end a range is a target of lower-is-better.
        Reading::Range(_, high) => match read(&indicator.actual) {
            Reading::Quantity(actual) => (actual.number > high.number).then_some(Direction::Lower),
            _ => None,
        },
        _ => None,
    };
    let direction = indicator.direction.or_else(from_target);
    rules.words_for(direction.unwrap_or(Direction::Higher))
}
