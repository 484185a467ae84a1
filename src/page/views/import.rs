//! The workbook that a document has become: what goes where, what is left and why, before anything is taken.

use crate::page::message::{DocumentMsg, Msg, Take};
use crate::page::words::{Words, lang_of, use_words};
use juesuan::accounts::{Cell, Layout, Overwritten, Style};
use juesuan::flows::importing::{Importing, Part, without_data};
use juesuan::say::Spoken as _;
use juesuan::understand::{How, Left, Taken};
use juesuan::{Place, Workbook, shown_year};
use std::rc::Rc;
use yew::prelude::*;

/// Lines of a list that are drawn.
const MOST: usize = 300;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub importing: Importing,
    /// The open workbook, into which it can be put.
    pub open: Option<Rc<Workbook>>,
    pub on: Callback<Msg>,
}

#[component]
pub fn ImportView(props: &Props) -> Html {
    let words = use_words();
    let (importing, on) = (&props.importing, &props.on);
    let name = &importing.name;
    let Some(workbook) = &importing.imported.workbook else {
        return html! {
            <article class="files">
                <header class="document-head"><h1 lang={lang_of(name)}>{ name }</h1></header>
                <p class="none">{ words.import_nothing() }</p>
                { left(&importing.imported.left, on, words) }
            </article>
        };
    };
    let parts = importing.parts();
    let take = |take: fn() -> Take, label: &'static str, class: &'static str| {
        html! { <button type="button" {class} onclick={on.reform(move |_| Msg::Document(DocumentMsg::Take(take())))}>{ label }</button> }
    };
    let open = props.open.as_ref().filter(|_| !parts.is_empty());
    let about = [workbook.unit().to_owned(), shown_year(&workbook.year)];
    let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
    html! {
        <article class="files import">
            <header class="document-head">
                <h1>{ words.mixed(&words.import_title(name)) }</h1>
                <span lang="zh-CN">{ about.join(" · ") }</span>
            </header>
            <p>{ words.import_count(importing.imported.taken.len(), importing.imported.left.len()) }</p>
            <div class="import-actions">
                { take(|| Take::New { next_year: false }, words.import_new(), "primary") }
                { take(|| Take::New { next_year: true }, words.import_next_year(), "") }
                if open.is_some() {
                    { take(|| Take::Open, words.import_open(), "") }
                }
            </div>
            if let Some(ledger) = &importing.imported.ledger {
                { super::ledger::choices(ledger, workbook.layout(), on, words) }
            }
            <ul class="import-parts">
                { for parts.iter().map(|(part, taken)| one_part(*part, taken, importing, workbook, on, words)) }
            </ul>
            if let Some(open) = open {
                { overwritten(importing, open, on, words) }
            }
            { left(&importing.imported.left, on, words) }
        </article>
    }
}

fn one_part(
    part: Part,
    taken: &[&Taken],
    importing: &Importing,
    workbook: &Workbook,
    on: &Callback<Msg>,
    words: Words,
) -> Html {
    let layout = workbook.layout();
    let name = match part {
        Part::Table(no) => layout.table(no).title.clone(),
        Part::Facts => words.import_facts().to_owned(),
        Part::Work => words.import_work().to_owned(),
        Part::Style => words.import_style().to_owned(),
        Part::Form(at) => workbook
            .forms
            .get(at)
            .map_or_else(String::new, |form| juesuan::exchange::form_title(form)),
    };
    let line = |taken: &&Taken| {
        let spot = taken.from.clone();
        let to = match without_data(&taken.to) {
            Some(no) => format!("{} · {}", layout.table(no).short(), words.table_none()),
            None => whereabouts(&taken.to, workbook, layout),
        };
        html! {
            <tr>
                <td lang="zh-CN">{ to }</td>
                <td class="number"><button type="button" class="link" onclick={on.reform(move |_| Msg::Document(DocumentMsg::Take(Take::Look(spot.clone()))))}>{ &taken.text }</button></td>
                <td>{ if taken.how == How::Followed { words.import_followed() } else { "" } }</td>
            </tr>
        }
    };
    html! {
        <li>
            <label>
                <input type="checkbox" checked={importing.has(part)} onchange={on.reform(move |_| Msg::Document(DocumentMsg::Take(Take::Toggle(part))))} />
                <span lang={lang_of(&name)}>{ &name }</span>
            </label>
            if part == Part::Style {
                <span lang="zh-CN">{ &Style::named(&workbook.accounts.style).name }</span>
            } else {
            <details>
                <summary>{ words.import_cells(taken.len()) }</summary>
                <table>
                    <thead><tr><th scope="col">{ words.import_to() }</th><th scope="col">{ words.import_printed() }</th><th></th></tr></thead>
                    <tbody>{ for taken.iter().take(MOST).map(line) }</tbody>
                </table>
                if taken.len() > MOST {
                    <p>{ words.and_more(taken.len() - MOST) }</p>
                }
            </details>
            }
        </li>
    }
}

