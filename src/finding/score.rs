//! What there is to say of a score: of target and actual, and of the points.

use super::declare::{choices, matters};
use crate::figure::{Exact, Number};
use crate::working::Working;
use rust_decimal::Decimal;

choices! {
    /// A target that does not hold its own bound.
    Strict:
    /// 大于
    Above = "above",
    /// 小于
    Below = "below",
}

/// The points of a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The lowest and the highest, as shown.
    pub low: String,
    /// The highest points, as shown.
    pub high: String,
    /// Whether the highest belongs to it.
    pub closed: bool,
}

impl super::declare::Argument for Range {
    fn argument(&self) -> String {
        format!("{}-{}", self.low, self.high)
    }
}

matters! {
    /// What there is to say of a score. Targets and actuals are as they are shown; scores and weights in
    /// points.
    ScoreMatter:
    TargetWithoutNumber {} = ActualWithoutNumber "target";
    ActualWithoutNumber { actual: String } = ActualWithoutNumber "actual";
    /// The actual names a bound and no number: 低于90%.
    ActualOnlyBounded { actual: String } = ActualWithoutNumber "bound";
    /// A target without a unit, taken for a percentage.
    PercentAssumed { target: String } = UnitMismatch "percent-assumed";
    Units { target: String, actual: String } = UnitMismatch "units";
    PeriodConverted {} = PeriodConverted;
    Periods { target: String, actual: String } = PeriodMismatch;
    TakenOver { points: Decimal } = ScoreTakenOver;
    DegreeOfCompletion {} = DegreeOfCompletion;
    NegativeRatio {} = NegativeRatio;
    /// A strict target, met exactly: the ratio of the rule would be all points.
    JustMissed { target: String, actual: String, strict: Strict } = TargetJustMissed;
    AboveEqual {} = AboveEqualTarget;
    /// `=0起`, and one happened.
    NotZero { actual: String } = AboveEqualTarget "equal-zero";
    /// A target of zero without a sign, and more than that.
    AboveBareZero { actual: String } = AboveEqualTarget "bare-zero";
    /// `bound` in percent of the target.
    FarAbove { bound: Number } = FarAboveTarget;
    BandWithoutScore { band: String, range: Range } = CellMissing "band-without-score";
    NothingJudged {} = CellMissing "not-judged";
    /// A qualitative score was given and no band.
    ScoreWithoutBand { points: Decimal } = CellMissing "score-without-band";
    OutsideBand { points: Decimal, band: String, range: Range } = ScoreOutsideBand;
    /// The band chosen is of other rules; `names` are those of the bands these rules have.
    BandUnknown { key: String } with { rules: String, names: Vec<String> } = BandUnknown;
    Score { claimed: Decimal, score: Decimal, working: Working } = ScoreDiffers;
    AboveWeight { claimed: Decimal, weight: Decimal } = ScoreAboveWeight;
    /// `left` of the scores in the total are the unit's own, which somebody left as they are.
    Total { claimed: Decimal, total: Exact, left: usize } = TotalDiffers;
}
