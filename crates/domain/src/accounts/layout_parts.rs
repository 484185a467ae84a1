//! What both kinds of layout files are read with, those that write a layout out and those that change
//! another.

use super::identity::{BadRule, Identity, Rule};
use super::layout::{Layout, RowLayout, TableNo};
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// What is wrong with a layout file, as a sentence: what, and in which layout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadLayout(pub(super) String);

impl From<BadRule> for BadLayout {
    fn from(rule: BadRule) -> Self {
        BadLayout(rule.to_string())
    }
}

/// A table by its number as files write it: `05`.
pub(super) fn table_no(text: &str) -> Result<TableNo, BadLayout> {
    let no = text.parse().ok().and_then(TableNo::new);
    no.filter(|no| no.to_string() == text)
        .ok_or_else(|| BadLayout(format!("there is no table {text}")))
}

/// A JSON object whose keys must differ, in the order of the file.
pub(super) struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Read<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries: Vec<(String, T)> = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, T>()? {
                    if entries.iter().any(|(other, _)| *other == key) {
                        return Err(Error::custom(format_args!("the key {key} is there twice")));
                    }
                    entries.push((key, value));
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Read(PhantomData))
    }
}

/// An identity as files write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IdentityFile {
    no: String,
    title: String,
    rules: Vec<String>,
}

impl IdentityFile {
    /// The identity, with the tables in its title still by their nature.
    pub fn read(self) -> Result<Identity, BadLayout> {
        if self.rules.is_empty() {
            return Err(BadLayout(format!("the identity {} has no rule", self.no)));
        }
        let rules = self.rules.iter().map(|rule| Rule::read(rule));
        Ok(Identity {
            rules: rules.collect::<Result<_, BadRule>>()?,
            no: self.no,
            title: self.title.clone(),
            by_nature: self.title,
        })
    }
}

/// Rows of the classes, numbered in Chinese.
pub(super) fn class_rows(classes: &[(String, String)]) -> Vec<RowLayout> {
    let numbered = (1..).zip(classes);
    let row = |(number, (code, name)): (u32, &(String, String))| RowLayout {
        key: code.clone(),
        label: format!("{}、{name}", juesuan_figure::chinese_numeral(number)),
        total: false,
        signed: false,
        of_class: true,
    };
    numbered.map(row).collect()
}

/// Gives the identities their titles as printed.
pub(super) fn title_identities(layout: &mut Layout) {
    let titles = layout.identities.iter();
    let titles: Vec<String> = titles
        .map(|one| layout.as_printed(&one.by_nature))
        .collect();
    for (identity, title) in layout.identities.iter_mut().zip(titles) {
        identity.title = title;
    }
}
