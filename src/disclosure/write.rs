//! The text, section by section, from a style and what it is written from.

use super::figures::figures;
use super::glossary::{Entry, glossary};
use super::material::{Item, Material, Named, Source, WHOLES};
use super::say::{Missing, Piece, Said, Within};
use crate::accounts::template::{Condition, Part, parts};
use crate::accounts::{Block, Cell, ChartKind, Completion, Finding, Style, Template, completion};
use crate::chart::Chart;
use crate::figure::{Number, chinese_numeral, display_percent};
use crate::finding::Code;
use crate::measure;
use rust_decimal::Decimal;
use std::rc::Rc;

/// The explanatory text as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosure {
    pub style: &'static Style,
    pub sections: Vec<Section>,
    /// What there is to say of the text itself.
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The part of the disclosure it belongs to, where a new one begins.
    pub part: Option<String>,
    /// With its number: `一、收入支出决算总体情况说明`.
    pub title: String,
    pub blocks: Vec<Rc<Written>>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    Heading(String),
    Paragraph(Vec<Sentence>),
    /// A figure; none while its numbers are missing.
    Chart(ChartKind, Option<Chart>),
    Work(Vec<WorkRow>),
    Glossary(Vec<Entry>),
}

/// A sentence, written or waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Of its template; what it is reworded by.
    pub key: &'static str,
    /// Blank while it waits.
    pub pieces: Vec<Piece>,
    /// What it waits for; a reason it wants may be missing in a sentence that is written.
    pub missing: Vec<Missing>,
    pub waits: bool,
    /// In the clerk's own words.
    pub reworded: bool,
    /// It begins a line of its own.
    pub line: bool,
    /// The reason typed in it, which is edited in place.
    pub reason: Option<Cell>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkRow {
    pub matter: String,
    pub target: String,
    pub progress: String,
    /// `152.7%`, blank where there is none.
    pub rate: String,
    pub working: String,
}

impl Sentence {
    /// As plain text.
    pub fn text(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Words(words) => words.as_str(),
            Piece::Figure(figure) => figure.shown.as_str(),
        });
        pieces.collect()
    }
}

impl Disclosure {
    /// The rows of the key work; none where the style has no place for them.
    pub fn work(&self) -> &[WorkRow] {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let mut work = blocks.filter_map(|block| match &**block {
            Written::Work(rows) => Some(rows.as_slice()),
            _ => None,
        });
        work.next().unwrap_or_default()
    }

    /// How many sentences wait for a cell.
    pub fn waiting_sentences(&self) -> usize {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        let waiting = blocks.map(|block| match &**block {
            Written::Paragraph(sentences) => sentences.iter().filter(|s| s.waits).count(),
            _ => 0,
        });
        waiting.sum()
    }
}

/// Writes the text.
pub fn write(material: &Material, style: &'static Style) -> Disclosure {
    let mut disclosure = Disclosure {
        style,
        sections: Vec::with_capacity(style.sections.len()),
        findings: Vec::new(),
    };
    let mut part = "";
    let mut number = 0;
    for section in &style.sections {
        let new_part = section.part != part;
        if new_part {
            part = &section.part;
            number = 0;
        }
        number += 1;
        let alone = style
            .sections
            .iter()
            .filter(|other| other.part == section.part)
            .count()
            == 1;
        let blocks = section
            .blocks
            .iter()
            .map(|block| Rc::new(write_block(material, block, &mut disclosure.findings)))
            .collect();
        disclosure.sections.push(Section {
            part: new_part.then(|| section.part.clone()),
            title: if alone {
                String::new()
            } else {
                numbered(&style.numbering, number, &section.title)
            },
            blocks,
        });
    }
    for (kind, whole) in WHOLES {
        disclosure.findings.extend(shares(material, kind, whole));
    }
    disclosure
}

