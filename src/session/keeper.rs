//! The open workbook's place in the store: when it is saved, and how that went.

use super::{Claim, LastWords, Word};

/// Why nothing was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser has no store for this page, or refuses to write.
    Forbidden,
    /// There is no room left for it.
    Full,
    /// Another window has saved since.
    Conflict,
    /// It was stored, and is not any more: another window deleted it, or the browser's data were cleared.
    Gone,
}

/// How the last save went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was saved yet, and nothing went wrong.
    Not,
    /// At a time of day.
    At(String),
    /// The last attempt failed, and why.
    Failed(StorageError),
    /// Another window has the workbook too: this one does not save any more.
    Conflict,
    /// It was deleted elsewhere: this window does not bring it back by itself.
    Deleted,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Saves in a moment.
    SaveSoon,
    /// Tries again, once there may be room.
    RetryLater,
    /// Says this to the other windows.
    Tell(Word),
    /// The last words of this workbook are in the store: they must not lie about.
    DropLastWords,
}

/// A state of the workbook: which one, and after which change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    id: String,
    change: u64,
}

/// Keeps one workbook, from when it is opened until another takes its place. Its changes are counted:
/// only what had changed when a save began is saved by it.
#[derive(Debug, Clone)]
pub struct Keeper {
    id: String,
    claim: Claim,
    /// The revision that is stored; 0 where none is.
    revision: u64,
    /// The greatest that another window was heard to have saved.
    overtaken: u64,
    saving: Saving,
    changes: u64,
    /// Up to which change the store has it.
    stored: u64,
    /// After which change a file has it.
    in_file: Option<u64>,
    /// Up to which change the save under way has it.
    in_flight: Option<u64>,
    /// Up to which change last words were left.
    words: Option<u64>,
    /// Whether this window has saved it since it was opened.
    has_saved: bool,
    /// Whether the clock of the next save runs.
    soon: bool,
}

impl Keeper {
    /// Nothing is open.
    pub fn idle() -> Self {
        Keeper {
            id: String::new(),
            claim: Claim::default(),
            revision: 0,
            overtaken: 0,
            saving: Saving::Not,
            changes: 0,
            stored: 0,
            in_file: None,
            in_flight: None,
            words: None,
            has_saved: false,
            soon: false,
        }
    }

    /// A workbook is open from now on, stored as `revision`.
    pub fn begin(&mut self, id: String, revision: u64, claim: Claim) -> Vec<Deed> {
        let saving = match self.saving {
            // As for the workbook before it: nothing has been seen to get better.
            Saving::Failed(StorageError::Forbidden) => self.saving.clone(),
            _ => Saving::Not,
        };
        *self = Keeper {
            id,
            claim,
            revision,
            saving,
            ..Keeper::idle()
        };
        if revision == 0 {
            return Vec::new();
        }
        vec![Deed::Tell(Word::Asks {
            id: self.id.clone(),
            claim: self.claim.clone(),
        })]
    }

    /// What was opened came from last words that the store has not taken: it is still to be saved.
    pub fn begun_from_last_words(&mut self) -> Vec<Deed> {
        self.words = Some(self.changes + 1);
        self.changed()
    }

    /// The id of the open workbook in the store; empty while none is open.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Since when this window has the workbook open.
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    /// How the last save went.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// Whether this window leaves the store alone.
    fn has_stopped(&self) -> bool {
        matches!(self.saving, Saving::Conflict | Saving::Deleted)
    }

    fn is_pending(&self) -> bool {
        self.changes > self.stored
    }

    /// Whether there is more to save than the save under way has.
    pub fn has_more(&self) -> bool {
        !self.has_stopped() && self.changes > self.in_flight.unwrap_or(self.stored)
    }

    /// Whether a save of it is to come or under way.
    pub fn is_busy(&self) -> bool {
        self.in_flight.is_some() || self.has_more()
    }

    /// The workbook as it is now.
    pub fn mark(&self) -> Mark {
        Mark {
            id: self.id.clone(),
            change: self.changes,
        }
    }

    /// Whether a mark is of the workbook that is open.
    pub fn is_open(&self, mark: &Mark) -> bool {
        mark.id == self.id
    }

    /// It was saved as a file, as it was at `mark`; what was typed since is in no file.
    pub fn saved_in_file(&mut self, mark: &Mark) {
        if self.is_open(mark) {
            self.in_file = Some(mark.change);
        }
    }

    fn is_in_file(&self) -> bool {
        self.in_file == Some(self.changes)
    }

    /// Whether nothing would be lost if the page ended now.
    pub fn is_kept(&self) -> bool {
        self.is_in_file() || !self.is_pending()
    }

    /// Whether something is neither in a file nor in the store, and cannot get there.
    pub fn is_at_risk(&self) -> bool {
        !self.is_kept() && (self.has_stopped() || matches!(self.saving, Saving::Failed(_)))
    }

