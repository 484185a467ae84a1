//! The text's own wording, where it differs from the style's: only where the sentence that is written from it is the
//! printed one.

use super::Telling;
use super::names::bare_title;
use super::template::Line;
use juesuan_domain::accounts::template::Part;
use juesuan_domain::accounts::{Block, Cell, Section, Style, TableNo, Template};
use juesuan_domain::disclosure::Written;
use juesuan_domain::{Workbook, assess};
use juesuan_understand::{How, Spot, Taken};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// A line of the document with its names.
struct Told {
    block: usize,
    text: String,
    line: Line,
    sentences: Vec<Range<usize>>,
}

impl Telling<'_> {
    pub(super) fn own_words(&mut self) {
        let accounts = &self.imported.workbook.accounts;
        let Some(style) = Style::all().iter().find(|style| style.id == accounts.style) else {
            return;
        };
        for section in &style.sections {
            let lines = self.lines_of(section);
            if lines.is_empty() {
                continue;
            }
            for block in &section.blocks {
                match block {
                    Block::Paragraph(templates) => self.paragraph(templates, &lines),
                    Block::Each(each) if each.of == "末级科目" => self.items(&each.paragraph),
                    _ => {}
                }
            }
        }
    }

    /// The lines of the document under the title of a section.
    fn lines_of(&self, section: &Section) -> Vec<Told> {
        let wanted = bare_title(&section.title);
        let sections = self.document.sections.iter();
        let under = sections.filter(|of| {
            of.path.iter().any(|title| {
                let title = bare_title(title);
                title == wanted
                    || (title.len() > 12
                        && wanted.len() > 12
                        && (title.contains(&wanted) || wanted.contains(&title)))
            })
        });
        let lines = under.flat_map(|of| of.lines.iter().filter(|line| line.block != of.block));
        lines
            .map(|line| self.told(line.block, &line.text, None))
            .collect()
    }

    fn told(&self, block: usize, text: &str, item: Option<Cell>) -> Told {
        let mut sentences = Vec::new();
        let mut start = 0;
        for sentence in text.split_inclusive('。') {
            sentences.push(start..start + sentence.len());
            start += sentence.len();
        }
        Told {
            block,
            text: text.to_owned(),
            line: self.named_line(block, text, item),
            sentences,
        }
    }

    /// Sentences of a paragraph that stand by themselves.
    fn paragraph(&mut self, templates: &[Template], lines: &[Told]) {
        let mut used: Vec<(usize, Range<usize>)> = Vec::new();
        for (at, template) in templates.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| templates.get(at));
            let alone = ends(template) && before.is_none_or(ends) && template.each.is_empty();
            if !alone {
                continue;
            }
            let wanted = slots(template);
            let Some((told, part)) = lines
                .iter()
                .find_map(|told| Some((told, window(told, &wanted, &used)?)))
            else {
                continue;
            };
            let Some(own) = told.line.template(&told.text, &part) else {
                continue;
            };
            let printed = &told.text[part.clone()];
            if self.is_doubted(told, &part) {
                continue;
            }
            if self.reword(&template.key, &own, &[printed]) {
                let spot = Spot::text(told.block, part.clone());
                self.worded(&template.key, spot, printed);
                used.push((told.block, part));
            }
        }
    }

    /// What is said of each subject: worded anew where all of them are worded alike.
    fn items(&mut self, templates: &[Template]) {
        let told = self.item_lines();
        for template in templates {
            let wanted = slots(template);
            let figures = wanted.iter().any(|slot| slot.starts_with("金额"));
            if !figures || !ends(template) {
                continue;
            }
            let parts: Vec<(&Told, Range<usize>, String)> = told
                .iter()
                .filter_map(|told| {
                    let part = window(told, &wanted, &[])?;
                    if self.is_doubted(told, &part) {
                        return None;
                    }
                    let own = told.line.template(&told.text, &part)?;
                    Some((told, part, own))
                })
                .collect();
            let mut votes: HashMap<&str, usize> = HashMap::new();
            for (_, _, own) in &parts {
                *votes.entry(own).or_default() += 1;
            }
            // Of as many the shorter one, so that the same comes out each time.
            let most = votes
                .iter()
                .max_by_key(|(own, count)| (**count, std::cmp::Reverse(**own)));
            let Some(own) = most
                .filter(|(_, count)| **count * 4 >= told.len() * 3)
                .map(|(own, _)| (*own).to_owned())
            else {
                continue;
            };
            let same: Vec<&(&Told, Range<usize>, String)> =
                parts.iter().filter(|(_, _, other)| *other == own).collect();
            let printed: Vec<&str> = same
                .iter()
                .map(|(told, part, _)| &told.text[part.clone()])
                .collect();
            if self.reword(&template.key, &own, &printed)
                && let Some((told, part, _)) = same.first()
            {
                let spot = Spot::text(told.block, part.clone());
                let text = told.text[part.clone()].to_owned();
                self.worded(&template.key, spot, &text);
            }
        }
    }

    /// The lines that are about one row of 公开05 each.
    fn item_lines(&self) -> Vec<Told> {
        let lines = self
            .document
            .sections
            .iter()
            .flat_map(|section| &section.lines);
        lines
            .filter_map(|line| {
                let item = self.figures.iter().find_map(|figure| {
                    let base = self.bases.get(&figure.item?)?.first().copied()?;
                    let of_row = matches!(base, Cell::Line(TableNo::GENERAL, ..))
                        && figure.spot.block == line.block
                        && figure.name.contains("(项)");
                    of_row.then_some(base)
                })?;
                Some(self.told(line.block, &line.text, Some(item)))
            })
            .collect()
    }

    /// Whether something is wrong with the words there; what names stand for is no part of the words.
    fn is_doubted(&self, told: &Told, part: &Range<usize>) -> bool {
        let of_words = |spot: &Spot| {
            let mut named = told.line.named.iter();
            !named.any(|one| one.range.start <= spot.start && spot.end <= one.range.end)
        };
        self.doubted.iter().any(|spot| {
            spot.block == told.block
                && spot.cell.is_none()
                && spot.start < part.end
                && part.start < spot.end
                && of_words(spot)
        })
    }

    fn worded(&mut self, key: &str, from: Spot, text: &str) {
        self.imported.taken.push(Taken {
            to: format!("accounts.text.{key}"),
            from,
            text: text.to_owned(),
            how: How::Printed,
        });
    }

    /// Words a sentence anew, where it then reads as printed, and did not before.
    fn reword(&mut self, key: &str, own: &str, printed: &[&str]) -> bool {
        let Ok(cell) = format!("accounts.text.{key}").parse::<Cell>() else {
            return false;
        };
        let reads = |workbook: &Workbook| {
            let written = sentences(workbook, key);
            printed
                .iter()
                .all(|printed| written.iter().any(|written| same(written, printed)))
        };
        if reads(&self.imported.workbook) {
            return false;
        }
        let mut workbook = self.imported.workbook.clone();
        if Rc::make_mut(&mut workbook.accounts).set(cell, own).is_err() || !reads(&workbook) {
            return false;
        }
        self.imported.workbook = workbook;
        true
    }
}

