//! What has to be chosen of a ledger before its sums go into tables.

use crate::page::field::chosen_in;
use crate::page::message::{DocumentMsg, Msg, Take};
use crate::page::words::{Words, lang_of};
use juesuan::accounts::{Layout, TableNo};
use juesuan::flows::importing::LedgerChoice;
use juesuan::understand::{Ledger, LedgerGroup, LedgerRow};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Rows that are drawn.
const MOST: usize = 200;

type On = Callback<LedgerChoice>;

pub fn choices(ledger: &Ledger, layout: &'static Layout, on: &Callback<Msg>, words: Words) -> Html {
    let on: On = on.reform(|choice| Msg::Document(DocumentMsg::Take(Take::Choose(choice))));
    let amounts = choice(
        words.ledger_amounts(),
        words.ledger_choose(),
        ledger.amounts.iter().map(String::as_str),
        ledger.chosen,
        on.reform(LedgerChoice::Amounts),
    );
    let unit = usize::from(ledger.choices.in_ten_thousands);
    let unit = choice(
        words.ledger_unit(),
        "",
        ["元", "万元"].into_iter(),
        Some(unit),
        on.reform(|at| LedgerChoice::InTenThousands(at == Some(1))),
    );
    html! {
        <section class="card ledger" aria-label={words.ledger_title()}>
            <h2>{ words.ledger_title() }</h2>
            <p>{ words.ledger_lead(ledger.rounded, ledger.above) }</p>
            <p class="choices">
                <span>{ words.ledger_amounts() }</span>{ amounts }<span>{ words.ledger_unit() }</span>{ unit }
            </p>
            <table>
                <thead><tr>
                    <th scope="col">{ words.ledger_rows() }</th><th scope="col">{ words.ledger_count() }</th>
                    <th scope="col">{ words.ledger_total() }</th><th scope="col">{ words.import_to() }</th>
                </tr></thead>
                <tbody>{ for ledger.groups.iter().map(|one| group(one, layout, &on, words)) }</tbody>
            </table>
            if !ledger.waiting.is_empty() {
                <details open=true>
                    <summary>{ words.ledger_waiting(ledger.waiting.len()) }</summary>
                    <table>
                        <tbody>{ for ledger.waiting.iter().take(MOST).map(|one| waiting(one, &on, words)) }</tbody>
                    </table>
                    if ledger.waiting.len() > MOST {
                        <p>{ words.and_more(ledger.waiting.len() - MOST) }</p>
                    }
                </details>
            }
        </section>
    }
}

fn group(group: &LedgerGroup, layout: &'static Layout, on: &On, words: Words) -> Html {
    let kind = if group.economic {
        words.ledger_economic()
    } else {
        words.ledger_functional()
    };
    let said = [vec![kind.to_owned()], group.said.clone()]
        .concat()
        .join(" · ");
    let labels: Vec<String> = group.offers.iter().map(|to| offer(to, layout)).collect();
    let chosen = group.to.as_ref();
    let chosen = chosen.and_then(|to| group.offers.iter().position(|offer| offer == to));
    let (key, offers) = (group.key.clone(), group.offers.clone());
    let to = on.reform(move |at: Option<usize>| {
        let to = at.and_then(|at| offers.get(at).cloned());
        LedgerChoice::To(key.clone(), to.unwrap_or_default())
    });
    html! {
        <tr>
            <th scope="row">{ words.mixed(&said) }</th>
            <td class="number">{ group.rows }</td>
            <td class="number">{ &group.total }</td>
            <td>{ choice(&said, words.ledger_nowhere(), labels.iter().map(String::as_str), chosen, to) }</td>
        </tr>
    }
}

/// Table and column in words.
fn offer(to: &str, layout: &'static Layout) -> String {
    let (table, column) = to.split_once('.').unwrap_or((to, ""));
    let no = table.parse().ok().and_then(TableNo::new);
    no.map_or_else(String::new, |no| {
        let table = layout.table(no);
        let mut columns = table.columns.iter();
        let column = columns.find(|one| one.column.as_str() == column);
        [&*table.short(), column.map_or("", |column| &*column.label)].join(" · ")
    })
}

fn waiting(row: &LedgerRow, on: &On, words: Words) -> Html {
    let at = row.row;
    let onchange = on.reform(move |event: Event| {
        LedgerChoice::Code(
            at,
            event.target_unchecked_into::<HtmlInputElement>().value(),
        )
    });
    let name = [row.code.as_str(), &row.name].join(" ");
    html! {
        <tr key={at}>
            <th scope="row" lang={lang_of(&name)}>{ &name }</th>
            <td class="number">{ &row.amount }</td>
            <td><input type="text" inputmode="numeric" aria-label={words.ledger_code()} placeholder={words.ledger_code()} {onchange} /></td>
        </tr>
    }
}

/// A choice of several texts, named by `label`; `none` is what stands for none of them, where that is offered.
fn choice<'a>(
    label: &str,
    none: &str,
    texts: impl Iterator<Item = &'a str>,
    chosen: Option<usize>,
    on: Callback<Option<usize>>,
) -> Html {
    let offers_none = !none.is_empty();
    let onchange = on.reform(move |event: Event| {
        let at = chosen_in(&event).map_or(0, |select| select.selected_index().max(0) as usize);
        at.checked_sub(usize::from(offers_none))
    });
    html! {
        <select aria-label={label.to_owned()} {onchange}>
            if offers_none {
                <option selected={chosen.is_none()}>{ none }</option>
            }
            { for texts.enumerate().map(|(at, text)| html! { <option lang={lang_of(text)} selected={chosen == Some(at)}>{ text }</option> }) }
        </select>
    }
}
