//! What is typed beside the tables, as it reads, and what several facts come to.

use super::cell::{Fact, FactKind, read_amount};
use super::model::Accounts;
use crate::figure::{self, Exact, FigureError, Number};
use rust_decimal::Decimal;

/// How a fact reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is typed.
    Blank,
    /// A number: an amount in 万元, or a count of people or things.
    Number(Number),
    /// Words, in a fact of words.
    Words,
    /// Something is typed that is no number, where one is asked for.
    Unreadable(FigureError),
    /// A number with decimals, of people or vehicles.
    NotWhole,
}

impl Accounts {
    /// What was typed for a fact.
    pub fn fact(&self, fact: Fact) -> Reading {
        let text = self.facts.get(&fact).filter(|text| !text.is_blank());
        let Some(text) = text else {
            return Reading::Blank;
        };
        match fact.kind() {
            FactKind::Text => Reading::Words,
            FactKind::Amount => match read_amount(text) {
                Ok(number) => Reading::Number(number),
                Err(error) => Reading::Unreadable(error),
            },
            FactKind::Count => match count(text) {
                Ok(number) if number.decimals() > 0 => Reading::NotWhole,
                Ok(number) => Reading::Number(number),
                Err(error) => Reading::Unreadable(error),
            },
        }
    }

    pub(super) fn known(&self, fact: Fact) -> Option<Decimal> {
        match self.fact(fact) {
            Reading::Number(number) => Some(number.decimal()),
            _ => None,
        }
    }

    /// The sum of some facts, or the first of them that is not known: one that is blank is not nothing.
    pub(super) fn exact_sum(&self, facts: &[Fact]) -> Result<Exact, Fact> {
        let mut numbers = Vec::with_capacity(facts.len());
        for fact in facts {
            match self.fact(*fact) {
                Reading::Number(number) => numbers.push(number),
                _ => return Err(*fact),
            }
        }
        let first = facts.first().copied().unwrap_or(Fact::OtherStaff);
        Exact::sum(numbers).map_err(|_| first)
    }

    /// As [`Accounts::exact_sum`]; where it has more digits than can be shown, which is a finding, the
    /// first fact.
    pub(super) fn sum(&self, facts: &[Fact]) -> Result<Decimal, Fact> {
        let first = facts.first().copied().unwrap_or(Fact::OtherStaff);
        self.exact_sum(facts)?.decimal().ok_or(first)
    }

    /// Procurement, 万元: goods, works and services. While one is not known, that one.
    ///
    /// # Errors
    /// The first that is blank or cannot be read.
    pub fn procurement(&self) -> Result<Decimal, Fact> {
        self.sum(&PROCUREMENT)
    }

    /// Vehicles of all kinds.
    ///
    /// # Errors
    /// As [`Accounts::procurement`].
    pub fn vehicles(&self) -> Result<Decimal, Fact> {
        self.sum(&VEHICLES)
    }

    /// People on the staff.
    ///
    /// # Errors
    /// As [`Accounts::procurement`].
    pub fn staff(&self) -> Result<Decimal, Fact> {
        self.sum(&STAFF)
    }

    /// Administrative units and those under the civil service law report operating expenses. One of
    /// both is enough to be such a unit; to be none takes two zeros.
    ///
    /// # Errors
    /// The fact on which it depends and that is not known.
    pub fn is_run_like_civil_service(&self) -> Result<bool, Fact> {
        let administrative = self.known(Fact::Administrative);
        // They are part of those in public service.
        let like = self.known(Fact::LikeCivilService).or_else(|| {
            let blank = self.fact(Fact::LikeCivilService) == Reading::Blank;
            let nobody = self
                .known(Fact::PublicService)
                .is_some_and(|all| all.is_zero());
            (blank && nobody).then_some(Decimal::ZERO)
        });
        let some = |count: Option<Decimal>| count.is_some_and(|count| !count.is_zero());
        match (administrative, like) {
            _ if some(administrative) || some(like) => Ok(true),
            (Some(_), Some(_)) => Ok(false),
            (None, _) => Err(Fact::Administrative),
            (_, None) => Err(Fact::LikeCivilService),
        }
    }
}

/// What procurement is made of.
pub const PROCUREMENT: [Fact; 3] = [Fact::Goods, Fact::Works, Fact::Services];

/// Who is on the staff.
pub const STAFF: [Fact; 3] = [Fact::Administrative, Fact::PublicService, Fact::OtherStaff];

/// What running the vehicles is made of.
pub const RUNNING: [Fact; 5] = [
    Fact::Fuel,
    Fact::Maintenance,
    Fact::Tolls,
    Fact::Insurance,
    Fact::OtherRunning,
];

/// Kinds of vehicles a unit has, as the text lists them.
pub const VEHICLES: [Fact; 8] = [
    Fact::Ministers,
    Fact::Leaders,
    Fact::Confidential,
    Fact::Emergency,
    Fact::Law,
    Fact::Technical,
    Fact::Cadres,
    Fact::OtherVehicles,
];

/// A count, with or without its unit: `44`, `44人`, `1辆`.
fn count(text: &str) -> Result<Number, FigureError> {
    const UNITS: [&str; 7] = ["人次", "人", "辆", "台", "套", "个", "批次"];
    let text = text.trim();
    let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit));
    figure::number(bare.unwrap_or(text))
}
