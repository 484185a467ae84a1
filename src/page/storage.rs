//! The browser's store: workbooks under their ids, each with the number of its last revision.
//!
//! IndexedDB, since what it has taken is on disk whatever happens to the browser, and since one
//! transaction can look at the last revision and write the next: two windows never overwrite each
//! other. What a closing page can no longer wait for goes to localStorage (see [`super::leaving`]),
//! and is brought over when the program starts next, or stays there until there is room.

use super::clock::now;
use super::database::{Database, TEXTS, complete, get, name_of, result, stores};
use super::entry::new_id;
use super::leaving;
use js_sys::{Array, Object, Reflect};
use juesuan::Workbook;
use juesuan::exchange::{read_workbook, write_workbook};
use juesuan::flows::Entry;
use juesuan::flows::opening::Found;
use juesuan::session::{Fate, StorageError, Stored};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// What was removed, as it lay there.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed {
    line: JsValue,
    text: JsValue,
}

/// The store. Opened again where the browser has closed it.
#[derive(Debug, Clone)]
pub struct Store {
    database: Database,
    /// Of which revisions it is known whether they can be read, so that each is looked at once.
    readable: Rc<RefCell<BTreeMap<String, (u64, bool)>>>,
    /// Which window this is: no two are alike.
    writer: Rc<str>,
}

impl Store {
    pub fn new() -> Self {
        Store {
            database: Database::default(),
            readable: Rc::default(),
            writer: new_id().into(),
        }
    }

    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// Opens the store, and brings over what pages left when they were closed.
    ///
    /// # Errors
    /// [`StorageError::Forbidden`] where the browser has none for this page.
    pub async fn open(&self) -> Result<(), StorageError> {
        self.database
            .open()
            .await
            .map_err(|_| StorageError::Forbidden)?;
        self.take_last_words().await;
        Ok(())
    }

    /// Every workbook there is, in the store or in last words that wait for it, last changed first.
    pub async fn list(&self) -> Vec<Entry> {
        let mut entries = self.entries().await.unwrap_or_default();
        for left in leaving::all() {
            let stored = entries.iter().position(|entry| entry.id == left.id);
            if left.fate(stored.map(|at| &entries[at])) == Fate::Take {
                let entry = left.entry(stored.map(|at| &entries[at]));
                entries.retain(|other| other.id != left.id);
                entries.push(entry);
            }
        }
        entries.sort_by(|a, b| b.changed.total_cmp(&a.changed));
        entries
    }

    async fn entries(&self) -> Result<Vec<Entry>, JsValue> {
        let transaction = self.database.transaction("readonly").await?;
        let (lines, texts) = stores(&transaction)?;
        let keys = result(&lines.get_all_keys()?);
        let values = result(&lines.get_all()?);
        let text_keys = result(&texts.get_all_keys()?);
        let keys: Array = keys.await?.unchecked_into();
        let values: Array = values.await?.unchecked_into();
        let text_keys: Array = text_keys.await?.unchecked_into();
        let lines: BTreeMap<String, JsValue> = keys
            .iter()
            .zip(values.iter())
            .filter_map(|(key, line)| Some((key.as_string()?, line)))
            .collect();
        let texts: Vec<String> = text_keys.iter().filter_map(|key| key.as_string()).collect();
        let mut entries = Vec::new();
        for (id, line) in &lines {
            entries.push(entry(id, line).unwrap_or_else(|| unreadable(id)));
        }
        // A text whose line is gone is there, and takes up room.
        for id in &texts {
            if !lines.contains_key(id) {
                entries.push(unreadable(id));
            }
        }
        for entry in entries.iter_mut().filter(|entry| !entry.unreadable) {
            let revision = entry.stored.revision;
            let known = self.readable.borrow().get(&entry.id).copied();
            let readable = match known {
                Some((of, readable)) if of == revision => readable,
                _ => {
                    let store = transaction.object_store(TEXTS)?;
                    let readable = get(&store, &entry.id).await?.is_string();
                    self.knows(&entry.id, revision, readable);
                    readable
                }
            };
            entry.unreadable = !readable;
        }
        Ok(entries)
    }

