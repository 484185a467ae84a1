use super::own_rules::writing;
use crate::page::clock::last_year;
use crate::page::field::{Field, Kind, Mark, chosen_value};
use crate::page::message::Msg;
use crate::page::whereabouts::View;
use crate::page::words::{Words, lang_of, use_words};
use crate::page::{files, keys};
use juesuan::accounts;
use juesuan::evaluation::{Cell, FormField, built_in};
use juesuan::flows::{looking, opening};
use juesuan::{Edit, Place, Workbook};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub workbook: Option<Rc<Workbook>>,
    /// The form on screen.
    pub form: Option<usize>,
    /// What is on screen of the workbook can be printed.
    pub prints: bool,
    /// A document is on screen.
    pub paper: bool,
    /// In somebody else's page; whether there it has a button for saving.
    pub of_portal: Option<bool>,
    /// The year can be changed here.
    pub year: bool,
    /// What there is to be said of the year.
    pub year_mark: Option<Rc<Mark>>,
    pub read_only: bool,
    pub can_undo: bool,
    pub can_redo: bool,
    pub on: Callback<Msg>,
}

/// The bar at the top: what is open, and what can be done with it.
#[component]
pub fn Top(props: &Props) -> Html {
    let words = use_words();
    let on = &props.on;
    let workbook = props.workbook.as_ref();
    let open = workbook.zip(props.form);
    let nothing = workbook.is_none();
    let no_form = nothing || !props.prints;
    let prints = props.paper || !no_form;
    let several = !no_form
        && workbook
            .is_some_and(|workbook| workbook.forms.len() > 1 || !workbook.accounts.is_untouched());
    html! {
        <header class="top">
            if props.of_portal.is_none() {
                <button type="button" class="brand" onclick={on.reform(|_| Msg::Show(View::Start))}>
                    { words.product() }
                </button>
            }
            if let Some(workbook) = workbook.filter(|_| props.prints && props.year) {
                <label class="chip year">
                    <Field of={Place::Accounts(accounts::Cell::Year)} label={words.year_word()} kind={Kind::Line}
                        text={workbook.year.to_string()} hint={words.example(&last_year().to_string())} mark={props.year_mark.clone()}
                        on_type={on.clone()} />
                    <span>{ words.year_word() }</span>
                </label>
            }
            if let Some((workbook, form)) = open {
                { rules(props, workbook, form, words) }
            }
            <span class="spring"></span>
            <button type="button" class="quiet look" title="Ctrl+K"
                onclick={on.reform(|_| Msg::Look(looking::Msg::Open(looking::For::Deeds)))}>{ words.deeds() }</button>
            <button type="button" class="quiet" disabled={!props.can_undo || nothing}
                title="Ctrl+Z" onclick={on.reform(|_| Msg::Undo)}>{ words.undo() }</button>
            <button type="button" class="quiet" disabled={!props.can_redo || nothing}
                title="Ctrl+Y" onclick={on.reform(|_| Msg::Redo)}>{ words.redo() }</button>
            if props.of_portal.is_none() {
                <OpenFile on={on.clone()} label={words.open()} />
            }
            <button type="button" disabled={!prints} title="Ctrl+P"
                onclick={on.reform(|_| Msg::Print)}>{ words.print() }</button>
            if several {
                <button type="button" onclick={on.reform(|_| Msg::PrintAll)}>{ words.print_all() }</button>
            }
            if props.of_portal.unwrap_or(true) {
                <button type="button" class="primary" disabled={nothing} title="Ctrl+S"
                    onclick={on.reform(|_| Msg::Save)}>{ words.save() }</button>
            }
        </header>
    }
}

