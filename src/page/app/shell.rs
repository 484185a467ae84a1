//! Everything on the screen, put together.

use super::App;
use super::outline::Parts;
use crate::page::document::{Document, Place};
use crate::page::field::Mark;
use crate::page::shared::Shared;
use crate::page::views::about::About;
use crate::page::views::consolidate::ConsolidateView;
use crate::page::views::disclosure::DisclosureView;
use crate::page::views::facts::FactsView;
use crate::page::views::findings::Findings;
use crate::page::views::form::FormView;
use crate::page::views::identities::Identities;
use crate::page::views::import::ImportView;
use crate::page::views::line::line;
use crate::page::views::looking::looking;
use crate::page::views::paper::ReadingBar;
use crate::page::views::published::PublishedView;
use crate::page::views::quick::Quick;
use crate::page::views::rules::RulesView;
use crate::page::views::table::TableView;
use crate::page::whereabouts::View;
use juesuan::accounts::{Cell, TableNo};
use juesuan::exchange::{disclosure_title, form_title};
use juesuan::figure::Tally;
use juesuan::finding::Severity;
use std::rc::Rc;
use yew::prelude::*;

impl App {
    /// Everything on the screen.
    pub(super) fn shell(&self) -> Html {
        let on = &self.links.on;
        let document = self.document.as_ref();
        let reading = self.reading.progress().map(|progress| {
            html! { <ReadingBar {progress} on={self.links.reading.clone()} /> }
        });
        self.outline(Parts {
            panel: match self.view {
                View::Paper(at) => self.review_panel(at),
                _ => document.and_then(|document| self.panel(document)),
            },
            year_mark: document.and_then(year_mark),
            forms: self.nav_forms(),
            accounts: document.map(errors_of_accounts),
            papers: self.nav_papers(),
            back: self.back_to_units(),
            summary: self.summary(),
            reading: reading.unwrap_or_default(),
            main: self.main_view(),
            line: line(self.line.as_ref(), self.tally().as_ref(), on, self.words),
            printed: document
                .filter(|_| self.printing_list)
                .map(|document| self.printed_list(document)),
            looking: looking(&self.looking, on, self.words),
            spoken: self.spoken(),
        })
    }

    /// What the selected figures come to.
    fn tally(&self) -> Option<Tally> {
        let (selection, document) = (self.selection?, self.document.as_ref()?);
        selection.tally(document.workbook(), document.assessment())
    }

