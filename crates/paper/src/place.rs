//! Where something stands in a document.

use serde::{Deserialize, Serialize};

/// A place: as much of it as the kind of file knows.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Place {
    /// The page, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// On that page.
    #[serde(rename = "box", skip_serializing_if = "Option::is_none")]
    pub rect: Option<Rect>,
    /// The block, counted from 0.
    pub block: usize,
    /// The first row of the cell, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The first column of the cell, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// The name of the sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The cell as a spreadsheet names it: `B7`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The first character of the block or cell, counted from 0 in UTF-16 units, as scripts count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Behind the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

/// Left, top, right, bottom, in points from the top left of the page as it is displayed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Rect(pub f64, pub f64, pub f64, pub f64);

impl Rect {
    /// The smallest one around both.
    #[must_use]
    pub fn around(self, other: Rect) -> Rect {
        Rect(
            self.0.min(other.0),
            self.1.min(other.1),
            self.2.max(other.2),
            self.3.max(other.3),
        )
    }
}

/// Characters that stand side by side on one line of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The first of them in the text of the block or cell, counted from 0 in UTF-16 units.
    pub start: usize,
    /// Behind the last of them.
    pub end: usize,
    /// The page, counted from 1.
    pub page: usize,
    /// Around all of them.
    #[serde(rename = "box")]
    pub rect: Rect,
    /// The right edge of each UTF-16 unit, so that a few of them can be marked.
    pub ends: Vec<f32>,
}
