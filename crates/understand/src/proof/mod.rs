//! What can be wrong beside figures: years, names, words of the template left in, signs, numbering.
//!
//! Each kind has a module of its own: its vocabulary as data, a small function that looks for it, and the
//! texts it must and must not find. An error is certain; what may have a reason that the document does not
//! give is a warning; what is only untidy is a notice.

mod brackets;
#[cfg(test)]
pub(crate) mod cases;
mod chain;
mod code;
mod contents;
mod ends;
mod items;
mod lacking;
mod look;
mod nothing;
mod numbering;
mod reasons;
mod spelling;
mod subject;
mod template;
mod unit_name;
mod words;
mod years;

use crate::document::Document;
use crate::finding::Finding;
use crate::passage::passages;
use look::Proof;

pub(crate) fn check(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let passages = passages(document.paper);
    let mut proof = Proof {
        passages: &passages,
        about: &document.about,
        tables: &document.tables,
        found: Vec::new(),
    };
    for look in [
        template::check,
        lacking::check,
        brackets::check,
        ends::check,
        words::check,
        years::check,
        unit_name::check,
        contents::check,
        numbering::check,
        subject::check,
        code::check,
        items::check,
        nothing::check,
        reasons::check,
        spelling::check,
    ] {
        look(&mut proof);
    }
    findings.append(&mut proof.found);
}
