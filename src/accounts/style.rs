//! How a place words the explanatory text: data from `styles/`, one file a place.

use crate::source::Source;
use serde::Deserialize;
use std::sync::OnceLock;

/// A style of the text. Its sentences are templates: a figure is named in braces, `{收入总计}`, and
/// what can be said of it stands behind a point, `{收入总计·增减}`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Style {
    pub id: String,
    pub name: String,
    pub source: Source,
    /// Decimals of percentages.
    pub percent_places: u32,
    /// How sections are numbered: `一、`, `（一）`.
    pub numbering: String,
    pub sections: Vec<Section>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Section {
    pub title: String,
    /// Parts before the explanatory text proper, as the profile, are numbered apart.
    #[serde(default)]
    pub part: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Block {
    Heading(String),
    /// Sentences one behind the other.
    Paragraph(Vec<Template>),
    /// A figure, by name.
    Chart(ChartKind),
    /// The table of the key work.
    Work,
    /// The words explained.
    Glossary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChartKind {
    Totals,
    IncomeStructure,
    SpendingStructure,
    FiscalTotals,
}

/// A sentence, or one for each of several things.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Template {
    /// Names it for rewording; unique in its style, the same in all styles where it says the same.
    pub key: String,
    /// When it is said: `上级补助收入 > 0`, several joined by `且`; always where blank.
    #[serde(default)]
    pub when: String,
    /// Said for each of these: `类`, `项目`.
    #[serde(default)]
    pub each: String,
    /// Before the first of them, between one and the next, and behind the last.
    #[serde(default)]
    pub begin: String,
    #[serde(default)]
    pub between: String,
    #[serde(default)]
    pub end: String,
    /// Each one begins a line of its own.
    #[serde(default)]
    pub lines: bool,
    pub text: String,
}

impl Style {
    /// The built-in styles; the first is the default.
    pub fn all() -> &'static [Style] {
        static STYLES: OnceLock<Vec<Style>> = OnceLock::new();
        STYLES.get_or_init(|| {
            [
                include_str!("../../styles/wuhan-2020.json"),
                include_str!("../../styles/zhejiang-2021.json"),
            ]
            .iter()
            .map(|text| serde_json::from_str(text).expect("a style of our own reads"))
            .collect()
        })
    }

    /// A style by its id; the first where none is chosen, and where there is none of that id.
    pub fn named(id: &str) -> &'static Style {
        let all = Self::all();
        all.iter().find(|style| style.id == id).unwrap_or(&all[0])
    }

    /// Whether there is such a style, or none is chosen.
    pub fn is_known(id: &str) -> bool {
        id.is_empty() || Self::all().iter().any(|style| style.id == id)
    }

    pub fn templates(&self) -> impl Iterator<Item = &Template> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.flat_map(|block| match block {
            Block::Paragraph(templates) => templates.as_slice(),
            _ => &[],
        })
    }
}

/// The key of a sentence as a style's own text, for addresses.
pub(super) fn sentence_key(key: &str) -> Option<&'static str> {
    let styles = Style::all().iter();
    let mut keys = styles.flat_map(Style::templates).map(|t| t.key.as_str());
    keys.find(|other| *other == key)
}
