//! Writes a paper as a file: `cargo run --example written -- PAPER.json|FILE OUT.docx|OUT.xlsx`. The paper is JSON, or
//! read from any document.

use juesuan_documents::{Asked, Paper, Written, read, write};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        return eprintln!("written PAPER.json|FILE OUT.docx|OUT.xlsx");
    };
    let bytes = match std::fs::read(&from) {
        Ok(bytes) => bytes,
        Err(error) => return eprintln!("{from}: {error}"),
    };
    let asked = &mut Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    let paper: Paper = match serde_json::from_slice(&bytes) {
        Ok(paper) => paper,
        Err(_) => match read(&bytes, None, asked) {
            Ok(paper) => paper,
            Err(unreadable) => return eprintln!("cannot be read: {unreadable:?}"),
        },
    };
    let kind = match to.ends_with(".xlsx") {
        true => Written::Xlsx,
        false => Written::Docx,
    };
    let start = std::time::Instant::now();
    let written = write(&paper, kind);
    eprintln!("{:?}", start.elapsed());
    match written {
        Ok(bytes) => {
            if let Err(error) = std::fs::write(&to, bytes) {
                eprintln!("{to}: {error}");
            }
        }
        Err(unwritable) => eprintln!("cannot be written: {unwritable:?}"),
    }
}
