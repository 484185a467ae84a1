//! Workbooks in and out: from files, from the store, from a consolidation; and into files.

use super::App;
use crate::page::consolidating::Progress;
use crate::page::document::Document;
use crate::page::entry::{Entry, new_id};
use crate::page::files;
use crate::page::files::Kept;
use crate::page::host::Told;
use crate::page::message::{Msg, Notice, Shape};
use crate::page::storage::Found;
use crate::page::whereabouts::View;
use juesuan::accounts::TableNo;
use juesuan::evaluation::built_in;
use juesuan::exchange::{
    FileError, read_workbook, report, report_csv, report_html, report_text, report_tsv,
    write_workbook,
};
use juesuan::session::Mark;
use juesuan::{Edit, Workbook, shown_year};
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::File;

impl App {
    /// Opens what a portal handed over.
    pub(super) fn take_over(&mut self) -> bool {
        let Some(portal) = self.host.portal.clone() else {
            return false;
        };
        let Some(mut workbook) = portal.take() else {
            return false;
        };
        if workbook.forms.is_empty() && workbook.accounts.is_untouched() {
            workbook.forms = Workbook::new("", "", &workbook.rule_set).forms;
        }
        // Of a form nobody has begun, what is missing is not worth a word yet.
        let begun = workbook != Workbook::new("", "", &workbook.rule_set);
        self.view = match workbook.forms.len() {
            0 => View::Table(TableNo::INCOME_AND_SPENDING),
            _ => View::Form(0),
        };
        self.document = Some(Document::new(workbook, begun, self.words.language));
        self.notice = None;
        self.at(None);
        portal.tell(Told::Validated);
        true
    }

    /// A portal's own choice, which also holds where nobody may change anything.
    pub(super) fn use_rules(&mut self, id: String) -> bool {
        let Some(document) = &mut self.document else {
            return false;
        };
        document.set(&Edit::SetRuleSet { id });
        if let Some(portal) = &self.host.portal {
            portal.tell(Told::Validated);
        }
        true
    }

    /// Reads a file somebody chose, or says that it is too large to be one of ours.
    pub(super) fn read_file(
        &mut self,
        file: File,
        handle: Option<JsValue>,
        next_year: bool,
    ) -> bool {
        if file.size() > juesuan::exchange::LARGEST_FILE as f64 {
            let megabytes = (file.size() / (1024.0 * 1024.0)) as usize;
            self.problem(&FileError::TooLarge(megabytes).to_string());
            return true;
        }
        self.later(async move {
            Msg::Opened {
                bytes: files::bytes(file).await,
                file: handle,
                next_year,
            }
        });
        false
    }

    /// Opens what a file holds under an id of its own, or says why it cannot be opened.
    pub(super) fn open_bytes(&mut self, bytes: &[u8], file: Option<JsValue>, next_year: bool) {
        match read_workbook(bytes) {
            Ok(workbook) if next_year => {
                self.open_new(workbook.next_year(), false);
            }
            Ok(workbook) => {
                // Where it was refused, what stays open must not be written into that file.
                if self.open_new(workbook, true) {
                    self.keeping.file = file;
                }
            }
            Err(error) => self.problem(&error.to_string()),
        }
    }

    /// Opens a workbook that is not in the store yet. Says whether it is open now.
    pub(super) fn open_new(&mut self, workbook: Workbook, checked: bool) -> bool {
        let opened = self.open(new_id(), 0, workbook, checked);
        if opened {
            self.changed();
        }
        opened
    }

    fn open(&mut self, id: String, revision: u64, workbook: Workbook, checked: bool) -> bool {
        if workbook.forms.is_empty() && workbook.accounts.is_untouched() {
            self.problem(self.words.no_forms());
            return false;
        }
        // What was open before is saved before it leaves.
        if let Some(document) = &self.document {
            self.keeping.part_with(document.workbook());
        }
        let touched = |document: &Document| document.can_undo() || document.can_redo();
        if self.keeping.is_at_risk() && self.document.as_ref().is_some_and(touched) {
            self.problem(self.words.unsaved_first());
            self.keeping.stay();
            return false;
        }
        self.keeping.begin(id, revision);
        self.show_document(workbook, checked);
        true
    }

    fn show_document(&mut self, workbook: Workbook, checked: bool) {
        self.document = Some(Document::new(workbook, checked, self.words.language));
        self.view = View::Form(0);
        self.notice = None;
        self.at(None);
    }

    pub(super) fn load(&mut self, id: String, next_year: bool) -> bool {
        let store = self.keeping.store();
        self.later(async move {
            let found = store.load(&id).await;
            Msg::Loaded {
                id,
                found,
                next_year,
            }
        });
        false
    }

