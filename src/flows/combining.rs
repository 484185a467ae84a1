//! Many files brought together: how far it is, which of the choices is wanted, and what came of it.

use super::{Notice, Said};
use juesuan_ask::{Answer, Failure};
use juesuan_domain::Beyond;
use juesuan_domain::Workbook;
use juesuan_domain::evaluation::built_in;
use juesuan_exchange::{Failed, Outcome, UnitList};
use std::rc::Rc;
use std::sync::Arc;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Progress {
    /// No files were chosen, or the work was cancelled or broke down.
    #[default]
    Nothing,
    /// Files are being read, one after the other.
    Reading {
        /// Files that were read, also those that turned out to be no workbooks.
        done: usize,
        /// Files that were chosen.
        total: usize,
    },
    /// Everything is read and being brought together.
    Working,
    /// The consolidation is there, and other choices can be asked for.
    Done {
        /// What the files came to, with the choices there are.
        outcome: Rc<Outcome>,
        /// Which of its choices is wanted: another than it shows while that one is on its way, so
        /// that what is on screen stays until it can be replaced.
        wanted: usize,
    },
}

/// What is heard of the work: how far it is, what came of it, or why nothing did.
pub type News = Result<Answer<Box<Outcome>>, Failure>;

/// What can happen. `F` is a file of the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg<F> {
    /// Files were chosen or dropped: begins anew with them, whatever ran before.
    Begin(Vec<F>),
    /// The same with workbooks that documents have become, beside documents that became none.
    BeginWith(Vec<F>, Vec<Failed>),
    /// The units that are expected, one a line.
    Expect(String),
    /// The work is no longer wanted, or what came of it was closed.
    Cancel,
    /// Another of the groups is wanted.
    Choose(usize),
    /// News of a run, by its number.
    News(u32, News),
    /// The consolidated form as a workbook of its own.
    Open,
    /// The units are listed otherwise.
    List(UnitList),
    /// The workbook of a unit: its file, by its place among those that were chosen, and the form; its accounts
    /// where there is none.
    OpenUnit(usize, Option<usize>),
}

/// What is to be done. News are told by [`Msg::News`], with the number of the run.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect<F> {
    /// Its view is shown.
    Show,
    /// A worker reads the files and brings them together.
    Start {
        /// The number of the run, which its news bear.
        run: u32,
        /// The files to read, in the order they were chosen.
        files: Vec<F>,
    },
    /// No worker starts here: the page does the same work, in small pieces.
    DoHere {
        /// The number of the run, which its news bear.
        run: u32,
        /// The files to read, in the order they were chosen.
        files: Vec<F>,
    },
    /// Another of the choices is brought together, by whoever has read the files.
    Choose {
        /// The number of the run that has read the files.
        run: u32,
        /// Which choice, by its place in the list of them.
        chosen: usize,
    },
    /// Whatever is at work for us ends.
    Stop,
    /// The consolidated form takes the place of what is open; or the limit that it would pass is said.
    Open(Result<Box<Workbook>, Beyond>),
    /// The workbook of a unit takes the place of what is open, at a form or at its accounts.
    OpenUnit {
        /// Where it is read from.
        file: F,
        /// Its place among the files that were chosen.
        source: usize,
        /// Which of its forms is shown; its accounts where there is none.
        form: Option<usize>,
    },
    /// Says something over the page.
    Say(Notice),
}

/// The flow. Every run has a number, so that what a run before says is not taken for news of this one.
#[derive(Debug)]
pub struct Combining<F> {
    run: u32,
    progress: Progress,
    /// What is read, for the page to read it instead.
    files: Vec<F>,
    /// All that were chosen, to be opened one by one.
    sources: Vec<F>,
    list: UnitList,
    /// Documents that became no workbooks.
    failed: Vec<Failed>,
    expected: String,
}

impl<F> Default for Combining<F> {
    fn default() -> Self {
        Combining {
            run: 0,
            progress: Progress::Nothing,
            files: Vec::new(),
            sources: Vec::new(),
            list: UnitList::default(),
            failed: Vec::new(),
            expected: String::new(),
        }
    }
}

impl<F: Clone> Combining<F> {
    /// How far the present run is, for the view.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The units that are expected, one a line: as typed, or else those of the consolidation before.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// How the units are listed.
    pub fn list(&self) -> &UnitList {
        &self.list
    }