    fn knows(&self, id: &str, revision: u64, readable: bool) {
        let mut known = self.readable.borrow_mut();
        known.insert(id.to_owned(), (revision, readable));
    }

    /// Reads a workbook; `None` where there is none.
    pub async fn load(&self, id: &str) -> Option<Found> {
        let read = async {
            let transaction = self.database.transaction("readonly").await?;
            let (lines, texts) = stores(&transaction)?;
            let line = get(&lines, id).await?;
            let text = get(&texts, id).await?;
            Ok::<_, JsValue>((line, text))
        };
        let (line, text) = read
            .await
            .unwrap_or((JsValue::UNDEFINED, JsValue::UNDEFINED));
        let entry = entry(id, &line);
        let revision = entry.as_ref().map_or(0, |entry| entry.stored.revision);
        // A full store has not taken them: they are newer all the same.
        let left = leaving::of(id).filter(|left| left.fate(entry.as_ref()) == Fate::Take);
        if let Some(left) = left {
            return Some(Found {
                workbook: Some(read_workbook(left.text.as_bytes())),
                revision,
                waits: true,
            });
        }
        if line.is_undefined() && text.is_undefined() {
            return None;
        }
        let text = text.as_string();
        Some(Found {
            workbook: text.map(|text| read_workbook(text.as_bytes())),
            revision,
            waits: false,
        })
    }

    /// Saves a workbook over revision `before` (0 where it was never saved) and gives the new
    /// revision.
    ///
    /// # Errors
    /// [`StorageError`]; what was stored before stays then.
    pub async fn save(
        &self,
        id: &str,
        workbook: &Workbook,
        before: u64,
    ) -> Result<u64, StorageError> {
        let text = write_workbook(workbook);
        let entry = Entry {
            id: id.to_owned(),
            unit: workbook.unit().to_owned(),
            year: workbook.year.to_string(),
            changed: now(),
            stored: Stored {
                revision: before,
                writer: self.writer.to_string(),
            },
            unreadable: false,
        };
        self.put(entry, &text).await
    }

    /// Puts back what was just removed, as it was.
    pub async fn restore(&self, id: &str, removed: &Removed) -> Result<(), StorageError> {
        let write = async {
            let transaction = self.database.transaction("readwrite").await?;
            let (lines, texts) = stores(&transaction)?;
            let key = id.into();
            // What was not there before is not put there.
            if !removed.line.is_undefined() {
                lines.put_with_key(&removed.line, &key)?;
            }
            if !removed.text.is_undefined() {
                texts.put_with_key(&removed.text, &key)?;
            }
            complete(&transaction).await
        };
        write.await.map_err(|error| reason(&error))?;
        leaving::undelete(id);
        Ok(())
    }

    /// Removes a workbook from wherever it stands, and gives it for the case that somebody wants it back.
    pub async fn remove(&self, id: &str) -> Result<Removed, StorageError> {
        // First of all: what a page leaves from now on is of a deleted workbook.
        let left = leaving::delete(id);
        let remove = async {
            let transaction = self.database.transaction("readwrite").await?;
            let (lines, texts) = stores(&transaction)?;
            let line = get(&lines, id).await?;
            let text = get(&texts, id).await?;
            lines.delete(&id.into())?;
            texts.delete(&id.into())?;
            complete(&transaction).await?;
            Ok::<_, JsValue>(Removed { line, text })
        };
        let removed = remove.await;
        // Another window may have left something while the store was at work.
        let left = leaving::delete(id).or(left);
        let mut removed = match removed {
            Ok(removed) => removed,
            // It may never have come to the store.
            Err(_) if left.is_some() => Removed {
                line: JsValue::UNDEFINED,
                text: JsValue::UNDEFINED,
            },
            Err(error) => {
                leaving::undelete(id);
                return Err(reason(&error));
            }
        };
        // What had not come to the store yet is what comes back.
        let stored = entry(id, &removed.line);
        if let Some(left) = left
            && left.is_newer_than(stored.as_ref())
        {
            let mut entry = left.entry(stored.as_ref());
            entry.stored.revision += 1;
            removed.line = line_of(&entry);
            removed.text = left.text.into();
        }
        Ok(removed)
    }

