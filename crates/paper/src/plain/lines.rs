//! Lines of plain text as paragraphs, titles and tables.
//!
//! One line is one paragraph, unless the text was broken into lines of one width, as what is copied out of a PDF
//! is: then a line that is full goes on in the next.

use super::bounds::MOST_CELLS;
use super::csv::as_cells;
use super::line::{Line, ended, wide, width};
use super::pages;
use crate::headings::{level_of, titled};
use crate::make::{counted, heading, paragraph, table};
use crate::{Block, NoteCode, Paper, Place};

/// Lines that are read.
const MOST_LINES: usize = 500_000;

/// Reads lines into blocks.
pub(super) fn read(text: &str, paper: &mut Paper) {
    let (lines, numbers) = pages::without_numbers(filled(text));
    if numbers > 0 {
        paper.notes.push(counted(NoteCode::PageNumber, numbers));
    }
    let breaking = Breaking::of(&lines);
    let mut cells = 0_usize;
    let mut left_out = false;
    // The number of the block before.
    let mut before = None;
    let mut rest = lines.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if first.page {
            paper.blocks.push(Block::PageBreak {
                place: Place::default(),
            });
        }
        let tabbed = rest
            .iter()
            .enumerate()
            .take_while(|(at, line)| line.text.contains('\t') && (*at == 0 || line.gap == 0));
        let tabbed = tabbed.count();
        let parted = rest
            .iter()
            .take(tabbed)
            .any(|line| line.text.trim().contains('\t'));
        if tabbed > 1 && parted {
            let (rows, others) = rest.split_at(tabbed);
            let rows = rows.iter().enumerate().map(|(row, line)| {
                as_cells(
                    row,
                    line.text
                        .split('\t')
                        .map(|it| it.trim().to_owned())
                        .collect(),
                )
            });
            let mut kept = Vec::new();
            for row in rows {
                cells += row.len();
                left_out |= cells > MOST_CELLS;
                if !left_out {
                    kept.push(row);
                }
            }
            paper.blocks.push(table(kept));
            (rest, before) = (others, None);
            continue;
        }
        let (text, after) = breaking.joined(first, after);
        let text = text.trim().to_owned();
        paper.blocks.push(match titled(&text) {
            Some(level) if !is_item(level, before, after) => heading(level, text),
            _ => paragraph(text),
        });
        (rest, before) = (after, level_of(first.text));
    }
    if lines.len() >= MOST_LINES {
        paper.notes.push(counted(NoteCode::Shortened, MOST_LINES));
    }
    if left_out {
        paper.notes.push(counted(NoteCode::Shortened, MOST_CELLS));
    }
}

/// Items of a list follow each other, titles have something between them.
fn is_item(level: u8, before: Option<u8>, after: &[Line<'_>]) -> bool {
    let next = after.first().map(|next| level_of(next.text));
    level > 3 && (before == Some(level) || next.is_none_or(|next| next == Some(level)))
}

fn filled(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut gap, mut page) = (0, false);
    for (at, sheet) in text.split('\u{C}').enumerate() {
        page |= at > 0 && !lines.is_empty();
        for line in sheet.split('\n') {
            // Blanks at the end are nothing; tabs may be empty cells.
            let line = line.trim_end_matches([' ', '\u{3000}', '\u{A0}']);
            let text = line.trim_start_matches([' ', '\u{3000}', '\u{A0}', '\u{FEFF}']);
            if text.trim().is_empty() {
                gap += 1;
                continue;
            }
            if lines.len() >= MOST_LINES {
                return lines;
            }
            // One at the begin only moves the line in.
            let parted = text.trim_start().contains('\t');
            let text = if parted { text } else { text.trim() };
            lines.push(Line {
                text,
                indented: line.starts_with("\u{3000}")
                    || line.starts_with("  ")
                    || line.starts_with('\t')
                    || line.starts_with('\u{A0}'),
                gap,
                page,
                over: page,
                width: width(text),
            });
            (gap, page) = (0, false);
        }
        gap = gap.saturating_sub(1);
    }
    lines
}

