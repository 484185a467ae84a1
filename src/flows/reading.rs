//! Documents that are read: which files are documents, one after another, with a password where one wants it,
//! and the papers that came of them.

use super::opening::Chosen;
use super::{NotRead, Notice, Said, Why};
use juesuan_ask::{Answer, DocumentsAnswer, Failure};
use juesuan_exchange::FileError;
use juesuan_paper::{Paper, within_size};
use std::collections::VecDeque;
use std::rc::Rc;

/// A file that was chosen or dropped, and what can be told of it at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<F, H> {
    /// The file, with its handle.
    pub chosen: Chosen<F, H>,
    /// The name it has on the disk.
    pub name: String,
    /// Its first bytes.
    pub head: Vec<u8>,
}

/// How many first bytes of a file tell a workbook.
pub const HEAD: usize = 64;

/// Whether it is a workbook of ours, or means to be one, by its name or its first bytes. Everything else is for
/// the reader of documents to look into.
pub fn is_workbook(name: &str, head: &[u8]) -> bool {
    let named = name
        .trim_end()
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("json"));
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    named || first == Some(&b'{')
}

/// What is heard of a file that is being read.
pub type News = Result<Answer<DocumentsAnswer>, Failure>;

/// What can happen. `F` is a file of the browser, `H` a handle to write it again.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg<F, H> {
    /// Files were chosen or dropped, perhaps some of each kind.
    Begin(Vec<Given<F, H>>),
    /// News of a file, by its number.
    News(u32, News),
    /// A password for the file that wants one.
    Password(String),
    /// The file that wants a password is left unread.
    Skip,
    /// Nothing more is read.
    Cancel,
    /// A paper is put away.
    Close(usize),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect<F, H> {
    /// It is a workbook: for the flow that opens such.
    Open(Chosen<F, H>),
    /// Several workbooks: they are brought together.
    Combine(Vec<F>),
    /// The reader is asked to read this. [`Msg::News`] tells what comes of it, with the number.
    Read {
        /// Of the file, for its news.
        number: u32,
        /// What is read.
        file: F,
        /// The name it has on the disk.
        name: String,
        /// For a file that wants one.
        password: Option<String>,
    },
    /// No worker can be had for it: the page reads this itself. [`Msg::News`] tells what comes of it.
    ReadHere {
        /// Of the file, for its news.
        number: u32,
        /// What is read.
        file: F,
        /// The name it has on the disk.
        name: String,
        /// For a file that wants one.
        password: Option<String>,
    },
    /// The reader is not needed any more, or is to stop what it does.
    Stop,
    /// This paper is shown. One that came together with a workbook is not: the workbook is, and papers are listed.
    Show(usize),
    /// Something is said over the page.
    Say(Notice),
}

/// What is on screen of the reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// A file is being read.
    Reading {
        /// Its name.
        name: String,
        /// Pages, sheets or parts that are read.
        done: usize,
        /// Of so many, where that is known.
        total: Option<usize>,
        /// Files that wait.
        waiting: usize,
    },
    /// A file wants a password.
    Asking {
        /// Its name.
        name: String,
        /// Another one was tried.
        wrong: bool,
    },
}

#[derive(Debug, Clone, PartialEq)]
struct Waiting<F> {
    file: F,
    name: String,
    /// It came together with a workbook, which is what is shown.
    beside_workbook: bool,
}

/// The file at hand.
#[derive(Debug, Clone, PartialEq)]
struct Now<F> {
    file: Waiting<F>,
    /// With which it is tried.
    password: Option<String>,
    /// The page itself is at it.
    here: bool,
    asking: Option<bool>,
    done: usize,
    total: Option<usize>,
}

/// The flow. Every request has a number, so that what was cancelled has no news for what runs now.
#[derive(Debug)]
pub struct Reading<F> {
    number: u32,
    waiting: VecDeque<Waiting<F>>,
    now: Option<Now<F>>,
    not_read: Vec<NotRead>,
    papers: Vec<Rc<Paper>>,
    /// Workbooks that are chosen here are opened; in a portal's page they are not.
    takes_workbooks: bool,
}

impl<F> Default for Reading<F> {
    fn default() -> Self {
        Reading {
            takes_workbooks: true,
            number: 0,
            waiting: VecDeque::new(),
            now: None,
            not_read: Vec::new(),
            papers: Vec::new(),
        }
    }
}

impl<F: Clone> Reading<F> {
    /// In the page of a portal, which hands over forms and workbooks itself: files with such are refused.
    pub fn in_portal() -> Self {
        Reading {
            takes_workbooks: false,
            ..Reading::default()
        }
    }

    /// What was read, in the order in which it was.
    pub fn papers(&self) -> &[Rc<Paper>] {
        &self.papers
    }

    /// How far it is; `None` while nothing is read.
    pub fn progress(&self) -> Option<Progress> {
        let now = self.now.as_ref()?;
        let name = now.file.name.clone();
        Some(match now.asking {
            Some(wrong) => Progress::Asking { name, wrong },
            None => Progress::Reading {
                name,
                done: now.done,
                total: now.total,
                waiting: self.waiting.len(),
            },
        })
    }

    /// Something happened; gives what is to be done.
    pub fn update<H>(&mut self, msg: Msg<F, H>) -> Vec<Effect<F, H>> {
        match msg {
            Msg::Begin(files) => self.begin(files),
            Msg::News(number, news) if number == self.number && self.is_reading() => {
                self.heard(news)
            }
            Msg::News(..) => Vec::new(),
            Msg::Password(password) => self.try_password(password),
            Msg::Skip => self.skip(),
            Msg::Cancel => self.cancel(),
            Msg::Close(at) => {
                if at < self.papers.len() {
                    self.papers.remove(at);
                }
                Vec::new()
            }
        }
    }

