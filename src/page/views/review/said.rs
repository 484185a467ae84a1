//! What is said of findings and figures, wherever they are listed.

use crate::page::message::ReadingMsg;
use crate::page::words::Words;
use juesuan::flows::judging::{Judging, Msg, heading_above};
use juesuan::flows::reading;
use juesuan::paper::Paper;
use juesuan::say::Language;
use juesuan::understand::{Finding, Review, Spot, Statement, StatementKind};

/// What happens to the review of a paper.
pub fn judge(of: usize, msg: Msg) -> ReadingMsg {
    reading::Msg::Judge(of, msg)
}

/// Where something stands, as a person looks for it.
pub fn whereabouts(paper: &Paper, spot: &Spot, words: Words) -> String {
    let heading = heading_above(paper, spot.block).unwrap_or_default();
    words.list_place(&spot.place(paper), heading)
}

/// What a figure should be, where it is something else. Of a sum nobody knows whether it or a part is wrong.
pub fn right(statement: &Statement) -> Option<&str> {
    let known = !matches!(
        statement.kind,
        StatementKind::Comparison | StatementKind::Sum
    );
    let right = statement.computed.as_deref();
    right.filter(|right| known && *right != statement.claimed)
}

/// All that is said of a finding, to be searched.
fn text(paper: &Paper, finding: &Finding, language: Language) -> String {
    let told = language.found(finding);
    let quote = finding.spot.quote(paper);
    let working = finding.working.as_deref().unwrap_or_default();
    [&told.message, &quote, working].join("\n")
}

/// The findings that are listed now: those that keys step through.
pub fn listed(paper: &Paper, review: &Review, judging: &Judging, language: Language) -> Vec<usize> {
    judging.findings(review, |at| match review.findings.get(at) {
        Some(finding) if !judging.wanted.trim().is_empty() => text(paper, finding, language),
        _ => String::new(),
    })
}
