//! What cannot be read, and pages that are dear to read.

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
    // One that needs none.
    let file = include_bytes!("../documents/pdf/owner-aes256.pdf");
    assert!(try_read(file, Some("2024决算")).is_ok());
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

/// Pages that look harmless and are dear for whoever holds everything against everything.
#[test]
fn much_of_one_kind() {
    let many = |count: usize, one: &dyn Fn(Page, f32, f32, usize) -> Page| {
        (0..count).fold(page(), |page, at| {
            let x = 5.0 + (at * 37 % 5_800) as f32 / 10.0;
            let y = 5.0 + (at * 91 % 8_300) as f32 / 10.0;
            one(page, x, y, at)
        })
    };
    let cases: [(&str, Page); 7] = [
        (
            "lines across",
            many(10_000, &|page, x, y, _| page.line(x, y, x + 20.0, y)),
        ),
        (
            "lines both ways",
            many(6_000, &|page, x, y, at| {
                if at % 2 == 0 {
                    page.line(x, y, x + 90.0, y)
                } else {
                    page.line(x, y, x, y + 90.0)
                }
            }),
        ),
        (
            "boxes",
            many(5_000, &|page, x, y, _| {
                page.fill(x, y, x + 9.0, y + 9.0, 0.5)
            }),
        ),
        (
            "specks of text",
            many(10_000, &|page, x, y, _| page.latin(x, y, "7", 2.0)),
        ),
        (
            "the same character",
            many(5_000, &|page, _, _, _| page.text(90.0, 90.0, "一", 12.0)),
        ),
        (
            "figures in rows",
            many(4_000, &|page, x, _, at| {
                page.latin(x, (at / 8) as f32 * 1.6, "1.00", 1.5)
            }),
        ),
        (
            "pictures and curves",
            many(3_000, &|page, x, y, _| {
                page.picture(x, y, x + 30.0, y + 30.0)
                    .raw(&format!("{x} {y} m {x} 0 0 {y} 300 300 c f"))
            }),
        ),
    ];
    for (name, page) in cases {
        let start = Instant::now();
        assert!(try_read(&pdf(&[page]), None).is_ok(), "{name}");
        assert!(
            start.elapsed() < Duration::from_secs(30),
            "{name}: {:?}",
            start.elapsed()
        );
        println!("{name}: {:?}", start.elapsed());
    }
}