    /// Writes an entry and its text in one transaction, over the revision the entry names. Gives the new
    /// one.
    async fn put(&self, mut entry: Entry, text: &str) -> Result<u64, StorageError> {
        let write = async {
            let transaction = self.database.transaction("readwrite").await?;
            let (lines, texts) = stores(&transaction)?;
            let line = get(&lines, &entry.id).await?;
            let there = self::entry(&entry.id, &line).map(|entry| entry.stored);
            let Stored { revision, writer } = &entry.stored;
            match Stored::next(there.as_ref(), *revision, writer) {
                Ok(next) => entry.stored.revision = next,
                Err(error) => return Ok(Err(error)),
            }
            let key = JsValue::from_str(&entry.id);
            lines.put_with_key(&line_of(&entry), &key)?;
            texts.put_with_key(&text.into(), &key)?;
            complete(&transaction).await?;
            Ok::<_, JsValue>(Ok(entry.stored.revision))
        };
        let revision = write.await.map_err(|error| reason(&error))??;
        self.knows(&entry.id, revision, true);
        Ok(revision)
    }

    /// Brings over what closing pages left, where it is newer than what is stored.
    async fn take_last_words(&self) {
        for mut left in leaving::all() {
            let Ok(stored) = self.stored(&left.id).await else {
                return;
            };
            match left.fate(stored.as_ref()) {
                Fate::Drop => left.drop(),
                fate => {
                    let stored = stored.filter(|_| fate == Fate::Take);
                    if fate == Fate::Copy && !left.set_apart(new_id()) {
                        continue;
                    }
                    // Where there is no room they wait, and are shown from where they are.
                    if self
                        .put(left.entry(stored.as_ref()), &left.text)
                        .await
                        .is_ok()
                    {
                        left.drop();
                    }
                }
            }
        }
    }

    async fn stored(&self, id: &str) -> Result<Option<Entry>, JsValue> {
        let transaction = self.database.transaction("readonly").await?;
        let (lines, _) = stores(&transaction)?;
        Ok(entry(id, &get(&lines, id).await?))
    }
}

fn line_of(entry: &Entry) -> JsValue {
    let line = Object::new();
    for (name, value) in [
        ("unit", JsValue::from_str(&entry.unit)),
        ("year", JsValue::from_str(&entry.year)),
        ("changed", entry.changed.into()),
        ("revision", (entry.stored.revision as f64).into()),
        ("writer", JsValue::from_str(&entry.stored.writer)),
    ] {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&line, &name.into(), &value);
    }
    line.into()
}

fn entry(id: &str, line: &JsValue) -> Option<Entry> {
    if !line.is_object() {
        return None;
    }
    let field = |name: &str| Reflect::get(line, &name.into()).unwrap_or(JsValue::UNDEFINED);
    Some(Entry {
        id: id.to_owned(),
        unit: field("unit").as_string().unwrap_or_default(),
        year: field("year").as_string().unwrap_or_default(),
        changed: field("changed").as_f64().unwrap_or(0.0),
        stored: Stored {
            revision: field("revision").as_f64().unwrap_or(0.0) as u64,
            writer: field("writer").as_string().unwrap_or_default(),
        },
        unreadable: false,
    })
}

fn unreadable(id: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        unit: String::new(),
        year: String::new(),
        changed: 0.0,
        stored: Stored {
            revision: 0,
            writer: String::new(),
        },
        unreadable: true,
    }
}

fn reason(error: &JsValue) -> StorageError {
    match name_of(error).as_str() {
        "QuotaExceededError" => StorageError::Full,
        _ => StorageError::Forbidden,
    }
}
