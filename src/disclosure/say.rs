//! What is said of one figure: itself, its change, its share, how far a budget was used.

use super::material::{Amount, Item, Material, Named, Source};
use crate::accounts::template::{Asked, Slot};
use crate::figure::{Number, display_amount, display_percent, grouped};
use crate::measure::{self, Growth, Measure, Status};
use rust_decimal::Decimal;

/// A piece of a sentence as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Words(String),
    Figure(Figure),
}

/// A number in the text: it is the table's number, and knows where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As it is written: `1,552.63`, `0.5%`.
    pub shown: String,
    /// What it is: `总计·增减`.
    pub name: String,
    pub source: Source,
    /// How it was worked out; blank where it is a cell's own value.
    pub working: String,
}

/// What a sentence still needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    pub name: String,
    pub source: Source,
    /// A reason, which only the clerk knows.
    pub is_reason: bool,
}

/// What becomes of a slot.
pub(super) enum Said {
    Pieces(Vec<Piece>),
    Missing(Missing),
    /// No such figure, or nothing of the kind can be said of it.
    Unknown,
}

/// The item a sentence is about, and its number.
pub(super) type Within<'a> = Option<(&'a Item, usize)>;

impl Material<'_> {
    /// What a name means in a sentence that is said for each of several things, or in any other.
    pub(super) fn of(&self, name: &str, within: Within) -> Option<Named> {
        if let Some((item, number)) = within {
            let words = |text: &str| Named::Words(text.to_owned(), item.amount.source);
            match name {
                "金额" => return Some(Named::Amount(item.amount)),
                "名称" => return Some(words(&item.name)),
                "全称" => return Some(words(&item.full)),
                "序号" => return Some(words(&number.to_string())),
                "得分" => {
                    return Some(Named::Words(
                        item.score.clone().unwrap_or_default(),
                        item.amount.source,
                    ));
                }
                _ => {}
            }
        }
        self.named(name)
    }

    /// What stands in the place of a slot.
    pub(super) fn say(&self, slot: Slot, within: Within) -> Said {
        if slot.of == "差异原因" {
            return self.reason_of_difference(within);
        }
        let Some(named) = self.of(slot.of, within) else {
            return Said::Unknown;
        };
        match (named, slot.what) {
            (Named::Amount(amount), what) => self.say_amount(slot, amount, what),
            (Named::Words(text, source), None) if text.is_empty() => missing(slot, source, false),
            (Named::Words(text, _), None) => Said::Pieces(vec![Piece::Words(text)]),
            (Named::List(names, source), None) if names.is_empty() => missing(slot, source, false),
            (Named::List(names, _), None) => Said::Pieces(vec![Piece::Words(names.join("、"))]),
            _ => Said::Unknown,
        }
    }

    fn say_amount(&self, slot: Slot, amount: Amount, what: Option<&str>) -> Said {
        let need = |amount: Amount| -> Result<Number, Missing> {
            let value = amount.value.and_then(|value| Number::new(value).ok());
            value.ok_or_else(|| Missing {
                name: slot.text.to_owned(),
                source: amount.source,
                is_reason: false,
            })
        };
        let pieces = || -> Result<Option<Vec<Piece>>, Missing> {
            Ok(Some(match what {
                None => {
                    let value = need(amount)?.decimal();
                    vec![plain(slot, amount, value)]
                }
                Some("上年") => {
                    let last = self.last(&amount);
                    vec![plain(slot, last, need(last)?.decimal())]
                }
                Some("预算") => {
                    let budget = self.budget(&amount);
                    vec![plain(slot, budget, need(budget)?.decimal())]
                }
                Some("增减") => {
                    let (this, last) = (need(amount)?, need(self.last(&amount))?);
                    let growth = measure::growth(this, last, self.places);
                    let growth = growth.map_err(|_| too_large(slot, amount))?;
                    change(slot, amount, &growth)
                }
                Some(what @ ("完成" | "执行率" | "完成率")) => {
                    let (actual, budget) = (need(amount)?, need(self.budget(&amount))?);
                    let rate = measure::completion_rate(actual, budget, self.places);
                    let rate = rate.map_err(|_| too_large(slot, amount))?;
                    if what == "完成" {
                        completed(slot, amount, actual, &rate)
                    } else {
                        vec![of_measure(slot, amount, &rate)]
                    }
                }
                Some("比预算") => {
                    let (actual, budget) = (need(amount)?, need(self.budget(&amount))?);
                    against_budget(slot, amount, actual, budget)
                }
                Some("原因" | "上年原因") => {
                    let last = what == Some("上年原因");
                    let Some((cell, text)) = self.reason(&amount, last) else {
                        return Ok(None);
                    };
                    if text.is_empty() {
                        return Err(Missing {
                            name: slot.text.to_owned(),
                            source: Source::Accounts(cell),
                            is_reason: true,
                        });
                    }
                    vec![Piece::Words(text)]
                }
                Some(what) => {
                    let Some(whole) = what.strip_prefix('占') else {
                        return Ok(None);
                    };
                    let Some(Named::Amount(whole)) = self.named(whole) else {
                        return Ok(None);
                    };
                    let share = measure::share(need(amount)?, need(whole)?, self.places);
                    let share = share.map_err(|_| too_large(slot, amount))?;
                    vec![of_measure(slot, amount, &share)]
                }
            }))
        };
        match pieces() {
            Ok(Some(pieces)) => Said::Pieces(pieces),
            Ok(None) => Said::Unknown,
            Err(missing) => Said::Missing(missing),
        }
    }

    /// `差异的主要原因是……。` where an item differs from its budget. Without a reason the sentence is
    /// written all the same, and the reason asked for.
    fn reason_of_difference(&self, within: Within) -> Said {
        let nothing = Said::Pieces(Vec::new());
        let Some((item, _)) = within else {
            return Said::Unknown;
        };
        let (Some(actual), Some(budget)) = (item.amount.value, self.budget(&item.amount).value)
        else {
            return nothing;
        };
        let Some((cell, text)) = self
            .reason(&item.amount, false)
            .filter(|_| actual != budget)
        else {
            return nothing;
        };
        if text.is_empty() {
            return Said::Missing(Missing {
                name: format!("{}差异的原因", item.name),
                source: Source::Accounts(cell),
                is_reason: true,
            });
        }
        Said::Pieces(vec![Piece::Words(format!("差异的主要原因是{text}。"))])
    }

    /// Whether what a condition asks of a slot is so; `Err` where that cannot be told yet.
    pub(super) fn holds(&self, slot: Slot, asked: Asked, within: Within) -> Result<bool, Missing> {
        let not_yet = |source| Missing {
            name: slot.text.to_owned(),
            source,
            is_reason: false,
        };
        let Some(named) = self.of(slot.of, within) else {
            return Ok(false);
        };
        let amount = match named {
            Named::Amount(amount) => amount,
            Named::Words(text, _) => return Ok((asked == Asked::There) != text.is_empty()),
            Named::List(names, _) => return Ok((asked == Asked::There) != names.is_empty()),
            Named::Flag(flag, source) => {
                let flag = flag.ok_or_else(|| not_yet(source))?;
                return Ok((asked == Asked::There) == flag);
            }
        };
        let need = |amount: Amount| amount.value.ok_or_else(|| not_yet(amount.source));
        let value = match slot.what {
            None => need(amount)?,
            Some("变动") => need(amount)? - need(self.last(&amount))?,
            Some("预算差") => need(amount)? - need(self.budget(&amount))?,
            Some(_) => return Ok(false),
        };
        Ok(match asked {
            Asked::Positive => value > Decimal::ZERO,
            Asked::Zero => value.is_zero(),
            Asked::NotZero => !value.is_zero(),
            Asked::There => true,
            Asked::NotThere => false,
        })
    }
}

