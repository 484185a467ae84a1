use super::opener::use_entered;
use crate::page::field::{Field, Kind, chosen_in};
use crate::page::message::Msg;
use crate::page::shared::BuiltIn;
use crate::page::words::use_words;
use juesuan::accounts::{Cell, Change, Style};
use juesuan::disclosure::names;
use juesuan::{Edit, Place};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RewordProps {
    pub sentence_key: &'static str,
    pub style: BuiltIn<Style>,
    pub own: String,
    pub on: Callback<Msg>,
    pub on_done: Callback<()>,
}

/// The sentence as a template, to be reworded; its figures stay live.
#[component]
pub fn Reword(props: &RewordProps) -> Html {
    let words = use_words();
    let cell = Cell::Sentence(props.sentence_key);
    let standard = props
        .style
        .0
        .templates()
        .find(|t| t.key == props.sentence_key);
    let standard = standard.map_or("", |template| template.text.as_str());
    let is_own = !props.own.trim().is_empty();
    let typed = if is_own { props.own.as_str() } else { standard }.to_owned();
    let set = move |text: String| Msg::Edit(Edit::Accounts(Change::Set { cell, text }));
    let node = use_entered();
    let insert = {
        let typed = typed.clone();
        props.on.reform(move |event: Event| {
            let name = chosen_in(&event).map(|select| {
                let name = select.value();
                select.set_selected_index(0);
                name
            });
            set(format!("{typed}{{{}}}", name.unwrap_or_default()))
        })
    };
    html! {
        <span ref={node} class="rewording">
            <Field of={Place::Accounts(cell)} label={words.reword()} kind={Kind::Text} text={typed} on_type={props.on.clone()} />
            <span class="reword-tools">
                <select aria-label={words.reword_insert()} onchange={insert}>
                    <option value="" selected=true>{ words.reword_insert() }</option>
                    { for names().into_iter().map(|name| html! { <option value={name}>{ name }</option> }) }
                </select>
                <button type="button" onclick={props.on_done.reform(|_| ())}>{ words.reword_done() }</button>
                if is_own {
                    <button type="button" class="quiet" onclick={props.on.reform(move |_| set(String::new()))}>{ words.reword_back() }</button>
                }
                <small>{ words.reword_hint() }</small>
            </span>
        </span>
    }
}