/// The rule set of the form on screen: its own, or the workbook's.
fn rules(props: &Props, workbook: &Rc<Workbook>, form: usize, words: Words) -> Html {
    let cell = Cell::Form(FormField::RuleSet);
    let chosen = workbook
        .forms
        .get(form)
        .map(|f| f.rule_set.clone())
        .unwrap_or_default();
    let known = chosen.is_empty() || workbook.rules_named(&chosen).is_some();
    let whole = workbook
        .rules_named(&workbook.rule_set)
        .unwrap_or(&built_in()[0]);
    let onchange = props.on.reform(move |event: Event| {
        let text = chosen_value(&event).unwrap_or_default();
        Msg::Edit(Edit::SetCell { form, cell, text })
    });
    let of = workbook
        .forms
        .get(form)
        .map(|form| workbook.rule_set_of(form));
    let of = of
        .and_then(|id| workbook.rules_named(id))
        .unwrap_or(whole)
        .id
        .clone();
    let write = {
        let workbook = workbook.clone();
        props.on.reform(move |_| writing(&workbook, &of))
    };
    html! {
        <>
        <select class="chip" id={keys::id(Place::Form(form, cell))} aria-label={words.start_rules()} disabled={props.read_only} {onchange}>
            <option value="" lang={lang_of(&whole.name)} selected={chosen.is_empty()}>{ if props.year { words.as_workbook(&whole.name) } else { words.by_default(&whole.name) } }</option>
            if !known {
                <option value={chosen.clone()} selected=true>{ chosen.clone() }</option>
            }
            { for workbook.all_rules().map(|set| html! {
                <option value={set.id.clone()} lang={lang_of(&set.name)} selected={set.id == chosen}>{ &set.name }</option>
            }) }
        </select>
        if props.year && !props.read_only {
            <button type="button" class="quiet own-rules" onclick={write}>{ words.own_copy_of_form() }</button>
        }
        </>
    }
}

#[derive(Properties, PartialEq)]
pub struct FileButtonProps {
    pub class: AttrValue,
    pub label: AttrValue,
    pub accept: AttrValue,
    #[prop_or_default]
    pub multiple: bool,
    /// Chooses a folder with everything in it.
    #[prop_or_default]
    pub folder: bool,
    pub on_files: Callback<Vec<File>>,
    /// Asked before the browser's file dialog opens; `true` where something else opens one.
    #[prop_or_default]
    pub instead: Option<Callback<(), bool>>,
}

/// A button that opens the browser's file dialog: a label around the file input, so that it works
/// without a script and by keyboard.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let node = use_node_ref();
    {
        // An attribute that only browsers know.
        let (node, folder) = (node.clone(), props.folder);
        use_effect_with(folder, move |folder| {
            if *folder && let Some(input) = node.cast::<HtmlInputElement>() {
                let _ = input.set_attribute("webkitdirectory", "");
            }
        });
    }
    let on_files = props.on_files.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(list) = input.files() {
            let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
            if !files.is_empty() {
                on_files.emit(files);
            }
        }
        // The same file chosen again is a change again.
        input.set_value("");
    });
    let onclick = {
        let instead = props.instead.clone();
        Callback::from(move |event: MouseEvent| {
            if instead.as_ref().is_some_and(|instead| instead.emit(())) {
                event.prevent_default();
            }
        })
    };
    html! {
        <label class={props.class.clone()}>
            <input ref={node} type="file" class="off-screen" accept={props.accept.clone()}
                multiple={props.multiple} {onchange} {onclick} />
            { props.label.clone() }
        </label>
    }
}

#[derive(Properties, PartialEq)]
pub struct OpenFileProps {
    pub on: Callback<Msg>,
    pub label: AttrValue,
}

/// Opens workbooks and documents from files: by a dialog that hands out files to write again where there is one.
#[component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let on = &props.on;
    let instead = {
        let on = on.clone();
        Callback::from(move |()| {
            let can = files::can_choose();
            if can {
                on.emit(Msg::Opening(opening::Msg::Choose));
            }
            can
        })
    };
    let on_files = on.reform(|files: Vec<File>| {
        let chosen = files.into_iter();
        Msg::Chosen(chosen.map(|file| files::chosen_file(file, None)).collect())
    });
    html! {
        <FileButton class="button" label={props.label.clone()} accept={files::ALL_KINDS} multiple=true {instead} {on_files} />
    }
}
