//! Findings in English. What cells, tables and documents are called stays Chinese: these names are official.

mod accounts;
mod figures;
mod form;
mod page;
mod score;
mod together;
mod working;

pub(super) use accounts::difference;
pub(super) use page::Words;
pub(super) use working::working;

use super::Told;
use crate::finding::{Matter, Rule};

pub(super) fn told(matter: &Matter) -> Told {
    match matter {
        Matter::Form(matter) => form::told(matter),
        Matter::Score(matter) => score::told(matter),
        Matter::Together(matter) => together::told(matter),
        Matter::Accounts(matter) => accounts::told(matter),
    }
}

pub(super) fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Words(words) => words.clone(),
        Rule::Source { title, issuer } => format!("{title}, {issuer}"),
        Rule::Identity { no, title } => format!("Identity {no}: {title}"),
    }
}
