use super::top::FileButton;
use crate::page::message::CombiningMsg;
use crate::page::text;
use juesuan::exchange::{Outcome, PartLine, Said};
use juesuan::flows::combining::{Msg, Progress};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Lines of the table drawn at a time.
const PAGE: usize = 100;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub progress: Progress,
    pub on: Callback<CombiningMsg>,
}

/// Many forms in, one out: files, how far it is, the parts with what stands out, and the form.
#[component]
pub fn ConsolidateView(props: &Props) -> Html {
    let on = &props.on;
    let files = on.reform(Msg::Begin);
    html! {
        <div class="consolidation">
            <header>
                <h1>{ text::NAV_CONSOLIDATE }</h1>
                <p class="lead">{ text::CONSOLIDATE_LEAD }</p>
            </header>
            <section class="card drop">
                <p>{ text::CONSOLIDATE_DROP }</p>
                <p class="buttons">
                    <FileButton class="button" label={text::CONSOLIDATE_FILES} accept=".json,application/json" multiple=true on_files={files.clone()} />
                    <FileButton class="button" label={text::CONSOLIDATE_FOLDER} accept=".json,application/json" multiple=true folder=true on_files={files} />
                </p>
            </section>
            { match &props.progress {
                Progress::Nothing => Html::default(),
                Progress::Reading { done, total } => under_way(Some((*done, *total)), on),
                Progress::Working => under_way(None, on),
                Progress::Done { outcome, wanted } => html! {
                    <Result outcome={outcome.clone()} awaits_another={*wanted != outcome.chosen} on={on.clone()} />
                },
            } }
        </div>
    }
}

