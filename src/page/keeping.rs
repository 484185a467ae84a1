//! Keeping what is typed: the autosave of the open workbook. When and over what is decided by a
//! [`Keeper`]; here is what it does to the browser.

use super::clock::{now, time_of_day};
use super::entry::new_id;
use super::leaving;
use super::rescue;
use super::storage::Store;
use gloo_timers::callback::Timeout;
use js_sys::Function;
use juesuan::Workbook;
use juesuan::exchange::write_workbook;
use juesuan::session::{Deed, Keeper, Mark, Saving, StorageError, Word};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::IdleRequestOptions;
use yew::Callback;

/// Milliseconds from the first unsaved change until the page saves as soon as it has nothing else to
/// do, and how long it waits for that. With the writing it stays within 300.
const AUTOSAVE_AFTER: u32 = 80;
const AUTOSAVE_WAITS: u32 = 100;
/// Milliseconds after which a store that was full or forbidden is tried again, key or no key.
const RETRIED_AFTER: u32 = 5000;

/// What can happen to what is kept.
pub enum Msg {
    /// The store was opened, or could not be.
    Opened(Result<(), StorageError>),
    Autosave,
    /// The save of a workbook has ended, by its id.
    Saved(String, Result<u64, StorageError>),
    /// There may be room in the store now.
    Retry,
    /// The page is going away: save now.
    Flush,
    /// Another window spoke.
    Heard(Word),
    /// The open workbook goes on as a copy.
    Copy,
}

/// The open workbook's place in the store.
pub struct Keeping {
    on: Callback<Msg>,
    store: Store,
    /// The store has answered, be it that there is none.
    answered: bool,
    keeper: Keeper,
    /// The file on disk that was opened or saved last, where the browser hands such out.
    pub file: Option<JsValue>,
    /// Workbooks that were left while a save of them was under way, which may fail.
    left_behind: Vec<(Keeper, Rc<Workbook>)>,
    soon: Option<Timeout>,
    later: Option<Timeout>,
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
        // What stopped the program in there is not swallowed here: the scripts around it hear of it.
        if let Err(error) = function.call0(&JsValue::UNDEFINED) {
            wasm_bindgen::throw_val(error);
        }
    }
}

impl Keeping {
    pub fn new(on: Callback<Msg>) -> Self {
        Keeping {
            on,
            store: Store::new(),
            answered: false,
            keeper: Keeper::idle(),
            file: None,
            left_behind: Vec::new(),
            soon: None,
            later: None,
        }
    }

    /// Something happened, `open` being the workbook that is open. Says whether that shows.
    pub fn update(&mut self, msg: Msg, open: Option<&Rc<Workbook>>) -> bool {
        let before = self.keeper.saving().clone();
        match msg {
            Msg::Opened(opened) => {
                self.opened(opened);
                true
            }
            Msg::Autosave => {
                if let Some(workbook) = open {
                    self.save(workbook);
                }
                false
            }
            Msg::Saved(id, result) => {
                self.saved(&id, result);
                *self.keeper.saving() != before
            }
            Msg::Retry => {
                self.retry(open);
                false
            }
            Msg::Flush => {
                match open {
                    Some(workbook) => {
                        self.leave(workbook);
                        self.save(workbook);
                    }
                    None => self.leave_left_behind(),
                }
                false
            }
            Msg::Heard(word) => {
                self.heard(&word);
                *self.keeper.saving() != before
            }
            Msg::Copy => {
                if let Some(workbook) = open {
                    self.begin_copy(workbook);
                }
                true
            }
        }
    }

    /// The store was opened, or could not be.
    fn opened(&mut self, opened: Result<(), StorageError>) {
        self.answered = true;
        let deeds = match opened {
            Ok(()) => self.keeper.reopened(),
            Err(error) => self.keeper.not_opened(error),
        };
        self.carry_out(deeds);
    }

    /// Opens the store: [`Msg::Opened`] tells what came of it.
    pub fn open(&self) {
        let (store, on) = (self.store(), self.on.clone());
        spawn_local(async move { on.emit(Msg::Opened(store.open().await)) });
    }