/// How a text was broken into lines.
struct Breaking {
    /// Width of a full line; nothing where each line is a paragraph.
    full: Option<usize>,
    /// An empty line stands between all lines, so it means nothing.
    spaced: bool,
    /// Paragraphs begin with blanks.
    indented: bool,
}

impl Breaking {
    fn of(lines: &[Line<'_>]) -> Self {
        let long: Vec<&Line<'_>> = lines
            .iter()
            .filter(|line| line.width >= 30 && !line.text.contains('\t'))
            .collect();
        let gaps = lines.iter().skip(1).filter(|line| line.gap > 0).count();
        let spaced = gaps * 10 >= lines.len().saturating_sub(1) * 6;
        let indented = lines.iter().filter(|line| line.indented).count() * 10 >= lines.len();
        let open = long.iter().filter(|line| !ended(line.text)).count();
        // The width that most long lines have, give or take two characters.
        let near = |width: usize| {
            long.iter()
                .filter(|line| line.width.abs_diff(width) <= 3)
                .count()
        };
        let widths: std::collections::BTreeSet<usize> = long
            .iter()
            .map(|line| line.width)
            .filter(|it| *it <= 160)
            .collect();
        let most = widths.into_iter().map(|width| (near(width), width)).max();
        let full = most
            .filter(|(count, _)| {
                long.len() >= 5 && *count * 5 >= long.len() * 2 && open * 10 >= long.len() * 3
            })
            .map(|(_, width)| width)
            .or_else(|| full_of_few(lines));
        Breaking {
            full,
            spaced,
            indented: indented && full.is_some(),
        }
    }

    /// The paragraph or title that begins with a line, and the lines behind it.
    fn joined<'l, 't>(
        &self,
        first: &Line<'t>,
        mut after: &'l [Line<'t>],
    ) -> (String, &'l [Line<'t>]) {
        let mut text = first.text.to_owned();
        let mut last = first;
        let mut count = 1;
        while let Some((next, others)) = after.split_first() {
            if last.text.contains('\t')
                || next.text.contains('\t')
                || next.indented
                || level_of(next.text).is_some()
                || text.len() > 100_000
            {
                break;
            }
            let near = next.gap <= 1 || next.over;
            let certain =
                near && goes_on(last, next) || self.full.is_none() && over_page(last, next);
            if !certain && !self.fills(&text, count, first, last, next) {
                break;
            }
            join(&mut text, next.text);
            last = next;
            after = others;
            count += 1;
        }
        (text, after)
    }

    /// Whether a line is full, so that the next goes on with it.
    fn fills(
        &self,
        text: &str,
        count: usize,
        first: &Line<'_>,
        last: &Line<'_>,
        next: &Line<'_>,
    ) -> bool {
        let Some(full) = self.full else { return false };
        let apart = next.gap > usize::from(self.spaced);
        // A page may end within a paragraph.
        if apart && !self.spaced && !next.over {
            return false;
        }
        let part = level_of(text) == Some(1);
        let title =
            part && count < 4 && !apart && !next.over && next.width < full && !ended(next.text);
        // The first line is shorter by what it was moved in by.
        let room = if count == 1 && !first.indented && !self.indented {
            full.saturating_sub(4)
        } else {
            full
        };
        let moved = if first.indented && count == 1 { 4 } else { 0 };
        let fits = last.width + moved + first_word(next.text) + 2 <= room;
        // A title goes on in a line that is not full; what follows a title often begins with one that is.
        let ends_title =
            !part && text.len() < 300 && titled(text).is_some() && next.width + 8 > full;
        (!fits || title) && !ends_title
    }
}

