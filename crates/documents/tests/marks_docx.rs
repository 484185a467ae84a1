//! Comments in Word files: they stand on the right words, and nothing else is changed.

use juesuan_documents::{Asked, Marked, Paper, mark, read};
use juesuan_paper::{Block, Kind, Place, Remark, Unmarkable};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn paper(bytes: &[u8]) -> Paper {
    let (progress, password) = (&mut |_, _| {}, None);
    read(bytes, None, &mut Asked { password, progress }).unwrap()
}

/// All Word files that other tests read.
fn fixtures() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = Vec::new();
    for folder in ["docx", "documents/one"] {
        for entry in std::fs::read_dir(tests.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "docx") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 20, "{found:?}");
    found
}

/// A remark on a part of a text; `number` is what it says.
fn remark(number: usize, place: &Place, text: &str, range: (usize, usize)) -> Remark {
    let units: Vec<u16> = text.encode_utf16().collect();
    Remark {
        place: Place {
            start: Some(range.0),
            end: Some(range.1),
            ..place.clone()
        },
        quote: String::from_utf16(&units[range.0..range.1])
            .unwrap()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect(),
        severity: "error".to_owned(),
        message: format!("{number}"),
        ..Remark::default()
    }
}

/// Remarks on all of each text, its first, middle and last character, and all but the first and last.
fn remarks(paper: &Paper) -> Vec<Remark> {
    let mut texts: Vec<(&Place, &str)> = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Heading { text, place, .. } | Block::Paragraph { text, place, .. } => {
                texts.push((place, text));
            }
            Block::Table { rows, .. } => {
                let cells = rows.iter().flatten();
                texts.extend(cells.map(|cell| (&cell.place, cell.text.as_str())));
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    let mut remarks = Vec::new();
    for (place, text) in texts {
        let length = text.encode_utf16().count();
        // Halves of a character are no text.
        let whole = text.chars().all(|c| c.len_utf16() == 1);
        let some = match (length, whole) {
            (0..3, _) | (_, false) => vec![(0, length)],
            (3.., true) => vec![
                (0, length),
                (0, 1),
                (length / 2, length / 2 + 1),
                (length - 1, length),
                (1, length - 1),
            ],
        };
        for range in some {
            remarks.push(remark(remarks.len(), place, text, range));
        }
    }
    remarks
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        parts.insert(entry.name().unwrap().into_owned(), content);
    }
    parts
}

/// What each comment stands on, by its number; blanks left out.
fn commented(document: &[u8]) -> BTreeMap<String, String> {
    let text = std::str::from_utf8(document).unwrap();
    let mut reader = Reader::from_str(text);
    let mut open: Vec<String> = Vec::new();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let (mut shown, mut referred) = (false, Vec::new());
    loop {
        let event = reader.read_event().unwrap();
        let id = |start: &quick_xml::events::BytesStart<'_>| {
            let id = start
                .attributes()
                .flatten()
                .find(|it| it.key.local_name().into_inner() == "id");
            id.map(|it| it.value.into_owned()).unwrap_or_default()
        };
        let mut add = |text: &str, open: &[String]| {
            for id in open {
                found.get_mut(id).unwrap().push_str(text);
            }
        };
        match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                match start.local_name().into_inner() {
                    "commentRangeStart" => {
                        let id = id(start);
                        assert!(
                            found.insert(id.clone(), String::new()).is_none(),
                            "{id} begins twice"
                        );
                        open.push(id);
                    }
                    "commentRangeEnd" => {
                        let id = id(start);
                        let at = open.iter().position(|it| *it == id);
                        open.remove(at.unwrap_or_else(|| panic!("{id} ends before it begins")));
                    }
                    "commentReference" => referred.push(id(start)),
                    "t" => shown = matches!(event, Event::Start(_)),
                    "noBreakHyphen" => add("-", &open),
                    _ => {}
                }
            }
            Event::End(end) if end.local_name().into_inner() == "t" => shown = false,
            Event::Text(text) if shown => add(&text, &open),
            Event::GeneralRef(name) if shown => {
                let char = match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    name => name.resolve(),
                };
                add(&char.to_string(), &open);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?} never end");
    referred.sort();
    let numbers: Vec<String> = found.keys().cloned().collect();
    assert_eq!(referred, numbers, "each is referred to once");
    for text in found.values_mut() {
        text.retain(|c| !c.is_whitespace() && c != '\u{AD}');
    }
    found
}

