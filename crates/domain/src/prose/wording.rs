//! What is found in a text somebody wrote, as data.

use super::slip::{Slip, SlipKind};
use crate::finding::{Finding, FormMatter};

pub(super) fn placeholder_left<C>(cell: C, label: String, placeholder: &'static str) -> Finding<C> {
    Finding::new(cell, FormMatter::Placeholder { placeholder, label })
}

pub(super) fn narrative<C>(cell: C, slip: &Slip) -> Finding<C> {
    let (written, exact) = (slip.written.clone(), slip.exact.clone());
    let matter = match slip.kind {
        SlipKind::Total => FormMatter::WrittenTotal {
            written,
            exact,
            unit: slip.unit.clone(),
        },
        SlipKind::Rate => FormMatter::WrittenRate { written, exact },
    };
    Finding::new(cell, matter).worked(slip.working.clone())
}
