//! Files that are made to take all memory or time (`documents/hostile/make.py`): each ends, within bounds. Every
//! one is read by a process of its own, which the system ends where it takes too much.

use juesuan_documents::{Asked, read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Without optimisation, on a busy machine; the page gives a reader as long.
const LONGEST: Duration = Duration::from_secs(60);
/// Memory that a process may ask for, in kB: a gigabyte, as in the browser, and what the program itself takes.
const MOST_MEMORY: u64 = (1 << 20) + (1 << 18);
/// Names the file for the process of its own.
const FILE: &str = "JUESUAN_HOSTILE_FILE";

/// What takes long, but ends.
const SLOW: &[&str] = &["blanks.pdf", "many-pages.ofd"];
/// Such a one may take as long.
const LONGEST_OF_SLOW: Duration = Duration::from_secs(240);

/// Work of the interpreter of PDF that nobody can stop from outside. They are here for the browser, where the limit
/// of memory or the deadline of the worker ends them, and the page says so.
const ENDED_FROM_OUTSIDE: &[&str] = &["boxes.pdf", "characters.pdf", "forms.pdf", "widths.pdf"];

#[test]
#[ignore = "is run by the other one"]
fn one_file() {
    let Some(path) = std::env::var_os(FILE) else {
        return;
    };
    let bytes = std::fs::read(path).unwrap();
    let progress = &mut |_, _| {};
    let password = None;
    let begin = Instant::now();
    let said = match read(&bytes, None, &mut Asked { password, progress }) {
        Ok(paper) => {
            let notes: Vec<_> = paper.notes.iter().map(|note| note.code).collect();
            format!("{} blocks, {notes:?}", paper.blocks.len())
        }
        Err(fault) => format!("{fault:?}"),
    };
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find(|line| line.starts_with("VmHWM:"));
    println!(
        "{said}; {:?}; {}",
        begin.elapsed(),
        most.unwrap_or_default()
    );
}

/// Reads a file in a process of its own; what became of it, and whether it ended by itself.
fn apart(path: &PathBuf, longest: Duration) -> (bool, String) {
    let itself = std::env::current_exe().unwrap();
    let mut child = Command::new("sh")
        .args([
            "-c",
            &format!("ulimit -v {MOST_MEMORY}; exec \"$0\" \"$@\""),
        ])
        .arg(itself)
        .args(["--exact", "one_file", "--ignored", "--nocapture"])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begin = Instant::now();
    loop {
        if child.try_wait().unwrap().is_some() {
            break;
        }
        if begin.elapsed() > longest {
            child.kill().unwrap();
            let _ = child.wait();
            return (false, "takes too long".to_owned());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let out = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&out.stdout);
    let said = said
        .lines()
        .find(|line| line.contains("; "))
        .unwrap_or_default();
    match out.status.success() {
        true => (true, said.to_owned()),
        false => (false, format!("{}", out.status)),
    }
}

/// Reads those files that are slow, or those that are not.
fn all(slow: bool) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents/hostile");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|it| it == "pdf" || it == "ofd")
        })
        .collect();
    files.sort();
    assert!(files.len() > 35, "{}", files.len());
    let mut wrong = Vec::new();
    for file in &files {
        let name = file.file_name().unwrap().to_str().unwrap();
        if ENDED_FROM_OUTSIDE.contains(&name) || SLOW.contains(&name) != slow {
            continue;
        }
        let longest = if slow { LONGEST_OF_SLOW } else { LONGEST };
        let (ended, said) = apart(file, longest);
        println!("{name}: {said}");
        if !ended {
            wrong.push(format!("{name}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[cfg(unix)]
fn each_ends() {
    all(false);
}

#[test]
#[cfg(unix)]
#[ignore = "takes minutes: make soak"]
fn slow_ones() {
    all(true);
}