trait Resolve {
    fn resolve(&self) -> char;
}

impl Resolve for str {
    fn resolve(&self) -> char {
        let code = self.strip_prefix('#').unwrap();
        let code = match code.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => code.parse(),
        };
        char::from_u32(code.unwrap()).unwrap()
    }
}

/// Whether all bytes of one are in the other, in their order: nothing but put in.
fn is_within(before: &[u8], after: &[u8]) -> bool {
    let mut after = after.iter();
    before.iter().all(|byte| after.any(|it| it == byte))
}

/// Comments stand on the words that remarks are about: on more only where what holds them can take none.
#[test]
fn comments_stand_on_the_right_words() {
    let mut exact = 0;
    let (mut wrong, mut nowhere) = (Vec::new(), BTreeSet::new());
    for path in fixtures() {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(&path).unwrap();
        let before = paper(&bytes);
        let remarks = remarks(&before);
        let Marked {
            bytes: marked,
            written,
            left_out,
        } = mark(&bytes, &remarks, "核对").unwrap();
        assert_eq!((written, left_out), (remarks.len(), 0), "{name}");
        assert_eq!(paper(&marked), before, "{name}");
        let (old, new) = (parts(&bytes), parts(&marked));
        let has = |part: &str, word: &str| String::from_utf8_lossy(&new[part]).contains(word);
        for (part, content) in &old {
            let put_in = [
                "commentReference",
                "/comments\"",
                "comments+xml",
                "</w:comment>",
            ];
            if new[part] != *content {
                assert!(put_in.iter().any(|word| has(part, word)), "{name}: {part}");
                assert!(is_within(content, &new[part]), "{name}: {part}");
            }
        }
        let main = new
            .keys()
            .find(|part| has(part, "commentRangeStart"))
            .unwrap();
        let document = &new[main];
        let on = commented(document);
        let list = new.keys().find(|part| has(part, "</w:comment>")).unwrap();
        let comments = String::from_utf8(new[list].clone()).unwrap();
        for remark in &remarks {
            let said = format!("preserve\">{}</w:t>", remark.message);
            let at = comments
                .find(&said)
                .unwrap_or_else(|| panic!("{name}: {said}"));
            let from = comments[..at].rfind("<w:comment ").unwrap();
            let id = comments[from..].split('"').nth(1).unwrap();
            let on = &on[id];
            if *on == remark.quote {
                exact += 1;
                continue;
            }
            // A number that is not in the file, and what is taken whole.
            let text = closed_text(&before, &remark.place);
            let (has_number, has_more) = (text.ends_with(on), on.contains(&remark.quote));
            let is_less = remark.quote.contains(on);
            if on.is_empty() {
                nowhere.insert(name.clone());
            } else if !(has_number || has_more || is_less) {
                wrong.push(format!("{name}: “{}” on “{on}”", remark.quote));
            }
        }
    }
    // Boxes between, a paragraph that goes on with the next, marks of notes, hidden text, tables between, signs of
    // formulas and fonts: what stands under the comment is not what is printed.
    let expected = [
        "boxes: “前后” on “前框里的字框里的字后”",
        "boxes: “艺术字” on “图”",
        "boxes: “艺” on “图”",
        "boxes: “术” on “图”",
        "boxes: “字” on “图”",
        "boxes: “术” on “图”",
        "changes: “一” on “前段”",
        "circled_notes: “收入①增加。” on “收入增加。”",
        "circled_notes: “入①增加” on “入增加”",
        "footnotes: “收入120.5[1]万元[i]。” on “收入120.5万元。”",
        "footnotes: “入120.5[1]万元[i]” on “入120.5万元”",
        "hidden: “看见又见” on “看见看不见又见”",
        "nested: “右右下” on “右内一内二右下”",
        "wrapped: “比率收入/支出与10^2” on “比率收入支出与102”",
        "wrapped: “率收入/支出与10^” on “率收入支出与102”",
        "wrapped: “☑是□否” on “是否”",
        "wrapped: “☑字体里的勾” on “R字体里的勾”",
        "wrapped: “☑” on “R”",
    ];
    assert_eq!(wrong, expected);
    // Notes are marked at their reference, a sign that a field draws at the field, a number that stands alone at
    // its paragraph.
    let without: Vec<&str> = nowhere.iter().map(String::as_str).collect();
    assert_eq!(
        without,
        [
            "circled_notes",
            "fields",
            "footnotes",
            "numbered_cells",
            "numbers",
            "wrapped"
        ]
    );
    assert!(exact > 800, "{exact}");
}