    fn main_view(&self) -> Html {
        let on = &self.links.on;
        match (self.view, &self.document) {
            (view, Some(document)) if self.printing_all => {
                let forms = document.workbook().forms.len();
                let accounts = !document.workbook().accounts.is_untouched();
                let form = match view {
                    View::Form(form) => form,
                    _ => usize::MAX,
                };
                html! {
                    <>
                    if accounts {
                        { for document.workbook().layout().in_print().into_iter().map(|table| table.no).map(|no| html! {
                            <div key={no.to_string()} class={classes!("sheet", (view != View::Table(no)).then_some("only-print"))}>
                                { self.table(no, document, true) }
                            </div>
                        }) }
                        <div class={classes!("sheet", (view != View::Disclosure).then_some("only-print"))}>
                            { self.disclosure(document, true) }
                        </div>
                    }
                    { for (0..forms).map(|at| html! {
                        <div key={at} class={classes!("sheet", (at != form).then_some("only-print"))}>
                            { self.form(at, document) }
                        </div>
                    }) }
                    </>
                }
            }
            (View::Form(form), Some(document)) => self.form(form, document),
            (View::Table(no), Some(document)) => self.table(no, document, false),
            (View::Facts, Some(document)) => html! {
                <FactsView accounts={document.workbook().accounts.clone()} reckoned={document.assessment().accounts.reckoned.clone()}
                    disclosure={document.assessment().accounts.disclosure.clone()}
                    marks={document.seen_accounts().marks} on={on.clone()} />
            },
            (View::Disclosure, Some(document)) => self.disclosure(document, false),
            (View::Identities, Some(document)) => html! {
                <Identities reckoned={document.assessment().accounts.reckoned.clone()}
                    accounts={document.workbook().accounts.clone()} on={on.clone()} />
            },
            (View::Published, Some(document)) => html! {
                <PublishedView published={self.published.clone().map(Shared::from)} workbook={document.workbook().clone()} parts={self.parts.clone()}
                    disclosure={document.assessment().accounts.disclosure.clone()} busy={self.asking.is_busy()}
                    on={on.clone()} />
            },
            (View::Rules, Some(document)) => html! {
                <RulesView workbook={document.workbook().clone()} on={on.clone()} />
            },
            (View::Draft(at), Some(document)) => self.own_rules(at, document),
            (View::Quick, _) => html! { <Quick /> },
            (View::Consolidate, _) => html! {
                <ConsolidateView progress={self.combining.progress().clone()} expected={self.combining.expected().to_owned()} list={self.combining.list().clone()}
                    on={self.links.combining.clone()} page={on.clone()} />
            },
            (View::Import, document) => match &self.importing {
                Some(importing) => html! {
                    <ImportView importing={importing.clone()} open={document.as_ref().map(|document| document.workbook().clone())} on={on.clone()} />
                },
                None => Html::default(),
            },
            (View::Paper(at), _) => self.paper(at),
            (View::Papers, _) => self.papers(),
            _ => self.start(),
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
                    selection={self.selection.filter(|s| s.is_in_form(form))} read_only={self.read_only} on={self.links.on.clone()} />
            },
            _ => Html::default(),
        }
    }

    fn table(&self, no: TableNo, document: &Document, bare: bool) -> Html {
        let accounts = &document.assessment().accounts;
        html! {
            <TableView {no} accounts={document.workbook().accounts.clone()} reckoned={accounts.reckoned.clone()}
                disclosure={accounts.disclosure.clone()} marks={document.seen_accounts().marks}
                selection={self.selection.filter(|s| s.is_in_table(no))} pasted={self.pasting.pasted().cloned()}
                errors={errors_of_accounts(document).0} unit={document.workbook().unit().to_owned()} {bare} on={self.links.on.clone()} />
        }
    }

    fn disclosure(&self, document: &Document, bare: bool) -> Html {
        let (workbook, accounts) = (document.workbook(), &document.assessment().accounts);
        html! {
            <DisclosureView accounts={workbook.accounts.clone()} reckoned={accounts.reckoned.clone()}
                disclosure={accounts.disclosure.clone()} marks={document.seen_accounts().marks}
                title={disclosure_title(&workbook.year, workbook.unit())} {bare} on={self.links.on.clone()} />
        }
    }

    /// The findings beside a view; none where there is nothing to check.
    fn panel(&self, document: &Document) -> Option<Html> {
        let about = self.about(document)?;
        let reviewer = self.reading.reviewer().trim().to_owned();
        Some(
            html! { <Findings {about} current={self.current} {reviewer} changes={document.changes()} on={self.links.on.clone()} /> },
        )
    }

    /// What the findings beside the view are about.
    pub(super) fn about(&self, document: &Document) -> Option<About> {
        self.about_of(document, self.view)
    }

    /// What there is to be said of a view.
    pub(super) fn about_of(&self, document: &Document, view: View) -> Option<About> {
        let workbook = document.workbook();
        Some(match view {
            View::Form(form) => About::Form {
                index: form,
                form: workbook.forms.get(form)?.clone().into(),
                evaluation: document.assessment().forms.get(form)?.clone().into(),
                seen: document.seen(form),
            },
            View::Table(_) | View::Facts | View::Disclosure | View::Identities => About::Accounts {
                accounts: workbook.accounts.clone().into(),
                reckoned: document.assessment().accounts.reckoned.clone().into(),
                seen: document.seen_accounts(),
            },
            View::Start
            | View::Quick
            | View::Rules
            | View::Draft(_)
            | View::Published
            | View::Import
            | View::Consolidate
            | View::Paper(_)
            | View::Papers => {
                return None;
            }
        })
    }

    /// Name and errors of each form, for the navigation.
    pub(super) fn nav_forms(&self) -> Vec<(String, usize)> {
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
                self.words
                    .live(counts.errors, counts.warnings, counts.notices)
            }
            (
                View::Table(_) | View::Facts | View::Disclosure | View::Identities,
                Some(document),
            ) => {
                let counts = document.seen_accounts().counts;
                self.words
                    .live(counts.errors, counts.warnings, counts.notices)
            }
            _ => String::new(),
        }
    }
}

fn year_mark(document: &Document) -> Option<Rc<Mark>> {
    document.seen_accounts().marks.get(&Cell::Year).cloned()
}

/// Errors of each table, of the facts, and of the text.
fn errors_of_accounts(document: &Document) -> (Vec<usize>, usize, usize) {
    let (mut tables, mut facts, mut written) = (vec![0; 9], 0, 0);
    for finding in document.seen_accounts().findings.iter() {
        if finding.set_aside.is_some() || finding.severity() != Severity::Error {
            continue;
        }
        match View::of(Place::Accounts(finding.cell)) {
            View::Table(no) => tables[no.index()] += 1,
            View::Facts => facts += 1,
            _ => written += 1,
        }
    }
    (tables, facts, written)
}
