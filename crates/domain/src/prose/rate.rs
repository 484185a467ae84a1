//! A rate and the amounts it is made of: `预算数为 93.5 万元，执行数为 90 万元，完成预算的 96.3%`.

use super::slip::{Slip, SlipKind};
use super::tokens::{Amount, Kind, Narrative, Unit};
use super::words::{BUDGET, EARLIER, SPENT, WHICH_BUDGET, ends_in, says};
use juesuan_figure::display_percent;
use juesuan_figure::measure::{MOST_PLACES, execution_rate};

/// `完成…的 R%`.
pub(super) struct Claim<'a> {
    rate: Amount<'a>,
    of: Base<'a>,
    /// The token behind it.
    pub next: usize,
}

/// What a rate is of.
enum Base<'a> {
    /// `完成年初预算的`: an amount named before.
    Named(&'a str),
    /// `完成目标（300 人）的`
    Amount(Amount<'a>),
}

impl<'a> Narrative<'a> {
    /// The rate that the 完成 at `at` claims, if it does.
    pub fn claimed_rate(&self, at: usize) -> Option<Claim<'a>> {
        let percent = |j: usize| self.amount(j).filter(|a| a.unit.base == Unit::PERCENT);
        if let Some(rate) = percent(at + 1) {
            return Some(Claim {
                rate: *rate,
                of: Base::Named(self.label(at + 1).strip_suffix('的')?),
                next: at + 2,
            });
        }
        // （19,200 人次）的
        let rate = *percent(at + 4)?;
        let amount = *self.amount(at + 2)?;
        let bracket = matches!(self.tokens[at + 1].kind, Kind::Open)
            && matches!(self.tokens[at + 3].kind, Kind::Close)
            && self.label(at + 3).is_empty()
            && self.label(at + 4) == "的";
        (bracket && !self.is_beside(at + 2)).then_some(Claim {
            rate,
            of: Base::Amount(amount),
            next: at + 5,
        })
    }

    /// The slip in the rate that the 完成 at `at` claims, where the amounts it is made of are plain;
    /// those before the token `told` belong to another rate.
    pub fn rate(&self, at: usize, told: usize, claim: &Claim) -> Option<Slip> {
        // The amount that was completed stands right before: `执行数为 90 万元，完成`.
        if !matches!(self.label(at), "" | "已") {
            return None;
        }
        let mut last = at.checked_sub(1)?;
        if matches!(self.tokens[last].kind, Kind::Comma) {
            if !self.label(last).is_empty() {
                return None;
            }
            last = last.checked_sub(1)?;
        }
        let actual = self.amount(last).filter(|_| last >= told)?;
        let mut other = None;
        for j in self.sentence_start(last, told)?..last {
            let token = &self.tokens[j];
            match &token.kind {
                Kind::Among => return None,
                Kind::Amount(amount)
                    if token.depth == self.tokens[at].depth
                        && amount.unit.base == actual.unit.base =>
                {
                    if other.is_some() {
                        return None;
                    }
                    other = Some((j, amount));
                }
                _ => {}
            }
        }
        let base = match (&claim.of, other) {
            (Base::Amount(base), None) => base,
            (Base::Named(name), Some((j, base)))
                if is_budget(name, self.label(j)) && is_account(self.label(last)) =>
            {
                base
            }
            _ => return None,
        };
        let plain = actual.plain && base.plain && claim.rate.plain;
        if !plain || base.unit != actual.unit || actual.unit.base == Unit::PERCENT {
            return None;
        }
        let decimals = claim.rate.written.split_once(['.', '．']);
        let places = decimals.map_or(0, |(_, decimals)| decimals.chars().count());
        let places = u32::try_from(places).ok().filter(|p| *p <= MOST_PLACES)?;
        let exact = execution_rate(actual.number, base.number, places).ok()?;
        let value = exact.value?;
        if value == claim.rate.number.decimal() {
            return None;
        }
        let mut written = claim.rate.written.to_owned();
        written.push_str(claim.rate.written_unit);
        Some(Slip {
            kind: SlipKind::Rate,
            working: exact.working,
            written,
            exact: display_percent(value, places),
            unit: String::new(),
        })
    }
}

/// Whether `name`, of which a rate is, is what `label` stands before.
fn is_budget(name: &str, label: &str) -> bool {
    let other = |text| says(text, SPENT) || says(text, EARLIER);
    ends_in(name, BUDGET)
        && label.contains("预算")
        && !other(name)
        && !other(label)
        && WHICH_BUDGET
            .iter()
            .all(|which| !name.contains(which) || label.contains(which))
}

/// Whether a label stands before what was spent of a budget.
fn is_account(label: &str) -> bool {
    says(label, SPENT) && !says(label, EARLIER) && !label.contains('未')
}
