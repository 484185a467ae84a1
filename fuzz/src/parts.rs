//! Packages as a fuzzer can change them: their parts one behind the other, not packed, each under a line with its
//! name. A zip would let hardly any change through.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Stands before the name of a part, at the beginning of a line.
const MARK: &[u8] = b"\n=== ";
/// Parts of one package.
const MOST: usize = 200;

/// The zip of such a list. What stands before the first name is left out.
pub fn packed(list: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for part in split(list).into_iter().take(MOST) {
        let end = part.iter().position(|byte| *byte == b'\n');
        let (name, content) = part.split_at(end.unwrap_or(part.len()));
        let name = String::from_utf8_lossy(name);
        // The same name again is refused: the first one stays.
        if writer.start_file(name, options).is_ok() {
            let _ = writer.write_all(content.get(1..).unwrap_or_default());
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// The list of a zip's parts.
pub fn listed(zip: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).ok()?;
    let mut list = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        list.extend_from_slice(MARK);
        list.extend_from_slice(part.name().ok()?.as_bytes());
        list.push(b'\n');
        part.read_to_end(&mut list).ok()?;
    }
    Some(list)
}

fn split(list: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = list;
    let mut begun = false;
    loop {
        let at = rest.windows(MARK.len()).position(|here| here == MARK);
        let (part, after) = rest.split_at(at.unwrap_or(rest.len()));
        if begun {
            parts.push(part);
        }
        let Some(after) = after.get(MARK.len()..) else {
            return parts;
        };
        (rest, begun) = (after, true);
    }
}
