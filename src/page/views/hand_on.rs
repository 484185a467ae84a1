use crate::page::message::{Msg, Shape};
use crate::page::words::use_words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub on: Callback<Msg>,
}

/// The list of findings and remarks, to be handed on: for a reply, a table, or a file.
#[component]
pub fn HandOn(props: &Props) -> Html {
    let words = use_words();
    let button = |shape: Shape, label: &'static str| {
        html! { <button type="button" onclick={props.on.reform(move |_| Msg::HandOn(shape))}>{ label }</button> }
    };
    html! {
        <section class="hand-on" aria-label={words.hand_on()}>
            <p>{ words.hand_on() }</p>
            { button(Shape::Text, words.hand_on_text()) }
            { button(Shape::Table, words.hand_on_table()) }
            { button(Shape::File, words.hand_on_file()) }
        </section>
    }
}