    pub fn store(&self) -> Store {
        self.store.clone()
    }

    /// The store, once it has answered: what is asked of it before waits, perhaps for ever.
    pub fn answered(&self) -> Option<Store> {
        self.answered.then(|| self.store())
    }

    /// Under which the store keeps the open workbook.
    pub fn id(&self) -> &str {
        self.keeper.id()
    }

    pub fn saving(&self) -> &Saving {
        self.keeper.saving()
    }

    /// Another workbook is open from now on, stored as `revision`.
    pub fn begin(&mut self, id: String, revision: u64) {
        self.soon = None;
        self.file = None;
        rescue::forget();
        let claim = leaving::claim(self.store.writer());
        let deeds = self.keeper.begin(id, revision, claim);
        self.carry_out(deeds);
    }

    /// What was opened stands in last words only.
    pub fn begun_from_last_words(&mut self) {
        let deeds = self.keeper.begun_from_last_words();
        self.carry_out(deeds);
    }

    /// The open workbook is about to make room for another: it is saved first, or as soon as the save
    /// that is under way has ended.
    pub fn part_with(&mut self, workbook: &Rc<Workbook>) {
        self.save(workbook);
        if self.keeper.is_busy() {
            let left = (self.keeper.clone(), workbook.clone());
            self.left_behind.push(left);
        }
    }

    /// The parting came to nothing: the workbook stays open.
    pub fn stay(&mut self) {
        let id = self.keeper.id();
        self.left_behind.retain(|(keeper, _)| keeper.id() != id);
    }

    /// A workbook that was left and is not saved yet: opened again, it goes on as it was left.
    pub fn left_behind(&self, id: &str) -> Option<Rc<Workbook>> {
        let left = self.left_behind.iter();
        let mut left = left.filter(|(keeper, _)| keeper.id() == id);
        left.next().map(|(_, workbook)| workbook.clone())
    }

    pub fn go_back_to(&mut self, id: &str) {
        if let Some(at) = self.left_behind.iter().position(|(k, _)| k.id() == id) {
            self.soon = None;
            self.file = None;
            self.keeper = self.left_behind.remove(at).0;
        }
    }

    /// A workbook is being deleted: nothing of it is to be written any more.
    pub fn forget(&mut self, id: &str) {
        self.left_behind.retain(|(keeper, _)| keeper.id() != id);
        if self.keeper.id() == id {
            self.begin(String::new(), 0);
        }
    }

    /// The workbook goes on under a new id, and the one in the store stays what it is.
    fn begin_copy(&mut self, workbook: &Rc<Workbook>) {
        let file = self.file.take();
        self.begin(new_id(), 0);
        self.file = file;
        self.changed(workbook);
    }

    /// The workbook as it is now, for [`Keeping::saved_in_file`].
    pub fn mark(&self) -> Mark {
        self.keeper.mark()
    }

    /// The workbook was saved as a file, as it was then.
    pub fn saved_in_file(&mut self, mark: &Mark) {
        self.keeper.saved_in_file(mark);
    }

    /// Whether that is still the workbook that is open.
    pub fn is_open(&self, mark: &Mark) -> bool {
        self.keeper.is_open(mark)
    }

    pub fn is_kept(&self) -> bool {
        self.keeper.is_kept()
    }

    pub fn is_at_risk(&self) -> bool {
        self.keeper.is_at_risk()
    }

    /// Something changed: the clock of the autosave starts, unless another window owns the workbook.
    pub fn changed(&mut self, workbook: &Rc<Workbook>) {
        let deeds = self.keeper.changed();
        self.carry_out(deeds);
        rescue::remember(self.id(), self.keeper.last_words(now()), workbook);
    }

    fn carry_out(&mut self, deeds: Vec<Deed>) {
        let id = self.keeper.id().to_owned();
        self.carry_out_for(&id, deeds);
    }

