//! What somebody is told once: where it helps, until it was done or closed.

use crate::page::field::use_embedded;
use crate::page::remembered;
use crate::page::words::{Words, use_words};
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// What is hinted at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The list of what can be done.
    Deeds,
    /// The next finding by key.
    Next,
    /// Files dropped anywhere.
    Drop,
}

impl Of {
    fn text(self, words: Words) -> &'static str {
        match self {
            Of::Deeds => words.hint_deeds(),
            Of::Next => words.hint_next(),
            Of::Drop => words.hint_drop(),
        }
    }

    /// What says that it is known, and is remembered.
    fn known(self) -> &'static str {
        match self {
            Of::Deeds => "juesuan.knows.deeds",
            Of::Next => "juesuan.knows.next",
            Of::Drop => "juesuan.knows.drop",
        }
    }

    /// By which event it is done.
    fn event(self) -> &'static str {
        match self {
            Of::Deeds => "focusin",
            Of::Next => "keydown",
            Of::Drop => "drop",
        }
    }

    fn is_done(self, event: &Event) -> bool {
        match self {
            Of::Deeds => {
                let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
                target.is_some_and(|t| t.closest(".looking.deeds").is_ok_and(|list| list.is_some()))
            }
            Of::Next => {
                let key = event.dyn_ref::<KeyboardEvent>();
                key.is_some_and(|key| key.key() == "F8")
            }
            Of::Drop => true,
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub of: Of,
}

/// One line in the flow of a view, which covers nothing. There is none in somebody else's page, nor on paper.
#[component]
pub fn Hint(props: &Props) -> Html {
    let words = use_words();
    let of = props.of;
    let node = use_node_ref();
    let embedded = use_embedded();
    let known = use_state(|| remembered::is_on(of.known()));
    let shown = !*known && !embedded;
    let learn = {
        let known = known.clone();
        move || {
            remembered::switch(of.known(), true);
            known.set(true);
        }
    };
    {
        let learn = learn.clone();
        use_effect_with(shown, move |shown| {
            let window = web_sys::window().filter(|_| *shown);
            let listener = window.map(|window| {
                EventListener::new(&window, of.event(), move |event| {
                    if of.is_done(event) {
                        learn();
                    }
                })
            });
            move || drop(listener)
        });
    }
    if !shown {
        return Html::default();
    }
    let onclick = {
        let node = node.clone();
        move |_| {
            // What has the focus goes: it stays in the view, or beside it.
            let line = node.cast::<Element>();
            let around = line.and_then(|line| line.closest(".main, .findings").ok().flatten());
            if let Some(around) = around.and_then(|around| around.dyn_into::<HtmlElement>().ok()) {
                let _ = around.focus();
            }
            learn();
        }
    };
    html! {
        <p ref={node} class="hint-line" lang={words.tag()}>
            <span>{ of.text(words) }</span>
            <button type="button" class="quiet" {onclick}>{ words.close() }</button>
        </p>
    }
}
