//! Parts that are told apart from their whole: changes of a total and of its parts, the three public expenses.

use super::changes::Added;
use super::item::{Amount, Claim, Item, Said, What};
use super::judged::Judged;
use super::roles::{Against, signed};
use super::signs;
use super::value::Values;
use crate::{Finding, Matter, Severity};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

/// “三公”经费支出决算中，甲…，乙…，丙…: the three parts of a total that another sentence gives.
pub(crate) fn among(
    values: &Values<'_>,
    said: &Said,
    judged: &Judged<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Added> {
    let mut added = Vec::new();
    let told = |item: &Item| Some((item.section, item.sentence, item.whole_name.clone()?));
    let mut groups: Vec<_> = said.items.iter().filter_map(told).collect();
    groups.dedup();
    for group in groups {
        let items = said
            .items
            .iter()
            .filter(|item| told(item).as_ref() == Some(&group));
        let parts: Vec<(&Item, &Amount)> = items
            .filter_map(|item| Some((item, item.actual.first()?)))
            .filter(|(item, amount)| amount.counted.is_none() && item.list == 0)
            .collect();
        let three = ["出国", "车", "接待"];
        let made_up = parts.len() == three.len()
            && three
                .iter()
                .all(|word| parts.iter().any(|(item, _)| item.key.text().contains(word)));
        let named = values.named(&group.2, group.0);
        let sum = parts
            .iter()
            .try_fold(Printed::exact(Decimal::ZERO), |sum, (_, part)| {
                sum.plus(part.printed)
            });
        let Some(sum) = sum.filter(|sum| parts.len() >= 2 && !sum.value.is_zero()) else {
            continue;
        };
        let all: Vec<Decimal> = parts.iter().map(|(_, part)| part.printed.value).collect();
        let given = named
            .iter()
            .find(|value| value.printed.value == sum.value && value.spot.is_some());
        if let Some(spot) = given.and_then(|value| value.spot.clone()) {
            let amounts: Vec<&Amount> = parts.iter().map(|(_, part)| *part).collect();
            let working = signs::sum(&all, sum.value);
            added.push(Added::amounts(&amounts, spot, working));
        }
        let whole = named.iter().find(|value| value.sure).filter(|_| made_up);
        let Some(spot) = whole.and_then(|whole| whole.spot.clone()) else {
            continue;
        };
        let agrees = named
            .iter()
            .any(|value| value.printed.interval().meets(sum.interval()));
        // A part of which the share is wrong is told already.
        let share = |claim: &Claim| {
            let of = claim.item.and_then(|item| said.items.get(item));
            let of_part = of.is_some_and(|of| told(of).as_ref() == Some(&group));
            of_part && matches!(claim.what, What::Share { .. }) && judged.is_wrong(&claim.spot)
        };
        if said.claims.iter().any(share) {
            continue;
        }
        let wrong = |amount: &Amount| judged.is_wrong(&amount.spot);
        if agrees || judged.is_wrong(&spot) || parts.iter().any(|(_, part)| wrong(part)) {
            continue;
        }
        let Some(claimed) = judged.claimed(&spot) else {
            continue;
        };
        findings.push(Finding {
            severity: Severity::Warning,
            matter: Matter::Sum {
                name: group.2,
                sum: signs::in_unit_of(&claimed, sum.value),
                printed: claimed,
            },
            spot,
            also: parts.iter().map(|(_, part)| part.spot.clone()).collect(),
            working: Some(signs::sum(&all, sum.value)),
            cause: None,
        });
    }
    added
}

/// 基本支出5万元，其中：人员经费4万元，主要包括…。 公用经费1万元: the other of the two on a line of its own.
pub(crate) fn basic(said: &Said, judged: &Judged<'_>, findings: &mut Vec<Finding>) -> Vec<Added> {
    let mut added = Vec::new();
    for (at, staff) in said.items.iter().enumerate() {
        let whole = staff.whole.and_then(|whole| said.items.get(whole));
        let Some(whole) = whole.filter(|whole| whole.key.text().ends_with("基本支出")) else {
            continue;
        };
        let listed = said.items.iter().filter(|item| item.list == staff.list);
        if staff.key.text() != "人员经费" || staff.list == 0 || listed.count() != 1 {
            continue;
        }
        let behind = said.items.iter().skip(at + 1);
        let mut behind = behind.take_while(|item| item.section == staff.section);
        let Some(other) = behind
            .find(|item| ["公用经费", "日常公用经费"].contains(&item.key.text()) && item.list == 0)
        else {
            continue;
        };
        let first = |item: &'_ Item| item.actual.first().cloned();
        let (Some(all), Some(one), Some(two)) = (first(whole), first(staff), first(other)) else {
            continue;
        };
        let Some(sum) = one.printed.plus(two.printed) else {
            continue;
        };
        let working = signs::sum(&[one.printed.value, two.printed.value], sum.value);
        let told = [&all, &one, &two]
            .iter()
            .any(|amount| judged.is_wrong(&amount.spot));
        let claimed = judged.claimed(&all.spot).filter(|_| !told);
        if sum.interval().meets(all.printed.interval()) {
            added.push(Added::amounts(&[&one, &two], all.spot, working));
        } else if let Some(claimed) = claimed {
            findings.push(Finding {
                severity: Severity::Error,
                matter: Matter::Sum {
                    name: whole.name.clone(),
                    sum: signs::in_unit_of(&claimed, sum.value),
                    printed: claimed,
                },
                spot: all.spot,
                also: vec![one.spot, two.spot],
                working: Some(working),
                cause: None,
            });
        }
    }
    added
}

/// The change of a total against those of its parts: 支出增加…，其中：基本支出增加…，项目支出减少….
pub(crate) fn changes(said: &Said, judged: &Judged<'_>, findings: &mut Vec<Finding>) {
    let parts: &[&str] = &["基本支出", "项目支出"];
    let of = |claim: &Claim| match &claim.what {
        What::Change {
            direction,
            against: Against::LastYear,
            amount,
        } if !claim.aside => Some(signed(*direction, amount.printed)),
        _ => None,
    };
    let name = |claim: &Claim| {
        claim
            .item
            .and_then(|item| said.items.get(item))
            .map_or("", |item| item.key.text())
    };
    let all: Vec<(&Claim, Printed)> = said
        .claims
        .iter()
        .filter_map(|claim| Some((claim, of(claim)?)))
        .collect();
    for window in all.windows(3) {
        let [(total, change), (first, one), (second, other)] = window else {
            continue;
        };
        let named = parts
            .iter()
            .all(|part| [first, second].iter().any(|claim| name(claim) == *part));
        let whole = name(total);
        let one_line =
            first.spot.block == total.spot.block && second.spot.block == total.spot.block;
        if !named || !one_line || parts.contains(&whole) || !whole.contains("支出") {
            continue;
        }
        let Some(together) = one.plus(*other) else {
            continue;
        };
        let told = [total, first, second]
            .iter()
            .any(|claim| judged.is_wrong(&claim.spot));
        if together.allows(change.interval()) || told {
            continue;
        }
        let sum = together.value;
        findings.push(Finding {
            severity: Severity::Error,
            matter: Matter::Sum {
                name: total.quote.clone(),
                printed: total.claimed.clone(),
                sum: signs::in_unit_of(&total.claimed, sum.abs()),
            },
            spot: total.spot.clone(),
            also: vec![first.spot.clone(), second.spot.clone()],
            working: Some(signs::sum(&[one.value, other.value], sum)),
            cause: None,
        });
    }
}