    /// Something happened; gives what is to be done.
    pub fn update(&mut self, msg: Msg<F>) -> Vec<Effect<F>> {
        match msg {
            Msg::Begin(files) => self.begin(files, Vec::new()),
            Msg::BeginWith(files, failed) => self.begin(files, failed),
            Msg::Expect(units) => {
                self.expected = units;
                Vec::new()
            }
            Msg::Cancel => self.stop(),
            Msg::Choose(chosen) => self.choose(chosen),
            Msg::News(run, news) if run == self.run => self.heard(news),
            Msg::News(..) => Vec::new(),
            Msg::List(list) => {
                self.list = list;
                Vec::new()
            }
            Msg::OpenUnit(source, form) => {
                let file = self.sources.get(source).cloned();
                let open = file.map(|file| Effect::OpenUnit { file, source, form });
                open.into_iter().collect()
            }
            Msg::Open => self.opened().map(Effect::Open).into_iter().collect(),
        }
    }

    fn begin(&mut self, files: Vec<F>, failed: Vec<Failed>) -> Vec<Effect<F>> {
        if let Progress::Done { outcome, .. } = &self.progress
            && let Some(before) = &outcome.accounts
            && self.expected.trim().is_empty()
        {
            self.expected = before.units.join("\n");
        }
        self.failed = failed;
        self.run += 1;
        self.progress = Progress::Reading {
            done: 0,
            total: files.len(),
        };
        self.files.clone_from(&files);
        self.sources.clone_from(&files);
        self.list = UnitList::default();
        let run = self.run;
        vec![Effect::Show, Effect::Stop, Effect::Start { run, files }]
    }

    fn stop(&mut self) -> Vec<Effect<F>> {
        self.run += 1;
        self.progress = Progress::Nothing;
        self.files.clear();
        self.sources.clear();
        vec![Effect::Stop]
    }

    fn choose(&mut self, chosen: usize) -> Vec<Effect<F>> {
        let Progress::Done { wanted, .. } = &mut self.progress else {
            return Vec::new();
        };
        *wanted = chosen;
        let run = self.run;
        vec![Effect::Choose { run, chosen }]
    }

    fn heard(&mut self, news: News) -> Vec<Effect<F>> {
        match news {
            Ok(Answer::Progress { done: read, .. }) => {
                if let Progress::Reading { done, total } = &mut self.progress {
                    *done = read;
                    if *done == *total {
                        self.progress = Progress::Working;
                    }
                }
                Vec::new()
            }
            Ok(Answer::Done(mut outcome)) => {
                outcome.files += self.failed.len();
                outcome.failed.extend(self.failed.iter().cloned());
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
                Vec::new()
            }
            Err(Failure::NotStarted) if !self.files.is_empty() => {
                let (run, files) = (self.run, std::mem::take(&mut self.files));
                vec![Effect::DoHere { run, files }]
            }
            // It broke down over files that it was handed (short of memory, it may be): the page would
            // fare no better, and that is to be said.
            Ok(Answer::Refused(_)) | Err(_) => {
                let mut effects = self.stop();
                let broke_off = Notice::Problem(Said::CombiningBrokeOff);
                effects.push(Effect::Say(broke_off));
                effects
            }
        }
    }

    /// What came of it, as a workbook; or which limit it would pass.
    fn opened(&self) -> Option<Result<Box<Workbook>, Beyond>> {
        let Progress::Done { outcome, .. } = &self.progress else {
            return None;
        };
        let mut workbook = match &outcome.form {
            Some(form) => Workbook::of(form.clone(), ""),
            None => {
                outcome.accounts.as_ref()?;
                Workbook::new("", "", &built_in()[0].id)
            }
        };
        if let Some(gathered) = &outcome.accounts {
            workbook.year = gathered.year.as_str().into();
            workbook.accounts = Rc::new(gathered.accounts.clone());
        }
        workbook.rule_sets = outcome.rule_sets.iter().cloned().map(Arc::new).collect();
        if workbook.rule_set.is_empty() {
            workbook.rule_set.clone_from(&built_in()[0].id);
        }
        Some(workbook.within_limits().map(|()| Box::new(workbook)))
    }
}
