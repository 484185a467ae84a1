use crate::page::early;
use crate::page::field::chosen_value;
use crate::page::words::use_words;
use yew::prelude::*;

/// The choice of light or dark. The script that is there before the page has made it already, and remembers it.
#[component]
pub fn SchemeChoice() -> Html {
    let words = use_words();
    let chosen = early::scheme();
    let onchange = |event: Event| {
        early::show_in(&chosen_value(&event).unwrap_or_default());
    };
    let choices = [
        ("", words.scheme_system()),
        ("light", words.scheme_light()),
        ("dark", words.scheme_dark()),
    ];
    html! {
        <label>{ words.scheme() }
        <select class="scheme" aria-label={words.scheme()} {onchange}>
            { for choices.into_iter().map(|(scheme, name)| html! {
                <option value={scheme} selected={chosen == scheme}>{ name }</option>
            }) }
        </select>
        </label>
    }
}
