//! What a spreadsheet would run as a formula leaves as text, by every way out, and comes back as it was.

use juesuan::exchange::{
    Line, copied_cells, copied_html, pasted_cells, pasted_table, report_csv, report_html,
    report_tsv, runs_as_formula,
};
use juesuan::say::Language;
use proptest::prelude::*;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

const FORMULAS: &[&str] = &[
    "=100%",
    "=1+1",
    "=HYPERLINK(\"http://a\",\"b\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+2",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    " =1+1",
    "\u{3000}=1+1",
    "\u{a0}=1+1",
    "\t=1+1",
    "\n=1+1",
    "\u{200b}=1+1",
    "\u{feff}=1+1",
    "\u{200e}\u{2060}=1+1",
    "\"=1+1\"",
    "'=1+1",
    "''=1+1",
    "“=1”",
    "' \u{200b}'=1",
    "-",
    "=",
    "- 5",
    "-5 元",
    "-1,55",
    "--5",
    "-5-3",
    "=1+1\n=1+1",
];

const TEXTS: &[&str] = &[
    "",
    "-5",
    "-1,234.50",
    "+3",
    "-0.5%",
    "-12",
    "1=1",
    "≥5",
    "a=b",
    "培训@某局",
    "5-3",
    "（=1）",
    "≤-5",
];

#[test]
fn texts_that_run() {
    for text in FORMULAS {
        assert!(runs_as_formula(text), "{text:?}");
        let cells = vec![vec![(*text).to_owned(), "5".to_owned()]];
        let tsv = copied_cells(&cells);
        assert!(tsv.trim_start_matches('"').starts_with('\''), "{tsv:?}");
        assert_eq!(pasted_cells(&tsv), cells, "{text:?}");
        let html = copied_html(&cells);
        assert!(
            html.contains("mso-number-format:\"\\@\"") && html.contains("sdnum=\"1033;0;@\""),
            "{html}"
        );
    }
    for text in TEXTS {
        assert!(!runs_as_formula(text), "{text:?}");
        let cells = vec![vec![(*text).to_owned(), "5".to_owned()]];
        assert_eq!(copied_cells(&cells), format!("{text}\t5"), "{text:?}");
        assert!(!copied_html(&cells).contains("mso"), "{text:?}");
        assert_eq!(pasted_cells(&copied_cells(&cells)), cells, "{text:?}");
    }
    // Each line may become a cell, where only the first has the mark.
    for (text, html) in [
        ("培训\n=1+1", "<td>培训 =1+1</td>"),
        ("培训\n宣传", "<td>培训<br>宣传</td>"),
    ] {
        let copied = copied_html(&[vec![text.to_owned()]]);
        assert_eq!(copied, format!("<table><tr>{html}</tr></table>"));
    }
    // An apostrophe that guards nothing is a character.
    assert_eq!(pasted_cells("'培训\t'-5"), [["'培训", "'-5"]]);
}

fn report_line(text: &str) -> Line {
    Line {
        form: text.to_owned(),
        kind: "批注",
        aside: false,
        place: text.to_owned(),
        message: text.to_owned(),
        working: text.to_owned(),
        remedy: text.to_owned(),
    }
}

/// Whether a spreadsheet on this machine can try it.
fn office() -> bool {
    let there = Command::new("soffice").arg("--version").output();
    there.is_ok_and(|output| output.status.success())
}

/// The cells of files as LibreOffice reads them, and whether each is a formula.
fn opened(files: &[(&str, String)], filter: &str) -> Vec<Vec<(String, bool)>> {
    let folder = std::env::temp_dir().join(format!("juesuan-formulas-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    for (path, (_, content)) in paths.iter().zip(files) {
        fs::write(path, content).unwrap();
    }
    let output = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}/profile",
            folder.display()
        ))
        .arg("--headless")
        .arg(format!("--infilter={filter}"))
        .args(["--convert-to", "fods", "--outdir"])
        .arg(&folder)
        .args(&paths)
        .output()
        .unwrap();
    let read = paths
        .iter()
        .map(
            |path| match fs::read_to_string(path.with_extension("fods")) {
                Ok(converted) => sheet(&converted),
                Err(_) => panic!("{}", String::from_utf8_lossy(&output.stderr)),
            },
        )
        .collect();
    fs::remove_dir_all(&folder).unwrap();
    read
}

fn sheet(file: &str) -> Vec<(String, bool)> {
    let body = file.split_once("<table:table ").unwrap().1;
    body.split("<table:table-cell")
        .skip(1)
        .filter_map(|cell| {
            let (tag, rest) = cell.split_once('>')?;
            let inside = rest.split("</table:table-cell>").next().unwrap_or_default();
            let texts: Vec<String> = inside
                .split("<text:p>")
                .skip(1)
                .map(|p| text_of(p.split("</text:p>").next().unwrap_or_default()))
                .collect();
            let formula = tag.contains("table:formula");
            (!texts.is_empty() || formula).then(|| (texts.join("\n"), formula))
        })
        .collect()
}

