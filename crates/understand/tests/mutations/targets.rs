//! What can be changed in a paper, and how.

use juesuan_paper::{Block, Paper};
use juesuan_understand::{Document, Review, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Amount,
    Percent,
    Count,
    Direction,
    Year,
    Unit,
    Name,
    Cell,
    Row,
}

impl Kind {
    pub fn named(self) -> &'static str {
        match self {
            Kind::Amount => "an amount of the text",
            Kind::Percent => "a rate of the text",
            Kind::Count => "a number of things",
            Kind::Direction => "a word of direction",
            Kind::Year => "a year",
            Kind::Unit => "the unit's name",
            Kind::Name => "an item's name in the text",
            Kind::Cell => "an amount of a table",
            Kind::Row => "an item's name in a table",
        }
    }
}

/// Part of a text that can be changed.
#[derive(Debug, Clone)]
pub struct Target {
    pub kind: Kind,
    pub block: usize,
    /// Of a table: the row in the list, and the cell in it.
    pub cell: Option<(usize, usize)>,
    pub range: Range<usize>,
    pub text: String,
    /// It stands elsewhere as well, or other figures give it.
    pub held: bool,
}

const WORDS: &[(&str, &str)] = &[
    ("增加", "减少"),
    ("增长", "下降"),
    ("减少", "增加"),
    ("下降", "增长"),
    ("大于", "小于"),
    ("小于", "大于"),
];

/// The numbers of a text, each with what stands behind it.
fn numbers(text: &str) -> Vec<(Range<usize>, &str)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && (bytes[at].is_ascii_digit() || matches!(bytes[at], b'.' | b',')) {
            at += 1;
        }
        let number = text[start..at].trim_end_matches(['.', ',']);
        found.push((
            start..start + number.len(),
            text[start + number.len()..].trim_start(),
        ));
    }
    found
}

fn kind_of(number: &str, behind: &str) -> Option<Kind> {
    if behind.starts_with(['%', '％']) {
        return Some(Kind::Percent);
    }
    if ["万元", "元", "亿元", "万"]
        .iter()
        .any(|unit| behind.starts_with(unit))
    {
        return Some(Kind::Amount);
    }
    if number.len() == 4 && number.starts_with("20") && behind.starts_with('年') {
        return Some(Kind::Year);
    }
    let counted = ["辆", "个", "批次", "人次", "人", "台", "项"];
    let zero = number.chars().all(|c| c == '0');
    (!zero && counted.iter().any(|unit| behind.starts_with(unit))).then_some(Kind::Count)
}

/// All that can be changed.
pub fn all(paper: &Paper, review: &Review) -> Vec<Target> {
    let mut targets = Vec::new();
    let names = names(paper);
    let unit = review.about.unit.clone().unwrap_or_default();
    for (block, it) in paper.blocks.iter().enumerate() {
        match it {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                in_text(block, text, &unit, &names, &mut targets);
            }
            Block::Table { rows, .. } => {
                for (row, cells) in rows.iter().enumerate() {
                    for (at, cell) in cells.iter().enumerate() {
                        in_cell(block, (row, at), &cell.text, &names, &mut targets);
                    }
                }
            }
            _ => {}
        }
    }
    mark_held(&mut targets, review);
    targets
}

/// Whether a word of direction is about figures: one stands behind it, or it compares actual and budget.
fn of_figures(before: &str, behind: &str) -> bool {
    let figure = behind
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit());
    figure || before.ends_with("决算数") || before.ends_with("决算")
}

fn in_text(
    block: usize,
    text: &str,
    unit: &str,
    names: &BTreeSet<String>,
    targets: &mut Vec<Target>,
) {
    let mut add = |kind: Kind, range: Range<usize>, held: bool| {
        targets.push(Target {
            kind,
            block,
            cell: None,
            text: text[range.clone()].to_owned(),
            range,
            held,
        });
    };
    for (range, behind) in numbers(text) {
        if let Some(kind) = kind_of(&text[range.clone()], behind) {
            add(kind, range, false);
        }
    }
    for (word, _) in WORDS {
        for (at, _) in text.match_indices(word) {
            let end = at + word.len();
            add(
                Kind::Direction,
                at..end,
                of_figures(&text[..at], &text[end..]),
            );
        }
    }
    if !unit.is_empty() {
        for (at, _) in text.match_indices(unit) {
            add(Kind::Unit, at..at + unit.len(), false);
        }
    }
    for name in names {
        for (at, _) in text.match_indices(name.as_str()) {
            add(Kind::Name, at..at + name.len(), false);
        }
    }
}

