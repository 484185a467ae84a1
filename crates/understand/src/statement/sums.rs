//! Wholes and their parts: whether the parts that a list names come to what it says they do.

use super::complete::{COMPLETE, FUNDS, of_classes};
use super::item::{Amount, Claim, Item, Said, What};
use super::judged::Judged;
use super::signs;
use super::twice::names_nothing;
use super::unit;
use crate::claimed::{Statement, StatementKind, Verdict};
use crate::{Cause, Finding, Matter, Severity, Spot};
use juesuan_figure::interval::{Interval, Printed, half_unit};
use rust_decimal::Decimal;

/// Words of wholes that are counted kind by kind.
const COUNTED: &[&str] = &["车辆", "公车", "用车"];

/// Holds each list against its whole: what is said of each sum, and where its amounts stand.
pub(crate) fn check(
    said: &Said,
    judged: &Judged<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<(Statement, Vec<Spot>)> {
    let mut lists: Vec<usize> = said
        .items
        .iter()
        .map(|item| item.list)
        .filter(|list| *list > 0)
        .collect();
    lists.sort_unstable();
    lists.dedup();
    let mut statements = Vec::new();
    for list in lists {
        let Some(sum) = List::of(said, list) else {
            continue;
        };
        if let Some((statement, finding)) = sum.held(said, judged) {
            statements.push((statement, sum.spots()));
            if finding.is_some() {
                // One fault, one finding: the shares follow from the amount.
                let shares = sum.shares(said);
                findings.retain(|finding| !shares.contains(&finding.spot));
            }
            // That its unit is wrong may have been told by its share.
            let known = |new: &Finding| {
                let mut known = findings.iter();
                known.any(|it| it.spot == new.spot && it.matter == new.matter)
            };
            let new = finding.filter(|finding| !known(finding));
            findings.extend(new);
        }
    }
    statements
}

/// A list with its whole.
struct List<'a> {
    whole: &'a Item,
    amount: &'a Amount,
    parts: Vec<(usize, &'a Item, &'a Amount)>,
}

