use crate::page::app::Msg;
use crate::page::document::Seen;
use crate::page::text;
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
    let chip = |severity: Severity, count: usize, class: &'static str| {
        html! { <li class={classes!("count", class, (count == 0).then_some("zero"))}>{ text::count(severity, count) }</li> }
    };
    let show_all = {
        let all = all.clone();
        Callback::from(move |_| all.set(true))
    };
    html! {
        <aside class="findings" aria-label={text::FINDINGS} onmousedown={keep_focus}>
            <h2>{ text::FINDINGS }</h2>
            <ul class="counts">
                { chip(Severity::Error, counts.errors, "error") }
                { chip(Severity::Warning, counts.warnings, "warning") }
                { chip(Severity::Notice, counts.notices, "notice") }
            </ul>
            <p class="off-screen" role="status" aria-live="polite">
                { text::live(counts.errors, counts.warnings, counts.notices) }
            </p>
            <Working score={current_score(&props.evaluation, props.current)} place={props.current.map(|c| whereabouts(&props.source, c))} />
            if findings.is_empty() && props.seen.unfilled == 0 {
                <div class="none">
                    <p><strong>{ text::FINDINGS_NONE }</strong></p>
                    <p>{ text::FINDINGS_NONE_HINT }</p>
                </div>
            }
            <ul class="list">
                { for findings.iter().take(shown).map(|finding| html! {
                    <Line finding={finding.clone()} form={props.form} on={props.on.clone()}
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
        </aside>
    }
}

/// Pressing a button here does not yet leave the cell somebody is in: leaving can add a line, and
/// the button would move away from under the click.
fn keep_focus(event: MouseEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    if target.is_some_and(|t| t.closest("button").is_ok_and(|b| b.is_some())) {
        event.prevent_default();
    }
}

/// The score of the row somebody is in.
fn current_score(evaluation: &Evaluation, current: Option<Cell>) -> Option<Score> {
    match current? {
        Cell::Indicator(g, i, _) => evaluation.goals.get(g)?.indicators.get(i).cloned(),
        Cell::Execution(_) => Some(evaluation.execution.score.clone()),
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
struct WorkingProps {
    score: Option<Score>,
    place: Option<String>,
}

/// How the score of the current row came about.
#[component]
fn Working(props: &WorkingProps) -> Html {
    match (&props.score, &props.place) {
        (Some(score), Some(place)) if !score.working.is_empty() => html! {
            <div class="current-working">
                <p class="where">{ place }</p>
                <p class="working">{ &score.working }</p>
            </div>
        },
        _ => Html::default(),
    }
}

#[derive(Properties, PartialEq)]
struct LineProps {
    finding: Finding,
    form: usize,
    place: String,
    current: bool,
    on: Callback<Msg>,
}

#[component]
fn Line(props: &LineProps) -> Html {
    let finding = &props.finding;
    let severity = finding.severity();
    let class = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let go = {
        let place = (props.form, finding.cell);
        props.on.reform(move |_| Msg::GoTo(place))
    };
    let mend = finding.mend.as_ref().map(|mend| {
        let edit = Edit::SetCell { form: props.form, cell: mend.cell, text: mend.text.clone() };
        let place = (props.form, mend.cell);
        html! {
            <button type="button" class="mend" onclick={props.on.reform(move |_| Msg::EditThen(edit.clone(), place))}>
                { text::replace_with(&mend.text) }
            </button>
        }
    });
    html! {
        <li class={classes!("finding", class, props.current.then_some("current"))} data-code={finding.code.as_str()}>
            <button type="button" class="go" onclick={go}>
                <span class="severity">{ text::severity(severity) }</span>
                <span class="where">{ &props.place }</span>
                <span class="message">{ &finding.message }</span>
            </button>
            if let Some(working) = finding.working.as_ref().filter(|w| !w.is_empty() && !finding.message.contains(w.as_str())) {
                <p class="working">{ working }</p>
            }
            if let Some(rule) = finding.rule.as_ref().filter(|_| props.current) {
                <p class="rule">{ text::FINDINGS_RULE }{ "：" }{ rule }</p>
            }
            { mend }
        </li>
    }
}
