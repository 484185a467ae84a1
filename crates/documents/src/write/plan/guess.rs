//! How a paper is to look that does not say so: one that was read from a file, or made by hand.

use super::{Step, Text, table};
use crate::write::figure::is_amount;
use crate::write::grid;
use juesuan_paper::{Block, Cell, TextStyle};

/// Blocks before the contents that can be a cover.
const COVER: usize = 6;
/// Lines of contents.
const CONTENTS: usize = 200;
/// Characters of what stands on a cover, or above a table.
const SHORT: usize = 40;
/// Columns of a table that stands upright.
const UPRIGHT: usize = 8;
/// Texts above a table that go with it.
const ABOVE: usize = 4;

/// The pieces of a paper.
pub(super) fn steps(blocks: &[Block]) -> Vec<Step<'_>> {
    let styles = styles(blocks);
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut landscape = false;
    for (number, block) in blocks.iter().enumerate() {
        let style = styles.get(number).copied().flatten();
        let before = number.checked_sub(1).and_then(|it| styles.get(it).copied());
        let begins = |is: &[TextStyle]| {
            let in_it = |style: Option<TextStyle>| style.is_some_and(|style| is.contains(&style));
            in_it(style) != in_it(before.flatten())
        };
        let contents = [TextStyle::ContentsTitle, TextStyle::ContentsLine];
        if number > 0 && (begins(&contents) || is_part(block)) {
            landscape = false;
            page(&mut steps, false);
        }
        match block {
            Block::Heading { text, level, .. } => steps.push(Step::Text(Text {
                text,
                level: Some((*level).clamp(1, 9)),
                style,
            })),
            Block::Paragraph { text, .. } => {
                if landscape && style != Some(TextStyle::TableNote) {
                    landscape = false;
                    page(&mut steps, false);
                }
                steps.push(Step::Text(Text {
                    text,
                    level: None,
                    style,
                }));
            }
            Block::Table { rows, .. } => {
                let wide = grid::size(rows).1 > UPRIGHT;
                if wide || landscape {
                    landscape = wide;
                    let at = above(&steps);
                    insert_page(&mut steps, at, wide);
                }
                steps.extend(table(number, rows, None, landscape).map(Step::Table));
            }
            Block::Picture { .. } => steps.push(Step::Picture(None)),
            Block::PageBreak { .. } => page(&mut steps, landscape),
        }
    }
    steps
}

/// A new page, once.
fn page(steps: &mut Vec<Step<'_>>, landscape: bool) {
    let at = steps.len();
    insert_page(steps, at, landscape);
}

fn insert_page(steps: &mut Vec<Step<'_>>, at: usize, landscape: bool) {
    match at.checked_sub(1).and_then(|before| steps.get_mut(before)) {
        Some(Step::Page { landscape: before }) => *before = landscape,
        _ if at == 0 && !landscape => {}
        _ => steps.insert(at.min(steps.len()), Step::Page { landscape }),
    }
}

/// Where the texts begin that go with the table which comes next.
fn above(steps: &[Step<'_>]) -> usize {
    let mut at = steps.len();
    let mut heading = false;
    while steps.len() - at < ABOVE
        && let Some(Step::Text(text)) = at.checked_sub(1).and_then(|before| steps.get(before))
    {
        let own = matches!(text.style, None | Some(TextStyle::TableLine));
        let goes = own && text.text.chars().count() <= SHORT && !text.text.contains('。');
        if !goes || heading && text.level.is_none() {
            break;
        }
        heading |= text.level.is_some();
        at -= 1;
    }
    at
}

/// Whether a new part of a disclosure begins: 第一部分.
fn is_part(block: &Block) -> bool {
    matches!(block, Block::Heading { level: 1, text, .. } if text.starts_with('第'))
}

/// What part each text plays.
fn styles(blocks: &[Block]) -> Vec<Option<TextStyle>> {
    let mut styles = vec![None; blocks.len()];
    let mut put = |at: usize, style: TextStyle| {
        if let Some(place) = styles.get_mut(at) {
            *place = Some(style);
        }
    };
    let beginning = blocks.iter().take(COVER + 1);
    if let Some(at) = beginning
        .clone()
        .position(|it| text(it).is_some_and(is_contents))
    {
        let cover = blocks.get(..at).unwrap_or_default();
        let short = |it: &Block| text(it).is_some_and(|text| text.chars().count() <= SHORT);
        if cover.iter().all(short) {
            for (number, block) in cover.iter().enumerate() {
                let title = number == 0 || matches!(block, Block::Heading { .. });
                put(
                    number,
                    if title {
                        TextStyle::CoverTitle
                    } else {
                        TextStyle::CoverLine
                    },
                );
            }
        }
        put(at, TextStyle::ContentsTitle);
        let lines = blocks.iter().skip(at + 1).take(CONTENTS);
        for (line, _) in lines
            .take_while(|it| matches!(it, Block::Paragraph { .. }))
            .enumerate()
        {
            put(at + 1 + line, TextStyle::ContentsLine);
        }
    }
    for (number, pair) in blocks.windows(2).enumerate() {
        match pair {
            [Block::Paragraph { text, .. }, Block::Table { .. }] if is_line(text) => {
                put(number, TextStyle::TableLine);
            }
            [Block::Table { .. }, Block::Paragraph { text, .. }] if is_note(text) => {
                put(number + 1, TextStyle::TableNote);
            }
            _ => {}
        }
    }
    styles
}

fn text(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some(text),
        _ => None,
    }
}

fn is_contents(text: &str) -> bool {
    let letters: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(3)
        .collect();
    letters == "目录"
}

/// `单位：万元`, `公开01表`, `部门：…　金额单位：万元`.
fn is_line(text: &str) -> bool {
    let short = text.chars().count() <= SHORT && !text.contains('。');
    let unit = ["单位：", "单位:", "部门：", "部门:"];
    short && (unit.iter().any(|it| text.contains(it)) || text.starts_with("公开"))
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