impl<'a> List<'a> {
    fn of(said: &'a Said, list: usize) -> Option<Self> {
        let members = || {
            said.items
                .iter()
                .enumerate()
                .filter(|(_, item)| item.list == list)
        };
        let (_, first) = members().next()?;
        let mut whole = said.items.get(first.whole?)?;
        let listed = first.actual.first();
        // 项目5个，涉及3万元（其中：优4个，良1个）: what is counted is a part of what is counted.
        if let Some((told, part)) = whole.actual.first().zip(listed)
            && told.counted != part.counted
            && part.counted.is_some()
        {
            let before = said.items.get(..members().next()?.0)?.iter().rev();
            let mut before = before.take_while(|item| item.sentence == whole.sentence);
            let alike = |item: &&Item| {
                let amount = item.actual.first();
                amount.is_some_and(|it| it.counted == part.counted) && item.list != list
            };
            whole = before.find(alike)?;
        }
        let amount_of = |item: &'a Item| match () {
            () if !whole.actual.is_empty() => item.actual.first(),
            () if whole.budget.is_some() => item.budget.as_ref(),
            () => item.last.as_ref(),
        };
        let amount = amount_of(whole)?;
        let part = |(at, item): (usize, &'a Item)| {
            let part = amount_of(item)?;
            // 共计支出5万元: all of them once more.
            let again = ["共计", "累计"]
                .iter()
                .any(|word| item.name.starts_with(word))
                && names_nothing(item.key.text());
            let of_own = item.key != whole.key && !again;
            (part.counted == amount.counted && of_own).then_some((at, item, part))
        };
        let mut parts: Vec<_> = members().filter_map(part).collect();
        // Named twice, as in a list that is told again item by item.
        let mut seen: Vec<&str> = Vec::new();
        parts.retain(|(_, item, _)| {
            let new = !seen.contains(&item.key.text());
            seen.push(item.key.text());
            new
        });
        // Nothing has no parts but nothing: the list is one of something else.
        let none = |amount: &Amount| amount.printed.value.is_zero();
        let stock = ["共有", "现有", "保有"];
        let held = amount.counted.is_some() && stock.iter().any(|it| whole.name.contains(it));
        let fits = held || !none(amount) || parts.iter().all(|(_, _, part)| none(part));
        (parts.len() >= 2 && fits).then_some(List {
            whole,
            amount,
            parts,
        })
    }

    /// Where its amounts stand, that of the whole and those of its parts.
    fn spots(&self) -> Vec<Spot> {
        let parts = self.parts.iter().map(|(_, _, part)| part.spot.clone());
        parts.chain([self.amount.spot.clone()]).collect()
    }

    /// Whether the list has all parts of its whole.
    fn complete(&self, said: &Said) -> bool {
        let names: Vec<&str> = self
            .parts
            .iter()
            .map(|(_, item, _)| item.key.text())
            .collect();
        // Each word in a name of its own: 公务用车购置及运行费 alone is not 购置 and 运行.
        let makes_up = |set: &&[&str]| {
            let mut of_words: Vec<usize> = Vec::new();
            for word in *set {
                let mut named = (0..names.len())
                    .filter(|at| names.get(*at).is_some_and(|name| name.contains(word)));
                match (named.next(), named.next()) {
                    (Some(at), None) if !of_words.contains(&at) => of_words.push(at),
                    _ => return false,
                }
            }
            names.len() == set.len()
        };
        if COMPLETE.iter().any(makes_up) {
            return true;
        }
        let name = self.whole.key.text();
        let fiscal = name.contains("财政拨款") || name.contains("一般公共预算");
        // Of a subject as well; what a unit spends as a whole may have other parts.
        let all = ["合计", "总", "本年", "部门", "单位", "全部", "支出预算"];
        let subject =
            self.parts_of_zero() && !all.iter().any(|word| self.whole.name.contains(word));
        let of_fund = fiscal && makes_up(&FUNDS);
        if of_fund || (fiscal || subject) && makes_up(&(&["基本支出", "项目支出"] as &[&str]))
        {
            return true;
        }
        if self.amount.counted.is_some() {
            return self.parts.len() >= 2
                && COUNTED
                    .iter()
                    .any(|word| self.whole.key.text().contains(word));
        }
        self.shares_make_up(said) || self.of_both_sides(said)
    }

    /// 基本支出5万元，项目支出0万元: a part is named although it is nothing, so that none is left out.
    fn parts_of_zero(&self) -> bool {
        let mut parts = self.parts.iter();
        parts.any(|(_, _, part)| part.printed.value.is_zero())
    }

    /// 本年收入5万元：财政拨款收入3万元，事业收入0万元，其他收入2万元: the parts of a total, with those that are nothing.
    fn names_all(&self) -> bool {
        let total = [
            "收入合计",
            "支出合计",
            "收入总计",
            "支出总计",
            "本年收入",
            "本年支出",
        ];
        let name = self.whole.name.replace("决算", "");
        self.amount.counted.is_none()
            && self.parts.len() >= 3
            && self.parts_of_zero()
            && total.iter().any(|total| name.ends_with(total))
    }

    /// Whether it is a total of all that came in or went out, which is called what it is.
    fn is_of_totals(&self) -> bool {
        let total = ["收入总计", "支出总计"];
        let name = self.whole.name.replace("决算", "");
        let parts = self
            .parts
            .iter()
            .any(|(_, part, _)| part.name.contains("结余"));
        parts && total.iter().any(|total| name.ends_with(total))
    }

    /// 收支总预算5万元。收入包括：…；支出包括：…: whether the whole has two such lists.
    fn of_both_sides(&self, said: &Said) -> bool {
        let whole = self.parts.first().and_then(|(_, part, _)| part.whole);
        let mut lists: Vec<usize> = said
            .items
            .iter()
            .filter(|item| item.list > 0 && item.whole == whole)
            .map(|item| item.list)
            .collect();
        lists.dedup();
        lists.len() == 2 && self.whole.key.text().contains("收支")
    }

    /// Whether each part has a share, and the shares come to 100%.
    fn shares_make_up(&self, said: &Said) -> bool {
        let mut sum = Decimal::ZERO;
        let mut allowed = Decimal::ZERO;
        for (at, _, _) in &self.parts {
            let share = said.claims.iter().find_map(|claim| match &claim.what {
                What::Share { rate, .. } if claim.item == Some(*at) => Some(*rate),
                _ => None,
            });
            let Some(share) = share else { return false };
            sum += share.value;
            allowed += half_unit(share.value.scale());
        }
        (sum - Decimal::ONE_HUNDRED).abs() <= allowed
    }

    fn held(&self, said: &Said, judged: &Judged<'_>) -> Option<(Statement, Option<Finding>)> {
        let mut sum = Printed::exact(Decimal::ZERO);
        for (_, _, part) in &self.parts {
            sum = sum.plus(part.printed)?;
        }
        let (sum, together) = (sum.value, sum.interval());
        let meets = together.meets(self.amount.printed.interval());
        let complete = self.complete(said);
        let verdict = if sum == self.amount.printed.value || self.told_twice() {
            Verdict::Agrees
        } else if meets {
            Verdict::Rounding
        } else if !self.is_of_totals() && self.of_another(said, together) {
            return None;
        } else if complete {
            Verdict::Wrong
        } else if (self.overflows(together) || self.names_all())
            && !self.counts_several_ways()
            && !self.one_of_several(said)
        {
            Verdict::Doubtful
        } else {
            return None;
        };
        // What is wrong beside the tables is said there; what is right beside them cannot be both.
        let told = |amount: &Amount| judged.is_wrong(&amount.spot);
        let elsewhere = told(self.amount) || self.parts.iter().any(|(_, _, part)| told(part));
        let parts: Vec<Decimal> = self
            .parts
            .iter()
            .map(|(_, _, part)| part.printed.value)
            .collect();
        let working = signs::sum(&parts, sum);
        let claimed = judged.claimed(&self.amount.spot)?;
        let wrong = matches!(verdict, Verdict::Wrong | Verdict::Doubtful) && !elsewhere;
        let finding = wrong
            .then(|| self.finding(said, judged, sum, &claimed))
            .flatten()
            .map(|finding| self.weighed(finding, complete));
        let statement = Statement {
            kind: StatementKind::Sum,
            spot: self.amount.spot.clone(),
            quote: self.whole.name.clone(),
            computed: Some(signs::in_unit_of(&claimed, sum)),
            claimed,
            working: Some(working),
            verdict,
        };
        Some((statement, finding))
    }

    /// Whether the first parts come to the whole, and so do the others: 按功能分类…，按经济分类….
    fn told_twice(&self) -> bool {
        let meets = |parts: &[(usize, &Item, &Amount)]| {
            let mut sum = Some(Printed::exact(Decimal::ZERO));
            for (_, _, part) in parts {
                sum = sum.and_then(|sum| sum.plus(part.printed));
            }
            let whole = self.amount.printed.interval();
            !parts.is_empty() && sum.is_some_and(|sum| sum.interval().meets(whole))
        };
        (1..self.parts.len()).any(|at| {
            let (first, others) = self.parts.split_at(at);
            meets(first) && meets(others) && !of_classes(&self.parts)
        })
    }

    /// Whether the parts come to another item of the section: 支出总预算…，基本支出…，项目支出…。其中：… are parts of
    /// the first.
    fn of_another(&self, said: &Said, together: Interval) -> bool {
        let first = self.parts.first().map_or(0, |(at, _, _)| *at);
        let before = said.items.get(..first).unwrap_or(&[]);
        let meets = |item: &&Item| {
            let amount = item
                .actual
                .first()
                .filter(|amount| amount.counted == self.amount.counted);
            item.matter == self.whole.matter
                && item.key != self.whole.key
                && amount.is_some_and(|amount| amount.printed.interval().meets(together))
        };
        before.iter().rev().take(30).any(|item| meets(&item))
    }

    /// Whether the parts are more than their whole, and none of them is below zero.
    fn overflows(&self, together: Interval) -> bool {
        let positive = self
            .parts
            .iter()
            .all(|(_, _, part)| part.printed.value >= Decimal::ZERO);
        let one_line = self
            .parts
            .iter()
            .all(|(_, _, part)| part.spot.block == self.amount.spot.block);
        positive
            && (one_line || of_classes(&self.parts))
            && together.low > self.amount.printed.interval().high
    }

    /// 职工50人，其中大学20人，专科20人，高级职称10人，中级职称15人: many counts are hardly those of one division.
    fn counts_several_ways(&self) -> bool {
        self.amount.counted.is_some() && self.parts.len() > 3
    }

    /// 资产总额5万元，负债总额3万元，净资产2万元。其中，甲资产总额3万元…: the list of a new sentence may be one of any of several.
    fn one_of_several(&self, said: &Said) -> bool {
        let behind = self
            .parts
            .iter()
            .all(|(_, part, _)| part.sentence != self.whole.sentence);
        let beside = |item: &Item| {
            item.sentence == self.whole.sentence
                && item.list == self.whole.list
                && item.key != self.whole.key
                && !item.actual.is_empty()
        };
        behind && said.items.iter().any(beside)
    }

    /// A list that may name more than parts is to be looked at; a part that is more than its whole cannot be.
    fn weighed(&self, finding: Finding, complete: bool) -> Finding {
        let whole = self.amount.printed.interval().high;
        let impossible = self
            .parts
            .iter()
            .any(|(_, _, part)| part.printed.interval().low > whole);
        let severity = if complete || impossible {
            finding.severity
        } else {
            Severity::Warning
        };
        Finding {
            severity,
            ..finding
        }
    }

    /// What is wrong with a list that does not come out: the part that its share shows to be wrong, or else the whole.
    fn finding(
        &self,
        said: &Said,
        judged: &Judged<'_>,
        sum: Decimal,
        claimed: &str,
    ) -> Option<Finding> {
        if let Some(finding) = self.wrong_part(said, judged, sum) {
            return Some(finding);
        }
        let parts: Vec<Decimal> = self
            .parts
            .iter()
            .map(|(_, _, part)| part.printed.value)
            .collect();
        Some(Finding {
            severity: Severity::Error,
            matter: Matter::Sum {
                name: self.whole.name.clone(),
                printed: claimed.to_owned(),
                sum: signs::in_unit_of(claimed, sum),
            },
            spot: self.amount.spot.clone(),
            also: self
                .parts
                .iter()
                .map(|(_, _, part)| part.spot.clone())
                .collect(),
            working: Some(signs::sum(&parts, sum)),
            cause: None,
        })
    }

    /// The one part whose share is that of what the others leave of the whole.
    fn wrong_part(&self, said: &Said, judged: &Judged<'_>, sum: Decimal) -> Option<Finding> {
        let share = |item: usize| {
            said.claims.iter().find_map(|claim| match &claim.what {
                What::Share { rate, .. } if claim.item == Some(item) => Some(*rate),
                _ => None,
            })
        };
        let fits = |amount: Decimal, rate: Printed| {
            let part = Interval {
                low: amount - self.amount.printed.half,
                high: amount + self.amount.printed.half,
            };
            part.percent_of(self.amount.printed.interval())
                .is_some_and(|of| rate.rounded().allows(of))
        };
        let mut odd = self
            .parts
            .iter()
            .filter(|(at, _, part)| share(*at).is_some_and(|rate| !fits(part.printed.value, rate)));
        let (at, item, part) = odd.next()?;
        if odd.next().is_some() {
            return None;
        }
        let right = self
            .amount
            .printed
            .value
            .checked_sub(sum)?
            .checked_add(part.printed.value)?;
        if !fits(right, share(*at)?) {
            return None;
        }
        let printed = judged.claimed(&part.spot)?;
        let cause = factor(part.printed.value, right);
        Some(Finding {
            severity: Severity::Error,
            matter: Matter::Claim {
                kind: StatementKind::Amount,
                name: item.name.clone(),
                right: unit::in_other_unit(&printed)
                    .filter(|_| cause == Some(Cause::TenThousand))
                    .unwrap_or_else(|| signs::in_unit_of(&printed, right)),
                printed,
            },
            spot: part.spot.clone(),
            also: vec![self.amount.spot.clone()],
            working: Some(signs::difference(
                self.amount.printed.value,
                sum - part.printed.value,
                right,
            )),
            cause,
        })
    }

    /// Places of the shares that are wrong only because of the amount that is.
    fn shares(&self, said: &Said) -> Vec<Spot> {
        let of_part = |claim: &&Claim| {
            let item = claim.item;
            matches!(claim.what, What::Share { .. })
                && self.parts.iter().any(|(at, _, _)| item == Some(*at))
        };
        said.claims
            .iter()
            .filter(of_part)
            .map(|claim| claim.spot.clone())
            .collect()
    }
}

/// Ten, a hundred, ten thousand times as much or as little.
fn factor(printed: Decimal, right: Decimal) -> Option<Cause> {
    let times = |factor: u32| {
        let factor = Decimal::from(factor);
        printed.checked_mul(factor) == Some(right) || right.checked_mul(factor) == Some(printed)
    };
    let factors = [
        (10, Cause::Ten),
        (100, Cause::Hundred),
        (10_000, Cause::TenThousand),
    ];
    factors
        .into_iter()
        .find_map(|(factor, cause)| times(factor).then_some(cause))
}
