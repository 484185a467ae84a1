//! Blocks of cells: drawn, filled, cleared.

use super::App;
use crate::page::document::{Document, Place};
use juesuan::Workbook;
use juesuan::address::Towards;
use juesuan::session::Selection;
use std::rc::Rc;

impl App {
    /// The block, or the one cell somebody is in.
    fn selected(&self) -> Option<(Selection, Rc<Workbook>)> {
        let workbook = self.document.as_ref().map(Document::workbook)?.clone();
        let selection = match self.selection {
            Some(selection) => selection,
            None => Selection::at(&workbook, self.current?)?,
        };
        Some((selection, workbook))
    }

    pub(super) fn select_to(&mut self, place: Place) {
        let from = self.selected();
        self.selection = from.map(|(selection, workbook)| selection.to(&workbook, place));
    }

    pub(super) fn select_further(&mut self, towards: Towards) {
        let from = self.selected();
        self.selection = from.map(|(selection, workbook)| selection.further(&workbook, towards));
    }

    pub(super) fn unselect(&mut self) {
        self.selection = None;
    }

    pub(super) fn fill_down(&mut self) -> bool {
        let from = self.selected();
        let edit = from.and_then(|(selection, workbook)| selection.filled_down(&workbook));
        edit.is_some_and(|edit| self.edit(&edit))
    }

    pub(super) fn clear(&mut self) -> bool {
        let workbook = self.document.as_ref().map(Document::workbook);
        let selection = self.selection.zip(workbook);
        let edit = selection.and_then(|(selection, workbook)| selection.cleared(workbook));
        edit.is_some_and(|edit| self.edit(&edit))
    }
}
