//! Where characters stand.

use crate::writer::{page, sized};
use juesuan_documents::Paper;
use juesuan_paper::{Block, Page, Place, Rect, Run};

fn block(paper: &Paper) -> (&str, &Place, &[Run]) {
    match &paper.blocks[0] {
        Block::Paragraph { text, place, runs }
        | Block::Heading {
            text, place, runs, ..
        } => (text, place, runs),
        other => panic!("no text: {other:?}"),
    }
}

/// The box of a paragraph of one run, and the right edges of its characters.
fn run_of(paper: &Paper) -> (Rect, Vec<f32>) {
    let (_, place, runs) = block(paper);
    assert_eq!((runs.len(), place.rect), (1, Some(runs[0].rect)));
    (runs[0].rect, runs[0].ends.clone())
}

#[test]
fn from_the_top_left_of_the_displayed_page() {
    for (name, page, size, rect, ends) in [
        (
            "as it is",
            page().text(100.0, 200.0, "收入1", 10.0),
            (595.0, 842.0),
            Rect(100.0, 191.4, 125.0, 201.4),
            [110.0, 120.0, 125.0],
        ),
        (
            "CropBox",
            sized(800, 900, "/CropBox[100 50 695 850]").text(150.0, 150.0, "收入1", 10.0),
            (595.0, 800.0),
            Rect(50.0, 91.4, 75.0, 101.4),
            [60.0, 70.0, 75.0],
        ),
        (
            "Rotate",
            sized(595, 842, "/Rotate 90").turned("0 1 -1 0", 200.0, 100.0, "收入1", 10.0),
            (842.0, 595.0),
            Rect(100.0, 191.4, 125.0, 201.4),
            [110.0, 120.0, 125.0],
        ),
    ] {
        let paper = crate::paper(&[page]);
        let (width, height) = size;
        assert_eq!(paper.pages, [Page { width, height }], "{name}");
        assert_eq!(run_of(&paper), (rect, ends.to_vec()), "{name}");
    }
}

#[test]
fn utf_16_and_lines() {
    // 𠮷 takes two units in UTF-16.
    let line: String = "本单位收入支出总计按照规定逐项核对以后得到的数字为九"
        .chars()
        .take(26)
        .collect();
    let mut first = page();
    for number in 0..6 {
        first = first.text(89.5, 100.0 + 25.0 * number as f32, &line, 16.0);
    }
    let paper = crate::paper(&[first.text(89.5, 250.0, "𠮷的话。", 16.0)]);
    let (text, place, runs) = block(&paper);
    let units = text.encode_utf16().count();
    assert_eq!((runs.len(), runs[0].start, runs[6].end), (7, 0, units));
    assert!(runs.windows(2).all(|pair| pair[0].end == pair[1].start));
    assert!(runs.iter().all(|run| run.ends.len() == run.end - run.start));
    assert_eq!(place.page, Some(1));
    assert_eq!(
        place.rect,
        runs.iter().map(|run| run.rect).reduce(Rect::around)
    );
}

#[test]
fn cells() {
    let paper = crate::paper(&[page()
        .grid(&[90.0, 200.0, 300.0], &[100.0, 120.0, 140.0])
        .texts(&[
            (95.0, 115.0, "甲"),
            (205.0, 115.0, "1.00"),
            (95.0, 135.0, "乙"),
        ])]);
    let Block::Table { rows, place } = &paper.blocks[0] else {
        panic!("no table")
    };
    assert_eq!(place.rect, Some(Rect(90.0, 100.0, 300.0, 140.0)));
    let cell = &rows[0][1];
    assert_eq!(cell.place.rect, Some(Rect(200.0, 100.0, 300.0, 120.0)));
    assert_eq!(
        (cell.place.row, cell.place.column, cell.place.page),
        (Some(0), Some(1), Some(1))
    );
    assert_eq!(cell.runs[0].rect, Rect(205.0, 106.4, 225.0, 116.4));
    assert!(rows[1][1].runs.is_empty());
}
