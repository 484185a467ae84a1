//! OFD files made by hand, one trap each (`documents/ofd/make.py`), and what has to come out of them, whole.

use juesuan_documents::{Asked, Paper, Unreadable, read};
use juesuan_paper::{Block, Kind, Rect};
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents/ofd")
}

fn paper(name: &str) -> Result<Paper, Unreadable> {
    let bytes = std::fs::read(folder().join(format!("{name}.ofd"))).expect("the file is there");
    let progress = &mut |_, _| {};
    let password = None;
    read(&bytes, None, &mut Asked { password, progress })
}

#[test]
fn fixtures_come_out_as_expected() {
    let names = [
        "broken",
        "encrypted",
        "glyphs",
        "loop",
        "order",
        "over-pages",
        "scaled",
        "scan",
        "several",
        "sloppy",
        "spans",
        "stamps",
        "steps",
        "tables",
        "template",
        "texts",
        "units",
    ];
    let mut wrong = Vec::new();
    for name in names {
        let found = match paper(name) {
            Ok(paper) => {
                assert_eq!(paper.kind, Kind::Ofd);
                paper.to_string()
            }
            Err(fault) => format!("{fault:?}\n"),
        };
        let beside = folder().join(format!("{name}.txt"));
        let expected = std::fs::read_to_string(beside).unwrap_or_default();
        if found != expected {
            wrong.push(format!(
                "{name}\n--- found\n{found}--- expected\n{expected}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The table that LibreOffice prints as PDF.
#[test]
fn one_table_in_two_formats() {
    let ofd = paper("over-pages").expect("it can be read").to_string();
    let pdf = std::fs::read_to_string(folder().join("../pdf/spreadsheet-ruled.txt"));
    assert_eq!(ofd, pdf.expect("it is there"));
}

/// Millimetres to points: where the file puts things is where they stand.
#[test]
fn places() {
    let points = |millimetres: f64| millimetres * 72.0 / 25.4;
    let near = |found: f64, wanted: f64| (found - points(wanted)).abs() < 0.02;
    let paper = paper("tables").expect("it can be read");
    let page = paper.pages.first().expect("it has a page");
    assert!(near(page.width, 210.0) && near(page.height, 297.0));
    let Some(Block::Table { rows, place }) = paper.blocks.get(1) else {
        panic!("{:?}", paper.blocks.get(1));
    };
    let is_at = |rect: Option<Rect>, wanted: [f64; 4]| {
        let Some(Rect(x0, y0, x1, y1)) = rect else {
            panic!("no place");
        };
        let found = [x0, y0, x1, y1];
        let all = found.iter().zip(wanted).all(|(a, b)| near(*a, b));
        assert!(all, "{found:?} instead of {:?}", wanted.map(points));
    };
    assert_eq!(place.page, Some(1));
    is_at(place.rect, [115.0, 30.0, 185.0, 60.0]);
    let cell = &rows[2][1];
    assert_eq!(cell.text, "4.00");
    is_at(cell.place.rect, [155.0, 50.0, 185.0, 60.0]);
    // Four characters of half 3.2 mm, on a baseline 1.12 mm below the middle of the cell.
    let size = 3.2;
    let baseline = 55.0 + 0.35 * size;
    let top = baseline - 0.86 * size;
    is_at(
        cell.runs.first().map(|run| run.rect),
        [156.0, top, 162.4, top + size],
    );
}

/// A page set sideways: its size and places are those of the page as it is displayed.
#[test]
fn places_on_a_turned_page() {
    let paper = paper("scaled").expect("it can be read");
    assert!(paper.pages.iter().all(|page| page.width < page.height));
    let turned = paper.blocks.last().expect("it has blocks");
    let rect = turned.place().rect.expect("it has a place");
    let points = |millimetres: f64| millimetres * 72.0 / 25.4;
    for (found, wanted) in [
        (rect.0, 154.0),
        (rect.1, 20.0),
        (rect.2, 190.0),
        (rect.3, 180.0),
    ] {
        assert!((found - points(wanted)).abs() < 0.02, "{rect:?}");
    }
}

/// A page may have a size of its own, wherever it is written.
#[test]
fn sizes_of_pages() {
    let paper = paper("sloppy").expect("it can be read");
    let sizes: Vec<(f64, f64)> = paper
        .pages
        .iter()
        .map(|page| (page.width, page.height))
        .collect();
    assert_eq!(sizes, [(595.28, 841.89), (841.89, 595.28)]);
}
