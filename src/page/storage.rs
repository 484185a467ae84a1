//! The browser's store: workbooks under their ids, each with the number of its last revision.
//!
//! IndexedDB, since what it has taken is on disk whatever happens to the browser, and since one
//! transaction can look at the last revision and write the next: two windows never overwrite each
//! other. What a closing page can no longer wait for goes to localStorage, which takes it at once,
//! and is brought over when the program starts next.

use super::clock::now;
use gloo_events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use juesuan::exchange::{FileError, read_workbook, write_workbook};
use juesuan::{Typed, Workbook};
use serde::Deserialize;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, EventTarget, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction, Storage,
};

const DATABASE: &str = "juesuan";
/// A line for each workbook: what the start screen shows of it.
const ENTRIES: &str = "entries";
/// The workbooks themselves, as their files are.
const TEXTS: &str = "texts";
/// Keys of localStorage under which a closing page leaves its last words.
const LAST_WORDS: &str = "juesuan.workbook.";

/// A line of the list on the start screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub unit: String,
    pub year: String,
    /// Milliseconds since 1970.
    pub changed: f64,
    /// Counts the times it was saved.
    pub revision: f64,
}

/// Why nothing was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    Forbidden,
    Full,
    /// Another window has saved since.
    Conflict,
}

/// A workbook from the store, and the revision it is of.
pub struct Stored {
    pub workbook: Result<Workbook, FileError>,
    pub revision: f64,
}

/// The open database.
#[derive(Debug, Clone)]
pub struct Store(Rc<IdbDatabase>);

impl Store {
    /// Opens the store, and brings over what a page left when it was closed.
    ///
    /// # Errors
    /// [`StorageError::Forbidden`] where the browser has none for this page.
    pub async fn open() -> Result<Self, StorageError> {
        let store = Self::database()
            .await
            .map_err(|_| StorageError::Forbidden)?;
        store.take_last_words().await;
        Ok(store)
    }

