//! The whole disclosure as it is published: to be read through, printed, and written into a file.

use super::chart::drawing;
use super::paper::plain_block;
use crate::page::message::Msg;
use crate::page::shared::Shared;
use crate::page::words::{Words, use_words};
use juesuan::accounts::ChartKind;
use juesuan::chart::Chart;
use juesuan::disclosure::{Disclosure, Written};
use juesuan::paper::{Block, Kind, Paper};
use yew::prelude::*;

/// What is printed where something is missing.
const MISSING: &str = "【待填】";

/// The parts that can be chosen, as they are asked for.
const PARTS: [&str; 6] = ["cover", "profile", "tables", "text", "glossary", "forms"];

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is published; `None` while it is put together.
    pub paper: Option<Shared<Paper>>,
    /// Parts that were chosen; all where there are none.
    pub parts: Vec<String>,
    /// Where the drawings are.
    pub disclosure: Shared<Disclosure>,
    /// Something is under way.
    pub busy: bool,
    /// Errors that are not mended.
    pub errors: usize,
    pub on: Callback<Msg>,
}

#[component]
pub fn PublishedView(props: &Props) -> Html {
    let words = use_words();
    let on = &props.on;
    let ready = props.paper.is_some() && !props.busy;
    let missing = props.paper.as_ref().map_or(0, |paper| missing(paper));
    let write = |kind: Kind, label: &'static str| {
        html! { <button type="button" disabled={!ready} onclick={on.reform(move |_| Msg::Write(kind))}>{ label }</button> }
    };
    html! {
        <article class="published">
            <header class="document-head">
                <h1>{ words.nav_published() }</h1>
                { write(Kind::Docx, words.publish_word()) }
                { write(Kind::Xlsx, words.publish_excel()) }
                <button type="button" disabled={!ready} onclick={on.reform(|_| Msg::Print)}>{ words.print() }</button>
            </header>
            <fieldset class="published-parts">
                <legend>{ words.publish_parts() }</legend>
                { for PARTS.into_iter().map(|part| {
                    let checked = props.parts.iter().any(|chosen| chosen == part);
                    html! {
                        <label><input type="checkbox" {checked} onchange={on.reform(move |_| Msg::TogglePart(part))} />{ name(part, words) }</label>
                    }
                }) }
            </fieldset>
            <p class="published-state" role="status">
                if props.paper.is_none() {
                    { words.publish_composing() }
                } else if missing + props.errors == 0 {
                    { words.publish_complete() }
                } else {
                    { words.publish_missing(missing, props.errors) }
                }
            </p>
            if let Some(paper) = &props.paper {
                <div class="document-text" lang="zh-CN">{ blocks(paper, &props.disclosure, words) }</div>
            }
        </article>
    }
}

fn name(part: &str, words: Words) -> &'static str {
    match part {
        "cover" => words.part_cover(),
        "profile" => words.part_profile(),
        "tables" => words.nav_tables(),
        "text" => words.nav_text(),
        "glossary" => words.part_glossary(),
        _ => words.nav_forms(),
    }
}

/// How often something is missing.
fn missing(paper: &Paper) -> usize {
    let of = |text: &str| text.matches(MISSING).count();
    let blocks = paper.blocks.iter().map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => of(text),
        Block::Table { rows, .. } => rows.iter().flatten().map(|cell| of(&cell.text)).sum(),
        Block::Picture { .. } | Block::PageBreak { .. } => 0,
    });
    blocks.sum()
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
    let mut landscape = false;
    let all = paper.blocks.iter().enumerate().map(|(at, block)| {
        let look = paper.look(at);
        let breaks = matches!(block, Block::PageBreak { .. });
        if breaks {
            landscape = look.is_some_and(|look| look.landscape);
        }
        // What breaks the page still stands on the one before.
        let class = if breaks {
            Some("break")
        } else {
            landscape.then_some("landscape")
        };
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
