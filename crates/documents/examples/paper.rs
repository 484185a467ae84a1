//! Reads a file and prints its paper: `cargo run --example paper -- FILE [json]`.

use juesuan_documents::{Asked, read};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        return eprintln!("paper FILE [json]");
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => return eprintln!("{path}: {error}"),
    };
    let start = std::time::Instant::now();
    let asked = &mut Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    let paper = read(&bytes, None, asked);
    eprintln!("{:?}", start.elapsed());
    match (paper, arguments.next().as_deref()) {
        (Err(unreadable), _) => eprintln!("cannot be read: {unreadable:?}"),
        (Ok(paper), Some("json")) => match serde_json::to_string(&paper) {
            Ok(json) => println!("{json}"),
            Err(error) => eprintln!("{error}"),
        },
        (Ok(paper), _) => print!("{paper}"),
    }
}
