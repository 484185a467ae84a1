use super::about::Noted;
use super::about::{About, Kind, Said, Which};
use super::edge::Edge;
use super::finding::Line;
use super::hand_on::HandOn;
use super::hint::{self, Hint};
use crate::page::document::Changes;
use crate::page::field::{self, Field, chosen_in};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::remembered;
use crate::page::words::{Words, use_words};
use juesuan::Place;
use juesuan::finding::Severity;
use juesuan::review::{Remarking, State};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Lines shown at first: a form of five hundred empty rows must not make a list of a thousand.
const SHOWN: usize = 60;
/// So many empty cells are one line.
const FOLDED: usize = 3;
/// Empty cells that are listed: with the next ones filled in, others come up.
const MOST_EMPTY: usize = 100;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub about: About,
    /// The cell somebody is in.
    pub current: Option<Place>,
    /// What is changed of the workbook.
    pub changes: Changes,
    /// Who signs remarks.
    pub reviewer: AttrValue,
    pub on: Callback<Msg>,
}

/// The findings, always at hand: counts, a line each, a click to the cell, working and mend.
#[component]
pub fn Findings(props: &Props) -> Html {
    let words = use_words();
    let all = use_state(|| false);
    let only = use_state(|| None::<Which>);
    let toggled = use_state(|| false);
    let listed = use_state(|| false);
    let about = &props.about;
    let (counts, count) = (about.counts(), about.len());
    // A choice of which none is left chooses nothing.
    let kinds = || (0..count).filter_map(|at| Some((at, about.kind(at)?)));
    let only_now = only.filter(|only| kinds().any(|(_, kind)| kind.which == *only));
    let chosen = kinds().filter(|(_, kind)| only_now.is_none_or(|only| kind.which == only));
    // One or two empty cells are said as other findings are.
    let (missing, chosen): (Vec<_>, Vec<_>) = chosen.partition(|(_, kind)| kind.missing);
    let few = missing.len() < FOLDED;
    let (missing, chosen) = match few {
        true => (Vec::new(), chosen.into_iter().chain(missing).collect()),
        false => (missing, chosen),
    };
    let shown = if *all {
        chosen.len()
    } else {
        chosen.len().min(SHOWN)
    };
    let lines = chosen.iter().take(shown);
    let lines: Vec<Said> = lines.filter_map(|(at, _)| about.said(*at, words)).collect();
    let now = lines
        .iter()
        .position(|said| props.current == Some(said.place));
    let chip = |label: String, count: usize, class: &'static str, which: Which| {
        let (only, pressed) = (only.clone(), only_now == Some(which));
        let onclick = Callback::from(move |_| only.set((!pressed).then_some(which)));
        html! {
            <li><button type="button" class={classes!("count", class, (count == 0).then_some("zero"))} disabled={count == 0}
                aria-pressed={pressed.to_string()} {onclick}>{ label }</button></li>
        }
    };
    let severity = |severity: Severity, count: usize, class: &'static str| {
        chip(
            words.count(severity, count),
            count,
            class,
            Which::Of(severity),
        )
    };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(true))
    };
    let toggle = {
        let toggled = toggled.clone();
        Callback::from(move |_| toggled.set(!*toggled))
    };
    html! {
        <aside id={keys::PANEL} tabindex="-1" class={classes!("findings", toggled.then_some("toggled"))} aria-label={words.findings()} onmousedown={keep_focus}>
            <Edge of={remembered::PANEL} />
            <Edge of={remembered::PANEL_HEIGHT} level=true />
            <button type="button" class="quiet toggle" title={words.findings_toggle()} aria-label={words.findings_toggle()} onclick={toggle}></button>
            <h2 title={words.findings_keys()}>{ words.findings() }</h2>
            <ul class="counts" aria-label={words.review_severities()}>
                { severity(Severity::Error, counts.errors, "error") }
                { severity(Severity::Warning, counts.warnings, "warning") }
                { severity(Severity::Notice, counts.notices, "notice") }
                if counts.set_aside > 0 {
                    { chip(words.set_aside_count(counts.set_aside), counts.set_aside, "notice", Which::Aside) }
                }
            </ul>
            { current(props, words) }
            if count > 0 {
                <Hint of={hint::Of::Next} />
            }
            if count == 0 && about.unfilled() == 0 {
                <div class="none">
                    if about.is_empty() {
                        <p>{ words.findings_empty() }</p>
                        <p>{ words.findings_empty_hint() }</p>
                    } else {
                        <p><strong>{ words.findings_none() }</strong></p>
                        <p>{ words.findings_none_hint() }</p>
                    }
                </div>
            }
            <ul class="list">
                { for line_keys(&lines).into_iter().zip(lines).enumerate().map(|(at, (key, said))| html! {
                    <Line {key} current={props.current == Some(said.place)} now={now == Some(at)} {said} on={props.on.clone()} />
                }) }
            </ul>
            if chosen.len() > shown {
                <button type="button" class="more" onclick={show_all}>{ words.more_findings(chosen.len() - shown) }</button>
            }
            if !missing.is_empty() {
                { empty_cells(props, &missing, words) }
            }
            if about.unfilled() > 0 {
                <div class="unfilled">
                    <p>{ words.unfilled(about.unfilled()) }</p>
                    <button type="button" onclick={props.on.reform(|_| Msg::Check)}>{ words.findings_check() }</button>
                </div>
            }
            { remarks(props, words) }
            { changed(props, &listed, words) }
            <HandOn reviewer={props.reviewer.clone()} on={props.on.clone()} />
        </aside>
    }
}

