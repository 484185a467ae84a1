//! Files that are made to take all memory or time, or that are wrong in themselves.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use crate::Asked;
use juesuan_paper::{Block, Kind, NoteCode, Paper, Unreadable};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A package of a body and other parts: its relationships are by the parts' names.
fn packed(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    };
    add(
        "_rels/.rels",
        r#"<Relationships><Relationship Type="x/officeDocument" Target="d.xml"/></Relationships>"#,
    );
    let rels: String = parts
        .iter()
        .map(|(name, _)| {
            format!(r#"<Relationship Id="{name}" Type="x/{name}" Target="{name}.xml"/>"#)
        })
        .collect();
    add(
        "_rels/d.xml.rels",
        &format!("<Relationships>{rels}</Relationships>"),
    );
    add(
        "d.xml",
        &format!("<document><body>{body}</body></document>"),
    );
    for (name, text) in parts {
        add(&format!("{name}.xml"), text);
    }
    writer.finish().unwrap().into_inner()
}

fn read(body: &str, parts: &[(&str, &str)]) -> Result<Paper, Unreadable> {
    let mut asked = Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    super::read(&packed(body, parts), &mut asked)
}

fn texts(paper: &Paper) -> Vec<&str> {
    let texts = paper.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn nothing_runs_away() {
    let deep =
        |name: &str, times| format!("<{name}>").repeat(times) + &format!("</{name}>").repeat(times);
    assert_eq!(
        read(&deep("sdt", 400), &[]).err(),
        Some(Unreadable::TooLarge { most: 64 })
    );
    // As deep as is read, of all that is read within itself.
    for name in ["sdt", "ins", "tbl", "tc", "AlternateContent", "e"] {
        assert!(read(&deep(name, 250), &[]).is_ok(), "{name}");
        assert!(
            read(&format!("<p>{}</p>", deep(name, 250)), &[]).is_ok(),
            "{name}"
        );
    }
    let tables =
        "<tbl><tr><tc>".repeat(80) + "<p><r><t>x</t></r></p>" + &"</tc></tr></tbl>".repeat(80);
    assert_eq!(read(&tables, &[]).unwrap().blocks.len(), 1);
    // Columns without end.
    let wide = r#"<tbl><tr><trPr><gridBefore val="99999999999"/></trPr><tc><tcPr><gridSpan val="4000000000"/></tcPr></tc></tr></tbl>"#;
    assert_eq!(read(wide, &[]).unwrap().blocks.len(), 1);
}

#[test]
fn circles() {
    let styles = r#"<styles><style styleId="a" type="paragraph" default="1"><basedOn val="b"/></style>
        <style styleId="b"><basedOn val="a"/></style>
        <style styleId="l" type="numbering"><pPr><numPr><numId val="1"/></numPr></pPr></style></styles>"#;
    let lists = r#"<numbering><abstractNum abstractNumId="0"><numStyleLink val="l"/></abstractNum>
        <num numId="1"><abstractNumId val="0"/></num></numbering>"#;
    let body = r#"<p><pPr><numPr><numId val="1"/></numPr></pPr><r><t>x</t></r></p>"#;
    let paper = read(body, &[("styles", styles), ("numbering", lists)]).unwrap();
    assert_eq!(texts(&paper), ["x"]);
    // A footnote that refers to itself.
    let foot = r#"<footnotes><footnote id="1"><p><r><footnoteRef/><footnoteReference id="1"/></r></p></footnote></footnotes>"#;
    let body = r#"<p><r><t>x</t><footnoteReference id="1"/></r></p>"#;
    let paper = read(body, &[("footnotes", foot)]).unwrap();
    assert_eq!(texts(&paper), ["x[1]", "[1][2]"]);
}

#[test]
fn little_that_says_much() {
    let long = "长".repeat(60_000);
    let lists = format!(
        r#"<numbering><abstractNum abstractNumId="0"><lvl ilvl="0"><numFmt val="decimal"/><lvlText val="{long}"/></lvl>
        </abstractNum><num numId="1"><abstractNumId val="0"/></num></numbering>"#
    );
    let body = r#"<p><pPr><numPr><numId val="1"/></numPr></pPr></p>"#.repeat(1000);
    let paper = read(&body, &[("numbering", &lists)]).unwrap();
    assert!(texts(&paper).len() < 400);
    assert!(
        paper
            .notes
            .iter()
            .any(|note| note.code == NoteCode::Shortened)
    );
}

#[test]
fn wrong_in_itself() {
    // (body, what is read)
    let cases: &[(&str, &[&str])] = &[
        ("", &[]),
        ("<p/>", &[]),
        (
            "<p><r><t>a</t></r><r><fldChar fldCharType='end'/><t>b</t></r></p>",
            &["ab"],
        ),
        (
            "<p><r><fldChar fldCharType='separate'/><t>b</t></r></p>",
            &["b"],
        ),
        (
            "<p><pPr><numPr><numId val='7'/></numPr></pPr><r><t>a</t></r></p>",
            &["a"],
        ),
        (
            "<p><pPr><outlineLvl val='-1'/></pPr><r><t>a</t></r></p>",
            &["a"],
        ),
        (
            "<p><r><sym font='Symbol' char='zz'/></r></p>",
            &["\u{FFFD}"],
        ),
        ("<p><r><footnoteReference id='9'/></r></p>", &["[1]"]),
        ("<tbl/><tbl><tr/></tbl>", &[]),
        (
            "<p><r><txbxContent><p><r><t>a</t></r></p></txbxContent></r></p>",
            &[],
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(texts(&read(body, &[]).unwrap()), *expected, "{body}");
    }
    let none = read("", &[("styles", "<styles>")]).unwrap();
    assert_eq!(none.notes.len(), 1);
    let mut asked = Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    assert_eq!(
        super::read(b"PK", &mut asked).err(),
        Some(Unreadable::Damaged(Kind::Docx))
    );
}
