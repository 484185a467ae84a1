use super::blank_zeros::BlankZeros;
use super::language::LanguageChoice;
use super::scheme::SchemeChoice;
use crate::page::message::Msg;
use crate::page::offline;
use crate::page::whereabouts::View;
use crate::page::words::{lang_of, use_words};
use juesuan::accounts::TableNo;
use juesuan::session::Saving;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: View,
    /// Name and number of errors of each form.
    pub forms: Vec<(String, usize)>,
    /// Errors of the accounts: of each table, of the facts, of the text.
    pub accounts: Option<(Vec<usize>, usize, usize)>,
    /// How many documents came, where they are listed.
    pub files: Option<usize>,
    /// Names of the documents that are open, and how many errors each has.
    pub papers: Vec<(String, usize)>,
    pub saving: Saving,
    /// In somebody else's page: what is not about the open workbook is left out.
    pub embedded: bool,
    pub read_only: bool,
    pub on: Callback<Msg>,
}

/// The views at the left, with their errors, and how saving goes.
#[component]
pub fn Nav(props: &Props) -> Html {
    let words = use_words();
    let item = |view: View, name: &str, errors: usize| {
        let current = match (props.view, view) {
            (View::Table(_), View::Table(_)) | (View::Draft(_), View::Rules) => true,
            (now, view) => now == view,
        };
        html! {
            <li>
                <button type="button" class={classes!("nav-item", current.then_some("current"))}
                    aria-current={current.then_some("page")}
                    onclick={props.on.reform(move |_| Msg::Show(view))}>
                    <span lang={lang_of(name)}>{ name.to_owned() }</span>
                    if errors > 0 {
                        <span class="badge" aria-label={words.count(juesuan::finding::Severity::Error, errors)}>{ errors }</span>
                    }
                </button>
            </li>
        }
    };
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    // On a narrow screen what was chosen is wanted, and not the way there.
    let choose = {
        let open = open.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            if target.is_some_and(|t| t.closest(".nav-item").is_ok_and(|item| item.is_some())) {
                open.set(false);
            }
        })
    };
    html! {
        <nav class={classes!("nav", open.then_some("open"))} aria-label={words.nav_label()}>
            <button type="button" class="menu" aria-expanded={open.to_string()} onclick={toggle}>{ words.nav_label() }</button>
            <div class="nav-inside" onclick={choose}>
            if !props.embedded {
                <ul>
                    { item(View::Start, words.home(), 0) }
                    { item(View::Quick, words.nav_quick(), 0) }
                </ul>
            }
            if !props.forms.is_empty() {
                <h2>{ words.nav_forms() }</h2>
                <ul>
                    { for props.forms.iter().enumerate().map(|(i, (name, errors))| item(View::Form(i), name, *errors)) }
                    if !props.read_only {
                        <li>
                            <button type="button" class="nav-item add" onclick={props.on.reform(|_| Msg::AddProject)}>{ words.nav_add() }</button>
                        </li>
                    }
                </ul>
                <ul>{ item(View::Rules, words.nav_rules(), 0) }</ul>
            }
            if let Some((tables, facts, written)) = &props.accounts {
                <h2>{ words.nav_accounts() }</h2>
                <ul>
                    { item(View::Table(TableNo::INCOME_AND_SPENDING), words.nav_tables(), tables.iter().sum()) }
                    { item(View::Facts, words.nav_facts(), *facts) }
                    { item(View::Disclosure, words.nav_text(), *written) }
                    { item(View::Identities, words.nav_identities(), 0) }
                    if !props.embedded {
                        { item(View::Published, words.nav_published(), 0) }
                    }
                </ul>
            }
            if !props.papers.is_empty() || props.files.is_some() {
                <h2>{ words.nav_documents() }</h2>
                <ul>
                    if let Some(files) = props.files {
                        { item(View::Papers, &words.named(words.files_title(), &files.to_string()), 0) }
                    }
                    { for props.papers.iter().enumerate().map(|(at, name)| item(View::Paper(at), &name.0, name.1)) }
                </ul>
            }
            if !props.embedded {
                <h2>{ words.nav_several() }</h2>
                <ul>{ item(View::Consolidate, words.nav_consolidate(), 0) }</ul>
                <footer>
                    if props.accounts.is_some() {
                        <p>{ match &props.saving {
                            Saving::At(time) => words.saved_at(time),
                            _ => words.save_none().to_owned(),
                        } }</p>
                    }
                    <p>{ words.local_only() }</p>
                    <LanguageChoice on={props.on.clone()} />
                    <SchemeChoice />
                    <BlankZeros />
                    if let Some((version, checksum)) = offline::build() {
                        <details>
                            <summary>{ words.about() }</summary>
                            <p class="build" title={words.build_hint()}>{ words.version(&version) }<br />{ words.checksum(&checksum) }</p>
                        </details>
                    }
                </footer>
            }
            </div>
        </nav>
    }
}
