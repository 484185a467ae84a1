//! 元 for 万元: a figure whose unit makes it ten thousand times as much, or as little, as the others say.

use super::item::{Claim, Said, What};
use super::rate::{Held, YUAN_IN_WAN};
use crate::claimed::{StatementKind, Verdict};
use crate::{Cause, Finding, Matter, Severity, Spot};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

/// Whether one is the other but for its unit: ten thousand times as much or as little, as far as the digits tell.
pub(super) fn differs_by_unit(a: Printed, b: Printed) -> bool {
    let factor = Decimal::from(YUAN_IN_WAN);
    let meets = |less: Printed, more: Printed| {
        let scaled = less.times(factor);
        scaled.is_some_and(|scaled| scaled.allows(more.interval()))
    };
    !a.value.is_zero() && !b.value.is_zero() && (meets(a, b) || meets(b, a))
}

/// The same digits in the other unit: `1,200.50万元` for `1,200.50元`.
pub(super) fn in_other_unit(claimed: &str) -> Option<String> {
    let end = claimed.find(|c: char| !(c.is_ascii_digit() || ".,，-+".contains(c)))?;
    let (digits, unit) = claimed.split_at_checked(end)?;
    match unit {
        "万元" | "万" => Some(format!("{digits}元")),
        "元" => Some(format!("{digits}万元")),
        _ => None,
    }
}

/// That the unit is wrong, where what is right has the same digits.
pub(super) fn cause(printed: &str, right: &str) -> Option<Cause> {
    let other = in_other_unit(printed)?;
    (other == right).then_some(Cause::TenThousand)
}

/// The finding that an amount has the wrong unit, where a rate would be right with the other one.
pub(super) fn finding(said: &Said, rate: &Claim, held: &Held) -> Option<Finding> {
    if held.verdict != Verdict::Wrong || held.unit.is_empty() {
        return None;
    }
    let amounts = || held.unit.iter().filter_map(|spot| amount_at(said, spot));
    // Of two amounts the one whose unit is rarer.
    let usual = usual(said);
    let of = amounts()
        .find(|claim| unit_of(&claim.claimed) != usual)
        .or_else(|| amounts().next())?;
    let item = of.item.and_then(|item| said.items.get(item));
    let printed = of.claimed.clone();
    let matter = Matter::Claim {
        kind: StatementKind::Amount,
        name: item.map(|item| item.name.clone()).unwrap_or_default(),
        right: in_other_unit(&printed)?,
        printed,
    };
    Some(Finding {
        severity: Severity::Error,
        matter,
        spot: of.spot.clone(),
        also: vec![rate.spot.clone()],
        working: None,
        cause: Some(Cause::TenThousand),
    })
}

fn amount_at<'a>(said: &'a Said, spot: &Spot) -> Option<&'a Claim> {
    let amount = |claim: &&Claim| {
        let of_money = matches!(
            claim.what,
            What::Actual | What::Budget | What::LastYear | What::Change { .. }
        );
        of_money && claim.spot == *spot && in_other_unit(&claim.claimed).is_some()
    };
    said.claims.iter().find(amount)
}

fn unit_of(claimed: &str) -> bool {
    claimed.contains('万')
}

/// Whether most amounts are in 万元.
fn usual(said: &Said) -> bool {
    let of_money = said
        .claims
        .iter()
        .filter(|claim| claim.claimed.ends_with('元'));
    let (mut wan, mut yuan) = (0usize, 0usize);
    for claim in of_money {
        match unit_of(&claim.claimed) {
            true => wan += 1,
            false => yuan += 1,
        }
    }
    wan >= yuan
}

#[cfg(test)]
mod tests {
    use crate::proof::cases::paper;
    use crate::{Cause, Matter, review};

    /// What is told of amounts whose unit is wrong: `5.50元 → 5.50万元`, and how many findings there are above a notice.
    #[test]
    fn units_that_are_wrong() {
        let mut differ = Vec::new();
        for (line, expected) in [
            (
                "支出决算为5.50万元，比上年减少1.50元，下降21.43%。",
                "1.50元 → 1.50万元",
            ),
            (
                "支出决算为5.50元，比上年减少1.50万元，下降21.43%，其中：办公费2.50万元。",
                "5.50元 → 5.50万元",
            ),
            (
                "年初预算为12.00万元，支出决算为6.00元，完成年初预算的50.0%。",
                "6.00元 → 6.00万元",
            ),
            (
                "年初预算为120,000元，支出决算为60,000万元，完成年初预算的50.0%。另有5,000元、6,000元。",
                "60,000万元 → 60,000元",
            ),
            (
                "本年支出合计100.00万元，其中：基本支出40.00元，占40.00%；项目支出60.00万元，占60.00%。",
                "40.00元 → 40.00万元",
            ),
            (
                "本年支出合计100.00万元，其中：基本支出40.00万元，占40.00%；项目支出60.00万元，占60.00%。",
                "",
            ),
            (
                "年初预算为12.00万元，支出决算为60,000元，完成年初预算的50.0%。",
                "",
            ),
            (
                "支出决算为5.50万元，上年为7.00万元，减少1.50元。",
                "1.50元 → 1.50万元",
            ),
            ("支出决算为5.50万元，比上年减少1.50元，下降31.43%。", "?"),
        ] {
            let paper = paper(&format!("# 三、支出决算情况说明\n{line}"));
            let findings = review(&paper).findings;
            let told: Vec<String> = findings
                .iter()
                .filter(|finding| finding.severity < crate::Severity::Notice)
                .map(|finding| match &finding.matter {
                    Matter::Claim { printed, right, .. }
                        if finding.cause == Some(Cause::TenThousand) =>
                    {
                        format!("{printed} → {right}")
                    }
                    _ => "?".to_owned(),
                })
                .collect();
            if told.join("; ") != expected {
                differ.push(format!("{line}\n    told {told:?}, expected {expected:?}"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }
}
