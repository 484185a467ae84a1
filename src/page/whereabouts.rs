//! Where on the page somebody is.

use juesuan::Place;
use juesuan::accounts::{self, Column, TableNo};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Start,
    Quick,
    /// Rule sets and settings of the open workbook.
    Rules,
    /// A rule set that is being written, by its place among them.
    Draft(usize),
    Consolidate,
    /// A document that was read in this session, counted from 0.
    Paper(usize),
    /// The list of all of them.
    Papers,
    Form(usize),
    /// A table of the accounts.
    Table(TableNo),
    /// What the text needs beside the tables.
    Facts,
    /// The explanatory text.
    Disclosure,
    /// The identities between the cells.
    Identities,
    /// The workbook that a document has become, before it is taken.
    Import,
    /// The whole disclosure as it is published.
    Published,
}

impl View {
    /// Where a cell is typed into.
    pub(super) fn of(place: Place) -> Self {
        match place {
            Place::Form(form, _) => View::Form(form),
            Place::Accounts(cell) => match (cell, cell.table(), cell.column()) {
                (_, Some(table), Some(column))
                    if column.is_amount() || matches!(column, Column::Code | Column::Name) =>
                {
                    View::Table(table)
                }
                (accounts::Cell::Layout, ..) => View::Table(TableNo::INCOME_AND_SPENDING),
                (accounts::Cell::Fact(_) | accounts::Cell::Work(..), ..) => View::Facts,
                (accounts::Cell::Setting(_), ..) => View::Rules,
                _ => View::Disclosure,
            },
        }
    }

    /// Whether it goes on paper.
    pub(super) fn prints(self) -> bool {
        self.needs_workbook() && !matches!(self, View::Rules | View::Draft(_))
    }

    /// Whether there is nothing to show without a workbook.
    pub(super) fn needs_workbook(self) -> bool {
        !matches!(
            self,
            View::Start
                | View::Quick
                | View::Consolidate
                | View::Paper(_)
                | View::Papers
                | View::Import
        )
    }
}
