//! The list of what there is to do, and of the places where a text stands.

use super::App;
use crate::page::document::{Document, Place};
use crate::page::host::Portal;
use crate::page::keys;
use crate::page::message::{Deed, Msg, Target};
use crate::page::views::looking as view;
use crate::page::whereabouts::View;
use juesuan::Workbook;
use juesuan::evaluation::whereabouts;
use juesuan::exchange::form_title;
use juesuan::flows::looking::{Effect, Entry, For, Msg as Look};
use juesuan::quick::Calculation;
use juesuan::say::{Language, official};
use juesuan_domain::find::find;

impl App {
    /// Something happened to the list.
    pub(super) fn look(&mut self, msg: Look) -> bool {
        let opens = matches!(msg, Look::Open(_));
        let mut looking = std::mem::take(&mut self.looking);
        let was_open = looking.open().is_some();
        let effects = looking.update(msg, &|what, typed| self.entries(what, typed));
        self.looking = looking;
        if opens && !was_open {
            self.before_looking = self.host.root().and_then(|root| root.focused());
        }
        for effect in effects {
            match effect {
                Effect::FocusField => self.fill_field = true,
                Effect::FocusBack => self.focus_back(),
                Effect::Show(to) => {
                    self.go_for(to);
                    // The field keeps the focus; the place is only marked.
                    self.shown = self.focus.take();
                }
                Effect::Do(to) => self.go_for(to),
            }
        }
        true
    }

    /// Back to where somebody was, or to the place that was found since.
    fn focus_back(&mut self) {
        let before = self.before_looking.take();
        if self.marked.is_some() {
            self.focus = self.current.map(keys::id);
        } else if before.is_none_or(|element| element.focus().is_err()) {
            self.focus = Some(keys::MAIN.to_owned());
        }
        self.unmark();
    }

    pub(super) fn unmark(&mut self) {
        if let Some(marked) = self.marked.take() {
            let _ = marked.class_list().remove_1(view::MARKED);
        }
    }

    /// Once all is drawn: the field that was asked for, and the place that was found.
    pub(super) fn show_found(&mut self) {
        if std::mem::take(&mut self.fill_field) {
            view::fill(&self.host, self.looking.wanted());
        }
        if let Some(id) = self.shown.take() {
            self.unmark();
            self.marked = view::mark(&self.host, &id);
        }
        if self.looking.open().is_some() {
            view::keep_in_view(&self.host);
        }
    }

    fn go_for(&mut self, to: Target) {
        match to {
            Target::Place(place) => self.leave_for(place),
            Target::View(view) => {
                self.quieten(view);
                self.show(view);
                self.focus = Some(keys::MAIN.to_owned());
            }
            Target::Quick(calculation) => {
                self.quieten(View::Quick);
                self.show(View::Quick);
                self.focus = Some(format!("quick-{calculation:?}-0").to_lowercase());
            }
            Target::Deed(deed) => self.links.on.emit(message(deed)),
        }
    }

    fn entries(&self, what: For, typed: &str) -> (Vec<Entry<Target>>, usize) {
        match what {
            For::Deeds => (self.deeds(), 0),
            For::Text => self
                .document
                .as_ref()
                .map_or_else(Default::default, |document| {
                    let workbook = document.workbook();
                    let hits = find(workbook, document.assessment(), typed);
                    // It begins with what is on screen.
                    let here = |place: Place| View::of(place) == self.view;
                    let first = hits.iter().position(|hit| here(hit.place));
                    let entries = hits.into_iter().map(|hit| Entry {
                        to: Target::Place(hit.place),
                        name: hit.text,
                        beside: named(workbook, hit.place),
                    });
                    (entries.collect(), first.unwrap_or_default())
                }),
        }
    }

    /// Every view there is, and everything there is to do now.
    fn deeds(&self) -> Vec<Entry<Target>> {
        let mut all = Vec::new();
        let alone = self.host.portal.is_none();
        if let Some(document) = &self.document {
            if self.navigates() {
                self.views(document, &mut all);
            }
            if self.navigates() && alone {
                let published = Target::View(View::Published);
                all.push(entry(published, self.words.nav_published(), ""));
            }
            self.commands(document, &mut all);
        }
        if alone {
            self.elsewhere(&mut all);
        }
        all
    }

