//! The consolidation on screen: files on their way into a worker, and what came of them.

use super::clock::today;
use super::text;
use super::worker::{self, News};
use gloo_events::EventListener;
use js_sys::Array;
use juesuan::exchange::{Gathering, Outcome};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, MessageEvent, Worker};
use yew::Callback;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Progress {
    #[default]
    Nothing,
    Reading {
        done: usize,
        total: usize,
    },
    /// Everything is read and being brought together.
    Working,
    Done {
        outcome: Rc<Outcome>,
        /// Which of its choices is wanted: another than it shows while that one is on its way, so
        /// that what is on screen stays until it can be replaced.
        wanted: usize,
    },
}

/// Who does the work.
enum Helper {
    Worker {
        worker: Worker,
        _listeners: [EventListener; 2],
    },
    /// This page itself, in small pieces, where workers are not to be had.
    Here {
        gathering: Rc<RefCell<Gathering>>,
        cancelled: Rc<Cell<bool>>,
    },
}

impl Drop for Helper {
    fn drop(&mut self) {
        match self {
            Helper::Worker { worker, .. } => worker.terminate(),
            Helper::Here { cancelled, .. } => cancelled.set(true),
        }
    }
}

/// What can happen to it once it has begun.
pub enum Msg {
    Cancel,
    /// Another of the groups is wanted.
    Choose(usize),
    News(News),
    /// The worker for it, or `None` where there is none to be had.
    WorkerStarted(Option<Worker>),
    WorkerFailed,
}

pub struct Consolidating {
    on: Callback<Msg>,
    pub progress: Progress,
    helper: Option<Helper>,
    /// Files that wait for the worker to be ready, or for the page to do it instead.
    waiting: Vec<File>,
}

impl Consolidating {
    pub fn new(on: Callback<Msg>) -> Self {
        Consolidating {
            on,
            progress: Progress::default(),
            helper: None,
            waiting: Vec::new(),
        }
    }

    /// Gives back a sentence where there is something to say of it.
    pub fn update(&mut self, msg: Msg) -> Option<&'static str> {
        match msg {
            Msg::Cancel => self.cancel(),
            Msg::Choose(chosen) => self.choose(chosen),
            Msg::News(news) => self.heard(news),
            Msg::WorkerStarted(worker) => self.started(worker),
            Msg::WorkerFailed => return self.worker_failed(),
        }
        None
    }

    /// Begins anew with these files; what ran before is dropped.
    pub fn begin(&mut self, files: Vec<File>) {
        self.progress = Progress::Reading {
            done: 0,
            total: files.len(),
        };
        self.waiting = files;
        self.helper = None;
        let on = self.on.clone();
        spawn_local(async move { on.emit(Msg::WorkerStarted(worker::start().await.ok())) });
    }

    /// The worker, or `None` where there is none to be had.
    fn started(&mut self, worker: Option<Worker>) {
        let helper = worker.map(|worker| listened(&self.on, worker));
        let is_awaited = matches!(self.progress, Progress::Reading { .. }) && self.helper.is_none();
        match helper {
            // Cancelled meanwhile, or another came first: this one ends at once.
            _ if !is_awaited => {}
            Some(helper) => self.helper = Some(helper),
            None => self.here(),
        }
    }

    /// Ends what is under way.
    fn cancel(&mut self) {
        self.progress = Progress::Nothing;
        self.helper = None;
        self.waiting.clear();
    }

    /// Brings another of the choices together.
    fn choose(&mut self, chosen: usize) {
        let Progress::Done { wanted, .. } = &mut self.progress else {
            return;
        };
        *wanted = chosen;
        match &self.helper {
            Some(Helper::Worker { worker, .. }) => {
                // A number can always be sent; a worker that breaks down over it is heard of (`listened`).
                let _ = worker.post_message(&(chosen as f64).into());
            }
            Some(Helper::Here { gathering, .. }) => {
                let outcome = gathering.borrow().outcome(chosen, today());
                self.on.emit(Msg::News(News::Done(Box::new(outcome))));
            }
            None => {}
        }
    }

    fn heard(&mut self, news: News) {
        match news {
            News::Ready => {
                if let Some(Helper::Worker { worker, .. }) = &self.helper {
                    let files: Array = std::mem::take(&mut self.waiting).iter().collect();
                    let _ = worker.post_message(&files);
                }
            }
            News::Read(read) => {
                if let Progress::Reading { done, total } = &mut self.progress {
                    *done = read;
                    if *done == *total {
                        self.progress = Progress::Working;
                    }
                }
            }
            News::Done(outcome) => {
                let wanted = match self.progress {
                    // Of several chosen in one breath the last one counts.
                    Progress::Done { wanted, .. } => wanted,
                    _ => outcome.chosen,
                };
                self.progress = Progress::Done {
                    outcome: Rc::from(outcome),
                    wanted,
                };
            }
        }
    }

    /// The worker could not start: the page does it itself. Or it has broken down over files that it
    /// was handed (short of memory, it may be): the page would fare no better, and that is to be said.
    fn worker_failed(&mut self) -> Option<&'static str> {
        if self.waiting.is_empty() {
            self.cancel();
            Some(text::CONSOLIDATE_BROKE_OFF)
        } else {
            self.here();
            None
        }
    }

    fn here(&mut self) {
        let gathering = Rc::new(RefCell::new(Gathering::default()));
        let cancelled = Rc::new(Cell::new(false));
        self.helper = Some(Helper::Here {
            gathering: gathering.clone(),
            cancelled: cancelled.clone(),
        });
        let files = std::mem::take(&mut self.waiting);
        let on = self.on.clone();
        spawn_local(async move {
            let read = |count| {
                // What was cancelled has no news for what runs now.
                if !cancelled.get() {
                    on.emit(Msg::News(News::Read(count)));
                }
            };
            worker::gather(files, &gathering, read, || cancelled.get()).await;
            if !cancelled.get() {
                let outcome = gathering.borrow().outcome(0, today());
                on.emit(Msg::News(News::Done(Box::new(outcome))));
            }
        });
    }
}

fn listened(on: &Callback<Msg>, worker: Worker) -> Helper {
    let link = on.clone();
    let message = EventListener::new(&worker, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        if let Some(news) = data.and_then(|data| News::from_js(&data)) {
            link.emit(Msg::News(news));
        }
    });
    let link = on.clone();
    let error = EventListener::new(&worker, "error", move |_| {
        link.emit(Msg::WorkerFailed);
    });
    Helper::Worker {
        worker,
        _listeners: [message, error],
    }
}