/// Rounded shares that do not add up to 100%: said, never adjusted silently.
fn shares(material: &Material, kind: &str, whole: &str) -> Option<Finding> {
    let Some(Named::Amount(amount)) = material.named(whole) else {
        return None;
    };
    let Source::Accounts(cell) = amount.source else {
        return None;
    };
    let parts = material.items(kind)?.into_iter();
    let parts: Option<Vec<Number>> = parts
        .map(|item| Number::new(item.amount.value?).ok())
        .collect();
    let shares = measure::shares(&parts?, material.places).ok()?;
    // Shares of another whole than is written say nothing about it.
    let sum = shares
        .sum_rounded
        .filter(|_| Some(shares.whole) == amount.value)?;
    if sum == Decimal::ONE_HUNDRED {
        return None;
    }
    let terms = shares.rounded.iter();
    let terms: Vec<String> = terms
        .filter(|share| share.exact.is_some_and(|exact| !exact.is_zero()))
        .map(measure::Measure::display)
        .collect();
    let sum = display_percent(sum, material.places);
    Some(
        Finding::new(
            Code::SharesRounded,
            cell,
            format!("{whole}各项占比四舍五入后合计 {sum}，不是 100%：数字没有错，如需凑整，可在“速算”的结构计算中用最大余额法调整。"),
        )
        .working(format!("{} = {sum}", terms.join(" + "))),
    )
}

fn numbered(numbering: &str, number: u32, title: &str) -> String {
    format!(
        "{}{title}",
        numbering.replacen('一', &chinese_numeral(number), 1)
    )
}

fn write_block(material: &Material, block: &'static Block, findings: &mut Vec<Finding>) -> Written {
    match block {
        Block::Heading(title) => Written::Heading(title.clone()),
        Block::Chart(kind) => Written::Chart(*kind, figures(material, *kind)),
        Block::Glossary => Written::Glossary(glossary(material, findings)),
        Block::Work => Written::Work(work(material)),
        Block::Paragraph(templates) => {
            let mut sentences = Vec::new();
            for template in templates {
                write_template(material, template, &mut sentences, findings);
            }
            Written::Paragraph(sentences)
        }
    }
}

/// The sentence of a template, or those for each of its things.
fn write_template(
    material: &Material,
    template: &'static Template,
    sentences: &mut Vec<Sentence>,
    findings: &mut Vec<Finding>,
) {
    if template.each.is_empty() {
        let sentence = write_sentence(material, template, None, findings);
        sentences.extend(sentence);
        return;
    }
    let items = material.items(&template.each).unwrap_or_default();
    let mut written: Vec<Sentence> = Vec::new();
    let mut number = 0;
    for item in &items {
        let within = Some((item, number + 1));
        let Some(sentence) = write_sentence(material, template, within, findings) else {
            continue;
        };
        number += 1;
        written.push(sentence);
    }
    // What joins them stands in those that are written.
    let said: Vec<usize> = (0..written.len())
        .filter(|at| !written[*at].waits)
        .collect();
    for (place, at) in said.iter().enumerate() {
        let sentence = &mut written[*at];
        if place == 0 && !template.begin.is_empty() {
            sentence
                .pieces
                .insert(0, Piece::Words(template.begin.clone()));
        }
        let behind = if place + 1 == said.len() {
            &template.end
        } else {
            &template.between
        };
        if !behind.is_empty() {
            sentence.pieces.push(Piece::Words(behind.clone()));
        }
    }
    sentences.extend(written);
}

/// One sentence; `None` where it does not apply.
fn write_sentence(
    material: &Material,
    template: &'static Template,
    within: Within,
    findings: &mut Vec<Finding>,
) -> Option<Sentence> {
    let key = template.key.as_str();
    let cell = Cell::Sentence(key);
    let own = material.accounts.cell(cell).filter(|own| !own.is_blank());
    let mut sentence = Sentence {
        key,
        pieces: Vec::new(),
        missing: Vec::new(),
        waits: false,
        reworded: own.is_some(),
        line: template.lines,
        reason: None,
    };
    match applies(material, &template.when, within) {
        Ok(true) => {}
        Ok(false) => return None,
        Err(missing) => {
            sentence.waits = true;
            sentence.missing.push(missing);
            wait(&sentence, findings);
            return Some(sentence);
        }
    }
    // What a clerk worded is parsed here; what the style has was when it was read.
    let own = own.map(|own| parts(own));
    for part in own.as_deref().unwrap_or(template.text.parts()) {
        match part {
            Part::Words(words) => {
                if sentence.reworded && holds_amount(words) {
                    findings.push(typed_figure(cell, words));
                }
                sentence.pieces.push(Piece::Words(words.clone()));
            }
            Part::Slot(name) => {
                let slot = name.slot();
                let is_reason =
                    slot.what.is_some_and(|what| what.ends_with("原因")) || slot.of == "差异原因";
                if is_reason {
                    sentence.reason = reason_cell(material, slot.of, slot.what, within);
                }
                match material.say(slot, within) {
                    Said::Pieces(pieces) => sentence.pieces.extend(pieces),
                    Said::Missing(missing) => {
                        // A line that only wants its reason is written without.
                        sentence.waits |= slot.of != "差异原因";
                        sentence.missing.push(missing);
                    }
                    Said::Unknown => {
                        findings.push(unknown_figure(cell, slot.text));
                        sentence.waits = true;
                        sentence.missing.push(Missing {
                            name: slot.text.to_owned(),
                            source: Source::Accounts(cell),
                            is_reason: false,
                        });
                    }
                }
            }
        }
    }
    if sentence.waits {
        sentence.pieces.clear();
    }
    wait(&sentence, findings);
    Some(sentence)
}

