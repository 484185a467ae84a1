//! What was found in a document, beside it: findings, figures that were checked, and handing them on.

mod beside;
mod checked;
mod filters;
mod forms;
mod line;
mod out;
mod said;

pub use said::{listed, right, whereabouts};

use crate::page::message::{Against, Msg as PageMsg, ReadingMsg};
use crate::page::shared::Shared;
use crate::page::views::edge::Edge;
use crate::page::words::{Words, lang_of, use_words};
use crate::page::{keys, remembered};
use beside::{Changes, Others};
use checked::Checked;
use filters::{kinds, severities};
use forms::Forms;
use juesuan::flows::asking::{Beside, Found};
use juesuan::flows::judging::{Judging, Listed, Msg, Target};
use juesuan::paper::{Kind, Paper};
use juesuan::say::Spoken as _;
use juesuan::understand::{About, DisclosureKind, Review};
use line::Line;
use out::HandOut;
use said::judge;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// In pixels: how high the line with the steps is, which stays over the list.
const OF_STEPS: i32 = 40;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    pub review: Shared<Review>,
    pub judging: Shared<Judging>,
    /// Its number among the papers.
    pub of: usize,
    /// What it can be held against, by name.
    pub others: Vec<(Against, String)>,
    /// What it was held against.
    pub beside: Option<Shared<Beside>>,
    /// Who reviews.
    pub reviewer: String,
    pub on: Callback<ReadingMsg>,
    pub page: Callback<PageMsg>,
}

/// What was found in the document that is shown.
#[component]
pub fn ReviewPanel(props: &Props) -> Html {
    let words = use_words();
    let (review, judging, of) = (&props.review, &props.judging, props.of);
    let node = use_list_target(judging.target.clone());
    let toggled = use_state(|| false);
    let toggle = {
        let toggled = toggled.clone();
        Callback::from(move |_| toggled.set(!*toggled))
    };
    let tab = |listed: Listed, label: String| {
        let chosen = judging.listed == listed;
        html! {
            <button type="button" class={classes!("tab", chosen.then_some("current"))} aria-pressed={chosen.to_string()} tabindex={if chosen { "0" } else { "-1" }}
                onclick={props.on.reform(move |_| judge(of, Msg::List(listed)))}>{ label }</button>
        }
    };
    let findings = review.findings.len();
    let figures = review.statements.len();
    let onsearch = props.on.reform(move |event: InputEvent| {
        let wanted = event.target_unchecked_into::<HtmlInputElement>().value();
        judge(of, Msg::Search(wanted))
    });
    html! {
        <aside id={keys::PANEL} tabindex="-1" class={classes!("findings", "review", toggled.then_some("toggled"))} aria-label={words.findings()} ref={node}>
            <Edge of={remembered::REVIEW_PANEL} />
            <Edge of={remembered::REVIEW_PANEL_HEIGHT} level=true />
            <button type="button" class="quiet toggle" title={words.findings_toggle()} aria-label={words.findings_toggle()}
                aria-expanded={(!*toggled).to_string()} onclick={toggle}></button>
            <div class="review-head">
                <h2>{ words.findings() }</h2>
                { about(&review.about, words) }
                <p class="coverage">{ words.review_coverage(review.coverage.figures, review.coverage.checked) }</p>
                <Forms review={review.clone()} {of} on={props.on.clone()} page={props.page.clone()} />
                <Others {of} others={props.others.clone()} beside={props.beside.clone()} page={props.page.clone()} />
            </div>
            <div class="review-tabs" onkeydown={|event: KeyboardEvent| keys::rove(&event)}>
                { tab(Listed::Findings, words.named(words.review_findings(), &findings.to_string())) }
                { tab(Listed::Checked, words.named(words.review_checked(), &figures.to_string())) }
                if let Some(changes) = props.beside.as_ref().and_then(|beside| changes_of(beside)) {
                    { tab(Listed::Compared, words.named(words.review_changes(), &changes.to_string())) }
                }
            </div>
            if findings > 0 || figures > 0 {
                <input type="search" class="review-search" value={judging.wanted.clone()} aria-label={words.review_search()}
                    placeholder={words.review_search()} oninput={onsearch} />
            }
            { match judging.listed {
                Listed::Findings => list(props, words),
                Listed::Checked => html! {
                    <Checked review={review.clone()} judging={judging.clone()} {of} on={props.on.clone()} />
                },
                Listed::Compared => match &props.beside {
                    Some(beside) => html! { <Changes beside={beside.clone()} {of} on={props.on.clone()} /> },
                    None => Html::default(),
                },
            } }
            if findings > 0 {
                <HandOut {of} takes_marks={matches!(props.paper.kind, Kind::Pdf | Kind::Docx)} reviewer={props.reviewer.clone()} page={props.page.clone()} />
            }
        </aside>
    }
}