fn missing(slot: Slot, source: Source, is_reason: bool) -> Said {
    Said::Missing(Missing {
        name: slot.text.to_owned(),
        source,
        is_reason,
    })
}

fn too_large(slot: Slot, amount: Amount) -> Missing {
    Missing {
        name: format!("{}（数值太大）", slot.text),
        source: amount.source,
        is_reason: false,
    }
}

fn words(text: impl Into<String>) -> Piece {
    Piece::Words(text.into())
}

fn figure(slot: Slot, source: Source, shown: String, working: String) -> Piece {
    Piece::Figure(Figure {
        shown,
        name: slot.text.to_owned(),
        source,
        working,
    })
}

fn plain(slot: Slot, amount: Amount, value: Decimal) -> Piece {
    let shown = if amount.is_count {
        grouped(value)
    } else {
        display_amount(value)
    };
    figure(slot, amount.source, shown, String::new())
}

fn of_measure(slot: Slot, amount: Amount, measure: &Measure) -> Piece {
    figure(
        slot,
        amount.source,
        measure.display(),
        measure.working.clone(),
    )
}

/// `增加7.7万元，增长0.5%`, or `持平`; without a rate only the amount.
fn change(slot: Slot, amount: Amount, growth: &Growth) -> Vec<Piece> {
    let Some((more, up)) = growth.words() else {
        return vec![words("持平")];
    };
    let mut pieces = vec![
        words(more),
        figure(
            slot,
            amount.source,
            display_amount(growth.change.abs()),
            growth.rate.working.clone(),
        ),
        words("万元"),
    ];
    if let Some(rate) = growth.rate.value {
        pieces.push(words(format!("，{up}")));
        pieces.push(figure(
            slot,
            amount.source,
            display_percent(rate.abs(), growth.rate.places),
            growth.rate.working.clone(),
        ));
    }
    pieces
}

/// `完成年初预算的102.3%`, and the words for where there was no budget.
fn completed(slot: Slot, amount: Amount, actual: Number, rate: &Measure) -> Vec<Piece> {
    match rate.status {
        Status::Value => vec![words("完成年初预算的"), of_measure(slot, amount, rate)],
        Status::Unbudgeted => vec![words("年初没有安排预算")],
        Status::NotApplicable if actual.is_zero() => {
            vec![words("年初没有安排预算，也没有发生支出")]
        }
        Status::NotApplicable => vec![words("年初没有安排预算")],
    }
}

/// `比年初预算减少1.12万元`, `与年初预算持平`.
fn against_budget(slot: Slot, amount: Amount, actual: Number, budget: Number) -> Vec<Piece> {
    let change = actual.minus(budget);
    if change.is_zero() {
        return vec![words("与年初预算持平")];
    }
    let more = if change > Decimal::ZERO {
        "增加"
    } else {
        "减少"
    };
    let working = format!(
        "{} − {} = {}",
        grouped(actual.decimal()),
        grouped(budget.decimal()),
        grouped(change)
    );
    vec![
        words(format!("比年初预算{more}")),
        figure(slot, amount.source, display_amount(change.abs()), working),
        words("万元"),
    ]
}
