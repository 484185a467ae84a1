use crate::page::message::{Msg, Shape};
use crate::page::text;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub on: Callback<Msg>,
}

/// The list of findings and remarks, to be handed on: for a reply, a table, or a file.
#[component]
pub fn HandOn(props: &Props) -> Html {
    let button = |shape: Shape, label: &'static str| {
        html! { <button type="button" onclick={props.on.reform(move |_| Msg::HandOn(shape))}>{ label }</button> }
    };
    html! {
        <section class="hand-on" aria-label={text::HAND_ON}>
            <p>{ text::HAND_ON }</p>
            { button(Shape::Text, text::HAND_ON_TEXT) }
            { button(Shape::Table, text::HAND_ON_TABLE) }
            { button(Shape::File, text::HAND_ON_FILE) }
        </section>
    }
}
