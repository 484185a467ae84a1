//! What a sentence can name while it is reworded, and what each name says today.

use super::material::{Material, names};
use super::missing::{Missing, Source, Why};
use super::say::{Piece, Said, Within};
use super::written::Sentence;
use crate::accounts::template::{Name, Part, Slot, spans};
use crate::accounts::{Block, Cell, Style, Template};
use std::collections::BTreeSet;
use std::ops::Range;

/// A figure or text that a sentence can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// As it stands in braces: `总计·增减`.
    pub name: String,
    /// What is written in its place, or why nothing is.
    pub said: Result<String, Missing>,
    /// Which bytes of the wording it is, braces and all; none where it is not of one.
    pub at: Range<usize>,
}

/// What is missing of a name that means nothing.
pub(super) fn no_such_figure(slot: Slot, cell: Cell) -> Missing {
    Missing {
        name: slot.text.to_owned(),
        source: Source::Accounts(cell),
        why: Why::Unknown,
    }
}

/// Every sentence of a style, with the kind of the things that it is said for each of; blank where there is
/// one of it.
fn templates(style: &Style) -> impl Iterator<Item = (&str, &Template)> {
    let blocks = style.sections.iter().flat_map(|section| &section.blocks);
    let paragraphs = blocks.flat_map(|block| match block {
        Block::Paragraph(templates) => vec![("", templates)],
        Block::Each(each) => vec![(each.of.as_str(), &each.paragraph)],
        _ => Vec::new(),
    });
    paragraphs.flat_map(|(of, templates)| {
        templates
            .iter()
            .map(move |template| match template.each.as_str() {
                "" => (of, template),
                each => (each, template),
            })
    })
}

/// The name of a part that has one.
fn name(part: &Part) -> Option<&Name> {
    match part {
        Part::Slot(name) => Some(name),
        Part::Words(_) => None,
    }
}

impl Material<'_> {
    /// The names in a wording of a sentence, in their order.
    pub fn named_in(&self, style: &Style, sentence: &Sentence, wording: &str) -> Vec<Offered> {
        let spans = spans(wording);
        let named = spans
            .iter()
            .filter_map(|(at, part)| Some((at, name(part)?)));
        self.within(style, sentence, |_, within| {
            let offer = |(at, name): (&Range<usize>, &Name)| {
                let mut offered = self.offer(name.slot(), within, sentence, sentence.reworded);
                offered.at = at.clone();
                offered
            };
            named.map(offer).collect()
        })
    }

    /// Every name that can be put into a sentence: first those of its standard wording, then figures and
    /// texts by themselves, then what the sentences of all styles say of them.
    pub fn offered(&self, style: &Style, sentence: &Sentence) -> Vec<Offered> {
        let plain: Vec<Name> = names().into_iter().map(Name::read).collect();
        self.within(style, sentence, |kind, within| {
            let alike = |(of, _): &(&str, &Template)| of.is_empty() || *of == kind;
            let own = templates(style).filter(|(_, template)| template.key == sentence.key);
            let others = Style::all().iter().flat_map(templates).filter(alike);
            let of_template = |(_, template): (&'_ str, &'static Template)| {
                template.text.parts().iter().filter_map(name)
            };
            let mut seen = BTreeSet::new();
            let all = own
                .flat_map(|(_, template)| template.text.parts())
                .filter_map(name);
            let all = all.chain(&plain).chain(others.flat_map(of_template));
            all.map(Name::slot)
                .filter(|slot| seen.insert(slot.text))
                .map(|slot| self.offer(slot, within, sentence, true))
                .filter(
                    |offered| !matches!(&offered.said, Err(missing) if missing.why == Why::Unknown),
                )
                .collect()
        })
    }

    /// Does something with the kind of things that a sentence is said for each of, and the one it is said of.
    fn within<T>(
        &self,
        style: &Style,
        sentence: &Sentence,
        of: impl FnOnce(&str, Within) -> T,
    ) -> T {
        let template = templates(style).find(|(_, template)| template.key == sentence.key);
        let kind = template.map_or("", |(kind, _)| kind);
        let items = self.items(kind).unwrap_or_default();
        let at = sentence.item.unwrap_or_default();
        of(kind, items.get(at).map(|item| (item, at + 1)))
    }

    fn offer(&self, slot: Slot, within: Within, sentence: &Sentence, own: bool) -> Offered {
        let text = |piece: Piece| match piece {
            Piece::Words(words) => words,
            Piece::Figure(figure) => figure.shown,
        };
        Offered {
            name: slot.text.to_owned(),
            said: match self.say(slot, within, own) {
                Said::Pieces(pieces) => Ok(pieces.into_iter().map(text).collect()),
                Said::Missing(missing) => Err(missing),
                Said::Unknown => Err(no_such_figure(slot, Cell::Sentence(sentence.key))),
            },
            at: 0..0,
        }
    }
}