    /// The views of the workbook.
    fn views(&self, document: &Document, all: &mut Vec<Entry<Target>>) {
        let words = self.words;
        for (at, (name, _)) in self.nav_forms().iter().enumerate() {
            all.push(entry(Target::View(View::Form(at)), name, words.nav_forms()));
        }
        for table in document.workbook().layout().in_print() {
            let name = format!("{} {}", table.short(), official::table_name(&table.title));
            let view = Target::View(View::Table(table.no));
            all.push(entry(view, &name, words.nav_tables()));
        }
        let others = [
            (View::Facts, words.nav_facts()),
            (View::Disclosure, words.nav_text()),
            (View::Identities, words.nav_identities()),
            (View::Rules, words.nav_rules()),
        ];
        all.extend(others.map(|(view, name)| entry(Target::View(view), name, "")));
    }

    /// What can be done with the workbook, with the keys that do it.
    fn commands(&self, document: &Document, all: &mut Vec<Entry<Target>>) {
        let words = self.words;
        let changes = !self.read_only;
        let saves = self.host.portal.as_ref().is_none_or(|portal| portal.saves);
        let whole = self.navigates();
        let add = words.nav_add().trim_start_matches(['＋', ' ']);
        let commands = [
            (self.finds(), Deed::Find, words.find(), "Ctrl+F"),
            (
                changes && document.can_undo(),
                Deed::Undo,
                words.undo(),
                "Ctrl+Z",
            ),
            (
                changes && document.can_redo(),
                Deed::Redo,
                words.redo(),
                "Ctrl+Y",
            ),
            (saves, Deed::Save, words.save(), "Ctrl+S"),
            (self.view.prints(), Deed::Print, words.print(), "Ctrl+P"),
            (self.view.prints(), Deed::PrintAll, words.print_all(), ""),
            (true, Deed::Check, words.deed_check(), ""),
            (true, Deed::NextFinding, words.deed_next_finding(), "F8"),
            (true, Deed::ToPanel, words.deed_findings(), "F6"),
            (whole && changes, Deed::AddProject, add, ""),
            (whole, Deed::CopyText, words.text_copy(), ""),
        ];
        let there = commands.into_iter().filter(|(is, ..)| *is);
        all.extend(there.map(|(_, deed, name, keys)| entry(Target::Deed(deed), name, keys)));
    }

    /// What needs no workbook.
    fn elsewhere(&self, all: &mut Vec<Entry<Target>>) {
        let words = self.words;
        for calculation in Calculation::ALL {
            let title = calculation.asked(words.language).title;
            all.push(entry(Target::Quick(calculation), title, words.nav_quick()));
        }
        let views = [
            (View::Quick, words.nav_quick()),
            (View::Consolidate, words.nav_consolidate()),
            (View::Start, words.home()),
        ];
        all.extend(views.map(|(view, name)| entry(Target::View(view), name, "")));
        let others = Language::ALL
            .into_iter()
            .filter(|other| *other != words.language);
        all.extend(others.map(|other| {
            entry(
                Target::Deed(Deed::Speak(other)),
                other.name(),
                words.language(),
            )
        }));
    }

    /// Whether there is more than the one form of a portal.
    pub(super) fn navigates(&self) -> bool {
        self.host.portal.as_deref().is_none_or(Portal::is_whole)
    }
}

fn entry(to: Target, name: &str, beside: &str) -> Entry<Target> {
    Entry {
        to,
        name: name.to_owned(),
        beside: beside.to_owned(),
    }
}

/// The view, the row and the column of a cell.
fn named(workbook: &Workbook, place: Place) -> String {
    let (row, label) = match place {
        Place::Form(at, cell) => match workbook.forms.get(at) {
            Some(form) => {
                let (title, row) = (form_title(form), whereabouts(form, cell));
                (format!("{title} · {row}"), cell.label().to_owned())
            }
            None => return String::new(),
        },
        Place::Accounts(cell) => {
            let (accounts, layout) = (&workbook.accounts, workbook.layout());
            (
                accounts.whereabouts(layout, cell),
                accounts.label(layout, cell),
            )
        }
    };
    if row.ends_with(&label) {
        row
    } else {
        format!("{row} · {label}")
    }
}

fn message(deed: Deed) -> Msg {
    match deed {
        Deed::Undo => Msg::Undo,
        Deed::Redo => Msg::Redo,
        Deed::Save => Msg::Save,
        Deed::Print => Msg::Print,
        Deed::PrintAll => Msg::PrintAll,
        Deed::Check => Msg::Check,
        Deed::NextFinding => Msg::StepReview(true),
        Deed::ToPanel => Msg::ToPanel,
        Deed::AddProject => Msg::AddProject,
        Deed::CopyText => Msg::CopyText,
        Deed::Find => Msg::Look(Look::Open(For::Text)),
        Deed::Speak(language) => Msg::Speak(language),
    }
}
