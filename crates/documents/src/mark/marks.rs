//! The remarks whose places were found, and the paper in which they were.

use super::place::{self, Spot};
use crate::Asked;
use juesuan_paper::{Paper, Remark, Unmarkable, Unreadable};

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
pub(super) enum Severity {
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
pub(super) struct Mark {
    pub spot: Spot,
    pub severity: Severity,
    pub text: String,
    /// Other places that it speaks of.
    pub also: Vec<Spot>,
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
pub(super) fn marks(paper: &Paper, remarks: &[&Remark]) -> Vec<Mark> {
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
pub(super) fn says(
    bytes: &[u8],
    paper: &Paper,
    reader: fn(&[u8], &mut Asked<'_>) -> Result<Paper, Unreadable>,
) -> bool {
    read(bytes, reader).is_ok_and(|again| again == *paper)
}

/// The paper that is in a file, as it was read for the review.
pub(super) fn read(
    bytes: &[u8],
    reader: fn(&[u8], &mut Asked<'_>) -> Result<Paper, Unreadable>,
) -> Result<Paper, Unmarkable> {
    let progress = &mut |_, _| {};
    let password = None;
    let paper = reader(bytes, &mut Asked { password, progress });
    Ok(paper.map_err(Unmarkable::Unreadable)?.numbered())
}
