//! What was left out of a document, or read in a way that should be known.

use crate::Place;
use serde::{Deserialize, Serialize};

/// One such remark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// What it is about.
    pub code: NoteCode,
    /// One sentence. Readers leave it empty; `juesuan-say` puts it into words.
    #[serde(default)]
    pub message: String,
    /// Where it is, if it is in one place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The pages it is about, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<usize>,
    /// How many: rows, changes, characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// Text of the document that it is about, such as the name of a sheet; shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Note {
    /// A note without particulars.
    pub fn new(code: NoteCode) -> Self {
        Note {
            code,
            message: String::new(),
            place: None,
            pages: Vec::new(),
            count: None,
            text: None,
        }
    }
}

/// What notes are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteCode {
    /// A line that pages repeat at their head or foot (`text`, `pages`).
    RunningHead,
    /// Page numbers (`pages`).
    PageNumber,
    /// Pages that are pictures: nothing can be read of them (`pages`).
    ScannedPage,
    /// Characters of a font that does not say what they are (`pages`, `count`). They are U+FFFD in the text.
    UnreadableFont,
    /// Text that stands askew or upright, such as a stamp (`text`, `pages`).
    TurnedText,
    /// A sheet that is hidden (`text`).
    HiddenSheet,
    /// Rows or columns that are hidden (`text`: the sheet, `count`).
    HiddenRows,
    /// Text that is hidden (`count`: characters).
    HiddenText,
    /// Tracked changes were taken as accepted (`count`).
    TrackedChanges,
    /// Formulas of which the file holds no value (`text`: the sheet, `count`).
    NoValue,
    /// The file goes on beyond what is read (`count`: of pages, rows or characters that were read).
    Shortened,
    /// A part of the file is damaged and was passed over (`text`).
    DamagedPart,
    /// A file of another kind is embedded where it should be printed as text; it is not read (`text`: its part).
    UnreadPart,
    /// Stamps, remarks and watermarks that lie over the pages (`pages`, `count`). They are not read.
    Overlay,
    /// Text whose encoding is not certain (`text`: its name).
    GuessedEncoding,
}
