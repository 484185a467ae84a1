//! What a page leaves that is being closed and cannot wait for the store.

use super::Stored;
use serde::{Deserialize, Serialize};

/// The head of last words; the text of the workbook follows in the next line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastWords {
    /// The revision they were typed over; 0 where the workbook was never saved.
    pub base: u64,
    /// The revision they would have become. A save that was under way counts.
    pub revision: u64,
    /// The window that left them.
    pub writer: String,
    /// Milliseconds since 1970, for the list of workbooks.
    pub changed: f64,
    /// Whether an earlier version of the program left them, which wrote nothing but a time.
    #[serde(skip)]
    pub dated: bool,
}

/// What becomes of last words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They are newer than what is stored.
    Take,
    /// What is stored has them already, or somebody deleted the workbook.
    Drop,
    /// Another window has saved something else meanwhile: neither may take the other's place.
    Copy,
}

impl LastWords {
    /// The head and the text, as one text.
    pub fn write(&self, text: &str) -> String {
        let head = juesuan_json::write(self);
        format!("{head}\n{text}")
    }

    /// Reads it; `None` where it is not of ours.
    pub fn read(left: &str) -> Option<(Self, &str)> {
        let (head, text) = left.split_once('\n')?;
        if let Ok(head) = juesuan_json::read(head) {
            return Some((head, text));
        }
        let changed = head.parse().ok()?;
        let dated = LastWords {
            base: 0,
            revision: 0,
            writer: String::new(),
            changed,
            dated: true,
        };
        Some((dated, text))
    }

    /// By revisions: a clock that was set back makes nothing older. `stored_at` is used only for what
    /// an earlier version left. `deleted`: whether somebody deleted the workbook.
    pub fn fate(&self, stored: Option<&Stored>, stored_at: f64, deleted: bool) -> Fate {
        let newer = match stored {
            _ if deleted => false,
            None => true,
            Some(_) if self.dated => self.changed > stored_at,
            Some(stored) if stored.revision <= self.base => true,
            Some(stored) if stored.writer == self.writer => self.revision > stored.revision,
            Some(_) => return Fate::Copy,
        };
        if newer { Fate::Take } else { Fate::Drop }
    }
}
