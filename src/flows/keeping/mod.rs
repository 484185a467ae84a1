//! Keeping what is typed: the autosave of the open workbook, workbooks that were left while a save of
//! them was under way, the list on the start screen, and the file on disk. When and over what something
//! is saved is decided by a [`Keeper`].

mod message;

pub use message::{Effect, Msg, Written};

use super::opening::Under;
use super::{Browser, Entry, Notice, Said};
use crate::session::{Deed, Keeper, Mark, Saving, StorageError, Word};
use juesuan_domain::Workbook;
use std::rc::Rc;

/// What is open while something happens.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The open workbook; `None` on the start screen.
    pub open: Option<&'a Rc<Workbook>>,
    /// The list of workbooks is on the screen.
    pub is_listed: bool,
    /// Clock, ids and this window's claim.
    pub browser: &'a dyn Browser,
}

/// The open workbook's place in the store, and all others that are there.
#[derive(Debug)]
pub struct Keeping<H, R> {
    /// The store has answered, be it that there is none.
    answered: bool,
    keeper: Keeper,
    /// The file on disk that was opened or saved last, where the browser hands such out.
    file: Option<H>,
    /// Workbooks that were left while a save of them was under way, which may fail.
    left_behind: Vec<(Keeper, Rc<Workbook>)>,
    /// What the store holds; `None` while it has not answered. Only then there is a first screen to show:
    /// what came later would push the rest of it away under somebody's mouse.
    entries: Option<Vec<Entry>>,
    /// What was deleted last, and can be had back.
    deleted: Option<(Entry, R)>,
}

impl<H, R> Default for Keeping<H, R> {
    fn default() -> Self {
        Keeping {
            answered: false,
            keeper: Keeper::idle(),
            file: None,
            left_behind: Vec::new(),
            entries: None,
            deleted: None,
        }
    }
}

type Effects<H, R> = Vec<Effect<H, R>>;

impl<H: Clone, R> Keeping<H, R> {
    /// Something happened; gives what is to be done.
    pub fn update(&mut self, msg: Msg<H, R>, around: &Around<'_>) -> Effects<H, R> {
        let before = self.keeper.saving().clone();
        let mut effects = match msg {
            Msg::Opened(opened) => self.opened(opened, around.open),
            Msg::Autosave => self.save(around.open),
            Msg::Saved(id, result) => {
                let effects = self.saved(&id, result, around.browser);
                self.and_list(effects, around)
            }
            Msg::Retry => self.retry(around.open),
            Msg::Flush => self.flush(around),
            Msg::Heard(word) => {
                let effects = self.heard(&word);
                self.and_list(effects, around)
            }
            Msg::Copy => self.begin_copy(around),
            Msg::Listed(entries) => {
                self.entries = Some(entries);
                vec![Effect::Redraw]
            }
            Msg::StoreIsSlow if self.entries.is_none() => {
                self.entries = Some(Vec::new());
                vec![Effect::Redraw]
            }
            Msg::StoreIsSlow => Vec::new(),
            Msg::Delete(entry) => self.delete(entry, around.browser),
            Msg::Deleted(entry, removed) => {
                let said = Effect::Say(Notice::Deleted(entry.unit.clone()));
                self.deleted = Some((entry, removed));
                let mut effects = vec![said];
                effects.extend(self.list());
                effects.extend(self.retry(around.open));
                effects
            }
            Msg::NotDeleted => vec![Effect::Say(Notice::Problem(Said::DeleteFailed))],
            Msg::Restore => match self.deleted.take() {
                Some((entry, removed)) => {
                    let id = entry.id;
                    vec![Effect::SayNothing, Effect::PutBack { id, removed }]
                }
                None => Vec::new(),
            },
            Msg::NotRestored => vec![Effect::Say(Notice::Problem(Said::RestoreFailed))],
            Msg::WriteFile => around
                .open
                .map(|open| self.write_file(open))
                .into_iter()
                .collect(),
            Msg::Written(mark, written) => self.written(&mark, written),
        };
        if *self.keeper.saving() != before {
            effects.push(Effect::Redraw);
        }
        effects
    }

    /// Under which the store keeps the open workbook.
    pub fn id(&self) -> &str {
        self.keeper.id()
    }

    /// How the last save of the open workbook went.
    pub fn saving(&self) -> &Saving {
        self.keeper.saving()
    }

    /// The list of workbooks, last changed first; `None` until the store has answered or is given up on.
    pub fn entries(&self) -> Option<&[Entry]> {
        self.entries.as_deref()
    }

    /// The file on disk that the open workbook is written into without asking; `None` where it has none, or
    /// the browser hands out none.
    pub fn file(&self) -> Option<&H> {
        self.file.as_ref()
    }

    /// Whether nothing of the open workbook would be lost if the page ended now.
    pub fn is_kept(&self) -> bool {
        self.keeper.is_kept()
    }

    /// Whether something of the open workbook is neither in a file nor in the store, and cannot get there.
    pub fn is_at_risk(&self) -> bool {
        self.keeper.is_at_risk()
    }

