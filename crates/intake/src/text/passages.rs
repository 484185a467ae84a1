//! Whole passages: what the unit is for, what it is made of, how it looks after performance.

use super::names::plain;
use super::{Telling, is_blank_form};
use juesuan_domain::accounts::{Cell, Fact};
use juesuan_paper::Block;
use juesuan_understand::{How, Section, Spot, Taken};
use std::rc::Rc;

/// Headings of passages, the more special ones first.
const PASSAGES: [(Fact, &[&str]); 5] = [
    (
        Fact::Functions,
        &[
            "主要职能",
            "主要职责",
            "部门职责",
            "单位职责",
            "部门职能",
            "单位职能",
            "职能职责",
        ],
    ),
    (
        Fact::Composition,
        &[
            "单位构成",
            "机构设置",
            "部门构成",
            "预算单位构成",
            "机构构成",
            "决算单位",
        ],
    ),
    (Fact::ResultsUse, &["结果应用", "结果运用"]),
    (Fact::Outputs, &["产出和效益", "产出与效益"]),
    (
        Fact::PerformanceWork,
        &[
            "绩效管理工作开展情况",
            "绩效管理情况",
            "绩效管理工作情况",
            "预算绩效管理",
            "绩效评价工作开展",
            "预算绩效情况",
        ],
    ),
];

/// The longest passage that is taken.
const LONGEST: usize = 30_000;

impl Telling<'_> {
    pub(super) fn passages(&mut self) {
        for (fact, words) in PASSAGES {
            let sections = &self.document.sections;
            // The more special heading first. Contents list headings without text.
            let found = words.iter().find_map(|word| {
                let mut named = sections.iter().enumerate().filter(|(_, section)| {
                    let title = plain(section.title());
                    title.contains(word) && !title.contains("决算表")
                });
                named.find_map(|(at, _)| {
                    let lines = self.text_of(at, fact);
                    (!lines.is_empty()).then_some(lines)
                })
            });
            let Some(lines) = found else { continue };
            let text: Vec<String> = lines.iter().map(|(_, text)| text.clone()).collect();
            let text = text.join("\n");
            if text.len() > LONGEST || is_blank_form(&text) {
                continue;
            }
            let cell = Cell::Fact(fact);
            let accounts = Rc::make_mut(&mut self.imported.workbook.accounts);
            if accounts.cell(cell).is_some_and(|old| !old.is_blank())
                || accounts.set(cell, &text).is_err()
            {
                continue;
            }
            for (spot, text) in lines {
                self.imported.taken.push(Taken {
                    to: cell.to_string(),
                    from: spot,
                    text,
                    how: How::Printed,
                });
            }
        }
    }

    /// The lines of a section and of those below it, with the rows of tables of words among them.
    fn text_of(&self, at: usize, fact: Fact) -> Vec<(Spot, String)> {
        let sections = &self.document.sections;
        let Some(own) = sections.get(at) else {
            return Vec::new();
        };
        // What is below performance is told of its forms.
        let alone = fact == Fact::PerformanceWork;
        let below = |other: &&Section| !alone && other.level > own.level;
        let end = sections
            .get(at + 1..)
            .and_then(|behind| behind.iter().find(|other| !below(other)))
            .map_or(self.document.paper.blocks.len(), |next| next.block);
        let taken_elsewhere = |block: usize| {
            let of = sections.iter().rfind(|section| section.block <= block);
            of.is_some_and(|section| {
                let title = plain(section.title());
                section.block != own.block
                    && PASSAGES
                        .iter()
                        .any(|(_, words)| words.iter().any(|word| title.contains(word)))
            })
        };
        let blocks = self.document.paper.blocks.iter().enumerate();
        let within = blocks
            .skip(own.block + 1)
            .take_while(|(block, _)| *block < end);
        let mut lines = Vec::new();
        for (block, of) in within {
            if taken_elsewhere(block) {
                continue;
            }
            match of {
                Block::Paragraph { text, .. } | Block::Heading { text, .. } => {
                    let start = text.len() - text.trim_start().len();
                    let trimmed = text.trim();
                    if ends_passage(trimmed, fact) {
                        break;
                    }
                    if !trimmed.is_empty() {
                        let spot = Spot::text(block, start..start + trimmed.len());
                        lines.push((spot, trimmed.to_owned()));
                    }
                }
                Block::Table { rows, .. } => {
                    let known = self
                        .document
                        .tables
                        .iter()
                        .any(|table| table.extent.iter().any(|(other, _)| *other == block));
                    if !known {
                        lines.extend(names_in(block, rows));
                    }
                }
                Block::Picture { .. } | Block::PageBreak { .. } => {}
            }
        }
        lines
    }
}

/// A line that is the title of something else, though its reader took it for text.
fn ends_passage(text: &str, fact: Fact) -> bool {
    let narrow = plain(text);
    let known = [
        "名词解释",
        "重点工作",
        "附件",
        "附表",
        "第二部分",
        "第三部分",
        "第四部分",
    ];
    if known.iter().any(|word| narrow.starts_with(word)) {
        return true;
    }
    // Names of units stand one a line.
    let title = narrow.chars().all(char::is_alphabetic) && narrow.chars().count() <= 20;
    fact != Fact::Composition && !narrow.is_empty() && title
}

/// The names in a table of units: the longest text of each row that is no head.
fn names_in(block: usize, rows: &[Vec<juesuan_paper::Cell>]) -> Vec<(Spot, String)> {
    let mut names = Vec::new();
    for row in rows {
        let name = row
            .iter()
            .filter(|cell| cell.text.trim().chars().count() >= 4)
            .max_by_key(|cell| cell.text.chars().count());
        let Some(cell) = name else { continue };
        let text = cell.text.trim();
        if plain(text).contains("单位名称") {
            continue;
        }
        let start = cell.text.len() - cell.text.trim_start().len();
        let spot = Spot::cell(block, cell.row, cell.column, start..start + text.len());
        names.push((spot, text.to_owned()));
    }
    names
}
