//! The words explained (名词解释): terms that occur, and the subjects that were used.

use super::material::Material;
use crate::accounts::template::Condition;
use crate::accounts::{Cell, Column, Depth, Finding, TableNo, Value};
use crate::finding::AccountsMatter;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A word and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The word, or the name of a subject.
    pub term: String,
    /// Blank while nobody has explained a subject of which we know no explanation.
    pub text: String,
    /// Where a subject's explanation is typed.
    pub cell: Option<Cell>,
}

#[derive(Deserialize)]
struct Glossary {
    terms: Vec<Term>,
    /// Explanations of subjects, by code.
    subjects: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Term {
    term: String,
    when: Condition,
    text: String,
}

fn built_in() -> &'static Glossary {
    static GLOSSARY: OnceLock<Glossary> = OnceLock::new();
    GLOSSARY.get_or_init(|| {
        juesuan_json::read(include_str!("../../styles/glossary.json"))
            .expect("a glossary of our own reads")
    })
}

/// What is known of a subject; none for one we have no words for.
pub fn explanation(code: &str) -> Option<&'static str> {
    built_in().subjects.get(code).map(String::as_str)
}

/// The terms, each with when it is explained.
pub(super) fn terms() -> impl Iterator<Item = (&'static str, &'static Condition)> {
    let terms = built_in().terms.iter();
    terms.map(|term| (term.term.as_str(), &term.when))
}

/// Whether a subject of table 05 is one the unit has to explain: something was spent on it or budgeted
/// for it, or its row is there and its amount is not known yet. A zero is a zero, typed or derived.
fn occurs(material: &Material, line: usize) -> bool {
    let at = |column| {
        material
            .reckoned
            .value(Cell::Line(TableNo::GENERAL, line, column))
    };
    let is_something = |value: Value| value.known().is_some_and(|value| !value.is_zero());
    let spent = at(Column::Total);
    spent.known().is_none() || is_something(spent) || is_something(at(Column::Budget))
}

pub(super) fn glossary(material: &Material, findings: &mut Vec<Finding>) -> Vec<Entry> {
    let mut entries = Vec::new();
    for term in &built_in().terms {
        let holds = |(slot, asked)| material.holds(slot, asked, None) == Ok(true);
        let applies = term.when.is_always() || term.when.groups().any(|mut all| all.all(holds));
        if applies {
            entries.push(Entry {
                term: term.term.clone(),
                text: term.text.clone(),
                cell: None,
            });
        }
    }
    let no = TableNo::GENERAL;
    let table = material.accounts.table(no);
    for line in 0..table.lines.len() {
        let code = material.reckoned.code(no, line);
        if Depth::of(code) != Some(Depth::Item) || !occurs(material, line) {
            continue;
        }
        let cell = Cell::Line(no, line, Column::Explanation);
        let typed = material.accounts.cell(cell).map_or("", |text| text.trim());
        let text = if typed.is_empty() {
            explanation(code).unwrap_or_default()
        } else {
            typed
        };
        if text.is_empty() {
            let name = material.accounts.line_name(material.layout(), no, line);
            let code = code.to_owned();
            let matter = AccountsMatter::Unexplained { code, name };
            findings.push(Finding::new(cell, matter));
        }
        entries.push(Entry {
            term: material.full_name(no, line),
            text: text.to_owned(),
            cell: Some(cell),
        });
    }
    entries
}
