//! What is pasted: where somebody is, handed to the flow; and the edits it wants made.

use super::App;
use crate::page::document::{Document, Place};
use juesuan::Edit;
use juesuan::flows::pasting::{self, Effect, Made, Msg};
use juesuan::session::Selection;
use std::rc::Rc;

impl App {
    /// A block from a spreadsheet, at a cell.
    pub(super) fn paste_at(&mut self, place: Place, cells: Vec<Vec<String>>) -> bool {
        // A block goes to the top left of a block.
        let workbook = self.document.as_ref().map(Document::workbook);
        let block = self.selection.filter(Selection::is_block).zip(workbook);
        let corner = block.and_then(|(block, workbook)| block.corner(workbook));
        match corner.unwrap_or(place) {
            Place::Form(form, cell) => self.paste(Msg::IntoForm { form, cell, cells }),
            Place::Accounts(cell) => self.paste(Msg::IntoTable { cell, cells }),
        }
    }

    pub(super) fn paste(&mut self, msg: Msg) -> bool {
        let document = self.document.as_ref().filter(|_| !self.read_only);
        let open = document.map(|d| (d.workbook().as_ref(), &*d.assessment().accounts.reckoned));
        for effect in self.pasting.update(msg, &pasting::Around { open }) {
            match effect {
                Effect::Make(edit) => {
                    let made = self.make(&edit);
                    self.paste(Msg::Made(made));
                }
                Effect::Say(notice) => self.notice = Some(notice),
                Effect::SayNothing => self.notice = None,
            }
        }
        true
    }

    /// Makes an edit, and sees whether it changed anything: only then there is something to undo.
    fn make(&mut self, edit: &Edit) -> Made {
        let before = self.document.as_ref().map(|d| d.workbook().clone());
        let refusals = self.refusals;
        self.edit(edit);
        let after = self.document.as_ref().map(|d| d.workbook());
        match (&before, after) {
            _ if self.refusals != refusals => Made::Refused,
            (Some(before), Some(after)) if !Rc::ptr_eq(before, after) => Made::Changed,
            _ => Made::Same,
        }
    }
}
