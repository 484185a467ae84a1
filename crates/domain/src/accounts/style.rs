//! How a place words the explanatory text: data from `styles/`, one file a place.

use super::template::{Condition, Part, parts};
use crate::source::Source;
use serde::Deserialize;
use std::collections::BTreeSet;

/// A style of the text. Its sentences are templates: a figure is named in braces, `{收入总计}`, and
/// what can be said of it stands behind a point, `{收入总计·增减}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Style {
    /// What files name it by.
    pub id: String,
    /// What people choose it by.
    pub name: String,
    /// Where it is from.
    pub source: Source,
    /// Decimals of percentages.
    pub percent_places: u32,
    /// How sections are numbered: `一、`, `（一）`.
    pub numbering: String,
    /// From the first to the last.
    pub sections: Vec<Section>,
}

/// A section of the text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Without its number.
    pub title: String,
    /// Parts before the explanatory text proper, as the profile, are numbered apart.
    #[serde(default)]
    pub part: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// What stands in a section.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    /// A heading below the section's.
    Heading(String),
    /// Sentences one behind the other.
    Paragraph(Vec<Template>),
    /// Sentences for each of several things, each of them a paragraph of its own.
    Each(Each),
    /// A figure, by name.
    Chart(ChartKind),
    /// The self-evaluation form of the whole unit.
    Form,
    /// The table of the key work.
    Work,
    /// The words explained.
    Glossary,
}

/// What is said of each of several things.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// Which things: `项目`.
    pub of: String,
    /// Sentences one behind the other, of one of them.
    pub paragraph: Vec<Template>,
    /// Whether the form of the thing stands behind it.
    #[serde(default)]
    pub form: bool,
}

/// One of the four figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChartKind {
    /// Income and spending, beside those of last year.
    Totals,
    /// What income is made of.
    IncomeStructure,
    /// What spending is made of.
    SpendingStructure,
    /// Fiscal income and spending, beside those of last year.
    FiscalTotals,
}

/// A sentence, or one for each of several things.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Template {
    /// Names it for rewording; unique in its style, the same in all styles where it says the same.
    pub key: String,
    /// When it is said: `上级补助收入 > 0`, several joined by `且`; always where blank.
    #[serde(default)]
    pub when: Condition,
    /// Said for each of these: `类`, `项目`.
    #[serde(default)]
    pub each: String,
    /// Before the first of them.
    #[serde(default)]
    pub begin: String,
    /// Between one and the next.
    #[serde(default)]
    pub between: String,
    /// Behind the last.
    #[serde(default)]
    pub end: String,
    /// Each one begins a line of its own.
    #[serde(default)]
    pub lines: bool,
    /// The sentence.
    pub text: Wording,
}

/// A sentence as it is written, and the same in parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Wording {
    text: String,
    parts: Vec<Part>,
}

impl Wording {
    /// As it is written, with names in braces.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Words and names.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

impl TryFrom<String> for Wording {
    type Error = BadStyle;

    fn try_from(text: String) -> Result<Self, BadStyle> {
        let parts = parts(&text);
        // A clerk may type a lone brace; in a file of ours it is a slip.
        let braces = ['{', '}', '｛', '｝'];
        let lone = |part: &Part| matches!(part, Part::Words(words) if words.contains(braces));
        if parts.iter().any(lone) {
            return Err(BadStyle(format!("a brace is open in “{text}”")));
        }
        Ok(Wording { text, parts })
    }
}

/// What is wrong with a style file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadStyle(String);

impl Style {
    /// Reads a style file. Whether the figures it names are there is another matter: see
    /// [`check_names`](crate::disclosure::check_names).
    ///
    /// # Errors
    /// [`BadStyle`] where the file cannot be read, a condition or sentence in it cannot be parsed, or
    /// two sentences have one key.
    pub fn read(json: &str) -> Result<Style, BadStyle> {
        let style: Style = juesuan_json::read(json).map_err(|e| BadStyle(e.to_string()))?;
        let mut keys = BTreeSet::new();
        let twice = style.templates().find(|one| !keys.insert(one.key.as_str()));
        match twice {
            Some(one) => Err(BadStyle(format!(
                "style {}: two sentences have the key {}",
                style.id, one.key
            ))),
            None => Ok(style),
        }
    }

    /// Every sentence, from the first to the last.
    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.flat_map(|block| match block {
            Block::Paragraph(templates) => templates.as_slice(),
            Block::Each(each) => each.paragraph.as_slice(),
            _ => &[],
        })
    }
}
