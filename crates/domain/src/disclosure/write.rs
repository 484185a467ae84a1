//! A block of the text, from its templates and what it is written from.

use super::figures::figures;
use super::findings::{holds_amount, typed_figure, unknown_figure, wait};
use super::glossary::glossary;
use super::lists::purpose_cell;
use super::material::{Item, Material, Named, is_passage};
use super::missing::{Missing, Why};
use super::offered::no_such_figure;
use super::say::{Piece, Said, Within};
use super::written::{Sentence, WorkRow, Written};
use crate::accounts::template::{Condition, Part, Slot, parts};
use crate::accounts::{Block, Cell, Completion, Each, Finding, Template, completion};
use juesuan_figure::chinese_numeral;
use juesuan_figure::measure::Senseless;
use juesuan_figure::working::Working;

pub(super) fn numbered(numbering: &str, number: u32, title: &str) -> String {
    format!(
        "{}{title}",
        numbering.replacen('一', &chinese_numeral(number), 1)
    )
}

pub(super) fn write_block(
    material: &Material,
    block: &'static Block,
    findings: &mut Vec<Finding>,
) -> Vec<Written> {
    vec![match block {
        Block::Heading(title) => Written::Heading(title.clone()),
        Block::Chart(kind) => Written::Chart(*kind, figures(material, *kind)),
        Block::Glossary => Written::Glossary(glossary(material, findings)),
        Block::Work => Written::Work(work(material)),
        Block::Paragraph(templates) => {
            Written::Paragraph(write_paragraph(material, templates, None, findings))
        }
        Block::Each(each) => return write_each(material, each, findings),
        Block::Form => {
            let (at, form) = material.overall();
            return form.map(|_| Written::Form(at)).into_iter().collect();
        }
    }]
}

/// A paragraph for each of several things, and its form behind it where the style wants that.
fn write_each(
    material: &Material,
    each: &'static Each,
    findings: &mut Vec<Finding>,
) -> Vec<Written> {
    let mut written = Vec::new();
    // Half a list would be taken for the whole.
    if let Some(missing) = material.missing_rows(&each.of)
        && let Some(template) = each.paragraph.first()
    {
        return vec![Written::Paragraph(vec![awaiting(
            material, template, missing, findings,
        )])];
    }
    let items = material.items(&each.of).unwrap_or_default();
    for (at, item) in items.iter().enumerate() {
        let within = Some((item, at + 1));
        let mut sentences = write_paragraph(material, &each.paragraph, within, findings);
        for sentence in &mut sentences {
            sentence.item.get_or_insert(at);
        }
        written.push(Written::Paragraph(sentences));
        written.extend(item.form.filter(|_| each.form).map(Written::Form));
    }
    written
}

fn write_paragraph(
    material: &Material,
    templates: &'static [Template],
    within: Within,
    findings: &mut Vec<Finding>,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    // The pieces of one sentence, up to its end.
    let mut open = Vec::new();
    for template in templates {
        let begin = open.len();
        write_template(material, template, within, &mut open, findings);
        let ended = open[begin..]
            .last()
            .is_some_and(|last| ends(last, template));
        if ended || template.lines {
            close(&mut open, &mut sentences, findings);
        }
    }
    close(&mut open, &mut sentences, findings);
    sentences
}

/// What ends a sentence.
const ENDS: [char; 4] = ['。', '！', '？', '…'];

/// What may end words that somebody typed, where nothing need be added.
const PASSAGE_ENDS: [char; 8] = ['。', '！', '？', '…', '；', '.', '”', '）'];

/// Whether a sentence of ours ends with what was written last.
fn ends(last: &Sentence, template: &Template) -> bool {
    let text = last.text();
    let (text, awaits_passage) = match (text.is_empty(), template.end.is_empty()) {
        (false, _) => (text.as_str(), false),
        (true, true) => {
            let awaited = ends_in_passage(template.text.parts());
            (template.text.as_str(), awaited)
        }
        (true, false) => (template.end.as_str(), false),
    };
    // Words of the clerk's are ended where they are written.
    let awaited = last.pieces.is_empty() && awaits_passage;
    awaited || text.trim_end().ends_with(ENDS)
}

