//! Who does what is asked of documents that are open: the module that reads them, in a worker of its own while
//! something is asked. What is to be done is decided by the flow ([`juesuan::flows::asking`]).

use super::files;
use super::message::AskingMsg;
use super::modules::Workers;
use juesuan::flows::asking::{Effect, Msg};
use juesuan_ask::{Answer, Documents};
use wasm_bindgen::JsValue;
use web_sys::{Blob, File};
use yew::Callback;

/// Milliseconds without news after which a request is given up.
const PATIENCE: f64 = 60_000.0;

/// The module, while something is asked of it.
pub struct Asker {
    on: Callback<AskingMsg>,
    workers: Workers<Documents>,
}

impl Asker {
    pub fn new(on: Callback<AskingMsg>) -> Self {
        Asker {
            on,
            workers: Workers::default(),
        }
    }

    /// Does what the flow wants of the module. What it wants of the page is passed over.
    pub fn carry_out(&mut self, effect: Effect<File>) {
        match effect {
            Effect::Ask {
                number,
                ask,
                file,
                save_as,
            } => {
                let with: Vec<JsValue> = file.into_iter().map(JsValue::from).collect();
                let on = self.on.clone();
                let hear = move |news, bytes: Vec<JsValue>| {
                    let is_last = !matches!(news, Ok(Answer::Progress { .. }));
                    let saved = save_as.as_ref().zip(bytes.first()).filter(|_| is_last);
                    let saved = saved.map(|(name, bytes)| save(name, bytes));
                    on.emit(Msg::News(number, news, saved));
                };
                self.workers.ask_for_bytes(*ask, &with, PATIENCE, hear);
            }
            // The worker ends with who holds it.
            Effect::Stop => self.workers = Workers::default(),
            Effect::Compared(..)
            | Effect::Reviewed(..)
            | Effect::Imported(..)
            | Effect::Published(_)
            | Effect::Say(_) => {}
        }
    }
}

/// Hands bytes to the user as a file; whether the browser took them.
fn save(name: &str, bytes: &JsValue) -> bool {
    let parts = js_sys::Array::of1(bytes);
    Blob::new_with_u8_array_sequence(&parts)
        .is_ok_and(|blob| files::download_blob(name, &blob).is_ok())
}
