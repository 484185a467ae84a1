//! Lines of text as one text without blanks, which knows where each of its parts stood.

use super::super::field::Field;
use super::super::words;
use crate::place::Spot;
use juesuan_paper::{Block, Paper};
use rust_decimal::Decimal;
use std::ops::Range;

/// A word of a line.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// In the closed text.
    pub at: Range<usize>,
    pub block: usize,
    /// In the text of its block.
    pub place: Range<usize>,
    pub ends_line: bool,
}

/// Lines as one text without blanks.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub text: String,
    pub tokens: Vec<Token>,
}

/// Points in brackets behind a name.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    pub at: Range<usize>,
    pub value: Decimal,
}

impl Flow {
    pub fn of(paper: &Paper, blocks: Range<usize>) -> Self {
        let mut flow = Flow::default();
        for block in blocks {
            let Some(Block::Paragraph { text, .. }) = paper.blocks.get(block) else {
                continue;
            };
            let mut start = None;
            let ends = text
                .char_indices()
                .chain(std::iter::once((text.len(), ' ')));
            for (at, c) in ends {
                match (c.is_whitespace(), start) {
                    (false, None) => start = Some(at),
                    (true, Some(from)) => {
                        flow.push(text, from..at, block);
                        start = None;
                    }
                    _ => {}
                }
            }
            if let Some(last) = flow.tokens.last_mut() {
                last.ends_line |= last.block == block;
            }
        }
        flow
    }

    fn push(&mut self, text: &str, place: Range<usize>, block: usize) {
        let start = self.text.len();
        self.text.push_str(text.get(place.clone()).unwrap_or(""));
        self.tokens.push(Token {
            at: start..self.text.len(),
            block,
            place,
            ends_line: false,
        });
    }

    pub fn part(&self, at: Range<usize>) -> &str {
        self.text.get(at).unwrap_or("")
    }

    /// A part with the place of its last line.
    pub fn field(&self, at: Range<usize>) -> Field {
        let tokens = || {
            self.tokens
                .iter()
                .filter(|token| token.at.start < at.end && at.start < token.at.end)
        };
        let Some(last) = tokens().next_back() else {
            return Field::default();
        };
        let within = |token: &Token, end: usize| {
            let offset = end.clamp(token.at.start, token.at.end) - token.at.start;
            token.place.start + offset
        };
        let first = tokens()
            .find(|token| token.block == last.block)
            .unwrap_or(last);
        Field {
            text: self.part(at.clone()).to_owned(),
            spot: Spot::text(last.block, within(first, at.start)..within(last, at.end)),
        }
    }

    pub fn find(&self, words: &str, from: usize) -> Option<usize> {
        self.text.get(from..)?.find(words).map(|at| at + from)
    }

    /// Points in brackets from here to there.
    pub fn anchors(&self, within: Range<usize>) -> Vec<Anchor> {
        let mut anchors = Vec::new();
        let text = self.part(within.clone());
        for (at, _) in text.match_indices("分") {
            let before = text.get(..at).unwrap_or("");
            let digits = before.len()
                - before
                    .trim_end_matches(|c: char| c.is_ascii_digit() || c == '.')
                    .len();
            let Some(open) = before.get(..at - digits) else {
                continue;
            };
            let bracket = open.ends_with(['（', '(']);
            let rest = text.get(at + "分".len()..).unwrap_or("");
            let Some(close) = rest.chars().next().filter(|c| matches!(c, '）' | ')')) else {
                continue;
            };
            let value = before.get(at - digits..).and_then(words::points);
            let (true, Some(value)) = (bracket, value) else {
                continue;
            };
            let width = open.chars().next_back().map_or(0, char::len_utf8);
            let start = within.start + open.len() - width;
            let end = within.start + at + "分".len() + close.len_utf8();
            anchors.push(Anchor {
                at: start..end,
                value,
            });
        }
        anchors
    }
}
