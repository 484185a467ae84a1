//! Notes in PDF files: they stand on the right words, the file is only added to, and what was on its pages stays.

#[allow(dead_code, reason = "the tests of PDF use all of it")]
#[path = "pdf/writer.rs"]
mod writer;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Array;
use hayro_interpret::hayro_syntax::object::dict::Dict;
use juesuan_documents::{Asked, Marked, Paper, mark, read};
use juesuan_paper::{Block, Kind, Place, Remark, Unmarkable, Unreadable};
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use writer::{Page, page, pdf, sized};

fn paper(bytes: &[u8]) -> Paper {
    let (progress, password) = (&mut |_, _| {}, None);
    read(bytes, None, &mut Asked { password, progress }).unwrap()
}

/// How the objects of a file are listed.
#[derive(Clone, Copy, PartialEq)]
enum List {
    Table,
    Stream,
    /// All that may lie in one: the pages too.
    ObjectStream,
    /// A table, with a stream beside it for those that lie in an object stream.
    Both,
}

/// The objects of a file as the writer writes it, and more of them.
fn objects(bytes: &[u8], more: &[&str]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    let all = text.split(" 0 obj\n").skip(1);
    let mut objects: Vec<String> = all
        .map(|it| it.split("\nendobj\n").next().unwrap().to_owned())
        .collect();
    objects.extend(more.iter().map(|it| (*it).to_owned()));
    objects
}

/// A file of these objects; the first is its root.
fn file(objects: &[String], list: List, trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.5\n".to_vec();
    let packed = |object: &str| {
        matches!(list, List::ObjectStream | List::Both) && !object.contains("stream")
    };
    let mut rows: Vec<(u8, usize, usize)> = vec![(0, 0, 65535)];
    let (mut heads, mut bodies, mut inner) = (String::new(), String::new(), 0);
    let last = objects.len() + 1;
    for (at, object) in objects.iter().enumerate() {
        let number = at + 1;
        if packed(object) {
            heads += &format!("{number} {} ", bodies.len());
            bodies += object;
            bodies.push(' ');
            rows.push((2, last, inner));
            inner += 1;
        } else {
            rows.push((1, out.len(), 0));
            out.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
        }
    }
    let root = format!("/Root 1 0 R{trailer}");
    if inner > 0 {
        rows.push((1, out.len(), 0));
        let length = heads.len() + bodies.len();
        let first = heads.len();
        out.extend(
            format!("{last} 0 obj\n<</Type/ObjStm/N {inner}/First {first}/Length {length}>>stream\n{heads}{bodies}\nendstream\nendobj\n")
                .bytes(),
        );
    }
    let stream = |out: &mut Vec<u8>, rows: &[(u8, usize, usize)], number: usize, root: &str| {
        let at = out.len();
        let mut data = Vec::new();
        for (kind, second, third) in rows {
            data.push(*kind);
            data.extend((*second as u32).to_be_bytes());
            data.extend((*third as u16).to_be_bytes());
        }
        out.extend(
            format!(
                "{number} 0 obj\n<</Type/XRef/Size {}/W[1 4 2]/Length {}{root}>>stream\n",
                number + 1,
                data.len()
            )
            .bytes(),
        );
        out.extend(data);
        out.extend(b"\nendstream\nendobj\n");
        at
    };
    if matches!(list, List::Stream | List::ObjectStream) {
        let own = rows.len();
        let at = out.len();
        rows.push((1, at, 0));
        let at = stream(&mut out, &rows, own, &root);
        out.extend(format!("startxref\n{at}\n%%EOF\n").bytes());
        return out;
    }
    let mut root = root;
    if list == List::Both {
        let at = stream(&mut out, &rows, rows.len(), "");
        root += &format!("/XRefStm {at}");
    }
    let at = out.len();
    let mut table = format!("xref\n0 {}\n", rows.len());
    for (kind, at, _) in &rows {
        table += &match kind {
            1 => format!("{at:010} 00000 n \n"),
            _ => "0000000000 65535 f \n".to_owned(),
        };
    }
    let size = rows.len() + usize::from(list == List::Both);
    out.extend(format!("{table}trailer\n<</Size {size}{root}>>\nstartxref\n{at}\n%%EOF").bytes());
    out
}

/// Text and a table.
fn drawn(page: Page) -> Page {
    page.text(60.0, 80.0, "二、收入决算情况说明", 16.0)
        .text(60.0, 120.0, "本单位本年收入合计", 12.0)
        .latin(170.0, 120.0, "1552.63", 12.0)
        .text(215.0, 120.0, "万元，占", 12.0)
        .latin(265.0, 120.0, "99.86%", 12.0)
        .text(310.0, 120.0, "。", 12.0)
        .grid(&[60.0, 160.0, 260.0], &[160.0, 185.0, 210.0])
        .texts(&[(70.0, 177.0, "项目"), (170.0, 177.0, "决算数")])
        .texts(&[(70.0, 202.0, "本年收入合计"), (170.0, 202.0, "金额")])
}

