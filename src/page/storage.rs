//! The browser's store: workbooks under their ids, newest first.
//!
//! localStorage, since a page that is being closed can still write to it and since it is there on
//! file:// in every browser. One entry a workbook, so that two of them never overwrite each other.

use juesuan::exchange::{FileError, read_workbook, write_workbook};
use juesuan::{Typed, Workbook};
use serde::Deserialize;
use web_sys::Storage;

const PREFIX: &str = "juesuan.workbook.";

/// What the start screen shows of a stored workbook; all else in it is passed over.
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

/// A line of the list on the start screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub unit: String,
    pub year: String,
    /// Milliseconds since 1970.
    pub changed: u64,
}

/// Why nothing was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    Forbidden,
    Full,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The key of a workbook, as the `storage` event of other windows names it.
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// A new id: the time and a random tail, so that two windows never make the same one.
pub fn new_id() -> String {
    let tail = (js_sys::Math::random() * 1e9) as u64;
    format!("{}-{tail}", js_sys::Date::now() as u64)
}

/// Writes a workbook.
///
/// # Errors
/// [`StorageError`]; what was stored before stays then.
pub fn save(id: &str, workbook: &Workbook) -> Result<(), StorageError> {
    let storage = storage().ok_or(StorageError::Forbidden)?;
    let text = format!(
        "{}\n{}",
        js_sys::Date::now() as u64,
        write_workbook(workbook)
    );
    storage
        .set_item(&key(id), &text)
        .map_err(|_| StorageError::Full)
}

/// Reads a workbook; `None` where there is none.
pub fn load(id: &str) -> Option<Result<Workbook, FileError>> {
    let text = storage()?.get_item(&key(id)).ok().flatten()?;
    Some(read_workbook(parts(&text).1.as_bytes()))
}

/// An entry is the time of its last change, in milliseconds since 1970, on a line of its own, and
/// then just what a file of the workbook is.
fn parts(entry: &str) -> (u64, &str) {
    let (time, file) = entry.split_once('\n').unwrap_or_default();
    (time.parse().unwrap_or(0), file)
}

pub fn remove(id: &str) {
    if let Some(storage) = storage() {
        // A store that refuses this has nothing of ours in it.
        let _ = storage.remove_item(&key(id));
    }
}

/// Every stored workbook, last changed first. Entries that cannot be read are listed too, with what
/// is known: they may belong to a newer version.
pub fn list() -> Vec<Entry> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    for at in 0..storage.length().unwrap_or(0) {
        let Some(key) = storage.key(at).ok().flatten() else {
            continue;
        };
        let Some(id) = key.strip_prefix(PREFIX) else {
            continue;
        };
        let Some(text) = storage.get_item(&key).ok().flatten() else {
            continue;
        };
        let (changed, file) = parts(&text);
        let summary: Summary = serde_json::from_str(file).unwrap_or_default();
        let unit = summary.forms.first().map(|form| form.unit.to_string());
        entries.push(Entry {
            id: id.to_owned(),
            unit: unit.unwrap_or_default(),
            year: summary.year.to_string(),
            changed,
        });
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.changed));
    entries
}
