//! OLE compound files: the streams of Excel and Word before 2007, and of what is encrypted since.

/// Ends a chain of sectors.
const END: u32 = 0xFFFF_FFFE;
/// Streams of one file; Office writes about ten.
const ENTRIES: usize = 4096;
/// Bytes of an entry of the directory.
const ENTRY: usize = 128;
/// Bytes of a sector of the small streams.
const SMALL: usize = 64;

/// What such a file begins with.
pub(crate) const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// An OLE compound file that was opened.
pub(crate) struct Ole<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector: 512 or 4096.
    sector: usize,
    /// For each sector, the one that follows.
    next: Vec<u32>,
    /// The same for the sectors of small streams.
    next_small: Vec<u32>,
    /// All small streams.
    small: Vec<u8>,
    /// What is shorter than this is a small stream.
    cutoff: u64,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    /// 2: a stream, 5: the root.
    kind: u8,
    first: u32,
    length: u64,
}

/// A stream as far as it could be read.
pub(crate) struct Stream {
    pub bytes: Vec<u8>,
    /// It is as long as the directory says.
    pub whole: bool,
}

impl<'a> Ole<'a> {
    /// `None` for what is no such file, or one of which not even the directory can be read.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        if !bytes.starts_with(&MAGIC) {
            return None;
        }
        let sector = 1_usize << (u32::from(u16_at(bytes, 30)?).clamp(7, 16));
        let mut ole = Ole {
            bytes,
            sector,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            cutoff: u64::from(u32_at(bytes, 56)?),
            entries: Vec::new(),
        };
        ole.read_next();
        let directory = ole.chain(u32_at(bytes, 48)?, usize::MAX).bytes;
        ole.entries = directory
            .chunks_exact(ENTRY)
            .take(ENTRIES)
            .filter_map(entry)
            .collect();
        let small = ole.chain(u32_at(bytes, 60)?, usize::MAX).bytes;
        ole.next_small = numbers(&small).collect();
        if let Some(root) = ole.entries.iter().find(|entry| entry.kind == 5) {
            let length = usize::try_from(root.length).unwrap_or(usize::MAX);
            ole.small = ole.chain(root.first, length).bytes;
        }
        (!ole.entries.is_empty()).then_some(ole)
    }

    /// Reads which sector follows which: the first 109 sectors of that list are named in the header, the others
    /// in a chain of their own.
    fn read_next(&mut self) {
        let most = self.bytes.len() / self.sector + 1;
        let mut parts: Vec<u32> = numbers(self.bytes.get(76..512).unwrap_or_default()).collect();
        let mut more = u32_at(self.bytes, 68).unwrap_or(END);
        for _ in 0..most {
            let Some(part) = self.sector_at(more) else {
                break;
            };
            let mut named: Vec<u32> = numbers(part).collect();
            more = named.pop().unwrap_or(END);
            parts.append(&mut named);
        }
        let mut next = Vec::new();
        for part in parts {
            if part > 0xFFFF_FFFA || next.len() > most {
                continue;
            }
            next.extend(numbers(self.sector_at(part).unwrap_or_default()));
        }
        self.next = next;
    }

    /// A sector; of the last one, what there is.
    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let from = (usize::try_from(number).ok()?.checked_add(1)?).checked_mul(self.sector)?;
        let to = from.saturating_add(self.sector).min(self.bytes.len());
        self.bytes.get(from..to)
    }

    /// The sectors from `first` on, up to `length` bytes. A chain that goes round ends where it is longer than the file.
    fn chain(&self, first: u32, length: usize) -> Stream {
        let mut bytes = Vec::new();
        let mut at = first;
        while at < END - 3 && bytes.len() < length && bytes.len() <= self.bytes.len() {
            let Some(sector) = self.sector_at(at).filter(|sector| !sector.is_empty()) else {
                break;
            };
            bytes.extend_from_slice(sector);
            let Some(next) = self.next.get(at as usize) else {
                break;
            };
            at = *next;
        }
        let whole = bytes.len() >= length;
        bytes.truncate(length);
        Stream { bytes, whole }
    }

    fn small_chain(&self, first: u32, length: usize) -> Stream {
        let mut bytes = Vec::new();
        let mut at = first;
        while at < END - 3 && bytes.len() < length && bytes.len() <= self.small.len() {
            let from = (at as usize).saturating_mul(SMALL);
            let to = from.saturating_add(SMALL).min(self.small.len());
            let Some(sector) = self.small.get(from..to).filter(|it| !it.is_empty()) else {
                break;
            };
            bytes.extend_from_slice(sector);
            let Some(next) = self.next_small.get(at as usize) else {
                break;
            };
            at = *next;
        }
        let whole = bytes.len() >= length;
        bytes.truncate(length);
        Stream { bytes, whole }
    }

    /// Whether there is a stream or storage of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream by its name, in whatever storage it lies.
    pub fn stream(&self, name: &str) -> Option<Stream> {
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.kind == 2 && entry.name.eq_ignore_ascii_case(name))?;
        let length = usize::try_from(entry.length).unwrap_or(usize::MAX);
        Some(match entry.length < self.cutoff {
            true => self.small_chain(entry.first, length),
            false => self.chain(entry.first, length),
        })
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let kind = *bytes.get(66)?;
    let letters = usize::from(u16_at(bytes, 64)?).clamp(2, 64) / 2 - 1;
    let units = bytes.get(..letters * 2)?.chunks_exact(2);
    let units: Vec<u16> = units.filter_map(|unit| u16_at(unit, 0)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        kind,
        first: u32_at(bytes, 116)?,
        // The upper half is not to be trusted in files with sectors of 512 bytes.
        length: u64::from(u32_at(bytes, 120)?),
    })
    .filter(|entry| matches!(entry.kind, 1 | 2 | 5))
}

/// A number of two bytes, the lower one first.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(pair.try_into().ok()?))
}

/// A number of four bytes, the lowest one first.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}
