use super::said::judge;
use crate::page::message::{Against, DocumentMsg, Msg as PageMsg, ReadingMsg};
use crate::page::shared::Shared;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::flows::asking::{Beside, Found};
use juesuan::flows::judging::Msg;
use juesuan::say::Spoken as _;
use juesuan::understand::{Change, Revision};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Lines that are drawn at a time.
const PIECE: usize = 150;

#[derive(Properties, PartialEq)]
pub struct OthersProps {
    /// The number of the paper.
    pub of: usize,
    /// What it can be held against.
    pub others: Vec<(Against, String)>,
    /// What it was held against.
    pub beside: Option<Shared<Beside>>,
    pub page: Callback<PageMsg>,
}

/// Chooses what the document is held against: last year's, an earlier version, the open workbook.
#[component]
pub fn Others(props: &OthersProps) -> Html {
    let words = use_words();
    let of = props.of;
    if props.others.is_empty() {
        return Html::default();
    }
    let others = props.others.clone();
    let page = props.page.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.and_then(|select| usize::try_from(select.selected_index()).ok());
        // The first line is the question.
        let other = chosen.and_then(|at| others.get(at.checked_sub(1)?));
        if let Some((with, _)) = other {
            page.emit(PageMsg::Document(DocumentMsg::Compare(of, *with)));
        }
    });
    html! {
        <div class="review-beside">
            <select aria-label={words.review_compare()} {onchange}>
                <option selected={props.beside.is_none()}>{ words.review_compare() }</option>
                { for props.others.iter().map(|(with, name)| {
                    let name = match with {
                        Against::Paper(_) => name.clone(),
                        Against::Workbook => words.review_workbook(name),
                    };
                    html! { <option lang={lang_of(&name)}>{ name }</option> }
                }) }
            </select>
            if let Some(beside) = &props.beside {
                <p role="status">{ words.mixed(&said(beside, words)) }</p>
            }
        </div>
    }
}

fn said(beside: &Beside, words: Words) -> String {
    match &beside.found {
        Found::LastYear(_) => words.review_beside_last_year(&beside.name),
        Found::Revised(Revision {
            changes,
            mended,
            new,
            ..
        }) => words.review_revised(&beside.name, changes.len(), mended.len(), new.len()),
    }
}

#[derive(Properties, PartialEq)]
pub struct ChangesProps {
    pub beside: Shared<Beside>,
    /// The number of the paper.
    pub of: usize,
    pub on: Callback<ReadingMsg>,
}

/// What was changed since another version, and which of its findings are mended.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let words = use_words();
    let drawn = use_state(|| PIECE);
    let Found::Revised(revision) = &props.beside.found else {
        return Html::default();
    };
    let more = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(*drawn + PIECE))
    };
    let of = props.of;
    html! {
        <>
            if revision.changes.is_empty() {
                <p class="none">{ words.review_unchanged() }</p>
            }
            <ul class="list checked">
                { for revision.changes.iter().take(*drawn).enumerate().map(|(at, change)| line(at, change, of, &props.on, words)) }
            </ul>
            if revision.changes.len() > *drawn {
                <button type="button" class="more" onclick={more}>{ words.files_more() }</button>
            }
            if !revision.mended.is_empty() {
                <h3>{ words.review_mended(revision.mended.len()) }</h3>
                <ul class="list checked">
                    { for revision.mended.iter().map(|finding| html! {
                        <li class="finding agrees"><p class="message">{ words.mixed(&finding.matter.spoken(words.language)) }</p></li>
                    }) }
                </ul>
            }
        </>
    }
}

fn line(at: usize, change: &Change, of: usize, on: &Callback<ReadingMsg>, words: Words) -> Html {
    let spot = change.spot.clone();
    let onclick = on.reform(move |_| judge(of, Msg::Place(spot.clone())));
    let kind = match (&change.before, &change.after) {
        (Some(_), Some(_)) => words.change_changed(),
        (None, _) => words.change_added(),
        (Some(_), None) => words.change_gone(),
    };
    html! {
        <li key={at} class="finding notice">
            <button type="button" class="go" {onclick}>
                <span class="severity">{ kind }</span>
                <span class="message" lang="zh-CN">
                    if let Some(before) = &change.before { <del>{ before }</del> }
                    if change.before.is_some() && change.after.is_some() { { " → " } }
                    if let Some(after) = &change.after { <ins>{ after }</ins> }
                </span>
            </button>
        </li>
    }
}