/// All cells that were left empty, folded into one line.
fn empty_cells(props: &Props, missing: &[(usize, Kind)], words: Words) -> Html {
    let first = missing.first().map(|(_, kind)| kind.place);
    let cells = missing.iter().take(MOST_EMPTY);
    let cell = |(at, kind): &(usize, Kind)| {
        let place = kind.place;
        let said = props.about.said(*at, words)?;
        let current = (props.current == Some(place)).then_some("current");
        Some(html! {
            <li key={keys::id(place)} class={classes!("finding", "warning", "missing", current)} data-code={said.code.as_str()}>
                <button type="button" class="go" onclick={props.on.reform(move |_| Msg::GoTo(place))}>
                    <span class="where">{ words.mixed(&said.whereabouts) }</span>
                    <span class="message">{ words.mixed(&said.message) }</span>
                </button>
            </li>
        })
    };
    let summary = words.missing_cells(missing.len());
    html! {
        <div class="empty-cells">
            if let Some(first) = first {
                <button type="button" class="fill-in" onclick={props.on.reform(move |_| Msg::GoTo(first))}>{ summary }</button>
            }
            <details>
                <summary>{ words.finding_places(missing.len()) }</summary>
                <ul>{ for cells.filter_map(cell) }</ul>
            </details>
        </div>
    }
}

/// What tells each finding from all others, also from one that says the same once more.
fn line_keys(lines: &[Said]) -> Vec<String> {
    let mut same: HashMap<String, usize> = HashMap::with_capacity(lines.len());
    let key = |said: &Said| {
        let key = format!("{} {} {}", said.code, keys::id(said.place), said.message);
        let count = same.entry(key.clone()).or_insert(0);
        *count += 1;
        format!("{key} {count}")
    };
    lines.iter().map(key).collect()
}

/// Pressing a button here does not yet leave the cell somebody is in: leaving can add a line, and
/// the button would move away from under the click.
fn keep_focus(event: MouseEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if target.is_some_and(|t| t.closest("button").is_ok_and(|b| b.is_some())) {
        event.prevent_default();
    }
}

