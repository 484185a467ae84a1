//! The names of the rows of tables, by their codes.

use super::alike::{alike, classified, near};
use crate::plain::Plain;
use crate::proof::look::Proof;
use crate::{Matter, RowName, Severity};
use std::collections::BTreeMap;

/// A name as it is compared, and the rows that have it.
pub(super) type Spelling<'a> = (Vec<char>, Vec<&'a RowName>);

/// The rows of the tables by code, each with the spellings of its name.
pub(super) struct Rows<'a> {
    pub(super) codes: BTreeMap<&'a str, Vec<Spelling<'a>>>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(proof: &Proof<'a>) -> Self {
        let mut codes: BTreeMap<&str, Vec<Spelling<'_>>> = BTreeMap::new();
        for row in proof.tables.iter().flat_map(|table| &table.rows) {
            let Some(code) = row.code.as_deref().filter(|_| !row.name.is_empty()) else {
                continue;
            };
            let name = Plain::of(&row.name).chars;
            let spellings = codes.entry(code).or_default();
            match spellings.iter_mut().find(|(known, _)| *known == name) {
                Some((_, rows)) => rows.push(row),
                None => spellings.push((name, vec![row])),
            }
        }
        Rows { codes }
    }

    pub(super) fn tell(&self, proof: &mut Proof<'_>) {
        for (code, spellings) in &self.codes {
            let official = classified(code);
            let is_official = |name: &[char]| official.iter().any(|known| alike(known, name));
            let often = |rows: &Vec<&RowName>| rows.len();
            let first = spellings
                .iter()
                .max_by_key(|(name, rows)| (is_official(name), often(rows)));
            let Some((right, places)) = first else {
                continue;
            };
            if spellings.len() == 1 {
                // One place alone: the classification tells.
                let near = official.iter().find(|known| near(known, right));
                if let ([row], Some(near), false) = (places.as_slice(), near, is_official(right)) {
                    self.name(proof, row, near, code);
                }
                continue;
            }
            let sure = |rows: &Vec<&RowName>| is_official(right) || places.len() > rows.len();
            for (name, rows) in spellings {
                let other = !is_official(name) && name != right && near(right, name);
                if let ([row], true) = (rows.as_slice(), other && sure(rows)) {
                    self.name(proof, row, right, code);
                }
            }
        }
    }

    fn name(&self, proof: &mut Proof<'_>, row: &RowName, right: &[char], code: &str) {
        let matter = Matter::SubjectName {
            printed: row.name.clone(),
            right: right.iter().collect(),
            code: code.to_owned(),
        };
        proof.add_unless_told(Severity::Warning, matter, row.spot.clone());
    }
}
