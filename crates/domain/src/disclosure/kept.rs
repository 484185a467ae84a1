//! The text, section by section, and what of it the next one takes over.

use super::findings::{add, shares};
use super::material::{Material, WHOLES};
use super::write::{numbered, write_block};
use super::written::{Disclosure, Section, Written};
use crate::accounts::{Accounts, Finding, Reckoned, Style};
use std::rc::Rc;

/// A text as it was written, block by block, and what from: the next one takes over what would be the same.
#[derive(Debug, Clone)]
pub struct Kept {
    style: &'static Style,
    year: String,
    unit: String,
    places: u32,
    accounts: Rc<Accounts>,
    reckoned: Rc<Reckoned>,
    /// The blocks in the order of the style, and behind them what there is to say of the whole.
    blocks: Vec<Rc<KeptBlock>>,
}

#[derive(Debug)]
struct KeptBlock {
    written: Vec<Rc<Written>>,
    findings: Vec<Finding>,
    /// Whether anything was read of the forms for it.
    reads_forms: bool,
}

impl Kept {
    fn is_of(&self, material: &Material, style: &'static Style) -> bool {
        std::ptr::eq(self.style, style)
            && self.year == material.year
            && self.unit == material.unit
            && self.places == material.places
            && Rc::ptr_eq(&self.accounts, material.accounts)
            && Rc::ptr_eq(&self.reckoned, material.reckoned)
    }

    /// The block at this place, where no form had a part in it.
    fn block(&self, at: usize) -> Option<&Rc<KeptBlock>> {
        self.blocks.get(at).filter(|block| !block.reads_forms)
    }
}

/// Writes the text. Where nothing but forms has changed since `before`, only what is written from forms is written again.
pub fn write(
    before: Option<&Kept>,
    material: &Material,
    style: &'static Style,
) -> (Disclosure, Kept) {
    let before = before.filter(|before| before.is_of(material, style));
    let mut kept = Kept {
        style,
        year: material.year.to_owned(),
        unit: material.unit.to_owned(),
        places: material.places,
        accounts: material.accounts.clone(),
        reckoned: material.reckoned.clone(),
        blocks: Vec::new(),
    };
    let mut keep = |write: &dyn Fn(&mut Vec<Finding>) -> Vec<Written>| {
        let same = before.and_then(|before| before.block(kept.blocks.len()));
        let block = same.cloned().unwrap_or_else(|| {
            let mut findings = Vec::new();
            let (written, reads_forms) = material.forms.watch(|| write(&mut findings));
            Rc::new(KeptBlock {
                written: written.into_iter().map(Rc::new).collect(),
                findings,
                reads_forms,
            })
        });
        kept.blocks.push(block.clone());
        block
    };
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
        let mut blocks = Vec::new();
        for block in &section.blocks {
            let block = keep(&|findings| write_block(material, block, findings));
            blocks.extend(block.written.iter().cloned());
            add(&mut disclosure.findings, &block.findings);
        }
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
    let of_shares = keep(&|findings| {
        let shares = WHOLES.map(|(kind, whole)| shares(material, kind, whole));
        findings.extend(shares.into_iter().flatten());
        Vec::new()
    });
    add(&mut disclosure.findings, &of_shares.findings);
    (disclosure, kept)
}
