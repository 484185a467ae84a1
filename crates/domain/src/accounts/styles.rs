//! The styles that are built in: data from `styles/`, one file a place, and a table of them all that the
//! program reads.

use super::style::Style;
use super::style_table;
use std::sync::OnceLock;

impl Style {
    /// The built-in styles; the first is the default.
    pub fn all() -> &'static [Style] {
        static STYLES: OnceLock<Vec<Style>> = OnceLock::new();
        // Part of the program: a test reads it.
        STYLES.get_or_init(|| style_table::read(TABLE).expect("the built-in styles"))
    }

    /// A style by its id; the first where none is chosen, and where there is none of that id.
    pub fn named(id: &str) -> &'static Style {
        let all = Self::all();
        all.iter().find(|style| style.id == id).unwrap_or(&all[0])
    }

    /// Whether there is such a style, or none is chosen.
    pub fn is_known(id: &str) -> bool {
        id.is_empty() || Self::all().iter().any(|style| style.id == id)
    }
}

/// All of them, written out. A test makes it of the files.
pub(super) const TABLE: &str = include_str!("../../../../styles/all.tsv");

/// The default first.
#[cfg(test)]
pub(super) const FILES: [&str; 3] = [
    include_str!("../../../../styles/wuhan-2020.json"),
    include_str!("../../../../styles/zhejiang-2021.json"),
    include_str!("../../../../styles/shanghai-2024.json"),
];

/// The key of a sentence as a style's own text, for addresses.
pub(super) fn sentence_key(key: &str) -> Option<&'static str> {
    let styles = Style::all().iter();
    let mut keys = styles.flat_map(Style::templates).map(|t| t.key.as_str());
    keys.find(|other| *other == key)
}