/// Row and column, in words.
fn whereabouts(path: &str, workbook: &Workbook, layout: &'static Layout) -> String {
    match path.parse::<Place>() {
        Ok(Place::Accounts(cell)) => workbook.accounts.phrase(layout, cell),
        Ok(Place::Form(at, cell)) => workbook.forms.get(at).map_or_else(String::new, |form| {
            juesuan::evaluation::whereabouts(form, cell)
        }),
        Err(_) => path.to_owned(),
    }
}

/// What in the open workbook differs from what was read, each to be replaced or left.
fn overwritten(importing: &Importing, open: &Workbook, on: &Callback<Msg>, words: Words) -> Html {
    let layout = open.layout();
    let all = importing.overwrites(open);
    if all.is_empty() {
        return html! { <p>{ words.import_overwrites_nothing() }</p> };
    }
    let tick = |these: Vec<Overwritten>, ticked: bool| {
        let onchange = on.reform(move |_| {
            Msg::Document(DocumentMsg::Take(Take::Replace(these.clone(), !ticked)))
        });
        move |label: Html| {
            html! { <label><input type="checkbox" checked={ticked} {onchange} />{ label }</label> }
        }
    };
    let line = |(one, replaced): &(Overwritten, bool)| {
        let where_ = open.accounts.phrase(layout, one.cell);
        let (before, after) = match one.cell {
            Cell::Style => {
                let name = |id| Style::named(id).name.clone();
                (name(&one.before), name(&one.after))
            }
            _ if one.before.is_empty() => (words.table_none().to_owned(), String::new()),
            _ => (one.before.clone(), one.after.clone()),
        };
        html! {
            <tr>
                <td lang="zh-CN">{ tick(vec![one.clone()], *replaced)(html! { where_ }) }</td>
                <td class="number"><del>{ before }</del></td>
                <td class="number"><ins>{ after }</ins></td>
            </tr>
        }
    };
    let every = all.iter().all(|(_, replaced)| *replaced);
    let these = all.iter().map(|(one, _)| one.clone()).collect();
    html! {
        <details class="import-overwritten" open=true>
            <summary>{ words.import_overwrites(all.len()) }</summary>
            <p>{ tick(these, every)(html! { words.import_replace_all() }) }</p>
            <table>
                <thead><tr><th scope="col">{ words.import_to() }</th><th scope="col">{ words.import_before() }</th><th scope="col">{ words.import_after() }</th></tr></thead>
                <tbody>{ for all.iter().take(MOST).map(line) }</tbody>
            </table>
            if all.len() > MOST {
                <p>{ words.and_more(all.len() - MOST) }</p>
            }
        </details>
    }
}

/// What of the document was left, and why.
fn left(all: &[Left], on: &Callback<Msg>, words: Words) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let line = |one: &Left| {
        let spot = one.from.clone();
        html! {
            <tr>
                <td lang="zh-CN"><button type="button" class="link" onclick={on.reform(move |_| Msg::Document(DocumentMsg::Take(Take::Look(spot.clone()))))}>{ &one.text }</button></td>
                <td>{ words.mixed(&one.why.spoken(words.language)) }</td>
            </tr>
        }
    };
    html! {
        <details class="import-left">
            <summary>{ words.import_left(all.len()) }</summary>
            <table>
                <thead><tr><th scope="col">{ words.import_printed() }</th><th scope="col">{ words.import_why() }</th></tr></thead>
                <tbody>{ for all.iter().take(MOST).map(line) }</tbody>
            </table>
            if all.len() > MOST {
                <p>{ words.and_more(all.len() - MOST) }</p>
            }
        </details>
    }
}
