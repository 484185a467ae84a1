//! The faults that a key lists, by page and quote.

use crate::told;
use juesuan_paper::{Block, Paper};
use juesuan_understand::{Finding, Review, Severity, Spot};
use serde_json::Value;

/// Where a text stands.
pub struct Hit {
    pub spot: Spot,
    pub page: usize,
}

/// Where a text stands in a paper, blanks left out, each place as long as the text.
pub fn hits(paper: &Paper, text: &str) -> Vec<Hit> {
    let found = paper.find(text, 200);
    let hits = found.into_iter().filter_map(|hit| {
        let spot = match (hit.cell, paper.blocks.get(hit.block)?) {
            (Some((row, at)), Block::Table { rows, .. }) => {
                let cell = rows.get(row)?.get(at)?;
                Spot::cell(hit.block, cell.row, cell.column, hit.range)
            }
            _ => Spot::text(hit.block, hit.range),
        };
        let page = spot.place(paper).page.unwrap_or(0);
        Some(Hit { spot, page })
    });
    hits.collect()
}

/// Whether a finding is about one of these places.
pub fn meets(finding: &Finding, hits: &[Hit]) -> bool {
    std::iter::once(&finding.spot)
        .chain(&finding.also)
        .any(|spot| {
            hits.iter().any(|hit| {
                let same = spot.block == hit.spot.block && spot.cell == hit.spot.cell;
                same && spot.start < hit.spot.end && hit.spot.start < spot.end
            })
        })
}

/// The quoted parts of what a key has printed: “…”, parted where it leaves something out.
fn quoted(printed: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in printed.split('“').skip(1) {
        let quote = piece.split('”').next().unwrap_or_default();
        parts.extend(
            quote
                .split('…')
                .filter(|it| it.chars().count() > 1)
                .map(str::to_owned),
        );
    }
    parts
}

pub fn compare(paper: &Paper, review: &Review, key: &Value) {
    let mut used = vec![None; review.findings.len()];
    let mut found = [(0, 0); 3];
    for fault in key.as_array().unwrap() {
        let class = fault["class"].as_str().unwrap();
        let printed = fault["printed"].as_str().unwrap();
        let pages: Vec<usize> = fault["page"]
            .as_str()
            .unwrap()
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|it| it.parse().ok())
            .collect();
        let mut places: Vec<Hit> = quoted(printed)
            .iter()
            .flat_map(|quote| hits(paper, quote))
            .collect();
        places.retain(|hit| {
            pages.is_empty() || pages.contains(&hit.page) || pages.contains(&(hit.page + 1))
        });
        let mut told_here = Vec::new();
        for (finding, used) in review.findings.iter().zip(&mut used) {
            if meets(finding, &places) {
                *used = used.or(Some(class == "certain"));
                told_here.push(told(finding, paper));
            }
        }
        let group = match class {
            "certain" => 0,
            "minor" => 1,
            _ => 2,
        };
        found[group].1 += 1;
        found[group].0 += usize::from(!told_here.is_empty());
        let mark = if told_here.is_empty() {
            "MISSED"
        } else {
            "found "
        };
        println!(
            "{mark} {} {class} {printed} ({} places)",
            fault["no"],
            places.len()
        );
        for it in told_here {
            println!("       {it}");
        }
    }
    println!("found of certain, minor, debatable: {found:?}");
    println!("beside these:");
    for (finding, used) in review.findings.iter().zip(&used) {
        if used.is_none() {
            let mark = match finding.severity {
                Severity::Error => "FALSE ERROR?",
                Severity::Warning => "WARNING?",
                Severity::Notice => "",
            };
            println!("  {mark} {}", told(finding, paper));
        }
    }
}
