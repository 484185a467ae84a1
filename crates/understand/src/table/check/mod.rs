//! Holding the amounts of the tables against each other.

mod across;
mod book;
mod codes;
mod identity;
mod judge;
mod laws;
mod lists;
#[cfg(test)]
mod mutations;
mod outline;
mod pairs;
mod repeats;
mod tell;

use super::found::{Checked, FoundTable};
use crate::{Document, Finding, Spot};
use book::Book;
use identity::Identity;
use std::collections::BTreeSet;

/// Lines beyond which the subjects of a table are not added up: it is a list of something else.
const MOST_LINES: usize = 4000;

/// Holds the amounts of the tables against each other: sums within a table, the same amount in two tables.
pub(crate) fn check(document: &Document<'_>, findings: &mut Vec<Finding>) -> Checked {
    let torn = |table: &FoundTable| table.torn;
    if !document.tables.iter().any(torn) {
        tell::missing(document, findings);
        return hold(&document.tables, findings);
    }
    // What is not all there cannot be added up.
    let mut found = Vec::new();
    let checked = hold(&document.tables, &mut found);
    let whole = |spot: &Spot| {
        let mut tables = document.tables.iter().filter(|table| table.torn);
        !tables.any(|table| table.extent.iter().any(|(block, _)| *block == spot.block))
    };
    found.retain(|finding: &Finding| whole(&finding.spot) && finding.also.iter().all(whole));
    findings.append(&mut found);
    checked
}

/// Holds the amounts of these tables against each other.
fn hold(tables: &[FoundTable], findings: &mut Vec<Finding>) -> Checked {
    let book = Book::of(tables);
    let all = identities(&book);
    let judged = judge::judge(&book, &all);
    tell::tell(&book, &all, &judged, findings);
    Checked {
        figures: book.len(),
        checked: judged.held.len(),
    }
}

/// All that must hold, or probably does.
fn identities(book: &Book<'_>) -> Vec<Identity> {
    let mut all = Vec::new();
    for shape in &book.shapes {
        if shape.lines.len() > MOST_LINES {
            continue;
        }
        all.extend(across::of(book, shape));
        all.extend(codes::of(book, shape));
        all.extend(lists::of(book, shape));
        all.extend(outline::of(book, shape));
    }
    all.extend(laws::of(book));
    all.extend(repeats::of(book));
    // What two ways say is one piece of evidence.
    let mut known = BTreeSet::new();
    all.sort_by_key(|identity| std::cmp::Reverse(identity.strength));
    all.retain(|identity| {
        let mut members: Vec<book::Id> = identity.members().collect();
        members.sort_unstable();
        known.insert(members)
    });
    all
}

#[cfg(test)]
mod tests {
    use super::identity::{State, Strength};
    use super::*;

    /// Shows what is held against what in a paper outside the repository.
    #[test]
    #[ignore = "needs a paper outside the repository"]
    fn show() {
        let folder = std::path::PathBuf::from(std::env::var("JUESUAN_PAPERS").unwrap());
        let name = std::env::var("JUESUAN_PAPER").unwrap();
        let file = std::fs::read(folder.join(format!("{name}.json"))).unwrap();
        let paper: juesuan_paper::Paper = serde_json::from_slice(&file).unwrap();
        let document = Document::of(&paper);
        let book = Book::of(&document.tables);
        let all = identities(&book);
        let mut counts = std::collections::BTreeMap::new();
        for identity in &all {
            let state = identity.state(&book);
            *counts
                .entry((identity.strength, format!("{state:?}")))
                .or_insert(0) += 1;
            if state != Some(State::Holds) && identity.strength != Strength::Weak
                || state == Some(State::Broken)
            {
                let show = |id| {
                    let cell = book.cell(id).unwrap();
                    format!(
                        "{}/{}/{}={}",
                        document.tables[book.table_of(id)].title,
                        cell.name,
                        cell.heads.join("/"),
                        cell.printed
                    )
                };
                println!(
                    "{:?} {state:?} {:?} {} :: {}",
                    identity.strength,
                    identity.rule,
                    show(identity.whole),
                    identity
                        .parts
                        .iter()
                        .map(|(id, minus)| format!(
                            "{}{}",
                            if *minus { "-" } else { "+" },
                            show(*id)
                        ))
                        .collect::<Vec<_>>()
                        .join(" ")
                );
            }
        }
        println!("{counts:#?}");
        let mut findings = Vec::new();
        let checked = check(&document, &mut findings);
        println!("{} of {} checked", checked.checked, checked.figures);
        for finding in &findings {
            println!("{finding:?}");
        }
        let judged = judge::judge(&book, &all);
        for (id, cell) in (0..book.len()).filter_map(|id| Some((id, book.cell(id)?))) {
            if !judged.held.contains(&id) {
                println!(
                    "not held: {} {} {:?} {}",
                    document.tables[book.table_of(id)].title,
                    cell.name,
                    cell.heads,
                    cell.printed
                );
            }
        }
    }
}