fn under_way(reading: Option<(usize, usize)>, on: &Callback<CombiningMsg>) -> Html {
    let sentence = match reading {
        Some((done, total)) => text::files_read(done, total),
        None => text::CONSOLIDATE_WORKING.to_owned(),
    };
    let (value, max) = reading.unwrap_or((1, 1));
    html! {
        <section class="card under-way">
            <p role="status">{ sentence.clone() }</p>
            <progress aria-label={sentence} value={value.to_string()} max={max.to_string()}></progress>
            <button type="button" onclick={on.reform(|_| Msg::Cancel)}>{ text::CANCEL }</button>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ResultProps {
    outcome: Rc<Outcome>,
    /// Another of the choices is on its way; this one is shown until it is there.
    awaits_another: bool,
    on: Callback<CombiningMsg>,
}

#[component]
fn Result(props: &ResultProps) -> Html {
    let (outcome, on) = (&props.outcome, &props.on);
    let onchange = on.reform(|event: Event| {
        let select = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.map_or(0, |s| s.selected_index().max(0) as usize);
        Msg::Choose(chosen)
    });
    html! {
        <>
            { failed(outcome) }
            if let Some(form) = &outcome.form {
                <section class="card consolidated" aria-label={text::CONSOLIDATED}>
                    <p class="what">
                        <label for="consolidate-what">{ text::CONSOLIDATE_WHAT }</label>
                        <select id="consolidate-what" {onchange}>
                            { for outcome.choices.iter().enumerate().map(|(i, choice)| html! {
                                <option value={i.to_string()} selected={i == outcome.chosen}>{ &choice.label }</option>
                            }) }
                        </select>
                        <span role="status">{ if props.awaits_another { text::CONSOLIDATE_WORKING } else { "" } }</span>
                    </p>
                    <dl class="figures">
                        <div><dt>{ text::FORM_BUDGET }</dt><dd>{ &*form.execution.budget }</dd></div>
                        <div><dt>{ text::FORM_ACTUAL }</dt><dd>{ &*form.execution.actual }</dd></div>
                        <div><dt>{ text::FORM_TOTAL }</dt><dd>
                            { &outcome.total }
                            if !outcome.complete {
                                <small>{ text::FORM_PROVISIONAL }</small>
                            }
                        </dd></div>
                        if !outcome.grade.is_empty() {
                            <div><dt>{ text::CONSOLIDATE_GRADE }</dt><dd>{ &outcome.grade }</dd></div>
                        }
                        <div><dt>{ text::START_RULES }</dt><dd class="text">{ &outcome.rules }</dd></div>
                    </dl>
                    <button type="button" class="primary" disabled={props.awaits_another} onclick={on.reform(|_| Msg::Open)}>{ text::CONSOLIDATE_OPEN }</button>
                </section>
                { findings(&outcome.findings) }
                <Parts key={outcome.chosen} outcome={outcome.clone()} />
            } else {
                <section class="card"><p>{ text::CONSOLIDATE_NOTHING }</p></section>
            }
        </>
    }
}

/// The files that could not be read, and why.
fn failed(outcome: &Outcome) -> Html {
    if outcome.failed.is_empty() {
        return html! { <p class="lead" role="status">{ text::all_files_read(outcome.files) }</p> };
    }
    html! {
        <section class="card failed" aria-label={text::CONSOLIDATE_FAILED}>
            <h2><span role="status">{ text::some_files_failed(outcome.failed.len(), outcome.files) }</span></h2>
            <ul>
                { for outcome.failed.iter().take(PAGE).map(|failed| html! {
                    <li><span class="file">{ &failed.file }</span>{ &failed.why }</li>
                }) }
            </ul>
            if outcome.failed.len() > PAGE {
                <p>{ text::and_more(outcome.failed.len() - PAGE) }</p>
            }
        </section>
    }
}

/// What is to be said of the consolidated form.
fn findings(said: &[Said]) -> Html {
    if said.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" aria-label={text::FINDINGS}>
            <h2>{ text::CONSOLIDATE_FINDINGS }</h2>
            <ul class="said">
                { for said.iter().take(PAGE).map(|said| html! {
                    <li class={classes!("finding", said.severity.clone())}>
                        <span class="severity">{ text::severity_named(&said.severity) }</span>
                        <span class="where">{ &said.place }</span>
                        <span class="message">{ &said.message }</span>
                    </li>
                }) }
            </ul>
            if said.len() > PAGE {
                <p>{ text::and_more(said.len() - PAGE) }</p>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PartsProps {
    outcome: Rc<Outcome>,
}

/// The table of the parts: those that stand out or have errors can be seen alone.
#[component]
fn Parts(props: &PartsProps) -> Html {
    let only_outliers = use_state(|| false);
    let shown = use_state(|| PAGE);
    let outcome = &props.outcome;
    let wanted = |part: &&PartLine| !*only_outliers || !part.outlier.is_empty();
    let lines: Vec<&PartLine> = outcome.parts.iter().filter(wanted).collect();
    let toggle = {
        let (only_outliers, shown) = (only_outliers.clone(), shown.clone());
        Callback::from(move |_: Event| {
            only_outliers.set(!*only_outliers);
            shown.set(PAGE);
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_| shown.set(*shown + 10 * PAGE))
    };
    html! {
        <section class="card parts" aria-label={text::PARTS}>
            <header>
                <h2>{ text::parts(outcome.parts.len()) }</h2>
                <label>
                    <input type="checkbox" checked={*only_outliers} onchange={toggle} />
                    { text::only_outliers(outcome.outliers) }
                </label>
            </header>
            <div class="scroll" tabindex="0" role="group" aria-label={text::PARTS}>
            <table>
                <thead><tr>
                    { for text::PART_COLUMNS.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }
                </tr></thead>
                <tbody>
                    { for lines.iter().take(*shown).map(|part| line(part)) }
                </tbody>
            </table>
            </div>
            if lines.len() > *shown {
                <button type="button" onclick={more}>{ text::more_parts(lines.len() - *shown) }</button>
            }
        </section>
    }
}

fn line(part: &PartLine) -> Html {
    let unit = if part.unit.is_empty() {
        &part.file
    } else {
        &part.unit
    };
    html! {
        <tr class={classes!((!part.outlier.is_empty()).then_some("outlier"))}>
            <th scope="row" title={part.file.clone()}>
                { unit }
                if !part.name.is_empty() {
                    <small>{ &part.name }</small>
                }
                if !part.outlier.is_empty() {
                    <span class="outlier-word">{ &part.outlier }</span>
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
