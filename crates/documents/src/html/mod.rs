//! Web pages: saved ones, and what a browser, Word, WPS or Excel puts into the clipboard or saves as one.

mod build;
mod element;
mod grid;
mod list;

use crate::asked::Asked;
use crate::charset;
use crate::made::{self, counted};
use build::Build;
use juesuan_markup::{Token, Tokens};
use juesuan_paper::plain::shortened;
use juesuan_paper::{Kind, Note, NoteCode, Paper, Unreadable};

/// How far into a page its encoding is looked for.
const HEAD: usize = 4096;

/// Reads a web page.
///
/// # Errors
/// For what is no text.
pub(crate) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let label = declared(bytes);
    let decoded = charset::decode_declared(bytes, label.as_deref());
    let decoded = decoded.ok_or(Unreadable::Unknown(None))?;
    let mut paper = Paper {
        kind: Kind::Html,
        ..Paper::default()
    };
    if let Some(encoding) = decoded.guessed {
        paper
            .notes
            .push(made::about(NoteCode::GuessedEncoding, encoding));
    }
    let text = shortened(&decoded.text, &mut paper);
    // What stands before the first tag of the clipboard of Windows counts its bytes.
    let begin = match text.trim_start_matches('\u{FEFF}').starts_with("Version:") {
        true => text.find('<').unwrap_or(0),
        false => 0,
    };
    let source = text.get(begin..).unwrap_or_default();
    let mut build = Build::new(from_excel(source));
    for token in (Tokens { rest: source }) {
        match token {
            Token::Text(text) => build.text(text),
            Token::Open(name, attributes) => build.open(&name.to_ascii_lowercase(), attributes),
            Token::Close(name) => build.close(&name.to_ascii_lowercase()),
        }
        if build.full {
            break;
        }
    }
    let left = build.finish();
    paper.blocks = left.blocks;
    for (code, count) in [
        (NoteCode::HiddenRows, left.hidden_rows),
        (NoteCode::HiddenText, left.hidden_characters),
        (NoteCode::Shortened, left.shortened),
    ] {
        if count > 0 {
            paper.notes.push(counted(code, count));
        }
    }
    if left.too_deep {
        paper.notes.push(Note::new(NoteCode::DamagedPart));
    }
    (asked.progress)(1, Some(1));
    Ok(paper)
}

/// The encoding that the page itself names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(HEAD))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = head
        .split_once("charset=")
        .or_else(|| head.split_once("encoding="))?
        .1;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')));
    label.get(..end?).map(str::to_owned)
}

/// Whether Excel or WPS made it: they hide the end of a text that is longer than its cell is wide.
fn from_excel(source: &str) -> bool {
    let head: String = source.chars().take(8192).collect();
    ["office:excel", "Excel.Sheet", "ET.Sheet"]
        .iter()
        .any(|mark| head.contains(mark))
}

#[cfg(test)]
mod tests;