    async fn database() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let factory = window.indexed_db()?.ok_or(JsValue::NULL)?;
        let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1)?;
        let create = request.clone();
        let _upgrade = EventListener::once(&request, "upgradeneeded", move |_| {
            if let Ok(database) = create.result().map(JsCast::unchecked_into::<IdbDatabase>) {
                // What fails here fails the opening of the database, which says so.
                let _ = database.create_object_store(ENTRIES);
                let _ = database.create_object_store(TEXTS);
            }
        });
        let database: IdbDatabase = result(&request).await?.unchecked_into();
        Ok(Store(Rc::new(database)))
    }

    /// Every stored workbook, last changed first.
    pub async fn list(&self) -> Vec<Entry> {
        let read = async {
            let entries = self.reading(ENTRIES)?;
            let keys: Array = result(&entries.get_all_keys()?).await?.unchecked_into();
            let values: Array = result(&entries.get_all()?).await?.unchecked_into();
            let entries = keys.iter().zip(values.iter());
            let entries = entries.filter_map(|(key, value)| entry(&key.as_string()?, &value));
            Ok::<Vec<Entry>, JsValue>(entries.collect())
        };
        let mut entries = read.await.unwrap_or_default();
        entries.sort_by(|a, b| b.changed.total_cmp(&a.changed));
        entries
    }

    /// Reads a workbook; `None` where there is none.
    pub async fn load(&self, id: &str) -> Option<Stored> {
        let read = async {
            let transaction = self.transaction("readonly")?;
            let line = get(&transaction.object_store(ENTRIES)?, id).await?;
            let text = get(&transaction.object_store(TEXTS)?, id).await?;
            Ok::<_, JsValue>((line, text))
        };
        let (line, text) = read.await.ok()?;
        Some(Stored {
            workbook: read_workbook(text.as_string()?.as_bytes()),
            revision: entry(id, &line)?.revision,
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
        before: f64,
    ) -> Result<f64, StorageError> {
        let text = write_workbook(workbook);
        let entry = Entry {
            id: id.to_owned(),
            unit: workbook.unit().to_owned(),
            year: workbook.year.to_string(),
            changed: now(),
            revision: before + 1.0,
        };
        self.put(&entry, &text, Some(before)).await?;
        Word::Saved(id.to_owned()).tell();
        Ok(entry.revision)
    }

    /// Puts back what was just removed.
    pub async fn restore(&self, entry: &Entry, text: &str) -> Result<(), StorageError> {
        self.put(entry, text, None).await
    }

    /// Removes a workbook and gives its text, for the case that somebody wants it back.
    pub async fn remove(&self, id: &str) -> Option<String> {
        let remove = async {
            let transaction = self.transaction("readwrite")?;
            let text = get(&transaction.object_store(TEXTS)?, id).await?;
            transaction.object_store(ENTRIES)?.delete(&id.into())?;
            transaction.object_store(TEXTS)?.delete(&id.into())?;
            complete(&transaction).await?;
            Ok::<_, JsValue>(text.as_string())
        };
        remove.await.ok().flatten()
    }

    /// Writes an entry and its text in one transaction, if the stored revision is the expected one.
    async fn put(
        &self,
        entry: &Entry,
        text: &str,
        before: Option<f64>,
    ) -> Result<(), StorageError> {
        let write = async {
            let transaction = self.transaction("readwrite")?;
            let entries = transaction.object_store(ENTRIES)?;
            let line = get(&entries, &entry.id).await?;
            let stored = self::entry(&entry.id, &line).map_or(0.0, |entry| entry.revision);
            if before.is_some_and(|before| before != stored) {
                return Ok(false);
            }
            let key = JsValue::from_str(&entry.id);
            entries.put_with_key(&line_of(entry), &key)?;
            let texts = transaction.object_store(TEXTS)?;
            texts.put_with_key(&text.into(), &key)?;
            complete(&transaction).await?;
            Ok::<bool, JsValue>(true)
        };
        match write.await {
            Ok(true) => Ok(()),
            Ok(false) => Err(StorageError::Conflict),
            Err(error) if name_of(&error) == "QuotaExceededError" => Err(StorageError::Full),
            Err(_) => Err(StorageError::Forbidden),
        }
    }

    /// A transaction over both stores. Written through to the disk, not only handed to the system:
    /// a power cut must not take more than the last moment.
    fn transaction(&self, mode: &str) -> Result<IdbTransaction, JsValue> {
        let begin: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let stores = Array::of2(&ENTRIES.into(), &TEXTS.into());
        let transaction = begin.call3(&self.0, &stores, &mode.into(), &options)?;
        Ok(transaction.unchecked_into())
    }

    fn reading(&self, store: &str) -> Result<IdbObjectStore, JsValue> {
        self.transaction("readonly")?.object_store(store)
    }

    /// Brings over what closing pages left, where it is newer than what is stored.
    async fn take_last_words(&self) {
        let Some(storage) = local_storage() else {
            return;
        };
        let length = storage.length().unwrap_or(0);
        let keys: Vec<String> = (0..length).filter_map(|at| storage.key(at).ok()?).collect();
        for key in keys {
            let Some(id) = key.strip_prefix(LAST_WORDS) else {
                continue;
            };
            let Some(left) = storage.get_item(&key).ok().flatten() else {
                continue;
            };
            let (changed, text) = left.split_once('\n').unwrap_or_default();
            let changed: f64 = changed.parse().unwrap_or(0.0);
            let stored =
                async { entry(id, &get(&self.reading(ENTRIES)?, id).await?).ok_or(JsValue::NULL) };
            let stored = stored.await.ok();
            let newer = stored
                .as_ref()
                .is_none_or(|stored| changed > stored.changed);
            let taken = if newer {
                let revision = stored.map_or(0.0, |stored| stored.revision) + 1.0;
                let summary: Summary = serde_json::from_str(text).unwrap_or_default();
                let unit = summary.forms.first().map(|form| form.unit.to_string());
                let entry = Entry {
                    id: id.to_owned(),
                    unit: unit.unwrap_or_default(),
                    year: summary.year.to_string(),
                    changed,
                    revision,
                };
                self.put(&entry, text, None).await.is_ok()
            } else {
                true
            };
            if taken {
                let _ = storage.remove_item(&key);
            }
        }
    }
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

/// A new id: the time and a random tail, so that two windows never make the same one.
pub fn new_id() -> String {
    let tail = (js_sys::Math::random() * 1e9) as u64;
    format!("{}-{tail}", now() as u64)
}

/// The last thing a closing page can do: it may not live to see a transaction end.
pub fn leave_last_words(id: &str, workbook: &Workbook) {
    if let Some(storage) = local_storage() {
        let text = format!("{}\n{}", now(), write_workbook(workbook));
        // Full or forbidden: the last autosave stands.
        let _ = storage.set_item(&format!("{LAST_WORDS}{id}"), &text);
    }
}

pub fn local_storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What windows tell each other, over localStorage, which every other window of this page hears of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A workbook was saved.
    Saved(String),
    /// Somebody opens a workbook: does another window have it?
    Asks(String),
    /// Yes, this one.
    Holds(String),
}

const WORD: &str = "juesuan.word";

impl Word {
    /// Tells all other windows.
    pub fn tell(&self) {
        let (verb, id) = match self {
            Word::Saved(id) => ("saved", id),
            Word::Asks(id) => ("asks", id),
            Word::Holds(id) => ("holds", id),
        };
        if let Some(storage) = local_storage() {
            // Only a changed value is heard of. Where this fails the revisions still guard the store.
            let _ = storage.set_item(WORD, &format!("{verb} {id} {}", new_id()));
        }
    }

    /// What a storage event of another window says.
    pub fn heard(key: &str, value: &str) -> Option<Self> {
        let mut parts = (key == WORD).then(|| value.split(' '))?;
        let (verb, id) = (parts.next()?, parts.next()?.to_owned());
        match verb {
            "saved" => Some(Word::Saved(id)),
            "asks" => Some(Word::Asks(id)),
            "holds" => Some(Word::Holds(id)),
            _ => None,
        }
    }
}

fn line_of(entry: &Entry) -> JsValue {
    let line = Object::new();
    for (name, value) in [
        ("unit", JsValue::from_str(&entry.unit)),
        ("year", JsValue::from_str(&entry.year)),
        ("changed", entry.changed.into()),
        ("revision", entry.revision.into()),
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
        revision: field("revision").as_f64().unwrap_or(0.0),
    })
}

