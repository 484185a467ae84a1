use super::consolidate::ConsolidateView;
use super::findings::Findings;
use super::form::FormView;
use super::nav::Nav;
use super::quick::Quick;
use super::rules::RulesView;
use super::start::Start;
use super::top::Top;
use crate::page::app::{App, Msg, Notice, View};
use crate::page::document::Document;
use crate::page::keeping::Saving;
use crate::page::storage::StorageError;
use crate::page::{keys, text};
use juesuan::exchange::form_title;
use yew::prelude::*;

impl App {
    /// Everything on the screen.
    pub(in crate::page) fn shell(&self) -> Html {
        let on = &self.on;
        let form = match self.view {
            View::Form(form) => Some(form),
            _ => None,
        };
        let document = self.document.as_ref();
        let panel = form
            .zip(document)
            .map(|(form, document)| self.panel(form, document));
        let shell = classes!("shell", panel.is_some().then_some("with-panel"));
        html! {
            <div class={shell}>
                <Top workbook={document.map(|d| d.workbook().clone())} {form}
                    can_undo={document.is_some_and(Document::can_undo)}
                    can_redo={document.is_some_and(Document::can_redo)} on={on.clone()} />
                <Nav view={self.view} forms={self.nav_forms()} saving={self.keeping.saving.clone()} on={on.clone()} />
                // A view of its own each, so that none begins where another was scrolled to.
                <main key={format!("{:?}", self.view)} id={keys::MAIN} class="main" tabindex="-1">
                    { self.notices() }
                    { self.main_view() }
                </main>
                { panel }
                // Spoken when it changes, on whichever view.
                <p class="off-screen" role="status" aria-live="polite">{ self.spoken() }</p>
            </div>
        }
    }

    fn main_view(&self) -> Html {
        let on = &self.on;
        match (self.view, &self.document) {
            (View::Form(form), Some(document)) if self.printing_all => {
                let forms = document.workbook().forms.len();
                html! {
                    { for (0..forms).map(|at| html! {
                        <div key={at} class={classes!("sheet", (at != form).then_some("only-print"))}>
                            { self.form(at, document) }
                        </div>
                    }) }
                }
            }
            (View::Form(form), Some(document)) => self.form(form, document),
            (View::Rules, Some(document)) => html! {
                <RulesView workbook={document.workbook().clone()} on={on.clone()} />
            },
            (View::Quick, _) => html! { <Quick /> },
            (View::Consolidate, _) => html! {
                <ConsolidateView progress={self.consolidating.progress.clone()} on={on.clone()} />
            },
            _ => html! { <Start entries={self.entries.clone()} on={on.clone()} /> },
        }
    }

    fn form(&self, form: usize, document: &Document) -> Html {
        let source = document.workbook().forms.get(form);
        let evaluation = document.assessment().forms.get(form);
        let rules = document.assessment().rules.get(form);
        match (source, evaluation, rules) {
            (Some(source), Some(evaluation), Some(rules)) => html! {
                <FormView index={form} form={source.clone()} evaluation={evaluation.clone()}
                    rules={rules.clone()} marks={document.seen(form).marks}
                    selection={self.selection.filter(|s| s.form == form)} on={self.on.clone()} />
            },
            _ => Html::default(),
        }
    }

    fn panel(&self, form: usize, document: &Document) -> Html {
        let workbook = document.workbook();
        let source = workbook.forms.get(form);
        let evaluation = document.assessment().forms.get(form);
        match source.zip(evaluation) {
            Some((source, evaluation)) => html! {
                <Findings seen={document.seen(form)} {form} source={source.clone()}
                    evaluation={evaluation.clone()}
                    current={self.current.filter(|p| p.0 == form).map(|p| p.1)}
                    on={self.on.clone()} />
            },
            None => Html::default(),
        }
    }

    /// Name and errors of each form, for the navigation.
    fn nav_forms(&self) -> Vec<(String, usize)> {
        let Some(document) = &self.document else {
            return Vec::new();
        };
        let forms = document.workbook().forms.iter().enumerate();
        forms
            .map(|(i, form)| (form_title(form), document.seen(i).counts.errors))
            .collect()
    }

    /// What a screen reader says after a change: the counts of the form on screen.
    fn spoken(&self) -> String {
        match (self.view, &self.document) {
            (View::Form(form), Some(document)) => {
                let counts = document.seen(form).counts;
                text::live(counts.errors, counts.warnings, counts.notices)
            }
            _ => String::new(),
        }
    }

    fn notices(&self) -> Html {
        let on = &self.on;
        let close = || Some((text::CLOSE, on.reform(|_| Msg::Dismiss)));
        let notice = self.notice.as_ref().map(|notice| match notice {
            Notice::Problem(sentence) => bar("alert", sentence, None, close()),
            Notice::Done(sentence) => bar("done", sentence, None, close()),
            Notice::Deleted(entry, _) => {
                let back = (text::UNDO, on.reform(|_| Msg::Restore));
                bar("done", &text::deleted(&entry.unit), Some(back), close())
            }
        });
        let saving = match &self.keeping.saving {
            Saving::Conflict => {
                let copy = (text::SAVE_CONFLICT_COPY, on.reform(|_| Msg::SaveCopy));
                Some(bar("alert", text::SAVE_CONFLICT, Some(copy), None))
            }
            Saving::Failed(StorageError::Full) => Some(bar("alert", text::SAVE_FULL, None, None)),
            Saving::Failed(_) => Some(bar("alert", text::SAVE_FORBIDDEN, None, None)),
            _ => None,
        };
        html! { <>{ saving }{ notice }</> }
    }
}

type Action = (&'static str, Callback<MouseEvent>);

fn bar(class: &'static str, sentence: &str, first: Option<Action>, second: Option<Action>) -> Html {
    let role = if class == "alert" { "alert" } else { "status" };
    html! {
        <div class={classes!("notice-bar", class)} {role}>
            if class == "alert" {
                <span class="alert-icon" aria-hidden="true"></span>
            }
            <p>{ sentence.to_owned() }</p>
            { for first.into_iter().chain(second).map(|(label, onclick)| html! {
                <button type="button" {onclick}>{ label }</button>
            }) }
        </div>
    }
}
