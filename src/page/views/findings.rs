use super::finding::{Line, Remarks};
use super::hand_on::HandOn;
use crate::page::app::Msg;
use crate::page::document::Seen;
use crate::page::field::{Field, Kind};
use crate::page::{keys, text};
use juesuan::Edit;
use juesuan::evaluation::{Cell, Evaluation, Finding, Form, Score, whereabouts};
use juesuan::finding::Severity;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Lines shown at first: a form of five hundred empty rows must not make a list of a thousand.
const SHOWN: usize = 60;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub seen: Seen,
    pub form: usize,
    pub source: Rc<Form>,
    pub evaluation: Rc<Evaluation>,
    /// The cell somebody is in.
    pub current: Option<Cell>,
    pub on: Callback<Msg>,
}

/// The findings, always at hand: counts, a line each, a click to the cell, working and mend.
#[component]
pub fn Findings(props: &Props) -> Html {
    let all = use_state(|| false);
    let counts = props.seen.counts;
    let findings = &props.seen.findings;
    let shown = if *all {
        findings.len()
    } else {
        findings.len().min(SHOWN)
    };
    let chip = |label: String, count: usize, class: &'static str| {
        html! { <li class={classes!("count", class, (count == 0).then_some("zero"))}>{ label }</li> }
    };
    let severity = |severity: Severity, count: usize, class: &'static str| {
        chip(text::count(severity, count), count, class)
    };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(true))
    };
    html! {
        <aside class="findings" aria-label={text::FINDINGS} onmousedown={keep_focus}>
            <h2>{ text::FINDINGS }</h2>
            <ul class="counts">
                { severity(Severity::Error, counts.errors, "error") }
                { severity(Severity::Warning, counts.warnings, "warning") }
                { severity(Severity::Notice, counts.notices, "notice") }
                if counts.set_aside > 0 {
                    { chip(text::set_aside_count(counts.set_aside), counts.set_aside, "notice") }
                }
            </ul>
            { current(props) }
            if findings.is_empty() && props.seen.unfilled == 0 {
                <div class="none">
                    <p><strong>{ text::FINDINGS_NONE }</strong></p>
                    <p>{ text::FINDINGS_NONE_HINT }</p>
                </div>
            }
            <ul class="list">
                { for findings.iter().take(shown).enumerate().map(|(i, finding)| html! {
                    <Line key={key(&findings[..i], finding)}
                        finding={finding.clone()} form={props.form} on={props.on.clone()}
                        place={whereabouts(&props.source, finding.cell)}
                        current={props.current == Some(finding.cell)} />
                }) }
            </ul>
            if findings.len() > shown {
                <button type="button" class="more" onclick={show_all}>{ text::more_findings(findings.len() - shown) }</button>
            }
            if props.seen.unfilled > 0 {
                <div class="unfilled">
                    <p>{ text::unfilled(props.seen.unfilled) }</p>
                    <button type="button" onclick={props.on.reform(|_| Msg::Check)}>{ text::FINDINGS_CHECK }</button>
                </div>
            }
            <Remarks source={props.source.clone()} form={props.form} on={props.on.clone()} />
            <HandOn on={props.on.clone()} />
        </aside>
    }
}

/// Tells a finding from all others, also from one that says the same once more.
fn key(before: &[Finding], finding: &Finding) -> String {
    let same = before.iter().filter(|other| *other == finding).count();
    let Finding {
        code,
        cell,
        message,
        ..
    } = finding;
    format!("{code} {cell} {message} {same}")
}

/// Pressing a button here does not yet leave the cell somebody is in: leaving can add a line, and
/// the button would move away from under the click.
fn keep_focus(event: MouseEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if target.is_some_and(|t| t.closest("button").is_ok_and(|b| b.is_some())) {
        event.prevent_default();
    }
}

/// The cell somebody is in: how its score came about, and a place for a remark.
fn current(props: &Props) -> Html {
    let Some(cell) = props.current else {
        return Html::default();
    };
    let working = score_at(&props.evaluation, cell).map(|score| score.working.clone());
    let working = working.filter(|working| !working.is_empty());
    let form = props.form;
    let path = cell.to_string();
    let remark = props
        .source
        .remarks
        .iter()
        .find(|remark| remark.path == path);
    let remark = remark
        .map(|remark| remark.text.to_string())
        .unwrap_or_default();
    html! {
        <div class="current-cell">
            <p class="where">{ whereabouts(&props.source, cell) }{ " · " }{ cell.label() }</p>
            if let Some(working) = working {
                <p class="working">{ working }</p>
            }
            <Field key={path} id={keys::REMARK} label={text::REMARK} kind={Kind::Text} text={remark}
                hint={text::REMARK_HINT}
                on_type={props.on.reform(move |text| Msg::Edit(Edit::SetRemark { form, cell, text }))} />
        </div>
    }
}

/// The score of the row a cell is in.
fn score_at(evaluation: &Evaluation, cell: Cell) -> Option<&Score> {
    match cell {
        Cell::Indicator(g, i, _) => evaluation.goals.get(g)?.indicators.get(i),
        Cell::Execution(_) => Some(&evaluation.execution.score),
        _ => None,
    }
}
