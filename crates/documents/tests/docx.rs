//! Word files: what comes out of each, held against what must come out, and against LibreOffice.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use juesuan_documents::{Asked, Paper, Unreadable, read};
use juesuan_paper::{Block, Cell, Kind};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/docx")
}

fn fixtures() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "docx"))
        .collect();
    files.sort();
    files
}

fn paper(bytes: &[u8]) -> Result<Paper, Unreadable> {
    let mut asked = Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    read(bytes, None, &mut asked)
}

/// `H2 text`, `P text`, `T 2x3` with a line for each row, `N note`. A cell that spans has `{rows x columns}`.
fn shown(paper: &Paper) -> String {
    let mut out = String::new();
    let mut line = |text: String| {
        out.push_str(&text.replace('\n', "⏎").replace('\t', "⇥"));
        out.push('\n');
    };
    for block in &paper.blocks {
        match block {
            Block::Heading { level, text, .. } => line(format!("H{level} {text}")),
            Block::Paragraph { text, .. } => line(format!("P {text}")),
            Block::Table { rows, .. } => {
                let columns = rows.iter().flatten().map(|cell| cell.column + cell.columns);
                line(format!("T {}x{}", rows.len(), columns.max().unwrap_or(0)));
                for row in rows {
                    line(format!("  {}", cells(row).join(" | ")));
                }
            }
            Block::Picture { .. } => line("PICTURE".to_owned()),
            Block::PageBreak { .. } => line("PAGE".to_owned()),
        }
    }
    for note in &paper.notes {
        let count = note.count.map(|it| format!(" {it}")).unwrap_or_default();
        let text = note
            .text
            .as_deref()
            .map(|it| format!(" {it}"))
            .unwrap_or_default();
        line(format!("N {:?}{count}{text}", note.code));
    }
    out
}

fn cells(row: &[Cell]) -> Vec<String> {
    let mut column = 0;
    row.iter()
        .map(|cell| {
            // Where it is not the next one to the right, because of a cell from above.
            let at = if cell.column == column {
                String::new()
            } else {
                format!("@{} ", cell.column)
            };
            column = cell.column + cell.columns;
            match (cell.rows, cell.columns) {
                (1, 1) => format!("{at}{}", cell.text),
                (rows, columns) => format!("{at}{}{{{rows}x{columns}}}", cell.text),
            }
        })
        .collect()
}

#[test]
fn what_comes_out() {
    let mut wrong = Vec::new();
    for file in fixtures() {
        let read = match paper(&fs::read(&file).unwrap()) {
            Ok(paper) => shown(&paper),
            Err(fault) => format!("{fault:?}\n"),
        };
        let expected = file.with_extension("txt");
        if std::env::var_os("WRITE_EXPECTED").is_some() && !expected.exists() {
            fs::write(&expected, &read).unwrap();
        }
        if fs::read_to_string(&expected).unwrap_or_default() != read {
            wrong.push(format!("{}\n{read}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What LibreOffice's export of text leaves out, or says in another way.
const OTHERWISE: &[(&str, &str)] = &[
    ("boxes", "text boxes are left out"),
    ("bullets", "every bullet is •"),
    ("changes", "deleted and moved text is there, too"),
    ("circled_notes", "marks are digits, footnotes are left out"),
    ("embedded", "a damaged part makes it refuse the file"),
    (
        "fields",
        "fields are computed anew; EQ and boxes to tick are left out",
    ),
    (
        "footnotes",
        "marks are digits beside the figure, footnotes are left out",
    ),
    (
        "formats",
        "ideographDigital counts by ten, decimalFullWidth is narrow",
    ),
    ("hidden", "hidden text is there, too"),
    (
        "legal",
        "isLgl, lvlRestart and where startOverride restarts are not known",
    ),
    ("nested", "a table in a cell stands in it"),
    (
        "wrapped",
        "formulas are left out, signs are those of the font",
    ),
];

/// All characters that are seen, blanks left out, in the order of the text.
fn characters(paper: &Paper) -> String {
    let mut out = String::new();
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => out.push_str(text),
            Block::Table { rows, .. } => {
                rows.iter()
                    .flatten()
                    .for_each(|cell| out.push_str(&cell.text));
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    close_up(&out)
}

fn close_up(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{FEFF}')
        .collect()
}

#[test]
fn as_libreoffice_exports() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: LibreOffice is not here");
        return;
    }
    let out = std::env::temp_dir().join(format!("juesuan-docx-{}", std::process::id()));
    fs::create_dir_all(&out).unwrap();
    let done = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}/profile",
            out.display()
        ))
        .args([
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
        ])
        .arg(&out)
        .args(fixtures())
        .output()
        .unwrap();
    let exported = |file: &PathBuf| {
        let name = file.file_stem().unwrap().to_str().unwrap();
        fs::read_to_string(out.join(format!("{name}.txt"))).ok()
    };
    // A LibreOffice without Writer reads none of them.
    if !done.status.success() || fixtures().iter().all(|file| exported(file).is_none()) {
        eprintln!("skipped: LibreOffice is here without Writer");
        fs::remove_dir_all(&out).unwrap();
        return;
    }
    let mut wrong = Vec::new();
    let mut held = 0;
    for file in fixtures() {
        let name = file.file_stem().unwrap().to_str().unwrap();
        if OTHERWISE.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let theirs = exported(&file).unwrap_or_default();
        let ours = characters(&paper(&fs::read(&file).unwrap()).unwrap());
        held += 1;
        if ours != close_up(&theirs) {
            wrong.push(format!(
                "{name}\n  ours   {ours}\n  theirs {}",
                close_up(&theirs)
            ));
        }
    }
    fs::remove_dir_all(&out).unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(held >= 10);
}

#[test]
fn refused() {
    let bytes = fs::read(folder().join("whole.docx")).unwrap();
    let cut = bytes.get(..bytes.len() / 2).unwrap();
    assert_eq!(paper(cut).err(), Some(Unreadable::Damaged(Kind::Docx)));
}
