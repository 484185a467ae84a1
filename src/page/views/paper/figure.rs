//! What is said of a figure: to those who do not see how it is marked, and below the paper.

use crate::page::shared::Shared;
use crate::page::views::review::{right, whereabouts};
use crate::page::words::{Words, use_words};
use juesuan::flows::judging::{Mark, Marks};
use juesuan::paper::Paper;
use juesuan::say::Spoken as _;
use juesuan::understand::{Finding, Review, Statement};
use yew::prelude::*;

fn statement<'a>(review: &'a Review, mark: &Mark) -> Option<&'a Statement> {
    review.statements.get(mark.statement?)
}

fn finding<'a>(review: &'a Review, mark: &Mark) -> Option<&'a Finding> {
    review.findings.get(mark.finding?)
}

/// The figure, its verdict, and what it should be.
pub fn label(paper: &Paper, review: &Review, mark: &Mark, words: Words) -> String {
    let printed = mark.spot.quote(paper);
    let Some(statement) = statement(review, mark) else {
        let severity = finding(review, mark).map(|one| one.severity.spoken(words.language));
        let severity = severity.unwrap_or_default();
        return words.review_figure(&printed, &severity, None);
    };
    let verdict = statement.verdict.spoken(words.language);
    words.review_figure(&printed, &verdict, right(statement))
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub paper: Shared<Paper>,
    pub review: Shared<Review>,
    pub marks: Shared<Marks>,
    /// Which of the figures.
    pub at: usize,
}

/// How a figure comes about, and what the other place says.
#[component]
pub fn FigureCard(props: &Props) -> Html {
    let words = use_words();
    let Some(mark) = props.marks.get(props.at) else {
        return Html::default();
    };
    let (paper, review) = (&*props.paper, &*props.review);
    let (statement, finding) = (statement(review, mark), finding(review, mark));
    let verdict = statement
        .map(|one| one.verdict.spoken(words.language))
        .or(finding.map(|one| one.severity.spoken(words.language)))
        .unwrap_or_default();
    let working = statement
        .and_then(|one| one.working.as_ref())
        .or(finding.and_then(|one| one.working.as_ref()));
    let places = finding.map_or(&[][..], |finding| &finding.also);
    html! {
        <div class="figure-card">
            <strong lang="zh-CN">{ mark.spot.quote(paper) }</strong>
            <span class="verdict">{ verdict }</span>
            if let Some(right) = statement.and_then(right) {
                <span>{ words.review_right() }{ " " }<b lang="zh-CN">{ right.to_owned() }</b></span>
            }
            if let Some(working) = working {
                <span class="working">{ words.mixed(working) }</span>
            }
            { for places.iter().take(3).map(|spot| html! {
                <span class="place">{ words.mixed(&format!("{}：{}", whereabouts(paper, spot, words), spot.quote(paper))) }</span>
            }) }
        </div>
    }
}
