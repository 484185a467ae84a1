//! A score, and the arithmetic of the rules.

use super::wording as say;
use super::{Cell, Direction, Finding, IndicatorField, Nature};
use crate::figure;
use crate::figure::{Exact, Number, Quotient, TooLarge};
use crate::working::Working;
use rust_decimal::Decimal;

/// Decimals of a score where no rule set says otherwise.
const SCORE_PLACES: u32 = 2;

/// How a score came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScoreStatus {
    /// By the rules, from target and actual, or from the band given.
    Computed,
    /// It cannot be computed; the claimed score stands, within the weight.
    TakenOver,
    /// Something is not filled in yet.
    Waiting,
    /// Something cannot be read, or makes no sense.
    Invalid,
}

/// The score of an indicator or of the execution line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Points, 0 to the weight, two decimals; none while waiting or invalid.
    pub score: Option<Decimal>,
    /// What the unit claims, where it can be read.
    pub claimed: Option<Decimal>,
    /// How it came about.
    pub status: ScoreStatus,
    /// `10 × 1.0% ÷ 2.0% = 5`; empty where nothing was calculated.
    pub working: Working,
    /// Points it is out of, where they can be read.
    pub weight: Option<Number>,
    /// Whether numbers or judgement decide; of the execution line, numbers.
    pub nature: Nature,
    /// The target was missed: a cause must be written.
    pub missed: bool,
    /// The target was far exceeded, by the measure of the rule set.
    pub far_above: bool,
}

impl Score {
    pub(super) fn new(nature: Nature) -> Self {
        Score {
            score: None,
            claimed: None,
            status: ScoreStatus::Waiting,
            working: Working::Nothing,
            weight: None,
            nature,
            missed: false,
            far_above: false,
        }
    }

    /// The points as part of a sum; none count 0.
    pub fn points(&self) -> Exact {
        exact(self.score)
    }

    /// What the form prints in its 得分 column, `typed` being what stands there: that where something
    /// does, or else the points. What is no number adds nothing to the printed total.
    pub fn printed(&self, typed: &str) -> Exact {
        if typed.trim().is_empty() {
            self.points()
        } else {
            exact(self.claimed)
        }
    }

    pub(super) fn computed(&mut self, score: Decimal, working: Working) {
        self.score = Some(figure::without_zeros(score));
        self.status = ScoreStatus::Computed;
        self.working = working;
    }

    /// The claimed score stands, within 0 and the weight; without one the score waits.
    pub(super) fn taken_over(&mut self) {
        match (self.claimed, self.weight) {
            (Some(claimed), Some(weight)) => {
                let score = within(claimed, weight);
                self.score = Some(score.normalize());
                self.status = ScoreStatus::TakenOver;
            }
            _ => self.status = ScoreStatus::Waiting,
        }
    }
}

/// Weight × B ÷ A for higher-is-better, weight × A ÷ B for lower-is-better, rounded half up to two
/// decimals, never above the weight nor below 0. Zero and negative operands decide by reached or
/// not, see `reached_alone`.
///
/// # Errors
/// [`TooLarge`] where the score has more than 28 digits.
///
/// ```
/// use juesuan::{evaluation::{Direction, quantitative_score}, figure::number};
/// let [w, a, b] = ["10", "2.0", "1.0"].map(|t| number(t).unwrap());
/// assert_eq!(quantitative_score(w, a, b, Direction::Higher).unwrap().to_string(), "5.00");
/// ```
pub fn quantitative_score(
    weight: Number,
    target: Number,
    actual: Number,
    direction: Direction,
) -> Result<Decimal, TooLarge> {
    score_to(weight, target, actual, direction, SCORE_PLACES)
}

/// [`quantitative_score`], rounded to the decimals of the rules.
pub(super) fn score_to(
    weight: Number,
    target: Number,
    actual: Number,
    direction: Direction,
    places: u32,
) -> Result<Decimal, TooLarge> {
    if let Some(reached) = reached_alone(target, actual, direction) {
        let points = if reached { weight } else { Number::ZERO };
        return Ok(within(points.decimal(), weight));
    }
    let (above, below) = match direction {
        Direction::Higher => (actual, target),
        Direction::Lower => (target, actual),
    };
    // Reached is full, and needs no division.
    if above >= below {
        return Ok(within(weight.decimal(), weight));
    }
    let Some(quotient) = Quotient::new(&[weight, above], below)? else {
        return Ok(Decimal::ZERO);
    };
    // A weight of 0.005 would round up above itself.
    Ok(within(quotient.round(places)?, weight))
}

/// Not below 0 and not above the weight, whatever the rules or a form say that weight is.
pub(super) fn within(points: Decimal, weight: Number) -> Decimal {
    points.min(weight.decimal()).max(Decimal::ZERO)
}

/// A score in a sum. One that is computed or read has never more than ten decimals.
fn exact(points: Option<Decimal>) -> Exact {
    points
        .and_then(|points| Exact::try_from(points).ok())
        .unwrap_or_default()
}

/// Where no ratio exists, whether the target is reached:
/// A = 0 and higher is better: B ≥ 0; A = 0 and lower is better: B = 0 (no accidents);
/// B = 0 and lower is better: reached. A negative A or B has no ratio: B against A decides.
pub(super) fn reached_alone(target: Number, actual: Number, direction: Direction) -> Option<bool> {
    let negative = target.is_negative() || actual.is_negative();
    if negative || target.is_zero() || actual.is_zero() && direction == Direction::Lower {
        return Some(reached(target, actual, direction));
    }
    None
}

pub(super) fn reached(target: Number, actual: Number, direction: Direction) -> bool {
    match direction {
        Direction::Higher => actual >= target,
        Direction::Lower => actual <= target,
    }
}

/// [`Score::taken_over`], and says so.
pub(super) fn taken_over(
    score: &mut Score,
    at: &impl Fn(IndicatorField) -> Cell,
    findings: &mut Vec<Finding>,
) {
    score.taken_over();
    if let (ScoreStatus::TakenOver, Some(points)) = (score.status, score.score) {
        findings.push(say::score_taken_over(at(IndicatorField::Claimed), points));
    }
}
