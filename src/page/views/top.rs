use crate::page::app::Msg;
use crate::page::field::{Field, Kind};
use crate::page::text;
use juesuan::evaluation::{Cell, FormField, built_in};
use juesuan::{Edit, Workbook};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub workbook: Option<Rc<Workbook>>,
    /// The form on screen.
    pub form: Option<usize>,
    pub can_undo: bool,
    pub can_redo: bool,
    pub on: Callback<Msg>,
}

/// The bar at the top: what is open, and what can be done with it.
#[component]
pub fn Top(props: &Props) -> Html {
    let on = &props.on;
    let open = props.workbook.as_ref().zip(props.form);
    let nothing = open.is_none();
    html! {
        <header class="top">
            <button type="button" class="brand" onclick={on.reform(|_| Msg::Show(super::super::app::View::Start))}>
                { text::PRODUCT }
            </button>
            if let Some((workbook, form)) = open {
                <label class="chip year">
                    <Field id="year" label={text::FORM_YEAR} kind={Kind::Line}
                        text={workbook.year.to_string()} hint="2020"
                        on_type={on.reform(|text| Msg::Edit(Edit::SetYear { text }))} />
                    <span>{ text::FORM_YEAR }</span>
                </label>
                { rules(workbook, form, on) }
            }
            <span class="spring"></span>
            <button type="button" class="quiet" disabled={!props.can_undo || nothing}
                title="Ctrl+Z" onclick={on.reform(|_| Msg::Undo)}>{ text::UNDO }</button>
            <button type="button" class="quiet" disabled={!props.can_redo || nothing}
                title="Ctrl+Y" onclick={on.reform(|_| Msg::Redo)}>{ text::REDO }</button>
            <OpenFile on={on.clone()} class="button" label={text::OPEN} />
            <button type="button" disabled={nothing} title="Ctrl+P"
                onclick={on.reform(|_| Msg::Print)}>{ text::PRINT }</button>
            <button type="button" class="primary" disabled={nothing} title="Ctrl+S"
                onclick={on.reform(|_| Msg::Save)}>{ text::SAVE }</button>
        </header>
    }
}

fn rules(workbook: &Rc<Workbook>, form: usize, on: &Callback<Msg>) -> Html {
    let cell = Cell::Form(FormField::RuleSet);
    let chosen = workbook
        .forms
        .get(form)
        .map(|f| f.rule_set.clone())
        .unwrap_or_default();
    let known = chosen.is_empty() || built_in().iter().any(|set| set.id == chosen);
    let onchange = on.reform(move |event: Event| {
        let text = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok())
            .map(|select| select.value())
            .unwrap_or_default();
        Msg::Edit(Edit::SetCell { form, cell, text })
    });
    html! {
        <select class="chip" id={crate::page::keys::id(form, cell)} aria-label={text::START_RULES} {onchange}>
            if !known {
                <option value={chosen.clone()} selected=true>{ chosen.clone() }</option>
            }
            { for built_in().iter().map(|set| html! {
                <option value={set.id.clone()} selected={set.id == chosen}>{ &set.name }</option>
            }) }
        </select>
    }
}

#[derive(Properties, PartialEq)]
pub struct OpenFileProps {
    pub on: Callback<Msg>,
    pub class: AttrValue,
    pub label: AttrValue,
}

/// A button that opens the browser's file dialog: a label around the file input, so that it works
/// without a script and by keyboard.
#[component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let on = props.on.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            on.emit(Msg::Open(file));
        }
        // The same file chosen again is a change again.
        input.set_value("");
    });
    html! {
        <label class={props.class.clone()}>
            <input type="file" class="off-screen" accept=".json,application/json" {onchange} />
            { props.label.clone() }
        </label>
    }
}
