use super::filters::verdicts;
use super::said::{judge, right};
use crate::page::message::ReadingMsg;
use crate::page::shared::Shared;
use crate::page::words::{Words, use_words};
use juesuan::flows::judging::{Judging, Msg};
use juesuan::say::Spoken as _;
use juesuan::understand::{Review, Statement, Verdict};
use yew::prelude::*;

/// Lines that are drawn at a time.
const PIECE: usize = 150;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub review: Shared<Review>,
    pub judging: Shared<Judging>,
    /// The number of the paper.
    pub of: usize,
    pub on: Callback<ReadingMsg>,
}

/// Each figure of the text: its verdict, what is printed, what it should be, and how that is worked out.
#[component]
pub fn Checked(props: &Props) -> Html {
    let words = use_words();
    let drawn = use_state(|| PIECE);
    let (review, judging, of) = (&props.review, &props.judging, props.of);
    if review.statements.is_empty() {
        return html! { <p class="none">{ words.review_no_figures() }</p> };
    }
    let listed = judging.statements(review);
    // The one that somebody was sent to is drawn, wherever it stands.
    let sent = judging
        .statement
        .and_then(|one| listed.iter().position(|at| *at == one));
    let most = sent.map_or(*drawn, |at| (*drawn).max(at + 1));
    let more = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(most + PIECE))
    };
    let line = |at: usize| {
        let statement = review.statements.get(at)?;
        let onclick = props.on.reform(move |_| judge(of, Msg::Statement(at)));
        Some(drawn_line(
            at,
            statement,
            judging.statement == Some(at),
            onclick,
            words,
        ))
    };
    html! {
        <>
            { verdicts(review, judging, of, &props.on, words) }
            <div class="review-steps"><span role="status">{ words.review_listed(listed.len(), review.statements.len()) }</span></div>
            if listed.is_empty() {
                <p class="none">{ words.review_none_listed() }</p>
            }
            <ul class="list checked">{ for listed.iter().take(most).filter_map(|at| line(*at)) }</ul>
            if listed.len() > most {
                <button type="button" class="more" onclick={more}>{ words.files_more() }</button>
            }
        </>
    }
}

fn drawn_line(
    at: usize,
    statement: &Statement,
    current: bool,
    onclick: Callback<MouseEvent>,
    words: Words,
) -> Html {
    let class = match statement.verdict {
        Verdict::Wrong => "error",
        Verdict::Doubtful => "warning",
        Verdict::Rounding => "notice",
        Verdict::Agrees => "agrees",
        Verdict::Unknown => "unknown",
    };
    html! {
        <li key={at} class={classes!("finding", class, current.then_some("current"))} data-statement={at.to_string()}>
            <button type="button" class="go" {onclick}>
                <span class="severity">{ statement.verdict.spoken(words.language) }</span>
                <span class="where">{ statement.kind.spoken(words.language) }</span>
                <span class="message" lang="zh-CN">{ &statement.quote }</span>
                if let Some(right) = right(statement) {
                    <span class="right">{ words.mixed(&format!("{} → {}", statement.claimed, right)) }</span>
                }
                if let Some(working) = &statement.working {
                    <span class="working">{ words.mixed(working) }</span>
                }
            </button>
        </li>
    }
}
