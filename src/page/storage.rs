//! The browser's store: workbooks under their ids, newest first. Text in, text out.
//!
//! localStorage, since a page that is being closed can still write to it and since it is there on
//! file:// in every browser. One entry a workbook, so that two of them never overwrite each other.

use juesuan::Workbook;
use juesuan::exchange::{FileError, read_workbook};
use serde::{Deserialize, Serialize};
use web_sys::Storage;

const PREFIX: &str = "juesuan.workbook.";

/// What lies in the store under one id.
#[derive(Serialize, Deserialize)]
struct Stored {
    /// Milliseconds since 1970.
    changed: f64,
    workbook: serde_json::Value,
}

/// A line of the list on the start screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub unit: String,
    pub year: String,
    /// Milliseconds since 1970.
    pub changed: f64,
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
    format!("{:.0}-{tail}", js_sys::Date::now())
}

/// Writes a workbook.
///
/// # Errors
/// [`StorageError`]; what was stored before stays then.
pub fn save(id: &str, workbook: &Workbook) -> Result<(), StorageError> {
    let storage = storage().ok_or(StorageError::Forbidden)?;
    let json = serde_json::to_string(workbook).map_err(|_| StorageError::Full)?;
    let text = format!(
        r#"{{"changed":{:.0},"workbook":{json}}}"#,
        js_sys::Date::now()
    );
    storage
        .set_item(&key(id), &text)
        .map_err(|_| StorageError::Full)
}

/// Reads a workbook; `None` where there is none.
pub fn load(id: &str) -> Option<Result<Workbook, FileError>> {
    let text = storage()?.get_item(&key(id)).ok().flatten()?;
    let Ok(stored) = serde_json::from_str::<Stored>(&text) else {
        return Some(Err(FileError::NotWorkbook));
    };
    Some(read_workbook(stored.workbook.to_string().as_bytes()))
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
        let stored: Option<Stored> = serde_json::from_str(&text).ok();
        let text_at = |pointer: &str| {
            let value = stored.as_ref().and_then(|s| s.workbook.pointer(pointer));
            value
                .and_then(|v| v.as_str())
                .unwrap_or_default()
                .to_owned()
        };
        entries.push(Entry {
            id: id.to_owned(),
            unit: text_at("/forms/0/unit"),
            year: text_at("/year"),
            changed: stored.as_ref().map_or(0.0, |s| s.changed),
        });
    }
    entries.sort_by(|a, b| b.changed.total_cmp(&a.changed));
    entries
}
