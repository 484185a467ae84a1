//! Many documents at once: a line for each, ordered and filtered.

use crate::page::message::{DocumentMsg, Msg as PageMsg, ReadingMsg};
use crate::page::said::why_not;
use crate::page::shared::Shared;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::flows::reading::{Arranged, By, Msg, Outcome, Row, Which};
use juesuan::say::Spoken as _;
use juesuan::understand::DisclosureKind;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// Lines that are drawn at a time.
const PIECE: usize = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub rows: Vec<Shared<Row<File>>>,
    /// The same, for the flow to order and filter.
    pub shown: Vec<usize>,
    pub arranged: Arranged,
    /// Files that have not had their turn yet.
    pub unread: usize,
    pub on: Callback<ReadingMsg>,
    pub on_page: Callback<PageMsg>,
}

/// The list of all documents that came.
#[component]
pub fn PapersView(props: &Props) -> Html {
    let words = use_words();
    let drawn = use_state(|| PIECE);
    let (on, rows, shown) = (&props.on, &props.rows, &props.shown);
    let left = rows.iter().any(|row| row.outcome == Outcome::Left);
    let onsearch = on.reform(|event: InputEvent| {
        Msg::Search(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let more = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(*drawn + PIECE))
    };
    let made = rows.iter().any(|row| row.made.is_some());
    let read = rows.len() - props.unread.min(rows.len());
    html! {
        <article class="files">
            <header class="document-head">
                <h1>{ words.files_title() }</h1>
                <span role="status">{ words.files_read_of(read, rows.len()) }</span>
                if props.unread > 0 {
                    <button type="button" onclick={on.reform(|_| Msg::Cancel)}>{ words.cancel() }</button>
                } else if left {
                    <button type="button" onclick={on.reform(|_| Msg::Resume)}>{ words.files_resume() }</button>
                }
                <button type="button" class="quiet" onclick={on.reform(|_| Msg::Clear)}>{ words.files_clear() }</button>
            </header>
            <div class="document-tools" role="search">
                <input type="search" value={props.arranged.wanted.clone()} aria-label={words.files_search()} placeholder={words.files_search()}
                    oninput={onsearch} />
                { which(props, words) }
            </div>
            { workbooks(props, words) }
            <div class="files-table">
                <table>
                    <thead><tr>
                        { for columns(words).into_iter().map(|(by, label)| head(props, by, label)) }
                        if made {
                            <th scope="col">{ words.files_workbook() }</th>
                        }
                    </tr></thead>
                    <tbody>
                        { for shown.iter().take(*drawn).filter_map(|at| {
                            let row = rows.get(*at)?.clone();
                            Some(html! { <Line key={*at} {row} at={*at} {made} on={on.clone()} /> })
                        }) }
                    </tbody>
                </table>
            </div>
            if shown.is_empty() {
                <p class="none">{ words.files_none_listed() }</p>
            }
            if shown.len() > *drawn {
                <button type="button" class="document-more" onclick={more}>{ words.files_more() }</button>
            }
        </article>
    }
}

/// What becomes of the files together.
fn workbooks(props: &Props, words: Words) -> Html {
    let rows = &props.rows;
    let some = |row: &Shared<Row<File>>| {
        row.made
            .as_ref()
            .is_some_and(|made| made.workbook.is_some())
    };
    let none = !rows.iter().any(some);
    let press = |msg: fn() -> DocumentMsg, label: &'static str| {
        let onclick = props.on_page.reform(move |_| PageMsg::Document(msg()));
        html! { <button type="button" disabled={none || props.unread > 0} {onclick}>{ label }</button> }
    };
    html! {
        <div class="document-tools">
            <button type="button" disabled={props.unread > 0} onclick={props.on.reform(|_| Msg::Make)}>{ words.files_make() }</button>
            { press(|| DocumentMsg::Pack, words.files_pack()) }
            { press(|| DocumentMsg::Gather, words.files_gather()) }
        </div>
    }
}

