//! A zip as packages want it: parts one after another, deflated, without a time.
//!
//! The writer of the `zip` crate draws chance, for a kind of encryption nobody asked for; a module for browsers
//! would have to import that.

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use juesuan_paper::Unwritable;
use std::io::Write;

/// A part as it is packed already, to be taken over as it is.
pub(crate) struct Raw<'a> {
    /// How it is packed: 8 is deflated, 0 as it is.
    pub method: u16,
    /// Date and time as a zip writes them.
    pub day: u16,
    pub time: u16,
    pub crc: u32,
    /// How long it is unpacked.
    pub size: u64,
    pub packed: &'a [u8],
}

/// Bytes of one part before it is packed: as much as our reader unpacks of one.
pub(crate) const PART: usize = 64 << 20;
/// Bytes of all parts before they are packed.
const ALL: usize = 256 << 20;
/// 1980-01-01, the first day a zip knows, as it writes dates.
const DAY: u16 = (1 << 5) | 1;
/// Names in UTF-8.
const UTF_8: u16 = 1 << 11;
/// Version 2.0: deflated.
const VERSION: u16 = 20;

/// A zip while it is written.
#[derive(Default)]
pub(crate) struct Zipped {
    bytes: Vec<u8>,
    list: Vec<u8>,
    parts: u16,
    unpacked: usize,
}

/// That a part, or all together, is too large.
pub(crate) const TOO_LARGE: Unwritable = Unwritable::TooLarge { most: PART >> 20 };

impl Zipped {
    /// Adds a part.
    ///
    /// # Errors
    /// [`Unwritable::TooLarge`].
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<(), Unwritable> {
        self.unpacked = self.unpacked.saturating_add(content.len());
        if content.len() > PART || self.unpacked > ALL {
            return Err(TOO_LARGE);
        }
        let mut crc = Crc::new();
        crc.update(content);
        self.add_raw(
            name,
            &Raw {
                method: 8,
                day: DAY,
                time: 0,
                crc: crc.sum(),
                size: content.len() as u64,
                packed: &packed(content).ok_or(TOO_LARGE)?,
            },
        );
        Ok(())
    }

    /// Adds a part that is packed already.
    pub fn add_raw(&mut self, name: &str, raw: &Raw<'_>) {
        let start = self.bytes.len();
        let mut head = Vec::with_capacity(26);
        for half in [VERSION, UTF_8, raw.method, raw.time, raw.day] {
            head.extend(half.to_le_bytes());
        }
        let unpacked = u32::try_from(raw.size).unwrap_or(u32::MAX);
        for whole in [raw.crc, size(raw.packed.len()), unpacked] {
            head.extend(whole.to_le_bytes());
        }
        let length = u16::try_from(name.len()).unwrap_or(0);
        head.extend(length.to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&head);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(raw.packed);

        self.list.extend(b"PK\x01\x02");
        self.list.extend(VERSION.to_le_bytes());
        self.list.extend(&head);
        // No comment, the first disk, no attributes.
        self.list.extend([0; 10]);
        self.list.extend(size(start).to_le_bytes());
        self.list.extend(name.as_bytes());
        self.parts = self.parts.saturating_add(1);
    }

    /// The whole zip.
    pub fn finish(mut self) -> Vec<u8> {
        let start = size(self.bytes.len());
        let length = size(self.list.len());
        self.bytes.append(&mut self.list);
        self.bytes.extend(b"PK\x05\x06");
        self.bytes.extend([0; 4]);
        self.bytes.extend(self.parts.to_le_bytes());
        self.bytes.extend(self.parts.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// A length as a zip holds it: all parts together are far below 4 GB.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn packed(content: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(content).ok()?;
    encoder.finish().ok()
}
