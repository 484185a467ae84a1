//! Shares and completions against the amounts that they are of.

use super::hold::Holder;
use super::item::{Amount, Claim, Item, Value, What};
use super::names::Key;
use super::rate::{self, Held, Way};
use super::roles::{Against, signed};
use crate::claimed::Verdict;
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

impl Holder<'_> {
    pub(super) fn share(&self, claim: &Claim, base: &str, rate: Printed) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let Some(of) = self.said.items.get(item) else {
            return Held::unknown();
        };
        let parts = self.values.actuals(item);
        let mut wholes = Vec::new();
        // What is counted is no part of money.
        let counted = |item: &Item| item.actual.first().map(|amount| amount.counted.is_some());
        let whole_of = of.whole.filter(|whole| {
            let whole = self.said.items.get(*whole).and_then(counted);
            !matches!((counted(of), whole), (Some(a), Some(b)) if a != b)
        });
        let money = counted(of) != Some(true);
        if !base.is_empty() && money {
            wholes = self.values.named(base, of.section);
        }
        for whole in &mut wholes {
            whole.sure |= self.explains_others(claim, base, whole);
        }
        if money && !wholes.iter().any(|whole| whole.sure) {
            let mut listed = self.listed_in(item, base);
            if listed.is_empty() {
                listed.extend(self.purchased(claim, item, base));
            }
            wholes.splice(0..0, listed);
        }
        let certain = wholes.iter().any(|whole| whole.sure);
        if !certain {
            if let Some(name) = &of.whole_name {
                wholes.extend(self.values.named(name, of.section));
            }
            if let Some(whole) = whole_of {
                // 占总支出: of what the list is a list of, where nothing else is called so.
                let plain = [
                    "支出总",
                    "收入总",
                    "支出",
                    "收入",
                    "总计",
                    "合计",
                    "总额",
                    "支出合计",
                    "收入合计",
                ];
                let unnamed = wholes.is_empty() && plain.contains(&Key::of(base, None).text());
                let sure = base.is_empty() || unnamed;
                let values = self.values.actuals(whole).into_iter();
                wholes.extend(values.map(|value| Value {
                    sure: sure && value.sure,
                    ..value
                }));
            }
        }
        wholes.extend(self.together(claim, base));
        if base.is_empty() && of.whole.is_none() && money {
            wholes.extend(self.unnamed(claim, item, base));
        }
        let mut ways: Vec<Way> = Vec::new();
        for whole in &wholes {
            ways.extend(parts.iter().filter_map(|part| rate::share(part, whole)));
        }
        if rate.value.is_zero()
            && parts
                .first()
                .is_some_and(|part| part.printed.value.is_zero())
            && ways.is_empty()
        {
            return Held {
                verdict: Verdict::Agrees,
                ..Held::unknown()
            };
        }
        self.doubt(claim, rate::held(rate, &ways))
    }

    /// 水务局2024年度政府采购支出总额5万元，其中：甲2万元，占政府采购支出总额的40%: the whole of the list that the item
    /// stands in, or of the list around that, where the words are the end of its name.
    fn listed_in(&self, item: usize, base: &str) -> Vec<Value> {
        let key = Key::of(base, self.document.about.unit.as_deref());
        let mut at = self.said.items.get(item).and_then(|item| item.whole);
        for _ in 0..4 {
            let Some((whole, of)) = at.and_then(|at| Some((at, self.said.items.get(at)?))) else {
                break;
            };
            let ends = of.key.text().ends_with(key.text()) && key.text().chars().count() >= 4;
            if ends && of.key.alike(&key) > 0 {
                return self.values.actuals(whole);
            }
            at = of.whole;
        }
        Vec::new()
    }

    /// 全国政府采购授予中小企业合同金额5万元。授予小微企业2万元，占授予中小企业合同金额的40%: of what was bought, the one amount
    /// of the line whose name ends with the words.
    fn purchased(&self, claim: &Claim, item: usize, base: &str) -> Option<Value> {
        if !(base.contains("采购") || base.contains("企业")) {
            return None;
        }
        let key = Key::of(base, self.document.about.unit.as_deref());
        let own = |at: usize| at == item;
        let ends = |(at, of): &(usize, &Item)| {
            !own(*at) && of.key.alike(&key) > 0 && of.key.text().ends_with(key.text())
        };
        let items = self.said.items.iter().enumerate().filter(ends);
        let amounts = items.flat_map(|(_, of)| &of.actual);
        let mut found = amounts.filter(|it| it.spot.block == claim.spot.block);
        let amount = found.next()?;
        let one = key.text().chars().count() >= 6 && found.next().is_none();
        one.then(|| Value::of(amount, true))
    }

    /// What a share without words may be of: totals, and what the line has before. One that explains the others is sure.
    fn unnamed(&self, claim: &Claim, item: usize, base: &str) -> Vec<Value> {
        let mut found = self.values.totals(item);
        found.extend(self.before_in_line(claim, item));
        for whole in &mut found {
            whole.sure = self.explains_others(claim, base, whole);
        }
        found
    }

    /// Amounts of money that the line has before an item.
    fn before_in_line(&self, claim: &Claim, item: usize) -> Vec<Value> {
        let items = self.said.items.get(..item).unwrap_or(&[]);
        let amounts = items.iter().filter_map(|of| of.actual.first());
        let here = |amount: &&Amount| {
            amount.counted.is_none()
                && amount.spot.block == claim.spot.block
                && amount.spot.cell == claim.spot.cell
        };
        amounts
            .filter(here)
            .map(|amount| Value::of(amount, false))
            .collect()
    }

    /// Whether a base, which is not called just so, explains all the other shares of its words in the section, and
    /// there are two of them at least.
    fn explains_others(&self, claim: &Claim, base: &str, whole: &Value) -> bool {
        let section = |claim: &Claim| {
            let item = claim.item.and_then(|item| self.said.items.get(item));
            item.map(|item| item.matter)
        };
        let mut explained = 0usize;
        for other in &self.said.claims {
            let What::Share { base: its, rate } = &other.what else {
                continue;
            };
            if its != base || other.spot == claim.spot || section(other) != section(claim) {
                continue;
            }
            let item = other.item.and_then(|item| self.said.items.get(item));
            let part = item.and_then(|item| item.actual.first());
            let way = part.and_then(|part| rate::share(&Value::of(part, true), whole));
            match way {
                Some(way) if rate.rounded().allows(way.interval) => explained += 1,
                _ => return false,
            }
        }
        explained >= 2
    }

    /// The shares of one base that are told beside a claim: names, amounts, rates, and which is its own. `None` where one
    /// of them has no amount.
    fn told_together(
        &self,
        claim: &Claim,
        base: &str,
        beside: impl Fn(&Claim, &Item) -> bool,
    ) -> Option<Vec<(&str, &Amount, Printed, bool)>> {
        let section = self.said.items.get(claim.item?)?.section;
        let mut told = Vec::new();
        for other in &self.said.claims {
            let What::Share { base: its, rate } = &other.what else {
                continue;
            };
            let Some(item) = other.item.and_then(|item| self.said.items.get(item)) else {
                continue;
            };
            if its == base && item.section == section && beside(other, item) {
                let amount = item.actual.first()?;
                told.push((item.key.text(), amount, *rate, other.spot == claim.spot));
            }
        }
        Some(told)
    }

    /// What the items of a list come to together, where no amount is given for it: 占三公经费的 of each. It is
    /// sure where it explains all the other shares.
    fn together(&self, claim: &Claim, base: &str) -> Option<Value> {
        let of = self.said.items.get(claim.item?)?;
        let beside = |other: &Claim, item: &Item| {
            other.sentence == claim.sentence || (!base.is_empty() && item.list == of.list)
        };
        // 1.甲5万元，占5%。 2.乙6万元，占6%。: lines that are no list of anything.
        let lines = |_: &Claim, item: &Item| {
            base.is_empty() && item.list == 0 && of.list == 0 && item.matter == of.matter
        };
        let mut together = self.told_together(claim, base, beside)?;
        if together.len() < 2 {
            together = self.told_together(claim, base, lines)?;
        }
        let names: Vec<&str> = together.iter().map(|it| it.0).collect();
        let members: Vec<(&Amount, Printed, bool)> =
            together.iter().map(|it| (it.1, it.2, it.3)).collect();
        if members.len() < 2 {
            return None;
        }
        let mut whole = Printed::exact(Decimal::ZERO);
        for (amount, _, _) in &members {
            whole = whole.plus(amount.printed)?;
        }
        let whole = Value {
            printed: whole,
            spot: None,
            sure: true,
        };
        let mut others = members.iter().filter(|(_, _, own)| !own);
        let fits = |(amount, rate, _): &(&Amount, Printed, bool)| {
            rate::share(&Value::of(amount, true), &whole)
                .is_some_and(|way| rate.rounded().allows(way.interval))
        };
        let sets: [&[&str]; 2] = [&["出国", "车", "接待"], &["基本支出", "项目支出"]];
        let fund = ["公共", "财政拨款", "基金"]
            .iter()
            .any(|word| base.contains(word));
        let made_up = sets.iter().any(|set| {
            let all = set
                .iter()
                .all(|word| names.iter().any(|name| name.contains(word)));
            // 支出合计 may have parts beside 基本支出 and 项目支出; what a fund pays has none.
            all && members.len() == set.len() && (set.len() > 2 || fund)
        });
        let sure = made_up || (members.len() >= 3 && others.all(fits));
        Some(Value { sure, ..whole })
    }

    pub(super) fn completion(&self, claim: &Claim, rate: Printed) -> Held {
        let Some(item) = claim.item else {
            return Held::unknown();
        };
        let actuals = self.values.actuals(item);
        let mut budgets = self.values.budgets(item);
        if budgets.is_empty() {
            budgets.extend(self.planned(item, &actuals));
        }
        if budgets.is_empty()
            && let Some(held) = of_nothing(&actuals, rate)
        {
            return self.doubt(claim, held);
        }
        let mut ways: Vec<Way> = Vec::new();
        for budget in &budgets {
            ways.extend(
                actuals
                    .iter()
                    .filter_map(|actual| rate::share(actual, budget)),
            );
        }
        if ways.is_empty() && budgets.iter().any(|budget| budget.printed.value.is_zero()) {
            return Held {
                verdict: Verdict::Doubtful,
                ..Held::unknown()
            };
        }
        self.doubt(claim, rate::held(rate, &ways))
    }

    /// What was planned for an item that is said to be so much above or below it.
    fn planned(&self, item: usize, actuals: &[Value]) -> Option<Value> {
        let now = actuals.first()?;
        self.said.claims.iter().find_map(|claim| match &claim.what {
            What::Change {
                direction,
                against: Against::Budget,
                amount,
            } if claim.item == Some(item) => Some(Value {
                printed: now.printed.minus(signed(*direction, amount.printed))?,
                spot: Some(amount.spot.clone()),
                sure: now.sure,
            }),
            _ => None,
        })
    }
}

/// What came to nothing is none of what was planned, whatever that was; of nothing that was planned it may be all.
fn of_nothing(actuals: &[Value], rate: Printed) -> Option<Held> {
    let nothing = !actuals.is_empty() && actuals.iter().all(|it| it.printed.value.is_zero());
    let verdict = match () {
        () if !nothing || rate.value == Decimal::ONE_HUNDRED => return None,
        () if rate.value.is_zero() => Verdict::Agrees,
        () => Verdict::Wrong,
    };
    Some(Held {
        verdict,
        computed: (verdict == Verdict::Wrong).then(|| "0%".to_owned()),
        from: actuals.iter().filter_map(|it| it.spot.clone()).collect(),
        ..Held::unknown()
    })
}
