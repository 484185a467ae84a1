//! A line of plain text, as it stands before lines are joined.

/// A line that holds something.
pub(super) struct Line<'a> {
    pub text: &'a str,
    /// It begins with blanks, as a paragraph does.
    pub indented: bool,
    /// How many lines before it are empty.
    pub gap: usize,
    /// The text says that a page ended before it.
    pub page: bool,
    /// A page ended before it, by its number too.
    pub over: bool,
    /// In halves of a Chinese character.
    pub width: usize,
}

/// How wide a text is, in halves of a Chinese character.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

/// The same of one character.
pub(super) fn wide(c: char) -> usize {
    if (c as u32) < 0x2000 { 1 } else { 2 }
}

/// Whether a line ends as a sentence does.
pub(super) fn ended(text: &str) -> bool {
    text.ends_with([
        '。', '；', '：', '！', '？', '.', ';', ':', '!', '?', '”', '）', ')', '】', '》',
    ])
}
