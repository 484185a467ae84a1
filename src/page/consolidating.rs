//! Who does the work of a consolidation: a worker, or this page itself, in small pieces, where workers
//! are not to be had. What is to be done is decided by the flow ([`juesuan::flows::combining`]).

use super::clock::today;
use super::message::CombiningMsg;
use super::modules::Workers;
use super::worker::{self, Consolidation, ConsolidationAsk};
use juesuan::exchange::Gathering;
use juesuan::flows::combining::{Effect, Msg};
use juesuan::say::Language;
use juesuan_ask::Answer;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

/// Milliseconds without news after which the work is given up. Each batch of files is news.
const PATIENCE: f64 = 120_000.0;

/// This page itself does the work.
struct Here {
    gathering: Rc<RefCell<Gathering>>,
    cancelled: Rc<Cell<bool>>,
}

impl Drop for Here {
    fn drop(&mut self) {
        self.cancelled.set(true);
    }
}

/// Whoever is at work.
pub struct Consolidating {
    on: Callback<CombiningMsg>,
    /// What comes of it is said in.
    pub language: Language,
    workers: Workers<Consolidation>,
    /// The request under way.
    asked: Option<u32>,
    here: Option<Here>,
}

impl Consolidating {
    pub fn new(on: Callback<CombiningMsg>, language: Language) -> Self {
        Consolidating {
            on,
            language,
            workers: Workers::default(),
            asked: None,
            here: None,
        }
    }

    /// Does what the flow wants to be worked at. What it wants of the page is passed over.
    pub fn carry_out(&mut self, effect: Effect<File>) {
        match effect {
            Effect::Start { run, files } => {
                let on = self.on.clone();
                self.workers =
                    Workers::that_keep(move |failure| on.emit(Msg::News(run, Err(failure))));
                let with: Vec<JsValue> = files.iter().map(JsValue::from).collect();
                self.ask(run, ConsolidationAsk::Gather(self.language), &with);
            }
            Effect::DoHere { run, files } => self.do_here(run, files),
            Effect::Choose { run, chosen } => match &self.here {
                None => self.ask(run, ConsolidationAsk::Choose(chosen, self.language), &[]),
                Some(here) => {
                    here.gathering.borrow_mut().speak(self.language);
                    let outcome = here.gathering.borrow().outcome(chosen, today());
                    let done = Ok(Answer::Done(Box::new(outcome)));
                    self.on.emit(Msg::News(run, done));
                }
            },
            Effect::Stop => {
                if let Some(asked) = self.asked {
                    self.workers.cancel(asked);
                }
                *self = Consolidating::new(self.on.clone(), self.language);
            }
            Effect::Show | Effect::Open(_) | Effect::OpenUnit { .. } | Effect::Say(_) => {}
        }
    }

    fn ask(&mut self, run: u32, ask: ConsolidationAsk, with: &[JsValue]) {
        let on = self.on.clone();
        let hear = move |heard| on.emit(Msg::News(run, heard));
        self.asked = Some(self.workers.ask(ask, with, PATIENCE, hear));
    }

    fn do_here(&mut self, run: u32, files: Vec<File>) {
        let gathering = Rc::new(RefCell::new(Gathering::default()));
        gathering.borrow_mut().speak(self.language);
        let cancelled = Rc::new(Cell::new(false));
        self.here = Some(Here {
            gathering: gathering.clone(),
            cancelled: cancelled.clone(),
        });
        let on = self.on.clone();
        spawn_local(async move {
            let total = Some(files.len());
            let read = |done| {
                // What was cancelled has no news for what runs now.
                if !cancelled.get() {
                    on.emit(Msg::News(run, Ok(Answer::Progress { done, total })));
                }
            };
            worker::gather(files, &gathering, read, || cancelled.get()).await;
            if !cancelled.get() {
                let outcome = gathering.borrow().outcome(0, today());
                on.emit(Msg::News(run, Ok(Answer::Done(Box::new(outcome)))));
            }
        });
    }
}