/// The cell somebody is in: how its figure came about, and a place for a remark.
fn current(props: &Props, words: Words) -> Html {
    let Some((place, current)) = props
        .current
        .and_then(|place| Some((place, props.about.current(place, words)?)))
    else {
        return Html::default();
    };
    let onkeydown = {
        let on = props.on.clone();
        move |event: KeyboardEvent| {
            // Out of the remark, back to its cell.
            if event.key() == "Escape" && !event.is_composing() {
                on.emit(Msg::GoTo(place));
            }
        }
    };
    html! {
        <div class="current-cell" {onkeydown}>
            <p class="where">{ words.mixed(&words.within(&current.whereabouts, &current.label)) }</p>
            if let Some((mark, severity)) = current.mark.as_ref().and_then(|mark| Some((mark, mark.severity?))) {
                <p class={classes!("said-here", match severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Notice => "notice",
                })}>{ words.mixed(&mark.message) }</p>
            }
            if !current.working.is_empty() {
                <p class="working">{ words.mixed(&current.working) }</p>
            }
            <Field key={keys::id(place)} of={keys::REMARK} label={words.remark_title()} kind={field::Kind::Text} text={current.remark}
                hint={words.remark_hint()}
                on_type={props.on.reform(move |text| Msg::WriteRemark(place, text))} />
            if let Some(noted) = current.noted {
                { settling(props, place, &noted, words) }
            }
        </div>
    }
}

/// What became of a remark, to be chosen, and who wrote it when.
fn settling(props: &Props, place: Place, noted: &Noted, words: Words) -> Html {
    let onchange = props.on.reform(move |event: Event| {
        let chosen = chosen_in(&event).and_then(|select| {
            let at = usize::try_from(select.selected_index()).ok()?;
            State::ALL.get(at).copied()
        });
        let settle = Remarking::Settle(chosen.unwrap_or_default());
        Msg::Edit(place.remarking(settle))
    });
    html! {
        <p class="settling">
            <select aria-label={words.remark_states()} {onchange}>
                { for State::ALL.iter().map(|state| html! {
                    <option selected={*state == noted.state}>{ words.remark_state(*state) }</option>
                }) }
            </select>
            <span>{ &noted.by }</span>
            if noted.unsigned && props.reviewer.is_empty() {
                <button type="button" class="link" onclick={props.on.reform(|_| Msg::Focus(keys::REVIEWER.into()))}>{ words.remark_sign() }</button>
            }
        </p>
    }
}

/// The cells that differ from what was opened or last written into a file, listed where somebody wants that.
fn changed(props: &Props, listed: &UseStateHandle<bool>, words: Words) -> Html {
    let is_here = |(place, _): &&(Place, String)| props.about.has(*place);
    let count = props.changes.iter().filter(is_here).count();
    if count == 0 {
        return Html::default();
    }
    let line = |(place, was): &(Place, String)| {
        let place = *place;
        let cell = props.about.current(place, words)?;
        Some(html! {
            <li class="finding">
                <button type="button" class="go" onclick={props.on.reform(move |_| Msg::GoTo(place))}>
                    <span class="where">{ words.mixed(&words.within(&cell.whereabouts, &cell.label)) }</span>
                    <span class="message">{ words.mixed(&words.changed_cell(was)) }</span>
                </button>
            </li>
        })
    };
    let onclick = {
        let listed = listed.clone();
        Callback::from(move |_| listed.set(!*listed))
    };
    html! {
        <div class="changes">
            <button type="button" class="link" aria-expanded={listed.to_string()} {onclick}>{ words.changed_cells(count) }</button>
            if **listed {
                <ul>{ for props.changes.iter().filter(is_here).take(MOST_EMPTY).filter_map(line) }</ul>
            }
        </div>
    }
}

/// What was remarked on the cells.
fn remarks(props: &Props, words: Words) -> Html {
    let remarks = props.about.remarks(words);
    if remarks.is_empty() {
        return Html::default();
    }
    let line = |(place, whereabouts, remark, noted): (Place, String, String, Option<Noted>)| {
        let settled = noted.as_ref().filter(|noted| noted.state != State::Open);
        html! {
            <li class={classes!("finding", "remark", settled.map(|_| "settled"))}>
                <button type="button" class="go" onclick={props.on.reform(move |_| Msg::GoTo(place))}>
                    <span class="severity">{ words.remark_title() }</span>{ " " }
                    <span class="where">{ words.mixed(&whereabouts) }</span>
                    <span class="message">{ words.mixed(&remark) }</span>
                    if let Some(noted) = noted.filter(|noted| !noted.signed.is_empty()) {
                        <span class="signed">{ words.mixed(&noted.signed) }</span>
                    }
                </button>
            </li>
        }
    };
    html! { <ul class="list remarks">{ for remarks.into_iter().map(line) }</ul> }
}
