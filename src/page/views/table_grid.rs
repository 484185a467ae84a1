//! What the parts of a table are made of.

use crate::page::document::Marks;
use crate::page::message::Msg;
use crate::page::shared::Shared;
use juesuan::accounts::{Accounts, Cell, Layout, Reckoned, TableNo};
use juesuan::disclosure::Disclosure;
use juesuan::flows::pasting::Pasted;
use juesuan::session::Selection;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TableProps {
    pub no: TableNo,
    pub accounts: Shared<Accounts>,
    pub reckoned: Shared<Reckoned>,
    pub disclosure: Shared<Disclosure>,
    pub marks: Shared<Marks<Cell>>,
    pub selection: Option<Selection>,
    pub pasted: Option<Pasted>,
    /// Errors of each table, for the tabs.
    pub errors: Vec<usize>,
    pub unit: String,
    /// Only the table itself, for paper.
    #[prop_or_default]
    pub bare: bool,
    pub on: Callback<Msg>,
}

impl TableProps {
    pub fn layout(&self) -> &'static Layout {
        self.reckoned.layout
    }
}