fn which(props: &Props, words: Words) -> Html {
    let one = |which: Which| {
        let count = props
            .rows
            .iter()
            .filter(|row| which.has(&row.outcome))
            .count();
        let (label, class) = match which {
            Which::All => (words.files_all(), "notice"),
            Which::Wrong => (words.files_wrong(), "error"),
            Which::Doubtful => (words.files_doubtful(), "warning"),
            Which::Clean => (words.files_clean(), "agrees"),
            Which::NotRead => (words.files_not_read(), "unknown"),
        };
        let pressed = props.arranged.which == which;
        html! {
            <li><button type="button" class={classes!("count", class, (count == 0).then_some("zero"))} aria-pressed={pressed.to_string()}
                onclick={props.on.reform(move |_| Msg::Which(which))}>{ format!("{label} {count}") }</button></li>
        }
    };
    html! { <ul class="counts">{ for Which::ALL.into_iter().map(one) }</ul> }
}

fn columns(words: Words) -> [(By, &'static str); 8] {
    use juesuan::finding::Severity;
    [
        (By::Name, words.files_file()),
        (By::Unit, words.files_unit()),
        (By::Year, words.files_year()),
        (By::Kind, words.files_kind()),
        (By::Figures, words.files_figures()),
        (By::Wrong, words.severity(Severity::Error)),
        (By::Doubtful, words.severity(Severity::Warning)),
        (By::Notices, words.severity(Severity::Notice)),
    ]
}

fn head(props: &Props, by: By, label: &'static str) -> Html {
    let sort = (props.arranged.by == by).then_some(if props.arranged.down {
        "descending"
    } else {
        "ascending"
    });
    html! {
        <th scope="col" aria-sort={sort}>
            <button type="button" class="sort" onclick={props.on.reform(move |_| Msg::Order(by))}>{ label }</button>
        </th>
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    row: Shared<Row<File>>,
    at: usize,
    /// There is a column for what the files became.
    made: bool,
    on: Callback<ReadingMsg>,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let words = use_words();
    let (row, at) = (&props.row, props.at);
    let state = |sentence: String| {
        let columns = if props.made { "8" } else { "7" };
        html! { <td colspan={columns} class="state">{ words.mixed(&sentence) }</td> }
    };
    let open = props.on.reform(move |_| Msg::Open(at));
    let name = html! {
        <th scope="row"><button type="button" class="link" lang={lang_of(&row.name)} onclick={open}>{ &row.name }</button></th>
    };
    let rest = match &row.outcome {
        Outcome::Read(read) => {
            let count = |count: usize, class: &'static str| {
                html! { <td class={classes!("number", (count > 0).then_some(class))}>{ count }</td> }
            };
            let kind = match read.about.kind {
                DisclosureKind::Unknown => String::new(),
                kind => kind.spoken(words.language),
            };
            html! {
                <>
                    <td lang="zh-CN">{ read.about.unit.clone().unwrap_or_default() }</td>
                    <td class="number">{ read.about.year.map(|year| year.to_string()).unwrap_or_default() }</td>
                    <td>{ kind }</td>
                    { count(read.figures, "counted") }
                    { count(read.errors, "error") }
                    { count(read.warnings, "warning") }
                    { count(read.notices, "notice") }
                    if props.made {
                        <td>{ row.made.as_ref().map(|made| words.file_made(made.taken, made.left)) }</td>
                    }
                </>
            }
        }
        Outcome::Waiting => state(words.file_waiting().to_owned()),
        Outcome::Reading => state(words.file_reading().to_owned()),
        Outcome::Locked => state(words.file_locked().to_owned()),
        Outcome::Left => state(words.file_left().to_owned()),
        Outcome::NotRead(why) => state(why_not(why, words)),
    };
    html! { <tr>{ name }{ rest }</tr> }
}
