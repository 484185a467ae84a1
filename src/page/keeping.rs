//! Keeping what is typed: the autosave of the open workbook. When and over what is decided by a
//! [`Keeper`]; here is what it does to the browser.

use super::app::App;
use super::clock::{now, time_of_day};
use super::leaving;
use super::message::Msg;
use super::rescue;
use super::storage::{self, Store};
use gloo_timers::callback::Timeout;
use js_sys::Function;
use juesuan::Workbook;
use juesuan::exchange::write_workbook;
use juesuan::session::{Deed, Keeper, Mark, Saving, StorageError, Word};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdleRequestOptions;
use yew::Context;

/// Milliseconds from the first unsaved change until the page saves as soon as it has nothing else to
/// do, and how long it waits for that. With the writing it stays within 300.
const AUTOSAVE_AFTER: u32 = 80;
const AUTOSAVE_WAITS: u32 = 100;
/// Milliseconds after which a store that was full or forbidden is tried again, key or no key.
const RETRIED_AFTER: u32 = 5000;

/// The open workbook's place in the store.
pub struct Keeping {
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
        let _ = function.call0(&JsValue::UNDEFINED);
    }
}

impl Keeping {
    pub fn new() -> Self {
        Keeping {
            store: Store::new(),
            answered: false,
            keeper: Keeper::idle(),
            file: None,
            left_behind: Vec::new(),
            soon: None,
            later: None,
        }
    }

    /// The store was opened, or could not be.
    pub fn opened(&mut self, ctx: &Context<App>, opened: Result<(), StorageError>) {
        self.answered = true;
        let deeds = match opened {
            Ok(()) => self.keeper.reopened(),
            Err(error) => self.keeper.not_opened(error),
        };
        self.carry_out(ctx, deeds);
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
    pub fn begin(&mut self, ctx: &Context<App>, id: String, revision: u64) {
        self.soon = None;
        self.file = None;
        rescue::forget();
        let claim = leaving::claim(self.store.writer());
        let deeds = self.keeper.begin(id, revision, claim);
        self.carry_out(ctx, deeds);
    }

    /// What was opened stands in last words only.
    pub fn begun_from_last_words(&mut self, ctx: &Context<App>) {
        let deeds = self.keeper.begun_from_last_words();
        self.carry_out(ctx, deeds);
    }

    /// The open workbook is about to make room for another: it is saved first, or as soon as the save
    /// that is under way has ended.
    pub fn part_with(&mut self, ctx: &Context<App>, workbook: &Rc<Workbook>) {
        self.save(ctx, workbook);
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
    pub fn forget(&mut self, ctx: &Context<App>, id: &str) {
        self.left_behind.retain(|(keeper, _)| keeper.id() != id);
        if self.keeper.id() == id {
            self.begin(ctx, String::new(), 0);
        }
    }

    /// The workbook goes on under a new id, and the one in the store stays what it is.
    pub fn begin_copy(&mut self, ctx: &Context<App>, workbook: &Rc<Workbook>) {
        let file = self.file.take();
        self.begin(ctx, storage::new_id(), 0);
        self.file = file;
        self.changed(ctx, workbook);
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
    pub fn changed(&mut self, ctx: &Context<App>, workbook: &Rc<Workbook>) {
        let deeds = self.keeper.changed();
        self.carry_out(ctx, deeds);
        rescue::remember(self.id(), self.keeper.last_words(now()), workbook);
    }

    fn carry_out(&mut self, ctx: &Context<App>, deeds: Vec<Deed>) {
        let id = self.keeper.id().to_owned();
        self.carry_out_for(ctx, &id, deeds);
    }

    fn carry_out_for(&mut self, ctx: &Context<App>, id: &str, deeds: Vec<Deed>) {
        for deed in deeds {
            let link = ctx.link().clone();
            match deed {
                Deed::SaveSoon => {
                    self.soon = Some(Timeout::new(AUTOSAVE_AFTER, move || {
                        when_idle(move || link.send_message(Msg::Autosave));
                    }));
                }
                Deed::RetryLater => {
                    self.later = Some(Timeout::new(RETRIED_AFTER, move || {
                        link.send_message(Msg::Retry);
                    }));
                }
                Deed::Tell(word) => leaving::tell(&word),
                Deed::DropLastWords => leaving::drop_last_words(id),
            }
        }
    }

    /// Sends what is not yet stored to the store.
    pub fn save(&mut self, ctx: &Context<App>, workbook: &Rc<Workbook>) {
        self.soon = None;
        if self.answered
            && let Some(before) = self.keeper.save()
        {
            self.write(ctx, self.keeper.id().to_owned(), workbook.clone(), before);
        }
    }

    fn write(&self, ctx: &Context<App>, id: String, workbook: Rc<Workbook>, before: u64) {
        let store = self.store();
        ctx.link().send_future(async move {
            let saved = store.save(&id, &workbook, before).await;
            Msg::Saved(id, saved)
        });
    }

    /// A save has ended. What changed meanwhile is saved next.
    pub fn saved(&mut self, ctx: &Context<App>, id: &str, result: Result<u64, StorageError>) {
        if id == self.keeper.id() {
            let deeds = self.keeper.saved(result, time_of_day());
            self.carry_out(ctx, deeds);
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
            self.carry_out_for(ctx, id, deeds);
        }
        self.save_left_behind(ctx, result.is_ok());
    }

    fn save_left_behind(&mut self, ctx: &Context<App>, now: bool) {
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
            self.write(ctx, id, workbook, before);
        }
    }

    /// There may be room now, or a store again: somebody deleted something, came back, or some time has
    /// passed.
    pub fn retry(&mut self, ctx: &Context<App>, workbook: Option<&Rc<Workbook>>) {
        if !self.answered {
            return;
        }
        self.later = None;
        self.save_left_behind(ctx, true);
        if !matches!(self.keeper.saving(), Saving::Failed(_)) {
            return;
        }
        match workbook.filter(|_| self.keeper.has_more()) {
            Some(workbook) => self.save(ctx, workbook),
            // Nothing to save; but whether there is a store again is worth to know.
            None => {
                let store = self.store();
                ctx.link()
                    .send_future(async move { Msg::StoreOpened(store.open().await) });
            }
        }
    }

    /// The page goes away: what no transaction may live to write is left where it is taken at once.
    pub fn leave(&mut self, workbook: &Workbook) {
        if let Some(head) = self.keeper.leave(now()) {
            leaving::leave(self.keeper.id(), &head, &write_workbook(workbook));
        }
        self.leave_left_behind();
    }

    pub fn leave_left_behind(&mut self) {
        for (keeper, workbook) in &mut self.left_behind {
            if let Some(head) = keeper.leave(now()) {
                leaving::leave(keeper.id(), &head, &write_workbook(workbook));
            }
        }
    }

    /// Another window spoke. Says whether that changes anything here.
    pub fn heard(&mut self, ctx: &Context<App>, word: &Word) -> bool {
        if matches!(word, Word::Deleted { id } if id == self.keeper.id()) {
            rescue::forget();
        }
        let before = self.keeper.saving().clone();
        let mut deeds = self.keeper.heard(word);
        for (keeper, _) in &mut self.left_behind {
            deeds.extend(keeper.heard(word));
        }
        self.carry_out(ctx, deeds);
        self.left_behind.retain(|(keeper, _)| keeper.is_busy());
        before != *self.keeper.saving()
    }
}
