//! Where the focus goes when what a button opened is closed again.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Of the button that opens something, or of what takes its place: it takes the focus back.
#[hook]
pub fn use_opener(open: bool) -> NodeRef {
    let node = use_node_ref();
    let was = use_mut_ref(|| open);
    let opener = node.clone();
    use_effect_with(open, move |open| {
        let closed = std::mem::replace(&mut *was.borrow_mut(), *open) && !*open;
        if let Some(button) = opener.cast::<HtmlElement>().filter(|_| closed) {
            // Gone already, it needs no focus.
            let _ = button.focus();
        }
    });
    node
}

/// Of what was opened to be typed into: what is typed next goes into the text in it.
#[hook]
pub fn use_entered() -> NodeRef {
    let node = use_node_ref();
    let around = node.clone();
    use_effect_with((), move |()| {
        let around = around.cast::<Element>();
        let area = around.and_then(|around| around.query_selector("textarea").ok()?);
        if let Some(area) = area.and_then(|area| area.dyn_into::<HtmlElement>().ok()) {
            // Gone already, it needs no focus.
            let _ = area.focus();
        }
    });
    node
}
