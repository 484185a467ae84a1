use crate::page::shared::Shared;
use crate::page::words::{Words, use_words};
use juesuan::paper::{Block, Cell, Hit, Paper};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    /// The block, counted from 0.
    pub at: usize,
    /// Of a table: how many rows are drawn.
    pub rows: usize,
    /// Where what is looked for stands in it.
    pub hits: Vec<Hit>,
    /// The one of them that is shown.
    pub current: Option<Hit>,
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
    let marked = |text: &str, cell| marked(text, cell, props);
    let block = match block {
        Block::Heading { level, text, .. } => {
            let text = marked(text, None);
            match level {
                0 | 1 => html! { <h2>{ text }</h2> },
                2 => html! { <h3>{ text }</h3> },
                3 => html! { <h4>{ text }</h4> },
                4 => html! { <h5>{ text }</h5> },
                _ => html! { <h6>{ text }</h6> },
            }
        }
        Block::Paragraph { text, .. } => html! { <p>{ marked(text, None) }</p> },
        Block::Table { rows, .. } => {
            let rows = rows.iter().take(props.rows).enumerate();
            html! {
                <div class="document-table" tabindex="0">
                    <table>
                        <tbody>
                            { for rows.map(|(row, cells)| html! {
                                <tr>{ for cells.iter().enumerate().map(|(at, cell)| drawn(cell, marked(&cell.text, Some((row, at))))) }</tr>
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

/// A text with the places marked where what is looked for stands in it.
fn marked(text: &str, cell: Option<(usize, usize)>, props: &Props) -> Html {
    let from = props.hits.partition_point(|hit| hit.cell < cell);
    let to = props.hits.partition_point(|hit| hit.cell <= cell);
    let hits = props.hits.get(from..to).unwrap_or_default();
    if hits.is_empty() {
        return html! { { text.to_owned() } };
    }
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
    let mut end = 0;
    let parts = hits.iter().map(|hit| {
        let before = part(end, hit.range.start);
        end = hit.range.end;
        let class = (props.current.as_ref() == Some(hit)).then_some("current");
        html! {
            <>{ before }<mark {class}>{ part(hit.range.start, hit.range.end) }</mark></>
        }
    });
    let parts: Vec<Html> = parts.collect();
    html! { <>{ for parts }{ part(end, text.len()) }</> }
}