/// The text of a place, blanks left out.
fn closed_text(paper: &Paper, place: &Place) -> String {
    let text = match &paper.blocks[place.block] {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => text,
        Block::Table { rows, .. } => {
            let mut cells = rows.iter().flatten();
            let at = (place.row, place.column);
            let cell = cells.find(|cell| (Some(cell.row), Some(cell.column)) == at);
            &cell.unwrap().text
        }
        block => panic!("{block:?}"),
    };
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// A Word file with one part changed or added.
fn with_part(name: &str, content: &str) -> Vec<u8> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let bytes = std::fs::read(tests.join("docx/headings.docx")).unwrap();
    let mut all = parts(&bytes);
    let relation =
        r#"<Relationship Id="x1" Type="x/settings" Target="settings.xml"/></Relationships>"#;
    let relations = all.get_mut("word/_rels/document.xml.rels").unwrap();
    let with = String::from_utf8(relations.clone()).unwrap();
    *relations = with.replace("</Relationships>", relation).into_bytes();
    all.insert(name.to_owned(), content.as_bytes().to_vec());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in all {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_takes_no_comments() {
    let protected = |edit: &str, enforced: &str| {
        let settings = format!(
            r#"<w:settings xmlns:w="w"><w:documentProtection w:edit="{edit}" w:enforcement="{enforced}"/></w:settings>"#
        );
        with_part("word/settings.xml", &settings)
    };
    let no = |why| Err(why);
    for (name, bytes, expected) in [
        (
            "nothing said",
            with_part("word/settings.xml", "<settings/>"),
            Ok(()),
        ),
        (
            "read only",
            protected("readOnly", "1"),
            no(Unmarkable::Protected(Kind::Docx)),
        ),
        (
            "forms",
            protected("forms", "true"),
            no(Unmarkable::Protected(Kind::Docx)),
        ),
        ("not enforced", protected("readOnly", "0"), Ok(())),
        ("comments only", protected("comments", "1"), Ok(())),
        ("changes tracked", protected("trackedChanges", "1"), Ok(())),
        (
            "signed",
            with_part("_xmlsignatures/sig1.xml", "<Signature/>"),
            no(Unmarkable::Signed(Kind::Docx)),
        ),
    ] {
        let marked = mark(&bytes, &remarks(&paper(&bytes)), "核对");
        assert_eq!(marked.map(drop), expected, "{name}");
    }
}

/// As python-docx sees them, where it is.
#[test]
fn others_see_the_comments() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let bytes = std::fs::read(tests.join("documents/one/report.docx")).unwrap();
    let remarks = remarks(&paper(&bytes));
    let marked = mark(&bytes, &remarks, "核对").unwrap().bytes;
    let path = std::env::temp_dir().join(format!("juesuan-comments-{}.docx", std::process::id()));
    std::fs::write(&path, marked).unwrap();
    let script = "import sys, docx\nd = docx.Document(sys.argv[1])\nprint(len(list(d.comments)), {c.author for c in d.comments})";
    let out = Command::new("python3")
        .args(["-c", script])
        .arg(&path)
        .output();
    std::fs::remove_file(&path).unwrap();
    let Ok(out) = out else { return };
    let said = String::from_utf8_lossy(&out.stderr);
    if said.contains("No module named") || said.contains("has no attribute 'comments'") {
        eprintln!("python-docx is not here, or knows no comments");
        return;
    }
    let seen = String::from_utf8(out.stdout).unwrap();
    assert_eq!(
        seen.trim(),
        format!("{} {{'核对'}}", remarks.len()),
        "{said}"
    );
}
