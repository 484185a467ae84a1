//! The nine tables of final accounts: whether each is there.

use super::Proof;
use crate::passage::{DocumentPart, Role};
use crate::{DisclosureKind, Matter, Severity, Spot};

/// With fewer of them found, the others may not have been told apart, or are in a file of their own.
const FOUND: usize = 6;

pub(super) fn check(proof: &mut Proof<'_>) {
    if proof.about.kind != DisclosureKind::FinalAccounts {
        return;
    }
    let there = |no: u8| proof.tables.iter().any(|table| table.no == Some(no));
    let (found, missing): (Vec<u8>, Vec<u8>) = (1..=9).partition(|no| there(*no));
    if found.len() < FOUND || missing.is_empty() {
        return;
    }
    // Why there is none may be said in words.
    let missing: Vec<u8> = missing.into_iter().filter(|no| !said(proof, *no)).collect();
    if missing.is_empty() {
        return;
    }
    let title = proof.passages.iter().find(|p| {
        p.part == DocumentPart::Body && matches!(p.role, Role::Heading(_)) && p.plain.has("决算表")
    });
    let spot = match title {
        Some(title) => title.spot(0..title.plain.chars.len()),
        None => proof
            .tables
            .first()
            .map_or_else(Spot::default, |table| Spot::text(table.block, 0..0)),
    };
    proof.add(
        Severity::Notice,
        Matter::TablesMissing { tables: missing },
        spot,
    );
}

/// Whether the text says that there is nothing to be shown in a table.
fn said(proof: &Proof<'_>, no: u8) -> bool {
    let words = match no {
        7 => "“三公”经费",
        8 => "政府性基金",
        9 => "国有资本经营",
        _ => return false,
    };
    let none = ["无", "没有", "未"];
    proof.passages.iter().any(|p| {
        !p.is_cell()
            && matches!(p.part, DocumentPart::Body | DocumentPart::Cover)
            && p.plain.has(words)
            && none.iter().any(|none| p.plain.has(none))
    })
}

#[cfg(test)]
mod tests {
    use crate::proof::cases::{found_with, table};
    use crate::{FoundTable, Matter};

    #[test]
    fn nine_tables() {
        let tables = |numbers: &[u8]| -> Vec<FoundTable> {
            numbers.iter().map(|no| table(*no, "", &[])).collect()
        };
        for (kind, numbers, text, expected) in [
            (
                "决算",
                &[1, 2, 3, 4, 5, 6, 7, 8][..],
                "",
                "N 第二部分决算表",
            ),
            (
                "决算",
                &[1, 2, 3, 4, 5, 6, 7],
                "本单位没有政府性基金收支。",
                "N 第二部分决算表",
            ),
            (
                "决算",
                &[1, 2, 3, 4, 5, 6, 7, 8],
                "本单位没有国有资本经营预算收支。",
                "",
            ),
            ("决算", &[1, 2, 3, 4, 5, 6, 7, 8, 9], "", ""),
            ("决算", &[1, 2, 3], "", ""),
            ("决算", &[], "", ""),
            ("预算", &[1, 2, 3, 4, 5, 6, 7, 8], "", ""),
        ] {
            let lines = format!(
                "# 云山市水务局2024年度{kind}\n# 目录\n一、\n# 第一部分\n# 第二部分 {kind}表\n{text}"
            );
            let found = found_with(&lines, tables(numbers), |m| {
                matches!(m, Matter::TablesMissing { .. })
            });
            assert_eq!(found.join("; "), expected, "{kind} {numbers:?} {text}");
        }
    }
}
