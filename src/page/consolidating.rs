//! The consolidation on screen: files on their way into a worker, and what came of them.

use super::app::App;
use super::clock::today;
use super::message::Msg;
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
use yew::Context;

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

#[derive(Default)]
pub struct Consolidating {
    pub progress: Progress,
    helper: Option<Helper>,
    /// Files that wait for the worker to be ready, or for the page to do it instead.
    waiting: Vec<File>,
}

impl Consolidating {
    /// Begins anew with these files; what ran before is dropped.
    pub fn begin(&mut self, ctx: &Context<App>, files: Vec<File>) {
        self.progress = Progress::Reading {
            done: 0,
            total: files.len(),
        };
        self.waiting = files;
        self.helper = None;
        ctx.link()
            .send_future(async { Msg::WorkerStarted(worker::start().await.ok()) });
    }

    /// The worker, or `None` where there is none to be had.
    pub fn started(&mut self, ctx: &Context<App>, worker: Option<Worker>) {
        let helper = worker.map(|worker| listened(ctx, worker));
        let is_awaited = matches!(self.progress, Progress::Reading { .. }) && self.helper.is_none();
        match helper {
            // Cancelled meanwhile, or another came first: this one ends at once.
            _ if !is_awaited => {}
            Some(helper) => self.helper = Some(helper),
            None => self.here(ctx),
        }
    }

    /// Ends what is under way.
    pub fn cancel(&mut self) {
        *self = Consolidating::default();
    }

    /// Brings another of the choices together.
    pub fn choose(&mut self, ctx: &Context<App>, chosen: usize) {
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
                ctx.link()
                    .send_message(Msg::News(News::Done(Box::new(outcome))));
            }
            None => {}
        }
    }

    pub fn heard(&mut self, news: News) {
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
    pub fn worker_failed(&mut self, ctx: &Context<App>) {
        if self.waiting.is_empty() {
            self.cancel();
            ctx.link()
                .send_message(Msg::Say(text::CONSOLIDATE_BROKE_OFF.to_owned()));
        } else {
            self.here(ctx);
        }
    }

    fn here(&mut self, ctx: &Context<App>) {
        let gathering = Rc::new(RefCell::new(Gathering::default()));
        let cancelled = Rc::new(Cell::new(false));
        self.helper = Some(Helper::Here {
            gathering: gathering.clone(),
            cancelled: cancelled.clone(),
        });
        let files = std::mem::take(&mut self.waiting);
        let link = ctx.link().clone();
        spawn_local(async move {
            let read = |count| {
                // What was cancelled has no news for what runs now.
                if !cancelled.get() {
                    link.send_message(Msg::News(News::Read(count)));
                }
            };
            worker::gather(files, &gathering, read, || cancelled.get()).await;
            if !cancelled.get() {
                let outcome = gathering.borrow().outcome(0, today());
                link.send_message(Msg::News(News::Done(Box::new(outcome))));
            }
        });
    }
}

fn listened(ctx: &Context<App>, worker: Worker) -> Helper {
    let link = ctx.link().clone();
    let message = EventListener::new(&worker, "message", move |event| {
        let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        if let Some(news) = data.and_then(|data| News::from_js(&data)) {
            link.send_message(Msg::News(news));
        }
    });
    let link = ctx.link().clone();
    let error = EventListener::new(&worker, "error", move |_| {
        link.send_message(Msg::WorkerFailed);
    });
    Helper::Worker {
        worker,
        _listeners: [message, error],
    }
}
