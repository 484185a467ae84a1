use crate::page::field::is_checked;
use crate::page::remembered::{self, BLANK_ZEROS};
use crate::page::words::use_words;
use yew::prelude::*;

/// Whether zeros are left blank in the tables, on screen and in print. That is a matter of how they look: the style sheet
/// does it, told by an attribute of the document, and what is typed, copied and written into files stays.
#[component]
pub fn BlankZeros() -> Html {
    let words = use_words();
    let on = use_state(|| remembered::is_on(BLANK_ZEROS));
    use_effect_with(*on, |on| {
        let document = web_sys::window().and_then(|window| window.document());
        if let Some(root) = document.and_then(|document| document.document_element()) {
            // A name that is written right is never refused.
            let _ = root.toggle_attribute_with_force("data-blank-zeros", *on);
        }
    });
    let onchange = {
        let on = on.clone();
        Callback::from(move |event: Event| {
            let checked = is_checked(&event);
            remembered::switch(BLANK_ZEROS, checked);
            on.set(checked);
        })
    };
    html! {
        <label>{ words.blank_zeros() }<input type="checkbox" checked={*on} {onchange} /></label>
    }
}
