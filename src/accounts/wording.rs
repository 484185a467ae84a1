//! What the checks of the accounts find, as data.

use super::cell::{Cell, Fact, WorkField};
use super::finding::{Also, Finding};
use super::identity::Identity;
use super::layout::TableNo;
use super::subjects::{Depth, Subject};
use crate::figure::{Exact, FigureError, Number};
use crate::finding::OtherSide;
use crate::finding::{AccountsMatter as Matter, Difference, Incomparable, Rule};
use crate::settings::Setting;
use crate::settings::SettingProblem;
use crate::working::Working;
use rust_decimal::Decimal;

pub(crate) use crate::finding::Compared;

/// What an amount looks like.
pub(super) const AMOUNT: &str = "1,552.63";

/// The beginning of a typed text, as it is quoted.
fn shown(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// A year that cannot be read, and the layout that is used meanwhile.
/// `by_year`: the layout that stands in for that of the year.
pub(crate) fn year_unreadable(typed: &str, by_year: Option<&str>) -> Finding {
    let matter = Matter::YearUnreadable {
        year: shown(typed.trim(), 20),
        layout: by_year.map(str::to_owned),
    };
    Finding::new(Cell::Year, matter)
}

/// `by_year`: the layout that stands in for that of the year.
pub(crate) fn year_missing(by_year: Option<&str>) -> Finding {
    let layout = by_year.map(str::to_owned);
    Finding::new(Cell::Year, Matter::YearMissing { layout })
}

/// A style that is not there, and the one the text is written in instead.
pub(crate) fn style_unknown(id: &str, used: &str) -> Finding {
    let matter = Matter::StyleUnknown {
        style: shown(id.trim(), 30),
        used: used.to_owned(),
    };
    Finding::new(Cell::Style, matter)
}

/// A setting that cannot be read, where there is no form to say it at.
pub(crate) fn setting_unreadable(
    setting: Setting,
    typed: &str,
    problem: SettingProblem,
) -> Finding {
    let matter = Matter::Setting {
        setting: setting.as_str(),
        text: shown(typed.trim(), 20),
        problem,
    };
    Finding::new(Cell::Setting(setting), matter)
}

pub(super) fn unreadable(
    cell: Cell,
    phrase: &str,
    error: &FigureError,
    example: &'static str,
) -> Finding {
    let matter = Matter::Unreadable {
        error: error.clone(),
        phrase: phrase.to_owned(),
        example,
        money: example == AMOUNT,
    };
    Finding::new(cell, matter)
}

pub(super) fn not_whole(cell: Cell, label: &str, text: &str) -> Finding {
    let matter = Matter::NotWhole {
        text: shown(text.trim(), 20),
        label: label.to_owned(),
    };
    Finding::new(cell, matter)
}

pub(super) fn negative(cell: Cell, phrase: &str, number: Number) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::Negative { number, phrase })
}

pub(super) fn decimals(cell: Cell, phrase: &str, number: Number) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::Decimals { number, phrase })
}

pub(super) fn code_missing(cell: Cell, line: usize) -> Finding {
    Finding::new(cell, Matter::CodeMissing { line })
}

pub(super) fn code_unreadable(cell: Cell, code: &str) -> Finding {
    let code = shown(code, 20);
    Finding::new(cell, Matter::CodeUnreadable { code })
}

pub(super) fn code_unknown(cell: Cell, code: &str, depth: Depth) -> Finding {
    let (code, depth) = (code.to_owned(), depth.name());
    Finding::new(cell, Matter::CodeUnknown { code, depth })
}

pub(super) fn code_twice(cell: Cell, code: &str, first: usize) -> Finding {
    let code = code.to_owned();
    Finding::new(cell, Matter::CodeTwice { code, first })
}

pub(super) fn code_orphan(cell: Cell, code: &str, above: &str, name: &str) -> Finding {
    let matter = Matter::CodeOrphan {
        code: code.to_owned(),
        above: above.to_owned(),
        name: name.to_owned(),
        depth: Depth::of(above).map_or("", Depth::name),
    };
    Finding::new(cell, matter)
}

pub(super) fn code_name(cell: Cell, subject: Subject, typed: &str) -> Finding {
    let matter = Matter::CodeName {
        code: subject.code.to_owned(),
        typed: shown(typed, 30),
        name: subject.name.to_owned(),
    };
    Finding::new(cell, matter).mend(cell, subject.name)
}

pub(super) fn table_empty(cell: Cell, no: TableNo, table: String, nothing: &str) -> Finding {
    let (no, nothing) = (no.to_string(), nothing.to_owned());
    Finding::new(cell, Matter::TableEmpty { no, table, nothing })
}

pub(super) fn table_not_empty(cell: Cell, no: TableNo, table: String, nothing: &str) -> Finding {
    let (no, nothing) = (no.to_string(), nothing.to_owned());
    Finding::new(cell, Matter::TableNotEmpty { no, table, nothing })
}

pub(super) fn table_sum(cell: Cell, phrase: &str, sums: Compared) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::TableSum { sums, phrase })
}

pub(super) fn parts_exceed(cell: Cell, phrase: &str, sums: Compared) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::PartsExceed { sums, phrase })
}

/// Rows that come to less than their whole, which may not all be there yet; `other` is the table they
/// are in where it is another one.
pub(super) fn table_short(
    cell: Cell,
    phrase: &str,
    other: Option<String>,
    sums: Compared,
) -> Finding {
    let matter = Matter::TableShort {
        sums,
        phrase: phrase.to_owned(),
        other,
    };
    Finding::new(cell, matter)
}

pub(super) fn short_place(cell: Cell, phrase: &str, sums: Compared) -> Also {
    let phrase = phrase.to_owned();
    Also {
        cell,
        difference: Difference::Short { phrase, sums },
    }
}

