//! By numbers: a ratio, reached or not, or a degree of completion.

use super::comparable::Pair;
use super::score::{Score, ScoreStatus, reached, reached_alone, score_to, taken_over};
use super::wording as say;
use super::working;
use super::{Cell, Comparison, Direction, Finding, Indicator, IndicatorField, RuleSet};
use crate::figure::{Number, TooLarge};
use crate::quantity::Quantity;
use crate::working::Working;
use rust_decimal::Decimal;

/// As given, or by the sign or word of the target; without one more is better.
pub(super) fn direction_of(indicator: &Indicator, target: &Quantity) -> Direction {
    indicator.direction.unwrap_or_else(|| {
        target
            .comparison
            .map_or(Direction::Higher, Comparison::direction)
    })
}

/// Whether an actual only says on which side of a number it lies, and that is not the side that counts:
/// `低于90%` where more is better may be anything below. `≥90%`, copied from the target, is at least that.
pub(super) fn only_a_bound(direction: Direction, range: bool, actual: &Quantity) -> bool {
    match actual.comparison {
        None | Some(Comparison::Equal) => false,
        Some(side) => range || side.direction() != direction,
    }
}

/// What the score of an indicator is made with.
pub(super) struct Scoring<'a, At> {
    pub weight: Number,
    pub at: &'a At,
    pub rules: &'a RuleSet,
}

impl<At: Fn(IndicatorField) -> Cell> Scoring<'_, At> {
    pub fn quantitative(
        &self,
        pair: &Pair,
        direction: Direction,
        given: bool,
        score: &mut Score,
        findings: &mut Vec<Finding>,
    ) {
        let b = &pair.actual;
        match &pair.upper {
            // Above the range: as lower-is-better, against its upper end.
            Some(high) if b.number > high.number => {
                self.ratio(high, b, Direction::Lower, score, findings);
            }
            Some(high) if b.number >= pair.target.number => {
                let points = self.weight.decimal();
                score.computed(points, working::within(b, &pair.target, high, points));
            }
            Some(_) => self.ratio(&pair.target, b, Direction::Higher, score, findings),
            None => {
                self.beside_the_target(&pair.target, b, direction, given, findings);
                self.ratio(&pair.target, b, direction, score, findings);
            }
        }
    }

    /// What is to be said of an actual that is not what the target's sign names, though it may be reached.
    fn beside_the_target(
        &self,
        a: &Quantity,
        b: &Quantity,
        direction: Direction,
        given: bool,
        findings: &mut Vec<Finding>,
    ) {
        if direction == Direction::Lower || b.number <= a.number {
            return;
        }
        match a.comparison {
            Some(Comparison::Equal) if a.number.is_zero() => {
                findings.push(say::not_equal_to_zero(self.at, b));
            }
            Some(Comparison::Equal) => findings.push(say::above_equal_target(self.at)),
            // Zero accidents, as a rule; nobody aims at zero from below.
            None if a.number.is_zero() && !given => {
                findings.push(say::above_bare_zero(self.at, b));
            }
            _ => {}
        }
    }

    fn ratio(
        &self,
        a: &Quantity,
        b: &Quantity,
        direction: Direction,
        score: &mut Score,
        findings: &mut Vec<Finding>,
    ) {
        let (weight, rules) = (self.weight, self.rules);
        // Words and signs that exclude the number itself.
        let strict = match (a.comparison, direction) {
            (Some(Comparison::Above), Direction::Higher) => true,
            (Some(Comparison::Below), Direction::Lower) => true,
            (Some(Comparison::Equal), Direction::Higher) => a.number.is_zero(),
            _ => false,
        };
        let zero = a.comparison == Some(Comparison::Equal) && a.number.is_zero();
        let reached = match strict {
            _ if zero => b.number.is_zero(),
            true => b.number != a.number && reached(a.number, b.number, direction),
            false => reached(a.number, b.number, direction),
        };
        score.missed = !reached;
        if reached_alone(a.number, b.number, direction).is_some() {
            if a.number.is_negative() || b.number.is_negative() {
                findings.push(say::negative_ratio(self.at));
            }
            let points = if reached {
                weight.decimal()
            } else {
                Decimal::ZERO
            };
            score.computed(points, working::reached(a, b, direction, reached, points));
            return;
        }
        // Met exactly where it should be passed: the rule's ratio is all points for a target missed.
        if strict && b.number == a.number {
            findings.push(say::just_missed(self.at, a, b));
            taken_over(score, self.at, findings);
            return;
        }
        let points = score_to(
            weight,
            a.number,
            b.number,
            direction,
            rules.score_decimals(),
        );
        let Ok(points) = points else {
            findings.push(say::too_large((self.at)(IndicatorField::Actual)));
            score.status = ScoreStatus::Invalid;
            return;
        };
        // Both typed in the same multiple (万元 and 万元): the numbers people typed, not the base unit's.
        let (target, actual) = if a.factor == b.factor {
            (a.typed, b.typed)
        } else {
            (a.number, b.number)
        };
        let (above, below) = match direction {
            Direction::Higher => (actual, target),
            Direction::Lower => (target, actual),
        };
        let working = Working::Ratio {
            weight,
            above,
            below,
            percent: a.is_percent(),
            points,
        };
        score.computed(points, working);
        if let Some(bound) = rules.far_above
            && reached
            && exceeds(above, below, bound)
        {
            score.far_above = true;
            findings.push(say::far_above_target(self.at, bound, rules));
        }
    }
}

/// Whether above ÷ below reaches `percent`.
fn exceeds(above: Number, below: Number, percent: Number) -> bool {
    match (above.times(Number::ONE_HUNDRED), below.times(percent)) {
        (Ok(above), Ok(bound)) => {
            above >= bound && above > below.times(Number::ONE_HUNDRED).unwrap_or(above)
        }
        _ => false,
    }
}

/// A percentage against a target in words: how far it was done.
pub(super) fn degree(
    weight: Number,
    b: &Quantity,
    at: &impl Fn(IndicatorField) -> Cell,
    rules: &RuleSet,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let whole = Number::ONE_HUNDRED;
    match score_to(
        weight,
        whole,
        b.number,
        Direction::Higher,
        rules.score_decimals(),
    ) {
        Ok(points) => {
            score.missed = b.number < Number::ONE_HUNDRED;
            let working = Working::Degree {
                weight,
                done: b.number,
                points,
            };
            findings.push(say::degree_of_completion(at, &working));
            score.computed(points, working);
        }
        Err(TooLarge) => score.status = ScoreStatus::Invalid,
    }
}
