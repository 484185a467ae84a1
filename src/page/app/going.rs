//! How people get elsewhere on the page.

use super::App;
use crate::page::document::{Document, Place};
use crate::page::keys;
use crate::page::views::about::Which;
use crate::page::whereabouts::View;
use juesuan::Spot;
use juesuan::accounts::TableNo;
use juesuan::evaluation::{Cell, FormField};
use juesuan::flows::line::Line;
use juesuan::flows::{Notice, Said};

impl App {
    pub(super) fn show(&mut self, view: View) {
        self.save();
        if view == View::Start {
            self.list();
        }
        self.view = view;
        self.at(None);
        if view == View::Published {
            self.publish();
        }
    }

    /// What was said over one view is not about another. What can be taken back stays, and which files could not be
    /// read: that is about no view.
    pub(super) fn quieten(&mut self, view: View) {
        let stays = matches!(
            self.notice,
            Some(Notice::Deleted(_) | Notice::Problem(Said::NotRead(_)))
        );
        if self.view != view && !stays {
            self.notice = None;
        }
        if self.view != view && !matches!(self.line, Some(Line::Removed(_))) {
            self.line = None;
        }
        self.before = None;
    }

    /// Goes to a cell, perhaps of another view.
    pub(super) fn leave_for(&mut self, place: Place) {
        let before = self.view;
        self.go_to(place);
        self.quieten(before);
    }

    /// Nobody is in a cell any more, or in another.
    pub(super) fn at(&mut self, place: Option<Place>) {
        self.current = place;
        self.unselect();
        self.entered = None;
    }

    /// A cell was entered. Says whether that shows.
    pub(super) fn enter(&mut self, place: Place) -> bool {
        if self.current == Some(place) {
            return false;
        }
        self.at(Some(place));
        self.left = None;
        let workbook = self.document.as_ref().map(Document::workbook);
        let text = workbook.and_then(|workbook| place.text(workbook));
        self.entered = text.map(|text| (place, text));
        true
    }

    /// To where somebody begins with what was just opened: a new form at its first blank.
    pub(super) fn begin(&mut self, is_blank: bool) {
        let form = self
            .document
            .as_ref()
            .and_then(|d| d.workbook().forms.first());
        let unit = form.map(|form| form.unit.is_blank());
        let begins = is_blank && self.view == View::Form(0);
        match unit.filter(|_| begins) {
            Some(true) => self.focus_on(Place::Form(0, Cell::Form(FormField::Unit))),
            Some(false) => self.focus_on(Place::Form(0, Cell::Form(FormField::BasicSpending))),
            None => self.focus = Some(keys::MAIN.to_owned()),
        }
    }

    /// A cell is to be focused once this change is painted.
    pub(super) fn focus_on(&mut self, place: Place) {
        self.focus = Some(keys::id(place));
    }

    /// Goes to a cell, on the view that shows it.
    pub(super) fn go_to(&mut self, place: Place) {
        // A reason is typed below a table too, where the sentence with it is shown.
        let stays = View::of(place) == View::Disclosure && matches!(self.view, View::Table(_));
        let cell = self.host.find(&keys::id(place));
        if !stays || cell.is_none() {
            self.view = View::of(place);
        }
        // One that is being typed into already must not be selected anew.
        if !cell.is_some_and(|cell| cell.matches(":focus").unwrap_or(false)) {
            self.focus = Some(keys::id(place));
        }
        self.enter(place);
    }

    /// To the cell of the next finding of what is on screen, or of the one before.
    pub(super) fn step_finding(&mut self, forward: bool) -> bool {
        let about = self
            .document
            .as_ref()
            .and_then(|document| self.about(document));
        let Some(about) = about else { return false };
        let kinds = (0..about.len()).filter_map(|at| about.kind(at));
        let open = kinds.filter(|kind| kind.which != Which::Aside);
        let mut places: Vec<Place> = open.map(|kind| kind.place).collect();
        places.dedup();
        let here = places.iter().position(|place| self.current == Some(*place));
        let last = places.len().saturating_sub(1);
        let next = match (here, forward) {
            (None, true) => 0,
            (None, false) => last,
            (Some(here), true) if here == last => 0,
            (Some(here), true) => here + 1,
            (Some(here), false) => here.checked_sub(1).unwrap_or(last),
        };
        let Some(place) = places.get(next).copied() else {
            return false;
        };
        self.go_to(place);
        true
    }

