//! The whole disclosure as it is published: to be read through, printed, and written into a file.

use super::chart::drawing;
use super::paper::plain_block;
use crate::page::message::{DocumentMsg, Msg};
use crate::page::shared::Shared;
use crate::page::whereabouts::View;
use crate::page::words::{Words, use_words};
use juesuan::accounts::ChartKind;
use juesuan::chart::Chart;
use juesuan::disclosure::{Disclosure, Written};
use juesuan::exchange::form_title;
use juesuan::paper::{Block, Paper, Written as WrittenAs};
use juesuan::{Place, Workbook};
use juesuan_ask::{Lack, LackKind, Published};
use std::rc::Rc;
use yew::prelude::*;

/// Lines of what is missing that are drawn.
const MOST_LACKS: usize = 100;

/// The parts that can be chosen, as they are asked for.
const PARTS: [&str; 8] = [
    "cover", "contents", "profile", "tables", "text", "work", "glossary", "forms",
];

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is published; `None` while it is put together.
    pub published: Option<Shared<Published>>,
    /// What it is made of.
    pub workbook: Rc<Workbook>,
    /// Parts that were chosen; all where there are none.
    pub parts: Vec<String>,
    /// Where the drawings are.
    pub disclosure: Shared<Disclosure>,
    /// Something is under way.
    pub busy: bool,
    pub on: Callback<Msg>,
}

#[component]
pub fn PublishedView(props: &Props) -> Html {
    let words = use_words();
    let on = &props.on;
    let ready = props.published.is_some() && !props.busy;
    let write = |kind: WrittenAs, label: &'static str| {
        html! { <button type="button" disabled={!ready} onclick={on.reform(move |_| Msg::Document(DocumentMsg::Write(kind)))}>{ label }</button> }
    };
    html! {
        <article class="published">
            <header class="document-head">
                <h1>{ words.nav_published() }</h1>
                { write(WrittenAs::Docx, words.publish_word()) }
                { write(WrittenAs::Xlsx, words.publish_excel()) }
                <button type="button" disabled={!ready} onclick={on.reform(|_| Msg::Print)}>{ words.print() }</button>
            </header>
            <fieldset class="published-parts">
                <legend>{ words.publish_parts() }</legend>
                { for PARTS.into_iter().map(|part| {
                    let checked = props.parts.iter().any(|chosen| chosen == part);
                    html! {
                        <label><input type="checkbox" {checked} onchange={on.reform(move |_| Msg::Document(DocumentMsg::TogglePart(part)))} />{ name(part, words) }</label>
                    }
                }) }
            </fieldset>
            <div class={classes!("published-state", props.published.is_none().then_some("alone"))} role="status">{ state(props, words) }</div>
            if let Some(published) = &props.published {
                <div class="document-text" lang="zh-CN">{ blocks(&published.paper, &props.disclosure, words) }</div>
            }
        </article>
    }
}

fn name(part: &str, words: Words) -> &'static str {
    match part {
        "cover" => words.part_cover(),
        "contents" => words.part_contents(),
        "work" => words.part_work(),
        "profile" => words.part_profile(),
        "tables" => words.nav_tables(),
        "text" => words.nav_text(),
        "glossary" => words.part_glossary(),
        _ => words.nav_forms(),
    }
}

/// Whether it can go out: what is wrong or missing, each with the way to it.
fn state(props: &Props, words: Words) -> Html {
    let Some(published) = &props.published else {
        if props.busy {
            return html! { { words.publish_composing() } };
        }
        // What was asked in between took its place.
        return html! {
            <button type="button" onclick={props.on.reform(|_| Msg::Show(View::Published))}>{ words.publish_again() }</button>
        };
    };
    let lacks = &published.lacks;
    if lacks.is_empty() {
        return html! { { words.before_ready() } };
    }
    let count = |kind: LackKind| lacks.iter().filter(|lack| lack.kind == kind).count();
    let line = |lack: &Lack| {
        let kind = kind_of(lack.kind, words);
        let place = lack
            .place
            .as_deref()
            .and_then(|place| place.parse::<Place>().ok());
        let whereabouts = place.map_or_else(
            || lack.name.clone(),
            |place| whereabouts(&props.workbook, place),
        );
        let text = format!("{kind} {whereabouts}");
        match place {
            Some(place) => html! {
                <li><button type="button" class="link" onclick={props.on.reform(move |_| Msg::GoTo(place))}>{ words.mixed(&text) }</button></li>
            },
            None => html! { <li>{ words.mixed(&text) }</li> },
        }
    };
    html! {
        <details>
            <summary>{ words.before_lacks(count(LackKind::Error), count(LackKind::Blank), count(LackKind::Reason), count(LackKind::Placeholder)) }</summary>
            <ul>{ for lacks.iter().take(MOST_LACKS).map(line) }</ul>
            if lacks.len() > MOST_LACKS {
                <p>{ words.and_more(lacks.len() - MOST_LACKS) }</p>
            }
        </details>
    }
}

fn kind_of(kind: LackKind, words: Words) -> &'static str {
    match kind {
        LackKind::Error => words.lack_error(),
        LackKind::Blank => words.lack_blank(),
        LackKind::Reason => words.lack_reason(),
        LackKind::Placeholder => words.lack_placeholder(),
    }
}

fn whereabouts(workbook: &Workbook, place: Place) -> String {
    match place {
        Place::Accounts(cell) => workbook.accounts.whereabouts(workbook.layout(), cell),
        Place::Form(at, cell) => workbook.forms.get(at).map_or_else(String::new, |form| {
            format!(
                "{} · {}",
                form_title(form),
                juesuan::evaluation::whereabouts(form, cell)
            )
        }),
    }
}

/// Its blocks. Drawings come from where they are drawn, in their order.
fn blocks(paper: &Paper, disclosure: &Disclosure, words: Words) -> Html {
    let written = disclosure
        .sections
        .iter()
        .flat_map(|section| &section.blocks);
    let mut charts = written.filter_map(|block| match &**block {
        Written::Chart(kind, chart) => Some((*kind, chart.as_ref()?)),
        _ => None,
    });
    let (mut landscape, mut begins) = (false, false);
    let all = paper.blocks.iter().enumerate().map(|(at, block)| {
        let look = paper.look(at);
        let breaks = matches!(block, Block::PageBreak { .. });
        if breaks {
            landscape = look.is_some_and(|look| look.landscape);
        }
        let class = classes!(
            breaks.then_some("break"),
            (begins && !breaks).then_some("begins"),
            landscape.then_some("landscape")
        );
        begins = breaks;
        let inner = match block {
            Block::Picture { .. } => picture(charts.next()),
            block => plain_block(block, look, words),
        };
        html! { <div key={at} class={classes!("published-block", class)}>{ inner }</div> }
    });
    html! { <>{ for all.collect::<Vec<_>>() }</> }
}

fn picture(chart: Option<(ChartKind, &Chart)>) -> Html {
    chart.map_or_else(
        Html::default,
        |(_, chart)| html! { <figure class="chart">{ drawing(chart) }</figure> },
    )
}
