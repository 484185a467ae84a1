//! The texts of a paper one after the other, each with the part of the document that it stands in.

use crate::Spot;
use crate::pattern::Pattern;
use crate::plain::Plain;
use juesuan_paper::{Block, Paper};
use std::ops::Range;

/// Bytes of a paragraph that is read. No disclosure has one as long: what is, was not parted by its reader.
pub(crate) const LONGEST: usize = 30_000;

/// A heading, a paragraph, or a cell of a table.
#[derive(Debug, Clone)]
pub(crate) struct Passage {
    /// Its block.
    pub block: usize,
    /// What it is.
    pub role: Role,
    /// The part of the document that it stands in.
    pub part: DocumentPart,
    /// Its text as it is compared.
    pub plain: Plain,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A heading of this level.
    Heading(u8),
    /// Running text, or a line.
    Paragraph,
    /// A cell, by its first row and column.
    Cell(usize, usize),
}

/// Parts of a disclosure that are read in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DocumentPart {
    /// Before the contents, or before the first part where there are none.
    Cover,
    /// 目录.
    Contents,
    /// The document itself.
    Body,
    /// 名词解释: what words mean, not what was spent.
    Glossary,
}

impl Passage {
    /// Where these of its characters stand.
    pub fn spot(&self, of: Range<usize>) -> Spot {
        let range = self.plain.range(of);
        match self.role {
            Role::Cell(row, column) => Spot::cell(self.block, row, column, range),
            _ => Spot::text(self.block, range),
        }
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.role, Role::Heading(_))
    }

    /// Whether it stands in a table.
    pub fn is_cell(&self) -> bool {
        matches!(self.role, Role::Cell(..))
    }
}

/// The texts of a paper in reading order; empty ones are left out.
pub(crate) fn passages(paper: &Paper) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut add = |block: usize, role: Role, text: &str| {
        if text.len() > LONGEST {
            return;
        }
        let plain = Plain::of(text);
        if !plain.chars.is_empty() {
            passages.push(Passage {
                block,
                role,
                part: DocumentPart::Body,
                plain,
            });
        }
    };
    for (number, block) in paper.blocks.iter().enumerate() {
        match block {
            Block::Heading { level, text, .. } => add(number, Role::Heading(*level), text),
            Block::Paragraph { text, .. } => add(number, Role::Paragraph, text),
            Block::Table { rows, .. } => {
                for cell in rows.iter().flatten() {
                    add(number, Role::Cell(cell.row, cell.column), &cell.text);
                }
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    tell_parts(&mut passages);
    passages
}

/// Of a line of the contents: its words without dots and page number.
pub(crate) fn without_page(plain: &Plain) -> Vec<char> {
    // PAGEREF and what follows is what a word processor works the number out from.
    let end = plain.find("PAGEREF", 0).unwrap_or(plain.chars.len());
    let mut words = plain.chars.get(..end).unwrap_or(&[]).to_vec();
    let dots = |c: &char| matches!(c, '.' | '…' | '·' | '-' | '—' | '_' | '⋯' | '．');
    let digits = words
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_digit())
        .count();
    let before = words.len() - digits;
    // 2024 at the end of a title is no page; dots before it tell one.
    if before > 0 && digits <= 3 {
        words.truncate(before);
    }
    while words.last().is_some_and(dots) {
        words.pop();
    }
    words
}

fn tell_parts(passages: &mut [Passage]) {
    let first_part = Pattern::new("{^}第[一二三四五六七八九十]部分");
    let contents = passages
        .iter()
        .take(40)
        .position(|p| !p.is_cell() && matches!(p.plain.text().as_str(), "目录" | "目次" | "目錄"));
    let body = match contents {
        Some(at) => end_of_contents(passages, at),
        None => passages
            .iter()
            .take(12)
            .position(|p| first_part.occurs(&p.plain.chars) || p.plain.has("。") || p.is_cell())
            .unwrap_or(passages.len().min(8)),
    };
    let mut in_glossary = false;
    for (at, passage) in passages.iter_mut().enumerate() {
        if at >= body && !passage.is_cell() && passage.plain.chars.len() < 24 {
            if passage.plain.has("名词解释") {
                in_glossary = true;
            } else if first_part.occurs(&passage.plain.chars)
                || (passage.role == Role::Heading(1) && passage.plain.has("附"))
            {
                in_glossary = false;
            }
        }
        passage.part = match contents {
            Some(contents) if at >= contents && at < body => DocumentPart::Contents,
            _ if at < body => DocumentPart::Cover,
            _ if in_glossary => DocumentPart::Glossary,
            _ => DocumentPart::Body,
        };
    }
}

/// Where the document itself begins behind the heading 目录: where its first line comes again, or else at the
/// first heading, table or sentence.
fn end_of_contents(passages: &[Passage], contents: usize) -> usize {
    let Some(first) = passages.get(contents + 1) else {
        return passages.len();
    };
    let words = without_page(&first.plain);
    let begins_again = |p: &Passage| {
        let text = &p.plain.chars;
        text == &words
            || (words.len() >= 6 && text.starts_with(&words) && text.len() < words.len() + 4)
    };
    let ends = |p: &Passage| p.is_cell() || p.plain.has("。");
    let rest = passages.get(contents + 2..).unwrap_or(&[]);
    let sentence = rest.iter().position(ends).unwrap_or(rest.len());
    let again = rest
        .iter()
        .take(sentence)
        .position(|p| !p.is_cell() && begins_again(p));
    let lines = rest.iter().take_while(|p| !p.is_heading()).count();
    let heading = (lines < sentence && !first.is_heading()).then_some(lines);
    contents + 2 + again.or(heading).unwrap_or(sentence)
}
