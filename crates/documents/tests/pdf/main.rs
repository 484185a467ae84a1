//! PDF files drawn by hand, one trap of real files each, and what has to come out of them, whole.

mod broken;
mod lines;
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
