//! What is said before something goes out that still has errors: which, each with the way to it, and how to go on anyway.

use super::App;
use crate::page::keys;
use crate::page::message::{Msg, Out};
use crate::page::views::about::{About, Said, Which};
use crate::page::whereabouts::View;
use juesuan::accounts::TableNo;
use juesuan::finding::Severity;
use yew::prelude::*;

/// Errors that are named: the way to the others is the list beside each view.
const NAMED: usize = 5;

impl App {
    /// Holds back what has errors, and says which. Where a portal prints, it also checks.
    pub(super) fn holds_back(&mut self, out: Out) -> bool {
        let (errors, _) = self.errors_of(out);
        let holds = errors > 0 && self.host.portal.is_none();
        self.before = holds.then_some(out);
        if holds {
            self.focus = Some(keys::BEFORE.to_owned());
        }
        holds
    }

    /// It goes out as it is.
    pub(super) fn go_on(&mut self) -> bool {
        match self.before.take() {
            Some(Out::Print) if self.prints_once_composed() => {}
            Some(Out::Print) => self.print(),
            Some(Out::PrintAll) => self.print_all(),
            Some(Out::File(kind)) => return self.write(kind),
            None => {}
        }
        true
    }

    /// It stays, and so does whoever wanted it out.
    pub(super) fn stop_going_out(&mut self) {
        self.before = None;
        let cell = self.left.take().map(|cell| cell.id());
        self.focus = Some(cell.unwrap_or_else(|| keys::MAIN.to_owned()));
    }

    /// How many errors there are in what goes out, and the first of them.
    fn errors_of(&self, out: Out) -> (usize, Vec<Said>) {
        let Some(document) = &self.document else {
            return (0, Vec::new());
        };
        let forms = (0..document.workbook().forms.len()).map(View::Form);
        let all = forms.chain([View::Table(TableNo::INCOME_AND_SPENDING)]);
        let views: Vec<View> = match (out, self.view) {
            (Out::Print, View::Paper(_)) => Vec::new(),
            (Out::Print, view) if view != View::Published => vec![view],
            _ => all.collect(),
        };
        let abouts = views
            .into_iter()
            .filter_map(|view| self.about_of(document, view));
        let (mut count, mut named) = (0, Vec::new());
        for about in abouts {
            let is_error = |at: &usize| about.kind(*at).is_some_and(|kind| kind.which == ERROR);
            for at in (0..About::len(&about)).filter(is_error) {
                count += 1;
                if named.len() < NAMED {
                    named.extend(about.said(at, self.words));
                }
            }
        }
        (count, named)
    }

    /// The summary, which has the focus.
    pub(super) fn summary(&self) -> Html {
        let Some(out) = self.before else {
            return Html::default();
        };
        let (count, named) = self.errors_of(out);
        let (on, words) = (&self.links.on, self.words);
        let line = |said: Said| {
            html! {
                <li><button type="button" class="link" onclick={on.reform(move |_| Msg::GoTo(said.place))}>
                    <span class="where">{ words.mixed(&said.whereabouts) }</span>{ " " }{ words.mixed(&said.message) }
                </button></li>
            }
        };
        html! {
            <section id={keys::BEFORE} class="notice-bar alert before" tabindex="-1" aria-label={words.before_errors(count)}>
                <p>{ words.before_errors(count) }</p>
                <ul>{ for named.into_iter().map(line) }</ul>
                <button type="button" onclick={on.reform(|_| Msg::GoOn(true))}>{ words.before_go_on() }</button>
                { " " }
                <button type="button" onclick={on.reform(|_| Msg::GoOn(false))}>{ words.cancel() }</button>
            </section>
        }
    }
}

const ERROR: Which = Which::Of(Severity::Error);