fn reason_cell(material: &Material, of: &str, what: Option<&str>, within: Within) -> Option<Cell> {
    let amount = match within {
        Some((Item { amount, .. }, _)) if of == "差异原因" || of == "金额" => *amount,
        _ => match material.named(of)? {
            Named::Amount(amount) => amount,
            _ => return None,
        },
    };
    let last = what == Some("上年原因");
    material.reason(&amount, last).map(|(cell, _)| cell)
}

fn applies(material: &Material, when: &Condition, within: Within) -> Result<bool, Missing> {
    if when.is_always() {
        return Ok(true);
    }
    let mut unknown = None;
    for group in when.groups() {
        let mut all = true;
        let mut missing = None;
        for (slot, asked) in group {
            match material.holds(slot, asked, within) {
                Ok(true) => {}
                Ok(false) => all = false,
                Err(what) => {
                    missing.get_or_insert(what);
                }
            }
        }
        match (all, missing) {
            (true, None) => return Ok(true),
            (true, Some(missing)) => {
                unknown.get_or_insert(missing);
            }
            // What is not known makes no difference where something else is not so.
            (false, _) => {}
        }
    }
    unknown.map_or(Ok(false), Err)
}

fn work(material: &Material) -> Vec<WorkRow> {
    let rows = material.accounts.work.iter();
    rows.map(|work| {
        let (rate, working) = match completion(work, material.places) {
            Completion::Rate(measure) => (measure.display(), measure.working),
            _ => (String::new(), String::new()),
        };
        WorkRow {
            matter: work.matter.trim().to_owned(),
            target: work.target.trim().to_owned(),
            progress: work.progress.trim().to_owned(),
            rate,
            working,
        }
    })
    .collect()
}

// ---- findings

/// Each missing reason is asked for; other gaps are said once a cell.
fn wait(sentence: &Sentence, findings: &mut Vec<Finding>) {
    for missing in &sentence.missing {
        let Source::Accounts(cell) = missing.source else {
            continue;
        };
        let finding = if missing.is_reason {
            let what = missing.name.replace("·上年原因", "比上年变动的原因");
            let what = what.replace("·原因", "与预算差异的原因");
            Finding::new(
                Code::ReasonMissing,
                cell,
                format!("{what}还没有写：请在决算说明中写明。"),
            )
            .remedy("写明原因")
        } else if matches!(cell, Cell::Sentence(_)) {
            continue;
        } else {
            Finding::new(
                Code::SentenceWaiting,
                cell,
                format!("决算说明用到“{}”，这一格还没有填写。", missing.name),
            )
            .remedy("填写这一格")
        };
        let said = |other: &Finding| other.code == finding.code && other.cell == finding.cell;
        if !findings.iter().any(said) {
            findings.push(finding);
        }
    }
}

fn unknown_figure(cell: Cell, name: &str) -> Finding {
    let shown: String = name.chars().take(30).collect();
    Finding::new(
        Code::SentenceFigure,
        cell,
        format!("改写的句子里没有名为“{shown}”的数字：请从列表中选用，或恢复标准句子。"),
    )
    .remedy("改用列表中的数字")
}

fn typed_figure(cell: Cell, words: &str) -> Finding {
    let shown: String = words.trim().chars().take(30).collect();
    Finding::new(
        Code::SentenceTyped,
        cell,
        format!(
            "改写的句子里有手工填写的数字“{shown}”，不会随表格变化：请改用大括号中的数字名称。"
        ),
    )
    .remedy("改用大括号中的数字名称")
}

/// Money or a rate typed by hand: `12.5万元`, `3%`.
fn holds_amount(words: &str) -> bool {
    let digit = |c: char| crate::figure::fold(c).is_ascii_digit();
    ["万元", "亿元", "%", "％"].iter().any(|unit| {
        words.match_indices(unit).any(|(at, _)| {
            let before = words[..at].trim_end().chars().next_back();
            before.is_some_and(digit)
        })
    })
}
