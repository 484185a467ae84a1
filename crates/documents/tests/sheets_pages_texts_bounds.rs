//! Files that are made to eat memory or time: each ends soon, with an answer or a note.

use juesuan_documents::{Asked, Paper, Unreadable, read};
use juesuan_paper::{Block, NoteCode};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of one sheet, with one text that cells share.
fn workbook(sheet: &str, text: &str) -> Vec<u8> {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    packed(&[
        (
            "[Content_Types].xml",
            &format!("<Types><Override PartName='/xl/workbook.xml' ContentType='{kind}'/></Types>"),
        ),
        (
            "_rels/.rels",
            "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name='表' id='a'/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='a' Type='x/worksheet' Target='s.xml'/><Relationship Id='b' Type='x/sharedStrings' Target='t.xml'/></Relationships>",
        ),
        (
            "xl/s.xml",
            &format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>"),
        ),
        ("xl/t.xml", &format!("<sst><si><t>{text}</t></si></sst>")),
    ])
}

fn spreadsheet(table: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "content.xml",
            &format!("<d><b><spreadsheet><table name='表'>{table}</table></spreadsheet></b></d>"),
        ),
    ])
}

fn answer(bytes: &[u8]) -> Result<Paper, Unreadable> {
    read(
        bytes,
        None,
        &mut Asked {
            password: None,
            progress: &mut |_, _| {},
        },
    )
}

fn shortened(paper: &Paper) -> bool {
    paper.notes.iter().any(|it| it.code == NoteCode::Shortened)
}

#[test]
fn large_files_end_soon() {
    let long = "决".repeat(300_000);
    let cell = "<c t='s'><v>0</v></c>";
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "cells without end",
            workbook(
                &format!("<row>{}</row>", "<c><v>1</v></c>".repeat(16_000)).repeat(20),
                "",
            ),
        ),
        (
            "one long text in many cells",
            workbook(&format!("<row>{}</row>", cell.repeat(16_000)), &long),
        ),
        (
            "a row of long texts, many times",
            spreadsheet(&format!(
                "<table-row number-rows-repeated='1000000'><table-cell number-columns-repeated='16384'><p>{long}</p></table-cell></table-row>"
            )),
        ),
        (
            "a cell without end",
            spreadsheet(
                "<table-row number-rows-repeated='1048576'><table-cell number-columns-repeated='16384'><p>1</p></table-cell></table-row>",
            ),
        ),
        ("lines without end", "决\n".repeat(600_000).into_bytes()),
        (
            "cells of text without end",
            "1,2,3\n".repeat(80_000).into_bytes(),
        ),
        (
            "paragraphs without end",
            format!("<html>{}", "<p>决".repeat(600_000)).into_bytes(),
        ),
        (
            "cells of a page without end",
            format!("<table>{}", "<tr><td>1<td>2".repeat(110_000)).into_bytes(),
        ),
    ];
    for (what, bytes) in cases {
        let begin = Instant::now();
        let paper = answer(&bytes).unwrap_or_else(|fault| panic!("{what}: {fault:?}"));
        assert!(shortened(&paper), "{what}: {:?}", paper.notes);
        assert!(
            begin.elapsed() < Duration::from_secs(120),
            "{what}: {:?}",
            begin.elapsed()
        );
    }
}

#[test]
fn odd_files_end_soon() {
    let crossing: String = (1..=400)
        .flat_map(|row| (1..=20).map(move |column| (row, column)))
        .map(|(row, column)| {
            let letter = char::from(b'A' + column);
            format!("<mergeCell ref='{letter}{row}:Z500'/>")
        })
        .collect();
    let corner = "<row r='1'><c r='A1'><v>1</v></c></row><row r='500'><c r='Z500'><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='Z499:Z500'/>";
    let cases: Vec<(&str, Vec<u8>)> = vec![
        (
            "merged cells upon merged cells",
            workbook(&format!("{corner}{crossing}</mergeCells><sheetData>"), ""),
        ),
        (
            "tables within tables",
            "<table><tr><td>1<td>2<td>".repeat(100_000).into_bytes(),
        ),
        (
            "elements within elements",
            format!("<html>{}决", "<div><b>".repeat(300_000)).into_bytes(),
        ),
        (
            "a wide cell",
            format!("<table>{}", "<tr><td colspan=1000 rowspan=0>1".repeat(5000)).into_bytes(),
        ),
        (
            "lines of one paragraph",
            (0..60_000)
                .map(|_| "决算说明收入支出决算总体情况决算说明收入支出决算总\n")
                .collect::<String>()
                .into_bytes(),
        ),
        (
            "a comment without end",
            format!("<html>{}", "<!--".repeat(1_000_000)).into_bytes(),
        ),
        (
            "brackets",
            format!("<html>{}", "<".repeat(1_000_000)).into_bytes(),
        ),
        (
            "quotes",
            format!("a,b\n{}", "\"".repeat(1_000_000)).into_bytes(),
        ),
        (
            "formats",
            format!("<html>{}", "&".repeat(1_000_000)).into_bytes(),
        ),
    ];
    for (what, bytes) in cases {
        let begin = Instant::now();
        drop(answer(&bytes));
        assert!(
            begin.elapsed() < Duration::from_secs(120),
            "{what}: {:?}",
            begin.elapsed()
        );
    }
}

#[test]
fn a_part_that_unpacks_to_more_than_is_read() {
    let bomb = workbook(&"<row><c><v>1</v></c></row>".repeat(3_000_000), "");
    assert!(bomb.len() < 1_000_000);
    assert_eq!(answer(&bomb), Err(Unreadable::TooLarge { most: 64 }));
}

#[test]
fn what_is_not_opened() {
    let cut = workbook("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>", "");
    // A sheet that breaks off: what is before that is read.
    let broken = workbook("<row><c><v>1</v></c></row><row><c><v", "");
    let paper = answer(&broken).unwrap();
    assert!(
        paper
            .notes
            .iter()
            .any(|it| it.code == NoteCode::DamagedPart)
    );
    assert!(matches!(paper.blocks.get(1), Some(Block::Table { rows, .. }) if rows.len() == 1));
    assert_eq!(
        answer(&cut[..cut.len() - 100]),
        Err(Unreadable::Damaged(juesuan_paper::Kind::Xlsx))
    );
    // A workbook with a key.
    let locked = [
        &[9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0][..],
        &[0x2F, 0, 4, 0, 0, 0, 0, 0],
    ]
    .concat();
    assert_eq!(answer(&locked), Err(Unreadable::Password { wrong: false }));
}
