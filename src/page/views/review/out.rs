use crate::page::message::{DocumentMsg, Msg as PageMsg, ReviewShape};
use crate::page::views::hand_on::Reviewer;
use crate::page::words::use_words;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The number of the paper.
    pub of: usize,
    /// Findings can be written into a file of its kind.
    pub takes_marks: bool,
    /// Who reviews.
    pub reviewer: String,
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
    html! {
        <section class="hand-on" aria-label={words.hand_on()}>
            <Reviewer reviewer={props.reviewer.clone()} on={props.page.clone()} />
            { button(ReviewShape::List, words.review_list()) }
            { button(ReviewShape::File, words.hand_on_file()) }
            { button(ReviewShape::Letter, words.review_letter()) }
            if props.takes_marks {
                <button type="button" onclick={props.page.reform(move |_| PageMsg::Document(DocumentMsg::MarkFile(of)))}>{ words.review_mark_file() }</button>
            }
        </section>
    }
}
