//! What cannot be read, and files that are damaged.

use crate::try_read;
use crate::writer::{Page, page, pdf};
use juesuan_documents::{Asked, Unreadable};
use juesuan_paper::Kind;
use std::time::{Duration, Instant};

#[test]
fn no_pdf_after_all() {
    for (name, bytes) in [
        ("only its head", &b"%PDF-1.7\n"[..]),
        ("no pages", &b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj trailer<</Root 1 0 R>>"[..]),
    ] {
        assert_eq!(try_read(bytes, None), Err(Unreadable::Damaged(Kind::Pdf)), "{name}");
    }
}

#[test]
fn bytes_before_the_head() {
    let mut bytes = b"\n\n".to_vec();
    bytes.extend(pdf(&[page().text(90.0, 100.0, "有字。", 12.0)]));
    assert_eq!(
        try_read(&bytes, None).map(|paper| paper.to_string()),
        Ok("P 有字。\n".to_string())
    );
}

#[test]
fn passwords() {
    let file = include_bytes!("../documents/pdf/password.pdf");
    let said = |password| try_read(file, password).map(|paper| paper.to_string());
    assert_eq!(said(None), Err(Unreadable::Password { wrong: false }));
    assert_eq!(
        said(Some("2023决算")),
        Err(Unreadable::Password { wrong: true })
    );
    assert_eq!(said(Some("2024决算")), Ok("P 有字。\n".to_string()));
}

#[test]
fn progress_by_page() {
    let mut heard = Vec::new();
    let progress = &mut |done, of| heard.push((done, of));
    let bytes = pdf(&vec![page(); 3]);
    let asked = &mut Asked {
        password: None,
        progress,
    };
    assert!(juesuan_documents::read(&bytes, None, asked).is_ok());
    assert_eq!(heard, [(1, Some(3)), (2, Some(3)), (3, Some(3))]);
}

/// Pages like those of a real document: set text, a table over two pages, a picture.
fn sample() -> Vec<u8> {
    let line = "本单位收入支出总计按照规定逐项核对以后得到的数字为九";
    let set = |mut page: Page, from: usize, to: usize| {
        for number in from..to {
            page = page.text(89.5, 60.0 + 25.0 * number as f32, line, 16.0);
        }
        page
    };
    let table = |page: Page, y: f32| {
        page.grid(&[90.0, 200.0, 300.0], &[y, y + 20.0, y + 40.0])
            .texts(&[(95.0, y + 15.0, "项目"), (205.0, y + 15.0, "金额")])
            .texts(&[(95.0, y + 35.0, "甲"), (205.0, y + 35.0, "1.00")])
    };
    pdf(&[
        table(set(page(), 0, 24), 720.0).text(290.0, 810.0, "- 1 -", 9.0),
        set(table(page(), 60.0), 5, 20).picture(90.0, 600.0, 200.0, 700.0),
    ])
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or(0)
    }
}

/// A copy with some bytes changed, cut, zeroed or repeated elsewhere.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let from = dice.below(copy.len());
    let to = (from + 1 + dice.below(3_000)).min(copy.len());
    match dice.below(5) {
        0 => {
            for _ in 0..=dice.below(40) {
                let at = dice.below(copy.len());
                copy[at] = u8::try_from(dice.below(256)).unwrap_or(0);
            }
        }
        1 => copy.truncate(from),
        2 => drop(copy.drain(from..to)),
        3 => copy[from..to].fill(0),
        _ => {
            let part = bytes[from..to].to_vec();
            let at = dice.below(copy.len());
            copy.splice(at..at, part);
        }
    }
    copy
}

/// Reads broken copies: each ends soon, with a paper or a refusal.
fn endure(seed: u64, count: usize) {
    let whole = sample();
    let mut dice = Dice(seed);
    for number in 0..count {
        let copy = mutated(&whole, &mut dice);
        let start = Instant::now();
        let _ = try_read(&copy, None);
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "copy {number} of {seed}"
        );
    }
}

#[test]
fn sixty_broken_copies() {
    endure(7, 60);
}

#[test]
#[ignore = "takes minutes"]
fn five_hundred_broken_copies() {
    endure(11, 500);
}
