//! How a paper is to look that does not say so: one that was read from a file, or made by hand.

use super::step::{Step, Text, table};
use crate::write::figure::is_amount;
use crate::write::grid;
use juesuan_paper::{Block, Cell, TextStyle};
use std::collections::BTreeMap;

/// Blocks before the contents that can be a cover.
const COVER: usize = 6;
/// Lines of contents.
const CONTENTS: usize = 200;
/// Characters of what stands on a cover, or above a table.
const SHORT: usize = 40;
/// Columns of a table that stands upright.
const UPRIGHT: usize = 8;
/// Rows of a table that may begin in the middle of a page.
const LOW: usize = 16;
/// Texts above a table that go with it.
const ABOVE: usize = 4;

/// Notes below a table.
const NOTES: usize = 5;

/// The pieces of a paper.
pub(super) fn steps(blocks: &[Block]) -> Vec<Step<'_>> {
    let styles = styles(blocks);
    let pages = pages(blocks, &styles);
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut landscape = false;
    for (number, block) in blocks.iter().enumerate() {
        if let Some(next) = pages.get(&number) {
            landscape = *next;
            page(&mut steps, landscape);
        }
        let style = styles.get(number).copied().flatten();
        match block {
            Block::Heading { text, level, .. } => steps.push(Step::Text(Text {
                text,
                level: Some((*level).clamp(1, 9)),
                style,
            })),
            Block::Paragraph { text, .. } => steps.push(Step::Text(Text {
                text,
                level: None,
                style,
            })),
            Block::Table { rows, .. } => {
                steps.extend(table(number, rows, None, heads(rows), landscape).map(Step::Table));
            }
            Block::Picture { .. } => steps.push(Step::Picture(None)),
            Block::PageBreak { .. } => page(&mut steps, landscape),
        }
    }
    steps
}

/// A new page, once.
fn page(steps: &mut Vec<Step<'_>>, landscape: bool) {
    match steps.last_mut() {
        Some(Step::Page { landscape: last }) => *last = landscape,
        None if !landscape => {}
        _ => steps.push(Step::Page { landscape }),
    }
}

/// Before which blocks a page begins, and whether it lies on its side: a part, the contents, a table that is wide or
/// high, with what stands above it.
fn pages(blocks: &[Block], styles: &[Option<TextStyle>]) -> BTreeMap<usize, bool> {
    let mut pages = BTreeMap::new();
    let style = |number: usize| styles.get(number).copied().flatten();
    let mut goes_on = false;
    for (number, block) in blocks.iter().enumerate() {
        let contents = is_contents_style(style(number));
        if contents != goes_on || is_part(block) {
            pages.insert(number, false);
        }
        goes_on = contents;
    }
    for (number, block) in blocks.iter().enumerate() {
        let Block::Table { rows, .. } = block else {
            continue;
        };
        let (height, width) = grid::size(rows);
        let start = above(blocks, styles, number);
        if width > UPRIGHT {
            pages.insert(start, true);
            let mut behind = number + 1;
            while style(behind) == Some(TextStyle::TableNote) {
                behind += 1;
            }
            pages.entry(behind).or_insert(false);
        } else if height > LOW {
            pages.entry(start).or_insert(false);
        }
    }
    pages
}

/// Where the texts begin that stand above a table and go with it.
fn above(blocks: &[Block], styles: &[Option<TextStyle>], table: usize) -> usize {
    let mut at = table;
    let mut heading = false;
    while table - at < ABOVE
        && let Some(before) = at.checked_sub(1)
        && let Some(block) = blocks.get(before)
    {
        let own = matches!(
            styles.get(before),
            Some(None | Some(TextStyle::TableTitle | TextStyle::TableLine))
        );
        let is_heading = matches!(block, Block::Heading { .. });
        if !own || !text(block).is_some_and(is_short) || heading && !is_heading {
            break;
        }
        heading |= is_heading;
        at = before;
    }
    at
}

/// Whether a new part of a disclosure begins: 第一部分.
fn is_part(block: &Block) -> bool {
    matches!(block, Block::Heading { level: 1, text, .. } if text.starts_with('第'))
}