/// Where rounding makes a difference: both sides and how far they are apart.
pub(crate) fn rounding_place(cell: Cell, phrase: &str, other: OtherSide, sums: Compared) -> Also {
    Also {
        cell,
        difference: Difference::Rounding {
            phrase: phrase.to_owned(),
            other,
            sums,
        },
    }
}

/// Of one place alone what there is to say of it.
fn alone(places: &[Also]) -> Option<Difference> {
    match places {
        [one] => Some(one.difference.clone()),
        _ => None,
    }
}

/// One notice for all differences that rounding explains.
pub(super) fn rounding(places: Vec<Also>) -> Option<Finding> {
    let first = places.first()?;
    let (count, one) = (places.len(), alone(&places));
    let mut finding = Finding::new(first.cell, Matter::Rounding { count, one });
    finding.also = places;
    Some(finding)
}

pub(super) fn shown_place(cell: Cell, phrase: &str, shown: Exact, sum: Exact) -> Also {
    Also {
        cell,
        difference: Difference::Shown {
            phrase: phrase.to_owned(),
            shown,
            sum,
        },
    }
}

/// One notice for all exact sums that do not add up in what is displayed of them.
pub(super) fn rounding_shown(places: Vec<Also>) -> Option<Finding> {
    let first = places.first()?;
    let (count, one) = (places.len(), alone(&places));
    let mut finding = Finding::new(first.cell, Matter::RoundingShown { count, one });
    finding.also = places;
    Some(finding)
}

/// A cell whose amount follows and is too long to be shown.
pub(super) fn out_of_range(cell: Cell, phrase: &str) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::OutOfRange { phrase })
}

pub(super) fn tables_disagree(
    cell: Cell,
    identity: &Identity,
    phrase: &str,
    other: OtherSide,
    sums: Compared,
) -> Finding {
    let matter = Matter::TablesDisagree {
        sums,
        phrase: phrase.to_owned(),
        other,
    };
    Finding::new(cell, matter).resting_on(Rule::Identity {
        no: identity.no.to_string(),
        title: identity.title.to_string(),
    })
}

pub(super) fn unbudgeted(cell: Cell, phrase: &str, actual: Decimal) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::Unbudgeted { actual, phrase })
}

pub(super) fn over_budget(cell: Cell, phrase: &str, actual: Decimal, budget: Decimal) -> Finding {
    let matter = Matter::OverBudget {
        actual,
        budget,
        phrase: phrase.to_owned(),
    };
    let finding = Finding::new(cell, matter);
    match (Exact::try_from(actual), Exact::try_from(budget)) {
        (Ok(actual), Ok(budget)) => finding.worked(Working::difference(actual, budget)),
        _ => finding,
    }
}

pub(super) fn more_than(part: Fact, p: Number, whole: &str, w: Number) -> Finding {
    let matter = Matter::MoreThan {
        part: p,
        whole: w,
        part_label: part.label().to_owned(),
        whole_label: whole.to_owned(),
    };
    Finding::new(Cell::Fact(part), matter)
}

pub(super) fn more_than_procurement(part: Number, whole: Exact) -> Finding {
    let cell = Cell::Fact(Fact::SmallMedium);
    Finding::new(cell, Matter::MoreThanProcurement { part, whole })
}

pub(super) fn running_parts(
    first: Fact,
    table: String,
    sums: Compared,
    working: Working,
) -> Finding {
    Finding::new(Cell::Fact(first), Matter::RunningParts { sums, table }).worked(working)
}

pub(super) fn operating_differs(typed: Number, table: String, public: Exact) -> Finding {
    let cell = Cell::Fact(Fact::Operating);
    let matter = Matter::OperatingDiffers {
        typed,
        public,
        table,
    };
    Finding::new(cell, matter)
}

pub(super) fn more_held(held: Number, all: Decimal) -> Finding {
    Finding::new(Cell::Fact(Fact::Held), Matter::MoreHeld { held, all })
}

pub(super) fn spent_on_nothing(fact: Fact, phrase: &str, spent: Decimal) -> Finding {
    let matter = Matter::SpentOnNothing {
        spent,
        phrase: phrase.to_owned(),
        label: fact.label().to_owned(),
    };
    Finding::new(Cell::Fact(fact), matter)
}

pub(super) fn nothing_spent(fact: Fact, phrase: &str, count: Number) -> Finding {
    let matter = Matter::NothingSpent {
        count,
        phrase: phrase.to_owned(),
        label: fact.label().to_owned(),
    };
    Finding::new(Cell::Fact(fact), matter)
}

pub(super) fn work_not_comparable(row: usize, why: Incomparable) -> Finding {
    let cell = Cell::Work(row, WorkField::ActualValue);
    Finding::new(cell, Matter::WorkNotComparable { why })
}

/// A figure of the accounts, and what the forms say of the same money.
pub(crate) fn forms_disagree(cell: Cell, phrase: &str, name: OtherSide, sums: Compared) -> Finding {
    let phrase = phrase.to_owned();
    Finding::new(cell, Matter::FormsDisagree { sums, phrase, name })
}

pub(super) fn layout_unknown(id: &str, used: &str) -> Finding {
    let (layout, used) = (shown(id, 30), used.to_owned());
    Finding::new(Cell::Layout, Matter::LayoutUnknown { layout, used })
}

/// Cells with something typed for which the layout has no place.
pub(super) fn cells_unplaced(layout: &str, mut cells: Vec<String>) -> Finding {
    const SHOWN: usize = 6;
    let (count, layout) = (cells.len(), layout.to_owned());
    cells.truncate(SHOWN);
    let matter = Matter::CellsUnplaced {
        cells,
        count,
        layout,
    };
    Finding::new(Cell::Layout, matter)
}