    /// Workbooks that were left and are not saved yet, by id: opened again, one goes on as it was left.
    pub fn left_behind(&self) -> Vec<(String, Rc<Workbook>)> {
        let left = self.left_behind.iter();
        left.map(|(keeper, workbook)| (keeper.id().to_owned(), workbook.clone()))
            .collect()
    }

    /// The list is wanted, once the store has answered: what is asked of it before waits, perhaps for
    /// ever.
    pub fn list(&self) -> Effects<H, R> {
        self.answered.then_some(Effect::List).into_iter().collect()
    }

    /// Another workbook is open from now on; what was open is saved first, or as soon as the save that is
    /// under way has ended.
    pub fn open(&mut self, under: Under<H>, around: &Around<'_>) -> Effects<H, R> {
        let mut effects = Vec::new();
        if let Some(workbook) = around.open {
            effects.extend(self.save(Some(workbook)));
            if self.keeper.is_busy() {
                let left = (self.keeper.clone(), workbook.clone());
                self.left_behind.push(left);
            }
        }
        let browser = around.browser;
        match under {
            Under::New { file } => {
                effects.extend(self.begin(browser.new_id(), 0, browser));
                self.file = file;
            }
            Under::Stored {
                id,
                revision,
                waits,
            } => {
                effects.extend(self.begin(id, revision, browser));
                if waits {
                    let deeds = self.keeper.begun_from_last_words();
                    effects.extend(self.done(deeds));
                }
            }
            Under::LeftBehind { id } => {
                effects.extend(self.begin(id.clone(), 0, browser));
                let mut left = self.left_behind.iter();
                if let Some(at) = left.position(|(keeper, _)| keeper.id() == id) {
                    self.keeper = self.left_behind.remove(at).0;
                }
            }
        }
        effects
    }

    /// Something changed: the clock of the autosave starts, unless another window owns the workbook.
    pub fn changed(&mut self, workbook: &Rc<Workbook>, browser: &dyn Browser) -> Effects<H, R> {
        let deeds = self.keeper.changed();
        let mut effects = self.done(deeds);
        effects.push(Effect::Remember {
            id: self.id().to_owned(),
            head: self.keeper.last_words(browser.now()),
            workbook: workbook.clone(),
        });
        effects
    }

    /// Sends what is not yet stored to the store.
    pub fn save(&mut self, workbook: Option<&Rc<Workbook>>) -> Effects<H, R> {
        let Some(workbook) = workbook else {
            return Vec::new();
        };
        let mut effects = vec![Effect::NotSoon];
        if self.answered
            && let Some(before) = self.keeper.save()
        {
            effects.push(Effect::Write {
                id: self.keeper.id().to_owned(),
                workbook: workbook.clone(),
                before,
            });
        }
        effects
    }

    fn begin(&mut self, id: String, revision: u64, browser: &dyn Browser) -> Effects<H, R> {
        self.file = None;
        let deeds = self.keeper.begin(id, revision, browser.claim());
        let mut effects = vec![Effect::NotSoon, Effect::Forget];
        effects.extend(self.done(deeds));
        effects
    }

    /// What a [`Keeper`] wants done for the open workbook.
    fn done(&self, deeds: Vec<Deed>) -> Effects<H, R> {
        done_for(self.keeper.id(), deeds)
    }

    fn opened(
        &mut self,
        opened: Result<(), StorageError>,
        open: Option<&Rc<Workbook>>,
    ) -> Effects<H, R> {
        self.answered = true;
        let deeds = match opened {
            Ok(()) => self.keeper.reopened(),
            Err(error) => self.keeper.not_opened(error),
        };
        let mut effects = self.done(deeds);
        effects.push(Effect::List);
        effects.extend(self.save(open));
        effects.push(Effect::Redraw);
        effects
    }

    /// Where the list is on the screen, it is another now.
    fn and_list(&self, mut effects: Effects<H, R>, around: &Around<'_>) -> Effects<H, R> {
        if around.is_listed {
            effects.extend(self.list());
        }
        effects
    }

    /// The workbook goes on under a new id, and the one in the store stays what it is.
    fn begin_copy(&mut self, around: &Around<'_>) -> Effects<H, R> {
        let Some(workbook) = around.open else {
            return Vec::new();
        };
        let file = self.file.take();
        let mut effects = self.begin(around.browser.new_id(), 0, around.browser);
        self.file = file;
        effects.extend(self.changed(workbook, around.browser));
        effects
    }

    /// A save has ended. What changed meanwhile is saved next.
    fn saved(
        &mut self,
        id: &str,
        result: Result<u64, StorageError>,
        browser: &dyn Browser,
    ) -> Effects<H, R> {
        let mut effects = Vec::new();
        if id == self.keeper.id() {
            let deeds = self.keeper.saved(result, browser.time_of_day());
            effects.extend(self.done(deeds));
            if self.keeper.last_words(0.0).is_none() {
                effects.push(Effect::Forget);
            }
        }
        let mut left = self.left_behind.iter_mut();
        if let Some((keeper, _)) = left.find(|(keeper, _)| keeper.id() == id) {
            // It is saved at once, below: nobody types into it.
            let deeds = keeper.saved(result, browser.time_of_day());
            let deeds = deeds.into_iter().filter(|deed| *deed != Deed::SaveSoon);
            effects.extend(done_for(id, deeds.collect()));
        }
        effects.extend(self.save_left_behind(result.is_ok()));
        effects
    }

