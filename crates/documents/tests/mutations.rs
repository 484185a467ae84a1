//! Damaged files of every format: each ends soon, with a paper or a refusal, and none takes much memory.
//!
//! The same ones every time. `cargo test` runs some of each format; 500 of each: `make soak`, or
//! `cargo test -p juesuan-documents --test mutations -- --ignored`.

#[allow(dead_code, reason = "the tests of PDF use all of it")]
#[path = "pdf/writer.rs"]
mod writer;

use juesuan_documents::{Asked, Paper, mark, read};
use juesuan_paper::{Block, Kind, Place, Remark};
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// No damaged file may take longer, on a slow and busy machine and without optimisation.
const LONGEST: Duration = Duration::from_secs(20);
/// All of them together never hold more, in kB.
const MOST_MEMORY: u64 = 1 << 20;

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }
}

/// Files that are read, by how their names end.
fn files(ending: &str) -> Vec<Vec<u8>> {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders = ["documents/ofd", "documents/one", "documents/pdf"];
    let folders = folders.iter().chain(&["documents/sheets", "docx"]);
    let mut paths: Vec<PathBuf> = folders
        .flat_map(|folder| std::fs::read_dir(tests.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == ending))
        // Large, and others are like it.
        .filter(|path| !path.ends_with("report-browser.pdf"))
        .collect();
    paths.sort();
    let mut files: Vec<Vec<u8>> = paths.iter().map(|it| std::fs::read(it).unwrap()).collect();
    if ending == "pdf" {
        files.push(drawn());
    }
    assert!(!files.is_empty(), "{ending}");
    files
}

/// A PDF whose operators are not packed, so that damage reaches them.
fn drawn() -> Vec<u8> {
    let line = "本单位收入支出总计按照规定逐项核对以后得到的数字为九";
    let mut first = writer::page();
    for number in 0..24 {
        first = first.text(89.5, 60.0 + 25.0 * number as f32, line, 16.0);
    }
    let second = writer::page()
        .grid(&[90.0, 200.0, 300.0], &[60.0, 80.0, 100.0])
        .texts(&[(95.0, 75.0, "项目"), (205.0, 75.0, "金额")])
        .texts(&[(95.0, 95.0, "甲"), (205.0, 95.0, "1.00")])
        .picture(90.0, 600.0, 200.0, 700.0);
    writer::pdf(&[first, second])
}

/// Cut, flipped, zeroed, or with a piece of itself or another file put in or left out.
fn damaged(bytes: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        if copy.is_empty() {
            break;
        }
        let from = dice.below(copy.len());
        let to = (from + 1 + dice.below(400)).min(copy.len());
        match dice.below(6) {
            0 => copy.truncate(from.max(1)),
            1 => {
                for _ in 0..=dice.below(20) {
                    let at = dice.below(copy.len());
                    copy[at] ^= 1 << dice.below(8);
                }
            }
            2 => copy[from..to].fill(if dice.below(2) == 0 { 0 } else { 0xFF }),
            3 => drop(copy.drain(from..to)),
            4 => {
                // Figures that say how much there is of something.
                let mut bytes = copy.iter().enumerate().skip(from);
                let digit = bytes.find(|(_, byte)| byte.is_ascii_digit());
                if let Some((at, _)) = digit {
                    let figures = ["-1", "0", "99999", "4294967295", "1e308", "NaN"];
                    let figure = figures[dice.below(figures.len())];
                    copy.splice(at..at + 1, figure.bytes());
                }
            }
            _ => {
                let source = if dice.below(2) == 0 { bytes } else { other };
                let start = dice.below(source.len());
                let end = (start + 1 + dice.below(500)).min(source.len());
                copy.splice(from..from, source[start..end].to_vec());
            }
        }
    }
    copy
}

/// The parts of a zip damaged, and the zip made anew: what a damaged zip never lets through.
fn damaged_inside(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = dice.below(old.len());
    for index in 0..old.len() {
        let mut part = old.by_index(index).ok()?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        if !bytes.is_empty() && (index == chosen || dice.below(6) == 0) {
            bytes = damaged(&bytes, &bytes, dice);
        }
        let options = zip::write::SimpleFileOptions::default();
        new.start_file(part.name().ok()?, options).ok()?;
        new.write_all(&bytes).ok()?;
    }
    Some(new.finish().ok()?.into_inner())
}

/// The second and third character.
fn quote(text: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(1).take(2).collect();
    String::from_utf16_lossy(&units)
}

/// The file with comments on its first texts, where it can take them.
fn marked(bytes: &[u8], paper: &Paper) -> Option<Vec<u8>> {
    let texts = paper.blocks.iter().filter_map(|block| match block {
        Block::Heading { text, place, .. } | Block::Paragraph { text, place, .. } => {
            Some((text, place))
        }
        Block::Table { rows, .. } => {
            let cell = rows.iter().flatten().find(|cell| !cell.text.is_empty())?;
            Some((&cell.text, &cell.place))
        }
        _ => None,
    });
    let remarks: Vec<Remark> = texts
        .take(20)
        .map(|(text, place)| Remark {
            place: Place {
                start: Some(1),
                end: Some(3),
                ..place.clone()
            },
            quote: quote(text),
            message: "改".to_owned(),
            ..Remark::default()
        })
        .collect();
    let marked = mark(bytes, &remarks, "核对").ok()?.bytes;
    if paper.kind == Kind::Pdf {
        assert!(marked.starts_with(bytes));
    }
    Some(marked)
}

fn endure(ending: &str, count: usize) {
    let files = files(ending);
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    for number in 0..count {
        let file = &files[dice.below(files.len())];
        let other = &files[dice.below(files.len())];
        // Inside of zips, most of the time.
        let inside = (number % 4 > 0).then(|| damaged_inside(file, &mut dice));
        let bytes = match inside.flatten() {
            Some(bytes) => bytes,
            None => damaged(file, other, &mut dice),
        };
        let begin = Instant::now();
        let progress = &mut |_, _| {};
        let password = None;
        // Numbered and shown as well: nothing in a paper may be out of place.
        if let Ok(paper) = read(&bytes, None, &mut Asked { password, progress }) {
            drop(paper.to_string());
            if let Some(marked) = marked(&bytes, &paper) {
                let (progress, password) = (&mut |_, _| {}, None);
                let again = read(&marked, None, &mut Asked { password, progress });
                assert_eq!(again, Ok(paper), "{ending} {number}");
            }
        }
        let took = begin.elapsed();
        assert!(took < LONGEST, "{ending} {number}: {took:?}");
    }
    let memory = most_memory().unwrap_or(0);
    assert!(memory < MOST_MEMORY, "{ending}: {memory} kB");
}

/// The most that this process held, in kB, where the system says it.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

macro_rules! formats {
    ($($some:ident, $all:ident, $ending:literal, $count:literal;)*) => { $(
        #[test]
        fn $some() {
            endure($ending, $count);
        }

        #[test]
        #[ignore = "500 of each format take minutes: make soak"]
        fn $all() {
            endure($ending, 500);
        }
    )* };
}

formats! {
    pdf, all_pdf, "pdf", 60;
    docx, all_docx, "docx", 80;
    xlsx, all_xlsx, "xlsx", 80;
    xls, all_xls, "xls", 80;
    ods, all_ods, "ods", 60;
    ofd, all_ofd, "ofd", 100;
    html, all_html, "html", 100;
    text, all_text, "txt", 100;
    csv, all_csv, "csv", 40;
}
