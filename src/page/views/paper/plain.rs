//! Blocks of a paper that the program writes, as they will look.

use crate::page::words::Words;
use juesuan::paper::{Align, Block, Cell, CellLook, Look, TextStyle};
use yew::prelude::*;

/// A block, without marks.
pub fn plain_block(block: &Block, look: Option<&Look>, words: Words) -> Html {
    let class = look.and_then(|look| look.style).map(class_of);
    match block {
        Block::Heading { level, text, .. } => {
            let text = text.clone();
            match level {
                0 | 1 => html! { <h2 {class}>{ text }</h2> },
                2 => html! { <h3 {class}>{ text }</h3> },
                3 => html! { <h4 {class}>{ text }</h4> },
                _ => html! { <h5 {class}>{ text }</h5> },
            }
        }
        Block::Paragraph { text, .. } => {
            // Left, middle and right of a line above a table.
            let parts = text
                .split('\t')
                .map(|part| html! { <span>{ part.to_owned() }</span> });
            html! { <p {class}>{ for parts }</p> }
        }
        Block::Table { rows, .. } => table(rows, look),
        Block::Picture { .. } => Html::default(),
        Block::PageBreak { .. } => html! { <hr title={words.document_page_break()} /> },
    }
}

fn table(rows: &[Vec<Cell>], look: Option<&Look>) -> Html {
    let heads = look.map_or(0, |look| look.heads).min(rows.len());
    let (head, body) = rows.split_at(heads);
    let widths = look.map_or(&[][..], |look| &look.widths);
    let whole: u32 = widths.iter().sum();
    let row = |cells: &Vec<Cell>, is_head: bool| {
        let cells = cells.iter().map(|cell| {
            let looks = look.map_or(&[][..], |look| &look.cells);
            let of = looks
                .iter()
                .find(|of| (of.row, of.column) == (cell.row, cell.column));
            drawn(cell, of, is_head)
        });
        html! { <tr>{ for cells }</tr> }
    };
    html! {
        <div class="document-table" tabindex="0">
            <table>
                if whole > 0 {
                    <colgroup>{ for widths.iter().map(|width| html! { <col width={format!("{}%", width * 100 / whole)} /> }) }</colgroup>
                }
                if heads > 0 {
                    <thead>{ for head.iter().map(|cells| row(cells, true)) }</thead>
                }
                <tbody>{ for body.iter().map(|cells| row(cells, false)) }</tbody>
            </table>
        </div>
    }
}

fn drawn(cell: &Cell, look: Option<&CellLook>, is_head: bool) -> Html {
    let span = |count: usize| (count > 1).then(|| count.to_string());
    let align = look.and_then(|look| look.align).map(|align| match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    });
    let number = (align.is_none() && !is_head && is_number(&cell.text)).then_some("right");
    let bold = look.is_some_and(|look| look.bold).then_some("bold");
    let indent = look.map_or(0, |look| look.indent).min(6);
    let indent = (indent > 0).then(|| format!("indent-{indent}"));
    let class = classes!(align, number, bold, indent);
    let (rowspan, colspan) = (span(cell.rows), span(cell.columns));
    let text = cell.text.clone();
    // A head without a word is none.
    if is_head && !text.is_empty() {
        html! { <th {class} {rowspan} {colspan}>{ text }</th> }
    } else {
        html! { <td {class} {rowspan} {colspan}>{ text }</td> }
    }
}

/// Whether it is an amount or a rate.
fn is_number(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || ",.-%".contains(c))
}

fn class_of(style: TextStyle) -> &'static str {
    match style {
        TextStyle::CoverTitle => "cover-title",
        TextStyle::CoverLine => "cover-line",
        TextStyle::ContentsTitle => "contents-title",
        TextStyle::ContentsLine => "contents-line",
        TextStyle::TableTitle => "table-title",
        TextStyle::TableLine => "table-line",
        TextStyle::TableNote => "table-note",
        TextStyle::Caption => "caption",
    }
}
