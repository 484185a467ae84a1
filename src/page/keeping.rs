//! What keeping does to the browser: timers, the store, last words, other windows. What is to be done is
//! decided by the flow ([`juesuan::flows::keeping`]).

use super::clock::{now, time_of_day};
use super::entry::new_id;
use super::files;
use super::leaving;
use super::message::KeepingMsg;
use super::rescue;
use super::rest::at_once;
use super::storage::{Removed, Store};
use gloo_timers::callback::Timeout;
use js_sys::Function;
use juesuan::exchange::write_workbook;
use juesuan::flows::Browser;
use juesuan::flows::keeping::{Effect, Msg};
use juesuan::session::Claim;
use std::future::Future;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::wasm_split;
use web_sys::IdleRequestOptions;
use yew::Callback;

/// Milliseconds from the first unsaved change until the page saves as soon as it has nothing else to
/// do, and how long it waits for that. With the writing it stays within 300.
const AUTOSAVE_AFTER: u32 = 80;
const AUTOSAVE_WAITS: u32 = 100;
/// Milliseconds after which a store that was full or forbidden is tried again, key or no key.
const RETRIED_AFTER: u32 = 5000;

/// The browser's store and the clocks of this window.
pub struct Safe {
    on: Callback<KeepingMsg>,
    store: Store,
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

impl Safe {
    pub fn new(on: Callback<KeepingMsg>) -> Self {
        Safe {
            on,
            store: Store::new(),
            soon: None,
            later: None,
        }
    }

    pub fn store(&self) -> Store {
        self.store.clone()
    }

    /// Does what the flow wants of the browser. What it wants of the page is passed over.
    pub fn carry_out(&mut self, effect: Effect<JsValue, Removed>) {
        let (on, store) = (self.on.clone(), self.store());
        match effect {
            Effect::OpenStore => self.told(async move { Msg::Opened(store.open().await) }),
            Effect::SaveSoon => {
                self.soon = Some(Timeout::new(AUTOSAVE_AFTER, move || {
                    when_idle(move || on.emit(Msg::Autosave));
                }));
            }
            Effect::NotSoon => self.soon = None,
            Effect::RetryLater => {
                self.later = Some(Timeout::new(RETRIED_AFTER, move || on.emit(Msg::Retry)));
            }
            Effect::NotLater => self.later = None,
            Effect::Tell(word) => leaving::tell(&word),
            Effect::DropLastWords { id } => leaving::drop_last_words(&id),
            Effect::Forget => rescue::forget(),
            Effect::List => self.told(async move { Msg::Listed(store.list().await) }),
            Effect::Remove(entry) => self.told(async move {
                match store.remove(&entry.id).await {
                    Ok(removed) => Msg::Deleted(entry, removed),
                    Err(_) => Msg::NotDeleted,
                }
            }),
            Effect::PutBack { id, removed } => self.told(async move {
                match store.restore(&id, &removed).await {
                    Ok(()) => Msg::Listed(store.list().await),
                    Err(_) => Msg::NotRestored,
                }
            }),
            Effect::Close | Effect::Redraw | Effect::Say(_) | Effect::SayNothing => {}
            // Of an open workbook, so the rest of the program is here.
            effect => at_once(write(self, effect)).unwrap_or_default(),
        }
    }

    /// What is coming is told when it has come.
    fn told(&self, coming: impl Future<Output = KeepingMsg> + 'static) {
        let on = self.on.clone();
        spawn_local(async move { on.emit(coming.await) });
    }
}

/// What needs the workbook in writing.
#[wasm_split(rest)]
fn write(safe: &Safe, effect: Effect<JsValue, Removed>) {
    let store = safe.store();
    match effect {
        Effect::Write {
            id,
            workbook,
            before,
        } => safe.told(async move {
            let saved = store.save(&id, &workbook, before).await;
            Msg::Saved(id, saved)
        }),
        Effect::LeaveLastWords { id, head, workbook } => {
            leaving::leave(&id, &head, &write_workbook(&workbook));
        }
        Effect::Remember { id, head, workbook } => {
            rescue::remember(&id, head, &workbook, write_workbook);
        }
        Effect::WriteFile {
            file,
            workbook,
            mark,
        } => {
            let name = files::workbook_name(&workbook.year, workbook.unit());
            let text = write_workbook(&workbook);
            safe.told(async move { Msg::Written(mark, files::save(file, &name, &text).await) });
        }
        _ => {}
    }
}

impl Browser for Safe {
    fn now(&self) -> f64 {
        now()
    }

    fn time_of_day(&self) -> String {
        time_of_day()
    }

    fn new_id(&self) -> String {
        new_id()
    }

    fn claim(&self) -> Claim {
        leaving::claim(self.store.writer())
    }
}