/// The blanks and tabs of a text are elements.
fn text_of(paragraph: &str) -> String {
    [
        ("<text:s/>", " "),
        ("<text:tab/>", "\t"),
        ("&apos;", "'"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(paragraph.to_owned(), |text, (from, to)| {
        text.replace(from, to)
    })
}

/// What shows of a text: spreadsheets trim blanks at its ends.
fn visible(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{feff}')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_spreadsheet_runs_nothing() {
    if !office() {
        // Past the capture of the test's output, so that it is seen.
        let word =
            "SKIPPED a_spreadsheet_runs_nothing: no soffice on this machine (libreoffice-calc)";
        let _ = writeln!(std::io::stderr(), "{word}");
        return;
    }
    const HTML: &str = "calc_HTML_WebQuery";
    const CSV: &str = "CSV:44,34,76,1,,0,false,false";
    const TSV: &str = "CSV:9,34,76,1,,0,false,false";
    let texts = FORMULAS.iter().chain(TEXTS).chain(&["培训\n=1+1"]);
    let cells: Vec<Vec<String>> = texts
        .filter(|text| !text.is_empty())
        .map(|text| vec![(*text).to_owned()])
        .collect();
    let lines: Vec<Line> = FORMULAS.iter().map(|text| report_line(text)).collect();
    let target = copied_html(&[vec!["=100%".to_owned(), "-5.30".to_owned()]]);
    let bare = "<table><tr><td>=1+1</td></tr></table>".to_owned();
    let html = [
        ("block.html", copied_html(&cells)),
        ("report.html", report_html(&lines, Language::Chinese)),
        ("target.html", target),
        ("bare.html", bare),
    ];
    let tsv = [
        ("block.csv", copied_cells(&cells)),
        ("report.csv", report_tsv(&lines, Language::Chinese)),
    ];
    let csv = [("file.csv", report_csv(&lines, Language::Chinese))];
    let mut read: Vec<(&str, Vec<(String, bool)>)> = Vec::new();
    for (files, filter) in [(&html[..], HTML), (&tsv, TSV), (&csv, CSV)] {
        let names = files.iter().map(|(name, _)| *name);
        read.extend(names.zip(opened(files, filter)));
    }
    // One that is not marked runs: what is tried here can fail.
    let bare = read.remove(3).1;
    assert!(bare[0].1, "{bare:?}");
    // A target that was copied arrives as it is, and a number as a number.
    let target = read.remove(2).1;
    assert_eq!(target[0], ("=100%".to_owned(), false));
    assert_eq!(target[1], ("-5.3".to_owned(), false));
    let mut wrong = Vec::new();
    for (name, cells) in &read {
        let formulas: Vec<_> = cells.iter().filter(|(_, formula)| *formula).collect();
        if !formulas.is_empty() {
            wrong.push(format!("{name}: {formulas:?}"));
        }
        // The texts are there, behind the apostrophe where the way out has one.
        for text in FORMULAS {
            let guarded = format!("'{text}");
            let is_there = |(cell, _): &(String, bool)| {
                visible(cell) == visible(text) || visible(cell) == visible(&guarded)
            };
            if !cells.iter().any(is_there) {
                wrong.push(format!("{name}: {text:?} is not there in {cells:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

proptest! {
    #[test]
    fn what_is_copied_comes_back(cells in prop::collection::vec(prop::collection::vec("[=+@'\"\t\n \u{200b}＝5a,.%-]{0,6}", 2..=3), 1..4)) {
        let tsv = copied_cells(&cells);
        prop_assert_eq!(pasted_cells(&tsv), cells);
    }

    #[test]
    fn nothing_that_runs_is_left_bare(text in "[=+@'\"\t \u{200b}＝－5a.%-]{1,8}") {
        let line = report_line(&text);
        if runs_as_formula(&text) {
            prop_assert!(copied_cells(&[vec![text.clone()]]).trim_start_matches('"').starts_with('\''));
            prop_assert_eq!(report_html(std::slice::from_ref(&line), Language::Chinese).matches(" x:str sdnum=\"1033;0;@\">").count(), 5);
            prop_assert_eq!(report_csv(std::slice::from_ref(&line), Language::Chinese).matches(",\"'").count(), 5);
        }
        let table = pasted_table(&copied_html(&[vec![text.clone()]]));
        prop_assert!(table.is_some());
    }
}