/// The width of a full line of a text of few lines: each that ends within a sentence is about as wide as the widest,
/// and the last one ends its sentence.
fn full_of_few(lines: &[Line<'_>]) -> Option<usize> {
    let wide: Vec<usize> = lines
        .iter()
        .map(|line| line.width)
        .filter(|it| *it >= 24)
        .collect();
    let widest = wide.iter().copied().max().filter(|it| *it <= 120)?;
    // With what did not fit into it, an open line is as wide as a full one.
    let mut open = lines.windows(2).filter_map(|pair| match pair {
        [line, next] => {
            let goes_on = !sentence_ended(line.text)
                && line.width >= 24
                && titled(line.text).is_none()
                && level_of(next.text).is_none();
            goes_on.then_some(line.width + first_word(next.text))
        }
        _ => None,
    });
    let last = lines.last()?;
    let even = open.next()? + 6 >= widest && open.all(|width| width + 6 >= widest);
    let few = wide.len() < 12 && !lines.iter().any(|line| line.text.contains('\t'));
    (few && even && ended(last.text)).then_some(widest)
}

/// Whether a line certainly goes on in the next, however wide it is: between a number and its unit, after a comma,
/// before a mark that begins no line, and inside a sentence that a page ends in.
fn goes_on(last: &Line<'_>, next: &Line<'_>) -> bool {
    let mark = |c: char| {
        matches!(
            c,
            '，' | '。' | '；' | '、' | '）' | ')' | '：' | '%' | '％' | '”' | '》' | ',' | ';'
        )
    };
    let open = last.text.ends_with(['，', '、', '（', '(', '“', '《']);
    let digit = last
        .text
        .ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let unit = ["万元", "亿元", "元", "万", "亿", "个百分点"];
    let wanted = next.text.starts_with(|c: char| c.is_ascii_digit()) && wants_figure(last);
    let halved = digit && unit.iter().any(|it| next.text.starts_with(it))
        || last.text.ends_with('万') && next.text.starts_with('元')
        || last.text.ends_with(',') && digit && in_threes(next.text);
    open || halved || wanted || next.text.starts_with(mark)
}

/// Whether a figure must follow: 完成预算的, 增长; of a line of some length, behind an item too.
fn wants_figure(line: &Line<'_>) -> bool {
    let mut tail: Vec<char> = line
        .text
        .chars()
        .rev()
        .filter(|c| !c.is_whitespace())
        .take(2)
        .collect();
    tail.reverse();
    let tail: String = tail.into_iter().collect();
    let ends = |with: &[&str]| with.iter().any(|it| tail.ends_with(it));
    ends(&["的", "为", "占", "增加", "减少", "增长", "下降"])
        || line.width >= 24 && ends(&["支出", "收入", "”", "）", "约"])
}

/// Whether a text begins with three digits and no more, as what follows a comma that parts thousands.
fn in_threes(text: &str) -> bool {
    text.chars().take_while(char::is_ascii_digit).count() == 3
}

/// Whether a page ended inside a sentence, in a text of which each line is a paragraph.
fn over_page(last: &Line<'_>, next: &Line<'_>) -> bool {
    let sentence = last.width >= 24 && !sentence_ended(last.text) && titled(last.text).is_none();
    next.over && sentence && (next.width >= 24 || ended(next.text))
}

/// The same, where a bracket or a quotation that ends with the line may stand within a sentence.
fn sentence_ended(text: &str) -> bool {
    ended(text) && !text.ends_with(['”', '）', ')', '】', '》'])
}

/// How wide what cannot be parted at the begin of a line is: a number, or one character, with the marks behind it.
fn first_word(text: &str) -> usize {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%');
    let mark = |c: char| {
        matches!(
            c,
            '，' | '。' | '；' | '：' | '、' | '）' | ')' | '”' | '》'
        )
    };
    let letters = text.chars().take_while(|c| word(*c)).count();
    let mut rest = text.chars().skip(letters);
    let first = if letters > 0 {
        letters.min(20)
    } else {
        rest.next().map_or(0, wide)
    };
    first + rest.take_while(|c| mark(*c)).map(wide).sum::<usize>()
}

/// Joins two lines: only letters want a blank.
fn join(text: &mut String, next: &str) {
    let letters = text.ends_with(|c: char| c.is_ascii_alphabetic() || c == ',')
        && next.starts_with(|c: char| c.is_ascii_alphabetic());
    let part = level_of(text) == Some(1) && text.chars().count() < 6;
    if letters || part {
        text.push(' ');
    }
    text.push_str(next);
}
