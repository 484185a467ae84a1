use crate::page::keys;
use crate::page::message::{Msg, Shape};
use crate::page::words::use_words;
use juesuan::flows::reading;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reviewer: AttrValue,
    pub on: Callback<Msg>,
}

/// The list of findings and remarks, to be handed on: for a reply, a table, a file, or on paper.
#[component]
pub fn HandOn(props: &Props) -> Html {
    let words = use_words();
    let button = |shape: Shape, label: &'static str| {
        html! { <button type="button" onclick={props.on.reform(move |_| Msg::HandOn(shape))}>{ label }</button> }
    };
    html! {
        <section class="hand-on" aria-label={words.hand_on()}>
            <p>{ words.hand_on() }</p>
            <Reviewer reviewer={props.reviewer.clone()} on={props.on.clone()} />
            { button(Shape::Text, words.hand_on_text()) }
            { button(Shape::Table, words.hand_on_table()) }
            { button(Shape::File, words.hand_on_file()) }
            <button type="button" onclick={props.on.reform(|_| Msg::PrintList)}>{ words.hand_on_print() }</button>
        </section>
    }
}

/// Who reviews: asked once, and remembered.
#[component]
pub fn Reviewer(props: &Props) -> Html {
    let words = use_words();
    // Once the whole name is typed: remarks are signed with it.
    let onchange = props.on.reform(|event: Event| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        Msg::Reading(reading::Msg::Reviewer(name))
    });
    html! {
        <label>
            { words.review_reviewer() }
            <input id={keys::REVIEWER} class="reviewer" value={props.reviewer.clone()} {onchange} autocomplete="name" />
        </label>
    }
}
