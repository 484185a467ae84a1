//! The reader of documents in the page itself, where a portal's policy allows no worker. While it reads, the page
//! stands still; it gives up by itself ([`PATIENCE`]). A module that breaks down or gives up is not used again.

use super::clock::now;
use super::files;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use juesuan::flows::reading::News;
use juesuan::say::Language;
use juesuan_ask::{Answer, DocumentsAsk, Failure};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Milliseconds after which a file is given up.
const PATIENCE: f64 = 20_000.0;
/// Milliseconds for the browser to paint that a file is being read, before the page stands still.
const PAINTING: u32 = 50;

thread_local! {
    /// Loads the module, where the page was told how.
    static LOADS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says how the module that reads documents is loaded into the page: a function that gives a promise of it. Only a
/// script can import another.
#[wasm_bindgen(js_name = giveReader)]
pub fn give_reader(loads: Function) {
    LOADS.replace(Some(loads));
}

/// Reads a file, or says why not.
pub async fn read(ask: DocumentsAsk, file: File, language: Language) -> News {
    let reads = loaded().await.map_err(|_| Failure::NotStarted)?;
    let Some(bytes) = files::bytes(file).await else {
        let sentence = language.page().file_unreadable();
        return Ok(Answer::Refused(sentence.to_owned()));
    };
    TimeoutFuture::new(PAINTING).await;
    let began = now();
    let ask = JsValue::from(juesuan_ask::write(&ask));
    let bytes = Uint8Array::from(bytes.as_slice());
    let answer = reads.call3(&JsValue::UNDEFINED, &ask, &bytes, &PATIENCE.into());
    let answer = answer.ok().and_then(|answer| answer.as_string());
    answer
        .and_then(|answer| juesuan_ask::read(&answer))
        .ok_or_else(|| {
            LOADS.take();
            if now() - began > PATIENCE {
                Failure::Hung
            } else {
                Failure::Broke
            }
        })
}

/// The module's function that reads.
async fn loaded() -> Result<Function, JsValue> {
    let loads = LOADS.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let module = called(&loads).await?;
    let begins: Function = Reflect::get(&module, &"default".into())?.dyn_into()?;
    called(&begins).await?;
    Reflect::get(&module, &"readHere".into())?.dyn_into()
}

async fn called(function: &Function) -> Result<JsValue, JsValue> {
    let promise = function.call0(&JsValue::UNDEFINED)?;
    JsFuture::from(Promise::resolve(&promise)).await
}
