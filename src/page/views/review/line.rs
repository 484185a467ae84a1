use super::said::{judge, whereabouts};
use crate::page::field::{Field, Kind};
use crate::page::message::ReadingMsg;
use crate::page::shared::Shared;
use crate::page::views::finding::Reason;
use crate::page::words::{Words, use_words};
use juesuan::flows::judging::{Msg, Note};
use juesuan::paper::Paper;
use juesuan::say::Spoken as _;
use juesuan::understand::{Finding, Review, Severity};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    pub review: Shared<Review>,
    /// Which of the findings.
    pub at: usize,
    /// The number of the paper.
    pub of: usize,
    pub note: Note,
    /// It is the one at hand.
    pub current: bool,
    pub on: Callback<ReadingMsg>,
}

/// Other places that are shown at once: a word of the template may stand in a hundred.
const MOST_PLACES: usize = 3;

/// One finding: where, what is printed there, what is wrong, how it is worked out, and what was noted.
#[component]
pub fn Line(props: &Props) -> Html {
    let words = use_words();
    let asking = use_state(|| false);
    let remarking = use_state(|| false);
    let node = use_remark(*remarking);
    let Some(finding) = props.review.findings.get(props.at) else {
        return Html::default();
    };
    let (at, of, note) = (props.at, props.of, &props.note);
    let class = match finding.severity {
        _ if note.aside.is_some() => "aside",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let label = match &note.aside {
        Some(_) => words.set_aside_done().to_owned(),
        None => finding.severity.spoken(words.language),
    };
    let quote = finding.spot.quote(&props.paper);
    let told = words.language.found(finding);
    html! {
        <li ref={node} class={classes!("finding", class, props.current.then_some("current"))} data-finding={at.to_string()} data-code={finding.code()}>
            <button type="button" class="go" aria-current={props.current.then_some("true")}
                onclick={props.on.reform(move |_| judge(of, Msg::Finding(at)))}>
                <span class="severity">{ label }</span>{ " " }
                <span class="where">{ words.mixed(&whereabouts(&props.paper, &finding.spot, words)) }</span>
                if !quote.is_empty() {
                    <q class="quote" lang="zh-CN">{ quote }</q>
                }
                <span class="message">{ words.mixed(&told.message) }</span>
            </button>
            if let Some(working) = &finding.working {
                <p class="working">{ words.mixed(&words.named(words.review_working(), working)) }</p>
            }
            if let Some(cause) = finding.cause {
                <p class="rule">{ words.mixed(&words.named(words.review_cause(), &cause.spoken(words.language))) }</p>
            }
            { places(props, finding, words) }
            if let Some(reason) = &note.aside {
                <p class="rule">{ words.mixed(&words.named(words.set_aside_reason(), reason)) }</p>
            }
            if *remarking || !note.remark.is_empty() {
                <Field of={format!("remark-{of}-{at}")} label={words.remark_title()} kind={Kind::Text} text={note.remark.clone()}
                    hint={words.remark_title()} on_type={props.on.reform(move |text| judge(of, Msg::Remark(at, text)))} />
            }
            { if *asking { reason(props, &asking) } else { actions(props, &asking, &remarking, words) } }
        </li>
    }
}

/// The node of a line. Where a remark begins, its field takes the focus.
#[hook]
fn use_remark(begins: bool) -> NodeRef {
    let node = use_node_ref();
    let line = node.clone();
    use_effect_with(begins, move |begins| {
        let field = line
            .cast::<Element>()
            .filter(|_| *begins)
            .and_then(|line| line.query_selector("textarea").ok()?)
            .and_then(|field| field.dyn_into::<HtmlElement>().ok());
        if let Some(field) = field {
            // What is gone already needs no focus.
            let _ = field.focus();
        }
    });
    node
}

/// The other places that the finding speaks of.
fn places(props: &Props, finding: &Finding, words: Words) -> Html {
    let (at, of) = (props.at, props.of);
    if finding.also.is_empty() {
        return Html::default();
    }
    let place = |(which, spot): (usize, &juesuan::understand::Spot)| {
        let place = whereabouts(&props.paper, spot, words);
        let said = format!("{place}：{}", spot.quote(&props.paper));
        html! {
            <button type="button" class="other" title={words.review_other_place()}
                onclick={props.on.reform(move |_| judge(of, Msg::Also(at, which)))}>{ words.mixed(&said) }</button>
        }
    };
    let also = finding.also.iter().enumerate();
    let rest: Vec<Html> = also.clone().skip(MOST_PLACES).map(place).collect();
    html! {
        <>
            <p class="others">{ for also.take(MOST_PLACES).map(place) }</p>
            if !rest.is_empty() {
                <details class="places">
                    <summary>{ words.finding_places(finding.also.len()) }</summary>
                    <p class="others">{ for rest }</p>
                </details>
            }
        </>
    }
}

fn actions(
    props: &Props,
    asking: &UseStateHandle<bool>,
    remarking: &UseStateHandle<bool>,
    words: Words,
) -> Html {
    let (at, of) = (props.at, props.of);
    let opens = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(true))
    };
    html! {
        <p class="finding-actions">
            if props.note.aside.is_some() {
                <button type="button" onclick={props.on.reform(move |_| judge(of, Msg::TakeUp(at)))}>{ words.set_aside_back() }</button>
            } else {
                <button type="button" class="quiet" onclick={opens(asking)}>{ words.set_aside() }</button>
            }
            if !**remarking && props.note.remark.is_empty() {
                <button type="button" class="quiet" onclick={opens(remarking)}>{ words.review_remark_open() }</button>
            }
        </p>
    }
}

/// Asks why, in place.
fn reason(props: &Props, asking: &UseStateHandle<bool>) -> Html {
    let (at, of) = (props.at, props.of);
    let on_reason = props
        .on
        .reform(move |why: String| judge(of, Msg::SetAside(at, why)));
    let on_done = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(false))
    };
    html! { <Reason {on_reason} {on_done} /> }
}
