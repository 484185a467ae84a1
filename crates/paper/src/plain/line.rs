//! A line of a text.

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

/// Whether a line ends as a sentence does.
pub(super) fn ended(text: &str) -> bool {
    text.ends_with([
        '。', '；', '：', '！', '？', '.', ';', ':', '!', '?', '”', '）', ')', '】', '》',
    ])
}
