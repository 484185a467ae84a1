use super::top::{FileButton, OpenFile};
use crate::page::message::{KeepingMsg, OpeningMsg};
use crate::page::whereabouts::View;
use crate::page::{files, text};
use juesuan::evaluation::built_in;
use juesuan::flows::opening::Msg;
use juesuan::flows::{Entry, keeping};
use juesuan::shown_year;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Stored workbooks, last changed first.
    pub entries: Vec<Entry>,
    pub on: Callback<OpeningMsg>,
    pub keeping: Callback<KeepingMsg>,
    pub show: Callback<View>,
}

/// The first screen: go on, begin, open, or look around.
#[component]
pub fn Start(props: &Props) -> Html {
    let (on, show) = (&props.on, &props.show);
    let next_year = {
        let on = on.clone();
        Callback::from(move |mut files: Vec<web_sys::File>| {
            if let Some(file) = files.pop() {
                on.emit(Msg::OpenForNextYear(files::chosen_file(file, None)));
            }
        })
    };
    html! {
        <div class="start">
            <header>
                <h1>{ text::PRODUCT }</h1>
                <p>{ text::START_LEAD }</p>
            </header>
            if !props.entries.is_empty() {
                <section class="card wide" aria-labelledby="continue-title">
                    <h2 id="continue-title">{ text::START_CONTINUE }</h2>
                    <ul class="entries">
                        { for props.entries.iter().map(|entry| html! {
                            <Stored key={entry.id.clone()} entry={entry.clone()} on={on.clone()} keeping={props.keeping.clone()} />
                        }) }
                    </ul>
                </section>
            }
            <div class="cards">
                <Create on={on.clone()} />
                <section class="card">
                    <h2>{ text::START_OPEN }</h2>
                    <p>{ text::START_OPEN_HINT }</p>
                    <p class="buttons">
                        <OpenFile on={on.clone()} label={text::START_CHOOSE} />
                        <FileButton class="button" label={text::START_LAST_YEAR} accept=".json,application/json"
                            on_files={next_year} />
                    </p>
                </section>
                <section class="card">
                    <h2>{ text::START_EXAMPLE }</h2>
                    <p>{ text::START_EXAMPLE_HINT }</p>
                    <button type="button" onclick={on.reform(|_| Msg::Example)}>{ text::START_EXAMPLE_LOAD }</button>
                </section>
                <section class="card">
                    <h2>{ text::NAV_CONSOLIDATE }</h2>
                    <p>{ text::START_CONSOLIDATE_HINT }</p>
                    <button type="button" onclick={show.reform(|_| View::Consolidate)}>{ text::START_CONSOLIDATE_OPEN }</button>
                </section>
                <section class="card">
                    <h2>{ text::NAV_QUICK }</h2>
                    <p>{ text::START_QUICK_HINT }</p>
                    <button type="button" onclick={show.reform(|_| View::Quick)}>{ text::START_QUICK_OPEN }</button>
                </section>
            </div>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct StoredProps {
    entry: Entry,
    on: Callback<OpeningMsg>,
    keeping: Callback<KeepingMsg>,
}

/// A stored workbook, or what lies in its place. Deleting is undone from the notice that follows.
#[component]
fn Stored(props: &StoredProps) -> Html {
    let Entry {
        id,
        unit,
        year,
        changed,
        unreadable,
        ..
    } = &props.entry;
    let unit = match (unit.trim().is_empty(), unreadable) {
        (false, _) => unit.as_str(),
        (true, false) => text::START_UNNAMED,
        (true, true) => "",
    };
    let year = match shown_year(year) {
        year if year.is_empty() => year,
        year => text::year(&year),
    };
    let open = {
        let id = id.clone();
        props.on.reform(move |_| Msg::Continue(id.clone()))
    };
    let next_year = {
        let id = id.clone();
        props.on.reform(move |_| Msg::NextYear(id.clone()))
    };
    let delete = {
        let entry = props.entry.clone();
        props
            .keeping
            .reform(move |_| keeping::Msg::Delete(entry.clone()))
    };
    html! {
        <li>
            if *unreadable {
                <button type="button" class="entry" disabled=true title={text::START_UNREADABLE_HINT}>
                    <span class="entry-name">{ format!("{unit} {}", text::START_UNREADABLE).trim().to_owned() }</span>
                    <span class="entry-year">{ year.clone() }</span>
                    <span class="entry-time">{ (*changed > 0.0).then(|| when(*changed)) }</span>
                </button>
            } else {
                <button type="button" class="entry" onclick={open}>
                    <span class="entry-name">{ unit.to_owned() }</span>
                    <span class="entry-year">{ year.clone() }</span>
                    <span class="entry-time">{ when(*changed) }</span>
                </button>
                <button type="button" class="quiet" title={text::START_NEXT_YEAR_HINT}
                    aria-label={format!("{}：{unit} {year}", text::START_NEXT_YEAR)} onclick={next_year}>{ text::START_NEXT_YEAR }</button>
            }
            <button type="button" class="quiet" aria-label={format!("{}：{unit} {year}", text::START_DELETE)}
                onclick={delete}>{ text::START_DELETE }</button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct CreateProps {
    on: Callback<OpeningMsg>,
}

#[component]
fn Create(props: &CreateProps) -> Html {
    let (year, unit, rules) = (use_node_ref(), use_node_ref(), use_node_ref());
    let onsubmit = {
        let (year, unit, rules, on) = (year.clone(), unit.clone(), rules.clone(), props.on.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value = |node: &NodeRef| {
                node.cast::<HtmlInputElement>()
                    .map(|i| i.value())
                    .unwrap_or_default()
            };
            on.emit(Msg::Create {
                year: value(&year),
                unit: value(&unit),
                rules: rules
                    .cast::<HtmlSelectElement>()
                    .map(|s| s.value())
                    .unwrap_or_default(),
            });
        })
    };
    // Accounts are written in the year after the one they are for.
    let last_year = js_sys::Date::new_0().get_full_year() - 1;
    html! {
        <section class="card create" aria-labelledby="create-title">
            <h2 id="create-title">{ text::START_NEW }</h2>
            <p>{ text::START_NEW_HINT }</p>
            <form {onsubmit}>
                <label for="new-year">{ text::START_YEAR }</label>
                <input ref={year} id="new-year" type="text" inputmode="numeric" maxlength="10"
                    autocomplete="off" value={last_year.to_string()} />
                <label for="new-unit">{ text::START_UNIT }</label>
                <input ref={unit} id="new-unit" type="text" maxlength="100" autocomplete="off" />
                <label for="new-rules">{ text::START_RULES }</label>
                <select ref={rules} id="new-rules">
                    { for built_in().iter().enumerate().map(|(i, set)| html! {
                        <option value={set.id.clone()} selected={i == 0}>{ &set.name }</option>
                    }) }
                </select>
                <button type="submit" class="primary">{ text::START_CREATE }</button>
            </form>
        </section>
    }
}

/// `2021-05-20 15:04`.
fn when(milliseconds: f64) -> String {
    if milliseconds == 0.0 {
        return String::new();
    }
    let date = js_sys::Date::new(&milliseconds.into());
    format!(
        "{}-{:02}-{:02} {:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}