/// How many changes are listed, where an earlier version is known.
fn changes_of(beside: &Beside) -> Option<usize> {
    match &beside.found {
        Found::Revised(revision) => Some(revision.changes.len()),
        Found::LastYear(_) => None,
    }
}

/// Whose document it is.
fn about(about: &About, words: Words) -> Html {
    let year = about.year.map(|year| year.to_string());
    let kind = (about.kind != DisclosureKind::Unknown).then(|| about.kind.spoken(words.language));
    let parts: Vec<String> = [about.unit.clone(), year, kind]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        return Html::default();
    }
    let text = parts.join(" · ");
    html! { <p class="about" lang={lang_of(&text)}>{ text }</p> }
}

fn list(props: &Props, words: Words) -> Html {
    let (review, judging, of) = (&props.review, &props.judging, props.of);
    if review.findings.is_empty() {
        let coverage = review.coverage;
        return html! {
            <div class="none">
                if coverage.figures == 0 {
                    <p>{ words.review_no_figures() }</p>
                } else {
                    <p><strong>{ words.review_none() }</strong></p>
                    <p>{ words.review_coverage(coverage.figures, coverage.checked) }</p>
                }
            </div>
        };
    }
    let listed = listed(&props.paper, review, judging, words.language);
    let step = |forward: bool| {
        let among = listed.clone();
        props
            .on
            .reform(move |_| judge(of, Msg::Step(forward, among.clone())))
    };
    html! {
        <>
            { severities(review, judging, of, &props.on, words) }
            { kinds(review, judging, of, &props.on, words) }
            <div class="review-steps">
                <span role="status">{ words.review_listed(listed.len(), review.findings.len()) }</span>
                <button type="button" disabled={listed.is_empty()} onclick={step(false)} title={words.review_previous()}
                    aria-keyshortcuts="Shift+F8">{ words.document_previous() }</button>
                <button type="button" disabled={listed.is_empty()} onclick={step(true)} title={words.review_next()}
                    aria-keyshortcuts="F8">{ words.document_next() }</button>
            </div>
            if listed.is_empty() {
                <p class="none">{ words.review_none_listed() }</p>
            }
            <ul class="list">
                { for listed.iter().map(|at| html! {
                    <Line key={*at} paper={props.paper.clone()} review={review.clone()} at={*at} {of}
                        note={judging.note(*at).cloned().unwrap_or_default()} current={judging.finding == Some(*at)} on={props.on.clone()} />
                }) }
            </ul>
        </>
    }
}

/// The node of the list. Where somebody was sent to one of its lines, that is brought into sight and takes the
/// focus; the line of the finding at hand is brought into sight.
#[hook]
fn use_list_target(target: Option<(Target, u32)>) -> NodeRef {
    let node = use_node_ref();
    let all = node.clone();
    use_effect_with(target, move |target| {
        let Some((target, _)) = target else { return };
        let wanted = match target {
            Target::Finding(at) => format!("[data-finding=\"{at}\"] .go"),
            Target::Statement(at) => format!("[data-statement=\"{at}\"] .go"),
            Target::Paper(_) => {
                let all = all.cast::<Element>();
                let line = all.as_ref().and_then(|all| {
                    let line = all.query_selector(".finding.current").ok()??;
                    line.dyn_into::<HtmlElement>().ok()
                });
                // The list alone is moved, where the line is out of sight: the paper goes to the place itself.
                if let (Some(all), Some(line)) = (all, line) {
                    let (top, seen) = (line.offset_top() - OF_STEPS, all.scroll_top());
                    let bottom = line.offset_top() + line.offset_height();
                    if top < seen || bottom > seen + all.client_height() {
                        all.set_scroll_top(top);
                    }
                }
                return;
            }
        };
        let line = all
            .cast::<Element>()
            .and_then(|all| all.query_selector(&wanted).ok()?)
            .and_then(|line| line.dyn_into::<HtmlElement>().ok());
        if let Some(line) = line {
            line.scroll_into_view();
            // What is gone already needs no focus.
            let _ = line.focus();
        }
    });
    node
}
