use crate::page::message::Msg;
use crate::page::whereabouts::View;
use crate::page::{offline, text};
use juesuan::accounts::TableNo;
use juesuan::session::Saving;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: View,
    /// Name and number of errors of each form.
    pub forms: Vec<(String, usize)>,
    /// Errors of the accounts: of each table, of the facts, of the text.
    pub accounts: Option<(Vec<usize>, usize, usize)>,
    pub saving: Saving,
    /// In somebody else's page: what is not about the open workbook is left out.
    pub embedded: bool,
    pub read_only: bool,
    pub on: Callback<Msg>,
}

/// The views at the left, with their errors, and how saving goes.
#[component]
pub fn Nav(props: &Props) -> Html {
    let item = |view: View, name: &str, errors: usize| {
        let current = match (props.view, view) {
            (View::Table(_), View::Table(_)) => true,
            (now, view) => now == view,
        };
        html! {
            <li>
                <button type="button" class={classes!("nav-item", current.then_some("current"))}
                    aria-current={current.then_some("page")}
                    onclick={props.on.reform(move |_| Msg::Show(view))}>
                    <span>{ name.to_owned() }</span>
                    if errors > 0 {
                        <span class="badge" aria-label={text::count(juesuan::finding::Severity::Error, errors)}>{ errors }</span>
                    }
                </button>
            </li>
        }
    };
    html! {
        <nav class="nav" aria-label={text::NAV_LABEL}>
            if !props.embedded {
                <ul>
                    { item(View::Start, text::HOME, 0) }
                    { item(View::Quick, text::NAV_QUICK, 0) }
                </ul>
            }
            if !props.forms.is_empty() {
                <h2>{ text::NAV_FORMS }</h2>
                <ul>
                    { for props.forms.iter().enumerate().map(|(i, (name, errors))| item(View::Form(i), name, *errors)) }
                    if !props.read_only {
                        <li>
                            <button type="button" class="nav-item add" onclick={props.on.reform(|_| Msg::AddProject)}>{ text::NAV_ADD }</button>
                        </li>
                    }
                </ul>
                <ul>{ item(View::Rules, text::NAV_RULES, 0) }</ul>
            }
            if let Some((tables, facts, written)) = &props.accounts {
                <h2>{ text::NAV_ACCOUNTS }</h2>
                <ul>
                    { item(View::Table(TableNo::INCOME_AND_SPENDING), text::NAV_TABLES, tables.iter().sum()) }
                    { item(View::Facts, text::NAV_FACTS, *facts) }
                    { item(View::Disclosure, text::NAV_TEXT, *written) }
                    { item(View::Identities, text::NAV_IDENTITIES, 0) }
                </ul>
            }
            if !props.embedded {
                <h2>{ text::NAV_SEVERAL }</h2>
                <ul>{ item(View::Consolidate, text::NAV_CONSOLIDATE, 0) }</ul>
                <footer>
                    if props.accounts.is_some() {
                        <p>{ match &props.saving {
                            Saving::At(time) => text::saved_at(time),
                            _ => text::SAVE_NONE.to_owned(),
                        } }</p>
                    }
                    <p>{ text::LOCAL_ONLY }</p>
                    if let Some((version, checksum)) = offline::build() {
                        <p class="build" title={text::BUILD_HINT}>{ text::version(&version) }<br />{ text::checksum(&checksum) }</p>
                    }
                </footer>
            }
        </nav>
    }
}
