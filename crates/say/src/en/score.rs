//! What is said of target, actual and points.

use crate::Told;
use juesuan_domain::finding::{Range, ScoreMatter, Strict};
use juesuan_figure::grouped;
use juesuan_figure::working::Working;

pub(super) fn told(matter: &ScoreMatter) -> Told {
    use ScoreMatter as M;
    match matter {
        M::TargetWithoutNumber {} => Told::new(
            "The target has no single number, so there is no ratio: write one number, or score by bands.",
        )
        .remedy("Write one number and its unit"),
        M::ActualWithoutNumber { actual } => Told::new(format!(
            "The target is a number and the actual “{actual}” has no single one: write the number that was reached."
        ))
        .remedy("Write one number and its unit"),
        M::ActualOnlyBounded { actual } => Told::new(format!(
            "The actual “{actual}” only names a bound: write the number that was reached."
        ))
        .remedy("Write the number that was reached"),
        M::PercentAssumed { target } => Told::new(format!(
            "The target has no unit and the actual is a percentage: the target was taken as {target}; write the “%”."
        ))
        .remedy("Write the unit of the target"),
        M::Units { target, actual } => Told::new(format!(
            "The target is in {} and the actual in {}, which do not compare: use one unit.",
            unit(target),
            unit(actual)
        ))
        .remedy("Use one unit for target and actual"),
        M::PeriodConverted {} => Told::new(
            "Target and actual are for different periods and were converted to a year: check that this is meant.",
        )
        .remedy("Write the target of the whole year"),
        M::Periods { target, actual } => Told::new(format!(
            "The target is by {target} and the actual by {actual}, which do not convert exactly: use one period."
        ))
        .remedy("Use the whole year for both"),
        M::TakenOver { points } => Told::new(format!(
            "The score cannot be computed from target and actual: the claimed {} points stand in the total for now.",
            grouped(*points)
        ))
        .remedy("Write a target and an actual that compare, or choose a band"),
        M::DegreeOfCompletion {} => Told::new(
            "The actual is a percentage and the target is not: it was taken as the degree of completion.",
        ),
        M::NegativeRatio {} => Told::new(
            "Target or actual is negative, so there is no ratio: all points where the target is reached, else 0.",
        ),
        M::JustMissed {
            target,
            actual,
            strict,
        } => {
            let (word, instead) = match strict {
                Strict::Below => ("below", "不超过"),
                Strict::Above => ("above", "不低于"),
            };
            Told::new(format!(
                "The target is to be {word} {target} and the actual is just {actual}: missed, while the ratio would be all points. Check whether “{instead}” is meant, or score by yourself."
            ))
            .remedy(format!("Check whether the target should be “{instead}”"))
        }
        M::AboveEqual {} => Told::new(
            "The target is written with “=” and the actual is above it: it gets all points; check that the target is no limit.",
        ),
        M::NotZero { actual } => Told::new(format!(
            "The target is “=0” and the actual is {actual}: missed, 0 points. Check both numbers."
        )),
        M::AboveBareZero { actual } => Told::new(format!(
            "The target is 0 without “≤” and the actual is {actual}: taken as more is better, all points. If it must not happen, write “≤0”."
        )),
        M::FarAbove { bound } => Told::new(format!(
            "The actual is above {}% of the target: give the reason in the analysis.",
            grouped(bound.decimal())
        ))
        .remedy("Give the reason in the analysis"),
        M::BandWithoutScore { band, range } => Told::new(format!(
            "The indicator is in the band “{band}” and has no score: give {}.",
            points_of(range)
        ))
        .remedy("Give a score"),
        M::NothingJudged {} => {
            Told::new("The indicator has no score: choose a band and give a score.")
                .remedy("Give a score")
        }
        M::ScoreWithoutBand { points } => Told::new(format!(
            "The indicator was given {} points and no band, so they do not count yet: choose a band.",
            grouped(*points)
        ))
        .remedy("Choose a band"),
        M::OutsideBand {
            points,
            band,
            range,
        } => {
            let range = points_of(range);
            Told::new(format!(
                "The score {} is outside the band “{band}”, which is {range}: change the score or the band.",
                grouped(*points)
            ))
            .remedy(format!("Change to {range}"))
        }
        M::BandUnknown { key, rules, names } => Told::new(format!(
            "The rules “{rules}” have no band with the key “{key}”, so there is no score yet: choose “{}” again, or use the rules of before.",
            names.join("”, “")
        ))
        .remedy("Choose a band again"),
        M::Score {
            claimed,
            score,
            working,
        } => {
            let (claimed, score) = (grouped(*claimed), grouped(*score));
            let calculation = match working {
                Working::Nothing => score.clone(),
                working => super::working(working),
            };
            Told::new(format!(
                "The score {claimed} is not what the rules give: {calculation}; change it to {score}, or give the grounds."
            ))
            .remedy(format!("Change to {score}"))
        }
        M::AboveWeight { claimed, weight } => {
            let (claimed, weight) = (grouped(*claimed), grouped(*weight));
            Told::new(format!(
                "The score {claimed} is above the weight {weight}, which it cannot be: correct it."
            ))
            .remedy(format!("Change to at most {weight}"))
        }
        M::Total {
            claimed,
            total,
            left,
        } => {
            let (claimed, total) = (grouped(*claimed), grouped(*total));
            let own = if *left > 0 {
                format!(" ({left} of them as claimed, which was set aside)")
            } else {
                String::new()
            };
            Told::new(format!(
                "The total {claimed} is not the sum of the scores, {total}{own}: change it to {total}, or give the grounds."
            ))
            .remedy(format!("Change to {total}"))
        }
    }
}

fn unit(unit: &str) -> String {
    if unit.is_empty() {
        "no unit".to_owned()
    } else {
        format!("“{unit}”")
    }
}

/// `8–10 points`
fn points_of(range: &Range) -> String {
    let end = if range.closed { "" } else { " (excluded)" };
    format!("{}–{}{end} points", range.low, range.high)
}
