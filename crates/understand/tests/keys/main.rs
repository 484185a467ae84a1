//! Published documents against their keys. Neither is part of the repository: papers as JSON lie in the folder that
//! `JUESUAN_PAPERS` names, keys in that of `JUESUAN_SAMPLES`, a text in the file of `JUESUAN_SEED`.
//! `cargo test -p juesuan-understand --test keys -- --ignored --nocapture --test-threads=1`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod claims;
mod faults;

use juesuan_paper::{Paper, plain};
use juesuan_understand::{Finding, Review, Severity, Verdict, review};
use serde_json::Value;

fn folder(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} names a folder"))
}

fn paper(name: &str) -> Paper {
    let text =
        std::fs::read_to_string(format!("{}/{name}.json", folder("JUESUAN_PAPERS"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn key(name: &str) -> Value {
    let text =
        std::fs::read_to_string(format!("{}/{name}.json", folder("JUESUAN_SAMPLES"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A finding in one line.
pub fn told(finding: &Finding, paper: &Paper) -> String {
    let place = finding.spot.place(paper);
    let matter: String = format!("{:?}", finding.matter).chars().take(200).collect();
    format!(
        "{:?} p{} b{} {matter} at {}",
        finding.severity,
        place.page.unwrap_or(0),
        finding.spot.block,
        finding.spot.quote(paper)
    )
}

fn percents(review: &Review) {
    let rates = review
        .statements
        .iter()
        .filter(|it| it.claimed.contains(['%', '％']));
    let (all, unknown) = rates.fold((0, 0), |(all, unknown), it| {
        (
            all + 1,
            unknown + usize::from(it.verdict == Verdict::Unknown),
        )
    });
    let coverage = review.coverage;
    println!(
        "percent figures held: {}/{all}; all figures: {}/{}",
        all - unknown,
        coverage.checked,
        coverage.figures
    );
    for it in review
        .statements
        .iter()
        .filter(|it| it.claimed.contains(['%', '％']))
    {
        if it.verdict == Verdict::Unknown {
            println!("    unknown {} in {}", it.claimed, it.quote);
        }
    }
}

#[test]
#[ignore = "reads documents that are not part of the repository"]
fn claims_of_the_final_accounts() {
    let paper = paper("planning-2024");
    let review = review(&paper);
    claims::compare(&paper, &review, &key("planning.statements"));
    percents(&review);
}

#[test]
#[ignore = "reads documents that are not part of the repository"]
fn faults_of_the_final_accounts() {
    let paper = paper("planning-2024");
    faults::compare(&paper, &review(&paper), &key("planning.faults"));
}

/// Nothing is known to be wrong in these: whatever is said of them is to be looked at.
#[test]
#[ignore = "reads documents that are not part of the repository"]
fn budgets() {
    for name in [
        "budget-excel2010",
        "budget-distiller",
        "budget-wps",
        "budget-word2007",
        "template-2024",
    ] {
        let paper = paper(name);
        let review = review(&paper);
        println!("== {name} {:?}", review.about);
        percents(&review);
        for finding in &review.findings {
            println!("  {}", told(finding, &paper));
        }
    }
}

/// What is printed wrong in the seed, as its text has it, and how often.
const SEED: &[(&str, &[&str])] = &[
    ("fiscal share of income", &["占本年收入 99.9%"]),
    ("other income", &["占本年收入 0.1%"]),
    ("contracts to small firms", &["总额的93.4%", "总额的 93.4%"]),
    ("net new insured", &["29339", "29,339", "152.8%"]),
    (
        "growth of income of contract staff",
        &["编外人员收入", "98"],
    ),
    ("0 of 0", &["完成年初预算的 0.0%", "完成年初预算的0.0%"]),
    (
        "placeholders",
        &["增加(减少)", "增长(下降)", "增加（减少）"],
    ),
    (
        "satisfaction under timeliness",
        &["参保人员满意度", "满意率", "满意度"],
    ),
    ("leaflets", &["宣传资料发放量", "每月"]),
    ("satisfaction: several values", &["96.2%", "95.2%"]),
];

#[test]
#[ignore = "reads documents that are not part of the repository"]
fn seed() {
    let text = std::fs::read_to_string(folder("JUESUAN_SEED")).unwrap();
    let paper = plain::read(&text);
    let review = review(&paper);
    let mut used = vec![false; review.findings.len()];
    for (what, quotes) in SEED {
        let places: Vec<faults::Hit> = quotes
            .iter()
            .flat_map(|quote| faults::hits(&paper, quote))
            .collect();
        let mut found = Vec::new();
        for (finding, used) in review.findings.iter().zip(&mut used) {
            if faults::meets(finding, &places) {
                *used = true;
                found.push(told(finding, &paper));
            }
        }
        println!(
            "{} {what}",
            if found.is_empty() { "MISSED" } else { "found " }
        );
        for it in found.iter().take(4) {
            println!("      {it}");
        }
    }
    percents(&review);
    println!("beside these:");
    for (finding, used) in review.findings.iter().zip(&used) {
        if !used {
            let loud = if finding.severity < Severity::Notice {
                "!!"
            } else {
                "  "
            };
            println!("  {loud} {}", told(finding, &paper));
        }
    }
}
