//! Which style of the text is most like the disclosure's own: by its headings and the decimals of its percentages;
//! where it has no text, by the layout of its tables.

use crate::imported::Imported;
use crate::text::bare_title;
use juesuan_domain::accounts::{Block, Style};
use juesuan_understand::{DisclosureKind, Document};
use std::collections::{HashMap, HashSet};

/// Chooses the style; none where neither headings nor layout are of any of them.
pub fn choose(document: &Document, imported: &mut Imported) {
    if document.about.kind == DisclosureKind::Budget {
        return;
    }
    let titles: HashSet<String> = document
        .sections
        .iter()
        .map(|section| bare_title(section.title()))
        .collect();
    let places = places(document);
    let mut best: Option<(i64, &'static Style)> = None;
    for style in Style::all() {
        let like = likeness(style, &titles, places);
        if like > 0 && best.is_none_or(|(most, _)| like > most) {
            best = Some((like, style));
        }
    }
    let layout = imported.workbook.layout();
    let of_layout = || Style::all().iter().find(|style| style.id == layout.id);
    let Some(style) = best.map(|(_, style)| style).or_else(of_layout) else {
        return;
    };
    let accounts = std::rc::Rc::make_mut(&mut imported.workbook.accounts);
    accounts.style.clone_from(&style.id);
}

fn likeness(style: &Style, titles: &HashSet<String>, places: Option<u32>) -> i64 {
    let own = style.sections.iter().flat_map(|section| {
        let below = section.blocks.iter().filter_map(|block| match block {
            Block::Heading(title) => Some(title.as_str()),
            _ => None,
        });
        std::iter::once(section.title.as_str()).chain(below)
    });
    let own: HashSet<String> = own.map(bare_title).collect();
    let same = own.intersection(titles).count();
    // Sentences with the wrong decimals are wrong one by one.
    let decimals = if places == Some(style.percent_places) {
        6
    } else {
        0
    };
    if same == 0 {
        return 0;
    }
    i64::try_from(2 * same).unwrap_or(0) + decimals
}

/// The decimals that most percentages of the text have.
fn places(document: &Document) -> Option<u32> {
    let mut votes: HashMap<u32, usize> = HashMap::new();
    for line in document.sections.iter().flat_map(|section| &section.lines) {
        let text = &line.text;
        for (at, _) in text.match_indices(['%', '％']) {
            let before = &text[..at];
            let start = before
                .char_indices()
                .rev()
                .take_while(|(_, c)| c.is_ascii_digit() || matches!(c, '.' | '．'))
                .last();
            let Some((start, _)) = start else { continue };
            let number = &before[start..];
            let decimals = number.rsplit_once(['.', '．']).map_or(0, |(_, d)| d.len());
            let Ok(decimals) = u32::try_from(decimals) else {
                continue;
            };
            *votes.entry(decimals).or_default() += 1;
        }
    }
    let most = votes
        .into_iter()
        .max_by_key(|(decimals, count)| (*count, *decimals));
    most.map(|(decimals, _)| decimals)
}
