use crate::page::shared::Shared;
use crate::page::words::{Words, use_words};
use juesuan::paper::{Hit, Paper};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Places that are counted where a text is found.
const MOST_HITS: usize = 9999;

/// What is looked for, and which of the places is shown.
#[derive(Clone, PartialEq, Default)]
pub struct Search {
    wanted: String,
    pub hits: Vec<Hit>,
    pub at: usize,
}

impl Search {
    /// At the next place, or the one before; from the last one to the first.
    fn stepped(&self, forward: bool) -> Self {
        let last = self.hits.len().saturating_sub(1);
        let at = match (forward, self.at) {
            (true, at) if at >= last => 0,
            (true, at) => at + 1,
            (false, 0) => last,
            (false, at) => at - 1,
        };
        Search { at, ..self.clone() }
    }

    /// Which of the places is shown.
    fn said(&self, words: Words) -> String {
        match self.hits.len() {
            0 if self.wanted.trim().is_empty() => String::new(),
            0 => words.document_not_found().to_owned(),
            all => words.document_found(self.at + 1, all, all >= MOST_HITS),
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    pub search: Search,
    /// Something else is looked for, or another of the places is shown.
    pub on: Callback<Search>,
}

/// Finds a text in a paper.
#[component]
pub fn SearchBar(props: &Props) -> Html {
    let words = use_words();
    let search = &props.search;
    let find = {
        let (paper, on) = (props.paper.clone(), props.on.clone());
        Callback::from(move |event: InputEvent| {
            let wanted = event.target_unchecked_into::<HtmlInputElement>().value();
            let hits = paper.find(&wanted, MOST_HITS);
            on.emit(Search {
                wanted,
                hits,
                at: 0,
            });
        })
    };
    let step = {
        let (search, on) = (search.clone(), props.on.clone());
        Callback::from(move |forward: bool| {
            on.emit(search.stepped(forward));
        })
    };
    let onkeydown = {
        let step = step.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                step.emit(!event.shift_key());
            }
        })
    };
    let found = search.said(words);
    let none = search.hits.is_empty();
    html! {
        <div class="document-tools" role="search">
            <input type="search" value={search.wanted.clone()} aria-label={words.document_search()} placeholder={words.document_search()}
                oninput={find} {onkeydown} />
            <button type="button" disabled={none} onclick={step.reform(|_| false)}>{ words.document_previous() }</button>
            <button type="button" disabled={none} onclick={step.reform(|_| true)}>{ words.document_next() }</button>
            <span role="status">{ found }</span>
        </div>
    }
}
