//! Final accounts (决算): tables 公开01 to 公开09, the identities between their cells, and what the
//! explanatory text needs beside them.
//!
//! [`Accounts`] is as typed; [`Layout`] is data from `layouts/`; [`reckon`] works out every cell and
//! every identity, [`examine`] adds what there is to say.

mod bounds;
mod cell;
mod change;
mod check;
mod column;
mod facts;
mod grid;
mod identity;
mod layout;
mod layout_check;
mod layout_file;
mod layout_parts;
mod layout_patch;
mod layouts;
mod mend;
mod model;
mod path;
mod place;
mod reckon;
mod relate;
mod review;
mod sheet;
mod style;
mod subjects;
mod table_no;
pub mod template;
mod unplaced;
mod wording;
mod work;
mod zeros;

pub use cell::{BadCell, Cell, Column, Fact, FactKind, WorkField, read_amount};
pub use change::{Change, Filled, Target};
pub use grid::{Grid, RowAt};
pub use identity::Identity;
pub use layout::{ColumnLayout, Layout, RowLayout, Side, TableLayout};
pub use layout_parts::BadLayout;
pub use model::{Accounts, Cells, MOST_LINES, Table, Work};
pub(crate) use place::unnumbered;
pub(crate) use reckon::reckon_after;
pub use reckon::{Kind, Reckoned, Relation, State, reckon};
pub(crate) use sheet::Figure;
pub use sheet::Value;
pub use style::{BadStyle, Block, ChartKind, Section, Style, Template, Wording};
pub use subjects::{Depth, OtherName, Subject, Subjects, parent, plain_code};
pub use table_no::TableNo;
pub(crate) use wording::{
    Compared, forms_disagree, rounding_place, setting_unreadable, style_unknown, year_missing,
    year_unreadable,
};
pub use work::{Completion, completion};

use crate::figure::{self, Exact, FigureError, Number};
use rust_decimal::Decimal;

/// Finding of the accounts.
pub type Finding = crate::finding::Finding<Cell>;

/// One of the places of a finding about many.
pub type Also = crate::finding::Also<Cell>;

/// How a fact reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    Blank,
    Number(Number),
    /// Words, in a fact of words.
    Words,
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

    fn known(&self, fact: Fact) -> Option<Decimal> {
        match self.fact(fact) {
            Reading::Number(number) => Some(number.decimal()),
            _ => None,
        }
    }

    /// The sum of some facts, or the first of them that is not known: one that is blank is not nothing.
    fn exact_sum(&self, facts: &[Fact]) -> Result<Exact, Fact> {
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
    fn sum(&self, facts: &[Fact]) -> Result<Decimal, Fact> {
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

    /// Nothing is typed anywhere.
    pub fn is_untouched(&self) -> bool {
        self.tables
            .iter()
            .all(|table| table.is_blank() && !table.none)
            && self.facts.values().all(crate::Typed::is_blank)
            && self.text.values().all(crate::Typed::is_blank)
            && self.work.is_empty()
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

/// Everything there is to say of the accounts on their own.
pub fn examine(accounts: &Accounts, reckoned: &Reckoned) -> Vec<Finding> {
    examine_with(accounts, reckoned, Vec::new())
}

/// The same with differences that rounding explains elsewhere: there is one notice for all of them.
pub(crate) fn examine_with(
    accounts: &Accounts,
    reckoned: &Reckoned,
    roundings: Vec<Also>,
) -> Vec<Finding> {
    check::check(accounts, reckoned, roundings)
}

/// How a value came about: the sum it follows from, with its numbers.
pub fn working(reckoned: &Reckoned, cell: Cell) -> Option<String> {
    let relation = reckoned.source(cell)?;
    let (left, right) = reckoned.sides(relation);
    if left == Some(cell) {
        return Some(check::working(reckoned, relation));
    }
    // What was left over: the whole less the others.
    let exact = |cell| reckoned.figure(cell).map(|figure| figure.exact);
    let amount = exact(cell)?;
    let whole = exact(left?)?;
    let mut text = whole.grouped();
    let mut rest = whole;
    let mut taken = false;
    for (minus, other, _) in right {
        if other == cell {
            taken = minus;
            continue;
        }
        let value = exact(other).unwrap_or_default();
        rest = if minus {
            rest.checked_add(value)?
        } else {
            rest.checked_sub(value)?
        };
        if !value.is_zero() {
            text.push_str(if minus { " + " } else { " − " });
            text.push_str(&value.grouped());
        }
    }
    if taken {
        rest = Exact::ZERO.checked_sub(rest)?;
    }
    // What several sums together leave has no working of one.
    if rest != amount {
        return None;
    }
    let rest = rest.grouped();
    Some(if text == rest {
        text
    } else {
        format!("{text} = {rest}")
    })
}
