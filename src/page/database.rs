//! The database: opened, opened again where the browser has closed it, and what it is asked for.

use super::early;
use gloo_events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, EventTarget, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

const DATABASE: &str = "juesuan";
/// A line for each workbook: what the start screen shows of it.
const ENTRIES: &str = "entries";
/// The workbooks themselves, as their files are.
pub const TEXTS: &str = "texts";

/// An open connection. The browser closes it when it wants: where space runs out, where somebody clears
/// the site's data, where a newer version of the program wants another database.
#[derive(Debug)]
struct Connection {
    database: IdbDatabase,
    closed: Rc<Cell<bool>>,
    _listeners: [EventListener; 2],
}

impl Drop for Connection {
    fn drop(&mut self) {
        // One that nobody listens to any more would keep others from deleting or renewing the database.
        self.database.close();
    }
}

#[derive(Debug, Clone, Default)]
pub struct Database(Rc<RefCell<Option<Connection>>>);

impl Database {
    /// # Errors
    /// What the browser says where it has none for this page.
    pub async fn open(&self) -> Result<(), JsValue> {
        self.opened().await.map(drop)
    }

    async fn opened(&self) -> Result<IdbDatabase, JsValue> {
        if let Some(connection) = &*self.0.borrow()
            && !connection.closed.get()
        {
            return Ok(connection.database.clone());
        }
        let early = match early::take_store() {
            Some(opening) => JsFuture::from(opening).await.ok(),
            None => None,
        };
        let database: IdbDatabase = match early {
            Some(database) => database.unchecked_into(),
            None => open_now().await?,
        };
        let closed = Rc::new(Cell::new(false));
        let by_browser = closed.clone();
        let by_us = (database.clone(), closed.clone());
        let listeners = [
            EventListener::new(&database, "close", move |_| by_browser.set(true)),
            // Somebody deletes or renews the database, and waits until nobody has it open.
            EventListener::new(&database, "versionchange", move |_| {
                by_us.0.close();
                by_us.1.set(true);
            }),
        ];
        self.0.replace(Some(Connection {
            database: database.clone(),
            closed,
            _listeners: listeners,
        }));
        Ok(database)
    }

    /// A transaction over both stores, of a database that is opened again where it was closed. Written
    /// through to the disk, not only handed to the system: a power cut must not take more than the last
    /// moment.
    pub async fn transaction(&self, mode: &str) -> Result<IdbTransaction, JsValue> {
        let begin = |database: &IdbDatabase| -> Result<IdbTransaction, JsValue> {
            let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let stores = Array::of2(&ENTRIES.into(), &TEXTS.into());
            let transaction = begin.call3(database, &stores, &mode.into(), &options)?;
            Ok(transaction.unchecked_into())
        };
        match begin(&self.opened().await?) {
            Err(error) if name_of(&error) == "InvalidStateError" => {
                // Closed without a word.
                self.0.take();
                begin(&self.opened().await?)
            }
            begun => begun,
        }
    }
}

/// The same as `static/early.js` does where the program is not there yet.
async fn open_now() -> Result<IdbDatabase, JsValue> {
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
    Ok(result(&request).await?.unchecked_into())
}

/// Of lines and of texts.
pub fn stores(transaction: &IdbTransaction) -> Result<(IdbObjectStore, IdbObjectStore), JsValue> {
    Ok((
        transaction.object_store(ENTRIES)?,
        transaction.object_store(TEXTS)?,
    ))
}

pub async fn get(store: &IdbObjectStore, id: &str) -> Result<JsValue, JsValue> {
    result(&store.get(&id.into())?).await
}

/// Listens at once: several that were asked for together may be waited for one after the other.
pub fn result(request: &IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let request = request.clone();
    let settled = settled(&request, "success", &["error", "blocked"]);
    async move {
        settled.await.map_err(|()| failure(request.error()))?;
        request.result()
    }
}

pub async fn complete(transaction: &IdbTransaction) -> Result<(), JsValue> {
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

pub fn name_of(error: &JsValue) -> String {
    error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default()
}

/// Waits for one event, or for another that says that it will not come.
fn settled(
    target: &EventTarget,
    good: &'static str,
    bad: &[&'static str],
) -> impl Future<Output = Result<(), ()>> + use<> {
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
    async move {
        let ended = JsFuture::from(promise).await;
        drop(listeners);
        ended.map(|_| ()).map_err(|_| ())
    }
}