fn ends_in_passage(parts: &[Part]) -> bool {
    matches!(parts.last(), Some(Part::Slot(name)) if is_passage(name.slot().of))
}

/// Takes the pieces of one sentence to the others. They are written together or not at all: half a
/// sentence would say something else than the whole. What has no words in it is left out.
fn close(open: &mut Vec<Sentence>, sentences: &mut Vec<Sentence>, findings: &mut Vec<Finding>) {
    let mut pieces = std::mem::take(open);
    // Each line is a sentence of its own.
    let is_list = pieces.iter().all(|sentence| sentence.line);
    if !is_list {
        let text: String = pieces.iter().map(Sentence::text).collect();
        let waits = pieces.iter().any(|sentence| sentence.waits);
        let reworded = pieces.iter().any(|sentence| sentence.reworded);
        if !waits && !reworded && !text.chars().any(char::is_alphanumeric) {
            return;
        }
        // `其中：` with nothing behind it.
        let hangs = text.trim_end().ends_with(['：', '，', '；', '、']);
        if !waits && hangs && !reworded {
            let figures = pieces.iter().flat_map(|sentence| &sentence.pieces);
            let figure = figures.rev().find_map(|piece| match piece {
                Piece::Figure(figure) => Some(figure),
                Piece::Words(_) => None,
            });
            let missing = figure.map(|figure| Missing {
                name: figure.name.clone(),
                source: figure.source,
                why: Why::Senseless(Senseless::PartsAreZero),
            });
            if let Some(last) = pieces.last_mut() {
                last.waits = true;
                last.missing.extend(missing);
                wait(last, findings);
            }
        }
        if pieces.iter().any(|sentence| sentence.waits) {
            let mut named: Vec<Missing> = Vec::new();
            for sentence in &mut pieces {
                if !sentence.waits {
                    sentence.draft = sentence.pieces.iter().cloned().map(Ok).collect();
                }
                sentence.waits = true;
                sentence.pieces.clear();
                // What several pieces wait for is named once.
                sentence.missing.retain(|missing| {
                    let new = !named.contains(missing);
                    if new {
                        named.push(missing.clone());
                    }
                    new
                });
            }
        }
        let reasons = pieces
            .iter_mut()
            .flat_map(|one| std::mem::take(&mut one.reasons));
        let reasons = reasons.collect();
        if let Some(last) = pieces.last_mut() {
            last.reasons = reasons;
        }
    }
    sentences.extend(pieces);
}

