//! The list one types into, over the view.

use crate::page::host::Host;
use crate::page::keys::{self, LOOKING as FIELD};
use crate::page::message::{Msg, Target};
use crate::page::words::{Words, lang_of};
use juesuan::flows::looking::{For, Looking, Msg as Look};
use juesuan_domain::find::MOST_HITS;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

/// The class of a place that was found.
pub const MARKED: &str = "found-here";
const LIST: &str = "looking-list";
const AT: &str = "looking-at";
/// Lines that are drawn at once; further ones come when somebody goes on to them.
const DRAWN: usize = 100;

/// What is looked for, and what there is of it.
pub fn looking(looking: &Looking<Target>, on: &Callback<Msg>, words: Words) -> Html {
    let Some(what) = looking.open() else {
        return Html::default();
    };
    let look = on.reform(Msg::Look);
    let (entries, at) = looking.entries();
    let deeds = what == For::Deeds;
    let (title, hint, none) = if deeds {
        (words.deeds(), words.deeds_hint(), words.deeds_none())
    } else {
        (words.find(), words.find_hint(), words.find_none())
    };
    let said = match entries.len() {
        _ if looking.wanted().trim().is_empty() => String::new(),
        0 => none.to_owned(),
        _ if deeds => String::new(),
        count => words.found(at + 1, count, count == MOST_HITS),
    };
    let oninput = {
        let look = look.clone();
        Callback::from(move |event: InputEvent| {
            let field = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            if let Some(field) = field.filter(|_| !event.is_composing()) {
                look.emit(Look::Type(field.value()));
            }
        })
    };
    let onkeydown = {
        let look = look.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            let msg = match event.key().as_str() {
                "ArrowDown" => Look::Step(true),
                "ArrowUp" => Look::Step(false),
                "Enter" if event.shift_key() => Look::Step(false),
                "Enter" => Look::Choose,
                "Escape" => Look::Close,
                _ => return,
            };
            event.prevent_default();
            look.emit(msg);
        })
    };
    let onfocusout = {
        let look = look.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event
                .related_target()
                .and_then(|to| to.dyn_into::<Element>().ok());
            if !to.is_some_and(|to| to.closest(".looking").is_ok_and(|around| around.is_some())) {
                look.emit(Look::Leave);
            }
        })
    };
    let first = at / DRAWN * DRAWN;
    let lines = entries.iter().enumerate().skip(first).take(DRAWN);
    let button = |sign: &'static str, label: &'static str, forward: bool| {
        html! { <button type="button" class="quiet" title={label} aria-label={label} onclick={look.reform(move |_| Look::Step(forward))}>{ sign }</button> }
    };
    html! {
        <section class={classes!("looking", if deeds { "deeds" } else { "find" }, looking.is_shown().then_some("shown"))} role="search" aria-label={title} {onfocusout} onkeydown={onkeydown}>
            <div class="looking-head">
                <input id={FIELD} type="text" role="combobox" aria-label={hint} placeholder={hint} aria-expanded="true" aria-controls={LIST}
                    aria-autocomplete="list" aria-activedescendant={(!entries.is_empty()).then_some(AT)} autocomplete="off" spellcheck="false" {oninput} />
                if !deeds {
                    { button("↑", words.find_previous(), false) }
                    { button("↓", words.find_next(), true) }
                }
                <button type="button" class="quiet" title="Esc" aria-label={words.close()} onclick={look.reform(|_| Look::Close)}>{ "✕" }</button>
            </div>
            <p class="looking-said" role="status">{ said }</p>
            // A press keeps the focus in the field.
            <ul id={LIST} role="listbox" aria-label={title} onmousedown={|event: MouseEvent| event.prevent_default()}>
                { for lines.map(|(i, entry)| html! {
                    <li role="option" id={if i == at { AT.to_owned() } else { format!("{AT}-{i}") }} aria-selected={(i == at).to_string()}
                        class={(i == at).then_some("at")} onclick={look.reform(move |_| Look::Press(i))}>
                        <span class="looking-name" lang={lang_of(&entry.name)}>{ &entry.name }</span>
                        if deeds && entry.beside.is_ascii() && !entry.beside.is_empty() && matches!(entry.to, Target::Deed(_)) {
                            <kbd>{ &entry.beside }</kbd>
                        } else {
                            <span class="looking-beside" lang={lang_of(&entry.beside)}>{ &entry.beside }</span>
                        }
                    </li>
                }) }
            </ul>
        </section>
    }
}

/// Puts into the field what is looked for, and goes there.
pub fn fill(host: &Host, text: &str) {
    if let Some(field) = host.find(FIELD) {
        if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
            field.set_value(text);
        }
        keys::focus(host, FIELD);
    }
}

/// Marks a place that was found and brings it into the middle of the view.
pub fn mark(host: &Host, id: &str) -> Option<Element> {
    let element = keys::element(host, id)?;
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let around = element.closest(".field, .said-sentence").ok().flatten();
    let marked = around.unwrap_or_else(|| element.into());
    let _ = marked.class_list().add_1(MARKED);
    Some(marked)
}

/// The line that is marked is to be seen.
pub fn keep_in_view(host: &Host) {
    if let Some(line) = host.find(AT) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
