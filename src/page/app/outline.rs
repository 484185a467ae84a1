//! The outline of the page, with what stands in it from the start: the list of what there is, and notices. Whatever
//! belongs to a workbook or a document is handed in.

use super::App;
use crate::page::document::Document;
use crate::page::field::{Mark, ReadOnly, Refusals};
use crate::page::message::Msg;
use crate::page::said::sentence;
use crate::page::shared::Book;
use crate::page::views::nav::Nav;
use crate::page::views::start::Start;
use crate::page::views::top::Top;
use crate::page::whereabouts::View;
use crate::page::words::Words;
use crate::page::{keys, pasting, remembered};
use juesuan::Region;
use juesuan::flows::offline::Renewal;
use juesuan::flows::{Notice, keeping, offline};
use juesuan::session::{Saving, StorageError};
use std::rc::Rc;
use yew::prelude::*;

/// What stands in the outline of a workbook or a document that is open; by default there is none.
#[derive(Default)]
pub(super) struct Parts {
    /// The findings beside the view.
    pub panel: Option<Html>,
    pub year_mark: Option<Rc<Mark>>,
    /// Name and number of errors of each form.
    pub forms: Vec<(String, usize)>,
    /// Errors of the accounts: of each table, of the facts, of the text.
    pub accounts: Option<(Vec<usize>, usize, usize)>,
    /// Names of the documents that are open, and how many errors each has.
    pub papers: Vec<(String, usize)>,
    /// The way back to the units of a consolidation.
    pub back: Html,
    /// What is held back for its errors.
    pub summary: Html,
    /// How the reading of documents goes.
    pub reading: Html,
    pub main: Html,
    pub line: Html,
    pub printed: Option<Html>,
    pub looking: Html,
    /// What a screen reader says after a change.
    pub spoken: String,
}

impl App {
    /// What opens the page, before the rest of the program is here.
    pub(super) fn entrance(&self) -> Html {
        self.outline(Parts {
            main: self.start(),
            ..Parts::default()
        })
    }

    /// Workbooks that are kept here, and what one can begin with. Nothing before the store has answered.
    pub(super) fn start(&self) -> Html {
        let Some(entries) = self.keeping.entries() else {
            return Html::default();
        };
        let region = remembered::chosen(remembered::REGION).unwrap_or_default();
        html! {
            <Start entries={entries.to_vec()} region={Region::named(&region)} on={self.links.opening.clone()}
                keeping={self.links.keeping.clone()} show={self.links.show.clone()} files={self.links.on.clone()} />
        }
    }

    /// Everything on the screen, in its place.
    pub(super) fn outline(&self, parts: Parts) -> Html {
        let on = &self.links.on;
        let form = match self.view {
            View::Form(form) => Some(form),
            _ => None,
        };
        let document = self.document.as_ref();
        let portal = self.host.portal.as_deref();
        let navigates = self.navigates();
        let shell = classes!(
            "shell",
            parts.panel.is_some().then_some("with-panel"),
            matches!(self.view, View::Paper(_)).then_some("reviewing"),
            portal.map(|_| "embedded"),
            (!navigates).then_some("without-nav"),
            self.read_only.then_some("read-only"),
            self.printing_list.then_some("prints-list"),
        );
        let changes = !self.read_only;
        let page = html! {
            <div class={shell} onpaste={Callback::from(|event: Event| pasting::paste_as_text(&event))}>
                if navigates {
                    <button type="button" class="skip" onclick={on.reform(|_| Msg::Focus(keys::MAIN.into()))}>{ self.words.skip() }</button>
                }
                <Top workbook={document.map(|d| d.workbook().clone())} {form} prints={self.view.prints()}
                    can_undo={changes && document.is_some_and(Document::can_undo)}
                    can_redo={changes && document.is_some_and(Document::can_redo)}
                    of_portal={portal.map(|portal| portal.saves)} year={navigates} year_mark={parts.year_mark} read_only={self.read_only}
                    paper={matches!(self.view, View::Paper(_))} on={on.clone()} />
                if navigates {
                    <Nav view={self.view} forms={parts.forms} accounts={parts.accounts} saving={self.keeping.saving().clone()}
                        files={self.nav_files()} papers={parts.papers} embedded={portal.is_some()} read_only={self.read_only} on={on.clone()} />
                }
                // A view of its own each, so that none begins where another was scrolled to.
                <main key={format!("{:?}", self.view)} id={keys::MAIN} class="main" tabindex="-1" data-finds={self.finds().then_some("")} data-prints={self.prints().then_some("")}>
                    { parts.back }
                    { self.notices() }
                    { parts.summary }
                    { parts.reading }
                    { parts.main }
                </main>
                { parts.line }
                { parts.panel }
                { for parts.printed }
                { parts.looking }
                if self.dragging {
                    <div class="drop-target"><p>{ if self.view == View::Consolidate { self.words.drop_to_combine() } else { self.words.drop_to_open() } }</p></div>
                }
                // Spoken when it changes, on whichever view.
                <p class="off-screen" role="status" aria-live="polite">{ parts.spoken }</p>
            </div>
        };
        let page = html! { <ContextProvider<Words> context={self.words}>{ page }</ContextProvider<Words>> };
        let book = document.map(|d| (d.workbook().clone().into(), d.assessment().clone().into()));
        let page = html! { <ContextProvider<Option<Book>> context={book}>{ page }</ContextProvider<Option<Book>>> };
        let page = html! { <ContextProvider<Refusals> context={self.refusals}>{ page }</ContextProvider<Refusals>> };
        match portal {
            // Only a portal can say that nobody may change anything.
            Some(_) => {
                html! { <ContextProvider<ReadOnly> context={ReadOnly(self.read_only)}>{ page }</ContextProvider<ReadOnly>> }
            }
            None => page,
        }
    }

