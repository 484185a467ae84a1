//! Papers written as Word and Excel files: what comes out comes in again as it was.
//!
//! `PAPERS=folder` writes other papers as well, JSON as `readDocument` gives it.

mod beside_others;
mod bounds;
mod made;
mod same;

use juesuan_documents::{Asked, Paper, Written, read, write};
use made::Random;
use std::collections::BTreeSet;

/// Reads what was written.
fn again(bytes: &[u8]) -> Paper {
    let progress = &mut |_, _| {};
    let password = None;
    read(bytes, None, &mut Asked { password, progress }).unwrap()
}

fn written(paper: &Paper, kind: Written) -> Vec<u8> {
    write(paper, kind).unwrap_or_else(|why| panic!("{why:?}\n{paper}"))
}

/// Papers of others, where a folder of them is named.
fn others() -> Vec<(String, Paper)> {
    let Ok(folder) = std::env::var("PAPERS") else {
        return Vec::new();
    };
    let entries = std::fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .map(|path| {
            let paper = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
            (path.display().to_string(), paper)
        })
        .collect()
}

#[test]
fn word_gives_back_what_was_written() {
    for seed in 0..200 {
        let paper = made::paper(&mut Random::new(seed));
        let read = again(&written(&paper, Written::Docx));
        let pages = !paper.looks.is_empty();
        same::assert(same::word(&paper, pages), same::word(&read, pages), seed);
    }
    for (name, paper) in others() {
        let read = again(&written(&paper, Written::Docx));
        same::assert(same::word(&paper, false), same::word(&read, false), name);
    }
}

#[test]
fn excel_gives_back_what_was_written() {
    for seed in 0..200 {
        let paper = made::paper(&mut Random::new(seed));
        let read = again(&written(&paper, Written::Xlsx));
        same::assert_excel(&paper, &read, seed);
        let names: Vec<&str> = read.blocks.iter().filter_map(same::heading).collect();
        let different: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(names.len(), different.len(), "{names:?}");
    }
    for (name, paper) in others() {
        let read = again(&written(&paper, Written::Xlsx));
        same::assert_excel(&paper, &read, name);
    }
}

/// No word is lost that stands in no table.
#[test]
fn excel_keeps_all_text() {
    for seed in 0..100 {
        let paper = made::paper(&mut Random::new(seed));
        let read = again(&written(&paper, Written::Xlsx));
        let cells: BTreeSet<String> = same::all_cells(&read).map(same::letters).collect();
        let whole: String = cells.iter().map(String::as_str).collect();
        for text in same::texts(&paper) {
            for part in text.split('\t').map(same::letters) {
                assert!(whole.contains(&part), "{seed}: {part}\n{read}");
            }
        }
    }
}

#[test]
fn equal_papers_give_equal_bytes() {
    for seed in 0..10 {
        let paper = made::paper(&mut Random::new(seed));
        for kind in [Written::Docx, Written::Xlsx] {
            assert_eq!(written(&paper, kind), written(&paper.clone(), kind));
        }
    }
}
