//! The claims that a key lists, each against the statement about it.

use crate::faults::{Hit, hits};
use juesuan_paper::Paper;
use juesuan_understand::{Review, Statement, StatementKind, Verdict};
use serde_json::Value;
use std::collections::BTreeMap;

fn digits(text: &str) -> String {
    let digits = text.chars().filter(|c| c.is_ascii_digit() || *c == '.');
    digits.collect::<String>().trim_matches('.').to_owned()
}

/// The sentence of a claim, wherever it stands on its page and was not taken before.
fn place(paper: &Paper, sentence: &str, page: u64, taken: &mut Vec<(usize, usize)>) -> Option<Hit> {
    let mut parts: Vec<&str> = vec![sentence];
    parts.extend(
        sentence
            .split(['…', '。', '；'])
            .filter(|it| it.chars().count() > 6),
    );
    for part in parts {
        let found = hits(paper, part)
            .into_iter()
            .filter(|hit| hit.page.abs_diff(page as usize) < 2);
        let mut free = found.filter(|hit| !taken.contains(&(hit.spot.block, hit.spot.start)));
        if let Some(mut hit) = free.next() {
            taken.push((hit.spot.block, hit.spot.start));
            // A key leaves out what does not matter: what follows may belong to it.
            hit.spot.end += if part == sentence { 90 } else { 600 };
            return Some(hit);
        }
    }
    None
}

/// 25 of "25-26".
fn first_page(page: &Value) -> u64 {
    let text = page
        .as_str()
        .map_or_else(|| page.to_string(), str::to_owned);
    let first = text.split(|c: char| !c.is_ascii_digit()).next();
    first.and_then(|it| it.parse().ok()).unwrap_or(0)
}

fn fits(kind: &str, statement: &Statement) -> bool {
    match kind {
        "comparison" => statement.kind == StatementKind::Comparison,
        "year" => matches!(statement.kind, StatementKind::Year | StatementKind::Name),
        "percent" | "growth" => matches!(
            statement.kind,
            StatementKind::Growth
                | StatementKind::Share
                | StatementKind::Completion
                | StatementKind::Count
                | StatementKind::Score
        ),
        _ => true,
    }
}

fn right(wanted: &str, verdict: Verdict) -> bool {
    match wanted {
        "ok" | "ok (rounding)" => matches!(verdict, Verdict::Agrees | Verdict::Rounding),
        "wrong" => verdict == Verdict::Wrong,
        "debatable" => verdict != Verdict::Wrong,
        _ => matches!(verdict, Verdict::Unknown | Verdict::Agrees),
    }
}

#[derive(Default)]
struct Row {
    all: usize,
    read: usize,
    right: usize,
}

pub fn compare(paper: &Paper, review: &Review, key: &Value) {
    let mut rows: BTreeMap<String, Row> = BTreeMap::new();
    let mut taken = Vec::new();
    for of in key["statements"].as_array().unwrap() {
        let sentence = of["sentence"].as_str().unwrap();
        let hit = place(paper, sentence, first_page(&of["page"]), &mut taken);
        if hit.is_none() {
            println!("NOT FOUND {} {sentence}", of["id"]);
        }
        let mut used: Vec<usize> = Vec::new();
        for claim in of["claims"].as_array().unwrap() {
            let text = |name: &str| claim[name].as_str().unwrap_or_default();
            let (kind, printed, wanted) = (text("kind"), text("printed"), text("verdict"));
            let row = rows.entry(format!("{kind}, {wanted}")).or_default();
            row.all += 1;
            let Some(hit) = &hit else { continue };
            let near = review.statements.iter().enumerate().filter(|(_, it)| {
                it.spot.block == hit.spot.block
                    && it.spot.cell == hit.spot.cell
                    && it.spot.start < hit.spot.end
                    && hit.spot.start < it.spot.end
            });
            // The words of a change are read with it: it is enough that nothing there is wrong.
            if kind == "direction" {
                let wrong = near.clone().any(|(_, it)| {
                    it.verdict == Verdict::Wrong && it.kind == StatementKind::Comparison
                });
                row.read += 1;
                row.right += usize::from(!wrong);
                if wrong {
                    println!("WRONG? {} {kind} {printed} ({wanted})", of["id"]);
                }
                continue;
            }
            let same =
                |it: &Statement| kind == "comparison" || digits(&it.claimed) == digits(printed);
            let mut found: Vec<_> = near
                .filter(|(at, it)| fits(kind, it) && same(it) && !used.contains(at))
                .collect();
            // The same digits may stand in a sentence more than once.
            found.sort_by_key(|(_, it)| !right(wanted, it.verdict));
            let Some((at, statement)) = found.first().copied() else {
                println!(
                    "UNREAD {} p{} {kind} {} {printed} ({wanted}) in {sentence}",
                    of["id"],
                    of["page"],
                    text("what")
                );
                continue;
            };
            // One amount may be said to be two things: a total, and the sum of its parts.
            if kind != "amount" {
                used.push(at);
            }
            row.read += 1;
            if right(wanted, statement.verdict) {
                row.right += 1;
            } else {
                println!(
                    "OTHER {} p{} {kind} {} {printed}: {wanted}, but {:?} {} in {}",
                    of["id"],
                    of["page"],
                    text("what"),
                    statement.verdict,
                    statement.working.as_deref().unwrap_or_default(),
                    statement.quote
                );
            }
        }
    }
    println!("| claims | all | read | as in the key |\n| --- | --- | --- | --- |");
    let mut sum = Row::default();
    for (kind, row) in &rows {
        println!("| {kind} | {} | {} | {} |", row.all, row.read, row.right);
        sum.all += row.all;
        sum.read += row.read;
        sum.right += row.right;
    }
    println!("| all | {} | {} | {} |", sum.all, sum.read, sum.right);
}