fn is_contents_style(style: Option<TextStyle>) -> bool {
    matches!(
        style,
        Some(TextStyle::ContentsTitle | TextStyle::ContentsLine)
    )
}

/// What part each text plays.
fn styles(blocks: &[Block]) -> Vec<Option<TextStyle>> {
    let mut styles = vec![None; blocks.len()];
    let beginning = blocks.iter().take(COVER + 1);
    let contents = beginning.clone().position(|it| {
        let letters = text(it).map(|it| it.chars().filter(|c| !c.is_whitespace()).take(3));
        letters.is_some_and(|letters| letters.eq("目录".chars()))
    });
    if let Some(at) = contents {
        before_text(blocks, at, &mut styles);
    }
    let mut put = |at: usize, style: TextStyle| {
        if let Some(place @ None) = styles.get_mut(at) {
            *place = Some(style);
        }
    };
    for (number, pair) in blocks.windows(2).enumerate() {
        match pair {
            [Block::Paragraph { text, .. }, Block::Table { .. }] if is_line(text) => {
                put(number, TextStyle::TableLine);
                let title = number.checked_sub(1).and_then(|it| blocks.get(it));
                if matches!(title, Some(Block::Heading { level: 2.., .. })) {
                    put(number - 1, TextStyle::TableTitle);
                }
            }
            [Block::Heading { level: 2.., .. }, Block::Table { .. }] => {
                put(number, TextStyle::TableTitle);
            }
            [Block::Table { .. }, Block::Paragraph { .. }] => {
                let notes = blocks.iter().skip(number + 1).take(NOTES);
                let notes = notes.take_while(|it| text(it).is_some_and(is_note));
                (1..)
                    .zip(notes)
                    .for_each(|(behind, _)| put(number + behind, TextStyle::TableNote));
            }
            _ => {}
        }
    }
    styles
}

/// The cover and the contents, whose title stands at `at`.
fn before_text(blocks: &[Block], at: usize, styles: &mut [Option<TextStyle>]) {
    let cover = blocks.get(..at).unwrap_or_default();
    let short = |it: &Block| text(it).is_some_and(|it| it.chars().count() <= SHORT);
    let is_cover = cover.iter().all(short);
    for (number, (style, block)) in styles.iter_mut().zip(blocks).enumerate() {
        let heading = matches!(block, Block::Heading { .. });
        if number < at && is_cover {
            *style = Some(match number == 0 || heading {
                true => TextStyle::CoverTitle,
                false => TextStyle::CoverLine,
            });
        } else if number == at {
            *style = Some(TextStyle::ContentsTitle);
        } else if number > at {
            if number > at + CONTENTS || !matches!(block, Block::Paragraph { .. }) {
                return;
            }
            *style = Some(TextStyle::ContentsLine);
        }
    }
}

fn text(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text),
        _ => None,
    }
}

/// Whether a text can stand above a table.
fn is_short(text: &str) -> bool {
    text.chars().count() <= SHORT && !text.contains('。')
}

/// `单位：万元`, `公开01表`, `部门：…　金额单位：万元`.
fn is_line(text: &str) -> bool {
    let unit = ["单位：", "单位:", "部门：", "部门:"];
    is_short(text) && (unit.iter().any(|it| text.contains(it)) || text.starts_with("公开"))
}

/// `注：本表反映…`.
fn is_note(text: &str) -> bool {
    ["注：", "注:", "备注：", "说明："]
        .iter()
        .any(|it| text.starts_with(it))
}

/// How many of the first rows of a table are its heads: those that the cells of the first row reach over, where no
/// amount stands in them.
pub(super) fn heads(rows: &[Vec<Cell>]) -> usize {
    let first = rows.iter().flatten().filter(|cell| cell.row == 0);
    let heads = first.map(|cell| cell.rows.max(1)).max().unwrap_or(0);
    let in_heads = || rows.iter().flatten().filter(|cell| cell.row < heads);
    let amounts = in_heads().any(|cell| is_amount(&cell.text));
    let words = in_heads()
        .filter(|cell| !cell.text.trim().is_empty())
        .count();
    if heads > 4 || amounts || words < 2 {
        return 0;
    }
    heads
}
