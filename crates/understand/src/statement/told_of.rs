//! What the figures of the text are said of, for who takes them up elsewhere.

use super::item::{Amount, Said, What};
use super::read::said;
use super::roles::{Against, Direction};
use crate::{Document, Spot};
use juesuan_figure::interval::Printed;

/// A figure of the text, or words that stand for one, and what it is said of.
#[derive(Debug, Clone, PartialEq)]
pub struct TextFigure {
    /// Where it stands.
    pub spot: Spot,
    /// As printed, with its unit: `1,062.85万元`.
    pub printed: String,
    /// The section of the document, by its place in [`Document::sections`].
    pub section: usize,
    /// Figures of one sentence have one number.
    pub sentence: usize,
    /// What it is said of, as the text calls it; empty where nothing says so.
    pub name: String,
    /// Of a part: what the whole is called.
    pub whole: String,
    /// Figures of one item have one number.
    pub item: Option<usize>,
    /// What it is to that item.
    pub role: FigureRole,
    /// Amounts in 万元, counts in what is counted, rates in percent; none of words.
    pub value: Option<Printed>,
    /// What is counted: `辆`; none of money and rates.
    pub counted: Option<&'static str>,
    /// It stands among the words of a reason or a purpose.
    pub aside: bool,
}

/// What a figure is to its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureRole {
    /// What it came to.
    Actual,
    /// What was planned.
    Budget,
    /// What it came to last year.
    LastYear,
    /// By how much it changed.
    Change {
        /// More than before.
        up: bool,
        /// Held against the budget, not last year.
        budget: bool,
    },
    /// By how much in percent.
    Growth,
    /// Which part of something it is, in percent.
    Share,
    /// How far the budget was used, in percent.
    Completion,
    /// Words: it is what it was last year.
    Unchanged,
    /// Words: less than, as much as, or more than the budget.
    Comparison,
    /// None of these.
    Other,
}

/// All figures of the text but its years, in their order.
pub fn figures_of_text(document: &Document<'_>) -> Vec<TextFigure> {
    let said = said(document);
    let claims = said.claims.iter();
    claims
        .filter(|claim| !matches!(claim.what, What::Year { .. }))
        .map(|claim| {
            let item = claim.item.and_then(|item| said.items.get(item));
            let own = |amounts: &[Amount]| {
                let found = amounts.iter().find(|amount| amount.spot == claim.spot);
                found.map(|amount| (amount.printed, amount.counted))
            };
            let of = |amount: &Option<Amount>| own(amount.as_slice());
            let (role, value) = match &claim.what {
                What::Actual => (FigureRole::Actual, item.and_then(|item| own(&item.actual))),
                What::Budget => (FigureRole::Budget, item.and_then(|item| of(&item.budget))),
                What::LastYear => (FigureRole::LastYear, item.and_then(|item| of(&item.last))),
                What::Change {
                    direction,
                    against,
                    amount,
                } => (
                    FigureRole::Change {
                        up: *direction == Direction::Up,
                        budget: *against == Against::Budget,
                    },
                    Some((amount.printed, amount.counted)),
                ),
                What::Growth { rate, .. } => (FigureRole::Growth, Some((*rate, None))),
                What::Share { rate, .. } => (FigureRole::Share, Some((*rate, None))),
                What::Completion { rate } => (FigureRole::Completion, Some((*rate, None))),
                What::Unchanged => (FigureRole::Unchanged, None),
                What::Comparison(_) => (FigureRole::Comparison, None),
                _ => (FigureRole::Other, None),
            };
            TextFigure {
                spot: claim.spot.clone(),
                printed: claim.claimed.clone(),
                section: section_of(document, claim.spot.block),
                sentence: claim.sentence,
                name: item.map_or_else(String::new, |item| item.name.clone()),
                whole: whole(&said, claim.item),
                item: claim.item,
                role,
                value: value.map(|(value, _)| value),
                counted: value.and_then(|(_, counted)| counted),
                aside: claim.aside,
            }
        })
        .collect()
}

fn whole(said: &Said, item: Option<usize>) -> String {
    let Some(item) = item.and_then(|item| said.items.get(item)) else {
        return String::new();
    };
    let whole = item.whole.and_then(|whole| said.items.get(whole));
    let name = whole.map(|whole| whole.name.clone());
    name.or_else(|| item.whole_name.clone()).unwrap_or_default()
}

fn section_of(document: &Document<'_>, block: usize) -> usize {
    let sections = document.sections.iter();
    let found = sections
        .enumerate()
        .rfind(|(_, section)| section.block <= block);
    found.map_or(0, |(at, _)| at)
}
