//! A sentence while it is reworded: its template, what it reads like, and the figures it can name.

use super::choosing::Choosing;
use super::opener::use_entered;
use crate::page::field::{Field, Kind};
use crate::page::message::Msg;
use crate::page::pasting::{length, put_into};
use crate::page::shared::{Book, BuiltIn};
use crate::page::words::{Words, use_words};
use juesuan::Place;
use juesuan::accounts::{Cell, Style};
use juesuan::disclosure::{Missing, Offered, Piece, Sentence};
use juesuan::say::Spoken as _;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement, Node};
use yew::prelude::*;

/// Names offered at a time.
const OFFERED: usize = 100;

#[derive(Properties, PartialEq)]
pub struct RewordProps {
    /// As it reads with what is typed.
    pub sentence: Sentence,
    pub style: BuiltIn<Style>,
    pub own: String,
    pub on: Callback<Msg>,
    pub on_done: Callback<()>,
}

/// What stands in the blank of what is missing: its name, or what is wrong with it.
pub fn blank(missing: &Missing, words: Words) -> String {
    if missing.is_blank() {
        missing.name.clone()
    } else {
        missing.spoken(words.language)
    }
}

/// The sentence as a template, to be reworded; its figures stay live.
#[component]
pub fn Reword(props: &RewordProps) -> Html {
    let words = use_words();
    let book = use_context::<Option<Book>>().flatten();
    // Who clears the field begins anew, and need not clear the standard sentence again.
    let cleared = use_mut_ref(|| false);
    let node = use_entered();
    let (sentence, style) = (&props.sentence, props.style.0);
    let cell = Cell::Sentence(sentence.key);
    let standard = style.templates().find(|one| one.key == sentence.key);
    let standard = standard.map_or("", |template| template.text.as_str());
    let is_own = !props.own.trim().is_empty();
    if is_own {
        cleared.replace(false);
    }
    let wording = if is_own || *cleared.borrow() {
        props.own.clone()
    } else {
        standard.to_owned()
    };
    let set = {
        let on = props.on.clone();
        Callback::from(move |text: String| {
            cleared.replace(text.trim().is_empty());
            let is_standard = text == standard;
            let text = if is_standard { String::new() } else { text };
            on.emit(Msg::Edit(Place::Accounts(cell).setting(text)));
        })
    };
    // Going to the list of figures and back goes on with the same rewording.
    let onfocusout = {
        let (on, node) = (props.on.clone(), node.clone());
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target();
            let to = to.and_then(|to| to.dyn_into::<Node>().ok());
            let around = node.get().filter(|around| around.contains(to.as_ref()));
            match around {
                Some(_) if to.is_some() => event.stop_propagation(),
                _ => on.emit(Msg::Leave(Place::Accounts(cell))),
            }
        })
    };
    let done = {
        let (on, on_done) = (props.on.clone(), props.on_done.clone());
        Callback::from(move |_: MouseEvent| {
            on.emit(Msg::Leave(Place::Accounts(cell)));
            on_done.emit(());
        })
    };
    let back = set.reform(move |_: MouseEvent| standard.to_owned());
    html! {
        <span ref={node.clone()} class="rewording" {onfocusout}>
            <Field of={Place::Accounts(cell)} label={words.reword()} kind={Kind::Text} text={wording.clone()} hint={standard} on_type={set} />
            <span class="preview" role="group" aria-label={words.reword_preview()}>
                <small lang={words.tag()}>{ words.reword_preview() }</small>
                { for sentence.so_far().into_iter().map(|piece| match piece {
                    Ok(Piece::Words(text)) => html! { { text } },
                    Ok(Piece::Figure(figure)) => html! { <span class="live" title={figure.name.clone()}>{ &figure.shown }</span> },
                    Err(missing) => html! { <span class="gap">{ blank(missing, words) }</span> },
                }) }
            </span>
            if let Some((_, assessment)) = &book {
                { for assessment.accounts.findings.iter().filter(|finding| finding.cell == cell).map(|finding| html! {
                    <span class="problem" role="status" lang={words.tag()}>{ words.mixed(&words.language.told(&finding.matter).message) }</span>
                }) }
            }
            <span class="reword-tools">
                { figures(book.clone(), props, &node, words) }
                <button type="button" lang={words.tag()} onclick={done}>{ words.reword_done() }</button>
                if is_own {
                    <button type="button" class="quiet" lang={words.tag()} onclick={back}>{ words.reword_back() }</button>
                }
            </span>
            if let Some((workbook, assessment)) = &book {
                { chips(&assessment.material(workbook).named_in(style, sentence, &wording), &wording, &node, words) }
            }
        </span>
    }
}

