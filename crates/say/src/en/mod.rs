//! Findings in English. What cells, tables and documents are called stays Chinese: these names are official.

mod accounts;
mod disclosure;
mod disclosure_forms;
mod disclosure_names;
mod documents;
mod figures;
mod files;
mod form;
mod intake;
mod page;
mod rule_cells;
mod rules;
mod score;
mod settings;
mod text;
mod together;
mod working;
mod written;

pub(super) use accounts::difference;
pub(super) use disclosure::found;
pub(super) use disclosure_names::{
    amounts_unit, cause, disclosure_kind, kind, severity, statement_kind, table_no, verdict,
};
pub(super) use documents::{REVIEWER, named_file, note, unmarkable, unreadable};
pub(super) use figures::{formula_mend, too_large, wrong};
pub(super) use files::{bad_cell, beyond, file, rule_file};
pub(super) use intake::why_left;
pub(super) use page::Words;
pub(super) use rule_cells::{rule_cell, rule_fault};
pub(super) use rules::{bands, rule_set};
pub(super) use settings::{effective, setting, setting_problem};
pub(super) use text::{missing, senseless};
pub(super) use together::outlier;
pub(super) use working::working;
pub(super) use written::unwritable;

use super::Told;
use juesuan_domain::finding::{Matter, Rule};

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