async fn get(store: &IdbObjectStore, id: &str) -> Result<JsValue, JsValue> {
    result(&store.get(&id.into())?).await
}

async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    settled(request, "success", &["error", "blocked"])
        .await
        .map_err(|()| failure(request.error()))?;
    request.result()
}

async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let ended = settled(transaction, "complete", &["abort", "error"]).await;
    ended.map_err(|()| failure(Ok(transaction.error())))
}

fn failure(error: Result<Option<DomException>, JsValue>) -> JsValue {
    match error {
        Ok(Some(error)) => error.into(),
        Ok(None) => JsValue::NULL,
        Err(error) => error,
    }
}

fn name_of(error: &JsValue) -> String {
    error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default()
}

/// Waits for one event, or for another that says that it will not come.
async fn settled(target: &EventTarget, good: &'static str, bad: &[&'static str]) -> Result<(), ()> {
    let mut listeners = Vec::new();
    let promise = Promise::new(&mut |resolve, reject| {
        listeners.push(EventListener::once(target, good, move |_| {
            let _ = resolve.call0(&JsValue::NULL);
        }));
        for name in bad {
            let reject = reject.clone();
            listeners.push(EventListener::once(target, *name, move |_| {
                let _ = reject.call0(&JsValue::NULL);
            }));
        }
    });
    let ended = JsFuture::from(promise).await;
    drop(listeners);
    ended.map(|_| ()).map_err(|_| ())
}
