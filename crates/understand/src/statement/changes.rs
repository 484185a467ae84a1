//! The change of a whole and those of its parts: 比上年减少5万元，其中：甲减少6万元，乙增加1万元. Where the parts are all that
//! there are, their changes come to that of the whole.

use super::complete::COMPLETE;
use super::item::{Amount, Claim, Said, What};
use super::judged::Judged;
use super::roles::{Against, signed};
use super::signs;
use crate::claimed::{Statement, Verdict};
use crate::{Finding, Matter, Severity, Spot};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

/// Changes that come out together, and how.
pub(crate) struct Added {
    spots: Vec<Spot>,
    working: String,
}

impl Added {
    /// Amounts that make up another.
    pub fn amounts(parts: &[&Amount], whole: Spot, working: String) -> Self {
        let parts = parts.iter().map(|part| part.spot.clone());
        Added {
            spots: parts.chain([whole]).collect(),
            working,
        }
    }
}

/// A change, or words that say that there is none.
struct Change<'a> {
    claim: &'a Claim,
    at: usize,
    /// With its sign.
    value: Printed,
}

/// The change of a whole with those of its parts.
struct Group<'a> {
    whole: Change<'a>,
    parts: Vec<Change<'a>>,
    /// By their names they are all parts that there are.
    complete: bool,
}

/// Says where the changes of all parts do not come to that of the whole, and gives those that do.
pub(crate) fn check(said: &Said, judged: &Judged<'_>, findings: &mut Vec<Finding>) -> Vec<Added> {
    let mut added = reasons(said);
    for group in groups(said) {
        let Some(sum) = group.sum() else { continue };
        let values: Vec<Decimal> = group.parts.iter().map(|part| part.value.value).collect();
        let working = signs::sum(&values, sum.value);
        if sum.interval().meets(group.whole.value.rounded().interval()) {
            let all = group.parts.iter().chain([&group.whole]);
            added.push(Added {
                spots: all.map(|change| change.claim.spot.clone()).collect(),
                working,
            });
        } else if group.complete && !group.told(said, judged) {
            findings.push(group.finding(said, judged, sum, working));
        }
    }
    added
}

/// What was not held against anything agrees with the others.
pub(crate) fn agree(added: Vec<Added>, statements: &mut [Statement]) {
    for Added { spots, working } in added {
        let of = |it: &&mut Statement| it.verdict == Verdict::Unknown && spots.contains(&it.spot);
        for statement in statements.iter_mut().filter(of) {
            statement.verdict = Verdict::Agrees;
            statement.working = Some(working.clone());
        }
    }
}

/// 收入增加5万元，主要是甲增加6万元，乙减少1万元: what is given as a reason agrees where it comes to the change. It may be
/// only the main ones.
fn reasons(said: &Said) -> Vec<Added> {
    let change = |claim: &Claim| match &claim.what {
        What::Change {
            direction, amount, ..
        } if amount.counted.is_none() => Some(signed(*direction, amount.printed)),
        _ => None,
    };
    let mut added = Vec::new();
    for (at, claim) in said.claims.iter().enumerate() {
        let Some(whole) = change(claim).filter(|_| !claim.aside) else {
            continue;
        };
        let behind = said.claims.iter().skip(at + 1);
        let given: Vec<(Spot, Printed)> = behind
            .skip_while(|other| matches!(other.what, What::Growth { .. }))
            .take_while(|other| other.sentence == claim.sentence && other.aside)
            .filter_map(|other| Some((other.spot.clone(), change(other)?)))
            .collect();
        let values: Vec<Decimal> = given.iter().map(|(_, value)| value.value).collect();
        let sum: Decimal = values.iter().sum();
        if !given.is_empty() && sum == whole.value && !sum.is_zero() {
            let mut spots: Vec<Spot> = given.into_iter().map(|(spot, _)| spot).collect();
            spots.push(claim.spot.clone());
            let working = signs::sum(&values, sum);
            added.push(Added { spots, working });
        }
    }
    added
}

