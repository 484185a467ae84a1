//! Self-evaluation forms in documents: right ones say nothing, each planted fault is found, and real layouts are read.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod beside;
#[path = "../sentences/draw.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod draw;
mod drawn;
mod grid;
mod layouts;
mod lines;
mod planted;
mod print;
#[path = "../sketch/mod.rs"]
mod sketch;
mod workbook;

use juesuan_paper::Paper;
use juesuan_understand::{Review, Severity};

/// What is said above a notice, one line each.
pub fn loud(review: &Review, paper: &Paper) -> Vec<String> {
    let loud = review
        .findings
        .iter()
        .filter(|finding| finding.severity < Severity::Notice);
    loud.map(|finding| {
        format!(
            "{:?} {:?} {:?} at {}",
            finding.severity,
            finding.matter,
            finding.working,
            finding.spot.quote(paper)
        )
    })
    .collect()
}
