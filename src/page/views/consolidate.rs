use super::top::FileButton;
use crate::page::field::chosen_in;
use crate::page::keys;
use crate::page::message::{CombiningMsg, Msg as PageMsg};
use crate::page::words::{Words, lang_of, use_words};
use juesuan::exchange::{Outcome, PartLine, Said, UnitList, missing};
use juesuan::finding::Severity;
use juesuan::flows::combining::{Msg, Progress};
use juesuan::say::official;
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// Lines of the table drawn at a time.
const PAGE: usize = 100;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub progress: Progress,
    /// Units that are expected, one a line.
    pub expected: String,
    pub list: UnitList,
    pub on: Callback<CombiningMsg>,
    pub page: Callback<PageMsg>,
}

/// Many forms in, one out: files, how far it is, the parts with what stands out, and the form.
#[component]
pub fn ConsolidateView(props: &Props) -> Html {
    let words = use_words();
    let on = &props.on;
    let files = on.reform(Msg::Begin);
    html! {
        <div class="consolidation">
            <header>
                <h1>{ words.nav_consolidate() }</h1>
                <p class="lead">{ words.consolidate_lead() }</p>
            </header>
            <section class="card drop">
                <p>{ words.consolidate_drop() }</p>
                <p class="buttons">
                    <FileButton class="button" label={words.consolidate_files()} accept=".json,application/json" multiple=true on_files={files.clone()} />
                    <FileButton class="button" label={words.consolidate_folder()} accept=".json,application/json" multiple=true folder=true on_files={files} />
                </p>
            </section>
            { match &props.progress {
                Progress::Nothing => Html::default(),
                Progress::Reading { done, total } => under_way(Some((*done, *total)), on, words),
                Progress::Working => under_way(None, on, words),
                Progress::Done { outcome, wanted } => html! {
                    <>
                    { accounts(outcome, &props.expected, on, words) }
                    <Result outcome={outcome.clone()} awaits_another={*wanted != outcome.chosen} list={props.list.clone()} on={on.clone()} page={props.page.clone()} />
                    </>
                },
            } }
        </div>
    }
}

/// The units whose accounts were added, and those that are missing.
fn accounts(outcome: &Outcome, expected: &str, on: &Callback<CombiningMsg>, words: Words) -> Html {
    let Some(gathered) = &outcome.accounts else {
        return Html::default();
    };
    let oninput = on.reform(|event: InputEvent| {
        Msg::Expect(event.target_unchecked_into::<HtmlTextAreaElement>().value())
    });
    let missing = missing(expected, &gathered.units);
    let state = match missing.len() {
        0 if expected.trim().is_empty() => String::new(),
        0 => words.consolidate_none_missing().to_owned(),
        count => words.units_missing(count),
    };
    html! {
        <section class="card" aria-label={words.consolidate_accounts()}>
            <h2>{ words.consolidate_accounts() }</h2>
            <p>{ words.accounts_of(gathered.units.len()) }</p>
            <details>
                <summary>{ words.units() }</summary>
                <ul lang="zh-CN">{ for gathered.units.iter().zip(&gathered.sources).map(|(unit, source)| html! { <li>{ opens((*source, None), unit, on, words) }</li> }) }</ul>
            </details>
            <label for="consolidate-expected">{ words.consolidate_expected() }</label>
            <textarea id="consolidate-expected" rows="4" value={expected.to_owned()} {oninput} aria-describedby="consolidate-expected-hint" />
            <p id="consolidate-expected-hint">{ words.consolidate_expected_hint() }</p>
            <p role="status">{ state }</p>
            <ul class="missing" lang="zh-CN">{ for missing.iter().map(|unit| html! { <li>{ *unit }</li> }) }</ul>
            if outcome.form.is_none() {
                <button type="button" class="primary" onclick={on.reform(|_| Msg::Open)}>{ words.consolidate_open() }</button>
            }
        </section>
    }
}

