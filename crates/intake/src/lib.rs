//! A published disclosure becomes a [`Workbook`]: tables into their cells, facts and reasons of the text to
//! where they are typed. What has no certain place is *left*, and said so. Pure; nothing is invented.

#![forbid(unsafe_code)]

mod choice;
mod forms;
mod imported;
mod ledger;
mod none;
mod out;
mod sheet;
mod style;
mod tables;
mod text;

pub use imported::Imported;
pub use ledger::import_ledger;
pub use out::{Answer, Left as LeftOut, Taken as TakenOut};

use juesuan_domain::Workbook;
use juesuan_paper::Paper;
use juesuan_understand::{Document, How, Ledger, LedgerChoices, Spot, Taken, review_document};

/// The rules whose blank form holds the name of the unit: the ministry's.
const RULES: &str = "mof-2020";

/// Brings a disclosure in. A paper from outside must be within its bounds (`Paper::within_bounds`).
pub fn import(paper: &Paper) -> Imported {
    let document = Document::of(paper);
    let about = &document.about;
    let year = about.year.map(|year| year.to_string()).unwrap_or_default();
    let unit = about.unit.as_deref().unwrap_or_default();
    let mut imported = Imported {
        workbook: Workbook::new(&year, unit, RULES),
        taken: Vec::new(),
        left: Vec::new(),
    };
    whose(&document, &mut imported);
    tables::take(&document, &mut imported);
    none::take(&document, &mut imported);
    style::choose(&document, &mut imported);
    let review = review_document(&document, None, None);
    text::take(&document, &review, &mut imported);
    forms::take(paper, &review, &mut imported);
    imported
        .left
        .sort_by(|one, other| one.from.cmp(&other.from));
    imported
}

/// Brings in whatever it is: a disclosure, or a ledger where nothing of the paper goes into tables otherwise.
pub fn import_any(paper: &Paper, choices: &LedgerChoices) -> (Imported, Option<Ledger>) {
    let disclosure = import(paper);
    // Tables have numbers: 01 to 09.
    let has_tables = |taken: &Taken| taken.to.starts_with("accounts.0");
    if disclosure.taken.iter().any(has_tables) {
        return (disclosure, None);
    }
    match import_ledger(paper, choices) {
        Some((imported, ledger)) => (imported, Some(ledger)),
        None => (disclosure, None),
    }
}

/// Where the unit and the year are from: the first place that has them, which is the cover or a title.
fn whose(document: &Document, imported: &mut Imported) {
    let about = &document.about;
    let unit = about.unit.clone().map(|unit| ("forms[0].unit", unit));
    let year = about.year.map(|year| ("year", year.to_string()));
    for (to, text) in unit.into_iter().chain(year) {
        let hit = document.paper.find(&text, 1).into_iter().next();
        let (from, how) = match hit {
            Some(hit) if hit.cell.is_none() => (Spot::text(hit.block, hit.range), How::Printed),
            _ => (Spot::default(), How::Followed),
        };
        imported.taken.push(Taken {
            to: to.to_owned(),
            from,
            text,
            how,
        });
    }
}