fn in_cell(
    block: usize,
    cell: (usize, usize),
    text: &str,
    names: &BTreeSet<String>,
    targets: &mut Vec<Target>,
) {
    let trimmed = text.trim();
    let amount = trimmed.contains('.')
        && trimmed
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    let zero = !trimmed.contains(|c: char| ('1'..='9').contains(&c));
    let kind = if amount && !zero {
        Kind::Cell
    } else if names.contains(trimmed) {
        Kind::Row
    } else {
        return;
    };
    targets.push(Target {
        kind,
        block,
        cell: Some(cell),
        range: 0..text.len(),
        text: text.to_owned(),
        held: false,
    });
}

/// Names of rows that are long enough to be told from other words.
fn names(paper: &Paper) -> BTreeSet<String> {
    let document = Document::of(paper);
    let amounts = document.tables.iter().flat_map(|table| &table.amounts);
    amounts
        .map(|amount| amount.name.clone())
        .filter(|name| name.chars().count() >= 5)
        .collect()
}

/// A figure is held where its digits stand elsewhere as well, or a statement about it agrees with others.
fn mark_held(targets: &mut [Target], review: &Review) {
    let digits = |text: &str| {
        text.chars()
            .filter(|c| c.is_ascii_digit())
            .collect::<String>()
    };
    let mut often: BTreeMap<(bool, String), usize> = BTreeMap::new();
    let key = |target: &Target| {
        let figure = !matches!(
            target.kind,
            Kind::Unit | Kind::Name | Kind::Row | Kind::Direction
        );
        (
            figure,
            if figure {
                digits(&target.text)
            } else {
                target.text.trim().to_owned()
            },
        )
    };
    for target in targets.iter() {
        *often.entry(key(target)).or_default() += 1;
    }
    for target in targets {
        let agrees = review.statements.iter().any(|it| {
            let same =
                it.spot.block == target.block && it.spot.cell.is_none() && target.cell.is_none();
            let meets = it.spot.start < target.range.end && target.range.start < it.spot.end;
            same && meets && matches!(it.verdict, Verdict::Agrees | Verdict::Rounding)
        });
        let twice = often.get(&key(target)).is_some_and(|count| *count > 1);
        target.held = match target.kind {
            Kind::Direction => target.held,
            Kind::Year => true,
            Kind::Percent | Kind::Count => agrees,
            _ => agrees || twice,
        };
    }
}

impl Target {
    /// Another text of the same length that says something else; `turn` chooses among them.
    pub fn changed(&self, turn: u64) -> Option<String> {
        match self.kind {
            Kind::Direction => WORDS
                .iter()
                .find(|(word, _)| *word == self.text)
                .map(|(_, other)| (*other).to_owned()),
            Kind::Year => {
                let year: u32 = self.text.parse().ok()?;
                Some(
                    (if turn.is_multiple_of(2) {
                        year - 1
                    } else {
                        year + 3
                    })
                    .to_string(),
                )
            }
            Kind::Unit | Kind::Name | Kind::Row => {
                let mut characters: Vec<char> = self.text.chars().collect();
                let at = turn as usize % characters.len();
                if characters[at].is_whitespace() || characters[at] == '某' {
                    return None;
                }
                characters[at] = '某';
                Some(characters.into_iter().collect())
            }
            _ => self.other_digits(turn),
        }
    }

    /// One digit is another; not the last decimal, which rounding may explain.
    fn other_digits(&self, turn: u64) -> Option<String> {
        let mut bytes = self.text.clone().into_bytes();
        let mut places: Vec<usize> = (0..bytes.len())
            .filter(|at| bytes[*at].is_ascii_digit())
            .collect();
        if self.text.contains('.') && places.len() > 2 {
            places.pop();
        }
        let at = *places.get(turn as usize % places.len().max(1))?;
        let by = 2 + (turn / 7 % 7) as u8;
        bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
        String::from_utf8(bytes).ok()
    }

    /// The paper with it changed.
    pub fn applied(&self, paper: &Paper, turn: u64) -> Option<Paper> {
        let new = self.changed(turn)?;
        let mut paper = paper.clone();
        let text = match (self.cell, paper.blocks.get_mut(self.block)?) {
            (Some((row, at)), Block::Table { rows, .. }) => {
                &mut rows.get_mut(row)?.get_mut(at)?.text
            }
            (None, Block::Heading { text, .. } | Block::Paragraph { text, .. }) => text,
            _ => return None,
        };
        text.replace_range(self.range.clone(), &new);
        Some(paper)
    }
}
