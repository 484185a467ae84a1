//! PDF files drawn by hand, one trap of real files each, and what has to come out of them, whole.

mod broken;
mod lines;
mod newspaper;
mod pages;
mod places;
mod tables;
mod writer;

use juesuan_documents::{Asked, Paper, Unreadable};
use writer::{Page, pdf};

/// Reads bytes with a password.
pub fn try_read(bytes: &[u8], password: Option<&str>) -> Result<Paper, Unreadable> {
    let progress = &mut |_, _| {};
    juesuan_documents::read(bytes, None, &mut Asked { password, progress })
}

/// Reads pages.
pub fn paper(pages: &[Page]) -> Paper {
    try_read(&pdf(pages), None).expect("it is a PDF")
}

/// Files of other programs: what must come out lies beside each.
#[test]
fn of_other_programs() {
    for name in [
        "columns-chromium",
        "columns-office",
        "owner-aes128",
        "owner-aes256",
        "owner-rc4",
        "spreadsheet-plain",
        "spreadsheet-ruled",
    ] {
        let beside = format!("{}/tests/documents/pdf/{name}", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(format!("{beside}.pdf")).expect("the file is there");
        let wanted = std::fs::read_to_string(format!("{beside}.txt")).expect("its text is there");
        assert_eq!(
            try_read(&bytes, None).map(|paper| paper.to_string()),
            Ok(wanted),
            "{name}"
        );
    }
}

/// Checks each case: its name, its pages, and what they say.
pub fn check(cases: &[(&str, Vec<Page>, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, pages, wanted)| {
            let got = paper(pages).to_string();
            (got.trim() != wanted.trim())
                .then(|| format!("{name}: got\n{got}instead of\n{wanted}\n"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