fn groups(said: &Said) -> Vec<Group<'_>> {
    let mut lists: Vec<(usize, usize)> = said
        .items
        .iter()
        .filter(|item| item.list > 0)
        .filter_map(|item| Some((item.list, item.whole?)))
        .collect();
    lists.sort_unstable();
    lists.dedup();
    let mut groups = Vec::new();
    for against in [Against::LastYear, Against::Budget] {
        let of_lists = lists.iter().filter_map(|(list, whole)| {
            let parts: Vec<usize> = (0..said.items.len())
                .filter(|at| said.items.get(*at).is_some_and(|item| item.list == *list))
                .collect();
            group(said, *whole, &parts, against)
        });
        groups.extend(of_lists);
        groups.extend(of_sentences(said, against));
    }
    groups
}

/// “三公”经费决算数比上年减少5万元，其中：因公出国（境）费减少…: parts that are told in the sentence without their amounts.
fn of_sentences(said: &Said, against: Against) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    for (at, claim) in said.claims.iter().enumerate() {
        let item = claim.item.and_then(|item| said.items.get(item));
        let three = item.is_some_and(|item| item.key.text() == "三公经费");
        let Some(whole) = change(said, at, against).filter(|_| three) else {
            continue;
        };
        let behind = said.claims.iter().enumerate().skip(at + 1);
        let same = behind.take_while(|(_, other)| other.sentence == claim.sentence);
        let of_parts: Vec<Change<'_>> = same
            .filter(|(_, other)| other.item != claim.item)
            .filter_map(|(at, _)| change(said, at, against))
            .collect();
        let listed = of_parts.iter().any(|part| {
            let item = part.claim.item.and_then(|item| said.items.get(item));
            item.is_some_and(|item| item.list > 0)
        });
        if !listed && names_all(said, &of_parts) {
            groups.push(Group {
                whole,
                parts: of_parts,
                complete: true,
            });
        }
    }
    groups
}

fn group<'a>(said: &'a Said, whole: usize, parts: &[usize], against: Against) -> Option<Group<'a>> {
    let of_one = |item: usize| {
        let mut all = (0..said.claims.len())
            .filter(|at| said.claims.get(*at).is_some_and(|it| it.item == Some(item)))
            .filter_map(|at| change(said, at, against));
        let first = all.next()?;
        all.all(|other| other.value.value == first.value.value)
            .then_some(first)
    };
    let amount = |item: &usize| said.items.get(*item).and_then(|item| item.actual.first());
    let total = amount(&whole)?;
    // Only what makes up its whole this year tells all of its change.
    let sum = parts
        .iter()
        .try_fold(Printed::exact(Decimal::ZERO), |sum, part| {
            let part = amount(part)?;
            (part.counted == total.counted)
                .then(|| sum.plus(part.printed.rounded()))
                .flatten()
        })?;
    if parts.len() < 2 || !sum.interval().meets(total.printed.rounded().interval()) {
        return None;
    }
    let changes: Option<Vec<Change<'a>>> = parts.iter().map(|part| of_one(*part)).collect();
    let (whole, parts) = (of_one(whole)?, changes?);
    Some(Group {
        complete: names_all(said, &parts),
        whole,
        parts,
    })
}

/// The change that a claim tells.
fn change<'a>(said: &'a Said, at: usize, against: Against) -> Option<Change<'a>> {
    let claim = said.claims.get(at)?;
    let value = match &claim.what {
        What::Change {
            direction,
            against: of,
            amount,
        } if *of == against => signed(*direction, amount.printed).rounded(),
        What::Unchanged if against == Against::LastYear => Printed::exact(Decimal::ZERO),
        _ => return None,
    };
    (!claim.aside).then_some(Change { claim, at, value })
}

