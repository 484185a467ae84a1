//! The consolidation on screen: files on their way into a worker, and what came of them.

use super::clock::today;
use super::modules::{News, Workers};
use super::words::Words;
use super::worker::{self, Consolidation, ConsolidationAsk};
use juesuan::exchange::{Gathering, Outcome};
use juesuan_ask::{Answer, Failure};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::Callback;

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

/// What can happen to it once it has begun.
pub enum Msg {
    Cancel,
    /// Another of the groups is wanted.
    Choose(usize),
    News(News<Consolidation>),
}

pub struct Consolidating {
    on: Callback<Msg>,
    pub progress: Progress,
    workers: Workers<Consolidation>,
    /// The request under way.
    asked: Option<u32>,
    here: Option<Here>,
    /// What is read, for the page to read it instead.
    files: Vec<File>,
}

impl Consolidating {
    pub fn new(on: Callback<Msg>) -> Self {
        Consolidating {
            on,
            progress: Progress::default(),
            workers: Workers::default(),
            asked: None,
            here: None,
            files: Vec::new(),
        }
    }

    /// Gives back a sentence where there is something to say of it.
    pub fn update(&mut self, msg: Msg, words: Words) -> Option<&'static str> {
        match msg {
            Msg::Cancel => self.cancel(),
            Msg::Choose(chosen) => self.choose(chosen),
            Msg::News(news) => return self.heard(news, words),
        }
        None
    }

    /// Begins anew with these files; what ran before is dropped.
    pub fn begin(&mut self, files: Vec<File>) {
        let news = self.on.reform(Msg::News);
        *self = Consolidating {
            progress: Progress::Reading {
                done: 0,
                total: files.len(),
            },
            workers: Workers::that_keep(move |failure| news.emit(Err(failure))),
            ..Consolidating::new(self.on.clone())
        };
        let with: Vec<JsValue> = files.iter().map(JsValue::from).collect();
        self.files = files;
        self.ask(ConsolidationAsk::Gather, &with);
    }

    fn ask(&mut self, ask: ConsolidationAsk, with: &[JsValue]) {
        let news = self.on.reform(Msg::News);
        let hear = move |heard| news.emit(heard);
        self.asked = Some(self.workers.ask(ask, with, PATIENCE, hear));
    }

    /// Ends what is under way.
    fn cancel(&mut self) {
        if let Some(asked) = self.asked {
            self.workers.cancel(asked);
        }
        *self = Consolidating::new(self.on.clone());
    }

    /// Brings another of the choices together.
    fn choose(&mut self, chosen: usize) {
        let Progress::Done { wanted, .. } = &mut self.progress else {
            return;
        };
        *wanted = chosen;
        match &self.here {
            None => self.ask(ConsolidationAsk::Choose(chosen), &[]),
            Some(here) => {
                let outcome = here.gathering.borrow().outcome(chosen, today());
                let done = Ok(Answer::Done(Box::new(outcome)));
                self.on.emit(Msg::News(done));
            }
        }
    }

    /// Gives back a sentence where there is something to say of it.
    fn heard(&mut self, news: News<Consolidation>, words: Words) -> Option<&'static str> {
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
            Err(Failure::NotStarted) if !self.files.is_empty() => self.here(),
            // It broke down over files that it was handed (short of memory, it may be): the page would
            // fare no better, and that is to be said.
            Ok(Answer::Refused(_)) | Err(_) => {
                self.cancel();
                return Some(words.consolidate_broke_off());
            }
        }
        None
    }

    fn here(&mut self) {
        let gathering = Rc::new(RefCell::new(Gathering::default()));
        let cancelled = Rc::new(Cell::new(false));
        self.here = Some(Here {
            gathering: gathering.clone(),
            cancelled: cancelled.clone(),
        });
        let files = std::mem::take(&mut self.files);
        let news = self.on.reform(Msg::News);
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
