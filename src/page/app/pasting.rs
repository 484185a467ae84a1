//! What is pasted: where somebody is, handed to the flow; and the edits it wants made.

use super::App;
use crate::page::document::Place;
use juesuan::Edit;
use juesuan::flows::pasting::{self, Effect, Made, Msg};
use std::rc::Rc;

impl App {
    /// A block from a spreadsheet, at a cell.
    pub(super) fn paste_at(&mut self, place: Place, cells: Vec<Vec<String>>) -> bool {
        match place {
            Place::Form(form, cell) => self.paste(Msg::IntoForm { form, cell, cells }),
            Place::Accounts(cell) => {
                // A block goes to the top left of a block.
                let corner = self.block.zip(self.document.as_ref());
                let corner = corner.and_then(|(block, document)| {
                    let workbook = document.workbook();
                    block.corner(&workbook.accounts, workbook.layout())
                });
                let cell = corner.unwrap_or(cell);
                self.paste(Msg::IntoTable { cell, cells })
            }
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
