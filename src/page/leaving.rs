//! localStorage, which takes at once what a closing page can no longer wait for; and what windows tell
//! each other over it.

use super::entry::new_id;
use juesuan::Typed;
use juesuan::flows::Entry;
use juesuan::session::{Claim, Fate, LastWords, Stored, Word};
use serde::Deserialize;
use web_sys::Storage;

/// Keys under which a closing page leaves its last words.
const LAST_WORDS: &str = "juesuan.workbook.";
/// The ids of workbooks that were deleted: what another window still leaves of them is dropped.
const DELETED: &str = "juesuan.deleted";
/// So many are remembered. Windows that are older than that are long closed.
const MOST_DELETED: usize = 200;
const WORD: &str = "juesuan.word";
const TURN: &str = "juesuan.turn";

pub fn local_storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Last words that wait for the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    pub id: String,
    head: LastWords,
    pub text: String,
}

/// What the list shows of a workbook; all else in it is passed over.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Summary {
    year: Typed,
    forms: Vec<FormSummary>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct FormSummary {
    unit: Typed,
}

impl Left {
    pub fn fate(&self, stored: Option<&Entry>) -> Fate {
        let deleted = deleted().contains(&self.id);
        self.head.fate(
            stored.map(|entry| &entry.stored),
            stored.map_or(0.0, |entry| entry.changed),
            deleted,
        )
    }

    /// Whether they say what the store does not have, of a workbook that is being deleted.
    pub fn is_newer_than(&self, stored: Option<&Entry>) -> bool {
        let at = stored.map_or(0.0, |entry| entry.changed);
        let stored = stored.map(|entry| &entry.stored);
        self.head.fate(stored, at, false) == Fate::Take
    }

    /// As a line of the list; over the revision that is stored.
    pub fn entry(&self, stored: Option<&Entry>) -> Entry {
        let summary: Summary = juesuan_json::read(&self.text).unwrap_or_default();
        let unit = summary.forms.first().map(|form| form.unit.to_string());
        Entry {
            id: self.id.clone(),
            unit: unit.unwrap_or_default(),
            year: summary.year.to_string(),
            changed: self.head.changed,
            stored: Stored {
                revision: stored.map_or(0, |entry| entry.stored.revision),
                writer: self.head.writer.clone(),
            },
            unreadable: false,
        }
    }

    /// They are a workbook of their own from now on. Says whether that could be written.
    pub fn set_apart(&mut self, id: String) -> bool {
        let before = std::mem::replace(&mut self.id, id);
        self.head.base = 0;
        self.head.dated = false;
        let Some(storage) = local_storage() else {
            return false;
        };
        let words = self.head.write(&self.text);
        let written = storage.set_item(&key(&self.id), &words).is_ok();
        if written {
            let _ = storage.remove_item(&key(&before));
        }
        written
    }

    pub fn drop(&self) {
        drop_last_words(&self.id);
    }
}

fn key(id: &str) -> String {
    format!("{LAST_WORDS}{id}")
}

/// The last thing a closing page can do: it may not live to see a transaction end.
pub fn leave(id: &str, head: &LastWords, text: &str) {
    if let Some(storage) = local_storage() {
        // Full or forbidden: the last autosave stands.
        let _ = storage.set_item(&key(id), &head.write(text));
    }
}

pub fn drop_last_words(id: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.remove_item(&key(id));
    }
}

/// What pages left of a workbook.
pub fn of(id: &str) -> Option<Left> {
    let left = local_storage()?.get_item(&key(id)).ok().flatten()?;
    let (head, text) = LastWords::read(&left)?;
    Some(Left {
        id: id.to_owned(),
        head,
        text: text.to_owned(),
    })
}

/// All that pages left.
pub fn all() -> Vec<Left> {
    let Some(storage) = local_storage() else {
        return Vec::new();
    };
    let length = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..length).filter_map(|at| storage.key(at).ok()?).collect();
    let ids = keys.iter().filter_map(|key| key.strip_prefix(LAST_WORDS));
    ids.filter_map(of).collect()
}

fn deleted() -> Vec<String> {
    let ids = local_storage().and_then(|storage| storage.get_item(DELETED).ok().flatten());
    let ids = ids.and_then(|ids| juesuan_json::read(&ids).ok());
    ids.unwrap_or_default()
}

fn remember_deleted(ids: &[String]) {
    if let (Some(storage), Ok(ids)) = (local_storage(), serde_json::to_string(ids)) {
        // Where it cannot be written, last words cannot be left either.
        let _ = storage.set_item(DELETED, &ids);
    }
}

/// A workbook is being deleted: takes what pages left of it, and tells all windows.
pub fn delete(id: &str) -> Option<Left> {
    let left = of(id);
    drop_last_words(id);
    let mut ids = deleted();
    if !ids.iter().any(|other| other == id) {
        ids.push(id.to_owned());
        let surplus = ids.len().saturating_sub(MOST_DELETED);
        ids.drain(..surplus);
        remember_deleted(&ids);
    }
    tell(&Word::Deleted { id: id.to_owned() });
    left
}

/// It was put back.
pub fn undelete(id: &str) {
    let mut ids = deleted();
    ids.retain(|other| other != id);
    remember_deleted(&ids);
}

/// The claim of a window that opens a workbook now.
pub fn claim(writer: &str) -> Claim {
    let storage = local_storage();
    let before = storage
        .as_ref()
        .and_then(|storage| storage.get_item(TURN).ok().flatten());
    let turn = before
        .and_then(|turn| turn.parse::<u64>().ok())
        .unwrap_or(0);
    let turn = turn.saturating_add(1);
    if let Some(storage) = storage {
        // Two windows with one turn are told apart by their names.
        let _ = storage.set_item(TURN, &turn.to_string());
    }
    Claim {
        turn,
        writer: writer.to_owned(),
    }
}

/// Tells all other windows.
pub fn tell(word: &Word) {
    if let Some(storage) = local_storage() {
        // Only a changed value is heard of. Where this fails the revisions still guard the store.
        let _ = storage.set_item(WORD, &format!("{} {}", word.line(), new_id()));
    }
}

/// What a storage event of another window says.
pub fn heard(key: &str, value: &str) -> Option<Word> {
    (key == WORD).then(|| Word::read(value))?
}
