//! The end of a PDF: where its list of objects is, and what the next list must say again.

use super::syntax::{Entries, Tokens, number, reference};

/// How the objects of a file are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// A table and a `trailer`.
    Table,
    /// A stream.
    Stream,
}

/// What is at the end of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    pub list: List,
    /// Where the list is, as the file counts.
    pub at: u64,
    /// Where the file begins to count: behind what some servers put before it.
    pub base: usize,
    /// One more than the highest number of an object.
    pub size: u32,
    /// The catalogue.
    pub root: (u32, u16),
    /// Entries that are said again, as they are written.
    pub again: Vec<(&'static str, Vec<u8>)>,
}

/// Bytes before `%PDF-` at most.
const BEFORE: usize = 1024;

impl Tail {
    /// `None` where the file does not end as it should.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mark = rfind(bytes, b"startxref")?;
        let mut tokens = Tokens::new(bytes, mark);
        tokens.next()?;
        let at = number(bytes.get(tokens.next()?.1)?)?;
        let offset = usize::try_from(at).ok()?;
        let head = bytes.get(..bytes.len().min(BEFORE))?;
        let base = head.windows(5).position(|it| it == b"%PDF-").unwrap_or(0);
        let here = |base: usize| Some((base, list(bytes, offset.checked_add(base)?)?));
        let (base, (list, start)) = here(0).or_else(|| here(base))?;
        let entries = Entries::of(bytes, start)?;
        let value = |name| entries.value(bytes, name);
        let again = ["Root", "Info", "ID", "Encrypt"]
            .into_iter()
            .filter_map(|name| Some((name, value(name)?.to_vec())));
        Some(Tail {
            list,
            at,
            base,
            size: number(value("Size")?)?.try_into().ok()?,
            root: reference(value("Root")?)?,
            again: again.collect(),
        })
    }

    pub fn value(&self, name: &str) -> Option<&[u8]> {
        let found = self.again.iter().find(|(it, _)| *it == name);
        found.map(|(_, value)| value.as_slice())
    }
}

/// What list is there, and where its dictionary begins.
fn list(bytes: &[u8], at: usize) -> Option<(List, usize)> {
    let mut tokens = Tokens::new(bytes, at);
    let first = bytes.get(tokens.next()?.1)?;
    if first == b"xref" {
        // Nothing but numbers and single letters until then.
        loop {
            let word = bytes.get(tokens.next()?.1)?;
            match word {
                b"trailer" => {
                    tokens.skip_blanks();
                    return Some((List::Table, tokens.at));
                }
                b"f" | b"n" => {}
                word => drop(number(word)?),
            }
        }
    }
    number(first)?;
    number(bytes.get(tokens.next()?.1)?)?;
    if bytes.get(tokens.next()?.1)? != b"obj" {
        return None;
    }
    tokens.skip_blanks();
    Some((List::Stream, tokens.at))
}

fn rfind(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|it| it == wanted)
}