/// The sentence of a template, or those for each of its things.
fn write_template(
    material: &Material,
    template: &'static Template,
    within: Within,
    sentences: &mut Vec<Sentence>,
    findings: &mut Vec<Finding>,
) {
    if template.each.is_empty() {
        let sentence = write_sentence(material, template, within, findings);
        sentences.extend(sentence);
        return;
    }
    let items = material.items(&template.each).unwrap_or_default();
    let mut written: Vec<Sentence> = Vec::new();
    // Half a list would be taken for the whole.
    if let Some(missing) = material.missing_rows(&template.each) {
        sentences.push(awaiting(material, template, missing, findings));
        return;
    }
    let mut number = 0;
    for (at, item) in items.iter().enumerate() {
        let within = Some((item, number + 1));
        let Some(mut sentence) = write_sentence(material, template, within, findings) else {
            continue;
        };
        number += 1;
        sentence.item = Some(at);
        written.push(sentence);
    }
    // Of a list of which nothing is known one gap says as much as many.
    if !template.lines && written.iter().all(Sentence::is_gap) {
        let others = written.iter_mut().skip(1);
        others.for_each(|sentence| sentence.draft.clear());
        sentences.extend(written);
        return;
    }
    // What joins them stands in those that are written; where one of a sentence waits, all of it does.
    let waits = !template.lines && written.iter().any(|sentence| sentence.waits);
    let said: Vec<usize> = (0..written.len())
        .filter(|at| waits || !written[*at].waits)
        .collect();
    for (place, at) in said.iter().enumerate() {
        let sentence = &mut written[*at];
        if place == 0 && !template.begin.is_empty() {
            sentence.put(true, &template.begin);
        }
        let behind = if place + 1 == said.len() {
            &template.end
        } else {
            &template.between
        };
        if !behind.is_empty() {
            sentence.put(false, behind);
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
    let mut sentence = blank_sentence(material, template);
    let cell = Cell::Sentence(sentence.key);
    let own = material.accounts.cell(cell).filter(|own| !own.is_blank());
    match applies(material, &template.when, within) {
        Ok(true) => {}
        Ok(false) => return None,
        Err(missing) => {
            let missing = called(missing, within);
            return Some(awaiting(material, template, missing, findings));
        }
    }
    // What a clerk worded is parsed here; what the style has was when it was read.
    let own = own.map(|own| parts(own));
    let text = own.as_deref().unwrap_or(template.text.parts());
    for part in text {
        match part {
            Part::Words(words) => {
                if sentence.reworded && holds_amount(words) {
                    findings.push(typed_figure(cell, words));
                }
                sentence.say(vec![Piece::Words(words.clone())]);
            }
            Part::Slot(name) => {
                let slot = name.slot();
                sentence.reasons.extend(reason_of(material, slot, within));
                match material.say(slot, within, sentence.reworded) {
                    Said::Pieces(pieces) => sentence.say(pieces),
                    Said::Missing(missing) => {
                        sentence.leave_out(called(missing, within));
                        // A line that only wants its reason is written without.
                        sentence.waits |= slot.of != "差异原因";
                    }
                    Said::Unknown => {
                        findings.push(unknown_figure(cell, slot.text));
                        sentence.waits = true;
                        sentence.leave_out(no_such_figure(slot, cell));
                    }
                }
            }
        }
    }
    if sentence.waits {
        sentence.pieces.clear();
    } else if sentence.missing.is_empty() {
        sentence.draft.clear();
        // What is not needed is asked for where somebody typed it only.
        let typed = |cell: &Cell| {
            material
                .accounts
                .cell(*cell)
                .is_some_and(|text| !text.is_blank())
        };
        sentence.reasons.retain(typed);
    }
    // What somebody typed may come without its end.
    if ends_in_passage(text)
        && !sentence.pieces.is_empty()
        && !sentence.text().trim_end().ends_with(PASSAGE_ENDS)
    {
        sentence.pieces.push(Piece::Words("。".to_owned()));
    }
    wait(&sentence, findings);
    Some(sentence)
}

/// A sentence of which nothing can be said before something else is known.
fn awaiting(
    material: &Material,
    template: &'static Template,
    missing: Missing,
    findings: &mut Vec<Finding>,
) -> Sentence {
    let mut sentence = blank_sentence(material, template);
    sentence.waits = true;
    sentence.leave_out(missing);
    wait(&sentence, findings);
    sentence
}

/// By the name of the thing it is of: `公务接待费·完成` rather than `金额·完成`.
fn called(mut missing: Missing, within: Within) -> Missing {
    if let (Some((item, _)), Some(what)) = (within, missing.name.strip_prefix("金额")) {
        missing.name = format!("{}{what}", item.name);
    }
    missing
}

/// A sentence of a template with nothing in it yet.
fn blank_sentence(material: &Material, template: &'static Template) -> Sentence {
    let key = template.key.as_str();
    let own = material.accounts.cell(Cell::Sentence(key));
    Sentence {
        key,
        pieces: Vec::new(),
        draft: Vec::new(),
        missing: Vec::new(),
        waits: false,
        reworded: own.is_some_and(|own| !own.is_blank()),
        line: template.lines,
        reasons: Vec::new(),
        item: None,
    }
}

/// The cell of the reason that a slot says; of what a sum was used for, which stands beside its row as a
/// reason does and is typed in the text too.
fn reason_of(material: &Material, slot: Slot, within: Within) -> Option<Cell> {
    if slot.of == "用途" {
        return within.and_then(|(item, _)| purpose_cell(item));
    }
    let is_reason = slot.what.is_some_and(|what| what.ends_with("原因")) || slot.of == "差异原因";
    is_reason.then(|| reason_cell(material, slot.of, slot.what, within))?
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
            _ => (String::new(), Working::Nothing),
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
