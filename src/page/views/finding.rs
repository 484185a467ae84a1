use super::about::Said;
use super::opener::use_opener;
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::Place;
use juesuan::finding::Severity;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LineProps {
    pub said: Said,
    /// Somebody is in its cell.
    pub current: bool,
    /// It is the one that keys lead to.
    pub now: bool,
    pub on: Callback<Msg>,
}

/// One finding: where, what, by which rule, and what can be done about it.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let words = use_words();
    let asking = use_state(|| false);
    let opener = use_opener(*asking);
    let said = &props.said;
    let class = match said.severity {
        _ if said.set_aside.is_some() => "aside",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let go = {
        let place = said.place;
        props.on.reform(move |_| Msg::GoTo(place))
    };
    let label = if said.set_aside.is_some() {
        words.set_aside_done()
    } else {
        words.severity(said.severity)
    };
    html! {
        <li class={classes!("finding", class, props.current.then_some("current"))} data-code={said.code.as_str()}>
            <button type="button" class="go" id={(props.now && said.mend.is_none()).then_some(keys::FINDING)} onclick={go}>
                <span class="severity">{ label }</span>{ " " }
                <span class="where">{ words.mixed(&said.whereabouts) }</span>
                <span class="message">{ words.mixed(&said.message) }</span>
            </button>
            { places(props, words) }
            if let Some(working) = &said.working {
                <p class="working">{ words.mixed(working) }</p>
            }
            if let Some(rule) = said.rule.as_ref().filter(|_| props.current) {
                <p class="rule">{ words.mixed(&words.named(words.findings_rule(), rule)) }</p>
            }
            if let Some(reason) = &said.set_aside {
                <p class="rule">{ words.mixed(&words.named(words.set_aside_reason(), reason)) }</p>
            }
            { if *asking { reason(props, &asking) } else { actions(props, &asking, opener, words) } }
        </li>
    }
}

/// The places of a finding that is said once for many, folded up.
fn places(props: &LineProps, words: Words) -> Html {
    let also = &props.said.also;
    if also.is_empty() {
        return Html::default();
    }
    let place = |(place, said): &(Place, String)| {
        let place = *place;
        html! {
            <li><button type="button" class="link" onclick={props.on.reform(move |_| Msg::GoTo(place))}>{ words.mixed(said) }</button></li>
        }
    };
    html! {
        <details class="places">
            <summary>{ words.finding_places(also.len()) }</summary>
            <ul>{ for also.iter().map(place) }</ul>
        </details>
    }
}

fn actions(
    props: &LineProps,
    asking: &UseStateHandle<bool>,
    opener: NodeRef,
    words: Words,
) -> Html {
    let said = &props.said;
    if said.set_aside.is_some() {
        let take_up = props.on.reform({
            let edit = said.aside("");
            move |_| Msg::Edit(edit.clone())
        });
        return html! {
            <p class="finding-actions"><button ref={opener} type="button" onclick={take_up}>{ words.set_aside_back() }</button></p>
        };
    }
    let mend = said.mend.as_ref().map(|(label, edit, place)| {
        let (edit, place) = (edit.clone(), *place);
        let onclick = props.on.reform(move |_| match place {
            Some(place) => Msg::EditThen(edit.clone(), place),
            None => Msg::EditThere(edit.clone()),
        });
        html! { <button type="button" class="mend" id={props.now.then_some(keys::FINDING)} {onclick}>{ words.mixed(label) }</button> }
    });
    let ask = {
        let asking = asking.clone();
        Callback::from(move |_| asking.set(true))
    };
    html! {
        <p class="finding-actions">
            { mend }
            <button ref={opener} type="button" class="quiet" onclick={ask}>{ words.set_aside() }</button>
        </p>
    }
}

/// Asks why, in place.
fn reason(props: &LineProps, asking: &UseStateHandle<bool>) -> Html {
    html! {
        <Reason
            on_reason={{
                let said = props.said.clone();
                props.on.reform(move |why: String| Msg::Edit(said.aside(&why)))
            }}
            on_done={{
                let asking = asking.clone();
                Callback::from(move |()| asking.set(false))
            }} />
    }
}

#[derive(Properties, PartialEq)]
pub struct ReasonProps {
    pub on_reason: Callback<String>,
    /// Nothing is asked any more, with a reason or without.
    pub on_done: Callback<()>,
}

/// Asks why a finding may stay as it is.
#[component]
pub fn Reason(props: &ReasonProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let missing = use_state(|| false);
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                // An element that is gone already needs no focus.
                let _ = area.focus();
            }
        });
    }
    let submit = {
        let (node, missing) = (node.clone(), missing.clone());
        let (on_reason, on_done) = (props.on_reason.clone(), props.on_done.clone());
        move || {
            let area = node.cast::<HtmlTextAreaElement>();
            let why = area
                .as_ref()
                .map(HtmlTextAreaElement::value)
                .unwrap_or_default();
            if why.trim().is_empty() {
                missing.set(true);
                if let Some(area) = area {
                    let _ = area.focus();
                }
            } else {
                // In this order: what is closed gives the focus to the button that is there then.
                on_reason.emit(why);
                on_done.emit(());
            }
        }
    };
    let onclick = {
        let submit = submit.clone();
        move |_| submit()
    };
    let onkeydown = {
        let on_done = props.on_done.clone();
        move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => on_done.emit(()),
            "Enter" if event.ctrl_key() => submit(),
            _ => {}
        }
    };
    html! {
        <div class="reason">
            <textarea ref={node} rows="2" aria-label={words.set_aside_reason()} placeholder={words.set_aside_hint()}
                aria-invalid={missing.then_some("true")} {onkeydown} />
            if *missing {
                <p class="problem" role="alert">{ words.set_aside_needs_reason() }</p>
            }
            <p class="finding-actions">
                <button type="button" class="mend" {onclick}>{ words.set_aside_confirm() }</button>
                <button type="button" class="quiet" onclick={props.on_done.reform(|_| ())}>{ words.cancel() }</button>
            </p>
        </div>
    }
}
