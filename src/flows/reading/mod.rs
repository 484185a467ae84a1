//! Documents that are read: which files are documents, one after another, with a password where one wants it,
//! the papers that came of them with their reviews, and the list of those that were dropped together.

mod list;
mod message;
mod state;

pub use list::{Arranged, By, Outcome, Row, Which};
pub use message::{Effect, Given, HEAD, Msg, News, Progress, is_workbook};
pub use state::Opened;

use super::asking::{Beside, Found};
use super::judging::{self, Judging, Marks, Notes};
use super::{NotRead, Notice, Said, Why};
use crate::exchange::FileError;
use crate::paper::within_size;
use crate::understand::{Review, Summary};
use juesuan_ask::{Answer, DocumentsAnswer, Failure, Reviewed};
use state::{Now, Waiting, Want};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// Of more documents than this at once only the list is kept, and a paper is read again when it is opened.
pub const KEPT: usize = 8;

/// The flow. Every request has a number, so that what was cancelled has no news for what runs now.
#[derive(Debug)]
pub struct Reading<F> {
    number: u32,
    waiting: VecDeque<Waiting>,
    now: Option<Now>,
    not_read: Vec<NotRead>,
    rows: Vec<Rc<Row<F>>>,
    arranged: Arranged,
    papers: Vec<Opened>,
    reviewer: String,
    /// What was noted of papers, by name and size of the file.
    noted: BTreeMap<(String, u64), Rc<Notes>>,
    /// Several came at once: there is a list to come back to.
    listed: bool,
    /// Workbooks that are chosen here are opened; in a portal's page they are not.
    takes_workbooks: bool,
}