    fn is_reading(&self) -> bool {
        self.now.as_ref().is_some_and(|now| now.asking.is_none())
    }

    fn begin<H>(&mut self, files: Vec<Given<F, H>>) -> Vec<Effect<F, H>> {
        let (mut workbooks, documents): (Vec<_>, Vec<_>) = files
            .into_iter()
            .partition(|given| is_workbook(&given.name, &given.head));
        let mut effects = Vec::new();
        let beside_workbook = self.takes_workbooks && !workbooks.is_empty();
        if !self.takes_workbooks && !workbooks.is_empty() {
            let refused = Said::FileRefused(FileError::NotWorkbook);
            effects.push(Effect::Say(Notice::Problem(refused)));
        } else if workbooks.len() > 1 {
            let files = workbooks.into_iter().map(|given| given.chosen.file);
            effects.push(Effect::Combine(files.collect()));
        } else if let Some(workbook) = workbooks.pop() {
            effects.push(Effect::Open(workbook.chosen));
        }
        for Given { chosen, name, .. } in documents {
            match within_size(chosen.bytes) {
                Ok(()) => {
                    let file = chosen.file;
                    self.waiting.push_back(Waiting {
                        file,
                        name,
                        beside_workbook,
                    });
                }
                Err(too_large) => {
                    let why = Why::Unreadable(too_large);
                    self.not_read.push(NotRead { name, why });
                }
            }
        }
        if self.now.is_none() {
            effects.extend(self.go_on());
        }
        effects
    }

    /// Takes up the next file; after the last one says which could not be read.
    fn go_on<H>(&mut self) -> Vec<Effect<F, H>> {
        self.now = self.waiting.pop_front().map(|file| Now {
            file,
            password: None,
            here: false,
            asking: None,
            done: 0,
            total: None,
        });
        if self.now.is_some() {
            return self.ask(None).into_iter().collect();
        }
        let not_read = std::mem::take(&mut self.not_read);
        if not_read.is_empty() {
            return Vec::new();
        }
        vec![Effect::Say(Notice::Problem(Said::NotRead(not_read)))]
    }

    /// What comes after a file: the next one, or the end of the reader.
    fn after<H>(&mut self) -> Vec<Effect<F, H>> {
        let next = self.go_on();
        if self.now.is_some() {
            return next;
        }
        [Effect::Stop].into_iter().chain(next).collect()
    }

    fn ask<H>(&mut self, password: Option<String>) -> Option<Effect<F, H>> {
        let now = self.now.as_mut()?;
        (now.asking, now.done, now.total) = (None, 0, None);
        (now.password, now.here) = (password.clone(), false);
        self.number += 1;
        Some(Effect::Read {
            number: self.number,
            file: now.file.file.clone(),
            name: now.file.name.clone(),
            password,
        })
    }

    /// Asks the page itself for what no worker could be had for; `None` where it could not do it either.
    fn ask_here<H>(&mut self) -> Option<Effect<F, H>> {
        let now = self.now.as_mut().filter(|now| !now.here)?;
        now.here = true;
        self.number += 1;
        Some(Effect::ReadHere {
            number: self.number,
            file: now.file.file.clone(),
            name: now.file.name.clone(),
            password: now.password.take(),
        })
    }

    fn heard<H>(&mut self, news: News) -> Vec<Effect<F, H>> {
        match news {
            Ok(Answer::Progress { done, total }) => {
                if let Some(now) = &mut self.now {
                    (now.done, now.total) = (done, total);
                }
                Vec::new()
            }
            Ok(Answer::Done(DocumentsAnswer::Password { wrong })) => {
                if let Some(now) = &mut self.now {
                    now.asking = Some(wrong);
                }
                Vec::new()
            }
            Ok(Answer::Done(DocumentsAnswer::Paper(paper))) => {
                self.papers.push(Rc::from(paper));
                let shown = self
                    .now
                    .as_ref()
                    .is_some_and(|now| !now.file.beside_workbook);
                let show = shown.then(|| Effect::Show(self.papers.len() - 1));
                show.into_iter().chain(self.after()).collect()
            }
            Ok(Answer::Refused(sentence)) => self.fail(Why::InWords(sentence)),
            Err(failure) => {
                let here = match failure {
                    Failure::NotStarted => self.ask_here(),
                    Failure::Broke | Failure::Hung => None,
                };
                match here {
                    Some(here) => vec![here],
                    None => self.fail(Why::Failed(failure)),
                }
            }
        }
    }

    fn fail<H>(&mut self, why: Why) -> Vec<Effect<F, H>> {
        if let Some(now) = self.now.take() {
            let name = now.file.name;
            self.not_read.push(NotRead { name, why });
        }
        self.after()
    }

    fn try_password<H>(&mut self, password: String) -> Vec<Effect<F, H>> {
        if self.now.as_ref().is_none_or(|now| now.asking.is_none()) {
            return Vec::new();
        }
        self.ask(Some(password)).into_iter().collect()
    }

    fn skip<H>(&mut self) -> Vec<Effect<F, H>> {
        if self.now.as_ref().is_none_or(|now| now.asking.is_none()) {
            return Vec::new();
        }
        self.after()
    }

    /// What could not be read until now is said all the same.
    fn cancel<H>(&mut self) -> Vec<Effect<F, H>> {
        if self.now.is_none() {
            return Vec::new();
        }
        self.waiting.clear();
        self.number += 1;
        self.after()
    }
}
