//! A document that was read, its figures marked.

mod bar;
mod block;
mod figure;
mod plain;
mod search;

pub use bar::ReadingBar;
pub use plain::plain_block;

use crate::page::message::{DocumentMsg, Msg as PageMsg, ReadingMsg};
use crate::page::shared::Shared;
use crate::page::words::{Words, lang_of, use_words};
use block::BlockView;
use figure::FigureCard;
use juesuan::flows::judging::{self, Judging, Marks, Target};
use juesuan::flows::reading::Msg;
use juesuan::paper::{Block, Hit, NoteCode, Paper};
use juesuan::say::Spoken as _;
use juesuan::understand::{Review, Spot};
use search::{Search, SearchBar};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// How much is drawn at first, and more at a time.
const PIECE: usize = 6000;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    pub review: Shared<Review>,
    pub marks: Shared<Marks>,
    pub judging: Shared<Judging>,
    /// Its number among the papers.
    pub at: usize,
    /// A workbook can be made of it here.
    pub can_import: bool,
    pub on: Callback<ReadingMsg>,
    pub page: Callback<PageMsg>,
}

/// What a paper says, in order: selectable, and searched.
#[component]
pub fn PaperView(props: &Props) -> Html {
    let words = use_words();
    let paper = &props.paper;
    let search = use_state(Search::default);
    let drawn = use_state(|| PIECE);
    let node = use_place(search.hits.get(search.at).cloned());
    let target = props.judging.target.clone();
    use_target(&node, target.clone());
    let shown = use_state(|| None);
    // Somebody was sent to a place: what is before it is drawn, and stays.
    let sent = match &target {
        Some((Target::Paper(spot), _)) => Some(spot.clone()),
        _ => None,
    };
    let reach = use_mut_ref(|| 0);
    if let Some(spot) = &sent {
        let row = spot.cell.map_or(0, |(row, _)| row + 1);
        let needed = paper.size_before(spot.block, row) + PIECE / 10;
        let so_far = *reach.borrow();
        reach.replace(needed.max(so_far));
    }
    let most = (*drawn).max(*reach.borrow());
    // Goes to one of the places; what is before it has to be drawn.
    let go = {
        let (paper, search, drawn) = (paper.clone(), search.clone(), drawn.clone());
        Callback::from(move |next: Search| {
            if let Some(hit) = next.hits.get(next.at) {
                let row = hit.cell.map_or(0, |(row, _)| row + 1);
                let needed = paper.size_before(hit.block, row) + PIECE / 10;
                drawn.set((*drawn).max(needed));
            }
            search.set(next);
        })
    };
    let more = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(most + PIECE))
    };
    let at = props.at;
    let show = |event: &Event, shown: &UseStateHandle<Option<usize>>| {
        if let Some(mark) = figure_of(event).filter(|mark| **shown != Some(*mark)) {
            shown.set(Some(mark));
        }
    };
    let onmouseover = {
        let shown = shown.clone();
        Callback::from(move |event: MouseEvent| show(&event, &shown))
    };
    let onfocusin = {
        let shown = shown.clone();
        Callback::from(move |event: FocusEvent| show(&event, &shown))
    };
    let onclick = {
        let on = props.on.clone();
        Callback::from(move |event: MouseEvent| press(&event, at, &on))
    };
    let onpress = {
        let on = props.on.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") && figure_of(&event).is_some() {
                event.prevent_default();
                press(&event, at, &on);
            }
        })
    };
    let name = paper.name.as_deref().unwrap_or_default();
    html! {
        <article class="document">
            <header class="document-head">
                <h1 lang={lang_of(name)}>{ name.to_owned() }</h1>
                <span class="document-kind">{ words.document_kind(paper.kind) }</span>
                if props.can_import {
                    <button type="button" onclick={props.page.reform(move |_| PageMsg::Document(DocumentMsg::Import(at)))}>{ words.import_begin() }</button>
                }
                <button type="button" class="quiet" onclick={props.on.reform(move |_| Msg::Close(at))}>{ words.document_close() }</button>
            </header>
            <SearchBar paper={paper.clone()} search={(*search).clone()} on={go} />
            { notes(paper, words) }
            <div class="document-text" lang="zh-CN" ref={node} {onmouseover} {onfocusin} {onclick} onkeydown={onpress}>
                if paper.blocks.is_empty() {
                    <p lang={words.tag()}>{ words.document_nothing() }</p>
                }
                { blocks(props, most, &search, sent.as_ref()) }
            </div>
            if paper.is_longer_than(most) {
                <button type="button" class="document-more" onclick={more}>{ words.document_more() }</button>
            }
            if let Some(at) = *shown {
                <FigureCard paper={paper.clone()} review={props.review.clone()} marks={props.marks.clone()} {at} />
            }
        </article>
    }
}

