use super::top::{FileButton, OpenFile};
use crate::page::clock::last_year;
use crate::page::field::chosen_value;
use crate::page::files;
use crate::page::message::{KeepingMsg, Msg as PageMsg, OpeningMsg};
use crate::page::whereabouts::View;
use crate::page::words::{lang_of, use_words};
use juesuan::flows::opening::Msg;
use juesuan::flows::{Entry, keeping};
use juesuan::{PROVINCES, Region, shown_year};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Stored workbooks, last changed first.
    pub entries: Vec<Entry>,
    /// Where the last new workbook was of: the next one mostly is of the same place.
    pub region: Region,
    pub on: Callback<OpeningMsg>,
    pub keeping: Callback<KeepingMsg>,
    pub show: Callback<View>,
    /// Files of any kind were chosen.
    pub files: Callback<PageMsg>,
}

/// The first screen: go on, begin, open, or look around.
#[component]
pub fn Start(props: &Props) -> Html {
    let words = use_words();
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
                <h1>{ words.product() }</h1>
                <p>{ words.start_lead() }</p>
            </header>
            if !props.entries.is_empty() {
                <section class="card wide" aria-labelledby="continue-title">
                    <h2 id="continue-title">{ words.start_continue() }</h2>
                    <ul class="entries">
                        { for props.entries.iter().map(|entry| html! {
                            <Stored key={entry.id.clone()} entry={entry.clone()} on={on.clone()} keeping={props.keeping.clone()} />
                        }) }
                    </ul>
                </section>
            }
            <div class="cards">
                <Create region={props.region} on={on.clone()} />
                <section class="card">
                    <h2>{ words.start_open() }</h2>
                    <p>{ words.start_open_hint() }</p>
                    <p class="buttons">
                        <OpenFile on={props.files.clone()} label={words.start_choose()} />
                        <FileButton class="button" label={words.start_last_year()} accept=".json,application/json"
                            on_files={next_year} />
                    </p>
                </section>
                <section class="card">
                    <h2>{ words.start_example() }</h2>
                    <p>{ words.start_example_hint() }</p>
                    <button type="button" onclick={on.reform(|_| Msg::Example)}>{ words.start_example_load() }</button>
                </section>
                <section class="card">
                    <h2>{ words.nav_consolidate() }</h2>
                    <p>{ words.start_consolidate_hint() }</p>
                    <button type="button" onclick={show.reform(|_| View::Consolidate)}>{ words.start_consolidate_open() }</button>
                </section>
                <section class="card">
                    <h2>{ words.nav_quick() }</h2>
                    <p>{ words.start_quick_hint() }</p>
                    <button type="button" onclick={show.reform(|_| View::Quick)}>{ words.start_quick_open() }</button>
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
    let words = use_words();
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
        (true, false) => words.start_unnamed(),
        (true, true) => "",
    };
    let year = match shown_year(year) {
        year if year.is_empty() => year,
        year => words.year(&year),
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
                <button type="button" class="entry" disabled=true title={words.start_unreadable_hint()}>
                    <span class="entry-name">{ words.mixed(format!("{unit} {}", words.start_unreadable()).trim()) }</span>
                    <span class="entry-year">{ year.clone() }</span>
                    <span class="entry-time">{ (*changed > 0.0).then(|| when(*changed)) }</span>
                </button>
            } else {
                <button type="button" class="entry" onclick={open}>
                    <span class="entry-name" lang={lang_of(unit)}>{ unit.to_owned() }</span>
                    <span class="entry-year">{ year.clone() }</span>
                    <span class="entry-time">{ when(*changed) }</span>
                </button>
                <button type="button" class="quiet" title={words.start_next_year_hint()}
                    lang={lang_of(unit)} aria-label={words.named(words.start_next_year(), &format!("{unit} {year}"))} onclick={next_year}>{ words.start_next_year() }</button>
            }
            <button type="button" class="quiet" lang={lang_of(unit)} aria-label={words.named(words.start_delete(), &format!("{unit} {year}"))}
                onclick={delete}>{ words.start_delete() }</button>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct CreateProps {
    region: Region,
    on: Callback<OpeningMsg>,
}

#[component]
fn Create(props: &CreateProps) -> Html {
    let words = use_words();
    let unit = use_node_ref();
    // Accounts are written in the year after the one they are for. What is typed instead stays when a place is chosen.
    let year = use_state(|| last_year().to_string());
    let region = use_state(|| props.region);
    let onsubmit = {
        let (year, unit, on) = (year.clone(), unit.clone(), props.on.clone());
        let region = region.id;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value = |node: &NodeRef| {
                node.cast::<HtmlInputElement>()
                    .map(|i| i.value())
                    .unwrap_or_default()
            };
            on.emit(Msg::Create {
                year: (*year).clone(),
                unit: value(&unit),
                region: region.to_owned(),
            });
        })
    };
    let type_year = {
        let year = year.clone();
        Callback::from(move |event: InputEvent| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            year.set(input.map(|input| input.value()).unwrap_or_default());
        })
    };
    // First the province, then what has something of its own in it.
    let choose_province = {
        let region = region.clone();
        Callback::from(move |event: Event| {
            let province = chosen_value(&event).unwrap_or_default();
            if let Some(first) = Region::of(&province).first() {
                region.set(*first);
            }
        })
    };
    let choose_region = {
        let region = region.clone();
        Callback::from(move |event: Event| {
            region.set(Region::named(&chosen_value(&event).unwrap_or_default()));
        })
    };
    let parts = Region::of(region.province);
    let taken = words.start_taken(
        &region.place(),
        region.has_rules(),
        !region.style.is_empty(),
        &region.styled_like().place(),
    );
    html! {
        <section class="card create" aria-labelledby="create-title">
            <h2 id="create-title">{ words.start_new() }</h2>
            <p>{ words.start_new_hint() }</p>
            <form {onsubmit}>
                <label for="new-year">{ words.start_year() }</label>
                <input id="new-year" type="text" inputmode="numeric" maxlength="10"
                    autocomplete="off" value={(*year).clone()} oninput={type_year} />
                <label for="new-unit">{ words.start_unit() }</label>
                <input ref={unit} id="new-unit" type="text" maxlength="100" autocomplete="off" />
                <label for="new-province">{ words.start_province() }</label>
                <select id="new-province" aria-describedby="new-region-hint" onchange={choose_province}>
                    <option value="" selected={region.province.is_empty()}>{ words.start_everywhere() }</option>
                    { for PROVINCES.iter().map(|(code, name)| html! {
                        <option value={*code} lang={lang_of(name)} selected={*code == region.province}>{ *name }</option>
                    }) }
                </select>
                if parts.len() > 1 {
                    <label for="new-region">{ words.start_region() }</label>
                    <select id="new-region" aria-describedby="new-region-hint" onchange={choose_region}>
                        { for parts.iter().map(|one| html! {
                            <option value={one.id} lang={lang_of(one.part)} selected={one.id == region.id}>{ one.part }</option>
                        }) }
                    </select>
                }
                <p id="new-region-hint" class="hint" role="status">{ words.mixed(&taken) }</p>
                <p class="hint">{ words.start_region_hint() }</p>
                <button type="submit" class="primary">{ words.start_create() }</button>
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
