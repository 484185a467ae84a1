//! What the page does in several steps, as machines that know no browser: a message goes in, what is to
//! be done comes out, as values. The page carries it out and tells what came of it by the next message.
//!
//! What the browser hands out and takes back (files, handles to write them again, what was removed from
//! its store) passes through as a type parameter: a flow knows only that it is there.

pub mod asking;
pub mod combining;
pub mod importing;
pub mod judging;
pub mod keeping;
pub mod line;
pub mod looking;
pub mod offline;
pub mod opening;
pub mod pasting;
pub mod reading;
mod said;

pub use said::{NotRead, Notice, Said, Why};

use crate::session::{Claim, Stored};

/// What only the browser knows, asked for when it is needed.
pub trait Browser {
    /// Milliseconds since 1970.
    fn now(&self) -> f64;
    /// As it is shown: `15:04:05`.
    fn time_of_day(&self) -> String;
    /// An id that no workbook has yet.
    fn new_id(&self) -> String;
    /// The claim of this window to a workbook that it opens now.
    fn claim(&self) -> Claim;
}

/// A line of the list on the start screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Under which the store keeps it.
    pub id: String,
    /// The unit's name as typed, for people to know it by; may be empty.
    pub unit: String,
    /// The year as typed; may be empty, or no year at all.
    pub year: String,
    /// Milliseconds since 1970.
    pub changed: f64,
    /// Where it lies: in the store, or in last words.
    pub stored: Stored,
    /// Whether something lies there that is no workbook of ours: it can only be removed.
    pub unreadable: bool,
}
