//! Counts that are filters: a press shows only these, another one all again.

use super::said::judge;
use crate::page::message::ReadingMsg;
use crate::page::words::Words;
use juesuan::finding;
use juesuan::flows::judging::{Judging, Kind, Level, Msg};
use juesuan::say::Spoken as _;
use juesuan::understand::{Review, Severity, Verdict};
use yew::prelude::*;

fn chip(
    label: String,
    class: &'static str,
    pressed: bool,
    empty: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <li><button type="button" class={classes!("count", class, empty.then_some("zero"))} aria-pressed={pressed.to_string()}
            disabled={empty && !pressed} {onclick}>{ label }</button></li>
    }
}

/// How many findings there are of each severity, and how many are set aside.
pub fn severities(
    review: &Review,
    judging: &Judging,
    of: usize,
    on: &Callback<ReadingMsg>,
    words: Words,
) -> Html {
    let one = |level: Level| {
        let count = judging.count(review, level);
        let (label, class) = match level {
            Level::Of(Severity::Error) => (words.count(finding::Severity::Error, count), "error"),
            Level::Of(Severity::Warning) => {
                (words.count(finding::Severity::Warning, count), "warning")
            }
            Level::Of(Severity::Notice) => {
                (words.count(finding::Severity::Notice, count), "notice")
            }
            Level::Aside => (words.set_aside_count(count), "notice"),
        };
        let pressed = judging.level == Some(level);
        let onclick = on.reform(move |_| judge(of, Msg::Level(level)));
        chip(label, class, pressed, count == 0, onclick)
    };
    html! {
        <ul class="counts" aria-label={words.review_severities()}>{ for Level::ALL.into_iter().map(one) }</ul>
    }
}

/// How many findings there are of each kind that there is.
pub fn kinds(
    review: &Review,
    judging: &Judging,
    of: usize,
    on: &Callback<ReadingMsg>,
    words: Words,
) -> Html {
    let one = |kind: Kind| {
        let count = judging.count_kind(review, kind);
        let pressed = judging.kind == Some(kind);
        if count == 0 && !pressed {
            return Html::default();
        }
        let name = match kind {
            Kind::Amounts => words.kind_amounts(),
            Kind::Rates => words.kind_rates(),
            Kind::Words => words.kind_words(),
            Kind::Sums => words.kind_sums(),
            Kind::Rounding => words.kind_rounding(),
            Kind::Tables => words.kind_tables(),
            Kind::Text => words.kind_text(),
        };
        let onclick = on.reform(move |_| judge(of, Msg::Kind(kind)));
        chip(format!("{name} {count}"), "kind", pressed, false, onclick)
    };
    html! {
        <ul class="counts kinds" aria-label={words.review_kinds()}>{ for Kind::ALL.into_iter().map(one) }</ul>
    }
}

/// How many figures have each verdict.
pub fn verdicts(
    review: &Review,
    judging: &Judging,
    of: usize,
    on: &Callback<ReadingMsg>,
    words: Words,
) -> Html {
    const ALL: [(Verdict, &str); 5] = [
        (Verdict::Wrong, "error"),
        (Verdict::Doubtful, "warning"),
        (Verdict::Rounding, "notice"),
        (Verdict::Agrees, "agrees"),
        (Verdict::Unknown, "unknown"),
    ];
    let one = |(verdict, class): (Verdict, &'static str)| {
        let count = Judging::count_verdict(review, verdict);
        let label = format!("{} {count}", verdict.spoken(words.language));
        let pressed = judging.verdict == Some(verdict);
        let onclick = on.reform(move |_| judge(of, Msg::Verdict(verdict)));
        chip(label, class, pressed, count == 0, onclick)
    };
    html! {
        <ul class="counts" aria-label={words.review_verdicts()}>{ for ALL.into_iter().map(one) }</ul>
    }
}
