//! What is said of one figure: itself, its change, its share, how far a budget was used.

use super::material::{Amount, Item, Material, Named};
use super::missing::{DIFFERENCE, Missing, Source, Why};
use crate::accounts::Cell;
use crate::accounts::template::{Asked, Slot};
use juesuan_figure::measure::{self, Growth, Measure, Senseless, Status};
use juesuan_figure::working::Working;
use juesuan_figure::{Number, display_amount, grouped};
use rust_decimal::Decimal;

/// A piece of a sentence as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of the template or of the clerk.
    Words(String),
    /// A number that follows from the tables.
    Figure(Figure),
}

/// A number in the text: it is the table's number, and knows where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// As it is written: `1,552.63`, `0.5%`.
    pub shown: String,
    /// What it is: `总计·增减`.
    pub name: String,
    /// The cell it comes from, where it is of one.
    pub source: Source,
    /// How it was worked out; nothing where it is a cell's own value.
    pub working: Working,
}

/// Before the reason of a difference.
pub(super) const BECAUSE: &str = "差异的主要原因是";

/// Names of what follows from several facts.
const SUMS: [&str; 4] = ["在职人数", "车辆合计", "政府采购支出", "参公"];

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
                "用途" => return Some(self.purpose(item)),
                "产出" | "偏差" | "改进" => return Some(self.of_form(name, item)),
                _ => {}
            }
        }
        self.named(name)
    }

    /// What stands in the place of a slot.
    ///
    /// In a sentence of the clerk's `own` words a negative figure stands as it is; the standard ones have
    /// no words for it.
    pub(super) fn say(&self, slot: Slot, within: Within, own: bool) -> Said {
        if slot.of == "差异原因" {
            return self.reason_of_difference(within);
        }
        let Some(named) = self.of(slot.of, within) else {
            return Said::Unknown;
        };
        match (named, slot.what) {
            (Named::Amount(amount), what) => self.say_amount(slot, amount, what, own),
            (Named::Words(text, source), None) if text.is_empty() => self.missing(slot, source),
            (Named::Words(text, _), None) => Said::Pieces(vec![Piece::Words(text)]),
            (Named::List(names, source), None) => match names {
                Some(names) if !names.is_empty() => {
                    Said::Pieces(vec![Piece::Words(names.join("、"))])
                }
                _ => self.missing(slot, source),
            },
            _ => Said::Unknown,
        }
    }

    fn missing(&self, slot: Slot, source: Source) -> Said {
        Said::Missing(self.awaited(slot, source))
    }

    /// What is not known yet. A sum waits for one of its parts, which is named rather than the sum.
    fn awaited(&self, slot: Slot, source: Source) -> Missing {
        let name = match source {
            Source::Accounts(Cell::Fact(part)) if SUMS.contains(&slot.of) => {
                part.label().trim_start_matches("其中：")
            }
            _ => slot.text,
        };
        Missing {
            name: name.to_owned(),
            source,
            why: self.why(source),
        }
    }

    fn say_amount(&self, slot: Slot, amount: Amount, what: Option<&str>, own: bool) -> Said {
        let need = |amount: Amount| -> Result<Number, Missing> {
            let value = amount.value.and_then(|value| Number::new(value).ok());
            value.ok_or_else(|| self.awaited(slot, amount.source))
        };
        let shown = |amount: Amount| -> Result<Vec<Piece>, Missing> {
            let number = need(amount)?;
            if number.is_negative() && !own {
                return Err(below_zero(slot, amount, number));
            }
            Ok(vec![plain(slot, amount, number.decimal())])
        };
        let pieces = || -> Result<Option<Vec<Piece>>, Missing> {
            Ok(Some(match what {
                None => shown(amount)?,
                Some("上年") => shown(self.last(&amount))?,
                Some("预算") => shown(self.budget(&amount))?,
                Some(what @ ("增减" | "比上年")) => {
                    let (this, last) = (need(amount)?, need(self.last(&amount))?);
                    let growth = measure::growth(this, last, self.places);
                    let growth = growth.map_err(|_| too_large(slot, amount))?;
                    if let Some(why) = growth.without_sentence() {
                        return Err(senseless(slot, amount, why));
                    }
                    let changed = change(slot, amount, &growth);
                    if what == "增减" {
                        return Ok(Some(changed));
                    }
                    let year = self.year().ok_or_else(|| Missing {
                        name: "上年度".to_owned(),
                        source: Source::Accounts(Cell::Year),
                        why: self.why(Source::Accounts(Cell::Year)),
                    })?;
                    let with = if growth.is_unchanged() { "与" } else { "比" };
                    let mut pieces = vec![words(format!("{with}{}年度", year - 1))];
                    pieces.extend(changed);
                    pieces
                }
                Some(what @ ("完成" | "执行率" | "完成率")) => {
                    let (actual, budget) = (need(amount)?, need(self.budget(&amount))?);
                    let rate = measure::completion_rate(actual, budget, self.places);
                    let rate = rate.map_err(|_| too_large(slot, amount))?;
                    if let Some(why) = measure::without_completion(actual, budget) {
                        return Err(senseless(slot, amount, why));
                    }
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
                            why: Why::Reason,
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
                    let (part, whole) = (need(amount)?, need(whole)?);
                    let share = measure::share(part, whole, self.places);
                    let share = share.map_err(|_| too_large(slot, amount))?;
                    if let Some(why) = measure::without_share(part, whole, &share) {
                        return Err(senseless(slot, amount, why));
                    }
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
            .filter(|_| !measure::shows_zero(actual - budget))
        else {
            return nothing;
        };
        if text.is_empty() {
            return Said::Missing(Missing {
                name: item.name.clone() + DIFFERENCE,
                source: Source::Accounts(cell),
                why: Why::Reason,
            });
        }
        Said::Pieces(vec![Piece::Words(format!("{BECAUSE}{text}。"))])
    }

    /// Whether what a condition asks of a slot is so; `Err` where that cannot be told yet.
    pub(super) fn holds(&self, slot: Slot, asked: Asked, within: Within) -> Result<bool, Missing> {
        let not_yet = |source| self.awaited(slot, source);
        let Some(named) = self.of(slot.of, within) else {
            return Ok(false);
        };
        let amount = match named {
            Named::Amount(amount) => amount,
            Named::Words(text, _) => return Ok((asked == Asked::There) != text.is_empty()),
            Named::List(names, source) => {
                let names = names.ok_or_else(|| not_yet(source))?;
                return Ok((asked == Asked::There) != names.is_empty());
            }
            Named::Flag(flag, source) => {
                let flag = flag.ok_or_else(|| not_yet(source))?;
                return Ok((asked == Asked::There) == flag);
            }
        };
        let need = |amount: Amount| amount.value.ok_or_else(|| not_yet(amount.source));
        // A difference is none where it shows as none.
        let between = |one: Decimal, other: Decimal| {
            let difference = one - other;
            if measure::shows_zero(difference) {
                Decimal::ZERO
            } else {
                difference
            }
        };
        let value = match slot.what {
            None if matches!(asked, Asked::There | Asked::NotThere) => {
                let there = match (amount.value, self.why(amount.source)) {
                    (None, Why::Blank) => false,
                    (None, _) => return Err(not_yet(amount.source)),
                    (Some(_), _) => true,
                };
                return Ok(there == (asked == Asked::There));
            }
            None => need(amount)?,
            Some("变动") => between(need(amount)?, need(self.last(&amount))?),
            Some("预算差") => between(need(amount)?, need(self.budget(&amount))?),
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

fn senseless(slot: Slot, amount: Amount, why: Senseless) -> Missing {
    Missing {
        name: slot.text.to_owned(),
        source: amount.source,
        why: Why::Senseless(why),
    }
}

fn too_large(slot: Slot, amount: Amount) -> Missing {
    senseless(slot, amount, Senseless::TooLarge)
}

fn below_zero(slot: Slot, amount: Amount, number: Number) -> Missing {
    senseless(slot, amount, Senseless::BelowZero(number))
}

fn words(text: impl Into<String>) -> Piece {
    Piece::Words(text.into())
}

fn figure(slot: Slot, source: Source, shown: String, working: Working) -> Piece {
    Piece::Figure(Figure {
        shown,
        name: slot.text.to_owned(),
        source,
        working,
    })
}

fn plain(slot: Slot, amount: Amount, value: Decimal) -> Piece {
    // What is less than half a cent and not nothing stands in full.
    let shown = if amount.is_count || measure::shows_zero(value) {
        grouped(value)
    } else {
        display_amount(value)
    };
    figure(slot, amount.source, shown, Working::Nothing)
}

fn of_measure(slot: Slot, amount: Amount, measure: &Measure) -> Piece {
    figure(
        slot,
        amount.source,
        measure.display(),
        measure.working.clone(),
    )
}

/// `增加7.7万元，增长0.5%`, or `持平`; without a rate only the amount. A change that shows as nothing is
/// `基本持平`, and a rate that does is `增长不足0.1%`.
fn change(slot: Slot, amount: Amount, growth: &Growth) -> Vec<Piece> {
    let Some((more, up)) = growth.words() else {
        return vec![words("持平")];
    };
    if measure::shows_zero(growth.change) {
        return vec![words("基本持平")];
    }
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
    if let Some((less, rate)) = growth.rate_shown() {
        pieces.push(words(format!("，{up}{less}")));
        let working = growth.rate.working.clone();
        pieces.push(figure(slot, amount.source, rate, working));
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
    if measure::shows_zero(change) {
        return vec![words("与年初预算基本持平")];
    }
    let more = if change > Decimal::ZERO {
        "增加"
    } else {
        "减少"
    };
    let working = Working::difference(actual, budget);
    vec![
        words(format!("比年初预算{more}")),
        figure(slot, amount.source, display_amount(change.abs()), working),
        words("万元"),
    ]
}