    /// Something changed.
    pub fn changed(&mut self) -> Vec<Deed> {
        self.changes += 1;
        self.soon()
    }

    fn soon(&mut self) -> Vec<Deed> {
        // A running clock goes on: steady typing must not put the save off.
        if self.soon || self.in_flight.is_some() || !self.has_more() {
            return Vec::new();
        }
        self.soon = true;
        vec![Deed::SaveSoon]
    }

    /// A save may begin. Gives the revision it is to be over, where there is anything to save.
    pub fn save(&mut self) -> Option<u64> {
        self.soon = false;
        if self.in_flight.is_some() || !self.has_more() {
            return None;
        }
        self.in_flight = Some(self.changes);
        Some(self.revision)
    }

    /// The save under way has ended, at a time of day. What changed meanwhile is saved next.
    pub fn saved(&mut self, result: Result<u64, StorageError>, at: String) -> Vec<Deed> {
        let Some(change) = self.in_flight.take() else {
            return Vec::new();
        };
        let mut deeds = Vec::new();
        match result {
            Ok(revision) => {
                self.revision = revision;
                self.stored = change;
                self.has_saved = true;
                // The store has taken it: whatever was heard before, this window goes on.
                if self.saving != Saving::Deleted && revision > self.overtaken {
                    if self.saving == Saving::Conflict {
                        deeds.push(self.holds());
                    }
                    self.saving = Saving::At(at);
                }
                deeds.push(Deed::Tell(Word::Saved {
                    id: self.id.clone(),
                    revision,
                }));
                if self.words.is_some_and(|words| words <= change) {
                    self.words = None;
                    deeds.push(Deed::DropLastWords);
                }
                deeds.extend(self.soon());
            }
            Err(_) if self.saving == Saving::Deleted => {}
            Err(StorageError::Conflict) => self.saving = Saving::Conflict,
            Err(StorageError::Gone) => self.saving = Saving::Deleted,
            Err(error) => {
                self.saving = Saving::Failed(error);
                deeds.push(Deed::RetryLater);
            }
        }
        deeds
    }

    /// There may be room now, or a store again.
    pub fn retry(&mut self) -> Vec<Deed> {
        match self.saving {
            Saving::Failed(_) => self.soon(),
            _ => Vec::new(),
        }
    }

    /// The store could not be opened.
    pub fn not_opened(&mut self, error: StorageError) -> Vec<Deed> {
        self.saving = Saving::Failed(error);
        vec![Deed::RetryLater]
    }

    /// The store is there again.
    pub fn reopened(&mut self) -> Vec<Deed> {
        if self.saving == Saving::Failed(StorageError::Forbidden) && !self.is_pending() {
            self.saving = Saving::Not;
        }
        self.retry()
    }

    /// The page goes away: the head of the words to leave, where the store does not have everything yet.
    pub fn leave(&mut self, changed: f64) -> Option<LastWords> {
        let words = self.last_words(changed)?;
        self.words = Some(self.changes);
        Some(words)
    }

    /// The head of the words that would have to be left now.
    pub fn last_words(&self, changed: f64) -> Option<LastWords> {
        if self.id.is_empty() || self.has_stopped() || !self.is_pending() {
            return None;
        }
        let under_way = u64::from(self.in_flight.is_some());
        let further = u64::from(self.has_more());
        Some(LastWords {
            base: self.revision,
            revision: self.revision + under_way + further,
            writer: self.claim.writer.clone(),
            changed,
            dated: false,
        })
    }

    /// Who has saved comes before all who only have it open.
    fn holds(&self) -> Deed {
        let turn = if self.has_saved { 0 } else { self.claim.turn };
        let (id, writer) = (self.id.clone(), self.claim.writer.clone());
        let claim = Claim { turn, writer };
        Deed::Tell(Word::Holds { id, claim })
    }

    /// Another window spoke.
    pub fn heard(&mut self, word: &Word) -> Vec<Deed> {
        if self.id.is_empty() || word.id() != self.id || self.saving == Saving::Deleted {
            return Vec::new();
        }
        let older = |claim: &Claim| *claim < self.claim;
        match word {
            Word::Deleted { .. } => self.saving = Saving::Deleted,
            Word::Saved { revision, .. } if *revision > self.revision => {
                self.overtaken = self.overtaken.max(*revision);
                self.saving = Saving::Conflict;
            }
            _ if self.has_stopped() => {}
            // Who has saved goes on, also where the other was first: the store is ahead of it.
            Word::Asks { claim, .. } if self.has_saved || !older(claim) => {
                return vec![self.holds()];
            }
            Word::Holds { claim, .. } if self.has_saved || !older(claim) => {}
            Word::Asks { .. } | Word::Holds { .. } => self.saving = Saving::Conflict,
            Word::Saved { .. } => {}
        }
        Vec::new()
    }
}
