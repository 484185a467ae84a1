//! Writes what fuzzing begins with: the fixtures of the tests, packages as lists of their parts.
//!
//! `cargo run --example seeds -- FOLDER`

#[allow(dead_code, reason = "the targets use the rest")]
#[path = "../../../fuzz/src/parts.rs"]
mod parts;

use parts::listed;
use std::fs;
use std::path::{Path, PathBuf};

/// Larger ones only make fuzzing slow.
const MOST: u64 = 60_000;

fn main() {
    let into = PathBuf::from(std::env::args().nth(1).expect("a folder"));
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folders = ["documents/ofd", "documents/one", "documents/pdf"];
    for folder in folders.iter().chain(&["documents/sheets", "docx"]) {
        for entry in fs::read_dir(tests.join(folder)).expect("it is there") {
            let path = entry.expect("it can be read").path();
            let ending = path.extension().and_then(|it| it.to_str());
            let target = match ending {
                Some("csv" | "txt") => "text",
                Some(known @ ("pdf" | "docx" | "xlsx" | "xls" | "ods" | "ofd" | "html")) => known,
                _ => continue,
            };
            let bytes = fs::read(&path).expect("it can be read");
            if bytes.len() as u64 > MOST {
                continue;
            }
            let seed = match target {
                "docx" | "xlsx" | "ods" | "ofd" => listed(&bytes),
                _ => Some(bytes),
            };
            let (Some(seed), Some(name)) = (seed, path.file_name()) else {
                continue;
            };
            fs::create_dir_all(into.join(target)).expect("it can be made");
            fs::write(into.join(target).join(name), seed).expect("it can be written");
        }
    }
}
