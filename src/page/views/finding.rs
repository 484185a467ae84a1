use crate::page::app::Msg;
use crate::page::text;
use juesuan::Edit;
use juesuan::evaluation::{Cell, Finding, Form, whereabouts};
use juesuan::finding::{Mend, Severity};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct LineProps {
    pub finding: Finding,
    pub form: usize,
    pub place: String,
    /// Somebody is in its cell.
    pub current: bool,
    pub on: Callback<Msg>,
}

/// One finding: where, what, by which rule, and what can be done about it.
#[component]
pub fn Line(props: &LineProps) -> Html {
    let asking = use_state(|| false);
    let finding = &props.finding;
    let severity = finding.severity();
    let class = match severity {
        _ if finding.set_aside.is_some() => "aside",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Notice => "notice",
    };
    let go = {
        let place = (props.form, finding.cell);
        props.on.reform(move |_| Msg::GoTo(place))
    };
    let label = if finding.set_aside.is_some() {
        text::SET_ASIDE_DONE
    } else {
        text::severity(severity)
    };
    let working = finding.working.as_ref();
    let working = working.filter(|w| !w.is_empty() && !finding.message.contains(w.as_str()));
    html! {
        <li class={classes!("finding", class, props.current.then_some("current"))} data-code={finding.code.as_str()}>
            <button type="button" class="go" onclick={go}>
                <span class="severity">{ label }</span>
                <span class="where">{ &props.place }</span>
                <span class="message">{ &finding.message }</span>
            </button>
            if let Some(working) = working {
                <p class="working">{ working }</p>
            }
            if let Some(rule) = finding.rule.as_ref().filter(|_| props.current) {
                <p class="rule">{ text::FINDINGS_RULE }{ "：" }{ rule }</p>
            }
            if let Some(reason) = &finding.set_aside {
                <p class="rule">{ text::SET_ASIDE_REASON }{ "：" }{ reason }</p>
            }
            { if *asking { reason(props, &asking) } else { actions(props, &asking) } }
        </li>
    }
}

fn actions(props: &LineProps, asking: &UseStateHandle<bool>) -> Html {
    let finding = &props.finding;
    if finding.set_aside.is_some() {
        let take_up = props.on.reform({
            let edit = aside(props, "");
            move |_| Msg::Edit(edit.clone())
        });
        return html! {
            <p class="finding-actions"><button type="button" onclick={take_up}>{ text::SET_ASIDE_BACK }</button></p>
        };
    }
    let mend = finding.mend.as_ref().and_then(|mend| {
        let edit = Edit::mending(props.form, mend)?;
        let (label, place) = match mend {
            Mend::Put { cell, text } => (text::replace_with(text), Some((props.form, *cell))),
            Mend::Place { dimension, .. } => (text::move_to(dimension), None),
        };
        let onclick = props.on.reform(move |_| match place {
            Some(place) => Msg::EditThen(edit.clone(), place),
            None => Msg::Edit(edit.clone()),
        });
        Some(html! { <button type="button" class="mend" {onclick}>{ label }</button> })
    });
    let ask = {
        let asking = asking.clone();
        Callback::from(move |_| asking.set(true))
    };
    html! {
        <p class="finding-actions">
            { mend }
            <button type="button" class="quiet" onclick={ask}>{ text::SET_ASIDE }</button>
        </p>
    }
}

/// The edit that sets the finding aside, or, without a reason, takes it up again.
fn aside(props: &LineProps, reason: &str) -> Edit {
    Edit::SetAside {
        form: props.form,
        code: props.finding.code.as_str(),
        cell: props.finding.cell,
        message: props.finding.message.clone(),
        reason: reason.to_owned(),
    }
}

/// Asks why, in place.
fn reason(props: &LineProps, asking: &UseStateHandle<bool>) -> Html {
    html! {
        <Reason
            on_reason={{
                let (on, asking) = (props.on.clone(), asking.clone());
                let edit = aside(props, "");
                Callback::from(move |why: String| {
                    asking.set(false);
                    if let Edit::SetAside { form, code, cell, message, .. } = edit.clone() {
                        on.emit(Msg::Edit(Edit::SetAside { form, code, cell, message, reason: why }));
                    }
                })
            }}
            on_cancel={{
                let asking = asking.clone();
                Callback::from(move |()| asking.set(false))
            }} />
    }
}

#[derive(Properties, PartialEq)]
struct ReasonProps {
    on_reason: Callback<String>,
    on_cancel: Callback<()>,
}

#[component]
fn Reason(props: &ReasonProps) -> Html {
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
        let (node, missing, on_reason) = (node.clone(), missing.clone(), props.on_reason.clone());
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
                on_reason.emit(why);
            }
        }
    };
    let onclick = {
        let submit = submit.clone();
        move |_| submit()
    };
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => on_cancel.emit(()),
            "Enter" if event.ctrl_key() => submit(),
            _ => {}
        }
    };
    html! {
        <div class="reason">
            <textarea ref={node} rows="2" aria-label={text::SET_ASIDE_REASON} placeholder={text::SET_ASIDE_HINT}
                aria-invalid={missing.then_some("true")} {onkeydown} />
            if *missing {
                <p class="problem" role="alert">{ text::SET_ASIDE_NEEDS_REASON }</p>
            }
            <p class="finding-actions">
                <button type="button" class="mend" {onclick}>{ text::SET_ASIDE_CONFIRM }</button>
                <button type="button" class="quiet" onclick={props.on_cancel.reform(|_| ())}>{ text::CANCEL }</button>
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct RemarksProps {
    pub source: Rc<Form>,
    pub form: usize,
    pub on: Callback<Msg>,
}

/// What was remarked on the cells of the form.
#[component]
pub fn Remarks(props: &RemarksProps) -> Html {
    let remarks = props.source.remarked();
    if remarks.is_empty() {
        return Html::default();
    }
    let line = |cell: Cell, remark: &str| {
        let place = (props.form, cell);
        html! {
            <li class="finding remark">
                <button type="button" class="go" onclick={props.on.reform(move |_| Msg::GoTo(place))}>
                    <span class="severity">{ text::REMARK }</span>
                    <span class="where">{ whereabouts(&props.source, cell) }{ " · " }{ cell.label() }</span>
                    <span class="message">{ remark.to_owned() }</span>
                </button>
            </li>
        }
    };
    html! { <ul class="list remarks">{ for remarks.iter().map(|(cell, remark)| line(*cell, remark)) }</ul> }
}
