use super::copy::Copy;
use crate::page::field::{Field, Kind, Mark};
use crate::page::text;
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
) -> Html {
    let mark = (!sheet.problems.is_empty()).then(|| Mark {
        severity: Some(Severity::Error),
        message: sheet.problems.join(""),
        remark: String::new(),
    });
    html! {
        <div class="list-box">
            <label for={id}>{ label }</label>
            <Field of={id} {label} kind={Kind::Text} text={text.to_owned()} {hint} mark={mark.map(Rc::new)} {on_type} />
            <div class="said" aria-live="polite">{ problems(sheet) }</div>
        </div>
    }
}

/// A line each.
pub fn problems(sheet: &Sheet) -> Html {
    html! { { for sheet.problems.iter().map(|problem| html! { <p class="problem">{ problem.clone() }</p> }) } }
}

/// What there is to know beside the table: what it waits for, warnings and remarks.
pub fn remarks(sheet: &Sheet) -> Html {
    html! {
        <>
            { for sheet.waiting.iter().map(|waiting| html! { <p class="waiting">{ waiting.clone() }</p> }) }
            { for sheet.warnings.iter().map(|warning| html! { <p class="warning">{ warning.clone() }</p> }) }
            { for sheet.remarks.iter().map(|remark| html! { <p class="remark">{ remark.clone() }</p> }) }
        </>
    }
}

/// The ready text, with its button; nothing while there is none.
pub fn sentence(sheet: &Sheet) -> Html {
    if sheet.sentence.is_empty() {
        return Html::default();
    }
    html! {
        <p class="sentence">
            <span>{ &sheet.sentence }</span>
            <Copy label={text::QUICK_COPY_SENTENCE} content={sheet.sentence.clone()} />
        </p>
    }
}

pub fn copy_table(table: &Table) -> Html {
    html! { <Copy label={text::QUICK_COPY_TABLE} content={table.text()} html={table.html()} /> }
}

/// The table as it is copied, with its notes.
pub fn table(table: &Table, label: &'static str) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="group" aria-label={label}>
            <table class="quick-table">
                { head(table.head.iter().map(String::as_str)) }
                <tbody>{ for table.rows.iter().map(row) }</tbody>
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

fn row(row: &Row) -> Html {
    let (name, cells) = row
        .cells
        .split_first()
        .map_or(("", &[][..]), |(name, cells)| (name.as_str(), cells));
    let last = cells.len().checked_sub(1);
    html! {
        <tr class={classes!(row_class(row.kind))}>
            <th scope="row">{ name.to_owned() }</th>
            { for cells.iter().enumerate().map(|(at, cell)| {
                let note = (Some(at) == last && !row.note.is_empty()).then(|| row.note.clone());
                html! {
                    <td class={classes!(note.as_ref().map(|_| "moved"))}>
                        { cell.clone() }
                        { for note.into_iter().map(|note| html! { <small>{ note }</small> }) }
                    </td>
                }
            }) }
        </tr>
    }
}
