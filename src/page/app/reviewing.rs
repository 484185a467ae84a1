//! Documents that are reviewed: what is shown of them, the keys that step through findings, and what is handed
//! on.

use super::App;
use crate::page::clock::today;
use crate::page::files;
use crate::page::message::{Against, ReviewShape};
use crate::page::offline;
use crate::page::shared::Shared;
use crate::page::views::paper::PaperView;
use crate::page::views::papers::PapersView;
use crate::page::views::review::{ReviewPanel, listed};
use crate::page::whereabouts::View;
use juesuan::exchange::{ReviewHead, review_csv, review_html, review_letter, review_text};
use juesuan::flows::judging::{self, Level};
use juesuan::flows::reading::{self, Opened};
use juesuan::flows::{Notice, Said};
use juesuan::understand::Severity;
use std::rc::Rc;
use yew::prelude::*;

impl App {
    pub(super) fn paper(&self, at: usize) -> Html {
        let Some(opened) = self.reading.papers().get(at) else {
            return Html::default();
        };
        let Opened {
            paper,
            review,
            marks,
            judging,
            ..
        } = opened.clone();
        html! {
            <PaperView key={Rc::as_ptr(&paper) as usize} paper={Shared::from(paper.clone())} review={Shared::from(review)}
                marks={Shared::from(marks)} judging={Shared::from(judging)} {at} can_import={self.host.portal.is_none()}
                on={self.links.reading.clone()} page={self.links.on.clone()} />
        }
    }

    /// What was found, beside the paper.
    pub(super) fn review_panel(&self, of: usize) -> Option<Html> {
        let Opened {
            paper,
            review,
            judging,
            beside,
            ..
        } = self.reading.papers().get(of)?.clone();
        let papers = self.reading.papers().iter().enumerate();
        let papers = papers.filter(|(at, _)| *at != of).map(|(at, other)| {
            let name = other.paper.name.clone().unwrap_or_default();
            (Against::Paper(at), name)
        });
        let workbook = self.document.as_ref().map(|document| {
            let unit = document.workbook().unit().to_owned();
            (Against::Workbook, unit)
        });
        let others: Vec<(Against, String)> = papers.chain(workbook).collect();
        Some(html! {
            <ReviewPanel key={Rc::as_ptr(&paper) as usize} paper={Shared::from(paper.clone())} review={Shared::from(review)}
                judging={Shared::from(judging)} {of} {others} beside={beside.map(Shared::from)} reviewer={self.reading.reviewer().to_owned()}
                on={self.links.reading.clone()} page={self.links.on.clone()} />
        })
    }

    /// All documents that came.
    pub(super) fn papers(&self) -> Html {
        let (rows, arranged) = (self.reading.rows(), self.reading.arranged());
        let rows_shown: Vec<_> = rows.iter().cloned().map(Shared::from).collect();
        html! {
            <PapersView rows={rows_shown} shown={arranged.shown(rows)} arranged={arranged.clone()}
                unread={self.reading.unread()} on={self.links.reading.clone()} on_page={self.links.on.clone()} />
        }
    }

    /// The names of the documents that are open, and how many errors each has.
    pub(super) fn nav_papers(&self) -> Vec<(String, usize)> {
        let name = |opened: &Opened| {
            let errors = Level::Of(Severity::Error);
            let errors = opened.judging.count_all(&opened.review, errors);
            (opened.paper.name.clone().unwrap_or_default(), errors)
        };
        self.reading.papers().iter().map(name).collect()
    }

    /// To the next finding of those that are listed, or the one before.
    pub(super) fn step_review(&mut self, forward: bool) -> bool {
        let View::Paper(at) = self.view else {
            return self.step_finding(forward);
        };
        let Some(opened) = self.reading.papers().get(at) else {
            return false;
        };
        let among = listed(
            &opened.paper,
            &opened.review,
            &opened.judging,
            self.words.language,
        );
        let step = judging::Msg::Step(forward, among);
        self.read(reading::Msg::Judge(at, step))
    }

    pub(super) fn hand_on_review(&mut self, at: usize, shape: ReviewShape) {
        let Some(opened) = self.reading.papers().get(at) else {
            return;
        };
        let (paper, language) = (&opened.paper, self.words.language);
        let lines = opened.judging.lines(&opened.review, paper, language);
        let head = ReviewHead {
            date: today().map_or_else(String::new, |day| day.to_string()),
            reviewer: self.reading.reviewer().trim().to_owned(),
            version: offline::build().map_or_else(String::new, |(version, _)| version),
            ..ReviewHead::of(&opened.review, paper)
        };
        let findings = lines.len();
        let root = self.host.root();
        let done = match shape {
            ReviewShape::List => {
                let html = review_html(&lines, language);
                let text = review_text(&head, &lines, language);
                files::copy(root, &text, Some(&html))
            }
            ReviewShape::Letter => files::copy(root, &review_letter(&head, &lines, language), None),
            ReviewShape::File => {
                let parts = [head.file.as_str(), self.words.findings()];
                let name = format!("{}.csv", files::stem(&parts, self.words.findings()));
                let text = review_csv(&head, &lines, language);
                files::download(&name, &text, files::CSV).is_ok()
            }
        };
        self.notice = Some(match (done, shape) {
            (true, ReviewShape::File) => Notice::Done(Said::ReportSaved(findings)),
            (true, _) => Notice::Done(Said::ReviewCopied(findings)),
            (false, _) => Notice::Problem(Said::HandOnFailed),
        });
    }
}