/// A remark on each text: all of it, or from its second to its last but one character.
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
        for (from, to) in [(0, length), (1, length.saturating_sub(1).max(1))] {
            if to > length {
                continue;
            }
            let quote: String = text.chars().skip(from).take(to - from).collect();
            if quote.trim().is_empty() {
                continue;
            }
            remarks.push(Remark {
                place: Place {
                    start: Some(from),
                    end: Some(to),
                    ..place.clone()
                },
                quote: quote.split_whitespace().collect(),
                severity: ["error", "warning", "notice"][remarks.len() % 3].to_owned(),
                message: format!("第{}处。", remarks.len()),
                working: Some("1 + 1 = 2".to_owned()),
                remedy: Some("改为“（）2”".to_owned()),
                ..Remark::default()
            });
        }
    }
    remarks
}

const NOTE: &str = "<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(old)/F 4>>";

/// Files of all makes: name, bytes, annotations that were there.
fn files() -> Vec<(String, Vec<u8>, usize)> {
    let mut files = Vec::new();
    let mut add =
        |name: &str, bytes: Vec<u8>, old: usize| files.push((name.to_owned(), bytes, old));
    let lists = [
        ("table", List::Table),
        ("stream", List::Stream),
        ("object stream", List::ObjectStream),
        ("both", List::Both),
    ];
    let indirect = "/Annots 8 0 R";
    let shared = "/Annots 10 0 R";
    for (name, list) in lists {
        let of = |pages: &[Page], more: &[&str]| file(&objects(&pdf(pages), more), list, "");
        let plain = |extra| drawn(sized(595, 842, extra));
        add(&format!("plain, {name}"), of(&[plain("")], &[]), 0);
        let direct = "/Annots[<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(]>>\\))>>%]\n]";
        add(&format!("direct, {name}"), of(&[plain(direct)], &[]), 1);
        let list_of = format!("[{NOTE} 9 0 R]");
        add(
            &format!("indirect, {name}"),
            of(&[plain(indirect)], &[&list_of, NOTE]),
            2,
        );
        let list_of = format!("[{NOTE}]");
        let both = [plain(shared), plain(shared)];
        add(&format!("shared, {name}"), of(&both, &[&list_of]), 2);
        add(
            &format!("missing, {name}"),
            of(&[plain("/Annots 99 0 R")], &[]),
            0,
        );
        add(
            &format!("null, {name}"),
            of(&[plain("/Annots null")], &[]),
            0,
        );
    }
    // Pages whose text runs as it is displayed, or up or down.
    let (left, over, right) = (
        "0 1 -1 0 842 0 cm",
        "-1 0 0 -1 595 842 cm",
        "0 -1 1 0 -247 842 cm",
    );
    for (extra, turn) in [
        ("/Rotate 90", left),
        ("/Rotate 90", ""),
        ("/Rotate 180", over),
        ("/Rotate 270", right),
        ("/Rotate 270", ""),
        ("/Rotate -90", right),
        ("/CropBox[20 30 575 822]", ""),
        ("/CropBox[20 30 575 822]/Rotate 90", left),
        ("/CropBox[20 30 575 822]/Rotate 180", over),
        ("/CropBox[-20 30 575 900]/Rotate 270", right),
        ("/UserUnit 2", ""),
        ("", left),
        ("", right),
    ] {
        let page = sized(595, 842, extra).raw(turn);
        add(&format!("{extra} {turn}"), pdf(&[drawn(page)]), 0);
    }
    // What a server puts before the file, with places counted from its beginning, and behind it.
    let bytes = pdf(&[drawn(page())]);
    add("before", [b"\n\r\n\n".as_slice(), &bytes].concat(), 0);
    add("behind", [bytes.as_slice(), b"\n\n\n"].concat(), 0);
    for name in [
        "one/report-writer",
        "one/table-calc",
        "one/table-browser",
        "pdf/spreadsheet-ruled",
        // Encrypted, but open to everybody.
        "pdf/owner-rc4",
        "pdf/owner-aes128",
        "pdf/owner-aes256",
    ] {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/documents/{name}.pdf"));
        add(name, std::fs::read(path).unwrap(), 0);
    }
    files
}

