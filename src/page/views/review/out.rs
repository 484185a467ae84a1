use crate::page::message::{DocumentMsg, Msg as PageMsg, ReadingMsg, ReviewShape};
use crate::page::words::use_words;
use juesuan::flows::reading::Msg;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the paper.
    pub of: usize,
    /// Findings can be written into a file of its kind.
    pub takes_marks: bool,
    /// Who reviews.
    pub reviewer: String,
    pub on: Callback<ReadingMsg>,
    pub page: Callback<PageMsg>,
}

/// The findings and remarks, to be handed on: as a list, a file, or a letter to the unit.
#[component]
pub fn HandOut(props: &Props) -> Html {
    let words = use_words();
    let of = props.of;
    let button = |shape: ReviewShape, label: &'static str| {
        html! { <button type="button" onclick={props.page.reform(move |_| PageMsg::HandOnReview(of, shape))}>{ label }</button> }
    };
    let oninput = props.on.reform(|event: InputEvent| {
        Msg::Reviewer(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <section class="hand-on" aria-label={words.hand_on()}>
            <label>
                { words.review_reviewer() }
                <input class="reviewer" value={props.reviewer.clone()} {oninput} autocomplete="name" />
            </label>
            { button(ReviewShape::List, words.review_list()) }
            { button(ReviewShape::File, words.hand_on_file()) }
            { button(ReviewShape::Letter, words.review_letter()) }
            if props.takes_marks {
                <button type="button" onclick={props.page.reform(move |_| PageMsg::Document(DocumentMsg::MarkFile(of)))}>{ words.review_mark_file() }</button>
            }
        </section>
    }
}
