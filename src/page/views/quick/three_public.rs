use super::result::{copy_table, head, problems, remarks, row_class, sentence};
use crate::page::field::{Field, Kind, Mark};
use crate::page::words::{Words, use_words};
use juesuan::finding::Severity;
use juesuan::quick::{COLUMNS, Cells, ITEMS, Row, ThreePublic, ThreeRow, three_head, three_public};
use std::array;
use std::rc::Rc;
use yew::prelude::*;

type Typed = [[String; COLUMNS]; ITEMS];

/// The three public expenses: a table to type into, whose sums and rates follow.
#[component]
pub fn ThreePublicCard() -> Html {
    let words = use_words();
    let typed = use_state(Typed::default);
    let cells: Cells = array::from_fn(|row| array::from_fn(|column| typed[row][column].as_str()));
    let three = three_public(&cells, words.language);
    let on_type = {
        let typed = typed.clone();
        Callback::from(move |(row, column, text): (usize, usize, String)| {
            let mut changed = (*typed).clone();
            changed[row][column] = text;
            typed.set(changed);
        })
    };
    let sheet = &three.sheet;
    let rows = ThreeRow::ALL.iter().enumerate().map(|(at, place)| {
        let row = sheet.table.as_ref().and_then(|table| table.rows.get(at));
        line(*place, row, &typed, &three, &on_type, words)
    });
    html! {
        <section class="card calculator wide-calculator" aria-label={words.three_title()}>
            <h2>{ words.three_title() }<small>{ words.three_formula() }</small></h2>
            <table class="quick-table three">
                { head(three_head(words.language).into_iter()) }
                <tbody>{ for rows }</tbody>
            </table>
            <div class="said" aria-live="polite">
                { problems(sheet, words) }
                { remarks(sheet, words) }
                { sentence(sheet, words) }
            </div>
            if let Some(table) = &sheet.table {
                <div class="quick-tools">{ copy_table(table, words) }</div>
            }
        </section>
    }
}

/// A row: of an item its three boxes and its rates, of a sum all worked out.
fn line(
    place: ThreeRow,
    row: Option<&Row>,
    typed: &Typed,
    three: &ThreePublic,
    on_type: &Callback<(usize, usize, String)>,
    words: Words,
) -> Html {
    // The first cell is the name.
    let computed = |at: usize| {
        row.and_then(|row| row.cells.get(1 + at))
            .cloned()
            .unwrap_or_default()
    };
    let amounts = (0..COLUMNS).map(|column| match place {
        ThreeRow::Item(item) => {
            html! { <td class="typed">{ cell(item, column, typed, three, on_type, words) }</td> }
        }
        _ => html! { <td>{ computed(column) }</td> },
    });
    let rates = (COLUMNS..COLUMNS + 3).map(|at| html! { <td>{ computed(at) }</td> });
    html! {
        <tr class={classes!(row_class(place.kind()))}>
            <th scope="row">{ place.label(words.language) }</th>
            { for amounts }
            { for rates }
        </tr>
    }
}

fn cell(
    item: usize,
    column: usize,
    typed: &Typed,
    three: &ThreePublic,
    on_type: &Callback<(usize, usize, String)>,
    words: Words,
) -> Html {
    let unreadable = three.unreadable.iter();
    let mut unreadable = unreadable.filter(|(row, at, _)| (*row, *at) == (item, column));
    let mark = unreadable.next().map(|(_, _, message)| Mark {
        severity: Some(Severity::Error),
        message: message.clone(),
        ..Mark::default()
    });
    html! {
        <Field of={format!("quick-three-{item}-{column}")} label={words.three_cell(words.three_items()[item], words.three_columns()[column])}
            kind={Kind::Figure} text={typed[item][column].clone()} mark={mark.map(Rc::new)}
            on_type={on_type.reform(move |text: String| (item, column, text))} />
    }
}
