//! What comes out of the fixtures of spreadsheets, web pages and texts, whole; and that no damage to them is more
//! than an answer.

use juesuan_documents::{Asked, Paper, Unreadable, read};
use juesuan_paper::Block;
use std::fmt::Write as _;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents/sheets")
}

fn read_bytes(bytes: &[u8]) -> Result<Paper, Unreadable> {
    read(
        bytes,
        None,
        &mut Asked {
            password: None,
            progress: &mut |_, _| {},
        },
    )
}

/// A paper as compact text: a block a line, a row of a table a line, spans behind their cells.
fn shown(paper: &Paper) -> String {
    let mut out = format!("{:?}\n", paper.kind);
    for block in &paper.blocks {
        match block {
            Block::Heading { level, text, .. } => writeln!(out, "H{level} {text}"),
            Block::Paragraph { text, .. } => writeln!(out, "P {text}"),
            Block::Picture { .. } => writeln!(out, "picture"),
            Block::PageBreak { .. } => writeln!(out, "page"),
            Block::Table { rows, .. } => {
                let columns = rows.iter().flatten().map(|it| it.column + it.columns).max();
                writeln!(out, "T {}x{}", rows.len(), columns.unwrap_or(0)).unwrap();
                for row in rows {
                    let cells: Vec<String> = row.iter().map(cell).collect();
                    writeln!(out, "  {}", cells.join(" | ")).unwrap();
                }
                Ok(())
            }
        }
        .unwrap();
    }
    for note in &paper.notes {
        write!(out, "note {:?}", note.code).unwrap();
        note.text
            .iter()
            .for_each(|it| write!(out, " {it}").unwrap());
        note.count
            .iter()
            .for_each(|it| write!(out, " {it}").unwrap());
        out.push('\n');
    }
    out
}

fn cell(cell: &juesuan_paper::Cell) -> String {
    let place = cell
        .place
        .cell
        .as_ref()
        .map_or(String::new(), |it| format!("{it}:"));
    let span = match (cell.rows, cell.columns) {
        (1, 1) => String::new(),
        (rows, columns) => format!("[{rows}x{columns}]"),
    };
    format!("{place}{}{span}", cell.text.replace('\n', "⏎"))
}

fn fixtures() -> Vec<(String, Vec<u8>)> {
    let mut fixtures: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            !matches!(
                path.extension().and_then(|it| it.to_str()),
                Some("expected" | "py")
            )
        })
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    fixtures.sort();
    fixtures
}

#[test]
fn fixtures_come_out_as_expected() {
    let mut wrong = Vec::new();
    let fixtures = fixtures();
    assert!(fixtures.len() >= 17);
    for (name, bytes) in fixtures {
        let found = match read_bytes(&bytes) {
            Ok(paper) => shown(&paper),
            Err(fault) => format!("{fault:?}\n"),
        };
        let expected = folder().join(format!("{name}.expected"));
        let expected = std::fs::read_to_string(expected).unwrap_or_default();
        if found != expected {
            wrong.push(format!(
                "{name}\n--- found\n{found}--- expected\n{expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Damages a file in one of the ways that files come to harm.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 16).unwrap() % below.max(1)
    };
    let mut bytes = bytes.to_vec();
    match seed % 4 {
        0 => bytes.truncate(next(bytes.len())),
        1 => {
            for _ in 0..=next(20) {
                let at = next(bytes.len());
                bytes[at] ^= 1 << next(8);
            }
        }
        2 => {
            let from = next(bytes.len());
            let to = (from + next(200)).min(bytes.len());
            bytes[from..to].fill(if next(2) == 0 { 0 } else { 0xFF });
        }
        _ => {
            let from = next(bytes.len());
            let part = bytes[from..(from + next(500)).min(bytes.len())].to_vec();
            let at = next(bytes.len());
            bytes.splice(at..at, part);
        }
    }
    bytes
}

/// The parts of a zip damaged, and the zip made anew: what a damaged zip itself never lets through.
fn damaged_inside(bytes: &[u8], seed: u64) -> Option<Vec<u8>> {
    use std::io::{Cursor, Read, Write};
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).ok()?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        if !bytes.is_empty() && seed % 3 == index as u64 % 3 {
            bytes = damaged(&bytes, seed + index as u64);
        }
        new.start_file(part.name().ok()?, zip::write::SimpleFileOptions::default())
            .ok()?;
        new.write_all(&bytes).ok()?;
    }
    Some(new.finish().ok()?.into_inner())
}

fn no_damage_is_more_than_an_answer(rounds: u64) {
    for (name, bytes) in fixtures() {
        for seed in 0..rounds {
            let begin = std::time::Instant::now();
            drop(read_bytes(&damaged(&bytes, seed)));
            if let Some(bytes) = damaged_inside(&bytes, seed) {
                drop(read_bytes(&bytes));
            }
            assert!(begin.elapsed().as_secs() < 60, "{name} {seed}");
        }
    }
}

#[test]
fn damaged_files() {
    no_damage_is_more_than_an_answer(100);
}

#[test]
#[ignore = "takes long"]
fn many_damaged_files() {
    no_damage_is_more_than_an_answer(500);
}
