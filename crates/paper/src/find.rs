//! Finding a text in a paper.

use crate::{Block, Paper};
use std::ops::Range;

/// Where a text was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The block, counted from 0.
    pub block: usize,
    /// Of a table: the row, and the cell among those listed in it, each counted from 0.
    pub cell: Option<(usize, usize)>,
    /// In the text of the block or cell, in bytes.
    pub range: Range<usize>,
}

impl Paper {
    /// Where `wanted` stands, in reading order, at most so many times. Blanks and line breaks do not count, nor
    /// does the case of letters: what a page breaks over two lines is found too.
    pub fn find(&self, wanted: &str, most: usize) -> Vec<Hit> {
        let wanted: Vec<char> = folded(wanted).map(|(_, c)| c).collect();
        let mut hits = Vec::new();
        if wanted.is_empty() {
            return hits;
        }
        for (block, of) in self.blocks.iter().enumerate() {
            match of {
                Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                    within(text, &wanted, |range| {
                        hits.push(Hit {
                            block,
                            cell: None,
                            range,
                        });
                    });
                }
                Block::Table { rows, .. } => {
                    for (row, cells) in rows.iter().enumerate() {
                        for (at, cell) in cells.iter().enumerate() {
                            within(&cell.text, &wanted, |range| {
                                hits.push(Hit {
                                    block,
                                    cell: Some((row, at)),
                                    range,
                                });
                            });
                        }
                    }
                }
                Block::Picture { .. } | Block::PageBreak { .. } => {}
            }
            if hits.len() >= most {
                hits.truncate(most);
                break;
            }
        }
        hits
    }
}

/// Characters that count, and where each begins.
fn folded(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    text.char_indices()
        .filter(|(_, c)| !c.is_whitespace())
        .flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
}

/// Each place of `wanted` in a text; none of them overlap.
fn within(text: &str, wanted: &[char], mut found: impl FnMut(Range<usize>)) {
    // A text that is too short cannot hold it: most cells.
    if text.len() < wanted.len() {
        return;
    }
    let chars: Vec<(usize, char)> = folded(text).collect();
    let mut from = 0;
    while let Some(here) = chars.get(from..from + wanted.len()) {
        if here.iter().map(|(_, c)| c).eq(wanted) {
            let first = here.first().map_or(0, |(at, _)| *at);
            let last = here.last().map_or(0, |(at, _)| *at);
            let end = text
                .get(last..)
                .and_then(|rest| rest.chars().next())
                .map_or(last, |c| last + c.len_utf8());
            found(first..end);
            from += wanted.len();
        } else {
            from += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Block, Cell, Paper, Place};

    fn paper() -> Paper {
        let place = Place::default;
        let paragraph = |text: &str| Block::Paragraph {
            text: text.to_owned(),
            place: place(),
            runs: Vec::new(),
        };
        let cell = |column, text: &str| Cell {
            text: text.to_owned(),
            row: 0,
            column,
            rows: 1,
            columns: 1,
            place: place(),
            runs: Vec::new(),
        };
        Paper {
            blocks: vec![
                paragraph("一、收入 支出\n决算"),
                Block::Table {
                    rows: vec![vec![], vec![cell(0, "收入"), cell(1, "GDP 收 入")]],
                    place: place(),
                },
                Block::PageBreak { place: place() },
                paragraph("İ收入收入收"),
            ],
            ..Paper::default()
        }
    }

    #[test]
    fn texts_are_found() {
        for (wanted, most, expected) in [
            ("", 9, vec![]),
            (" \n", 9, vec![]),
            ("没有", 9, vec![]),
            ("支出决算", 9, vec!["0 - 支出\n决算"]),
            (
                "收 入",
                9,
                vec![
                    "0 - 收入",
                    "1 1,0 收入",
                    "1 1,1 收 入",
                    "3 - 收入",
                    "3 - 收入",
                ],
            ),
            ("收入", 2, vec!["0 - 收入", "1 1,0 收入"]),
            ("收入收", 9, vec!["3 - 收入收"]),
            ("gdp", 9, vec!["1 1,1 GDP"]),
            // One letter that is two in lower case.
            ("i\u{307}收", 9, vec!["3 - İ收"]),
        ] {
            let paper = paper();
            let found: Vec<String> = paper
                .find(wanted, most)
                .into_iter()
                .map(|hit| {
                    let (text, cell) = match (&paper.blocks[hit.block], hit.cell) {
                        (Block::Table { rows, .. }, Some((row, at))) => {
                            (&rows[row][at].text, format!("{row},{at}"))
                        }
                        (Block::Paragraph { text, .. }, None) => (text, "-".to_owned()),
                        _ => panic!("{hit:?}"),
                    };
                    format!("{} {cell} {}", hit.block, &text[hit.range])
                })
                .collect();
            assert_eq!(found, expected, "{wanted:?}");
        }
    }
}
