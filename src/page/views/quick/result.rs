use super::copy::Copy;
use crate::page::field::{Field, Kind, Mark};
use crate::page::words::Words;
use juesuan::finding::Severity;
use juesuan::quick::{Row, RowKind, Sheet, Table};
use std::rc::Rc;
use yew::prelude::*;

/// A box for a list, its label, and below it what cannot be read.
pub fn list_box(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    text: &str,
    sheet: &Sheet,
    on_type: Callback<String>,
    words: Words,
) -> Html {
    let mark = (!sheet.problems.is_empty()).then(|| Mark {
        severity: Some(Severity::Error),
        message: sheet.problems.join(""),
        ..Mark::default()
    });
    html! {
        <div class="list-box">
            <label for={id}>{ label }</label>
            <Field of={id} {label} kind={Kind::Text} text={text.to_owned()} {hint} mark={mark.map(Rc::new)} {on_type} />
            <div class="said" aria-live="polite">{ problems(sheet, words) }</div>
        </div>
    }
}

/// A line each.
pub fn problems(sheet: &Sheet, words: Words) -> Html {
    html! { { for sheet.problems.iter().map(|problem| html! { <p class="problem">{ words.mixed(problem) }</p> }) } }
}

/// What there is to know beside the table: what it waits for, warnings and remarks.
pub fn remarks(sheet: &Sheet, words: Words) -> Html {
    html! {
        <>
            { for sheet.waiting.iter().map(|waiting| html! { <p class="waiting">{ words.mixed(waiting) }</p> }) }
            { for sheet.warnings.iter().map(|warning| html! { <p class="warning">{ words.mixed(warning) }</p> }) }
            { for sheet.remarks.iter().map(|remark| html! { <p class="remark">{ words.mixed(remark) }</p> }) }
        </>
    }
}

/// The ready text, with its button; nothing while there is none.
pub fn sentence(sheet: &Sheet, words: Words) -> Html {
    if sheet.sentence.is_empty() {
        return Html::default();
    }
    html! {
        <p class="sentence">
            <span>{ words.mixed(&sheet.sentence) }</span>
            <Copy label={words.quick_copy_sentence()} content={sheet.sentence.clone()} />
        </p>
    }
}

pub fn copy_table(table: &Table, words: Words) -> Html {
    html! { <Copy label={words.quick_copy_table()} content={table.text()} html={table.html()} /> }
}

/// The table as it is copied, with its notes.
pub fn table(table: &Table, label: &'static str, words: Words) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={label}>
            <table class="quick-table">
                { head(table.head.iter().map(String::as_str)) }
                <tbody>{ for table.rows.iter().map(|line| row(line, words)) }</tbody>
            </table>
        </div>
    }
}

pub fn head<'a>(names: impl Iterator<Item = &'a str>) -> Html {
    html! {
        <thead><tr>{ for names.map(|name| html! { <th scope="col">{ name.to_owned() }</th> }) }</tr></thead>
    }
}

pub fn row_class(kind: RowKind) -> Option<&'static str> {
    match kind {
        RowKind::Part => None,
        RowKind::Within => Some("within"),
        RowKind::Subtotal => Some("subtotal"),
        RowKind::Total => Some("total"),
    }
}

fn row(row: &Row, words: Words) -> Html {
    let (name, cells) = row
        .cells
        .split_first()
        .map_or(("", &[][..]), |(name, cells)| (name.as_str(), cells));
    let last = cells.len().checked_sub(1);
    html! {
        <tr class={classes!(row_class(row.kind))}>
            <th scope="row">{ words.mixed(name) }</th>
            { for cells.iter().enumerate().map(|(at, cell)| {
                let note = (Some(at) == last && !row.note.is_empty()).then(|| row.note.clone());
                html! {
                    <td class={classes!(note.as_ref().map(|_| "moved"))}>
                        { words.mixed(cell) }
                        { for note.into_iter().map(|note| html! { <small>{ words.mixed(&note) }</small> }) }
                    </td>
                }
            }) }
        </tr>
    }
}
