//! What the program does when a script calls it: a page of its own, its worker, or a page in a portal's
//! frame.

use super::app::{App, Props};
use super::host::{self, Host, Root};
use super::words::Words;
use super::{early, frame, language, rescue, worker};
use std::panic;
use wasm_bindgen::prelude::*;

/// What comes before anything else, whatever the program is wanted for.
pub fn prepare() {
    panic::set_hook(Box::new(tell));
    yew::set_custom_panic_hook(Box::new(tell));
}

/// Mounts the page into the document: a page of its own, or in a portal's frame. Where there is no
/// document the program serves as the page's worker.
#[wasm_bindgen(js_name = openPage)]
pub fn open_page() {
    let Some(window) = web_sys::window() else {
        worker::serve();
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

/// Should the program ever stop by a mistake of ours: say so on the page, plainly.
fn tell(info: &panic::PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    rescue::leave();
    let show = |root: &Root| {
        // A program that stopped stumbles over itself at every further event: it is said once.
        if root.is_marked("crashed") {
            return None;
        }
        let document = web_sys::window()?.document()?;
        let bar = document.create_element("div").ok()?;
        bar.set_class_name("crashed");
        bar.set_attribute("role", "alert").ok()?;
        let words = Words::by_tag(root.lang().as_deref());
        let whole = matches!(root, Root::Document(_));
        bar.set_text_content(Some(if whole {
            words.crashed()
        } else {
            words.crashed_embedded()
        }));
        root.append(&bar).then_some(())
    };
    for root in host::roots() {
        let _ = show(&root);
    }
}
