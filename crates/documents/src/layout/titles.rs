//! Which paragraphs are headings, by their numbers, size and place.

use super::block::Block;
use super::page::Area;
use super::paragraphs::{Paragraph, Style};
use juesuan_paper::headings::{CHINESE_DIGITS, level_of};

/// Longer paragraphs are text, whatever they begin with.
const LONGEST: usize = 70;

/// Turns paragraphs into headings. The contents list the headings once more: it stays paragraphs.
pub fn mark(blocks: &mut [Block], pages: &[(f32, f32)], styles: &[Style]) {
    let contents = contents(blocks);
    for at in 0..blocks.len() {
        if contents.contains(&at) {
            continue;
        }
        let above_table = table_below(blocks, at);
        let Some(Block::Paragraph(paragraph)) = blocks.get(at) else {
            continue;
        };
        let first = paragraph.lines.first().copied();
        let Some(first) = first else { continue };
        let Some(style) = first.page.checked_sub(1).and_then(|page| styles.get(page)) else {
            continue;
        };
        let Some(&(width, _)) = first.page.checked_sub(1).and_then(|page| pages.get(page)) else {
            continue;
        };
        if let Some(level) = level(paragraph, style, width, above_table)
            && let Some(block) = blocks.get_mut(at)
            && let Block::Paragraph(paragraph) = block
        {
            let empty = Paragraph {
                text: Default::default(),
                lines: Vec::new(),
                aside: false,
            };
            let paragraph = std::mem::replace(paragraph, empty);
            *block = Block::Heading { level, paragraph };
        }
    }
}

fn level(paragraph: &Paragraph, style: &Style, width: f32, table: Option<Area>) -> Option<u8> {
    if paragraph.aside {
        return None;
    }
    let text = seen(paragraph);
    let first = paragraph.lines.first()?;
    let last = *text.last()?;
    if text.len() > LONGEST || matches!(last, '；' | '，' | '：' | '、' | ':' | ';') {
        return None;
    }
    let sentence =
        text.contains(&'。') && !(last == '。' && text.iter().filter(|c| **c == '。').count() == 1);
    if text == ['目', '录'] {
        return Some(1);
    }
    let text: Vec<char> = without_year(text);
    let figures = text.iter().filter(|c| c.is_ascii_digit()).count() * 4 > text.len();
    let numbered = level_of(&text.iter().collect::<String>());
    let other_font = |font: u16| font > 0 && style.font > 0 && font != style.font;
    let strong = paragraph
        .lines
        .iter()
        .all(|line| line.bold || line.size > 1.08 * style.size || other_font(line.font));
    match numbered {
        Some(1) if !sentence => return Some(1),
        Some(number @ 2..=3) if !sentence && !figures && (last != '。' || strong) => {
            return Some(number);
        }
        // Items of a list are numbered like the lowest headings: only a line that stands out is one.
        Some(number) if !sentence && strong && last != '。' => return Some(number),
        _ => {}
    }
    if last == '。' || figures && table.is_none() {
        return None;
    }
    let centre = (first.x0 + first.x1) / 2.0;
    let amid = |from: f32, to: f32| {
        (centre - (from + to) / 2.0).abs() < 0.04 * (to - from)
            && first.x0 > from + 0.1 * (to - from)
    };
    let centred = style.is_centred(first.x0, first.x1, first.size)
        || amid(0.0, width)
        || table.is_some_and(|table| amid(table.x0, table.x1));
    if centred && first.size > 1.08 * style.size {
        return Some(if table.is_some() { 2 } else { 1 });
    }
    (centred && table.is_some() && text.len() > 2 && text.iter().rev().take(8).any(|c| *c == '表'))
        .then_some(2)
}

/// The table that a line may be the title of: number of the form, unit and amounts' unit may stand between.
fn table_below(blocks: &[Block], at: usize) -> Option<Area> {
    blocks
        .iter()
        .skip(at + 1)
        .take(4)
        .find_map(|block| match block {
            Block::Table(table) => Some(table.area),
            _ => None,
        })
}

/// The year of a title is no figure.
fn without_year(mut text: Vec<char>) -> Vec<char> {
    let year = text.windows(5).position(|part| {
        part.last() == Some(&'年') && part.iter().take(4).all(char::is_ascii_digit)
    });
    if let Some(at) = year {
        text.drain(at..at + 4);
    }
    text
}

/// Numbers of the blocks after 目录 that are entries of the contents: up to where, on a later page, one of
/// them comes again as the heading itself.
fn contents(blocks: &[Block]) -> std::ops::Range<usize> {
    let of = |block: &Block| match block {
        Block::Paragraph(paragraph) => Some((
            entry(paragraph),
            paragraph.lines.first().map_or(0, |line| line.page),
        )),
        _ => None,
    };
    let start = blocks
        .iter()
        .take(30)
        .position(|block| of(block).is_some_and(|(text, _)| text == "目录"));
    let Some(start) = start else { return 0..0 };
    let mut entries: Vec<(String, usize)> = Vec::new();
    for (at, block) in blocks.iter().enumerate().skip(start + 1).take(400) {
        let Some((text, page)) = of(block) else {
            return start + 1..at;
        };
        let again = entries
            .iter()
            .any(|(entry, before)| *entry == text && *before < page);
        if again || text.chars().count() > LONGEST && text.contains('。') {
            return start + 1..at;
        }
        entries.push((text, page));
    }
    // Never again in the same words: what stands on the page of the contents.
    let page = entries.first().map_or(0, |(_, page)| *page);
    start + 1
        ..start
            + 1
            + entries
                .iter()
                .take_while(|(_, other)| *other == page)
                .count()
}

/// Its characters without blanks.
fn seen(paragraph: &Paragraph) -> Vec<char> {
    let all = paragraph.text.chars.iter().map(|char| char.c);
    all.filter(|c| !c.is_whitespace()).collect()
}

/// Text of an entry without its number, blanks, dots and the page number behind them.
fn entry(paragraph: &Paragraph) -> String {
    let all = seen(paragraph);
    let number = all
        .iter()
        .take_while(|c| CHINESE_DIGITS.contains(**c))
        .count();
    let skipped = if number > 0 && all.get(number) == Some(&'、') {
        number + 1
    } else {
        0
    };
    let all: String = all.into_iter().skip(skipped).collect();
    let dotted = all.trim_end_matches(|c: char| c.is_ascii_digit());
    let bare = dotted.trim_end_matches(['.', '…', '·', '．', '⋯', '‥', '-', '—']);
    if bare.len() < dotted.len() || paragraph.lines.iter().any(|line| line.entry) {
        bare.to_string()
    } else {
        all
    }
}