/// The node that holds the text. Where another place is shown in it, it is brought into sight.
#[hook]
fn use_place(shown: Option<Hit>) -> NodeRef {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(shown, move |shown| {
            let current = shown
                .as_ref()
                .and(node.cast::<Element>())
                .and_then(|all| all.query_selector("mark.current").ok()?);
            if let Some(current) = current {
                current.scroll_into_view();
            }
        });
    }
    node
}

/// Brings the place that somebody was sent to into sight, and the focus to it.
#[hook]
fn use_target(node: &NodeRef, target: Option<(Target, u32)>) {
    let node = node.clone();
    use_effect_with(target, move |target| {
        if !matches!(target, Some((Target::Paper(_), _))) {
            return;
        }
        let found = node.cast::<Element>().and_then(|all| {
            let places = ".figure-mark.current, [data-reached]";
            all.query_selector(places).ok()?
        });
        if let Some(place) = found.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
            place.scroll_into_view();
            // What is gone already needs no focus.
            let _ = place.focus();
        }
    });
}

/// The figure in which something happens.
fn figure_of(event: &Event) -> Option<usize> {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok()?;
    let figure = target.closest("[data-mark]").ok()??;
    figure.get_attribute("data-mark")?.parse().ok()
}

fn press(event: &Event, at: usize, on: &Callback<ReadingMsg>) {
    if let Some(mark) = figure_of(event) {
        on.emit(Msg::Judge(at, judging::Msg::Mark(mark)));
    }
}

/// The blocks that are drawn, each with the places found in it.
fn blocks(props: &Props, drawn: usize, search: &Search, sent: Option<&Spot>) -> Html {
    let paper = &props.paper;
    let figure = sent.and_then(|spot| props.marks.at(spot));
    let others = props.judging.others(&props.review, &props.marks);
    let of_block = |others: &[usize], block: usize| -> Vec<usize> {
        let is_here = |at: &&usize| {
            props
                .marks
                .get(**at)
                .is_some_and(|mark| mark.spot.block == block)
        };
        others.iter().filter(is_here).copied().collect()
    };
    let shown = search.hits.get(search.at);
    let (mut page, mut sheet) = (None, None);
    let all = paper.within(drawn).into_iter().enumerate().map(|(at, rows)| {
        let from = search.hits.partition_point(|hit| hit.block < at);
        let to = search.hits.partition_point(|hit| hit.block <= at);
        let hits = search.hits.get(from..to).unwrap_or_default().to_vec();
        let current = shown.filter(|hit| hit.block == at).cloned();
        let here = sent.is_some_and(|spot| spot.block == at);
        let figure = figure.filter(|_| here);
        let reached = here && figure.is_none();
        let place = paper.blocks.get(at).map(Block::place);
        // Said where it becomes another.
        let of_page = place.and_then(|place| place.page);
        let of_sheet = place.and_then(|place| place.sheet.clone());
        let new_page = of_page.filter(|_| of_page != page);
        let new_sheet = of_sheet.clone().filter(|_| of_sheet != sheet);
        (page, sheet) = (of_page.or(page), of_sheet.or(sheet.take()));
        html! {
            <BlockView key={at} paper={paper.clone()} review={props.review.clone()} marks={props.marks.clone()}
                {at} {rows} {hits} {current} {figure} others={of_block(&others, at)} {reached} page={new_page} sheet={new_sheet} />
        }
    });
    html! { <>{ for all }</> }
}

/// What was left out, or read in a way that should be known. Unfolded where something is to be done about it.
fn notes(paper: &Paper, words: Words) -> Html {
    if paper.notes.is_empty() {
        return Html::default();
    }
    let usual = |code: NoteCode| matches!(code, NoteCode::RunningHead | NoteCode::PageNumber);
    let open = paper.notes.iter().any(|note| !usual(note.code));
    html! {
        <details class="document-notes" {open}>
            <summary>{ words.document_notes(paper.notes.len()) }</summary>
            <ul>
                { for paper.notes.iter().map(|note| html! { <li>{ words.mixed(&note.spoken(words.language)) }</li> }) }
            </ul>
        </details>
    }
}
