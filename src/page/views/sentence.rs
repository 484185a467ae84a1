//! A sentence of the text: its numbers say where they come from, what it waits for stands in its place,
//! and it can be reworded.

use super::opener::use_opener;
use super::reword::{Reword, blank};
use crate::page::message::Msg;
use crate::page::shared::{BuiltIn, Shared};
use crate::page::words::{Words, lang_of, use_words};
use juesuan::Place;
use juesuan::accounts::{self, Accounts, Reckoned, Style};
use juesuan::disclosure::{Figure, Missing, Piece, Sentence, Source, Written};
use juesuan::say::Spoken as _;
use juesuan::working::Working;
use std::rc::Rc;
use yew::prelude::*;

/// So many characters tell a sentence from the others.
const BEGINNING: usize = 16;

/// The sentences of a block that has some.
pub fn sentences(block: &Written) -> &[Sentence] {
    match block {
        Written::Paragraph(sentences) => sentences,
        _ => &[],
    }
}

/// What the figures of a block tell of where they come from. It changes where the sentence does not: 60
/// + 40 and 50 + 50 are one sum.
#[derive(Clone)]
pub struct Told {
    pub block: Rc<Written>,
    pub accounts: Shared<Accounts>,
    pub reckoned: Shared<Reckoned>,
}

impl Told {
    fn all(&self) -> impl Iterator<Item = String> {
        // They differ in every language, or in none.
        let words = Words::default();
        let pieces = sentences(&self.block).iter().flat_map(|s| &s.pieces);
        pieces.filter_map(move |piece| match piece {
            Piece::Figure(figure) => Some(tip(figure, &self.accounts, &self.reckoned, words)),
            Piece::Words(_) => None,
        })
    }
}

/// Of the very same values all is the same, without being made.
impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        let same = self.reckoned == other.reckoned && self.block == other.block;
        same || self.all().eq(other.all())
    }
}

#[derive(Properties, PartialEq)]
pub struct SentenceProps {
    pub sentence: Sentence,
    /// Whose template it is reworded from.
    pub style: BuiltIn<Style>,
    /// The clerk's own words; blank where there are none.
    pub own: String,
    pub told: Told,
    pub on: Callback<Msg>,
}

/// A sentence: its numbers say where they come from, and it can be reworded.
#[component]
pub fn SentenceView(props: &SentenceProps) -> Html {
    let words = use_words();
    let editing = use_state(|| false);
    let opener = use_opener(*editing);
    let sentence = &props.sentence;
    let set = |value: bool| {
        let editing = editing.clone();
        Callback::from(move |()| editing.set(value))
    };
    if *editing {
        return html! {
            <Reword sentence={sentence.clone()} style={props.style} own={props.own.clone()} on={props.on.clone()} on_done={set(false)} />
        };
    }
    let toggle = set(true).reform(|_: MouseEvent| ());
    let label = words.named(words.reword(), &beginning(sentence));
    let pieces = sentence.so_far();
    let pieces = pieces.into_iter().map(|piece| match piece {
        Ok(Piece::Words(words)) => html! { { words } },
        Ok(Piece::Figure(figure)) => live(props, figure, words),
        Err(missing) => gap(props, missing, words),
    });
    html! {
        <span class={classes!("said-sentence", sentence.reworded.then_some("reworded"))} data-sentence={sentence.key}>
            // What waits is not in the text yet, nor on paper.
            <span class={sentence.waits.then_some("draft screen-only")}>{ for pieces }</span>
            <button ref={opener} type="button" class="reword screen-only" lang={lang_of(&label).unwrap_or(words.tag())} title={words.reword()} aria-label={label} onclick={toggle}>{ "✎" }</button>
        </span>
    }
}

/// How a sentence begins: that tells it from the others.
fn beginning(sentence: &Sentence) -> String {
    let pieces = sentence.so_far().into_iter().flatten();
    let text: String = pieces
        .map(|piece| match piece {
            Piece::Words(words) => words.to_string(),
            Piece::Figure(figure) => figure.shown.to_string(),
        })
        .collect();
    let mut of_it: String = text.chars().take(BEGINNING).collect();
    if of_it.len() < text.len() {
        of_it.push('…');
    }
    of_it
}

fn place(source: Source) -> Option<Place> {
    match source {
        Source::Accounts(cell) => Some(Place::Accounts(cell)),
        Source::Form(form, cell) => Some(Place::Form(form, cell)),
        Source::None => None,
    }
}

/// What hover or focus tells of a number: where it comes from, and its working.
fn tip(figure: &Figure, accounts: &Accounts, reckoned: &Reckoned, words: Words) -> String {
    let working = match (&figure.working, figure.source) {
        (Working::Nothing, Source::Accounts(cell)) => accounts::working(reckoned, cell)
            .unwrap_or_default()
            .spoken(words.language),
        (working, _) => working.spoken(words.language),
    };
    let from = match figure.source {
        Source::Accounts(cell) => words.figure_from(&accounts.phrase(reckoned.layout, cell)),
        Source::Form(..) => words.figure_from_form().to_owned(),
        Source::None => String::new(),
    };
    match (from.is_empty(), working.is_empty()) {
        (_, true) => from,
        (true, false) => working,
        (false, false) => format!("{from}\n{working}"),
    }
}

/// A number of the text: a click leads to its cell, hover or focus tells its working.
fn live(props: &SentenceProps, figure: &Figure, words: Words) -> Html {
    let place = place(figure.source);
    let tip = tip(figure, &props.told.accounts, &props.told.reckoned, words);
    let onclick = props.on.reform(move |_| match place {
        Some(place) => Msg::GoTo(place),
        None => Msg::Dismiss,
    });
    html! {
        <button type="button" class="live" {onclick} aria-label={format!("{}，{tip}", figure.shown)}>
            { &figure.shown }
            <span class="tip" aria-hidden="true">{ tip }</span>
        </button>
    }
}

/// The blank of what a sentence waits for, and the way there.
fn gap(props: &SentenceProps, missing: &Missing, words: Words) -> Html {
    let place = place(missing.source);
    let onclick = props.on.reform(move |_| match place {
        Some(place) => Msg::GoTo(place),
        None => Msg::Dismiss,
    });
    let said = missing.spoken(words.language);
    html! {
        <button type="button" class="gap" title={said.clone()} aria-label={said} {onclick}>{ blank(missing, words) }</button>
    }
}
