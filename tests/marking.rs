//! From a file to the same file with the findings in it: read, reviewed, handed over as scripts do, marked.

#[allow(dead_code, reason = "the tests of PDF use all of it")]
#[path = "../crates/documents/tests/pdf/writer.rs"]
mod writer;

use juesuan_documents::{Asked, Paper, mark, read};
use juesuan_exchange::review_out::Review;
use juesuan_paper::Remarks;
use juesuan_say::{Language, reviewer};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn paper(bytes: &[u8]) -> Paper {
    let (progress, password) = (&mut |_, _| {}, None);
    read(bytes, None, &mut Asked { password, progress }).unwrap()
}

/// The findings on a paper, as they arrive from a script.
fn findings(paper: &Paper) -> Remarks {
    let review = juesuan_understand::review(paper);
    let review = Review::of(&review, paper, Language::Chinese);
    let text = serde_json::to_string(&review).unwrap();
    serde_json::from_str(&text).unwrap()
}

const LINES: [&str; 5] = [
    "云山市水务局2024年度部门决算",
    "第三部分 2024年度部门决算情况说明",
    "一、收入决算情况说明",
    "云山市水务局2024年度收入合计9759.38万元，其中：财政拨款收入9746.50万元，占99.86%；",
    "其他收入12.88万元，占0.13%。。",
];

fn pdf() -> Vec<u8> {
    let mut page = writer::page();
    for (number, line) in LINES.iter().enumerate() {
        page = page.text(60.0, 80.0 + 30.0 * number as f32, line, 11.0);
    }
    writer::pdf(&[page])
}

fn docx() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let lines = LINES.map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let package = "http://schemas.openxmlformats.org/package/2006";
    for (name, text) in [
        (
            "[Content_Types].xml",
            format!("<Types xmlns=\"{package}/content-types\"/>"),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r\" Type=\"{kind}\" \
                 Target=\"word/document.xml\"/></Relationships>"
            ),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"{w}\"><w:body>{}</w:body></w:document>",
                lines.concat()
            ),
        ),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn every_finding_stands_in_the_file() {
    for (name, bytes) in [("Word", docx()), ("PDF", pdf())] {
        let before = paper(&bytes);
        let remarks = findings(&before).findings;
        let quotes: Vec<&str> = remarks.iter().map(|it| it.quote.as_str()).collect();
        assert!(quotes.contains(&"99.86%"), "{name}: {quotes:?}");
        assert!(remarks.iter().all(|it| !it.message.is_empty()), "{name}");
        let marked = mark(&bytes, &remarks, reviewer(Language::Chinese)).unwrap();
        let written = (marked.written, marked.left_out);
        assert_eq!(written, (remarks.len(), 0), "{name}");
        let after = paper(&marked.bytes);
        assert_eq!(after, before, "{name}");
        assert_eq!(findings(&after), Remarks { findings: remarks }, "{name}");
    }
}
