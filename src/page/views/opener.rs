//! Where the focus goes when what a button opened is closed again.

use web_sys::HtmlElement;
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
