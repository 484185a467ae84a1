//! The tables of real disclosures, which stay outside the repository: `JUESUAN_SAMPLES` is the folder of the keys,
//! `JUESUAN_PAPERS` that of the papers (`planning-2024.json`, …).

use juesuan_paper::Paper;
use juesuan_understand::{AmountCell, Document, FoundTable};
use serde_json::Value;
use std::path::PathBuf;

fn folder(variable: &str) -> PathBuf {
    PathBuf::from(std::env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set")))
}

fn paper(name: &str) -> Paper {
    let path = folder("JUESUAN_PAPERS").join(format!("{name}.json"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn line(amount: &AmountCell) -> String {
    format!(
        "{:?} {:?} {:?} {} {} = {}",
        amount.at(),
        amount.side,
        amount.mark,
        amount.code.as_deref().unwrap_or("-"),
        amount.name,
        amount.heads.join("/"),
    ) + &format!(" : {} ±{}", amount.value.value, amount.value.half)
}

#[test]
#[ignore = "needs papers outside the repository"]
fn show() {
    let name = std::env::var("JUESUAN_PAPER").unwrap();
    for table in &Document::of(&paper(&name)).tables {
        println!(
            "== {} {:?} no {:?} {:?} empty {} amounts {} rates {} rows {}",
            table.block,
            table.title,
            table.no,
            table.unit,
            table.empty,
            table.amounts.len(),
            table.rates.len(),
            table.rows.len()
        );
        for amount in table.amounts.iter().chain(&table.rates) {
            println!("  {}", line(amount));
        }
    }
}

/// The head of a key as the words that must all be among those of the cell.
fn head_words(head: &str) -> Vec<&str> {
    head.split('·').collect()
}

fn plain(name: &str) -> String {
    let name = name.split_once('、').map_or(name, |(_, rest)| rest);
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
#[ignore = "needs papers outside the repository"]
fn every_cell_of_the_key() {
    let path = folder("JUESUAN_SAMPLES").join("planning.tables.json");
    let key: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let paper = paper("planning-2024");
    let tables = Document::of(&paper).tables;
    let (mut count, mut missing) = (0, Vec::new());
    for wanted in key["tables"].as_array().unwrap() {
        let no = u8::try_from(wanted["no"].as_u64().unwrap()).unwrap();
        let table: &FoundTable = tables
            .iter()
            .find(|table| table.no == Some(no))
            .unwrap_or_else(|| panic!("table {no}"));
        assert_eq!(table.title, wanted["title"].as_str().unwrap());
        let mut amounts = 0;
        for row in wanted["rows"].as_array().unwrap() {
            for (head, printed) in row["amounts"].as_object().unwrap() {
                let Some(printed) = printed.as_str() else {
                    continue;
                };
                count += 1;
                amounts += 1;
                let name = row["name"].as_str().map(plain).unwrap_or_default();
                let found = table.amounts.iter().any(|amount| {
                    amount.code.as_deref() == row["code"].as_str()
                        && amount.name == name
                        && head_words(head).iter().all(|word| {
                            amount.heads.iter().any(|head| head.contains(word))
                                || word.ends_with('费')
                                    && amount
                                        .heads
                                        .iter()
                                        .any(|head| head.replace("维护费", "费").contains(word))
                        })
                        && amount.printed == printed
                });
                if !found {
                    missing.push(format!("{no} {name} {head} {printed}"));
                }
            }
        }
        assert_eq!(table.amounts.len(), amounts, "amounts of table {no}");
    }
    assert!(
        missing.is_empty(),
        "{} of {count} missing: {missing:#?}",
        missing.len()
    );
}