    pub(super) fn loaded(&mut self, id: String, found: Option<Found>, next_year: bool) {
        // The open one may be ahead of its stored copy, and knows what can be undone; so may one that was
        // left a moment ago.
        let is_open = self.document.is_some() && self.keeping.id() == id;
        let open = self.document.as_ref().filter(|_| is_open);
        let open = open.map(|document| document.workbook().clone());
        let ahead = open.or_else(|| self.keeping.left_behind(&id));
        match (ahead, found) {
            (Some(workbook), _) if next_year => {
                self.open_new(workbook.next_year(), false);
            }
            (Some(_), _) if is_open => self.show(View::Form(0)),
            (Some(workbook), _) => {
                if self.open(id.clone(), 0, Workbook::clone(&workbook), true) {
                    self.keeping.go_back_to(&id);
                    self.save();
                }
            }
            (None, None) => self.list(),
            (None, Some(found)) => match found.workbook {
                Some(Ok(workbook)) if next_year => {
                    self.open_new(workbook.next_year(), false);
                }
                Some(Ok(workbook)) => {
                    if self.open(id, found.revision, workbook, true) && found.waits {
                        self.keeping.begun_from_last_words();
                    }
                }
                Some(Err(error)) => {
                    self.problem(&format!("{}{error}", self.words.stored_unreadable()));
                }
                None => self.problem(self.words.stored_no_text()),
            },
        }
    }

    pub(super) fn delete(&mut self, entry: Entry) -> bool {
        let (store, words) = (self.keeping.store(), self.words);
        if self.keeping.id() == entry.id {
            self.document = None;
        }
        self.keeping.forget(&entry.id);
        self.later(async move {
            match store.remove(&entry.id).await {
                Ok(removed) => Msg::Deleted(entry, removed),
                Err(_) => Msg::Say(words.delete_failed().to_owned()),
            }
        });
        true
    }

    pub(super) fn save_file(&mut self) {
        let Some(document) = &self.document else {
            return;
        };
        let workbook = document.workbook();
        if let Err(beyond) = workbook.within_limits() {
            self.problem(&beyond.to_string());
            return;
        }
        let name = files::workbook_name(&workbook.year, workbook.unit());
        let (text, file) = (write_workbook(workbook), self.keeping.file.clone());
        // What is typed while it is written is not in it.
        let mark = self.keeping.mark();
        self.later(async move { Msg::Kept(mark, files::save(file, &name, &text).await) });
    }

    /// A file was written, or not, with the workbook as it was at `mark`.
    pub(super) fn kept(&mut self, mark: &Mark, kept: Result<Kept, JsValue>) -> bool {
        // Another workbook may have been opened meanwhile: that file is none of its.
        let is_open = self.keeping.is_open(mark);
        match kept {
            Ok(Kept::InFile(file)) => {
                if is_open {
                    self.keeping.file = Some(file);
                }
                self.keeping.saved_in_file(mark);
                self.notice = Some(Notice::Done(self.words.file_saved().to_owned()));
                true
            }
            Ok(Kept::Downloaded) => {
                self.keeping.saved_in_file(mark);
                false
            }
            Ok(Kept::Cancelled) => false,
            Err(_) => {
                // The file may be gone or locked: next time somebody chooses anew.
                if is_open {
                    self.keeping.file = None;
                }
                self.problem(self.words.file_not_saved());
                true
            }
        }
    }

    pub(super) fn hand_on(&mut self, shape: Shape) {
        let Some(document) = &self.document else {
            return;
        };
        let language = self.words.language;
        let workbook = document.workbook();
        let lines = report(workbook, document.assessment(), language);
        let done = match shape {
            Shape::Text => files::copy(self.host.root(), &report_text(&lines, language), None),
            Shape::Table => files::copy(
                self.host.root(),
                &report_tsv(&lines, language),
                Some(&report_html(&lines, language)),
            ),
            Shape::File => {
                let year = shown_year(&workbook.year);
                let parts = [&year, workbook.unit(), self.words.findings()];
                let name = format!("{}.csv", files::stem(&parts, self.words.findings()));
                files::download(&name, &report_csv(&lines, language), files::CSV).is_ok()
            }
        };
        self.notice = Some(match (done, shape) {
            (true, Shape::File) => Notice::Done(self.words.report_saved(lines.len())),
            (true, _) => Notice::Done(self.words.report_copied(lines.len())),
            (false, _) => Notice::Problem(self.words.hand_on_failed().to_owned()),
        });
    }

    pub(super) fn open_consolidated(&mut self) {
        let Progress::Done { outcome, .. } = &self.consolidating.progress else {
            return;
        };
        let Some(form) = outcome.form.clone() else {
            return;
        };
        let mut workbook = Workbook::of(form, "");
        workbook.rule_sets = outcome.rule_sets.iter().cloned().map(Arc::new).collect();
        if workbook.rule_set.is_empty() {
            workbook.rule_set.clone_from(&built_in()[0].id);
        }
        if let Err(beyond) = workbook.within_limits() {
            self.problem(&beyond.to_string());
            return;
        }
        self.open_new(workbook, true);
    }
}