/// How many annotations a file has on all its pages together: highlights, or others.
fn annotations(bytes: &[u8], highlights: bool) -> usize {
    let pdf = Pdf::new(bytes.to_vec()).unwrap();
    let pages = pdf.pages().iter();
    let all = pages.filter_map(|page| page.raw().get::<Array<'_>>("Annots"));
    all.flat_map(|list| list.iter::<Dict<'_>>())
        .filter(|it| it.contains_key("QuadPoints") == highlights)
        .count()
}

#[test]
fn the_file_is_only_added_to() {
    for (name, bytes, old) in files() {
        let before = paper(&bytes);
        let remarks = remarks(&before);
        assert!(remarks.len() > 1, "{name}: {before}");
        let Marked {
            bytes: marked,
            written,
            left_out,
        } = mark(&bytes, &remarks, "核对").unwrap();
        assert_eq!((written, left_out), (remarks.len(), 0), "{name}");
        assert!(marked.starts_with(&bytes), "{name}");
        assert_eq!(paper(&marked), before, "{name}");
        assert_eq!(annotations(&marked, false), old, "{name}");
        assert!(annotations(&marked, true) >= remarks.len() / 2, "{name}");
        assert_eq!(
            mark(&bytes, &remarks, "核对").unwrap().bytes,
            marked,
            "{name}"
        );
        // It can be marked once more.
        let again = mark(&marked, &remarks, "复核").unwrap().bytes;
        assert!(again.starts_with(&marked), "{name}");
        assert_eq!(paper(&again), before, "{name}");
    }
}

/// What PyMuPDF finds, where Python has it.
fn found(folder: &Path, files: &[(String, Vec<u8>)]) -> Option<Vec<Value>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/pdf/notes.py");
    let mut paths = Vec::new();
    for (number, (_, bytes)) in files.iter().enumerate() {
        let path = folder.join(format!("{number}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    let out = Command::new("python3")
        .env("PYTHONIOENCODING", "utf-8")
        .args(["-W", "ignore"])
        .arg(script)
        .args(&paths)
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&out.stderr);
    if said.contains("No module named") {
        return None;
    }
    assert!(out.status.success(), "{said}");
    let text = String::from_utf8(out.stdout).unwrap();
    let found: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    let of = |path: &std::path::PathBuf| found[path.to_str().unwrap()].clone();
    Some(paths.iter().map(of).collect())
}

#[test]
fn others_see_the_notes_on_the_right_words() {
    let folder = std::env::temp_dir().join(format!("juesuan-notes-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (mut before, mut marked, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    for (name, bytes, _) in files() {
        let remarks = remarks(&paper(&bytes));
        let with = mark(&bytes, &remarks, "核对").unwrap().bytes;
        before.push((name.clone(), bytes));
        marked.push((name, with));
        expected.push(remarks);
    }
    let found = found(&folder, &before).zip(found(&folder, &marked));
    if std::env::var_os("KEEP").is_none() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    let Some((before, found)) = found else {
        eprintln!("PyMuPDF is not here");
        return;
    };
    let mut wrong = Vec::new();
    for (number, (name, _)) in marked.iter().enumerate() {
        let (remarks, found) = (&expected[number], &found[number]);
        assert_eq!(found["repaired"], before[number]["repaired"], "{name}");
        let notes = found["notes"].as_array().unwrap();
        let own = |note: &&Value| note["who"] == "核对";
        let others = notes.iter().filter(|note| !own(note)).count();
        assert_eq!(
            others,
            before[number]["notes"].as_array().unwrap().len(),
            "{name}"
        );
        for remark in remarks {
            let said = |note: &&Value| note["said"].as_str().unwrap().contains(&remark.message);
            let on: String = notes
                .iter()
                .filter(own)
                .filter(said)
                .map(|it| it["under"].as_str().unwrap())
                .collect();
            if on != remark.quote {
                wrong.push(format!("{name}: “{}” on “{on}”", remark.quote));
            }
        }
        let first = notes.iter().find(own).unwrap();
        assert_eq!(first["kind"], "Highlight", "{name}");
        assert_eq!(
            first["said"].as_str().unwrap().replace('\r', "\n"),
            "第0处。\n1 + 1 = 2\n改为“（）2”",
            "{name}"
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn refused(bytes: &[u8]) -> Unmarkable {
    let remark = Remark {
        quote: "决算".to_owned(),
        message: "改".to_owned(),
        ..Remark::default()
    };
    mark(bytes, &[remark], "核对").unwrap_err()
}

fn fixture(name: &str) -> Vec<u8> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    std::fs::read(tests.join(name)).unwrap_or_else(|_| panic!("{name} is not there"))
}

/// A file with such entries in its catalogue, and such further objects.
fn with_root(entries: &str, more: &[&str], trailer: &str) -> Vec<u8> {
    let mut objects = objects(&pdf(&[drawn(page())]), more);
    objects[0] = format!("<</Type/Catalog/Pages 2 0 R{entries}>>");
    file(&objects, List::Table, trailer)
}

#[test]
fn what_takes_no_notes() {
    use Unmarkable as U;
    let mut end_lost = pdf(&[drawn(page())]);
    end_lost.truncate(end_lost.len() - 30);
    let closed = "/Encrypt<</Filter/Standard/V 1/R 2/O<00000000000000000000000000000000000000000000000000000000\
                  00000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -64>>";
    for (name, bytes, expected) in [
        ("text", "收入决算".as_bytes().to_vec(), U::Kind(Kind::Text)),
        (
            "sheets",
            fixture("documents/one/table.xlsx"),
            U::Kind(Kind::Xlsx),
        ),
        (
            "OFD",
            fixture("documents/one/report.ofd"),
            U::Kind(Kind::Ofd),
        ),
        ("nothing", Vec::new(), U::Unreadable(Unreadable::Empty)),
        (
            "password",
            fixture("documents/pdf/password.pdf"),
            U::Unreadable(Unreadable::Password { wrong: false }),
        ),
        ("no end", end_lost, U::Damaged(Kind::Pdf)),
        (
            "closed",
            with_root("", &[], closed),
            U::Unreadable(Unreadable::Password { wrong: false }),
        ),
        (
            "another file",
            pdf(&[page().text(60.0, 80.0, "预算", 16.0)]),
            U::Elsewhere,
        ),
    ] {
        assert_eq!(refused(&bytes), expected, "{name}");
    }
}

/// A signature lets notes in unless its author certified the file against them.
#[test]
fn signatures() {
    let signature = |parameters: &str| {
        format!(
            "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange[0 1 2 3]/Contents<00>/Reference[<</Type/SigRef/TransformMethod/DocMDP{parameters}>>]>>"
        )
    };
    let certified = "/Perms<</DocMDP 8 0 R>>";
    for (name, entries, signature, allowed) in [
        (
            "signed",
            "/AcroForm<</SigFlags 3/Fields[]>>",
            signature(""),
            true,
        ),
        (
            "all forbidden",
            certified,
            signature("/TransformParams<</P 1>>"),
            false,
        ),
        (
            "forms",
            certified,
            signature("/TransformParams<</P 2>>"),
            false,
        ),
        ("not said", certified, signature(""), false),
        (
            "notes",
            certified,
            signature("/TransformParams<</P 3>>"),
            true,
        ),
    ] {
        let bytes = with_root(entries, &[&signature], "");
        let remarks = remarks(&paper(&bytes));
        let marked = mark(&bytes, &remarks, "核对");
        match allowed {
            true => assert!(marked.unwrap().bytes.starts_with(&bytes), "{name}"),
            false => assert_eq!(marked, Err(Unmarkable::Signed(Kind::Pdf)), "{name}"),
        }
    }
}

/// What is written where: remarks set aside, without a place, or about what is not there are passed over.
#[test]
fn which_remarks_are_written() {
    let bytes = pdf(&[drawn(page())]);
    let heading = Place::default();
    let remark = |quote: &str, place: &Place| Remark {
        place: place.clone(),
        quote: quote.to_owned(),
        message: "改".to_owned(),
        ..Remark::default()
    };
    let beyond = Place {
        block: 99,
        ..Place::default()
    };
    let cut = Place {
        start: Some(2),
        end: Some(4),
        ..Place::default()
    };
    let aside = Remark {
        set_aside: Some("已说明".to_owned()),
        ..remark("收入", &cut)
    };
    for (name, remarks, expected) in [
        ("none", vec![], Ok((0, 0))),
        (
            "all of it",
            vec![remark("二、收入决算情况说明", &heading)],
            Ok((1, 0)),
        ),
        ("a part", vec![remark("收入", &cut)], Ok((1, 0))),
        ("without a quote", vec![remark("", &cut)], Ok((1, 0))),
        ("set aside", vec![aside.clone()], Ok((0, 0))),
        ("one of two", vec![aside, remark("收入", &cut)], Ok((1, 0))),
        (
            "elsewhere, once",
            vec![remark("1552.63万元", &beyond)],
            Ok((1, 0)),
        ),
        (
            "elsewhere, more than once",
            vec![remark("收入", &beyond)],
            Err(Unmarkable::Elsewhere),
        ),
        (
            "nowhere",
            vec![remark("支出", &cut)],
            Err(Unmarkable::Elsewhere),
        ),
        (
            "no place",
            vec![remark("", &beyond)],
            Err(Unmarkable::Elsewhere),
        ),
        (
            "one there",
            vec![remark("支出", &cut), remark("收入", &cut)],
            Ok((1, 1)),
        ),
    ] {
        let marked = mark(&bytes, &remarks, "核对").map(|it| (it.written, it.left_out));
        assert_eq!(marked, expected, "{name}");
    }
}
