//! The program as a worker: reads files and brings their forms together while the page stays free.
//! It is the same program as the page, started where there is no window.

use super::clock::today;
use super::policy;
use gloo_events::EventListener;
use js_sys::{Array, Reflect};
use juesuan::exchange::{Gathering, Outcome};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, File, MessageEvent};

/// Files that are read together, and their bytes, at most.
const MOST_AT_ONCE: usize = 1000;
const LARGEST_BATCH: f64 = 8.0 * 1024.0 * 1024.0;

/// What a page may be told.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// The worker has started and can be sent files.
    Ready,
    /// So many files are read.
    Read(usize),
    Done(Box<Outcome>),
}

/// Serves the page that started this worker, for as long as it lives.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let gathering = Rc::new(RefCell::new(Gathering::default()));
    let page = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let (gathering, page, data) = (gathering.clone(), page.clone(), event.data());
        spawn_local(async move {
            let tell = |news: &News| {
                // A page that is gone needs no news.
                let _ = page.post_message(&news.to_js());
            };
            let chosen = match data.as_f64() {
                Some(chosen) => chosen as usize,
                None => {
                    let read = |count| tell(&News::Read(count));
                    gather(files_of(&data), &gathering, read, || false).await;
                    0
                }
            };
            let outcome = gathering.borrow().outcome(chosen, today());
            tell(&News::Done(Box::new(outcome)));
        });
    })
    .forget();
    let _ = scope.post_message(&News::Ready.to_js());
}

/// The files in a message.
fn files_of(data: &JsValue) -> Vec<File> {
    let list = data.dyn_ref::<Array>().map(Array::iter);
    let list = list.into_iter().flatten();
    list.filter_map(|file| file.dyn_into().ok()).collect()
}

/// Reads files into a gathering, some at a time, and lets the browser do other things in between.
pub async fn gather(
    files: Vec<File>,
    gathering: &RefCell<Gathering>,
    read: impl Fn(usize),
    cancelled: impl Fn() -> bool,
) {
    let mut breath = js_sys::Date::now();
    let mut done = 0;
    while done < files.len() && !cancelled() {
        let batch = &files[done..done + batch_size(&files[done..])];
        match together(batch).await {
            Some(contents) => {
                for (file, bytes) in batch.iter().zip(contents) {
                    gathering.borrow_mut().add(&file.name(), &bytes);
                }
            }
            // One of them cannot be read, or is too large: which one is found out by itself.
            None => {
                for file in batch {
                    alone(file, gathering).await;
                }
            }
        }
        done += batch.len();
        let now = js_sys::Date::now();
        if now - breath > 12.0 {
            read(done);
            gloo_timers::future::TimeoutFuture::new(0).await;
            breath = js_sys::Date::now();
        }
    }
    read(done);
}

/// How many of the next files are read together.
fn batch_size(files: &[File]) -> usize {
    let mut bytes = 0.0;
    let within = |file: &&File| {
        bytes += file.size();
        bytes <= LARGEST_BATCH
    };
    files
        .iter()
        .take(MOST_AT_ONCE)
        .take_while(within)
        .count()
        .max(1)
}

/// The contents of several files, read as one: a browser takes a good part of a millisecond to hand
/// out a file, however small. `None` where it does not hand out all of them.
async fn together(files: &[File]) -> Option<Vec<Vec<u8>>> {
    let parts: Array = files.iter().collect();
    let whole = Blob::new_with_blob_sequence(&parts).ok()?;
    if whole.size() > LARGEST_BATCH {
        return None;
    }
    let buffer = JsFuture::from(whole.array_buffer()).await.ok()?;
    let mut from = 0;
    let contents = files.iter().map(|file| {
        let to = from + file.size() as u32;
        let bytes = js_sys::Uint8Array::new(&buffer).subarray(from, to).to_vec();
        from = to;
        bytes
    });
    Some(contents.collect())
}

async fn alone(file: &File, gathering: &RefCell<Gathering>) {
    let name = file.name();
    if file.size() > juesuan::exchange::LARGEST_FILE as f64 {
        gathering
            .borrow_mut()
            .fail(&name, super::text::FILE_TOO_LARGE);
        return;
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => {
            let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
            gathering.borrow_mut().add(&name, &bytes);
        }
        Err(_) => gathering
            .borrow_mut()
            .fail(&name, super::text::FILE_UNREADABLE),
    }
}

impl News {
    fn to_js(&self) -> JsValue {
        match self {
            News::Ready => JsValue::TRUE,
            News::Read(count) => JsValue::from_f64(*count as f64),
            // Strings and lists only: there is nothing in it that JSON cannot hold.
            News::Done(outcome) => serde_json::to_string(outcome).unwrap_or_default().into(),
        }
    }

    /// What a message from a worker says.
    pub fn from_js(data: &JsValue) -> Option<Self> {
        if data.is_truthy() && data.as_bool().is_some() {
            return Some(News::Ready);
        }
        if let Some(count) = data.as_f64() {
            return Some(News::Read(count as usize));
        }
        serde_json::from_str(&data.as_string()?)
            .ok()
            .map(News::Done)
    }
}

/// Starts this program once more as a worker.
///
/// # Errors
/// Where the browser or a portal's policy does not allow workers.
pub async fn start() -> Result<web_sys::Worker, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let options = js_sys::Object::new();
    let (address, module) = match document.get_element_by_id("juesuan-glue") {
        // The one file: its own script, out of itself.
        Some(glue) => {
            let source = format!("{}\n{RECEIVE}", glue.text_content().unwrap_or_default());
            let parts = Array::of1(&source.into());
            let kind = web_sys::BlobPropertyBag::new();
            kind.set_type("text/javascript");
            let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind)?;
            let address = web_sys::Url::create_object_url_with_blob(&blob)?;
            (address, Some(wasm_bindgen::module()))
        }
        // The site: the script that started the page.
        None => {
            let script = document.query_selector("script[type=module][src]")?;
            let script = script.ok_or(JsValue::NULL)?;
            let script: web_sys::HtmlScriptElement =
                script.dyn_into().map_err(|_| JsValue::NULL)?;
            Reflect::set(&options, &"type".into(), &"module".into())?;
            (script.src(), None)
        }
    };
    let permission = policy::permission(&window).await;
    let address = permission.address(&window, &address);
    let address = address.ok_or(JsValue::NULL)?;
    let constructor: js_sys::Function = Reflect::get(&window, &"Worker".into())?.dyn_into()?;
    let arguments = Array::of2(&address, &options);
    let worker: web_sys::Worker = Reflect::construct(&constructor, &arguments)?.unchecked_into();
    if let Some(module) = module {
        worker.post_message(&module)?;
    }
    Ok(worker)
}

/// In a worker of the one file: the first message is the compiled program.
const RECEIVE: &str = "self.onmessage = function (event) {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: event.data }).then(wasm_bindgen.openPage);
};";
