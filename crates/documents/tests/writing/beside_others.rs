//! Held against other programs, where they are there: python-docx and openpyxl read what was written, LibreOffice
//! opens it, computes it anew and writes it itself.

use super::{again, same, written};
use juesuan_documents::{Paper, Written};
use juesuan_paper::make::{cell, heading, paragraph, table};
use juesuan_paper::{Block, Cell, CellLook, Look, Place, TextStyle};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Cells of a row, by their texts; `+` is a cell that reaches over the column before.
fn row(row: usize, texts: &[&str]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for (column, text) in texts.iter().enumerate() {
        match cells.last_mut() {
            Some(last) if *text == "+" => last.columns += 1,
            _ => cells.push(cell(row, column, (*text).to_owned())),
        }
    }
    cells
}

/// A small disclosure.
fn disclosure() -> Paper {
    let page = || Block::PageBreak {
        place: Place::default(),
    };
    let text = |text: &str| paragraph(text.to_owned());
    let blocks = vec![
        text("云山市水务局"),
        page(),
        text("目录"),
        text("第一部分 概况"),
        page(),
        heading(1, "第一部分 概况".to_owned()),
        heading(2, "一、主要职能".to_owned()),
        text("一、这一句不是标题。"),
        page(),
        text("收入决算表"),
        text("\t\t公开02表"),
        table(vec![
            row(0, &["项目", "+", "合计", "占比"]),
            row(1, &["2010301", "行政运行", "1,234.50", "75.02%"]),
            row(2, &["2010302", "一般行政管理事务", "411.00", "24.98%"]),
            row(3, &["合计", "+", "1,645.50", "100.00%"]),
        ]),
        text("注：本表反映收入。"),
        page(),
        Block::Picture {
            place: Place::default(),
        },
        table(vec![
            row(0, &["项目", "金额"]),
            row(1, &["收入", "1,645.50"]),
            row(2, &["有无", "有"]),
        ]),
        text("完"),
    ];
    let style = |block, style| Look {
        block,
        style: Some(style),
        ..Look::default()
    };
    let formula = |row, column, formula: &str| CellLook {
        row,
        column,
        formula: Some(formula.to_owned()),
        ..CellLook::default()
    };
    let looks = vec![
        style(0, TextStyle::CoverTitle),
        style(2, TextStyle::ContentsTitle),
        style(3, TextStyle::ContentsLine),
        Look {
            block: 8,
            landscape: true,
            ..Look::default()
        },
        style(9, TextStyle::TableTitle),
        style(10, TextStyle::TableLine),
        Look {
            block: 11,
            heads: 1,
            cells: vec![
                formula(1, 3, "[1,2]/[3,2]"),
                formula(2, 3, "[2,2]/[3,2]"),
                formula(3, 2, "SUM([1,2]:[2,2])"),
                formula(3, 3, "[1,3]+[2,3]"),
            ],
            ..Look::default()
        },
        style(12, TextStyle::TableNote),
        Look {
            block: 15,
            sheet: Some("汇总".to_owned()),
            heads: 1,
            cells: vec![
                formula(1, 1, "[11:3,2]"),
                formula(2, 1, "IF([1,1]>0,\"有\",\"无\")"),
            ],
            ..Look::default()
        },
    ];
    Paper {
        blocks,
        looks,
        ..Paper::default()
    }
}

fn script() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/writing/others.py")
}

/// What others read; nothing where they are not here.
fn others(arguments: &[&Path]) -> Option<Vec<Value>> {
    let out = Command::new("python3")
        .env("PYTHONIOENCODING", "utf-8")
        .args(["-W", "ignore"])
        .arg(script())
        .args(arguments)
        .output()
        .ok()?;
    if !out.status.success() {
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(said.contains("ModuleNotFoundError"), "{said}");
        return None;
    }
    let said = String::from_utf8(out.stdout).unwrap();
    let lines = said.lines();
    Some(
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect(),
    )
}

/// Both files of the disclosure, in a folder of the test's own.
fn files(test: &str) -> (PathBuf, PathBuf, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    let paths = (folder.join("paper.docx"), folder.join("paper.xlsx"));
    std::fs::write(&paths.0, written(&disclosure(), Written::Docx)).unwrap();
    std::fs::write(&paths.1, written(&disclosure(), Written::Xlsx)).unwrap();
    (folder, paths.0, paths.1)
}

