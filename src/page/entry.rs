//! What a list shows of a workbook that is kept, and the ids workbooks are kept under.

use super::clock::now;
use juesuan::session::Stored;

/// A line of the list on the start screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub unit: String,
    pub year: String,
    /// Milliseconds since 1970.
    pub changed: f64,
    pub stored: Stored,
    /// Whether something lies there that is no workbook of ours: it can only be removed.
    pub unreadable: bool,
}

/// A new id: the time and a random tail, so that two windows never make the same one.
pub fn new_id() -> String {
    let tail = (js_sys::Math::random() * 1e9) as u64;
    format!("{}-{tail}", now() as u64)
}