/// What is written under a key.
fn sentences(workbook: &Workbook, key: &str) -> Vec<String> {
    let assessment = assess(workbook, None);
    let sections = assessment.accounts.disclosure.sections.iter();
    let blocks = sections.flat_map(|section| &section.blocks);
    let mut written = Vec::new();
    for block in blocks {
        if let Written::Paragraph(sentences) = &**block {
            let own = sentences.iter().filter(|one| one.key == key && !one.waits);
            written.extend(own.map(|sentence| sentence.text()));
        }
    }
    written
}

/// The names in a template, but for words.
fn slots(template: &Template) -> Vec<String> {
    let parts = template.text.parts().iter();
    let slots = parts.filter_map(|part| match part {
        Part::Slot(name) => Some(name.slot().text.to_owned()),
        Part::Words(_) => None,
    });
    slots
        .filter(|slot| !matches!(slot.as_str(), "年度" | "上年度" | "单位"))
        .collect()
}

fn ends(template: &Template) -> bool {
    let text = if template.each.is_empty() {
        template.text.as_str()
    } else {
        &template.end
    };
    text.trim_end().ends_with('。')
}

/// The fewest sentences, one behind the other, that have all these names and have not been used.
fn window(told: &Told, wanted: &[String], used: &[(usize, Range<usize>)]) -> Option<Range<usize>> {
    if wanted.is_empty() {
        return None;
    }
    let count = told.sentences.len();
    for length in 1..=count.min(3) {
        for first in 0..=count - length {
            let (Some(start), Some(end)) = (
                told.sentences.get(first),
                told.sentences.get(first + length - 1),
            ) else {
                continue;
            };
            let part = start.start..end.end;
            let taken = used.iter().any(|(block, other)| {
                *block == told.block && other.start < part.end && part.start < other.end
            });
            let has: Vec<String> = told.line.slots(&part).into_iter().map(sort).collect();
            if !taken && wanted.iter().all(|slot| has.contains(&sort(slot))) {
                return Some(part);
            }
        }
    }
    None
}

/// What is said in one of several ways, as one.
fn sort(slot: &str) -> String {
    slot.replace("·完成率", "·完成")
        .replace("·执行率", "·完成")
        .replace("·比上年", "·增减")
}

/// Whether two sentences are the same but for blanks, thousands separators, and zeros at the end of a number.
fn same(one: &str, other: &str) -> bool {
    normal(one) == normal(other)
}

fn normal(text: &str) -> String {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut normal = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if !c.is_ascii_digit() {
            normal.push(*c);
            at += 1;
            continue;
        }
        let mut number = String::new();
        while let Some(c) = chars.get(at) {
            let inside = *c == ',' && chars.get(at + 1).is_some_and(char::is_ascii_digit);
            let point = *c == '.' && chars.get(at + 1).is_some_and(char::is_ascii_digit);
            if c.is_ascii_digit() || point {
                number.push(*c);
            } else if !inside {
                break;
            }
            at += 1;
        }
        let percent = matches!(chars.get(at), Some('%' | '％'));
        if number.contains('.') && !percent {
            let short = number.trim_end_matches('0').trim_end_matches('.').len();
            number.truncate(short);
        }
        normal.push_str(&number);
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn sentences_that_are_the_same() {
        for (one, other, expected) in [
            ("共1,552.60万元。", "共1552.6万元。", true),
            ("共 45.00 万元", "共45万元", true),
            ("占100.0%", "占100.00%", false),
            ("共1552.63万元", "共1552.64万元", false),
            ("甲、乙", "甲乙", false),
        ] {
            assert_eq!(same(one, other), expected, "{one}");
        }
    }
}
