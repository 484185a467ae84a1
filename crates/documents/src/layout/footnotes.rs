//! Footnotes: small print at the foot of a page, between the halves of what goes on over it.

use super::lines::Line;
use super::order::Item;
use super::paragraphs::{Paragraph, Printed, Style};

/// How large they are at most, beside the text.
const SMALL: f32 = 0.85;

/// Takes the footnotes from the end of a page: lines smaller than the text, the first of which begins with a mark.
pub fn take(items: &mut Vec<Item>, style: &Style) -> Vec<Line> {
    let is_small = |item: &Item| match item {
        Item::Line(line) => line.size <= SMALL * style.size && line.baseline > 0.5 * style.height,
        _ => false,
    };
    let count = items.iter().rev().take_while(|item| is_small(item)).count();
    let mut start = items.len() - count;
    // What is small and stands between the text and the first mark is no footnote.
    start += items
        .iter()
        .skip(start)
        .take_while(|item| !matches!(item, Item::Line(line) if begins_with_mark(line)))
        .count();
    let has_text = items
        .iter()
        .take(start)
        .any(|item| matches!(item, Item::Line(line) if !is_small_line(line, style)));
    if !has_text {
        return Vec::new();
    }
    let taken = items.drain(start..);
    taken
        .filter_map(|item| match item {
            Item::Line(line) => Some(line),
            _ => None,
        })
        .collect()
}

fn is_small_line(line: &Line, style: &Style) -> bool {
    line.size <= SMALL * style.size
}

/// `1`, `①`, `*`, `[1]` before the note.
fn begins_with_mark(line: &Line) -> bool {
    let mut glyphs = line.glyphs.iter().peekable();
    let Some(first) = glyphs.next() else {
        return false;
    };
    let raised = line.baseline - first.baseline > 0.15 * line.size;
    match first.c {
        '①'..='⑳' | '*' | '※' | '[' | '〔' => true,
        '0'..='9' => {
            raised
                || glyphs
                    .peek()
                    .is_some_and(|next| next.area.x0 - first.area.x1 > 0.2 * line.size)
        }
        _ => false,
    }
}

/// Their lines to paragraphs: each begins with a mark.
pub fn join(lines: Vec<Line>, page: usize) -> Vec<Paragraph> {
    let mut notes: Vec<Paragraph> = Vec::new();
    for line in lines {
        let printed = Printed::of(&line, page);
        let text = line.text(page);
        match notes.last_mut() {
            Some(note) if !begins_with_mark(&line) => {
                note.text.append_line(&text);
                note.lines.push(printed);
            }
            _ => notes.push(Paragraph {
                text,
                lines: vec![printed],
                aside: true,
            }),
        }
    }
    notes
}
