//! Writes the findings of a review into the file itself: notes on highlighted text in a PDF, comments in a Word
//! file. Everything else in the file stays byte for byte what it was.
//!
//! ```text
//! bytes, remarks ──where──▶ places in the paper ──pdf, docx──▶ bytes
//! ```
//! A remark is only written where its quote still stands: a review of another file marks nothing.

mod docx;
mod pdf;
mod place;

use crate::{Asked, recognise};
use juesuan_paper::{Kind, Paper, Remark, Unmarkable, Unreadable};
use place::Spot;

/// Remarks that are written at most, and other places of one of them.
const MOST: usize = 2_000;
const MOST_ALSO: usize = 100;
/// Remarks that are searched for because they are not where their place is.
const SEARCHES: usize = 500;

/// A file with its remarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The file.
    pub bytes: Vec<u8>,
    /// Remarks that stand in it.
    pub written: usize,
    /// Remarks whose place is not in it, or cannot take a note.
    pub left_out: usize,
}

/// How serious a remark is; the worst is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    Notice,
    Warning,
    Error,
}

impl Severity {
    fn named(name: &str) -> Self {
        match name {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Notice,
        }
    }
}

/// A remark whose place was found.
struct Mark {
    spot: Spot,
    severity: Severity,
    text: String,
    /// Other places that it speaks of.
    also: Vec<Spot>,
}

/// Writes remarks into a file, as somebody of that name. Those that were set aside are passed over; without any,
/// the file is what it was.
///
/// # Errors
/// [`Unmarkable`] where none can be written.
pub fn mark(bytes: &[u8], remarks: &[Remark], author: &str) -> Result<Marked, Unmarkable> {
    let kind = recognise::kind(bytes).map_err(Unmarkable::Unreadable)?;
    if !matches!(kind, Kind::Pdf | Kind::Docx) {
        return Err(Unmarkable::Kind(kind));
    }
    let wanted: Vec<&Remark> = remarks
        .iter()
        .filter(|remark| remark.set_aside.is_none())
        .collect();
    match kind {
        Kind::Docx => docx::mark(bytes, &wanted, author),
        _ => pdf::mark(bytes, &wanted, author),
    }
}

/// What is written of a remark.
fn text(remark: &Remark) -> String {
    let more = [&remark.working, &remark.remedy];
    let more = more.into_iter().flatten().filter(|it| !it.is_empty());
    let mut text = remark.message.clone();
    for line in more {
        text.push('\n');
        text.push_str(line);
    }
    // A file takes no other characters that are not seen.
    text.retain(|c| c == '\n' || !c.is_control());
    text
}

/// The remarks whose places are in a paper.
fn marks(paper: &Paper, remarks: &[&Remark]) -> Vec<Mark> {
    let mut searches = SEARCHES;
    let mut find = |place, quote| place::find(paper, place, quote, &mut searches);
    let found = remarks.iter().take(MOST).filter_map(|remark| {
        let spot = find(&remark.place, &remark.quote)?;
        let also = remark.also.iter().take(MOST_ALSO);
        let also = also.filter_map(|it| find(&it.place, &it.message));
        Some(Mark {
            spot,
            severity: Severity::named(&remark.severity),
            text: text(remark),
            also: also.collect(),
        })
    });
    found.collect()
}

/// Whether a file that was marked says what it said before. One that is damaged may be mended by readers in one way
/// now, and in another once it is longer: it is better left alone.
fn says(
    bytes: &[u8],
    paper: &Paper,
    reader: fn(&[u8], &mut Asked<'_>) -> Result<Paper, Unreadable>,
) -> bool {
    read(bytes, reader).is_ok_and(|again| again == *paper)
}

/// The paper that is in a file, as it was read for the review.
fn read(
    bytes: &[u8],
    reader: fn(&[u8], &mut Asked<'_>) -> Result<Paper, Unreadable>,
) -> Result<Paper, Unmarkable> {
    let progress = &mut |_, _| {};
    let password = None;
    let paper = reader(bytes, &mut Asked { password, progress });
    Ok(paper.map_err(Unmarkable::Unreadable)?.numbered())
}
