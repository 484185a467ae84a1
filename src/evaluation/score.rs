use super::comparable::{Comparable, Pair, comparable};
use super::wording as say;
use super::working;
use super::{
    Cell, Comparison, Direction, Execution, ExecutionField, Finding, Indicator, IndicatorField,
    Nature, RuleSet, ZeroByZero, read,
};
use crate::figure::{self, Exact, FigureError, Number, Quotient, TooLarge};
use crate::measure::{self, Measure, Status};
use crate::quantity::{Quantity, Reading};
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
    pub working: String,
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
    fn new(nature: Nature) -> Self {
        Score {
            score: None,
            claimed: None,
            status: ScoreStatus::Waiting,
            working: String::new(),
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

    fn computed(&mut self, score: Decimal, working: String) {
        self.score = Some(score.normalize());
        self.status = ScoreStatus::Computed;
        self.working = working;
    }

    /// The claimed score stands, within 0 and the weight; without one the score waits.
    fn taken_over(&mut self) {
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
fn score_to(
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
fn within(points: Decimal, weight: Number) -> Decimal {
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
fn reached_alone(target: Number, actual: Number, direction: Direction) -> Option<bool> {
    let negative = target.is_negative() || actual.is_negative();
    if negative || target.is_zero() || actual.is_zero() && direction == Direction::Lower {
        return Some(reached(target, actual, direction));
    }
    None
}

fn reached(target: Number, actual: Number, direction: Direction) -> bool {
    match direction {
        Direction::Higher => actual >= target,
        Direction::Lower => actual <= target,
    }
}

/// The execution line: rate, score and what is to be said about them.
pub(super) fn execution(
    execution: &Execution,
    rules: &RuleSet,
    findings: &mut Vec<Finding>,
) -> (Measure, Score) {
    let mut score = Score::new(Nature::Quantitative);
    let points = rules.execution_points;
    score.weight = Some(points);
    let budget = amount(&execution.budget, ExecutionField::Budget, findings);
    let actual = amount(&execution.actual, ExecutionField::Actual, findings);
    score.claimed = claimed(
        &execution.claimed,
        Cell::Execution(ExecutionField::Claimed),
        findings,
    );
    let mut rate = Measure {
        status: Status::NotApplicable,
        value: None,
        exact: None,
        places: rules.percent_decimals(),
        working: String::new(),
    };
    let (budget, actual) = match (budget, actual) {
        (Typing::Read(budget), Typing::Read(actual)) => (budget, actual),
        (Typing::Unreadable, _) | (_, Typing::Unreadable) => {
            score.status = ScoreStatus::Invalid;
            return (rate, score);
        }
        _ => return (rate, score),
    };
    if budget.is_negative() || actual.is_negative() {
        score.status = ScoreStatus::Invalid;
        return (rate, score);
    }
    match measure::execution_rate(actual, budget, rules.percent_decimals()) {
        Ok(measure) => rate = measure,
        Err(TooLarge) => {
            score.status = ScoreStatus::Invalid;
            findings.push(say::too_large(Cell::Execution(ExecutionField::Actual)));
            return (rate, score);
        }
    }
    match rate.status {
        Status::NotApplicable => {
            findings.push(say::execution_not_applicable());
            score.taken_over();
        }
        Status::Unbudgeted => {
            findings.push(say::spent_unbudgeted(actual));
            score.status = ScoreStatus::Invalid;
        }
        Status::Value => {
            // Rate × points is the score of a higher-is-better indicator with the budget as target.
            match score_to(
                points,
                budget,
                actual,
                Direction::Higher,
                rules.score_decimals(),
            ) {
                Ok(points_won) => {
                    let working = working::ratio(points, actual, budget, "", points_won);
                    score.computed(points_won, working);
                }
                Err(TooLarge) => score.status = ScoreStatus::Invalid,
            }
            if actual > budget {
                findings.push(say::spent_over_budget(budget, actual));
            }
            score.missed = rules.explain_execution_below.is_some_and(|floor| {
                floor
                    .times(budget)
                    .and_then(|bound| Ok(actual.times(Number::ONE_HUNDRED)? < bound))
                    .unwrap_or(false)
            });
        }
    }
    (rate, score)
}

/// The rate as the form prints it: nothing while it waits, and for 0 ÷ 0 what the rules say.
pub(super) fn rate_shown(rate: &Measure, rules: &RuleSet) -> String {
    match (rate.status, rules.zero_by_zero) {
        _ if rate.working.is_empty() => String::new(),
        (Status::NotApplicable, ZeroByZero::Zero) => {
            figure::display_percent(Decimal::ZERO, rules.percent_decimals())
        }
        _ => rate.display(),
    }
}

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
    let direction = direction_of(indicator, a);
    if only_a_bound(direction, upper.is_some(), b) {
        findings.push(say::actual_only_bounded(&at, &indicator.actual));
        taken_over(&mut score, &at, findings);
        return score;
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
            if let Some(text) = &pair.conversion {
                findings.push(say::period_converted(&at, text));
            }
            if pair.percent_assumed {
                findings.push(say::percent_assumed(&at, &pair.target));
            }
            Scoring {
                weight,
                at: &at,
                rules,
            }
            .quantitative(
                &pair,
                direction,
                indicator.direction.is_some(),
                &mut score,
                findings,
            );
        }
        Comparable::Degree => degree(weight, b, &at, rules, &mut score, findings),
        Comparable::Units => {
            findings.push(say::unit_mismatch(&at, a.unit, b.unit));
            taken_over(&mut score, &at, findings);
        }
        Comparable::Periods(a, b) => {
            findings.push(say::period_mismatch(&at, a, b));
            taken_over(&mut score, &at, findings);
        }
    }
    score
}

/// As given, or by the sign or word of the target; without one more is better.
fn direction_of(indicator: &Indicator, target: &Quantity) -> Direction {
    indicator.direction.unwrap_or_else(|| {
        target
            .comparison
            .map_or(Direction::Higher, Comparison::direction)
    })
}

/// Whether an actual only says on which side of a number it lies, and that is not the side that counts:
/// `低于90%` where more is better may be anything below. `≥90%`, copied from the target, is at least that.
fn only_a_bound(direction: Direction, range: bool, actual: &Quantity) -> bool {
    match actual.comparison {
        None | Some(Comparison::Equal) => false,
        Some(side) => range || side.direction() != direction,
    }
}

/// Whether an indicator counts in percent by its name: 覆盖率, 满意度.
pub(super) fn speaks_of_rate(name: &str) -> bool {
    ["率", "满意度", "比例", "比重", "占比", "百分比", "覆盖面"]
        .iter()
        .any(|word| name.contains(word))
}

/// Whether a target names a percentage, though no number could be read from it: then another percentage
/// is no degree of completion.
fn names_percent(target: &str) -> bool {
    target.contains(|c| figure::fold(c) == '%') || target.contains("百分")
}

/// What the score of an indicator is made with.
struct Scoring<'a, At> {
    weight: Number,
    at: &'a At,
    rules: &'a RuleSet,
}

impl<At: Fn(IndicatorField) -> Cell> Scoring<'_, At> {
    fn quantitative(
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
            Some(_) if b.number >= pair.target.number => {
                let points = self.weight.decimal();
                score.computed(points, say::within_range(pair, points));
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
            let sign = say::sign_between(a, b, direction, reached);
            score.computed(points, say::reached_working(a, b, sign, reached, points));
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
        score.computed(points, working::ratio(weight, above, below, a.unit, points));
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
fn degree(
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
            let text = working::degree(weight, b.number, points);
            findings.push(say::degree_of_completion(at, &text));
            score.computed(points, text);
        }
        Err(TooLarge) => score.status = ScoreStatus::Invalid,
    }
}

/// By judgement: the awarded score, or the claimed one in its place, within its band.
fn qualitative(
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
    score.computed(points, say::band_working(band, weight, points));
}

fn taken_over(
    score: &mut Score,
    at: &impl Fn(IndicatorField) -> Cell,
    findings: &mut Vec<Finding>,
) {
    score.taken_over();
    if let (ScoreStatus::TakenOver, Some(points)) = (score.status, score.score) {
        findings.push(say::score_taken_over(at(IndicatorField::Claimed), points));
    }
}

/// A typed number: read, missing, or unreadable (and already said so).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typing {
    Read(Number),
    Missing,
    Unreadable,
}

impl Typing {
    fn read(self) -> Option<Number> {
        match self {
            Typing::Read(number) => Some(number),
            _ => None,
        }
    }
}

fn amount(text: &str, field: ExecutionField, findings: &mut Vec<Finding>) -> Typing {
    let cell = Cell::Execution(field);
    let typing = typed(text, cell, figure::amount, findings);
    if let Typing::Read(number) = typing {
        if number.is_negative() {
            findings.push(say::negative(cell, number));
        } else if number.decimals() > 2 {
            findings.push(say::amount_decimals(cell, number));
        }
    }
    if typing == Typing::Missing {
        findings.push(say::missing(cell));
    }
    typing
}

fn weight(text: &str, cell: Cell, findings: &mut Vec<Finding>) -> Typing {
    let typing = typed(text, cell, figure::score, findings);
    match typing {
        Typing::Read(number) if number.is_negative() => {
            findings.push(say::negative(cell, number));
            Typing::Unreadable
        }
        Typing::Missing => {
            findings.push(say::missing(cell));
            typing
        }
        _ => typing,
    }
}

/// Blank, or the dash by which forms say that there is no such number.
pub(super) fn left_out(text: &str) -> bool {
    matches!(text.trim(), "" | "-" | "－" | "–" | "—" | "——" | "/" | "／")
}

/// A claimed score; missing ones are nobody's fault.
fn claimed(text: &str, cell: Cell, findings: &mut Vec<Finding>) -> Option<Decimal> {
    if left_out(text) {
        return None;
    }
    let number = typed(text, cell, figure::score, findings).read()?;
    if number.is_negative() {
        findings.push(say::negative(cell, number));
        return None;
    }
    Some(number.decimal())
}

fn typed(
    text: &str,
    cell: Cell,
    parse: fn(&str) -> Result<Number, FigureError>,
    findings: &mut Vec<Finding>,
) -> Typing {
    if text.trim().is_empty() {
        return Typing::Missing;
    }
    match parse(text) {
        Ok(number) => Typing::Read(number),
        Err(error) => {
            findings.push(say::unreadable(cell, &error));
            Typing::Unreadable
        }
    }
}

fn reading<'a>(text: &'a str, cell: Cell, findings: &mut Vec<Finding>) -> Reading<'a> {
    let reading = read(text);
    match &reading {
        Reading::Unreadable(error) => findings.push(say::unreadable(cell, error)),
        Reading::Empty => findings.push(say::missing(cell)),
        _ => {}
    }
    reading
}

/// Reads a number of the form for a check; silent, since scoring has already spoken.
pub(super) fn quiet(text: &str, parse: fn(&str) -> Result<Number, FigureError>) -> Option<Number> {
    parse(text).ok()
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
