//! The contents: a field, so that Word and WPS put page numbers in when somebody brings it up to date. Until then it
//! shows what the paper says, and each line leads to its heading. Nothing forces the update: Word would ask about
//! it whenever the file is opened.

use crate::write::plan::Step;
use juesuan_paper::TextStyle;
use juesuan_paper::headings::level_of;
use std::collections::{HashMap, VecDeque};

/// Levels that the contents have.
const LEVELS: u8 = 3;

/// Which headings the contents name.
#[derive(Default)]
pub(super) struct Contents {
    /// Headings that no line has named yet, by their words without blanks: step and level.
    left: HashMap<String, VecDeque<(usize, Option<u8>)>>,
    /// The bookmark of a heading, by its step.
    bookmarks: HashMap<usize, usize>,
    /// The lines, in their order.
    lines: VecDeque<Line>,
    deepest: u8,
    titles: bool,
}

/// A line of the contents.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub style: &'static str,
    pub bookmark: Option<usize>,
}

impl Contents {
    pub fn of(steps: &[Step<'_>]) -> Self {
        let mut contents = Contents {
            deepest: 1,
            ..Contents::default()
        };
        let texts = || {
            steps
                .iter()
                .enumerate()
                .filter_map(|(number, step)| match step {
                    Step::Text(text) => Some((number, text)),
                    _ => None,
                })
        };
        let lines = || texts().filter(|(_, it)| it.style == Some(TextStyle::ContentsLine));
        if lines().next().is_none() {
            return contents;
        }
        for (number, text) in texts() {
            let named = match text.style {
                None => text.level.is_some(),
                Some(style) => style == TextStyle::TableTitle,
            };
            if named {
                let words = contents.left.entry(key(text.text)).or_default();
                words.push_back((number, text.level.filter(|_| text.style.is_none())));
            }
        }
        for (_, text) in lines() {
            contents.find(text.text);
        }
        contents
    }

    fn find(&mut self, text: &str) {
        let found = self.left.get_mut(&key(text)).and_then(VecDeque::pop_front);
        let level = match found {
            Some((_, Some(level))) => level,
            Some((_, None)) => {
                self.titles = true;
                2
            }
            None => level_of(text).unwrap_or(1),
        };
        let level = level.clamp(1, LEVELS);
        let bookmark = found.map(|(number, _)| {
            let bookmark = self.bookmarks.len() + 1;
            self.bookmarks.insert(number, bookmark);
            bookmark
        });
        self.deepest = self.deepest.max(level);
        self.lines.push_back(Line {
            style: match level {
                1 => "TOC1",
                2 => "TOC2",
                _ => "TOC3",
            },
            bookmark,
        });
    }

    /// The next line.
    pub fn line(&mut self) -> Line {
        self.lines.pop_front().unwrap_or(Line {
            style: "TOC1",
            bookmark: None,
        })
    }

    /// The bookmark of a heading that the contents name.
    pub fn bookmark_of(&self, step: usize) -> Option<usize> {
        self.bookmarks.get(&step).copied()
    }

    /// The code of the field.
    pub fn code(&self) -> String {
        let titles = if self.titles {
            " \\t \"表标题,2\""
        } else {
            ""
        };
        format!(" TOC \\o \"1-{}\" \\h \\z{titles} ", self.deepest)
    }
}

/// The name of a bookmark.
pub(super) fn name(bookmark: usize) -> String {
    format!("_Toc{:09}", 100_000_000 + bookmark)
}

/// What a line and its heading have in common: the words before a tab or dots, without blanks.
fn key(text: &str) -> String {
    let words = text.split(['\t', '…']).next().unwrap_or_default();
    words.chars().filter(|c| !c.is_whitespace()).collect()
}
