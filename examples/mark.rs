//! Reviews a file and writes the findings into it:
//! `cargo run --example mark -- disclosure.pdf marked.pdf`.

use juesuan_documents::{Asked, Paper, mark, read};
use juesuan_exchange::review_out::Review;
use juesuan_paper::Remarks;
use juesuan_say::{Language, Spoken as _, reviewer};
use std::{env, fs, process};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [from, to] = arguments.as_slice() else {
        eprintln!("two files, please: the disclosure, and where the marked one goes");
        process::exit(2);
    };
    if let Err(sentence) = run(from, to) {
        eprintln!("{sentence}");
        process::exit(1);
    }
}

fn run(from: &str, to: &str) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|error| error.to_string())?;
    let (progress, password) = (&mut |_, _| {}, None);
    let paper: Paper = read(&bytes, None, &mut Asked { password, progress })
        .map_err(|unreadable| unreadable.in_chinese())?;
    let language = Language::Chinese;
    let review = Review::of(&juesuan_understand::review(&paper), &paper, language);
    let review = serde_json::to_string(&review).map_err(|error| error.to_string())?;
    let remarks: Remarks = serde_json::from_str(&review).map_err(|error| error.to_string())?;
    let marked = mark(&bytes, &remarks.findings, reviewer(language))
        .map_err(|unmarkable| unmarkable.in_chinese())?;
    println!("{} written, {} left out", marked.written, marked.left_out);
    fs::write(to, &marked.bytes).map_err(|error| error.to_string())
}