#[test]
fn python_reads_what_was_written() {
    let (_, word, excel) = files("python");
    let Some(read) = others(&[&word, &excel]) else {
        return;
    };
    let paragraphs = &read[0]["paragraphs"];
    let texts = |value: &Value| -> Vec<(String, String)> {
        let pairs = value.as_array().unwrap().iter();
        let pairs = pairs.map(|it| {
            let text = |at: usize| it[at].as_str().unwrap().to_owned();
            (text(0), text(1))
        });
        pairs.filter(|(_, text)| !text.trim().is_empty()).collect()
    };
    let expected = [
        ("封面标题", "云山市水务局"),
        ("目录标题", "目录"),
        ("toc 1", "第一部分 概况"),
        ("Heading 1", "第一部分 概况"),
        ("Heading 2", "一、主要职能"),
        ("Body Text", "一、这一句不是标题。"),
        ("表标题", "收入决算表"),
        ("表头行", "\t\t公开02表"),
        ("表注", "注：本表反映收入。"),
        ("Body Text", "完"),
    ];
    let expected = expected.map(|(style, text)| (style.to_owned(), text.to_owned()));
    assert_eq!(texts(paragraphs), expected);
    assert_eq!(read[0]["tables"][0][3][1], "合计");
    assert_eq!(read[0]["tables"][0][3][2], "1,645.50");
    // Upright without a number; upright; on its side; upright.
    let sections = serde_json::json!([[0, true], [0, false], [1, false], [0, false]]);
    assert_eq!(read[0]["sections"], sections);

    let sheet = &read[1]["收入决算表"];
    for (cell, value, format, formula) in [
        ("A1", "收入决算表".into(), "General", "收入决算表"),
        ("A4", "2010301".into(), "@", "2010301"),
        ("C4", 1234.5.into(), "#,##0.00", "1234.5"),
        ("D4", 0.7502.into(), "0.00%", "=C4/C6"),
        ("C6", 1645.5.into(), "#,##0.00", "=SUM(C4:C5)"),
    ] {
        let found = &sheet["cells"][cell];
        let value: Value = value;
        assert_eq!((&found[0], &found[1]), (&value, &format.into()), "{cell}");
        let own = found[2].as_str().map(str::to_owned);
        assert_eq!(own.unwrap_or_else(|| found[2].to_string()), formula);
    }
    let merged = serde_json::json!(["A1:D1", "A3:B3", "A6:B6", "A7:D7"]);
    assert_eq!(sheet["merged"], merged);
    assert_eq!(sheet["titles"], "$3:$3");
    assert_eq!(sheet["landscape"], true);
    assert_eq!(read[1]["汇总"]["cells"]["B2"][2], "='收入决算表'!C6");
    assert_eq!(read[1]["说明"]["cells"]["A3"][0], "第一部分 概况");
}

#[test]
fn libreoffice_gives_back_what_was_written() {
    let (folder, word, excel) = files("libreoffice");
    let computed = folder.join("again");
    std::fs::create_dir_all(&computed).unwrap();
    let Some(read) = others(&[Path::new("--again"), &computed, &word, &excel]) else {
        return;
    };
    // Computed anew, and the same.
    for (sheet, cell, value) in [
        ("收入决算表", "C6", Value::from(1645.5)),
        ("收入决算表", "D6", Value::from(1)),
        ("汇总", "B2", Value::from(1645.5)),
        ("汇总", "B3", Value::from("有")),
    ] {
        assert_eq!(read[1][sheet]["cells"][cell][0], value, "{sheet} {cell}");
    }
    // By the other program's hand, for our own readers.
    let paper = disclosure();
    let other = again(&std::fs::read(computed.join("paper.docx")).unwrap());
    let mut expected = same::word(&paper, false);
    // Of the frame in place of a picture it makes one of its own.
    expected.retain(|it| it != "Picture");
    let mut is = same::word(&other, false);
    is.retain(|it| it != "Picture");
    same::assert(expected, is, "docx");
    let other = again(&std::fs::read(computed.join("paper.xlsx")).unwrap());
    same::assert_excel(&paper, &other, "xlsx");
}
