//! The records of an XLS workbook.

use crate::ole::u16_at;

/// Goes on with the record before it.
const CONTINUE: u16 = 0x3C;

/// A record, and the ones that continue it.
pub(super) struct Record<'a> {
    pub id: u16,
    pub data: &'a [u8],
    /// What continues it, each with its four bytes of head cut.
    pub more: Vec<&'a [u8]>,
}

impl<'a> Record<'a> {
    /// All parts of it.
    pub fn parts(&self) -> Parts<'a> {
        let mut parts = vec![self.data];
        parts.extend(&self.more);
        Parts {
            parts,
            part: 0,
            at: 0,
        }
    }
}

/// The records from some byte on.
pub(super) struct Records<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
}

impl<'a> Records<'a> {
    fn one(&self, at: usize) -> Option<(u16, &'a [u8], usize)> {
        let id = u16_at(self.bytes, at)?;
        let length = u16_at(self.bytes, at.checked_add(2)?)?;
        let begin = at.checked_add(4)?;
        let end = begin.checked_add(usize::from(length))?;
        // Of the last record of a file that was cut, nothing is taken.
        Some((id, self.bytes.get(begin..end)?, end))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (id, data, end) = self.one(self.at)?;
        self.at = end;
        let mut more = Vec::new();
        while let Some((CONTINUE, data, end)) = self.one(self.at) {
            more.push(data);
            self.at = end;
        }
        Some(Record { id, data, more })
    }
}

/// A record and what continues it, read from front to back.
pub(super) struct Parts<'a> {
    parts: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Parts<'a> {
    fn rest(&self) -> &'a [u8] {
        let part = self.parts.get(self.part).copied().unwrap_or_default();
        part.get(self.at..).unwrap_or_default()
    }

    /// Goes to the next part where this one is read; whether there is anything left.
    fn settle(&mut self) -> bool {
        while self.rest().is_empty() {
            if self.part + 1 >= self.parts.len() {
                return false;
            }
            self.part += 1;
            self.at = 0;
        }
        true
    }

    pub fn byte(&mut self) -> Option<u8> {
        self.settle();
        let byte = self.rest().first().copied()?;
        self.at += 1;
        Some(byte)
    }

    pub fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub fn long(&mut self) -> Option<u32> {
        Some(u32::from(self.word()?) | u32::from(self.word()?) << 16)
    }

    pub fn skip(&mut self, mut count: usize) {
        while count > 0 && self.settle() {
            let step = count.min(self.rest().len());
            self.at += step;
            count -= step;
        }
    }

    /// A text of so many characters, with its flags before it. Where a part ends within it, the next begins with new flags.
    pub fn text(&mut self, count: usize) -> Option<String> {
        let mut flags = self.byte()?;
        let runs = if flags & 8 != 0 {
            usize::from(self.word()?)
        } else {
            0
        };
        let extra = if flags & 4 != 0 {
            self.long()? as usize
        } else {
            0
        };
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.rest().is_empty() {
                if !self.settle() {
                    return None;
                }
                flags = self.byte()?;
            }
            let left = count - units.len();
            let rest = self.rest();
            if flags & 1 == 0 {
                let taken = left.min(rest.len());
                units.extend(rest.iter().take(taken).map(|it| u16::from(*it)));
                self.at += taken;
            } else {
                let taken = left.min(rest.len() / 2);
                if taken == 0 {
                    return None;
                }
                units.extend(
                    rest.chunks_exact(2)
                        .take(taken)
                        .filter_map(|it| u16_at(it, 0)),
                );
                self.at += taken * 2;
            }
        }
        self.skip(runs * 4);
        self.skip(extra);
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
#[path = "biff_tests.rs"]
mod tests;