/// The names in the wording and what they say; a press selects one where it stands.
fn chips(named: &[Offered], wording: &str, node: &NodeRef, words: Words) -> Html {
    if named.is_empty() {
        return Html::default();
    }
    html! {
        <span class="chips" role="group" aria-label={words.reword_hint()}>
            <small lang={words.tag()}>{ words.reword_hint() }</small>
            { for named.iter().map(|one| {
                let units = |at: usize| length(wording.get(..at).unwrap_or_default());
                let (start, end) = (units(one.at.start), units(one.at.end));
                let node = node.clone();
                let onclick = move |_: MouseEvent| select(&node, |_| (start, end));
                html! {
                    <button type="button" class={classes!("figure-chip", one.said.is_err().then_some("waits"))} {onclick}>
                        <span>{ &one.name }</span>{ " " }<b>{ said(one, words) }</b>
                    </button>
                }
            }) }
        </span>
    }
}

/// The list of what can be named, with what it says today.
fn figures(book: Option<Book>, props: &RewordProps, node: &NodeRef, words: Words) -> Html {
    let entries = {
        let (sentence, style) = (props.sentence.clone(), props.style.0);
        Callback::from(move |typed: String| {
            let Some((workbook, assessment)) = &book else {
                return Vec::new();
            };
            let offered = assessment.material(workbook).offered(style, &sentence);
            let meant =
                |one: &Offered| typed.split_whitespace().all(|word| one.name.contains(word));
            let lines = offered.into_iter().filter(meant).take(OFFERED);
            lines
                .map(|one| (one.name.clone(), said(&one, words)))
                .collect()
        })
    };
    let on_leave = {
        let node = node.clone();
        Callback::from(move |()| select(&node, caret))
    };
    let on_choose = {
        let node = node.clone();
        Callback::from(move |name: String| {
            select(&node, caret);
            if let Some(area) = area(&node) {
                put_into(&area, &format!("{{{name}}}"));
            }
        })
    };
    html! {
        <Choosing list="figure-list" class="subject-search figure-search" label={words.reword_insert()} none={words.reword_none()} open=true {entries} {on_choose} {on_leave} />
    }
}

/// What a name says, or that it waits.
fn said(offered: &Offered, words: Words) -> String {
    match &offered.said {
        Ok(text) => text.clone(),
        Err(missing) if missing.is_blank() => words.awaited().to_owned(),
        Err(missing) => missing.spoken(words.language),
    }
}

fn area(node: &NodeRef) -> Option<HtmlTextAreaElement> {
    let area = node.cast::<Element>()?.query_selector("textarea").ok()??;
    area.dyn_into().ok()
}

/// Goes into the text and selects something of it.
fn select(node: &NodeRef, of: impl FnOnce(&HtmlTextAreaElement) -> (u32, u32)) {
    if let Some(area) = area(node) {
        let (start, end) = of(&area);
        // Gone already, it needs no focus.
        let _ = area.focus();
        let _ = area.set_selection_range(start, end);
    }
}

/// What was selected. All of it is how a field is entered by key: nobody means to replace that.
fn caret(area: &HtmlTextAreaElement) -> (u32, u32) {
    let at = |unit: Result<Option<u32>, _>| unit.ok().flatten().unwrap_or_default();
    let (start, end) = (at(area.selection_start()), at(area.selection_end()));
    if (start, end) == (0, area.text_length()) {
        (end, end)
    } else {
        (start, end)
    }
}
