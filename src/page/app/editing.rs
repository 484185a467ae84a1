//! Edits of the open workbook, undone and made again.

use super::App;
use crate::page::document::{Document, Place};
use crate::page::files;
use crate::page::host::Told;
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::whereabouts::View;
use juesuan::evaluation::{Cell, FormField};
use juesuan::exchange::{form_title, read_rules};
use juesuan::flows::line::{Line, Removed, leaving};
use juesuan::flows::{Notice, Said, pasting};
use juesuan::{Edit, Refused, Spot};
use std::sync::Arc;
use web_sys::File;

impl App {
    /// Makes an edit, or says why it cannot be made. Says whether it was.
    pub(super) fn edit(&mut self, edit: &Edit) -> bool {
        if self.read_only {
            return false;
        }
        // One form is the portal's: there is no second, and no form less.
        let of_forms = matches!(
            edit,
            Edit::AddForm { .. } | Edit::CopyForm { .. } | Edit::RemoveForm { .. }
        );
        let portal = self.host.portal.as_ref();
        if of_forms && portal.is_some_and(|portal| !portal.is_whole()) {
            return false;
        }
        let Some(document) = &mut self.document else {
            return false;
        };
        let removed = Removed::by(edit, document.workbook());
        match document.apply(edit) {
            Ok(()) => self.line = removed.map(Line::Removed),
            // The row is gone already, as after two quick clicks on one button.
            Err(Refused::BadCell(_)) => return false,
            Err(Refused::Beyond(beyond)) => {
                self.problem(Said::Beyond(beyond));
                // What was typed nevertheless leaves the field again.
                self.refusals.0 += 1;
                return false;
            }
        }
        match edit {
            Edit::CopyForm { form } => {
                let copy = document.workbook().forms.get(form + 1);
                let name = copy.map_or_else(String::new, |copy| form_title(copy));
                self.notice = Some(Notice::Done(Said::FormCopied(name)));
                self.view = View::Form(form + 1);
                self.at(None);
                self.focus = Some(keys::MAIN.to_owned());
            }
            Edit::RemoveForm { .. } => {
                self.at(None);
                self.focus = Some(keys::MAIN.to_owned());
            }
            Edit::Draft(drafting) => self.drafted(drafting),
            _ => {}
        }
        self.changed();
        true
    }

    /// A cell was left: a calculation in it is worked out. Says whether that shows anything new.
    pub(super) fn leave(&mut self, place: Place) -> bool {
        let workbook = self.document.as_ref().map(Document::workbook);
        let left = workbook.filter(|_| !self.read_only);
        let left = left.and_then(|workbook| leaving(place, workbook));
        let worked = left.is_some();
        if let Some((edit, line)) = left {
            if let Some(edit) = edit {
                self.edit(&edit);
            }
            self.line = Some(line);
        }
        let tells = self.document.as_mut().is_some_and(|d| d.leave(place));
        worked || tells
    }

    /// Makes an edit and goes to where it changed something, which need not be where it was asked for.
    pub(super) fn edit_there(&mut self, edit: &Edit) -> bool {
        let open = self.document.as_ref();
        let spot = open.map(|document| edit.spot(document.workbook()));
        let made = self.edit(edit);
        if let Some(spot) = spot.filter(|_| made) {
            self.show_spot(spot);
        }
        made
    }

    /// What is open is another now: it is kept, or the portal that keeps it is told.
    pub(super) fn changed(&mut self) {
        match &self.host.portal {
            Some(portal) => {
                portal.tell(Told::Change);
                portal.tell(Told::Validated);
            }
            None => self.keep_changed(),
        }
    }

    /// One step back, or on again.
    pub(super) fn undo(&mut self, step: fn(&mut Document) -> Option<Spot>) -> bool {
        let document = self.document.as_mut().filter(|_| !self.read_only);
        let Some(spot) = document.and_then(step) else {
            return false;
        };
        self.paste(pasting::Msg::Undone);
        if matches!(&self.notice, Some(Notice::Problem(said) | Notice::Done(said)) if said.is_of_a_change())
        {
            self.notice = None;
        }
        self.line = None;
        self.unselect();
        self.changed();
        self.show_spot(spot);
        true
    }

    /// The cell somebody is in takes back what stood there when it was entered.
    pub(super) fn revert(&mut self) {
        if let Some((place, text)) = self.entered.clone() {
            self.focus = Some(keys::id(place));
            self.edit(&place.setting(text));
        }
    }

    pub(super) fn add_project(&mut self) {
        let Some(document) = &self.document else {
            return;
        };
        let form = Box::new(document.workbook().new_project());
        let last = document.workbook().forms.len();
        if self.edit(&Edit::AddForm { form }) {
            self.view = View::Form(last);
            self.at(None);
            self.focus_on(Place::Form(last, Cell::Form(FormField::Name)));
        }
    }

    pub(super) fn import_rules(&self, file: File) {
        self.later(async { Msg::RulesRead(files::bytes(file).await) });
    }

    pub(super) fn rules_read(&mut self, bytes: Option<Vec<u8>>) {
        let Some(bytes) = bytes else {
            return self.problem(Said::FileUnreadable);
        };
        match read_rules(&bytes) {
            Ok(rules) => {
                let imported = Said::RulesImported(rules.name.clone());
                let rules = Arc::new(rules);
                if self.edit(&Edit::AddRuleSet { rules }) {
                    self.notice = Some(Notice::Done(imported));
                }
            }
            Err(error) => self.problem(Said::RulesRefused(error)),
        }
    }
}
