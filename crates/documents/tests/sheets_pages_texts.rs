//! What comes out of the fixtures of spreadsheets, web pages and texts, whole.

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
