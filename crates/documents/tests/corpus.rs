//! What fuzzing found, read again: `fuzz/corpus` holds the files that reach most of the readers' code, and those that
//! once made one fall over.

#[allow(dead_code, reason = "seeds use the rest")]
#[path = "../../../fuzz/src/parts.rs"]
mod parts;

use juesuan_documents::{Asked, read};
use std::path::Path;
use std::time::{Duration, Instant};

/// No file may take longer, on a slow and busy machine and without optimisation.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn what_fuzzing_found() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for target in ["pdf", "docx", "xlsx", "xls", "ods", "ofd", "html", "text"] {
        let mut count = 0;
        for entry in std::fs::read_dir(corpus.join(target)).unwrap() {
            let path = entry.unwrap().path();
            let input = std::fs::read(&path).unwrap();
            let bytes = match target {
                "docx" | "xlsx" | "ods" | "ofd" => parts::packed(&input),
                _ => input,
            };
            let begin = Instant::now();
            let progress = &mut |_, _| {};
            let password = Some("2024");
            if let Ok(paper) = read(&bytes, None, &mut Asked { password, progress }) {
                drop(paper.to_string());
            }
            assert!(begin.elapsed() < LONGEST, "{}", path.display());
            count += 1;
        }
        assert!(count > 0, "{target}");
    }
}

/// A list of parts is the package that they were taken from.
#[test]
fn lists_of_parts() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for name in ["documents/ofd/tables.ofd", "docx/whole.docx"] {
        let whole = std::fs::read(tests.join(name)).unwrap();
        let list = parts::listed(&whole).unwrap();
        let said = |bytes: &[u8]| {
            let progress = &mut |_, _| {};
            let password = None;
            read(bytes, None, &mut Asked { password, progress }).map(|paper| paper.to_string())
        };
        let (once, again) = (said(&whole), said(&parts::packed(&list)));
        assert!(once.is_ok());
        assert_eq!(once, again, "{name}");
    }
}