impl<F> Default for Reading<F> {
    fn default() -> Self {
        Reading {
            number: 0,
            waiting: VecDeque::new(),
            now: None,
            not_read: Vec::new(),
            rows: Vec::new(),
            arranged: Arranged::default(),
            papers: Vec::new(),
            reviewer: String::new(),
            noted: BTreeMap::new(),
            listed: false,
            takes_workbooks: true,
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

    /// What is open, in the order in which it was read.
    pub fn papers(&self) -> &[Opened] {
        &self.papers
    }

    /// Every file that came.
    pub fn rows(&self) -> &[Rc<Row<F>>] {
        &self.rows
    }

    /// Whether several came at once, so that who closes one goes back to their list.
    pub fn is_listed(&self) -> bool {
        self.listed
    }

    /// How the list of them is shown.
    pub fn arranged(&self) -> &Arranged {
        &self.arranged
    }

    /// Who reviews, as typed; may be empty.
    pub fn reviewer(&self) -> &str {
        &self.reviewer
    }

    /// How many files have not had their turn yet.
    pub fn unread(&self) -> usize {
        self.waiting.len() + usize::from(self.now.is_some())
    }

    /// How far it is; `None` while nothing is read.
    pub fn progress(&self) -> Option<Progress> {
        let now = self.now.as_ref()?;
        let name = self.rows.get(now.file.row)?.name.clone();
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
            Msg::Begin(files) => return self.begin(files),
            Msg::News(number, news) if number == self.number && self.is_reading() => {
                return self.heard(news);
            }
            Msg::News(..) => {}
            Msg::Password(password) => return self.try_password(password),
            Msg::Skip => return self.skip(),
            Msg::Cancel => return self.cancel(),
            Msg::Resume => return self.resume(),
            Msg::Make => return self.make(),
            Msg::Open(row) => return self.open(row),
            Msg::Close(at) => {
                if at < self.papers.len() {
                    self.papers.remove(at);
                }
            }
            Msg::Clear => {
                let effects = self.cancel();
                self.rows.clear();
                self.papers.clear();
                self.listed = false;
                self.arranged = Arranged::default();
                return effects;
            }
            Msg::Order(by) => self.arranged.order(by),
            Msg::Which(which) => self.arranged.which = which,
            Msg::Search(wanted) => self.arranged.wanted = wanted,
            Msg::Reviewer(name) => self.reviewer = name,
            Msg::Judge(at, msg) => self.judge(at, msg),
            Msg::Reviewed(row, review) => self.reviewed(row, *review),
            Msg::Compared(row, beside) => self.compared(row, *beside),
        }
        Vec::new()
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
        let want = match documents.len() {
            0 | 1 if !beside_workbook => Want::Show,
            0..=KEPT => Want::Keep,
            _ => Want::Line,
        };
        self.listed |= documents.len() > 1;
        // The workbook is what is shown.
        if want != Want::Show && !beside_workbook {
            effects.push(Effect::List);
        }
        for Given { chosen, name, .. } in documents {
            let row = self.rows.len();
            let outcome = match within_size(chosen.bytes) {
                Ok(()) => {
                    self.waiting.push_back(Waiting { row, want });
                    Outcome::Waiting
                }
                Err(too_large) => {
                    let why = Why::Unreadable(too_large);
                    self.tell(&name, want, &why);
                    Outcome::NotRead(why)
                }
            };
            self.rows.push(Rc::new(Row {
                file: chosen.file,
                name,
                bytes: chosen.bytes,
                outcome,
                made: None,
            }));
        }
        effects.extend(self.begin_waiting());
        effects
    }

    /// What could not be read is said over the page, unless there is a long list that tells it.
    fn tell(&mut self, name: &str, want: Want, why: &Why) {
        if !want.is_one_of_many() {
            let (name, why) = (name.to_owned(), why.clone());
            self.not_read.push(NotRead { name, why });
        }
    }

    fn outcome(&self, row: usize) -> Option<&Outcome> {
        self.rows.get(row).map(|row| &row.outcome)
    }

    fn became(&mut self, row: usize, outcome: Outcome) {
        if let Some(row) = self.rows.get_mut(row) {
            Rc::make_mut(row).outcome = outcome;
        }
    }

    /// Takes up the next file; after the last one says which could not be read.
    fn go_on<H>(&mut self) -> Vec<Effect<F, H>> {
        self.now = self.waiting.pop_front().map(Now::of);
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
        let Waiting { row, want } = now.file;
        self.number += 1;
        let line = self.rows.get(row)?;
        let effect = Effect::Read {
            number: self.number,
            file: line.file.clone(),
            name: line.name.clone(),
            password,
            read_as: want.read_as(),
        };
        // What was found before is there until it is found anew; a workbook tells nothing of it.
        if line.outcome.summary().is_none() && want != Want::Workbook {
            self.became(row, Outcome::Reading);
        }
        Some(effect)
    }

    /// Asks the page itself for what no worker could be had for; `None` where it could not do it either.
    fn ask_here<H>(&mut self) -> Option<Effect<F, H>> {
        let now = self.now.as_mut().filter(|now| !now.here)?;
        now.here = true;
        self.number += 1;
        let line = self.rows.get(now.file.row)?;
        Some(Effect::ReadHere {
            number: self.number,
            file: line.file.clone(),
            name: line.name.clone(),
            password: now.password.take(),
            read_as: now.file.want.read_as(),
        })
    }

    fn heard<H>(&mut self, news: News) -> Vec<Effect<F, H>> {
        let Some(now) = &mut self.now else {
            return Vec::new();
        };
        let Waiting { row, want } = now.file;
        match news {
            Ok(Answer::Progress { done, total }) => {
                (now.done, now.total) = (done, total);
                Vec::new()
            }
            // Nobody is asked in the midst of a thousand files.
            Ok(Answer::Done(DocumentsAnswer::Password { .. })) if want.is_one_of_many() => {
                self.became(row, Outcome::Locked);
                self.after()
            }
            Ok(Answer::Done(DocumentsAnswer::Password { wrong })) => {
                now.asking = Some(wrong);
                Vec::new()
            }
            Ok(Answer::Done(DocumentsAnswer::Summary(summary))) => {
                self.became(row, Outcome::Read(*summary));
                self.after()
            }
            Ok(Answer::Done(DocumentsAnswer::Made(made))) if want == Want::Workbook => {
                if let Some(row) = self.rows.get_mut(row) {
                    Rc::make_mut(row).made = Some(Rc::from(made));
                }
                self.after()
            }
            Ok(Answer::Done(DocumentsAnswer::Paper(reviewed))) => {
                let at = self.keep(row, *reviewed);
                let mut effects = Vec::new();
                if want == Want::Show {
                    effects.push(Effect::Show(at));
                }
                effects.extend(self.after());
                effects
            }
            Ok(Answer::Refused(sentence)) => self.fail(Why::InWords(sentence)),
            // Answers to what is asked elsewhere: whoever gives one here is not to be relied on.
            Ok(Answer::Done(_)) => self.fail(Why::Failed(Failure::Broke)),
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

    /// A paper is open from now on; gives its number.
    fn keep(&mut self, row: usize, Reviewed { paper, review }: Reviewed) -> usize {
        self.became(row, Outcome::Read(Summary::of(&review)));
        let noted = self.file(row).and_then(|file| self.noted.get(&file));
        let none = Rc::default();
        let judging = Judging::new(&review, noted.unwrap_or(&none));
        self.papers.push(Opened {
            row,
            marks: Rc::new(Marks::of(&paper, &review)),
            judging: Rc::new(judging),
            paper: Rc::new(paper),
            review: Rc::new(review),
            beside: None,
        });
        self.papers.len() - 1
    }

    /// What tells a file from others.
    fn file(&self, row: usize) -> Option<(String, u64)> {
        let row = self.rows.get(row)?;
        Some((row.name.clone(), row.bytes.to_bits()))
    }

    fn fail<H>(&mut self, why: Why) -> Vec<Effect<F, H>> {
        if let Some(Now { file, .. }) = self.now.take() {
            if let Some(row) = self.rows.get(file.row) {
                let name = row.name.clone();
                self.tell(&name, file.want, &why);
            }
            self.became(file.row, Outcome::NotRead(why));
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
        let Some(now) = self.now.as_ref().filter(|now| now.asking.is_some()) else {
            return Vec::new();
        };
        self.became(now.file.row, Outcome::Locked);
        self.after()
    }

    /// What could not be read until now is said all the same.
    fn cancel<H>(&mut self) -> Vec<Effect<F, H>> {
        let Some(now) = self.now.take() else {
            return Vec::new();
        };
        let waiting = std::mem::take(&mut self.waiting);
        for Waiting { row, .. } in waiting.into_iter().chain([now.file]) {
            if self.outcome(row).is_some_and(|it| it.summary().is_none()) {
                self.became(row, Outcome::Left);
            }
        }
        self.number += 1;
        self.after()
    }

    fn resume<H>(&mut self) -> Vec<Effect<F, H>> {
        let many = self.rows.len() > KEPT;
        let want = if many { Want::Line } else { Want::Keep };
        for row in 0..self.rows.len() {
            if self.outcome(row) == Some(&Outcome::Left) {
                self.waiting.push_back(Waiting { row, want });
                self.became(row, Outcome::Waiting);
            }
        }
        self.begin_waiting()
    }

    /// Makes workbooks of all that could be read and of which none is made yet.
    fn make<H>(&mut self) -> Vec<Effect<F, H>> {
        let want = Want::Workbook;
        let all = self
            .waiting
            .iter()
            .chain(self.now.iter().map(|now| &now.file));
        let asked: Vec<usize> = all
            .filter(|one| one.want == want)
            .map(|one| one.row)
            .collect();
        let rows = self.rows.iter().enumerate();
        let wanted = rows.filter(|(row, file)| file.can_be_made() && !asked.contains(row));
        self.waiting
            .extend(wanted.map(|(row, _)| Waiting { row, want }));
        self.begin_waiting()
    }

    fn begin_waiting<H>(&mut self) -> Vec<Effect<F, H>> {
        match self.now {
            Some(_) => Vec::new(),
            None => self.go_on(),
        }
    }

    /// A paper that is open is shown; another one is read next.
    fn open<H>(&mut self, row: usize) -> Vec<Effect<F, H>> {
        if let Some(at) = self.papers.iter().position(|paper| paper.row == row) {
            return vec![Effect::Show(at)];
        }
        if row >= self.rows.len() {
            return Vec::new();
        }
        if let Some(now) = self.now.as_mut().filter(|now| now.file.row == row)
            && !now.file.want.is_one_of_many()
        {
            now.file.want = Want::Show;
            return Vec::new();
        }
        self.waiting
            .retain(|waiting| waiting.row != row || waiting.want == Want::Workbook);
        let want = Want::Show;
        self.waiting.push_front(Waiting { row, want });
        self.begin_waiting()
    }

    fn judge(&mut self, at: usize, msg: judging::Msg) {
        let Some(paper) = self.papers.get_mut(at) else {
            return;
        };
        let judging = Rc::make_mut(&mut paper.judging);
        judging.update(msg, &paper.review, &paper.marks);
        let (row, notes) = (paper.row, judging.kept(&paper.review));
        if let Some(file) = self.file(row) {
            self.noted.insert(file, Rc::new(notes));
        }
    }

    /// A paper was held against another document. Beside last year's there are findings of another review.
    fn compared(&mut self, row: usize, beside: Beside) {
        let Some(paper) = self.papers.iter_mut().find(|paper| paper.row == row) else {
            return;
        };
        match &beside.found {
            Found::LastYear(review) => paper.renew(Review::clone(review)),
            Found::Revised(_) => {
                Rc::make_mut(&mut paper.judging).listed = judging::Listed::Compared;
            }
        }
        paper.beside = Some(Rc::new(beside));
    }

    fn reviewed(&mut self, row: usize, review: Review) {
        if let Some(paper) = self.papers.iter_mut().find(|paper| paper.row == row) {
            paper.renew(review);
            // What was held against last year's is no part of it.
            if let Some(Found::LastYear(_)) = paper.beside.as_deref().map(|beside| &beside.found) {
                paper.beside = None;
            }
        }
    }
}
