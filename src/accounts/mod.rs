//! Final accounts (决算): tables 公开01 to 公开09, the identities between their cells, and what the
//! explanatory text needs beside them.
//!
//! [`Accounts`] is as typed; [`Layout`] is data from `layouts/`; [`reckon`] works out every cell and
//! every identity, [`examine`] adds what there is to say.

mod cell;
mod change;
mod check;
mod column;
mod grid;
mod identity;
mod layout;
mod layout_check;
mod layout_file;
mod layout_parts;
mod layout_patch;
mod layouts;
mod model;
mod path;
mod place;
mod reckon;
mod review;
mod sheet;
mod style;
mod subjects;
mod table_no;
pub mod template;
mod unplaced;
mod wording;
mod work;

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
pub use sheet::Value;
pub use style::{BadStyle, Block, ChartKind, Section, Style, Template, Wording};
pub use subjects::{Depth, OtherName, Subject, Subjects, parent, plain_code};
pub use table_no::TableNo;
pub(crate) use wording::forms_disagree;
pub use work::{Completion, completion};

use crate::figure::{self, FigureError, Number};
use rust_decimal::Decimal;

/// Finding of the accounts.
pub type Finding = crate::finding::Finding<Cell>;

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

    /// The sum of some facts: those that are blank count as nothing once another is filled in.
    fn sum(&self, facts: &[Fact]) -> Option<Decimal> {
        if facts
            .iter()
            .any(|fact| matches!(self.fact(*fact), Reading::Unreadable(_) | Reading::NotWhole))
        {
            return None;
        }
        let known: Vec<Decimal> = facts.iter().filter_map(|fact| self.known(*fact)).collect();
        (!known.is_empty()).then(|| known.iter().sum())
    }

    /// Procurement, 万元: goods, works and services.
    pub fn procurement(&self) -> Option<Decimal> {
        self.sum(&[Fact::Goods, Fact::Works, Fact::Services])
    }

    /// Vehicles of all kinds.
    pub fn vehicles(&self) -> Option<Decimal> {
        self.sum(&VEHICLES)
    }

    /// People on the staff.
    pub fn staff(&self) -> Option<Decimal> {
        self.sum(&[Fact::Administrative, Fact::PublicService, Fact::OtherStaff])
    }

    /// Administrative units and those under the civil service law report operating expenses.
    pub fn is_run_like_civil_service(&self) -> bool {
        let some = |fact| self.known(fact).is_some_and(|count| !count.is_zero());
        some(Fact::Administrative) || some(Fact::LikeCivilService)
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
    check::check(accounts, reckoned)
}

/// How a value came about: the sum it follows from, with its numbers.
pub fn working(reckoned: &Reckoned, cell: Cell) -> Option<String> {
    let relation = reckoned.source(cell)?;
    let (left, right) = reckoned.sides(relation);
    if left == Some(cell) {
        return Some(check::working(reckoned, relation));
    }
    // What was left over: the whole less the others.
    let whole = reckoned.value(left?).known()?;
    let mut text = figure::grouped(whole);
    let mut rest = whole;
    let mut taken = false;
    for (minus, other, value) in right {
        if other == Some(cell) {
            taken = minus;
            continue;
        }
        let value = value.known().unwrap_or_default();
        rest = if minus { rest + value } else { rest - value };
        if !value.is_zero() {
            text.push_str(if minus { " + " } else { " − " });
            text.push_str(&figure::grouped(value));
        }
    }
    if taken {
        rest = -rest;
    }
    let rest = figure::grouped(rest);
    Some(if text == rest {
        text
    } else {
        format!("{text} = {rest}")
    })
}
