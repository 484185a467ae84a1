//! The consolidation on screen: files on their way into a worker, and what came of them.

use super::app::App;
use super::clock::today;
use super::message::Msg;
use super::modules::{News, Workers};
use super::text;
use super::worker::{self, Consolidation, ConsolidationAsk};
use juesuan::exchange::{Gathering, Outcome};
use juesuan_ask::{Answer, Failure};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Context;

/// Milliseconds without news after which the work is given up. Each batch of files is news.
const PATIENCE: f64 = 120_000.0;

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

/// This page itself does the work, in small pieces, where workers are not to be had.
struct Here {
    gathering: Rc<RefCell<Gathering>>,
    cancelled: Rc<Cell<bool>>,
}

impl Drop for Here {
    fn drop(&mut self) {
        self.cancelled.set(true);
    }
}

#[derive(Default)]
pub struct Consolidating {
    pub progress: Progress,
    workers: Workers<Consolidation>,
    /// The request under way.
    asked: Option<u32>,
    here: Option<Here>,
    /// What is read, for the page to read it instead.
    files: Vec<File>,
}

impl Consolidating {
    /// Begins anew with these files; what ran before is dropped.
    pub fn begin(&mut self, ctx: &Context<App>, files: Vec<File>) {
        let news = ctx.link().callback(Msg::News);
        *self = Consolidating {
            progress: Progress::Reading {
                done: 0,
                total: files.len(),
            },
            workers: Workers::that_keep(move |failure| news.emit(Err(failure))),
            ..Consolidating::default()
        };
        let with: Vec<JsValue> = files.iter().map(JsValue::from).collect();
        self.files = files;
        self.ask(ctx, ConsolidationAsk::Gather, &with);
    }

    fn ask(&mut self, ctx: &Context<App>, ask: ConsolidationAsk, with: &[JsValue]) {
        let news = ctx.link().callback(Msg::News);
        let hear = move |heard| news.emit(heard);
        self.asked = Some(self.workers.ask(ask, with, PATIENCE, hear));
    }

    /// Ends what is under way.
    pub fn cancel(&mut self) {
        if let Some(asked) = self.asked {
            self.workers.cancel(asked);
        }
        *self = Consolidating::default();
    }

    /// Brings another of the choices together.
    pub fn choose(&mut self, ctx: &Context<App>, chosen: usize) {
        let Progress::Done { wanted, .. } = &mut self.progress else {
            return;
        };
        *wanted = chosen;
        match &self.here {
            None => self.ask(ctx, ConsolidationAsk::Choose(chosen), &[]),
            Some(here) => {
                let outcome = here.gathering.borrow().outcome(chosen, today());
                let done = Ok(Answer::Done(Box::new(outcome)));
                ctx.link().send_message(Msg::News(done));
            }
        }
    }

    pub fn heard(&mut self, ctx: &Context<App>, news: News<Consolidation>) {
        match news {
            Ok(Answer::Progress { done: read, .. }) => {
                if let Progress::Reading { done, total } = &mut self.progress {
                    *done = read;
                    if *done == *total {
                        self.progress = Progress::Working;
                    }
                }
            }
            Ok(Answer::Done(outcome)) => {
                self.files.clear();
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
            Err(Failure::NotStarted) if !self.files.is_empty() => self.here(ctx),
            // It broke down over files that it was handed (short of memory, it may be): the page would
            // fare no better, and that is to be said.
            Ok(Answer::Refused(_)) | Err(_) => {
                self.cancel();
                ctx.link()
                    .send_message(Msg::Say(text::CONSOLIDATE_BROKE_OFF.to_owned()));
            }
        }
    }

    fn here(&mut self, ctx: &Context<App>) {
        let gathering = Rc::new(RefCell::new(Gathering::default()));
        let cancelled = Rc::new(Cell::new(false));
        self.here = Some(Here {
            gathering: gathering.clone(),
            cancelled: cancelled.clone(),
        });
        let files = std::mem::take(&mut self.files);
        let news = ctx.link().callback(Msg::News);
        spawn_local(async move {
            let total = Some(files.len());
            let read = |done| {
                // What was cancelled has no news for what runs now.
                if !cancelled.get() {
                    news.emit(Ok(Answer::Progress { done, total }));
                }
            };
            worker::gather(files, &gathering, read, || cancelled.get()).await;
            if !cancelled.get() {
                let outcome = gathering.borrow().outcome(0, today());
                news.emit(Ok(Answer::Done(Box::new(outcome))));
            }
        });
    }
}