/// Whether the changes are of all parts that there are, by their names.
fn names_all(said: &Said, parts: &[Change<'_>]) -> bool {
    let names: Vec<&str> = parts
        .iter()
        .filter_map(|part| Some(said.items.get(part.claim.item?)?.key.text()))
        .collect();
    COMPLETE.iter().any(|set| {
        let one = |word: &&str| names.iter().filter(|name| name.contains(*word)).count() == 1;
        names.len() == set.len() && parts.len() == set.len() && set.iter().all(one)
    })
}

impl Group<'_> {
    fn sum(&self) -> Option<Printed> {
        let mut parts = self.parts.iter();
        parts.try_fold(Printed::exact(Decimal::ZERO), |sum, part| {
            sum.plus(part.value)
        })
    }

    /// Whether one of the changes, or the rate beside it, is known to be wrong.
    fn told(&self, said: &Said, judged: &Judged<'_>) -> bool {
        let all = || self.parts.iter().chain([&self.whole]);
        all().any(|change| judged.is_wrong(&change.claim.spot))
            || rates(said, all().map(|change| change.at)).any(|spot| judged.is_wrong(spot))
    }

    /// The one change that no rate bears out is the wrong one; else it is told of the whole.
    fn finding(&self, said: &Said, judged: &Judged<'_>, sum: Printed, working: String) -> Finding {
        // What came to nothing went down by 100%, whatever it was.
        let nothing = |change: &Change<'_>| {
            let item = change.claim.item.and_then(|item| said.items.get(item));
            let amount = item.and_then(|item| item.actual.first());
            amount.is_some_and(|amount| amount.printed.value.is_zero())
        };
        let borne_out = |change: &&Change<'_>| {
            !nothing(change) && rates(said, [change.at].into_iter()).any(|spot| judged.agrees(spot))
        };
        let odd = self.parts.iter().filter(|part| !borne_out(part));
        let odd: Vec<&Change<'_>> = odd.collect();
        let also = |of: &Change<'_>| -> Vec<Spot> {
            let all = self.parts.iter().chain([&self.whole]);
            let others = all.filter(|other| other.at != of.at);
            others.map(|other| other.claim.spot.clone()).collect()
        };
        let name = |of: &Change<'_>| {
            let item = of.claim.item.and_then(|item| said.items.get(item));
            item.map(|item| item.name.clone()).unwrap_or_default()
        };
        if let [one] = odd[..]
            && borne_out(&&self.whole)
            && matches!(one.claim.what, What::Change { .. })
        {
            let rest = sum.value - one.value.value;
            let right = self.whole.value.value - rest;
            return Finding {
                severity: Severity::Error,
                matter: Matter::Claim {
                    kind: crate::StatementKind::Change,
                    name: name(one),
                    printed: one.claim.claimed.clone(),
                    right: signs::in_unit_of(&one.claim.claimed, right.abs()),
                },
                spot: one.claim.spot.clone(),
                also: also(one),
                working: Some(signs::difference(self.whole.value.value, rest, right)),
                cause: None,
            };
        }
        Finding {
            severity: Severity::Error,
            matter: Matter::Sum {
                name: self.whole.claim.quote.clone(),
                printed: self.whole.claim.claimed.clone(),
                sum: signs::in_unit_of(&self.whole.claim.claimed, sum.value.abs()),
            },
            spot: self.whole.claim.spot.clone(),
            also: also(&self.whole),
            working: Some(working),
            cause: None,
        }
    }
}

/// Where the rates of growth stand that go with these changes.
fn rates(said: &Said, changes: impl Iterator<Item = usize>) -> impl Iterator<Item = &Spot> {
    let changes: Vec<usize> = changes.collect();
    said.claims
        .iter()
        .filter_map(move |claim| match claim.what {
            What::Growth {
                change: Some(of), ..
            } if changes.contains(&of) => Some(&claim.spot),
            _ => None,
        })
}
