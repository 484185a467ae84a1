//! PDF files held against other readers, where Python has them: every character that PyMuPDF finds, each in the
//! same place, and every row of the ruled tables of pdfplumber.
//!
//! `PDFS=folder` holds other files against them as well: what differs there is shown, and fails nothing.

use juesuan_documents::{Asked, Paper, read};
use juesuan_paper::{Block, Run};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Points that two readers may be apart.
const NEAR: f64 = 0.5;

/// A visible character and where it stands.
#[derive(Clone, Debug)]
struct Seen {
    page: usize,
    c: char,
    /// Unknown within a run, which holds the ends.
    x0: Option<f64>,
    x1: f64,
    baseline: f64,
}

/// What is found in one file.
#[derive(Default)]
struct Found {
    characters: Vec<Seen>,
    /// Each row with its page.
    rows: Vec<(usize, Vec<String>)>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn files() -> Vec<PathBuf> {
    let mut names: Vec<String> = ["owner-aes128", "owner-aes256", "owner-rc4"]
        .iter()
        .chain(&["spreadsheet-plain", "spreadsheet-ruled"])
        .map(|name| format!("pdf/{name}.pdf"))
        .collect();
    names.extend(
        ["report-writer", "report-browser", "table-writer"]
            .iter()
            .chain(&["table-calc", "table-browser"])
            .map(|name| format!("one/{name}.pdf")),
    );
    names.iter().map(|name| folder().join(name)).collect()
}

/// What the others find; nothing where they are not here.
fn others(files: &[PathBuf]) -> Option<BTreeMap<PathBuf, Found>> {
    let script = folder().join("pdf/others.py");
    let out = Command::new("python3")
        .env("PYTHONIOENCODING", "utf-8")
        .args(["-W", "ignore"])
        .arg(script)
        .args(files)
        .output()
        .ok()?;
    if !out.status.success() {
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(said.contains("ModuleNotFoundError"), "{said}");
        return None;
    }
    let mut all: BTreeMap<PathBuf, Found> = BTreeMap::new();
    let mut file = PathBuf::new();
    for line in String::from_utf8(out.stdout).unwrap().lines() {
        let found = all.entry(file.clone()).or_default();
        let mut pieces = line.splitn(3, ' ');
        match (pieces.next(), pieces.next(), pieces.next()) {
            (Some("F"), ..) => file = PathBuf::from(&line[2..]),
            (Some("C"), Some(page), Some(rest)) => {
                let pieces: Vec<&str> = rest.split(' ').collect();
                let at = |index: usize| pieces[index].parse().unwrap();
                found.characters.push(Seen {
                    page: page.parse().unwrap(),
                    c: pieces[0].chars().next().unwrap(),
                    x0: Some(at(1)),
                    x1: at(2),
                    baseline: at(3),
                });
            }
            (Some("R"), Some(page), Some(rest)) => {
                let cells = rest.split('|').map(str::to_owned).collect();
                found.rows.push((page.parse().unwrap(), cells));
            }
            _ => {}
        }
    }
    Some(all)
}

fn ours(file: &Path) -> Paper {
    let bytes = std::fs::read(file).unwrap();
    let progress = &mut |_, _| {};
    let password = None;
    read(&bytes, None, &mut Asked { password, progress }).unwrap()
}

/// The characters of a text by its runs.
fn characters(text: &str, runs: &[Run], out: &mut Vec<Seen>) {
    let mut at = 0;
    for c in text.chars() {
        let run = runs.iter().find(|run| (run.start..run.end).contains(&at));
        if let Some(run) = run.filter(|_| !c.is_whitespace()) {
            let (x0, y0, x1, y1) = (run.rect.0, run.rect.1, run.rect.2, run.rect.3);
            let index = at - run.start;
            let end = run.ends.get(index).map_or(x1, |end| f64::from(*end));
            out.push(Seen {
                page: run.page,
                c,
                x0: (index == 0).then_some(x0),
                x1: end,
                baseline: y1 - 0.14 * (y1 - y0),
            });
        }
        at += c.len_utf16();
    }
}

fn found(paper: &Paper) -> Found {
    let mut all = Found::default();
    for block in &paper.blocks {
        match block {
            Block::Heading { text, runs, .. } | Block::Paragraph { text, runs, .. } => {
                characters(text, runs, &mut all.characters);
            }
            Block::Table { rows, .. } => {
                for row in rows {
                    let cells = row.iter();
                    let closed = |text: &str| text.split_whitespace().collect::<String>();
                    let texts = cells.clone().map(|cell| closed(&cell.text)).collect();
                    let page = cells.clone().find_map(|cell| cell.place.page);
                    all.rows.push((page.unwrap_or(0), texts));
                    for cell in cells {
                        characters(&cell.text, &cell.runs, &mut all.characters);
                    }
                }
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    all
}

/// What one reader finds and the other does not, or elsewhere. What stands at the same place on a page before is the
/// head of a table again, or a running head: a paper leaves it out.
fn apart(ours: &[Seen], theirs: &[Seen]) -> Vec<String> {
    let mut left = theirs.to_vec();
    let mut wrong = Vec::new();
    for seen in ours {
        let distance = |other: &Seen| {
            let ends = (other.x1 - seen.x1).abs();
            let starts = seen.x0.zip(other.x0).map_or(0.0, |(a, b)| (a - b).abs());
            ends.max(starts).max((other.baseline - seen.baseline).abs())
        };
        let same = left.iter().enumerate();
        let same = same.filter(|(_, other)| other.page == seen.page && other.c == seen.c);
        let nearest = same.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
        match nearest.map(|(at, other)| (at, distance(other))) {
            Some((at, distance)) if distance <= NEAR => {
                left.swap_remove(at);
            }
            nearest => wrong.push(format!("only here: {seen:?}, nearest {nearest:?}")),
        }
    }
    let repeats = |other: &Seen| {
        theirs.iter().any(|first| {
            first.page < other.page
                && first.c == other.c
                && (first.x1 - other.x1).abs() <= NEAR
                && (first.baseline - other.baseline).abs() <= NEAR
        })
    };
    left.retain(|other| !repeats(other));
    wrong.extend(left.iter().map(|other| format!("only there: {other:?}")));
    wrong
}

/// Rows without the heads that pages repeat, which a paper leaves out.
fn without_repeats(rows: &[(usize, Vec<String>)]) -> Vec<Vec<String>> {
    let mut kept: Vec<Vec<String>> = Vec::new();
    let mut page = 0;
    for (number, row) in rows {
        let repeats = *number != page && page > 0 && kept.first() == Some(row);
        page = *number;
        if !repeats {
            kept.push(row.clone());
        }
    }
    kept
}

#[test]
fn as_others_read() {
    let files = files();
    let Some(others) = others(&files) else {
        eprintln!("skipped: Python is not here, or without PyMuPDF and pdfplumber");
        return;
    };
    let mut wrong = Vec::new();
    for file in &files {
        let theirs = &others[file];
        let here = found(&ours(file));
        assert!(!theirs.characters.is_empty(), "{}", file.display());
        let apart = apart(&here.characters, &theirs.characters);
        wrong.extend(apart.iter().map(|it| format!("{}: {it}", file.display())));
        // A table without rulings is none to it.
        let rows = without_repeats(&here.rows);
        if !theirs.rows.is_empty() && rows != without_repeats(&theirs.rows) {
            wrong.push(format!("{}: {rows:?}\n{:?}", file.display(), theirs.rows));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn other_files() {
    let Some(folder) = std::env::var_os("PDFS") else {
        return;
    };
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "pdf"));
    files.sort();
    for (file, theirs) in others(&files).unwrap_or_default() {
        if file.as_os_str().is_empty() {
            continue;
        }
        let here = found(&ours(&file));
        let apart = apart(&here.characters, &theirs.characters);
        println!(
            "{}: {} characters, {} apart; {} rows here, {} there, {} of them here",
            file.display(),
            theirs.characters.len(),
            apart.len(),
            here.rows.len(),
            theirs.rows.len(),
            theirs
                .rows
                .iter()
                .filter(|row| here.rows.iter().any(|here| here.1 == row.1))
                .count()
        );
        for it in apart.iter().take(20) {
            println!("  {it}");
        }
    }
}
