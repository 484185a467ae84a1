use super::about::{About, Said};
use super::finding::Line;
use super::hand_on::HandOn;
use crate::page::field::{Field, Kind};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::Place;
use juesuan::finding::Severity;
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Lines shown at first: a form of five hundred empty rows must not make a list of a thousand.
const SHOWN: usize = 60;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub about: About,
    /// The cell somebody is in.
    pub current: Option<Place>,
    pub on: Callback<Msg>,
}

/// The findings, always at hand: counts, a line each, a click to the cell, working and mend.
#[component]
pub fn Findings(props: &Props) -> Html {
    let words = use_words();
    let all = use_state(|| false);
    let about = &props.about;
    let (counts, count) = (about.counts(), about.len());
    let shown = if *all { count } else { count.min(SHOWN) };
    let lines: Vec<Said> = (0..shown).filter_map(|at| about.said(at, words)).collect();
    let chip = |label: String, count: usize, class: &'static str| {
        html! { <li class={classes!("count", class, (count == 0).then_some("zero"))}>{ label }</li> }
    };
    let severity = |severity: Severity, count: usize, class: &'static str| {
        chip(words.count(severity, count), count, class)
    };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(true))
    };
    html! {
        <aside class="findings" aria-label={words.findings()} onmousedown={keep_focus}>
            <h2>{ words.findings() }</h2>
            <ul class="counts">
                { severity(Severity::Error, counts.errors, "error") }
                { severity(Severity::Warning, counts.warnings, "warning") }
                { severity(Severity::Notice, counts.notices, "notice") }
                if counts.set_aside > 0 {
                    { chip(words.set_aside_count(counts.set_aside), counts.set_aside, "notice") }
                }
            </ul>
            { current(props, words) }
            if count == 0 && about.unfilled() == 0 {
                <div class="none">
                    <p><strong>{ words.findings_none() }</strong></p>
                    <p>{ words.findings_none_hint() }</p>
                </div>
            }
            <ul class="list">
                { for line_keys(&lines).into_iter().zip(lines).map(|(key, said)| html! {
                    <Line {key} current={props.current == Some(said.place)} {said} on={props.on.clone()} />
                }) }
            </ul>
            if count > shown {
                <button type="button" class="more" onclick={show_all}>{ words.more_findings(count - shown) }</button>
            }
            if about.unfilled() > 0 {
                <div class="unfilled">
                    <p>{ words.unfilled(about.unfilled()) }</p>
                    <button type="button" onclick={props.on.reform(|_| Msg::Check)}>{ words.findings_check() }</button>
                </div>
            }
            { remarks(props, words) }
            <HandOn on={props.on.clone()} />
        </aside>
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
            if !current.working.is_empty() {
                <p class="working">{ words.mixed(&current.working) }</p>
            }
            <Field key={keys::id(place)} of={keys::REMARK} label={words.remark_title()} kind={Kind::Text} text={current.remark}
                hint={words.remark_hint()}
                on_type={props.on.reform(move |text| Msg::Edit(place.remarking(text)))} />
        </div>
    }
}

/// What was remarked on the cells.
fn remarks(props: &Props, words: Words) -> Html {
    let remarks = props.about.remarks(words);
    if remarks.is_empty() {
        return Html::default();
    }
    let line = |(place, whereabouts, remark): (Place, String, String)| {
        html! {
            <li class="finding remark">
                <button type="button" class="go" onclick={props.on.reform(move |_| Msg::GoTo(place))}>
                    <span class="severity">{ words.remark_title() }</span>
                    <span class="where">{ words.mixed(&whereabouts) }</span>
                    <span class="message">{ words.mixed(&remark) }</span>
                </button>
            </li>
        }
    };
    html! { <ul class="list remarks">{ for remarks.into_iter().map(line) }</ul> }
}
