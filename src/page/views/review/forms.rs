use super::said::judge;
use crate::page::field::chosen_value;
use crate::page::message::{DocumentMsg, Msg as PageMsg, ReadingMsg};
use crate::page::shared::Shared;
use crate::page::words::{lang_of, use_words};
use juesuan::evaluation::built_in;
use juesuan::flows::judging::Msg;
use juesuan::understand::{Review, RulesFrom};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub review: Shared<Review>,
    /// The number of the paper.
    pub of: usize,
    pub on: Callback<ReadingMsg>,
    pub page: Callback<PageMsg>,
}

/// The self-evaluation forms of the document: their totals, and the rules they are scored by, which can be changed.
#[component]
pub fn Forms(props: &Props) -> Html {
    let words = use_words();
    let (forms, of) = (&props.review.forms, props.of);
    if forms.is_empty() {
        return Html::default();
    }
    let first = forms.first();
    let rules = first.map(|form| form.rules.clone()).unwrap_or_default();
    let given = first.is_some_and(|form| form.rules_from == RulesFrom::Given);
    let onchange = props.page.reform(move |event: Event| {
        PageMsg::Document(DocumentMsg::ReviewBy(
            of,
            chosen_value(&event).unwrap_or_default(),
        ))
    });
    let line = |form: &juesuan::understand::FoundForm| {
        let spot = form.spot.clone();
        let name = [&*form.form.name, &form.title, &*form.form.unit];
        let name = name.into_iter().find(|name| !name.is_empty());
        let name = name.map_or_else(|| words.review_form().to_owned(), str::to_owned);
        let total = form.form.claimed_total.to_string();
        let computed = form.computed.clone().unwrap_or_default();
        html! {
            <li>
                <button type="button" class="link" lang={lang_of(&name)} onclick={props.on.reform(move |_| judge(of, Msg::Place(spot.clone())))}>{ &name }</button>
                <span>{ words.review_form_total(&total, &computed, form.left) }</span>
            </li>
        }
    };
    html! {
        <details class="review-forms">
            <summary>{ words.named(words.review_forms(), &forms.len().to_string()) }</summary>
            <label>
                { words.review_rules() }
                <select {onchange}>
                    <option value="" selected={!given}>{ words.review_rules_guessed() }</option>
                    { for built_in().iter().map(|set| html! {
                        <option value={set.id.clone()} lang={lang_of(&set.name)} selected={given && set.id == rules}>{ &set.name }</option>
                    }) }
                </select>
            </label>
            <ul>{ for forms.iter().map(line) }</ul>
        </details>
    }
}
