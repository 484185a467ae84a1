//! Every amount of the nine tables of a small disclosure is changed, one at a time: what is found, and that
//! nothing is found in the unchanged one.

mod sketch;

use juesuan_paper::{Block, Paper};
use juesuan_understand::{Document, Finding, Severity, Spot, review};
use std::collections::BTreeMap;

const PAPER: &str = include_str!("papers/final-accounts.txt");

/// Ways to get an amount wrong.
const CHANGES: [(&str, fn(&str) -> String); 4] = [
    ("a digit", |text| change_digit(text)),
    ("two digits swapped", |text| swap_digits(text)),
    ("ten times", |text| ten_times(text)),
    ("a tenth more", |text| a_tenth_more(text)),
];

/// The second digit one up.
fn change_digit(text: &str) -> String {
    let at = text
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .nth(1);
    match at {
        Some((at, digit)) => {
            let next = (digit.to_digit(10).unwrap() + 1) % 10;
            format!("{}{next}{}", &text[..at], &text[at + 1..])
        }
        None => text.to_owned(),
    }
}

fn swap_digits(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let at = (1..chars.len()).find(|at| {
        let (a, b) = (chars[at - 1], chars[*at]);
        a.is_ascii_digit() && b.is_ascii_digit() && a != b && !(*at == 1 && b == '0')
    });
    if let Some(at) = at {
        chars.swap(at - 1, at);
    }
    chars.into_iter().collect()
}

fn ten_times(text: &str) -> String {
    let plain = text.replace(',', "");
    match plain.split_once('.') {
        Some((whole, decimals)) => format!("{whole}{}.{}0", &decimals[..1], &decimals[1..]),
        None => format!("{plain}0"),
    }
}

fn a_tenth_more(text: &str) -> String {
    let value: f64 = text.replace(',', "").parse().unwrap();
    format!("{:.2}", value * 1.1 + 0.1)
}

fn cell_mut<'a>(paper: &'a mut Paper, spot: &Spot) -> &'a mut String {
    let (row, column) = spot.cell.unwrap();
    let Block::Table { rows, .. } = &mut paper.blocks[spot.block] else {
        panic!("no table");
    };
    &mut rows
        .iter_mut()
        .flatten()
        .find(|cell| cell.row == row && cell.column == column)
        .unwrap()
        .text
}

fn serious(paper: &Paper) -> Vec<Finding> {
    let mut findings = review(paper).findings;
    findings.retain(|finding| finding.severity < Severity::Notice && finding.spot.cell.is_some());
    findings
}

#[test]
fn nothing_is_wrong_in_the_unchanged_one() {
    let paper = sketch::paper(PAPER);
    let numbers: Vec<Option<u8>> = Document::of(&paper)
        .tables
        .iter()
        .map(|table| table.no)
        .collect();
    assert_eq!(numbers, (1..=9).map(Some).collect::<Vec<_>>());
    assert_eq!(serious(&paper), []);
}

#[test]
fn almost_every_wrong_amount_is_found() {
    let paper = sketch::paper(PAPER);
    let spots: Vec<Spot> = Document::of(&paper)
        .tables
        .iter()
        .flat_map(|table| &table.amounts)
        .map(|amount| amount.spot.clone())
        .collect();
    assert!(spots.len() > 250, "{}", spots.len());
    let mut all: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut missed = Vec::new();
    for (number, (kind, change)) in CHANGES.into_iter().enumerate() {
        // Each amount is changed in two of the four ways.
        for spot in spots.iter().skip(number % 2).step_by(2) {
            let mut changed = paper.clone();
            let text = cell_mut(&mut changed, spot);
            let old = text.clone();
            let new = change(&old);
            if new == old {
                continue;
            }
            text.clone_from(&new);
            let findings = serious(&changed);
            let here = |finding: &&Finding| {
                let same = |other: &Spot| other.block == spot.block && other.cell == spot.cell;
                same(&finding.spot) || finding.also.iter().any(same)
            };
            let count = all.entry(kind).or_default();
            count[0] += 1;
            count[1] += usize::from(findings.iter().any(|finding| here(&finding)));
            count[2] +=
                usize::from(findings.iter().any(|finding| {
                    finding.spot.cell == spot.cell && finding.spot.block == spot.block
                }));
            count[3] += usize::from(findings.len() > 1);
            if findings.iter().find(here).is_none() {
                missed.push(format!("{kind}: {old} → {new} at {spot:?}: {findings:?}"));
            }
        }
    }
    for (kind, [count, found, exact, several]) in &all {
        println!(
            "{kind}: {found} of {count} found, {exact} at its very place, {several} with more than one finding"
        );
    }
    for line in missed.iter().take(30) {
        println!("{line}");
    }
    let (count, found) = all
        .values()
        .fold((0, 0), |(count, found), it| (count + it[0], found + it[1]));
    assert!(found * 100 >= count * 95, "{found} of {count}");
}