    fn carry_out_for(&mut self, id: &str, deeds: Vec<Deed>) {
        for deed in deeds {
            let on = self.on.clone();
            match deed {
                Deed::SaveSoon => {
                    self.soon = Some(Timeout::new(AUTOSAVE_AFTER, move || {
                        when_idle(move || on.emit(Msg::Autosave));
                    }));
                }
                Deed::RetryLater => {
                    self.later = Some(Timeout::new(RETRIED_AFTER, move || {
                        on.emit(Msg::Retry);
                    }));
                }
                Deed::Tell(word) => leaving::tell(&word),
                Deed::DropLastWords => leaving::drop_last_words(id),
            }
        }
    }

    /// Sends what is not yet stored to the store.
    pub fn save(&mut self, workbook: &Rc<Workbook>) {
        self.soon = None;
        if self.answered
            && let Some(before) = self.keeper.save()
        {
            self.write(self.keeper.id().to_owned(), workbook.clone(), before);
        }
    }

    fn write(&self, id: String, workbook: Rc<Workbook>, before: u64) {
        let store = self.store();
        let on = self.on.clone();
        spawn_local(async move {
            let saved = store.save(&id, &workbook, before).await;
            on.emit(Msg::Saved(id, saved));
        });
    }

    /// A save has ended. What changed meanwhile is saved next.
    fn saved(&mut self, id: &str, result: Result<u64, StorageError>) {
        if id == self.keeper.id() {
            let deeds = self.keeper.saved(result, time_of_day());
            self.carry_out(deeds);
            if self.keeper.last_words(0.0).is_none() {
                rescue::forget();
            }
        }
        let mut left = self.left_behind.iter_mut();
        if let Some((keeper, _)) = left.find(|(keeper, _)| keeper.id() == id) {
            // It is saved at once, below: nobody types into it.
            let deeds = keeper.saved(result, time_of_day());
            let deeds = deeds.into_iter().filter(|deed| *deed != Deed::SaveSoon);
            let deeds = deeds.collect();
            self.carry_out_for(id, deeds);
        }
        self.save_left_behind(result.is_ok());
    }

    fn save_left_behind(&mut self, now: bool) {
        self.left_behind.retain(|(keeper, _)| keeper.is_busy());
        if !now {
            return;
        }
        let mut begun = Vec::new();
        for (keeper, workbook) in &mut self.left_behind {
            if let Some(before) = keeper.save() {
                begun.push((keeper.id().to_owned(), workbook.clone(), before));
            }
        }
        for (id, workbook, before) in begun {
            self.write(id, workbook, before);
        }
    }

    /// There may be room now, or a store again: somebody deleted something, came back, or some time has
    /// passed.
    fn retry(&mut self, workbook: Option<&Rc<Workbook>>) {
        if !self.answered {
            return;
        }
        self.later = None;
        self.save_left_behind(true);
        if !matches!(self.keeper.saving(), Saving::Failed(_)) {
            return;
        }
        match workbook.filter(|_| self.keeper.has_more()) {
            Some(workbook) => self.save(workbook),
            // Nothing to save; but whether there is a store again is worth to know.
            None => {
                self.open();
            }
        }
    }

    /// The page goes away: what no transaction may live to write is left where it is taken at once.
    fn leave(&mut self, workbook: &Workbook) {
        if let Some(head) = self.keeper.leave(now()) {
            leaving::leave(self.keeper.id(), &head, &write_workbook(workbook));
        }
        self.leave_left_behind();
    }

    fn leave_left_behind(&mut self) {
        for (keeper, workbook) in &mut self.left_behind {
            if let Some(head) = keeper.leave(now()) {
                leaving::leave(keeper.id(), &head, &write_workbook(workbook));
            }
        }
    }

    /// Another window spoke.
    fn heard(&mut self, word: &Word) {
        if matches!(word, Word::Deleted { id } if id == self.keeper.id()) {
            rescue::forget();
        }
        let mut deeds = self.keeper.heard(word);
        for (keeper, _) in &mut self.left_behind {
            deeds.extend(keeper.heard(word));
        }
        self.carry_out(deeds);
        self.left_behind.retain(|(keeper, _)| keeper.is_busy());
    }
}