    /// How many documents are listed; of a single one there is no list.
    fn nav_files(&self) -> Option<usize> {
        Some(self.reading.rows().len()).filter(|files| *files > 1)
    }

    /// Whether what is on screen is of the workbook: documents are the browser's to look through.
    pub(super) fn finds(&self) -> bool {
        let of_workbook = self.view.needs_workbook() || self.view == View::Quick;
        of_workbook && self.document.is_some()
    }

    /// Whether what is on screen goes on paper as the page wants it; else printing is the browser's matter.
    fn prints(&self) -> bool {
        let prints = self.view.prints() && self.document.is_some();
        prints || matches!(self.view, View::Paper(_))
    }

    fn notices(&self) -> Html {
        let on = &self.links.on;
        let close = || Some((self.words.close(), on.reform(|_| Msg::Dismiss)));
        let notice = self.notice.as_ref().map(|notice| match notice {
            Notice::Problem(said) => bar(
                "alert",
                &sentence(said, self.words),
                None,
                close(),
                self.words,
            ),
            Notice::Done(said) => bar(
                "done",
                &sentence(said, self.words),
                None,
                close(),
                self.words,
            ),
            Notice::Deleted(unit) => {
                let back = (
                    self.words.undo(),
                    self.links.keeping.reform(|_| keeping::Msg::Restore),
                );
                bar(
                    "done",
                    &self.words.deleted(unit),
                    Some(back),
                    close(),
                    self.words,
                )
            }
        });
        let copy = || {
            let copy = self.links.keeping.reform(|_| keeping::Msg::Copy);
            Some((self.words.save_conflict_copy(), copy))
        };
        let saving = match self.keeping.saving() {
            Saving::Conflict => Some(bar(
                "alert",
                self.words.save_conflict(),
                copy(),
                None,
                self.words,
            )),
            Saving::Deleted => Some(bar(
                "alert",
                self.words.save_deleted(),
                copy(),
                None,
                self.words,
            )),
            Saving::Failed(StorageError::Full) => {
                Some(bar("alert", self.words.save_full(), None, None, self.words))
            }
            Saving::Failed(_) => Some(bar(
                "alert",
                self.words.save_forbidden(),
                None,
                None,
                self.words,
            )),
            _ => None,
        };
        let renewal = (self.offline.renewal() == Renewal::Ready).then(|| {
            let on = &self.links.offline;
            let now = (self.words.update_now(), on.reform(|_| offline::Msg::Renew));
            let later = (
                self.words.update_later(),
                on.reform(|_| offline::Msg::Later),
            );
            bar(
                "done",
                self.words.update_ready(),
                Some(now),
                Some(later),
                self.words,
            )
        });
        html! { <>{ saving }{ notice }{ renewal }</> }
    }
}

type Action = (&'static str, Callback<MouseEvent>);

fn bar(
    class: &'static str,
    sentence: &str,
    first: Option<Action>,
    second: Option<Action>,
    words: Words,
) -> Html {
    let role = if class == "alert" { "alert" } else { "status" };
    html! {
        <div class={classes!("notice-bar", class)} {role}>
            if class == "alert" {
                <span class="alert-icon" aria-hidden="true"></span>
            }
            <p>{ words.mixed(sentence) }</p>
            { for first.into_iter().chain(second).map(|(label, onclick)| html! {
                <button type="button" {onclick}>{ label }</button>
            }) }
        </div>
    }
}
