//! Keeping what is typed: the autosave of the open workbook, and how it goes.

use super::app::App;
use super::clock::time_of_day;
use super::message::Msg;
use super::storage::{self, StorageError, Store, Word};
use gloo_timers::callback::Timeout;
use js_sys::Function;
use juesuan::Workbook;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdleRequestOptions;
use yew::Context;

/// Milliseconds from the first unsaved change until the page saves as soon as it has nothing else to
/// do, and how long it waits for that. With the writing it stays within 300.
const AUTOSAVE_AFTER: u32 = 80;
const AUTOSAVE_WAITS: u32 = 100;

/// How the last autosave went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    Not,
    At(String),
    Failed(StorageError),
    /// Another window has the workbook too: this one does not save any more.
    Conflict,
}

/// The open workbook's place in the store.
pub struct Keeping {
    store: Option<Store>,
    /// Under which the store keeps the open workbook.
    pub id: String,
    /// The revision that is stored; 0 where none is.
    revision: f64,
    pub saving: Saving,
    /// The file on disk that was opened or saved last, where the browser hands such out.
    pub file: Option<JsValue>,
    unsaved: bool,
    /// What is open stands in a file, as it is.
    in_file: bool,
    in_flight: bool,
    /// A workbook that was left while a save of it was under way and there was more to save.
    left_behind: Option<(String, Rc<Workbook>)>,
    timer: Option<Timeout>,
}

/// Runs something between two key presses rather than under one; at once where the browser cannot
/// tell.
fn when_idle(run: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let options = IdleRequestOptions::new();
    options.set_timeout(AUTOSAVE_WAITS);
    let run = Closure::once_into_js(run);
    let function: &Function = run.unchecked_ref();
    // Only Chromium and Firefox know it.
    if window
        .request_idle_callback_with_options(function, &options)
        .is_err()
    {
        let _ = function.call0(&JsValue::UNDEFINED);
    }
}

impl Keeping {
    pub fn new() -> Self {
        Keeping {
            store: None,
            id: String::new(),
            revision: 0.0,
            saving: Saving::Not,
            file: None,
            unsaved: false,
            in_file: false,
            in_flight: false,
            left_behind: None,
            timer: None,
        }
    }

    /// The store was opened, or there is none for this page.
    pub fn opened(&mut self, store: Result<Store, StorageError>) {
        match store {
            Ok(store) => self.store = Some(store),
            Err(error) => self.saving = Saving::Failed(error),
        }
    }

    pub fn store(&self) -> Option<Store> {
        self.store.clone()
    }

    /// Another workbook is open from now on, stored as `revision`.
    pub fn begin(&mut self, id: String, revision: f64) {
        self.id = id;
        self.revision = revision;
        self.unsaved = false;
        self.in_file = false;
        self.in_flight = false;
        self.timer = None;
        self.file = None;
        if self.saving != Saving::Failed(StorageError::Forbidden) {
            self.saving = Saving::Not;
        }
        if revision > 0.0 {
            Word::Asks(self.id.clone()).tell();
        }
    }

    /// The open workbook is about to make room for another: it is saved first, or as soon as the save
    /// that is under way has ended.
    pub fn part_with(&mut self, ctx: &Context<App>, workbook: &Rc<Workbook>) {
        self.save(ctx, workbook);
        if self.in_flight && self.unsaved && self.saving != Saving::Conflict {
            self.left_behind = Some((self.id.clone(), workbook.clone()));
        }
    }

    /// The open workbook was deleted: nothing of it is to be written any more.
    pub fn forget(&mut self) {
        self.begin(String::new(), 0.0);
    }

    /// The workbook goes on under a new id, and the one in the store stays what it is.
    pub fn begin_copy(&mut self) {
        let file = self.file.take();
        self.begin(storage::new_id(), 0.0);
        self.file = file;
    }

    /// The workbook was saved as a file, as it is now.
    pub fn saved_in_file(&mut self) {
        self.in_file = true;
    }

    /// Whether nothing would be lost if the page ended now.
    pub fn is_kept(&self) -> bool {
        self.in_file || !(self.unsaved || self.in_flight)
    }

    /// Whether something is neither in a file nor in the store, and cannot get there.
    pub fn is_at_risk(&self) -> bool {
        !self.in_file
            && (self.unsaved || self.in_flight)
            && matches!(self.saving, Saving::Failed(_) | Saving::Conflict)
    }

    /// Something changed: the clock of the autosave starts, unless another window owns the workbook.
    pub fn changed(&mut self, ctx: &Context<App>) {
        self.unsaved = true;
        self.in_file = false;
        if self.saving == Saving::Conflict || self.in_flight {
            return;
        }
        let link = ctx.link().clone();
        // A running clock goes on: steady typing must not put the save off.
        if self.timer.is_none() {
            self.timer = Some(Timeout::new(AUTOSAVE_AFTER, move || {
                when_idle(move || link.send_message(Msg::Autosave));
            }));
        }
    }

    /// Sends what is not yet stored to the store.
    pub fn save(&mut self, ctx: &Context<App>, workbook: &Rc<Workbook>) {
        self.timer = None;
        if !self.unsaved || self.in_flight || self.saving == Saving::Conflict {
            return;
        }
        let Some(store) = self.store.clone() else {
            return;
        };
        self.unsaved = false;
        self.in_flight = true;
        let (id, revision, workbook) = (self.id.clone(), self.revision, workbook.clone());
        ctx.link().send_future(async move {
            let saved = store.save(&id, &workbook, revision).await;
            Msg::Saved(id, saved)
        });
    }

    /// A save has ended. What changed meanwhile is saved next.
    pub fn saved(&mut self, ctx: &Context<App>, id: &str, result: Result<f64, StorageError>) {
        if let Some((id, workbook)) = self.left_behind.take_if(|(left, _)| left == id)
            && let (Some(store), Ok(revision)) = (self.store.clone(), result)
        {
            ctx.link().send_future(async move {
                let saved = store.save(&id, &workbook, revision).await;
                Msg::Saved(id, saved)
            });
        }
        if id != self.id {
            return;
        }
        self.in_flight = false;
        match result {
            Ok(revision) => {
                self.revision = revision;
                if self.saving != Saving::Conflict {
                    self.saving = Saving::At(time_of_day());
                }
            }
            Err(error) => {
                self.unsaved = true;
                self.saving = match error {
                    StorageError::Conflict => Saving::Conflict,
                    error => Saving::Failed(error),
                };
                return;
            }
        }
        if self.unsaved {
            let in_file = self.in_file;
            self.changed(ctx);
            self.in_file = in_file;
        }
    }

    /// The page goes away: what no transaction may live to write is left where it is taken at once.
    pub fn leave(&self, workbook: &Workbook) {
        let pending = self.unsaved || self.in_flight;
        if pending && self.saving != Saving::Conflict && !self.id.is_empty() {
            storage::leave_last_words(&self.id, workbook);
        }
    }

    /// Another window spoke. Says whether that changes anything here.
    pub fn heard(&mut self, word: &Word) -> bool {
        let about_ours = |id: &String| !self.id.is_empty() && *id == self.id;
        match word {
            Word::Asks(id) if about_ours(id) && self.saving != Saving::Conflict => {
                Word::Holds(id.clone()).tell();
                false
            }
            Word::Holds(id) | Word::Saved(id) if about_ours(id) => {
                self.timer = None;
                self.saving = Saving::Conflict;
                true
            }
            _ => false,
        }
    }
}