    /// To what answers the finding somebody is at, or to the findings; from there back to the cell.
    pub(super) fn go_to_panel(&mut self) {
        let panel = self.host.find(keys::PANEL);
        let inside = panel.is_some_and(|panel| panel.matches(":focus-within").unwrap_or(false));
        let back = || self.current.map_or_else(|| keys::MAIN.to_owned(), keys::id);
        let answer = [keys::FINDING, keys::PANEL].into_iter();
        let mut answer = answer.filter(|id| self.host.find(id).is_some());
        self.focus = match (inside, answer.next()) {
            (false, Some(id)) => Some(id.to_owned()),
            _ => Some(back()),
        };
    }

    /// The form on screen may be gone, removed or undone: then the one before it is shown. Without a
    /// workbook there is neither form nor rules.
    pub(super) fn stay_on_a_form(&mut self) {
        match (self.view, &self.document) {
            (View::Form(form), Some(document)) => {
                let forms = document.workbook().forms.len();
                self.view = match forms.checked_sub(1) {
                    Some(last) => View::Form(form.min(last)),
                    None => View::Table(TableNo::INCOME_AND_SPENDING),
                };
            }
            (View::Paper(at), _) if at >= self.reading.papers().len() => {
                let listed = self.reading.is_listed();
                self.view = match (self.reading.papers().len().checked_sub(1), &self.document) {
                    // Back to where it was opened from.
                    (_, _) if listed => View::Papers,
                    (Some(last), _) => View::Paper(last),
                    (None, Some(_)) => View::Form(0),
                    (None, None) => View::Start,
                };
            }
            (View::Draft(at), Some(document)) if at >= document.workbook().rule_drafts.len() => {
                self.view = View::Rules;
            }
            (View::Import, document) if self.importing.is_none() => {
                self.view = document.as_ref().map_or(View::Start, |_| View::Form(0));
            }
            (View::Papers, document) if self.reading.rows().is_empty() => {
                self.view = match document {
                    Some(_) => View::Form(0),
                    None => View::Start,
                };
            }
            (view, None) if view.needs_workbook() => self.view = View::Start,
            _ => {}
        }
        if let View::Form(form) = self.view {
            self.tried = form;
        }
    }

    /// The cell itself, or where its row is gone the nearest one that is there.
    fn nearest(&self, place: Place) -> Place {
        let workbook = self.document.as_ref().map(Document::workbook);
        workbook.map_or(place, |workbook| place.nearest(workbook))
    }

    /// Shows where something was undone or redone, and goes there.
    pub(super) fn show_spot(&mut self, spot: Spot) {
        match spot {
            Spot::Cell(form, cell) => {
                self.view = View::Form(form);
                self.focus = Some(keys::id(self.nearest(Place::Form(form, cell))));
            }
            Spot::Form(form) => {
                self.view = View::Form(form);
                self.focus = Some(keys::MAIN.to_owned());
            }
            Spot::Accounts(cell) => {
                self.go_to(self.nearest(Place::Accounts(cell)));
            }
            Spot::Year => {
                // The year stands above a form or a table.
                if !matches!(self.view, View::Form(_) | View::Table(_)) {
                    self.view = View::Form(0);
                }
                self.focus = Some(keys::YEAR.to_owned());
            }
            Spot::Rules => {
                self.view = View::Rules;
                self.focus = Some(keys::MAIN.to_owned());
            }
            Spot::Draft(at, cell) => {
                self.view = View::Draft(at);
                self.focus = self.draft_element(at, cell);
            }
        }
    }
}