fn under_way(reading: Option<(usize, usize)>, on: &Callback<CombiningMsg>, words: Words) -> Html {
    let sentence = match reading {
        Some((done, total)) => words.files_read(done, total),
        None => words.consolidate_working().to_owned(),
    };
    let (value, max) = reading.unwrap_or((1, 1));
    html! {
        <section class="card under-way">
            <p role="status">{ sentence.clone() }</p>
            <progress aria-label={sentence} value={value.to_string()} max={max.to_string()}></progress>
            <button type="button" onclick={on.reform(|_| Msg::Cancel)}>{ words.cancel() }</button>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ResultProps {
    outcome: Rc<Outcome>,
    /// Another of the choices is on its way; this one is shown until it is there.
    awaits_another: bool,
    list: UnitList,
    on: Callback<CombiningMsg>,
    page: Callback<PageMsg>,
}

#[component]
fn Result(props: &ResultProps) -> Html {
    let words = use_words();
    let (outcome, on) = (&props.outcome, &props.on);
    let onchange = on.reform(|event: Event| {
        let chosen = chosen_in(&event).map_or(0, |s| s.selected_index().max(0) as usize);
        Msg::Choose(chosen)
    });
    html! {
        <>
            { failed(outcome, words) }
            if let Some(form) = &outcome.form {
                <section class="card consolidated" aria-label={words.consolidated()}>
                    <p class="what">
                        <label for="consolidate-what">{ words.consolidate_what() }</label>
                        <select id="consolidate-what" {onchange}>
                            { for outcome.choices.iter().enumerate().map(|(i, choice)| html! {
                                <option value={i.to_string()} lang={lang_of(&choice.label)} selected={i == outcome.chosen}>{ &choice.label }</option>
                            }) }
                        </select>
                        <span role="status">{ if props.awaits_another { words.consolidate_working() } else { "" } }</span>
                    </p>
                    <dl class="figures">
                        <div><dt lang="zh-CN">{ official::FORM_BUDGET }</dt><dd>{ &*form.execution.budget }</dd></div>
                        <div><dt lang="zh-CN">{ official::FORM_ACTUAL }</dt><dd>{ &*form.execution.actual }</dd></div>
                        <div><dt lang="zh-CN">{ official::FORM_TOTAL }</dt><dd>
                            { &outcome.total }
                            if !outcome.complete {
                                <small>{ words.form_provisional() }</small>
                            }
                        </dd></div>
                        if !outcome.grade.is_empty() {
                            <div><dt>{ words.consolidate_grade() }</dt><dd>{ words.mixed(&outcome.grade) }</dd></div>
                        }
                        <div><dt>{ words.start_rules() }</dt><dd class="text">{ words.mixed(&outcome.rules) }</dd></div>
                    </dl>
                    <button type="button" class="primary" disabled={props.awaits_another} onclick={on.reform(|_| Msg::Open)}>{ words.consolidate_open() }</button>
                </section>
                { findings(&outcome.findings, words) }
                <Parts key={outcome.chosen} outcome={outcome.clone()} list={props.list.clone()} on={on.clone()} page={props.page.clone()} />
            } else if outcome.accounts.is_some() {
                { findings(&outcome.findings, words) }
            } else {
                <section class="card"><p>{ words.consolidate_nothing() }</p></section>
            }
        </>
    }
}

/// The files that could not be read, and why.
fn failed(outcome: &Outcome, words: Words) -> Html {
    if outcome.failed.is_empty() {
        return html! { <p class="lead" role="status">{ words.all_files_read(outcome.files) }</p> };
    }
    html! {
        <section class="card failed" aria-label={words.consolidate_failed()}>
            <h2><span role="status">{ words.some_files_failed(outcome.failed.len(), outcome.files) }</span></h2>
            <ul>
                { for outcome.failed.iter().take(PAGE).map(|failed| html! {
                    <li><span class="file">{ words.mixed(&failed.file) }</span>{ words.mixed(&failed.why) }</li>
                }) }
            </ul>
            if outcome.failed.len() > PAGE {
                <p>{ words.and_more(outcome.failed.len() - PAGE) }</p>
            }
        </section>
    }
}

/// By its stable name.
fn severity(name: &str) -> Option<Severity> {
    let all = [Severity::Error, Severity::Warning, Severity::Notice];
    all.into_iter().find(|severity| severity.as_str() == name)
}

/// What is to be said of the consolidated form.
fn findings(said: &[Said], words: Words) -> Html {
    if said.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" aria-label={words.findings()}>
            <h2>{ words.consolidate_findings() }</h2>
            <ul class="said">
                { for said.iter().take(PAGE).map(|said| html! {
                    <li class={classes!("finding", said.severity.clone())}>
                        <span class="severity">{ severity(&said.severity).map(|severity| words.severity(severity)) }</span>
                        <span class="where">{ words.mixed(&said.place) }</span>
                        <span class="message">{ words.mixed(&said.message) }</span>
                    </li>
                }) }
            </ul>
            if said.len() > PAGE {
                <p>{ words.and_more(said.len() - PAGE) }</p>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PartsProps {
    outcome: Rc<Outcome>,
    list: UnitList,
    on: Callback<CombiningMsg>,
    page: Callback<PageMsg>,
}

/// The table of the parts: sorted by any column, narrowed by name, by what stands out and by errors; each opens
/// the workbook it came from.
#[component]
fn Parts(props: &PartsProps) -> Html {
    let words = use_words();
    let shown = use_state(|| PAGE);
    let (outcome, list, on) = (&props.outcome, &props.list, &props.on);
    let lines = list.lines(&outcome.parts);
    let with_errors = outcome.parts.iter().filter(|part| part.errors > 0).count();
    let only = |checked: bool, label: String, list: UnitList| {
        let onchange = on.reform(move |_: Event| Msg::List(list.clone()));
        html! { <label><input type="checkbox" {checked} {onchange} />{ label }</label> }
    };
    let outliers = UnitList {
        outliers: !list.outliers,
        ..list.clone()
    };
    let errors = UnitList {
        errors: !list.errors,
        ..list.clone()
    };
    let oninput = {
        let list = list.clone();
        on.reform(move |event: InputEvent| {
            let named = event.target_unchecked_into::<HtmlInputElement>().value();
            Msg::List(UnitList {
                named,
                ..list.clone()
            })
        })
    };
    let head = |(at, label): (usize, &&'static str)| {
        let sorted = list.sorted_by(at);
        let by = list.by.filter(|(by, _)| *by == at);
        let sort = by.map(|(_, down)| if down { "descending" } else { "ascending" });
        html! {
            <th scope="col" aria-sort={sort}>
                <button type="button" class="sort" onclick={on.reform(move |_| Msg::List(sorted.clone()))}>{ *label }</button>
            </th>
        }
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + 10 * PAGE))
    };
    html! {
        <section class="card parts" aria-label={words.units()}>
            <header>
                <h2>{ words.parts(outcome.parts.len()) }</h2>
                <button type="button" onclick={props.page.reform(|_| PageMsg::CopyUnits)}>{ words.part_copy() }</button>
                <button type="button" onclick={props.page.reform(|_| PageMsg::PrintNow)}>{ words.part_print() }</button>
            </header>
            <div class="part-tools">
                <input type="search" class="part-filter" value={list.named.clone()} placeholder={words.part_filter()} aria-label={words.part_filter()} {oninput} />
                { only(list.outliers, words.only_outliers(outcome.outliers), outliers) }
                { only(list.errors, words.only_errors(with_errors), errors) }
            </div>
            <div class="scroll" tabindex="0" role="group" aria-label={words.units()}>
            <table>
                <thead><tr>{ for words.part_columns().iter().enumerate().map(head) }</tr></thead>
                <tbody>
                    { for lines.iter().take(*shown).map(|part| line(part, on, words)) }
                </tbody>
            </table>
            </div>
            if lines.iter().any(|part| !part.complete) {
                <p class="part-star">{ words.part_star() }</p>
            }
            if lines.len() > *shown {
                <button type="button" onclick={more}>{ words.more_parts(lines.len() - *shown) }</button>
            }
        </section>
    }
}

/// The name of a unit, which opens its workbook at a form, or at its accounts.
fn opens(
    (source, form): (usize, Option<usize>),
    name: &str,
    on: &Callback<CombiningMsg>,
    words: Words,
) -> Html {
    html! { <button type="button" class="link" id={keys::unit_id(source, form)} onclick={on.reform(move |_| Msg::OpenUnit(source, form))}>{ words.mixed(name) }</button> }
}

fn line(part: &PartLine, on: &Callback<CombiningMsg>, words: Words) -> Html {
    let unit = if part.unit.is_empty() {
        &part.file
    } else {
        &part.unit
    };
    html! {
        <tr class={classes!((!part.outlier.is_empty()).then_some("outlier"))}>
            <th scope="row" lang={lang_of(&part.file)} title={part.file.clone()}>
                { opens((part.source, Some(part.form)), unit, on, words) }
                if !part.name.is_empty() {
                    <small>{ words.mixed(&part.name) }</small>
                }
                if !part.outlier.is_empty() {
                    <span class="outlier-word" lang={words.tag()}>{ words.mixed(&part.outlier) }</span>
                }
            </th>
            <td>{ &part.budget }</td>
            <td>{ &part.actual }</td>
            <td>{ &part.rate }</td>
            <td>{ &part.total }{ if part.complete { "" } else { "*" } }</td>
            <td>{ &part.claimed }</td>
            <td>{ if part.errors > 0 { part.errors.to_string() } else { String::new() } }</td>
        </tr>
    }
}
