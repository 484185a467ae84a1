//! An update: objects that are added at the end of a PDF, with a list of their own. What is there stays.

use super::seal::Seal;
use super::tail::{List, Tail};

/// Objects that are to be added.
pub(super) struct Update<'a> {
    tail: &'a Tail,
    /// Of a file that is encrypted.
    seal: Option<Seal>,
    /// Number, generation, and what is written between `obj` and `endobj`.
    objects: Vec<(u32, u16, Vec<u8>)>,
    next: u32,
}

impl<'a> Update<'a> {
    /// New objects have this number and those behind it.
    pub fn new(tail: &'a Tail, seal: Option<Seal>, next: u32) -> Self {
        Update {
            tail,
            seal,
            objects: Vec::new(),
            next,
        }
    }

    /// A number for a new object.
    pub fn number(&mut self) -> u32 {
        self.next = self.next.saturating_add(1);
        self.next - 1
    }

    /// A text of an object, as it is written.
    pub fn text(&self, object: u32, text: &[u8]) -> String {
        match &self.seal {
            Some(seal) => hex(&seal.text(object, text)),
            None => hex(text),
        }
    }

    /// What is in a stream of an object.
    pub fn stream(&self, object: u32, content: &[u8]) -> Vec<u8> {
        match &self.seal {
            Some(seal) => seal.stream(object, content),
            None => content.to_vec(),
        }
    }

    pub fn put(&mut self, object: u32, generation: u16, content: Vec<u8>) {
        self.objects.push((object, generation, content));
    }

    /// The file with its update.
    pub fn added_to(mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = bytes.to_vec();
        if !matches!(bytes.last(), Some(b'\n' | b'\r')) {
            out.push(b'\n');
        }
        let own = (self.tail.list == List::Stream).then(|| self.number());
        self.objects.sort_by_key(|(object, ..)| *object);
        let mut places = Vec::new();
        for (object, generation, content) in &self.objects {
            places.push((*object, *generation, self.offset(&out)));
            put(&mut out, &format!("{object} {generation} obj\n"));
            out.extend_from_slice(content);
            put(&mut out, "\nendobj\n");
        }
        let list_at = self.offset(&out);
        let mut entries = format!("/Size {}/Prev {}", self.next, self.tail.at).into_bytes();
        for (name, value) in &self.tail.again {
            put(&mut entries, &format!("/{name} "));
            entries.extend_from_slice(value);
        }
        match own {
            None => table(&mut out, &places, &entries),
            Some(own) => {
                places.push((own, 0, list_at));
                stream(&mut out, own, &places, &entries);
            }
        }
        put(&mut out, &format!("startxref\n{list_at}\n%%EOF\n"));
        out
    }

    /// Where the next byte will be, as the file counts.
    fn offset(&self, out: &[u8]) -> usize {
        out.len() - self.tail.base
    }
}

type Entry = (u32, u16, usize);

fn put(out: &mut Vec<u8>, text: &str) {
    out.extend_from_slice(text.as_bytes());
}

/// Objects whose numbers follow each other.
fn sections(places: &[Entry]) -> impl Iterator<Item = &[Entry]> {
    places.chunk_by(|before, behind| before.0 + 1 == behind.0)
}

fn table(out: &mut Vec<u8>, places: &[Entry], entries: &[u8]) {
    put(out, "xref\n");
    for section in sections(places) {
        let first = section.first().map_or(0, |it| it.0);
        put(out, &format!("{first} {}\n", section.len()));
        for (_, generation, at) in section {
            put(out, &format!("{at:010} {generation:05} n\r\n"));
        }
    }
    put(out, "trailer\n<<");
    out.extend_from_slice(entries);
    put(out, ">>\n");
}

fn stream(out: &mut Vec<u8>, own: u32, places: &[Entry], entries: &[u8]) {
    let mut rows = Vec::new();
    let mut index = String::new();
    for section in sections(places) {
        let first = section.first().map_or(0, |it| it.0);
        index += &format!("{first} {} ", section.len());
        for (_, generation, at) in section {
            rows.push(1);
            // Files are no larger than 256 MB.
            rows.extend_from_slice(&u32::try_from(*at).unwrap_or(u32::MAX).to_be_bytes());
            rows.extend_from_slice(&generation.to_be_bytes());
        }
    }
    let head = format!(
        "{own} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{}]/Length {}",
        index.trim_end(),
        rows.len()
    );
    put(out, &head);
    out.extend_from_slice(entries);
    put(out, ">>\nstream\n");
    out.extend_from_slice(&rows);
    put(out, "\nendstream\nendobj\n");
}

/// A text of notes: UTF-16 in hexadecimal digits.
pub(super) fn text(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

/// Bytes as `<FEFF…>`.
fn hex(bytes: &[u8]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("<{digits}>")
}

/// A number with at most two decimals.
pub(super) fn figure(number: f64) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if matches!(text, "-0" | "") {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn figures() {
        for (number, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (100.0, "100"),
            (1.255, "1.25"),
            (0.5, "0.5"),
            (-3.1, "-3.1"),
        ] {
            assert_eq!(super::figure(number), expected);
        }
    }
}
