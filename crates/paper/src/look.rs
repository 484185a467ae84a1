//! How a document that the program writes is to look. Readers leave all of it out: a paper says the same with and
//! without it.

use serde::{Deserialize, Serialize};

/// How one block is to look.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Look {
    /// The block, counted from 0.
    pub block: usize,
    /// Of a heading or paragraph: what part it plays; body text where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<TextStyle>,
    /// Of a page break: what follows stands on pages that lie on their side, until the next page break.
    #[serde(skip_serializing_if = "is_false")]
    pub landscape: bool,
    /// Of a table: what its sheet is called in a workbook of sheets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Of a table: how many of its first rows are heads, repeated on each page.
    #[serde(skip_serializing_if = "is_zero")]
    pub heads: usize,
    /// Of a table: how wide its columns are, in parts of the whole, as far as no figure breaks; by what stands in them
    /// where nothing is said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<u32>,
    /// Of a table: what else is known of its cells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<CellLook>,
    /// Of a picture: the drawing, as SVG.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svg: Option<String>,
    /// Of a picture: what it shows, in words, for those who cannot see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

/// What part a heading or paragraph plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TextStyle {
    /// The title on the cover.
    CoverTitle,
    /// Unit and date on the cover.
    CoverLine,
    /// The word 目录 above the contents.
    ContentsTitle,
    /// The contents: a writer of Word puts its own list of headings, with page numbers, in its place. What the
    /// paper itself says here is shown until that is brought up to date.
    ContentsLine,
    /// The title above a table.
    TableTitle,
    /// A small line above a table: `公开01表`, `部门：…`. Parts that a tab (`\t`) separates stand left, middle and right.
    TableLine,
    /// A small note below a table: `注：本表反映…`.
    TableNote,
    /// The name of a figure, below it.
    Caption,
}

/// How one cell of a table is to look.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CellLook {
    /// Its first row, counted from 0.
    pub row: usize,
    /// Its first column, counted from 0.
    pub column: usize,
    /// Where its text stands; amounts at the right and all else at the left where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
    /// What it follows from, as a spreadsheet writes it without `=`. `[4,2]` is the cell in row 4 and column 2 of the
    /// same table, `[7:4,2]` that of the table in block 7, both counted from 0: where a table comes to stand in a
    /// sheet is known to the writer alone. The text of the cell is the value that is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// It is printed in bold.
    #[serde(skip_serializing_if = "is_false")]
    pub bold: bool,
    /// Its text is indented by so many characters.
    #[serde(skip_serializing_if = "is_zero")]
    pub indent: usize,
}

/// Where the text of a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}
