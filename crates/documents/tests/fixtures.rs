//! One content in every format gives one paper; and every trap of real files has a fixture.

use juesuan_documents::{Asked, Paper, Unreadable, read};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn paper(path: &Path) -> Result<Paper, Unreadable> {
    let bytes = std::fs::read(path).unwrap_or_else(|_| panic!("{path:?} is not there"));
    let progress = &mut |_, _| {};
    let password = None;
    read(&bytes, None, &mut Asked { password, progress })
}

/// What a paper says from the block on that begins with this, blanks and notes aside: a page shows blanks as
/// gaps, and only some formats have something to note.
fn said(paper: &str, from: &str) -> String {
    let lines = paper.lines().skip_while(|line| !line.starts_with(from));
    lines
        .filter(|line| !line.starts_with("N "))
        .map(|line| line.replace([' ', '\u{3000}'], "") + "\n")
        .collect()
}

#[test]
fn one_content_in_every_format() {
    // Spreadsheets say the name of the sheet before the table.
    for (name, from, endings) in [
        (
            "report",
            "H1 第二部分",
            &[
                ".docx",
                ".html",
                ".txt",
                "-gbk.txt",
                "-utf16.txt",
                ".ofd",
                "-writer.pdf",
                "-browser.pdf",
            ][..],
        ),
        (
            "table",
            "T 5x4",
            &[
                ".xlsx",
                ".xls",
                ".ods",
                ".docx",
                ".html",
                ".ofd",
                "-writer.pdf",
                "-calc.pdf",
                "-browser.pdf",
            ],
        ),
    ] {
        let folder = tests().join("documents/one");
        let wanted = std::fs::read_to_string(folder.join(format!("{name}.paper"))).unwrap();
        let wanted = said(&wanted, from);
        assert!(!wanted.is_empty(), "{name}");
        let mut wrong = Vec::new();
        for ending in endings {
            let found = paper(&folder.join(format!("{name}{ending}"))).unwrap();
            let found = said(&found.to_string(), from);
            if found != wanted {
                wrong.push(format!("{name}{ending}: got\n{found}instead of\n{wanted}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// All files that are read by tests, without what must come out of them and what made them.
fn fixtures() -> BTreeSet<String> {
    let folders = [
        "documents/ofd",
        "documents/one",
        "documents/pdf",
        "documents/sheets",
        "docx",
    ];
    let mut found = BTreeSet::new();
    for folder in folders {
        for entry in std::fs::read_dir(tests().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let ending = name.rsplit('.').next().unwrap_or_default();
            let beside = name.rsplit_once('.').is_some_and(|(stem, _)| {
                let made_of = ["docx", "ofd", "pdf"].map(|kind| format!("{stem}.{kind}"));
                ending == "txt"
                    && folder != "documents/one"
                    && made_of
                        .iter()
                        .any(|it| tests().join(folder).join(it).exists())
            });
            let other = ["expected", "paper", "py", "gitattributes"].contains(&ending);
            if !other && !beside {
                found.insert(format!("{folder}/{name}"));
            }
        }
    }
    found
}

/// Traps that real files hold, each with the files that have it. Those of PDF are drawn in `pdf/` as well.
const TRAPS: &[(&str, &[&str])] = &[
    ("text drawn out of order", &["documents/ofd/order.ofd"]),
    (
        "digits and Chinese in fonts of different height on one baseline",
        &["documents/ofd/order.ofd"],
    ),
    ("bold drawn twice", &["documents/ofd/order.ofd"]),
    (
        "radicals for ideographs",
        &["documents/ofd/order.ofd", "documents/one/table-browser.pdf"],
    ),
    (
        "blanks between all characters",
        &["documents/ofd/order.ofd", "documents/ofd/steps.ofd"],
    ),
    (
        "words, numbers and units broken by line and page",
        &[
            "documents/ofd/texts.ofd",
            "documents/one/report-writer.pdf",
            "documents/sheets/wrapped.txt",
            "docx/wrapped.docx",
        ],
    ),
    (
        "rulings as filled boxes",
        &["documents/ofd/spans.ofd", "documents/one/table-browser.pdf"],
    ),
    ("head cells in two lines", &["documents/ofd/spans.ofd"]),
    (
        "a table without rulings",
        &[
            "documents/ofd/tables.ofd",
            "documents/pdf/spreadsheet-plain.pdf",
        ],
    ),
    ("two tables side by side", &["documents/ofd/tables.ofd"]),
    (
        "a table over pages",
        &[
            "documents/ofd/over-pages.ofd",
            "documents/pdf/spreadsheet-ruled.pdf",
        ],
    ),
    (
        "cells over rows and columns",
        &[
            "documents/ofd/spans.ofd",
            "docx/tables.docx",
            "documents/sheets/accounts.xlsx",
            "documents/sheets/word.html",
        ],
    ),
    (
        "running heads and page numbers",
        &["documents/ofd/template.ofd", "docx/running_heads.docx"],
    ),
    (
        "a page set sideways, coordinates that a matrix turns",
        &["documents/ofd/scaled.ofd"],
    ),
    ("a scanned page", &["documents/ofd/scan.ofd"]),
    (
        "a font that does not say what its characters are",
        &["documents/ofd/glyphs.ofd"],
    ),
    ("stamps and watermarks", &["documents/ofd/stamps.ofd"]),
    (
        "text that is not shown",
        &[
            "documents/ofd/stamps.ofd",
            "docx/hidden.docx",
            "documents/sheets/accounts.xlsx",
        ],
    ),
    ("tracked changes", &["docx/changes.docx"]),
    (
        "numbers that a word processor generates",
        &[
            "docx/numbers.docx",
            "docx/legal.docx",
            "docx/list_styles.docx",
            "docx/skipped.docx",
            "docx/numbered_cells.docx",
        ],
    ),
    (
        "footnotes",
        &["docx/footnotes.docx", "docx/circled_notes.docx"],
    ),
    ("tables within cells", &["docx/nested.docx"]),
    ("results of fields", &["docx/fields.docx"]),
    (
        "values of formulas, and none",
        &["documents/sheets/accounts.xls"],
    ),
    (
        "cells far apart, and repeated without end",
        &["documents/sheets/far.xlsx", "documents/sheets/repeated.ods"],
    ),
    (
        "old encodings",
        &[
            "documents/sheets/biff5.xls",
            "documents/sheets/gbk.txt",
            "documents/sheets/utf-16.txt",
            "documents/one/report-gbk.txt",
        ],
    ),
    (
        "a page that calls itself a workbook",
        &["documents/sheets/page-of-excel.xls"],
    ),
    (
        "protected against changes",
        &[
            "documents/pdf/owner-rc4.pdf",
            "documents/pdf/owner-aes128.pdf",
            "documents/pdf/owner-aes256.pdf",
        ],
    ),
    (
        "a password, or encrypted as a whole",
        &["documents/pdf/password.pdf", "documents/ofd/encrypted.ofd"],
    ),
    ("damaged in part", &["documents/ofd/broken.ofd"]),
    ("references in a circle", &["documents/ofd/loop.ofd"]),
    (
        "several documents in one file",
        &["documents/ofd/several.ofd"],
    ),
];

#[test]
fn every_trap_has_a_fixture() {
    let fixtures = fixtures();
    for (trap, files) in TRAPS {
        for file in *files {
            assert!(fixtures.contains(*file), "{trap}: {file} is not there");
        }
    }
    assert!(fixtures.len() >= 40, "{} fixtures", fixtures.len());
    // Each is read, or refused for a reason that has a sentence.
    for name in &fixtures {
        let refused = paper(&tests().join(name)).err();
        let wanted = match name.as_str() {
            "documents/pdf/password.pdf" => Some(Unreadable::Password { wrong: false }),
            "documents/ofd/encrypted.ofd" => Some(Unreadable::Encrypted(juesuan_paper::Kind::Ofd)),
            _ => None,
        };
        assert_eq!(refused, wanted, "{name}");
    }
}
