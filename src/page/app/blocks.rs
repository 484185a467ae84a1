//! Blocks of cells: drawn, filled, cleared, in forms and in tables alike.

use super::App;
use crate::page::block::Block;
use crate::page::document::Place;
use crate::page::selection::{Selection, Towards};
use juesuan::Edit;
use juesuan::accounts::{Accounts, Layout};
use juesuan::evaluation::Form;
use std::rc::Rc;

impl App {
    fn accounts(&self) -> Option<(Rc<Accounts>, &'static Layout)> {
        let workbook = self.document.as_ref()?.workbook();
        Some((workbook.accounts.clone(), workbook.layout()))
    }

    /// The block in a table, or the one cell somebody is in there.
    fn block_or_cell(&self) -> Option<Block> {
        let Some(Place::Accounts(cell)) = self.current else {
            return None;
        };
        let (accounts, layout) = self.accounts()?;
        self.block.or_else(|| Block::at(&accounts, layout, cell))
    }

    pub(super) fn select_to(&mut self, place: Place) {
        match place {
            Place::Form(..) => {
                let from = self.selection.or_else(|| Selection::at(self.current?));
                self.selection = from.map(|selection| selection.to(place));
            }
            Place::Accounts(cell) => {
                let from = self.block_or_cell();
                self.block = from
                    .zip(self.accounts())
                    .map(|(block, (accounts, layout))| block.to(&accounts, layout, cell));
            }
        }
    }

    pub(super) fn select_further(&mut self, towards: Towards) {
        if let Some(block) = self.block_or_cell() {
            self.block = self
                .accounts()
                .map(|(accounts, layout)| block.further(&accounts, layout, towards));
            return;
        }
        let from = self.selection.or_else(|| Selection::at(self.current?));
        self.selection = from.map(|s| s.further(towards, self.rows_of(&s)));
    }

    pub(super) fn unselect(&mut self) {
        self.selection = None;
        self.block = None;
    }

    pub(super) fn fill_down(&mut self) -> bool {
        if let Some(block) = self.block_or_cell() {
            let accounts = self.accounts();
            let change = accounts.and_then(|(a, layout)| block.filled_down(&a, layout));
            return change.is_some_and(|change| self.edit(&Edit::Accounts(change)));
        }
        let block = self.selection.or_else(|| Selection::at(self.current?));
        let edit = self.with_form(block, |block, form| block.filled_down(form));
        edit.is_some_and(|edit| self.edit(&edit))
    }

    pub(super) fn clear(&mut self) -> bool {
        if let Some(block) = self.block {
            let accounts = self.accounts();
            let change = accounts.and_then(|(a, layout)| block.cleared(&a, layout));
            return change.is_some_and(|change| self.edit(&Edit::Accounts(change)));
        }
        let edit = self.with_form(self.selection, |block, form| Some(block.cleared(form)));
        edit.is_some_and(|edit| self.edit(&edit))
    }

    fn rows_of(&self, selection: &Selection) -> usize {
        let forms = self.document.as_ref().map(|d| &d.workbook().forms);
        let goal = forms
            .and_then(|forms| forms.get(selection.form))
            .and_then(|form| form.goals.get(selection.goal));
        goal.map_or(0, |goal| goal.indicators.len())
    }

    fn with_form<T>(
        &self,
        block: Option<Selection>,
        with: impl FnOnce(&Selection, &Form) -> Option<T>,
    ) -> Option<T> {
        let block = block?;
        let form = self.document.as_ref()?.workbook().forms.get(block.form)?;
        with(&block, form)
    }
}