    fn save_left_behind(&mut self, now: bool) -> Effects<H, R> {
        self.left_behind.retain(|(keeper, _)| keeper.is_busy());
        let mut effects = Vec::new();
        for (keeper, workbook) in self.left_behind.iter_mut().filter(|_| now) {
            if let Some(before) = keeper.save() {
                effects.push(Effect::Write {
                    id: keeper.id().to_owned(),
                    workbook: workbook.clone(),
                    before,
                });
            }
        }
        effects
    }

    /// There may be room now, or a store again: somebody deleted something, came back, or some time has
    /// passed.
    fn retry(&mut self, open: Option<&Rc<Workbook>>) -> Effects<H, R> {
        if !self.answered {
            return Vec::new();
        }
        let mut effects = vec![Effect::NotLater];
        effects.extend(self.save_left_behind(true));
        if matches!(self.keeper.saving(), Saving::Failed(_)) {
            match open.filter(|_| self.keeper.has_more()) {
                Some(workbook) => effects.extend(self.save(Some(workbook))),
                // Nothing to save; but whether there is a store again is worth to know.
                None => effects.push(Effect::OpenStore),
            }
        }
        effects
    }

    /// The page goes away: what no transaction may live to write is left where it is taken at once.
    fn flush(&mut self, around: &Around<'_>) -> Effects<H, R> {
        let now = around.browser.now();
        let mut effects = Vec::new();
        let mut leave = |keeper: &mut Keeper, workbook: &Rc<Workbook>| {
            if let Some(head) = keeper.leave(now) {
                effects.push(Effect::LeaveLastWords {
                    id: keeper.id().to_owned(),
                    head,
                    workbook: workbook.clone(),
                });
            }
        };
        if let Some(workbook) = around.open {
            leave(&mut self.keeper, workbook);
        }
        for (keeper, workbook) in &mut self.left_behind {
            leave(keeper, workbook);
        }
        effects.extend(self.save(around.open));
        effects
    }

    /// Another window spoke.
    fn heard(&mut self, word: &Word) -> Effects<H, R> {
        let mut effects = Vec::new();
        if matches!(word, Word::Deleted { id } if id == self.keeper.id()) {
            effects.push(Effect::Forget);
        }
        let mut deeds = self.keeper.heard(word);
        for (keeper, _) in &mut self.left_behind {
            deeds.extend(keeper.heard(word));
        }
        effects.extend(self.done(deeds));
        self.left_behind.retain(|(keeper, _)| keeper.is_busy());
        effects
    }

    /// Nothing of it is to be written any more.
    fn delete(&mut self, entry: Entry, browser: &dyn Browser) -> Effects<H, R> {
        let mut effects = Vec::new();
        self.left_behind
            .retain(|(keeper, _)| keeper.id() != entry.id);
        if self.keeper.id() == entry.id {
            effects.push(Effect::Close);
            effects.extend(self.begin(String::new(), 0, browser));
        }
        effects.push(Effect::Remove(entry));
        effects
    }

    fn write_file(&self, workbook: &Rc<Workbook>) -> Effect<H, R> {
        match workbook.within_limits() {
            Err(beyond) => Effect::Say(Notice::Problem(Said::Beyond(beyond))),
            Ok(()) => Effect::WriteFile {
                file: self.file.clone(),
                workbook: workbook.clone(),
                // What is typed while it is written is not in it.
                mark: self.keeper.mark(),
            },
        }
    }

    fn written(&mut self, mark: &Mark, written: Written<H>) -> Effects<H, R> {
        // Another workbook may have been opened meanwhile: that file is none of its.
        let is_open = self.keeper.is_open(mark);
        match written {
            Written::InFile(file) => {
                if is_open {
                    self.file = Some(file);
                }
                self.keeper.saved_in_file(mark);
                vec![Effect::Say(Notice::Done(Said::FileSaved))]
            }
            Written::Downloaded => {
                self.keeper.saved_in_file(mark);
                // What differs from the file is marked no more.
                vec![Effect::Redraw]
            }
            Written::Cancelled => Vec::new(),
            Written::Failed => {
                // The file may be gone or locked: next time somebody chooses anew.
                if is_open {
                    self.file = None;
                }
                vec![Effect::Say(Notice::Problem(Said::FileNotSaved))]
            }
        }
    }
}

fn done_for<H, R>(id: &str, deeds: Vec<Deed>) -> Effects<H, R> {
    let effect = |deed| match deed {
        Deed::SaveSoon => Effect::SaveSoon,
        Deed::RetryLater => Effect::RetryLater,
        Deed::Tell(word) => Effect::Tell(word),
        Deed::DropLastWords => Effect::DropLastWords { id: id.to_owned() },
    };
    deeds.into_iter().map(effect).collect()
}
