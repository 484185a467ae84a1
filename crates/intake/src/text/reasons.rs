//! Reasons and purposes, in the words of the text.

use super::names::{Asked, plain};
use super::{Telling, TextFigure, is_blank_form};
use juesuan_domain::accounts::{Cell, Column, Fact};
use juesuan_understand::{FigureRole, How, Spot, WhyLeft};
use std::ops::Range;

/// Words behind 原因 that lead to it.
const LINKS: [&str; 10] = [
    "是由于",
    "是因为",
    "是",
    "为",
    "：",
    ":",
    "在于",
    "系",
    "主要是",
    "，",
];
/// The longest reason that is taken.
const LONGEST: usize = 1_500;

/// A line with its text.
struct Line {
    block: usize,
    section: usize,
    text: String,
}

impl Telling<'_> {
    pub(super) fn reasons(&mut self) {
        let sections = self.document.sections.iter().enumerate();
        let lines: Vec<Line> = sections
            .flat_map(|(section, of)| {
                of.lines.iter().map(move |line| Line {
                    block: line.block,
                    section,
                    text: line.text.clone(),
                })
            })
            .filter(|line| line.text.contains("原因") || line.text.contains("主要用于"))
            .collect();
        for line in &lines {
            let mut from = 0;
            while let Some(at) = line.text.get(from..).and_then(|rest| rest.find("原因")) {
                let at = from + at;
                let end = self.reason(line, at);
                from = end.max(at + "原因".len());
            }
            self.purpose(line);
        }
    }

    /// The reason that begins behind the word. Says where it ends.
    fn reason(&mut self, line: &Line, word: usize) -> usize {
        let mut start = word + "原因".len();
        while let Some(link) = LINKS
            .iter()
            .find(|link| line.text[start..].starts_with(**link))
        {
            start += link.len();
        }
        let end = end_of(&line.text, start);
        let said = trimmed(&line.text, start..end);
        if said.is_empty() || said.len() > LONGEST || is_blank_form(&line.text[said.clone()]) {
            return end;
        }
        let clause = clause_before(&line.text, word);
        let spot = Spot::text(line.block, said.clone());
        let text = line.text[said].to_owned();
        match self.reason_cell(line, clause, word) {
            Some(cell) => {
                self.put(cell, &text, spot, How::Printed);
            }
            None => self.leave(spot, &text, WhyLeft::Untied),
        }
        end
    }

    /// What the reason is of: what its clause names, or else what was said before it.
    fn reason_cell(&self, line: &Line, clause: &str, word: usize) -> Option<Cell> {
        let own = self.named_in(clause, line.section);
        let before = self.figures.iter().rev().find(|figure| {
            figure.spot.block == line.block
                && figure.spot.start < word
                && !matches!(figure.role, FigureRole::Other)
                && self.base(figure).is_some()
                && (!figure.aside || figure.role == FigureRole::Comparison)
        });
        let base = own.or_else(|| before.and_then(|figure| self.base(figure)))?;
        let narrow = plain(clause);
        let by_budget = narrow.contains("预算");
        let by_last = ["上年", "增加", "减少", "增长", "下降", "上一年", "变动"]
            .iter()
            .any(|word| narrow.contains(word));
        let budget = if by_budget {
            true
        } else if by_last {
            false
        } else {
            match before?.role {
                FigureRole::Completion | FigureRole::Budget | FigureRole::Comparison => true,
                FigureRole::Change { budget, .. } => budget,
                FigureRole::Growth => self.growth_on_budget(before?),
                FigureRole::Unchanged | FigureRole::LastYear => false,
                FigureRole::Actual | FigureRole::Share | FigureRole::Other => return None,
            }
        };
        let column = if budget {
            Column::Reason
        } else {
            Column::ReasonLast
        };
        match base {
            Cell::Fact(Fact::Operating) => (!budget).then_some(Cell::Fact(Fact::OperatingReason)),
            Cell::Fixed(no, key, _) => Some(Cell::Fixed(no, key, column)),
            Cell::Line(no, at, _) => Some(Cell::Line(no, at, column)),
            _ => None,
        }
    }

    /// Whether the change that a growth goes with is held against the budget.
    fn growth_on_budget(&self, growth: &TextFigure) -> bool {
        self.figures.iter().any(|figure| {
            figure.sentence == growth.sentence
                && figure.item == growth.item
                && matches!(figure.role, FigureRole::Change { budget: true, .. })
        })
    }

    fn base(&self, figure: &TextFigure) -> Option<Cell> {
        let item = figure.item?;
        self.bases.get(&item)?.first().copied()
    }

    /// The cell that a clause such as 公务接待费支出减少的主要 names.
    fn named_in(&self, clause: &str, section: usize) -> Option<Cell> {
        let ends = [
            "决算数",
            "支出决算",
            "较",
            "比",
            "与",
            "增加",
            "减少",
            "增长",
            "下降",
            "变动",
            "小于",
            "大于",
            "低于",
            "高于",
            "的主要",
            "主要",
        ];
        let end = ends.iter().filter_map(|word| clause.find(word)).min()?;
        let path = self.paths.get(section).map_or("", |path| path);
        let name = clause.get(..end)?;
        self.names.cells(Asked { name, path }).first().copied()
    }

    /// 主要用于：what a subject of 公开05 was spent on.
    fn purpose(&mut self, line: &Line) {
        const WORD: &str = "主要用于";
        let Some(at) = line.text.find(WORD) else {
            return;
        };
        let start = at + WORD.len();
        let rest = &line.text[start..];
        if ["以下", "下列", "如下"]
            .iter()
            .any(|word| rest.starts_with(word))
        {
            return;
        }
        let of_line = self.figures.iter().find_map(|figure| {
            let base = self.base(figure)?;
            (figure.spot.block == line.block && matches!(base, Cell::Line(..))).then_some(base)
        });
        let Some(Cell::Line(no, row, _)) = of_line else {
            return;
        };
        let end = rest.find('。').map_or(line.text.len(), |end| start + end);
        let said = trimmed(&line.text, start..end);
        let empty = said.is_empty() || is_blank_form(&line.text[said.clone()]);
        if !empty && said.len() <= LONGEST {
            let spot = Spot::text(line.block, said.clone());
            let text = line.text[said].to_owned();
            self.put(Cell::Line(no, row, Column::Use), &text, spot, How::Printed);
        }
    }
}

/// The words before, from the last full stop, semicolon, or the like.
fn clause_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .find(|(_, c)| "。；;，".contains(*c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    before.get(start..).unwrap_or_default()
}

/// Where a reason ends: with its sentence; sentences without figures behind it, up to the end of the paragraph, belong
/// to it.
fn end_of(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let stop = rest.find('。').map_or(rest.len(), |at| at);
    let list = rest.find("其中：").or_else(|| rest.find("其中:"));
    if let Some(list) = list.filter(|list| *list < stop) {
        return start + list;
    }
    let behind = rest
        .get(stop..)
        .unwrap_or_default()
        .trim_start_matches('。');
    let figures = behind.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let other = ["其中", "原因", "决算", "预算", "具体", "如下"]
        .iter()
        .any(|word| behind.contains(word));
    if behind.trim().is_empty() || figures || other {
        start + stop
    } else {
        text.len()
    }
}

/// Without signs and blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let signs = |c: char| c.is_whitespace() || "。；，、：.;,:".contains(c);
    let said = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (said.len() - said.trim_start_matches(signs).len());
    let end = start + said.trim_matches(signs).len();
    start..end
}
