//! What the program does when a script calls it: a page of its own, its worker, or a page in a portal's
//! frame.

use super::app::{App, Props};
use super::host::Host;
use super::rest::at_once;
use super::words::Words;
use super::{early, frame, language, rest, worker};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Mounts the page into the document: a page of its own, or in a portal's frame. Where there is no
/// document the program serves as the page's worker.
#[wasm_bindgen(js_name = openPage)]
pub fn open_page() {
    let Some(window) = web_sys::window() else {
        spawn_local(async {
            if rest::load().await {
                at_once(worker::serve());
            }
        });
        return;
    };
    if frame::open_if_asked_for() {
        let asked = language::asked_for();
        early::say_if_stopped(true, Words::by_tag(asked.as_deref()));
        return;
    }
    early::say_if_stopped(false, Words::by_tag(Some(&language::at_first())));
    if let Some(body) = window.document().and_then(|document| document.body()) {
        let host = Host::new(body.into(), None);
        yew::Renderer::<App>::with_props(Props { host }).render();
    }
}
