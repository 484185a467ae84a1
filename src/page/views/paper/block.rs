use super::figure::label;
use crate::page::shared::Shared;
use crate::page::words::{Words, use_words};
use juesuan::flows::judging::{Look, Mark, Marks};
use juesuan::paper::{Block, Cell, Hit, Paper};
use juesuan::understand::Review;
use std::ops::Range;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    pub review: Shared<Review>,
    /// Its figures.
    pub marks: Shared<Marks>,
    /// The block, counted from 0.
    pub at: usize,
    /// Of a table: how many rows are drawn.
    pub rows: usize,
    /// Where what is looked for stands in it.
    pub hits: Vec<Hit>,
    /// The one of them that is shown.
    pub current: Option<Hit>,
    /// The figure that somebody went to, where it stands in it.
    pub figure: Option<usize>,
    /// The other places of the finding at hand that stand in it.
    pub others: Vec<usize>,
    /// Somebody went to the block itself.
    pub reached: bool,
    /// The page that begins with it.
    pub page: Option<usize>,
    /// The sheet that begins with it.
    pub sheet: Option<String>,
}

/// A part of a document. All that comes from the file is text, never markup.
#[component]
pub fn BlockView(props: &Props) -> Html {
    let words = use_words();
    let Some(block) = props.paper.blocks.get(props.at) else {
        return Html::default();
    };
    let marked = |text: &str, cell| marked(text, cell, props, words);
    // A place that is no figure takes the focus itself.
    let tabindex = props.reached.then_some("-1");
    let data = props.reached.then_some("true");
    let block = match block {
        Block::Heading { level, text, .. } => {
            let text = marked(text, None);
            match level {
                0 | 1 => html! { <h2 {tabindex} data-reached={data}>{ text }</h2> },
                2 => html! { <h3 {tabindex} data-reached={data}>{ text }</h3> },
                3 => html! { <h4 {tabindex} data-reached={data}>{ text }</h4> },
                4 => html! { <h5 {tabindex} data-reached={data}>{ text }</h5> },
                _ => html! { <h6 {tabindex} data-reached={data}>{ text }</h6> },
            }
        }
        Block::Paragraph { text, .. } => {
            html! { <p {tabindex} data-reached={data}>{ marked(text, None) }</p> }
        }
        Block::Table { rows, .. } => {
            let rows = rows.iter().take(props.rows);
            html! {
                <div class="document-table" tabindex="0" data-reached={data}>
                    <table>
                        <tbody>
                            { for rows.enumerate().map(|(row, cells)| html! {
                                <tr>{ for cells.iter().enumerate().map(|(at, cell)| drawn(cell, marked(&cell.text, Some((row, at, cell))))) }</tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        }
        Block::Picture { .. } => said(words.document_picture(), "document-picture", words),
        Block::PageBreak { .. } => html! { <hr title={words.document_page_break()} /> },
    };
    html! {
        <>
            if let Some(page) = props.page {
                <span class="document-page" lang={words.tag()}>{ words.document_page(page) }</span>
            }
            if let Some(sheet) = &props.sheet {
                <p class="document-sheet" lang={words.tag()}>{ words.mixed(&words.document_sheet(sheet)) }</p>
            }
            { block }
        </>
    }
}

fn said(text: &'static str, class: &'static str, words: Words) -> Html {
    html! { <p {class} lang={words.tag()}>{ text }</p> }
}

fn drawn(cell: &Cell, text: Html) -> Html {
    let span = |count: usize| (count > 1).then(|| count.to_string());
    html! { <td rowspan={span(cell.rows)} colspan={span(cell.columns)}>{ text }</td> }
}

/// A text with its figures marked, and the places where what is looked for stands in it. A cell is known to the
/// search by its place in the list of cells, to figures by its row and column.
fn marked(text: &str, cell: Option<(usize, usize, &Cell)>, props: &Props, words: Words) -> Html {
    let listed = cell.map(|(row, at, _)| (row, at));
    let from = props.hits.partition_point(|hit| hit.cell < listed);
    let to = props.hits.partition_point(|hit| hit.cell <= listed);
    let hits = props.hits.get(from..to).unwrap_or_default();
    let place = cell.map(|(_, _, cell)| (cell.row, cell.column));
    let figures = props.marks.within(props.at, place);
    if hits.is_empty() && figures.is_empty() {
        return html! { { text.to_owned() } };
    }
    let mut end = 0;
    let mut parts: Vec<Html> = Vec::new();
    for at in figures {
        let Some(mark) = props.marks.get(at) else {
            continue;
        };
        parts.push(found(text, end..mark.spot.start, hits, props));
        end = mark.spot.end;
        let inner = found(text, mark.spot.start..mark.spot.end, hits, props);
        parts.push(figure(at, mark, inner, props, words));
    }
    parts.push(found(text, end..text.len(), hits, props));
    html! { <>{ for parts }</> }
}

fn figure(at: usize, mark: &Mark, inner: Html, props: &Props, words: Words) -> Html {
    let look = match mark.look {
        Look::Other => "other",
        Look::Unknown => "unknown",
        Look::Agrees => "agrees",
        Look::Rounding => "rounded",
        Look::Doubtful => "doubtful",
        Look::Wrong => "wrong",
    };
    let current = (props.figure == Some(at)).then_some("current");
    let also = props.others.contains(&at).then_some("also");
    // What is to be looked at is on the way of the keyboard; all others are gone to from the list.
    let tabindex = if matches!(mark.look, Look::Doubtful | Look::Wrong) {
        "0"
    } else {
        "-1"
    };
    html! {
        <span class={classes!("figure-mark", look, current, also)} role="button" {tabindex} data-mark={at.to_string()}
            aria-label={label(&props.paper, &props.review, mark, words)}>{ inner }</span>
    }
}

/// A part of a text, with the places marked that are looked for.
fn found(text: &str, part: Range<usize>, hits: &[Hit], props: &Props) -> Html {
    let cut = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let mut end = part.start;
    let mut parts: Vec<Html> = Vec::new();
    for hit in hits {
        let from = hit.range.start.max(end);
        let to = hit.range.end.min(part.end);
        if from >= to {
            continue;
        }
        let class = (props.current.as_ref() == Some(hit)).then_some("current");
        let before = cut(end, from);
        parts.push(html! { <>{ before }<mark {class}>{ cut(from, to) }</mark></> });
        end = to;
    }
    html! { <>{ for parts }{ cut(end, part.end) }</> }
}
